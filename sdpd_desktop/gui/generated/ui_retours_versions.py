# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'retours_versions.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QToolButton, QVBoxLayout,
    QWidget)

class Ui_RetoursVersions(object):
    def setupUi(self, RetoursVersions):
        if not RetoursVersions.objectName():
            RetoursVersions.setObjectName(u"RetoursVersions")
        self.versions_layout = QVBoxLayout(RetoursVersions)
        self.versions_layout.setSpacing(8)
        self.versions_layout.setObjectName(u"versions_layout")
        self.versions_layout.setContentsMargins(0, 0, 0, 0)
        self.head_layout = QHBoxLayout()
        self.head_layout.setSpacing(8)
        self.head_layout.setObjectName(u"head_layout")
        self.head_layout.setContentsMargins(0, 0, 0, 0)
        self.back_button = QToolButton(RetoursVersions)
        self.back_button.setObjectName(u"back_button")

        self.head_layout.addWidget(self.back_button)

        self.titles_layout = QVBoxLayout()
        self.titles_layout.setSpacing(0)
        self.titles_layout.setObjectName(u"titles_layout")
        self.titles_layout.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(RetoursVersions)
        self.title_label.setObjectName(u"title_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.title_label.sizePolicy().hasHeightForWidth())
        self.title_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.title_label)

        self.count_label = QLabel(RetoursVersions)
        self.count_label.setObjectName(u"count_label")
        sizePolicy.setHeightForWidth(self.count_label.sizePolicy().hasHeightForWidth())
        self.count_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.count_label)


        self.head_layout.addLayout(self.titles_layout)

        self.old_button = QPushButton(RetoursVersions)
        self.old_button.setObjectName(u"old_button")

        self.head_layout.addWidget(self.old_button)

        self.keep_button = QPushButton(RetoursVersions)
        self.keep_button.setObjectName(u"keep_button")

        self.head_layout.addWidget(self.keep_button)

        self.head_layout.setStretch(1, 1)

        self.versions_layout.addLayout(self.head_layout)

        self.pair_layout = QHBoxLayout()
        self.pair_layout.setSpacing(8)
        self.pair_layout.setObjectName(u"pair_layout")
        self.pair_layout.setContentsMargins(0, 0, 0, 0)
        self.old_frame = QFrame(RetoursVersions)
        self.old_frame.setObjectName(u"old_frame")
        self.old_layout = QVBoxLayout(self.old_frame)
        self.old_layout.setSpacing(2)
        self.old_layout.setObjectName(u"old_layout")
        self.old_layout.setContentsMargins(14, 8, 14, 10)
        self.old_title = QLabel(self.old_frame)
        self.old_title.setObjectName(u"old_title")

        self.old_layout.addWidget(self.old_title)

        self.old_label = QLabel(self.old_frame)
        self.old_label.setObjectName(u"old_label")
        self.old_label.setWordWrap(True)

        self.old_layout.addWidget(self.old_label)

        self.old_date_label = QLabel(self.old_frame)
        self.old_date_label.setObjectName(u"old_date_label")

        self.old_layout.addWidget(self.old_date_label)


        self.pair_layout.addWidget(self.old_frame)

        self.new_frame = QFrame(RetoursVersions)
        self.new_frame.setObjectName(u"new_frame")
        self.new_layout = QVBoxLayout(self.new_frame)
        self.new_layout.setSpacing(2)
        self.new_layout.setObjectName(u"new_layout")
        self.new_layout.setContentsMargins(14, 8, 14, 10)
        self.new_title = QLabel(self.new_frame)
        self.new_title.setObjectName(u"new_title")

        self.new_layout.addWidget(self.new_title)

        self.new_label = QLabel(self.new_frame)
        self.new_label.setObjectName(u"new_label")
        self.new_label.setWordWrap(True)

        self.new_layout.addWidget(self.new_label)

        self.new_date_label = QLabel(self.new_frame)
        self.new_date_label.setObjectName(u"new_date_label")

        self.new_layout.addWidget(self.new_date_label)


        self.pair_layout.addWidget(self.new_frame)


        self.versions_layout.addLayout(self.pair_layout)

        self.differences_layout = QVBoxLayout()
        self.differences_layout.setSpacing(8)
        self.differences_layout.setObjectName(u"differences_layout")
        self.differences_layout.setContentsMargins(0, 0, 0, 0)

        self.versions_layout.addLayout(self.differences_layout)


        self.retranslateUi(RetoursVersions)

        QMetaObject.connectSlotsByName(RetoursVersions)
    # setupUi

    def retranslateUi(self, RetoursVersions):
#if QT_CONFIG(accessibility)
        self.back_button.setAccessibleName(QCoreApplication.translate("RetoursVersions", u"Retour \u00e0 la liste des fichiers", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.back_button.setToolTip(QCoreApplication.translate("RetoursVersions", u"Retour \u00e0 la liste des fichiers (\u00c9chap)", None))
#endif // QT_CONFIG(tooltip)
        self.title_label.setText("")
        self.title_label.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"titre", None))
        self.count_label.setText("")
        self.count_label.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"muet", None))
        self.old_button.setText(QCoreApplication.translate("RetoursVersions", u"Ouvrir le plus ancien", None))
        self.keep_button.setText(QCoreApplication.translate("RetoursVersions", u"Garder le plus r\u00e9cent", None))
        self.keep_button.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"principal", None))
#if QT_CONFIG(tooltip)
        self.keep_button.setToolTip(QCoreApplication.translate("RetoursVersions", u"L\u2019autre version est laiss\u00e9e de c\u00f4t\u00e9 ; rien n\u2019est enregistr\u00e9 avant son aper\u00e7u", None))
#endif // QT_CONFIG(tooltip)
        self.old_frame.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"carte", None))
        self.old_title.setText(QCoreApplication.translate("RetoursVersions", u"Plus ancien", None))
        self.old_title.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"muet", None))
        self.old_label.setText("")
        self.old_label.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"titre", None))
        self.old_date_label.setText("")
        self.old_date_label.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"muet", None))
        self.new_frame.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"carte", None))
        self.new_title.setText(QCoreApplication.translate("RetoursVersions", u"Plus r\u00e9cent", None))
        self.new_title.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"muet", None))
        self.new_label.setText("")
        self.new_label.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"titre", None))
        self.new_date_label.setText("")
        self.new_date_label.setProperty(u"role", QCoreApplication.translate("RetoursVersions", u"muet", None))
        pass
    # retranslateUi

