"""Table of expungings."""

import datetime as dt

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Entity
from sdpd_desktop.persistence.types import UtcDateTime


class ExpurgationRow(Entity):
    """A row of ``expurgation``: what was taken out of the data, or of one kept file.

    ``fichier`` is the hash of the file as received, "" for data; ``reste`` that of what is left
    of it, "" when nothing is.
    """

    __tablename__ = "expurgation"
    undoable = False

    faite_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    auteur: Mapped[str]
    motif: Mapped[str]
    elements: Mapped[int]
    fichier: Mapped[str] = mapped_column(String(64), index=True)
    reste: Mapped[str] = mapped_column(String(64))

    @property
    def objet(self) -> str:
        """What was expunged: data, or a file by the start of its hash."""
        return f"expurgation du fichier {self.fichier[:12]}…" if self.fichier else "expurgation"
