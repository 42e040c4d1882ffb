"""Images of others, checked before they meet a page: the office's header, annexes."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from PIL import Image

_LARGEST_PIXELS = 40_000_000
_WIDEST = 2400
_CONSEIL = f"Choisissez une autre image (PNG ou JPEG) dans «{NBSP}Paramètres{NBSP}»."


@dataclass(frozen=True)
class Entete:
    """A header image as opaque RGB in a PNG, with its size in pixels."""

    png: bytes
    largeur: int
    hauteur: int


def lire_entete(data: bytes) -> Entete:
    """Read a PNG or JPEG.

    Raises:
        ValidationError: The image is damaged, of another kind, or too large.
    """
    opaque = lire_image(data, "entete", "L’image d’en-tête", _CONSEIL)
    if opaque.width > _WIDEST:
        opaque = opaque.resize((_WIDEST, max(1, opaque.height * _WIDEST // opaque.width)))
    out = io.BytesIO()
    opaque.save(out, "PNG")
    return Entete(out.getvalue(), opaque.width, opaque.height)


def lire_image(data: bytes, champ: str, sujet: str, conseil: str) -> "Image.Image":
    """Read a PNG or JPEG, upright; what is transparent becomes white, as on paper.

    A refusal is about the field ``champ``; ``sujet`` and ``conseil`` begin and end its sentence.

    Raises:
        ValidationError: The image is damaged, of another kind, or too large.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _LARGEST_PIXELS:
                raise ValidationError(
                    champ,
                    f"{sujet} est trop grande{NBSP}: {image.width} × {image.height} "
                    f"points. {conseil}",
                )
            rgba = ImageOps.exif_transpose(image).convert("RGBA")
    except ValidationError:
        raise
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(
            champ,
            f"{sujet} ne peut pas être lue{NBSP}: le fichier est abîmé ou n’est ni un "
            f"PNG ni un JPEG. {conseil}",
        ) from error
    opaque = Image.new("RGB", rgba.size, "white")
    opaque.paste(rgba, mask=rgba.getchannel("A"))
    return opaque
