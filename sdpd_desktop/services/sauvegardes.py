"""Backs the database up, restores it and checks that nothing is damaged."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sdpd_desktop.domain.changes import EVERYTHING, Change
from sdpd_desktop.domain.errors import StorageError, UserError
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.parametres import SauvegardeSummary
from sdpd_desktop.domain.texte import insecable
from sdpd_desktop.persistence.backup import check_file, copy_verified, replace_database
from sdpd_desktop.services.base import Ground


@dataclass(frozen=True)
class RapportControle:
    """What a check looked at, and what is wrong."""

    ok: bool
    lignes: tuple[str, ...]
    defauts: tuple[str, ...]


class SauvegardeService:
    """Verified copies of the whole database, on a key or a folder."""

    def __init__(self, ground: Ground, path: Path) -> None:
        self._ground = ground
        self._path = path

    def backup(self, out: Path) -> SauvegardeSummary:
        """Write a copy, open it and verify it; an older file of that name is replaced last.

        Raises:
            UserError: The target is the database itself.
            StorageError: The target cannot be written, or the copy does not verify.
        """
        target = out / self.proposed_name() if out.is_dir() else out
        if target.resolve() == self._path.resolve():
            raise UserError("Une sauvegarde ne peut pas remplacer la base elle-même.")
        changements = copy_verified(self._ground.database.engine, target)
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        now = self._ground.clock.now()
        with self._ground.write(f"sauvegarder vers {target.name}", force=True) as work:
            work.parametres.add_backup(
                str(target.resolve()), now, target.stat().st_size, changements, digest
            )
            work.commit()
        self._ground.tell(Change.SAUVEGARDES)
        return SauvegardeSummary(str(target.resolve()), now, target.stat().st_size, changements)

    def proposed_name(self) -> str:
        """Return a dated file name for the next backup."""
        return f"sdpd-{self._ground.clock.now():%Y-%m-%d-%H%M}.sauvegarde"

    def last(self) -> SauvegardeSummary | None:
        """Return the newest backup that was verified."""
        with self._ground.database.read() as work:
            return work.parametres.last_backup()

    def check(self) -> RapportControle:
        """Check the file, the journal's chain, the current rows against it, and kept files.

        Raises:
            StorageError: The database cannot be opened at all.
        """
        lines, defects = check_file(self._ground.database.engine)
        return RapportControle(
            not defects, tuple(map(insecable, lines)), tuple(map(insecable, defects))
        )

    def restore(self, file: Path) -> None:
        """Put a backup in the database's place; the present one is kept beside it.

        The caller must build its services again afterwards.

        Raises:
            StorageError: The file is no sound backup; nothing is changed.
        """
        if not file.is_file():
            raise StorageError(f"La sauvegarde {file} n'existe pas.")
        self._ground.database.engine.dispose()
        replace_database(self._path, file, self._ground.clock.now())
        self._note_restoration(file.name)
        for change in EVERYTHING:
            self._ground.announce(change)

    def _note_restoration(self, name: str) -> None:
        with self._ground.write(
            f"restaurer {name}", SourceChangement.RESTAURATION, name, force=True
        ) as work:
            work.commit()
