"""A report as an OpenDocument text, with real headings, tables and styles, to be rewritten."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from sdpd_desktop.documents.odt_archive import Metadonnees, empaqueter, racine
from sdpd_desktop.documents.odt_styles import CELLULES, LARGEUR_CM, TONS, feuille
from sdpd_desktop.documents.rapport_texte import LEGENDE, numerotees, pied, titre_courant
from sdpd_desktop.documents.typographie import francais
from sdpd_desktop.domain.graphique import Graphique
from sdpd_desktop.domain.rapport import (
    Bloc,
    Chiffre,
    Chiffres,
    Colonne,
    Fiche,
    Filtre,
    Groupe,
    Intertitre,
    Note,
    Paragraphe,
    Rangee,
    Rapport,
    Section,
    Tableau,
    Texte,
)

_CM_PER_POINT = 2.54 / 72
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDEST_IMAGE_CM, _TALLEST_IMAGE_CM = 10.0, 2.2


def render(rapport: Rapport) -> bytes:
    """Return the file.

    Raises:
        ValidationError: The header image is unusable, or a character of a chart cannot be drawn.
    """
    writer = _Writer(rapport)
    body = "".join(writer.body())
    content = racine(
        "document-content",
        f"<office:automatic-styles>{writer.styles()}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
    )
    styles = feuille(
        _text(rapport.bureau), _text(titre_courant(rapport)), _text(pied(rapport)),
        _text(rapport.mention),
    )  # fmt: skip
    meta = Metadonnees(
        _text(titre_courant(rapport)), _text(rapport.sujet), _text(rapport.bureau),
        rapport.arrete_le,
    )  # fmt: skip
    return empaqueter(content, styles, meta, writer.images)


def _text(text: str) -> str:
    """Return the text as French typography sets it, without what no XML file may hold."""
    return francais(_FORBIDDEN.sub("", text))


def _marked(text: str) -> str:
    return escape(_text(text)).replace("\n", "<text:line-break/>")


def _p(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{_marked(text)}</text:p>'


def _h(level: int, style: str, text: str) -> str:
    return (
        f'<text:h text:style-name="{style}" text:outline-level="{level}">{_marked(text)}</text:h>'
    )


class _Writer:
    """Writes the body; remembers the widths of columns and the pictures it met."""

    def __init__(self, rapport: Rapport) -> None:
        self._rapport = rapport
        self._widths: dict[float, str] = {}
        self._tables = 0
        self.images: dict[str, bytes] = {}

    def body(self) -> Iterator[str]:
        """Yield the cover, then the parts in order, then the legend."""
        rapport = self._rapport
        yield from self._letterhead()
        yield _p("Surtitle", rapport.surtitre)
        yield _p("Title", rapport.titre)
        yield _p("Subtitle", rapport.sous_titre)
        if rapport.compact:
            filters = " · ".join(f"{line.libelle} : {line.valeur}" for line in rapport.filtres)
            yield _p("Notice", filters)
        yield from self._figures(rapport.chiffres)
        yield from (_p("Notice", warning) for warning in rapport.avertissements)
        if not rapport.compact:
            yield from self._labels(rapport.filtres)
        first = not rapport.compact
        for heading, section in numerotees(rapport):
            style = "Annex" if section.annexe else "First_20_part" if first else "Heading_20_1"
            first = section.annexe
            yield _h(1, style, heading)
            yield from self._section(section)
        if rapport.sources:
            yield _p("Boxed_20_heading", LEGENDE)
            yield from (_p("Boxed", f"{s.libelle} : {s.valeur}") for s in rapport.sources)

    def _letterhead(self) -> Iterator[str]:
        if self._rapport.entete is None:
            return
        from sdpd_desktop.documents.pdf_image import lire_entete

        image = lire_entete(self._rapport.entete)
        scale = min(_WIDEST_IMAGE_CM / image.largeur, _TALLEST_IMAGE_CM / image.hauteur)
        width, height = image.largeur * scale, image.hauteur * scale
        yield self._picture(image.png, width, height, "", self._rapport.bureau)

    def _section(self, section: Section) -> Iterator[str]:
        for block in section.blocs:
            if isinstance(block, Tableau) and block.titre != section.titre and block.rangees:
                yield _h(2, "Heading_20_2", block.titre)
            yield from self._block(block)

    def _block(self, block: Bloc) -> Iterator[str]:
        match block:
            case Tableau():
                if block.rangees:
                    yield from self._table(block.colonnes, block.rangees)
                else:
                    yield _p("Text_20_body", block.vide)
            case Intertitre():
                yield _h(2, "Heading_20_2", block.texte)
            case Paragraphe():
                yield from (_p("Text_20_body", part) for part in block.texte.split("\n\n"))
            case Note():
                if block.titre:
                    yield _p("Boxed_20_heading", block.titre)
                yield from (_p("Boxed", line) for line in block.lignes)
            case Fiche():
                yield from self._labels(block.lignes)
            case Chiffres():
                yield from self._figures(block.chiffres)
            case Graphique():
                yield from self._chart(block)
            case _:
                assert_never(block)

    # ----------------------------------------------------------------- tables

    def _table(
        self, columns: Sequence[Colonne], rows: Sequence[Rangee | Groupe], *, header: bool = True
    ) -> Iterator[str]:
        self._tables += 1
        yield f'<table:table table:name="Tableau{self._tables}" table:style-name="Tableau">'
        total = sum(column.part for column in columns)
        for column in columns:
            width = self._width(LARGEUR_CM * column.part / total)
            yield f'<table:table-column table:style-name="{width}"/>'
        if header:
            yield '<table:table-header-rows><table:table-row table:style-name="Rangee">'
            for column in columns:
                style = "Table_20_Heading_20_Figures" if column.droite else "Table_20_Heading"
                yield _cell("CelEntete", _p(style, column.titre))
            yield "</table:table-row></table:table-header-rows>"
        for row in rows:
            yield '<table:table-row table:style-name="Rangee">'
            if isinstance(row, Groupe):
                yield _cell("CelGroupe", _p("Table_20_Group", row.titre), span=len(columns))
                yield "<table:covered-table-cell/>" * (len(columns) - 1)
            else:
                ground = "CelForte" if row.forte else "Cel"
                for cell, column in zip(row.cellules, columns, strict=True):
                    yield _cell(ground, _content(cell, column), cell)
            yield "</table:table-row>"
        yield "</table:table>"
        yield _p("Notice", "")

    def _labels(self, lines: Sequence[Filtre]) -> Iterator[str]:
        columns = (Colonne("", 25), Colonne("", 75))
        rows = [Rangee((Texte("", note=line.libelle), Texte(line.valeur))) for line in lines]
        yield from self._table(columns, rows, header=False)

    def _figures(self, figures: Sequence[Chiffre]) -> Iterator[str]:
        """Set key figures as a table: label, figure, what completes it."""
        if not figures:
            return
        columns = (Colonne("", 30), Colonne("", 15, droite=True), Colonne("", 55))
        rows = [
            Rangee(
                (
                    Texte(figure.libelle),
                    Texte(figure.texte, figure.valeur, figure.format, fort=True),
                    Texte(figure.precision),
                )
            )
            for figure in figures
        ]
        yield from self._table(columns, rows, header=False)

    def _width(self, centimetres: float) -> str:
        return self._widths.setdefault(round(centimetres, 3), f"Col{len(self._widths) + 1}")

    # --------------------------------------------------------------- pictures

    def _chart(self, chart: Graphique) -> Iterator[str]:
        from sdpd_desktop.documents.graphique_pdf import image_png

        png, width, height = image_png(chart)
        yield _h(2, "Heading_20_2", chart.titre)
        said = chart.description_texte
        yield self._picture(
            png, width * _CM_PER_POINT, height * _CM_PER_POINT, said, chart.titre, keep=True
        )
        yield _p("Caption", said)

    def _picture(
        self, png: bytes, width: float, height: float, said: str, title: str, *, keep: bool = False
    ) -> str:
        path = f"Pictures/image{len(self.images) + 1}.png"
        self.images[path] = png
        described = f"<svg:desc>{escape(_text(said))}</svg:desc>" if said else ""
        style = "Tenu" if keep else "Text_20_body"
        return (
            f'<text:p text:style-name="{style}"><draw:frame '
            f"draw:name={quoteattr(f'Image {len(self.images)}')} "
            f'text:anchor-type="as-char" svg:width="{width:.3f}cm" svg:height="{height:.3f}cm">'
            f'<draw:image xlink:href="{path}" xlink:type="simple" xlink:show="embed" '
            f'xlink:actuate="onLoad"/><svg:title>{escape(_text(title))}</svg:title>{described}'
            "</draw:frame></text:p>"
        )

    # ----------------------------------------------------------------- styles

    def styles(self) -> str:
        """Return the styles that tables need, the columns' widths among them."""
        columns = "".join(
            f'<style:style style:name="{name}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width}cm"/></style:style>'
            for width, name in self._widths.items()
        )
        cells = "".join(
            f'<style:style style:name="{name}" style:family="table-cell">'
            f'<style:table-cell-properties fo:padding="0.1cm" {shape}/></style:style>'
            for name, shape in CELLULES.items()
        )
        tones = "".join(
            f'<style:style style:name="Ton_{name}" style:family="text"><style:text-properties '
            f'fo:color="{colour}" fo:font-weight="bold"/></style:style>'
            for name, colour in TONS.items()
        )
        return (
            '<style:style style:name="Tableau" style:family="table"><style:table-properties '
            f'style:width="{LARGEUR_CM}cm" table:align="left" style:may-break-between-rows="true"/>'
            "</style:style>"
            '<style:style style:name="Rangee" style:family="table-row">'
            '<style:table-row-properties fo:keep-together="always"/></style:style>'
            '<style:style style:name="Tenu" style:family="paragraph" '
            'style:parent-style-name="Text_20_body"><style:paragraph-properties '
            'fo:keep-with-next="always"/></style:style>'
            '<style:style style:name="Fort" style:family="text"><style:text-properties '
            'fo:font-weight="bold"/></style:style>'
            '<style:style style:name="Retrait" style:family="paragraph" '
            'style:parent-style-name="Table_20_Contents"><style:paragraph-properties '
            'fo:margin-left="0.25cm"/></style:style>'
            f"{columns}{cells}{tones}"
        )


def _content(cell: Texte, column: Colonne) -> str:
    style = "Table_20_Figures" if column.droite else "Table_20_Contents"
    note = "Table_20_Note_20_Figures" if column.droite else "Table_20_Note"
    if cell.retrait:
        style = "Retrait"
    parts = []
    if cell.texte or not cell.note:
        shape = f"Ton_{cell.ton.value}" if cell.ton else "Fort" if cell.fort else ""
        said = _marked(cell.texte)
        spanned = f'<text:span text:style-name="{shape}">{said}</text:span>' if shape else said
        parts.append(f'<text:p text:style-name="{style}">{spanned}</text:p>')
    if cell.note:
        parts.append(_p(note, cell.note))
    return "".join(parts)


def _cell(style: str, content: str, cell: Texte | None = None, span: int = 1) -> str:
    value = ""
    if cell is not None and isinstance(cell.valeur, int | float | Decimal):
        value = f' office:value-type="float" office:value="{cell.valeur}"'
    wide = f' table:number-columns-spanned="{span}"' if span > 1 else ""
    return f'<table:table-cell table:style-name="{style}"{value}{wide}>{content}</table:table-cell>'
