# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'strategie_page.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QSplitter, QStackedWidget, QVBoxLayout,
    QWidget)

from sdpd_desktop.gui.strategie.vue import StrategieView

class Ui_StrategiePage(object):
    def setupUi(self, StrategiePage):
        if not StrategiePage.objectName():
            StrategiePage.setObjectName(u"StrategiePage")
        self.page_layout = QVBoxLayout(StrategiePage)
        self.page_layout.setSpacing(10)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.bar_layout = QHBoxLayout()
        self.bar_layout.setSpacing(8)
        self.bar_layout.setObjectName(u"bar_layout")
        self.filter_edit = QLineEdit(StrategiePage)
        self.filter_edit.setObjectName(u"filter_edit")
        self.filter_edit.setMinimumSize(QSize(220, 0))
        self.filter_edit.setMaximumSize(QSize(380, 16777215))
        self.filter_edit.setClearButtonEnabled(True)

        self.bar_layout.addWidget(self.filter_edit)

        self.etat_combo = QComboBox(StrategiePage)
        self.etat_combo.setObjectName(u"etat_combo")
        self.etat_combo.setMinimumSize(QSize(170, 0))

        self.bar_layout.addWidget(self.etat_combo)

        self.count_label = QLabel(StrategiePage)
        self.count_label.setObjectName(u"count_label")

        self.bar_layout.addWidget(self.count_label)

        self.bar_spacer = QSpacerItem(20, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar_layout.addItem(self.bar_spacer)

        self.expand_button = QPushButton(StrategiePage)
        self.expand_button.setObjectName(u"expand_button")
        self.expand_button.setCheckable(True)

        self.bar_layout.addWidget(self.expand_button)

        self.columns_button = QPushButton(StrategiePage)
        self.columns_button.setObjectName(u"columns_button")

        self.bar_layout.addWidget(self.columns_button)


        self.page_layout.addLayout(self.bar_layout)

        self.splitter = QSplitter(StrategiePage)
        self.splitter.setObjectName(u"splitter")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.tree_stack = QStackedWidget(self.splitter)
        self.tree_stack.setObjectName(u"tree_stack")
        self.tree_page = QWidget()
        self.tree_page.setObjectName(u"tree_page")
        self.tree_layout = QVBoxLayout(self.tree_page)
        self.tree_layout.setObjectName(u"tree_layout")
        self.tree_layout.setContentsMargins(0, 0, 0, 0)
        self.tree_view = StrategieView(self.tree_page)
        self.tree_view.setObjectName(u"tree_view")

        self.tree_layout.addWidget(self.tree_view)

        self.tree_stack.addWidget(self.tree_page)
        self.splitter.addWidget(self.tree_stack)

        self.page_layout.addWidget(self.splitter)

        QWidget.setTabOrder(self.filter_edit, self.etat_combo)
        QWidget.setTabOrder(self.etat_combo, self.expand_button)
        QWidget.setTabOrder(self.expand_button, self.columns_button)
        QWidget.setTabOrder(self.columns_button, self.tree_view)

        self.retranslateUi(StrategiePage)

        QMetaObject.connectSlotsByName(StrategiePage)
    # setupUi

    def retranslateUi(self, StrategiePage):
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("StrategiePage", u"Filtrer la strat\u00e9gie", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("StrategiePage", u"Filtrer la strat\u00e9gie (Ctrl+F)", None))
#if QT_CONFIG(accessibility)
        self.etat_combo.setAccessibleName(QCoreApplication.translate("StrategiePage", u"\u00c9tat \u00e0 montrer", None))
#endif // QT_CONFIG(accessibility)
        self.count_label.setText("")
        self.count_label.setProperty(u"role", QCoreApplication.translate("StrategiePage", u"muet", None))
        self.expand_button.setText(QCoreApplication.translate("StrategiePage", u"Tout d\u00e9plier", None))
        self.columns_button.setText(QCoreApplication.translate("StrategiePage", u"Colonnes", None))
#if QT_CONFIG(accessibility)
        self.tree_view.setAccessibleName(QCoreApplication.translate("StrategiePage", u"Arbre de la strat\u00e9gie", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

