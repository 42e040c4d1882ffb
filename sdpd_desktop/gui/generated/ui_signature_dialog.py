# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'signature_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QGridLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QRadioButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

class Ui_SignatureDialog(object):
    def setupUi(self, SignatureDialog):
        if not SignatureDialog.objectName():
            SignatureDialog.setObjectName(u"SignatureDialog")
        SignatureDialog.resize(640, 490)
        self.dialog_layout = QVBoxLayout(SignatureDialog)
        self.dialog_layout.setSpacing(10)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(16, 14, 16, 14)
        self.heading_label = QLabel(SignatureDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.heading_label)

        self.signes_label = QLabel(SignatureDialog)
        self.signes_label.setObjectName(u"signes_label")
        self.signes_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.signes_label)

        self.reserve_label = QLabel(SignatureDialog)
        self.reserve_label.setObjectName(u"reserve_label")
        self.reserve_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.reserve_label)

        self.acte_grid = QGridLayout()
        self.acte_grid.setSpacing(8)
        self.acte_grid.setObjectName(u"acte_grid")
        self.champ_label = QLabel(SignatureDialog)
        self.champ_label.setObjectName(u"champ_label")
        self.champ_label.setMinimumSize(QSize(132, 0))

        self.acte_grid.addWidget(self.champ_label, 0, 0, 1, 1)

        self.champ_combo = QComboBox(SignatureDialog)
        self.champ_combo.setObjectName(u"champ_combo")

        self.acte_grid.addWidget(self.champ_combo, 0, 1, 1, 2)

        self.lieu_label = QLabel(SignatureDialog)
        self.lieu_label.setObjectName(u"lieu_label")

        self.acte_grid.addWidget(self.lieu_label, 1, 0, 1, 1)

        self.lieu_edit = QLineEdit(SignatureDialog)
        self.lieu_edit.setObjectName(u"lieu_edit")

        self.acte_grid.addWidget(self.lieu_edit, 1, 1, 1, 2)

        self.image_label = QLabel(SignatureDialog)
        self.image_label.setObjectName(u"image_label")

        self.acte_grid.addWidget(self.image_label, 2, 0, 1, 1)

        self.image_edit = QLineEdit(SignatureDialog)
        self.image_edit.setObjectName(u"image_edit")
        self.image_edit.setReadOnly(True)

        self.acte_grid.addWidget(self.image_edit, 2, 1, 1, 1)

        self.image_button = QPushButton(SignatureDialog)
        self.image_button.setObjectName(u"image_button")
        self.image_button.setAutoDefault(False)

        self.acte_grid.addWidget(self.image_button, 2, 2, 1, 1)

        self.acte_grid.setColumnStretch(1, 1)

        self.dialog_layout.addLayout(self.acte_grid)

        self.moyen_layout = QHBoxLayout()
        self.moyen_layout.setSpacing(16)
        self.moyen_layout.setObjectName(u"moyen_layout")
        self.carte_radio = QRadioButton(SignatureDialog)
        self.carte_radio.setObjectName(u"carte_radio")

        self.moyen_layout.addWidget(self.carte_radio)

        self.fichier_radio = QRadioButton(SignatureDialog)
        self.fichier_radio.setObjectName(u"fichier_radio")

        self.moyen_layout.addWidget(self.fichier_radio)

        self.moyen_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.moyen_layout.addItem(self.moyen_spacer)


        self.dialog_layout.addLayout(self.moyen_layout)

        self.moyen_stack = QStackedWidget(SignatureDialog)
        self.moyen_stack.setObjectName(u"moyen_stack")
        self.carte_page = QWidget()
        self.carte_page.setObjectName(u"carte_page")
        self.carte_grid = QGridLayout(self.carte_page)
        self.carte_grid.setSpacing(8)
        self.carte_grid.setObjectName(u"carte_grid")
        self.carte_grid.setContentsMargins(0, 0, 0, 0)
        self.jeton_label = QLabel(self.carte_page)
        self.jeton_label.setObjectName(u"jeton_label")
        self.jeton_label.setMinimumSize(QSize(132, 0))

        self.carte_grid.addWidget(self.jeton_label, 0, 0, 1, 1)

        self.jeton_combo = QComboBox(self.carte_page)
        self.jeton_combo.setObjectName(u"jeton_combo")

        self.carte_grid.addWidget(self.jeton_combo, 0, 1, 1, 1)

        self.relire_button = QPushButton(self.carte_page)
        self.relire_button.setObjectName(u"relire_button")
        self.relire_button.setAutoDefault(False)

        self.carte_grid.addWidget(self.relire_button, 0, 2, 1, 1)

        self.certificat_label = QLabel(self.carte_page)
        self.certificat_label.setObjectName(u"certificat_label")

        self.carte_grid.addWidget(self.certificat_label, 1, 0, 1, 1)

        self.certificat_combo = QComboBox(self.carte_page)
        self.certificat_combo.setObjectName(u"certificat_combo")

        self.carte_grid.addWidget(self.certificat_combo, 1, 1, 1, 2)

        self.code_label = QLabel(self.carte_page)
        self.code_label.setObjectName(u"code_label")

        self.carte_grid.addWidget(self.code_label, 2, 0, 1, 1)

        self.code_edit = QLineEdit(self.carte_page)
        self.code_edit.setObjectName(u"code_edit")
        self.code_edit.setEchoMode(QLineEdit.EchoMode.Password)

        self.carte_grid.addWidget(self.code_edit, 2, 1, 1, 2)

        self.middleware_check = QCheckBox(self.carte_page)
        self.middleware_check.setObjectName(u"middleware_check")

        self.carte_grid.addWidget(self.middleware_check, 3, 1, 1, 2)

        self.carte_grid.setColumnStretch(1, 1)
        self.moyen_stack.addWidget(self.carte_page)
        self.fichier_page = QWidget()
        self.fichier_page.setObjectName(u"fichier_page")
        self.fichier_grid = QGridLayout(self.fichier_page)
        self.fichier_grid.setSpacing(8)
        self.fichier_grid.setObjectName(u"fichier_grid")
        self.fichier_grid.setContentsMargins(0, 0, 0, 0)
        self.fichier_label = QLabel(self.fichier_page)
        self.fichier_label.setObjectName(u"fichier_label")
        self.fichier_label.setMinimumSize(QSize(132, 0))

        self.fichier_grid.addWidget(self.fichier_label, 0, 0, 1, 1)

        self.fichier_edit = QLineEdit(self.fichier_page)
        self.fichier_edit.setObjectName(u"fichier_edit")
        self.fichier_edit.setReadOnly(True)

        self.fichier_grid.addWidget(self.fichier_edit, 0, 1, 1, 1)

        self.fichier_button = QPushButton(self.fichier_page)
        self.fichier_button.setObjectName(u"fichier_button")
        self.fichier_button.setAutoDefault(False)

        self.fichier_grid.addWidget(self.fichier_button, 0, 2, 1, 1)

        self.phrase_label = QLabel(self.fichier_page)
        self.phrase_label.setObjectName(u"phrase_label")

        self.fichier_grid.addWidget(self.phrase_label, 1, 0, 1, 1)

        self.phrase_edit = QLineEdit(self.fichier_page)
        self.phrase_edit.setObjectName(u"phrase_edit")
        self.phrase_edit.setEchoMode(QLineEdit.EchoMode.Password)

        self.fichier_grid.addWidget(self.phrase_edit, 1, 1, 1, 2)

        self.fichier_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fichier_grid.addItem(self.fichier_spacer, 2, 0, 1, 1)

        self.fichier_grid.setColumnStretch(1, 1)
        self.moyen_stack.addWidget(self.fichier_page)

        self.dialog_layout.addWidget(self.moyen_stack)

        self.aide_label = QLabel(SignatureDialog)
        self.aide_label.setObjectName(u"aide_label")
        self.aide_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.aide_label)

        self.error_label = QLabel(SignatureDialog)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.error_label)

        self.buttons_layout = QHBoxLayout()
        self.buttons_layout.setSpacing(8)
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.buttons_spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons_layout.addItem(self.buttons_spacer)

        self.fermer_button = QPushButton(SignatureDialog)
        self.fermer_button.setObjectName(u"fermer_button")
        self.fermer_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.fermer_button)

        self.signer_button = QPushButton(SignatureDialog)
        self.signer_button.setObjectName(u"signer_button")

        self.buttons_layout.addWidget(self.signer_button)


        self.dialog_layout.addLayout(self.buttons_layout)

#if QT_CONFIG(shortcut)
        self.champ_label.setBuddy(self.champ_combo)
        self.lieu_label.setBuddy(self.lieu_edit)
        self.image_label.setBuddy(self.image_edit)
        self.jeton_label.setBuddy(self.jeton_combo)
        self.certificat_label.setBuddy(self.certificat_combo)
        self.code_label.setBuddy(self.code_edit)
        self.fichier_label.setBuddy(self.fichier_edit)
        self.phrase_label.setBuddy(self.phrase_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SignatureDialog)

        self.signer_button.setDefault(True)


        QMetaObject.connectSlotsByName(SignatureDialog)
    # setupUi

    def retranslateUi(self, SignatureDialog):
        SignatureDialog.setWindowTitle(QCoreApplication.translate("SignatureDialog", u"Signer \u00e9lectroniquement", None))
        self.heading_label.setText("")
        self.heading_label.setProperty(u"role", QCoreApplication.translate("SignatureDialog", u"titre", None))
        self.signes_label.setText("")
        self.signes_label.setProperty(u"role", QCoreApplication.translate("SignatureDialog", u"muet", None))
        self.reserve_label.setText("")
        self.reserve_label.setProperty(u"role", QCoreApplication.translate("SignatureDialog", u"alerte", None))
        self.champ_label.setText(QCoreApplication.translate("SignatureDialog", u"Qui signe", None))
#if QT_CONFIG(accessibility)
        self.champ_combo.setAccessibleName(QCoreApplication.translate("SignatureDialog", u"Qui signe", None))
#endif // QT_CONFIG(accessibility)
        self.lieu_label.setText(QCoreApplication.translate("SignatureDialog", u"Lieu", None))
#if QT_CONFIG(accessibility)
        self.lieu_edit.setAccessibleName(QCoreApplication.translate("SignatureDialog", u"Lieu de la signature", None))
#endif // QT_CONFIG(accessibility)
        self.image_label.setText(QCoreApplication.translate("SignatureDialog", u"Signature num\u00e9ris\u00e9e", None))
#if QT_CONFIG(accessibility)
        self.image_edit.setAccessibleName(QCoreApplication.translate("SignatureDialog", u"Signature num\u00e9ris\u00e9e", None))
#endif // QT_CONFIG(accessibility)
        self.image_edit.setPlaceholderText(QCoreApplication.translate("SignatureDialog", u"Facultative : PNG ou JPEG, dessin\u00e9e sous le nom", None))
        self.image_button.setText(QCoreApplication.translate("SignatureDialog", u"Choisir\u2026", None))
        self.carte_radio.setText(QCoreApplication.translate("SignatureDialog", u"Carte d\u2019agent", None))
        self.fichier_radio.setText(QCoreApplication.translate("SignatureDialog", u"Fichier de certificat", None))
        self.jeton_label.setText(QCoreApplication.translate("SignatureDialog", u"Carte", None))
#if QT_CONFIG(accessibility)
        self.jeton_combo.setAccessibleName(QCoreApplication.translate("SignatureDialog", u"Carte", None))
#endif // QT_CONFIG(accessibility)
        self.relire_button.setText(QCoreApplication.translate("SignatureDialog", u"Relire", None))
#if QT_CONFIG(tooltip)
        self.relire_button.setToolTip(QCoreApplication.translate("SignatureDialog", u"Relire les cartes pr\u00e9sentes dans les lecteurs", None))
#endif // QT_CONFIG(tooltip)
        self.certificat_label.setText(QCoreApplication.translate("SignatureDialog", u"Certificat", None))
#if QT_CONFIG(accessibility)
        self.certificat_combo.setAccessibleName(QCoreApplication.translate("SignatureDialog", u"Certificat de signature", None))
#endif // QT_CONFIG(accessibility)
        self.code_label.setText(QCoreApplication.translate("SignatureDialog", u"Code", None))
#if QT_CONFIG(accessibility)
        self.code_edit.setAccessibleName(QCoreApplication.translate("SignatureDialog", u"Code de la carte", None))
#endif // QT_CONFIG(accessibility)
        self.middleware_check.setText(QCoreApplication.translate("SignatureDialog", u"Le logiciel de la carte demande le code lui-m\u00eame", None))
        self.fichier_label.setText(QCoreApplication.translate("SignatureDialog", u"Fichier", None))
#if QT_CONFIG(accessibility)
        self.fichier_edit.setAccessibleName(QCoreApplication.translate("SignatureDialog", u"Fichier de certificat", None))
#endif // QT_CONFIG(accessibility)
        self.fichier_edit.setPlaceholderText(QCoreApplication.translate("SignatureDialog", u".p12 ou .pfx", None))
        self.fichier_button.setText(QCoreApplication.translate("SignatureDialog", u"Choisir\u2026", None))
        self.phrase_label.setText(QCoreApplication.translate("SignatureDialog", u"Phrase secr\u00e8te", None))
#if QT_CONFIG(accessibility)
        self.phrase_edit.setAccessibleName(QCoreApplication.translate("SignatureDialog", u"Phrase secr\u00e8te du certificat", None))
#endif // QT_CONFIG(accessibility)
        self.aide_label.setText(QCoreApplication.translate("SignatureDialog", u"Le code et la phrase ne sont conserv\u00e9s nulle part. Une fois sign\u00e9, le document ne change plus : chaque signature s\u2019ajoute \u00e0 sa suite.", None))
        self.aide_label.setProperty(u"role", QCoreApplication.translate("SignatureDialog", u"petit", None))
        self.error_label.setText("")
        self.error_label.setProperty(u"role", QCoreApplication.translate("SignatureDialog", u"erreur", None))
        self.fermer_button.setText(QCoreApplication.translate("SignatureDialog", u"Fermer", None))
        self.signer_button.setText(QCoreApplication.translate("SignatureDialog", u"Signer", None))
        self.signer_button.setProperty(u"role", QCoreApplication.translate("SignatureDialog", u"principal", None))
    # retranslateUi

