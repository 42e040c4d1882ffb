"""Tables of signature: autorite, liste_revocation, exemplaire."""

import datetime as dt

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Entity, points_to
from sdpd_desktop.persistence.types import UtcDateTime, Words


class AutoriteRow(Entity):
    """A row of ``autorite``: a certificate the office knows; its DER is a kept file."""

    __tablename__ = "autorite"

    empreinte: Mapped[str] = mapped_column(String(64), unique=True)
    sujet: Mapped[str]
    emise_par: Mapped[str]
    debut: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    fin: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    importee_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    @property
    def objet(self) -> str:
        """The name of the authority."""
        return self.sujet


class ListeRevocationRow(Entity):
    """A row of ``liste_revocation``: a CRL; its DER is a kept file."""

    __tablename__ = "liste_revocation"

    empreinte: Mapped[str] = mapped_column(String(64), unique=True)
    emise_par: Mapped[str]
    emise_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    prochaine: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    nombre: Mapped[int]
    importee_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    @property
    def objet(self) -> str:
        """Whose list it is, and of which day."""
        return f"{self.emise_par}, {self.emise_le:%d/%m/%Y}"


class ExemplaireRow(Entity):
    """A row of ``exemplaire``: a signed copy with the verdict of its filing; stays when undone."""

    __tablename__ = "exemplaire"
    undoable = False

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    fichier_id: Mapped[str] = mapped_column(points_to("fichier.id"), index=True)
    nom: Mapped[str]
    revisions: Mapped[tuple[str, ...]] = mapped_column(Words)
    verdict: Mapped[str] = mapped_column(String(20))
    motifs: Mapped[tuple[str, ...]] = mapped_column(Words)
    verifie_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    complet: Mapped[bool]
    ecarte_le: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    @property
    def objet(self) -> str:
        """The file's name."""
        return self.nom
