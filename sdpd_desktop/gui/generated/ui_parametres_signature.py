# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'parametres_signature.ui'
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
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_SignatureCard(object):
    def setupUi(self, SignatureCard):
        if not SignatureCard.objectName():
            SignatureCard.setObjectName(u"SignatureCard")
        self.signature_layout = QVBoxLayout(SignatureCard)
        self.signature_layout.setSpacing(8)
        self.signature_layout.setObjectName(u"signature_layout")
        self.signature_layout.setContentsMargins(16, 12, 16, 14)
        self.signature_title = QLabel(SignatureCard)
        self.signature_title.setObjectName(u"signature_title")

        self.signature_layout.addWidget(self.signature_title)

        self.confiance_help = QLabel(SignatureCard)
        self.confiance_help.setObjectName(u"confiance_help")
        self.confiance_help.setWordWrap(True)

        self.signature_layout.addWidget(self.confiance_help)

        self.confiance_list_layout = QVBoxLayout()
        self.confiance_list_layout.setSpacing(0)
        self.confiance_list_layout.setObjectName(u"confiance_list_layout")

        self.signature_layout.addLayout(self.confiance_list_layout)

        self.confiance_actions = QHBoxLayout()
        self.confiance_actions.setSpacing(8)
        self.confiance_actions.setObjectName(u"confiance_actions")
        self.importer_button = QPushButton(SignatureCard)
        self.importer_button.setObjectName(u"importer_button")

        self.confiance_actions.addWidget(self.importer_button)

        self.retirer_button = QPushButton(SignatureCard)
        self.retirer_button.setObjectName(u"retirer_button")

        self.confiance_actions.addWidget(self.retirer_button)

        self.confiance_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.confiance_actions.addItem(self.confiance_spacer)


        self.signature_layout.addLayout(self.confiance_actions)

        self.bibliotheque_label = QLabel(SignatureCard)
        self.bibliotheque_label.setObjectName(u"bibliotheque_label")

        self.signature_layout.addWidget(self.bibliotheque_label)

        self.bibliotheque_layout = QHBoxLayout()
        self.bibliotheque_layout.setSpacing(8)
        self.bibliotheque_layout.setObjectName(u"bibliotheque_layout")
        self.bibliotheque_edit = QLineEdit(SignatureCard)
        self.bibliotheque_edit.setObjectName(u"bibliotheque_edit")

        self.bibliotheque_layout.addWidget(self.bibliotheque_edit)

        self.bibliotheque_button = QPushButton(SignatureCard)
        self.bibliotheque_button.setObjectName(u"bibliotheque_button")

        self.bibliotheque_layout.addWidget(self.bibliotheque_button)

        self.essayer_button = QPushButton(SignatureCard)
        self.essayer_button.setObjectName(u"essayer_button")

        self.bibliotheque_layout.addWidget(self.essayer_button)


        self.signature_layout.addLayout(self.bibliotheque_layout)

        self.essai_label = QLabel(SignatureCard)
        self.essai_label.setObjectName(u"essai_label")
        self.essai_label.setWordWrap(True)

        self.signature_layout.addWidget(self.essai_label)

        self.signature_error_label = QLabel(SignatureCard)
        self.signature_error_label.setObjectName(u"signature_error_label")
        self.signature_error_label.setWordWrap(True)

        self.signature_layout.addWidget(self.signature_error_label)

#if QT_CONFIG(shortcut)
        self.bibliotheque_label.setBuddy(self.bibliotheque_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SignatureCard)

        QMetaObject.connectSlotsByName(SignatureCard)
    # setupUi

    def retranslateUi(self, SignatureCard):
        SignatureCard.setProperty(u"role", QCoreApplication.translate("SignatureCard", u"carte", None))
        self.signature_title.setText(QCoreApplication.translate("SignatureCard", u"Signature \u00e9lectronique", None))
        self.signature_title.setProperty(u"role", QCoreApplication.translate("SignatureCard", u"titre", None))
        self.confiance_help.setText(QCoreApplication.translate("SignatureCard", u"Le bureau ne croit que les autorit\u00e9s qu\u2019il a import\u00e9es. Sans leur liste de r\u00e9vocation (CRL), un verdict reste \u00ab ind\u00e9termin\u00e9 \u00bb.", None))
        self.confiance_help.setProperty(u"role", QCoreApplication.translate("SignatureCard", u"petit", None))
        self.importer_button.setText(QCoreApplication.translate("SignatureCard", u"Importer des autorit\u00e9s ou des listes\u2026", None))
        self.retirer_button.setText(QCoreApplication.translate("SignatureCard", u"Retirer", None))
        self.bibliotheque_label.setText(QCoreApplication.translate("SignatureCard", u"Biblioth\u00e8que de la carte d\u2019agent (PKCS#11)", None))
#if QT_CONFIG(accessibility)
        self.bibliotheque_edit.setAccessibleName(QCoreApplication.translate("SignatureCard", u"Biblioth\u00e8que de la carte d\u2019agent", None))
#endif // QT_CONFIG(accessibility)
        self.bibliotheque_edit.setPlaceholderText(QCoreApplication.translate("SignatureCard", u"Fichier .so ou .dll install\u00e9 avec le logiciel de la carte", None))
        self.bibliotheque_button.setText(QCoreApplication.translate("SignatureCard", u"Choisir\u2026", None))
        self.essayer_button.setText(QCoreApplication.translate("SignatureCard", u"Essayer", None))
        self.essai_label.setText("")
        self.essai_label.setProperty(u"role", QCoreApplication.translate("SignatureCard", u"muet", None))
        self.signature_error_label.setText("")
        self.signature_error_label.setProperty(u"role", QCoreApplication.translate("SignatureCard", u"erreur", None))
    # retranslateUi

