"""The child process that opens received workbooks: limited in memory and time, easy to kill.

It speaks over its standard input and output: a length, then the bytes of a workbook; back
come a length and JSON, either ``{"refus": …}`` or the cells. End of input ends it.
"""

import contextlib
import io
import json
import os
import sys
import warnings
from typing import Any, BinaryIO

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 20
LENGTH = 8
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
    while header := requests.read(LENGTH):
        octets = requests.read(int.from_bytes(header, "big"))
        _limit_time(CPU_SECONDS)
        answer = json.dumps(_answer(octets), ensure_ascii=True).encode("ascii")
        answers.write(len(answer).to_bytes(LENGTH, "big"))
        answers.write(answer)
        answers.flush()


def private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes to ourselves: nothing a library prints may reach the parent."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers


def limit(memory: int, seconds: int) -> None:
    """Bound what this process may use, where the system can."""
    _limit_memory(memory)
    _limit_time(seconds)


def _limit_memory(memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # No such module on Windows.
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def _limit_time(seconds: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        limit = int(used.ru_utime + used.ru_stime) + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


def _answer(octets: bytes) -> dict[str, Any]:
    from sdpd_desktop.documents.preflight import RESAVE, RefusError, open_archive

    try:
        with open_archive(octets) as archive:
            return _read(archive, octets)
    except RefusError as refus:
        return {"refus": str(refus)}
    except MemoryError:
        return {"refus": f"il demande trop de mémoire. {RESAVE}", "epuise": True}
    except Exception as error:
        # Any failure of a library on bytes we do not control is a refusal, never a crash.
        return {"refus": f"son contenu est incohérent ({type(error).__name__}). {RESAVE}"}


def _read(archive: Any, octets: bytes) -> dict[str, Any]:
    from sdpd_desktop.documents import classeur_ods, classeur_xlsx
    from sdpd_desktop.documents.preflight import RESAVE, RefusError

    names = archive.namelist()
    if "[Content_Types].xml" in names:
        return classeur_xlsx.read(archive, io.BytesIO(octets))
    if "content.xml" in names:
        return classeur_ods.read(archive, io.BytesIO(octets))
    raise RefusError(f"c'est une archive, non un classeur. {RESAVE}")


if __name__ == "__main__":
    main()
