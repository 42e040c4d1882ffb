"""The child process that opens received workbooks: limited in memory and time, easy to kill.

It speaks over its standard input and output. It is sent a length, then the bytes of a workbook.
Back come messages, each a length and JSON: ``[done, total]`` while it reads; then for each sheet
its rows by batches and what else is known of it; last ``{"fin": …}``, or ``{"refus": …}`` in
place of all that. End of input ends it.
"""

import contextlib
import gc
import json
import os
import signal
import sys
import warnings
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from sdpd_desktop.documents.preflight import Progres

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 4.5
"""For one file; with what the parent spends on it, five."""
LAP_SECONDS = 0.0045
"""What :func:`lap` takes on the machine where that was measured."""
_SAME, _SLOWEST = 1.1, 8
_LARGE = 10_000_000
"""Less than that, once unpacked, is read in time however slow the machine."""
LENGTH = 8
BATCH = 1_000
OPTION = "--lecteur-de-classeurs"
"""What a frozen program, which has no interpreter to call, is started with to be the child."""
TABLE_OPTION = "--lecteur-de-tableaux"
"""The same, to be the child that streams a big table."""
VERIFICATION_OPTION = "--controleur-de-signatures"
"""The same, to be the child that examines a signed document."""


def serve_if_asked() -> None:
    """Be the child, and end, when the program was started as one; else do nothing."""
    if sys.argv[1:] == [OPTION]:
        main()
        raise SystemExit(0)
    if sys.argv[1:] == [TABLE_OPTION]:
        from sdpd_desktop.documents.tableau_enfant import main as serve_table

        serve_table()
        raise SystemExit(0)
    if sys.argv[1:] == [VERIFICATION_OPTION]:
        from sdpd_desktop.documents.verification_enfant import main as serve_verification

        serve_verification()
        raise SystemExit(0)


def main() -> None:
    """Serve workbooks until the parent closes the pipe."""
    requests, answers = private_pipes()
    _limit_memory(MEMORY_BYTES)
    warnings.simplefilter("ignore")
    # Rows are freed as soon as they are sent; looking for cycles among them takes long.
    gc.disable()
    while header := requests.read(LENGTH):
        octets = requests.read(int.from_bytes(header, "big"))
        _limit_time(CPU_SECONDS)
        _send(answers, _answer(octets, lambda *progress: _say(answers, progress)))
        _limit_time(0)
        gc.collect()
        gc.freeze()


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    for feuille in answer.pop("feuilles", ()):
        rangees = feuille.pop("rangees")
        for first in range(0, len(rangees), BATCH):
            _say(answers, {"rangees": rangees[first : first + BATCH]})
        _say(answers, {"feuille": feuille})
    _say(answers, answer if "refus" in answer else {"fin": answer})


def _say(answers: BinaryIO, message: object) -> None:
    octets = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    answers.write(len(octets).to_bytes(LENGTH, "big"))
    answers.write(octets)
    answers.flush()


def private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes to ourselves: nothing a library prints may reach the parent."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers


def limit(memory: int, seconds: float) -> None:
    """Bound what this process may use, where the system can."""
    _limit_memory(memory)
    _limit_time(seconds)


def _limit_memory(memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # No such module on Windows.
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def _limit_time(seconds: float) -> None:
    """Let the system end this process with SIGPROF after that much CPU time; 0 lifts the limit."""
    with contextlib.suppress(AttributeError):  # Windows has no such clock.
        signal.setitimer(signal.ITIMER_PROF, seconds)


def cpu_seconds(lap_seconds: float) -> float:
    """Return what one large file may take on a machine where :func:`lap` takes that long.

    The largest workbook allowed takes most of :data:`CPU_SECONDS`: a slower machine gets as much
    more as it is slower, up to a point.
    """
    slower = lap_seconds / LAP_SECONDS
    return CPU_SECONDS * (min(slower, _SLOWEST) if slower > _SAME else 1)


def lap() -> float:
    """Return the CPU time that a small piece of what reading is made of takes, the best of 3."""
    import time
    from xml.parsers import expat

    document = b"<t>" + b'<r><c t="s" v="12"><p>abc</p></c></r>' * 4_000 + b"</t>"
    found = []
    for _ in range(3):
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda _name, attributes: attributes.get("v")
        parser.EndElementHandler = lambda _name: None
        parser.CharacterDataHandler = lambda _text: None
        begun = time.process_time()
        parser.Parse(document, True)
        found.append(time.process_time() - begun)
    return min(found)


def _answer(octets: bytes, tell: "Progres") -> dict[str, Any]:
    from sdpd_desktop.documents.preflight import RESAVE, RefusError

    try:
        return _read(octets, tell)
    except RefusError as refus:
        return {"refus": str(refus)}
    except MemoryError:
        return {"refus": f"il demande trop de mémoire. {RESAVE}", "epuise": True}
    except Exception:
        # Any failure of a library on bytes we do not control is a refusal, never a crash.
        return {"refus": f"son contenu est incohérent. {RESAVE}"}


def _read(octets: bytes, tell: "Progres") -> dict[str, Any]:
    from sdpd_desktop.documents import (
        classeur_ods,
        classeur_paquet,
        classeur_texte,
        classeur_xls,
        classeur_xlsb,
        classeur_xlsx,
    )
    from sdpd_desktop.documents.preflight import (
        RESAVE,
        Budget,
        RefusError,
        is_zip,
        open_archive,
        run_pass,
    )

    if octets.startswith(classeur_xls.OLE):
        return classeur_xls.read(octets)
    if not is_zip(octets):
        return classeur_texte.read(octets)
    with open_archive(octets) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _LARGE:
            _limit_time(cpu_seconds(lap()))
        budget = Budget(unpacked, tell)
        names = archive.namelist()
        if "content.xml" in names:
            return classeur_ods.read(archive, budget)
        if classeur_paquet.TYPES not in names:
            raise RefusError(f"c'est une archive, non un classeur. {RESAVE}")
        types = classeur_paquet.ContentTypes()
        run_pass(archive, classeur_paquet.TYPES, types, budget)
        lire = classeur_xlsb.read if types.binary else classeur_xlsx.read
        return lire(archive, types, budget)


if __name__ == "__main__":
    main()
