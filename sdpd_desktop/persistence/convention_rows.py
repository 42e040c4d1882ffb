"""Tables of conventions: the agreement, its parts, its kept files, its frozen versions."""

import datetime as dt

from sqlalchemy import String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sdpd_desktop.persistence.base import Entity, Searchable, Sorted, points_to
from sdpd_desktop.persistence.types import LongText, UtcDateTime, Words


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
    nature_libre: Mapped[str] = mapped_column(default="", server_default=text("''"))
    periodicite: Mapped[str] = mapped_column(default="", server_default=text("''"))
    confidentialite: Mapped[str] = mapped_column(default="", server_default=text("''"))
    raa: Mapped[str] = mapped_column(default="", server_default=text("''"))
    exemplaires: Mapped[int] = mapped_column(default=0, server_default="0")
    paraphe: Mapped[bool] = mapped_column(default=False, server_default="0")
    visas: Mapped[tuple[str, ...]] = mapped_column(Words, default=(), server_default="[]")
    avis: Mapped[tuple[str, ...]] = mapped_column(Words, default=(), server_default="[]")
    duree_mois: Mapped[int] = mapped_column(default=0, server_default="0")
    tacite: Mapped[bool] = mapped_column(default=False, server_default="0")
    signee_par: Mapped[str] = mapped_column(default="", server_default=text("''"))
    denoncee_le: Mapped[dt.date | None]
    denonciation_effet: Mapped[dt.date | None]
    denonciation_motif: Mapped[str] = mapped_column(default="", server_default=text("''"))

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
    copreside: Mapped[bool] = mapped_column(default=False, server_default="0")
    mandat_mode: Mapped[str] = mapped_column(String(20), default="", server_default=text("''"))
    mandat_nom: Mapped[str] = mapped_column(default="", server_default=text("''"))
    mandat_qualite: Mapped[str] = mapped_column(default="", server_default=text("''"))
    mandat_genre: Mapped[str] = mapped_column(String(1), default="", server_default=text("''"))
    mandat_acte: Mapped[str] = mapped_column(default="", server_default=text("''"))

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
    integrante: Mapped[bool] = mapped_column(default=True, server_default="1")
    empreinte: Mapped[str] = mapped_column(String(64), default="", server_default=text("''"))
    fichier_nom: Mapped[str] = mapped_column(default="", server_default=text("''"))
    pages: Mapped[int] = mapped_column(default=0, server_default="0")


class ArticleRow(Entity):
    """A row of ``article``."""

    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("convention_id", "rang"),)

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    rang: Mapped[int]
    titre: Mapped[str]
    texte: Mapped[str] = mapped_column(LongText)


class CompositionRow(Entity):
    """A row of ``composition``: a seat, by function, of the body a convention creates."""

    __tablename__ = "composition"
    __table_args__ = (UniqueConstraint("convention_id", "rang"),)

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    rang: Mapped[int]
    fonction: Mapped[str]
    organisme: Mapped[str]
    permanent: Mapped[bool]

    @property
    def objet(self) -> str:
        """The function."""
        return self.fonction


class PieceRow(Entity):
    """A row of ``piece``: a kept file and what it is to its convention."""

    __tablename__ = "piece"

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    fichier_id: Mapped[str] = mapped_column(points_to("fichier.id"), index=True)
    nature: Mapped[str] = mapped_column(String(20))
    nom: Mapped[str]
    deposee_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    auteur: Mapped[str]
    commentaire: Mapped[str]

    @property
    def objet(self) -> str:
        """The file's name."""
        return self.nom


class VersionConventionRow(Entity):
    """A row of ``version_convention``: the content on the day a signed copy was filed, as JSON."""

    __tablename__ = "version_convention"
    __table_args__ = (UniqueConstraint("convention_id", "numero"),)

    convention_id: Mapped[str] = mapped_column(points_to("convention.id"), index=True)
    numero: Mapped[int]
    figee_le: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    fichier_id: Mapped[str] = mapped_column(points_to("fichier.id"), index=True)
    nom: Mapped[str]
    contenu: Mapped[str] = mapped_column(LongText)

    @property
    def objet(self) -> str:
        """Its number."""
        return f"version {self.numero}"


class ModeleConventionRow(Entity):
    """A row of ``modele_convention``: a kind the office defined, its content as JSON."""

    __tablename__ = "modele_convention"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    libelle: Mapped[str]
    contenu: Mapped[str] = mapped_column(LongText)


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
