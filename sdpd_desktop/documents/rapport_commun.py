"""What every kind of report shares: its head, its filters, its warnings, its charts."""

from collections.abc import Iterable, Iterator, Sequence

from sdpd_desktop.documents.rapport_registres import interne
from sdpd_desktop.documents.rapport_tableaux import retards
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.constat import Constat, LigneIndicateur, LigneVentilee
from sdpd_desktop.domain.dates import format_date, format_date_longue
from sdpd_desktop.domain.graphique import Graphique, NatureGraphique, Serie
from sdpd_desktop.domain.indicateur import NatureCible
from sdpd_desktop.domain.instance import Decision
from sdpd_desktop.domain.nombre import JALON
from sdpd_desktop.domain.plan import Remarque
from sdpd_desktop.domain.rapport import (
    Bloc,
    Chiffre,
    Fiche,
    Filtre,
    Format,
    Note,
    Paragraphe,
    Rapport,
    Section,
    SectionNarratif,
    Tableau,
    TypeRapport,
)
from sdpd_desktop.domain.taux import valeur_cible
from sdpd_desktop.domain.texte import NBSP

_PLAN_ENTIER = frozenset({TypeRapport.BILAN, TypeRapport.ANALYSE, TypeRapport.NOTE})
_LEVELS = frozenset(
    {
        NatureCible.ATTEINDRE,
        NatureCible.AJOUTER,
        NatureCible.MULTIPLIER,
        NatureCible.COUVRIR,
        NatureCible.PLANCHER_ANNUEL,
        NatureCible.MAINTIEN_ANNUEL,
        NatureCible.MAINTENIR,
    }
)


def filtres(constat: Constat, type_: TypeRapport, parties: Sequence[Section]) -> tuple[Filtre, ...]:
    """Return what the report covers, so that a reader knows what it leaves out."""
    plan, periode = constat.plan, constat.periode
    before = "" if type_ is TypeRapport.RETARDS else periode.annee_precedente().libelle
    elsewhere = plan.departement if plan.departement != constat.territoire else ""
    lines = [
        Filtre("Plan", f"{plan.titre} ({plan.code})"),
        Filtre("Durée du plan", libelles.periode_plan(plan.debut, plan.fin)),
        Filtre("Territoire", constat.territoire),
        Filtre("Département", elsewhere),
        Filtre("Période", periode.libelle),
        Filtre("Comparée à", before),
        Filtre("Chiffres arrêtés au", format_date(constat.arrete_le)),
        Filtre("Diffusion", libelles.DIFFUSIONS[constat.options.diffusion]),
        Filtre("Parties", ", ".join(section.titre for section in parties)),
    ]
    return tuple(line for line in lines if line.valeur)


def avertissements(constat: Constat, type_: TypeRapport) -> tuple[str, ...]:
    """Return what a reader must know of the figures."""
    found = []
    if type_ in _PLAN_ENTIER:
        found.append(
            f"{couverture(constat)} : celles qui ont au moins un indicateur dont le taux peut être "
            f"calculé au {format_date_longue(constat.arrete_le)}."
        )
    if not constat.propre:
        found.append(
            f"Valeurs de {constat.territoire}. Les cibles sont celles du plan entier : aucun taux "
            "n’est calculé pour une partie de son territoire."
        )
    if not interne(constat):
        found.append(
            f"Document communicable : les indicateurs internes n’y figurent pas, les effectifs de "
            f"1 à {constat.seuil - 1} sont remplacés par «{NBSP}<{NBSP}{constat.seuil}{NBSP}», et "
            f"ce qui permettrait de les retrouver par «{NBSP}masqué{NBSP}»."
        )
    return tuple(found)


def couverture(constat: Constat) -> str:
    """Return « 12 actions chiffrées sur 46 »."""
    plural = "s" if constat.chiffrees > 1 else ""
    return f"{constat.chiffrees} action{plural} chiffrée{plural} sur {constat.actions}"


def chiffres_cles(constat: Constat) -> tuple[Chiffre, ...]:
    """Return the four figures of a cover."""
    done, late = constat.avancement, len(retards(constat))
    share = constat.chiffrees / constat.actions if constat.actions else None
    linked = len(constat.conventions)
    return (
        Chiffre(
            "Mesures réalisées",
            libelles.pourcentage(done.part) or libelles.ABSENT,
            done.part,
            f"{done.faites} sur {done.total}",
            done.part,
            Format.POURCENT,
        ),
        Chiffre(
            "Actions chiffrées",
            str(constat.chiffrees),
            constat.chiffrees,
            f"sur {accord(constat.actions, 'action')}",
            share,
        ),
        Chiffre(
            "En retard",
            str(late),
            late,
            "échéance dépassée" if late < 2 else "échéances dépassées",
        ),
        Chiffre(
            "Conventions", str(linked), linked, "liée au plan" if linked < 2 else "liées au plan"
        ),
    )


def rapport(
    constat: Constat,
    type_: TypeRapport,
    titre: str,
    sections: Sequence[Section],
    *,
    sous_titre: str = "",
    chiffres: tuple[Chiffre, ...] = (),
    compact: bool = False,
) -> Rapport:
    """Put the parts together under their head; parts that have nothing to say are left out."""
    kept = tuple(section for section in sections if section.blocs)
    plan = constat.plan
    return Rapport(
        type=type_,
        plan=plan.code,
        periode=constat.periode,
        diffusion=constat.options.diffusion,
        surtitre=plan.type.upper() or plan.code,
        titre=titre,
        sous_titre=sous_titre or plan.titre,
        sujet=f"{titre} du plan {plan.code}",
        bureau=constat.bureau,
        mention=constat.mention,
        entete=constat.entete,
        arrete_le=constat.arrete_le,
        filtres=filtres(constat, type_, kept),
        chiffres=chiffres,
        avertissements=avertissements(constat, type_),
        sections=kept,
        sources=_cited(constat, kept),
        compact=compact,
        police=constat.police,
    )


def _cited(constat: Constat, sections: Sequence[Section]) -> tuple[Filtre, ...]:
    """Return the source documents that the report quotes: « S1 l. 38 » wants its legend."""
    said = " ".join(_words(sections))
    return tuple(
        source for source in constat.sources if f"{source.libelle} l." in said.replace(NBSP, " ")
    )


def _words(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for block in section.blocs:
            if isinstance(block, Tableau):
                for row in block.rangees:
                    for cell in getattr(row, "cellules", ()):
                        yield f"{cell.texte} {cell.note}"
            elif isinstance(block, Fiche):
                yield from (line.valeur for line in block.lignes)


# ------------------------------------------------------------------ narrative


def narratif(constat: Constat, partie: SectionNarratif) -> Section:
    """Return a part that people wrote; empty when nobody did."""
    text = constat.narratif.texte(partie).strip()
    return Section(partie.value, libelles.NARRATIFS[partie], (Paragraphe(text),) if text else ())


def decisions(constat: Constat) -> Iterator[Note]:
    """Yield what the meetings of the period decided."""
    for line in constat.instances:
        for meeting in line.reunions:
            place = f", {meeting.lieu}" if meeting.lieu else ""
            title = f"{line.instance.nom} – {format_date(meeting.tenue_le)}{place}"
            decided = map(_decision, meeting.decisions)
            yield Note(title, tuple(t for t in (meeting.objet, *decided) if t))


def _decision(decision: Decision) -> str:
    """Return « Réunir les bailleurs (action O8.A2, pour le 01/09/2022) »."""
    due = f"pour le {format_date(decision.echeance)}" if decision.echeance else ""
    said = [f"action {decision.action}" if decision.action else "", due]
    told = ", ".join(filter(None, said))
    return f"{decision.texte} ({told})" if told else decision.texte


def remarques_du_plan(constat: Constat) -> Iterator[Remarque]:
    """Yield the remarks of the plan, its objectifs, actions, mesures and indicators."""
    yield from constat.plan.remarques
    for objectif in constat.plan.objectifs():
        yield from objectif.remarques
        for action in objectif.actions:
            yield from action.remarques
            for mesure in action.mesures:
                yield from mesure.remarques
    yield from remarques_des_indicateurs(constat.indicateurs)


def remarques_des_indicateurs(lignes: Iterable[LigneIndicateur]) -> Iterator[Remarque]:
    """Yield the remarks of indicators, by the name that tables give them."""
    for line in lignes:
        indicateur = line.suivi.indicateur
        for remark in indicateur.remarques:
            yield Remarque(indicateur.chiffre, remark.texte, remark.source)


# --------------------------------------------------------------------- charts


def tendance(line: LigneIndicateur) -> Graphique | None:
    """Return the trend of an indicator over its whole years, None under two of them."""
    indicateur = line.suivi.indicateur
    told = [value for _, value in line.annees if value is not None]
    if len(told) < 2 or indicateur.unite == JALON:
        return None
    goal = None
    if indicateur.nature in _LEVELS and line.suivi.taux.cible is not None:
        goal = valeur_cible(indicateur, line.suivi.taux.cible)
    return Graphique(
        NatureGraphique.TENDANCE,
        f"{indicateur.chiffre} – {indicateur.titre}",
        tuple(str(year) for year, _ in line.annees),
        (Serie(indicateur.titre, tuple(value for _, value in line.annees)),),
        (goal,) * len(line.annees) if goal is not None else (),
        indicateur.unite,
    )


def comparaison(constat: Constat, lignes: Sequence[LigneIndicateur], unite: str) -> Graphique:
    """Return N-1 beside N for indicators of one unit."""
    return Graphique(
        NatureGraphique.COMPARAISON,
        f"{constat.periode.annee_precedente().libelle} et {constat.periode.libelle}"
        + (f", en {unite}" if unite else ""),
        tuple(line.suivi.indicateur.chiffre for line in lignes),
        (
            Serie(
                constat.periode.annee_precedente().court,
                tuple(line.avant.valeur for line in lignes),
            ),
            Serie(constat.periode.court, tuple(line.valeur.valeur for line in lignes)),
        ),
        unite="",
    )


def par_territoire(lignes: Sequence[LigneVentilee]) -> Graphique:
    """Return the values of one indicator by territory."""
    indicateur = lignes[0].indicateur
    values = tuple(line.valeur.valeur for line in lignes)
    return Graphique(
        NatureGraphique.TERRITOIRES,
        f"{indicateur.chiffre} – {indicateur.titre}",
        tuple(line.nom for line in lignes),
        (Serie(indicateur.titre, values),),
        unite=indicateur.unite,
    )


def blocs(*candidats: Bloc | None) -> tuple[Bloc, ...]:
    """Return the blocks that have something to say: an empty table is no block."""
    return tuple(
        bloc
        for bloc in candidats
        if bloc is not None and not (isinstance(bloc, Tableau) and not bloc.rangees)
    )
