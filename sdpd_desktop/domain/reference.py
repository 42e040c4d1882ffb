"""Reference data as the files of ``db/seeds`` state it, before it is stored.

The field names are the keys of the files; a field without a default is a key that must be there.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from sdpd_desktop.domain.convention import ContenuAnnexe, EtatConvention, NatureConvention
from sdpd_desktop.domain.formule import Formule
from sdpd_desktop.domain.indicateur import Borne, Grandeur, NatureCible, Periodicite, Sens
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.plan import Role
from sdpd_desktop.domain.signataire import Genre
from sdpd_desktop.domain.territoire import NatureTerritoire


class NaturePartenaire(StrEnum):
    """Kinds of organisation."""

    PREFECTURE = "prefecture"
    POLICE = "police"
    GENDARMERIE = "gendarmerie"
    JUSTICE = "justice"
    ETAT = "etat"
    EDUCATION = "education"
    COLLECTIVITE = "collectivite"
    ASSOCIATION = "association"
    BAILLEUR = "bailleur"
    CONSULAIRE = "consulaire"
    TRANSPORT = "transport"
    SANTE = "sante"
    AUTRE = "autre"


class NatureInstance(StrEnum):
    """Kinds of standing body."""

    CLSPD = "clspd"
    CISPD = "cispd"
    GPO = "gpo"
    EMDS = "emds"
    CDPD = "cdpd"
    CLCT = "clct"
    CROSS = "cross"
    CSI = "csi"
    AUTRE = "autre"


class NatureConservation(StrEnum):
    """Kinds of data that have a retention time of their own."""

    OBSERVATION = "observation"
    FICHIER = "fichier"
    CHANGEMENT = "changement"
    CONVENTION = "convention"
    PARTENAIRE = "partenaire"
    RETOUR = "retour"


class SourceFinancement(StrEnum):
    """Where money comes from; FIPD without a letter when the source names no programme."""

    FIPD = "FIPD"
    FIPD_D = "FIPD-D"
    FIPD_R = "FIPD-R"
    FIPD_S = "FIPD-S"
    FIPD_K = "FIPD-K"
    BOP147 = "BOP147"
    MILDECA = "MILDECA"
    DILCRAH = "DILCRAH"
    ARS = "ARS"
    CAF = "CAF"
    CD = "CD"
    COMMUNES = "communes"
    AUTRE = "autre"


@dataclass(frozen=True)
class SourceReference:
    """A document that plans quote by its number; ``periode`` is what it says it covers."""

    code: str
    titre: str
    date: dt.date | None = None
    periode: str = ""


@dataclass(frozen=True)
class TerritoireReference:
    """A territory; ``dans`` holds the codes of those it lies in."""

    code: str
    nom: str
    nature: NatureTerritoire
    insee: str = ""
    population: int | None = None
    dans: tuple[str, ...] = ()
    perimetre_depuis: dt.date | None = None
    zones_depuis: dt.date | None = None
    source: str = ""
    remarques: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartenaireReference:
    """An organisation, or a collective whose returns go to its members or its relay."""

    code: str
    nom: str
    nature: NaturePartenaire
    sigle: str = ""
    zone: Zone | None = None
    territoire: str = ""
    collectif: bool = False
    relais: str = ""
    membres: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    depuis: dt.date | None = None
    jusqu_au: dt.date | None = None
    source: str = ""
    remarques: tuple[str, ...] = ()


@dataclass(frozen=True)
class SuccessionReference:
    """One organisation taken over by one or several others."""

    ancien: str
    nouveau: tuple[str, ...]
    le: dt.date
    remarque: str = ""


@dataclass(frozen=True)
class InstanceReference:
    """A standing body that meets about a plan or a territory."""

    code: str
    nom: str
    nature: NatureInstance
    plan: str = ""
    territoire: str = ""
    presidence: str = ""
    periodicite: str = ""
    source: str = ""
    remarques: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConservationReference:
    """How long a kind of data is kept, from when and why."""

    nature: NatureConservation
    duree_mois: int
    point_de_depart: str
    fondement: str


@dataclass(frozen=True)
class AxeReference:
    """A part of a plan."""

    code: str
    titre: str
    ligne: int
    remarques: tuple[str, ...] = ()


@dataclass(frozen=True)
class ObjectifReference:
    """An objectif; ``section`` is the heading it stands under, if any."""

    code: str
    axe: str
    titre: str
    ligne: int
    section: str = ""
    remarques: tuple[str, ...] = ()


@dataclass(frozen=True)
class MesureReference:
    """One checkable commitment; ``code`` is relative to its action (m1)."""

    code: str
    titre: str
    ligne: int
    echeance: dt.date | None = None
    interpretee: str = ""
    reference: str = ""
    remarques: tuple[str, ...] = ()


@dataclass(frozen=True)
class EngagementReference:
    """A partner's part in an action."""

    partenaire: str
    role: Role = Role.RESPONSABLE
    precision: str = ""


@dataclass(frozen=True)
class ActionReference:
    """An action with its mesures and engagements."""

    code: str
    objectif: str
    titre: str
    ligne: int
    mesures: tuple[MesureReference, ...]
    engagements: tuple[EngagementReference, ...]
    echeance: dt.date | None = None
    interpretee: str = ""
    remarques: tuple[str, ...] = ()


@dataclass(frozen=True)
class DepartReference:
    """The baseline; every field may be unknown."""

    valeur: Decimal | None = None
    borne: Borne = Borne.EXACTE
    date: dt.date | None = None
    periode: str = ""
    texte: str = ""


@dataclass(frozen=True)
class ValeurReference:
    """A value the source gives for a period (« 2024 »): stored as measured, state « source »."""

    periode: str
    valeur: Decimal
    borne: Borne = Borne.EXACTE


@dataclass(frozen=True)
class CibleReference:
    """A dated target; ``reference`` is the source figure that it restates by itself (K02)."""

    valeur: Decimal | None = None
    echeance: dt.date | None = None
    interpretee: str = ""
    debut: dt.date | None = None
    reference: str = ""


@dataclass(frozen=True)
class IndicateurReference:
    """What is measured; ``parent`` is an action, an objectif, an axe or the plan."""

    code: str
    parent: str
    titre: str
    nature: NatureCible
    sens: Sens
    grandeur: Grandeur
    periodicite: Periodicite
    unite: str
    ligne: int
    reference: str = ""
    decimales: int = 0
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    numerateur: str = ""
    denominateur: str = ""
    depart: DepartReference = field(default_factory=DepartReference)
    valeurs: tuple[ValeurReference, ...] = ()
    cibles: tuple[CibleReference, ...] = ()
    sites: tuple[str, ...] = ()
    fournisseur: str = ""
    communicable: bool = True
    methode: str = ""
    delai_jours: int = 0
    seuil_variation: Decimal | None = None
    definition_depuis: dt.date | None = None
    produit: str = ""
    territoires: tuple[str, ...] = ()
    formule: Formule | None = None
    remarques: tuple[str, ...] = ()


@dataclass(frozen=True)
class FinancementReference:
    """Money for an action or a plan; ``prevu`` in euros, None when the source gives no amount."""

    objet: str
    source: SourceFinancement
    ligne: int
    annee: int | None = None
    annee_fin: int | None = None
    prevu: int | None = None
    remarque: str = ""


@dataclass(frozen=True)
class PlanReference:
    """A plan and all that hangs on it; ``departement`` is its number, « 77 »."""

    code: str
    type: str
    titre: str
    departement: str
    territoire: str
    source: str
    debut: dt.date | None = None
    fin: dt.date | None = None
    remarques: tuple[str, ...] = ()
    axes: tuple[AxeReference, ...] = ()
    objectifs: tuple[ObjectifReference, ...] = ()
    actions: tuple[ActionReference, ...] = ()
    indicateurs: tuple[IndicateurReference, ...] = ()
    financements: tuple[FinancementReference, ...] = ()


@dataclass(frozen=True)
class PartieReference:
    """A party; ``partenaire`` is empty when no known organisation stands for it."""

    rang: int
    institution: str
    partenaire: str = ""


@dataclass(frozen=True)
class SignataireReference:
    """Who signs for a party; ``nom`` is empty when the source does not give it."""

    rang: int
    partie: int
    qualite: str
    nom: str = ""
    genre: Genre = Genre.NON_DIT
    copreside: bool = False


@dataclass(frozen=True)
class LienReference:
    """An action or indicator of a plan that a convention concerns."""

    plan: str
    code: str


@dataclass(frozen=True)
class AnnexeReference:
    """An annex printed from the data."""

    numero: int
    titre: str
    contenu: ContenuAnnexe


@dataclass(frozen=True)
class ConventionReference:
    """A convention as far as the source tells; nothing is invented."""

    code: str
    nature: NatureConvention
    titre: str
    plan: str
    objet: str
    etat: EtatConvention
    source: str
    ligne: int
    champs: tuple[str, ...] = ()
    territoire: str = ""
    presidence: str = ""
    publiee: bool = False
    lieu: str = ""
    signature_prevue: dt.datetime | None = None
    remarques: tuple[str, ...] = ()
    parties: tuple[PartieReference, ...] = ()
    signataires: tuple[SignataireReference, ...] = ()
    indicateurs_lies: tuple[LienReference, ...] = ()
    actions_liees: tuple[LienReference, ...] = ()
    annexes: tuple[AnnexeReference, ...] = ()


@dataclass(frozen=True)
class ReferenceData:
    """All the files together, every code in them known to exist."""

    plans: tuple[PlanReference, ...] = ()
    conventions: tuple[ConventionReference, ...] = ()
    partenaires: tuple[PartenaireReference, ...] = ()
    successions: tuple[SuccessionReference, ...] = ()
    territoires: tuple[TerritoireReference, ...] = ()
    instances: tuple[InstanceReference, ...] = ()
    conservation: tuple[ConservationReference, ...] = ()
    sources: tuple[SourceReference, ...] = ()
