"""The files of ``db/seeds``: partners, territories, instances, and how they are written."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator

import pytest

from sdpd_desktop.assets import asset_path
from sdpd_desktop.documents.reference import read_reference_data
from sdpd_desktop.documents.reference_checks import departements_of
from sdpd_desktop.domain.reference import ReferenceData


@pytest.fixture(scope="module")
def data() -> ReferenceData:
    return read_reference_data()


def test_successions_are_dated(data: ReferenceData) -> None:
    known = {item.ancien: (item.nouveau, item.le) for item in data.successions}
    assert known["DDSP77"] == (("DDPN77",), dt.date(2024, 1, 1))
    assert known["DDCS77"] == (("DDETS77",), dt.date(2021, 4, 1))
    assert known["DIRECCTE77"] == (("DRIEETS-IDF", "DDETS77"), dt.date(2021, 4, 1))
    assert known["POLE-EMPLOI77"] == (("FRANCE-TRAVAIL77",), dt.date(2024, 1, 1))
    assert "DRPJ-VERSAILLES" not in known
    by_code = {item.code: item for item in data.partenaires}
    for succession in data.successions:
        end = by_code[succession.ancien].jusqu_au
        assert end == succession.le - dt.timedelta(days=1)
        assert all(by_code[code].depuis == succession.le for code in succession.nouveau)


def test_collectives_say_who_answers(data: ReferenceData) -> None:
    by_code = {item.code: item for item in data.partenaires}
    assert by_code["COMMUNES77"].relais == "UM77"
    assert by_code["PARQUETS77"].membres == (
        "PARQUET-MEAUX",
        "PARQUET-MELUN",
        "PARQUET-FONTAINEBLEAU",
    )
    assert len(by_code["SOUS-PREFECTURES77"].membres) == 4
    for item in data.partenaires:
        if item.collectif and not item.membres and not item.relais:
            assert any("à compléter" in remarque for remarque in item.remarques), item.code
        assert all(not by_code[code].collectif for code in (*item.membres, item.relais) if code)


def test_communes_bear_the_code_of_their_departement(data: ReferenceData) -> None:
    for item in data.territoires:
        if item.nature.value in ("commune", "arrondissement"):
            (departement,) = departements_of(item.code, data.territoires)
            assert item.insee.startswith(departement.removeprefix("DEP")), item.code
            assert len(item.insee) == (5 if item.nature.value == "commune" else 3)
    insee = [item.insee for item in data.territoires if item.insee]
    assert len(insee) == len(set(insee))


def test_instances_and_retention_are_complete(data: ReferenceData) -> None:
    assert {item.code for item in data.instances} >= {
        "EMDS77",
        "CDPD77",
        "CLSPD77",
        "GPO77",
        "CLCT-NOISIEL-TORCY",
        "CROSS77",
        "CSI-ALENCON",
    }
    assert {item.nature.value for item in data.conservation} == {
        "observation",
        "fichier",
        "changement",
        "convention",
        "partenaire",
        "retour",
    }


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


BAD_TYPOGRAPHY = re.compile(r"[^\u00a0]»|«[^\u00a0]|[^\u00a0][;?!](?=\s|$)|[^\u00a0]:(?=\s|$)|’| $")


def test_french_is_typeset(data: ReferenceData) -> None:
    names = ["partenaires", "territoires", "instances", "conservation"]
    names += [f"plans/{plan.code}" for plan in data.plans]
    names += [f"conventions/{convention.code}" for convention in data.conventions]
    for name in names:
        with asset_path("db", "seeds", f"{name}.toml").open("rb") as file:
            faults = [text for text in strings(tomllib.load(file)) if BAD_TYPOGRAPHY.search(text)]
        assert faults == [], name


def test_titles_are_short_and_never_twice(data: ReferenceData) -> None:
    for plan in data.plans:
        titles = [action.titre for action in plan.actions]
        titles += [mesure.titre for action in plan.actions for mesure in action.mesures]
        titles += [indicateur.titre for indicateur in plan.indicateurs]
        assert max(map(len, titles)) <= 110
        for action in plan.actions:
            own = [mesure.titre for mesure in action.mesures]
            assert len(own) == len(set(own)), action.code
    (strategy,) = [plan for plan in data.plans if plan.code == "SDPD77-2020"]
    commitments = [m.titre for a in strategy.actions for m in a.mesures]
    assert max(map(len, commitments)) <= 90
    assert len(commitments) == len(set(commitments))
