# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'expurgation.ui'
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
    QLineEdit, QPlainTextEdit, QPushButton, QRadioButton,
    QSizePolicy, QSpacerItem, QTextBrowser, QVBoxLayout,
    QWidget)

class Ui_ExpurgationDialog(object):
    def setupUi(self, ExpurgationDialog):
        if not ExpurgationDialog.objectName():
            ExpurgationDialog.setObjectName(u"ExpurgationDialog")
        ExpurgationDialog.resize(720, 560)
        self.dialog_layout = QVBoxLayout(ExpurgationDialog)
        self.dialog_layout.setSpacing(8)
        self.dialog_layout.setObjectName(u"dialog_layout")
        self.dialog_layout.setContentsMargins(18, 16, 18, 14)
        self.notice_label = QLabel(ExpurgationDialog)
        self.notice_label.setObjectName(u"notice_label")
        self.notice_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.notice_label)

        self.texte_radio = QRadioButton(ExpurgationDialog)
        self.texte_radio.setObjectName(u"texte_radio")
        self.texte_radio.setChecked(True)

        self.dialog_layout.addWidget(self.texte_radio)

        self.texte_edit = QPlainTextEdit(ExpurgationDialog)
        self.texte_edit.setObjectName(u"texte_edit")
        self.texte_edit.setMaximumSize(QSize(16777215, 84))
        self.texte_edit.setTabChangesFocus(True)

        self.dialog_layout.addWidget(self.texte_edit)

        self.fichier_radio = QRadioButton(ExpurgationDialog)
        self.fichier_radio.setObjectName(u"fichier_radio")

        self.dialog_layout.addWidget(self.fichier_radio)

        self.motif_label = QLabel(ExpurgationDialog)
        self.motif_label.setObjectName(u"motif_label")

        self.dialog_layout.addWidget(self.motif_label)

        self.motif_edit = QLineEdit(ExpurgationDialog)
        self.motif_edit.setObjectName(u"motif_edit")

        self.dialog_layout.addWidget(self.motif_edit)

        self.erreur_label = QLabel(ExpurgationDialog)
        self.erreur_label.setObjectName(u"erreur_label")
        self.erreur_label.setWordWrap(True)

        self.dialog_layout.addWidget(self.erreur_label)

        self.resultat_browser = QTextBrowser(ExpurgationDialog)
        self.resultat_browser.setObjectName(u"resultat_browser")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.resultat_browser.sizePolicy().hasHeightForWidth())
        self.resultat_browser.setSizePolicy(sizePolicy)

        self.dialog_layout.addWidget(self.resultat_browser)

        self.buttons_layout = QHBoxLayout()
        self.buttons_layout.setSpacing(8)
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.buttons_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons_layout.addItem(self.buttons_spacer)

        self.fermer_button = QPushButton(ExpurgationDialog)
        self.fermer_button.setObjectName(u"fermer_button")

        self.buttons_layout.addWidget(self.fermer_button)

        self.chercher_button = QPushButton(ExpurgationDialog)
        self.chercher_button.setObjectName(u"chercher_button")

        self.buttons_layout.addWidget(self.chercher_button)

        self.expurger_button = QPushButton(ExpurgationDialog)
        self.expurger_button.setObjectName(u"expurger_button")

        self.buttons_layout.addWidget(self.expurger_button)


        self.dialog_layout.addLayout(self.buttons_layout)

#if QT_CONFIG(shortcut)
        self.motif_label.setBuddy(self.motif_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ExpurgationDialog)

        self.chercher_button.setDefault(True)


        QMetaObject.connectSlotsByName(ExpurgationDialog)
    # setupUi

    def retranslateUi(self, ExpurgationDialog):
        ExpurgationDialog.setWindowTitle(QCoreApplication.translate("ExpurgationDialog", u"Expurger une donn\u00e9e re\u00e7ue par erreur", None))
        self.notice_label.setText(QCoreApplication.translate("ExpurgationDialog", u"Le texte est remplac\u00e9 par \u00ab [expurg\u00e9] \u00bb dans les valeurs, les mesures, les imports, les fichiers re\u00e7us et le journal, dont la cha\u00eene reste v\u00e9rifiable. Votre nom, la date et le motif sont conserv\u00e9s. Cela ne s\u2019annule pas.", None))
        self.notice_label.setProperty(u"role", QCoreApplication.translate("ExpurgationDialog", u"muet", None))
        self.texte_radio.setText(QCoreApplication.translate("ExpurgationDialog", u"Ce texte, partout o\u00f9 il se trouve", None))
#if QT_CONFIG(accessibility)
        self.texte_edit.setAccessibleName(QCoreApplication.translate("ExpurgationDialog", u"Texte \u00e0 effacer", None))
#endif // QT_CONFIG(accessibility)
        self.texte_edit.setPlaceholderText(QCoreApplication.translate("ExpurgationDialog", u"Texte \u00e0 effacer, partout o\u00f9 il se trouve", None))
        self.fichier_radio.setText(QCoreApplication.translate("ExpurgationDialog", u"Le fichier re\u00e7u en entier", None))
        self.motif_label.setText(QCoreApplication.translate("ExpurgationDialog", u"Motif (sans r\u00e9p\u00e9ter la donn\u00e9e)", None))
#if QT_CONFIG(accessibility)
        self.motif_edit.setAccessibleName(QCoreApplication.translate("ExpurgationDialog", u"Motif", None))
#endif // QT_CONFIG(accessibility)
        self.motif_edit.setPlaceholderText(QCoreApplication.translate("ExpurgationDialog", u"nom d\u2019un mineur re\u00e7u dans un retour, par exemple", None))
        self.erreur_label.setText("")
        self.erreur_label.setProperty(u"role", QCoreApplication.translate("ExpurgationDialog", u"erreur", None))
#if QT_CONFIG(accessibility)
        self.resultat_browser.setAccessibleName(QCoreApplication.translate("ExpurgationDialog", u"O\u00f9 la donn\u00e9e se trouve", None))
#endif // QT_CONFIG(accessibility)
        self.fermer_button.setText(QCoreApplication.translate("ExpurgationDialog", u"Ne rien faire", None))
        self.chercher_button.setText(QCoreApplication.translate("ExpurgationDialog", u"Chercher", None))
        self.expurger_button.setText(QCoreApplication.translate("ExpurgationDialog", u"Expurger d\u00e9finitivement", None))
        self.expurger_button.setProperty(u"role", QCoreApplication.translate("ExpurgationDialog", u"principal", None))
    # retranslateUi

