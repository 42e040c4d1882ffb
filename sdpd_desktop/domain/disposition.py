"""Dispositions: how a partner lays out its own table, and the rows read by it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.texte import search_key


class Champ(StrEnum):
    """What a column holds."""

    INDICATEUR = "indicateur"
    LIBELLE = "libelle"
    MESURE = "mesure"
    TERRITOIRE = "territoire"
    ZONE = "zone"
    PERIODE = "periode"
    VALEUR = "valeur"
    NUMERATEUR = "numerateur"
    DENOMINATEUR = "denominateur"
    STATUT = "statut"
    FAIT_LE = "fait_le"
    NOTE = "note"
    COMMENTAIRE = "commentaire"
    IGNOREE = "ignoree"


@dataclass(frozen=True)
class ColonneDisposition:
    """One column, by its title as found.

    Attributes:
        titre: « Haut / Bas » under a header of two rows; "" for a column without a title.
        territoire, zone, periode, indicateur: What every value of the column is about, in a wide
            table that has one column of values per territory, zone …; "" otherwise.
    """

    titre: str
    champ: Champ
    territoire: str = ""
    zone: str = ""
    periode: str = ""
    indicateur: str = ""


@dataclass(frozen=True)
class Disposition:
    """The columns of a table, in the order of its header."""

    feuille: str
    colonnes: tuple[ColonneDisposition, ...]

    @property
    def cle(self) -> str:
        """What the layout is remembered by: its titles, whatever their order, case or sheet."""
        return cle_disposition(colonne.titre for colonne in self.colonnes)


def cle_disposition(titres: Iterable[str]) -> str:
    """Return the key of a layout that has these titles."""
    return "\n".join(sorted(search_key(titre) for titre in titres))


@dataclass(frozen=True)
class DispositionProposee:
    """A table found in a workbook, and what its columns seem to hold.

    Attributes:
        entete: Row of its header; the last one, when the header has two.
        lignes: Number of rows below it that hold anything.
        doutes: French sentences on what was guessed, ignored, or can be read two ways.
        complete: True when rows read by it can be stored: they name what is measured or done,
            and hold a value or a status.
    """

    disposition: Disposition
    entete: int
    lignes: int
    doutes: tuple[str, ...]
    complete: bool


@dataclass(frozen=True)
class Vocabulaire:
    """What the headers of wide tables may name: codes by search key of each of their names."""

    indicateurs: Mapping[str, str]
    territoires: Mapping[str, str]
    zones: Mapping[str, str]


class LigneLue(NamedTuple):
    """What one row says of one value or mesure; a row of a wide table says several.

    Texts are as typed, "" when the table has no such column.

    Attributes:
        cellules: The cells that are to be understood, by field; empty ones are left out.
    """

    feuille: str
    ligne: int
    indicateur: str
    libelle: str
    mesure: str
    territoire: str
    zone: str
    periode: str
    cellules: tuple[tuple[Champ, Cellule], ...]

    def cellule(self, champ: Champ) -> Cellule | None:
        """Return the cell of that field, if the row has it."""
        return dict(self.cellules).get(champ)
