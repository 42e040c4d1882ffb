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
from sdpd_desktop.commands.outcome import DONE, REFUSED, WRONG_USAGE, Outcome, to_json
from sdpd_desktop.commands.sauvegardes import require_database
from sdpd_desktop.documents.classeur_enfant import serve_if_asked
from sdpd_desktop.domain.errors import ConflictError, UserError, reason
from sdpd_desktop.domain.texte import NBSP

INTERRUPTED = 130
PIPE_WIDTH = 120
LOG_NAME = "sdpd.log"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 done, 1 refused, 2 wrong usage, 3 damage."""
    serve_if_asked()
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        _complain("interrompu.")
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    try:
        options = parse(arguments)
    except UsageError as error:
        _complain(str(error))
        return WRONG_USAGE
    except SystemExit:  # The help was printed.
        return DONE if _say("") else REFUSED
    data: Path = options.data or default_data_folder()
    try:
        outcome = _outcome(data, options)
        text = _text(outcome, as_json=options.json)
    except UserError as error:
        conflicts = error.conflicts if isinstance(error, ConflictError) else ()
        return _refuse(str(error), conflicts, as_json=options.json)
    except Exception as error:
        log = _log(data, error)
        message = (
            f"erreur inattendue ({type(error).__name__}). Ce qui était enregistré l'est toujours. "
            f"Transmettez le fichier {log} à la personne chargée de l'application."
        )
        return _refuse(message, (), as_json=options.json)
    written = _say(text)
    _complain(*outcome.warnings)
    return outcome.status if written else REFUSED


def _outcome(data: Path, options: argparse.Namespace) -> Outcome:
    run: Callable[..., Outcome] = options.run
    if options.standalone:
        return run(data, options)
    require_database(data)
    with closing(build_services(data)) as services:
        return run(services, options)


def _text(outcome: Outcome, *, as_json: bool) -> str:
    if as_json:
        return f"{to_json(outcome.data)}\n"
    width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
    return "".join(f"{line}\n" for line in outcome.lines(width))


def _refuse(message: str, conflicts: Sequence[str], *, as_json: bool) -> int:
    _complain(message, *conflicts)
    if as_json:
        _say(f"{to_json({'erreur': message, 'conflits': list(conflicts)})}\n")
    return REFUSED


def _say(text: str) -> bool:
    """Write to standard output; tell whether it took it."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # A reader that had enough (« sdpd history | head ») is no error.
        _let_go_of_output()
    except OSError as error:
        _let_go_of_output()
        _complain(f"la réponse n'a pas pu être écrite ({reason(error)}).")
        return False
    return True


def _let_go_of_output() -> None:
    """Send what is left to nowhere: the interpreter would try to write it again as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _complain(*messages: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.writelines(f"sdpd{NBSP}: {message}\n" for message in messages)


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
