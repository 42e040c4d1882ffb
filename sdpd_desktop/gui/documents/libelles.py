"""French words for documents: what people write, formats, diffusion."""

from sdpd_desktop.domain.rapport import Diffusion
from sdpd_desktop.gui.labels import Badge, Forme

DIFFUSIONS = {
    Diffusion.INTERNE: Badge("Interne", "neutral", Forme.CARRE),
    Diffusion.COMMUNICABLE: Badge("Communicable", "info", Forme.ROND),
}

FORMATS = {"pdf": "PDF", "xlsx": "Classeur Excel", "odt": "Texte ODT"}
FILTRES = {
    "pdf": "PDF (*.pdf)",
    "xlsx": "Classeur Excel (*.xlsx)",
    "odt": "Texte OpenDocument (*.odt)",
}


def taille(octets: int) -> str:
    """Return « 84 Ko », « 1,2 Mo »."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))}\u00a0Ko"
    return f"{octets / 1_000_000:.1f}\u00a0Mo".replace(".", ",")
