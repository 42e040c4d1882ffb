"""Failures that a user can understand and act upon."""

import errno

from sdpd_desktop.domain.texte import insecable

_REASONS = {
    errno.ENOENT: "introuvable",
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé",
    errno.EROFS: "support en lecture seule",
    errno.ENOSPC: "plus de place sur le disque",
    errno.ENOTDIR: "ce n'est pas un dossier",
    errno.EISDIR: "c'est un dossier",
    errno.EEXIST: "un fichier porte déjà ce nom",
    errno.ENOTEMPTY: "le dossier n'est pas vide",
    errno.ENAMETOOLONG: "nom trop long",
    errno.EBUSY: "fichier occupé",
    errno.EIO: "le support ne répond pas",
}


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


class ConfirmationError(ValidationError):
    """The input is readable but stands out: it is stored once the person confirms it."""


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


def reason(error: OSError) -> str:
    """Return in French why the system refused: its own words are English."""
    return _REASONS.get(error.errno or 0, f"erreur {error.errno} du système")
