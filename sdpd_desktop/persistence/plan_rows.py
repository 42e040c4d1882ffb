"""Tables of the plans: plan, axe, objectif, action, mesure, engagement, financement, remarque."""

import datetime as dt

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Entity, Searchable, Sorted, points_to


class PlanRow(Sorted, Entity):
    """A row of ``plan``."""

    __tablename__ = "plan"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    type: Mapped[str] = mapped_column(String(40))
    titre: Mapped[str]
    departement: Mapped[str] = mapped_column(String(3))
    territoire_id: Mapped[str] = mapped_column(points_to("territoire.id"))
    debut: Mapped[dt.date | None]
    fin: Mapped[dt.date | None]
    source: Mapped[str]


class AxeRow(Sorted, Entity):
    """A row of ``axe``."""

    __tablename__ = "axe"
    __table_args__ = (UniqueConstraint("plan_id", "code"),)

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    titre: Mapped[str]
    source: Mapped[str]


class ObjectifRow(Sorted, Searchable, Entity):
    """A row of ``objectif``."""

    __tablename__ = "objectif"
    __table_args__ = (UniqueConstraint("plan_id", "code"),)

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    axe_id: Mapped[str] = mapped_column(points_to("axe.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    titre: Mapped[str]
    section: Mapped[str]
    source: Mapped[str]

    def searched(self) -> tuple[str, ...]:
        """Code and title."""
        return (self.code, self.titre)


class ActionRow(Sorted, Searchable, Entity):
    """A row of ``action``."""

    __tablename__ = "action"
    __table_args__ = (UniqueConstraint("plan_id", "code"),)

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    objectif_id: Mapped[str] = mapped_column(points_to("objectif.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    titre: Mapped[str]
    statut: Mapped[str] = mapped_column(String(20))
    fait_le: Mapped[dt.date | None]
    echeance: Mapped[dt.date | None]
    echeance_interpretee: Mapped[str]
    note: Mapped[str]
    meteo: Mapped[str | None] = mapped_column(String(10))
    meteo_le: Mapped[dt.date | None]
    meteo_commentaire: Mapped[str]
    source: Mapped[str]

    def searched(self) -> tuple[str, ...]:
        """Code, title and note."""
        return (self.code, self.titre, self.note)


class MesureRow(Sorted, Searchable, Entity):
    """A row of ``mesure``."""

    __tablename__ = "mesure"
    __table_args__ = (UniqueConstraint("plan_id", "code"),)

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    action_id: Mapped[str] = mapped_column(points_to("action.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    titre: Mapped[str]
    statut: Mapped[str] = mapped_column(String(20))
    fait_le: Mapped[dt.date | None]
    echeance: Mapped[dt.date | None]
    echeance_interpretee: Mapped[str]
    note: Mapped[str]
    reference: Mapped[str] = mapped_column(String(20))
    source: Mapped[str]

    def searched(self) -> tuple[str, ...]:
        """Code, title, reference and note."""
        return (self.code, self.titre, self.reference, self.note)


class EngagementRow(Entity):
    """A row of ``engagement``: a partner's part in an action."""

    __tablename__ = "engagement"
    __table_args__ = (UniqueConstraint("action_id", "partenaire_id", "role", "precision"),)

    action_id: Mapped[str] = mapped_column(points_to("action.id"), index=True)
    partenaire_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    rang: Mapped[int]
    role: Mapped[str] = mapped_column(String(20))
    precision: Mapped[str]


class FinancementRow(Entity):
    """A row of ``financement``; amounts in euros."""

    __tablename__ = "financement"

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    action_id: Mapped[str | None] = mapped_column(points_to("action.id"), index=True)
    rang: Mapped[int]
    source_fonds: Mapped[str] = mapped_column(String(40))
    annee: Mapped[int | None]
    annee_fin: Mapped[int | None]
    prevu: Mapped[int | None]
    engage: Mapped[int | None]
    paye: Mapped[int | None]
    remarque: Mapped[str]
    source: Mapped[str]


class RemarqueRow(Searchable, Entity):
    """A row of ``remarque``: what a reader must know about another row, whatever its table."""

    __tablename__ = "remarque"

    plan_id: Mapped[str | None] = mapped_column(points_to("plan.id"), index=True)
    objet_table: Mapped[str] = mapped_column(String(40))
    objet_id: Mapped[str] = mapped_column(String(36), index=True)
    objet_code: Mapped[str] = mapped_column(String(60))
    rang: Mapped[int]
    texte: Mapped[str]
    source: Mapped[str]

    def searched(self) -> tuple[str, ...]:
        """The text itself."""
        return (self.objet_code, self.texte)
