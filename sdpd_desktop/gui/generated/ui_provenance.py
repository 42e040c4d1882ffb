# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'provenance.ui'
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
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_ProvenanceDialog(object):
    def setupUi(self, ProvenanceDialog):
        if not ProvenanceDialog.objectName():
            ProvenanceDialog.setObjectName(u"ProvenanceDialog")
        ProvenanceDialog.resize(960, 560)
        self.dialog_layout = QVBoxLayout(ProvenanceDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(18, 16, 18, 14)
        self.title_label = QLabel(ProvenanceDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.title_label)

        self.origine_label = QLabel(ProvenanceDialog)
        self.origine_label.setObjectName(u"origine_label")
        self.origine_label.setTextFormat(Qt.TextFormat.PlainText)
        self.origine_label.setWordWrap(True)
        self.origine_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.dialog_layout.addWidget(self.origine_label)

        self.fichier_label = QLabel(ProvenanceDialog)
        self.fichier_label.setObjectName(u"fichier_label")
        self.fichier_label.setTextFormat(Qt.TextFormat.PlainText)
        self.fichier_label.setWordWrap(True)
        self.fichier_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.dialog_layout.addWidget(self.fichier_label)

        self.etat_label = QLabel(ProvenanceDialog)
        self.etat_label.setObjectName(u"etat_label")
        self.etat_label.setTextFormat(Qt.TextFormat.PlainText)
        self.etat_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.etat_label)

        self.ligne_layout = QVBoxLayout()
        self.ligne_layout.setObjectName(u"ligne_layout")

        self.dialog_layout.addLayout(self.ligne_layout)

        self.buttons_layout = QHBoxLayout()
        self.buttons_layout.setSpacing(8)
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.enregistrer_button = QPushButton(ProvenanceDialog)
        self.enregistrer_button.setObjectName(u"enregistrer_button")

        self.buttons_layout.addWidget(self.enregistrer_button)

        self.journal_button = QPushButton(ProvenanceDialog)
        self.journal_button.setObjectName(u"journal_button")

        self.buttons_layout.addWidget(self.journal_button)

        self.expurger_button = QPushButton(ProvenanceDialog)
        self.expurger_button.setObjectName(u"expurger_button")

        self.buttons_layout.addWidget(self.expurger_button)

        self.buttons_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons_layout.addItem(self.buttons_spacer)

        self.fermer_button = QPushButton(ProvenanceDialog)
        self.fermer_button.setObjectName(u"fermer_button")

        self.buttons_layout.addWidget(self.fermer_button)


        self.dialog_layout.addLayout(self.buttons_layout)


        self.retranslateUi(ProvenanceDialog)

        self.fermer_button.setDefault(True)


        QMetaObject.connectSlotsByName(ProvenanceDialog)
    # setupUi

    def retranslateUi(self, ProvenanceDialog):
        ProvenanceDialog.setWindowTitle(QCoreApplication.translate("ProvenanceDialog", u"Provenance", None))
        self.title_label.setText("")
        self.title_label.setProperty(u"role", QCoreApplication.translate("ProvenanceDialog", u"titre", None))
        self.origine_label.setText("")
        self.fichier_label.setText("")
        self.fichier_label.setProperty(u"role", QCoreApplication.translate("ProvenanceDialog", u"muet", None))
        self.etat_label.setText("")
        self.etat_label.setProperty(u"role", QCoreApplication.translate("ProvenanceDialog", u"alerte", None))
        self.enregistrer_button.setText(QCoreApplication.translate("ProvenanceDialog", u"Enregistrer le fichier re\u00e7u sous\u2026", None))
        self.journal_button.setText(QCoreApplication.translate("ProvenanceDialog", u"Voir au journal", None))
        self.expurger_button.setText(QCoreApplication.translate("ProvenanceDialog", u"Expurger\u2026", None))
#if QT_CONFIG(tooltip)
        self.expurger_button.setToolTip(QCoreApplication.translate("ProvenanceDialog", u"Effacer pour toujours une donn\u00e9e nominative re\u00e7ue par erreur", None))
#endif // QT_CONFIG(tooltip)
        self.fermer_button.setText(QCoreApplication.translate("ProvenanceDialog", u"Fermer", None))
    # retranslateUi

