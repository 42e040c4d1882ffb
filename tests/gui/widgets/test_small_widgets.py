"""Badges, progress, cards, messages, empty screens: what they say and how they are reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.plan import EtatEcheance, Statut
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.labels import ETATS, STATUTS, Badge, Forme, badge
from sdpd_desktop.gui.widgets.badge import StateBadge
from sdpd_desktop.gui.widgets.card import Card
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.message_bar import MessageBar, Tone
from sdpd_desktop.gui.widgets.progress import ProgressLine


def colours_of(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_no_two_states_share_word_or_shape_and_tone() -> None:
    for table in (ETATS, STATUTS):
        shown = list(table.values())
        assert len({one.texte for one in shown}) == len(shown)
        assert len({(one.forme, one.ton) for one in shown}) == len(shown)


@pytest.mark.parametrize(
    ("etat", "statut", "texte"),
    [
        (EtatEcheance.EN_RETARD, Statut.BLOQUEE, "En retard"),
        (EtatEcheance.A_JOUR, Statut.REALISEE, "Réalisée"),
        (EtatEcheance.A_JOUR, Statut.EN_PAUSE, "En pause"),
        (EtatEcheance.A_JOUR, Statut.EN_COURS, "À jour"),
        (EtatEcheance.A_VENIR, Statut.A_VENIR, "À venir"),
    ],
)
def test_one_state_is_shown(etat: EtatEcheance, statut: Statut, texte: str) -> None:
    assert badge(etat, statut).texte == texte


@pytest.mark.parametrize("forme", list(Forme))
def test_a_badge_draws_its_shape_and_says_its_word(qtbot: QtBot, forme: Forme) -> None:
    shown = StateBadge(Badge("État", "late", forme))
    qtbot.addWidget(shown)
    shown.resize(shown.sizeHint())
    assert shown.accessibleName() == "État"
    with_shape = shown.grab().toImage()
    assert {colours.LIGHT.late, colours.LIGHT.late_soft} <= colours_of(with_shape)
    left = with_shape.copy(4, 0, 14, with_shape.height())
    assert len(colours_of(left)) > 1


def test_a_badge_of_nothing_is_hidden(qtbot: QtBot) -> None:
    shown = StateBadge(ETATS[EtatEcheance.A_JOUR])
    qtbot.addWidget(shown)
    shown.set_badge(None)
    assert not shown.isVisible()
    assert shown.accessibleName() == ""


def test_progress_changes_colour_when_all_is_done(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(160, 20)
    line.set_progress(2, 4)
    assert line.accessibleName() == "2 sur 4"
    assert QColor(colours.LIGHT.primary).name() in colours_of(line.grab().toImage())
    line.set_progress(4, 4)
    assert QColor(colours.LIGHT.ok).name() in colours_of(line.grab().toImage())


def test_nothing_to_do_draws_no_bar(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(160, 20)
    line.set_progress(0, 0)
    assert len(colours_of(line.grab().toImage())) == 1


def test_a_card_that_leads_somewhere_opens_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    card = Card("Actions en retard", leads=True)
    qtbot.addWidget(card)
    opened: list[bool] = []
    card.activated.connect(lambda: opened.append(True))
    card.show()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.keyClick(card, Qt.Key.Key_Space)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.keyClick(card, Qt.Key.Key_A)
    assert len(opened) == 3
    assert card.accessibleName() == "Actions en retard"


def test_a_plain_card_takes_no_focus(qtbot: QtBot) -> None:
    card = Card("Détail")
    qtbot.addWidget(card)
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_message_replaces_the_one_before(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Import terminé.", Tone.SUCCES, "Annuler l'import")
    assert bar.isVisible()
    with qtbot.waitSignal(bar.activated):
        bar.action_button.click()
    bar.show_message("Le disque est plein.", Tone.ERREUR)
    assert bar.text_label.text() == "Le disque est plein."
    assert not bar.action_button.isVisible()
    assert bar.property("ton") == "erreur"
    with qtbot.waitSignal(bar.dismissed):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_message_is_never_read_as_markup(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("<b>gras</b>")
    assert bar.text_label.textFormat() == Qt.TextFormat.PlainText


def test_an_empty_screen_says_what_to_do(qtbot: QtBot, qapp: QApplication) -> None:
    empty = EmptyState("files", "Aucun document", "Préparez un bilan.", "Préparer")
    qtbot.addWidget(empty)
    empty.show()
    assert empty.button.isVisible()
    with qtbot.waitSignal(empty.activated):
        empty.button.click()
    without = EmptyState("files", "Aucun document")
    qtbot.addWidget(without)
    without.show()
    assert not without.button.isVisible()
