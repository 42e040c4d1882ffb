"""Tables of reports, drawn from the facts of a plan over a period."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sdpd_desktop.documents.rapport_cellules import (
    cible,
    date,
    depart,
    entier,
    etat_echeance,
    evolution,
    jours_de_retard,
    part,
    sans_chiffre,
    taux,
    valeur,
)
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.constat import Constat, LigneIndicateur, LigneObjectif, LigneVentilee
from sdpd_desktop.domain.indicateur import NatureCible
from sdpd_desktop.domain.plan import (
    Avancement,
    Echeance,
    EtatEcheance,
    Statut,
)
from sdpd_desktop.domain.rapport import (
    Colonne,
    Diffusion,
    Groupe,
    Rangee,
    Tableau,
    Texte,
)

_COURTS = {
    Statut.A_VENIR: "À venir",
    Statut.EN_COURS: "En cours",
    Statut.REALISEE: "Faites",
    Statut.EN_PAUSE: "En pause",
    Statut.BLOQUEE: "Bloq.",
    Statut.ABANDONNEE: "Aband.",
}


# ------------------------------------------------------------------ objectifs


def objectifs(constat: Constat) -> Tableau:
    """Return the state of the objectifs: actions by status, mesures done, what is late."""
    used = [s for s in Statut if any(dict(o.par_statut).get(s) for o in constat.objectifs)]
    columns = (
        Colonne("Code", 11),
        Colonne("Objectif", 54),
        Colonne("Actions", 15, droite=True),
        *(Colonne(_COURTS[status], 13, droite=True) for status in used),
        Colonne("Mesures faites", 14, droite=True),
        Colonne("sur", 9, droite=True),
        Colonne("Part", 25, droite=True),
        Colonne("En retard", 13, droite=True),
    )
    by_code = {line.code: line for line in constat.objectifs}
    rows: list[Rangee | Groupe] = []
    for axe in constat.plan.axes:
        lines = [by_code[o.code] for o in axe.objectifs if o.code in by_code]
        if lines:
            rows.append(Groupe(f"{axe.code} – {axe.titre}"))
            rows += [_objectif(line, used) for line in lines]
    if constat.objectifs:
        rows.append(_total(constat, used))
    return Tableau(
        "État des objectifs", columns, tuple(rows), groupe="Axe", vide="Le plan n’a pas d’objectif."
    )


def _objectif(line: LigneObjectif, used: Sequence[Statut]) -> Rangee:
    counts = dict(line.par_statut)
    return Rangee(
        (
            Texte(line.code),
            Texte(line.titre),
            entier(line.actions),
            *(entier(counts.get(status, 0)) for status in used),
            *_mesures(line.avancement),
            entier(line.en_retard),
        )
    )


def _total(constat: Constat, used: Sequence[Statut]) -> Rangee:
    counts: dict[str, int] = defaultdict(int)
    for line in constat.objectifs:
        for status, count in line.par_statut:
            counts[status] += count
    cells = (
        Texte(""),
        Texte("Ensemble"),
        entier(sum(line.actions for line in constat.objectifs)),
        *(entier(counts[status]) for status in used),
        *_mesures(constat.avancement),
        entier(sum(line.en_retard for line in constat.objectifs)),
    )
    return Rangee(tuple(replace(cell, fort=True) for cell in cells), forte=True, totale=True)


def _mesures(avancement: Avancement) -> tuple[Texte, Texte, Texte]:
    return entier(avancement.faites), entier(avancement.total), part(avancement)


# ---------------------------------------------------------------- indicateurs


def indicateurs(
    constat: Constat,
    lignes: Sequence[LigneIndicateur],
    titre: str = "Indicateurs",
    *,
    bref: bool = False,
) -> Tableau:
    """Return indicators at N-1 and N with their variation, target and rate.

    ``bref`` leaves out where each comes from.
    """
    columns = (
        Colonne("Chiffre", 15),
        Colonne("Indicateur", 52, note="Précision"),
        Colonne(constat.periode.annee_precedente().court, 18, droite=True, note="Période N-1"),
        Colonne(constat.periode.court, 18, droite=True, note="Période N"),
        Colonne("Variation", 18, droite=True, note="Variation en %"),
        Colonne("Cible", 22, droite=True, note="Échéance"),
        Colonne("Taux", 24, droite=True, note="Termes"),
    )
    rows = tuple(_indicateur(constat, line, bref) for line in lignes)
    return Tableau(titre, columns, rows, vide="Aucun indicateur.")


def _indicateur(constat: Constat, line: LigneIndicateur, bref: bool) -> Rangee:
    indicateur = line.suivi.indicateur
    noted = "remarques" in constat.options.sections or not constat.options.sections
    remark = "voir les remarques" if noted and indicateur.remarques else ""
    source = f"source : {indicateur.source}" if indicateur.source else ""
    details = () if bref else (libelles.en_unite(indicateur), remark, source)
    details = (*details, *sans_chiffre(line))
    now = valeur(indicateur, line.valeur, constat.periode, constat.seuil, fort=True)
    told = line.avant.observation or line.valeur.observation
    if not told and indicateur.nature is NatureCible.CONTEXTE:
        inside = constat.options.diffusion is Diffusion.INTERNE
        now = depart(indicateur, 0 if inside else constat.seuil)
    return Rangee(
        (
            Texte(indicateur.chiffre),
            Texte(indicateur.titre, note=" – ".join(d for d in details if d)),
            valeur(indicateur, line.avant, constat.periode.annee_precedente(), constat.seuil),
            now,
            evolution(line.suivi.indicateur, line.evolution),
            cible(indicateur, line.suivi.taux.cible),
            taux(line),
        )
    )


def ventilation(
    constat: Constat, lignes: Sequence[LigneVentilee], titre: str, partie: str
) -> Tableau:
    """Return the parts of indicators, zones or territories, each indicator announced once."""
    columns = (
        Colonne(partie, 70, note="Précision"),
        Colonne(constat.periode.annee_precedente().court, 30, droite=True, note="Période N-1"),
        Colonne(constat.periode.court, 30, droite=True, note="Période N"),
        Colonne("Variation", 30, droite=True, note="Variation en %"),
    )
    rows: list[Rangee | Groupe] = []
    before = ""
    for line in lignes:
        if line.indicateur.code != before:
            unit = libelles.en_unite(line.indicateur)
            title = f"{line.indicateur.chiffre} – {line.indicateur.titre}"
            rows.append(Groupe(f"{title} ({unit})" if unit else title))
        before = line.indicateur.code
        rows.append(
            Rangee(
                (
                    Texte(line.nom, note=line.evolution.motif),
                    valeur(
                        line.indicateur,
                        line.avant,
                        constat.periode.annee_precedente(),
                        constat.seuil,
                    ),
                    valeur(line.indicateur, line.valeur, constat.periode, constat.seuil, fort=True),
                    evolution(line.indicateur, line.evolution),
                )
            )
        )
    return Tableau(titre, columns, tuple(rows), groupe="Indicateur", vide="Aucune valeur.")


# ------------------------------------------------------------------ échéances


def echeances(constat: Constat, lignes: Sequence[Echeance], titre: str, vide: str) -> Tableau:
    """Return due dates with who answers for them."""
    columns = (
        Colonne("Échéance", 24, note="Interprétation"),
        Colonne("Code", 20),
        Colonne("Action ou mesure", 84, note="Responsables"),
        Colonne("État", 24),
        Colonne("Jours de retard", 16, droite=True),
    )
    actions = {action.code: action for action in constat.plan.actions()}
    rows = []
    for due in lignes:
        action = actions.get(due.code.partition(".m")[0])
        bodies = libelles.responsables(action) if action else due.responsables
        rows.append(
            Rangee(
                (
                    date(due.echeance, due.interpretee),
                    Texte(due.code),
                    Texte(due.titre, note=bodies),
                    etat_echeance(due),
                    jours_de_retard(due),
                )
            )
        )
    return Tableau(titre, columns, tuple(rows), vide=vide)


def retards(constat: Constat) -> tuple[Echeance, ...]:
    """Return what is late."""
    return tuple(e for e in constat.echeances if e.etat is EtatEcheance.EN_RETARD)


def retards_par_responsable(constat: Constat) -> Tableau:
    """Return how many due dates each body has let pass, the most first."""
    actions = {action.code: action for action in constat.plan.actions()}
    counts: dict[str, list[int]] = defaultdict(list)
    for due in retards(constat):
        action = actions.get(due.code.partition(".m")[0])
        for name in {e.nom for e in action.engagements} if action else ():
            counts[name].append(-due.jours)
    ranked = sorted(counts.items(), key=lambda item: (-len(item[1]), -max(item[1]), item[0]))
    rows = tuple(
        Rangee((Texte(name), entier(len(days)), entier(max(days)))) for name, days in ranked
    )
    columns = (
        Colonne("Responsable", 100),
        Colonne("En retard", 30, droite=True),
        Colonne("Plus long retard, en jours", 40, droite=True),
    )
    return Tableau(
        "En retard par responsable", columns, rows, vide="Aucun responsable n’est désigné."
    )
