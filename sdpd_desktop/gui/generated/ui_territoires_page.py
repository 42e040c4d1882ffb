# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'territoires_page.ui'
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
from PySide6.QtWidgets import (QApplication, QFormLayout, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QSplitter, QTabWidget, QVBoxLayout,
    QWidget)

class Ui_TerritoiresPage(object):
    def setupUi(self, TerritoiresPage):
        if not TerritoiresPage.objectName():
            TerritoiresPage.setObjectName(u"TerritoiresPage")
        self.page_layout = QVBoxLayout(TerritoiresPage)
        self.page_layout.setSpacing(10)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.tabs = QTabWidget(TerritoiresPage)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.instances_tab = QWidget()
        self.instances_tab.setObjectName(u"instances_tab")
        self.instances_tab_layout = QVBoxLayout(self.instances_tab)
        self.instances_tab_layout.setSpacing(8)
        self.instances_tab_layout.setObjectName(u"instances_tab_layout")
        self.instances_tab_layout.setContentsMargins(0, 10, 0, 0)
        self.instances_splitter = QSplitter(self.instances_tab)
        self.instances_splitter.setObjectName(u"instances_splitter")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.instances_splitter.sizePolicy().hasHeightForWidth())
        self.instances_splitter.setSizePolicy(sizePolicy)
        self.instances_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.instances_splitter.setHandleWidth(8)
        self.instances_splitter.setChildrenCollapsible(False)
        self.instances_frame = QWidget(self.instances_splitter)
        self.instances_frame.setObjectName(u"instances_frame")
        self.instances_layout = QVBoxLayout(self.instances_frame)
        self.instances_layout.setSpacing(8)
        self.instances_layout.setObjectName(u"instances_layout")
        self.instances_layout.setContentsMargins(0, 0, 0, 0)
        self.instances_splitter.addWidget(self.instances_frame)
        self.instance_frame = QFrame(self.instances_splitter)
        self.instance_frame.setObjectName(u"instance_frame")
        self.instance_frame_layout = QVBoxLayout(self.instance_frame)
        self.instance_frame_layout.setSpacing(8)
        self.instance_frame_layout.setObjectName(u"instance_frame_layout")
        self.instance_frame_layout.setContentsMargins(14, 12, 14, 12)
        self.instance_label = QLabel(self.instance_frame)
        self.instance_label.setObjectName(u"instance_label")
        self.instance_label.setWordWrap(True)
        self.instance_label.setTextFormat(Qt.TextFormat.PlainText)

        self.instance_frame_layout.addWidget(self.instance_label)

        self.instance_meta = QLabel(self.instance_frame)
        self.instance_meta.setObjectName(u"instance_meta")
        self.instance_meta.setWordWrap(True)
        self.instance_meta.setTextFormat(Qt.TextFormat.PlainText)
        self.instance_meta.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.instance_frame_layout.addWidget(self.instance_meta)

        self.reunions_bar = QHBoxLayout()
        self.reunions_bar.setSpacing(8)
        self.reunions_bar.setObjectName(u"reunions_bar")
        self.reunions_label = QLabel(self.instance_frame)
        self.reunions_label.setObjectName(u"reunions_label")

        self.reunions_bar.addWidget(self.reunions_label)

        self.reunions_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.reunions_bar.addItem(self.reunions_spacer)

        self.nouvelle_button = QPushButton(self.instance_frame)
        self.nouvelle_button.setObjectName(u"nouvelle_button")

        self.reunions_bar.addWidget(self.nouvelle_button)


        self.instance_frame_layout.addLayout(self.reunions_bar)

        self.reunions_layout = QVBoxLayout()
        self.reunions_layout.setSpacing(0)
        self.reunions_layout.setObjectName(u"reunions_layout")

        self.instance_frame_layout.addLayout(self.reunions_layout)

        self.reunion_frame = QFrame(self.instance_frame)
        self.reunion_frame.setObjectName(u"reunion_frame")
        self.reunion_layout = QVBoxLayout(self.reunion_frame)
        self.reunion_layout.setSpacing(8)
        self.reunion_layout.setObjectName(u"reunion_layout")
        self.reunion_layout.setContentsMargins(0, 4, 0, 0)
        self.reunion_form_layout = QFormLayout()
        self.reunion_form_layout.setObjectName(u"reunion_form_layout")
        self.reunion_form_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.reunion_form_layout.setHorizontalSpacing(10)
        self.reunion_form_layout.setVerticalSpacing(7)
        self.tenue_le_label = QLabel(self.reunion_frame)
        self.tenue_le_label.setObjectName(u"tenue_le_label")

        self.reunion_form_layout.setWidget(0, QFormLayout.ItemRole.LabelRole, self.tenue_le_label)

        self.tenue_le_edit = QLineEdit(self.reunion_frame)
        self.tenue_le_edit.setObjectName(u"tenue_le_edit")
        self.tenue_le_edit.setMaximumSize(QSize(150, 16777215))

        self.reunion_form_layout.setWidget(0, QFormLayout.ItemRole.FieldRole, self.tenue_le_edit)

        self.objet_label = QLabel(self.reunion_frame)
        self.objet_label.setObjectName(u"objet_label")

        self.reunion_form_layout.setWidget(1, QFormLayout.ItemRole.LabelRole, self.objet_label)

        self.objet_edit = QLineEdit(self.reunion_frame)
        self.objet_edit.setObjectName(u"objet_edit")

        self.reunion_form_layout.setWidget(1, QFormLayout.ItemRole.FieldRole, self.objet_edit)

        self.lieu_label = QLabel(self.reunion_frame)
        self.lieu_label.setObjectName(u"lieu_label")

        self.reunion_form_layout.setWidget(2, QFormLayout.ItemRole.LabelRole, self.lieu_label)

        self.lieu_edit = QLineEdit(self.reunion_frame)
        self.lieu_edit.setObjectName(u"lieu_edit")

        self.reunion_form_layout.setWidget(2, QFormLayout.ItemRole.FieldRole, self.lieu_edit)


        self.reunion_layout.addLayout(self.reunion_form_layout)

        self.reunion_actions = QHBoxLayout()
        self.reunion_actions.setSpacing(8)
        self.reunion_actions.setObjectName(u"reunion_actions")
        self.decision_add_button = QPushButton(self.reunion_frame)
        self.decision_add_button.setObjectName(u"decision_add_button")

        self.reunion_actions.addWidget(self.decision_add_button)

        self.decision_remove_button = QPushButton(self.reunion_frame)
        self.decision_remove_button.setObjectName(u"decision_remove_button")

        self.reunion_actions.addWidget(self.decision_remove_button)

        self.reunion_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.reunion_actions.addItem(self.reunion_spacer)

        self.retirer_button = QPushButton(self.reunion_frame)
        self.retirer_button.setObjectName(u"retirer_button")

        self.reunion_actions.addWidget(self.retirer_button)

        self.enregistrer_button = QPushButton(self.reunion_frame)
        self.enregistrer_button.setObjectName(u"enregistrer_button")

        self.reunion_actions.addWidget(self.enregistrer_button)


        self.reunion_layout.addLayout(self.reunion_actions)


        self.instance_frame_layout.addWidget(self.reunion_frame)

        self.instances_splitter.addWidget(self.instance_frame)

        self.instances_tab_layout.addWidget(self.instances_splitter)

        self.tabs.addTab(self.instances_tab, "")
        self.territoires_tab = QWidget()
        self.territoires_tab.setObjectName(u"territoires_tab")
        self.territoires_tab_layout = QVBoxLayout(self.territoires_tab)
        self.territoires_tab_layout.setSpacing(8)
        self.territoires_tab_layout.setObjectName(u"territoires_tab_layout")
        self.territoires_tab_layout.setContentsMargins(0, 10, 0, 0)
        self.territoires_bar = QHBoxLayout()
        self.territoires_bar.setSpacing(8)
        self.territoires_bar.setObjectName(u"territoires_bar")
        self.filter_edit = QLineEdit(self.territoires_tab)
        self.filter_edit.setObjectName(u"filter_edit")
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.setMinimumSize(QSize(220, 0))
        self.filter_edit.setMaximumSize(QSize(320, 16777215))

        self.territoires_bar.addWidget(self.filter_edit)

        self.count_label = QLabel(self.territoires_tab)
        self.count_label.setObjectName(u"count_label")

        self.territoires_bar.addWidget(self.count_label)

        self.territoires_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.territoires_bar.addItem(self.territoires_spacer)


        self.territoires_tab_layout.addLayout(self.territoires_bar)

        self.territoires_splitter = QSplitter(self.territoires_tab)
        self.territoires_splitter.setObjectName(u"territoires_splitter")
        sizePolicy.setHeightForWidth(self.territoires_splitter.sizePolicy().hasHeightForWidth())
        self.territoires_splitter.setSizePolicy(sizePolicy)
        self.territoires_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.territoires_splitter.setHandleWidth(8)
        self.territoires_splitter.setChildrenCollapsible(False)
        self.territoires_frame = QWidget(self.territoires_splitter)
        self.territoires_frame.setObjectName(u"territoires_frame")
        self.territoires_layout = QVBoxLayout(self.territoires_frame)
        self.territoires_layout.setSpacing(8)
        self.territoires_layout.setObjectName(u"territoires_layout")
        self.territoires_layout.setContentsMargins(0, 0, 0, 0)
        self.territoires_splitter.addWidget(self.territoires_frame)
        self.territoire_frame = QFrame(self.territoires_splitter)
        self.territoire_frame.setObjectName(u"territoire_frame")
        self.territoire_frame_layout = QVBoxLayout(self.territoire_frame)
        self.territoire_frame_layout.setSpacing(8)
        self.territoire_frame_layout.setObjectName(u"territoire_frame_layout")
        self.territoire_frame_layout.setContentsMargins(14, 12, 14, 12)
        self.territoire_label = QLabel(self.territoire_frame)
        self.territoire_label.setObjectName(u"territoire_label")
        self.territoire_label.setWordWrap(True)
        self.territoire_label.setTextFormat(Qt.TextFormat.PlainText)

        self.territoire_frame_layout.addWidget(self.territoire_label)

        self.territoire_meta = QLabel(self.territoire_frame)
        self.territoire_meta.setObjectName(u"territoire_meta")
        self.territoire_meta.setWordWrap(True)
        self.territoire_meta.setTextFormat(Qt.TextFormat.PlainText)
        self.territoire_meta.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.territoire_frame_layout.addWidget(self.territoire_meta)

        self.dans_label = QLabel(self.territoire_frame)
        self.dans_label.setObjectName(u"dans_label")
        self.dans_label.setWordWrap(True)
        self.dans_label.setTextFormat(Qt.TextFormat.PlainText)
        self.dans_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.territoire_frame_layout.addWidget(self.dans_label)

        self.contient_label = QLabel(self.territoire_frame)
        self.contient_label.setObjectName(u"contient_label")
        self.contient_label.setWordWrap(True)
        self.contient_label.setTextFormat(Qt.TextFormat.PlainText)
        self.contient_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.territoire_frame_layout.addWidget(self.contient_label)

        self.limites_title = QLabel(self.territoire_frame)
        self.limites_title.setObjectName(u"limites_title")

        self.territoire_frame_layout.addWidget(self.limites_title)

        self.limites_help = QLabel(self.territoire_frame)
        self.limites_help.setObjectName(u"limites_help")
        self.limites_help.setWordWrap(True)
        self.limites_help.setTextFormat(Qt.TextFormat.PlainText)
        self.limites_help.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.territoire_frame_layout.addWidget(self.limites_help)

        self.limites_layout = QFormLayout()
        self.limites_layout.setObjectName(u"limites_layout")
        self.limites_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.limites_layout.setHorizontalSpacing(10)
        self.limites_layout.setVerticalSpacing(7)
        self.perimetre_depuis_label = QLabel(self.territoire_frame)
        self.perimetre_depuis_label.setObjectName(u"perimetre_depuis_label")

        self.limites_layout.setWidget(0, QFormLayout.ItemRole.LabelRole, self.perimetre_depuis_label)

        self.perimetre_depuis_edit = QLineEdit(self.territoire_frame)
        self.perimetre_depuis_edit.setObjectName(u"perimetre_depuis_edit")
        self.perimetre_depuis_edit.setMaximumSize(QSize(150, 16777215))

        self.limites_layout.setWidget(0, QFormLayout.ItemRole.FieldRole, self.perimetre_depuis_edit)

        self.zones_depuis_label = QLabel(self.territoire_frame)
        self.zones_depuis_label.setObjectName(u"zones_depuis_label")

        self.limites_layout.setWidget(1, QFormLayout.ItemRole.LabelRole, self.zones_depuis_label)

        self.zones_depuis_edit = QLineEdit(self.territoire_frame)
        self.zones_depuis_edit.setObjectName(u"zones_depuis_edit")
        self.zones_depuis_edit.setMaximumSize(QSize(150, 16777215))

        self.limites_layout.setWidget(1, QFormLayout.ItemRole.FieldRole, self.zones_depuis_edit)


        self.territoire_frame_layout.addLayout(self.limites_layout)

        self.limites_actions = QHBoxLayout()
        self.limites_actions.setSpacing(8)
        self.limites_actions.setObjectName(u"limites_actions")
        self.dater_button = QPushButton(self.territoire_frame)
        self.dater_button.setObjectName(u"dater_button")

        self.limites_actions.addWidget(self.dater_button)

        self.limites_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.limites_actions.addItem(self.limites_spacer)


        self.territoire_frame_layout.addLayout(self.limites_actions)

        self.territoire_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.territoire_frame_layout.addItem(self.territoire_spacer)

        self.territoires_splitter.addWidget(self.territoire_frame)

        self.territoires_tab_layout.addWidget(self.territoires_splitter)

        self.tabs.addTab(self.territoires_tab, "")

        self.page_layout.addWidget(self.tabs)

#if QT_CONFIG(shortcut)
        self.tenue_le_label.setBuddy(self.tenue_le_edit)
        self.objet_label.setBuddy(self.objet_edit)
        self.lieu_label.setBuddy(self.lieu_edit)
        self.perimetre_depuis_label.setBuddy(self.perimetre_depuis_edit)
        self.zones_depuis_label.setBuddy(self.zones_depuis_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TerritoiresPage)

        self.tabs.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(TerritoiresPage)
    # setupUi

    def retranslateUi(self, TerritoiresPage):
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("TerritoiresPage", u"Territoires et instances", None))
#endif // QT_CONFIG(accessibility)
        self.instance_frame.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"carte", None))
        self.instance_label.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"titre", None))
        self.instance_meta.setText("")
        self.instance_meta.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"muet", None))
        self.reunions_label.setText(QCoreApplication.translate("TerritoiresPage", u"R\u00e9unions", None))
        self.reunions_label.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"muet", None))
        self.nouvelle_button.setText(QCoreApplication.translate("TerritoiresPage", u"Nouvelle r\u00e9union\u2026", None))
#if QT_CONFIG(tooltip)
        self.nouvelle_button.setToolTip(QCoreApplication.translate("TerritoiresPage", u"Noter une r\u00e9union qui s\u2019est tenue (Ctrl+N)", None))
#endif // QT_CONFIG(tooltip)
        self.tenue_le_label.setText(QCoreApplication.translate("TerritoiresPage", u"Tenue le", None))
#if QT_CONFIG(accessibility)
        self.tenue_le_edit.setAccessibleName(QCoreApplication.translate("TerritoiresPage", u"Date de la r\u00e9union", None))
#endif // QT_CONFIG(accessibility)
        self.tenue_le_edit.setPlaceholderText(QCoreApplication.translate("TerritoiresPage", u"jj/mm/aaaa", None))
        self.objet_label.setText(QCoreApplication.translate("TerritoiresPage", u"Objet", None))
#if QT_CONFIG(accessibility)
        self.objet_edit.setAccessibleName(QCoreApplication.translate("TerritoiresPage", u"Objet de la r\u00e9union", None))
#endif // QT_CONFIG(accessibility)
        self.objet_edit.setPlaceholderText(QCoreApplication.translate("TerritoiresPage", u"Aucune donn\u00e9e personnelle sur un auteur ou une victime", None))
        self.lieu_label.setText(QCoreApplication.translate("TerritoiresPage", u"Lieu", None))
#if QT_CONFIG(accessibility)
        self.lieu_edit.setAccessibleName(QCoreApplication.translate("TerritoiresPage", u"Lieu", None))
#endif // QT_CONFIG(accessibility)
        self.decision_add_button.setText(QCoreApplication.translate("TerritoiresPage", u"Ajouter une d\u00e9cision", None))
        self.decision_remove_button.setText(QCoreApplication.translate("TerritoiresPage", u"Retirer la d\u00e9cision", None))
        self.retirer_button.setText(QCoreApplication.translate("TerritoiresPage", u"Supprimer la r\u00e9union", None))
#if QT_CONFIG(tooltip)
        self.retirer_button.setToolTip(QCoreApplication.translate("TerritoiresPage", u"Supprimer cette r\u00e9union et ses d\u00e9cisions\u00a0; Annuler la remet", None))
#endif // QT_CONFIG(tooltip)
        self.enregistrer_button.setText(QCoreApplication.translate("TerritoiresPage", u"Enregistrer", None))
#if QT_CONFIG(tooltip)
        self.enregistrer_button.setToolTip(QCoreApplication.translate("TerritoiresPage", u"Enregistrer la r\u00e9union (Ctrl+Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
        self.enregistrer_button.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"principal", None))
        self.tabs.setTabText(self.tabs.indexOf(self.instances_tab), QCoreApplication.translate("TerritoiresPage", u"Instances", None))
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("TerritoiresPage", u"Filtrer les territoires", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("TerritoiresPage", u"Filtrer (Ctrl+F)", None))
        self.count_label.setText("")
        self.count_label.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"muet", None))
        self.territoire_frame.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"carte", None))
        self.territoire_label.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"titre", None))
        self.territoire_meta.setText("")
        self.territoire_meta.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"muet", None))
        self.dans_label.setText("")
        self.dans_label.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"muet", None))
        self.contient_label.setText("")
        self.contient_label.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"muet", None))
        self.limites_title.setText(QCoreApplication.translate("TerritoiresPage", u"Dates de changement", None))
        self.limites_title.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"titre", None))
        self.limites_help.setText(QCoreApplication.translate("TerritoiresPage", u"Les valeurs d\u2019avant et d\u2019apr\u00e8s ces jours ne se comparent pas\u00a0: les documents et l\u2019\u00e9cran Indicateurs disent \u00ab\u00a0non comparable\u00a0\u00bb.", None))
        self.limites_help.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"muet", None))
        self.perimetre_depuis_label.setText(QCoreApplication.translate("TerritoiresPage", u"P\u00e9rim\u00e8tre inchang\u00e9 depuis le", None))
#if QT_CONFIG(accessibility)
        self.perimetre_depuis_edit.setAccessibleName(QCoreApplication.translate("TerritoiresPage", u"P\u00e9rim\u00e8tre inchang\u00e9 depuis le", None))
#endif // QT_CONFIG(accessibility)
        self.perimetre_depuis_edit.setPlaceholderText(QCoreApplication.translate("TerritoiresPage", u"jj/mm/aaaa", None))
        self.zones_depuis_label.setText(QCoreApplication.translate("TerritoiresPage", u"Zones inchang\u00e9es depuis le", None))
#if QT_CONFIG(accessibility)
        self.zones_depuis_edit.setAccessibleName(QCoreApplication.translate("TerritoiresPage", u"Zones police et gendarmerie inchang\u00e9es depuis le", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.zones_depuis_edit.setToolTip(QCoreApplication.translate("TerritoiresPage", u"Jour depuis lequel police et gendarmerie se le partagent ainsi", None))
#endif // QT_CONFIG(tooltip)
        self.zones_depuis_edit.setPlaceholderText(QCoreApplication.translate("TerritoiresPage", u"jj/mm/aaaa", None))
        self.dater_button.setText(QCoreApplication.translate("TerritoiresPage", u"Enregistrer les dates", None))
        self.dater_button.setProperty(u"role", QCoreApplication.translate("TerritoiresPage", u"principal", None))
        self.tabs.setTabText(self.tabs.indexOf(self.territoires_tab), QCoreApplication.translate("TerritoiresPage", u"Territoires", None))
        pass
    # retranslateUi

