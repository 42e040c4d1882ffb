"""Rows written by thousands are journalled, checked and put back like any other."""

import datetime as dt
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.errors import ConflictError
from sdpd_desktop.domain.journal import Operation
from sdpd_desktop.persistence.base import new_id
from sdpd_desktop.persistence.bulk import BulkWriter
from sdpd_desktop.persistence.engine import WRITING
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow, ObservationRow
from sdpd_desktop.persistence.observations import COLONNES
from sdpd_desktop.persistence.recorder import Intention, Recorder
from tests.support import TODAY


@pytest.fixture
def office(data_folder: Path) -> Iterator[Services]:
    built = build_services(data_folder, clock=FixedClock(TODAY))
    yield built
    built.close()


NOM = "libelle_journal"


def copies(session: Session, count: int) -> list[dict[str, Any]]:
    """Return new values made after one that is stored, each for a month of its own."""
    model = session.scalars(select(ObservationRow)).first()
    assert model is not None
    names = [column.key for column in ObservationRow.__table__.columns if column.key != "version"]
    values = {name: getattr(model, name) for name in names}
    rows = []
    for n in range(count):
        day = dt.date(1900 + n // 12, 1 + n % 12, 1)
        fresh = {"id": new_id(), "periode": f"{day:%Y-%m}", "debut": day, "fin": day}
        rows.append({**values, **fresh, "libelle_journal": f"valeur {n}"})
    return rows


def write(services: Services) -> tuple[Session, Recorder]:
    engine = services.plans._ground.database.engine
    session = Session(engine.execution_options(**{WRITING: True}))
    when = dt.datetime(2022, 6, 30, tzinfo=dt.UTC)
    return session, Recorder(session, Intention("essai", "écrire en nombre", when))


def test_rows_added_and_changed_are_lines_of_one_changement(office: Services) -> None:
    session, recorder = write(office)
    with session:
        bulk = BulkWriter(session, recorder)
        rows = copies(session, 1_400)
        bulk.add(ObservationRow, COLONNES, map(itemgetter(*COLONNES), rows), NOM)
        bulk.change(ObservationRow, [row["id"] for row in rows[:700]], {"commentaire": "revu"}, NOM)
        session.commit()
    numero = recorder.numero
    assert numero is not None
    details = office.journal.details(numero)
    assert len(details.lignes) == 1_400
    assert {line.operation for line in details.lignes} == {Operation.AJOUT}
    assert office.sauvegardes.check().ok
    office.journal.undo(numero)
    assert office.sauvegardes.check().ok


def test_a_change_keeps_what_was_there_before(office: Services) -> None:
    session, recorder = write(office)
    with session:
        ids = list(session.scalars(select(ObservationRow.id)))
        before = dict(session.execute(select(ObservationRow.id, ObservationRow.commentaire)).all())
        BulkWriter(session, recorder).change(ObservationRow, ids, {"commentaire": "revu"}, NOM)
        session.commit()
    assert recorder.numero is not None
    lines = office.journal.details(recorder.numero).lignes
    assert {line.ligne: (line.avant or {})["commentaire"] for line in lines} == before
    assert all((line.apres or {})["commentaire"] == "revu" for line in lines)
    assert office.sauvegardes.check().ok
    office.journal.undo(recorder.numero)
    with Session(office.plans._ground.database.engine) as session:
        after = dict(session.execute(select(ObservationRow.id, ObservationRow.commentaire)).all())
    assert after == before


def test_a_row_that_is_gone_is_told(office: Services) -> None:
    session, recorder = write(office)
    with session, pytest.raises(ConflictError, match="ont disparu"):
        BulkWriter(session, recorder).change(ObservationRow, ["absent"], {"commentaire": ""}, NOM)


def test_rows_with_keys_to_sort_by_are_not_taken(office: Services) -> None:
    session, recorder = write(office)
    with session, pytest.raises(AssertionError):
        BulkWriter(session, recorder).add(IndicateurRow, ["id"], [(new_id(),)], "code")


def test_nothing_to_add_is_nothing(office: Services) -> None:
    session, recorder = write(office)
    with session:
        BulkWriter(session, recorder).add(ObservationRow, COLONNES, [], NOM)
        session.commit()
    assert recorder.numero is None
