"""Files dropped together: which are read, what a table of a partner's own may answer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.disposition import Champ, Disposition, DispositionProposee
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.importation import Proposition
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.retour import EtatRetour

CHAMPS = {
    Champ.INDICATEUR: "indicateur (code)",
    Champ.LIBELLE: "indicateur (libellé)",
    Champ.MESURE: "mesure",
    Champ.TERRITOIRE: "territoire",
    Champ.ZONE: "zone",
    Champ.PERIODE: "période",
    Champ.VALEUR: "valeur",
    Champ.NUMERATEUR: "numérateur",
    Champ.DENOMINATEUR: "dénominateur",
    Champ.STATUT: "statut",
    Champ.FAIT_LE: "fait le",
    Champ.NOTE: "observations",
    Champ.COMMENTAIRE: "commentaire",
    Champ.IGNOREE: "ignorée",
}
_UNIQUE = tuple(champ for champ in Champ if champ not in (Champ.VALEUR, Champ.IGNOREE))


@dataclass(frozen=True)
class Recus:
    """What is to be read of what was dropped.

    Attributes:
        ecartes: French sentences on what is left out, each with its reason.
    """

    fichiers: tuple[Path, ...]
    ecartes: tuple[str, ...]


@dataclass(frozen=True)
class RetourPossible:
    """A return that a file may answer.

    Attributes:
        indice: Why it may be that one, in French, or "".
        nomme: Whether the file, its folder or its sheets name the partner.
    """

    retour: str
    partenaire: str
    nom: str
    plan: str
    periode: Periode
    etat: EtatRetour
    indice: str
    nomme: bool = False

    @property
    def libelle(self) -> str:
        """What it is called in a list."""
        return f"{self.nom} · {self.plan} · {self.periode.libelle}"


@dataclass(frozen=True)
class TableTrouvee:
    """A table of a workbook, with a few of the values below each heading.

    Attributes:
        connue: Its layout was confirmed before.
    """

    proposee: DispositionProposee
    exemples: tuple[tuple[str, ...], ...]
    connue: bool = False


@dataclass(frozen=True)
class DispositionAConfirmer:
    """A workbook laid out by its partner, of which a person must say what it is.

    Attributes:
        tables: Those found, the likeliest first.
        possibles: The returns it may answer, the likeliest first.
        question: What is asked, in French.
    """

    chemin: Path
    fichier: str
    empreinte: str
    tables: tuple[TableTrouvee, ...]
    possibles: tuple[RetourPossible, ...]
    question: str


def verifier_disposition(disposition: Disposition) -> None:
    """Refuse a layout by which nothing could be stored.

    Raises:
        ValidationError: Says what its columns lack.
    """
    counted = Counter(colonne.champ for colonne in disposition.colonnes)
    fixed = any(colonne.indicateur for colonne in disposition.colonnes)
    named = counted[Champ.INDICATEUR] + counted[Champ.LIBELLE] + counted[Champ.MESURE]
    if not named and not fixed:
        raise ValidationError(
            "champ", "Dites quelle colonne nomme l'indicateur ou la mesure : code ou libellé."
        )
    told = counted[Champ.VALEUR] + counted[Champ.STATUT] + counted[Champ.FAIT_LE]
    shares = counted[Champ.NUMERATEUR] and counted[Champ.DENOMINATEUR]
    if not told and not shares:
        raise ValidationError("champ", "Dites quelle colonne tient la valeur, ou le statut.")
    for champ in _UNIQUE:
        if counted[champ] > 1:
            raise ValidationError(
                "champ",
                f"{counted[champ]} colonnes sont prises pour « {CHAMPS[champ]} » : gardez-en une, "
                "et ignorez les autres.",
            )
    places = [
        (c.territoire, c.zone, c.periode, c.indicateur)
        for c in disposition.colonnes
        if c.champ is Champ.VALEUR
    ]
    if len(places) > len(set(places)):
        raise ValidationError(
            "champ",
            "Plusieurs colonnes tiennent la valeur : dites pour chacune la zone, le territoire ou "
            "la période, ou ignorez celles qui sont de trop.",
        )


@dataclass(frozen=True)
class Difference:
    """A cell that two versions of a return do not say alike; a missing cell has no text.

    Attributes:
        lieu: Where it stands in the more recent one, else in the other.
    """

    objet: str
    titre: str
    colonne: str
    lieu: str
    ancien: str
    recent: str


@dataclass(frozen=True)
class VersionsComparees:
    """Two files of one return, the older first.

    Attributes:
        datees: Whether the files say when they were saved; otherwise their order is a guess.
    """

    ancien: Proposition
    recent: Proposition
    differences: tuple[Difference, ...]
    datees: bool


def comparer_versions(un: Proposition, autre: Proposition) -> VersionsComparees:
    """Return what differs, cell by cell, between two files that answer the same return."""
    dated = un.enregistre_le is not None and autre.enregistre_le is not None
    old, new = un, autre
    if un.enregistre_le and autre.enregistre_le and autre.enregistre_le < un.enregistre_le:
        old, new = autre, un
    before, after = _cells(old), _cells(new)
    found = []
    for key in dict.fromkeys((*after, *before)):
        left, right = before.get(key), after.get(key)
        if (left[1].texte.strip() if left else "") == (right[1].texte.strip() if right else ""):
            continue
        (objet, titre), cell = right or left or (("", ""), None)
        assert cell is not None
        found.append(
            Difference(
                objet, titre, key[-1], cell.lieu, left[1].texte if left else "",
                right[1].texte if right else "",
            )
        )  # fmt: skip
    return VersionsComparees(old, new, tuple(found), dated)


_Cell = tuple[tuple[str, str], Cellule]


def _cells(proposition: Proposition) -> dict[tuple[str, ...], _Cell]:
    """Return every cell filled, by what it is about and its column."""
    found: dict[tuple[str, ...], _Cell] = {}
    for line in proposition.lignes:
        saisie = line.saisie
        if saisie is None:
            continue
        key = (
            saisie.nature, saisie.cle or saisie.code, saisie.territoire, saisie.zone,
            saisie.periode,
        )  # fmt: skip
        for colonne, cell in saisie.colonnes:
            found[(*key, colonne)] = ((line.designation, line.titre), cell)
    return found


def memes_retours(propositions: Iterable[Proposition]) -> dict[int, tuple[int, ...]]:
    """Return, for each file that others answer the same return as, the ranks of those others."""
    groups: dict[tuple[str, str], list[int]] = {}
    for rank, proposition in enumerate(propositions):
        groups.setdefault((proposition.retour, proposition.emetteur), []).append(rank)
    return {
        rank: tuple(other for other in ranks if other != rank)
        for ranks in groups.values()
        if len(ranks) > 1
        for rank in ranks
    }
