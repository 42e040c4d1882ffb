"""Tables of partners, territories and instances."""

import datetime as dt

from sqlalchemy import String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.persistence.base import Entity, Searchable, Sorted, points_to
from sdpd_desktop.persistence.types import Words


class TerritoireRow(Sorted, Searchable, Entity):
    """A row of ``territoire``."""

    __tablename__ = "territoire"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    nom: Mapped[str]
    nature: Mapped[str] = mapped_column(String(20))
    insee: Mapped[str] = mapped_column(String(9))
    population: Mapped[int | None]
    source: Mapped[str]
    perimetre_depuis: Mapped[dt.date | None]
    zones_depuis: Mapped[dt.date | None]

    def searched(self) -> tuple[str, ...]:
        """Code, name and INSEE code."""
        return (self.code, self.nom, self.insee)


class InclusionRow(Entity):
    """A row of ``inclusion``: one territory lies in another; a territory may lie in several."""

    __tablename__ = "inclusion"
    __table_args__ = (UniqueConstraint("territoire_id", "dans_id"),)

    territoire_id: Mapped[str] = mapped_column(points_to("territoire.id"), index=True)
    dans_id: Mapped[str] = mapped_column(points_to("territoire.id"), index=True)


class PartenaireRow(Sorted, Searchable, Entity):
    """A row of ``partenaire``; ``contact`` is the function to write to, never a person."""

    __tablename__ = "partenaire"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    nom: Mapped[str]
    sigle: Mapped[str]
    nature: Mapped[str] = mapped_column(String(20))
    zone: Mapped[str | None] = mapped_column(String(20))
    territoire_id: Mapped[str | None] = mapped_column(points_to("territoire.id"), index=True)
    collectif: Mapped[bool]
    relais_id: Mapped[str | None] = mapped_column(points_to("partenaire.id"), index=True)
    depuis: Mapped[dt.date | None]
    jusqu_au: Mapped[dt.date | None]
    alias: Mapped[tuple[str, ...]] = mapped_column(Words)
    contact: Mapped[str]
    adresse: Mapped[str] = mapped_column(default="", server_default=text("''"))
    courriel: Mapped[str] = mapped_column(default="", server_default=text("''"))
    telephone: Mapped[str] = mapped_column(default="", server_default=text("''"))
    source: Mapped[str]

    def searched(self) -> tuple[str, ...]:
        """Code, name, acronym and aliases."""
        return (self.code, self.nom, self.sigle, *self.alias)


class MembreRow(Entity):
    """A row of ``membre``: an organisation belongs to a collective, between two dates."""

    __tablename__ = "membre"
    __table_args__ = (UniqueConstraint("collectif_id", "partenaire_id", "depuis"),)

    collectif_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    partenaire_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    rang: Mapped[int]
    depuis: Mapped[dt.date | None]
    jusqu_au: Mapped[dt.date | None]


class EmetteurRow(Entity):
    """A row of ``emetteur``: a unit of a partner that returns a file of its own."""

    __tablename__ = "emetteur"
    __table_args__ = (UniqueConstraint("partenaire_id", "nom"),)

    partenaire_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    nom: Mapped[str] = mapped_column(String(120))
    territoire_id: Mapped[str | None] = mapped_column(points_to("territoire.id"), index=True)

    @property
    def objet(self) -> str:
        """The unit."""
        return f"émetteur {self.nom}"


class SuccessionRow(Entity):
    """A row of ``succession``: one organisation took over from another, or from part of it."""

    __tablename__ = "succession"
    __table_args__ = (UniqueConstraint("ancien_id", "nouveau_id"),)

    ancien_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    nouveau_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    le: Mapped[dt.date]
    remarque: Mapped[str]


class InstanceRow(Sorted, Searchable, Entity):
    """A row of ``instance``: a body that meets (CLSPD, EMDS, CLCT …)."""

    __tablename__ = "instance"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    nom: Mapped[str]
    nature: Mapped[str] = mapped_column(String(20))
    plan_id: Mapped[str | None] = mapped_column(points_to("plan.id"), index=True)
    territoire_id: Mapped[str | None] = mapped_column(points_to("territoire.id"), index=True)
    presidence: Mapped[str]
    periodicite: Mapped[str]
    source: Mapped[str]

    def searched(self) -> tuple[str, ...]:
        """Code and name."""
        return (self.code, self.nom)


class ReunionRow(Entity):
    """A row of ``reunion``: a meeting of an instance."""

    __tablename__ = "reunion"

    instance_id: Mapped[str] = mapped_column(points_to("instance.id"), index=True)
    tenue_le: Mapped[dt.date]
    lieu: Mapped[str]
    objet_reunion: Mapped[str]

    @property
    def objet(self) -> str:
        """The day; an office holds many meetings of one name."""
        return f"du {format_date(self.tenue_le)}"


class DecisionRow(Entity):
    """A row of ``decision``: what a meeting decided, about an action or not."""

    __tablename__ = "decision"

    reunion_id: Mapped[str] = mapped_column(points_to("reunion.id"), index=True)
    action_id: Mapped[str | None] = mapped_column(points_to("action.id"), index=True)
    rang: Mapped[int]
    texte: Mapped[str]
    echeance: Mapped[dt.date | None]

    @property
    def objet(self) -> str:
        """What was decided, shortened."""
        return quote(self.texte)
