# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'tableau_de_bord_page.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QStackedWidget,
    QTabWidget, QVBoxLayout, QWidget)

from sdpd_desktop.gui.widgets.trend import TrendChart

class Ui_TableauDeBordPage(object):
    def setupUi(self, TableauDeBordPage):
        if not TableauDeBordPage.objectName():
            TableauDeBordPage.setObjectName(u"TableauDeBordPage")
        self.page_layout = QVBoxLayout(TableauDeBordPage)
        self.page_layout.setSpacing(0)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.stack = QStackedWidget(TableauDeBordPage)
        self.stack.setObjectName(u"stack")
        self.board_page = QWidget()
        self.board_page.setObjectName(u"board_page")
        self.board_layout = QVBoxLayout(self.board_page)
        self.board_layout.setSpacing(12)
        self.board_layout.setObjectName(u"board_layout")
        self.board_layout.setContentsMargins(0, 0, 0, 0)
        self.cards_layout = QHBoxLayout()
        self.cards_layout.setSpacing(12)
        self.cards_layout.setObjectName(u"cards_layout")

        self.board_layout.addLayout(self.cards_layout)

        self.body_layout = QHBoxLayout()
        self.body_layout.setSpacing(12)
        self.body_layout.setObjectName(u"body_layout")
        self.due_frame = QFrame(self.board_page)
        self.due_frame.setObjectName(u"due_frame")
        self.due_layout = QVBoxLayout(self.due_frame)
        self.due_layout.setSpacing(8)
        self.due_layout.setObjectName(u"due_layout")
        self.due_layout.setContentsMargins(14, 12, 14, 14)
        self.due_title_label = QLabel(self.due_frame)
        self.due_title_label.setObjectName(u"due_title_label")

        self.due_layout.addWidget(self.due_title_label)

        self.no_due_label = QLabel(self.due_frame)
        self.no_due_label.setObjectName(u"no_due_label")

        self.due_layout.addWidget(self.no_due_label)


        self.body_layout.addWidget(self.due_frame)

        self.side_layout = QVBoxLayout()
        self.side_layout.setSpacing(12)
        self.side_layout.setObjectName(u"side_layout")
        self.trend_frame = QFrame(self.board_page)
        self.trend_frame.setObjectName(u"trend_frame")
        self.trend_layout = QVBoxLayout(self.trend_frame)
        self.trend_layout.setSpacing(6)
        self.trend_layout.setObjectName(u"trend_layout")
        self.trend_layout.setContentsMargins(14, 12, 14, 10)
        self.trend_head_layout = QHBoxLayout()
        self.trend_head_layout.setSpacing(8)
        self.trend_head_layout.setObjectName(u"trend_head_layout")
        self.trend_combo = QComboBox(self.trend_frame)
        self.trend_combo.setObjectName(u"trend_combo")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.trend_combo.sizePolicy().hasHeightForWidth())
        self.trend_combo.setSizePolicy(sizePolicy)

        self.trend_head_layout.addWidget(self.trend_combo)

        self.provenance_button = QPushButton(self.trend_frame)
        self.provenance_button.setObjectName(u"provenance_button")

        self.trend_head_layout.addWidget(self.provenance_button)

        self.trend_button = QPushButton(self.trend_frame)
        self.trend_button.setObjectName(u"trend_button")

        self.trend_head_layout.addWidget(self.trend_button)


        self.trend_layout.addLayout(self.trend_head_layout)

        self.trend_label = QLabel(self.trend_frame)
        self.trend_label.setObjectName(u"trend_label")
        self.trend_label.setWordWrap(True)
        self.trend_label.setTextFormat(Qt.TextFormat.PlainText)

        self.trend_layout.addWidget(self.trend_label)

        self.trend_chart = TrendChart(self.trend_frame)
        self.trend_chart.setObjectName(u"trend_chart")

        self.trend_layout.addWidget(self.trend_chart)

        self.trend_layout.setStretch(2, 1)

        self.side_layout.addWidget(self.trend_frame)

        self.suite_frame = QFrame(self.board_page)
        self.suite_frame.setObjectName(u"suite_frame")
        self.suite_layout = QVBoxLayout(self.suite_frame)
        self.suite_layout.setObjectName(u"suite_layout")
        self.suite_layout.setContentsMargins(14, 8, 14, 14)
        self.suite_tabs = QTabWidget(self.suite_frame)
        self.suite_tabs.setObjectName(u"suite_tabs")
        self.suite_tabs.setDocumentMode(True)
        self.retours_tab = QWidget()
        self.retours_tab.setObjectName(u"retours_tab")
        self.retours_layout = QVBoxLayout(self.retours_tab)
        self.retours_layout.setSpacing(8)
        self.retours_layout.setObjectName(u"retours_layout")
        self.retours_layout.setContentsMargins(0, 10, 0, 0)
        self.no_retour_label = QLabel(self.retours_tab)
        self.no_retour_label.setObjectName(u"no_retour_label")
        self.no_retour_label.setWordWrap(True)

        self.retours_layout.addWidget(self.no_retour_label)

        self.campagne_button = QPushButton(self.retours_tab)
        self.campagne_button.setObjectName(u"campagne_button")

        self.retours_layout.addWidget(self.campagne_button, 0, Qt.AlignmentFlag.AlignLeft)

        self.suite_tabs.addTab(self.retours_tab, "")
        self.valeurs_tab = QWidget()
        self.valeurs_tab.setObjectName(u"valeurs_tab")
        self.valeurs_layout = QVBoxLayout(self.valeurs_tab)
        self.valeurs_layout.setSpacing(8)
        self.valeurs_layout.setObjectName(u"valeurs_layout")
        self.valeurs_layout.setContentsMargins(0, 10, 0, 0)
        self.no_valeur_label = QLabel(self.valeurs_tab)
        self.no_valeur_label.setObjectName(u"no_valeur_label")
        self.no_valeur_label.setWordWrap(True)

        self.valeurs_layout.addWidget(self.no_valeur_label)

        self.suite_tabs.addTab(self.valeurs_tab, "")

        self.suite_layout.addWidget(self.suite_tabs)


        self.side_layout.addWidget(self.suite_frame)

        self.side_layout.setStretch(0, 5)
        self.side_layout.setStretch(1, 4)

        self.body_layout.addLayout(self.side_layout)

        self.body_layout.setStretch(0, 8)
        self.body_layout.setStretch(1, 5)

        self.board_layout.addLayout(self.body_layout)

        self.stack.addWidget(self.board_page)

        self.page_layout.addWidget(self.stack)


        self.retranslateUi(TableauDeBordPage)

        QMetaObject.connectSlotsByName(TableauDeBordPage)
    # setupUi

    def retranslateUi(self, TableauDeBordPage):
        self.due_frame.setProperty(u"role", QCoreApplication.translate("TableauDeBordPage", u"carte", None))
        self.due_title_label.setText(QCoreApplication.translate("TableauDeBordPage", u"Ce qui est en retard ou proche", None))
        self.due_title_label.setProperty(u"role", QCoreApplication.translate("TableauDeBordPage", u"titre", None))
        self.no_due_label.setText(QCoreApplication.translate("TableauDeBordPage", u"Aucune \u00e9ch\u00e9ance ouverte dans ce plan.", None))
        self.no_due_label.setProperty(u"role", QCoreApplication.translate("TableauDeBordPage", u"muet", None))
        self.trend_frame.setProperty(u"role", QCoreApplication.translate("TableauDeBordPage", u"carte", None))
#if QT_CONFIG(accessibility)
        self.trend_combo.setAccessibleName(QCoreApplication.translate("TableauDeBordPage", u"Indicateur repr\u00e9sent\u00e9", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.provenance_button.setToolTip(QCoreApplication.translate("TableauDeBordPage", u"Montrer qui a donn\u00e9 la derni\u00e8re valeur, et la ligne du fichier telle que re\u00e7ue", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.provenance_button.setAccessibleName(QCoreApplication.translate("TableauDeBordPage", u"Provenance de la derni\u00e8re valeur", None))
#endif // QT_CONFIG(accessibility)
        self.provenance_button.setText("")
#if QT_CONFIG(tooltip)
        self.trend_button.setToolTip(QCoreApplication.translate("TableauDeBordPage", u"Ouvrir la grille des valeurs sur cet indicateur", None))
#endif // QT_CONFIG(tooltip)
        self.trend_button.setText(QCoreApplication.translate("TableauDeBordPage", u"Saisir", None))
        self.trend_label.setProperty(u"role", QCoreApplication.translate("TableauDeBordPage", u"muet", None))
        self.suite_frame.setProperty(u"role", QCoreApplication.translate("TableauDeBordPage", u"carte", None))
#if QT_CONFIG(accessibility)
        self.suite_tabs.setAccessibleName(QCoreApplication.translate("TableauDeBordPage", u"Ce qui est attendu", None))
#endif // QT_CONFIG(accessibility)
        self.no_retour_label.setProperty(u"role", QCoreApplication.translate("TableauDeBordPage", u"muet", None))
        self.campagne_button.setText(QCoreApplication.translate("TableauDeBordPage", u"Pr\u00e9parer une campagne", None))
        self.suite_tabs.setTabText(self.suite_tabs.indexOf(self.retours_tab), QCoreApplication.translate("TableauDeBordPage", u"Retours attendus", None))
        self.no_valeur_label.setText(QCoreApplication.translate("TableauDeBordPage", u"Aucune valeur n\u2019est attendue.", None))
        self.no_valeur_label.setProperty(u"role", QCoreApplication.translate("TableauDeBordPage", u"muet", None))
        self.suite_tabs.setTabText(self.suite_tabs.indexOf(self.valeurs_tab), QCoreApplication.translate("TableauDeBordPage", u"Valeurs \u00e0 saisir", None))
        pass
    # retranslateUi

