"""``campaigns`` and ``remind``."""

from pathlib import Path
from typing import Any

import pytest

PLAN = "SDPD77-2020"


@pytest.fixture
def asked(answer: Any, tmp_path: Path) -> None:
    answer(
        "returns", "--plan", PLAN, "--period", "2022-S1", "--out", tmp_path / "r",
        "--partenaire", "GGD77", "--due", "15/07/2022",
    )  # fmt: skip


@pytest.mark.usefixtures("asked")
def test_campagnes_are_listed_with_the_state_of_each_return(answer: Any, sdpd: Any) -> None:
    (campagne,) = answer("campaigns", "--plan", PLAN)["campagnes"]
    assert (campagne["campagne"], campagne["echeance"]) == (f"{PLAN}/2022-S1", "2022-07-15")
    (retour,) = campagne["retours"]
    assert (retour["partenaire"], retour["etat"]) == ("GGD77", "attendu")
    assert retour["etapes"] == [{"etat": "attendu", "le": "2022-06-30", "emetteur": None}]
    assert "GGD77" in sdpd("campaigns").out
    assert "Aucune campagne" in sdpd("campaigns", "--plan", "CRACK61-2023").out


@pytest.mark.usefixtures("asked")
def test_one_partner_is_reminded(answer: Any, sdpd: Any, tmp_path: Path) -> None:
    command = ("remind", "--plan", PLAN, "--period", "2022-S1", "--out", tmp_path / "rel")
    ran = sdpd(*command)
    assert ran.status == 1
    assert "n'est en retard" in ran.err.replace("\u00a0", " ").replace("’", "'")
    done = answer(*command, "--partenaire", "GGD77")
    assert len(done["fichiers"]) == 3
    assert answer("campaigns")["campagnes"][0]["retours"][0]["etat"] == "relance"


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("wrong", [("2021", "GGD77"), ("2022-S1", "NASA")])
def test_what_was_not_asked_cannot_be_reminded(
    sdpd: Any, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    period, partner = wrong
    ran = sdpd(
        "remind", "--plan", PLAN, "--period", period, "--out", tmp_path, "--partenaire", partner
    )
    assert ran.status == 1
    assert list(tmp_path.glob("*_relance.*")) == []
