"""Tables of the journal: changement, its lines, and their payloads kept apart."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Base, points_to
from sdpd_desktop.persistence.types import UtcDateTime


class ChangementRow(Base):
    """A row of ``changement``: one committed transaction; never updated, never deleted."""

    __tablename__ = "changement"

    numero: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    instant: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    auteur: Mapped[str]
    commande: Mapped[str]
    source: Mapped[str] = mapped_column(String(20))
    reference: Mapped[str]
    annule: Mapped[int | None] = mapped_column(index=True)
    nombre_lignes: Mapped[int]
    precedent: Mapped[str] = mapped_column(String(64))
    empreinte: Mapped[str] = mapped_column(String(64))


class ChangementLigneRow(Base):
    """A row of ``changement_ligne``: a row touched, with the commitment of its payload."""

    __tablename__ = "changement_ligne"
    __table_args__ = (Index("ix_changement_ligne_objet", "table_touchee", "ligne_id"),)

    numero: Mapped[int] = mapped_column(points_to("changement.numero"), primary_key=True)
    rang: Mapped[int] = mapped_column(primary_key=True)
    table_touchee: Mapped[str] = mapped_column(String(40))
    ligne_id: Mapped[str] = mapped_column(String(36))
    operation: Mapped[str] = mapped_column(String(20))
    engagement: Mapped[str] = mapped_column(String(64))


class ChangementChargeRow(Base):
    """A row of ``changement_charge``: the payload of a line; may be purged, never altered."""

    __tablename__ = "changement_charge"

    numero: Mapped[int] = mapped_column(primary_key=True)
    rang: Mapped[int] = mapped_column(primary_key=True)
    sel: Mapped[str] = mapped_column(String(32))
    objet: Mapped[str]
    avant: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    apres: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
