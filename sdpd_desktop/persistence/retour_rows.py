"""Tables of returns: campagne, retour, contribution, importation and its lines, kept files."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Base, Entity, Sorted, points_to
from sdpd_desktop.persistence.types import ExactDecimal, UtcDateTime, Words

KEPT_FILE_LIMIT = 20_000_000
"""A bigger file is known by its hash alone: its bytes would swell every backup."""


class CampagneRow(Sorted, Entity):
    """A row of ``campagne``: one round of returns of a plan for a period.

    ``exclus`` are codes of partners that the plan proposes and the officer left out.
    """

    __tablename__ = "campagne"
    __table_args__ = (UniqueConstraint("plan_id", "periode"),)

    code: Mapped[str] = mapped_column(String(80), unique=True)
    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    periode: Mapped[str] = mapped_column(String(10))
    echeance: Mapped[dt.date | None]
    ouverte_le: Mapped[dt.date]
    mode: Mapped[str] = mapped_column(
        String(20), default="additionnes", server_default=text("'additionnes'")
    )
    close_le: Mapped[dt.date | None]
    exclus: Mapped[tuple[str, ...]] = mapped_column(Words, default=(), server_default="[]")


class RetourRow(Entity):
    """A row of ``retour``: what one partner is asked in a campagne."""

    __tablename__ = "retour"
    __table_args__ = (UniqueConstraint("campagne_id", "partenaire_id"),)

    campagne_id: Mapped[str] = mapped_column(points_to("campagne.id"), index=True)
    partenaire_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    partenaire_code: Mapped[str] = mapped_column(String(60))
    etat: Mapped[str] = mapped_column(String(20))
    etat_le: Mapped[dt.date | None]
    lignes: Mapped[int]
    demandes: Mapped[tuple[str, ...]] = mapped_column(Words, default=(), server_default="[]")
    mode: Mapped[str | None] = mapped_column(String(20))

    @property
    def objet(self) -> str:
        """The partner asked."""
        return f"retour {self.partenaire_code}"


class EtapeRetourRow(Entity):
    """A row of ``etape_retour``: a state a return came to, by the answer of ``emetteur`` if any."""

    __tablename__ = "etape_retour"
    __table_args__ = (UniqueConstraint("retour_id", "rang"),)

    retour_id: Mapped[str] = mapped_column(points_to("retour.id"), index=True)
    rang: Mapped[int]
    etat: Mapped[str] = mapped_column(String(20))
    le: Mapped[dt.date]
    emetteur: Mapped[str | None] = mapped_column(String(120))

    @property
    def objet(self) -> str:
        """The state."""
        return f"étape {self.etat}"


class ContributionRow(Entity):
    """A row of ``contribution``: what one émetteur gave for a value; a newer one supersedes it."""

    __tablename__ = "contribution"
    __table_args__ = (
        Index(
            "uq_contribution_courante",
            "retour_id",
            "indicateur_id",
            "periode",
            "territoire_id",
            "zone",
            "emetteur",
            unique=True,
            sqlite_where=text("courante"),
            postgresql_where=text("courante"),
        ),
    )

    retour_id: Mapped[str] = mapped_column(points_to("retour.id"), index=True)
    emetteur: Mapped[str] = mapped_column(String(120))
    indicateur_id: Mapped[str] = mapped_column(points_to("indicateur.id"), index=True)
    periode: Mapped[str] = mapped_column(String(10))
    territoire_id: Mapped[str] = mapped_column(points_to("territoire.id"), index=True)
    zone: Mapped[str] = mapped_column(String(20))
    presence: Mapped[str] = mapped_column(String(20))
    borne: Mapped[str] = mapped_column(String(20))
    valeur: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    numerateur: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    denominateur: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    texte: Mapped[str]
    origine: Mapped[str]
    courante: Mapped[bool] = mapped_column(default=True)
    importation_id: Mapped[str | None] = mapped_column(points_to("importation.id"), index=True)

    @property
    def objet(self) -> str:
        """The émetteur and the period."""
        return f"contribution {self.emetteur} · {self.periode}"


class FichierRow(Entity):
    """A row of ``fichier``: a file kept by content; its bytes are in ``contenu`` if they fit."""

    __tablename__ = "fichier"
    undoable = False

    empreinte: Mapped[str] = mapped_column(String(64), unique=True)
    nom: Mapped[str]
    taille: Mapped[int]
    recu_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    @property
    def objet(self) -> str:
        """The file's name."""
        return self.nom


class ContenuRow(Base):
    """A row of ``contenu``: bytes by SHA-256, outside the journal, which keeps their hash."""

    __tablename__ = "contenu"

    empreinte: Mapped[str] = mapped_column(String(64), primary_key=True)
    octets: Mapped[bytes] = mapped_column(LargeBinary)


class ImportationRow(Entity):
    """A row of ``importation``: one file taken in and its outcome; stays when undone."""

    __tablename__ = "importation"
    undoable = False

    fichier_id: Mapped[str] = mapped_column(points_to("fichier.id"), index=True)
    retour_id: Mapped[str | None] = mapped_column(String(36), index=True)
    partenaire_code: Mapped[str] = mapped_column(String(60))
    nom: Mapped[str]
    importe_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    enregistre_le: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    empreinte_valeurs: Mapped[str] = mapped_column(String(64), index=True)
    nouveaux: Mapped[int]
    modifies: Mapped[int]
    inchanges: Mapped[int]
    rejetes: Mapped[int]
    a_confirmer: Mapped[int]

    @property
    def objet(self) -> str:
        """The file's name."""
        return f"import {self.nom}"


class ImportationLigneRow(Base):
    """A row of ``importation_ligne``: a line of the proposition, as it was when applied."""

    __tablename__ = "importation_ligne"

    importation_id: Mapped[str] = mapped_column(points_to("importation.id"), primary_key=True)
    rang: Mapped[int] = mapped_column(primary_key=True)
    verdict: Mapped[str] = mapped_column(String(20))
    appliquee: Mapped[bool]
    objet: Mapped[str]
    colonne: Mapped[str] = mapped_column(String(40))
    lieu: Mapped[str]
    texte: Mapped[str]
    format: Mapped[str]
    compris: Mapped[str]
    ancien: Mapped[str]
    raison: Mapped[str]
