"""``ssmsi``."""

import datetime as dt
from pathlib import Path
from typing import Any

from tests import fabrique_ssmsi as made

VOLS = "Vols de véhicule"


def base(tmp_path: Path) -> Path:
    return made.texte(
        tmp_path / "donnee-dep-data.gouv-2021-geographie2022-produit-le2022-06-04.csv",
        made.DEPARTEMENTALE,
        [made.departement("77", year, VOLS, year) for year in (2020, 2021)] + ["77;oups"],
    )


def test_a_table_is_previewed_then_taken_in(sdpd: Any, answer: Any, tmp_path: Path) -> None:
    path = base(tmp_path)
    seen = answer("ssmsi", path, "--plan", "SDPD77-2020", "--dry-run")
    assert (seen["simulation"], seen["applique"], seen["comptes"]["nouveau"]) == (True, False, 2)
    assert answer("history")["changements"][0]["numero"] == 1, "a dry run leaves no trace"
    done = answer("ssmsi", path, "--plan", "SDPD77-2020")
    assert done["applique"]
    assert done["series"] == [
        {
            "code": "SSMSI.DEP.VOLS-VEHICULE.I",
            "titre": VOLS,
            "unite": "infractions",
            "nouvelle": True,
            "valeurs": 2,
            "non_diffusees": 0,
            "par_annee": {"2020": 1, "2021": 1},
        }
    ]
    assert done["defauts"] == [{"lieu": "ligne 4", "raison": "2 champs au lieu de 11"}]
    told = sdpd("ssmsi", path, "--plan", "SDPD77-2020").out.replace("\u00a0", " ")
    assert "2 inchangés" in told
    assert "rien à appliquer" in told
    assert "ligne 4 : 2 champs au lieu de 11" in told


def test_a_mapping_waits_for_its_confirmation(sdpd: Any, answer: Any, tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "socle.csv", "Socle commun 77, mai 2022;", ["Indicateur;Nombre", "Vols;3"]
    )
    ran = sdpd("ssmsi", path, "--plan", "SDPD77-2020")
    assert ran.status == 0
    assert "non appliqué, à confirmer" in ran.out
    assert "--confirm" in ran.err
    assert answer("ssmsi", path, "--plan", "SDPD77-2020", "--confirm")["applique"]


def test_the_wrong_departement_is_refused(sdpd: Any, tmp_path: Path) -> None:
    ran = sdpd("ssmsi", base(tmp_path), "--plan", "PADRSQ62-2025")
    assert ran.status == 1
    assert "aucune valeur du département 62" in ran.err.replace("\u00a0", " ")


def test_the_day_a_file_was_made_can_be_said(answer: Any, tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "d.csv", made.DEPARTEMENTALE, [made.departement("77", 2021, VOLS, 5)]
    )
    done = answer("ssmsi", path, "--plan", "SDPD77-2020", "--produced", "04/06/2022", "--dry-run")
    day = dt.date(2022, 6, 4)
    assert f"produit le {day:%d/%m/%Y}" in done["source"]
