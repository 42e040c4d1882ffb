# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'retours_disposition.ui'
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
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QTableWidget, QTableWidgetItem, QToolButton, QVBoxLayout,
    QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_RetoursDisposition(object):
    def setupUi(self, RetoursDisposition):
        if not RetoursDisposition.objectName():
            RetoursDisposition.setObjectName(u"RetoursDisposition")
        self.disposition_layout = QVBoxLayout(RetoursDisposition)
        self.disposition_layout.setSpacing(8)
        self.disposition_layout.setObjectName(u"disposition_layout")
        self.disposition_layout.setContentsMargins(0, 0, 0, 0)
        self.head_layout = QHBoxLayout()
        self.head_layout.setSpacing(8)
        self.head_layout.setObjectName(u"head_layout")
        self.head_layout.setContentsMargins(0, 0, 0, 0)
        self.back_button = QToolButton(RetoursDisposition)
        self.back_button.setObjectName(u"back_button")

        self.head_layout.addWidget(self.back_button)

        self.titles_layout = QVBoxLayout()
        self.titles_layout.setSpacing(0)
        self.titles_layout.setObjectName(u"titles_layout")
        self.titles_layout.setContentsMargins(0, 0, 0, 0)
        self.file_label = QLabel(RetoursDisposition)
        self.file_label.setObjectName(u"file_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.file_label.sizePolicy().hasHeightForWidth())
        self.file_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.file_label)

        self.context_label = QLabel(RetoursDisposition)
        self.context_label.setObjectName(u"context_label")
        sizePolicy.setHeightForWidth(self.context_label.sizePolicy().hasHeightForWidth())
        self.context_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.context_label)


        self.head_layout.addLayout(self.titles_layout)

        self.skip_button = QPushButton(RetoursDisposition)
        self.skip_button.setObjectName(u"skip_button")

        self.head_layout.addWidget(self.skip_button)

        self.confirm_button = QPushButton(RetoursDisposition)
        self.confirm_button.setObjectName(u"confirm_button")

        self.head_layout.addWidget(self.confirm_button)

        self.head_layout.setStretch(1, 1)

        self.disposition_layout.addLayout(self.head_layout)

        self.message_bar = MessageBar(RetoursDisposition)
        self.message_bar.setObjectName(u"message_bar")

        self.disposition_layout.addWidget(self.message_bar)

        self.choice_frame = QFrame(RetoursDisposition)
        self.choice_frame.setObjectName(u"choice_frame")
        self.choice_layout = QHBoxLayout(self.choice_frame)
        self.choice_layout.setSpacing(8)
        self.choice_layout.setObjectName(u"choice_layout")
        self.choice_layout.setContentsMargins(14, 10, 14, 10)
        self.retour_label = QLabel(self.choice_frame)
        self.retour_label.setObjectName(u"retour_label")

        self.choice_layout.addWidget(self.retour_label)

        self.retour_combo = QComboBox(self.choice_frame)
        self.retour_combo.setObjectName(u"retour_combo")
        self.retour_combo.setMinimumSize(QSize(280, 0))
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(2)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.retour_combo.sizePolicy().hasHeightForWidth())
        self.retour_combo.setSizePolicy(sizePolicy1)

        self.choice_layout.addWidget(self.retour_combo)

        self.table_label = QLabel(self.choice_frame)
        self.table_label.setObjectName(u"table_label")

        self.choice_layout.addWidget(self.table_label)

        self.table_combo = QComboBox(self.choice_frame)
        self.table_combo.setObjectName(u"table_combo")
        self.table_combo.setMinimumSize(QSize(150, 0))
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy2.setHorizontalStretch(1)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.table_combo.sizePolicy().hasHeightForWidth())
        self.table_combo.setSizePolicy(sizePolicy2)

        self.choice_layout.addWidget(self.table_combo)


        self.disposition_layout.addWidget(self.choice_frame)

        self.hint_label = QLabel(RetoursDisposition)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)

        self.disposition_layout.addWidget(self.hint_label)

        self.columns_table = QTableWidget(RetoursDisposition)
        self.columns_table.setObjectName(u"columns_table")
        sizePolicy3 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy3.setHorizontalStretch(0)
        sizePolicy3.setVerticalStretch(1)
        sizePolicy3.setHeightForWidth(self.columns_table.sizePolicy().hasHeightForWidth())
        self.columns_table.setSizePolicy(sizePolicy3)

        self.disposition_layout.addWidget(self.columns_table)

        self.doubts_label = QLabel(RetoursDisposition)
        self.doubts_label.setObjectName(u"doubts_label")
        self.doubts_label.setWordWrap(True)
        self.doubts_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.disposition_layout.addWidget(self.doubts_label)


        self.retranslateUi(RetoursDisposition)

        QMetaObject.connectSlotsByName(RetoursDisposition)
    # setupUi

    def retranslateUi(self, RetoursDisposition):
#if QT_CONFIG(accessibility)
        self.back_button.setAccessibleName(QCoreApplication.translate("RetoursDisposition", u"Laisser ce fichier", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.back_button.setToolTip(QCoreApplication.translate("RetoursDisposition", u"Laisser ce fichier (\u00c9chap)", None))
#endif // QT_CONFIG(tooltip)
        self.file_label.setText("")
        self.file_label.setProperty(u"role", QCoreApplication.translate("RetoursDisposition", u"titre", None))
        self.context_label.setText("")
        self.context_label.setProperty(u"role", QCoreApplication.translate("RetoursDisposition", u"muet", None))
        self.skip_button.setText(QCoreApplication.translate("RetoursDisposition", u"Laisser ce fichier", None))
        self.confirm_button.setText(QCoreApplication.translate("RetoursDisposition", u"Retenir et lire", None))
        self.confirm_button.setProperty(u"role", QCoreApplication.translate("RetoursDisposition", u"principal", None))
#if QT_CONFIG(tooltip)
        self.confirm_button.setToolTip(QCoreApplication.translate("RetoursDisposition", u"Retenir cette disposition pour le partenaire, puis voir ce que le fichier changerait (Ctrl+Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
        self.choice_frame.setProperty(u"role", QCoreApplication.translate("RetoursDisposition", u"carte", None))
        self.retour_label.setText(QCoreApplication.translate("RetoursDisposition", u"Ce fichier r\u00e9pond \u00e0", None))
#if QT_CONFIG(accessibility)
        self.retour_combo.setAccessibleName(QCoreApplication.translate("RetoursDisposition", u"Retour auquel le fichier r\u00e9pond", None))
#endif // QT_CONFIG(accessibility)
        self.table_label.setText(QCoreApplication.translate("RetoursDisposition", u"Tableau", None))
#if QT_CONFIG(accessibility)
        self.table_combo.setAccessibleName(QCoreApplication.translate("RetoursDisposition", u"Tableau du classeur", None))
#endif // QT_CONFIG(accessibility)
        self.hint_label.setText("")
        self.hint_label.setProperty(u"role", QCoreApplication.translate("RetoursDisposition", u"muet", None))
#if QT_CONFIG(accessibility)
        self.columns_table.setAccessibleName(QCoreApplication.translate("RetoursDisposition", u"Colonnes du tableau et ce qu\u2019elles tiennent", None))
#endif // QT_CONFIG(accessibility)
        self.doubts_label.setText("")
        self.doubts_label.setProperty(u"role", QCoreApplication.translate("RetoursDisposition", u"muet", None))
        pass
    # retranslateUi

