"""``conventions``, ``convention`` and ``bilan``."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.documents.lecture_pdf import texte


def test_conventions_are_listed(sdpd: Any, answer: Any) -> None:
    found = {c["code"]: c for c in answer("conventions")["conventions"]}
    assert set(found) == {"CLCT77-2019", "CROSS77-2019"}
    assert found["CLCT77-2019"]["etat"] == "a_signer"
    assert found["CLCT77-2019"]["plan"] == "QRR77-2019"
    assert "à signer" in sdpd("conventions").out


def test_the_annexes_are_printed_when_asked(answer: Any, tmp_path: Path) -> None:
    plain = answer("convention", "CLCT77-2019", "--out", tmp_path / "clct.pdf")
    assert Path(plain["fichier"]).read_bytes().startswith(b"%PDF-")
    assert (plain["octets"], plain["annexes"]) == ((tmp_path / "clct.pdf").stat().st_size, False)
    full = answer("convention", "CLCT77-2019", "--out", tmp_path / "full.pdf", "--annexes")
    assert full["octets"] > plain["octets"]


def test_a_convention_leaves_as_text_or_json_and_comes_back(answer: Any, tmp_path: Path) -> None:
    text = answer("convention", "CLCT77-2019", "--out", tmp_path / "texte.pdf", "--texte")
    assert Path(text["fichier"]).read_bytes().startswith(b"%PDF-")
    out = tmp_path / "clct.json"
    answer("convention", "CLCT77-2019", "--out", out)
    assert json.loads(out.read_text(encoding="utf-8"))["format"] == "sdpd-convention"
    taken = answer("convention-import", out, "--code", "clct-2")
    assert (taken["convention"], "aucun article" in taken["a_completer"]) == ("CLCT-2", True)
    assert {c["code"] for c in answer("conventions")["conventions"]} >= {"CLCT-2"}


def test_what_is_to_be_signed_holds_the_annexes(answer: Any, tmp_path: Path) -> None:
    out = tmp_path / "clct.pdf"
    done = answer("convention", "CLCT77-2019", "--out", out, "--fields")
    assert done["annexes"]
    assert "Annexe n° 3 à la convention CLCT77-2019" in texte(out.read_bytes())


def test_the_report_is_written_by_its_suffix(answer: Any, tmp_path: Path) -> None:
    for name, head in (("bilan.pdf", b"%PDF-"), ("bilan.xlsx", b"PK")):
        out = tmp_path / name
        out.write_text("ancien", encoding="utf-8")
        done = answer("bilan", "--plan", "SDPD77-2020", "--period", "2022", "--out", out)
        assert (done["plan"], done["periode"], done["fichier"]) == ("SDPD77-2020", "2022", str(out))
        assert out.read_bytes().startswith(head)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "data") == [
        "bilan.pdf", "bilan.xlsx",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("convention", "CLCT78", "--out", "f.pdf"), "CLCT78"),
        (("convention", "CLCT77-2019", "--out", "f.doc"), ".pdf"),
        (("bilan", "--plan", "SDPD77-2020", "--period", "2022", "--out", "f.txt"), ".xlsx"),
        (("bilan", "--plan", "SDPD77-2020", "--period", "2098", "--out", "f.pdf"), "commencé"),
        (("bilan", "--plan", "NOPE", "--period", "2022", "--out", "f.pdf"), "NOPE"),
    ],
)
def test_a_refusal_leaves_no_file(
    sdpd: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    folder = tmp_path / "sorties"
    folder.mkdir()
    monkeypatch.chdir(folder)
    ran = sdpd(*arguments)
    assert ran.status == 1
    assert said in ran.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("convention", "CLCT77-2019"),
        ("bilan", "--plan", "SDPD77-2020", "--period", "2022"),
        ("backup",),
    ],
)
def test_a_folder_that_does_not_exist_is_named(
    sdpd: Any, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    ran = sdpd(*arguments, "--out", tmp_path / "absent" / "f.pdf")
    assert ran.status == 1
    assert f"{tmp_path / 'absent'} n'existe pas" in ran.err
    assert not (tmp_path / "absent").exists()
