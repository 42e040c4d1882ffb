"""Failures that a user can understand and act upon."""

from sdpd_desktop.domain.texte import insecable


class UserError(Exception):
    """An expected failure; ``str(error)`` is a French sentence fit for display."""

    def __init__(self, message: str) -> None:
        super().__init__(insecable(message))


class ValidationError(UserError):
    """The user's input breaks a rule.

    Attributes:
        field: Name of the offending field, so that a form can highlight it.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NotFoundError(UserError):
    """What the user named does not exist."""


class StorageError(UserError):
    """The environment failed us: disk full, file locked, read-only folder."""


class DamageError(UserError):
    """A check found damage: an altered database, journal or attached file."""


class ConflictError(UserError):
    """The change was refused because the data changed since.

    Attributes:
        conflicts: One French sentence per object that stands in the way.
    """

    def __init__(self, message: str, conflicts: tuple[str, ...]) -> None:
        super().__init__(message)
        self.conflicts = tuple(insecable(conflict) for conflict in conflicts)
