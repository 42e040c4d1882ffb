"""A return filled, sorted, with rows inserted and saved by LibreOffice, is stored as it was."""

from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.domain.importation import Proposition, Verdict
from tests.corpus.fabrique import FIRST_ROW, move_rows, save_again
from tests.support import Bureau, answer, edit


@pytest.mark.libreoffice
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_imported_again_with_the_same_results(bureau: Bureau, profile: Path, suffix: str) -> None:
    """Filled, sorted, rows inserted, saved by LibreOffice: proposed and stored the same."""
    answers = {
        ("O8.A3.i1", "valeur"): "1 234,5", ("O9.A2.i1", "valeur"): 70,
        ("O9.A2.i1", "commentaire"): "=1+1 c'est du texte",
        ("O8.A4.m1", "statut"): "en cours", ("O8.A4.m2", "statut"): "fini",
    }  # fmt: skip
    path = answer(bureau.blank, answers, bureau.key / "retour GGD (2).xlsx")

    def sort_and_insert(book: Any) -> None:
        sheet = book["Indicateurs"]
        count = sheet.max_row - FIRST_ROW + 1
        move_rows(sheet, FIRST_ROW, list(reversed(range(count))))
        book["Actions"].insert_rows(FIRST_ROW + 3)
        book["Actions"].insert_rows(1, 2)

    importations = bureau.services.importations
    plain = importations.propose(path)
    saved = save_again(edit(path, sort_and_insert), suffix, profile)
    again = importations.propose(saved)

    def told(proposition: Proposition) -> set[tuple[Any, ...]]:
        return {
            (one.objet, one.colonne, one.verdict, one.texte, one.compris, one.raison, one.effet)
            for one in proposition.lignes
        }

    assert told(again) == told(plain)
    assert {one.verdict for one in again.lignes} == {
        Verdict.NOUVEAU,
        Verdict.REJETE,
        Verdict.A_CONFIRMER,
    }
    importations.apply(again, [i for i, one in enumerate(again.lignes) if one.effet is not None])
    once_more = importations.propose(path)
    assert once_more.deja_importe is not None
    assert not once_more.applicables()
