"""Reads the value grid: any two of indicator, territory, zone and period."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.grille import (
    Axe,
    Cle,
    Grille,
    Repere,
    VueGrille,
    necessaires,
    periode_retenue,
    reperes_indicateurs,
    reperes_periodes,
    touches,
)
from sdpd_desktop.domain.indicateur import Indicateur, Observation, SuiviIndicateur
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, periodes_entre
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.domain.signalement import Signalement, signaler_serie
from sdpd_desktop.domain.taux import suivi
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import natural_key
from sdpd_desktop.persistence.plan_rows import PlanRow
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import indicateurs_of

_MOST_YEARS = 30
_ZONES = {
    Zone.ENSEMBLE: "Ensemble",
    Zone.POLICE: "Zone police",
    Zone.GENDARMERIE: "Zone gendarmerie",
    Zone.AUTRE: "Autre zone",
}


class GrilleService:
    """Grids of a plan, and the part of one that a typed value changed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def lire(self, plan: str, vue: VueGrille, depuis: Grille | None = None) -> Grille:
        """Return the headings and values of a grid.

        With ``depuis``, a grid of the same view read before, only what changed since is read
        when that is little: the result is then ``partielle``.

        Raises:
            NotFoundError: No such plan.
            ValidationError: The years are in the wrong order or too far apart, or rows and
                columns are the same.
        """
        if not 0 <= vue.annee_fin - vue.annee_debut <= _MOST_YEARS:
            raise ValidationError("annee", "Choisissez au plus trente années, dans l'ordre.")
        if vue.lignes is vue.colonnes:
            raise ValidationError("colonnes", "Les lignes et les colonnes sont de même nature.")
        today = self._ground.clock.today()
        with self._ground.database.read() as work:
            if depuis is not None and (depuis.plan, depuis.vue) == (plan, vue):
                changes = work.grilles.changed_since(work.plans.row(plan), depuis.numero)
                if changes is not None:
                    return _partie(work, depuis, changes, today)
            return _grille(work, plan, vue, today)


def _grille(work: UnitOfWork, plan: str, vue: VueGrille, today: dt.date) -> Grille:
    """Read a whole grid, in one state of the data."""
    row, ici = work.plans.row(plan), work.plans.territoire_code(plan)
    indicateurs = indicateurs_of(work, plan)
    places = _inside(work.partenaires.territoires(), ici)
    first, last = dt.date(vue.annee_debut, 1, 1), dt.date(vue.annee_fin, 12, 31)
    periodes = periodes_entre(vue.type_periode, first, last)
    axes = {
        Axe.INDICATEUR: reperes_indicateurs(indicateurs),
        Axe.PERIODE: reperes_periodes(periodes),
        Axe.TERRITOIRE: tuple(Repere(Axe.TERRITOIRE, p.code, p.nom, p.nom) for p in places),
        Axe.ZONE: tuple(Repere(Axe.ZONE, zone, name, name) for zone, name in _ZONES.items()),
    }
    # Without any indicator, no cell is about anything.
    lignes, colonnes = axes[vue.lignes] if indicateurs else (), axes[vue.colonnes]
    fixe = _fixe(vue, indicateurs, periodes, [place.code for place in places], today)
    names = {place.code: place.nom for place in places}
    releve = Releve(indicateurs, work.indicateurs.current(row), ici, names)
    valeurs = dict(_values(releve, lignes, colonnes, fixe))
    return Grille(
        plan=plan,
        vue=vue,
        lignes=lignes,
        colonnes=colonnes,
        fixe=fixe,
        ici=ici,
        suivis=_suivis(releve, [i.code for i in indicateurs], row, today),
        valeurs=valeurs,
        signalements=_flags(releve, valeurs),
        clotures=tuple(c for c in work.clotures.of_plan(row) if c.en_vigueur),
        periodes=periodes,
        territoires=tuple(names.items()),
        numero=work.grilles.numero(),
    )


def _partie(work: UnitOfWork, grille: Grille, changes: Collection[str], today: dt.date) -> Grille:
    """Read the part of a grid that depends on changed indicators; its headings hold."""
    row = work.plans.row(grille.plan)
    indicateurs = [suivi.indicateur for suivi in grille.suivis.values()]
    wanted = touches(indicateurs, changes)
    needed = necessaires(indicateurs, wanted)
    ids = [indicateur.id for indicateur in indicateurs if indicateur.code in needed]
    stored = work.indicateurs.current(row, ids)
    releve = Releve(indicateurs, stored, grille.ici, dict(grille.territoires))
    lignes, colonnes = (
        [r for r in reperes if r.axe is not Axe.INDICATEUR or r.part in wanted]
        for reperes in (grille.lignes, grille.colonnes)
    )
    shown = (
        wanted
        if Axe.INDICATEUR in (grille.vue.lignes, grille.vue.colonnes)
        else (wanted & {grille.fixe[0]})
    )
    valeurs = dict(_values(releve, lignes, colonnes, grille.fixe)) if shown else {}
    return replace(
        grille,
        suivis=_suivis(releve, [code for code in grille.suivis if code in wanted], row, today),
        valeurs=valeurs,
        signalements=_flags(releve, valeurs),
        numero=work.grilles.numero(),
        partielle=True,
    )


def _suivis(
    releve: Releve, codes: Iterable[str], row: PlanRow, today: dt.date
) -> dict[str, SuiviIndicateur]:
    return {
        code: suivi(releve.indicateurs[code], releve.serie(code), today, row.debut, row.fin)
        for code in codes
    }


def _fixe(
    vue: VueGrille,
    indicateurs: Sequence[Indicateur],
    periodes: Sequence[Periode],
    places: Sequence[str],
    today: dt.date,
) -> Cle:
    """Return the parts that no axis gives; the first is the plan's own place."""
    codes = [indicateur.code for indicateur in indicateurs]
    code = vue.indicateur if vue.indicateur in codes else next(iter(codes), "")
    place = vue.territoire if vue.territoire in places else places[0]
    return code, periode_retenue(periodes, vue.periode, today), place, vue.zone


def _inside(places: Sequence[TerritoireSummary], ici: str) -> list[TerritoireSummary]:
    """Return the plan's territory, then those that lie in it, by name."""
    inside = {ici}
    while grown := {p.code for p in places if inside & set(p.dans)} - inside:
        inside |= grown
    others = [place for place in places if place.code in inside and place.code != ici]
    others.sort(key=lambda place: natural_key(place.nom))
    return [*(place for place in places if place.code == ici), *others]


def _values(
    releve: Releve, lignes: Sequence[Repere], colonnes: Sequence[Repere], fixe: Cle
) -> Iterator[tuple[Cle, Observation]]:
    for ligne, colonne in product(lignes, colonnes):
        cle = colonne.dans(ligne.dans(fixe))
        found = releve.valeur(*cle) if cle[0] else None
        if found is not None:
            yield cle, found


def _flags(
    releve: Releve, valeurs: Mapping[Cle, Observation]
) -> dict[Cle, tuple[Signalement, ...]]:
    """Return what stands out in the values, each read among those of its place and zone."""
    by_place: dict[tuple[str, str, Zone], dict[str, tuple[Signalement, ...]]] = {}
    found = {}
    for cle in valeurs:
        place = (cle[0], cle[2], cle[3])
        if place not in by_place:
            indicateur = releve.indicateurs[cle[0]]
            by_place[place] = signaler_serie(indicateur, releve.serie(*place))
        if flags := by_place[place].get(cle[1].code):
            found[cle] = flags
    return found
