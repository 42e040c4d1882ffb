"""A liasse: a convention and its annexes as one print copy, each annex behind its own sheet.

What others made is reproduced as drawings, so that nothing in it acts; the copy claims neither
PDF/A nor PDF/UA, and its cover says so. The files themselves are not touched.
"""

import io
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Array, Dictionary, Name, Object
from reportlab.lib.pagesizes import A3, A4
from reportlab.platypus import Flowable, Spacer

from sdpd_desktop.documents import annexe_feuille
from sdpd_desktop.documents.classeur_donnees import Classeur
from sdpd_desktop.documents.classeur_pdf import feuilles
from sdpd_desktop.documents.liasse_lecture import Dessin, Lecture, epurer, lire
from sdpd_desktop.documents.liasse_tampon import BAS, COTE, HAUT, PARAPHE, Tampon, tampons
from sdpd_desktop.documents.pdf_archive import Metadonnees, Signet, nommer
from sdpd_desktop.documents.pdf_page import Gabarit, composer
from sdpd_desktop.documents.pdf_styles import (
    CHAPEAU,
    SURTITRE,
    TITRE_MOYEN,
    paragraphe,
)
from sdpd_desktop.documents.pdf_tableau import Cellule, encadre
from sdpd_desktop.documents.typographie import accord, francais
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import NBSP

_AVERTISSEMENT = (
    "Ce document est une copie d’impression. Les fichiers joints y sont reproduits tels qu’ils "
    "s’affichent : il n’est donc ni une archive (PDF/A) ni un document accessible (PDF/UA), et ne "
    "le prétend pas. Chaque fichier d’origine est conservé sans aucune modification."
)
_OF_THE_TREE = {"/StructParents", "/Tabs"}  # the tree of tags itself stays behind
_EXACT = 0.995  # scale from which a page is as large as it was
_TOLERANCE = 6.0  # points by which a page may pass A4 and be printed on it


@dataclass(frozen=True)
class Pages:
    """Pages of our own making, as PDF."""

    octets: bytes


@dataclass(frozen=True)
class Fichier:
    """A file as a user gave it: PDF, PNG or JPEG."""

    nom: str
    octets: bytes


@dataclass(frozen=True)
class AnnexeLiasse:
    """An annex; ``integrante`` tells whether it forms part of the convention."""

    numero: int
    titre: str
    contenu: Pages | Fichier | Classeur
    integrante: bool = True


@dataclass(frozen=True)
class Liasse:
    """What to assemble, in the order of printing.

    Attributes:
        rattachement: What the annexes are of: « à la convention du 4 juillet 2019 ».
        gabarit: What stands around our own pages; its title is that of the liasse.
        corps: The convention itself; None to print annexes alone.
    """

    rattachement: str
    gabarit: Gabarit
    corps: Pages | None
    annexes: tuple[AnnexeLiasse, ...]


@dataclass(frozen=True)
class _Partie:
    """A run of sides that starts on a right-hand page, and its entry of the outline.

    Attributes:
        annexe: What it is, where a numbered sheet goes before it.
    """

    titre: str
    contenu: Lecture | pikepdf.Pdf
    annexe: AnnexeLiasse | None = None

    @property
    def pages(self) -> int:
        """How many sides it fills."""
        if isinstance(self.contenu, Lecture):
            return len(self.contenu.dessins)
        return len(self.contenu.pages)


def assembler(liasse: Liasse) -> bytes:
    """Return the print copy; the same content gives the same bytes.

    Raises:
        ValidationError: A file cannot be reproduced, or a character cannot be printed; the
            sentence names the file.
    """
    with ExitStack() as ouverts:
        try:
            return _Assemblage(liasse, ouverts).octets()
        except pikepdf.PdfError as error:
            raise ValidationError(
                "annexe",
                "La liasse ne peut pas être assemblée : un fichier joint est abîmé. Imprimez les "
                "annexes une par une pour trouver lequel, puis joignez-le de nouveau.",
            ) from error


class _Assemblage:
    """One liasse being put together, side after side."""

    def __init__(self, liasse: Liasse, ouverts: ExitStack) -> None:
        self._liasse, self._ouverts = liasse, ouverts
        self._gabarit = replace(liasse.gabarit, folio=False)
        self._bas = BAS + (PARAPHE if liasse.gabarit.paraphe else 0)
        self._pdf = ouverts.enter_context(pikepdf.new())
        self._faces: list[Tampon] = []
        self._signets: list[Signet] = []
        self._calques: list[Object] = []
        self._masques: list[Object] = []

    def octets(self) -> bytes:
        """Lay the cover, the convention and the annexes, then stamp every side."""
        parts = []
        if self._liasse.corps is not None:
            parts.append(_Partie("Convention", self._ouvrir(self._liasse.corps.octets)))
        parts += [self._annexe(annexe) for annexe in self._liasse.annexes]
        self._poser(_Partie("Couverture", self._couverture(parts)))
        for part in parts:
            self._poser(part)
        self._estampiller()
        epurer(self._pdf)
        if self._calques:
            usual = Dictionary(OFF=Array(self._masques), Order=Array(self._calques))
            self._pdf.Root.OCProperties = Dictionary(OCGs=Array(self._calques), D=usual)
        gabarit = self._gabarit
        meta = Metadonnees(
            francais(gabarit.titre), francais(gabarit.sujet), francais(gabarit.bureau), gabarit.date
        )
        return nommer(self._pdf, meta, self._signets)

    # ------------------------------------------------------------------ contents

    def _ouvrir(self, octets: bytes) -> pikepdf.Pdf:
        return self._ouverts.enter_context(pikepdf.open(io.BytesIO(octets)))

    def _annexe(self, annexe: AnnexeLiasse) -> _Partie:
        try:
            content = self._contenu(annexe)
        except ValidationError as error:
            named = f"Annexe n° {annexe.numero}"
            raise ValidationError(error.field, f"{named}{NBSP}: {error}") from error
        return _Partie(annexe_feuille.intitule(annexe), content, annexe)

    def _contenu(self, annexe: AnnexeLiasse) -> Lecture | pikepdf.Pdf:
        match annexe.contenu:
            case Pages(octets):
                return self._ouvrir(octets)
            case Fichier(nom, octets):
                place = (A4[0] - 2 * COTE, A4[1] - HAUT - self._bas)
                return lire(nom, octets, place, self._ouverts)
            case Classeur():
                return self._composer(annexe, feuilles(annexe.contenu))

    def _entete(self, annexe: AnnexeLiasse) -> str:
        return annexe_feuille.entete(annexe, self._liasse.rattachement)

    def _composer(self, annexe: AnnexeLiasse, story: list[Flowable]) -> pikepdf.Pdf:
        around = replace(self._gabarit, titre=self._entete(annexe), lettre=False)
        return self._ouvrir(composer(around, story))

    # --------------------------------------------------------- our own sheets

    def _couverture(self, parts: Sequence[_Partie]) -> pikepdf.Pdf:
        """Return the cover, which tells on which page each annex begins."""
        length = 1
        while True:
            cover = self._ouvrir(composer(self._gabarit, self._sommaire(parts, length)))
            if len(cover.pages) == length:
                return cover
            length = len(cover.pages)

    def _sommaire(self, parts: Sequence[_Partie], length: int) -> list[Flowable]:
        annexes, pages, sheets = [], {}, {}
        place = length
        for part in parts:
            place += place % 2
            if part.annexe is not None:
                annexes.append(part.annexe)
                pages[part.annexe.numero] = str(part.pages)
                sheets[part.annexe.numero] = place + 1
                place += 2
            place += part.pages
        return [
            paragraphe("LIASSE", SURTITRE),
            paragraphe(self._gabarit.titre, TITRE_MOYEN),
            paragraphe(self._gabarit.sujet, CHAPEAU),
            Spacer(0, 6),
            encadre([paragraphe(_AVERTISSEMENT)]),
            Spacer(0, 14),
            *([annexe_feuille.liste(annexes, pages, sheets)] if annexes else []),
        ]

    def _feuille(self, part: _Partie, annexe: AnnexeLiasse) -> pikepdf.Pdf:
        suite: list[tuple[str, Cellule]] = []
        if not isinstance(annexe.contenu, Pages):
            suite.append(("Fichier", annexe.contenu.nom))
        if isinstance(part.contenu, Lecture):
            scale = min(self._placement(dessin)[2] for dessin in part.contenu.dessins)
            if scale < _EXACT:
                reduced = f"réduite à {scale:.0%}".replace("%", f"{NBSP}%")
                suite.append(("Reproduction", f"{reduced}, pour laisser place à l’en-tête"))
        length = accord(part.pages, "page")
        sheet = annexe_feuille.feuille(annexe, self._liasse.rattachement, length, suite)
        return self._composer(annexe, sheet)

    # -------------------------------------------------------------------- sides

    def _poser(self, part: _Partie) -> None:
        """Lay a part from a right-hand page on, behind its sheet."""
        self._recto()
        self._signets.append(Signet(francais(part.titre), 0, len(self._faces) + 1))
        if part.annexe is not None:
            self._poser_pages(self._feuille(part, part.annexe))
            self._recto()
        if isinstance(part.contenu, Lecture):
            assert part.annexe is not None
            self._poser_dessins(part.contenu, part.annexe)
        else:
            self._poser_pages(part.contenu)

    def _recto(self) -> None:
        """Leave a back blank where the next side would be one."""
        if len(self._faces) % 2:
            last = self._faces[-1]
            self._pdf.add_blank_page(page_size=(last.largeur, last.hauteur))
            self._faces.append(Tampon(last.largeur, last.hauteur, blanche=True))

    def _poser_pages(self, pages: pikepdf.Pdf) -> None:
        for page in pages.pages:
            self._pdf.pages.append(page)
            kept = self._pdf.pages[-1].obj
            for key in _OF_THE_TREE & set(kept):
                del kept[key]
            left, bottom, right, top = (float(side) for side in page.mediabox)
            self._faces.append(Tampon(right - left, top - bottom))

    def _poser_dessins(self, lecture: Lecture, annexe: AnnexeLiasse) -> None:
        assert isinstance(annexe.contenu, Fichier)
        for dessin in lecture.dessins:
            width, height, scale = self._placement(dessin)
            self._pdf.add_blank_page(page_size=(width, height))
            page = self._pdf.pages[-1]
            form = self._pdf.copy_foreign(dessin.forme)
            name = page.add_resource(form, Name.XObject, Name.Annexe)
            x = width / 2 - scale * (dessin.gauche + dessin.largeur / 2)
            middle = (self._bas + height - HAUT) / 2
            y = middle - scale * (dessin.bas + dessin.hauteur / 2)
            page.contents_add(f"{scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm {name} Do".encode())
            self._faces.append(Tampon(width, height, self._entete(annexe), annexe.contenu.nom))
        self._calques += [self._pdf.copy_foreign(layer) for layer in lecture.calques]
        self._masques += [self._pdf.copy_foreign(layer) for layer in lecture.masques]

    def _placement(self, dessin: Dessin) -> tuple[float, float, float]:
        """Return the paper of a page, standing or lying as it does, and the scale it is put at."""
        short, long = sorted((dessin.largeur, dessin.hauteur))
        small = short <= A4[0] + _TOLERANCE and long <= A4[1] + _TOLERANCE
        width, height = A4 if small else A3
        if dessin.largeur > dessin.hauteur:
            width, height = height, width
        room = width - 2 * COTE, height - HAUT - self._bas
        return width, height, min(room[0] / dessin.largeur, room[1] / dessin.hauteur, 1.0)

    def _estampiller(self) -> None:
        stamps = self._ouvrir(tampons(self._faces, self._gabarit))
        for page, stamp in zip(self._pdf.pages, stamps.pages, strict=True):
            form = self._pdf.copy_foreign(stamp.as_form_xobject())
            name = page.add_resource(form, Name.XObject, Name.Tampon)
            page.contents_add(b"q", prepend=True)
            page.contents_add(f"Q {name} Do".encode())
