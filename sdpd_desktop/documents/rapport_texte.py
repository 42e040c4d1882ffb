"""What every form of a report says in the same words: numbers of parts, footer, legend."""

from collections.abc import Iterator

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.rapport import Rapport, Section

LEGENDE = "Documents cités"


def titre_courant(rapport: Rapport) -> str:
    """Return the title of the file and of its running header."""
    return f"{rapport.titre} – {rapport.sous_titre}" if rapport.sous_titre else rapport.titre


def pied(rapport: Rapport) -> str:
    """Return the left of the footer."""
    return f"{rapport.plan} – chiffres arrêtés au {format_date(rapport.arrete_le)}"


def numerotees(rapport: Rapport) -> Iterator[tuple[str, Section]]:
    """Yield each part with its heading: numbered, « Annexe – » or bare in a short report."""
    number = 0
    for section in rapport.sections:
        if section.annexe:
            yield f"Annexe – {section.titre}", section
        elif rapport.compact:
            yield section.titre, section
        else:
            number += 1
            yield f"{number}. {section.titre}", section
