"""``plans``, ``plan``, ``late`` and ``tick``, and the JSON that scripts read."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from sdpd_desktop.commands.chiffres import split

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

Answer = Callable[..., Any]
ROW = {
    *("decimales", "minimum", "maximum", "numerateur", "denominateur", "methode", "delai_jours"),
    *("seuil_variation", "definition_depuis", "produit", "territoires", "formule"),
    "code", "parent", "reference", "titre", "nature", "sens", "unite", "grandeur", "periodicite",
    "statut", "depart", "cibles", "derniere", "par_annee", "taux", "sites", "fournisseur",
    "remarques", "source",
}  # fmt: skip


def figures(plan: Any) -> dict[str, Any]:
    return {row["reference"]: row for row in plan["chiffres"]}


def test_plans_are_listed(answer: Answer) -> None:
    plans = {plan["code"]: plan for plan in answer("plans")["plans"]}
    assert set(plans) == {
        "QRR77-2019", "SDPD77-2020", "PADRSQ62-2025", "PSQCALAIS-2018", "CRACK61-2023",
    }  # fmt: skip
    sdpd = plans["SDPD77-2020"]
    assert (sdpd["actions"], sdpd["debut"], sdpd["fin"]) == (46, "2020-01-01", "2024-12-31")
    assert sdpd["avancement"]["faites"] == 0


def test_the_strategy_holds_all_its_source_says(answer: Answer) -> None:
    plan = answer("plan", "SDPD77-2020")
    assert len(plan["axes"]) == 3
    assert len(plan["objectifs"]) == 11
    assert len(plan["actions"]) == 46
    assert [row["reference"] for row in plan["chiffres"]] == [f"K{n:02}" for n in range(1, 43)]
    assert [row["reference"] for row in plan["contexte"]] == [f"C{n:02}" for n in range(1, 10)]
    assert all(not row["reference"] for row in plan["sans_reference"])
    by_objectif = [
        sum(action["parent"] == objectif["code"] for action in plan["actions"])
        for objectif in plan["objectifs"]
    ]
    assert by_objectif == [3, 2, 10, 6, 5, 4, 3, 4, 2, 3, 4]


def test_every_row_hangs_on_one_above(answer: Answer) -> None:
    plan = answer("plan", "SDPD77-2020")
    known = {plan["code"]}
    for level in ("axes", "objectifs", "actions", "mesures"):
        assert all(row["parent"] in known for row in plan[level]), level
        known |= {row["code"] for row in plan[level]}
    for rows in (plan["chiffres"], plan["contexte"], plan["sans_reference"]):
        assert all(row["parent"] in known for row in rows)


def test_actions_come_in_natural_order(answer: Answer) -> None:
    codes = [row["code"] for row in answer("plan", "SDPD77-2020")["actions"]]
    assert codes.index("O3.A2") < codes.index("O3.A10") < codes.index("O4.A1")
    assert codes.index("O9.A2") < codes.index("O10.A1")


@pytest.mark.parametrize(
    ("plan", "references"),
    [
        ("QRR77-2019", "P01 P02 P03 P03 P04"),
        ("PADRSQ62-2025", "P05 P05 P06 P07 P07 P08 P08 P09 P09 P10"),
        ("PSQCALAIS-2018", "P11 P12 P12 P13"),
        ("CRACK61-2023", "P14 P15 P15 P15 P15 P16 P16 P16 P17 P18 P19 P20 P21"),
    ],
)
def test_the_other_plans_give_every_figure(answer: Answer, plan: str, references: str) -> None:
    found = answer("plan", plan)
    assert " ".join(row["reference"] for row in found["chiffres"]) == references
    assert found["contexte"] == []


def test_all_figures_have_one_shape(answer: Answer) -> None:
    plan = answer("plan", "SDPD77-2020")
    for row in (*plan["chiffres"], *plan["contexte"], *plan["sans_reference"]):
        assert set(row) - {"etat"} == ROW, row["reference"]


def test_a_second_target_is_a_figure_of_its_own(answer: Answer) -> None:
    known = figures(answer("plan", "SDPD77-2020"))
    first, second = known["K01"], known["K02"]
    assert second["code"] == first["code"]
    assert [cible["valeur"] for cible in first["cibles"]] == [75, 100]
    assert [(c["valeur"], c["echeance"], c["interpretee"]) for c in second["cibles"]] == [
        (100, "2021-12-31", "fin 2021")
    ]


def test_the_rate_goes_with_the_target_in_force(services: "Services") -> None:
    services.indicateurs.record("SDPD77-2020", "K01", "2020", "60/100")
    plan = services.plans.details("SDPD77-2020")
    rates: dict[int, Any] = {}
    for day in (dt.date(2020, 6, 30), dt.date(2021, 6, 30)):
        suivis = services.indicateurs.suivis("SDPD77-2020", day)
        rows: Any = split(plan, suivis, day)[0]
        known = {row["reference"]: row for row in rows}
        rates[day.year] = known["K01"]["taux"]["part"], known["K02"]["taux"]
    assert rates[2020][0] == Decimal("0.8")
    assert rates[2020][1]["part"] is None
    assert "voir K01" in rates[2020][1]["motif"]
    assert rates[2021][0] == rates[2021][1]["part"] == Decimal("0.6")


def test_a_due_date_counts_as_a_figure(answer: Answer) -> None:
    row = figures(answer("plan", "SDPD77-2020"))["K24"]
    assert (row["code"], row["parent"], row["nature"]) == ("O4.A5.m1", "O4.A5", "echeance")
    assert row["cibles"][0]["echeance"] == "2022-12-31"
    assert row["statut"] == "a-venir"
    assert row["taux"]["part"] is None


def test_baselines_and_targets_are_exact_numbers(answer: Answer) -> None:
    known = figures(answer("plan", "SDPD77-2020"))
    assert known["K33"]["depart"]["valeur"] == 3419
    assert known["K33"]["depart"]["date"] == "2019-01-01"
    assert known["K33"]["cibles"][0]["valeur"] == 400
    assert isinstance(known["K33"]["cibles"][0]["valeur"], int)
    assert known["K20"]["cibles"][0]["valeur"] == 300
    assert {r["texte"] for r in known["K22"]["remarques"]}, "the doubt about K22 is shown"


@pytest.mark.parametrize(
    ("reference", "period", "value", "part"),
    [
        ("K33", "2022", "3 600", 0.4525),
        ("K20", "2022", "290", 0.5),
        ("K29", "2021", "48", 0.96),
        ("K23", "2021", "5", 0),
        ("K19", "2021", "29", 0),
        ("K19", "2021", "58", 1),
        ("K19", "2021", "60", 1),
    ],
)
def test_the_rates_to_hold(
    answer: Answer, reference: str, period: str, value: str, part: float
) -> None:
    answer("record", "SDPD77-2020", reference, period, value)
    row = figures(answer("plan", "SDPD77-2020"))[reference]
    assert row["taux"]["part"] == part
    assert row["derniere"]["periode"] == period
    assert row["derniere"]["valeur"] == int(value.replace(" ", ""))


def test_the_coverage_is_counted(answer: Answer) -> None:
    assert answer("plan", "SDPD77-2020")["couverture"] == {"chiffrees": 0, "actions": 46}
    answer("record", "SDPD77-2020", "K33", "2022", "3600")
    assert answer("plan", "SDPD77-2020")["couverture"] == {"chiffrees": 1, "actions": 46}


def test_responsibles_are_named_with_their_role(answer: Answer) -> None:
    actions = {row["code"]: row for row in answer("plan", "SDPD77-2020")["actions"]}
    assert {e["partenaire"] for e in actions["O2.A1"]["responsables"]} == {"DDSP77"}
    roles = {e["partenaire"]: e["role"] for e in actions["O3.A4"]["responsables"]}
    assert roles["SPIP77"] == "prescripteur"
    assert roles["PJJ77"] == "responsable"


def test_a_plan_is_readable(sdpd: Any) -> None:
    sdpd("record", "SDPD77-2020", "K33", "2022", "3600")
    shown = sdpd("plan", "SDPD77-2020").out.replace("\u00a0", " ")
    lines = [line.strip() for line in shown.splitlines()]
    assert "▲ O1.A1.m1 Rendre actifs 75 % des conseils, chacun avec une stratégie concrète –" in (
        " ".join(lines)
    )
    text = " ".join(lines)
    assert "Responsables : Préfecture de Seine-et-Marne (BSIR)" in text
    assert "valeur 3 600 (2022)" in text
    assert "taux 45,25 %" in text
    assert "échéance 31/12/2022 (fin 2022)" in text
    assert "! 5 postes pour 6 commissariats nommés (K07)" in text
    assert text.index("O3.A2 ") < text.index("O3.A10 ")
    assert max(map(len, lines)) <= 120


def test_an_unknown_plan_names_those_there_are(sdpd: Any) -> None:
    ran = sdpd("plan", "SDPD78-2020")
    assert ran.status == 1
    assert "SDPD77-2020" in ran.err
    assert ran.out == ""


def test_what_is_late_says_since_when(answer: Answer) -> None:
    found = answer("late", "--on", "30/06/2022")
    assert found["le"] == "2022-06-30"
    rows = {(row["plan"], row["code"]): row for row in found["echeances"]}
    late = rows["SDPD77-2020", "O1.A1.m1"]
    assert (late["etat"], late["echeance"], late["jours"]) == ("en_retard", "2020-12-31", -546)
    assert ("SDPD77-2020", "O1.A1.m3") not in rows, "without a due date nothing is late"
    dates = [row["echeance"] for row in found["echeances"]]
    assert dates == sorted(dates)


def test_what_falls_due_is_told_apart(answer: Answer, sdpd: Any) -> None:
    found = answer("late", "--on", "2022-12-15")
    soon = {row["code"] for row in found["echeances"] if row["etat"] == "proche"}
    assert "O4.A5.m1" in soon
    shown = sdpd("late", "--on", "2022-12-15").out
    assert "◆ échéance proche" in shown
    assert "▲ en retard" in shown
    assert "31/12/2022" in shown


def test_returns_that_are_awaited_are_late_too(answer: Answer, sdpd: Any, tmp_path: Any) -> None:
    assert answer("late")["retours"] == []
    answer("returns", "--plan", "SDPD77-2020", "--period", "2022-S1", "--out", tmp_path / "r")
    awaited = answer("late")["retours"]
    assert {"GGD77", "DSDEN77"} <= {row["partenaire"] for row in awaited}
    assert "Retours attendus" in sdpd("late").out


def test_a_tick_is_stored_with_its_date_and_note(answer: Answer) -> None:
    done = answer(
        "tick", "SDPD77-2020", "O2.A1.m1", "--on", "15/06/2022", "--note", "vu au commissariat"
    )
    assert done["mesure"]["statut"] == "realisee"
    assert done["avancement"] == {"faites": 1, "total": 1, "part": 1.0}
    mesures = {row["code"]: row for row in answer("plan", "SDPD77-2020")["mesures"]}
    stored = mesures["O2.A1.m1"]
    assert (stored["statut"], stored["fait_le"]) == ("realisee", "2022-06-15")
    assert stored["note"] == "vu au commissariat"
    assert mesures["O1.A1.m1"]["statut"] == "a-venir"


@pytest.mark.parametrize(
    "status", ["a-venir", "en-cours", "realisee", "en-pause", "bloquee", "abandonnee"]
)
def test_every_status_is_accepted_and_given_back(answer: Answer, status: str) -> None:
    done = answer("tick", "SDPD77-2020", "O1.A1.m3", "--on", "2022-06-01", "--status", status)
    assert done["mesure"]["statut"] == status


def test_an_action_can_be_ticked(answer: Answer, sdpd: Any) -> None:
    done = answer("tick", "SDPD77-2020", "O2.A1", "--on", "2022-06-01", "--status", "en-cours")
    assert done["action"]["statut"] == "en-cours"
    shown = sdpd("tick", "SDPD77-2020", "O2.A1.m1", "--on", "2022-06-01").out
    assert "réalisée le 01/06/2022" in shown
    assert "1\u00a0mesure sur 1 (100\u00a0%)" in " ".join(shown.split("\n  "))


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("SDPD77-2020", "O2.A1.m99", "--on", "2022-06-01"), 1, "O2.A1.m99"),
        (("NOPE", "O2.A1.m1", "--on", "2022-06-01"), 1, "NOPE"),
        (("SDPD77-2020", "O2.A1.m1", "--on", "2099-01-01"), 1, "futur"),
        (("SDPD77-2020", "O2.A1.m1", "--on", "31/02/2022"), 2, "calendrier"),
        (("SDPD77-2020", "O2.A1.m1", "--on", "2022-06-01", "--status", "ok"), 2, "abandonnee"),
        (("SDPD77-2020", "O2.A1.m1"), 2, "--on"),
    ],
)
def test_a_wrong_tick_changes_nothing(
    sdpd: Any, answer: Answer, arguments: tuple[str, ...], status: int, said: str
) -> None:
    before = answer("history")
    ran = sdpd("tick", *arguments)
    assert ran.status == status
    assert said in ran.err
    assert ran.out == ""
    assert answer("history") == before
