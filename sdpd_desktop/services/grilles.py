"""Reads the value grid: any two of indicator, territory, zone and period."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
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
from sdpd_desktop.domain.indicateur import Observation
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import periodes_entre
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.domain.signalement import Signalement, signaler_serie
from sdpd_desktop.domain.taux import suivi
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import natural_key
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
        with self._ground.database.read() as work:
            changes = None
            if depuis is not None and (depuis.plan, depuis.vue) == (plan, vue):
                changes = work.grilles.changed_since(work.plans.row(plan), depuis.numero)
            return _Reading(work, plan, vue, self._ground.clock.today()).grille(changes)


class _Reading:
    """One reading of a plan, in one state of the data."""

    def __init__(self, work: UnitOfWork, plan: str, vue: VueGrille, today: dt.date) -> None:
        self._work, self._plan, self._vue, self._today = work, plan, vue, today
        self._row = work.plans.row(plan)
        self._ici = work.plans.territoire_code(plan)
        self._indicateurs = indicateurs_of(work, plan)
        self._places = _inside(work.partenaires.territoires(), self._ici)
        first, last = dt.date(vue.annee_debut, 1, 1), dt.date(vue.annee_fin, 12, 31)
        self._periodes = periodes_entre(vue.type_periode, first, last)
        self._fixe = self._fixed()

    def grille(self, changes: Collection[str] | None) -> Grille:
        """Return the grid, or what depends on changed indicators."""
        codes = {indicateur.code for indicateur in self._indicateurs}
        wanted = codes if changes is None else touches(self._indicateurs, changes) & codes
        releve = self._releve(None if changes is None else necessaires(self._indicateurs, wanted))
        lignes, colonnes = self._axis(self._vue.lignes), self._axis(self._vue.colonnes)
        shown = (
            wanted
            if Axe.INDICATEUR in (self._vue.lignes, self._vue.colonnes)
            else (wanted & {self._fixe[0]})
        )
        lines = [line for line in lignes if line.axe is not Axe.INDICATEUR or line.part in shown]
        columns = [c for c in colonnes if c.axe is not Axe.INDICATEUR or c.part in shown]
        valeurs = dict(_values(releve, lines, columns, self._fixe)) if shown else {}
        return Grille(
            plan=self._plan,
            vue=self._vue,
            lignes=lignes,
            colonnes=colonnes,
            fixe=self._fixe,
            ici=self._ici,
            suivis={
                i.code: suivi(i, releve.serie(i.code), self._today, self._row.debut, self._row.fin)
                for i in self._indicateurs
                if i.code in wanted
            },
            valeurs=valeurs,
            signalements=_flags(releve, valeurs),
            clotures=tuple(c for c in self._work.clotures.of_plan(self._row) if c.en_vigueur),
            periodes=self._periodes,
            territoires=tuple((place.code, place.nom) for place in self._places),
            numero=self._work.grilles.numero(),
            partielle=changes is not None,
        )

    def _releve(self, codes: Collection[str] | None) -> Releve:
        ids = None
        if codes is not None:
            ids = [indicateur.id for indicateur in self._indicateurs if indicateur.code in codes]
        stored: Sequence[Observation] = self._work.indicateurs.current(self._row, ids)
        noms = {place.code: place.nom for place in self._places}
        return Releve(self._indicateurs, stored, self._ici, noms)

    def _fixed(self) -> Cle:
        """Return the parts that no axis gives, resolved."""
        vue = self._vue
        codes = [indicateur.code for indicateur in self._indicateurs]
        code = vue.indicateur if vue.indicateur in codes else next(iter(codes), "")
        known = {place.code for place in self._places}
        place = vue.territoire if vue.territoire in known else self._ici
        return code, periode_retenue(self._periodes, vue.periode, self._today), place, vue.zone

    def _axis(self, axe: Axe) -> tuple[Repere, ...]:
        match axe:
            case Axe.INDICATEUR:
                return reperes_indicateurs(self._indicateurs)
            case Axe.PERIODE:
                return reperes_periodes(self._periodes)
            case Axe.TERRITOIRE:
                return tuple(Repere(axe, p.code, p.nom, p.nom) for p in self._places)
            case Axe.ZONE:
                return tuple(Repere(axe, zone, name, name) for zone, name in _ZONES.items())


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
