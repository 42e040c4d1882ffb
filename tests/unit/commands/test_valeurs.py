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


def test_a_value_that_stands_out_is_kept_once_confirmed(sdpd: Any, answer: Any) -> None:
    refused = sdpd("record", "SDPD77-2020", "K11", "2022", "130")
    assert refused.status == 1
    assert "--confirm" in refused.err
    kept = answer("record", "SDPD77-2020", "K11", "2022", "130", "--confirm")
    assert kept["valeur"]["valeur"] == 130
    whole = answer("record", "SDPD77-2020", "K33", "2022", "3 600,5", "--confirm")
    assert whole["valeur"]["valeur"] == 3600.5


def test_a_consolidated_value_says_when_it_was_extracted(sdpd: Any, answer: Any) -> None:
    value = answer(
        "record", "SDPD77-2020", "K33", "2021", "3600", "--extracted", "15/02/2022",
        "--consolidated",
    )["valeur"]  # fmt: skip
    assert (value["consolidation"], value["extraite_le"]) == ("consolide", "2022-02-15")
    running = sdpd("record", "SDPD77-2020", "K33", "2022", "3600", "--consolidated")
    assert running.status == 1
    assert "reste provisoire" in running.err
    future = sdpd("record", "SDPD77-2020", "K33", "2021", "3600", "--extracted", "2030-01-01")
    assert "dans le futur" in future.err


def test_a_computed_value_is_not_typed_and_follows_its_operands(sdpd: Any, answer: Any) -> None:
    typed = sdpd("record", "SDPD77-2020", "O4.A1.i4", "2022-T1", "50")
    assert typed.status == 1
    assert "O4.A1.i2, O4.A1.i1" in typed.err
    answer("record", "SDPD77-2020", "O4.A1.i2", "2022-T1", "20")

    def part() -> Any:
        rows = answer("plan", "SDPD77-2020")["sans_reference"]
        return next(row for row in rows if row["code"] == "O4.A1.i4")["derniere"]

    assert part()["valeur"] is None
    assert "dotation, 1er trimestre 2022" in part()["motif"].replace("\u00a0", " ")
    answer("record", "SDPD77-2020", "K19", "2022-T1", "40")
    assert (part()["valeur"], part()["origine"]["etat"]) == (50, "calcule")


def test_phones_of_the_three_courts_add_up(answer: Any) -> None:
    for court, value in (("MEAUX", "30"), ("MELUN", "20"), ("FONTAINEBLEAU", "8")):
        answer("record", "SDPD77-2020", "K19", "2022-T1", value, "--territoire", f"RESSORT-{court}")
    rows = {row["reference"]: row for row in answer("plan", "SDPD77-2020")["chiffres"]}
    assert (rows["K19"]["derniere"]["valeur"], rows["K19"]["taux"]["part"]) == (58, 1)


def test_a_locked_period_keeps_its_values(sdpd: Any, answer: Any) -> None:
    answer("record", "SDPD77-2020", "K33", "2021", "3600")
    locked = answer("lock", "SDPD77-2020", "2021")["cloture"]
    assert (locked["periode"], locked["en_vigueur"]) == ("2021", True)
    refused = sdpd("record", "SDPD77-2020", "K33", "2021-06", "3700", "--confirm")
    assert refused.status == 1
    assert "clôturée depuis le 30/06/2022" in refused.err
    assert sdpd("unlock", "SDPD77-2020", "2021", "--reason", " ").status == 1
    opened = answer("unlock", "SDPD77-2020", "2021", "--reason", "chiffre du BRDS corrigé")
    assert opened["cloture"]["motif"] == "chiffre du BRDS corrigé"
    answer("record", "SDPD77-2020", "K33", "2021-06", "3700")
    newest = answer("history")["changements"][1]
    assert newest["commande"].endswith("chiffre du BRDS corrigé")
    plan = answer("plan", "SDPD77-2020")
    assert [c["en_vigueur"] for c in plan["clotures"]] == [False]


def test_what_cannot_be_locked_is_said(sdpd: Any) -> None:
    assert "n'est pas terminée" in sdpd("lock", "SDPD77-2020", "2022").err
    assert "n'est pas clôturée" in sdpd("unlock", "SDPD77-2020", "2021", "--reason", "x").err


def test_the_figures_of_the_pas_de_calais_compare(sdpd: Any, answer: Any) -> None:
    # On 30 June 2022 the year 2024 is to come: the same two figures, two years before.
    plan, code = "PADRSQ62-2025", "P06"
    for year, value in (("2020", "46"), ("2021", "75")):
        answer("record", plan, code, year, value)
    found = answer("compare", plan, "2021")
    row = next(line for line in found["lignes"] if line["reference"] == "P06")
    year = row["periode"]
    assert (year["avant"]["valeur"], year["apres"]["valeur"], year["absolue"]) == (46, 75, 29)
    assert round(year["relative"], 4) == 0.6304
    shown = sdpd("compare", plan, "2021").out.replace("\u00a0", " ")
    assert "+29" in shown
    assert "+63,0 %" in shown
    answer("record", plan, "O3.i1", "2021", "plus de 9 000")
    assert "> 9 000" in sdpd("compare", plan, "2021").out.replace("\u00a0", " ")


def test_every_value_has_its_rate(sdpd: Any, answer: Any) -> None:
    answer("record", "SDPD77-2020", "K33", "2021", "3600")
    answer("record", "SDPD77-2020", "K20", "2021", "290", "--territoire", "RESSORT-MELUN")
    found = {row["reference"]: row for row in answer("rates", "SDPD77-2020")["valeurs"]}
    assert (found["K33"]["part"], found["K33"]["valeur"]) == (0.4525, 3600)
    assert (found["K20"]["part"], found["K20"]["territoire"]) == (0.5, "RESSORT-MELUN")
    assert found["K22"]["part"] is None
    assert "45,25 %" in sdpd("rates", "SDPD77-2020").out.replace("\u00a0", " ")
