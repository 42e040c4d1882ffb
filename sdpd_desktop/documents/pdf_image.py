"""The office's own header image, checked before it meets a page."""

import io
from dataclasses import dataclass

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import NBSP

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
    """Read a PNG or JPEG; its transparent parts become white, for archival PDF and for paper.

    Raises:
        ValidationError: The image is damaged, of another kind, or too large.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _LARGEST_PIXELS:
                raise ValidationError(
                    "entete",
                    f"L’image d’en-tête est trop grande{NBSP}: {image.width} × {image.height} "
                    f"points. {_CONSEIL}",
                )
            rgba = image.convert("RGBA")
    except ValidationError:
        raise
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(
            "entete",
            f"L’image d’en-tête ne peut pas être lue{NBSP}: le fichier est abîmé ou n’est ni un "
            f"PNG ni un JPEG. {_CONSEIL}",
        ) from error
    opaque = Image.new("RGB", rgba.size, "white")
    opaque.paste(rgba, mask=rgba.getchannel("A"))
    if opaque.width > _WIDEST:
        opaque = opaque.resize((_WIDEST, max(1, opaque.height * _WIDEST // opaque.width)))
    out = io.BytesIO()
    opaque.save(out, "PNG")
    return Entete(out.getvalue(), opaque.width, opaque.height)
