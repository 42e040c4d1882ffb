"""The colours of the light and the dark variant, and which of them is shown."""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Colours:
    """The colours of one variant, as ``#rrggbb``.

    ``late``, ``warn``, ``ok``, ``info`` and ``neutral`` are the tones of a state; the
    ``_soft`` ones are the grounds on which they are written.
    """

    variant: str
    background: str
    surface: str
    alternate: str
    hover: str
    line: str
    scroll: str
    text: str
    muted: str
    primary: str
    primary_hover: str
    primary_soft: str
    on_primary: str
    rail: str
    rail_text: str
    rail_strong: str
    rail_selected: str
    rail_hover: str
    rail_mark: str
    late: str
    late_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    info: str
    info_soft: str
    neutral: str
    neutral_soft: str
    target: str
    before: str
    focus: str

    def of(self, name: str) -> QColor:
        """Return a colour by its name: for what is drawn by hand."""
        return QColor(getattr(self, name))


LIGHT = Colours(
    variant="clair",
    background="#f5f6f9",
    surface="#ffffff",
    alternate="#fafbfd",
    hover="#f1f4fb",
    line="#d7dbe3",
    scroll="#b9c0cd",
    text="#161a23",
    muted="#515b6b",
    primary="#1f3d8f",
    primary_hover="#2a4ca8",
    primary_soft="#e6ebf7",
    on_primary="#ffffff",
    rail="#14254f",
    rail_text="#dbe3f5",
    rail_strong="#ffffff",
    rail_selected="#2c4791",
    rail_hover="#203566",
    rail_mark="#ffffff",
    late="#b42318",
    late_soft="#fdeceb",
    warn="#8a5300",
    warn_soft="#fdf1dc",
    ok="#1a6b3c",
    ok_soft="#e4f4ea",
    info="#1f3d8f",
    info_soft="#e6ebf7",
    neutral="#515b6b",
    neutral_soft="#eceef2",
    target="#8a5300",
    before="#aebfe8",
    focus="#0a58ff",
)
DARK = Colours(
    variant="sombre",
    background="#14171f",
    surface="#1c212c",
    alternate="#202633",
    hover="#242c3b",
    line="#363e4e",
    scroll="#4a5468",
    text="#e8ecf4",
    muted="#a5b0c2",
    primary="#8fb0ff",
    primary_hover="#a9c2ff",
    primary_soft="#26335a",
    on_primary="#0c1430",
    rail="#0d1220",
    rail_text="#c3cde0",
    rail_strong="#ffffff",
    rail_selected="#26335a",
    rail_hover="#182036",
    rail_mark="#ffffff",
    late="#ff9a8f",
    late_soft="#4a1d1a",
    warn="#ffc772",
    warn_soft="#46320f",
    ok="#7fdca3",
    ok_soft="#153a24",
    info="#8fb0ff",
    info_soft="#26335a",
    neutral="#a5b0c2",
    neutral_soft="#2b3240",
    target="#ffc772",
    before="#51659b",
    focus="#9ec1ff",
)

_GROUNDS = ("background", "surface", "alternate", "hover", "primary_soft")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "muted", "primary") for ground in _GROUNDS),
    *((tone, f"{tone}_soft") for tone in ("late", "warn", "ok", "info", "neutral")),
    *((tone, ground) for tone in ("late", "warn", "ok", "info") for ground in _GROUNDS),
    ("target", "surface"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    *(
        (text, ground)
        for text in ("rail_text", "rail_strong")
        for ground in ("rail", "rail_hover", "rail_selected")
    ),
)
"""Every text colour with each ground it is written on: all keep a contrast of 4.5:1."""

_shown = LIGHT


def shown() -> Colours:
    """Return the colours of the variant on screen."""
    return _shown


def show(colours: Colours) -> None:
    """Choose the variant on screen; :mod:`~sdpd_desktop.gui.theme` then repaints."""
    global _shown
    _shown = colours


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two ``#rrggbb`` colours, from 1 to 21."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
