"""Reads and saves the office's settings."""

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.parametres import Conservation, Parametres
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
        with self._ground.write("modifier les paramètres") as work:
            work.parametres.save(parametres)
            work.commit()
        self._ground.tell(Change.PARAMETRES)

    def conservations(self) -> tuple[Conservation, ...]:
        """Return how long each kind of data is kept."""
        with self._ground.database.read() as work:
            return work.parametres.conservations()

    def auteur(self) -> str:
        """Return who signs the journal."""
        return self._ground.auteur()
