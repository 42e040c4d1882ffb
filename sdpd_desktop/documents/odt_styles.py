"""Styles of OpenDocument reports: named ones, so that whoever rewrites the text keeps its look."""

from xml.sax.saxutils import escape, quoteattr

from sdpd_desktop.documents.odt_archive import racine

_FONT = "Calibri"
_MARINE, _BLUE, _GREY, _LINE = "#14254f", "#1f3d8f", "#515b6b", "#d7dbe3"
_PALE, _PALER = "#e6ebf7", "#f4f6fb"
LARGEUR_CM = 17.0
CELLULES = {
    "CelEntete": f'fo:background-color="{_PALE}" fo:border-bottom="1pt solid {_BLUE}"',
    "CelGroupe": f'fo:border-bottom="0.5pt solid {_LINE}" fo:padding-top="0.25cm"',
    "CelForte": f'fo:background-color="{_PALER}" fo:border-bottom="0.5pt solid {_LINE}"',
    "Cel": f'fo:border-bottom="0.5pt solid {_LINE}"',
}
TONS = {"rouge": "#b42318", "ocre": "#8a5300", "vert": "#1a6b3c", "gris": _GREY}


def _paragraph(
    name: str,
    display: str,
    size: float,
    *,
    parent: str = "Standard",
    next_: str = "",
    bold: bool = False,
    colour: str = "",
    above: float = 0,
    below: float = 0,
    outline: int = 0,
    more: str = "",
) -> str:
    weight = ' fo:font-weight="bold" style:font-weight-asian="bold"' if bold else ""
    ink = f' fo:color="{colour}"' if colour else ""
    level = f' style:default-outline-level="{outline}"' if outline else ""
    following = f' style:next-style-name="{next_}"' if next_ else ""
    return (
        f'<style:style style:name="{name}" style:display-name={quoteattr(display)} '
        f'style:family="paragraph" style:parent-style-name="{parent}"{following}{level}>'
        f'<style:paragraph-properties fo:margin-top="{above}cm" fo:margin-bottom="{below}cm" '
        f"{more}/>"
        f'<style:text-properties fo:font-size="{size}pt"{weight}{ink}/></style:style>'
    )


_KEEP = 'fo:keep-with-next="always"'
_BOX = (
    f'fo:background-color="{_PALE}" fo:border-left="2.5pt solid {_BLUE}" fo:padding="0.2cm" '
    'fo:keep-together="always" style:join-border="true"'
)
_RIGHT = 'fo:text-align="end"'


def _named() -> str:
    cells = [
        _paragraph("Table_20_Contents", "Table Contents", 8.5),
        _paragraph("Table_20_Figures", "Table Figures", 8.5, more=_RIGHT),
        _paragraph("Table_20_Heading", "Table Heading", 8, bold=True, colour=_MARINE),
        _paragraph("Table_20_Heading_20_Figures", "Table Heading Figures", 8, bold=True,
                   colour=_MARINE, more=_RIGHT),
        _paragraph("Table_20_Group", "Table Group", 9, bold=True, colour=_BLUE, more=_KEEP),
        _paragraph("Table_20_Note", "Table Note", 7.5, colour=_GREY),
        _paragraph("Table_20_Note_20_Figures", "Table Note Figures", 7.5, colour=_GREY,
                   more=_RIGHT),
    ]  # fmt: skip
    texts = [
        _paragraph("Text_20_body", "Text body", 10.5, below=0.2),
        _paragraph("Surtitle", "Surtitre", 10, bold=True, colour=_BLUE, above=1.2, more=_KEEP),
        _paragraph("Title", "Title", 26, next_="Subtitle", bold=True, colour=_MARINE, below=0.2,
                   more=_KEEP),
        _paragraph("Subtitle", "Subtitle", 13, next_="Text_20_body", colour=_GREY, below=0.6),
        _paragraph("Heading_20_1", "Heading 1", 14, next_="Text_20_body", bold=True,
                   colour=_MARINE, above=0.6, below=0.2, outline=1, more=_KEEP),
        _paragraph("Heading_20_2", "Heading 2", 11, next_="Text_20_body", bold=True, colour=_BLUE,
                   above=0.4, below=0.15, outline=2, more=_KEEP),
        _paragraph("Annex", "Annexe", 14, parent="Heading_20_1", next_="Text_20_body", bold=True,
                   colour=_MARINE, below=0.2, outline=1,
                   more=f'{_KEEP} fo:break-before="page"'),
        _paragraph("First_20_part", "Première partie", 14, parent="Heading_20_1",
                   next_="Text_20_body", bold=True, colour=_MARINE, below=0.2, outline=1,
                   more=f'{_KEEP} fo:break-before="page"'),
        _paragraph("Caption", "Caption", 8.5, colour=_GREY, below=0.3),
        _paragraph("Notice", "Avertissement", 8.5, colour=_GREY, below=0.1),
        _paragraph("Boxed", "Encadré", 10, more=_BOX),
        _paragraph("Boxed_20_heading", "Titre d’encadré", 10, next_="Boxed", bold=True,
                   colour=_BLUE, above=0.3, more=f"{_BOX} {_KEEP}"),
        _paragraph("Header", "Header", 8, colour=_GREY),
        _paragraph("Footer", "Footer", 8, colour=_GREY,
                   more=f'fo:border-top="0.5pt solid {_LINE}" fo:padding-top="0.1cm"'),
        _paragraph("Mark", "Mention", 8, bold=True, colour=_MARINE, more='fo:text-align="center"'),
    ]  # fmt: skip
    return "".join([*texts, *cells])


def feuille(bureau: str, titre: str, pied: str, mention: str) -> str:
    """Return the file of styles, with the running header and footer."""
    mark = f'<text:p text:style-name="Mark">{escape(mention.upper())}</text:p>' if mention else ""
    tabs = (
        '<style:style style:name="PiedTabule" style:family="paragraph" '
        'style:parent-style-name="Footer"><style:paragraph-properties><style:tab-stops>'
        f'<style:tab-stop style:position="{LARGEUR_CM}cm" style:type="right"/>'
        "</style:tab-stops></style:paragraph-properties></style:style>"
    )
    return racine(
        "document-styles",
        "<office:styles>"
        '<style:default-style style:family="paragraph">'
        '<style:paragraph-properties fo:orphans="2" fo:widows="2"/>'
        f'<style:text-properties fo:font-family="{_FONT}" style:font-family-generic="swiss" '
        'fo:font-size="10pt" fo:language="fr" fo:country="FR"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph"/>'
        f"{_named()}"
        "</office:styles>"
        "<office:automatic-styles>"
        f"{tabs}"
        '<style:page-layout style:name="A4"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" '
        'fo:margin-top="1.4cm" fo:margin-bottom="1.2cm" fo:margin-left="2cm" '
        'fo:margin-right="2cm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="1cm" '
        'fo:margin-bottom="0.5cm"/></style:header-style>'
        '<style:footer-style><style:header-footer-properties fo:min-height="0.9cm" '
        'fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>'
        "</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="A4">'
        f'<style:header>{mark}<text:p text:style-name="Header">{escape(bureau)}</text:p>'
        f'<text:p text:style-name="Header">{escape(titre)}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="PiedTabule">{escape(pied)}<text:tab/>page '
        "<text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p>"
        f"{mark}</style:footer></style:master-page></office:master-styles>",
    )
