"""Dates as people type them, and as French documents print them."""

import datetime as dt
import re

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import NBSP, quote, search_key

FIRST_YEAR, LAST_YEAR = 1900, 2199
MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_SHORT = {"jan": 1, "janv": 1, "fev": 2, "fevr": 2, "mar": 3, "avr": 4, "juil": 7, "aou": 8}
_SHORT |= {"sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_MONTHS = {search_key(name): number for number, name in enumerate(MOIS, 1)} | _SHORT

_LEAD = r"(?:(?:le|au) )?(?:(?:lun|mar|mercre|jeu|vendre|same)di,? |dimanche,? )?"
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[ t]00:00(?::00(?:\.0+)?)?)?")
_NUMERIC = re.compile(_LEAD + r"([0-9]{1,2}) ?([-/. ]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})")
_WORDS = re.compile(_LEAD + r"([0-9]{1,2})(?:er)?[ -]([a-z]+)\.?[ -]([0-9]{4}|[0-9]{2})")


def month_number(name: str) -> int | None:
    """Return 1 to 12 for a French month, whole or abbreviated (« juil. »), else None."""
    return _MONTHS.get(search_key(name).rstrip("."))


def check_year(field: str, year: int) -> int:
    """Return the year.

    Raises:
        ValidationError: It lies outside what a plan can speak of.
    """
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    raise ValidationError(
        field,
        f"L'année {year} est hors limites{NBSP}: "
        f"écrivez une année entre {FIRST_YEAR} et {LAST_YEAR}.",
    )


def lire_date(texte: str) -> dt.date:
    """Read a date: 30/06/2022, 30/06/22, 30.06.2022, 2022-06-30, « 30 juin 2022 ».

    A year of two digits belongs to the years 2000.

    Raises:
        ValidationError: The text is no date, or one that no calendar has.
    """
    key = search_key(texte)
    if found := _ISO.fullmatch(key):
        year, month, day = found.groups()
        return _date(texte, year, int(month), day)
    if found := _NUMERIC.fullmatch(key):
        day, _, month, year = found.groups()
        return _date(texte, year, int(month), day)
    found = _WORDS.fullmatch(key)
    if found and (number := month_number(found[2])):
        return _date(texte, found[3], number, found[1])
    raise ValidationError(
        "date",
        f"{quote(texte)} n'est pas une date. "
        f"Écrivez-la comme 30/06/2022 ou {quote('30 juin 2022')}.",
    )


def _date(texte: str, year: str, month: int, day: str) -> dt.date:
    number = check_year("date", int(year) + (2000 if len(year) == 2 else 0))
    try:
        return dt.date(number, month, int(day))
    except ValueError:
        raise ValidationError(
            "date",
            f"{quote(texte)} n'existe pas dans le calendrier{NBSP}: "
            "vérifiez le jour et le mois (jj/mm/aaaa).",
        ) from None


def format_date(date: dt.date | None) -> str:
    """Return « 30/06/2022 », or "" without a date."""
    return f"{date:%d/%m/}{date.year:04}" if date else ""


def format_date_longue(date: dt.date | None) -> str:
    """Return « 1er juillet 2022 », or "" without a date; the parts never break apart."""
    if date is None:
        return ""
    day = "1er" if date.day == 1 else str(date.day)
    return f"{day}{NBSP}{MOIS[date.month - 1]}{NBSP}{date.year}"
