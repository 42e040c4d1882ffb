"""Finds one row of a received workbook again, under its headings."""

import re
from collections import defaultdict
from collections.abc import Sequence

from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.provenance import CelluleRecue, LigneRecue

_REPERE = "sdpd:"
_ADRESSE = re.compile(r"([A-Z]{1,3})([0-9]+)")
_LIGNE = re.compile(r"ligne ([0-9]+)")
_FUSION = re.compile(r"([A-Z]{1,3})([0-9]+):([A-Z]{1,3})([0-9]+)")


def ligne_recue(classeur: Classeur, feuille: str, lieu: str) -> LigneRecue:
    """Return the row of a cell (« C12 », « ligne 12 »), every column that has a heading in it.

    Raises:
        NotFoundError: The sheet or the row is not there.
    """
    sheet = _sheet(classeur, feuille)
    column, numero = _place(lieu)
    rows: dict[int, list[Cellule]] = defaultdict(list)
    for cellule in sheet.cellules:
        rows[cellule.ligne].append(cellule)
    if numero not in rows:
        raise NotFoundError(f"La ligne {numero} de « {sheet.nom} » est vide dans le fichier reçu.")
    titles = _titles(sheet, rows, numero)
    ours = _marks(rows, numero) - titles.keys()
    found = {c.colonne: c for c in rows[numero] if c.colonne not in ours}
    wanted = {column} if column else set()
    return LigneRecue(
        sheet.nom,
        numero,
        tuple(
            _cell(sheet, found.get(place), titles.get(place, ""), place, numero, column)
            for place in sorted(found.keys() | titles.keys() | wanted)
        ),
        tuple(
            sentence
            for said, sentence in (
                (sheet.masquee, f"La feuille « {sheet.nom} » est masquée."),
                (numero in sheet.lignes_masquees, f"La ligne {numero} est masquée ou filtrée."),
            )
            if said
        ),
    )


def _sheet(classeur: Classeur, nom: str) -> Feuille:
    for feuille in classeur.feuilles:
        if feuille.nom == nom:
            return feuille
    if len(classeur.feuilles) == 1:
        return classeur.feuilles[0]  # A table kept as text has no name of its own.
    raise NotFoundError(f"Le fichier reçu n'a pas de feuille « {nom} ».")


def _place(lieu: str) -> tuple[int, int]:
    """Return the numbers of a column, 0 when it is not told, and of a row."""
    if match := _ADRESSE.fullmatch(lieu):
        return _number(match[1]), int(match[2])
    if match := _LIGNE.search(lieu):
        return 0, int(match[1])
    raise NotFoundError(f"« {lieu} » ne désigne pas une cellule.")


def _titles(feuille: Feuille, rows: dict[int, list[Cellule]], numero: int) -> dict[int, str]:
    """Return the headings by column: the first row above with texts over most of the row.

    A hidden one, such as the marks of our own returns, is taken only when no other is.
    """
    above = [row for row in sorted(rows) if row < numero]
    above.sort(key=lambda row: row in feuille.lignes_masquees)
    for row in above:
        texts = {
            c.colonne: c.texte.strip()
            for c in rows[row]
            if isinstance(c.valeur, str) and c.texte and not c.texte.startswith(_REPERE)
        }
        if len(texts) >= 2 and 2 * len(texts) >= len(rows[numero]):
            return texts
    return {}


def _marks(rows: dict[int, list[Cellule]], numero: int) -> set[int]:
    """Return the columns of the marks that our returns hide for themselves."""
    return {
        c.colonne for row in rows if row < numero for c in rows[row] if c.texte.startswith(_REPERE)
    }


def _cell(
    feuille: Feuille, cellule: Cellule | None, titre: str, place: int, numero: int, wanted: int
) -> CelluleRecue:
    marques = ["colonne masquée"] if place in feuille.colonnes_masquees else []
    marques += [f"fusionnée {area}" for area in feuille.fusions if _covers(area, place, numero)]
    if cellule is not None and cellule.erreur:
        marques.append("erreur")
    if cellule is not None and cellule.formule_sans_resultat:
        marques.append("formule sans résultat")
    return CelluleRecue(
        f"{_letters(place)}{numero}",
        titre,
        cellule.texte if cellule else "",
        cellule.format if cellule else "",
        tuple(marques),
        place == wanted,
    )


def _covers(area: str, column: int, row: int) -> bool:
    match = _FUSION.fullmatch(area)
    if match is None:
        return False
    return _number(match[1]) <= column <= _number(match[3]) and int(match[2]) <= row <= int(
        match[4]
    )


def _number(letters: Sequence[str] | str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
