# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'retours_lot.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QProgressBar,
    QPushButton, QSizePolicy, QToolButton, QVBoxLayout,
    QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_RetoursLot(object):
    def setupUi(self, RetoursLot):
        if not RetoursLot.objectName():
            RetoursLot.setObjectName(u"RetoursLot")
        self.lot_layout = QVBoxLayout(RetoursLot)
        self.lot_layout.setSpacing(8)
        self.lot_layout.setObjectName(u"lot_layout")
        self.lot_layout.setContentsMargins(0, 0, 0, 0)
        self.head_layout = QHBoxLayout()
        self.head_layout.setSpacing(8)
        self.head_layout.setObjectName(u"head_layout")
        self.head_layout.setContentsMargins(0, 0, 0, 0)
        self.back_button = QToolButton(RetoursLot)
        self.back_button.setObjectName(u"back_button")

        self.head_layout.addWidget(self.back_button)

        self.titles_layout = QVBoxLayout()
        self.titles_layout.setSpacing(0)
        self.titles_layout.setObjectName(u"titles_layout")
        self.titles_layout.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(RetoursLot)
        self.title_label.setObjectName(u"title_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.title_label.sizePolicy().hasHeightForWidth())
        self.title_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.title_label)

        self.count_label = QLabel(RetoursLot)
        self.count_label.setObjectName(u"count_label")
        sizePolicy.setHeightForWidth(self.count_label.sizePolicy().hasHeightForWidth())
        self.count_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.count_label)


        self.head_layout.addLayout(self.titles_layout)

        self.stop_button = QPushButton(RetoursLot)
        self.stop_button.setObjectName(u"stop_button")

        self.head_layout.addWidget(self.stop_button)

        self.compare_button = QPushButton(RetoursLot)
        self.compare_button.setObjectName(u"compare_button")

        self.head_layout.addWidget(self.compare_button)

        self.open_button = QPushButton(RetoursLot)
        self.open_button.setObjectName(u"open_button")

        self.head_layout.addWidget(self.open_button)

        self.apply_button = QPushButton(RetoursLot)
        self.apply_button.setObjectName(u"apply_button")

        self.head_layout.addWidget(self.apply_button)

        self.head_layout.setStretch(1, 1)

        self.lot_layout.addLayout(self.head_layout)

        self.progress_bar = QProgressBar(RetoursLot)
        self.progress_bar.setObjectName(u"progress_bar")
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setMaximumSize(QSize(16777215, 6))

        self.lot_layout.addWidget(self.progress_bar)

        self.message_bar = MessageBar(RetoursLot)
        self.message_bar.setObjectName(u"message_bar")

        self.lot_layout.addWidget(self.message_bar)

        self.files_layout = QVBoxLayout()
        self.files_layout.setSpacing(8)
        self.files_layout.setObjectName(u"files_layout")
        self.files_layout.setContentsMargins(0, 0, 0, 0)

        self.lot_layout.addLayout(self.files_layout)

        self.remark_label = QLabel(RetoursLot)
        self.remark_label.setObjectName(u"remark_label")
        self.remark_label.setWordWrap(True)
        self.remark_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.lot_layout.addWidget(self.remark_label)


        self.retranslateUi(RetoursLot)

        QMetaObject.connectSlotsByName(RetoursLot)
    # setupUi

    def retranslateUi(self, RetoursLot):
#if QT_CONFIG(accessibility)
        self.back_button.setAccessibleName(QCoreApplication.translate("RetoursLot", u"Retour aux campagnes", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.back_button.setToolTip(QCoreApplication.translate("RetoursLot", u"Retour aux campagnes (\u00c9chap)", None))
#endif // QT_CONFIG(tooltip)
        self.title_label.setText("")
        self.title_label.setProperty(u"role", QCoreApplication.translate("RetoursLot", u"titre", None))
        self.count_label.setText("")
        self.count_label.setProperty(u"role", QCoreApplication.translate("RetoursLot", u"muet", None))
        self.stop_button.setText(QCoreApplication.translate("RetoursLot", u"Arr\u00eater", None))
#if QT_CONFIG(tooltip)
        self.stop_button.setToolTip(QCoreApplication.translate("RetoursLot", u"Arr\u00eater la lecture ; ce qui est lu reste affich\u00e9", None))
#endif // QT_CONFIG(tooltip)
        self.compare_button.setText(QCoreApplication.translate("RetoursLot", u"Comparer les versions\u2026", None))
#if QT_CONFIG(tooltip)
        self.compare_button.setToolTip(QCoreApplication.translate("RetoursLot", u"Deux fichiers du m\u00eame retour, cellule par cellule", None))
#endif // QT_CONFIG(tooltip)
        self.open_button.setText(QCoreApplication.translate("RetoursLot", u"Ouvrir", None))
#if QT_CONFIG(tooltip)
        self.open_button.setToolTip(QCoreApplication.translate("RetoursLot", u"Voir les lignes du fichier choisi (Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
        self.apply_button.setText(QCoreApplication.translate("RetoursLot", u"Appliquer les bonnes lignes", None))
        self.apply_button.setProperty(u"role", QCoreApplication.translate("RetoursLot", u"principal", None))
#if QT_CONFIG(tooltip)
        self.apply_button.setToolTip(QCoreApplication.translate("RetoursLot", u"Enregistrer, fichier par fichier, les lignes nouvelles et modifi\u00e9es qui ne posent pas de question (Ctrl+Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.progress_bar.setAccessibleName(QCoreApplication.translate("RetoursLot", u"Lecture des fichiers", None))
#endif // QT_CONFIG(accessibility)
        self.remark_label.setText("")
        self.remark_label.setProperty(u"role", QCoreApplication.translate("RetoursLot", u"muet", None))
        pass
    # retranslateUi

