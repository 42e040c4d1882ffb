"""The annual bilan for the CDPD, and the quarterly qualitative analysis."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from sdpd_desktop.documents import rapport_registres as registres
from sdpd_desktop.documents import rapport_tableaux as tableaux
from sdpd_desktop.documents.rapport_commun import (
    blocs,
    chiffres_cles,
    comparaison,
    decisions,
    narratif,
    par_territoire,
    rapport,
    remarques_du_plan,
    tendance,
)
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.constat import Constat, LigneIndicateur, LigneVentilee
from sdpd_desktop.domain.graphique import Graphique
from sdpd_desktop.domain.nombre import JALON
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.rapport import (
    Bloc,
    Choix,
    Groupe,
    Intertitre,
    Paragraphe,
    Rangee,
    Rapport,
    Section,
    SectionNarratif,
    Tableau,
    TypeRapport,
)

NEXT_DAYS = 180
_MOST_CHARTS = 12
_MOST_BARS = 8
SECTIONS_BILAN = (
    Choix("objectifs", "État des objectifs"),
    Choix("indicateurs", "Indicateurs"),
    Choix("zones", "Police et gendarmerie"),
    Choix("territoires", "Par territoire"),
    Choix("graphiques", "Évolutions"),
    Choix("faits_marquants", "Faits marquants"),
    Choix("freins", "Freins"),
    Choix("perspectives", "Perspectives"),
    Choix("echeances", "Échéances"),
    Choix("conventions", "Conventions"),
    Choix("instances", "Instances"),
    Choix("fipd", "FIPD par programme"),
    Choix("financements", "Autres financements"),
    Choix("remarques", "Remarques"),
    Choix("actions", "Toutes les actions"),
)
SECTIONS_ANALYSE = (
    Choix("initiatives", "Initiatives originales"),
    Choix("reussites", "Réussites"),
    Choix("contraintes", "Contraintes rencontrées"),
    Choix("perception", "Perception de la population"),
    Choix("indicateurs", "Indicateurs"),
    Choix("zones", "Police et gendarmerie"),
    Choix("territoires", "Par territoire"),
    Choix("graphiques", "Comparaisons"),
    Choix("realise", "Réalisé sur la période"),
    Choix("echeances", "Échéances"),
    Choix("instances", "Instances"),
)


def bilan(constat: Constat) -> Rapport:
    """Return the bilan of a plan over a period."""
    return rapport(
        constat,
        TypeRapport.BILAN,
        f"Bilan {constat.periode.libelle}",
        [section(constat, name) for name in _asked(constat, SECTIONS_BILAN)],
        chiffres=chiffres_cles(constat),
    )


def analyse(constat: Constat) -> Rapport:
    """Return the qualitative analysis: what people wrote first, the period's figures after."""
    told = [i for i in constat.indicateurs if i.avant.observation or i.valeur.observation]
    # Years say nothing of a quarter.
    constat = replace(constat, indicateurs=tuple(replace(line, annees=()) for line in told))
    return rapport(
        constat,
        TypeRapport.ANALYSE,
        f"Analyse qualitative – {constat.periode.libelle}",
        [section(constat, name) for name in _asked(constat, SECTIONS_ANALYSE)],
        chiffres=chiffres_cles(constat),
    )


def _asked(constat: Constat, sections: tuple[Choix, ...]) -> Iterator[Choix]:
    wanted = constat.options.sections
    yield from (choice for choice in sections if not wanted or choice.code in wanted)


def section(constat: Constat, choix: Choix) -> Section:
    """Return one part; without blocks when the data it needs are not kept."""
    if choix.code in set(SectionNarratif):
        return narratif(constat, SectionNarratif(choix.code))
    blocks = _PARTS[choix.code](constat)
    return Section(choix.code, choix.libelle, blocks, annexe=choix.code == "actions")


def _fipd(constat: Constat) -> tuple[Bloc, ...]:
    sums = registres.fipd_par_programme(constat)
    lines = registres.financements(registres.argent(constat, fipd=True), "Détail du FIPD")
    return blocs(sums, lines)


def _echeances(constat: Constat) -> tuple[Bloc, ...]:
    near = [e for e in constat.echeances if e.jours <= NEXT_DAYS]
    nothing = "Rien n’est en retard et aucune échéance n’est proche."
    return (tableaux.echeances(constat, near, "Échéances", nothing),)


def _zones(constat: Constat) -> tuple[Bloc, ...]:
    return blocs(tableaux.ventilation(constat, constat.zones, "Police et gendarmerie", "Zone"))


def _autres(constat: Constat) -> tuple[Bloc, ...]:
    lines = registres.argent(constat, fipd=False)
    return blocs(registres.financements(lines, "Autres financements"))


def _realise(constat: Constat) -> Tableau:
    """Return the mesures done within the period, under their action."""
    rows: list[Rangee | Groupe] = []
    for action in constat.plan.actions():
        done = [
            m
            for m in action.mesures
            if m.statut is Statut.REALISEE and m.fait_le and constat.periode.contient(m.fait_le)
        ]
        if done:
            rows.append(Groupe(f"{action.code} – {action.titre}"))
            rows += [registres.mesure_row(m, notes=registres.interne(constat)) for m in done]
    columns = registres.actions(constat, frozenset()).colonnes
    return Tableau("Réalisé sur la période", columns, tuple(rows), groupe="Action")


def _territoires(constat: Constat) -> Iterator[Tableau | Graphique]:
    if not constat.territoires:
        return
    yield tableaux.ventilation(constat, constat.territoires, "Par territoire", "Territoire")
    by_indicator: dict[str, list[LigneVentilee]] = defaultdict(list)
    for line in constat.territoires:
        by_indicator[line.indicateur.code].append(line)
    for lines in by_indicator.values():
        if sum(line.valeur.valeur is not None for line in lines) > 1:
            yield par_territoire(lines)


def _graphiques(constat: Constat) -> Iterator[Intertitre | Paragraphe | Graphique]:
    trends = {line.suivi.indicateur.code: tendance(line) for line in constat.indicateurs}
    drawn = [chart for chart in trends.values() if chart is not None]
    yield from drawn[:_MOST_CHARTS]
    if len(drawn) > _MOST_CHARTS:
        yield Paragraphe(
            f"{accord(len(drawn) - _MOST_CHARTS, 'autre évolution', 'autres évolutions')} : "
            "voir les fiches des actions."
        )
    by_unit: dict[str, list[LigneIndicateur]] = defaultdict(list)
    for line in constat.indicateurs:
        both = line.avant.valeur is not None and line.valeur.valeur is not None
        alone = trends[line.suivi.indicateur.code] is None
        if both and alone and line.evolution.absolue is not None:
            unit = line.suivi.indicateur.unite
            if unit != JALON:
                by_unit[unit].append(line)
    for unit, lines in by_unit.items():
        for start in range(0, len(lines), _MOST_BARS):
            yield comparaison(constat, lines[start : start + _MOST_BARS], unit)


_PARTS: dict[str, Callable[[Constat], tuple[Bloc, ...]]] = {
    "objectifs": lambda c: blocs(tableaux.objectifs(c)),
    "indicateurs": lambda c: blocs(tableaux.indicateurs(c, c.indicateurs)),
    "zones": _zones,
    "territoires": lambda c: tuple(_territoires(c)),
    "graphiques": lambda c: tuple(_graphiques(c)),
    "echeances": _echeances,
    "realise": lambda c: blocs(_realise(c)),
    "conventions": lambda c: blocs(registres.conventions(c.conventions)),
    "instances": lambda c: (*blocs(registres.instances(c.instances)), *decisions(c)),
    "fipd": _fipd,
    "financements": _autres,
    "remarques": lambda c: blocs(registres.remarques(remarques_du_plan(c))),
    "actions": lambda c: (registres.actions(c),),
}
