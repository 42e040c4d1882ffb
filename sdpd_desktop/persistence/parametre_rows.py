"""Tables of the office: parametre, conservation, sauvegarde."""

import datetime as dt

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Base, Entity
from sdpd_desktop.persistence.types import UtcDateTime


class ParametreRow(Entity):
    """A row of ``parametre``: a setting by name."""

    __tablename__ = "parametre"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    valeur: Mapped[str]


class ConservationRow(Entity):
    """A row of ``conservation``: how many months a kind of data is kept, and from when."""

    __tablename__ = "conservation"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    duree_mois: Mapped[int]
    point_de_depart: Mapped[str]
    fondement: Mapped[str]


class SauvegardeRow(Base):
    """A row of ``sauvegarde``: a verified backup; it stays whatever is put back."""

    __tablename__ = "sauvegarde"

    rang: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    chemin: Mapped[str]
    faite_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    taille: Mapped[int]
    changements: Mapped[int]
    empreinte: Mapped[str] = mapped_column(String(64))
