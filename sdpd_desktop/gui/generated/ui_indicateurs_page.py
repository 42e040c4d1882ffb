# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'indicateurs_page.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QSpinBox, QSplitter, QStackedWidget, QVBoxLayout,
    QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_IndicateursPage(object):
    def setupUi(self, IndicateursPage):
        if not IndicateursPage.objectName():
            IndicateursPage.setObjectName(u"IndicateursPage")
        self.page_layout = QVBoxLayout(IndicateursPage)
        self.page_layout.setSpacing(8)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 10)
        self.bar_layout = QHBoxLayout()
        self.bar_layout.setSpacing(8)
        self.bar_layout.setObjectName(u"bar_layout")
        self.filter_edit = QLineEdit(IndicateursPage)
        self.filter_edit.setObjectName(u"filter_edit")
        self.filter_edit.setMinimumSize(QSize(110, 0))
        self.filter_edit.setMaximumSize(QSize(300, 16777215))
        self.filter_edit.setClearButtonEnabled(True)

        self.bar_layout.addWidget(self.filter_edit)

        self.a_saisir_button = QPushButton(IndicateursPage)
        self.a_saisir_button.setObjectName(u"a_saisir_button")
        self.a_saisir_button.setCheckable(True)

        self.bar_layout.addWidget(self.a_saisir_button)

        self.comparer_button = QPushButton(IndicateursPage)
        self.comparer_button.setObjectName(u"comparer_button")
        self.comparer_button.setCheckable(True)

        self.bar_layout.addWidget(self.comparer_button)

        self.bar_spacer = QSpacerItem(4, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar_layout.addItem(self.bar_spacer)

        self.valeurs_button = QPushButton(IndicateursPage)
        self.valeurs_button.setObjectName(u"valeurs_button")

        self.bar_layout.addWidget(self.valeurs_button)

        self.periodes_button = QPushButton(IndicateursPage)
        self.periodes_button.setObjectName(u"periodes_button")

        self.bar_layout.addWidget(self.periodes_button)

        self.importer_button = QPushButton(IndicateursPage)
        self.importer_button.setObjectName(u"importer_button")

        self.bar_layout.addWidget(self.importer_button)

        self.columns_button = QPushButton(IndicateursPage)
        self.columns_button.setObjectName(u"columns_button")

        self.bar_layout.addWidget(self.columns_button)


        self.page_layout.addLayout(self.bar_layout)

        self.vue_layout = QHBoxLayout()
        self.vue_layout.setSpacing(6)
        self.vue_layout.setObjectName(u"vue_layout")
        self.lignes_label = QLabel(IndicateursPage)
        self.lignes_label.setObjectName(u"lignes_label")

        self.vue_layout.addWidget(self.lignes_label)

        self.lignes_combo = QComboBox(IndicateursPage)
        self.lignes_combo.setObjectName(u"lignes_combo")
        self.lignes_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lignes_combo.setMinimumSize(QSize(136, 0))
        self.lignes_combo.setMinimumContentsLength(5)
        self.lignes_combo.setMaximumSize(QSize(136, 16777215))

        self.vue_layout.addWidget(self.lignes_combo)

        self.colonnes_label = QLabel(IndicateursPage)
        self.colonnes_label.setObjectName(u"colonnes_label")

        self.vue_layout.addWidget(self.colonnes_label)

        self.colonnes_combo = QComboBox(IndicateursPage)
        self.colonnes_combo.setObjectName(u"colonnes_combo")
        self.colonnes_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.colonnes_combo.setMinimumSize(QSize(136, 0))
        self.colonnes_combo.setMinimumContentsLength(5)
        self.colonnes_combo.setMaximumSize(QSize(136, 16777215))

        self.vue_layout.addWidget(self.colonnes_combo)

        self.type_combo = QComboBox(IndicateursPage)
        self.type_combo.setObjectName(u"type_combo")
        self.type_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type_combo.setMinimumSize(QSize(122, 0))
        self.type_combo.setMinimumContentsLength(5)
        self.type_combo.setMaximumSize(QSize(122, 16777215))

        self.vue_layout.addWidget(self.type_combo)

        self.debut_label = QLabel(IndicateursPage)
        self.debut_label.setObjectName(u"debut_label")

        self.vue_layout.addWidget(self.debut_label)

        self.debut_spin = QSpinBox(IndicateursPage)
        self.debut_spin.setObjectName(u"debut_spin")
        self.debut_spin.setMaximumSize(QSize(70, 16777215))
        self.debut_spin.setKeyboardTracking(False)
        self.debut_spin.setMinimum(1990)
        self.debut_spin.setMaximum(2100)

        self.vue_layout.addWidget(self.debut_spin)

        self.fin_label = QLabel(IndicateursPage)
        self.fin_label.setObjectName(u"fin_label")

        self.vue_layout.addWidget(self.fin_label)

        self.fin_spin = QSpinBox(IndicateursPage)
        self.fin_spin.setObjectName(u"fin_spin")
        self.fin_spin.setMaximumSize(QSize(70, 16777215))
        self.fin_spin.setKeyboardTracking(False)
        self.fin_spin.setMinimum(1990)
        self.fin_spin.setMaximum(2100)

        self.vue_layout.addWidget(self.fin_spin)

        self.indicateur_combo = QComboBox(IndicateursPage)
        self.indicateur_combo.setObjectName(u"indicateur_combo")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(10)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.indicateur_combo.sizePolicy().hasHeightForWidth())
        self.indicateur_combo.setSizePolicy(sizePolicy)
        self.indicateur_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.indicateur_combo.setMinimumContentsLength(1)
        self.indicateur_combo.setMaximumSize(QSize(330, 16777215))

        self.vue_layout.addWidget(self.indicateur_combo)

        self.periode_combo = QComboBox(IndicateursPage)
        self.periode_combo.setObjectName(u"periode_combo")
        sizePolicy.setHeightForWidth(self.periode_combo.sizePolicy().hasHeightForWidth())
        self.periode_combo.setSizePolicy(sizePolicy)
        self.periode_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.periode_combo.setMinimumContentsLength(1)
        self.periode_combo.setMaximumSize(QSize(170, 16777215))

        self.vue_layout.addWidget(self.periode_combo)

        self.territoire_combo = QComboBox(IndicateursPage)
        self.territoire_combo.setObjectName(u"territoire_combo")
        sizePolicy.setHeightForWidth(self.territoire_combo.sizePolicy().hasHeightForWidth())
        self.territoire_combo.setSizePolicy(sizePolicy)
        self.territoire_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.territoire_combo.setMinimumContentsLength(1)
        self.territoire_combo.setMaximumSize(QSize(170, 16777215))

        self.vue_layout.addWidget(self.territoire_combo)

        self.zone_combo = QComboBox(IndicateursPage)
        self.zone_combo.setObjectName(u"zone_combo")
        sizePolicy.setHeightForWidth(self.zone_combo.sizePolicy().hasHeightForWidth())
        self.zone_combo.setSizePolicy(sizePolicy)
        self.zone_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.zone_combo.setMinimumContentsLength(1)
        self.zone_combo.setMaximumSize(QSize(150, 16777215))

        self.vue_layout.addWidget(self.zone_combo)

        self.vue_spacer = QSpacerItem(4, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.vue_layout.addItem(self.vue_spacer)


        self.page_layout.addLayout(self.vue_layout)

        self.message_bar = MessageBar(IndicateursPage)
        self.message_bar.setObjectName(u"message_bar")

        self.page_layout.addWidget(self.message_bar)

        self.contenu_stack = QStackedWidget(IndicateursPage)
        self.contenu_stack.setObjectName(u"contenu_stack")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.contenu_stack.sizePolicy().hasHeightForWidth())
        self.contenu_stack.setSizePolicy(sizePolicy1)
        self.splitter = QSplitter()
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.grid_stack = QStackedWidget(self.splitter)
        self.grid_stack.setObjectName(u"grid_stack")
        self.grid_page = QWidget()
        self.grid_page.setObjectName(u"grid_page")
        self.grid_layout = QVBoxLayout(self.grid_page)
        self.grid_layout.setSpacing(0)
        self.grid_layout.setObjectName(u"grid_layout")
        self.grid_layout.setContentsMargins(0, 0, 0, 0)
        self.grid_stack.addWidget(self.grid_page)
        self.splitter.addWidget(self.grid_stack)
        self.contenu_stack.addWidget(self.splitter)

        self.page_layout.addWidget(self.contenu_stack)

        self.foot_layout = QHBoxLayout()
        self.foot_layout.setObjectName(u"foot_layout")
        self.selection_label = QLabel(IndicateursPage)
        self.selection_label.setObjectName(u"selection_label")

        self.foot_layout.addWidget(self.selection_label)

        self.foot_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot_layout.addItem(self.foot_spacer)

        self.hint_label = QLabel(IndicateursPage)
        self.hint_label.setObjectName(u"hint_label")

        self.foot_layout.addWidget(self.hint_label)


        self.page_layout.addLayout(self.foot_layout)

#if QT_CONFIG(shortcut)
        self.lignes_label.setBuddy(self.lignes_combo)
        self.colonnes_label.setBuddy(self.colonnes_combo)
        self.debut_label.setBuddy(self.debut_spin)
        self.fin_label.setBuddy(self.fin_spin)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.filter_edit, self.a_saisir_button)
        QWidget.setTabOrder(self.a_saisir_button, self.comparer_button)
        QWidget.setTabOrder(self.comparer_button, self.valeurs_button)
        QWidget.setTabOrder(self.valeurs_button, self.periodes_button)
        QWidget.setTabOrder(self.periodes_button, self.importer_button)
        QWidget.setTabOrder(self.importer_button, self.columns_button)
        QWidget.setTabOrder(self.columns_button, self.lignes_combo)
        QWidget.setTabOrder(self.lignes_combo, self.colonnes_combo)
        QWidget.setTabOrder(self.colonnes_combo, self.type_combo)
        QWidget.setTabOrder(self.type_combo, self.debut_spin)
        QWidget.setTabOrder(self.debut_spin, self.fin_spin)
        QWidget.setTabOrder(self.fin_spin, self.indicateur_combo)
        QWidget.setTabOrder(self.indicateur_combo, self.periode_combo)
        QWidget.setTabOrder(self.periode_combo, self.territoire_combo)
        QWidget.setTabOrder(self.territoire_combo, self.zone_combo)

        self.retranslateUi(IndicateursPage)

        QMetaObject.connectSlotsByName(IndicateursPage)
    # setupUi

    def retranslateUi(self, IndicateursPage):
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Filtrer les lignes", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("IndicateursPage", u"Filtrer (Ctrl+F)", None))
#if QT_CONFIG(tooltip)
        self.a_saisir_button.setToolTip(QCoreApplication.translate("IndicateursPage", u"Ne montrer que les indicateurs dont une valeur est attendue", None))
#endif // QT_CONFIG(tooltip)
        self.a_saisir_button.setText(QCoreApplication.translate("IndicateursPage", u"\u00c0 saisir", None))
#if QT_CONFIG(tooltip)
        self.comparer_button.setToolTip(QCoreApplication.translate("IndicateursPage", u"Comparer chaque indicateur \u00e0 l\u2019ann\u00e9e pr\u00e9c\u00e9dente", None))
#endif // QT_CONFIG(tooltip)
        self.comparer_button.setText(QCoreApplication.translate("IndicateursPage", u"Comparer", None))
#if QT_CONFIG(tooltip)
        self.valeurs_button.setToolTip(QCoreApplication.translate("IndicateursPage", u"Valider, contester ou consolider les valeurs choisies", None))
#endif // QT_CONFIG(tooltip)
        self.valeurs_button.setText(QCoreApplication.translate("IndicateursPage", u"Valeurs", None))
#if QT_CONFIG(tooltip)
        self.periodes_button.setToolTip(QCoreApplication.translate("IndicateursPage", u"Clore une p\u00e9riode, ou la rouvrir", None))
#endif // QT_CONFIG(tooltip)
        self.periodes_button.setText(QCoreApplication.translate("IndicateursPage", u"P\u00e9riodes", None))
#if QT_CONFIG(tooltip)
        self.importer_button.setToolTip(QCoreApplication.translate("IndicateursPage", u"Importer des donn\u00e9es du SSMSI comme chiffres de contexte", None))
#endif // QT_CONFIG(tooltip)
        self.importer_button.setText(QCoreApplication.translate("IndicateursPage", u"Importer\u2026", None))
#if QT_CONFIG(tooltip)
        self.columns_button.setToolTip(QCoreApplication.translate("IndicateursPage", u"Choisir les colonnes de la liste", None))
#endif // QT_CONFIG(tooltip)
        self.columns_button.setText(QCoreApplication.translate("IndicateursPage", u"Affichage", None))
        self.lignes_label.setText(QCoreApplication.translate("IndicateursPage", u"Lignes", None))
#if QT_CONFIG(accessibility)
        self.lignes_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Ce que sont les lignes", None))
#endif // QT_CONFIG(accessibility)
        self.colonnes_label.setText(QCoreApplication.translate("IndicateursPage", u"Colonnes", None))
#if QT_CONFIG(accessibility)
        self.colonnes_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Ce que sont les colonnes", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.type_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Dur\u00e9e des p\u00e9riodes", None))
#endif // QT_CONFIG(accessibility)
        self.debut_label.setText(QCoreApplication.translate("IndicateursPage", u"de", None))
#if QT_CONFIG(accessibility)
        self.debut_spin.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Premi\u00e8re ann\u00e9e", None))
#endif // QT_CONFIG(accessibility)
        self.fin_label.setText(QCoreApplication.translate("IndicateursPage", u"\u00e0", None))
#if QT_CONFIG(accessibility)
        self.fin_spin.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Derni\u00e8re ann\u00e9e", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.indicateur_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Indicateur montr\u00e9", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.periode_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"P\u00e9riode montr\u00e9e", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.territoire_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Territoire", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.zone_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Zone", None))
#endif // QT_CONFIG(accessibility)
        self.selection_label.setText("")
        self.selection_label.setProperty(u"role", QCoreApplication.translate("IndicateursPage", u"petit", None))
        self.hint_label.setText(QCoreApplication.translate("IndicateursPage", u"Coller depuis un tableur\u00a0: Ctrl+V \u00b7 Recopier vers le bas\u00a0: Ctrl+D \u00b7 Sans objet\u00a0: n/a", None))
        self.hint_label.setProperty(u"role", QCoreApplication.translate("IndicateursPage", u"petit", None))
        pass
    # retranslateUi

