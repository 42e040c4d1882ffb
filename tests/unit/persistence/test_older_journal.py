"""A journal written before a column existed still vouches for its rows, and still undoes."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.persistence import recorder
from sdpd_desktop.persistence.base import Entity
from tests.support import SDPD, TODAY


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Services:
    """Services on a database whose journal knows neither methods nor comments."""
    complete = recorder.payload

    def without_later_columns(row: Entity) -> dict[str, Any]:
        values = complete(row)
        return {k: v for k, v in values.items() if k not in {"methode", "commentaire"}}

    monkeypatch.setattr(recorder, "payload", without_later_columns)
    services = build_services(tmp_path / "data", clock=FixedClock(TODAY))
    services.reference.install(["QRR77-2019", SDPD])
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    monkeypatch.setattr(recorder, "payload", complete)
    return services


def test_rows_are_compared_on_what_the_journal_knew(older: Services) -> None:
    assert older.sauvegardes.check().defauts == ()
    older.close()


def test_a_change_of_what_it_knew_is_still_found(older: Services) -> None:
    with older.plans._ground.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE observation SET valeur = '9999'")
    defects = older.sauvegardes.check().defauts
    assert any("K33" in defect for defect in defects)
    older.close()


def test_a_value_it_added_can_be_put_back(older: Services) -> None:
    older.journal.undo(older.journal.history(1)[0].numero)
    k33 = older.indicateurs.get(SDPD, "K33")
    on = dt.date(2022, 6, 30)
    found = next(s for s in older.indicateurs.suivis(SDPD, on) if s.indicateur == k33)
    assert found.derniere is None
    older.close()
