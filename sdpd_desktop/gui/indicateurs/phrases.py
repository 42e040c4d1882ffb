"""What the screen says of cells: how many were stored, wait, or are selected."""

from collections.abc import Iterable, Sequence
from html import escape

from sdpd_desktop.domain.contribution import Contribution, dire
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.indicateurs.cellule import Cellule


def valeurs(count: int, participle: str) -> str:
    """Return « 2 valeurs enregistrées »."""
    plural = "s" if count > 1 else ""
    return f"{count} valeur{plural} {participle}{plural}"


def attente(faulty: int, doubtful: int) -> str:
    """Return what waits for the person, "" when nothing does."""
    parts = []
    if faulty:
        plural = "s" if faulty > 1 else ""
        parts.append(
            f"{faulty} cellule{plural} à corriger{NBSP}: le texte tapé est gardé, en rouge. "
            "Échap y renonce."
        )
    if doubtful:
        plural = "s" if doubtful > 1 else ""
        parts.append(
            f"{doubtful} valeur{plural} à confirmer{NBSP}: Ctrl+Entrée la garde, Échap y renonce."
        )
    return " ".join(parts)


def somme(cells: Sequence[Cellule]) -> str:
    """Return what a spreadsheet says of a selection; nothing for one cell."""
    if len(cells) < 2:
        return ""
    values = [c.observation.valeur for c in cells if c.observation and c.observation.valeur]
    text = f"{len(cells)} cellules"
    units = {cell.indicateur.unite for cell in cells}
    # Adding up percentages, or cameras and beds, would mean nothing.
    if values and len(units) == 1 and units.isdisjoint({"%", "jalon"}):
        text += f" · somme{NBSP}: {format_nombre(sum(values))}"
    return text


def parts(given: Iterable[Contribution]) -> str:
    """Return what each unit gave of a sum, as rich text; each links to where it comes from."""
    lines = [
        f'<a href="{part.id}" style="color:{colours.shown().primary}">{escape(dire(part))}</a>'
        f" ({escape(part.origine)})"
        for part in given
    ]
    return "<br>".join((f"Somme de{NBSP}:", *lines)) if lines else ""
