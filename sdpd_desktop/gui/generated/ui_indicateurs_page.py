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

        self.type_combo = QComboBox(IndicateursPage)
        self.type_combo.setObjectName(u"type_combo")
        self.type_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type_combo.setMinimumContentsLength(6)

        self.bar_layout.addWidget(self.type_combo)

        self.debut_label = QLabel(IndicateursPage)
        self.debut_label.setObjectName(u"debut_label")

        self.bar_layout.addWidget(self.debut_label)

        self.debut_spin = QSpinBox(IndicateursPage)
        self.debut_spin.setObjectName(u"debut_spin")
        self.debut_spin.setKeyboardTracking(False)
        self.debut_spin.setMinimum(1990)
        self.debut_spin.setMaximum(2100)

        self.bar_layout.addWidget(self.debut_spin)

        self.fin_label = QLabel(IndicateursPage)
        self.fin_label.setObjectName(u"fin_label")

        self.bar_layout.addWidget(self.fin_label)

        self.fin_spin = QSpinBox(IndicateursPage)
        self.fin_spin.setObjectName(u"fin_spin")
        self.fin_spin.setKeyboardTracking(False)
        self.fin_spin.setMinimum(1990)
        self.fin_spin.setMaximum(2100)

        self.bar_layout.addWidget(self.fin_spin)

        self.zone_combo = QComboBox(IndicateursPage)
        self.zone_combo.setObjectName(u"zone_combo")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.zone_combo.sizePolicy().hasHeightForWidth())
        self.zone_combo.setSizePolicy(sizePolicy)
        self.zone_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.zone_combo.setMinimumContentsLength(6)
        self.zone_combo.setMaximumSize(QSize(170, 16777215))

        self.bar_layout.addWidget(self.zone_combo)

        self.territoire_combo = QComboBox(IndicateursPage)
        self.territoire_combo.setObjectName(u"territoire_combo")
        sizePolicy.setHeightForWidth(self.territoire_combo.sizePolicy().hasHeightForWidth())
        self.territoire_combo.setSizePolicy(sizePolicy)
        self.territoire_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.territoire_combo.setMinimumContentsLength(6)
        self.territoire_combo.setMaximumSize(QSize(170, 16777215))

        self.bar_layout.addWidget(self.territoire_combo)

        self.bar_spacer = QSpacerItem(4, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar_layout.addItem(self.bar_spacer)

        self.columns_button = QPushButton(IndicateursPage)
        self.columns_button.setObjectName(u"columns_button")

        self.bar_layout.addWidget(self.columns_button)


        self.page_layout.addLayout(self.bar_layout)

        self.message_bar = MessageBar(IndicateursPage)
        self.message_bar.setObjectName(u"message_bar")

        self.page_layout.addWidget(self.message_bar)

        self.splitter = QSplitter(IndicateursPage)
        self.splitter.setObjectName(u"splitter")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy1)
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

        self.page_layout.addWidget(self.splitter)

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
        self.debut_label.setBuddy(self.debut_spin)
        self.fin_label.setBuddy(self.fin_spin)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.filter_edit, self.a_saisir_button)
        QWidget.setTabOrder(self.a_saisir_button, self.type_combo)
        QWidget.setTabOrder(self.type_combo, self.debut_spin)
        QWidget.setTabOrder(self.debut_spin, self.fin_spin)
        QWidget.setTabOrder(self.fin_spin, self.zone_combo)
        QWidget.setTabOrder(self.zone_combo, self.territoire_combo)
        QWidget.setTabOrder(self.territoire_combo, self.columns_button)

        self.retranslateUi(IndicateursPage)

        QMetaObject.connectSlotsByName(IndicateursPage)
    # setupUi

    def retranslateUi(self, IndicateursPage):
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Filtrer les indicateurs", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("IndicateursPage", u"Filtrer (Ctrl+F)", None))
#if QT_CONFIG(tooltip)
        self.a_saisir_button.setToolTip(QCoreApplication.translate("IndicateursPage", u"Ne montrer que les indicateurs sans valeur pour la derni\u00e8re p\u00e9riode termin\u00e9e", None))
#endif // QT_CONFIG(tooltip)
        self.a_saisir_button.setText(QCoreApplication.translate("IndicateursPage", u"\u00c0 saisir", None))
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
        self.zone_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Zone", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.territoire_combo.setAccessibleName(QCoreApplication.translate("IndicateursPage", u"Territoire", None))
#endif // QT_CONFIG(accessibility)
        self.columns_button.setText(QCoreApplication.translate("IndicateursPage", u"Colonnes", None))
        self.selection_label.setText("")
        self.selection_label.setProperty(u"role", QCoreApplication.translate("IndicateursPage", u"petit", None))
        self.hint_label.setText(QCoreApplication.translate("IndicateursPage", u"Coller depuis un tableur\u00a0: Ctrl+V \u00b7 Recopier vers le bas\u00a0: Ctrl+D \u00b7 Sans objet\u00a0: n/a", None))
        self.hint_label.setProperty(u"role", QCoreApplication.translate("IndicateursPage", u"petit", None))
        pass
    # retranslateUi

