"""Reads the font files that an office chooses for its documents, and refuses those unfit."""

import io
import struct
from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase.ttfonts import TTFError, TTFontFile
from reportlab.pdfgen.canvas import Canvas

from sdpd_desktop.documents.pdf_police import GRAS, ITALIQUE, ROMAIN, employer, fonte, nommer
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.police import SIGNES, Police
from sdpd_desktop.domain.texte import NBSP, quote

LIMITE = 10_000_000
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_AUTRES = (b"OTTO", b"ttcf", b"wOFF", b"wOF2")
_RESTREINTE, _PARTIELLE = 0x0002, 0x0300  # no embedding; none of a part, or of bitmaps alone
_ABIMEE = (TTFError, struct.error, ArithmeticError, LookupError, ValueError, TypeError)
_TROIS = "Choisissez ensemble trois fichiers .ttf de la même police : normal, gras et italique."


class _Fichier(NamedTuple):
    nom: str
    octets: bytes
    famille: str
    style: str


def lire_police(fichiers: Sequence[tuple[str, bytes]]) -> Police:
    """Return the typeface of three files, by name and content: which is which is read in them.

    Raises:
        ValidationError: One is no TrueType font, may not be embedded, lacks a sign, or the three
            are not the normal, bold and italic faces of a typeface.
    """
    if len(fichiers) != 3:
        count = len(fichiers)
        raise ValidationError("police", f"{_TROIS} Vous en avez choisi {count}.")
    faces = [_lire(nom, octets) for nom, octets in fichiers]
    by_style = {face.style: face for face in faces}
    for style, title in ((ROMAIN, "normal"), (GRAS, "gras"), (ITALIQUE, "italique")):
        if style not in by_style:
            names = ", ".join(quote(face.nom) for face in faces)
            raise ValidationError(
                "police", f"Aucun de ces fichiers n’est le {title} d’une police : {names}. {_TROIS}"
            )
    families = sorted({face.famille for face in faces})
    if len(families) > 1:
        raise ValidationError(
            "police", f"Ces fichiers sont de polices différentes : {', '.join(families)}. {_TROIS}"
        )
    police = Police(families[0], *(by_style[s].octets for s in (ROMAIN, GRAS, ITALIQUE)))
    _essayer(police)
    return police


def _lire(nom: str, octets: bytes) -> _Fichier:
    if len(octets) > LIMITE:
        raise _refus(nom, f"elle dépasse {LIMITE // 1_000_000}{NBSP}Mo. Choisissez-en une autre.")
    if octets.startswith(_AUTRES):
        raise _refus(
            nom, "ses contours ne sont pas TrueType. Choisissez la version .ttf de cette police."
        )
    if not octets.startswith(_TRUETYPE):
        raise _refus(nom, "ce n’est pas une police. Choisissez un fichier .ttf.")
    try:
        face: Any = TTFontFile(io.BytesIO(octets))
        rights = struct.unpack_from(">H", face.get_table("OS/2"), 8)[0]
        family, style = _texte(face.familyName), _texte(face.styleName).casefold()
        places = face.glyphPos
        if sorted(places) != places or places[-1] > face.table["glyf"]["length"]:
            raise ValueError("outlines out of place")
    except _ABIMEE as error:
        raise _refus(nom, "le fichier est abîmé. Installez-la de nouveau, ou choisissez-en une "
                     "autre.") from error  # fmt: skip
    if rights & 0x000F == _RESTREINTE or rights & _PARTIELLE:
        raise _refus(
            nom,
            "sa licence interdit de l’incorporer aux documents. Choisissez une police dont la "
            "licence le permet.",
        )
    missing = sorted(char for char in SIGNES if ord(char) not in face.charToGlyph)
    if missing:
        others = len(missing) - 1
        more = f", ni {others} autre{'s' if others > 1 else ''} signe{'s' if others > 1 else ''}"
        raise _refus(
            nom,
            f"elle ne dessine pas {nommer(missing[0])}{more if others else ''}. Choisissez une "
            "police qui a tous les signes du français.",
        )
    slanted = face.italicAngle != 0 or "italic" in style or "oblique" in style
    strong = "bold" in style
    kind = {(False, False): ROMAIN, (True, False): GRAS, (False, True): ITALIQUE}
    return _Fichier(nom, octets, family, kind.get((strong, slanted), ""))


def _texte(name: str | bytes) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)


def _essayer(police: Police) -> None:
    """Set every sign in every face: damage may lie in the outlines."""
    try:
        with employer(police):
            canvas = Canvas(io.BytesIO())
            for number, role in enumerate((ROMAIN, GRAS, ITALIQUE)):
                canvas.setFont(fonte(role), 8)
                canvas.drawString(20, 700 - 20 * number, "".join(sorted(SIGNES)))
            canvas.save()
    except _ABIMEE as error:
        raise _refus(
            police.nom, "ses contours sont abîmés. Installez-la de nouveau, ou choisissez-en une "
            "autre."
        ) from error  # fmt: skip


def _refus(nom: str, why: str) -> ValidationError:
    return ValidationError("police", f"La police {quote(nom)} n’est pas retenue{NBSP}: {why}")
