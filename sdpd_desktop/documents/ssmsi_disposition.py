"""Finds the headings of a table of the SSMSI and what each column says."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from sdpd_desktop.documents.tableau_flux import Rangee, Valeur
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.ssmsi import Colonne, Correspondance, Disposition, RoleColonne
from sdpd_desktop.domain.ssmsi_lecture import code_departement, lire_periode, lire_zone
from sdpd_desktop.domain.texte import search_key

HEAD_ROWS = 40
_R = RoleColonne

# Headings as the published bases write them, their separators made spaces; the first editions
# (2022 to 2024) and the later ones name the same columns differently.
_COMMON = {
    "annee": _R.PERIODE,
    "indicateur": _R.INDICATEUR,
    "classe": _R.INDICATEUR,
    "unite de compte": _R.UNITE,
    "nombre": _R.VALEUR,
    "faits": _R.VALEUR,
}
_PUBLISHED: tuple[tuple[Disposition, dict[str, RoleColonne], frozenset[RoleColonne]], ...] = (
    (
        Disposition.COMMUNALE,
        {
            **_COMMON,
            "codgeo": _R.TERRITOIRE,
            "libgeo": _R.NOM_TERRITOIRE,
            "est diffuse": _R.DIFFUSION,
            "valeur publiee": _R.DIFFUSION,
        },
        frozenset({_R.PERIODE, _R.INDICATEUR, _R.VALEUR, _R.TERRITOIRE, _R.DIFFUSION}),
    ),
    (
        Disposition.DEPARTEMENTALE,
        {**_COMMON, "code departement": _R.TERRITOIRE},
        frozenset({_R.PERIODE, _R.INDICATEUR, _R.VALEUR, _R.TERRITOIRE}),
    ),
    (
        Disposition.CHRONOLOGIQUE,
        {
            "valeurs": _R.VALEUR,
            "unite temps": _R.PERIODE,
            "indicateur": _R.INDICATEUR,
            "sous indicateur": _R.PRECISION,
            "declinaison": _R.PRECISION,
            "detail complementaire": _R.PRECISION,
            "statistique": _R.STATISTIQUE,
            "zone geographique": _R.TERRITOIRE,
            "unite de compte": _R.UNITE,
        },
        frozenset({_R.VALEUR, _R.PERIODE, _R.INDICATEUR, _R.TERRITOIRE, _R.STATISTIQUE}),
    ),
)

_DERIVED = re.compile(
    r"%|\b(evolution|evol|variation|ecart|taux|cumul|cumule|glissant|glissants|tendance|rang"
    r"|moyenne|part|difference|delta|objectif|seuil)\b"
)
_TABLE_ROLES: tuple[tuple[re.Pattern[str], RoleColonne], ...] = (
    (re.compile(r"unites?( de compte)?"), _R.UNITE),
    (re.compile(r"annees?|periodes?|dates?"), _R.PERIODE),
    (re.compile(r"mois"), _R.MOIS),
    (re.compile(r"(zone|force|service|perimetre)( de competence)?"), _R.ZONE),
    (re.compile(r"(code )?(departement|dep|dept|insee|commune)|codgeo"), _R.TERRITOIRE),
    (re.compile(r"(nom|libelle)( de( la| l)?)? ?(commune|departement|geographique)"), _R.IGNOREE),
    (re.compile(r"(sous|detail|precision).*"), _R.PRECISION),
    (re.compile(r".*(indicateur|libelle|infraction|categorie|intitule|rubrique|classe).*"),
     _R.INDICATEUR),
    (re.compile(r"(nombre|nb|valeur|faits?|effectif|total|ensemble)s?\b.*"), _R.VALEUR),
)  # fmt: skip
_THEMES = re.compile(r"\b(themes?|familles?|rubriques?|thematiques?)\b")


def trouver(rangees: Sequence[Rangee], feuille: str) -> Correspondance | None:
    """Return what the columns of the table in the first rows are, None when there is none.

    Raises:
        UserError: It is a base that no plan of a département can use.
    """
    for index, rangee in enumerate(rangees):
        titles = [cle(cell) for cell in rangee.cellules]
        found = _published(rangee, titles, feuille) or _etat_4001(rangee, titles, feuille)
        if found is not None:
            return found
        if {"code region", "annee"} <= set(titles) and {"indicateur", "classe"} & set(titles):
            raise UserError(
                "C'est la base régionale : aucun plan de département n'y a de valeur. Choisissez "
                "la base départementale ou communale."
            )
        if index + 1 < len(rangees) and (table := _tableau(rangees, index, feuille)):
            return table
    return None


def cle(cell: Valeur) -> str:
    """Return a heading without case, accents or the variety of separators."""
    return re.sub(r"[\s._]+", " ", search_key(cell)).strip() if isinstance(cell, str) else ""


def _published(rangee: Rangee, titles: Sequence[str], feuille: str) -> Correspondance | None:
    bare = [re.sub(r"^codgeo \d{4}$", "codgeo", title) for title in titles]
    for disposition, roles, needed in _PUBLISHED:
        columns = tuple(
            Colonne(rang, str(cell or ""), roles.get(title, _R.IGNOREE))
            for rang, (cell, title) in enumerate(zip(rangee.cellules, bare, strict=True))
        )
        if needed <= {column.role for column in columns}:
            return Correspondance(disposition, feuille, rangee.numero, columns, sure=True)
    return None


def _etat_4001(rangee: Rangee, titles: Sequence[str], feuille: str) -> Correspondance | None:
    if not {"index", "libelle index"} <= set(titles):
        return None
    columns = []
    for rang, (cell, title) in enumerate(zip(rangee.cellules, titles, strict=True)):
        periode = lire_periode(cell)
        role = _R.VALEUR if periode else _R.IGNOREE
        role = _R.INDICATEUR if title == "libelle index" else role
        columns.append(Colonne(rang, str(cell or ""), role, periode))
    if not any(column.role is _R.VALEUR for column in columns):
        return None
    return Correspondance(Disposition.ETAT_4001, feuille, rangee.numero, tuple(columns), sure=True)


def _tableau(rangees: Sequence[Rangee], index: int, feuille: str) -> Correspondance | None:
    """Return what a table without a published layout seems to say, to be confirmed."""
    row = rangees[index]
    filled = [cell for cell in row.cellules if cell not in (None, "")]
    if len(filled) < 2:
        return None
    above = _spread(rangees[index - 1].cellules if index else (), len(row.cellules))
    columns = [_colonne(rang, cell, above[rang]) for rang, cell in enumerate(row.cellules)]
    columns = _one_indicator(columns, rangees[index + 1 :])
    roles = {column.role for column in columns}
    if not {_R.INDICATEUR, _R.VALEUR} <= roles or _goes_on(columns, rangees[index + 1]):
        return None
    periode = None
    dated = _R.PERIODE in roles or all(c.periode for c in columns if c.role is _R.VALEUR)
    if not dated:
        periode = _first(rangees[:index], _periode_du_titre)
    zone = _first(rangees[:index], _zone_du_titre) or Zone.ENSEMBLE
    return Correspondance(Disposition.TABLEAU, feuille, row.numero, tuple(columns), periode, zone)


def _goes_on(columns: Sequence[Colonne], below: Rangee) -> bool:
    """Tell whether the row below still is one of headings: zones or months under the values."""
    cells = [
        below.cellules[column.rang]
        for column in columns
        if column.role is _R.VALEUR and column.rang < len(below.cellules)
    ]
    return any(_plain_period(c) or (isinstance(c, str) and lire_zone(c)) for c in cells)


def _colonne(rang: int, cell: Valeur, over: Valeur) -> Colonne:
    """Read a heading, with the merged one that may stand over it."""
    title = _shown(cell)
    full = f"{_shown(over)} {title}".strip() if over not in (None, "") else title
    key = cle(title)
    periode = _plain_period(cell) or (_plain_period(over) if key else None)
    zone = lire_zone(title) or lire_zone(_shown(over))
    if _DERIVED.search(cle(full)):
        return Colonne(rang, full, _R.IGNOREE, motif="chiffre calculé ou cumulé")
    if periode is not None:
        return Colonne(rang, full, _R.VALEUR, periode, zone)
    for pattern, role in _TABLE_ROLES:
        if key and pattern.fullmatch(key):
            return Colonne(rang, full, role, zone=zone if role is _R.VALEUR else None)
    if key and lire_zone(title) is not None:
        return Colonne(rang, full, _R.VALEUR, zone=zone)
    return Colonne(rang, full, _R.IGNOREE)


def _plain_period(cell: Valeur) -> Periode | None:
    """Return the period a heading names; two digits alone are a rank, not a year, here."""
    if isinstance(cell, str) and len(cell.strip()) < 4:
        return None
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell < 1900:
        return None
    periode = lire_periode(cell)
    if periode is None and isinstance(cell, str):
        years = _YEAR_IN_TITLE.findall(cell)
        only = lire_periode(years[0]) if len(years) == 1 else None
        periode = _periode_du_titre(cell) or only
    return periode


def _one_indicator(columns: list[Colonne], rows: Sequence[Rangee]) -> list[Colonne]:
    """Keep one column of indicators: the first by its name, or the first filled with words."""
    named = [c for c in columns if c.role is _R.INDICATEUR]
    best = next((c for c in named if not _THEMES.search(cle(c.titre))), None)
    if best is None:
        best = named[0] if named else None
    if best is None:
        best = next((c for c in columns if c.role is _R.IGNOREE and _wordy(c, rows)), None)
    fixed = []
    for column in columns:
        if best is not None and column.rang == best.rang:
            fixed.append(replace(column, role=_R.INDICATEUR, motif=""))
        elif column.role is _R.INDICATEUR:
            fixed.append(replace(column, role=_R.IGNOREE))
        else:
            fixed.append(column)
    return fixed


def _wordy(column: Colonne, rows: Sequence[Rangee]) -> bool:
    cells = [row.cellules[column.rang] for row in rows if column.rang < len(row.cellules)]
    words = [c for c in cells if isinstance(c, str) and re.search("[A-Za-zÀ-ÿ]{3}", c)]
    return len(words) >= 1 and len(words) * 2 > len([c for c in cells if c not in (None, "")])


def _spread(cells: Sequence[Valeur], width: int) -> list[Valeur]:
    """Repeat each heading over the empty cells at its right: merged cells leave them empty."""
    if sum(cell not in (None, "") for cell in cells) < 2:
        cells = ()  # A title, not a row of headings.
    spread: list[Valeur] = []
    last: Valeur = None
    for rang in range(width):
        cell = cells[rang] if rang < len(cells) else None
        last = cell if cell not in (None, "") else last
        spread.append(last)
    return spread


def departement_annonce(rangees: Sequence[Rangee]) -> str:
    """Return the département that the lines over a table name, "" when they name none."""
    return _first(rangees, _departement) or ""


_DEP = re.compile(r"\bdep(?:artements?|t|\.)?\s*(?:n°|:|\()?\s*([0-9]{1,3}|2[ab])\b")
_IN_BRACKETS = re.compile(r"\(([0-9]{2,3}|2[ab])\)")


def _departement(text: str) -> str | None:
    found = _DEP.search(search_key(text)) or _IN_BRACKETS.search(search_key(text))
    return code_departement(found[1]) or None if found else None


def zone_du_nom(nom: str) -> Zone:
    """Return the zone of an état 4001, which only the file's name tells: « …-pn.xlsx »."""
    words = re.findall("[a-z]+", search_key(nom))
    if "pn" in words:
        return Zone.POLICE
    return Zone.GENDARMERIE if "gn" in words else Zone.ENSEMBLE


def _zone_du_titre(text: str) -> Zone | None:
    """Return the zone a title names: only « zone police » and the like, never a mere « police »."""
    key = search_key(text)
    return lire_zone(text) if re.search(r"\bzones?\b|\bzpn\b|\bzgn\b", key) else None


_YEAR_IN_TITLE = re.compile(r"\b20[0-9]{2}\b")
_MONTH_IN_TITLE = re.compile(r"([a-zé]{3,9}\.?) (20[0-9]{2})|\b(0[1-9]|1[0-2])/(20[0-9]{2})\b")


def _periode_du_titre(text: str) -> Periode | None:
    for found in _MONTH_IN_TITLE.finditer(search_key(text)):
        if periode := lire_periode(found[0]):
            return periode
    return None


_T = TypeVar("_T")


def _first(rangees: Sequence[Rangee], read: Callable[[str], _T | None]) -> _T | None:
    for rangee in rangees:
        for cell in rangee.cellules:
            if isinstance(cell, dt.date) and (found := read(f"{cell:%m/%Y}")):
                return found
            if isinstance(cell, str) and (found := read(cell)):
                return found
    return None


def _shown(cell: Valeur) -> str:
    if isinstance(cell, dt.date):
        return f"{cell:%m/%Y}"
    return "" if cell is None else str(cell).strip()
