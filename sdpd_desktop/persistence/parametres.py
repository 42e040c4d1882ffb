"""Reads and changes the office's settings, retention times and list of backups."""

import datetime as dt
import hashlib
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.errors import DamageError
from sdpd_desktop.domain.parametres import (
    SEUIL_DIFFUSION,
    Apparence,
    Conservation,
    Parametres,
    SauvegardeSummary,
)
from sdpd_desktop.domain.police import Police
from sdpd_desktop.persistence.parametre_rows import (
    ConservationRow,
    ParametreRow,
    SauvegardeRow,
)
from sdpd_desktop.persistence.retour_rows import ContenuRow

_TEXTS = ("bureau", "auteur", "mention", "dossier_sauvegardes", "plan_courant")
_FACES = ("police_romain", "police_gras", "police_italique")


class ParametreRepository:
    """Settings by name; header image and typeface are kept by content."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Parametres:
        """Return the settings, empty ones where nothing was set."""
        values = dict(self._session.execute(select(ParametreRow.code, ParametreRow.valeur)).all())
        image = values.get("entete", "")
        contenu = self._session.get(ContenuRow, image) if image else None
        return Parametres(
            **{name: values.get(name, "") for name in _TEXTS},
            entete=contenu.octets if contenu else None,
            apparence=Apparence(values.get("apparence", Apparence.SYSTEME)),
            mentions=tuple(values.get("mentions", values.get("mention", "")).splitlines()),
            seuil_diffusion=int(values.get("seuil_diffusion", SEUIL_DIFFUSION)),
        )

    def save(self, parametres: Parametres) -> None:
        """Store the settings that differ."""
        values = {name: str(getattr(parametres, name)) for name in _TEXTS}
        values["apparence"] = parametres.apparence.value
        values["seuil_diffusion"] = str(parametres.seuil_diffusion)
        values["mentions"] = "\n".join(parametres.mentions)
        values["entete"] = self._keep(parametres.entete)
        self._store(values)

    def police(self) -> Police | None:
        """Return the office's own typeface, None for the one that ships.

        Raises:
            DamageError: One of its files is gone, or no longer the one that was kept.
        """
        values = dict(self._session.execute(select(ParametreRow.code, ParametreRow.valeur)).all())
        if not values.get("police"):
            return None
        return Police(values["police"], *(self._face(values.get(code, "")) for code in _FACES))

    def set_police(self, police: Police | None) -> None:
        """Store the office's own typeface; None goes back to the one that ships."""
        values = {"police": police.nom if police else ""}
        faces = (police.romain, police.gras, police.italique) if police else (None, None, None)
        values |= {code: self._keep(face) for code, face in zip(_FACES, faces, strict=True)}
        self._store(values)

    def _face(self, empreinte: str) -> bytes:
        kept = self._session.get(ContenuRow, empreinte)
        if kept is None or hashlib.sha256(kept.octets).hexdigest() != empreinte:
            raise DamageError(
                "La police des documents est abîmée. Choisissez-la de nouveau dans Paramètres."
            )
        return kept.octets

    def _store(self, values: Mapping[str, str]) -> None:
        rows = {row.code: row for row in self._session.scalars(select(ParametreRow))}
        for code, valeur in values.items():
            if code in rows:
                rows[code].valeur = valeur
            elif valeur:
                self._session.add(ParametreRow(code=code, valeur=valeur))

    def conservations(self) -> tuple[Conservation, ...]:
        """Return how long each kind of data is kept."""
        return tuple(
            Conservation(row.code, row.duree_mois, row.point_de_depart, row.fondement)
            for row in self._session.scalars(select(ConservationRow).order_by(ConservationRow.code))
        )

    def last_backup(self) -> SauvegardeSummary | None:
        """Return the newest verified backup."""
        row = self._session.scalar(select(SauvegardeRow).order_by(SauvegardeRow.rang.desc()))
        if row is None:
            return None
        return SauvegardeSummary(row.chemin, row.faite_le, row.taille, row.changements)

    def backups_holding(self, changement: int) -> tuple[SauvegardeSummary, ...]:
        """Return the registered backups made with that changement or later ones in them."""
        rows = self._session.scalars(
            select(SauvegardeRow)
            .where(SauvegardeRow.changements >= changement)
            .order_by(SauvegardeRow.rang.desc())
        )
        return tuple(
            SauvegardeSummary(row.chemin, row.faite_le, row.taille, row.changements) for row in rows
        )

    def add_backup(
        self, chemin: str, faite_le: dt.datetime, taille: int, changements: int, empreinte: str
    ) -> None:
        """Remember a verified backup."""
        self._session.add(
            SauvegardeRow(
                chemin=chemin,
                faite_le=faite_le,
                taille=taille,
                changements=changements,
                empreinte=empreinte,
            )
        )

    def _keep(self, octets: bytes | None) -> str:
        """Keep a file by content; return its SHA-256, "" without one."""
        if octets is None:
            return ""
        empreinte = hashlib.sha256(octets).hexdigest()
        if self._session.get(ContenuRow, empreinte) is None:
            self._session.add(ContenuRow(empreinte=empreinte, octets=octets))
        return empreinte
