"""Periods: year, semester, quarter, month or a single day."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, total_ordering

from sdpd_desktop.domain.dates import MOIS, check_year, format_date, lire_date, month_number
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import quote, search_key


class TypePeriode(StrEnum):
    """Lengths of a period."""

    ANNEE = "annee"
    SEMESTRE = "semestre"
    TRIMESTRE = "trimestre"
    MOIS = "mois"
    DATE = "date"


_MONTHS = {
    TypePeriode.ANNEE: 12,
    TypePeriode.SEMESTRE: 6,
    TypePeriode.TRIMESTRE: 3,
    TypePeriode.MOIS: 1,
}
_DAY = dt.timedelta(days=1)


def _bounds(type_: TypePeriode, day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the period of that type the day lies in."""
    if type_ is TypePeriode.DATE:
        return day, day
    length = _MONTHS[type_]
    first = (day.month - 1) // length * length + 1
    last = first + length - 1
    last_day = calendar.monthrange(day.year, last)[1]
    return dt.date(day.year, first, 1), dt.date(day.year, last, last_day)


@total_ordering
@dataclass(frozen=True)
class Periode:
    """A calendar period; sorts by its last day, then its first: the latest comes last.

    Attributes:
        debut: First day.
        fin: Last day, included.
    """

    type: TypePeriode
    debut: dt.date
    fin: dt.date

    def __post_init__(self) -> None:
        if (self.debut, self.fin) != _bounds(self.type, self.debut):
            raise ValueError(f"no {self.type} runs from {self.debut} to {self.fin}")

    def __lt__(self, other: "Periode") -> bool:
        return (self.fin, self.debut) < (other.fin, other.debut)

    @classmethod
    def de(cls, type_: TypePeriode, day: dt.date) -> "Periode":
        """Return the period of that type the day lies in."""
        return cls(type_, *_bounds(type_, day))

    @property
    def annee(self) -> int:
        """The year it lies in."""
        return self.debut.year

    @property
    def rang(self) -> int:
        """Its number within the year: 2 for the second quarter, 6 for June, 1 for a year."""
        return (self.debut.month - 1) // _MONTHS.get(self.type, 1) + 1

    @cached_property
    def code(self) -> str:
        """« 2022 », « 2022-S1 », « 2022-T2 », « 2022-06 », « 2022-06-30 »."""
        match self.type:
            case TypePeriode.ANNEE:
                return f"{self.annee:04}"
            case TypePeriode.SEMESTRE:
                return f"{self.annee:04}-S{self.rang}"
            case TypePeriode.TRIMESTRE:
                return f"{self.annee:04}-T{self.rang}"
            case TypePeriode.MOIS:
                return f"{self.annee:04}-{self.rang:02}"
            case _:
                return self.debut.isoformat()

    @cached_property
    def libelle(self) -> str:
        """« 2022 », « 1er semestre 2022 », « 2e trimestre 2022 », « juin 2022 », « 30/06/2022 »."""
        rank = "1er" if self.rang == 1 else f"{self.rang}e"
        match self.type:
            case TypePeriode.SEMESTRE:
                return f"{rank} semestre {self.annee}"
            case TypePeriode.TRIMESTRE:
                return f"{rank} trimestre {self.annee}"
            case TypePeriode.MOIS:
                return f"{MOIS[self.rang - 1]} {self.annee}"
            case _:
                return self.court

    @property
    def court(self) -> str:
        """The header of a column: « 2022 », « S1 2022 », « T2 2022 », « 06/2022 »."""
        match self.type:
            case TypePeriode.ANNEE:
                return str(self.annee)
            case TypePeriode.SEMESTRE:
                return f"S{self.rang} {self.annee}"
            case TypePeriode.TRIMESTRE:
                return f"T{self.rang} {self.annee}"
            case TypePeriode.MOIS:
                return f"{self.rang:02}/{self.annee}"
            case _:
                return format_date(self.debut)

    def contient(self, day: dt.date) -> bool:
        """Tell whether the day lies in the period, its bounds included."""
        return self.debut <= day <= self.fin

    def precedente(self) -> "Periode":
        """Return the period of the same type just before."""
        return Periode.de(self.type, self.debut - _DAY)

    def suivante(self) -> "Periode":
        """Return the period of the same type just after."""
        return Periode.de(self.type, self.fin + _DAY)

    def annee_precedente(self) -> "Periode":
        """Return the same period of the year before (N-1); 29 February gives 28 February."""
        year, month = self.debut.year - 1, self.debut.month
        day = min(self.debut.day, calendar.monthrange(year, month)[1])
        return Periode.de(self.type, dt.date(year, month, day))


def periode_exacte(debut: dt.date, fin: dt.date) -> Periode | None:
    """Return the longest calendar period with exactly these bounds, None when there is none."""
    for type_ in TypePeriode:
        if _bounds(type_, debut) == (debut, fin):
            return Periode(type_, debut, fin)
    return None


def libelle_intervalle(debut: dt.date, fin: dt.date) -> str:
    """Return « 2022 », « de janvier à mai 2022 », « de juin 2021 à mai 2022 », « du … au … »."""
    if exact := periode_exacte(debut, fin):
        return exact.libelle
    first, last = Periode.de(TypePeriode.MOIS, debut), Periode.de(TypePeriode.MOIS, fin)
    if (first.debut, last.fin) != (debut, fin):
        return f"du {format_date(debut)} au {format_date(fin)}"
    start = MOIS[debut.month - 1] if debut.year == fin.year else first.libelle
    particle = "d'" if start[0] in "ao" else "de "
    return f"{particle}{start} à {last.libelle}"


_YEAR = r"([0-9]{4})"
_ANNEE = re.compile(rf"(?:annee |an |exercice )?{_YEAR}")
_RANK = re.compile(rf"{_YEAR}[ -]?([stq])([0-9])|([stq])([0-9])[ -/]?{_YEAR}")
_RANK_WORDS = re.compile(
    rf"(?:([0-9]) ?(?:er|ere|e|eme|nd|d)?|(premier|deuxieme|second|troisieme|quatrieme))"
    rf" (semestre|trimestre),?(?: de)? {_YEAR}|(semestre|trimestre) ([0-9]),? {_YEAR}"
)
_MOIS = re.compile(rf"{_YEAR}[-/]([0-9]{{1,2}})|([0-9]{{1,2}})[-/]{_YEAR}")
_MOIS_WORDS = re.compile(rf"([a-z]+\.?)[ -]{_YEAR}")
_ORDINALS = {"premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4}
_LETTERS = {"s": TypePeriode.SEMESTRE, "t": TypePeriode.TRIMESTRE, "q": TypePeriode.TRIMESTRE}


def parse_periode(text: str) -> Periode:
    """Read a period's code, or what people type: « T2 2022 », « juin 2022 », « 30/06/2022 ».

    Raises:
        ValidationError: The text names no period.
    """
    key = search_key(text)
    found = _read_year(key) or _read_rank(key) or _read_month(key)
    if found is None:
        try:
            return Periode.de(TypePeriode.DATE, lire_date(key))
        except ValidationError:
            raise _refusal(text) from None
    type_, year, rank = found
    check_year("periode", year)
    length = _MONTHS[type_]
    if not 1 <= rank <= 12 // length:
        raise _refusal(text)
    return Periode.de(type_, dt.date(year, (rank - 1) * length + 1, 1))


def _read_year(key: str) -> tuple[TypePeriode, int, int] | None:
    found = _ANNEE.fullmatch(key)
    return (TypePeriode.ANNEE, int(found[1]), 1) if found else None


def _read_rank(key: str) -> tuple[TypePeriode, int, int] | None:
    if found := _RANK.fullmatch(key):
        letter = found[2] or found[4]
        return _LETTERS[letter], int(found[1] or found[6]), int(found[3] or found[5])
    if found := _RANK_WORDS.fullmatch(key):
        digit = found[1] or found[6]
        rank = int(digit) if digit else _ORDINALS[found[2]]
        return TypePeriode(found[3] or found[5]), int(found[4] or found[7]), rank
    return None


def _read_month(key: str) -> tuple[TypePeriode, int, int] | None:
    if found := _MOIS.fullmatch(key):
        return TypePeriode.MOIS, int(found[1] or found[4]), int(found[2] or found[3])
    if (found := _MOIS_WORDS.fullmatch(key)) and (month := month_number(found[1])):
        return TypePeriode.MOIS, int(found[2]), month
    return None


def _refusal(text: str) -> ValidationError:
    return ValidationError(
        "periode",
        f"{quote(text)} n'est pas une période. Écrivez une année (2022), "
        "un semestre (2022-S1), un trimestre (2022-T2), un mois (2022-06 ou juin 2022) "
        "ou une date (30/06/2022).",
    )


def periodes_entre(type_: TypePeriode, debut: dt.date, fin: dt.date) -> tuple[Periode, ...]:
    """Return the periods of that type from the one holding ``debut`` to the one holding ``fin``."""
    found: list[Periode] = []
    periode = Periode.de(type_, debut)
    while periode.debut <= fin:
        found.append(periode)
        periode = periode.suivante()
    return tuple(found)
