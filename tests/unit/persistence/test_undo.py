"""*Annuler* puts the values back through a new changement, or refuses and says why."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import ConflictError, NotFoundError, UserError
from sdpd_desktop.domain.indicateur import NOUVEAU, Sens
from sdpd_desktop.domain.journal import Operation, SourceChangement
from sdpd_desktop.domain.parametres import Apparence, Parametres
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Meteo, Statut
from sdpd_desktop.domain.rapport import TypeRapport
from tests.support import SDPD, TODAY, cell, count, plain, raw, reopen, settle, values

GESTURES: dict[str, Callable[[Services, Path], object]] = {
    "tick": lambda s, _: s.plans.tick(SDPD, "O1.A1.m1", TODAY, note="vu"),
    "record": lambda s, _: s.indicateurs.record(SDPD, "K33", "2021", "3 600"),
    "record_many": lambda s, _: s.indicateurs.record_many(
        SDPD, [cell("K33", "2020", "3 500"), cell("K05", "2020", "301")], "coller"
    ),
    "regler": lambda s, _: settle(s, "K33", titre="Caméras", minimum=None, sens=Sens.NEUTRE),
    "creer": lambda s, _: s.indicateurs.creer(SDPD, "O7.A1", replace(NOUVEAU, titre="Drones")),
    "meteo": lambda s, _: s.plans.set_meteo(SDPD, "O1.A1", Meteo.ORAGE, TODAY, "appui"),
    "campagne": lambda s, out: s.campagnes.prepare(SDPD, "2022-S1", out, "GGD77"),
    "sign": lambda s, _: s.conventions.sign("CLCT77-2019", dt.date(2019, 7, 4), "Noisiel"),
    "parametres": lambda s, _: s.parametres.save(
        Parametres("BSIR", "A. Dupont", b"\xff\xd8\xffimage", "", "", Apparence.CLAIR, SDPD)
    ),
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_undo_and_redo_of_each_gesture(services: Services, tmp_path: Path, gesture: str) -> None:
    before = (values(services), services.parametres.get())
    GESTURES[gesture](services, tmp_path / "out")
    after = (values(services), services.parametres.get())
    assert after != before
    done = services.journal.history()[0].numero
    undone = services.journal.undo(done)
    assert undone.source is SourceChangement.ANNULATION
    assert (undone.numero, undone.annule) == (done + 1, done)
    assert (values(services), services.parametres.get()) == before
    assert services.sauvegardes.check().defauts == ()
    services.journal.undo(undone.numero)
    assert (values(services), services.parametres.get()) == after
    assert services.sauvegardes.check().defauts == ()


def test_a_report_that_was_issued_stays_and_hides_no_gesture(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    ticked = count(services)
    services.rapports.emettre(TypeRapport.RETARDS, SDPD, "2022-06", destinataire="CDPD")
    undoable = services.journal.undoable()
    assert undoable is not None
    assert undoable.numero == ticked
    undone = services.journal.undo(ticked)
    redoable = services.journal.redoable()
    assert redoable is not None
    assert redoable.numero == undone.numero
    assert len(services.rapports.registre(SDPD)) == 1


def test_undo_of_a_superseding_value_is_journalled_line_by_line(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2021", "3 500")
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    undone = services.journal.undo(count(services))
    lines = services.journal.details(undone.numero).lignes
    assert [line.operation for line in lines] == [Operation.SUPPRESSION, Operation.MODIFICATION]
    assert lines[0].avant is not None
    assert lines[0].avant["valeur"] == "3600"
    history = services.indicateurs.history(SDPD, "K33", parse_periode("2021"))
    assert [(str(o.valeur), o.courante) for o in history] == [("3500", True)]


def test_undo_works_after_a_restart(services: Services) -> None:
    before = values(services)
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    services.indicateurs.effacer(SDPD, [cell("K33", "2021")])
    again = reopen(services)
    again.journal.undo(count(again))
    again = reopen(again)
    again.journal.undo(count(again) - 2)
    assert values(again) == before
    again.close()


def test_a_value_changed_since_is_a_conflict_that_changes_nothing(services: Services) -> None:
    services.indicateurs.record_many(
        SDPD, [cell("K33", "2021", "3 500"), cell("K05", "2021", "301")], "coller"
    )
    pasted = count(services)
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    stored, numbers = values(services), count(services)
    with pytest.raises(ConflictError) as refused:
        services.journal.undo(pasted)
    assert f"n° {pasted} ne peut pas être annulé" in plain(str(refused.value))
    assert any("K33 · 2021 · DEP77 a été modifié depuis" in c for c in refused.value.conflicts)
    assert not any("K05" in conflict for conflict in refused.value.conflicts)
    assert (values(services), count(services)) == (stored, numbers)


def test_a_tick_changed_since_is_a_conflict_but_another_field_is_not(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    ticked = count(services)
    services.plans.tick(SDPD, "O1.A1.m1", TODAY, note="preuve")
    services.journal.undo(ticked)
    mesure = services.plans.action(SDPD, "O1.A1").mesures[0]
    assert (mesure.statut, mesure.fait_le, mesure.note) == (Statut.A_VENIR, None, "preuve")
    services.plans.tick(SDPD, "O1.A1.m2", TODAY)
    ticked = count(services)
    services.plans.tick(SDPD, "O1.A1.m2", TODAY, Statut.ABANDONNEE)
    with pytest.raises(ConflictError) as refused:
        services.journal.undo(ticked)
    assert refused.value.conflicts == ("O1.A1.m2 a été modifié depuis.",)


def test_an_action_stays_under_way_while_another_mesure_of_it_is(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    first = services.journal.history(1)[0].numero
    services.plans.tick(SDPD, "O1.A1.m2", TODAY)
    services.journal.undo(first)
    action = services.plans.action(SDPD, "O1.A1")
    assert [mesure.statut for mesure in action.mesures][:2] == [Statut.A_VENIR, Statut.REALISEE]
    assert action.statut is Statut.EN_COURS


def test_redo_is_refused_where_another_value_took_the_place(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2021", "3 500")
    undone = services.journal.undo(count(services))
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    stored = values(services)
    with pytest.raises(ConflictError) as refused:
        services.journal.undo(undone.numero)
    assert refused.value.conflicts == ("K33 · 2021 · DEP77 a été remplacé depuis.",)
    assert values(services) == stored


def test_what_others_depend_on_cannot_be_undone(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2021", "3 500")
    with pytest.raises(ConflictError) as refused:
        services.journal.undo(1)  # The installation of the five plans.
    assert "K33 · 2021 · DEP77 dépend de ce qui serait retiré." in refused.value.conflicts
    assert len(services.plans.list_all()) == 5


def test_the_installation_of_a_plan_can_be_undone_while_nothing_depends_on_it(
    services: Services,
) -> None:
    undone = services.journal.undo(1)
    assert services.plans.list_all() == ()
    assert services.sauvegardes.check().defauts == ()
    services.journal.undo(undone.numero)
    assert len(services.plans.details(SDPD).actions()) == 46
    assert services.sauvegardes.check().defauts == ()


def test_undo_twice_unknown_or_empty_is_refused(services: Services, tmp_path: Path) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    ticked = count(services)
    undone = services.journal.undo(ticked)
    with pytest.raises(UserError, match=f"déjà annulé par le n° {undone.numero}"):
        services.journal.undo(ticked)
    with pytest.raises(NotFoundError, match="pas de changement n° 99"):
        services.journal.undo(99)
    services.sauvegardes.backup(tmp_path / "a.sauvegarde")
    with pytest.raises(UserError, match="n'a rien modifié qui puisse être annulé"):
        services.journal.undo(count(services))


def test_names_say_annuler_and_retablir_in_turn(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    for expected in ("annuler : cocher", "rétablir : cocher", "annuler : cocher"):
        named = services.journal.undo(count(services)).commande
        assert plain(named) == f"{expected} O1.A1.m1"


def test_what_ctrl_z_and_ctrl_y_would_do(services: Services) -> None:
    first = services.journal.undoable()
    assert first is None  # The installation is no gesture of the user.
    assert services.journal.redoable() is None
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    services.plans.tick(SDPD, "O1.A1.m2", TODAY)
    a, b = count(services) - 1, count(services)
    order = []
    while (gesture := services.journal.undoable()) is not None:
        order.append(gesture.numero)
        services.journal.undo(gesture.numero)
    assert order == [b, a]
    redone = []
    while (annulation := services.journal.redoable()) is not None:
        redone.append(annulation.annule)
        services.journal.undo(annulation.numero)
    assert redone == [a, b]
    last = services.journal.undoable()
    assert last is not None
    assert last.numero == b
    services.journal.undo(b)
    services.plans.tick(SDPD, "O1.A2.m1", TODAY)
    assert services.journal.redoable() is None  # Something else was done since.


def test_a_purged_payload_cannot_be_undone_and_breaks_nothing(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    services.indicateurs.record(SDPD, "K33", "2021", "3 500")
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    numbers = (count(services) - 2, count(services))
    with raw(services.data) as connection:
        for numero in numbers:
            connection.execute("DELETE FROM changement_charge WHERE numero = ?", (numero,))
    assert services.journal.verify().ok
    assert services.sauvegardes.check().defauts == ()
    assert all(line.purge for line in services.journal.details(numbers[0]).lignes)
    for numero in numbers:
        with pytest.raises(UserError, match="a été supprimé du journal"):
            services.journal.undo(numero)


def test_retention_of_a_purged_row_still_finds_a_later_drift(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    services.plans.tick(SDPD, "O1.A1.m1", TODAY, Statut.EN_COURS)
    with raw(services.data) as connection:
        connection.execute("DELETE FROM changement_charge WHERE numero = ?", (count(services) - 1,))
        connection.execute("UPDATE mesure SET statut='realisee' WHERE code='O1.A1.m1'")
    assert any("O1.A1.m1" in defect for defect in services.sauvegardes.check().defauts)
