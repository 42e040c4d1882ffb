"""The made-up data of the demonstration fit the shipped plans and hold the usual mess."""

import datetime as dt
import re
import tomllib
from decimal import Decimal
from typing import Any

import pytest

from sdpd_desktop.assets import asset_path
from sdpd_desktop.documents.reference import read_reference_data
from sdpd_desktop.domain.dates import lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Presence
from sdpd_desktop.domain.nombre import Saisie, lire_nombre, lire_saisie
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut, parse_statut
from sdpd_desktop.domain.reference import IndicateurReference, PlanReference, ReferenceData

FOLDER = asset_path("resources", "demonstration")


@pytest.fixture(scope="module")
def demo() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "demonstration.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def data() -> ReferenceData:
    return read_reference_data()


@pytest.fixture(scope="module")
def plan(data: ReferenceData, demo: dict[str, Any]) -> PlanReference:
    return next(plan for plan in data.plans if plan.code == demo["demonstration"]["plan"])


@pytest.fixture(scope="module")
def indicateurs(plan: PlanReference) -> dict[str, IndicateurReference]:
    return {item.reference or item.code: item for item in plan.indicateurs}


@pytest.fixture(scope="module")
def mesures(plan: PlanReference) -> set[str]:
    return {f"{action.code}.{m.code}" for action in plan.actions for m in action.mesures}


def typed(demo: dict[str, Any], column: str) -> list[dict[str, Any]]:
    cells = [cell for retour in demo["retour"] for cell in retour["saisie"]]
    return [cell for cell in cells if cell["colonne"] == column]


def test_it_stands_on_the_day_of_the_story(demo: dict[str, Any]) -> None:
    head = demo["demonstration"]
    assert head["le"] == dt.date(2022, 6, 30)
    assert parse_periode(head["periode"]).fin == head["le"]
    assert head["ouverture"] < head["echeance"] < head["le"]
    assert "fictive" in head["mention"]


def test_values_are_of_the_plan_clear_and_past(
    demo: dict[str, Any], indicateurs: dict[str, IndicateurReference]
) -> None:
    for row in demo["valeur"]:
        indicateur = indicateurs[row["indicateur"]]
        assert parse_periode(row["periode"]).fin <= demo["demonstration"]["le"]
        text = row.get("valeur") or f"{row['numerateur']}/{row['denominateur']}"
        saisie = lire_saisie(text, indicateur.unite, indicateur.decimales)
        assert saisie.presence is Presence.VALEUR
        assert saisie.question == ""
        assert saisie.valeur is not None
        assert indicateur.minimum is None or saisie.valeur >= indicateur.minimum
        assert indicateur.maximum is None or saisie.valeur <= indicateur.maximum


def test_a_value_is_given_once(demo: dict[str, Any]) -> None:
    keys = [(row["indicateur"], row["periode"]) for row in demo["valeur"]]
    assert len(keys) == len(set(keys)) > 50


def test_values_to_hold(demo: dict[str, Any]) -> None:
    latest = {row["indicateur"]: row.get("valeur") for row in demo["valeur"]}
    assert {key: latest[key] for key in ("K33", "K20", "K29", "K23", "K19")} == {
        "K33": "3600",
        "K20": "290",
        "K29": "48",
        "K23": "5",
        "K19": "29",
    }
    meetings = {r["periode"]: r["valeur"] for r in demo["valeur"] if r["indicateur"] == "K29"}
    assert all(int(meetings[year]) >= 50 for year in ("2019", "2020"))


def test_ticked_mesures_exist_and_only_what_is_done_is_dated(
    demo: dict[str, Any], mesures: set[str]
) -> None:
    codes = [row["mesure"] for row in demo["coche"]]
    assert set(codes) <= mesures
    assert len(codes) == len(set(codes)) >= 35
    for row in demo["coche"]:
        done = Statut(row["statut"]) is Statut.REALISEE
        assert ("date" in row) is done
        assert row.get("date", dt.date.min) <= demo["demonstration"]["le"]
    assert {row["statut"] for row in demo["coche"]} >= {"en_cours", "bloquee", "abandonnee"}


def test_both_conventions_are_signed_when_announced(
    demo: dict[str, Any], data: ReferenceData
) -> None:
    signed = {row["convention"]: row["date"] for row in demo["signature"]}
    announced = {c.code: c.signature_prevue.date() for c in data.conventions if c.signature_prevue}
    assert signed == announced


def test_returns_come_from_partners_of_that_day(demo: dict[str, Any], data: ReferenceData) -> None:
    partners = {item.code: item for item in data.partenaires}
    for retour in demo["retour"]:
        partner = partners[retour["partenaire"]]
        assert not partner.collectif
        assert partner.jusqu_au is None or partner.jusqu_au >= demo["demonstration"]["le"]
        assert partner.depuis is None or partner.depuis <= demo["demonstration"]["le"]


def test_each_partner_was_asked_for_what_it_typed(
    demo: dict[str, Any],
    data: ReferenceData,
    plan: PlanReference,
    indicateurs: dict[str, IndicateurReference],
    mesures: set[str],
) -> None:
    before: dict[str, set[str]] = {}
    for succession in data.successions:
        for code in succession.nouveau:
            before.setdefault(code, set()).add(succession.ancien)
    engaged = {a.code: {e.partenaire for e in a.engagements} for a in plan.actions}
    for retour in demo["retour"]:
        names = {retour["partenaire"]} | before.get(retour["partenaire"], set())
        for cell in retour["saisie"]:
            objet = cell["objet"]
            assert objet in mesures or objet in indicateurs
            action = indicateurs[objet].parent if objet in indicateurs else objet.rpartition(".")[0]
            assert engaged[action] & names, f"{retour['partenaire']} n'est pas engagé dans {action}"
            known = (
                {"valeur", "commentaire"} if objet in indicateurs else {"statut", "fait_le", "note"}
            )
            assert cell["colonne"] in known
        for row in retour.get("insertion", []):
            assert row["avant"] in {cell["objet"] for cell in retour["saisie"]}


def test_numbers_and_dates_are_stored_as_such(demo: dict[str, Any]) -> None:
    for retour in demo["retour"]:
        for cell in retour["saisie"]:
            assert cell["type"] in {"nombre", "texte", "date"}
            if cell["type"] == "nombre":
                lire_nombre(cell["texte"])
            if cell["type"] == "date":
                dt.date.fromisoformat(cell["texte"])


def test_the_usual_values_typed(
    demo: dict[str, Any], indicateurs: dict[str, IndicateurReference]
) -> None:
    read: dict[str, Saisie] = {}
    for cell in typed(demo, "valeur"):
        indicateur = indicateurs[cell["objet"]]
        read[cell["texte"]] = lire_saisie(cell["texte"], indicateur.unite, indicateur.decimales)
    assert read["n/a"].presence is Presence.NON_APPLICABLE
    assert read["NC"].presence is Presence.NON_RENSEIGNE
    assert read["néant"].question
    assert read["1 234,5"].question
    assert read["partiellement"].question
    assert read["292 places"].valeur == 292
    assert read["9/12"].valeur == Decimal(75)
    assert read["plus de 270"].borne.value == "plus_de"
    highest = indicateurs["K18"].maximum
    assert highest is not None
    assert lire_nombre(next(text for text in read if text == "130")) > highest


def test_unknown_status_and_impossible_date_are_there(demo: dict[str, Any]) -> None:
    refused = []
    for column, read in (("statut", parse_statut), ("fait_le", lire_date)):
        for cell in typed(demo, column):
            try:
                read(cell["texte"])
            except ValidationError:
                refused.append(cell["texte"])
    assert refused == ["presque fini", "31/02/2022"]


def test_a_file_comes_back_twice_under_other_names(demo: dict[str, Any]) -> None:
    files = [retour["fichier"] for retour in demo["retour"]]
    assert len(files) == len(set(files))
    senders = [retour["partenaire"] for retour in demo["retour"]]
    assert senders.count("GGD77") == 2
    assert any("insertion" in retour for retour in demo["retour"])


def test_french_typography_of_what_is_not_typed_by_partners() -> None:
    text = (FOLDER / "demonstration.toml").read_text("utf-8")
    ours = re.findall(r'^(?:mention|note|commentaire) = "([^"]*)"', text, re.MULTILINE)
    faults = r" [:;?!»%€]|« |’|(?<=\d) \d{3}(?!\d)|[^\u00a0][;?!»]"
    assert len(ours) > 30
    assert [string for string in ours if re.search(faults, string)] == []
