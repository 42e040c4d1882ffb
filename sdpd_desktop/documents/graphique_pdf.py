"""Draws charts on PDF pages, stroke by stroke as the domain describes them."""

import io
from typing import assert_never

from reportlab.lib.colors import Color, HexColor, white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from sdpd_desktop.documents.pdf_balisage import Alinea, Balise, balise
from sdpd_desktop.documents.pdf_lignes import largeur
from sdpd_desktop.documents.pdf_police import DEMI_GRAS, ROMAIN, fonte, verifier
from sdpd_desktop.documents.pdf_styles import BLEU, FILET, GRIS, LARGEUR_UTILE
from sdpd_desktop.documents.typographie import francais
from sdpd_desktop.domain.graphique import (
    Encre,
    Graphique,
    Ligne,
    Mot,
    NatureGraphique,
    Point,
    Surface,
    Trace,
    tracer,
)

_COULEURS = {
    Encre.TRAIT: FILET,
    Encre.TEXTE: GRIS,
    Encre.VALEUR: BLEU,
    Encre.AVANT: HexColor("#aebfe8"),
    Encre.CIBLE: HexColor("#8a5300"),
    Encre.FOND: white,
}
_TINT = 0.11
_ECHELLE = 0.8  # the drawing is thought for a window, whose texts are larger than a page's
_HAUTEUR = 160.0
_BARRE = 24.0
_DPI = 200


class GraphiqueFlowable(Flowable):
    """A chart as wide as the page's text."""

    def __init__(self, graphique: Graphique, largeur_totale: float = LARGEUR_UTILE) -> None:
        super().__init__()
        self._traces = tracer(graphique, largeur_totale / _ECHELLE, hauteur(graphique), _mesurer)
        self.width, self.height = largeur_totale, hauteur(graphique) * _ECHELLE
        self._balise = Balise("Figure", alt=francais(graphique.description_texte))

    def legender(self, titre: Alinea) -> None:
        """Make of the title, drawn before it, the caption of the figure."""
        titre.balise = Balise("Caption", self._balise)

    def draw(self) -> None:
        """Repeat the strokes, upside down: a page counts from its bottom."""
        canvas: Canvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        box = [left, bottom, left + self.width, bottom + self.height]
        self._balise.attributs = {"O": "Layout", "Placement": "Block", "BBox": box}
        with balise(canvas, self._balise):
            self._repeat(canvas)

    def _repeat(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.scale(_ECHELLE, _ECHELLE)
        canvas.setLineJoin(1)
        high = self.height / _ECHELLE
        for trace in self._traces:
            _draw(canvas, trace, high)
        canvas.restoreState()


def hauteur(graphique: Graphique) -> float:
    """Return the height that suits a chart: one line per territory, else that of a landscape."""
    if graphique.nature is NatureGraphique.TERRITOIRES:
        return _BARRE * max(len(graphique.categories), 1)
    return _HAUTEUR


def image_png(graphique: Graphique) -> tuple[bytes, float, float]:
    """Return the same drawing as a PNG, with its width and height in points."""
    import pypdfium2

    drawing = GraphiqueFlowable(graphique)
    out = io.BytesIO()
    canvas = Canvas(out, (drawing.width, drawing.height), invariant=1)
    drawing.drawOn(canvas, 0, 0)
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        picture = document[0].render(scale=_DPI / 72).to_pil()
    finally:
        document.close()
    png = io.BytesIO()
    picture.save(png, "PNG")
    return png.getvalue(), drawing.width, drawing.height


def _mesurer(texte: str, taille: float, gras: bool) -> float:
    return largeur(francais(texte), DEMI_GRAS if gras else ROMAIN, taille)


def _draw(canvas: Canvas, trace: Trace, high: float) -> None:
    colour: Color = _COULEURS[trace.encre]
    match trace:
        case Ligne():
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(trace.epaisseur)
            canvas.setDash([4, 3] if trace.tirets else [])
            path = canvas.beginPath()
            for number, (x, y) in enumerate(trace.points):
                (path.lineTo if number else path.moveTo)(x, high - y)
            canvas.drawPath(path, stroke=1, fill=0)
            canvas.setDash([])
        case Surface():
            canvas.setFillColor(_tinted(colour) if trace.legere else colour)
            path = canvas.beginPath()
            for number, (x, y) in enumerate(trace.points):
                (path.lineTo if number else path.moveTo)(x, high - y)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)
        case Point():
            canvas.setStrokeColor(colour)
            canvas.setFillColor(colour if trace.plein else white)
            canvas.setLineWidth(1.4)
            canvas.circle(trace.x, high - trace.y, trace.rayon, stroke=1, fill=1)
        case Mot():
            text = verifier(francais(trace.texte))
            face = DEMI_GRAS if trace.gras else ROMAIN
            canvas.setFillColor(colour)
            canvas.setFont(fonte(face), trace.taille)
            left = trace.x - trace.ancre * largeur(text, face, trace.taille)
            # A space parts the words that are read or copied.
            canvas.drawString(left, high - trace.y, f"{text} ")
        case _:
            assert_never(trace)


def _tinted(colour: Color) -> Color:
    """Return the colour as it shows through on white: archival pages need no transparency."""
    red, green, blue = colour.rgb()
    return Color(*(1 - _TINT * (1 - part) for part in (red, green, blue)))
