"""``init``, ``backup``, ``restore`` and ``check``: the database as a whole."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.bootstrap import build_services, database_path
from sdpd_desktop.commands.conventions import require_folder
from sdpd_desktop.commands.layout import paragraph
from sdpd_desktop.commands.outcome import DAMAGED, DONE, Outcome
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.clock import SystemClock
from sdpd_desktop.domain.errors import DamageError, NotFoundError, StorageError
from sdpd_desktop.domain.texte import NBSP, quote

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


@contextmanager
def _created(data: Path) -> Iterator["Services"]:
    """Open a data folder, new or not; a failure leaves nothing of what was made for it."""
    database = database_path(data)
    new = not database.exists()
    new_folders = [folder for folder in (data, *data.parents) if not folder.exists()]
    try:
        with closing(build_services(data)) as services:
            yield services
    except BaseException:
        if new:
            for path in _files_of(database):
                with suppress(OSError):
                    path.unlink()
            for folder in new_folders:
                with suppress(OSError):
                    folder.rmdir()
        raise


def _files_of(database: Path) -> list[Path]:
    return [database.with_name(database.name + suffix) for suffix in ("", "-wal", "-shm")]


def init(data: Path, options: argparse.Namespace) -> Outcome:
    """Create the database with the plans named, or with all of them."""
    with _created(data) as services:
        codes = services.reference.install(options.plan)
    count = accord(len(codes), "plan installé", "plans installés")
    line = f"{count} dans {data}{NBSP}: {', '.join(codes)}."
    return Outcome({"donnees": data.resolve(), "plans": list(codes)}, partial(paragraph, line))


def backup(services: "Services", options: argparse.Namespace) -> Outcome:
    """Write a verified backup."""
    require_folder(options.out)
    done = services.sauvegardes.backup(options.out)
    data = {
        "fichier": done.chemin,
        "faite_le": done.faite_le,
        "octets": done.taille,
        "changements": done.changements,
    }
    line = (
        f"Sauvegarde vérifiée{NBSP}: {done.chemin} "
        f"({accord(done.taille, 'octet')}, {accord(done.changements, 'changement')})."
    )
    return Outcome(data, partial(paragraph, line))


def restore(data: Path, options: argparse.Namespace) -> Outcome:
    """Put a backup in place, in an empty folder and over a damaged database too."""
    file: Path = options.fichier
    if not file.is_file():
        raise StorageError(
            f"La sauvegarde {file} n'existe pas{NBSP}: vérifiez le nom, ou remettez la clé. "
            "Rien n'a été modifié."
        )
    with _unreadable_aside(data), _created(data) as services:
        services.sauvegardes.restore(file)
        count = len(services.plans.list_all())
    line = (
        f"Sauvegarde {file.name} remise en place dans {data}{NBSP}: {accord(count, 'plan')}. "
        "Les fichiers d'avant sont gardés à côté."
    )
    about = {"sauvegarde": file.resolve(), "donnees": data.resolve(), "plans": count}
    return Outcome(about, partial(paragraph, line))


@contextmanager
def _unreadable_aside(data: Path) -> Iterator[None]:
    """Set a database that cannot be read aside, so that a backup can take its place."""
    database = database_path(data)
    moved: list[tuple[Path, Path]] = []
    if database.exists():
        try:
            build_services(data).close()
        except DamageError:
            stamp = f"{SystemClock().now():%Y%m%d-%H%M%S}"
            for path in filter(Path.exists, _files_of(database)):
                aside = path.with_name(f"{path.name}.endommagee-{stamp}")
                path.replace(aside)
                moved.append((path, aside))
    try:
        yield
    except BaseException:
        for path, aside in moved:
            aside.replace(path)
        raise


def check(data: Path, _options: argparse.Namespace) -> Outcome:
    """Check the database, the journal's chain and the kept files."""
    require_database(data)
    try:
        with closing(build_services(data)) as services:
            report = services.sauvegardes.check()
    except DamageError as error:
        return _checked((), (str(error),))
    return _checked(report.lignes, report.defauts)


def require_database(data: Path) -> None:
    """Refuse to go on without a database.

    Raises:
        NotFoundError: There is none in the data folder; none is created.
    """
    if not database_path(data).exists():
        raise NotFoundError(
            f"Le dossier {data} ne contient pas encore de base{NBSP}: "
            f"lancez d'abord {quote('sdpd init')}, ou {quote('sdpd restore')} d'une sauvegarde."
        )


def _checked(lignes: Sequence[str], defauts: Sequence[str]) -> Outcome:
    data = {"ok": not defauts, "lignes": list(lignes), "defauts": list(defauts)}
    found = accord(len(defauts), "dommage trouvé", "dommages trouvés") if defauts else ""
    lines = [*lignes, f"{found or 'Aucun dommage'}."]
    return Outcome(
        data,
        lambda width: [row for line in lines for row in paragraph(line, width)],
        DAMAGED if defauts else DONE,
        tuple(defauts),
    )
