"""What the tables of the SSMSI write in their cells, headings and names."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Periodicite
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.ssmsi import (
    INDISPONIBLE,
    SECRET,
    Colonne,
    Correspondance,
    Disposition,
    Millesime,
    RoleColonne,
)
from sdpd_desktop.domain.ssmsi_lecture import (
    code_commune,
    code_departement,
    departement_de,
    lire_effectif,
    lire_periode,
    lire_zone,
    millesime,
    mois_de,
    serie,
)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2024", "2024"),
        ("24", "2024"),
        ("16", "2016"),
        (2024, "2024"),
        (2024.0, "2024"),
        ("2016M01", "2016-01"),
        ("_2022_08", "2022-08"),
        ("2022_08", "2022-08"),
        ("2025-06", "2025-06"),
        ("06/2025", "2025-06"),
        ("janv.-25", "2025-01"),
        ("Juin 2025", "2025-06"),
        ("août 2025", "2025-08"),
        ("T1 2025", "2025-T1"),
        (dt.date(2025, 6, 1), "2025-06"),
        ("01/06/2025", "2025-06"),
    ],
)
def test_periods_are_read_as_the_tables_write_them(cell: object, code: str) -> None:
    found = lire_periode(cell)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "cell", ["", "2024M13", "NA", None, True, 3.5, "total", "2022_00", "9999", "Infraction"]
)
def test_what_is_no_period_is_none(cell: object) -> None:
    assert lire_periode(cell) is None


@pytest.mark.parametrize(
    ("cell", "annee", "code"),
    [(6, 2025, "2025-06"), ("06", 2025, "2025-06"), ("juin", 2025, "2025-06")],
)
def test_a_month_belongs_to_its_year(cell: object, annee: int, code: str) -> None:
    found = mois_de(cell, annee)
    assert found is not None
    assert found.code == code


def test_a_month_of_another_year_is_none() -> None:
    assert mois_de(dt.date(2024, 6, 1), 2025) is None
    assert mois_de("treize", 2025) is None
    assert mois_de(13, 2025) is None


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("355", 355),
        ("0", 0),
        (12, 12),
        (12.0, 12),
        ("355,0", 355),
        ("1 097", 1097),
        ("1\u00a0097", 1097),
        ("1\u202f234\u202f567", 1234567),
    ],
)
def test_counts_are_read(cell: object, number: int) -> None:
    assert lire_effectif(cell) == (Decimal(number), "")


@pytest.mark.parametrize(
    ("cell", "why"),
    [("NA", INDISPONIBLE), ("nd", INDISPONIBLE), ("ndiff", SECRET), ("secret", SECRET)],
)
def test_what_is_not_published_is_no_number(cell: str, why: str) -> None:
    assert lire_effectif(cell) == (None, why)


@pytest.mark.parametrize("cell", ["1.097", "1,25", -3, "-3", 2.5, "12 vols", True, "12%"])
def test_what_is_no_count_is_refused(cell: object) -> None:
    with pytest.raises(ValidationError, match="nombre entier"):
        lire_effectif(cell)


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_count_reads_back(number: int) -> None:
    assert lire_effectif(str(number)) == (Decimal(number), "")
    assert lire_effectif(f"{number:,}".replace(",", " ")) == (Decimal(number), "")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Zone police", Zone.POLICE),
        ("ZPN", Zone.POLICE),
        ("DDPN", Zone.POLICE),
        ("Gendarmerie nationale", Zone.GENDARMERIE),
        ("GN", Zone.GENDARMERIE),
        ("Ensemble PN + GN", Zone.ENSEMBLE),
        ("Total département", Zone.ENSEMBLE),
        ("Vols avec armes", None),
        ("", None),
    ],
)
def test_zones_are_read(text: str, zone: Zone | None) -> None:
    assert lire_zone(text) is zone


@pytest.mark.parametrize(
    ("insee", "code"),
    [("77284", "77"), ("2A004", "2A"), ("97411", "974"), ("01001", "01"), ("", ""), ("X", "")],
)
def test_a_commune_lies_in_its_departement(insee: str, code: str) -> None:
    assert departement_de(insee) == code


@pytest.mark.parametrize(
    ("cell", "code"),
    [("1", "01"), ("01-Ain", "01"), ("77", "77"), ("2a", "2A"), ("974-La Réunion", "974"),
     ("France", ""), ("France_Métro", ""), ("", "")],
)  # fmt: skip
def test_departements_are_read(cell: str, code: str) -> None:
    assert code_departement(cell) == code


def test_a_zero_that_a_spreadsheet_ate_comes_back() -> None:
    assert code_commune("1001") == "01001"
    assert code_commune("77284") == "77284"


def test_a_series_keeps_its_code_from_one_edition_to_the_next() -> None:
    def code(titre: str, unite: str) -> str:
        return serie(Disposition.COMMUNALE, titre, unite, Periodicite.ANNEE).code

    assert code("Cambriolages de logement", "Infraction") == "SSMSI.COM.CAMBRIOLAGES-LOGEMENT.I"
    assert code("Cambriolages de logement", "infraction") == code(
        "CAMBRIOLAGES DE LOGEMENT", "Infractions"
    )
    assert code("Vols de véhicule", "Véhicule") != code("Vols dans les véhicules", "Véhicule")
    assert code("Homicides", "Victime") != code("Homicides", "Fait")
    long = "Destructions et dégradations volontaires de biens publics et privés de toute sorte"
    assert len(code(long, "Victime")) <= 40
    assert code(long, "Victime") != code(f"{long} bis", "Victime")


def test_the_edition_is_told_by_the_name_and_the_headings() -> None:
    name = "donnee-comm-data.gouv-2024-geographie2025-produit-le2025-06-04.csv.gz"
    found = millesime(name, [], [2016, 2024])
    assert found == Millesime(2024, 2025, dt.date(2025, 6, 4))
    assert found.libelle == "2024 (géographie 2025, produit le 04/06/2025)"
    assert millesime("x.csv", ["CODGEO_2023"], [2022]) == Millesime(2022, 2023, None)
    assert millesime("produit-le2025-13-45.csv", [], []).libelle == "non précisé"


def test_a_layout_is_known_again_when_only_its_months_moved_on() -> None:
    def table(*months: str) -> Correspondance:
        columns = [Colonne(0, "Indicateur", RoleColonne.INDICATEUR)]
        columns += [
            Colonne(rang, title, RoleColonne.VALEUR, lire_periode(title))
            for rang, title in enumerate(months, 1)
        ]
        return Correspondance(Disposition.TABLEAU, "", 1, tuple(columns))

    assert table("janv.-25").signature == table("janv.-25", "févr.-25").signature
    assert table("janv.-25").signature != table("janv.-25", "Commentaire").signature
