"""Reads what the tables of the SSMSI write in their cells, headings and file names."""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from sdpd_desktop.domain.dates import FIRST_YEAR, LAST_YEAR, month_number
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Periodicite
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode
from sdpd_desktop.domain.ssmsi import (
    BASES,
    INDISPONIBLE,
    PREFIXE,
    SECRET,
    Disposition,
    Millesime,
    SerieSsmsi,
)
from sdpd_desktop.domain.texte import NBSP, search_key

AUTRE_DEPARTEMENT = "autre département"
COMMUNE_INCONNUE = "commune inconnue de la base"
AUTRE_STATISTIQUE = "taux ou autre statistique qu'un nombre"
_CODE_LENGTH = 40

_SMALL = {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "par"}
_SMALL |= {"pour", "un", "une"}
_UNITS = {
    "victime": ("V", "victimes"),
    "infraction": ("I", "infractions"),
    "vehicule": ("VH", "véhicules"),
    "mis en cause": ("MEC", "mis en cause"),
    "logement": ("L", "logements"),
    "fait": ("F", "faits"),
    "": ("", "faits"),
}


_MONTHLY = (Disposition.ETAT_4001, Disposition.TABLEAU)


def serie(disposition: Disposition, titre: str, unite: str, periodicite: Periodicite) -> SerieSsmsi:
    """Return the series of an indicator and its unit, as the table words them."""
    key = search_key(unite)
    if key not in _UNITS and key.endswith("s"):
        key = key[:-1]
    short, plural = _UNITS.get(key, (_slug(key)[:5], unite.strip().lower()))
    usual = Periodicite.MOIS if disposition in _MONTHLY else Periodicite.ANNEE
    other = "" if periodicite is usual else periodicite.value[0].upper()
    head = f"{PREFIXE}.{BASES[disposition][0]}."
    tail = "".join(f".{part}" for part in (short, other) if part)
    slug, room = _slug(titre), _CODE_LENGTH - len(head) - len(tail)
    if len(slug) > room:
        digest = hashlib.sha256(search_key(titre).encode()).hexdigest()[:4].upper()
        words = slug[: room - 4].rpartition("-")[0] or slug[: room - 5]
        slug = f"{words}-{digest}"
    return SerieSsmsi(f"{head}{slug}{tail}", titre.strip(), plural, disposition, periodicite)


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", search_key(text))
    return "-".join(word for word in words if word not in _SMALL).upper()


_TWO_DIGITS = re.compile(r"[0-9]{2}")
_YEAR_MONTH = re.compile(r"_?([0-9]{4})\s?[m_/-]\s?([0-9]{1,2})")
_MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?[ \-_/]?'?([0-9]{4}|[0-9]{2})")
_FLOATED = re.compile(r"([0-9]{4})\.0+")
_WHOLE = re.compile(r"[0-9]{1,12}")
_ZERO_DECIMALS = re.compile(r"([0-9]{1,12})[.,]0+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ .'][0-9]{3})+")
_MISSING = {"na", "nd", "nc", "n/a", "n.d.", "n.c.", "nan", "null", "-", "..", "…"}
_SECRET = {"ndiff", "s", "secret", "secret statistique", "c", "non diffuse"}


def lire_periode(texte: object) -> Periode | None:
    """Read the period of a cell or a heading: 2024, 24, 2016M01, _2022_08, janv.-25, a date.

    A date is taken for its month: tables head their columns with the first day of it. Two
    digits are a year of the years 2000, as the first editions of the bases wrote it.
    """
    match texte:
        case dt.date():
            return _month(texte.year, texte.month)
        case int() if not isinstance(texte, bool):
            texte = str(texte)
        case float() if texte.is_integer():
            texte = str(int(texte))
        case str():
            pass
        case _:
            return None
    key = search_key(texte)
    if _TWO_DIGITS.fullmatch(key):
        return _year(2000 + int(key))
    if found := _FLOATED.fullmatch(key):
        return _year(int(found[1]))
    if found := _YEAR_MONTH.fullmatch(key):
        return _month(int(found[1]), int(found[2]))
    if (found := _MONTH_YEAR.fullmatch(key)) and (month := month_number(found[1])):
        year = int(found[2])
        return _month(year if year > 99 else 2000 + year, month)
    try:
        periode = parse_periode(key)
    except ValidationError:
        return None
    return _month(periode.annee, periode.debut.month) if periode.type is _DAY else periode


_DAY = TypePeriode.DATE


def _year(year: int) -> Periode | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Periode.de(TypePeriode.ANNEE, dt.date(year, 1, 1))


def _month(year: int, month: int) -> Periode | None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    return Periode.de(TypePeriode.MOIS, dt.date(year, month, 1))


def mois_de(texte: object, annee: int) -> Periode | None:
    """Read a month of that year: 6, « 06 », « juin », or a date or period of one."""
    if isinstance(texte, int | float) and not isinstance(texte, bool):
        texte = str(int(texte))
    if isinstance(texte, str):
        key = search_key(texte)
        number = int(key) if _TWO_DIGITS.fullmatch(key.zfill(2)) else month_number(key)
        if number is not None:
            return _month(annee, number)
    periode = lire_periode(texte)
    fits = periode is not None and periode.type is TypePeriode.MOIS and periode.annee == annee
    return periode if fits else None


def lire_effectif(texte: object) -> tuple[Decimal | None, str]:
    """Read a count; return it with "", or None and why it is absent.

    Raises:
        ValidationError: The text is neither a whole number nor a mark of absence.
    """
    match texte:
        case bool():
            pass
        case int() if 0 <= texte < 10**12:
            return Decimal(texte), ""
        case float() if texte.is_integer() and 0 <= texte < 10**12:
            return Decimal(int(texte)), ""
        case str():
            if _WHOLE.fullmatch(texte):
                return Decimal(texte), ""
            return _typed(texte)
    raise _no_count(texte)


def _typed(texte: str) -> tuple[Decimal | None, str]:
    key = search_key(texte)
    if key in _MISSING:
        return None, INDISPONIBLE
    if key in _SECRET:
        return None, SECRET
    if found := _ZERO_DECIMALS.fullmatch(key):
        return Decimal(found[1]), ""
    # A dot between thousands is not taken for granted: 1.097 may be a rate.
    if _GROUPED.fullmatch(key) and "." not in key:
        return Decimal(re.sub("[^0-9]", "", key)), ""
    if _WHOLE.fullmatch(key):
        return Decimal(key), ""
    raise _no_count(texte)


def _no_count(texte: object) -> ValidationError:
    shown = str(texte)[:40]
    return ValidationError(
        "valeur", f"«{NBSP}{shown}{NBSP}» n'est pas un nombre entier de faits, positif ou nul."
    )


_POLICE = {"police", "pn", "dgpn", "zpn", "ddsp", "dipn", "ddpn"}
_GENDARMERIE = {"gendarmerie", "gn", "dggn", "zgn", "ggd"}
_WHOLE_AREA = {"ensemble", "total", "departement", "pngn"}


def lire_zone(texte: str) -> Zone | None:
    """Read a zone: « Zone police », « GN », « Ensemble PN+GN »; None for anything else."""
    words = set(re.findall(r"[a-z]+", search_key(texte)))
    if words & _WHOLE_AREA or (words & _POLICE and words & _GENDARMERIE):
        return Zone.ENSEMBLE
    if words & _POLICE:
        return Zone.POLICE
    return Zone.GENDARMERIE if words & _GENDARMERIE else None


_DEPARTEMENT = re.compile(r"(97[1-8]|98[4-8]|2[AB]|[0-9]{2})")


def departement_de(insee: str) -> str:
    """Return the département of a commune's INSEE code, "" for no such code.

    77284 gives 77, 2A004 gives 2A, 97411 gives 974.
    """
    found = _DEPARTEMENT.match(insee.upper())
    return found[1] if found else ""


def code_departement(texte: str) -> str:
    """Return the code a cell names: « 1 » and « 01-Ain » give 01; "" for no département."""
    bare = texte.strip().upper()
    head = re.split(r"[\s\-–:]", bare, maxsplit=1)[0]
    if head.isascii() and head.isdigit() and len(head) == 1:
        head = f"0{head}"
    return head if _DEPARTEMENT.fullmatch(head) else ""


def code_commune(texte: str) -> str:
    """Return the INSEE code a cell names; « 1001 », whose zero a spreadsheet ate, gives 01001."""
    bare = texte.strip().upper()
    return f"0{bare}" if len(bare) == 4 and bare.isascii() and bare.isdigit() else bare


_GEOGRAPHIE = re.compile(r"geographie\D?(20[0-9]{2})")
_PRODUIT = re.compile(r"produit\D{0,6}(20[0-9]{2})-([0-9]{2})-([0-9]{2})")
_CODGEO = re.compile(r"codgeo\D(20[0-9]{2})")


def millesime(nom: str, titres: Iterable[str], annees: Iterable[int]) -> Millesime:
    """Return the edition that a file's name, headings and years tell."""
    key = search_key(nom)
    geographie = _GEOGRAPHIE.search(key)
    for titre in titres:
        geographie = geographie or _CODGEO.fullmatch(search_key(titre))
    produit = None
    if found := _PRODUIT.search(key):
        try:
            produit = dt.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            produit = None
    return Millesime(max(annees, default=0), int(geographie[1]) if geographie else None, produit)


@dataclass
class Filtre:
    """What is kept of a file while it is read.

    Attributes:
        departement: INSEE code of the only département kept.
        communes: INSEE codes of the only communes kept, None for all of the département.
    """

    departement: str
    communes: frozenset[str] | None = None
    ecartees: Counter[str] = field(default_factory=Counter)

    def garde_commune(self, insee: str) -> bool:
        """Tell whether a commune is kept, and count it when it is not."""
        if departement_de(insee) != self.departement:
            self.ecartees[AUTRE_DEPARTEMENT] += 1
            return False
        if self.communes is not None and insee not in self.communes:
            self.ecartees[COMMUNE_INCONNUE] += 1
            return False
        return True

    def garde_departement(self, code: str) -> bool:
        """Tell whether a département is kept, and count it when it is not."""
        if code != self.departement:
            self.ecartees[AUTRE_DEPARTEMENT] += 1
            return False
        return True
