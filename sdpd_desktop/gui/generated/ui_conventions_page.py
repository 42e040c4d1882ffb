# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'conventions_page.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSplitter, QStackedWidget,
    QTabWidget, QTextBrowser, QVBoxLayout, QWidget)

from sdpd_desktop.gui.apercu.volet import ApercuPdf
from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_ConventionsPage(object):
    def setupUi(self, ConventionsPage):
        if not ConventionsPage.objectName():
            ConventionsPage.setObjectName(u"ConventionsPage")
        self.page_layout = QVBoxLayout(ConventionsPage)
        self.page_layout.setSpacing(10)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.message_bar = MessageBar(ConventionsPage)
        self.message_bar.setObjectName(u"message_bar")

        self.page_layout.addWidget(self.message_bar)

        self.bar_layout = QHBoxLayout()
        self.bar_layout.setSpacing(8)
        self.bar_layout.setObjectName(u"bar_layout")
        self.filter_edit = QLineEdit(ConventionsPage)
        self.filter_edit.setObjectName(u"filter_edit")
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.setMaximumSize(QSize(260, 16777215))

        self.bar_layout.addWidget(self.filter_edit)

        self.etat_combo = QComboBox(ConventionsPage)
        self.etat_combo.setObjectName(u"etat_combo")
        self.etat_combo.setMinimumSize(QSize(150, 0))

        self.bar_layout.addWidget(self.etat_combo)

        self.renouveler_check = QCheckBox(ConventionsPage)
        self.renouveler_check.setObjectName(u"renouveler_check")

        self.bar_layout.addWidget(self.renouveler_check)

        self.bar_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar_layout.addItem(self.bar_spacer)

        self.new_button = QPushButton(ConventionsPage)
        self.new_button.setObjectName(u"new_button")

        self.bar_layout.addWidget(self.new_button)

        self.actions_button = QPushButton(ConventionsPage)
        self.actions_button.setObjectName(u"actions_button")

        self.bar_layout.addWidget(self.actions_button)

        self.sign_button = QPushButton(ConventionsPage)
        self.sign_button.setObjectName(u"sign_button")

        self.bar_layout.addWidget(self.sign_button)


        self.page_layout.addLayout(self.bar_layout)

        self.sign_frame = QFrame(ConventionsPage)
        self.sign_frame.setObjectName(u"sign_frame")
        self.sign_layout = QHBoxLayout(self.sign_frame)
        self.sign_layout.setSpacing(8)
        self.sign_layout.setObjectName(u"sign_layout")
        self.sign_layout.setContentsMargins(14, 8, 14, 8)
        self.sign_label = QLabel(self.sign_frame)
        self.sign_label.setObjectName(u"sign_label")

        self.sign_layout.addWidget(self.sign_label)

        self.date_edit = QLineEdit(self.sign_frame)
        self.date_edit.setObjectName(u"date_edit")
        self.date_edit.setMaximumSize(QSize(120, 16777215))

        self.sign_layout.addWidget(self.date_edit)

        self.lieu_label = QLabel(self.sign_frame)
        self.lieu_label.setObjectName(u"lieu_label")

        self.sign_layout.addWidget(self.lieu_label)

        self.lieu_edit = QLineEdit(self.sign_frame)
        self.lieu_edit.setObjectName(u"lieu_edit")
        self.lieu_edit.setMinimumSize(QSize(180, 0))
        self.lieu_edit.setMaximumSize(QSize(320, 16777215))

        self.sign_layout.addWidget(self.lieu_edit)

        self.par_edit = QLineEdit(self.sign_frame)
        self.par_edit.setObjectName(u"par_edit")
        self.par_edit.setMaximumSize(QSize(170, 16777215))

        self.sign_layout.addWidget(self.par_edit)

        self.mesure_combo = QComboBox(self.sign_frame)
        self.mesure_combo.setObjectName(u"mesure_combo")
        self.mesure_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.mesure_combo.setMinimumContentsLength(16)

        self.sign_layout.addWidget(self.mesure_combo)

        self.sign_error_label = QLabel(self.sign_frame)
        self.sign_error_label.setObjectName(u"sign_error_label")
        self.sign_error_label.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.sign_error_label.sizePolicy().hasHeightForWidth())
        self.sign_error_label.setSizePolicy(sizePolicy)

        self.sign_layout.addWidget(self.sign_error_label)

        self.sign_cancel_button = QPushButton(self.sign_frame)
        self.sign_cancel_button.setObjectName(u"sign_cancel_button")

        self.sign_layout.addWidget(self.sign_cancel_button)

        self.sign_ok_button = QPushButton(self.sign_frame)
        self.sign_ok_button.setObjectName(u"sign_ok_button")

        self.sign_layout.addWidget(self.sign_ok_button)


        self.page_layout.addWidget(self.sign_frame)

        self.new_frame = QFrame(ConventionsPage)
        self.new_frame.setObjectName(u"new_frame")
        self.new_layout = QVBoxLayout(self.new_frame)
        self.new_layout.setSpacing(6)
        self.new_layout.setObjectName(u"new_layout")
        self.new_layout.setContentsMargins(14, 8, 14, 8)
        self.new_line = QHBoxLayout()
        self.new_line.setSpacing(8)
        self.new_line.setObjectName(u"new_line")
        self.new_label = QLabel(self.new_frame)
        self.new_label.setObjectName(u"new_label")

        self.new_line.addWidget(self.new_label)

        self.type_combo = QComboBox(self.new_frame)
        self.type_combo.setObjectName(u"type_combo")
        self.type_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type_combo.setMinimumContentsLength(26)

        self.new_line.addWidget(self.type_combo)

        self.code_edit = QLineEdit(self.new_frame)
        self.code_edit.setObjectName(u"code_edit")
        self.code_edit.setMaximumSize(QSize(220, 16777215))

        self.new_line.addWidget(self.code_edit)

        self.new_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.new_line.addItem(self.new_spacer)

        self.new_cancel_button = QPushButton(self.new_frame)
        self.new_cancel_button.setObjectName(u"new_cancel_button")

        self.new_line.addWidget(self.new_cancel_button)

        self.new_ok_button = QPushButton(self.new_frame)
        self.new_ok_button.setObjectName(u"new_ok_button")

        self.new_line.addWidget(self.new_ok_button)


        self.new_layout.addLayout(self.new_line)

        self.new_sources_label = QLabel(self.new_frame)
        self.new_sources_label.setObjectName(u"new_sources_label")
        self.new_sources_label.setWordWrap(True)

        self.new_layout.addWidget(self.new_sources_label)

        self.new_error_label = QLabel(self.new_frame)
        self.new_error_label.setObjectName(u"new_error_label")
        self.new_error_label.setWordWrap(True)

        self.new_layout.addWidget(self.new_error_label)


        self.page_layout.addWidget(self.new_frame)

        self.splitter = QSplitter(ConventionsPage)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(10)
        self.splitter.setChildrenCollapsible(False)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy1)
        self.list_stack = QStackedWidget(self.splitter)
        self.list_stack.setObjectName(u"list_stack")
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.list_layout = QVBoxLayout(self.list_page)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.list_stack.addWidget(self.list_page)
        self.splitter.addWidget(self.list_stack)
        self.detail_frame = QFrame(self.splitter)
        self.detail_frame.setObjectName(u"detail_frame")
        self.detail_layout = QVBoxLayout(self.detail_frame)
        self.detail_layout.setSpacing(6)
        self.detail_layout.setObjectName(u"detail_layout")
        self.detail_layout.setContentsMargins(14, 10, 8, 8)
        self.detail_head = QHBoxLayout()
        self.detail_head.setObjectName(u"detail_head")
        self.heading_label = QLabel(self.detail_frame)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.heading_label.sizePolicy().hasHeightForWidth())
        self.heading_label.setSizePolicy(sizePolicy)

        self.detail_head.addWidget(self.heading_label)


        self.detail_layout.addLayout(self.detail_head)

        self.tabs = QTabWidget(self.detail_frame)
        self.tabs.setObjectName(u"tabs")
        self.fiche_tab = QWidget()
        self.fiche_tab.setObjectName(u"fiche_tab")
        self.fiche_layout = QVBoxLayout(self.fiche_tab)
        self.fiche_layout.setSpacing(6)
        self.fiche_layout.setObjectName(u"fiche_layout")
        self.fiche_layout.setContentsMargins(0, 4, 0, 0)
        self.detail_text = QTextBrowser(self.fiche_tab)
        self.detail_text.setObjectName(u"detail_text")
        self.detail_text.setOpenLinks(False)
        self.detail_text.setFrameShape(QFrame.Shape.NoFrame)

        self.fiche_layout.addWidget(self.detail_text)

        self.tabs.addTab(self.fiche_tab, "")
        self.champs_tab = QWidget()
        self.champs_tab.setObjectName(u"champs_tab")
        self.champs_layout = QVBoxLayout(self.champs_tab)
        self.champs_layout.setSpacing(6)
        self.champs_layout.setObjectName(u"champs_layout")
        self.champs_layout.setContentsMargins(0, 4, 0, 0)
        self.tabs.addTab(self.champs_tab, "")
        self.signataires_tab = QWidget()
        self.signataires_tab.setObjectName(u"signataires_tab")
        self.signataires_layout = QVBoxLayout(self.signataires_tab)
        self.signataires_layout.setSpacing(6)
        self.signataires_layout.setObjectName(u"signataires_layout")
        self.signataires_layout.setContentsMargins(0, 4, 0, 0)
        self.tabs.addTab(self.signataires_tab, "")
        self.articles_tab = QWidget()
        self.articles_tab.setObjectName(u"articles_tab")
        self.articles_layout = QVBoxLayout(self.articles_tab)
        self.articles_layout.setSpacing(6)
        self.articles_layout.setObjectName(u"articles_layout")
        self.articles_layout.setContentsMargins(0, 4, 0, 0)
        self.tabs.addTab(self.articles_tab, "")
        self.annexes_tab = QWidget()
        self.annexes_tab.setObjectName(u"annexes_tab")
        self.annexes_layout = QVBoxLayout(self.annexes_tab)
        self.annexes_layout.setSpacing(6)
        self.annexes_layout.setObjectName(u"annexes_layout")
        self.annexes_layout.setContentsMargins(0, 4, 0, 0)
        self.tabs.addTab(self.annexes_tab, "")
        self.versions_tab = QWidget()
        self.versions_tab.setObjectName(u"versions_tab")
        self.versions_layout = QVBoxLayout(self.versions_tab)
        self.versions_layout.setSpacing(6)
        self.versions_layout.setObjectName(u"versions_layout")
        self.versions_layout.setContentsMargins(0, 4, 0, 0)
        self.tabs.addTab(self.versions_tab, "")
        self.pieces_tab = QWidget()
        self.pieces_tab.setObjectName(u"pieces_tab")
        self.pieces_layout = QVBoxLayout(self.pieces_tab)
        self.pieces_layout.setSpacing(6)
        self.pieces_layout.setObjectName(u"pieces_layout")
        self.pieces_layout.setContentsMargins(0, 4, 0, 0)
        self.tabs.addTab(self.pieces_tab, "")
        self.apercu_tab = QWidget()
        self.apercu_tab.setObjectName(u"apercu_tab")
        self.apercu_layout = QVBoxLayout(self.apercu_tab)
        self.apercu_layout.setSpacing(6)
        self.apercu_layout.setObjectName(u"apercu_layout")
        self.apercu_layout.setContentsMargins(0, 4, 0, 0)
        self.preview_bar = QHBoxLayout()
        self.preview_bar.setSpacing(8)
        self.preview_bar.setObjectName(u"preview_bar")
        self.document_combo = QComboBox(self.apercu_tab)
        self.document_combo.setObjectName(u"document_combo")

        self.preview_bar.addWidget(self.document_combo)

        self.annexes_check = QCheckBox(self.apercu_tab)
        self.annexes_check.setObjectName(u"annexes_check")

        self.preview_bar.addWidget(self.annexes_check)

        self.preview_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.preview_bar.addItem(self.preview_spacer)

        self.export_button = QPushButton(self.apercu_tab)
        self.export_button.setObjectName(u"export_button")

        self.preview_bar.addWidget(self.export_button)

        self.print_button = QPushButton(self.apercu_tab)
        self.print_button.setObjectName(u"print_button")

        self.preview_bar.addWidget(self.print_button)


        self.apercu_layout.addLayout(self.preview_bar)

        self.apercu = ApercuPdf(self.apercu_tab)
        self.apercu.setObjectName(u"apercu")

        self.apercu_layout.addWidget(self.apercu)

        self.tabs.addTab(self.apercu_tab, "")

        self.detail_layout.addWidget(self.tabs)

        self.splitter.addWidget(self.detail_frame)

        self.page_layout.addWidget(self.splitter)


        self.retranslateUi(ConventionsPage)

        QMetaObject.connectSlotsByName(ConventionsPage)
    # setupUi

    def retranslateUi(self, ConventionsPage):
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Filtrer les conventions", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("ConventionsPage", u"Filtrer (Ctrl+F)", None))
#if QT_CONFIG(accessibility)
        self.etat_combo.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"\u00c9tat \u00e0 montrer", None))
#endif // QT_CONFIG(accessibility)
        self.renouveler_check.setText(QCoreApplication.translate("ConventionsPage", u"\u00c0 renouveler", None))
#if QT_CONFIG(tooltip)
        self.renouveler_check.setToolTip(QCoreApplication.translate("ConventionsPage", u"Seulement celles qui finissent dans les six mois", None))
#endif // QT_CONFIG(tooltip)
        self.new_button.setText(QCoreApplication.translate("ConventionsPage", u"Nouvelle\u2026", None))
#if QT_CONFIG(tooltip)
        self.new_button.setToolTip(QCoreApplication.translate("ConventionsPage", u"Nouvelle convention (Ctrl+N)", None))
#endif // QT_CONFIG(tooltip)
        self.actions_button.setText(QCoreApplication.translate("ConventionsPage", u"Actions", None))
        self.sign_button.setText(QCoreApplication.translate("ConventionsPage", u"Signature\u2026", None))
        self.sign_button.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"principal", None))
        self.sign_frame.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"carte", None))
        self.sign_label.setText(QCoreApplication.translate("ConventionsPage", u"Sign\u00e9e le", None))
        self.sign_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"titre", None))
#if QT_CONFIG(accessibility)
        self.date_edit.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Date de signature", None))
#endif // QT_CONFIG(accessibility)
        self.date_edit.setPlaceholderText(QCoreApplication.translate("ConventionsPage", u"jj/mm/aaaa", None))
        self.lieu_label.setText(QCoreApplication.translate("ConventionsPage", u"\u00e0", None))
#if QT_CONFIG(accessibility)
        self.lieu_edit.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Lieu de signature", None))
#endif // QT_CONFIG(accessibility)
        self.lieu_edit.setPlaceholderText(QCoreApplication.translate("ConventionsPage", u"Lieu", None))
#if QT_CONFIG(accessibility)
        self.par_edit.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Signature constat\u00e9e par", None))
#endif // QT_CONFIG(accessibility)
        self.par_edit.setPlaceholderText(QCoreApplication.translate("ConventionsPage", u"constat\u00e9e par", None))
#if QT_CONFIG(accessibility)
        self.mesure_combo.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Mesure \u00e0 cocher avec la signature", None))
#endif // QT_CONFIG(accessibility)
        self.sign_error_label.setText("")
        self.sign_error_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"erreur", None))
        self.sign_cancel_button.setText(QCoreApplication.translate("ConventionsPage", u"Ne rien faire", None))
        self.sign_ok_button.setText(QCoreApplication.translate("ConventionsPage", u"Enregistrer", None))
        self.sign_ok_button.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"principal", None))
        self.new_frame.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"carte", None))
        self.new_label.setText(QCoreApplication.translate("ConventionsPage", u"Nouvelle convention", None))
        self.new_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"titre", None))
#if QT_CONFIG(accessibility)
        self.type_combo.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Type de convention", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.code_edit.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Code de la convention", None))
#endif // QT_CONFIG(accessibility)
        self.code_edit.setPlaceholderText(QCoreApplication.translate("ConventionsPage", u"CLCT77-2022", None))
        self.new_cancel_button.setText(QCoreApplication.translate("ConventionsPage", u"Ne rien faire", None))
        self.new_ok_button.setText(QCoreApplication.translate("ConventionsPage", u"Cr\u00e9er le brouillon", None))
        self.new_ok_button.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"principal", None))
        self.new_sources_label.setText("")
        self.new_sources_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"muet", None))
        self.new_error_label.setText("")
        self.new_error_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"erreur", None))
        self.detail_frame.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"carte", None))
        self.heading_label.setText("")
        self.heading_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"titre", None))
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Parties de la convention", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.detail_text.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"D\u00e9tail de la convention", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.fiche_tab), QCoreApplication.translate("ConventionsPage", u"Fiche", None))
        self.tabs.setTabText(self.tabs.indexOf(self.champs_tab), QCoreApplication.translate("ConventionsPage", u"R\u00e9daction", None))
        self.tabs.setTabText(self.tabs.indexOf(self.signataires_tab), QCoreApplication.translate("ConventionsPage", u"Parties et signataires", None))
        self.tabs.setTabText(self.tabs.indexOf(self.articles_tab), QCoreApplication.translate("ConventionsPage", u"Articles", None))
        self.tabs.setTabText(self.tabs.indexOf(self.annexes_tab), QCoreApplication.translate("ConventionsPage", u"Annexes", None))
        self.tabs.setTabText(self.tabs.indexOf(self.versions_tab), QCoreApplication.translate("ConventionsPage", u"Versions", None))
        self.tabs.setTabText(self.tabs.indexOf(self.pieces_tab), QCoreApplication.translate("ConventionsPage", u"Pi\u00e8ces", None))
#if QT_CONFIG(accessibility)
        self.document_combo.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Document \u00e0 voir", None))
#endif // QT_CONFIG(accessibility)
        self.annexes_check.setText(QCoreApplication.translate("ConventionsPage", u"Avec les annexes", None))
#if QT_CONFIG(tooltip)
        self.annexes_check.setToolTip(QCoreApplication.translate("ConventionsPage", u"Ajouter les annexes \u00e0 la suite, chacune derri\u00e8re sa feuille num\u00e9rot\u00e9e", None))
#endif // QT_CONFIG(tooltip)
        self.export_button.setText(QCoreApplication.translate("ConventionsPage", u"Exporter\u2026", None))
        self.print_button.setText(QCoreApplication.translate("ConventionsPage", u"Imprimer\u2026", None))
#if QT_CONFIG(tooltip)
        self.print_button.setToolTip(QCoreApplication.translate("ConventionsPage", u"Imprimer la convention (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
        self.tabs.setTabText(self.tabs.indexOf(self.apercu_tab), QCoreApplication.translate("ConventionsPage", u"Aper\u00e7u", None))
        pass
    # retranslateUi

