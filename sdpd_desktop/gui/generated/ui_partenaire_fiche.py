# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'partenaire_fiche.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QTableWidget,
    QTableWidgetItem, QVBoxLayout, QWidget)

class Ui_PartenaireFiche(object):
    def setupUi(self, PartenaireFiche):
        if not PartenaireFiche.objectName():
            PartenaireFiche.setObjectName(u"PartenaireFiche")
        self.fiche_layout = QVBoxLayout(PartenaireFiche)
        self.fiche_layout.setSpacing(6)
        self.fiche_layout.setObjectName(u"fiche_layout")
        self.fiche_layout.setContentsMargins(14, 8, 14, 8)
        self.title_label = QLabel(PartenaireFiche)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setWordWrap(True)

        self.fiche_layout.addWidget(self.title_label)

        self.help_label = QLabel(PartenaireFiche)
        self.help_label.setObjectName(u"help_label")
        self.help_label.setWordWrap(True)

        self.fiche_layout.addWidget(self.help_label)

        self.fiche_grid = QGridLayout()
        self.fiche_grid.setSpacing(6)
        self.fiche_grid.setObjectName(u"fiche_grid")
        self.fonction_label = QLabel(PartenaireFiche)
        self.fonction_label.setObjectName(u"fonction_label")

        self.fiche_grid.addWidget(self.fonction_label, 0, 0, 1, 1)

        self.fonction_edit = QLineEdit(PartenaireFiche)
        self.fonction_edit.setObjectName(u"fonction_edit")

        self.fiche_grid.addWidget(self.fonction_edit, 0, 1, 1, 1)

        self.courriel_label = QLabel(PartenaireFiche)
        self.courriel_label.setObjectName(u"courriel_label")

        self.fiche_grid.addWidget(self.courriel_label, 1, 0, 1, 1)

        self.courriel_edit = QLineEdit(PartenaireFiche)
        self.courriel_edit.setObjectName(u"courriel_edit")

        self.fiche_grid.addWidget(self.courriel_edit, 1, 1, 1, 1)

        self.telephone_label = QLabel(PartenaireFiche)
        self.telephone_label.setObjectName(u"telephone_label")

        self.fiche_grid.addWidget(self.telephone_label, 2, 0, 1, 1)

        self.telephone_edit = QLineEdit(PartenaireFiche)
        self.telephone_edit.setObjectName(u"telephone_edit")

        self.fiche_grid.addWidget(self.telephone_edit, 2, 1, 1, 1)

        self.adresse_label = QLabel(PartenaireFiche)
        self.adresse_label.setObjectName(u"adresse_label")

        self.fiche_grid.addWidget(self.adresse_label, 3, 0, 1, 1)

        self.adresse_edit = QPlainTextEdit(PartenaireFiche)
        self.adresse_edit.setObjectName(u"adresse_edit")
        self.adresse_edit.setTabChangesFocus(True)
        self.adresse_edit.setMinimumSize(QSize(0, 40))
        self.adresse_edit.setMaximumSize(QSize(16777215, 76))

        self.fiche_grid.addWidget(self.adresse_edit, 3, 1, 1, 1)


        self.fiche_layout.addLayout(self.fiche_grid)

        self.names_layout = QHBoxLayout()
        self.names_layout.setSpacing(8)
        self.names_layout.setObjectName(u"names_layout")
        self.names_label = QLabel(PartenaireFiche)
        self.names_label.setObjectName(u"names_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.names_label.sizePolicy().hasHeightForWidth())
        self.names_label.setSizePolicy(sizePolicy)
        self.names_label.setWordWrap(True)

        self.names_layout.addWidget(self.names_label)

        self.names_button = QPushButton(PartenaireFiche)
        self.names_button.setObjectName(u"names_button")

        self.names_layout.addWidget(self.names_button)


        self.fiche_layout.addLayout(self.names_layout)

        self.units_label = QLabel(PartenaireFiche)
        self.units_label.setObjectName(u"units_label")
        self.units_label.setWordWrap(True)

        self.fiche_layout.addWidget(self.units_label)

        self.units_table = QTableWidget(PartenaireFiche)
        self.units_table.setObjectName(u"units_table")
        self.units_table.setMinimumSize(QSize(0, 52))

        self.fiche_layout.addWidget(self.units_table)

        self.units_actions = QHBoxLayout()
        self.units_actions.setSpacing(8)
        self.units_actions.setObjectName(u"units_actions")
        self.add_unit_button = QPushButton(PartenaireFiche)
        self.add_unit_button.setObjectName(u"add_unit_button")

        self.units_actions.addWidget(self.add_unit_button)

        self.remove_unit_button = QPushButton(PartenaireFiche)
        self.remove_unit_button.setObjectName(u"remove_unit_button")

        self.units_actions.addWidget(self.remove_unit_button)

        self.spacer_3 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.units_actions.addItem(self.spacer_3)


        self.fiche_layout.addLayout(self.units_actions)

        self.error_label = QLabel(PartenaireFiche)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)

        self.fiche_layout.addWidget(self.error_label)

        self.fiche_actions = QHBoxLayout()
        self.fiche_actions.setSpacing(8)
        self.fiche_actions.setObjectName(u"fiche_actions")
        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.fiche_actions.addItem(self.spacer_4)

        self.close_button = QPushButton(PartenaireFiche)
        self.close_button.setObjectName(u"close_button")

        self.fiche_actions.addWidget(self.close_button)

        self.save_button = QPushButton(PartenaireFiche)
        self.save_button.setObjectName(u"save_button")

        self.fiche_actions.addWidget(self.save_button)


        self.fiche_layout.addLayout(self.fiche_actions)


        self.retranslateUi(PartenaireFiche)

        QMetaObject.connectSlotsByName(PartenaireFiche)
    # setupUi

    def retranslateUi(self, PartenaireFiche):
        PartenaireFiche.setProperty(u"role", QCoreApplication.translate("PartenaireFiche", u"carte", None))
        self.title_label.setText("")
        self.title_label.setProperty(u"role", QCoreApplication.translate("PartenaireFiche", u"titre", None))
        self.help_label.setText(QCoreApplication.translate("PartenaireFiche", u"Une fonction et les coordonn\u00e9es de son service\u00a0: jamais le nom d\u2019une personne.", None))
        self.help_label.setProperty(u"role", QCoreApplication.translate("PartenaireFiche", u"muet", None))
        self.fonction_label.setText(QCoreApplication.translate("PartenaireFiche", u"Fonction", None))
#if QT_CONFIG(accessibility)
        self.fonction_edit.setAccessibleName(QCoreApplication.translate("PartenaireFiche", u"Fonction \u00e0 qui \u00e9crire", None))
#endif // QT_CONFIG(accessibility)
        self.fonction_edit.setPlaceholderText(QCoreApplication.translate("PartenaireFiche", u"Chef du bureau partenariat", None))
        self.courriel_label.setText(QCoreApplication.translate("PartenaireFiche", u"Courriel", None))
#if QT_CONFIG(accessibility)
        self.courriel_edit.setAccessibleName(QCoreApplication.translate("PartenaireFiche", u"Courriel du service", None))
#endif // QT_CONFIG(accessibility)
        self.telephone_label.setText(QCoreApplication.translate("PartenaireFiche", u"T\u00e9l\u00e9phone", None))
#if QT_CONFIG(accessibility)
        self.telephone_edit.setAccessibleName(QCoreApplication.translate("PartenaireFiche", u"T\u00e9l\u00e9phone du service", None))
#endif // QT_CONFIG(accessibility)
        self.adresse_label.setText(QCoreApplication.translate("PartenaireFiche", u"Adresse postale", None))
#if QT_CONFIG(accessibility)
        self.adresse_edit.setAccessibleName(QCoreApplication.translate("PartenaireFiche", u"Adresse postale", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.names_label.setAccessibleName(QCoreApplication.translate("PartenaireFiche", u"Autres noms du partenaire", None))
#endif // QT_CONFIG(accessibility)
        self.names_label.setText("")
#if QT_CONFIG(tooltip)
        self.names_button.setToolTip(QCoreApplication.translate("PartenaireFiche", u"Ajouter ou retirer un nom, avec ses dates", None))
#endif // QT_CONFIG(tooltip)
        self.names_button.setText(QCoreApplication.translate("PartenaireFiche", u"Noms\u2026", None))
#if QT_CONFIG(tooltip)
        self.units_label.setToolTip(QCoreApplication.translate("PartenaireFiche", u"Un classeur chacun, additionn\u00e9s ou s\u00e9par\u00e9s selon la campagne", None))
#endif // QT_CONFIG(tooltip)
        self.units_label.setText(QCoreApplication.translate("PartenaireFiche", u"Services qui r\u00e9pondent \u00e0 part (CSP, compagnies)", None))
        self.units_label.setProperty(u"role", QCoreApplication.translate("PartenaireFiche", u"titre", None))
#if QT_CONFIG(accessibility)
        self.units_table.setAccessibleName(QCoreApplication.translate("PartenaireFiche", u"Services qui r\u00e9pondent \u00e0 part", None))
#endif // QT_CONFIG(accessibility)
        self.add_unit_button.setText(QCoreApplication.translate("PartenaireFiche", u"Ajouter un service", None))
        self.remove_unit_button.setText(QCoreApplication.translate("PartenaireFiche", u"Retirer", None))
        self.error_label.setText("")
        self.error_label.setProperty(u"role", QCoreApplication.translate("PartenaireFiche", u"erreur", None))
        self.close_button.setText(QCoreApplication.translate("PartenaireFiche", u"Fermer", None))
        self.save_button.setText(QCoreApplication.translate("PartenaireFiche", u"Enregistrer la fiche", None))
        self.save_button.setProperty(u"role", QCoreApplication.translate("PartenaireFiche", u"principal", None))
    # retranslateUi

