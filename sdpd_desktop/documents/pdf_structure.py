"""Writes the tree of a tagged PDF into the file."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from sdpd_desktop.documents.pdf_balisage import Attributs, Balisage, Balise


def baliser(pdf: pikepdf.Pdf, balisage: Balisage) -> None:
    """Give the file its structure tree, and each page the way from its marks to the tree."""
    _Ecriture(pdf, balisage)


class _Ecriture:
    """One file being given its tree."""

    def __init__(self, pdf: pikepdf.Pdf, balisage: Balisage) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._names: dict[str, Name] = {}
        self._written: dict[Balise, Object] = {}
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(balisage.racine, root)
        numbers = Array()
        for place, page in enumerate(self._pages):
            page.StructParents, page.Tabs = place, Name.S
            marks = Array([self._written[owner] for owner in balisage.pages.get(place + 1, ())])
            numbers.append(place)
            numbers.append(pdf.make_indirect(marks))
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = len(self._pages)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, balise: Balise, parent: Object) -> Object:
        entries: dict[str, object] = {"/S": self._name(balise.role), "/P": parent}
        written = self._pdf.make_indirect(Dictionary(entries))
        self._written[balise] = written
        if balise.attributs:
            written.A = self._attributes(balise.attributs)
        if balise.alt:
            written.Alt = chaine(balise.alt)
        own = next((kid[0] for kid in balise.contenu if isinstance(kid, tuple)), 0)
        if own:
            written.Pg = self._pages[own - 1]
        kids = [
            self._kid(kid, own, written)
            for kid in balise.contenu
            if not isinstance(kid, Balise) or _says(kid)
        ]
        if kids:
            written.K = kids[0] if len(kids) == 1 else Array(kids)
        return written

    def _kid(self, kid: Balise | tuple[int, int], own: int, parent: Object) -> Object | int:
        if isinstance(kid, Balise):
            return self._element(kid, parent)
        page, number = kid
        if page == own:
            return number
        return Dictionary(Type=Name.MCR, Pg=self._pages[page - 1], MCID=number)

    def _attributes(self, attributes: Attributs) -> Object:
        return Dictionary(
            {
                f"/{key}": self._name(value)
                if isinstance(value, str)
                else Array(value)
                if isinstance(value, list)
                else value
                for key, value in attributes.items()
            }
        )

    def _name(self, text: str) -> Name:
        if text not in self._names:
            self._names[text] = Name(f"/{text}")
        return self._names[text]


def chaine(texte: str) -> String:
    """Write accents as UTF-16: some readers misread the older encoding's quotes and dashes."""
    return String(texte) if texte.isascii() else String(b"\xfe\xff" + texte.encode("utf-16-be"))


def _says(balise: Balise) -> bool:
    """Tell whether an element holds something; empty cells and fields to come keep their place."""
    return balise.role in ("TD", "TH", "Form") or any(
        not isinstance(kid, Balise) or _says(kid) for kid in balise.contenu
    )
