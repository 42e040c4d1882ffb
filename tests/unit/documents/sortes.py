"""Every kind of document that the product prints, drawn from the reference plans."""

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.rapport import OptionsRapport, TypeRapport
from tests.support import SDPD

_PERIODES = {
    TypeRapport.BILAN: "2022",
    TypeRapport.ANALYSE: "2022-T2",
    TypeRapport.NOTE: "2022-T2",
    TypeRapport.ACTION: "2022",
    TypeRapport.PARTENAIRE: "2022",
    TypeRapport.TERRITOIRE: "2022",
    TypeRapport.RETARDS: "2022-06",
}
CONVENTIONS = ("CLCT77-2019", "CROSS77-2019")
"""They carry their data, which PDF/A-3 alone allows."""
SORTES = (*(kind.value for kind in TypeRapport), *CONVENTIONS)


def dessiner(services: Services, sorte: str) -> bytes:
    """Draw a kind of document."""
    if sorte in CONVENTIONS:
        return services.conventions.render_pdf(sorte, annexes=True)
    kind = TypeRapport(sorte)
    choices = services.rapports.objets(kind, SDPD)
    options = OptionsRapport(objet=choices[0].code if choices else "")
    return services.rapports.apercu_pdf(kind, SDPD, _PERIODES[kind], options)
