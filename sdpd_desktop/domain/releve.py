"""The values of a plan, stored and computed, by indicator, place, zone and period."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sdpd_desktop.domain.calcul import (
    Terme,
    additionner,
    appliquer,
    dire,
    en_observation,
    manquant,
    terme_de,
)
from sdpd_desktop.domain.formule import Formule, Operande
from sdpd_desktop.domain.indicateur import (
    Grandeur,
    Indicateur,
    NatureCible,
    Observation,
    Periodicite,
    Presence,
)
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import (
    Periode,
    TypePeriode,
    libelle_intervalle,
    periode_exacte,
    periodes_entre,
)
from sdpd_desktop.domain.valeurs import disjointes

# A total needs these two; « autre » is added when it has a value.
ZONES_REQUISES = (Zone.POLICE, Zone.GENDARMERIE)
_Place = tuple[str, str, Zone]


class Releve:
    """Reads any cell: as stored, as the total of its parts, or through its formula.

    Values of superseded observations are left out. ``ici`` is the code of the plan's territory,
    ``noms`` the names of territories by code.
    """

    def __init__(
        self,
        indicateurs: Iterable[Indicateur],
        observations: Iterable[Observation],
        ici: str,
        noms: Mapping[str, str] | None = None,
    ) -> None:
        self.indicateurs = {indicateur.code: indicateur for indicateur in indicateurs}
        self.ici = ici
        self._noms = noms or {}
        self._stored: dict[_Place, dict[str, Observation]] = defaultdict(dict)
        for o in observations:
            if o.courante:
                self._stored[o.indicateur, o.territoire, o.zone][o.periode.code] = o
        self._series: dict[_Place, dict[str, Observation]] = {}
        self._parts: dict[tuple[_Place, str], tuple[Terme, ...]] = {}
        self._running: set[_Place] = set()

    def serie(
        self, code: str, territoire: str = "", zone: Zone = Zone.ENSEMBLE
    ) -> tuple[Observation, ...]:
        """Return the values of an indicator for a place and zone, the latest period last."""
        found = self._serie((code, territoire or self.ici, zone))
        return tuple(sorted(found.values(), key=lambda observation: observation.periode))

    def valeur(
        self, code: str, periode: Periode, territoire: str = "", zone: Zone = Zone.ENSEMBLE
    ) -> Observation | None:
        """Return the value of a cell, None when nothing is known of it."""
        place = (code, territoire or self.ici, zone)
        if self.indicateurs[code].formule is None:
            return self._serie(place).get(periode.code)
        return self._computed(place, periode)

    def saisie(
        self, code: str, periode: Periode, territoire: str = "", zone: Zone = Zone.ENSEMBLE
    ) -> Observation | None:
        """Return the stored value of a cell, whether a computed one stands before it or not."""
        return self._stored.get((code, territoire or self.ici, zone), {}).get(periode.code)

    def saisies(
        self, code: str, territoire: str = "", zone: Zone = Zone.ENSEMBLE
    ) -> tuple[Observation, ...]:
        """Return the stored values of a place and zone, computed ones left out."""
        return tuple(self._stored.get((code, territoire or self.ici, zone), {}).values())

    def termes(
        self, code: str, periode: Periode, territoire: str = "", zone: Zone = Zone.ENSEMBLE
    ) -> tuple[Terme, ...]:
        """Return what a cell is, or would be, computed from; nothing for a typed one.

        A term that is not known says in ``manquants`` what it lacks.
        """
        place = (code, territoire or self.ici, zone)
        formule = self.indicateurs[code].formule
        if formule is not None:
            return self._operandes(place, formule, periode.debut, periode.fin)
        self._serie(place)
        return self._parts.get((place, periode.code), ())

    def sur(
        self, code: str, debut: dt.date, fin: dt.date, territoire: str = "",
        zone: Zone = Zone.ENSEMBLE,
    ) -> Terme:  # fmt: skip
        """Return the value over a span of days.

        Flows are added up and must fill it; a stock or a running total is that of its last day;
        a formula is applied to its operands over the same span.
        """
        place = (code, territoire or self.ici, zone)
        indicateur = self.indicateurs[code]
        libelle = self._libelle(place, libelle_intervalle(debut, fin))
        if indicateur.formule is None:
            return self._sur_serie(place, indicateur, debut, fin, libelle)
        if place in self._running:
            return manquant(libelle, [f"{indicateur.titre} (sa formule tourne en rond)"])
        self._running.add(place)
        try:
            termes = self._operandes(place, indicateur.formule, debut, fin)
        finally:
            self._running.discard(place)
        return appliquer(indicateur.formule.operation, libelle, termes)

    def _serie(self, place: _Place) -> dict[str, Observation]:
        if place in self._series:
            return self._series[place]
        if self.indicateurs[place[0]].formule is None:
            found = self._totals(place)
        else:
            found = {}
            for periode in self._periodes(place, ()):
                observation = self._computed(place, periode)
                if observation is not None:
                    found[periode.code] = observation
        self._series[place] = found
        return found

    def _totals(self, place: _Place) -> dict[str, Observation]:
        """Return the stored values, and before them the totals whose parts are all there."""
        code, territoire, zone = place
        indicateur = self.indicateurs[code]
        found = dict(self._stored.get(place, {}))
        if indicateur.nature is NatureCible.JALON:
            return found
        if territoire == self.ici and indicateur.territoires:
            parts = [(code, part, zone) for part in indicateur.territoires]
            self._add_totals(place, parts, parts, found)
        if zone is Zone.ENSEMBLE:
            required = [(code, territoire, part) for part in ZONES_REQUISES]
            self._add_totals(place, required, [*required, (code, territoire, Zone.AUTRE)], found)
        return found

    def _add_totals(
        self,
        place: _Place,
        required: Sequence[_Place],
        parts: Sequence[_Place],
        found: dict[str, Observation],
    ) -> None:
        series = {part: self._serie(part) for part in parts}
        periodes = {o.periode for serie in series.values() for o in serie.values() if _said(o)}
        indicateur = self.indicateurs[place[0]]
        for periode in periodes:
            termes = []
            for part in parts:
                observation = series[part].get(periode.code)
                libelle = self._libelle(part, periode.libelle, below=place)
                if observation is not None and _said(observation):
                    termes.append(terme_de(observation, libelle))
                elif part in required:
                    termes.append(manquant(libelle, [libelle]))
            self._settle(place, periode, indicateur, termes, found)

    def _settle(
        self,
        place: _Place,
        periode: Periode,
        indicateur: Indicateur,
        termes: Sequence[Terme],
        found: dict[str, Observation],
    ) -> None:
        """Let a total stand before the typed value; without all its parts there is none."""
        total = additionner(self._libelle(place, periode.libelle), termes, indicateur)
        before = found.get(periode.code)
        if total.manquants:
            if before is None or not _said(before):
                self._parts[place, periode.code] = tuple(termes)
            return
        texte = " + ".join(dire(terme) for terme in termes)
        if before is not None and before.valeur is not None and before.valeur != total.valeur:
            texte = f"{texte} (écarté : {format_nombre(before.valeur)}, donné pour le total)"
        found[periode.code] = en_observation(total, indicateur, periode, place[1], place[2], texte)
        self._parts[place, periode.code] = tuple(termes)

    def _computed(self, place: _Place, periode: Periode) -> Observation | None:
        code, territoire, zone = place
        terme = self.sur(code, periode.debut, periode.fin, territoire, zone)
        termes = self.termes(code, periode, territoire, zone)
        if not terme.connu and all(t.manquants for t in termes):
            return None
        texte = " ; ".join(dire(t) for t in termes)
        return en_observation(terme, self.indicateurs[code], periode, territoire, zone, texte)

    def _operandes(
        self, place: _Place, formule: Formule, debut: dt.date, fin: dt.date
    ) -> tuple[Terme, ...]:
        _, territoire, zone = place
        found = []
        for operande in formule.operandes:
            where = (operande.indicateur, operande.territoire or territoire, operande.zone or zone)
            span = _shifted(debut, fin, operande.decalage)
            if operande.indicateur not in self.indicateurs:
                found.append(manquant(operande.indicateur, [operande.indicateur]))
            elif span is None:
                libelle = self._libelle(where, libelle_intervalle(debut, fin))
                found.append(
                    manquant(libelle, [f"{libelle} (un décalage de période ne se cumule pas)"])
                )
            else:
                terme = self.sur(where[0], *span, where[1], where[2])
                libelle = self._libelle(where, libelle_intervalle(*span), below=place)
                found.append(replace(terme, libelle=libelle))
        return tuple(found)

    def _periodes(self, place: _Place, seen: tuple[str, ...]) -> list[Periode]:
        """Return the periods for which an operand of a formula has a value."""
        code, territoire, zone = place
        formule = self.indicateurs[code].formule
        if formule is None:
            return [o.periode for o in self._serie(place).values()]
        found: dict[str, Periode] = {}
        for operande in formule.operandes:
            if operande.indicateur in self.indicateurs and operande.indicateur not in seen:
                where = _where(operande, territoire, zone)
                for read in self._periodes(where, (*seen, code)):
                    for periode in (read, *_longer(read, self.indicateurs[code])):
                        shifted = periode
                        for _ in range(operande.decalage):
                            shifted = shifted.suivante()
                        found[shifted.code] = shifted
        return list(found.values())

    def _sur_serie(
        self, place: _Place, indicateur: Indicateur, debut: dt.date, fin: dt.date, libelle: str
    ) -> Terme:
        said = [o for o in self._serie(place).values() if _said(o)]
        if indicateur.grandeur is not Grandeur.FLUX:
            last = [o for o in said if o.periode.fin == fin]
            if not last:
                return manquant(libelle, [libelle])
            exact = min(last, key=lambda o: (o.periode.debut != debut, fin - o.periode.debut))
            return self._with_zones(place, terme_de(exact, libelle), [exact])
        inside = [o for o in said if debut <= o.periode.debut and o.periode.fin <= fin]
        kept = sorted(disjointes(inside), key=lambda o: o.periode)
        if gaps := _gaps(indicateur, debut, fin, kept):
            return manquant(libelle, [self._libelle(place, gap) for gap in gaps])
        termes = [terme_de(o, self._libelle(place, o.periode.libelle)) for o in kept]
        terme = termes[0] if len(termes) == 1 else additionner(libelle, termes, indicateur)
        return self._with_zones(place, terme, kept)

    def _with_zones(self, place: _Place, terme: Terme, kept: Sequence[Observation]) -> Terme:
        """Say which zones a total covers, where each value it is made of tells."""
        zones: set[Zone] = set()
        for observation in kept:
            parts = self._parts.get((place, observation.periode.code), ())
            known = {o.zone for part in parts for o in part.observations} - {Zone.ENSEMBLE}
            if not known:
                return terme
            zones |= known
        return replace(terme, zones=frozenset(zones))

    def _libelle(self, place: _Place, when: str, below: _Place | None = None) -> str:
        """Name a cell; what it shares with the one it is a part of goes without saying."""
        code, territoire, zone = place
        parts = []
        if below is None or below[0] != code:
            parts.append(self.indicateurs[code].titre)
        if territoire != (below[1] if below else self.ici):
            parts.append(self._noms.get(territoire, territoire))
        if zone is not (below[2] if below else Zone.ENSEMBLE):
            parts.append(f"zone {zone}" if zone is not Zone.ENSEMBLE else "ensemble")
        return ", ".join((*parts, when))


def _said(observation: Observation) -> bool:
    return observation.presence is not Presence.NON_RENSEIGNE


def _where(operande: Operande, territoire: str, zone: Zone) -> _Place:
    return operande.indicateur, operande.territoire or territoire, operande.zone or zone


def _longer(read: Periode, indicateur: Indicateur) -> tuple[Periode, ...]:
    """Return the indicator's own period that ends with the one read, if it is a longer one."""
    if indicateur.periodicite is Periodicite.PONCTUELLE or read.type is TypePeriode.DATE:
        return ()
    own = Periode.de(TypePeriode(indicateur.periodicite.value), read.fin)
    return (own,) if own.fin == read.fin and own.debut < read.debut else ()


def _shifted(debut: dt.date, fin: dt.date, decalage: int) -> tuple[dt.date, dt.date] | None:
    """Return the span so many periods back; None for a span that is no calendar period."""
    if decalage == 0:
        return debut, fin
    periode = periode_exacte(debut, fin)
    for _ in range(decalage):
        periode = periode.precedente() if periode else None
    return (periode.debut, periode.fin) if periode else None


def _gaps(
    indicateur: Indicateur, debut: dt.date, fin: dt.date, kept: Sequence[Observation]
) -> list[str]:
    """Name the spans no value fills, runs of periods as one."""
    days = sum((o.periode.fin - o.periode.debut).days + 1 for o in kept)
    if days == (fin - debut).days + 1:
        return []
    whole = libelle_intervalle(debut, fin)
    if indicateur.periodicite is Periodicite.PONCTUELLE:
        return [whole]
    own = periodes_entre(TypePeriode(indicateur.periodicite.value), debut, fin)
    if own[0].debut < debut or own[-1].fin > fin:
        return [whole]
    runs: list[list[Periode]] = []
    for periode in own:
        filled = sum(
            (min(o.periode.fin, periode.fin) - max(o.periode.debut, periode.debut)).days + 1
            for o in kept
            if o.periode.debut <= periode.fin and periode.debut <= o.periode.fin
        )
        if filled == (periode.fin - periode.debut).days + 1:
            continue
        if runs and runs[-1][-1].suivante() == periode:
            runs[-1].append(periode)
        else:
            runs.append([periode])
    return [libelle_intervalle(run[0].debut, run[-1].fin) for run in runs]
