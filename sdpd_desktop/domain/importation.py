"""Imports: the cells read from a workbook, and the proposition made of them.

What is made by tens of thousands is a NamedTuple: a frozen dataclass takes four to six times
as long to make.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.indicateur import Borne, Presence
from sdpd_desktop.domain.journal import canonical
from sdpd_desktop.domain.lexique import SENS_VALEUR, SensValeur, TermeInconnu
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.texte import NBSP

_RUN = 2_000


class SaisieRetour(NamedTuple):
    """One row of a return as its partner filled it; a missing cell is None.

    Attributes:
        cle: Identity of the mesure or indicateur: kept in the hidden column of our returns,
            found by its name in a partner's own table.
        colonnes: Cells to fill, by name: statut, fait_le, note for a mesure; valeur,
            commentaire for an indicateur, or numerateur and denominateur.
        periode: Code of the period; "" is that of the campagne.
    """

    nature: str
    cle: str
    code: str
    territoire: str
    zone: str
    ligne: int
    feuille: str
    colonnes: tuple[tuple[str, Cellule], ...]
    periode: str = ""

    def cellule(self, colonne: str) -> Cellule | None:
        """Return the cell of that column, if the row has it."""
        for nom, cellule in self.colonnes:
            if nom == colonne:
                return cellule
        return None


@dataclass(frozen=True)
class RetourLu:
    """A return workbook read back.

    Attributes:
        empreinte: SHA-256 of the bytes, in hexadecimal.
        avertissements: French sentences: hidden rows that were read, rows without identity …
        emetteur: The unit of the partner whose workbook it is, or "".
        enregistre_le: When the file says that it was last saved, None when it does not.
        neant: Where its « Lisez-moi » says that there is nothing to tell, or "".
    """

    nom: str
    empreinte: str
    taille: int
    retour: str
    campagne: str
    partenaire: str
    periode: str
    saisies: tuple[SaisieRetour, ...]
    avertissements: tuple[str, ...]
    emetteur: str = ""
    enregistre_le: dt.datetime | None = None
    neant: str = ""


class Verdict(StrEnum):
    """What applying a line would do."""

    NOUVEAU = "nouveau"
    MODIFIE = "modifie"
    INCHANGE = "inchange"
    REJETE = "rejete"
    A_CONFIRMER = "a_confirmer"


@dataclass(frozen=True, slots=True)
class StatutPropose:
    """What a line would store about a mesure."""

    mesure: str
    version: int
    statut: Statut
    fait_le: dt.date | None
    note: str


class ValeurProposee(NamedTuple):
    """What a line would store as an observation.

    Attributes:
        emetteur: The unit of the partner that gave it, or "".
        apport: What that unit gave, when the value is what it comes to with the others.
    """

    indicateur: str
    territoire: str
    zone: Zone
    periode: Periode
    valeur: Decimal | None
    presence: Presence
    borne: Borne
    numerateur: Decimal | None
    denominateur: Decimal | None
    commentaire: str
    remplace: str
    emetteur: str = ""
    apport: "ValeurProposee | None" = None


class Ligne(NamedTuple):
    """One line of a proposition.

    Attributes:
        lieu: « Feuille!C12 » of the cell it is about.
        texte: As typed. compris: as understood. ancien: what is stored now.
        raison: Why it is rejected or must be confirmed, or what else to know.
        correction: A proposed correction, or "".
        effet: What applying stores; None for a rejected or unchanged line.
        proposee: What could have been meant, as one would type it; "" when nothing suggests itself.
        saisie: The row it was made of, from which an answer makes it again.
        terme: What the partner must be asked about, once for all its files; None if nothing.
        reponse: What was answered by hand to its question, or "".
        precision: The period, place and zone of a value, when not those that go without saying.
    """

    verdict: Verdict
    objet: str
    titre: str
    colonne: str
    lieu: str
    texte: str
    format: str
    compris: str
    ancien: str
    raison: str
    correction: str
    effet: StatutPropose | ValeurProposee | None
    proposee: str = ""
    saisie: SaisieRetour | None = None
    terme: TermeInconnu | None = None
    reponse: str = ""
    precision: str = ""

    @property
    def designation(self) -> str:
        """What it is about, as a person reads it: « K33 · Meaux, 2021 »."""
        return f"{self.objet} · {self.precision}" if self.precision else self.objet

    @property
    def neant(self) -> bool:
        """Whether it says that there is nothing to tell."""
        nothing = SENS_VALEUR[SensValeur.ETAT_NEANT]
        return self.verdict is Verdict.INCHANGE and self.compris == nothing


@dataclass(frozen=True)
class Proposition:
    """What a workbook would change; the preview shows it, applying it is one transaction.

    Attributes:
        deja_importe: Number of the changement that stored the same values, or None.
        enregistre_le: When the file says that it was last saved.
        disposition: Key of the partner's own layout it was read by; "" for a return of ours.
        emetteur: The unit of the partner whose file it is, or "".
        neant: Where its « Lisez-moi » says that there is nothing to tell, or "".
    """

    fichier: str
    empreinte: str
    taille: int
    partenaire: str
    partenaire_nom: str
    plan: str
    campagne: str
    retour: str
    periode: Periode
    lignes: tuple[Ligne, ...]
    avertissements: tuple[str, ...]
    deja_importe: int | None
    chemin: Path
    enregistre_le: dt.datetime | None = None
    disposition: str = ""
    emetteur: str = ""
    neant: str = ""

    @cached_property
    def etat_neant(self) -> bool:
        """Whether the whole file says that there is nothing to tell."""
        return que_neant(self.lignes, dit=bool(self.neant))

    @property
    def remarques(self) -> tuple[str, ...]:
        """What must be said of it, an « état néant » first."""
        told: tuple[str, ...] = ()
        if self.etat_neant:
            told = (
                f"État néant{NBSP}: {self.partenaire_nom} n'a rien à signaler. L'appliquer "
                "l'enregistre et ne modifie aucune valeur.",
            )
        elif self.neant:
            told = (
                f"{self.neant} annonce un état néant, mais des réponses sont remplies{NBSP}: ce "
                "sont elles qui sont lues.",
            )
        return (*told, *self.avertissements)

    @property
    def applicable(self) -> bool:
        """Whether applying it without a question stores something."""
        return bool(self.applicables()) or (self.etat_neant and self.deja_importe is None)

    @cached_property
    def empreinte_valeurs(self) -> str:
        """A hash of what the file says: saving it again changes its bytes, not this."""
        # Sorted as one text each, hashed by runs: no other thread is kept waiting meanwhile.
        said = sorted(map(_said, self.lignes), key="\0".join)
        # Two units of a partner that say the same are two files.
        whose = [self.retour, self.emetteur] if self.emetteur else [self.retour]
        found = hashlib.sha256(canonical(whose)[:-1] + b",[")
        for first in range(0, len(said), _RUN):
            found.update(b"," if first else b"")
            found.update(canonical(said[first : first + _RUN])[1:-1])
        found.update(b"]]")
        return found.hexdigest()

    def comptes(self) -> dict[Verdict, int]:
        """Return the number of lines of each verdict, every verdict present."""
        return {verdict: self._counted[verdict] for verdict in Verdict}

    @cached_property
    def _counted(self) -> Counter[Verdict]:
        return Counter(ligne.verdict for ligne in self.lignes)

    def applicables(self) -> tuple[Ligne, ...]:
        """Return the lines that would be stored without a question."""
        wanted = (Verdict.NOUVEAU, Verdict.MODIFIE)
        return tuple(ligne for ligne in self.lignes if ligne.verdict in wanted)


def que_neant(lignes: Iterable[Ligne], *, dit: bool = False) -> bool:
    """Whether answers say that there is nothing to tell, and nothing else.

    A mesure that stands as it was sent says nothing against it.

    Args:
        lignes: The answers.
        dit: It is said of them all, elsewhere.
    """
    for line in lignes:
        if not _as_sent(line):
            if not line.neant:
                return False
            dit = True
    return dit


def _as_sent(line: Ligne) -> bool:
    mesure = line.saisie is not None and line.saisie.nature == "mesure"
    return mesure and line.verdict is Verdict.INCHANGE


def _said(line: Ligne) -> list[str]:
    row = line.saisie
    where = [row.territoire, row.zone, row.periode] if row else []
    return [line.objet, line.colonne, line.compris or line.texte, *where]


@dataclass(frozen=True)
class ImportationSummary:
    """One file taken in."""

    id: str
    fichier: str
    empreinte: str
    partenaire: str
    importe_le: dt.datetime
    changement: int | None
    nouveaux: int
    modifies: int
    inchanges: int
    rejetes: int
    a_confirmer: int
