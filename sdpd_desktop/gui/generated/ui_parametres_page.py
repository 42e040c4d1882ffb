# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'parametres_page.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QGridLayout,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QRadioButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_ParametresPage(object):
    def setupUi(self, ParametresPage):
        if not ParametresPage.objectName():
            ParametresPage.setObjectName(u"ParametresPage")
        self.page_layout = QVBoxLayout(ParametresPage)
        self.page_layout.setSpacing(10)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.message_bar = MessageBar(ParametresPage)
        self.message_bar.setObjectName(u"message_bar")

        self.page_layout.addWidget(self.message_bar)

        self.scroll_area = QScrollArea(ParametresPage)
        self.scroll_area.setObjectName(u"scroll_area")
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_contents = QWidget()
        self.scroll_contents.setObjectName(u"scroll_contents")
        self.columns_layout = QHBoxLayout(self.scroll_contents)
        self.columns_layout.setSpacing(10)
        self.columns_layout.setObjectName(u"columns_layout")
        self.columns_layout.setContentsMargins(0, 0, 6, 0)
        self.left_layout = QVBoxLayout()
        self.left_layout.setSpacing(10)
        self.left_layout.setObjectName(u"left_layout")
        self.bureau_frame = QFrame(self.scroll_contents)
        self.bureau_frame.setObjectName(u"bureau_frame")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.bureau_frame.sizePolicy().hasHeightForWidth())
        self.bureau_frame.setSizePolicy(sizePolicy)
        self.bureau_layout = QVBoxLayout(self.bureau_frame)
        self.bureau_layout.setSpacing(8)
        self.bureau_layout.setObjectName(u"bureau_layout")
        self.bureau_layout.setContentsMargins(16, 12, 16, 14)
        self.bureau_title = QLabel(self.bureau_frame)
        self.bureau_title.setObjectName(u"bureau_title")

        self.bureau_layout.addWidget(self.bureau_title)

        self.bureau_grid = QGridLayout()
        self.bureau_grid.setSpacing(8)
        self.bureau_grid.setObjectName(u"bureau_grid")
        self.bureau_label = QLabel(self.bureau_frame)
        self.bureau_label.setObjectName(u"bureau_label")

        self.bureau_grid.addWidget(self.bureau_label, 0, 0, 1, 1)

        self.bureau_edit = QLineEdit(self.bureau_frame)
        self.bureau_edit.setObjectName(u"bureau_edit")

        self.bureau_grid.addWidget(self.bureau_edit, 0, 1, 1, 1)

        self.auteur_label = QLabel(self.bureau_frame)
        self.auteur_label.setObjectName(u"auteur_label")

        self.bureau_grid.addWidget(self.auteur_label, 1, 0, 1, 1)

        self.auteur_edit = QLineEdit(self.bureau_frame)
        self.auteur_edit.setObjectName(u"auteur_edit")

        self.bureau_grid.addWidget(self.auteur_edit, 1, 1, 1, 1)

        self.mentions_label = QLabel(self.bureau_frame)
        self.mentions_label.setObjectName(u"mentions_label")
        self.mentions_label.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.bureau_grid.addWidget(self.mentions_label, 2, 0, 1, 1)

        self.mentions_layout = QVBoxLayout()
        self.mentions_layout.setObjectName(u"mentions_layout")

        self.bureau_grid.addLayout(self.mentions_layout, 2, 1, 1, 1)

        self.mention_label = QLabel(self.bureau_frame)
        self.mention_label.setObjectName(u"mention_label")

        self.bureau_grid.addWidget(self.mention_label, 3, 0, 1, 1)

        self.mention_combo = QComboBox(self.bureau_frame)
        self.mention_combo.setObjectName(u"mention_combo")

        self.bureau_grid.addWidget(self.mention_combo, 3, 1, 1, 1)

        self.seuil_label = QLabel(self.bureau_frame)
        self.seuil_label.setObjectName(u"seuil_label")

        self.bureau_grid.addWidget(self.seuil_label, 4, 0, 1, 1)

        self.seuil_layout = QHBoxLayout()
        self.seuil_layout.setSpacing(8)
        self.seuil_layout.setObjectName(u"seuil_layout")
        self.seuil_before = QLabel(self.bureau_frame)
        self.seuil_before.setObjectName(u"seuil_before")

        self.seuil_layout.addWidget(self.seuil_before)

        self.seuil_edit = QLineEdit(self.bureau_frame)
        self.seuil_edit.setObjectName(u"seuil_edit")
        self.seuil_edit.setMaximumSize(QSize(56, 16777215))
        self.seuil_edit.setMaxLength(3)
        self.seuil_edit.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.seuil_layout.addWidget(self.seuil_edit)

        self.seuil_after = QLabel(self.bureau_frame)
        self.seuil_after.setObjectName(u"seuil_after")

        self.seuil_layout.addWidget(self.seuil_after)

        self.seuil_spacer = QSpacerItem(0, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.seuil_layout.addItem(self.seuil_spacer)


        self.bureau_grid.addLayout(self.seuil_layout, 4, 1, 1, 1)


        self.bureau_layout.addLayout(self.bureau_grid)

        self.mention_help = QLabel(self.bureau_frame)
        self.mention_help.setObjectName(u"mention_help")
        self.mention_help.setWordWrap(True)

        self.bureau_layout.addWidget(self.mention_help)

        self.entete_label = QLabel(self.bureau_frame)
        self.entete_label.setObjectName(u"entete_label")

        self.bureau_layout.addWidget(self.entete_label)

        self.entete_picture = QLabel(self.bureau_frame)
        self.entete_picture.setObjectName(u"entete_picture")
        self.entete_picture.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignVCenter)

        self.bureau_layout.addWidget(self.entete_picture)

        self.entete_actions = QHBoxLayout()
        self.entete_actions.setSpacing(8)
        self.entete_actions.setObjectName(u"entete_actions")
        self.entete_button = QPushButton(self.bureau_frame)
        self.entete_button.setObjectName(u"entete_button")

        self.entete_actions.addWidget(self.entete_button)

        self.entete_remove_button = QPushButton(self.bureau_frame)
        self.entete_remove_button.setObjectName(u"entete_remove_button")

        self.entete_actions.addWidget(self.entete_remove_button)

        self.entete_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.entete_actions.addItem(self.entete_spacer)


        self.bureau_layout.addLayout(self.entete_actions)

        self.police_label = QLabel(self.bureau_frame)
        self.police_label.setObjectName(u"police_label")

        self.bureau_layout.addWidget(self.police_label)

        self.police_preview = QLabel(self.bureau_frame)
        self.police_preview.setObjectName(u"police_preview")
        self.police_preview.setWordWrap(True)

        self.bureau_layout.addWidget(self.police_preview)

        self.police_actions = QHBoxLayout()
        self.police_actions.setSpacing(8)
        self.police_actions.setObjectName(u"police_actions")
        self.police_button = QPushButton(self.bureau_frame)
        self.police_button.setObjectName(u"police_button")

        self.police_actions.addWidget(self.police_button)

        self.police_remove_button = QPushButton(self.bureau_frame)
        self.police_remove_button.setObjectName(u"police_remove_button")

        self.police_actions.addWidget(self.police_remove_button)

        self.police_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.police_actions.addItem(self.police_spacer)


        self.bureau_layout.addLayout(self.police_actions)

        self.bureau_error_label = QLabel(self.bureau_frame)
        self.bureau_error_label.setObjectName(u"bureau_error_label")
        self.bureau_error_label.setWordWrap(True)

        self.bureau_layout.addWidget(self.bureau_error_label)


        self.left_layout.addWidget(self.bureau_frame)

        self.apparence_frame = QFrame(self.scroll_contents)
        self.apparence_frame.setObjectName(u"apparence_frame")
        sizePolicy.setHeightForWidth(self.apparence_frame.sizePolicy().hasHeightForWidth())
        self.apparence_frame.setSizePolicy(sizePolicy)
        self.apparence_layout = QVBoxLayout(self.apparence_frame)
        self.apparence_layout.setSpacing(8)
        self.apparence_layout.setObjectName(u"apparence_layout")
        self.apparence_layout.setContentsMargins(16, 12, 16, 14)
        self.apparence_title = QLabel(self.apparence_frame)
        self.apparence_title.setObjectName(u"apparence_title")

        self.apparence_layout.addWidget(self.apparence_title)

        self.apparence_layout_2 = QHBoxLayout()
        self.apparence_layout_2.setSpacing(16)
        self.apparence_layout_2.setObjectName(u"apparence_layout_2")
        self.systeme_radio = QRadioButton(self.apparence_frame)
        self.systeme_radio.setObjectName(u"systeme_radio")

        self.apparence_layout_2.addWidget(self.systeme_radio)

        self.clair_radio = QRadioButton(self.apparence_frame)
        self.clair_radio.setObjectName(u"clair_radio")

        self.apparence_layout_2.addWidget(self.clair_radio)

        self.sombre_radio = QRadioButton(self.apparence_frame)
        self.sombre_radio.setObjectName(u"sombre_radio")

        self.apparence_layout_2.addWidget(self.sombre_radio)

        self.apparence_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.apparence_layout_2.addItem(self.apparence_spacer)


        self.apparence_layout.addLayout(self.apparence_layout_2)


        self.left_layout.addWidget(self.apparence_frame)

        self.conservation_frame = QFrame(self.scroll_contents)
        self.conservation_frame.setObjectName(u"conservation_frame")
        sizePolicy.setHeightForWidth(self.conservation_frame.sizePolicy().hasHeightForWidth())
        self.conservation_frame.setSizePolicy(sizePolicy)
        self.conservation_layout = QVBoxLayout(self.conservation_frame)
        self.conservation_layout.setSpacing(8)
        self.conservation_layout.setObjectName(u"conservation_layout")
        self.conservation_layout.setContentsMargins(16, 12, 16, 14)
        self.conservation_title = QLabel(self.conservation_frame)
        self.conservation_title.setObjectName(u"conservation_title")

        self.conservation_layout.addWidget(self.conservation_title)

        self.conservation_help = QLabel(self.conservation_frame)
        self.conservation_help.setObjectName(u"conservation_help")
        self.conservation_help.setWordWrap(True)

        self.conservation_layout.addWidget(self.conservation_help)

        self.conservation_list_layout = QVBoxLayout()
        self.conservation_list_layout.setObjectName(u"conservation_list_layout")
        self.conservation_list_layout.setContentsMargins(0, 0, 0, 0)

        self.conservation_layout.addLayout(self.conservation_list_layout)


        self.left_layout.addWidget(self.conservation_frame)

        self.left_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.left_layout.addItem(self.left_spacer)


        self.columns_layout.addLayout(self.left_layout)

        self.right_layout = QVBoxLayout()
        self.right_layout.setSpacing(10)
        self.right_layout.setObjectName(u"right_layout")
        self.sauvegardes_frame = QFrame(self.scroll_contents)
        self.sauvegardes_frame.setObjectName(u"sauvegardes_frame")
        sizePolicy.setHeightForWidth(self.sauvegardes_frame.sizePolicy().hasHeightForWidth())
        self.sauvegardes_frame.setSizePolicy(sizePolicy)
        self.sauvegardes_layout = QVBoxLayout(self.sauvegardes_frame)
        self.sauvegardes_layout.setSpacing(8)
        self.sauvegardes_layout.setObjectName(u"sauvegardes_layout")
        self.sauvegardes_layout.setContentsMargins(16, 12, 16, 14)
        self.sauvegardes_title = QLabel(self.sauvegardes_frame)
        self.sauvegardes_title.setObjectName(u"sauvegardes_title")

        self.sauvegardes_layout.addWidget(self.sauvegardes_title)

        self.derniere_label = QLabel(self.sauvegardes_frame)
        self.derniere_label.setObjectName(u"derniere_label")
        self.derniere_label.setWordWrap(True)

        self.sauvegardes_layout.addWidget(self.derniere_label)

        self.dossier_label = QLabel(self.sauvegardes_frame)
        self.dossier_label.setObjectName(u"dossier_label")

        self.sauvegardes_layout.addWidget(self.dossier_label)

        self.dossier_layout = QHBoxLayout()
        self.dossier_layout.setSpacing(6)
        self.dossier_layout.setObjectName(u"dossier_layout")
        self.dossier_edit = QLineEdit(self.sauvegardes_frame)
        self.dossier_edit.setObjectName(u"dossier_edit")

        self.dossier_layout.addWidget(self.dossier_edit)

        self.dossier_button = QPushButton(self.sauvegardes_frame)
        self.dossier_button.setObjectName(u"dossier_button")

        self.dossier_layout.addWidget(self.dossier_button)


        self.sauvegardes_layout.addLayout(self.dossier_layout)

        self.sauvegarde_error_label = QLabel(self.sauvegardes_frame)
        self.sauvegarde_error_label.setObjectName(u"sauvegarde_error_label")
        self.sauvegarde_error_label.setWordWrap(True)

        self.sauvegardes_layout.addWidget(self.sauvegarde_error_label)

        self.sauvegarde_actions = QHBoxLayout()
        self.sauvegarde_actions.setSpacing(8)
        self.sauvegarde_actions.setObjectName(u"sauvegarde_actions")
        self.sauvegarder_button = QPushButton(self.sauvegardes_frame)
        self.sauvegarder_button.setObjectName(u"sauvegarder_button")

        self.sauvegarde_actions.addWidget(self.sauvegarder_button)

        self.restaurer_button = QPushButton(self.sauvegardes_frame)
        self.restaurer_button.setObjectName(u"restaurer_button")

        self.sauvegarde_actions.addWidget(self.restaurer_button)

        self.controler_button = QPushButton(self.sauvegardes_frame)
        self.controler_button.setObjectName(u"controler_button")

        self.sauvegarde_actions.addWidget(self.controler_button)

        self.sauvegarde_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.sauvegarde_actions.addItem(self.sauvegarde_spacer)


        self.sauvegardes_layout.addLayout(self.sauvegarde_actions)

        self.rapport_edit = QPlainTextEdit(self.sauvegardes_frame)
        self.rapport_edit.setObjectName(u"rapport_edit")
        self.rapport_edit.setReadOnly(True)
        self.rapport_edit.setTabChangesFocus(True)
        self.rapport_edit.setMaximumSize(QSize(16777215, 130))

        self.sauvegardes_layout.addWidget(self.rapport_edit)


        self.right_layout.addWidget(self.sauvegardes_frame)

        self.plans_frame = QFrame(self.scroll_contents)
        self.plans_frame.setObjectName(u"plans_frame")
        sizePolicy.setHeightForWidth(self.plans_frame.sizePolicy().hasHeightForWidth())
        self.plans_frame.setSizePolicy(sizePolicy)
        self.plans_layout = QVBoxLayout(self.plans_frame)
        self.plans_layout.setSpacing(8)
        self.plans_layout.setObjectName(u"plans_layout")
        self.plans_layout.setContentsMargins(16, 12, 16, 14)
        self.plans_title = QLabel(self.plans_frame)
        self.plans_title.setObjectName(u"plans_title")

        self.plans_layout.addWidget(self.plans_title)

        self.plans_help = QLabel(self.plans_frame)
        self.plans_help.setObjectName(u"plans_help")
        self.plans_help.setWordWrap(True)

        self.plans_layout.addWidget(self.plans_help)

        self.plans_list_layout = QVBoxLayout()
        self.plans_list_layout.setObjectName(u"plans_list_layout")
        self.plans_list_layout.setContentsMargins(0, 0, 0, 0)

        self.plans_layout.addLayout(self.plans_list_layout)

        self.plans_error_label = QLabel(self.plans_frame)
        self.plans_error_label.setObjectName(u"plans_error_label")
        self.plans_error_label.setWordWrap(True)

        self.plans_layout.addWidget(self.plans_error_label)

        self.plans_actions = QHBoxLayout()
        self.plans_actions.setSpacing(8)
        self.plans_actions.setObjectName(u"plans_actions")
        self.ajouter_button = QPushButton(self.plans_frame)
        self.ajouter_button.setObjectName(u"ajouter_button")

        self.plans_actions.addWidget(self.ajouter_button)

        self.plans_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.plans_actions.addItem(self.plans_spacer)


        self.plans_layout.addLayout(self.plans_actions)


        self.right_layout.addWidget(self.plans_frame)

        self.right_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.right_layout.addItem(self.right_spacer)


        self.columns_layout.addLayout(self.right_layout)

        self.columns_layout.setStretch(0, 1)
        self.columns_layout.setStretch(1, 1)
        self.scroll_area.setWidget(self.scroll_contents)

        self.page_layout.addWidget(self.scroll_area)


        self.retranslateUi(ParametresPage)

        QMetaObject.connectSlotsByName(ParametresPage)
    # setupUi

    def retranslateUi(self, ParametresPage):
#if QT_CONFIG(accessibility)
        self.scroll_area.setAccessibleName(QCoreApplication.translate("ParametresPage", u"Param\u00e8tres", None))
#endif // QT_CONFIG(accessibility)
        self.scroll_contents.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"fond", None))
        self.bureau_frame.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"carte", None))
        self.bureau_title.setText(QCoreApplication.translate("ParametresPage", u"Bureau", None))
        self.bureau_title.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"titre", None))
        self.bureau_label.setText(QCoreApplication.translate("ParametresPage", u"Nom du bureau", None))
#if QT_CONFIG(accessibility)
        self.bureau_edit.setAccessibleName(QCoreApplication.translate("ParametresPage", u"Nom du bureau", None))
#endif // QT_CONFIG(accessibility)
        self.bureau_edit.setPlaceholderText(QCoreApplication.translate("ParametresPage", u"Imprim\u00e9 en t\u00eate des documents", None))
        self.auteur_label.setText(QCoreApplication.translate("ParametresPage", u"Auteur", None))
#if QT_CONFIG(accessibility)
        self.auteur_edit.setAccessibleName(QCoreApplication.translate("ParametresPage", u"Auteur", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.auteur_edit.setToolTip(QCoreApplication.translate("ParametresPage", u"Signe chaque changement du journal", None))
#endif // QT_CONFIG(tooltip)
        self.mentions_label.setText(QCoreApplication.translate("ParametresPage", u"Mentions", None))
        self.mention_label.setText(QCoreApplication.translate("ParametresPage", u"Mention imprim\u00e9e", None))
#if QT_CONFIG(accessibility)
        self.mention_combo.setAccessibleName(QCoreApplication.translate("ParametresPage", u"Mention imprim\u00e9e par d\u00e9faut", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.mention_combo.setToolTip(QCoreApplication.translate("ParametresPage", u"Sur chaque page des documents qui n\u2019en choisissent pas une autre", None))
#endif // QT_CONFIG(tooltip)
        self.seuil_label.setText(QCoreApplication.translate("ParametresPage", u"Petits effectifs", None))
        self.seuil_before.setText(QCoreApplication.translate("ParametresPage", u"masqu\u00e9s sous", None))
#if QT_CONFIG(accessibility)
        self.seuil_edit.setAccessibleName(QCoreApplication.translate("ParametresPage", u"Seuil des petits effectifs", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.seuil_edit.setAccessibleDescription(QCoreApplication.translate("ParametresPage", u"Dans les documents communicables, les effectifs sous ce nombre sont masqu\u00e9s.", None))
#endif // QT_CONFIG(accessibility)
        self.seuil_after.setText(QCoreApplication.translate("ParametresPage", u"si communicable", None))
        self.seuil_after.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"muet", None))
        self.mention_help.setText(QCoreApplication.translate("ParametresPage", u"Cette application n\u2019est pas homologu\u00e9e pour des donn\u00e9es \u00ab\u00a0Diffusion restreinte\u00a0\u00bb (II\u00a0901).", None))
        self.mention_help.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"petit", None))
        self.entete_label.setText(QCoreApplication.translate("ParametresPage", u"Image d\u2019en-t\u00eate des documents", None))
        self.entete_picture.setText("")
        self.entete_button.setText(QCoreApplication.translate("ParametresPage", u"Choisir une image\u2026", None))
        self.entete_remove_button.setText(QCoreApplication.translate("ParametresPage", u"Retirer", None))
        self.police_label.setText(QCoreApplication.translate("ParametresPage", u"Police des documents", None))
        self.police_preview.setText("")
        self.police_button.setText(QCoreApplication.translate("ParametresPage", u"Choisir une police\u2026", None))
#if QT_CONFIG(tooltip)
        self.police_button.setToolTip(QCoreApplication.translate("ParametresPage", u"Trois fichiers .ttf de la m\u00eame police : normal, gras, italique", None))
#endif // QT_CONFIG(tooltip)
        self.police_remove_button.setText(QCoreApplication.translate("ParametresPage", u"Police livr\u00e9e", None))
#if QT_CONFIG(tooltip)
        self.police_remove_button.setToolTip(QCoreApplication.translate("ParametresPage", u"Revenir \u00e0 Source Sans 3", None))
#endif // QT_CONFIG(tooltip)
        self.bureau_error_label.setText("")
        self.bureau_error_label.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"erreur", None))
        self.apparence_frame.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"carte", None))
        self.apparence_title.setText(QCoreApplication.translate("ParametresPage", u"Apparence", None))
        self.apparence_title.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"titre", None))
        self.systeme_radio.setText(QCoreApplication.translate("ParametresPage", u"Comme le syst\u00e8me", None))
        self.clair_radio.setText(QCoreApplication.translate("ParametresPage", u"Claire", None))
        self.sombre_radio.setText(QCoreApplication.translate("ParametresPage", u"Sombre", None))
        self.conservation_frame.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"carte", None))
        self.conservation_title.setText(QCoreApplication.translate("ParametresPage", u"Dur\u00e9es de conservation", None))
        self.conservation_title.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"titre", None))
        self.conservation_help.setText(QCoreApplication.translate("ParametresPage", u"Combien de temps chaque sorte de donn\u00e9e est gard\u00e9e, et pourquoi.", None))
        self.conservation_help.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"muet", None))
        self.sauvegardes_frame.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"carte", None))
        self.sauvegardes_title.setText(QCoreApplication.translate("ParametresPage", u"Sauvegardes", None))
        self.sauvegardes_title.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"titre", None))
        self.derniere_label.setText("")
        self.dossier_label.setText(QCoreApplication.translate("ParametresPage", u"Dossier des sauvegardes", None))
#if QT_CONFIG(accessibility)
        self.dossier_edit.setAccessibleName(QCoreApplication.translate("ParametresPage", u"Dossier des sauvegardes", None))
#endif // QT_CONFIG(accessibility)
        self.dossier_edit.setPlaceholderText(QCoreApplication.translate("ParametresPage", u"Cl\u00e9 USB ou dossier", None))
        self.dossier_button.setText(QCoreApplication.translate("ParametresPage", u"Choisir\u2026", None))
        self.sauvegarde_error_label.setText("")
        self.sauvegarde_error_label.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"erreur", None))
        self.sauvegarder_button.setText(QCoreApplication.translate("ParametresPage", u"Sauvegarder maintenant", None))
        self.sauvegarder_button.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"principal", None))
        self.restaurer_button.setText(QCoreApplication.translate("ParametresPage", u"Restaurer\u2026", None))
        self.controler_button.setText(QCoreApplication.translate("ParametresPage", u"Contr\u00f4ler la base", None))
#if QT_CONFIG(accessibility)
        self.rapport_edit.setAccessibleName(QCoreApplication.translate("ParametresPage", u"Rapport du contr\u00f4le", None))
#endif // QT_CONFIG(accessibility)
        self.plans_frame.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"carte", None))
        self.plans_title.setText(QCoreApplication.translate("ParametresPage", u"Plans de r\u00e9f\u00e9rence", None))
        self.plans_title.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"titre", None))
        self.plans_help.setText(QCoreApplication.translate("ParametresPage", u"Les plans livr\u00e9s avec l\u2019application.", None))
        self.plans_help.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"muet", None))
        self.plans_error_label.setText("")
        self.plans_error_label.setProperty(u"role", QCoreApplication.translate("ParametresPage", u"erreur", None))
        self.ajouter_button.setText(QCoreApplication.translate("ParametresPage", u"Ajouter ce plan", None))
        pass
    # retranslateUi

