"""The places the rail leads to, in one table."""

from dataclasses import dataclass
from importlib import import_module

from sdpd_desktop.domain.recherche import NatureTrouvaille
from sdpd_desktop.gui.page import Context, Page


@dataclass(frozen=True)
class Destination:
    """A place.

    Attributes:
        name: What links call it.
        titre: On the rail.
        icon: File of ``resources/icons``, without suffix.
        shortcut: Portable key sequence.
        module: Where its page class is; imported on the first visit, which keeps the start quick.
        bottom: Whether it sits at the bottom of the rail.
        per_plan: Whether it shows the current plan, so that the plan chooser makes sense.
    """

    name: str
    titre: str
    icon: str
    shortcut: str
    module: str
    page: str
    bottom: bool = False
    per_plan: bool = True

    def build(self, context: Context) -> Page:
        """Import the page and make it."""
        page: Page = getattr(import_module(self.module), self.page)(context)
        return page


def _screen(folder: str) -> str:
    return f"sdpd_desktop.gui.{folder}.page"


DESTINATIONS = (
    Destination(
        "tableau_de_bord",
        "Tableau de bord",
        "layout-dashboard",
        "Ctrl+1",
        _screen("tableau_de_bord"),
        "TableauDeBordPage",
    ),
    Destination(
        "strategie", "Stratégie", "sitemap", "Ctrl+2", _screen("strategie"), "StrategiePage"
    ),
    Destination(
        "indicateurs",
        "Indicateurs",
        "chart-line",
        "Ctrl+3",
        _screen("indicateurs"),
        "IndicateursPage",
    ),
    Destination(
        "retours", "Retours partenaires", "file-import", "Ctrl+4", _screen("retours"), "RetoursPage"
    ),
    Destination(
        "conventions",
        "Conventions",
        "file-certificate",
        "Ctrl+5",
        _screen("conventions"),
        "ConventionsPage",
        per_plan=False,
    ),
    Destination("documents", "Documents", "files", "Ctrl+6", _screen("documents"), "DocumentsPage"),
    Destination(
        "territoires",
        "Territoires et instances",
        "map-2",
        "Ctrl+7",
        _screen("territoires"),
        "TerritoiresPage",
        per_plan=False,
    ),
    Destination(
        "journal",
        "Journal",
        "notebook",
        "Ctrl+8",
        _screen("journal"),
        "JournalPage",
        per_plan=False,
    ),
    Destination(
        "parametres",
        "Paramètres",
        "settings",
        "Ctrl+,",
        _screen("parametres"),
        "ParametresPage",
        bottom=True,
        per_plan=False,
    ),
)

RETOURS = "retours"
CONVENTIONS = "conventions"

_FOUND_ON = {
    NatureTrouvaille.ACTION: "strategie",
    NatureTrouvaille.MESURE: "strategie",
    NatureTrouvaille.OBJECTIF: "strategie",
    NatureTrouvaille.REMARQUE: "strategie",
    NatureTrouvaille.INDICATEUR: "indicateurs",
    NatureTrouvaille.CONVENTION: CONVENTIONS,
    NatureTrouvaille.TERRITOIRE: "territoires",
    NatureTrouvaille.INSTANCE: "territoires",
}


def page_of(nature: NatureTrouvaille) -> str:
    """Return the destination that shows things of this kind, "" when none does yet."""
    return _FOUND_ON.get(nature, "")
