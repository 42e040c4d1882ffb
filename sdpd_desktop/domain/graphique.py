"""Charts: what they show, said in words, and their drawing as lines, boxes and texts.

Pure code computes the drawing once; whoever holds a pen (a window, a PDF) repeats it.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from sdpd_desktop.domain.nombre import arrondi, format_nombre
from sdpd_desktop.domain.texte import NBSP

SANS_VALEUR = "Aucune valeur à représenter."
_TAILLE = 11.0
_LEFT_MIN, _TOP, _RIGHT, _BOTTOM = 34.0, 22.0, 16.0, 24.0
_LABEL_GAP = 8.0
_LEGENDE = 18.0
_LINE = 14.0

Mesure = Callable[[str, float, bool], float]
"""Width of a text at a size in points or pixels, bold or not."""


class NatureGraphique(StrEnum):
    """Kinds of chart."""

    TENDANCE = "tendance"
    COMPARAISON = "comparaison"
    TERRITOIRES = "territoires"


class Encre(StrEnum):
    """What a stroke is for; each pen has its own colour for it."""

    TRAIT = "line"
    TEXTE = "muted"
    VALEUR = "primary"
    AVANT = "before"
    CIBLE = "target"
    FOND = "surface"


@dataclass(frozen=True)
class Serie:
    """Figures under the categories of the chart; None where there is none."""

    titre: str
    valeurs: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Graphique:
    """A chart.

    Attributes:
        categories: Labels of the axis: periods or territories.
        series: One for a trend or by territory; N-1 then N for a comparison.
        cibles: Target for each category, empty without any.
        unite: Printed after the values that stand alone.
    """

    nature: NatureGraphique
    titre: str
    categories: tuple[str, ...]
    series: tuple[Serie, ...]
    cibles: tuple[Decimal | None, ...] = ()
    unite: str = ""

    @property
    def vide(self) -> bool:
        """Tell whether there is nothing to draw."""
        return all(value is None for serie in self.series for value in serie.valeurs)

    @property
    def description_texte(self) -> str:
        """The chart in words, for a reader who does not see it."""
        parts = [self._said(serie) for serie in self.series]
        parts = [part for part in parts if part] or ["aucune valeur"]
        goal = derniere(self.cibles)
        if goal is not None:
            parts.append(f"cible{NBSP}: {nombre(goal, self.unite)}")
        return f"{self.titre}. " + f"{NBSP}; ".join(parts)

    def _said(self, serie: Serie) -> str:
        points = [
            f"{label}{NBSP}: {nombre(value, self.unite)}"
            for label, value in zip(self.categories, serie.valeurs, strict=True)
            if value is not None
        ]
        if not points:
            return ""
        named = f"{serie.titre} – " if len(self.series) > 1 else ""
        return named + ", ".join(points)


@dataclass(frozen=True)
class Ligne:
    """A broken line through points."""

    points: tuple[tuple[float, float], ...]
    encre: Encre
    epaisseur: float
    tirets: bool = False


@dataclass(frozen=True)
class Surface:
    """A filled shape; ``legere`` is a tint of its colour."""

    points: tuple[tuple[float, float], ...]
    encre: Encre
    legere: bool = False


@dataclass(frozen=True)
class Point:
    """A dot; hollow ones are filled with the ground."""

    x: float
    y: float
    rayon: float
    encre: Encre
    plein: bool


@dataclass(frozen=True)
class Mot:
    """A text set on a baseline; ``ancre`` 0 starts, 0.5 is centred, 1 ends at ``x``."""

    x: float
    y: float
    texte: str
    encre: Encre
    taille: float
    gras: bool = False
    ancre: float = 0.0


Trace = Ligne | Surface | Point | Mot


def nombre(value: Decimal | float, unite: str = "") -> str:
    """Return a value of the axis or of a bar, with at most two decimals."""
    return format_nombre(arrondi(Decimal(str(value)), 2), None, unite)


def derniere(values: Sequence[Decimal | None]) -> Decimal | None:
    """Return the last value there is."""
    return next((value for value in reversed(values) if value is not None), None)


def graduations(low: float, high: float, wanted: int = 4) -> tuple[float, ...]:
    """Return round graduations that cover both bounds."""
    span = (high - low) or abs(high) or 1.0
    rough = span / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step - 1e-9)
    return tuple(round(n * step, 10) for n in range(first, max(last, first + 1) + 1))


def tracer(
    graphique: Graphique, largeur: float, hauteur: float, mesure: Mesure
) -> tuple[Trace, ...]:
    """Return the drawing, from back to front; x goes right and y goes down from the top left.

    ``mesure`` is that of the pen, so that texts never meet.
    """
    if graphique.vide:
        return (Mot(largeur / 2, hauteur / 2, SANS_VALEUR, Encre.TEXTE, _TAILLE, ancre=0.5),)
    if graphique.nature is NatureGraphique.TENDANCE:
        return tuple(_Tendance(graphique, largeur, hauteur, mesure).draw())
    if graphique.nature is NatureGraphique.COMPARAISON:
        return tuple(_Colonnes(graphique, largeur, hauteur, mesure).draw())
    return tuple(_Barres(graphique, largeur, hauteur, mesure).draw())


class _Cadre:
    """The frame of a chart with a vertical scale: maps values to points."""

    def __init__(
        self, graphique: Graphique, largeur: float, hauteur: float, mesure: Mesure
    ) -> None:
        self._g, self._width, self._measure = graphique, largeur, mesure
        values = [v for serie in graphique.series for v in serie.valeurs]
        numbers = [float(v) for v in (*values, *graphique.cibles) if v is not None]
        self._ticks = graduations(min(0.0, *numbers), max(0.0, *numbers))
        widest = max(self._text_width(nombre(tick)) for tick in self._ticks)
        legend = _LEGENDE if len(graphique.series) > 1 else 0.0
        self._left = max(_LEFT_MIN, widest + 10)
        self._right = largeur - _RIGHT
        self._top, self._bottom = _TOP + legend, hauteur - _BOTTOM

    def _text_width(self, text: str, *, bold: bool = False) -> float:
        return self._measure(text, _TAILLE, bold)

    def _y(self, value: float) -> float:
        low, high = self._ticks[0], self._ticks[-1]
        return self._bottom - (self._bottom - self._top) * (value - low) / (high - low)

    def _axis(self) -> Iterator[Trace]:
        for tick in self._ticks:
            y = self._y(tick)
            yield Ligne(((self._left, y), (self._right, y)), Encre.TRAIT, 1)
            yield Mot(self._left - 6, y + 4, nombre(tick), Encre.TEXTE, _TAILLE, ancre=1)

    def _labels(self, places: Sequence[float], room: float) -> Iterator[Trace]:
        """Yield the categories; where they would meet, only some, the last one always."""
        widest = max(self._text_width(text) for text in self._g.categories)
        every = max(1, math.ceil((widest + _LABEL_GAP) / max(room, 1)))
        last = len(places) - 1
        for number, (x, text) in enumerate(zip(places, self._g.categories, strict=True)):
            if (last - number) % every == 0:
                half = self._text_width(text) / 2
                centre = min(max(x, half), self._width - half)
                yield Mot(centre, self._bottom + 17, text, Encre.TEXTE, _TAILLE, ancre=0.5)

    def _centre(self, x: float, half: float) -> float:
        """Return the middle of a label as near to ``x`` as the frame lets it be."""
        return max(min(x, self._width - 2 - half), self._left + half)


_Run = list[tuple[float, float]]


def _extent(run: _Run, left: float, right: float) -> tuple[float, float]:
    """Return the bounds of y of a broken line between two x; beyond its ends it is level."""
    inside = [y for x, y in run if left <= x <= right]
    ys = [*inside, _y_at(run, left), _y_at(run, right)]
    return min(ys), max(ys)


def _y_at(run: _Run, x: float) -> float:
    if x <= run[0][0]:
        return run[0][1]
    for (a, ya), (b, yb) in pairwise(run):
        if a <= x <= b:
            return ya + (yb - ya) * (x - a) / (b - a)
    return run[-1][1]


class _Tendance(_Cadre):
    """A line with its target."""

    def _x(self, number: int) -> float:
        if len(self._g.categories) == 1:
            return (self._left + self._right) / 2
        return self._left + (self._right - self._left) * number / (len(self._g.categories) - 1)

    def _runs(self, values: Sequence[Decimal | None]) -> list[_Run]:
        """Return the unbroken runs of points."""
        runs: list[_Run] = [[]]
        for number, value in enumerate(values):
            if value is not None:
                runs[-1].append((self._x(number), self._y(float(value))))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]

    def draw(self) -> Iterator[Trace]:
        """Yield the ground under the values, the axes, the target, then the values."""
        count = len(self._g.categories)
        yield from self._ground()
        yield from self._axis()
        room = (self._right - self._left) / max(count - 1, 1)
        yield from self._labels([self._x(number) for number in range(count)], room)
        yield from self._target()
        yield from self._values(self._g.series[0].valeurs)

    def _target(self) -> Iterator[Trace]:
        runs = self._runs(self._g.cibles)
        goal = derniere(self._g.cibles)
        if goal is None:
            return
        for run in runs:
            (x, y), alone = run[0], len(run) == 1
            points = ((x - 6, y), (x + 6, y)) if alone else tuple(run)
            yield Ligne(points, Encre.CIBLE, 1.6, tirets=True)
        yield self._goal(f"cible {nombre(goal, self._g.unite)}", runs[-1], goal)

    def _goal(self, text: str, run: _Run, goal: Decimal) -> Mot:
        """Set the target above its line, at its end or, where the value is told there, before."""
        (x, y), half = run[-1], self._text_width(text, bold=True) / 2
        if self._meets(goal):
            x = next(px for px, py in run if py == y)
            if x == run[-1][0]:
                told = self._last()
                x = told.x - self._text_width(told.texte, bold=True) / 2 - half - _LABEL_GAP
        centre = self._centre(x, half)
        top, _ = _extent(run, centre - half, centre + half)
        return Mot(centre, top - 8, text, Encre.CIBLE, _TAILLE, gras=True, ancre=0.5)

    def _last(self) -> Mot:
        """Set the last value above its point, and above a target that would cross it."""
        values = self._g.series[0].valeurs
        final = derniere(values)
        assert final is not None
        x, y = self._runs(values)[-1][-1]
        text = nombre(final, self._g.unite)
        half = self._text_width(text, bold=True) / 2
        centre, foot = self._centre(x, half), y
        for run in self._runs(self._g.cibles):
            if run[0][0] <= centre + half and run[-1][0] >= centre - half:
                high, low = _extent(run, centre - half, centre + half)
                if high <= y - 6 and low >= y - 10 - _TAILLE:
                    foot = min(foot, high)
        return Mot(centre, foot - 8, text, Encre.VALEUR, _TAILLE, gras=True, ancre=0.5)

    def _meets(self, goal: Decimal) -> bool:
        """Tell whether the last value's label would cover that of the target."""
        return abs(self._last().y + 8 - self._y(float(goal))) < 2 * _LINE

    def _ground(self) -> Iterator[Trace]:
        floor = self._y(max(self._ticks[0], 0.0))
        for run in self._runs(self._g.series[0].valeurs):
            below = ((run[0][0], floor), *run, (run[-1][0], floor))
            yield Surface(below, Encre.VALEUR, legere=True)

    def _values(self, values: Sequence[Decimal | None]) -> Iterator[Trace]:
        runs = self._runs(values)
        for run in runs:
            if len(run) > 1:
                yield Ligne(tuple(run), Encre.VALEUR, 2.2)
            for x, y in run:
                yield Point(x, y, 3, Encre.VALEUR, plein=False)
        x, y = runs[-1][-1]
        yield Point(x, y, 4, Encre.VALEUR, plein=True)
        yield self._last()


class _Colonnes(_Cadre):
    """Columns side by side under each category: N-1, then N."""

    _INKS = (Encre.AVANT, Encre.VALEUR)

    def draw(self) -> Iterator[Trace]:
        """Yield the axes, the legend, then the columns with their values."""
        count = len(self._g.categories)
        room = (self._right - self._left) / count
        centres = [self._left + room * (number + 0.5) for number in range(count)]
        yield from self._axis()
        yield from self._labels(centres, room)
        yield from self._legend()
        width = min(room * 0.34, 46.0)
        for number, centre in enumerate(centres):
            for place, serie in enumerate(self._g.series):
                value = serie.valeurs[number]
                if value is None:
                    continue
                left = centre + width * (place - len(self._g.series) / 2)
                yield from self._column(float(value), left, width, self._INKS[place % 2])

    def _column(self, value: float, left: float, width: float, encre: Encre) -> Iterator[Trace]:
        zero, y = self._y(0.0), self._y(value)
        gap = width * 0.06
        a, b = left + gap, left + width - gap
        yield Surface(((a, zero), (a, y), (b, y), (b, zero)), encre)
        text = nombre(value)
        fits = self._text_width(text, bold=True) <= width + _LABEL_GAP
        if fits:
            ink = Encre.TEXTE if encre is Encre.AVANT else encre
            top = min(y, zero)
            yield Mot(left + width / 2, top - 4, text, ink, _TAILLE, gras=True, ancre=0.5)

    def _legend(self) -> Iterator[Trace]:
        if len(self._g.series) < 2:
            return
        x = self._left
        for place, serie in enumerate(self._g.series):
            box = ((x, 4.0), (x + 10, 4.0), (x + 10, 14.0), (x, 14.0))
            yield Surface(box, self._INKS[place % 2])
            yield Mot(x + 15, 13, serie.titre, Encre.TEXTE, _TAILLE)
            x += 15 + self._text_width(serie.titre) + 18


class _Barres:
    """Horizontal bars, one per territory, the value at the end of each."""

    def __init__(
        self, graphique: Graphique, largeur: float, hauteur: float, mesure: Mesure
    ) -> None:
        self._g, self._height, self._measure = graphique, hauteur, mesure
        values = graphique.series[0].valeurs
        self._texts = ["–" if v is None else nombre(v, graphique.unite) for v in values]
        widest = max(mesure(text, _TAILLE, False) for text in graphique.categories)
        self._left = min(widest, largeur * 0.4) + 10
        room = max(mesure(text, _TAILLE, True) for text in self._texts) + 10
        self._room = max(largeur - self._left - room, 10.0)
        self._largest = max((abs(float(v)) for v in values if v is not None), default=0) or 1.0

    def draw(self) -> Iterator[Trace]:
        """Yield a label, a bar and a value per line."""
        count = len(self._g.categories)
        step = self._height / count
        thick = min(step * 0.62, 18.0)
        for number, (label, value) in enumerate(
            zip(self._g.categories, self._g.series[0].valeurs, strict=True)
        ):
            middle = step * (number + 0.5)
            fitted = self._fit(label)
            yield Mot(self._left - 8, middle + 4, fitted, Encre.TEXTE, _TAILLE, ancre=1)
            end = self._left
            if value is not None:
                end += self._room * abs(float(value)) / self._largest
                top, low = middle - thick / 2, middle + thick / 2
                box = ((self._left, top), (end, top), (end, low), (self._left, low))
                yield Surface(box, Encre.VALEUR)
            text = self._texts[number]
            yield Mot(end + 5, middle + 4, text, Encre.VALEUR, _TAILLE, gras=True)
        axis = ((self._left, 0.0), (self._left, self._height))
        yield Ligne(axis, Encre.TRAIT, 1)

    def _fit(self, label: str) -> str:
        room = self._left - 8
        if self._measure(label, _TAILLE, False) <= room:
            return label
        while label and self._measure(f"{label}…", _TAILLE, False) > room:
            label = label[:-1]
        return f"{label.rstrip()}…"
