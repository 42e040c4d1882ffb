"""Tables of conventions: convention, partie, signataire, avenant, annexe and what they concern."""

import datetime as dt

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Entity, Searchable, Sorted, points_to
from sdpd_desktop.persistence.types import Words


class ConventionRow(Sorted, Searchable, Entity):
    """A row of ``convention``."""

    __tablename__ = "convention"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    nature: Mapped[str] = mapped_column(String(40))
    titre: Mapped[str]
    plan_id: Mapped[str | None] = mapped_column(points_to("plan.id"), index=True)
    objet_convention: Mapped[str]
    champs: Mapped[tuple[str, ...]] = mapped_column(Words)
    territoire_id: Mapped[str | None] = mapped_column(points_to("territoire.id"), index=True)
    etat: Mapped[str] = mapped_column(String(20))
    etat_le: Mapped[dt.date | None]
    presidence: Mapped[str]
    publiee: Mapped[bool]
    signature_lieu: Mapped[str]
    signature_prevue: Mapped[dt.datetime | None]
    signee_le: Mapped[dt.date | None]
    debut: Mapped[dt.date | None]
    fin: Mapped[dt.date | None]
    source: Mapped[str]

    def searched(self) -> tuple[str, ...]:
        """Code, title, object and fields."""
        return (self.code, self.titre, self.objet_convention, *self.champs)


class PartieRow(Entity):
    """A row of ``partie``."""

    __tablename__ = "partie"
    __table_args__ = (UniqueConstraint("convention_id", "rang"),)

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    rang: Mapped[int]
    institution: Mapped[str]
    partenaire_id: Mapped[str | None] = mapped_column(points_to("partenaire.id"), index=True)


class SignataireRow(Entity):
    """A row of ``signataire``: who signs for a party."""

    __tablename__ = "signataire"

    partie_id: Mapped[str] = mapped_column(points_to("partie.id"), index=True)
    rang: Mapped[int]
    nom: Mapped[str]
    qualite: Mapped[str]
    genre: Mapped[str] = mapped_column(String(1))
    signe_le: Mapped[dt.date | None]

    @property
    def objet(self) -> str:
        """The quality, which is always known."""
        return self.qualite


class AvenantRow(Entity):
    """A row of ``avenant``."""

    __tablename__ = "avenant"
    __table_args__ = (UniqueConstraint("convention_id", "numero"),)

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    numero: Mapped[int]
    objet_avenant: Mapped[str]
    signe_le: Mapped[dt.date | None]


class AnnexeRow(Entity):
    """A row of ``annexe``."""

    __tablename__ = "annexe"
    __table_args__ = (UniqueConstraint("convention_id", "numero"),)

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    numero: Mapped[int]
    titre: Mapped[str]
    contenu: Mapped[str] = mapped_column(String(20))


class ConventionActionRow(Entity):
    """A row of ``convention_action``: an action the convention serves."""

    __tablename__ = "convention_action"
    __table_args__ = (UniqueConstraint("convention_id", "action_id"),)

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    action_id: Mapped[str] = mapped_column(points_to("action.id"), index=True)


class ConventionIndicateurRow(Entity):
    """A row of ``convention_indicateur``: an indicator the convention reports."""

    __tablename__ = "convention_indicateur"
    __table_args__ = (UniqueConstraint("convention_id", "indicateur_id"),)

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    indicateur_id: Mapped[str] = mapped_column(points_to("indicateur.id"), index=True)
