"""Compares a period with the same one a year before, like with like."""

import calendar
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sdpd_desktop.domain.calcul import Terme, manquant
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import Borne, Grandeur, Indicateur, Presence
from sdpd_desktop.domain.nombre import variation
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, libelle_intervalle
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import insecable

_DAY = dt.timedelta(days=1)
_ZONES = (Zone.ENSEMBLE, Zone.POLICE, Zone.GENDARMERIE, Zone.AUTRE)


class Fenetre(StrEnum):
    """What is compared with the same a year before.

    PERIODE the period itself (a month, a quarter, a year) · CUMUL from 1 January to its last
    day · DOUZE_MOIS the twelve months that end with it.
    """

    PERIODE = "periode"
    CUMUL = "cumul"
    DOUZE_MOIS = "douze_mois"


@dataclass(frozen=True)
class Intervalle:
    """A span of days, both ends included."""

    debut: dt.date
    fin: dt.date

    @property
    def libelle(self) -> str:
        """« juin 2022 », « de janvier à juin 2022 »."""
        return libelle_intervalle(self.debut, self.fin)


@dataclass(frozen=True)
class Comparaison:
    """N against N-1, with both terms.

    Attributes:
        absolue: N minus N-1; None where they do not compare.
        relative: Share of N-1: 0.63 for +63 %; None where there is none, as when N-1 is zero.
        motif: Why they do not compare, in French; "" when they do.
        notes: What a reader must know of the terms: bounds, estimates.
    """

    fenetre: Fenetre
    intervalle_avant: Intervalle
    intervalle: Intervalle
    avant: Terme
    apres: Terme
    absolue: Decimal | None
    relative: Decimal | None
    motif: str
    notes: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Tell whether the two terms compare."""
        return not self.motif


@dataclass(frozen=True)
class LigneComparaison:
    """An indicator for a place and zone, compared over the three windows."""

    indicateur: Indicateur
    territoire: str
    zone: Zone
    periode: Comparaison
    cumul: Comparaison
    douze_mois: Comparaison

    def sur(self, fenetre: Fenetre) -> Comparaison:
        """Return the comparison over one window."""
        match fenetre:
            case Fenetre.PERIODE:
                return self.periode
            case Fenetre.CUMUL:
                return self.cumul
            case Fenetre.DOUZE_MOIS:
                return self.douze_mois


def intervalle(periode: Periode, fenetre: Fenetre) -> Intervalle:
    """Return the span that a window compares for a period."""
    match fenetre:
        case Fenetre.PERIODE:
            return Intervalle(periode.debut, periode.fin)
        case Fenetre.CUMUL:
            return Intervalle(dt.date(periode.fin.year, 1, 1), periode.fin)
        case Fenetre.DOUZE_MOIS:
            return Intervalle(_year_before(periode.fin) + _DAY, periode.fin)


def un_an_avant(span: Intervalle) -> Intervalle:
    """Return the same span a year before; the end of February stays the end of February."""
    return Intervalle(_year_before(span.debut), _year_before(span.fin))


def _year_before(day: dt.date) -> dt.date:
    last = calendar.monthrange(day.year - 1, day.month)[1]
    ends = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(day.year - 1, day.month, last if ends else min(day.day, last))


def comparer(
    releve: Releve,
    code: str,
    periode: Periode,
    fenetre: Fenetre,
    territoire: TerritoireSummary | None = None,
    zone: Zone = Zone.ENSEMBLE,
) -> Comparaison:
    """Compare an indicator over a window with the same window a year before.

    Without ``territoire``, the plan's own is read and its perimeter is taken to be stable.
    """
    now = intervalle(periode, fenetre)
    before = un_an_avant(now)
    place = territoire.code if territoire else ""
    indicateur = releve.indicateurs[code]
    apres = _terme(releve, indicateur, now, place, zone)
    avant = _terme(releve, indicateur, before, place, zone)
    motif = insecable(
        _motif_absence(apres, avant)
        or _motif_definition(indicateur, before, now)
        or _motif_perimetre(territoire, zone, before, now)
        or _motif_zones(avant, apres)
    )
    change = None
    if not motif and avant.valeur is not None and apres.valeur is not None:
        change = variation(avant.valeur, apres.valeur)
    return Comparaison(
        fenetre, before, now, avant, apres,
        change.absolue if change else None, change.relative if change else None, motif,
        _notes(avant, apres) if change else (),
    )  # fmt: skip


def comparer_tout(
    releve: Releve, code: str, periode: Periode, territoire: TerritoireSummary | None = None
) -> tuple[LigneComparaison, ...]:
    """Return the whole and each zone with a value of its own, over the three windows."""
    place = territoire.code if territoire else releve.ici
    zones = [z for z in _ZONES if z is Zone.ENSEMBLE or releve.serie(code, place, z)]
    return tuple(
        LigneComparaison(
            releve.indicateurs[code],
            place,
            zone,
            *(comparer(releve, code, periode, fenetre, territoire, zone) for fenetre in Fenetre),
        )
        for zone in zones
    )


def _terme(
    releve: Releve, indicateur: Indicateur, span: Intervalle, place: str, zone: Zone
) -> Terme:
    """Return the value over the span; for a running total, what it grew by."""
    whole = releve.sur(indicateur.code, span.debut, span.fin, place, zone)
    if indicateur.grandeur is not Grandeur.CUMUL or not whole.connu:
        return whole
    eve = span.debut - _DAY
    start = releve.sur(indicateur.code, eve, eve, place, zone)
    if whole.valeur is None or start.valeur is None:
        return manquant(whole.libelle, [f"{indicateur.titre}, cumul au {format_date(eve)}"])
    return Terme(
        whole.libelle, whole.valeur - start.valeur, Presence.VALEUR, whole.borne,
        observations=(*start.observations, *whole.observations), zones=whole.zones,
    )  # fmt: skip


def _motif_absence(apres: Terme, avant: Terme) -> str:
    """Name what is missing, of the later term first."""
    lacking = tuple(dict.fromkeys((*apres.manquants, *avant.manquants)))
    if lacking:
        return f"non comparable : il manque {' ; '.join(lacking)}"
    for terme in (apres, avant):
        if not terme.connu:
            return f"non comparable : {terme.libelle} est non applicable"
    return ""


def _motif_definition(indicateur: Indicateur, before: Intervalle, now: Intervalle) -> str:
    since = indicateur.definition_depuis
    if _changed(since, indicateur, before, now):
        return f"non comparable : la définition a changé le {format_date(since)}"
    return ""


def _motif_perimetre(
    territoire: TerritoireSummary | None, zone: Zone, before: Intervalle, now: Intervalle
) -> str:
    if territoire is None:
        return ""
    if _changed(territoire.perimetre_depuis, None, before, now):
        since = format_date(territoire.perimetre_depuis)
        return f"non comparable : le périmètre de {territoire.nom} a changé le {since}"
    if zone is not Zone.ENSEMBLE and _changed(territoire.zones_depuis, None, before, now):
        since = format_date(territoire.zones_depuis)
        return f"non comparable : les zones de {territoire.nom} ont changé le {since}"
    return ""


def _changed(
    since: dt.date | None, indicateur: Indicateur | None, before: Intervalle, now: Intervalle
) -> bool:
    """Tell whether a part of the earlier span, and not all of the later one, lies before."""
    stock = indicateur is not None and indicateur.grandeur is Grandeur.STOCK
    return since is not None and (before.fin if stock else before.debut) < since <= now.fin


def _motif_zones(avant: Terme, apres: Terme) -> str:
    if not avant.zones or not apres.zones or avant.zones == apres.zones:
        return ""
    told = [" + ".join(sorted(terme.zones)) for terme in (avant, apres)]
    return f"non comparable : les zones comptées diffèrent ({told[0]}, puis {told[1]})"


def _notes(avant: Terme, apres: Terme) -> tuple[str, ...]:
    words = {
        Borne.PLUS_DE: "valeur minimale",
        Borne.MOINS_DE: "valeur maximale",
        Borne.ENVIRON: "valeur approchée",
    }
    return tuple(
        insecable(f"{terme.libelle} : {words[terme.borne]}")
        for terme in (avant, apres)
        if terme.borne in words
    )
