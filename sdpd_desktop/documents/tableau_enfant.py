"""The child process that reads a big workbook row by row: limited, easy to kill, never whole.

It is asked on its standard input, one JSON object a line: ``{"chemin": …}`` is answered by
``{"feuilles": [names]}``; then ``{"lire": name}`` by one ``[row number, [cells]]`` a line and a
closing ``{"fin": true}``. ``{"refus": …}`` may come at any time and is the last word.
"""

import contextlib
import datetime as dt
import json
import os
import warnings
import zipfile
from typing import Any, TextIO

MEMORY_BYTES = 768 * 1024 * 1024
CPU_SECONDS = 300
MAX_UNPACKED = 1_500_000_000
MAX_RATIO = 200
MAX_ENTRIES = 2_000
MAX_COLUMNS = 1_000
MAX_TEXT = 2_000
_SMALL = 10_000_000
_RESAVE = "Ouvrez-le dans Excel ou LibreOffice et enregistrez-le de nouveau au format .xlsx."


class _RefusError(Exception):
    """Why the workbook is not read, in French."""


def main() -> None:
    """Serve one workbook, then end."""
    questions, answers = _private_pipes()
    _limit()
    warnings.simplefilter("ignore")
    try:
        _serve(questions, answers)
    except BrokenPipeError:
        return
    except _RefusError as refus:
        _say(answers, {"refus": str(refus)})
    except MemoryError:
        _say(answers, {"refus": f"il demande trop de mémoire. {_RESAVE}"})
    except Exception as error:
        # Any failure of a library on bytes we do not control is a refusal, never a crash.
        name = type(error).__name__
        _say(answers, {"refus": f"son contenu est incohérent ({name}). {_RESAVE}"})


def _serve(questions: TextIO, answers: TextIO) -> None:
    from openpyxl import load_workbook

    path = json.loads(questions.readline())["chemin"]
    _check_archive(path)
    book: Any = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    _say(answers, {"feuilles": visible})
    while line := questions.readline():
        sheet = book[json.loads(line)["lire"]]
        # A wrong declared size would hide cells.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if len(row) > MAX_COLUMNS:
                raise _RefusError(f"la ligne {number} a plus de {MAX_COLUMNS} colonnes.")
            if any(cell is not None for cell in row):
                _say(answers, [number, [_plain(cell) for cell in row]])
        _say(answers, {"fin": True})
        answers.flush()


def _say(answers: TextIO, answer: object) -> None:
    answers.write(json.dumps(answer, ensure_ascii=True) + "\n")
    if isinstance(answer, dict):
        answers.flush()


def _plain(cell: Any) -> Any:
    match cell:
        case None | bool() | int() | float():
            return cell
        case dt.datetime() | dt.date():
            return {"d": cell.isoformat()[:10]}
        case _:
            return str(cell)[:MAX_TEXT]


def _check_archive(path: str) -> None:
    """Refuse an archive that would unpack to too much, before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile:
        raise _RefusError(f"il est abîmé ou incomplet. {_RESAVE}") from None
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    names = [entry.filename.casefold() for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise _RefusError("il est protégé par un mot de passe. Enregistrez-le sans mot de passe.")
    if "[content_types].xml" not in names or len(set(names)) < len(names):
        raise _RefusError(f"ce n'est pas un classeur .xlsx. {_RESAVE}")
    too_dense = unpacked > _SMALL and unpacked > MAX_RATIO * packed
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or too_dense:
        raise _RefusError("une fois décompressé il serait démesuré.")


def _private_pipes() -> tuple[TextIO, TextIO]:
    """Keep the pipes to ourselves: nothing a library prints may reach the parent."""
    questions = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="ascii", buffering=1 << 16)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return questions, answers


def _limit() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # No such module on Windows.
        import resource

        for kind, limit in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS)):
            resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))


if __name__ == "__main__":
    main()
