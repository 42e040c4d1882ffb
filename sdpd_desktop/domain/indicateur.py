"""Indicators, their dated targets and their values."""

import datetime as dt
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum

from sdpd_desktop.domain.formule import Formule
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import Remarque


class NatureCible(StrEnum):
    """How a target is reached; each kind has its own rule in :mod:`domain.taux`.

    ATTEINDRE reach N · AJOUTER add N to the baseline · MULTIPLIER the baseline by N ·
    COUVRIR a share of a population, in % · PLANCHER_ANNUEL at least N each year ·
    MAINTIEN_ANNUEL keep N each year · CUMULER N over a period · MAINTENIR do not fall below N ·
    LISTE named sites · JALON a deliverable, done or not · DIRECTION a direction only ·
    SUIVI followed without target · CONTEXTE a figure for context, not followed.
    """

    ATTEINDRE = "atteindre"
    AJOUTER = "ajouter"
    MULTIPLIER = "multiplier"
    COUVRIR = "couvrir"
    PLANCHER_ANNUEL = "plancher_annuel"
    MAINTIEN_ANNUEL = "maintien_annuel"
    CUMULER = "cumuler"
    MAINTENIR = "maintenir"
    LISTE = "liste"
    JALON = "jalon"
    DIRECTION = "direction"
    SUIVI = "suivi"
    CONTEXTE = "contexte"


class Sens(StrEnum):
    """Which way is better."""

    HAUSSE = "hausse"
    BAISSE = "baisse"
    STABLE = "stable"
    NEUTRE = "neutre"


class Grandeur(StrEnum):
    """What adding two periods means: nothing, a sum, or nothing new."""

    STOCK = "stock"
    FLUX = "flux"
    CUMUL = "cumul"


class Periodicite(StrEnum):
    """How often a value is expected."""

    MOIS = "mois"
    TRIMESTRE = "trimestre"
    SEMESTRE = "semestre"
    ANNEE = "annee"
    PONCTUELLE = "ponctuelle"


class Borne(StrEnum):
    """Whether a value is exact or a bound (« plus de 12 000 »)."""

    EXACTE = "exacte"
    PLUS_DE = "plus_de"
    MOINS_DE = "moins_de"
    ENVIRON = "environ"


class Presence(StrEnum):
    """A missing value is not zero, and « non applicable » is neither."""

    VALEUR = "valeur"
    NON_RENSEIGNE = "non_renseigne"
    NON_APPLICABLE = "non_applicable"


class EtatValeur(StrEnum):
    """How a value came in and how far it is trusted; CALCULE is never stored."""

    SOURCE = "source"
    SAISI = "saisi"
    IMPORTE = "importe"
    VALIDE = "valide"
    CONTESTE = "conteste"
    CALCULE = "calcule"


class Consolidation(StrEnum):
    """Whether the producer may still revise the value."""

    PROVISOIRE = "provisoire"
    CONSOLIDE = "consolide"


@dataclass(frozen=True)
class Cible:
    """A dated target.

    Attributes:
        valeur: N of the rule, in the indicator's unit (a factor for MULTIPLIER); None when the
            source gives no number.
        echeance: Date the target is due, or None.
        echeance_interpretee: What « d'ici 2022 » was taken to mean, or "".
        debut: First day that counts, for CUMULER and the annual kinds; None: the plan's.
        reference: The source figure this target restates (K02), or "".
    """

    id: str
    rang: int
    valeur: Decimal | None
    echeance: dt.date | None
    echeance_interpretee: str
    debut: dt.date | None
    reference: str


@dataclass(frozen=True)
class Reference:
    """The baseline a target starts from.

    Attributes:
        valeur: None when the source gives none.
        texte: The figure as the source words it when no single number says it.
    """

    valeur: Decimal | None
    borne: Borne
    date: dt.date | None
    periode: str
    texte: str


@dataclass(frozen=True)
class Origine:
    """Where a value came from: its author, or a file, sheet and cell."""

    auteur: str
    saisi_le: dt.datetime
    etat: EtatValeur
    source: str
    fichier: str
    empreinte: str
    feuille: str
    cellule: str
    changement: int | None


@dataclass(frozen=True)
class Observation:
    """A value of an indicator for a period, a territory and a zone.

    Attributes:
        id: "" for a computed value: it is stored nowhere.
        valeur: In the indicator's unit; None unless ``presence`` is VALEUR.
        numerateur: With ``denominateur``, the two terms of a share.
        courante: False once a newer value superseded it.
        extraite_le: Day the producer took it out of its files, or None.
        motif: Why it is contested; for a computed value, what is missing, or "".
    """

    id: str
    indicateur: str
    periode: Periode
    territoire: str
    zone: Zone
    valeur: Decimal | None
    presence: Presence
    borne: Borne
    numerateur: Decimal | None
    denominateur: Decimal | None
    consolidation: Consolidation
    commentaire: str
    courante: bool
    origine: Origine
    extraite_le: dt.date | None = None
    motif: str = ""


@dataclass(frozen=True)
class Indicateur:
    """What is measured.

    Attributes:
        code: Unique in its plan, e.g. O7.A1.i1.
        reference: The figure of the source documents it restates (K33), or "".
        parent: Code of the action, objectif, axe or plan it belongs to.
        decimales: Digits after the comma that make sense for its unit.
        fournisseur: Code of the partner that supplies it; "" when every responsable is asked.
        sites: Named places of a LISTE target.
        methode: How it is counted, in the office's words.
        delai_jours: Days after the end of a period before its value is available.
        seuil_variation: Change from the period before, in %, above which a value is flagged.
        definition_depuis: Day since which it is counted this way; values of earlier periods do
            not compare with later ones.
        produit: What is counted, where quantities of two things never add up (seizures).
        territoires: Codes of the places it is followed for one by one; their values add up to
            that of the plan when all are there.
        formule: How it is computed from others, or None when its values are typed.
    """

    id: str
    plan: str
    code: str
    reference: str
    parent: str
    titre: str
    nature: NatureCible
    sens: Sens
    grandeur: Grandeur
    periodicite: Periodicite
    unite: str
    decimales: int
    minimum: Decimal | None
    maximum: Decimal | None
    numerateur: str
    denominateur: str
    depart: Reference
    cibles: tuple[Cible, ...]
    sites: tuple[str, ...]
    fournisseur: str
    communicable: bool
    source: str
    remarques: tuple[Remarque, ...]
    methode: str = ""
    delai_jours: int = 0
    seuil_variation: Decimal | None = None
    definition_depuis: dt.date | None = None
    produit: str = ""
    territoires: tuple[str, ...] = ()
    formule: Formule | None = None

    @property
    def chiffre(self) -> str:
        """The name the sources know it by, else its code."""
        return self.reference or self.code


@dataclass(frozen=True)
class Reglages:
    """What an office may settle of an indicator; the fields are those of :class:`Indicateur`."""

    titre: str
    nature: NatureCible
    sens: Sens
    grandeur: Grandeur
    periodicite: Periodicite
    unite: str
    numerateur: str
    denominateur: str
    depart: Reference
    cibles: tuple[Cible, ...]
    sites: tuple[str, ...]
    source: str
    methode: str
    delai_jours: int
    seuil_variation: Decimal | None
    definition_depuis: dt.date | None
    produit: str
    territoires: tuple[str, ...]
    formule: Formule | None
    minimum: Decimal | None
    maximum: Decimal | None
    decimales: int
    fournisseur: str
    communicable: bool

    @classmethod
    def de(cls, indicateur: Indicateur) -> "Reglages":
        """Return the settings an indicator has."""
        given = {field.name: getattr(indicateur, field.name) for field in fields(cls)}
        return cls(**given).sans_ids()

    def sans_ids(self) -> "Reglages":
        """Return the settings with their targets ranked, whatever rows store them."""
        ranked = enumerate(self.cibles, start=1)
        return replace(self, cibles=tuple(replace(c, id="", rang=rang) for rang, c in ranked))

    def appliques(self, indicateur: Indicateur) -> Indicateur:
        """Return the indicator as these settings would make it."""
        return replace(
            indicateur, **{field.name: getattr(self, field.name) for field in fields(self)}
        )


NOUVEAU = Reglages(
    titre="", nature=NatureCible.SUIVI, sens=Sens.NEUTRE, grandeur=Grandeur.FLUX,
    periodicite=Periodicite.ANNEE, unite="", numerateur="", denominateur="",
    depart=Reference(None, Borne.EXACTE, None, "", ""), cibles=(), sites=(), source="",
    methode="", delai_jours=0, seuil_variation=None, definition_depuis=None, produit="",
    territoires=(), formule=None, minimum=Decimal(0), maximum=None, decimales=0, fournisseur="",
    communicable=True,
)  # fmt: skip
"""What an indicator of the office's own starts with."""


@dataclass(frozen=True)
class Taux:
    """How far a target is reached, with both terms.

    Attributes:
        part: 0 to 1, bounded; None where no rate can be computed.
        terme: Numerator of the rate, e.g. 181 of « 181 / 400 ».
        total: Denominator of the rate.
        libelle: What the rate says in French: « 181 / 400 », « sans référence », « fait ».
        motif: Why there is no rate, or "".
        cible: The target it was computed against.
    """

    part: Decimal | None
    terme: Decimal | None
    total: Decimal | None
    libelle: str
    motif: str
    cible: Cible | None


@dataclass(frozen=True)
class SuiviIndicateur:
    """An indicator with its latest value and its rate on a given day.

    Attributes:
        par_annee: (year, value) of the years whose value is whole: a running year would pass
            for a fall.
    """

    indicateur: Indicateur
    derniere: Observation | None
    precedente: Observation | None
    taux: Taux
    par_annee: tuple[tuple[int, Decimal], ...]
