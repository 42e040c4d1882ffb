# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'verification_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QTextBrowser,
    QVBoxLayout, QWidget)

class Ui_VerificationDialog(object):
    def setupUi(self, VerificationDialog):
        if not VerificationDialog.objectName():
            VerificationDialog.setObjectName(u"VerificationDialog")
        VerificationDialog.resize(640, 440)
        self.dialog_layout = QVBoxLayout(VerificationDialog)
        self.dialog_layout.setSpacing(10)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 14, 16, 14)
        self.heading_label = QLabel(VerificationDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.heading_label)

        self.verdict_layout = QHBoxLayout()
        self.verdict_layout.setSpacing(8)
        self.verdict_layout.setObjectName(u"verdict_layout")
        self.verdict_label = QLabel(VerificationDialog)
        self.verdict_label.setObjectName(u"verdict_label")
        self.verdict_label.setWordWrap(True)

        self.verdict_layout.addWidget(self.verdict_label)


        self.dialog_layout.addLayout(self.verdict_layout)

        self.detail_text = QTextBrowser(VerificationDialog)
        self.detail_text.setObjectName(u"detail_text")
        self.detail_text.setOpenLinks(False)

        self.dialog_layout.addWidget(self.detail_text)

        self.error_label = QLabel(VerificationDialog)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.error_label)

        self.buttons_layout = QHBoxLayout()
        self.buttons_layout.setSpacing(8)
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.deposer_button = QPushButton(VerificationDialog)
        self.deposer_button.setObjectName(u"deposer_button")
        self.deposer_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.deposer_button)

        self.exporter_button = QPushButton(VerificationDialog)
        self.exporter_button.setObjectName(u"exporter_button")
        self.exporter_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.exporter_button)

        self.buttons_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons_layout.addItem(self.buttons_spacer)

        self.fermer_button = QPushButton(VerificationDialog)
        self.fermer_button.setObjectName(u"fermer_button")

        self.buttons_layout.addWidget(self.fermer_button)


        self.dialog_layout.addLayout(self.buttons_layout)


        self.retranslateUi(VerificationDialog)

        self.fermer_button.setDefault(True)


        QMetaObject.connectSlotsByName(VerificationDialog)
    # setupUi

    def retranslateUi(self, VerificationDialog):
        VerificationDialog.setWindowTitle(QCoreApplication.translate("VerificationDialog", u"V\u00e9rifier un document sign\u00e9", None))
        self.heading_label.setText("")
        self.heading_label.setProperty(u"role", QCoreApplication.translate("VerificationDialog", u"titre", None))
        self.verdict_label.setText("")
#if QT_CONFIG(accessibility)
        self.detail_text.setAccessibleName(QCoreApplication.translate("VerificationDialog", u"Signatures et raisons du verdict", None))
#endif // QT_CONFIG(accessibility)
        self.error_label.setText("")
        self.error_label.setProperty(u"role", QCoreApplication.translate("VerificationDialog", u"erreur", None))
        self.deposer_button.setText(QCoreApplication.translate("VerificationDialog", u"D\u00e9poser au registre", None))
        self.exporter_button.setText(QCoreApplication.translate("VerificationDialog", u"Exporter l\u2019exemplaire\u2026", None))
        self.fermer_button.setText(QCoreApplication.translate("VerificationDialog", u"Fermer", None))
    # retranslateUi

