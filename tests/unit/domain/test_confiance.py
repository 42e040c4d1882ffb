"""What begins trust, and when a list is stale."""

import dataclasses
import datetime as dt

from sdpd_desktop.domain.confiance import Autorite, Confiance, ListeRevocation

NOW = dt.datetime(2022, 6, 30, tzinfo=dt.UTC)
RACINE = Autorite("a", "Racine", "Racine", NOW, NOW, b"")
LISTE = ListeRevocation("b", "Racine", NOW, NOW, 0, b"")


def test_trust_begins_with_who_vouches_for_itself() -> None:
    under = dataclasses.replace(RACINE, sujet="Agents")
    confiance = Confiance((RACINE, under), (LISTE,))
    assert confiance.racines == (RACINE,)
    assert confiance.fichiers == (RACINE, under, LISTE)


def test_a_list_is_stale_once_the_next_one_is_due() -> None:
    assert not LISTE.perimee(NOW)
    assert LISTE.perimee(NOW + dt.timedelta(seconds=1))
    endless = dataclasses.replace(LISTE, prochaine=None)
    assert not endless.perimee(NOW + dt.timedelta(days=9999))
