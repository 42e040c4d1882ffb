"""The detail of a convention as text with links."""

import datetime as dt
from dataclasses import replace

from sdpd_desktop.domain.duree import Duree
from sdpd_desktop.gui.conventions.fiche import badge_renouvellement, fiche, link_of, signature
from tests.support import plain
from tests.unit.documents.echantillons import convention

DETAILS = convention(signee=True).details


def test_what_is_not_known_is_absent() -> None:
    bare = replace(DETAILS, presidence="", objet="", annexes=(), avenants=(), remarques=())
    text = fiche(bare, "#515b6b")
    for title in ("Présidence", "Objet", "Annexes", "Avenants", "Remarques"):
        assert title not in text
    assert "Parties" in text


def test_text_is_never_markup() -> None:
    text = fiche(replace(DETAILS, objet="<b>A & B</b>"), "#515b6b")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in text
    assert "<b>" not in text


def test_links_carry_codes_with_any_sign() -> None:
    text = fiche(replace(DETAILS, actions=(("P/1 é", "O2.A1"),)), "#515b6b")
    href = text.split('href="')[1].split('"')[0]
    assert link_of(href) == ("action", "P/1 é", "O2.A1")


def test_the_signature_is_announced_then_said() -> None:
    announced = replace(
        DETAILS,
        signee_le=None,
        signature_prevue=dt.datetime(2019, 7, 4, 17),
        signature_lieu="Hôtel de police",
    )
    assert plain(signature(announced)) == (
        "à signer ; signature annoncée le 4 juillet 2019 à 17 h (Hôtel de police)"
    )
    half_past = replace(announced, signature_prevue=dt.datetime(2019, 7, 4, 17, 30))
    assert "17 h 30" in plain(signature(half_past))
    signed = replace(announced, signee_le=dt.date(2019, 7, 1))
    assert plain(signature(signed)) == "signée le 1er juillet 2019 (Hôtel de police)"


def test_the_end_is_warned_of_twice() -> None:
    today = dt.date(2022, 6, 30)

    def words(fin: dt.date) -> str:
        badge = badge_renouvellement(replace(DETAILS.resume, duree=Duree(fin=fin)), today)
        return badge.texte if badge else ""

    assert words(dt.date(2022, 8, 30)) == "Moins de 2 mois"
    assert words(dt.date(2022, 9, 1)) == "Moins de 6 mois"
    assert words(dt.date(2023, 1, 1)) == ""
    assert words(dt.date(2022, 6, 29)) == ""
