"""``record``."""

from typing import Any

import pytest


def test_a_value_says_what_it_makes_of_the_indicator(sdpd: Any, answer: Any) -> None:
    done = answer(
        "record", "SDPD77-2020", "O7.A1.i1", "2022-06", "3 600", "--comment", "relevé du BRDS"
    )
    assert (done["indicateur"], done["reference"]) == ("O7.A1.i1", "K33")
    value = done["valeur"]
    assert (value["valeur"], value["periode"], value["territoire"]) == (3600, "2022-06", "DEP77")
    assert value["commentaire"] == "relevé du BRDS"
    assert (done["taux"]["part"], done["taux"]["terme"], done["taux"]["total"]) == (
        0.4525,
        181,
        400,
    )
    shown = sdpd("record", "SDPD77-2020", "K33", "2022-06", "3 601").out.replace("\u00a0", " ")
    assert "Enregistré : K33, juin 2022, DEP77 : 3 601." in shown
    assert "taux 45,5 %" in shown


def test_a_value_keeps_its_place(answer: Any) -> None:
    done = answer(
        "record", "SDPD77-2020", "K33", "2022", "1200", "--territoire", "DEP77",
        "--zone", "gendarmerie",
    )  # fmt: skip
    assert done["valeur"]["zone"] == "gendarmerie"
    plan = answer("plan", "SDPD77-2020")
    row = next(row for row in plan["chiffres"] if row["reference"] == "K33")
    assert row["derniere"] is None, "a part is not the whole"


def test_decimals_stay_exact(answer: Any) -> None:
    done = answer("record", "SDPD77-2020", "K13", "2021", "18,1")
    assert done["valeur"]["valeur"] == 18.1


def test_a_missing_value_is_neither_zero_nor_not_applicable(answer: Any) -> None:
    answer("record", "SDPD77-2020", "K12", "2021", "0")
    none = answer("record", "SDPD77-2020", "K12", "2021", "n/a")["valeur"]
    assert (none["valeur"], none["presence"]) == (None, "non_applicable")
    missing = answer("record", "SDPD77-2020", "K12", "2021", "NC")["valeur"]
    assert (missing["valeur"], missing["presence"]) == (None, "non_renseigne")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("K33", "2022", "beaucoup"), 1, "n'est pas un nombre"),
        (("K33", "2022", "3 600,5"), 1, "Rien n'est enregistré"),
        (("K33", "2022", "-5,5"), 1, "Rien n'est enregistré"),
        (("K33", "2022", "-5"), 1, "minimum"),
        (("K11", "2022", "130"), 1, "maximum"),
        (("K33", "2098", "3600"), 1, "n'a pas encore commencé"),
        (("K99", "2022", "1"), 1, "K99"),
        (("K33", "2022", "1", "--territoire", "LUNE"), 1, "LUNE"),
        (("K33", "2022-T9", "3600"), 2, "n'est pas une période"),
        (("K33", "2022", "3600", "--zone", "mer"), 2, "gendarmerie"),
        (("K33", "2022"), 2, "VALEUR"),
    ],
)
def test_a_wrong_value_changes_nothing(
    sdpd: Any, answer: Any, arguments: tuple[str, ...], status: int, said: str
) -> None:
    before = answer("history")
    ran = sdpd("record", "SDPD77-2020", *arguments)
    assert ran.status == status, ran.err
    assert said in ran.err
    assert answer("history") == before


def test_a_figure_of_several_indicators_asks_which(sdpd: Any) -> None:
    ran = sdpd("record", "CRACK61-2023", "P15", "2023", "3")
    assert ran.status == 1
    assert "O1.A2.i2" in ran.err
    assert "O1.A2.i5" in ran.err
