"""The child process that reads: limited, cancelled, replaced, never left behind."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sdpd_desktop.documents import classeur_enfant, retour_lecture, retour_xlsx
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.domain.errors import UserError
from tests.corpus.fabrique import cell, children, contenu, ods, pack, raw_parts

_BUSY = (
    "import sys; sys.path[:0] = {path!r}\n"
    "from sdpd_desktop.documents import classeur_enfant as enfant\n"
    "enfant._answer = {answer}\n"
    "enfant.main()\n"
)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "r.xlsx"
    retour_xlsx.write(contenu(), path)
    return path


def answering(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    """Let the child run our code instead of reading."""
    script = _BUSY.format(path=sys.path, answer=answer)
    real = subprocess.Popen

    def start(command: list[str], **options: object) -> object:
        return real([sys.executable, "-c", script], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", start)


def test_one_child_serves_many_files_and_ends(workbook: Path) -> None:
    before = children()
    with LecteurClasseurs() as lecteur:
        lecteur.read(workbook)
        (first,) = children() - before
        lecteur.read(workbook)
        with pytest.raises(UserError):
            lecteur.read(workbook.parent)
        assert children() - before == {first}
    assert children() == before
    lecteur.close()  # Closing twice is harmless.


def test_reading_alone_leaves_no_process(workbook: Path) -> None:
    before = children()
    retour_lecture.read(workbook)
    assert children() == before


def test_forgotten_reader_ends_its_child(workbook: Path) -> None:
    before = children()
    lecteur = LecteurClasseurs()
    lecteur.read(workbook)
    del lecteur
    assert children() == before


def test_dead_child_is_replaced(workbook: Path) -> None:
    before = children()
    with LecteurClasseurs() as lecteur:
        lecteur.read(workbook)
        (child,) = children() - before
        os.kill(child, signal.SIGKILL)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        assert lecteur.read(workbook).feuilles


def test_crash_is_a_refusal(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = children()
    with LecteurClasseurs() as lecteur:
        with monkeypatch.context() as patch:
            answering(patch, "lambda octets, tell: __import__('os').abort()")
            with pytest.raises(UserError, match="en échec"):
                lecteur.read(workbook)
        assert lecteur.read(workbook).feuilles
    assert children() == before


def test_time_limit(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = children()
    answering(monkeypatch, "lambda octets, tell: __import__('time').sleep(60)")
    started = time.monotonic()
    with LecteurClasseurs(wall_seconds=0.5) as lecteur:
        with pytest.raises(UserError, match="trop de temps"):
            lecteur.read(workbook)
        assert children() == before
    assert time.monotonic() - started < 5


def test_cpu_limit(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spin = "(setattr(enfant, 'CPU_SECONDS', 1), lambda octets, tell: [0 for _ in iter(int, 1)])[1]"
    before = children()
    with LecteurClasseurs() as lecteur:
        with monkeypatch.context() as patch:
            answering(patch, spin)
            with pytest.raises(UserError, match="trop de temps"):
                lecteur.read(workbook)
        assert lecteur.read(workbook).feuilles
    assert children() == before


@pytest.mark.parametrize(
    ("slower", "seconds"), [(0.3, 4.5), (1, 4.5), (1.09, 4.5), (1.2, 5.4), (4, 18), (50, 36)]
)
def test_a_slower_machine_gets_as_much_more_time(slower: float, seconds: float) -> None:
    lap = slower * classeur_enfant.LAP_SECONDS
    assert classeur_enfant.cpu_seconds(lap) == pytest.approx(seconds)


def test_a_large_file_is_not_refused_because_the_machine_is_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is lowered below what the file takes: a slow machine is given it all the same."""
    row = f"<table:table-row>{cell('float') * 10}</table:table-row>"
    large = tmp_path / "grand.ods"
    large.write_bytes(ods(row * 10_000, padding=2_000_000))
    limits = "[setattr(enfant, 'CPU_SECONDS', 0.2), setattr(enfant, 'lap', lambda: {lap})] and "
    real = "(lambda octets, tell, read=enfant._answer: read(octets, tell))"
    for lap, read in ((classeur_enfant.LAP_SECONDS, False), (1.0, True)):
        with monkeypatch.context() as patch, LecteurClasseurs() as lecteur:
            answering(patch, limits.format(lap=lap) + real)
            if read:
                assert len(lecteur.read(large).feuilles[0].rangees) == 10_000
                continue
            with pytest.raises(UserError, match="trop de temps"):
                lecteur.read(large)


def test_each_file_has_its_own_cpu_time(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six files of half a second each pass, where one of more than a second does not."""
    half = (
        "lambda octets, tell: [None for clock in [__import__('time').process_time] "
        "for end in [clock() + 0.5] for _ in iter(lambda: clock() < end, False)] "
        "and {'feuilles': [], 'proprietes': {}}"
    )
    answering(monkeypatch, f"(setattr(enfant, 'CPU_SECONDS', 1), {half})[1]")
    before = children()
    with LecteurClasseurs() as lecteur:
        lecteur.read(workbook)
        (child,) = children() - before
        for _ in range(5):
            lecteur.read(workbook)
        assert children() - before == {child}


def test_memory_limit(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "lambda octets, tell: {'refus': str(len(bytes(2_000_000_000)))}")
    with LecteurClasseurs() as lecteur, pytest.raises(UserError, match="en échec"):
        lecteur.read(workbook)


def test_memory_error_while_reading_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhaust(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(classeur_enfant, "_read", exhaust)
    answer = classeur_enfant._answer(pack(raw_parts()), lambda *_: None)
    assert "mémoire" in answer["refus"]
    assert answer["epuise"]


def test_cancel(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = children()
    answering(monkeypatch, "lambda octets, tell: __import__('time').sleep(60)")
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    started = time.monotonic()
    with LecteurClasseurs() as lecteur, pytest.raises(UserError, match="annulée"):
        lecteur.read(workbook, cancel)
    assert time.monotonic() - started < 5
    assert children() == before


@pytest.mark.parametrize("module", ["__main__", "cli"])
def test_frozen_program_is_its_own_child(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    program = tmp_path / "programme"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path[:0] = {sys.path!r}\n"
        f"from sdpd_desktop.{module} import main\nsys.exit(main())\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    before = children()
    with LecteurClasseurs() as lecteur:
        assert lecteur.read(workbook).feuilles
        (child,) = children() - before
        libraries = Path(f"/proc/{child}/maps").read_text()
    assert "PySide6" not in libraries
    assert "sqlcipher3" not in libraries


def test_child_loads_neither_qt_nor_a_database(workbook: Path) -> None:
    script = (
        "import sys, json; sys.path[:0] = json.loads(sys.argv[1])\n"
        "from sdpd_desktop.documents import classeur_enfant as enfant\n"
        "enfant._answer(open(sys.argv[2], 'rb').read(), print)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps(sys.path), str(workbook)],
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = set(json.loads(done.stdout))
    assert "openpyxl" in loaded
    assert not loaded & {"PySide6", "shiboken6", "sqlalchemy", "sqlcipher3", "reportlab"}


def test_progress_is_told(tmp_path: Path) -> None:
    rows = "".join(f"<row><c><v>{n}</v></c></row>" for n in range(90_000))
    (tmp_path / "f.xlsx").write_bytes(pack(raw_parts(rows), 40_000))
    told: list[tuple[int, int]] = []
    with LecteurClasseurs() as lecteur:
        lecteur.read(tmp_path / "f.xlsx", tell=lambda *progress: told.append(progress))
    done, totals = zip(*told, strict=True)
    assert len(told) >= 2
    assert sorted(done) == list(done)
    assert {totals[0]} == set(totals)
    assert 0 < done[0] < done[-1] <= totals[0]
