"""The card « Signature électronique » of Paramètres."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.conventions.signature import BIBLIOTHEQUE
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.parametres.page import ParametresPage
from sdpd_desktop.gui.prompts import RecordingPrompts
from tests.carte import Carte
from tests.fabrique_pki import crl, day, pki
from tests.support import plain


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ParametresPage:
    page = ParametresPage(context)
    qtbot.addWidget(page)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page


def shown(page: ParametresPage) -> dict[str, str]:
    model = page.signature.listing.model()
    return {
        f"{model.index(row, 1).data()} {model.index(row, 0).data()}": model.index(row, 3).data()
        for row in range(model.rowCount())
    }


def test_authorities_and_lists_come_in_with_their_end_and_go(
    page: ParametresPage, prompts: RecordingPrompts, context: Context, tmp_path: Path
) -> None:
    stale = crl(pki().agents, debut=day(2022, 1), fin=day(2022, 2))
    for name, octets in (("a.pem", pki().racine.pem), ("b.crl", pki().listes[0]), ("c.crl", stale)):
        (tmp_path / name).write_bytes(octets)
    prompts.will_answer([tmp_path / "a.pem", tmp_path / "b.crl", tmp_path / "c.crl"])
    page.signature.form.importer_button.click()
    assert shown(page) == {
        "Autorité racine AC Racine TEST": "À jour",
        "Liste de révocation AC Racine TEST": "À jour",
        "Liste de révocation AC Agents Signature TEST": "Périmée",
    }
    assert page.signature.listing.choose(lambda row: row.nature == "Autorité racine")
    page.signature.form.retirer_button.click()
    assert context.services.confiance.get().autorites == ()
    assert len(shown(page)) == 2


def test_a_wrong_file_is_said_in_the_card(
    page: ParametresPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    (tmp_path / "a.pem").write_bytes(b"bonjour")
    prompts.will_answer([tmp_path / "a.pem"])
    page.signature.form.importer_button.click()
    assert "ni un certificat" in plain(page.signature.form.signature_error_label.text())


def test_the_library_is_chosen_tried_and_remembered(
    page: ParametresPage, prompts: RecordingPrompts, context: Context, carte: Carte
) -> None:
    form = page.signature.form
    form.essayer_button.click()
    assert "Choisissez d’abord" in form.signature_error_label.text()
    prompts.will_answer([carte.bibliotheque])
    form.bibliotheque_button.click()
    assert context.settings.text(BIBLIOTHEQUE) == carte.bibliotheque
    form.essayer_button.click()
    assert carte.jeton in form.essai_label.text()
    form.bibliotheque_edit.setText("/nulle/part.so")
    form.essayer_button.click()
    assert "n’existe pas" in form.signature_error_label.text()
