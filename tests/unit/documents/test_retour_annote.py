"""Back to a partner that used its own table: our return filled, errors by its own cells."""

from pathlib import Path

import openpyxl

from sdpd_desktop.documents import retour_xlsx
from sdpd_desktop.documents.retour_modele import VOTRE_REPONSE
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.importation import Ligne, RetourLu, SaisieRetour, Verdict
from tests.corpus.fabrique import columns, contenu
from tests.unit.documents.test_retour_xlsx import column

DANGEROUS = "=cmd|' /C calc'!A0"


def cellule(adresse: str, texte: str) -> Cellule:
    ligne = int("".join(filter(str.isdigit, adresse)))
    return Cellule("Bilan 2022", adresse, ligne, 1, texte, "General", texte)


def saisie(code: str, **cells: Cellule) -> SaisieRetour:
    found = next(line for line in contenu().indicateurs if line.code == code)
    return SaisieRetour(
        "indicateur", found.id, code, found.territoire, found.zone.value, 7, "Bilan 2022",
        tuple(cells.items()),
    )  # fmt: skip


def wrong(cell: Cellule, raison: str) -> Ligne:
    return Ligne(
        Verdict.REJETE, "O7.A1.i3", "Caméras", "valeur", cell.lieu, cell.texte, "General", "", "",
        raison, "", None,
    )  # fmt: skip


def annotated(
    tmp_path: Path, saisies: list[SaisieRetour], lignes: list[Ligne], neant: str = ""
) -> openpyxl.Workbook:
    lu = RetourLu(
        "tableau de la gendarmerie.ods", "0" * 64, 1, "r1", "c1", "GGD77", "2022-S1",
        tuple(saisies), ("Lignes 40 à 52 lues bien qu'elles soient masquées.",),
        neant=neant,
    )  # fmt: skip
    out = tmp_path / "copie.xlsx"
    retour_xlsx.annotate(contenu(), lu, lignes, out)
    return openpyxl.load_workbook(out)


def test_our_return_holds_what_was_understood_and_lists_their_own_cells(tmp_path: Path) -> None:
    typed, comment = cellule("H12", "douze"), cellule("J12", DANGEROUS)
    book = annotated(
        tmp_path,
        [saisie("O7.A1.i3", valeur=typed, commentaire=comment)],
        [wrong(typed, "« douze » n'est pas un nombre.")],
    )
    errors = book["Erreurs"]
    assert column(errors, "affiche")[:1] == ["Bilan 2022"]
    assert column(errors, "cellule")[:1] == ["H12"]
    assert "tableau de la gendarmerie.ods" in str(errors["A2"].value)
    sheet, places = book["Indicateurs"], columns(book["Indicateurs"])
    cells = [sheet.cell(row, places["valeur"]) for row in range(5, 12)]
    (marked,) = (cell for cell in cells if cell.comment)
    assert marked.value == "douze"
    beside = sheet.cell(marked.row, places["commentaire"])
    assert (beside.value, beside.data_type) == (DANGEROUS, "s")


def test_two_terms_share_our_one_cell(tmp_path: Path) -> None:
    top, bottom = cellule("F3", "30"), cellule("G3", "zéro")
    book = annotated(
        tmp_path,
        [saisie("O7.A1.i3", numerateur=top, denominateur=bottom)],
        [wrong(bottom, "« zéro » n'est pas un nombre.")],
    )
    sheet, place = book["Indicateurs"], columns(book["Indicateurs"])["valeur"]
    (marked,) = (c for row in range(5, 12) if (c := sheet.cell(row, place)).comment)
    assert marked.value == "30 / zéro"


def test_what_our_return_did_not_ask_is_still_listed(tmp_path: Path) -> None:
    stray = cellule("B99", "12")
    row = saisie("O7.A1.i3", valeur=stray)._replace(cle="inconnue")
    book = annotated(tmp_path, [row], [wrong(stray, "Cette ligne n'était pas demandée.")])
    assert column(book["Erreurs"], "cellule")[:1] == ["B99"]
    assert any("masquées" in str(cell.value) for cell in book["Erreurs"]["A"])


def test_a_return_with_nothing_to_tell_still_says_so(tmp_path: Path) -> None:
    def answer(neant: str) -> object:
        sheet = annotated(tmp_path, [], [], neant)["Lisez-moi"]
        return next(row[1].value for row in sheet.iter_rows() if row[0].value == VOTRE_REPONSE)

    assert answer("") is None
    assert answer("Lisez-moi!B14") == "état néant"
