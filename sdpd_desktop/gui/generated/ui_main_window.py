# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
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
    QLabel, QLineEdit, QMainWindow, QPushButton,
    QSizePolicy, QSpacerItem, QStackedWidget, QStatusBar,
    QVBoxLayout, QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_MainWindow(object):
    def setupUi(self, MainWindow):
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        MainWindow.resize(1366, 728)
        MainWindow.setMinimumSize(QSize(960, 560))
        MainWindow.setAcceptDrops(True)
        self.central_widget = QWidget(MainWindow)
        self.central_widget.setObjectName(u"central_widget")
        self.central_layout = QHBoxLayout(self.central_widget)
        self.central_layout.setSpacing(0)
        self.central_layout.setObjectName(u"central_layout")
        self.central_layout.setContentsMargins(0, 0, 0, 0)
        self.rail = QFrame(self.central_widget)
        self.rail.setObjectName(u"rail")
        self.rail_layout = QVBoxLayout(self.rail)
        self.rail_layout.setSpacing(2)
        self.rail_layout.setObjectName(u"rail_layout")
        self.rail_layout.setContentsMargins(0, 0, 0, 8)
        self.brand_label = QLabel(self.rail)
        self.brand_label.setObjectName(u"brand_label")

        self.rail_layout.addWidget(self.brand_label)

        self.office_label = QLabel(self.rail)
        self.office_label.setObjectName(u"office_label")

        self.rail_layout.addWidget(self.office_label)

        self.destinations_layout = QVBoxLayout()
        self.destinations_layout.setSpacing(2)
        self.destinations_layout.setObjectName(u"destinations_layout")
        self.destinations_layout.setContentsMargins(-1, 8, -1, -1)

        self.rail_layout.addLayout(self.destinations_layout)

        self.rail_spacer = QSpacerItem(20, 40, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rail_layout.addItem(self.rail_spacer)

        self.bottom_layout = QVBoxLayout()
        self.bottom_layout.setSpacing(2)
        self.bottom_layout.setObjectName(u"bottom_layout")

        self.rail_layout.addLayout(self.bottom_layout)


        self.central_layout.addWidget(self.rail)

        self.body_layout = QVBoxLayout()
        self.body_layout.setSpacing(0)
        self.body_layout.setObjectName(u"body_layout")
        self.top_bar = QFrame(self.central_widget)
        self.top_bar.setObjectName(u"top_bar")
        self.top_layout = QHBoxLayout(self.top_bar)
        self.top_layout.setSpacing(8)
        self.top_layout.setObjectName(u"top_layout")
        self.top_layout.setContentsMargins(16, 8, 16, 8)
        self.title_label = QLabel(self.top_bar)
        self.title_label.setObjectName(u"title_label")

        self.top_layout.addWidget(self.title_label)

        self.plan_combo = QComboBox(self.top_bar)
        self.plan_combo.setObjectName(u"plan_combo")
        self.plan_combo.setMinimumSize(QSize(150, 0))
        self.plan_combo.setMaximumSize(QSize(320, 16777215))
        self.plan_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.plan_combo.setMinimumContentsLength(16)

        self.top_layout.addWidget(self.plan_combo)

        self.search_edit = QLineEdit(self.top_bar)
        self.search_edit.setObjectName(u"search_edit")
        self.search_edit.setMinimumSize(QSize(200, 0))
        self.search_edit.setAcceptDrops(False)
        self.search_edit.setClearButtonEnabled(True)

        self.top_layout.addWidget(self.search_edit)

        self.undo_button = QPushButton(self.top_bar)
        self.undo_button.setObjectName(u"undo_button")
        self.undo_button.setEnabled(False)

        self.top_layout.addWidget(self.undo_button)

        self.redo_button = QPushButton(self.top_bar)
        self.redo_button.setObjectName(u"redo_button")
        self.redo_button.setEnabled(False)

        self.top_layout.addWidget(self.redo_button)

        self.print_button = QPushButton(self.top_bar)
        self.print_button.setObjectName(u"print_button")
        self.print_button.setEnabled(False)

        self.top_layout.addWidget(self.print_button)

        self.top_layout.setStretch(2, 1)

        self.body_layout.addWidget(self.top_bar)

        self.message_layout = QVBoxLayout()
        self.message_layout.setObjectName(u"message_layout")
        self.message_layout.setContentsMargins(16, 0, 16, 0)
        self.message_bar = MessageBar(self.central_widget)
        self.message_bar.setObjectName(u"message_bar")

        self.message_layout.addWidget(self.message_bar)


        self.body_layout.addLayout(self.message_layout)

        self.stack = QStackedWidget(self.central_widget)
        self.stack.setObjectName(u"stack")

        self.body_layout.addWidget(self.stack)

        self.body_layout.setStretch(2, 1)

        self.central_layout.addLayout(self.body_layout)

        MainWindow.setCentralWidget(self.central_widget)
        self.status_bar = QStatusBar(MainWindow)
        self.status_bar.setObjectName(u"status_bar")
        self.status_bar.setSizeGripEnabled(False)
        MainWindow.setStatusBar(self.status_bar)

        self.retranslateUi(MainWindow)

        QMetaObject.connectSlotsByName(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow):
        MainWindow.setWindowTitle(QCoreApplication.translate("MainWindow", u"SDPD Desktop", None))
#if QT_CONFIG(accessibility)
        self.rail.setAccessibleName(QCoreApplication.translate("MainWindow", u"Destinations", None))
#endif // QT_CONFIG(accessibility)
        self.brand_label.setText(QCoreApplication.translate("MainWindow", u"SDPD Desktop", None))
        self.office_label.setText("")
        self.title_label.setText("")
#if QT_CONFIG(tooltip)
        self.plan_combo.setToolTip(QCoreApplication.translate("MainWindow", u"Plan affich\u00e9", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.plan_combo.setAccessibleName(QCoreApplication.translate("MainWindow", u"Plan affich\u00e9", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.search_edit.setAccessibleName(QCoreApplication.translate("MainWindow", u"Rechercher partout", None))
#endif // QT_CONFIG(accessibility)
        self.search_edit.setPlaceholderText(QCoreApplication.translate("MainWindow", u"Rechercher partout (Ctrl+K)", None))
#if QT_CONFIG(accessibility)
        self.undo_button.setAccessibleName(QCoreApplication.translate("MainWindow", u"Annuler", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.redo_button.setAccessibleName(QCoreApplication.translate("MainWindow", u"R\u00e9tablir", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.print_button.setToolTip(QCoreApplication.translate("MainWindow", u"Imprimer (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.print_button.setAccessibleName(QCoreApplication.translate("MainWindow", u"Imprimer", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

