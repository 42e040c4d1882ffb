"""Lists of reports: conventions, bodies, money, actions, remarks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sdpd_desktop.documents.rapport_cellules import (
    RIEN,
    date,
    entier,
    euros,
    statut,
)
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.constat import Constat, InstanceSuivie
from sdpd_desktop.domain.convention import ConventionSummary, EtatConvention
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.plan import (
    ActionDetails,
    FinancementDetails,
    MesureDetails,
    Remarque,
)
from sdpd_desktop.domain.rapport import (
    Colonne,
    Diffusion,
    Groupe,
    Rangee,
    Tableau,
    Texte,
)

FIPD = "FIPD"
_PROGRAMMES = {
    "FIPD": "FIPD, programme non précisé",
    "FIPD-D": "FIPD D – délinquance",
    "FIPD-R": "FIPD R – radicalisation",
    "FIPD-S": "FIPD S – sécurisation",
    "FIPD-K": "FIPD K – sites sensibles",
}


def interne(constat: Constat) -> bool:
    """Tell whether what the office wrote for itself may be printed."""
    return constat.options.diffusion is Diffusion.INTERNE


def conventions(lignes: Sequence[ConventionSummary]) -> Tableau:
    """Return conventions with their parties and state."""
    columns = (
        Colonne("Code", 28),
        Colonne("Convention", 78, note="Parties"),
        Colonne("État", 28, note="Depuis le"),
        Colonne("Fin", 20),
    )
    rows = tuple(_convention(line) for line in lignes)
    return Tableau("Conventions", columns, rows, vide="Aucune convention.")


def _convention(line: ConventionSummary) -> Rangee:
    dated = line.etat in (EtatConvention.SIGNEE, EtatConvention.DENONCEE) and line.etat_le
    state = Texte(libelles.ETATS_CONVENTION[line.etat])
    if dated:
        state = replace(
            state,
            note=f"le {format_date(line.etat_le)}",
            note_valeur=line.etat_le,
            note_format=date(line.etat_le).format,
        )
    return Rangee(
        (
            Texte(line.code),
            Texte(line.titre, note=line.parties),
            state,
            date(line.fin) if line.fin else RIEN,
        )
    )


def instances(lignes: Sequence[InstanceSuivie]) -> Tableau:
    """Return bodies; with the last day they met, where meetings are kept."""
    met = any(line.instance.derniere_reunion for line in lignes)
    columns = (
        Colonne("Instance", 70, note="Présidence"),
        Colonne("Périodicité", 62),
        *(
            (Colonne("Dernière réunion", 26), Colonne("Sur la période", 20, droite=True))
            if met
            else ()
        ),
    )
    rows = tuple(
        Rangee(
            (
                Texte(line.instance.nom, note=line.instance.presidence),
                Texte(line.instance.periodicite),
                *(_meetings(line) if met else ()),
            )
        )
        for line in lignes
    )
    return Tableau("Instances", columns, rows, vide="Aucune instance.")


def _meetings(line: InstanceSuivie) -> tuple[Texte, Texte]:
    last = line.instance.derniere_reunion
    return date(last) if last else RIEN, entier(len(line.reunions))


def argent(constat: Constat, *, fipd: bool) -> Iterator[tuple[str, FinancementDetails]]:
    """Yield (code of the object, money) of the FIPD, or of every other source."""
    everything = [(constat.plan.code, money) for money in constat.plan.financements]
    for action in constat.plan.actions():
        everything += [(action.code, money) for money in action.financements]
    yield from (pair for pair in everything if pair[1].source.startswith(FIPD) is fipd)


def fipd_par_programme(constat: Constat) -> Tableau:
    """Return the sums of the FIPD by programme; a sum of unknown amounts is unknown."""
    by_source: dict[str, list[FinancementDetails]] = defaultdict(list)
    for _, money in argent(constat, fipd=True):
        by_source[money.source].append(money)
    rows = [
        Rangee((Texte(_PROGRAMMES.get(source, source)), *_sums(by_source[source])))
        for source in sorted(by_source)
    ]
    if all(
        money.prevu is money.engage is money.paye is None for _, money in argent(constat, fipd=True)
    ):
        rows = []
    if len(rows) > 1:
        every = [money for group in by_source.values() for money in group]
        rows.append(Rangee((Texte("Ensemble", fort=True), *_sums(every)), forte=True))
    columns = (
        Colonne("Programme", 70),
        *(Colonne(title, 25, droite=True) for title in ("Prévu", "Engagé", "Payé")),
    )
    return Tableau("FIPD par programme", columns, tuple(rows), vide="Aucun financement du FIPD.")


def _sums(group: Iterable[FinancementDetails]) -> tuple[Texte, Texte, Texte]:
    found = tuple(group)
    sums = []
    for name in ("prevu", "engage", "paye"):
        amounts = [getattr(money, name) for money in found if getattr(money, name) is not None]
        sums.append(euros(sum(amounts) if amounts else None))
    return sums[0], sums[1], sums[2]


def financements(lignes: Iterable[tuple[str, FinancementDetails]], titre: str) -> Tableau:
    """Return money by object."""
    columns = (
        Colonne("Objet", 24),
        Colonne("Source", 46, note="Remarque"),
        Colonne("Années", 20),
        *(Colonne(title, 24, droite=True) for title in ("Prévu", "Engagé", "Payé")),
    )
    rows = tuple(
        Rangee(
            (
                Texte(code),
                Texte(money.source, note=money.remarque),
                Texte(libelles.annees(money.annee, money.annee_fin) or libelles.ABSENT),
                euros(money.prevu),
                euros(money.engage),
                euros(money.paye),
            )
        )
        for code, money in lignes
    )
    return Tableau(titre, columns, rows, vide="Aucun financement.")


# -------------------------------------------------------- actions et remarques


def actions(
    constat: Constat, codes: frozenset[str] | None = None, titre: str = "Toutes les actions"
) -> Tableau:
    """Return actions with their mesures, under their objectif; all of them by default."""
    columns = (
        Colonne("Code", 20),
        Colonne("Action et mesures", 88, note="Responsables ou note"),
        Colonne("Échéance", 21, note="Interprétation"),
        Colonne("Statut", 27, note="Réalisation"),
    )
    rows: list[Rangee | Groupe] = []
    for objectif in constat.plan.objectifs():
        kept = [a for a in objectif.actions if codes is None or a.code in codes]
        if kept or (codes is None and not objectif.actions):
            rows.append(Groupe(f"{objectif.code} – {objectif.titre}"))
        for action in kept:
            rows += action_rows(action, notes=interne(constat))
    return Tableau(
        titre, columns, tuple(rows), groupe="Objectif",
        vide="Le plan n’a pas encore d’action.",
    )  # fmt: skip


def action_rows(action: ActionDetails, *, notes: bool) -> Iterator[Rangee]:
    """Yield an action, then its mesures."""
    yield Rangee(
        (
            Texte(action.code, fort=True),
            Texte(action.titre, fort=True, note=libelles.responsables(action)),
            date(action.echeance, action.echeance_interpretee),
            statut(action.statut),
        ),
        forte=True,
    )
    for mesure in action.mesures:
        yield mesure_row(mesure, notes=notes)


def mesure_row(mesure: MesureDetails, *, notes: bool) -> Rangee:
    """Return a mesure with its due date and status."""
    return Rangee(
        (
            Texte(mesure.code),
            Texte(mesure.titre, note=mesure.note if notes else "", retrait=True),
            date(mesure.echeance, mesure.echeance_interpretee),
            statut(mesure.statut, mesure.fait_le),
        )
    )


def remarques(lignes: Iterable[Remarque]) -> Tableau:
    """Return the remarks, once each."""
    seen: dict[tuple[str, str], Remarque] = {}
    for remark in lignes:
        seen.setdefault((remark.objet, remark.texte), remark)
    rows = tuple(Rangee((Texte(r.objet), Texte(r.texte), Texte(r.source))) for r in seen.values())
    columns = (Colonne("Objet", 26), Colonne("Remarque", 106), Colonne("Source", 24))
    return Tableau("Remarques", columns, rows, vide="Aucune remarque.")
