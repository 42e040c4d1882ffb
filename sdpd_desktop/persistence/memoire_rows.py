"""Tables of what is remembered of partners: dated aliases, layouts, the meaning of their words."""

import datetime as dt

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Entity, points_to
from sdpd_desktop.persistence.types import Words


class AliasRow(Entity):
    """A row of ``alias``: a name a partner goes by, between two dates."""

    __tablename__ = "alias"

    partenaire_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    nom: Mapped[str]
    depuis: Mapped[dt.date | None]
    jusqu_au: Mapped[dt.date | None]

    @property
    def objet(self) -> str:
        """The name."""
        return f"alias {self.nom}"


class DispositionRow(Entity):
    """A row of ``disposition``: how a partner lays out its own table."""

    __tablename__ = "disposition"
    __table_args__ = (UniqueConstraint("partenaire_id", "cle"),)

    partenaire_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    cle: Mapped[str]
    feuille: Mapped[str]
    colonnes: Mapped[tuple[str, ...]] = mapped_column(Words)
    confirmee_le: Mapped[dt.date]

    @property
    def objet(self) -> str:
        """The sheet it was seen on."""
        return f"disposition {self.feuille}"


class TermeRow(Entity):
    """A row of ``terme``: what a word of a partner means."""

    __tablename__ = "terme"
    __table_args__ = (UniqueConstraint("partenaire_id", "nature", "terme"),)

    partenaire_id: Mapped[str] = mapped_column(points_to("partenaire.id"), index=True)
    nature: Mapped[str] = mapped_column(String(20))
    terme: Mapped[str]
    sens: Mapped[str]
    convenu_le: Mapped[dt.date]

    @property
    def objet(self) -> str:
        """The word."""
        return f"terme {self.terme}"
