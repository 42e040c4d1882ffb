"""Each gesture writes one changement, whoever wrote the use case; nothing can forget it."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.journal import ChangementDetails, Operation, SourceChangement
from sdpd_desktop.domain.parametres import Apparence, Parametres
from sdpd_desktop.domain.plan import Meteo, Statut
from sdpd_desktop.persistence.indicateur_rows import ObservationRow
from sdpd_desktop.persistence.partenaire_rows import InstanceRow, ReunionRow
from sdpd_desktop.persistence.plan_rows import MesureRow
from sdpd_desktop.persistence.unit_of_work import Database, WritingUnitOfWork
from sdpd_desktop.services.base import system_account
from tests.support import SDPD, TODAY, cell, count

NOW = dt.datetime(2022, 6, 30, 12, tzinfo=dt.UTC)
GESTURES: dict[str, Callable[[Services, Path], object]] = {
    "tick": lambda s, _: s.plans.tick(SDPD, "O1.A1.m1", TODAY, note="vu"),
    "tick an action": lambda s, _: s.plans.tick(SDPD, "O1.A1", None, Statut.EN_COURS),
    "meteo": lambda s, _: s.plans.set_meteo(SDPD, "O1.A1", Meteo.SOLEIL, TODAY),
    "record": lambda s, _: s.indicateurs.record(SDPD, "K33", "2021", "3 600"),
    "record_many": lambda s, _: s.indicateurs.record_many(
        SDPD, [cell("K33", str(year), "3 500") for year in range(2010, 2022)], "coller"
    ),
    "parametres": lambda s, _: s.parametres.save(
        Parametres("BSIR", "", None, "", "", Apparence.SYSTEME, SDPD)
    ),
    "campagne": lambda s, out: s.campagnes.prepare(SDPD, "2022-S1", out, "GGD77"),
    "sign": lambda s, _: s.conventions.sign("CROSS77-2019", dt.date(2019, 7, 4), "Noisiel"),
    "backup": lambda s, out: s.sauvegardes.backup(out.with_suffix(".sauvegarde")),
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_a_gesture_writes_exactly_one_changement(
    services: Services, tmp_path: Path, gesture: str
) -> None:
    before = count(services)
    GESTURES[gesture](services, tmp_path / "out")
    assert count(services) == before + 1
    newest = services.journal.history(1)[0]
    assert (newest.auteur, newest.source) == (system_account(), SourceChangement.MAIN)
    assert newest.instant == NOW
    assert newest.commande
    assert services.sauvegardes.check().defauts == ()


def test_the_author_is_the_name_in_parametres(services: Services) -> None:
    services.parametres.save(Parametres("", "A. Dupont", None, "", "", Apparence.CLAIR, ""))
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    assert services.journal.history(1)[0].auteur == "A. Dupont"
    assert services.parametres.auteur() == "A. Dupont"


def test_what_touches_nothing_writes_no_changement(services: Services, tmp_path: Path) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY, note="vu")
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    services.indicateurs.effacer(SDPD, [cell("K33", "2021")])
    services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "GGD77")
    parametres = Parametres("B", "", None, "", "", Apparence.CLAIR, "")
    services.parametres.save(parametres)
    before = count(services)
    services.plans.tick(SDPD, "O1.A1.m1", TODAY, note="vu")
    assert services.indicateurs.effacer(SDPD, [cell("K33", "2021"), cell("K05", "2018")]) == 0
    services.indicateurs.record_many(SDPD, [cell("K33", "2020", "douze")], "coller")
    services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "GGD77")
    services.parametres.save(parametres)
    services.plans.set_meteo(SDPD, "O1.A1", None, TODAY)
    assert count(services) == before


def _details(services: Services) -> ChangementDetails:
    return services.journal.details(count(services))


def test_a_tick_says_what_it_did_before_and_after(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY, note="compte rendu")
    lines = {line.objet: line for line in _details(services).lignes}
    assert set(lines) == {"O1.A1.m1", "O1.A1"}  # The first mesure starts its action.
    mesure = lines["O1.A1.m1"]
    assert (mesure.table, mesure.operation) == ("mesure", Operation.MODIFICATION)
    assert mesure.avant is not None
    assert mesure.apres is not None
    changed = {name for name in mesure.apres if mesure.avant[name] != mesure.apres[name]}
    assert changed == {"statut", "fait_le", "note", "recherche", "version"}
    assert (mesure.avant["statut"], mesure.apres["statut"]) == ("a_venir", "realisee")
    assert (mesure.avant["fait_le"], mesure.apres["fait_le"]) == (None, "2022-06-30")


def test_a_value_is_an_addition_and_the_superseded_one_a_modification(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2021", "3 500")
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    lines = {line.operation: line for line in _details(services).lignes}
    assert set(lines) == {Operation.AJOUT, Operation.MODIFICATION}
    added, old = lines[Operation.AJOUT], lines[Operation.MODIFICATION]
    assert added.avant is None
    assert added.apres is not None
    assert added.apres["valeur"] == "3600"
    assert added.apres["remplace_id"] == old.ligne
    assert old.avant is not None
    assert old.apres is not None
    assert (old.avant["courante"], old.apres["courante"]) == (True, False)
    assert old.avant["valeur"] == old.apres["valeur"] == "3500"


@pytest.fixture
def database(services: Services) -> Database:
    return services.plans._ground.database


@contextmanager
def writing(database: Database, commande: str) -> Iterator[WritingUnitOfWork]:
    with database.write("A. Dupont", commande, NOW) as work:
        yield work


def test_a_use_case_that_knows_nothing_of_the_journal_is_journalled(
    services: Services, database: Database
) -> None:
    with writing(database, "réunir") as work:
        instance = work._session.scalars(select(InstanceRow)).first()
        assert instance is not None
        reunion = ReunionRow(
            instance_id=instance.id, tenue_le=TODAY, lieu="Melun", objet_reunion="bilan"
        )
        work._session.add(reunion)
        work._session.flush()
        reunion_id = reunion.id
        assert work.commit() == count(services)
    assert [line.operation for line in _details(services).lignes] == [Operation.AJOUT]
    with writing(database, "déplacer puis supprimer") as work:
        row = work._session.get_one(ReunionRow, reunion_id)
        row.lieu = "Meaux"
        work._session.flush()
        work._session.delete(row)
        work._session.flush()
        instance = work._session.scalars(select(InstanceRow)).first()
        assert instance is not None
        instance.presidence = "préfet"
        work.commit()
    lines = _details(services).lignes
    assert {line.operation for line in lines} == {Operation.SUPPRESSION, Operation.MODIFICATION}
    gone = next(line for line in lines if line.operation is Operation.SUPPRESSION)
    assert gone.avant is not None
    assert gone.avant["lieu"] == "Melun"  # As it was before the transaction.
    assert services.sauvegardes.check().defauts == ()


def test_a_row_made_and_dropped_in_one_transaction_leaves_no_trace(
    services: Services, database: Database
) -> None:
    before = count(services)
    with writing(database, "hésiter") as work:
        instance = work._session.scalars(select(InstanceRow)).first()
        assert instance is not None
        row = ReunionRow(instance_id=instance.id, tenue_le=TODAY, lieu="", objet_reunion="")
        work._session.add(row)
        work._session.flush()
        work._session.delete(row)
        assert work.commit() is None
    assert count(services) == before


def test_leaving_without_commit_undoes_everything(services: Services, database: Database) -> None:
    before = count(services)
    with writing(database, "oublier") as work:
        work.plans.set_statut(SDPD, "O1.A1.m1", Statut.REALISEE, TODAY, None)
    assert services.plans.action(SDPD, "O1.A1").mesures[0].statut is Statut.A_VENIR
    assert count(services) == before


@pytest.mark.parametrize(
    "statement",
    [
        update(MesureRow).values(note="en douce"),
        delete(MesureRow),
        insert(ObservationRow).values(id="x"),
        MesureRow.metadata.tables["mesure"].update().values(note="en douce"),
    ],
    ids=["update", "delete", "insert", "core"],
)
def test_a_bulk_statement_cannot_slip_past_the_journal(
    services: Services, database: Database, statement: object
) -> None:
    with pytest.raises(TypeError, match="escape the journal"), writing(database, "gros") as work:
        work._session.execute(statement)  # type: ignore[call-overload]
    assert services.sauvegardes.check().defauts == ()
