"""Tables of reports: narratif, rapport_emis, and document_source, which their legend quotes."""

import datetime as dt

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Entity, Sorted, points_to
from sdpd_desktop.persistence.types import UtcDateTime


class NarratifRow(Entity):
    """A row of ``narratif``: what people wrote for a part of a report of a plan and period."""

    __tablename__ = "narratif"
    __table_args__ = (UniqueConstraint("plan_id", "periode", "section"),)

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    periode: Mapped[str] = mapped_column(String(10))
    section: Mapped[str] = mapped_column(String(20))
    texte: Mapped[str]

    @property
    def objet(self) -> str:
        """The part and its period."""
        return f"{self.section} · {self.periode}"


class RapportEmisRow(Entity):
    """A row of ``rapport_emis``: a document that left the office; its bytes are a kept file."""

    __tablename__ = "rapport_emis"
    __table_args__ = (UniqueConstraint("plan_id", "type", "periode", "objet_code", "numero"),)
    undoable = False

    plan_id: Mapped[str] = mapped_column(points_to("plan.id"), index=True)
    type: Mapped[str] = mapped_column(String(20))
    periode: Mapped[str] = mapped_column(String(10))
    objet_code: Mapped[str] = mapped_column(String(60))
    titre: Mapped[str]
    numero: Mapped[int]
    emis_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    destinataire: Mapped[str]
    auteur: Mapped[str]
    diffusion: Mapped[str] = mapped_column(String(20))
    format: Mapped[str] = mapped_column(String(10))
    nom: Mapped[str]
    fichier_id: Mapped[str] = mapped_column(points_to("fichier.id"), index=True)

    @property
    def objet(self) -> str:
        """The title and its version."""
        return f"{self.titre}, version {self.numero}"


class DocumentSourceRow(Sorted, Entity):
    """A row of ``document_source``: a document that plans quote by its number (S1)."""

    __tablename__ = "document_source"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    titre: Mapped[str]
    date: Mapped[dt.date | None]
    periode: Mapped[str]
