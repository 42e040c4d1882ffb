"""A month in the bureau through the command alone, and the demonstration as it is shipped."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sdpd_desktop.cli import main

PLAN = "SDPD77-2020"
PROGRAM = Path(sys.executable).with_name("sdpd")


class Bureau:
    """Runs ``sdpd`` on one data folder, in this process: a hundred starts would be long."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data = data
        self._capsys = capsys

    def run(self, *arguments: object, expected: int = 0) -> Any:
        self._capsys.readouterr()
        status = main(["--data", str(self._data), "--json", *map(str, arguments)])
        said = self._capsys.readouterr()
        assert status == expected, said.err
        return json.loads(said.out)

    def figure(self, reference: str) -> Any:
        rows = self.run("plan", PLAN)["chiffres"]
        return next(row for row in rows if row["reference"] == reference)


def type_in(path: Path, code: str, header: str, value: Any) -> None:
    """Fill the cell under that header, in the row that shows the code."""
    book = load_workbook(path)
    for sheet in book.worksheets:
        column = None
        for row in sheet.iter_rows():
            titles = {cell.value: cell.column for cell in row if isinstance(cell.value, str)}
            column = titles.get(header, column)
            if column and row[0].value == code:
                sheet.cell(row[0].row, column).value = value
                book.save(path)
                return
    raise AssertionError(f"{header} of {code} is not in {path.name}")


@pytest.mark.e2e
def test_a_month_in_the_bureau(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bureau = Bureau(tmp_path / "data", capsys)
    refused = bureau.run("plans", expected=1)
    assert "sdpd init" in refused["erreur"].replace("\u00a0", " ")
    assert len(bureau.run("init")["plans"]) == 5

    # Monday: what is late.
    late = {row["code"] for row in bureau.run("late", "--on", "30/06/2022")["echeances"]}
    assert "O1.A1.m1" in late
    bureau.run("tick", PLAN, "O1.A1.m1", "--on", "15/06/2022", "--note", "relevé du 15 juin")
    late = {row["code"] for row in bureau.run("late", "--on", "30/06/2022")["echeances"]}
    assert "O1.A1.m1" not in late
    rate = bureau.run("record", PLAN, "K33", "2022", "3 600")["taux"]
    assert (rate["part"], rate["terme"], rate["total"]) == (0.4525, 181, 400)

    # The returns leave, and one comes back.
    folder = tmp_path / "clé"
    sent = bureau.run("returns", "--plan", PLAN, "--period", "2022-S1", "--out", folder)
    assert len(sent["fichiers"]) > 20
    path = folder / f"{PLAN}_2022-S1_DSDEN77.xlsx"
    type_in(path, "K12", "Valeur à saisir", "1 234")
    type_in(path, "K18", "Valeur à saisir", "beaucoup")
    type_in(path, "O3.A6.m1", "Statut", "En cours")
    received = path.rename(folder / "retour (2) DSDEN VF.xlsx")

    before = bureau.run("history")
    dry = bureau.run("import", received, "--dry-run", "--annotate", folder)["fichiers"][0]
    assert bureau.run("history") == before
    assert dry["comptes"]["rejete"] == 1
    assert Path(dry["annotee"]).exists()
    done = bureau.run("import", received)["fichiers"][0]
    assert done["comptes"] == dry["comptes"]
    assert bureau.figure("K12")["derniere"]["valeur"] == 1234
    assert bureau.figure("K18")["derniere"] is None

    # It was the wrong file.
    bureau.run("undo", done["changement"])
    assert bureau.figure("K12")["derniere"] is None
    again = bureau.run("import", received)["fichiers"][0]
    assert again["applique"]

    # Documents.
    for arguments in (
        ("convention", "CLCT77-2019", "--annexes", "--out", tmp_path / "clct.pdf"),
        ("convention", "CROSS77-2019", "--out", tmp_path / "cross.pdf"),
        ("bilan", "--plan", PLAN, "--period", "2022", "--out", tmp_path / "bilan.pdf"),
        ("bilan", "--plan", PLAN, "--period", "2022", "--out", tmp_path / "bilan.xlsx"),
    ):
        assert Path(bureau.run(*arguments)["fichier"]).stat().st_size > 5_000

    # Before leaving: the backup; another day, on another machine.
    backup = tmp_path / "clé" / "sdpd.sauvegarde"
    bureau.run("backup", "--out", backup)
    assert bureau.run("check")["ok"]
    other = Bureau(tmp_path / "autre poste", capsys)
    other.run("restore", backup)
    assert other.run("check")["ok"]
    assert other.run("plan", PLAN)["mesures"] == bureau.run("plan", PLAN)["mesures"]
    assert other.figure("K12") == bureau.figure("K12")


@pytest.mark.e2e
def test_the_demonstration_leaves_its_documents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "demo"
    done = subprocess.run(
        [PROGRAM, "--json", "demo", "--out", out],
        capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["le"] == "2022-06-30"
    for name in ("clct.pdf", "cross.pdf", "bilan.pdf", "bilan.xlsx", "fenetre.png"):
        assert (out / name).stat().st_size > 5_000, name
        assert str(out / name) in told["fichiers"]
    assert (out / "fenetre.png").read_bytes().startswith(b"\x89PNG")
    assert len(told["retours"]) > 20
    assert any("à corriger" in path for path in told["retours"])
    demo = Bureau(out / "data", capsys)
    assert demo.run("check")["ok"]
    signed = {c["code"]: c["etat_le"] for c in demo.run("conventions")["conventions"]}
    assert signed == {"CLCT77-2019": "2019-07-04", "CROSS77-2019": "2019-07-04"}
    assert demo.run("plan", PLAN)["couverture"]["chiffrees"] > 5
