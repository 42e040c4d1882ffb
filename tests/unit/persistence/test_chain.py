"""The journal refuses to be rewritten, and shows it when someone forces it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import sqlcipher3

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.plan import Statut
from tests.support import SDPD, TODAY, count, plain, raw


@pytest.fixture
def story(services: Services) -> Services:
    """The reference plans and five gestures: changements 1 to 6."""
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    services.indicateurs.record(SDPD, "K33", "2020", "3 500")
    services.indicateurs.record(SDPD, "K33", "2020", "3 550")
    services.plans.tick(SDPD, "O1.A1.m2", TODAY, Statut.EN_COURS)
    services.journal.undo(5)
    assert count(services) == 6
    return services


GUARDED = {
    "changement": "auteur = 'X'",
    "changement_ligne": "operation = 'ajout'",
    "changement_charge": "objet = 'X'",
}


@pytest.mark.parametrize("table", GUARDED)
def test_rows_of_the_journal_cannot_be_updated_or_replaced(story: Services, table: str) -> None:
    with raw(story.data) as connection:
        with pytest.raises(sqlcipher3.IntegrityError):
            connection.execute(f"UPDATE {table} SET {GUARDED[table]} WHERE numero = 3")
        with pytest.raises(sqlcipher3.IntegrityError):
            connection.execute(f"UPDATE OR REPLACE {table} SET {GUARDED[table]} WHERE numero = 3")
    assert story.sauvegardes.check().ok


@pytest.mark.parametrize("table", GUARDED)
def test_rows_of_the_journal_are_not_replaced_by_an_insertion(story: Services, table: str) -> None:
    for recursive in ("ON", "OFF"):
        with raw(story.data) as connection:
            connection.execute(f"PRAGMA recursive_triggers={recursive}")
            with pytest.raises(sqlcipher3.IntegrityError):
                connection.execute(
                    f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE numero = 6"
                )
    assert story.sauvegardes.check().ok


@pytest.mark.parametrize("table", ["changement", "changement_ligne"])
def test_rows_of_the_chain_cannot_be_deleted(story: Services, table: str) -> None:
    with raw(story.data) as connection, pytest.raises(sqlcipher3.IntegrityError):
        connection.execute(f"DELETE FROM {table} WHERE numero = 6")
    assert story.sauvegardes.check().ok


Tamper = Callable[[Any], object]


def _payload(connection: Any) -> None:
    (apres,) = connection.execute(
        "SELECT apres FROM changement_charge WHERE numero = 2 AND rang = 1"
    ).fetchone()
    changed = {**json.loads(apres), "note": "réécrite"}
    connection.execute(
        "UPDATE changement_charge SET apres = ? WHERE numero = 2 AND rang = 1",
        (json.dumps(changed),),
    )


ALTERED: dict[str, tuple[Tamper, str]] = {
    "payload": (_payload, "Changement n° 2, ligne 1 (O1.A1.m1) : le détail a été altéré."),
    "author": (
        lambda c: c.execute("UPDATE changement SET auteur = 'X' WHERE numero = 3"),
        "Changement n° 3 : la chaîne est rompue.",
    ),
    "instant": (
        lambda c: c.execute("UPDATE changement SET instant = '2020-01-01 00:00:00'"),
        "Changement n° 1 : la chaîne est rompue.",
    ),
    "operation": (
        lambda c: c.execute("UPDATE changement_ligne SET operation='ajout' WHERE numero = 2"),
        "Changement n° 2 : la chaîne est rompue.",
    ),
    "row named": (
        lambda c: c.execute("UPDATE changement_ligne SET ligne_id='x' WHERE numero = 2"),
        "Changement n° 2 : la chaîne est rompue.",
    ),
    "commitment": (
        lambda c: c.execute("UPDATE changement_ligne SET engagement='00' WHERE numero = 2"),
        "Changement n° 2 : la chaîne est rompue.",
    ),
    "middle": (
        lambda c: [c.execute(f"DELETE FROM {t} WHERE numero = 3") for t in GUARDED],
        "Le changement n° 3 manque au journal.",
    ),
    "first": (
        lambda c: [c.execute(f"DELETE FROM {t} WHERE numero = 1") for t in GUARDED],
        "Le changement n° 1 manque au journal.",
    ),
    "a line": (
        lambda c: c.execute("DELETE FROM changement_ligne WHERE numero = 2 AND rang = 1"),
        "Changement n° 2 : des lignes manquent.",
    ),
}


@pytest.mark.parametrize("what", ALTERED)
def test_what_was_altered_is_found(story: Services, what: str) -> None:
    tamper, expected = ALTERED[what]
    with raw(story.data, guards=False) as connection:
        tamper(connection)
    verified = story.journal.verify()
    assert not verified.ok
    assert expected in map(plain, verified.defauts)
    checked = story.sauvegardes.check()
    assert not checked.ok
    assert set(verified.defauts) <= set(checked.defauts)


def _cut(connection: Any, numero: int) -> None:
    for table in GUARDED:
        connection.execute(f"DELETE FROM {table} WHERE numero >= ?", (numero,))


def test_a_tail_cut_off_is_invisible_to_the_chain_and_found_in_the_rows(story: Services) -> None:
    with raw(story.data, guards=False) as connection:
        _cut(connection, 4)
    assert story.journal.verify().ok  # What a chain alone can say; check() does not stop there.
    checked = story.sauvegardes.check()
    assert "K33 · 2020 · DEP77" in plain(" ".join(checked.defauts))
    assert any("Une fin coupée ne s'y voit pas" in plain(line) for line in checked.lignes)


def test_a_tail_cut_off_with_its_rows_put_back_is_told_by_a_backup_made_since(
    story: Services, tmp_path: Any
) -> None:
    story.journal.undo(4)
    story.sauvegardes.backup(tmp_path / "s.sauvegarde")
    assert story.sauvegardes.check().ok
    with raw(story.data, guards=False) as connection:
        # 8 is the backup, 7 undoes 4, 6 undoes 5: cutting 6 to 8 leaves rows that 5 explains not.
        _cut(connection, 7)
    defects = [plain(defect) for defect in story.sauvegardes.check().defauts]
    assert "Une sauvegarde a compté 7 changements, le journal n'en a plus que 6." in defects


LIVE = {
    "altered": (
        "UPDATE mesure SET note = 'en douce' WHERE code = 'O1.A1.m1'",
        "« O1.A1.m1 » (mesure) a été modifié sans que le journal le dise.",
    ),
    "deleted": (
        "DELETE FROM observation WHERE libelle_journal = 'K33 · 2020 · DEP77' AND courante",
        "« K33 · 2020 · DEP77 » (observation) a disparu sans que le journal le dise.",
    ),
    "added": (
        "INSERT INTO parametre VALUES ('mention', 'X', '0190', 1)",
        "« mention » (parametre) a été ajouté sans que le journal le dise.",
    ),
}


@pytest.mark.parametrize("what", LIVE)
def test_a_row_changed_behind_the_journals_back_is_found(story: Services, what: str) -> None:
    statement, expected = LIVE[what]
    with raw(story.data) as connection:
        connection.execute(statement)
    assert story.journal.verify().ok
    assert expected in [plain(defect) for defect in story.sauvegardes.check().defauts]


def test_a_sound_story_is_told_sound(story: Services) -> None:
    verified = story.journal.verify()
    assert (verified.ok, verified.changements, verified.defauts) == (True, 6, ())
    checked = story.sauvegardes.check()
    assert checked.ok
    assert len(checked.lignes) == 4
    assert "6 changement(s)" in plain(checked.lignes[1])
