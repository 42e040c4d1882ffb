"""The spooler gets the file itself, with the choices of the print dialog."""

import os
from pathlib import Path

import pytest

from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.services import impression
from sdpd_desktop.services.impression import Tirage, confier, envoyer, spooler


def fake_lp(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_the_file_and_the_choices_reach_the_spooler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_lp(tmp_path, monkeypatch, f'cat > "{tmp_path}/job"; echo lp "$@" > "{tmp_path}/args"')
    octets = bytes(range(256)) * 50
    envoyer(octets, Tirage("Bilan 2022", "laser", 3, 2, 4, "two-sided-long-edge", couleur=False))
    assert (tmp_path / "job").read_bytes() == octets
    arguments = (tmp_path / "args").read_text()
    for wanted in ("-d laser", "-n 3", "-t Bilan 2022", "-P 2-4", "media=A4"):
        assert wanted in arguments
    assert "sides=two-sided-long-edge" in arguments
    assert "print-color-mode=monochrome" in arguments


def test_the_whole_document_has_no_page_range(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_lp(tmp_path, monkeypatch, f'cat > /dev/null; echo lp "$@" > "{tmp_path}/args"')
    envoyer(b"%PDF", Tirage("Bilan", ""))
    arguments = (tmp_path / "args").read_text()
    assert "-P" not in arguments
    assert "-d" not in arguments.split()


def test_a_refusal_carries_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_lp(tmp_path, monkeypatch, "cat > /dev/null; echo 'lp: destination inconnue' >&2; exit 1")
    with pytest.raises(StorageError, match="destination inconnue"):
        envoyer(b"%PDF", Tirage("Bilan", "nulle part"))


def test_a_spooler_that_cannot_start_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(impression, "spooler", lambda: str(tmp_path / "absent"))
    with pytest.raises(StorageError, match="ne répond pas"):
        envoyer(b"%PDF", Tirage("Bilan", ""))


def test_without_lp_there_is_no_spooler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert spooler() == ""


def test_pages_of_several_sizes_choose_their_paper_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_lp(tmp_path, monkeypatch, f'cat > /dev/null; echo lp "$@" > "{tmp_path}/args"')
    envoyer(b"%PDF", Tirage("Liasse", "", papier=""))
    assert "media" not in (tmp_path / "args").read_text()
    envoyer(b"%PDF", Tirage("Plan", "", papier="A3"))
    assert "media=A3" in (tmp_path / "args").read_text()


def test_the_associated_reader_is_given_the_file_and_the_printer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(os, "startfile", lambda *how: asked.append(how), raising=False)
    assert confier(b"%PDF-1.7 signed", "Laser du 2e")
    path, verb, printer = asked[0]
    assert Path(path).read_bytes() == b"%PDF-1.7 signed"
    assert (verb, printer) == ("printto", '"Laser du 2e"')
    assert confier(b"%PDF", "")
    assert asked[1][1:] == ("print",)


def test_without_a_reader_that_prints_nothing_is_handed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(*_how: str) -> None:
        raise OSError(1155, "No application is associated with the file")

    monkeypatch.setattr(os, "startfile", none, raising=False)
    assert not confier(b"%PDF", "laser")
    monkeypatch.delattr(os, "startfile")
    assert not confier(b"%PDF", "laser")
