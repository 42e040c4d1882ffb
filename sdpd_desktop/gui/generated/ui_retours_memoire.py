# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'retours_memoire.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_RetoursMemoire(object):
    def setupUi(self, RetoursMemoire):
        if not RetoursMemoire.objectName():
            RetoursMemoire.setObjectName(u"RetoursMemoire")
        self.memoire_layout = QVBoxLayout(RetoursMemoire)
        self.memoire_layout.setSpacing(10)
        self.memoire_layout.setObjectName(u"memoire_layout")
        self.memoire_layout.setContentsMargins(16, 14, 16, 14)
        self.partner_label = QLabel(RetoursMemoire)
        self.partner_label.setObjectName(u"partner_label")
        self.partner_label.setWordWrap(True)

        self.memoire_layout.addWidget(self.partner_label)

        self.memoire_help = QLabel(RetoursMemoire)
        self.memoire_help.setObjectName(u"memoire_help")
        self.memoire_help.setWordWrap(True)

        self.memoire_layout.addWidget(self.memoire_help)

        self.usages_layout = QVBoxLayout()
        self.usages_layout.setSpacing(8)
        self.usages_layout.setObjectName(u"usages_layout")
        self.usages_layout.setContentsMargins(0, 0, 0, 0)

        self.memoire_layout.addLayout(self.usages_layout)

        self.forget_layout = QHBoxLayout()
        self.forget_layout.setSpacing(8)
        self.forget_layout.setObjectName(u"forget_layout")
        self.forget_layout.setContentsMargins(0, 0, 0, 0)
        self.forget_button = QPushButton(RetoursMemoire)
        self.forget_button.setObjectName(u"forget_button")

        self.forget_layout.addWidget(self.forget_button)

        self.forget_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.forget_layout.addItem(self.forget_spacer)


        self.memoire_layout.addLayout(self.forget_layout)

        self.alias_frame = QFrame(RetoursMemoire)
        self.alias_frame.setObjectName(u"alias_frame")
        self.alias_layout = QVBoxLayout(self.alias_frame)
        self.alias_layout.setSpacing(6)
        self.alias_layout.setObjectName(u"alias_layout")
        self.alias_layout.setContentsMargins(14, 10, 14, 12)
        self.alias_title = QLabel(self.alias_frame)
        self.alias_title.setObjectName(u"alias_title")

        self.alias_layout.addWidget(self.alias_title)

        self.alias_help = QLabel(self.alias_frame)
        self.alias_help.setObjectName(u"alias_help")
        self.alias_help.setWordWrap(True)

        self.alias_layout.addWidget(self.alias_help)

        self.alias_row = QHBoxLayout()
        self.alias_row.setSpacing(8)
        self.alias_row.setObjectName(u"alias_row")
        self.alias_row.setContentsMargins(0, 0, 0, 0)
        self.alias_edit = QLineEdit(self.alias_frame)
        self.alias_edit.setObjectName(u"alias_edit")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(2)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.alias_edit.sizePolicy().hasHeightForWidth())
        self.alias_edit.setSizePolicy(sizePolicy)

        self.alias_row.addWidget(self.alias_edit)

        self.depuis_label = QLabel(self.alias_frame)
        self.depuis_label.setObjectName(u"depuis_label")

        self.alias_row.addWidget(self.depuis_label)

        self.depuis_edit = QLineEdit(self.alias_frame)
        self.depuis_edit.setObjectName(u"depuis_edit")
        self.depuis_edit.setMaximumSize(QSize(120, 16777215))

        self.alias_row.addWidget(self.depuis_edit)

        self.jusqu_label = QLabel(self.alias_frame)
        self.jusqu_label.setObjectName(u"jusqu_label")

        self.alias_row.addWidget(self.jusqu_label)

        self.jusqu_edit = QLineEdit(self.alias_frame)
        self.jusqu_edit.setObjectName(u"jusqu_edit")
        self.jusqu_edit.setMaximumSize(QSize(120, 16777215))

        self.alias_row.addWidget(self.jusqu_edit)

        self.alias_button = QPushButton(self.alias_frame)
        self.alias_button.setObjectName(u"alias_button")

        self.alias_row.addWidget(self.alias_button)


        self.alias_layout.addLayout(self.alias_row)

        self.alias_error_label = QLabel(self.alias_frame)
        self.alias_error_label.setObjectName(u"alias_error_label")
        self.alias_error_label.setWordWrap(True)

        self.alias_layout.addWidget(self.alias_error_label)


        self.memoire_layout.addWidget(self.alias_frame)

        self.close_layout = QHBoxLayout()
        self.close_layout.setSpacing(8)
        self.close_layout.setObjectName(u"close_layout")
        self.close_layout.setContentsMargins(0, 0, 0, 0)
        self.close_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.close_layout.addItem(self.close_spacer)

        self.close_button = QPushButton(RetoursMemoire)
        self.close_button.setObjectName(u"close_button")

        self.close_layout.addWidget(self.close_button)


        self.memoire_layout.addLayout(self.close_layout)


        self.retranslateUi(RetoursMemoire)

        QMetaObject.connectSlotsByName(RetoursMemoire)
    # setupUi

    def retranslateUi(self, RetoursMemoire):
        RetoursMemoire.setWindowTitle(QCoreApplication.translate("RetoursMemoire", u"Usages du partenaire", None))
        self.partner_label.setText("")
        self.partner_label.setProperty(u"role", QCoreApplication.translate("RetoursMemoire", u"titre", None))
        self.memoire_help.setText(QCoreApplication.translate("RetoursMemoire", u"Ce qui a \u00e9t\u00e9 r\u00e9pondu une fois pour ce partenaire. Oublier un usage le fera demander de nouveau.", None))
        self.memoire_help.setProperty(u"role", QCoreApplication.translate("RetoursMemoire", u"muet", None))
        self.forget_button.setText(QCoreApplication.translate("RetoursMemoire", u"Oublier cet usage", None))
        self.alias_frame.setProperty(u"role", QCoreApplication.translate("RetoursMemoire", u"carte", None))
        self.alias_title.setText(QCoreApplication.translate("RetoursMemoire", u"Ajouter un nom", None))
        self.alias_title.setProperty(u"role", QCoreApplication.translate("RetoursMemoire", u"titre", None))
        self.alias_help.setText(QCoreApplication.translate("RetoursMemoire", u"Un nom sous lequel ce partenaire envoie ses fichiers, avec ses dates s\u2019il a chang\u00e9 (\u00ab DDSP 77 \u00bb jusqu\u2019au 31/12/2023).", None))
        self.alias_help.setProperty(u"role", QCoreApplication.translate("RetoursMemoire", u"muet", None))
#if QT_CONFIG(accessibility)
        self.alias_edit.setAccessibleName(QCoreApplication.translate("RetoursMemoire", u"Nom", None))
#endif // QT_CONFIG(accessibility)
        self.alias_edit.setPlaceholderText(QCoreApplication.translate("RetoursMemoire", u"Nom", None))
        self.depuis_label.setText(QCoreApplication.translate("RetoursMemoire", u"du", None))
#if QT_CONFIG(accessibility)
        self.depuis_edit.setAccessibleName(QCoreApplication.translate("RetoursMemoire", u"Depuis le", None))
#endif // QT_CONFIG(accessibility)
        self.depuis_edit.setPlaceholderText(QCoreApplication.translate("RetoursMemoire", u"jj/mm/aaaa", None))
        self.jusqu_label.setText(QCoreApplication.translate("RetoursMemoire", u"au", None))
#if QT_CONFIG(accessibility)
        self.jusqu_edit.setAccessibleName(QCoreApplication.translate("RetoursMemoire", u"Jusqu\u2019au", None))
#endif // QT_CONFIG(accessibility)
        self.jusqu_edit.setPlaceholderText(QCoreApplication.translate("RetoursMemoire", u"jj/mm/aaaa", None))
        self.alias_button.setText(QCoreApplication.translate("RetoursMemoire", u"Ajouter", None))
        self.alias_error_label.setText("")
        self.alias_error_label.setProperty(u"role", QCoreApplication.translate("RetoursMemoire", u"erreur", None))
        self.close_button.setText(QCoreApplication.translate("RetoursMemoire", u"Fermer", None))
    # retranslateUi

