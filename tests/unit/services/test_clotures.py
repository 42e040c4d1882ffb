"""A locked period refuses every way in, and is lifted with a reason."""

import datetime as dt

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.cloture import ClosedPeriodError
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.periode import parse_periode
from tests.support import SDPD, TODAY, Bureau, cell, count, line

A21 = parse_periode("2021")


def test_a_locked_period_refuses_every_way_in(bureau: Bureau) -> None:
    services = bureau.services
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    typed = services.journal.history(1)[0].numero
    lock = services.clotures.clore(SDPD, "2021")
    assert lock.en_vigueur
    before = count(services)
    refused = "clôturée depuis le 30/06/2022"
    with pytest.raises(ValidationError, match=refused):
        services.indicateurs.record(SDPD, "K33", "2021-T4", "3 700", confirme=True)
    with pytest.raises(ValidationError, match=refused):
        services.indicateurs.effacer(SDPD, [cell("K33", "2021")])
    with pytest.raises(ClosedPeriodError, match=refused):
        services.indicateurs.valider(SDPD, [cell("K33", "2021")])
    with pytest.raises(ClosedPeriodError, match=refused):
        services.journal.undo(typed)
    assert count(services) == before
    services.indicateurs.record(SDPD, "K33", "2022", "3 700")
    assert services.indicateurs.history(SDPD, "K33", A21)[0].valeur == 3600


def test_a_return_for_a_locked_period_is_rejected_line_by_line(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = bureau.propose({("O8.A3.i1", "valeur"): 12, ("O1.A2.m1", "statut"): "en cours"})
    monkeypatch.setattr(type(bureau.services.clock), "today", lambda _self: dt.date(2022, 8, 1))
    bureau.services.clotures.clore(SDPD, "2022-S1")
    with pytest.raises(ClosedPeriodError):
        bureau.services.importations.apply(ready)
    again = bureau.propose({("O8.A3.i1", "valeur"): 12, ("O1.A2.m1", "statut"): "en cours"})
    value = line(again, "K37")
    assert (value.verdict, "clôturée" in value.raison) == (Verdict.REJETE, True)
    assert line(again, "O1.A2.m1").verdict is not Verdict.REJETE


def test_a_lock_is_lifted_with_a_reason_and_not_by_undo(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    services.clotures.clore(SDPD, "2021")
    numero = services.journal.history(1)[0].numero
    undoable = services.journal.undoable()
    assert undoable is not None
    assert undoable.numero == numero - 1, "Ctrl+Z passes over the lock"
    with pytest.raises(UserError):
        services.journal.undo(numero)
    with pytest.raises(ValidationError, match="motif"):
        services.clotures.rouvrir(SDPD, "2021", "")
    opened = services.clotures.rouvrir(SDPD, "2021", "recomptage du BRDS")
    assert (opened.en_vigueur, opened.motif, opened.rouverte_le) == (
        False,
        "recomptage du BRDS",
        TODAY,
    )
    assert "recomptage du BRDS" in services.journal.history(1)[0].commande
    services.indicateurs.record(SDPD, "K33", "2021", "3 650")
    services.clotures.clore(SDPD, "2021")
    assert [c.en_vigueur for c in services.clotures.list_all(SDPD)] == [False, True]


def test_locks_belong_to_one_plan_and_to_what_is_over(services: Services) -> None:
    services.clotures.clore(SDPD, "2021")
    services.indicateurs.record("PADRSQ62-2025", "P06", "2021", "46")
    for periode, said in (("2022", "n'est pas terminée"), ("2021-06", "déjà clôturée")):
        with pytest.raises(ValidationError, match=said):
            services.clotures.clore(SDPD, periode)
    with pytest.raises(NotFoundError, match=r"Périodes clôturées.: 2021"):
        services.clotures.rouvrir(SDPD, "2020", "x")
    with pytest.raises(NotFoundError):
        services.clotures.clore("SDPD78", "2021")
