"""``returns`` and ``import``."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

PLAN = "SDPD77-2020"


def type_in(path: Path, code: str, header: str, value: object) -> None:
    """Fill a cell as a person does: the row that shows the code, under that header."""
    book = load_workbook(path)
    for sheet in book.worksheets:
        column = 0
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == header:
                    column = cell.column
            if column and row[0].value == code:
                sheet.cell(row[0].row, column).value = value  # type: ignore[assignment]
                book.save(path)
                return
    raise AssertionError(f"no {header} for {code} in {path}")


@pytest.fixture
def returns(answer: Any, tmp_path: Path) -> Path:
    folder = tmp_path / "retours"
    answer("returns", "--plan", PLAN, "--period", "2022-S1", "--out", folder)
    return folder


def of(folder: Path, partenaire: str) -> Path:
    return folder / f"{PLAN}_2022-S1_{partenaire}.xlsx"


def test_one_workbook_per_partner(answer: Any, sdpd: Any, tmp_path: Path) -> None:
    done = answer("returns", "--plan", PLAN, "--period", "2022-S1", "--out", tmp_path / "r")
    assert (done["plan"], done["periode"]) == (PLAN, "2022-S1")
    assert {Path(path).name for path in done["fichiers"]} == {
        path.name for path in (tmp_path / "r").iterdir()
    }
    assert len(done["fichiers"]) == len(done["retours"])
    partners = {retour["partenaire"] for retour in done["retours"]}
    assert {"GGD77", "DSDEN77", "UM77"} <= partners
    assert not partners & {"PARQUETS77", "COMMUNES77"}, "a category is never asked"
    again = answer(
        "returns", "--plan", PLAN, "--period", "2022-S1", "--out", tmp_path / "one",
        "--partenaire", "GGD77",
    )  # fmt: skip
    assert [Path(path).name for path in again["fichiers"]] == [f"{PLAN}_2022-S1_GGD77.xlsx"]
    assert again["campagne"] == done["campagne"]
    assert "1\u00a0classeur écrit" in sdpd(
        "returns", "--plan", PLAN, "--period", "2022-S1", "--out", tmp_path / "one",
        "--partenaire", "GGD77",
    ).out  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--plan", "NOPE", "--period", "2022-S1"), 1),
        (("--plan", PLAN, "--period", "2098"), 1),
        (("--plan", PLAN, "--period", "2022-S1", "--partenaire", "NOPE"), 1),
        (("--plan", PLAN, "--period", "jamais"), 2),
    ],
)
def test_a_wrong_demand_opens_no_campagne(
    sdpd: Any, answer: Any, tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    before = answer("history")
    assert sdpd("returns", *arguments, "--out", tmp_path / "r").status == status
    assert answer("history") == before


def test_a_dry_run_reports_and_changes_nothing(
    sdpd: Any, answer: Any, returns: Path, data_folder: Path
) -> None:
    path = of(returns, "DSDEN77")
    type_in(path, "K12", "Valeur à saisir", "1 234")
    type_in(path, "K18", "Valeur à saisir", "cent trente")
    type_in(path, "O3.A6.m1", "Statut", "réalisée")
    type_in(path, "O3.A6.m1", "Fait le", "15/06/2022")
    before = answer("history"), answer("plan", PLAN)
    done = answer("import", path, "--dry-run")
    (file,) = done["fichiers"]
    assert (done["simulation"], file["applique"], file["changement"]) == (True, False, None)
    assert (file["partenaire"], file["periode"], file["plan"]) == ("DSDEN77", "2022-S1", PLAN)
    assert file["comptes"]["rejete"] == 1
    assert file["comptes"]["nouveau"] + file["comptes"]["modifie"] == 2
    verdicts = {(ligne["objet"], ligne["verdict"]) for ligne in file["lignes"]}
    assert ("K12", "nouveau") in verdicts
    rejected = next(ligne for ligne in file["lignes"] if ligne["verdict"] == "rejete")
    assert (rejected["objet"], rejected["texte"]) == ("K18", "cent trente")
    assert rejected["lieu"].startswith("Indicateurs!")
    assert "n'est pas un nombre" in rejected["raison"].replace("\u00a0", " ")
    assert (answer("history"), answer("plan", PLAN)) == before
    shown = sdpd("import", path, "--dry-run").out.replace("\u00a0", " ")
    assert shown.index("1 rejeté") < shown.index("K18"), "counts first"
    assert "simulation, rien n'est modifié" in shown


def test_the_import_is_what_the_dry_run_said(answer: Any, returns: Path) -> None:
    path = of(returns, "DSDEN77")
    type_in(path, "K12", "Valeur à saisir", "1 234")
    type_in(path, "K18", "Valeur à saisir", "cent trente")
    said = answer("import", path, "--dry-run")["fichiers"][0]
    done = answer("import", path)["fichiers"][0]
    assert (done["lignes"], done["comptes"]) == (said["lignes"], said["comptes"])
    assert done["applique"]
    rows = {row["reference"]: row for row in answer("plan", PLAN)["chiffres"]}
    value = rows["K12"]["derniere"]
    assert (value["valeur"], value["periode"]) == (1234, "2022-S1")
    origin = value["origine"]
    assert (origin["fichier"], origin["empreinte"]) == (path.name, done["empreinte"])
    assert origin["cellule"]
    assert origin["changement"] == done["changement"]
    assert rows["K18"]["derniere"] is None, "a rejected cell is not stored"


def test_undo_takes_an_import_back(answer: Any, returns: Path) -> None:
    path = of(returns, "DSDEN77")
    before = answer("plan", PLAN)
    type_in(path, "K12", "Valeur à saisir", 12)
    type_in(path, "O3.A6.m1", "Statut", "en cours")
    number = answer("import", path)["fichiers"][0]["changement"]
    assert answer("plan", PLAN) != before
    answer("undo", number)
    assert answer("plan", PLAN) == before


def test_the_same_file_twice_is_told(sdpd: Any, answer: Any, returns: Path) -> None:
    path = of(returns, "DSDEN77")
    type_in(path, "K12", "Valeur à saisir", 12)
    number = answer("import", path)["fichiers"][0]["changement"]
    before = answer("history")
    again = answer("import", path)["fichiers"][0]
    assert (again["deja_importe"], again["applique"]) == (number, False)
    assert answer("history") == before
    assert f"n°\u00a0{number}" in sdpd("import", path).out


def test_a_refused_file_stops_no_other(sdpd: Any, answer: Any, returns: Path) -> None:
    path = of(returns, "DSDEN77")
    type_in(path, "K12", "Valeur à saisir", 12)
    other = returns / "note.xlsx"
    other.write_bytes(b"rien d'un classeur")
    missing = returns / "absent.xlsx"
    ran = sdpd("--json", "import", other, path, missing)
    assert ran.status == 1
    refused, taken, absent = ran.json["fichiers"]
    assert "note.xlsx" in refused["refus"]
    assert absent["refus"]
    assert taken["refus"] is None
    assert taken["applique"]
    assert refused["refus"] in ran.err
    again = sdpd("import", other, path)
    assert again.status == 1
    assert "note.xlsx\u00a0: refusé." in again.out


def test_a_file_with_rejected_cells_only_is_no_failure(sdpd: Any, returns: Path) -> None:
    path = of(returns, "DSDEN77")
    type_in(path, "K18", "Valeur à saisir", "beaucoup")
    assert sdpd("import", path).status == 0


def test_errors_go_back_to_the_partner_marked(answer: Any, returns: Path, tmp_path: Path) -> None:
    wrong, right = of(returns, "DSDEN77"), of(returns, "GGD77")
    type_in(wrong, "K18", "Valeur à saisir", "beaucoup")
    type_in(right, "K40", "Valeur à saisir", 70)
    folder = tmp_path / "à renvoyer"
    folder.mkdir()
    before = answer("history")
    first, second = answer("import", wrong, right, "--dry-run", "--annotate", folder)["fichiers"]
    assert answer("history") == before
    assert list(folder.iterdir()) == [Path(first["annotee"])]
    assert second["annotee"] is None
    texts = [
        str(cell.value)
        for sheet in load_workbook(first["annotee"])
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert any("beaucoup" in text for text in texts)
    assert any("n'est pas un nombre" in text.replace("\u2019", "'") for text in texts)


def test_nothing_is_applied_when_the_marked_copy_cannot_be_written(
    sdpd: Any, answer: Any, returns: Path, tmp_path: Path
) -> None:
    path = of(returns, "DSDEN77")
    type_in(path, "K12", "Valeur à saisir", 12)
    type_in(path, "K18", "Valeur à saisir", "beaucoup")
    blocked = tmp_path / "fichier"
    blocked.touch()
    before = answer("history")
    ran = sdpd("import", path, "--annotate", blocked / "x")
    assert ran.status == 1
    assert answer("history") == before


def own_table(folder: Path) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("Code", "Libellé", "Valeur"), ("K12", "", 12), ("K18", "", "néant")):
        sheet.append(row)
    path = folder / "DSDEN77.xlsx"
    book.save(path)
    return path


def test_an_unconfirmed_layout_is_listed_and_not_applied(
    sdpd: Any, answer: Any, returns: Path, tmp_path: Path
) -> None:
    before = answer("history")
    path = own_table(tmp_path)
    ran = sdpd("--json", "import", path)
    assert ran.status == 0
    (file,) = ran.json["fichiers"]
    assert file["refus"] is None
    assert "Éducation nationale" in file["a_confirmer"]["retours_possibles"][0]
    columns = file["a_confirmer"]["tableaux"][0]["colonnes"]
    assert [column["champ"] for column in columns] == ["indicateur", "libelle", "valeur"]
    shown = sdpd("import", path).out.replace("\u00a0", " ")
    assert "DSDEN77.xlsx : à confirmer." in shown
    assert "indicateur (code)" in shown
    assert answer("history") == before


def test_a_folder_is_imported_whole(sdpd: Any, answer: Any, returns: Path, tmp_path: Path) -> None:
    folder = tmp_path / "clé"
    folder.mkdir()
    for code, cell in (("DSDEN77", "K12"), ("GGD77", "K40")):
        path = of(returns, code)
        type_in(path, cell, "Valeur à saisir", 12)
        path.rename(folder / path.name)
    (folder / "~$x.xlsx").write_bytes(b"x")
    (folder / "lisez.docx").write_bytes(b"x")
    done = answer("import", folder)
    assert [file["applique"] for file in done["fichiers"]] == [True, True]
    assert len(done["ecartes"]) == 2
    shown = sdpd("import", folder, "--dry-run").out.replace("\u00a0", " ")
    assert shown.index("~$x.xlsx") < shown.index("Fichier")
    assert shown.count("mêmes valeurs que le changement") == 2
