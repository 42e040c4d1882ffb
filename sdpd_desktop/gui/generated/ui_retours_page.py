# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'retours_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QGridLayout,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QSplitter,
    QStackedWidget, QVBoxLayout, QWidget)

from sdpd_desktop.gui.retours.depot import DropZone
from sdpd_desktop.gui.widgets.message_bar import MessageBar
from sdpd_desktop.gui.widgets.progress import ProgressLine

class Ui_RetoursPage(object):
    def setupUi(self, RetoursPage):
        if not RetoursPage.objectName():
            RetoursPage.setObjectName(u"RetoursPage")
        self.page_layout = QVBoxLayout(RetoursPage)
        self.page_layout.setSpacing(10)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.message_bar = MessageBar(RetoursPage)
        self.message_bar.setObjectName(u"message_bar")

        self.page_layout.addWidget(self.message_bar)

        self.refused_frame = QFrame(RetoursPage)
        self.refused_frame.setObjectName(u"refused_frame")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.refused_frame.sizePolicy().hasHeightForWidth())
        self.refused_frame.setSizePolicy(sizePolicy)
        self.refused_layout = QVBoxLayout(self.refused_frame)
        self.refused_layout.setSpacing(4)
        self.refused_layout.setObjectName(u"refused_layout")
        self.refused_layout.setContentsMargins(14, 8, 14, 10)
        self.refused_head = QHBoxLayout()
        self.refused_head.setObjectName(u"refused_head")
        self.refused_label = QLabel(self.refused_frame)
        self.refused_label.setObjectName(u"refused_label")

        self.refused_head.addWidget(self.refused_label)

        self.refused_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.refused_head.addItem(self.refused_spacer)

        self.clear_refused_button = QPushButton(self.refused_frame)
        self.clear_refused_button.setObjectName(u"clear_refused_button")

        self.refused_head.addWidget(self.clear_refused_button)


        self.refused_layout.addLayout(self.refused_head)

        self.refused_edit = QPlainTextEdit(self.refused_frame)
        self.refused_edit.setObjectName(u"refused_edit")
        self.refused_edit.setReadOnly(True)
        self.refused_edit.setTabChangesFocus(True)
        self.refused_edit.setMaximumSize(QSize(16777215, 96))

        self.refused_layout.addWidget(self.refused_edit)


        self.page_layout.addWidget(self.refused_frame)

        self.stack = QStackedWidget(RetoursPage)
        self.stack.setObjectName(u"stack")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.stack.sizePolicy().hasHeightForWidth())
        self.stack.setSizePolicy(sizePolicy1)
        self.overview_page = QWidget()
        self.overview_page.setObjectName(u"overview_page")
        self.overview_layout = QVBoxLayout(self.overview_page)
        self.overview_layout.setSpacing(10)
        self.overview_layout.setObjectName(u"overview_layout")
        self.overview_layout.setContentsMargins(0, 0, 0, 0)
        self.bar_layout = QHBoxLayout()
        self.bar_layout.setSpacing(8)
        self.bar_layout.setObjectName(u"bar_layout")
        self.campagne_combo = QComboBox(self.overview_page)
        self.campagne_combo.setObjectName(u"campagne_combo")
        self.campagne_combo.setMinimumSize(QSize(312, 0))

        self.bar_layout.addWidget(self.campagne_combo)

        self.campagne_button = QPushButton(self.overview_page)
        self.campagne_button.setObjectName(u"campagne_button")

        self.bar_layout.addWidget(self.campagne_button)

        self.bar_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar_layout.addItem(self.bar_spacer)

        self.prepare_button = QPushButton(self.overview_page)
        self.prepare_button.setObjectName(u"prepare_button")

        self.bar_layout.addWidget(self.prepare_button)

        self.open_button = QPushButton(self.overview_page)
        self.open_button.setObjectName(u"open_button")

        self.bar_layout.addWidget(self.open_button)


        self.overview_layout.addLayout(self.bar_layout)

        self.splitter = QSplitter(self.overview_page)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(10)
        self.splitter.setChildrenCollapsible(False)
        sizePolicy1.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy1)
        self.retours_pane = QWidget(self.splitter)
        self.retours_pane.setObjectName(u"retours_pane")
        self.retours_layout = QVBoxLayout(self.retours_pane)
        self.retours_layout.setSpacing(8)
        self.retours_layout.setObjectName(u"retours_layout")
        self.retours_layout.setContentsMargins(0, 0, 0, 0)
        self.count_layout = QHBoxLayout()
        self.count_layout.setSpacing(8)
        self.count_layout.setObjectName(u"count_layout")
        self.count_label = QLabel(self.retours_pane)
        self.count_label.setObjectName(u"count_label")

        self.count_layout.addWidget(self.count_label)

        self.received_progress = ProgressLine(self.retours_pane)
        self.received_progress.setObjectName(u"received_progress")
        self.received_progress.setMinimumSize(QSize(90, 18))
        self.received_progress.setMaximumSize(QSize(180, 24))

        self.count_layout.addWidget(self.received_progress)


        self.retours_layout.addLayout(self.count_layout)

        self.retours_stack = QStackedWidget(self.retours_pane)
        self.retours_stack.setObjectName(u"retours_stack")
        self.retours_list_page = QWidget()
        self.retours_list_page.setObjectName(u"retours_list_page")
        self.retours_list_layout = QVBoxLayout(self.retours_list_page)
        self.retours_list_layout.setObjectName(u"retours_list_layout")
        self.retours_list_layout.setContentsMargins(0, 0, 0, 0)
        self.retours_stack.addWidget(self.retours_list_page)

        self.retours_layout.addWidget(self.retours_stack)

        self.retour_label = QLabel(self.retours_pane)
        self.retour_label.setObjectName(u"retour_label")
        self.retour_label.setWordWrap(True)
        self.retour_label.setTextFormat(Qt.TextFormat.PlainText)

        self.retours_layout.addWidget(self.retour_label)

        self.retours_actions = QHBoxLayout()
        self.retours_actions.setSpacing(8)
        self.retours_actions.setObjectName(u"retours_actions")
        self.etat_button = QPushButton(self.retours_pane)
        self.etat_button.setObjectName(u"etat_button")

        self.retours_actions.addWidget(self.etat_button)

        self.transmission_button = QPushButton(self.retours_pane)
        self.transmission_button.setObjectName(u"transmission_button")

        self.retours_actions.addWidget(self.transmission_button)

        self.relance_button = QPushButton(self.retours_pane)
        self.relance_button.setObjectName(u"relance_button")

        self.retours_actions.addWidget(self.relance_button)

        self.retour_button = QPushButton(self.retours_pane)
        self.retour_button.setObjectName(u"retour_button")

        self.retours_actions.addWidget(self.retour_button)

        self.retours_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.retours_actions.addItem(self.retours_spacer)


        self.retours_layout.addLayout(self.retours_actions)

        self.splitter.addWidget(self.retours_pane)
        self.right_stack = QStackedWidget(self.splitter)
        self.right_stack.setObjectName(u"right_stack")
        self.imports_page = QWidget()
        self.imports_page.setObjectName(u"imports_page")
        self.right_layout = QVBoxLayout(self.imports_page)
        self.right_layout.setSpacing(8)
        self.right_layout.setObjectName(u"right_layout")
        self.right_layout.setContentsMargins(0, 0, 0, 0)
        self.drop_zone = DropZone(self.imports_page)
        self.drop_zone.setObjectName(u"drop_zone")

        self.right_layout.addWidget(self.drop_zone)

        self.imports_label = QLabel(self.imports_page)
        self.imports_label.setObjectName(u"imports_label")

        self.right_layout.addWidget(self.imports_label)

        self.imports_stack = QStackedWidget(self.imports_page)
        self.imports_stack.setObjectName(u"imports_stack")
        sizePolicy1.setHeightForWidth(self.imports_stack.sizePolicy().hasHeightForWidth())
        self.imports_stack.setSizePolicy(sizePolicy1)
        self.imports_list_page = QWidget()
        self.imports_list_page.setObjectName(u"imports_list_page")
        self.imports_list_layout = QVBoxLayout(self.imports_list_page)
        self.imports_list_layout.setObjectName(u"imports_list_layout")
        self.imports_list_layout.setContentsMargins(0, 0, 0, 0)
        self.imports_stack.addWidget(self.imports_list_page)

        self.right_layout.addWidget(self.imports_stack)

        self.imports_actions = QHBoxLayout()
        self.imports_actions.setSpacing(8)
        self.imports_actions.setObjectName(u"imports_actions")
        self.undo_button = QPushButton(self.imports_page)
        self.undo_button.setObjectName(u"undo_button")

        self.imports_actions.addWidget(self.undo_button)

        self.journal_button = QPushButton(self.imports_page)
        self.journal_button.setObjectName(u"journal_button")

        self.imports_actions.addWidget(self.journal_button)

        self.imports_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.imports_actions.addItem(self.imports_spacer)


        self.right_layout.addLayout(self.imports_actions)

        self.right_stack.addWidget(self.imports_page)
        self.prepare_page = QWidget()
        self.prepare_page.setObjectName(u"prepare_page")
        self.prepare_page_layout = QVBoxLayout(self.prepare_page)
        self.prepare_page_layout.setSpacing(8)
        self.prepare_page_layout.setObjectName(u"prepare_page_layout")
        self.prepare_page_layout.setContentsMargins(0, 0, 0, 0)
        self.prepare_frame = QFrame(self.prepare_page)
        self.prepare_frame.setObjectName(u"prepare_frame")
        self.prepare_layout = QVBoxLayout(self.prepare_frame)
        self.prepare_layout.setSpacing(8)
        self.prepare_layout.setObjectName(u"prepare_layout")
        self.prepare_layout.setContentsMargins(14, 12, 14, 12)
        self.prepare_title = QLabel(self.prepare_frame)
        self.prepare_title.setObjectName(u"prepare_title")

        self.prepare_layout.addWidget(self.prepare_title)

        self.prepare_help = QLabel(self.prepare_frame)
        self.prepare_help.setObjectName(u"prepare_help")
        self.prepare_help.setWordWrap(True)

        self.prepare_layout.addWidget(self.prepare_help)

        self.prepare_grid = QGridLayout()
        self.prepare_grid.setSpacing(8)
        self.prepare_grid.setObjectName(u"prepare_grid")
        self.periode_label = QLabel(self.prepare_frame)
        self.periode_label.setObjectName(u"periode_label")

        self.prepare_grid.addWidget(self.periode_label, 0, 0, 1, 1)

        self.periode_edit = QLineEdit(self.prepare_frame)
        self.periode_edit.setObjectName(u"periode_edit")

        self.prepare_grid.addWidget(self.periode_edit, 0, 1, 1, 1)

        self.echeance_label = QLabel(self.prepare_frame)
        self.echeance_label.setObjectName(u"echeance_label")

        self.prepare_grid.addWidget(self.echeance_label, 1, 0, 1, 1)

        self.echeance_edit = QLineEdit(self.prepare_frame)
        self.echeance_edit.setObjectName(u"echeance_edit")

        self.prepare_grid.addWidget(self.echeance_edit, 1, 1, 1, 1)

        self.dossier_label = QLabel(self.prepare_frame)
        self.dossier_label.setObjectName(u"dossier_label")

        self.prepare_grid.addWidget(self.dossier_label, 2, 0, 1, 1)

        self.dossier_layout = QHBoxLayout()
        self.dossier_layout.setSpacing(6)
        self.dossier_layout.setObjectName(u"dossier_layout")
        self.dossier_edit = QLineEdit(self.prepare_frame)
        self.dossier_edit.setObjectName(u"dossier_edit")

        self.dossier_layout.addWidget(self.dossier_edit)

        self.dossier_button = QPushButton(self.prepare_frame)
        self.dossier_button.setObjectName(u"dossier_button")

        self.dossier_layout.addWidget(self.dossier_button)


        self.prepare_grid.addLayout(self.dossier_layout, 2, 1, 1, 1)


        self.prepare_layout.addLayout(self.prepare_grid)

        self.prepare_error_label = QLabel(self.prepare_frame)
        self.prepare_error_label.setObjectName(u"prepare_error_label")
        self.prepare_error_label.setWordWrap(True)

        self.prepare_layout.addWidget(self.prepare_error_label)

        self.prepare_actions = QHBoxLayout()
        self.prepare_actions.setSpacing(8)
        self.prepare_actions.setObjectName(u"prepare_actions")
        self.prepare_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.prepare_actions.addItem(self.prepare_spacer)

        self.choose_button = QPushButton(self.prepare_frame)
        self.choose_button.setObjectName(u"choose_button")

        self.prepare_actions.addWidget(self.choose_button)

        self.prepare_cancel_button = QPushButton(self.prepare_frame)
        self.prepare_cancel_button.setObjectName(u"prepare_cancel_button")

        self.prepare_actions.addWidget(self.prepare_cancel_button)

        self.write_button = QPushButton(self.prepare_frame)
        self.write_button.setObjectName(u"write_button")

        self.prepare_actions.addWidget(self.write_button)


        self.prepare_layout.addLayout(self.prepare_actions)


        self.prepare_page_layout.addWidget(self.prepare_frame)

        self.prepare_page_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.prepare_page_layout.addItem(self.prepare_page_spacer)

        self.right_stack.addWidget(self.prepare_page)
        self.splitter.addWidget(self.right_stack)

        self.overview_layout.addWidget(self.splitter)

        self.stack.addWidget(self.overview_page)

        self.page_layout.addWidget(self.stack)


        self.retranslateUi(RetoursPage)

        QMetaObject.connectSlotsByName(RetoursPage)
    # setupUi

    def retranslateUi(self, RetoursPage):
        self.refused_frame.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"carte", None))
        self.refused_label.setText(QCoreApplication.translate("RetoursPage", u"Fichiers refus\u00e9s", None))
        self.refused_label.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"titre", None))
        self.clear_refused_button.setText(QCoreApplication.translate("RetoursPage", u"Effacer la liste", None))
#if QT_CONFIG(accessibility)
        self.refused_edit.setAccessibleName(QCoreApplication.translate("RetoursPage", u"Fichiers refus\u00e9s et raisons", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.campagne_combo.setAccessibleName(QCoreApplication.translate("RetoursPage", u"Campagne", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.campagne_combo.setToolTip(QCoreApplication.translate("RetoursPage", u"Campagne affich\u00e9e", None))
#endif // QT_CONFIG(tooltip)
        self.campagne_button.setText(QCoreApplication.translate("RetoursPage", u"Campagne", None))
#if QT_CONFIG(tooltip)
        self.campagne_button.setToolTip(QCoreApplication.translate("RetoursPage", u"Modifier, relancer, clore la campagne affich\u00e9e", None))
#endif // QT_CONFIG(tooltip)
        self.prepare_button.setText(QCoreApplication.translate("RetoursPage", u"Pr\u00e9parer une campagne\u2026", None))
#if QT_CONFIG(tooltip)
        self.prepare_button.setToolTip(QCoreApplication.translate("RetoursPage", u"\u00c9crire un classeur par partenaire (Ctrl+N)", None))
#endif // QT_CONFIG(tooltip)
        self.open_button.setText(QCoreApplication.translate("RetoursPage", u"Ouvrir des fichiers\u2026", None))
        self.open_button.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"principal", None))
#if QT_CONFIG(tooltip)
        self.open_button.setToolTip(QCoreApplication.translate("RetoursPage", u"Lire les classeurs revenus (Ctrl+O)", None))
#endif // QT_CONFIG(tooltip)
        self.count_label.setText("")
        self.count_label.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"muet", None))
        self.retour_label.setText("")
        self.retour_label.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"muet", None))
        self.etat_button.setText(QCoreApplication.translate("RetoursPage", u"Changer l\u2019\u00e9tat", None))
#if QT_CONFIG(tooltip)
        self.etat_button.setToolTip(QCoreApplication.translate("RetoursPage", u"Changer l\u2019\u00e9tat du retour choisi", None))
#endif // QT_CONFIG(tooltip)
        self.transmission_button.setText(QCoreApplication.translate("RetoursPage", u"Saisir ses r\u00e9ponses\u2026", None))
#if QT_CONFIG(tooltip)
        self.transmission_button.setToolTip(QCoreApplication.translate("RetoursPage", u"Saisir ce que le partenaire a r\u00e9pondu par courriel, courrier ou t\u00e9l\u00e9phone", None))
#endif // QT_CONFIG(tooltip)
        self.relance_button.setText(QCoreApplication.translate("RetoursPage", u"Relancer\u2026", None))
#if QT_CONFIG(tooltip)
        self.relance_button.setToolTip(QCoreApplication.translate("RetoursPage", u"\u00c9crire la lettre, le courriel et le classeur de relance du partenaire choisi", None))
#endif // QT_CONFIG(tooltip)
        self.retour_button.setText(QCoreApplication.translate("RetoursPage", u"Autres", None))
#if QT_CONFIG(tooltip)
        self.retour_button.setToolTip(QCoreApplication.translate("RetoursPage", u"R\u00e9crire le classeur, changer ce qui est demand\u00e9, la fiche du partenaire", None))
#endif // QT_CONFIG(tooltip)
        self.imports_label.setText(QCoreApplication.translate("RetoursPage", u"Fichiers import\u00e9s", None))
        self.imports_label.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"titre", None))
        self.undo_button.setText(QCoreApplication.translate("RetoursPage", u"Annuler cet import", None))
        self.journal_button.setText(QCoreApplication.translate("RetoursPage", u"Voir dans le journal", None))
        self.prepare_frame.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"carte", None))
        self.prepare_title.setText(QCoreApplication.translate("RetoursPage", u"Pr\u00e9parer une campagne", None))
        self.prepare_title.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"titre", None))
        self.prepare_help.setText(QCoreApplication.translate("RetoursPage", u"Un classeur pr\u00e9rempli par partenaire, \u00e0 copier sur une cl\u00e9. Une campagne d\u00e9j\u00e0 ouverte pour la m\u00eame p\u00e9riode est reprise.", None))
        self.prepare_help.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"muet", None))
        self.periode_label.setText(QCoreApplication.translate("RetoursPage", u"P\u00e9riode", None))
#if QT_CONFIG(accessibility)
        self.periode_edit.setAccessibleName(QCoreApplication.translate("RetoursPage", u"P\u00e9riode", None))
#endif // QT_CONFIG(accessibility)
        self.periode_edit.setPlaceholderText(QCoreApplication.translate("RetoursPage", u"2022, 2022-S1, 2022-T2, juin 2022", None))
        self.echeance_label.setText(QCoreApplication.translate("RetoursPage", u"R\u00e9ponse attendue le", None))
#if QT_CONFIG(accessibility)
        self.echeance_edit.setAccessibleName(QCoreApplication.translate("RetoursPage", u"R\u00e9ponse attendue le", None))
#endif // QT_CONFIG(accessibility)
        self.echeance_edit.setPlaceholderText(QCoreApplication.translate("RetoursPage", u"jj/mm/aaaa (facultatif)", None))
        self.dossier_label.setText(QCoreApplication.translate("RetoursPage", u"Dossier de sortie", None))
#if QT_CONFIG(accessibility)
        self.dossier_edit.setAccessibleName(QCoreApplication.translate("RetoursPage", u"Dossier de sortie", None))
#endif // QT_CONFIG(accessibility)
        self.dossier_edit.setPlaceholderText(QCoreApplication.translate("RetoursPage", u"Cl\u00e9 USB ou dossier", None))
        self.dossier_button.setText(QCoreApplication.translate("RetoursPage", u"Choisir\u2026", None))
        self.prepare_error_label.setText("")
        self.prepare_error_label.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"erreur", None))
        self.choose_button.setText(QCoreApplication.translate("RetoursPage", u"Choisir les partenaires\u2026", None))
#if QT_CONFIG(tooltip)
        self.choose_button.setToolTip(QCoreApplication.translate("RetoursPage", u"Retirer ou ajouter des partenaires, changer ce que chacun doit remplir", None))
#endif // QT_CONFIG(tooltip)
        self.prepare_cancel_button.setText(QCoreApplication.translate("RetoursPage", u"Fermer", None))
        self.write_button.setText(QCoreApplication.translate("RetoursPage", u"\u00c9crire les classeurs", None))
        self.write_button.setProperty(u"role", QCoreApplication.translate("RetoursPage", u"principal", None))
        pass
    # retranslateUi

