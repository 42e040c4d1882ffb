"""Columns of a table of the SSMSI in no published layout: confirmed, corrected, remembered."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.indicateur import Consolidation
from sdpd_desktop.domain.ssmsi import RoleColonne
from tests import fabrique_ssmsi as made
from tests.support import SDPD, count


def test_an_unpublished_layout_is_confirmed_once_then_remembered(
    office: Services, tmp_path: Path
) -> None:
    def table(month: str, first: int) -> Path:
        rows: list[list[Any]] = [["Socle commun, département 77"]]
        rows += [["Libellé", f"ZPN {month}", month], ["Vols avec violence", first, 30]]
        return made.classeur(tmp_path / f"{month}.xlsx", {"D": rows})

    proposition = office.ssmsi.propose(table("juin 2025", 120), SDPD)
    assert proposition.consolidation is Consolidation.PROVISOIRE
    assert any("colonnes" in question for question in proposition.questions)
    before = count(office)
    with pytest.raises(UserError, match="il faut confirmer"):
        office.ssmsi.apply(proposition)
    assert count(office) == before
    done = office.ssmsi.apply(proposition, confirme=True)
    assert count(office) == before + 2, "the mapping is remembered by a changement of its own"
    again = office.ssmsi.propose(table("juillet 2025", 130), SDPD)
    assert again.questions == ()
    office.ssmsi.apply(again)
    assert done.changement is not None
    assert office.sauvegardes.check().ok


def test_a_corrected_mapping_is_the_one_used_and_remembered(
    office: Services, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [["Département 77"], ["Rubrique", "Intitulé", "Mesuré", "Mois"],
            ["Vols", "Vols avec violence", 120, "juin 2025"]]  # fmt: skip
    path = made.classeur(tmp_path / "t.xlsx", {"D": rows})
    with pytest.raises(UserError, match="ligne de titres"):
        office.ssmsi.propose(path, SDPD)
    clear: list[list[Any]] = [rows[0], ["Rubrique", "Intitulé", "Nombre", "Période"], rows[2]]
    path = made.classeur(tmp_path / "t.xlsx", {"D": clear})
    first = office.ssmsi.propose(path, SDPD)
    assert first.series[0].serie.titre == "Vols avec violence"
    columns = first.lu.correspondance.colonnes
    corrected = replace(
        first.lu.correspondance,
        colonnes=(
            replace(columns[0], role=RoleColonne.INDICATEUR),
            replace(columns[1], role=RoleColonne.PRECISION),
            *columns[2:],
        ),
    )
    second = office.ssmsi.propose(path, SDPD, correspondance=corrected)
    assert second.series[0].serie.titre == "Vols – Vols avec violence"
    office.ssmsi.apply(second, confirme=True)
    third = office.ssmsi.propose(path, SDPD)
    assert (third.questions, third.comptes()[Verdict.INCHANGE]) == ((), 1)
