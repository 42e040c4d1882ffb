"""``expunge``: the text is read from standard input, never from the command line."""

import io
from typing import Any

import pytest


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_text_is_shown_then_taken_out(sdpd: Any, answer: Any, said: Any) -> None:
    sdpd("tick", "SDPD77-2020", "O2.A1.m1", "--on", "2022-06-01", "--note", "vu Jean Bon")
    said("Jean Bon\n")
    told = answer("expunge", "--reason", "reçu par erreur", "--dry-run")
    assert (told["simulation"], told["changement"]) == (True, None)
    assert told["elements"] == 2
    said("Jean Bon\n")
    ran = sdpd("expunge", "--reason", "reçu par erreur")
    assert ran.status == 0
    assert "Expurgé (changement n°\u00a03)" in ran.out
    mesures = answer("plan", "SDPD77-2020")["mesures"]
    assert "Jean Bon" not in str(mesures)
    assert "Éléments expurgés" in sdpd("check").out
    assert sdpd("undo", "3").status == 1


def test_the_reason_and_the_file_are_checked(sdpd: Any, said: Any) -> None:
    said("introuvable")
    refused = sdpd("expunge", "--reason", "erreur")
    assert (refused.status, "nulle part" in refused.err) == (1, True)
    refused = sdpd("expunge", "--file", "0" * 64, "--reason", "erreur")
    assert (refused.status, "ne sont pas conservés" in refused.err) == (1, True)
    assert sdpd("expunge").status == 2
