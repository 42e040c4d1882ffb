# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'indicateurs_detail.ui'
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
    QLabel, QProgressBar, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QTabWidget, QVBoxLayout,
    QWidget)

from sdpd_desktop.gui.widgets.trend import TrendChart

class Ui_IndicateursDetail(object):
    def setupUi(self, IndicateursDetail):
        if not IndicateursDetail.objectName():
            IndicateursDetail.setObjectName(u"IndicateursDetail")
        self.detail_layout = QVBoxLayout(IndicateursDetail)
        self.detail_layout.setSpacing(6)
        self.detail_layout.setObjectName(u"detail_layout")
        self.detail_layout.setContentsMargins(14, 12, 14, 10)
        self.reference_label = QLabel(IndicateursDetail)
        self.reference_label.setObjectName(u"reference_label")
        self.reference_label.setWordWrap(True)
        self.reference_label.setTextFormat(Qt.TextFormat.PlainText)

        self.detail_layout.addWidget(self.reference_label)

        self.title_label = QLabel(IndicateursDetail)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setWordWrap(True)
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.detail_layout.addWidget(self.title_label)

        self.value_layout = QHBoxLayout()
        self.value_layout.setSpacing(8)
        self.value_layout.setObjectName(u"value_layout")
        self.value_label = QLabel(IndicateursDetail)
        self.value_label.setObjectName(u"value_label")
        self.value_label.setTextFormat(Qt.TextFormat.PlainText)
        self.value_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.value_layout.addWidget(self.value_label)

        self.value_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.value_layout.addItem(self.value_spacer)

        self.provenance_button = QPushButton(IndicateursDetail)
        self.provenance_button.setObjectName(u"provenance_button")

        self.value_layout.addWidget(self.provenance_button)


        self.detail_layout.addLayout(self.value_layout)

        self.period_label = QLabel(IndicateursDetail)
        self.period_label.setObjectName(u"period_label")
        self.period_label.setWordWrap(True)
        self.period_label.setTextFormat(Qt.TextFormat.PlainText)

        self.detail_layout.addWidget(self.period_label)

        self.reason_label = QLabel(IndicateursDetail)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setWordWrap(True)
        self.reason_label.setTextFormat(Qt.TextFormat.PlainText)

        self.detail_layout.addWidget(self.reason_label)

        self.confirmer_button = QPushButton(IndicateursDetail)
        self.confirmer_button.setObjectName(u"confirmer_button")

        self.detail_layout.addWidget(self.confirmer_button)

        self.tabs = QTabWidget(IndicateursDetail)
        self.tabs.setObjectName(u"tabs")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.tabs.sizePolicy().hasHeightForWidth())
        self.tabs.setSizePolicy(sizePolicy)
        self.tabs.setDocumentMode(True)
        self.indicateur_tab = QWidget()
        self.indicateur_tab.setObjectName(u"indicateur_tab")
        self.indicateur_layout = QVBoxLayout(self.indicateur_tab)
        self.indicateur_layout.setObjectName(u"indicateur_layout")
        self.indicateur_layout.setContentsMargins(0, 10, 0, 0)
        self.fiche_area = QScrollArea(self.indicateur_tab)
        self.fiche_area.setObjectName(u"fiche_area")
        self.fiche_area.setFrameShape(QFrame.Shape.NoFrame)
        self.fiche_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fiche_area.setWidgetResizable(True)
        self.fiche_contents = QWidget()
        self.fiche_contents.setObjectName(u"fiche_contents")
        self.fiche_layout = QVBoxLayout(self.fiche_contents)
        self.fiche_layout.setSpacing(8)
        self.fiche_layout.setObjectName(u"fiche_layout")
        self.fiche_layout.setContentsMargins(0, 0, 4, 0)
        self.taux_label = QLabel(self.fiche_contents)
        self.taux_label.setObjectName(u"taux_label")
        self.taux_label.setWordWrap(True)
        self.taux_label.setTextFormat(Qt.TextFormat.PlainText)
        self.taux_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.fiche_layout.addWidget(self.taux_label)

        self.taux_bar = QProgressBar(self.fiche_contents)
        self.taux_bar.setObjectName(u"taux_bar")
        self.taux_bar.setMaximum(10000)
        self.taux_bar.setTextVisible(False)

        self.fiche_layout.addWidget(self.taux_bar)

        self.fiche_actions = QHBoxLayout()
        self.fiche_actions.setSpacing(8)
        self.fiche_actions.setObjectName(u"fiche_actions")
        self.reglages_button = QPushButton(self.fiche_contents)
        self.reglages_button.setObjectName(u"reglages_button")

        self.fiche_actions.addWidget(self.reglages_button)

        self.nouveau_button = QPushButton(self.fiche_contents)
        self.nouveau_button.setObjectName(u"nouveau_button")

        self.fiche_actions.addWidget(self.nouveau_button)


        self.fiche_layout.addLayout(self.fiche_actions)

        self.graphe_combo = QComboBox(self.fiche_contents)
        self.graphe_combo.setObjectName(u"graphe_combo")

        self.fiche_layout.addWidget(self.graphe_combo)

        self.trend_chart = TrendChart(self.fiche_contents)
        self.trend_chart.setObjectName(u"trend_chart")
        self.trend_chart.setMinimumSize(QSize(0, 150))
        self.trend_chart.setMaximumSize(QSize(16777215, 190))

        self.fiche_layout.addWidget(self.trend_chart)

        self.fiche_label = QLabel(self.fiche_contents)
        self.fiche_label.setObjectName(u"fiche_label")
        self.fiche_label.setWordWrap(True)
        self.fiche_label.setTextFormat(Qt.TextFormat.RichText)
        self.fiche_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.fiche_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.fiche_layout.addWidget(self.fiche_label)

        self.fiche_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fiche_layout.addItem(self.fiche_spacer)

        self.fiche_area.setWidget(self.fiche_contents)

        self.indicateur_layout.addWidget(self.fiche_area)

        self.tabs.addTab(self.indicateur_tab, "")
        self.comparaison_tab = QWidget()
        self.comparaison_tab.setObjectName(u"comparaison_tab")
        self.comparaison_layout = QVBoxLayout(self.comparaison_tab)
        self.comparaison_layout.setObjectName(u"comparaison_layout")
        self.comparaison_layout.setContentsMargins(0, 10, 0, 0)
        self.comparaison_area = QScrollArea(self.comparaison_tab)
        self.comparaison_area.setObjectName(u"comparaison_area")
        self.comparaison_area.setFrameShape(QFrame.Shape.NoFrame)
        self.comparaison_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.comparaison_area.setWidgetResizable(True)
        self.comparaison_contents = QWidget()
        self.comparaison_contents.setObjectName(u"comparaison_contents")
        self.comparaison_inner_layout = QVBoxLayout(self.comparaison_contents)
        self.comparaison_inner_layout.setSpacing(8)
        self.comparaison_inner_layout.setObjectName(u"comparaison_inner_layout")
        self.comparaison_inner_layout.setContentsMargins(0, 0, 4, 0)
        self.comparaison_chart = TrendChart(self.comparaison_contents)
        self.comparaison_chart.setObjectName(u"comparaison_chart")
        self.comparaison_chart.setMinimumSize(QSize(0, 150))
        self.comparaison_chart.setMaximumSize(QSize(16777215, 180))

        self.comparaison_inner_layout.addWidget(self.comparaison_chart)

        self.comparaison_label = QLabel(self.comparaison_contents)
        self.comparaison_label.setObjectName(u"comparaison_label")
        self.comparaison_label.setWordWrap(True)
        self.comparaison_label.setTextFormat(Qt.TextFormat.RichText)
        self.comparaison_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.comparaison_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)

        self.comparaison_inner_layout.addWidget(self.comparaison_label)

        self.comparaison_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.comparaison_inner_layout.addItem(self.comparaison_spacer)

        self.comparaison_area.setWidget(self.comparaison_contents)

        self.comparaison_layout.addWidget(self.comparaison_area)

        self.tabs.addTab(self.comparaison_tab, "")
        self.valeur_tab = QWidget()
        self.valeur_tab.setObjectName(u"valeur_tab")
        self.valeur_layout = QVBoxLayout(self.valeur_tab)
        self.valeur_layout.setSpacing(8)
        self.valeur_layout.setObjectName(u"valeur_layout")
        self.valeur_layout.setContentsMargins(0, 10, 0, 0)
        self.origine_area = QScrollArea(self.valeur_tab)
        self.origine_area.setObjectName(u"origine_area")
        self.origine_area.setFrameShape(QFrame.Shape.NoFrame)
        self.origine_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.origine_area.setWidgetResizable(True)
        self.origine_contents = QWidget()
        self.origine_contents.setObjectName(u"origine_contents")
        self.origine_layout = QVBoxLayout(self.origine_contents)
        self.origine_layout.setSpacing(8)
        self.origine_layout.setObjectName(u"origine_layout")
        self.origine_layout.setContentsMargins(0, 0, 4, 0)
        self.origine_label = QLabel(self.origine_contents)
        self.origine_label.setObjectName(u"origine_label")
        self.origine_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.origine_label.setWordWrap(True)
        self.origine_label.setTextFormat(Qt.TextFormat.PlainText)
        self.origine_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.origine_layout.addWidget(self.origine_label)

        self.parts_label = QLabel(self.origine_contents)
        self.parts_label.setObjectName(u"parts_label")
        self.parts_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)
        self.parts_label.setWordWrap(True)
        self.parts_label.setTextFormat(Qt.TextFormat.RichText)
        self.parts_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)

        self.origine_layout.addWidget(self.parts_label)

        self.origine_layout.setStretch(1, 1)
        self.origine_area.setWidget(self.origine_contents)

        self.valeur_layout.addWidget(self.origine_area)

        self.historique_label = QLabel(self.valeur_tab)
        self.historique_label.setObjectName(u"historique_label")

        self.valeur_layout.addWidget(self.historique_label)

        self.tabs.addTab(self.valeur_tab, "")

        self.detail_layout.addWidget(self.tabs)

        QWidget.setTabOrder(self.confirmer_button, self.tabs)
        QWidget.setTabOrder(self.tabs, self.fiche_area)
        QWidget.setTabOrder(self.fiche_area, self.graphe_combo)
        QWidget.setTabOrder(self.graphe_combo, self.trend_chart)
        QWidget.setTabOrder(self.trend_chart, self.comparaison_area)
        QWidget.setTabOrder(self.comparaison_area, self.comparaison_chart)
        QWidget.setTabOrder(self.comparaison_chart, self.origine_area)

        self.retranslateUi(IndicateursDetail)

        self.tabs.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(IndicateursDetail)
    # setupUi

    def retranslateUi(self, IndicateursDetail):
        IndicateursDetail.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"carte", None))
        self.reference_label.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"petit", None))
        self.title_label.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"titre", None))
        self.value_label.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"grand", None))
#if QT_CONFIG(accessibility)
        self.provenance_button.setAccessibleName(QCoreApplication.translate("IndicateursDetail", u"Provenance de cette valeur", None))
#endif // QT_CONFIG(accessibility)
        self.provenance_button.setText("")
#if QT_CONFIG(tooltip)
        self.provenance_button.setToolTip(QCoreApplication.translate("IndicateursDetail", u"Provenance : qui a donn\u00e9 cette valeur, et la ligne du fichier telle que re\u00e7ue", None))
#endif // QT_CONFIG(tooltip)
        self.period_label.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"muet", None))
        self.reason_label.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"erreur", None))
#if QT_CONFIG(tooltip)
        self.confirmer_button.setToolTip(QCoreApplication.translate("IndicateursDetail", u"Garder cette valeur malgr\u00e9 la remarque (Ctrl+Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
        self.confirmer_button.setText(QCoreApplication.translate("IndicateursDetail", u"Confirmer", None))
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("IndicateursDetail", u"Volets du d\u00e9tail", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.fiche_area.setAccessibleName(QCoreApplication.translate("IndicateursDetail", u"Fiche de l\u2019indicateur", None))
#endif // QT_CONFIG(accessibility)
        self.fiche_contents.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"fond", None))
#if QT_CONFIG(accessibility)
        self.taux_bar.setAccessibleName(QCoreApplication.translate("IndicateursDetail", u"Taux d\u2019atteinte de la cible", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.reglages_button.setToolTip(QCoreApplication.translate("IndicateursDetail", u"M\u00e9thode, cibles, calcul, contr\u00f4les et diffusion de l\u2019indicateur (F2 dans la liste)", None))
#endif // QT_CONFIG(tooltip)
        self.reglages_button.setText(QCoreApplication.translate("IndicateursDetail", u"R\u00e9glages\u2026", None))
#if QT_CONFIG(tooltip)
        self.nouveau_button.setToolTip(QCoreApplication.translate("IndicateursDetail", u"Cr\u00e9er un indicateur du bureau (Ctrl+N)", None))
#endif // QT_CONFIG(tooltip)
        self.nouveau_button.setText(QCoreApplication.translate("IndicateursDetail", u"Nouveau\u2026", None))
#if QT_CONFIG(accessibility)
        self.graphe_combo.setAccessibleName(QCoreApplication.translate("IndicateursDetail", u"Graphique montr\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.indicateur_tab), QCoreApplication.translate("IndicateursDetail", u"Indicateur", None))
#if QT_CONFIG(accessibility)
        self.comparaison_area.setAccessibleName(QCoreApplication.translate("IndicateursDetail", u"Comparaison avec l\u2019ann\u00e9e pr\u00e9c\u00e9dente", None))
#endif // QT_CONFIG(accessibility)
        self.comparaison_contents.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"fond", None))
        self.tabs.setTabText(self.tabs.indexOf(self.comparaison_tab), QCoreApplication.translate("IndicateursDetail", u"N/N-1", None))
#if QT_CONFIG(accessibility)
        self.origine_area.setAccessibleName(QCoreApplication.translate("IndicateursDetail", u"Origine de la valeur", None))
#endif // QT_CONFIG(accessibility)
        self.origine_contents.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"fond", None))
#if QT_CONFIG(accessibility)
        self.parts_label.setAccessibleName(QCoreApplication.translate("IndicateursDetail", u"Ce que chaque service a donn\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.historique_label.setText(QCoreApplication.translate("IndicateursDetail", u"Valeurs successives de cette cellule", None))
        self.historique_label.setProperty(u"role", QCoreApplication.translate("IndicateursDetail", u"muet", None))
        self.tabs.setTabText(self.tabs.indexOf(self.valeur_tab), QCoreApplication.translate("IndicateursDetail", u"Cette valeur", None))
    # retranslateUi

