"""The columns of a known layout, as they are met in each row of its table."""

from collections.abc import Mapping

from sdpd_desktop.documents.disposition_titres import (
    MESURABLES,
    est_partielle,
    est_rang,
    periode_complete,
)
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.disposition import Champ, ColonneDisposition, LigneLue

REPERES = (Champ.INDICATEUR, Champ.LIBELLE, Champ.MESURE, Champ.TERRITOIRE, Champ.ZONE,
           Champ.PERIODE)  # fmt: skip
SUIVI = (Champ.STATUT, Champ.FAIT_LE, Champ.NOTE)
_COMMUNS = (*SUIVI, Champ.COMMENTAIRE)

About = tuple[str, str, str, str]
Columns = list[tuple[Champ, int, int]]
RIEN: About = ("", "", "", "")


class Table:
    """The columns of a layout as they are met in each row.

    Attributes:
        reperes: Columns that tell what the row is about; the first ones of ``places``.
        groupes: For each thing that values are about, their fields, each with its rank in
            ``places`` and its column.
        communs: The same for what holds of the whole row.
    """

    def __init__(self, places: Mapping[int, ColonneDisposition], annee: str) -> None:
        self._annee = annee
        self.reperes = [p for p, colonne in places.items() if colonne.champ in REPERES]
        others = [p for p, c in sorted(places.items()) if c.champ in (*MESURABLES, *_COMMUNS)]
        self.places = (*self.reperes, *others)
        named = [places[place].champ for place in self.reperes]
        titles = enumerate(places[place].titre for place in self.reperes)
        periods = [(i, titre) for i, titre in titles if named[i] is Champ.PERIODE]
        self._part = next(((i, titre) for i, titre in periods if est_rang(titre)), None)
        self._whole = next((i for i, titre in periods if not est_rang(titre)), None)
        self._rangs = [named.index(champ) if champ in named else None for champ in REPERES]
        self.groupes: dict[About, Columns] = {}
        self.communs: Columns = []
        for rang, place in enumerate(others, len(self.reperes)):
            colonne = places[place]
            if colonne.champ in MESURABLES:
                about = (colonne.indicateur, colonne.territoire, colonne.zone, colonne.periode)
                self.groupes.setdefault(about, []).append((colonne.champ, rang, place))
            else:
                self.communs.append((colonne.champ, rang, place))

    def ligne(
        self,
        feuille: str,
        numero: int,
        texts: list[str],
        about: About,
        cells: tuple[tuple[Champ, Cellule], ...],
    ) -> LigneLue:
        """Return a row that was read."""
        of = ["" if rang is None else texts[rang] for rang in self._rangs]
        indicateur, libelle, mesure, territoire, zone, _ = of
        return LigneLue(
            feuille, numero, about[0] or indicateur, libelle, mesure, about[1] or territoire,
            about[2] or zone, self._periode(texts, about[3]), cells,
        )  # fmt: skip

    def _periode(self, texts: list[str], colonne: str) -> str:
        """Return the period: of the column, or of the row, whose year may stand elsewhere."""
        whole = texts[self._whole] if self._whole is not None else ""
        if colonne:
            lacking = est_partielle(colonne)
            return periode_complete(colonne, whole or self._annee, "") if lacking else colonne
        if self._part is None:
            return whole
        rank, titre = self._part
        return periode_complete(texts[rank], whole or self._annee, titre)
