"""What kind of data a committed transaction touched."""

from enum import Enum, auto


class Change(Enum):
    """Announced by services after a commit; windows decide whether to reload."""

    PLANS = auto()
    INDICATEURS = auto()
    RETOURS = auto()
    CONVENTIONS = auto()
    RAPPORTS = auto()
    INSTANCES = auto()
    JOURNAL = auto()
    PARAMETRES = auto()
    SAUVEGARDES = auto()


EVERYTHING = frozenset(Change)
