"""Recorded crime figures of the SSMSI: how their tables are laid out, and what they hold.

The SSMSI is the ministry of the interior's statistical service. Its figures are context: they
stand next to a plan's own and never pass for its results.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.indicateur import Consolidation, Periodicite
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.texte import search_key

PREFIXE = "SSMSI"
SECRET = "secret statistique"
INDISPONIBLE = "non disponible dans la base"


class Disposition(StrEnum):
    """How a table is laid out; each is one base of the SSMSI, but for the last.

    COMMUNALE, DEPARTEMENTALE one line per year, territory and indicator · CHRONOLOGIQUE the
    base of time series · ETAT_4001 one sheet per département, one column per month ·
    TABLEAU any other table, such as the monthly « socle commun ».
    """

    COMMUNALE = "communale"
    DEPARTEMENTALE = "departementale"
    CHRONOLOGIQUE = "chronologique"
    ETAT_4001 = "etat_4001"
    TABLEAU = "tableau"


BASES = {
    Disposition.COMMUNALE: ("COM", "base communale"),
    Disposition.DEPARTEMENTALE: ("DEP", "base départementale"),
    Disposition.CHRONOLOGIQUE: ("CHR", "base des séries chronologiques"),
    Disposition.ETAT_4001: ("4001", "état 4001"),
    Disposition.TABLEAU: ("SC", "tableau du socle commun"),
}


class RoleColonne(StrEnum):
    """What a column of a table says; VALEUR may stand several times, by period or zone."""

    INDICATEUR = "indicateur"
    PRECISION = "precision"
    UNITE = "unite"
    PERIODE = "periode"
    MOIS = "mois"
    TERRITOIRE = "territoire"
    NOM_TERRITOIRE = "nom_territoire"
    ZONE = "zone"
    DIFFUSION = "diffusion"
    STATISTIQUE = "statistique"
    VALEUR = "valeur"
    IGNOREE = "ignoree"


@dataclass(frozen=True)
class Colonne:
    """A column of a table.

    Attributes:
        rang: Its place, from 0.
        periode: Period its values are about, when a heading tells it.
        zone: Zone its values are about, when a heading tells it.
        motif: Why it is left out, for IGNOREE, or "".
    """

    rang: int
    titre: str
    role: RoleColonne
    periode: Periode | None = None
    zone: Zone | None = None
    motif: str = ""


@dataclass(frozen=True)
class Correspondance:
    """What each column of a table was taken for.

    Attributes:
        feuille: Sheet it stands in, "" in a text file.
        ligne_titres: Number of the row of headings, from 1.
        periode: The period of the whole table, when no column tells it.
        zone: The zone of values whose row and column tell none.
        sure: True for a layout as published, or one that a person confirmed.
    """

    disposition: Disposition
    feuille: str
    ligne_titres: int
    colonnes: tuple[Colonne, ...]
    periode: Periode | None = None
    zone: Zone = Zone.ENSEMBLE
    sure: bool = False

    @property
    def signature(self) -> str:
        """What is remembered of a layout: its headings, but for the periods, which move on."""
        titles = {search_key(c.titre) for c in self.colonnes if c.periode is None}
        return hashlib.sha256("\n".join(sorted(titles)).encode()).hexdigest()[:32]

    def rangs(self, role: RoleColonne) -> tuple[int, ...]:
        """Return the places of the columns of that role."""
        return tuple(colonne.rang for colonne in self.colonnes if colonne.role is role)


@dataclass(frozen=True)
class Millesime:
    """Which edition of a base a file holds; a later one revises what an earlier one said.

    Attributes:
        annee: Last year of the data; 0 when nothing tells it.
        geographie: Year of the map of communes, or None.
        produit_le: Day the file was made, or None when nothing tells it.
    """

    annee: int
    geographie: int | None
    produit_le: dt.date | None

    @property
    def libelle(self) -> str:
        """« 2024 (géographie 2025, produit le 04/06/2025) »."""
        parts = []
        if self.geographie:
            parts.append(f"géographie {self.geographie}")
        if self.produit_le:
            parts.append(f"produit le {format_date(self.produit_le)}")
        year = str(self.annee) if self.annee else "non précisé"
        return f"{year} ({', '.join(parts)})" if parts else year


@dataclass(frozen=True, slots=True)
class SerieSsmsi:
    """One series of a base: an indicator counted in one unit.

    Attributes:
        code: Code of the indicator it becomes, the same whatever the edition.
    """

    code: str
    titre: str
    unite: str
    disposition: Disposition
    periodicite: Periodicite


@dataclass(frozen=True, slots=True)
class ValeurSsmsi:
    """One value read.

    Attributes:
        insee: INSEE code of the commune or the département.
        valeur: None when it is not published; ``absence`` then says why.
        lieu: Line of the text file, or cell of the sheet.
    """

    serie: str
    periode: Periode
    insee: str
    zone: Zone
    valeur: Decimal | None
    absence: str
    feuille: str
    lieu: str
    texte: str


@dataclass(frozen=True)
class TableauLu:
    """What a file holds for one département.

    Attributes:
        empreinte: SHA-256 of the bytes, in hexadecimal.
        noms: Names of territories by INSEE code, where the table gives them.
        lignes: Lines read under the headings.
        ecartees: Lines left out, by reason in French.
        defauts: (place, reason) of what could not be read; the first ones only.
        nombre_defauts: How many there are in all.
        millesime: As far as the name and the headings tell.
        avertissements: French sentences a person should read.
    """

    nom: str
    empreinte: str
    taille: int
    correspondance: Correspondance
    millesime: Millesime
    series: tuple[SerieSsmsi, ...]
    valeurs: tuple[ValeurSsmsi, ...]
    noms: Mapping[str, str]
    lignes: int
    ecartees: Mapping[str, int]
    defauts: tuple[tuple[str, str], ...]
    nombre_defauts: int
    avertissements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LigneSsmsi:
    """What applying one value would do.

    Attributes:
        ancienne: What is stored now, as a person reads it, or "".
        remplace: Id of the observation it supersedes, or "".
        raison: Why it is set aside (REJETE) or what to ask (A_CONFIRMER), or "".
    """

    verdict: Verdict
    valeur: ValeurSsmsi
    territoire: str
    ancienne: str = ""
    remplace: str = ""
    raison: str = ""


@dataclass(frozen=True)
class ComptesSerie:
    """What a file holds of one series.

    Attributes:
        nouvelle: The indicator does not exist yet.
        secretes: Values not published.
        par_annee: (year, number of values), in order.
    """

    serie: SerieSsmsi
    nouvelle: bool
    valeurs: int
    secretes: int
    par_annee: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class PropositionSsmsi:
    """What a file would add to a plan; the preview shows it, applying it is one changement.

    Attributes:
        departement: INSEE code of the plan's département.
        territoires_nouveaux: (INSEE code, name) of the communes that would be created.
        questions: What a person must confirm before it is applied.
    """

    chemin: Path
    plan: str
    departement: str
    lu: TableauLu
    consolidation: Consolidation
    lignes: tuple[LigneSsmsi, ...]
    series: tuple[ComptesSerie, ...]
    territoires_nouveaux: tuple[tuple[str, str], ...]
    ecartees: Mapping[str, int]
    questions: tuple[str, ...]
    avertissements: tuple[str, ...]

    @property
    def origine(self) -> str:
        """« SSMSI, base communale, millésime 2024 (…) »."""
        return origine(self.lu.correspondance.disposition, self.lu.millesime)

    def comptes(self) -> dict[Verdict, int]:
        """Return the number of values of each verdict, every verdict present."""
        counted = Counter(ligne.verdict for ligne in self.lignes)
        return {verdict: counted[verdict] for verdict in Verdict}

    def applicables(self, *, confirme: bool = False) -> tuple[LigneSsmsi, ...]:
        """Return the values that would be stored; once confirmed, those that stand out too."""
        wanted = [Verdict.NOUVEAU, Verdict.MODIFIE]
        wanted += [Verdict.A_CONFIRMER] if confirme else []
        return tuple(ligne for ligne in self.lignes if ligne.verdict in wanted)


def origine(disposition: Disposition, millesime: Millesime) -> str:
    """Return how the source of the values is named."""
    return f"SSMSI, {BASES[disposition][1]}, millésime {millesime.libelle}"
