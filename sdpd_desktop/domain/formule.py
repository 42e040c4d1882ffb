"""Formulas of computed indicators: an operation on other indicators, places, zones or periods."""

from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.partenaire import Zone


class Operation(StrEnum):
    """What a formula does with its operands.

    RATIO first / second · SOMME all of them · DIFFERENCE first minus the others ·
    PART first out of the second, in %.
    """

    RATIO = "ratio"
    SOMME = "somme"
    DIFFERENCE = "difference"
    PART = "part"


@dataclass(frozen=True)
class Operande:
    """One term of a formula.

    Attributes:
        indicateur: Its code, in the same plan.
        territoire: Code of the place it is read for; "" is that of the result.
        zone: Zone it is read for; None is that of the result.
        decalage: How many periods back it is read: 1 with a year is the year before.
    """

    indicateur: str
    territoire: str = ""
    zone: Zone | None = None
    decalage: int = 0


@dataclass(frozen=True)
class Formule:
    """How an indicator is computed; its values are never typed nor stored."""

    operation: Operation
    operandes: tuple[Operande, ...]

    @property
    def rapporte(self) -> bool:
        """Tell whether the result is a quotient: it never adds up."""
        return self.operation in (Operation.RATIO, Operation.PART)
