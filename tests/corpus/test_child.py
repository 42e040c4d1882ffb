"""The child process that reads: limited, cancelled, replaced, never left behind."""

import functools
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdpd_desktop.documents import classeur_enfant, retour_lecture, retour_xlsx
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.domain.errors import UserError
from tests.corpus.fabrique import contenu, filled, pack, raw_parts, set_cell, typed

_BUSY = (
    "import sys; sys.path[:0] = {path!r}\n"
    "from sdpd_desktop.documents import classeur_enfant as enfant\n"
    "enfant._answer = {answer}\n"
    "enfant.main()\n"
)


def children() -> set[int]:
    """Return the processes this one started and has not reaped."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == os.getpid():
                found.add(int(entry.name))
    return found


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
        deadline = time.monotonic() + 5
        while Path(f"/proc/{child}/stat").read_text().split()[2] != "Z":
            assert time.monotonic() < deadline
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
    answering(monkeypatch, spin)
    with LecteurClasseurs() as lecteur, pytest.raises(UserError, match="en échec"):
        lecteur.read(workbook)


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


# ------------------------------------------------------------------ any bytes at all

_anything = st.one_of(
    st.binary(max_size=400),
    st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail),
    st.binary(max_size=200).map(lambda tail: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + tail),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
_scratches = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=4)


def told_or_read(lecteur: LecteurClasseurs, path: Path, octets: bytes) -> str:
    """Read the bytes as a return; « lu » or the refusal, and nothing left either way."""
    path.write_bytes(octets)
    before = children()
    try:
        lu = retour_lecture.read(path, lecteur)
    except UserError as error:
        outcome = str(error)
    else:
        assert lu.retour == "0190-r1"
        outcome = "lu"
    assert len(children() - before) <= 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    return outcome


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(octets=_anything)
def test_any_bytes_are_refused(lecteur: LecteurClasseurs, tmp_path: Path, octets: bytes) -> None:
    assert "f.xlsx" in told_or_read(lecteur, tmp_path / "f.xlsx", octets)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scratches=_scratches)
def test_a_scratched_return_is_read_or_refused(
    lecteur: LecteurClasseurs, workbook: Path, scratches: list[tuple[float, int]]
) -> None:
    octets = bytearray(ours())
    for place, value in scratches:
        octets[int(place * len(octets))] = value
    outcome = told_or_read(lecteur, workbook, bytes(octets))
    assert outcome == "lu" or workbook.name in outcome


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_return_with_a_foreign_part_is_read_or_refused(
    lecteur: LecteurClasseurs, workbook: Path, data: st.DataObject
) -> None:
    with zipfile.ZipFile(io.BytesIO(ours())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part, other = (data.draw(st.sampled_from(sorted(parts))) for _ in range(2))
    outcome = told_or_read(lecteur, workbook, pack(parts | {part: parts[other]}))
    assert outcome == "lu" or workbook.name in outcome


@functools.cache
def ours() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        retour_xlsx.write(contenu(), Path(folder) / "r.xlsx")
        return (Path(folder) / "r.xlsx").read_bytes()


_text = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(_text, _text.map(lambda text: f"={text}"), st.just("#N/A")))
def test_text_that_a_person_types_comes_back_as_text(
    lecteur: LecteurClasseurs, tmp_path: Path, text: str
) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        set_cell(book["Indicateurs"], "O7.A1.i10", "commentaire", text)
    lu = retour_lecture.read(tmp_path / "r.xlsx", lecteur)
    retour_xlsx.annotate(contenu(), lu, [], tmp_path / "annote.xlsx")
    again = retour_lecture.read(tmp_path / "annote.xlsx", lecteur)
    wanted = {("O7.A1.i10", "commentaire"): text} if text.strip() else {}
    assert typed(lu) == typed(again) == wanted
