"""Values stored in bulk cannot be told from the same values stored one by one."""

import datetime as dt
import shutil
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.journal import (
    ChangementDetails,
    canonical_text,
    commitment,
    line_commitment,
)
from sdpd_desktop.persistence.importees import ImporteesWriter
from sdpd_desktop.persistence.indicateur_rows import ObservationRow
from sdpd_desktop.persistence.observations import NouvelleObservation
from sdpd_desktop.persistence.recorder import Packed, canonical_texts
from sdpd_desktop.persistence.types import exact_text
from sdpd_desktop.persistence.unit_of_work import WritingUnitOfWork
from tests.support import SDPD, TODAY, answer, cell, values

K37, K40 = "O8.A3.i1", "O9.A2.i1"
ANSWERS = {
    (K37, "valeur"): "12,5", (K37, "commentaire"): "été, « à l'œil »", (K40, "valeur"): 70,
    ("O8.A4.m1", "statut"): "en cours",
}  # fmt: skip


@pytest.fixture
def offices(prepared_folder: Path, tmp_path: Path) -> Iterator[tuple[Services, Services]]:
    """Two copies of one office, each with a value that the import will replace."""
    made = []
    for name in ("bulk", "one_by_one"):
        shutil.copytree(prepared_folder / "data", tmp_path / name)
        services = build_services(tmp_path / name, clock=FixedClock(TODAY))
        services.indicateurs.record_many(SDPD, [cell(K40, "2022-S1", "64")], "saisir")
        made.append(services)
    yield made[0], made[1]
    for services in made:
        services.close()


def apply(services: Services, path: Path) -> int:
    proposition = services.importations.propose(path)
    accepted = [i for i, line in enumerate(proposition.lignes) if line.effet is not None]
    done = services.importations.apply(proposition, accepted).changement
    assert done is not None
    return done


def rows(services: Services) -> list[dict[str, Any]]:
    """Return every value ever stored, whatever its id."""
    with Session(services.plans._ground.database.engine) as session:
        found = session.scalars(select(ObservationRow)).all()
        told = [
            {name.key: getattr(row, name.key) for name in ObservationRow.__table__.columns}
            for row in found
        ]
    places = {row["id"]: f"{row['libelle_journal']} {row['texte']}" for row in told}
    return sorted((unnamed(row, places) for row in told), key=str)


def unnamed(row: dict[str, Any], places: dict[str, str]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name != "importation_id"}
    remplace = places[row["remplace_id"]] if row["remplace_id"] else None
    return kept | {"id": places[row["id"]], "remplace_id": remplace}


def lines(details: ChangementDetails) -> list[tuple[object, ...]]:
    """Return the lines on values, whatever the ids."""
    hidden = {"id", "remplace_id", "importation_id"}

    def side(payload: Any) -> Any:
        return payload and {k: (bool(v) if k in hidden else v) for k, v in payload.items()}

    return sorted(
        (
            (line.objet, line.operation, side(line.avant), side(line.apres))
            for line in details.lignes
            if line.table == "observation"
        ),
        key=str,
    )


def test_both_ways_leave_the_same_rows_journal_and_undo(
    offices: tuple[Services, Services],
    prepared_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (blank,) = (prepared_folder / "retours").iterdir()
    path = answer(blank, ANSWERS, tmp_path / "retour.xlsx")
    before = [values(office) for office in offices]
    done = [apply(offices[0], path)]
    init = WritingUnitOfWork.__init__

    def one_by_one(work: WritingUnitOfWork, *parts: Any) -> None:
        init(work, *parts)
        writer = work.importees

        def add(new: Iterable[tuple[NouvelleObservation, str]]) -> None:
            work.indicateurs.add([value for value, _remplace in new])

        monkeypatch.setattr(writer, "add", add)
        monkeypatch.setattr(writer, "supersede", lambda ids: None)

    monkeypatch.setattr(WritingUnitOfWork, "__init__", one_by_one)
    done.append(apply(offices[1], path))
    assert len(rows(offices[0])) == len(rows(offices[1]))
    assert rows(offices[0]) == rows(offices[1])
    details = [o.journal.details(numero) for o, numero in zip(offices, done, strict=True)]
    assert lines(details[0]) == lines(details[1])
    assert len(lines(details[0])) == 3  # One added, one replaced by another.
    for office, numero, stored in zip(offices, done, before, strict=True):
        assert office.sauvegardes.check().defauts == ()
        office.journal.undo(numero)
        assert values(office) == stored
        assert office.sauvegardes.check().defauts == ()
    assert rows(offices[0]) == rows(offices[1])


def test_the_writer_of_imports_is_what_an_import_uses(
    offices: tuple[Services, Services],
    prepared_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (blank,) = (prepared_folder / "retours").iterdir()
    path = answer(blank, ANSWERS, tmp_path / "retour.xlsx")
    seen: list[int] = []
    add = ImporteesWriter.add

    def counted(writer: ImporteesWriter, new: Any) -> None:
        given = list(new)
        seen.append(len(given))
        add(writer, given)

    monkeypatch.setattr(ImporteesWriter, "add", counted)
    apply(offices[0], path)
    assert seen == [2]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner),
    max_leaves=3,
)
SIDE = st.none() | st.dictionaries(st.text(), JSON, max_size=4)


@given(st.text(), SIDE, SIDE)
def test_a_commitment_made_of_texts_is_that_of_the_values(
    objet: str, avant: dict[str, Any] | None, apres: dict[str, Any] | None
) -> None:
    texts = [None if side is None else canonical_text(side) for side in (avant, apres)]
    content = {"objet": objet, "avant": avant, "apres": apres}
    assert line_commitment(b"\x00\xff", objet, *texts) == commitment("00ff", content)


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(), st.dates(), st.decimals(allow_nan=False),
    st.datetimes(timezones=st.just(dt.UTC)), st.lists(st.text()).map(tuple),
)  # fmt: skip
COLUMN = st.lists(VALUES, min_size=3, max_size=3) | VALUES.map(lambda value: [value] * 3)


@given(st.dictionaries(st.text(), COLUMN, min_size=1, max_size=5))
def test_the_texts_of_many_rows_are_those_of_each(columns: dict[str, list[Any]]) -> None:
    names = tuple(columns)
    rows = [Packed(names, values) for values in zip(*columns.values(), strict=True)]
    assert canonical_texts(rows) == [canonical_text(row.columns()) for row in rows]
    mixed = [None, rows[0].columns(), *rows]
    wanted = [side and canonical_text(side if isinstance(side, dict) else side.columns())
              for side in mixed]  # fmt: skip
    assert canonical_texts(mixed) == wanted


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_is_stored_plainly(value: Decimal) -> None:
    text = exact_text(value)
    assert Decimal(text) == value
    assert not {*text} & {*"eE+"}
    assert "." not in text or not text.endswith("0")
