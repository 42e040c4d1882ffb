"""Reports: one neutral content, in order, that a screen, a PDF, a workbook and an ODT all show."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sdpd_desktop.domain.graphique import Graphique
from sdpd_desktop.domain.periode import Periode, TypePeriode
from sdpd_desktop.domain.police import Police


class TypeRapport(StrEnum):
    """Kinds of report."""

    BILAN = "bilan"
    ANALYSE = "analyse"
    ACTION = "fiche_action"
    PARTENAIRE = "fiche_partenaire"
    TERRITOIRE = "fiche_territoire"
    RETARDS = "retards"
    NOTE = "note"


class Diffusion(StrEnum):
    """Who may read: what is communicable leaves out interne indicators and masks small counts."""

    INTERNE = "interne"
    COMMUNICABLE = "communicable"


class SectionNarratif(StrEnum):
    """Parts of a report that people write; the last four are the quarterly analysis."""

    FAITS_MARQUANTS = "faits_marquants"
    FREINS = "freins"
    PERSPECTIVES = "perspectives"
    INITIATIVES = "initiatives"
    REUSSITES = "reussites"
    CONTRAINTES = "contraintes"
    PERCEPTION = "perception"


@dataclass(frozen=True)
class OptionsRapport:
    """What a person chooses besides the plan and the period.

    Attributes:
        sections: Codes of the parts wanted; empty for all of them. The order is the report's.
        territoire: Code of the territory the figures are of; "" for the plan's own.
        objet: What a fiche is about: code of an action, of a partner or of a territory.
        mention: Handling mark; "" for none, None for that of the office.
    """

    sections: tuple[str, ...] = ()
    territoire: str = ""
    objet: str = ""
    diffusion: Diffusion = Diffusion.INTERNE
    mention: str | None = None


@dataclass(frozen=True)
class Choix:
    """Something to choose from a list."""

    code: str
    libelle: str


@dataclass(frozen=True)
class TypeRapportDetails:
    """What a screen needs to offer a kind of report.

    Attributes:
        periode: The usual length of its period.
        sections: The parts that may be left out, in order.
        objet: What it is about (« Action », « Partenaire », « Territoire »), "" for the plan.
        narratif: The parts that people write for it.
    """

    type: TypeRapport
    libelle: str
    periode: TypePeriode
    sections: tuple[Choix, ...]
    objet: str
    narratif: tuple[SectionNarratif, ...]


Valeur = Decimal | int | float | dt.date | None


class Format(StrEnum):
    """How a workbook shows a value."""

    TEXTE = "texte"
    ENTIER = "entier"
    NOMBRE = "nombre"
    VARIATION = "variation"
    POURCENT = "pourcent"
    VARIATION_POINTS = "variation_points"
    VARIATION_POURCENT = "variation_pourcent"
    EUROS = "euros"
    ANNEE = "annee"
    DATE = "date"


class Ton(StrEnum):
    """The colour of a state; the words always say it too."""

    NEUTRE = ""
    ROUGE = "rouge"
    OCRE = "ocre"
    VERT = "vert"
    GRIS = "gris"


@dataclass(frozen=True)
class Texte:
    """A cell: what is printed, and the number or date behind it.

    Attributes:
        texte: As French documents print it; "" prints nothing.
        valeur: The same as a number or a date, for a workbook; None when the text says more.
        note: What completes it in small type, with its own value.
        part: A share to draw as a bar below, between 0 and 1.
        retrait: Set a little to the right, below its parent.
    """

    texte: str
    valeur: Valeur = None
    format: Format = Format.TEXTE
    note: str = ""
    note_valeur: Valeur = None
    note_format: Format = Format.TEXTE
    ton: Ton = Ton.NEUTRE
    fort: bool = False
    part: float | None = None
    retrait: bool = False


@dataclass(frozen=True)
class Colonne:
    """A column.

    Attributes:
        part: Its part of the width.
        note: Title of what the notes of its cells say, where they get a column of their own.
    """

    titre: str
    part: float
    droite: bool = False
    note: str = ""


@dataclass(frozen=True)
class Rangee:
    """A row; ``forte`` sets it apart, for a parent or a total, ``totale`` says which."""

    cellules: tuple[Texte, ...]
    forte: bool = False
    totale: bool = False


@dataclass(frozen=True)
class Groupe:
    """A row that announces those below it."""

    titre: str


@dataclass(frozen=True)
class Tableau:
    """Rows under a header that comes again on each page.

    Attributes:
        groupe: Title of the column that a workbook makes of the groups.
        vide: What is said when there is no row.
    """

    titre: str
    colonnes: tuple[Colonne, ...]
    rangees: tuple[Rangee | Groupe, ...]
    groupe: str = ""
    vide: str = ""


@dataclass(frozen=True)
class Intertitre:
    """A heading within a section."""

    texte: str


@dataclass(frozen=True)
class Paragraphe:
    """Running text; a line end is kept."""

    texte: str


@dataclass(frozen=True)
class Note:
    """Something to be read apart, kept on one page where it fits: lines under a short title."""

    titre: str
    lignes: tuple[str, ...]


@dataclass(frozen=True)
class Filtre:
    """A label and what it introduces."""

    libelle: str
    valeur: str


@dataclass(frozen=True)
class Fiche:
    """Labels and what they introduce, one under the other."""

    lignes: tuple[Filtre, ...]


@dataclass(frozen=True)
class Chiffre:
    """A key figure, with what completes it and a share to draw."""

    libelle: str
    texte: str
    valeur: Valeur
    precision: str
    part: float | None = None
    format: Format = Format.ENTIER


@dataclass(frozen=True)
class Chiffres:
    """Key figures side by side."""

    chiffres: tuple[Chiffre, ...]


Bloc = Tableau | Intertitre | Paragraphe | Note | Fiche | Chiffres | Graphique


@dataclass(frozen=True)
class Section:
    """A part of a report; an ``annexe`` begins on a page of its own and bears no number."""

    code: str
    titre: str
    blocs: tuple[Bloc, ...]
    annexe: bool = False


@dataclass(frozen=True)
class Rapport:
    """A whole report.

    Attributes:
        surtitre: Above the title: the label of the plan.
        sous_titre: Below the title: the plan's name, or what the fiche is about.
        sujet: What the file says of itself.
        filtres: What the report covers, printed on its cover.
        chiffres: Key figures of the cover.
        avertissements: What a reader must know of the figures: coverage, masked counts.
        sources: Legend of the source documents quoted (« S1 » and what it is).
        arrete_le: The day the figures are of.
        compact: Without a cover page of its own, for what must stay short.
        police: Typeface of the office, None for the one that ships.
    """

    type: TypeRapport
    plan: str
    periode: Periode
    diffusion: Diffusion
    surtitre: str
    titre: str
    sous_titre: str
    sujet: str
    bureau: str
    mention: str
    entete: bytes | None
    arrete_le: dt.date
    filtres: tuple[Filtre, ...]
    chiffres: tuple[Chiffre, ...]
    avertissements: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: tuple[Filtre, ...]
    compact: bool = False
    police: Police | None = None


@dataclass(frozen=True)
class Narratif:
    """What people wrote for a plan and a period, by part; a part never written is absent."""

    plan: str
    periode: Periode
    textes: tuple[tuple[SectionNarratif, str], ...]

    def texte(self, section: SectionNarratif) -> str:
        """Return the text of a part, "" when nothing was written."""
        return dict(self.textes).get(section, "")


@dataclass(frozen=True)
class RapportEmis:
    """One line of the register: a document that left the office, kept as it was.

    Attributes:
        numero: Version of this report of this plan, period and object: 1, 2 …
        format: « pdf », « xlsx » or « odt ».
        empreinte: SHA-256 of the bytes kept.
    """

    id: str
    plan: str
    type: TypeRapport
    periode: Periode
    objet: str
    titre: str
    numero: int
    emis_le: dt.datetime
    destinataire: str
    auteur: str
    diffusion: Diffusion
    format: str
    nom: str
    taille: int
    empreinte: str
