"""Reads and saves the office's settings."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import StorageError, ValidationError, reason
from sdpd_desktop.domain.parametres import Conservation, Parametres
from sdpd_desktop.domain.police import Police
from sdpd_desktop.services.base import Ground

IMAGE_LIMIT = 5_000_000
SEUIL_LIMIT = 100
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class ParametresService:
    """One set of settings per database."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def get(self) -> Parametres:
        """Return the settings."""
        with self._ground.database.read() as work:
            return work.parametres.get()

    def save(self, parametres: Parametres) -> None:
        """Store the settings.

        Raises:
            ValidationError: The header image is not a PNG or JPEG, or is too large.
        """
        image = parametres.entete
        if image is not None and not image.startswith(_SIGNATURES):
            raise ValidationError("entete", "L'image d'en-tête doit être un fichier PNG ou JPEG.")
        if image is not None and len(image) > IMAGE_LIMIT:
            raise ValidationError("entete", "L'image d'en-tête dépasse 5 Mo : réduisez-la.")
        if not 1 <= parametres.seuil_diffusion <= SEUIL_LIMIT:
            raise ValidationError(
                "seuil_diffusion",
                "Le seuil de diffusion est un nombre entier de 1 (rien n'est masqué) à "
                f"{SEUIL_LIMIT} : choisissez-en un autre.",
            )
        listed = (*parametres.mentions, parametres.mention)
        marks = tuple(dict.fromkeys(" ".join(mark.split()) for mark in listed if mark.strip()))
        parametres = replace(parametres, mentions=marks)
        with self._ground.write("modifier les paramètres") as work:
            work.parametres.save(parametres)
            work.commit()
        self._ground.tell(Change.PARAMETRES)

    def police(self) -> Police | None:
        """Return the typeface of documents, None for the one that ships.

        Raises:
            DamageError: Its files are no longer those that were kept.
        """
        with self._ground.database.read() as work:
            return work.parametres.police()

    def choisir_police(self, paths: Sequence[Path]) -> Police:
        """Set documents in the office's own typeface: its normal, bold and italic files.

        Raises:
            StorageError: A file cannot be read.
            ValidationError: They are no such files, or cannot print French; the sentence says why.
        """
        from sdpd_desktop.documents.police_lecture import LIMITE, lire_police

        police = lire_police([(path.name, _read(path, LIMITE + 1)) for path in paths])
        self._set_police(police, f"composer les documents en {police.nom}")
        return police

    def rendre_police(self) -> None:
        """Set documents in the typeface that ships again."""
        self._set_police(None, "revenir à la police livrée pour les documents")

    def _set_police(self, police: Police | None, gesture: str) -> None:
        with self._ground.write(gesture) as work:
            work.parametres.set_police(police)
            work.commit()
        self._ground.tell(Change.PARAMETRES)

    def conservations(self) -> tuple[Conservation, ...]:
        """Return how long each kind of data is kept."""
        with self._ground.database.read() as work:
            return work.parametres.conservations()

    def auteur(self) -> str:
        """Return who signs the journal."""
        return self._ground.auteur()


def _read(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise StorageError(
            f"Impossible de lire {path} ({reason(error)}). Copiez-le sur le poste, puis "
            "recommencez."
        ) from error
