# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'retours_transmission.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QToolButton,
    QVBoxLayout, QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_RetoursTransmission(object):
    def setupUi(self, RetoursTransmission):
        if not RetoursTransmission.objectName():
            RetoursTransmission.setObjectName(u"RetoursTransmission")
        self.transmission_layout = QVBoxLayout(RetoursTransmission)
        self.transmission_layout.setSpacing(8)
        self.transmission_layout.setObjectName(u"transmission_layout")
        self.transmission_layout.setContentsMargins(0, 0, 0, 0)
        self.head_layout = QHBoxLayout()
        self.head_layout.setSpacing(8)
        self.head_layout.setObjectName(u"head_layout")
        self.back_button = QToolButton(RetoursTransmission)
        self.back_button.setObjectName(u"back_button")

        self.head_layout.addWidget(self.back_button)

        self.titles_layout = QVBoxLayout()
        self.titles_layout.setSpacing(0)
        self.titles_layout.setObjectName(u"titles_layout")
        self.title_label = QLabel(RetoursTransmission)
        self.title_label.setObjectName(u"title_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.title_label.sizePolicy().hasHeightForWidth())
        self.title_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.title_label)

        self.context_label = QLabel(RetoursTransmission)
        self.context_label.setObjectName(u"context_label")
        sizePolicy.setHeightForWidth(self.context_label.sizePolicy().hasHeightForWidth())
        self.context_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.context_label)


        self.head_layout.addLayout(self.titles_layout)

        self.save_button = QPushButton(RetoursTransmission)
        self.save_button.setObjectName(u"save_button")

        self.head_layout.addWidget(self.save_button)

        self.head_layout.setStretch(1, 1)

        self.transmission_layout.addLayout(self.head_layout)

        self.fields_layout = QHBoxLayout()
        self.fields_layout.setSpacing(8)
        self.fields_layout.setObjectName(u"fields_layout")
        self.canal_label = QLabel(RetoursTransmission)
        self.canal_label.setObjectName(u"canal_label")

        self.fields_layout.addWidget(self.canal_label)

        self.canal_combo = QComboBox(RetoursTransmission)
        self.canal_combo.setObjectName(u"canal_combo")

        self.fields_layout.addWidget(self.canal_combo)

        self.date_label = QLabel(RetoursTransmission)
        self.date_label.setObjectName(u"date_label")

        self.fields_layout.addWidget(self.date_label)

        self.date_edit = QLineEdit(RetoursTransmission)
        self.date_edit.setObjectName(u"date_edit")
        self.date_edit.setMaximumSize(QSize(110, 16777215))

        self.fields_layout.addWidget(self.date_edit)

        self.fonction_label = QLabel(RetoursTransmission)
        self.fonction_label.setObjectName(u"fonction_label")

        self.fields_layout.addWidget(self.fonction_label)

        self.fonction_edit = QLineEdit(RetoursTransmission)
        self.fonction_edit.setObjectName(u"fonction_edit")

        self.fields_layout.addWidget(self.fonction_edit)

        self.emetteur_label = QLabel(RetoursTransmission)
        self.emetteur_label.setObjectName(u"emetteur_label")

        self.fields_layout.addWidget(self.emetteur_label)

        self.emetteur_combo = QComboBox(RetoursTransmission)
        self.emetteur_combo.setObjectName(u"emetteur_combo")

        self.fields_layout.addWidget(self.emetteur_combo)

        self.fields_layout.setStretch(5, 1)

        self.transmission_layout.addLayout(self.fields_layout)

        self.error_label = QLabel(RetoursTransmission)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)

        self.transmission_layout.addWidget(self.error_label)

        self.message_bar = MessageBar(RetoursTransmission)
        self.message_bar.setObjectName(u"message_bar")

        self.transmission_layout.addWidget(self.message_bar)

        self.rows_layout = QVBoxLayout()
        self.rows_layout.setSpacing(0)
        self.rows_layout.setObjectName(u"rows_layout")
        self.rows_layout.setContentsMargins(0, 0, 0, 0)

        self.transmission_layout.addLayout(self.rows_layout)

        self.help_label = QLabel(RetoursTransmission)
        self.help_label.setObjectName(u"help_label")
        self.help_label.setWordWrap(True)

        self.transmission_layout.addWidget(self.help_label)

        self.transmission_layout.setStretch(4, 1)

        self.retranslateUi(RetoursTransmission)

        QMetaObject.connectSlotsByName(RetoursTransmission)
    # setupUi

    def retranslateUi(self, RetoursTransmission):
#if QT_CONFIG(accessibility)
        self.back_button.setAccessibleName(QCoreApplication.translate("RetoursTransmission", u"Retour aux campagnes", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.back_button.setToolTip(QCoreApplication.translate("RetoursTransmission", u"Revenir aux retours (\u00c9chap)", None))
#endif // QT_CONFIG(tooltip)
        self.title_label.setText("")
        self.title_label.setProperty(u"role", QCoreApplication.translate("RetoursTransmission", u"titre", None))
        self.context_label.setText("")
        self.context_label.setProperty(u"role", QCoreApplication.translate("RetoursTransmission", u"muet", None))
        self.save_button.setText(QCoreApplication.translate("RetoursTransmission", u"Enregistrer les r\u00e9ponses", None))
        self.save_button.setProperty(u"role", QCoreApplication.translate("RetoursTransmission", u"principal", None))
#if QT_CONFIG(tooltip)
        self.save_button.setToolTip(QCoreApplication.translate("RetoursTransmission", u"Enregistrer les lignes justes (Ctrl+Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
        self.canal_label.setText(QCoreApplication.translate("RetoursTransmission", u"Re\u00e7u par", None))
#if QT_CONFIG(accessibility)
        self.canal_combo.setAccessibleName(QCoreApplication.translate("RetoursTransmission", u"Re\u00e7u par", None))
#endif // QT_CONFIG(accessibility)
        self.date_label.setText(QCoreApplication.translate("RetoursTransmission", u"le", None))
#if QT_CONFIG(accessibility)
        self.date_edit.setAccessibleName(QCoreApplication.translate("RetoursTransmission", u"Re\u00e7u le", None))
#endif // QT_CONFIG(accessibility)
        self.date_edit.setPlaceholderText(QCoreApplication.translate("RetoursTransmission", u"jj/mm/aaaa", None))
        self.fonction_label.setText(QCoreApplication.translate("RetoursTransmission", u"de", None))
#if QT_CONFIG(accessibility)
        self.fonction_edit.setAccessibleName(QCoreApplication.translate("RetoursTransmission", u"Fonction de qui a r\u00e9pondu", None))
#endif // QT_CONFIG(accessibility)
        self.fonction_edit.setPlaceholderText(QCoreApplication.translate("RetoursTransmission", u"Fonction, jamais un nom\u00a0: chef du bureau partenariat", None))
        self.emetteur_label.setText(QCoreApplication.translate("RetoursTransmission", u"pour", None))
#if QT_CONFIG(accessibility)
        self.emetteur_combo.setAccessibleName(QCoreApplication.translate("RetoursTransmission", u"Service qui r\u00e9pond", None))
#endif // QT_CONFIG(accessibility)
        self.error_label.setText("")
        self.error_label.setProperty(u"role", QCoreApplication.translate("RetoursTransmission", u"erreur", None))
        self.help_label.setText("")
        self.help_label.setProperty(u"role", QCoreApplication.translate("RetoursTransmission", u"muet", None))
        pass
    # retranslateUi

