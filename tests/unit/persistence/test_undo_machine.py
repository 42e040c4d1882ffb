"""Random gestures, undone and redone in any order: values come back, or nothing moves."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sdpd_desktop.bootstrap import build_services
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.plan import Statut
from tests.support import SDPD, TODAY, answer, cell, count, values

K37, K40 = "O8.A3.i1", "O9.A2.i1"
PREPARED = 2  # The plans, then the campagne that the returns answer: these stay.
Values = dict[str, tuple[object, ...]]


class Gestures(RuleBasedStateMachine):
    """The journal under a hurried user.

    Attributes:
        known: Values before and after each gesture, as long as gestures were undone in order.
    """

    def __init__(self, data: Path, returns: list[Path], reader: LecteurClasseurs) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(data, self.folder / "data")
        self.returns = returns
        self.reader = reader
        self.known: dict[int, tuple[Values, Values]] = {}
        self._open()

    def _open(self) -> None:
        self.services = build_services(self.folder / "data", clock=FixedClock(TODAY))
        self.services.receptions._reader = self.reader

    def _close(self) -> None:
        self.services.receptions._reader = None  # It serves the next example too.
        self.services.close()

    def _done(self, before: Values, numbers: int) -> None:
        """Remember what a gesture changed; it wrote one changement, or nothing."""
        now = count(self.services)
        assert now in (numbers, numbers + 1)
        if now == numbers:
            assert values(self.services) == before
        else:
            self.known[now] = (before, values(self.services))

    @rule(mesure=st.integers(1, 3), statut=st.sampled_from(Statut))
    def tick(self, mesure: int, statut: Statut) -> None:
        before, numbers = values(self.services), count(self.services)
        self.services.plans.tick(SDPD, f"O8.A4.m{mesure}", TODAY, statut)
        self._done(before, numbers)

    @rule(
        cells=st.lists(
            st.tuples(st.sampled_from([K37, K40]), st.sampled_from(["2021", "2022-S1"])),
            min_size=1, max_size=3, unique=True,
        ),
        texte=st.sampled_from(["64", "70", "n/a", "", "beaucoup"]),
    )  # fmt: skip
    def record(self, cells: list[tuple[str, str]], texte: str) -> None:
        before, numbers = values(self.services), count(self.services)
        saisies = [cell(code, periode, texte) for code, periode in cells]
        self.services.indicateurs.record_many(SDPD, saisies, "coller")
        self._done(before, numbers)

    @rule(periode=st.sampled_from(["2021", "2022-S1"]))
    def effacer(self, periode: str) -> None:
        before, numbers = values(self.services), count(self.services)
        self.services.indicateurs.effacer(SDPD, [cell(K37, periode), cell(K40, periode)])
        self._done(before, numbers)

    @rule(which=st.integers(0, 2), doubtful=st.booleans())
    def apply(self, which: int, doubtful: bool) -> None:
        before, numbers = values(self.services), count(self.services)
        proposition = self.services.importations.propose(self.returns[which])
        assert (values(self.services), count(self.services)) == (before, numbers)
        accepted = [i for i, line in enumerate(proposition.lignes) if line.effet is not None]
        self.services.importations.apply(proposition, accepted if doubtful else None)
        self._done(before, numbers)

    @rule()
    def undo(self) -> None:
        gesture = self.services.journal.undoable()
        if gesture is None or gesture.numero <= PREPARED:
            return
        self.services.journal.undo(gesture.numero)
        if gesture.numero in self.known:
            assert values(self.services) == self.known[gesture.numero][0]

    @rule()
    def redo(self) -> None:
        annulation = self.services.journal.redoable()
        if annulation is None or annulation.numero <= PREPARED:
            return
        assert annulation.annule is not None
        self.services.journal.undo(annulation.numero)
        if annulation.annule in self.known:
            assert values(self.services) == self.known[annulation.annule][1]

    @precondition(lambda self: count(self.services) > PREPARED)
    @rule(back=st.integers(0, 8))
    def undo_any(self, back: int) -> None:
        before, numbers = values(self.services), count(self.services)
        refused: UserError | None = None
        try:
            self.services.journal.undo(max(PREPARED + 1, numbers - back))
        except UserError as error:
            refused = error
        if refused is None:
            assert count(self.services) == numbers + 1
            self.known.clear()  # Out of order: what earlier gestures saw no longer stands.
            return
        if isinstance(refused, ConflictError):
            assert refused.conflicts
        assert (values(self.services), count(self.services)) == (before, numbers)

    @precondition(lambda self: self._imports())
    @rule(which=st.integers(0, 8))
    def undo_rest(self, which: int) -> None:
        imports = self._imports()
        numero = imports[which % len(imports)]
        before, numbers = values(self.services), count(self.services)
        told = self.services.journal.apercu(numero)
        assert (values(self.services), count(self.services)) == (before, numbers)
        if not told.remises:
            with pytest.raises(UserError, match="plus rien à annuler"):
                self.services.journal.undo_rest(numero)
            return
        done = self.services.journal.undo_rest(numero)
        assert done.gardees == told.gardees
        assert done.changement.annule == numero
        after = values(self.services)
        moved = {
            line.objet for line in self.services.journal.details(done.changement.numero).lignes
        }
        for key in before.keys() & after.keys():
            # What a sentence names is kept; what the journal does not tell did not move.
            if before[key] != after[key]:
                assert not any(sentence.startswith(f"{key} ") for sentence in done.gardees)
                assert moved
        if not done.gardees:
            # All of it went: the same as a plain undo, which would have been let through.
            self.services.journal.undo(done.changement.numero)
            assert values(self.services) == before
        else:
            self.known.clear()

    def _imports(self) -> list[int]:
        """Return the imports that still hold."""
        return [
            it.numero
            for it in self.services.journal.history()
            if it.source is SourceChangement.IMPORT and it.annule_par is None
        ]

    @rule()
    def restart(self) -> None:
        before = values(self.services)
        self._close()
        self._open()
        assert values(self.services) == before

    @invariant()
    def the_chain_holds(self) -> None:
        assert self.services.journal.verify().ok

    def teardown(self) -> None:
        try:
            assert self.services.sauvegardes.check().defauts == ()
        finally:
            self._close()
            shutil.rmtree(self.folder)


@pytest.fixture
def returns(prepared_folder: Path, tmp_path: Path) -> list[Path]:
    """Three versions of one return: two that differ, and one with errors."""
    (blank,) = (prepared_folder / "retours").iterdir()
    contents = (
        {(K37, "valeur"): 12, (K40, "valeur"): 70, ("O8.A4.m1", "statut"): "en cours"},
        {(K37, "valeur"): 13, ("O8.A4.m1", "statut"): "bloquée", ("O8.A4.m1", "note"): "vu"},
        {(K37, "valeur"): "treize", (K40, "valeur"): 71},
    )
    return [
        answer(blank, content, tmp_path / f"retour {place}.xlsx")
        for place, content in enumerate(contents)
    ]


@pytest.fixture
def reader() -> Iterator[LecteurClasseurs]:
    with LecteurClasseurs() as opened:
        yield opened


def test_any_gesture_can_be_undone_and_redone(
    prepared_folder: Path, returns: list[Path], reader: LecteurClasseurs
) -> None:
    class Machine(Gestures):
        def __init__(self) -> None:
            super().__init__(prepared_folder / "data", returns, reader)

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=5,
            stateful_step_count=16,
            phases=(Phase.explicit, Phase.generate),  # Shrinking a failure would take minutes.
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
