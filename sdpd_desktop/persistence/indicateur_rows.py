"""Tables of indicators: indicateur, operande, cible, observation, cloture."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Entity, Searchable, Sorted, points_to
from sdpd_desktop.persistence.types import ExactDecimal, UtcDateTime, Words


class IndicateurRow(Sorted, Searchable, Entity):
    """A row of ``indicateur``; ``parent`` is the code of the action, objectif, axe or plan."""

    __tablename__ = "indicateur"
    __table_args__ = (UniqueConstraint("plan_id", "code"),)

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    parent: Mapped[str] = mapped_column(String(40))
    action_id: Mapped[str | None] = mapped_column(points_to("action.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    reference: Mapped[str] = mapped_column(String(20), index=True)
    titre: Mapped[str]
    nature: Mapped[str] = mapped_column(String(20))
    sens: Mapped[str] = mapped_column(String(20))
    grandeur: Mapped[str] = mapped_column(String(20))
    periodicite: Mapped[str] = mapped_column(String(20))
    unite: Mapped[str]
    decimales: Mapped[int]
    minimum: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    maximum: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    numerateur: Mapped[str]
    denominateur: Mapped[str]
    depart_valeur: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    depart_borne: Mapped[str] = mapped_column(String(20))
    depart_date: Mapped[dt.date | None]
    depart_periode: Mapped[str]
    depart_texte: Mapped[str]
    sites: Mapped[tuple[str, ...]] = mapped_column(Words)
    fournisseur_id: Mapped[str | None] = mapped_column(points_to("partenaire.id"), index=True)
    communicable: Mapped[bool]
    source: Mapped[str]
    methode: Mapped[str] = mapped_column(default="", server_default=text("''"))
    delai_jours: Mapped[int] = mapped_column(default=0, server_default="0")
    seuil_variation: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    definition_depuis: Mapped[dt.date | None]
    produit: Mapped[str] = mapped_column(String(60), default="", server_default=text("''"))
    territoires: Mapped[tuple[str, ...]] = mapped_column(Words, default=(), server_default="[]")
    operation: Mapped[str | None] = mapped_column(String(20))

    def searched(self) -> tuple[str, ...]:
        """Code, reference, title, product and named sites."""
        return (self.code, self.reference, self.titre, self.produit or "", *self.sites)


class OperandeRow(Entity):
    """A row of ``operande``: one term of the formula of an indicator that has an ``operation``."""

    __tablename__ = "operande"
    __table_args__ = (UniqueConstraint("indicateur_id", "rang"),)

    indicateur_id: Mapped[str] = mapped_column(points_to("indicateur.id"), index=True)
    rang: Mapped[int]
    operande_id: Mapped[str] = mapped_column(points_to("indicateur.id"), index=True)
    territoire_id: Mapped[str | None] = mapped_column(points_to("territoire.id"), index=True)
    zone: Mapped[str | None] = mapped_column(String(20))
    decalage: Mapped[int]

    @property
    def objet(self) -> str:
        """Its place in the formula."""
        return f"n° {self.rang}"


class CibleRow(Entity):
    """A row of ``cible``: a dated target."""

    __tablename__ = "cible"
    __table_args__ = (UniqueConstraint("indicateur_id", "rang"),)

    indicateur_id: Mapped[str] = mapped_column(points_to("indicateur.id"), index=True)
    rang: Mapped[int]
    valeur: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    echeance: Mapped[dt.date | None]
    echeance_interpretee: Mapped[str]
    debut: Mapped[dt.date | None]
    reference: Mapped[str] = mapped_column(String(20))

    @property
    def objet(self) -> str:
        """Its place among the targets of its indicator."""
        return f"n° {self.rang}"


class ObservationRow(Entity):
    """A row of ``observation``: never overwritten, a newer one supersedes it.

    At most one is current for an indicator, period, territory and zone.
    """

    __tablename__ = "observation"
    __table_args__ = (
        Index(
            "uq_observation_courante",
            "indicateur_id",
            "periode",
            "territoire_id",
            "zone",
            unique=True,
            sqlite_where=text("courante"),
            postgresql_where=text("courante"),
        ),
        Index("ix_observation_cle", "indicateur_id", "debut"),
        # Few supersede another: the others cost the index nothing.
        Index(
            "ix_observation_remplace_id",
            "remplace_id",
            sqlite_where=text("remplace_id IS NOT NULL"),
            postgresql_where=text("remplace_id IS NOT NULL"),
        ),
    )

    indicateur_id: Mapped[str] = mapped_column(points_to("indicateur.id"))
    periode: Mapped[str] = mapped_column(String(10))
    debut: Mapped[dt.date]
    fin: Mapped[dt.date]
    territoire_id: Mapped[str] = mapped_column(points_to("territoire.id"), index=True)
    zone: Mapped[str] = mapped_column(String(20))
    presence: Mapped[str] = mapped_column(String(20))
    borne: Mapped[str] = mapped_column(String(20))
    valeur: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    numerateur: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    denominateur: Mapped[Decimal | None] = mapped_column(ExactDecimal)
    consolidation: Mapped[str] = mapped_column(String(20))
    extraite_le: Mapped[dt.date | None]
    commentaire: Mapped[str]
    courante: Mapped[bool] = mapped_column(default=True)
    remplace_id: Mapped[str | None] = mapped_column(points_to("observation.id"))
    etat: Mapped[str] = mapped_column(String(20))
    etat_motif: Mapped[str]
    auteur: Mapped[str]
    saisi_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    origine: Mapped[str]
    importation_id: Mapped[str | None] = mapped_column(points_to("importation.id"), index=True)
    campagne_id: Mapped[str | None] = mapped_column(points_to("campagne.id"))
    feuille: Mapped[str]
    cellule: Mapped[str] = mapped_column(String(20))
    texte: Mapped[str]

    @property
    def objet(self) -> str:
        """The period; the journal adds the indicator's code."""
        return self.libelle_journal

    libelle_journal: Mapped[str]


class ClotureRow(Entity):
    """A row of ``cloture``: a lock on the values of a period, and how it ended.

    It stays when the changement that made it is put back: a period is reopened with a reason.
    """

    __tablename__ = "cloture"
    __table_args__ = (
        Index(
            "uq_cloture_en_vigueur",
            "plan_id",
            "periode",
            unique=True,
            sqlite_where=text("en_vigueur"),
            postgresql_where=text("en_vigueur"),
        ),
    )
    undoable = False

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    periode: Mapped[str] = mapped_column(String(10))
    debut: Mapped[dt.date]
    fin: Mapped[dt.date]
    en_vigueur: Mapped[bool]
    close_le: Mapped[dt.date]
    auteur: Mapped[str]
    rouverte_le: Mapped[dt.date | None]
    rouverte_par: Mapped[str]
    motif: Mapped[str]

    @property
    def objet(self) -> str:
        """The period."""
        return f"clôture {self.periode}"
