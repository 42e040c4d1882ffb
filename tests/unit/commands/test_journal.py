"""``history`` and ``undo``."""

from typing import Any

import pytest

from sdpd_desktop.commands import journal


def test_the_journal_tells_who_did_what(sdpd: Any, answer: Any) -> None:
    sdpd("tick", "SDPD77-2020", "O2.A1.m1", "--on", "2022-06-01")
    last, first = answer("history")["changements"]
    assert (last["numero"], first["numero"]) == (2, 1)
    assert (first["source"], last["source"]) == ("reference", "main")
    assert "O2.A1.m1" in last["commande"]
    assert last["auteur"]
    assert last["instant"] == "2022-06-30T12:00:00+00:00"
    shown = sdpd("history").out
    assert shown.index("O2.A1.m1") < shown.index("plan de référence")


def test_a_long_journal_is_listed_whole(
    sdpd: Any, answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "PAGE", 2)
    for value in ("1", "2", "3", "4"):
        sdpd("record", "SDPD77-2020", "K12", "2021", value)
    assert [c["numero"] for c in answer("history")["changements"]] == [5, 4, 3, 2, 1]


def test_undo_puts_the_values_back(sdpd: Any, answer: Any) -> None:
    before = answer("plan", "SDPD77-2020")["mesures"]
    sdpd("tick", "SDPD77-2020", "O2.A1.m1", "--on", "2022-06-01", "--note", "fait")
    done = answer("undo", "2")["changement"]
    assert (done["numero"], done["annule"], done["source"]) == (3, 2, "annulation")
    assert answer("plan", "SDPD77-2020")["mesures"] == before
    undone = answer("history")["changements"][1]
    assert (undone["numero"], undone["annule_par"]) == (2, 3)
    assert "annulé par le n°\u00a03" in sdpd("history").out


def test_undo_is_refused_where_the_value_changed_since(sdpd: Any, answer: Any) -> None:
    sdpd("tick", "SDPD77-2020", "O2.A1.m1", "--on", "2022-06-01", "--status", "en-cours")
    sdpd("tick", "SDPD77-2020", "O2.A1.m1", "--on", "2022-06-02")
    before = answer("history")
    ran = sdpd("--json", "undo", "2")
    assert ran.status == 1
    assert ran.json["conflits"]
    assert "O2.A1.m1" in " ".join(ran.json["conflits"])
    assert ran.json["conflits"][0] in ran.err
    assert answer("history") == before


@pytest.mark.parametrize(("number", "status"), [("99", 1), ("0", 1), ("deux", 2), ("-1", 2)])
def test_a_number_that_is_none_is_refused(sdpd: Any, number: str, status: int) -> None:
    ran = sdpd("undo", number)
    assert ran.status == status
    assert number in ran.err


def test_undoing_twice_is_refused(sdpd: Any) -> None:
    sdpd("record", "SDPD77-2020", "K12", "2021", "1")
    assert sdpd("undo", "2").status == 0
    again = sdpd("undo", "2")
    assert again.status == 1
    assert "déjà annulé" in again.err


def test_only_an_import_keeps_what_was_edited_since(sdpd: Any, answer: Any) -> None:
    sdpd("tick", "SDPD77-2020", "O2.A1.m1", "--on", "2022-06-01")
    refused = sdpd("undo", "2", "--keep-edited")
    assert (refused.status, "n'est pas un import" in refused.err) == (1, True)
    assert len(answer("history")["changements"]) == 2
