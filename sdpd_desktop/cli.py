"""The ``sdpd`` command: the same services without a window."""

import argparse
import contextlib
import datetime as dt
import io
import os
import platform
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from sdpd_desktop import __version__
from sdpd_desktop.bootstrap import build_services, default_data_folder
from sdpd_desktop.commands.grammar import UsageError, parse
from sdpd_desktop.commands.outcome import REFUSED, WRONG_USAGE, Outcome, to_json
from sdpd_desktop.commands.sauvegardes import require_database
from sdpd_desktop.documents.classeur_enfant import serve_if_asked
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.texte import NBSP

INTERRUPTED = 130
PIPE_WIDTH = 120
LOG_NAME = "sdpd.log"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 done, 1 refused, 2 wrong usage, 3 damage."""
    serve_if_asked()
    _speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(arguments)
    except KeyboardInterrupt:
        _complain("interrompu.")
        status = INTERRUPTED
    _flush()
    return status


def _run(arguments: Sequence[str]) -> int:
    try:
        options = parse(arguments)
    except UsageError as error:
        _complain(str(error))
        return WRONG_USAGE
    except SystemExit:  # The help was printed.
        return 0
    data: Path = options.data or default_data_folder()
    try:
        outcome = _outcome(data, options)
    except UserError as error:
        conflicts = error.conflicts if isinstance(error, ConflictError) else ()
        _complain(str(error), *conflicts)
        if options.json:
            _say(to_json({"erreur": str(error), "conflits": list(conflicts)}))
        return REFUSED
    except Exception as error:
        log = _log(data, error)
        message = (
            f"erreur inattendue ({type(error).__name__}). Ce qui était enregistré l'est toujours. "
            f"Transmettez le fichier {log} à la personne chargée de l'application."
        )
        _complain(message)
        if options.json:
            _say(to_json({"erreur": message, "conflits": []}))
        return REFUSED
    _print(outcome, as_json=options.json)
    return outcome.status


def _outcome(data: Path, options: argparse.Namespace) -> Outcome:
    run: Callable[..., Outcome] = options.run
    if options.standalone:
        return run(data, options)
    require_database(data)
    with closing(build_services(data)) as services:
        return run(services, options)


def _print(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        _say(to_json(outcome.data))
    else:
        width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
        _say("\n".join(outcome.lines(width)))
    _complain(*outcome.warnings)


def _say(text: str) -> None:
    # A reader that left (``sdpd history | head``) is no error of ours.
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(text + "\n")


def _complain(*messages: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.writelines(f"sdpd{NBSP}: {message}\n" for message in messages)


def _flush() -> None:
    """Empty the output; to a pipe nobody reads, quietly, now and when the interpreter ends."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _speak_utf8() -> None:
    """French needs it, whatever the locale; what no encoding can say is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _log(data: Path, error: Exception) -> Path:
    """Keep the traceback in the data folder, or where temporary files go if there is none."""
    when = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    head = f"{when} · sdpd {__version__} · Python {platform.python_version()}"
    text = f"{head} · {platform.platform()}\n{''.join(traceback.format_exception(error))}\n"
    folder = data if data.is_dir() and os.access(data, os.W_OK) else Path(tempfile.gettempdir())
    path = folder / LOG_NAME
    with contextlib.suppress(OSError), path.open("a", encoding="utf-8") as file:
        file.write(text)
    return path


if __name__ == "__main__":
    sys.exit(main())
