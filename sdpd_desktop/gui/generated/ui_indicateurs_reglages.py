# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'indicateurs_reglages.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFormLayout, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QListWidget,
    QListWidgetItem, QPlainTextEdit, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QSpinBox, QTabWidget,
    QVBoxLayout, QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_IndicateursReglages(object):
    def setupUi(self, IndicateursReglages):
        if not IndicateursReglages.objectName():
            IndicateursReglages.setObjectName(u"IndicateursReglages")
        self.reglages_layout = QVBoxLayout(IndicateursReglages)
        self.reglages_layout.setSpacing(8)
        self.reglages_layout.setObjectName(u"reglages_layout")
        self.reglages_layout.setContentsMargins(14, 12, 14, 12)
        self.titre_layout = QHBoxLayout()
        self.titre_layout.setSpacing(8)
        self.titre_layout.setObjectName(u"titre_layout")
        self.reglages_label = QLabel(IndicateursReglages)
        self.reglages_label.setObjectName(u"reglages_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.reglages_label.sizePolicy().hasHeightForWidth())
        self.reglages_label.setSizePolicy(sizePolicy)
        self.reglages_label.setTextFormat(Qt.TextFormat.PlainText)

        self.titre_layout.addWidget(self.reglages_label)

        self.fermer_button = QPushButton(IndicateursReglages)
        self.fermer_button.setObjectName(u"fermer_button")

        self.titre_layout.addWidget(self.fermer_button)

        self.enregistrer_button = QPushButton(IndicateursReglages)
        self.enregistrer_button.setObjectName(u"enregistrer_button")

        self.titre_layout.addWidget(self.enregistrer_button)


        self.reglages_layout.addLayout(self.titre_layout)

        self.message_bar = MessageBar(IndicateursReglages)
        self.message_bar.setObjectName(u"message_bar")

        self.reglages_layout.addWidget(self.message_bar)

        self.parent_layout = QHBoxLayout()
        self.parent_layout.setSpacing(10)
        self.parent_layout.setObjectName(u"parent_layout")
        self.parent_label = QLabel(IndicateursReglages)
        self.parent_label.setObjectName(u"parent_label")

        self.parent_layout.addWidget(self.parent_label)

        self.parent_combo = QComboBox(IndicateursReglages)
        self.parent_combo.setObjectName(u"parent_combo")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.parent_combo.sizePolicy().hasHeightForWidth())
        self.parent_combo.setSizePolicy(sizePolicy1)
        self.parent_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.parent_combo.setMinimumContentsLength(12)

        self.parent_layout.addWidget(self.parent_combo)


        self.reglages_layout.addLayout(self.parent_layout)

        self.tabs = QTabWidget(IndicateursReglages)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.compte_tab = QWidget()
        self.compte_tab.setObjectName(u"compte_tab")
        self.compte_layout = QVBoxLayout(self.compte_tab)
        self.compte_layout.setObjectName(u"compte_layout")
        self.compte_layout.setContentsMargins(0, 0, 0, 0)
        self.compte_area = QScrollArea(self.compte_tab)
        self.compte_area.setObjectName(u"compte_area")
        self.compte_area.setFrameShape(QFrame.Shape.NoFrame)
        self.compte_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.compte_area.setWidgetResizable(True)
        self.compte_contents = QWidget()
        self.compte_contents.setObjectName(u"compte_contents")
        self.compte_columns = QHBoxLayout(self.compte_contents)
        self.compte_columns.setSpacing(24)
        self.compte_columns.setObjectName(u"compte_columns")
        self.compte_columns.setContentsMargins(2, 12, 8, 4)
        self.quoi_layout = QFormLayout()
        self.quoi_layout.setObjectName(u"quoi_layout")
        self.quoi_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.quoi_layout.setHorizontalSpacing(10)
        self.quoi_layout.setVerticalSpacing(7)
        self.titre_label = QLabel(self.compte_contents)
        self.titre_label.setObjectName(u"titre_label")

        self.quoi_layout.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_label)

        self.titre_edit = QLineEdit(self.compte_contents)
        self.titre_edit.setObjectName(u"titre_edit")

        self.quoi_layout.setWidget(0, QFormLayout.ItemRole.FieldRole, self.titre_edit)

        self.methode_label = QLabel(self.compte_contents)
        self.methode_label.setObjectName(u"methode_label")

        self.quoi_layout.setWidget(1, QFormLayout.ItemRole.LabelRole, self.methode_label)

        self.methode_edit = QPlainTextEdit(self.compte_contents)
        self.methode_edit.setObjectName(u"methode_edit")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.methode_edit.sizePolicy().hasHeightForWidth())
        self.methode_edit.setSizePolicy(sizePolicy2)
        self.methode_edit.setTabChangesFocus(True)
        self.methode_edit.setMinimumSize(QSize(0, 92))
        self.methode_edit.setMaximumSize(QSize(16777215, 92))

        self.quoi_layout.setWidget(1, QFormLayout.ItemRole.FieldRole, self.methode_edit)

        self.source_label = QLabel(self.compte_contents)
        self.source_label.setObjectName(u"source_label")

        self.quoi_layout.setWidget(2, QFormLayout.ItemRole.LabelRole, self.source_label)

        self.source_edit = QLineEdit(self.compte_contents)
        self.source_edit.setObjectName(u"source_edit")

        self.quoi_layout.setWidget(2, QFormLayout.ItemRole.FieldRole, self.source_edit)

        self.fournisseur_label = QLabel(self.compte_contents)
        self.fournisseur_label.setObjectName(u"fournisseur_label")

        self.quoi_layout.setWidget(3, QFormLayout.ItemRole.LabelRole, self.fournisseur_label)

        self.fournisseur_combo = QComboBox(self.compte_contents)
        self.fournisseur_combo.setObjectName(u"fournisseur_combo")
        self.fournisseur_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fournisseur_combo.setMinimumContentsLength(12)

        self.quoi_layout.setWidget(3, QFormLayout.ItemRole.FieldRole, self.fournisseur_combo)

        self.numerateur_label = QLabel(self.compte_contents)
        self.numerateur_label.setObjectName(u"numerateur_label")

        self.quoi_layout.setWidget(4, QFormLayout.ItemRole.LabelRole, self.numerateur_label)

        self.numerateur_edit = QLineEdit(self.compte_contents)
        self.numerateur_edit.setObjectName(u"numerateur_edit")

        self.quoi_layout.setWidget(4, QFormLayout.ItemRole.FieldRole, self.numerateur_edit)

        self.denominateur_label = QLabel(self.compte_contents)
        self.denominateur_label.setObjectName(u"denominateur_label")

        self.quoi_layout.setWidget(5, QFormLayout.ItemRole.LabelRole, self.denominateur_label)

        self.denominateur_edit = QLineEdit(self.compte_contents)
        self.denominateur_edit.setObjectName(u"denominateur_edit")

        self.quoi_layout.setWidget(5, QFormLayout.ItemRole.FieldRole, self.denominateur_edit)


        self.compte_columns.addLayout(self.quoi_layout)

        self.comment_layout = QFormLayout()
        self.comment_layout.setObjectName(u"comment_layout")
        self.comment_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.comment_layout.setHorizontalSpacing(10)
        self.comment_layout.setVerticalSpacing(7)
        self.unite_label = QLabel(self.compte_contents)
        self.unite_label.setObjectName(u"unite_label")

        self.comment_layout.setWidget(0, QFormLayout.ItemRole.LabelRole, self.unite_label)

        self.unite_edit = QLineEdit(self.compte_contents)
        self.unite_edit.setObjectName(u"unite_edit")

        self.comment_layout.setWidget(0, QFormLayout.ItemRole.FieldRole, self.unite_edit)

        self.decimales_label = QLabel(self.compte_contents)
        self.decimales_label.setObjectName(u"decimales_label")

        self.comment_layout.setWidget(1, QFormLayout.ItemRole.LabelRole, self.decimales_label)

        self.decimales_spin = QSpinBox(self.compte_contents)
        self.decimales_spin.setObjectName(u"decimales_spin")
        self.decimales_spin.setMaximum(6)
        self.decimales_spin.setMaximumSize(QSize(110, 16777215))

        self.comment_layout.setWidget(1, QFormLayout.ItemRole.FieldRole, self.decimales_spin)

        self.grandeur_label = QLabel(self.compte_contents)
        self.grandeur_label.setObjectName(u"grandeur_label")

        self.comment_layout.setWidget(2, QFormLayout.ItemRole.LabelRole, self.grandeur_label)

        self.grandeur_combo = QComboBox(self.compte_contents)
        self.grandeur_combo.setObjectName(u"grandeur_combo")
        self.grandeur_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.grandeur_combo.setMinimumContentsLength(12)

        self.comment_layout.setWidget(2, QFormLayout.ItemRole.FieldRole, self.grandeur_combo)

        self.periodicite_label = QLabel(self.compte_contents)
        self.periodicite_label.setObjectName(u"periodicite_label")

        self.comment_layout.setWidget(3, QFormLayout.ItemRole.LabelRole, self.periodicite_label)

        self.periodicite_combo = QComboBox(self.compte_contents)
        self.periodicite_combo.setObjectName(u"periodicite_combo")
        self.periodicite_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.periodicite_combo.setMinimumContentsLength(12)

        self.comment_layout.setWidget(3, QFormLayout.ItemRole.FieldRole, self.periodicite_combo)

        self.delai_jours_label = QLabel(self.compte_contents)
        self.delai_jours_label.setObjectName(u"delai_jours_label")

        self.comment_layout.setWidget(4, QFormLayout.ItemRole.LabelRole, self.delai_jours_label)

        self.delai_jours_spin = QSpinBox(self.compte_contents)
        self.delai_jours_spin.setObjectName(u"delai_jours_spin")
        self.delai_jours_spin.setMaximum(1000)
        self.delai_jours_spin.setMaximumSize(QSize(210, 16777215))

        self.comment_layout.setWidget(4, QFormLayout.ItemRole.FieldRole, self.delai_jours_spin)

        self.produit_label = QLabel(self.compte_contents)
        self.produit_label.setObjectName(u"produit_label")

        self.comment_layout.setWidget(5, QFormLayout.ItemRole.LabelRole, self.produit_label)

        self.produit_edit = QLineEdit(self.compte_contents)
        self.produit_edit.setObjectName(u"produit_edit")

        self.comment_layout.setWidget(5, QFormLayout.ItemRole.FieldRole, self.produit_edit)

        self.definition_depuis_label = QLabel(self.compte_contents)
        self.definition_depuis_label.setObjectName(u"definition_depuis_label")

        self.comment_layout.setWidget(6, QFormLayout.ItemRole.LabelRole, self.definition_depuis_label)

        self.definition_depuis_edit = QLineEdit(self.compte_contents)
        self.definition_depuis_edit.setObjectName(u"definition_depuis_edit")
        self.definition_depuis_edit.setMaximumSize(QSize(150, 16777215))

        self.comment_layout.setWidget(6, QFormLayout.ItemRole.FieldRole, self.definition_depuis_edit)


        self.compte_columns.addLayout(self.comment_layout)

        self.compte_columns.setStretch(0, 3)
        self.compte_columns.setStretch(1, 2)
        self.compte_area.setWidget(self.compte_contents)

        self.compte_layout.addWidget(self.compte_area)

        self.tabs.addTab(self.compte_tab, "")
        self.cible_tab = QWidget()
        self.cible_tab.setObjectName(u"cible_tab")
        self.cible_layout = QVBoxLayout(self.cible_tab)
        self.cible_layout.setObjectName(u"cible_layout")
        self.cible_layout.setContentsMargins(0, 0, 0, 0)
        self.cible_area = QScrollArea(self.cible_tab)
        self.cible_area.setObjectName(u"cible_area")
        self.cible_area.setFrameShape(QFrame.Shape.NoFrame)
        self.cible_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cible_area.setWidgetResizable(True)
        self.cible_contents = QWidget()
        self.cible_contents.setObjectName(u"cible_contents")
        self.cible_columns = QHBoxLayout(self.cible_contents)
        self.cible_columns.setSpacing(24)
        self.cible_columns.setObjectName(u"cible_columns")
        self.cible_columns.setContentsMargins(2, 12, 8, 4)
        self.regle_layout = QFormLayout()
        self.regle_layout.setObjectName(u"regle_layout")
        self.regle_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.regle_layout.setHorizontalSpacing(10)
        self.regle_layout.setVerticalSpacing(7)
        self.nature_label = QLabel(self.cible_contents)
        self.nature_label.setObjectName(u"nature_label")

        self.regle_layout.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nature_label)

        self.nature_combo = QComboBox(self.cible_contents)
        self.nature_combo.setObjectName(u"nature_combo")
        self.nature_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.nature_combo.setMinimumContentsLength(12)

        self.regle_layout.setWidget(0, QFormLayout.ItemRole.FieldRole, self.nature_combo)

        self.regle_help = QLabel(self.cible_contents)
        self.regle_help.setObjectName(u"regle_help")
        self.regle_help.setWordWrap(True)

        self.regle_layout.setWidget(1, QFormLayout.ItemRole.SpanningRole, self.regle_help)

        self.sens_label = QLabel(self.cible_contents)
        self.sens_label.setObjectName(u"sens_label")

        self.regle_layout.setWidget(2, QFormLayout.ItemRole.LabelRole, self.sens_label)

        self.sens_combo = QComboBox(self.cible_contents)
        self.sens_combo.setObjectName(u"sens_combo")
        self.sens_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sens_combo.setMinimumContentsLength(12)

        self.regle_layout.setWidget(2, QFormLayout.ItemRole.FieldRole, self.sens_combo)

        self.depart_label = QLabel(self.cible_contents)
        self.depart_label.setObjectName(u"depart_label")

        self.regle_layout.setWidget(3, QFormLayout.ItemRole.LabelRole, self.depart_label)

        self.depart_edit = QLineEdit(self.cible_contents)
        self.depart_edit.setObjectName(u"depart_edit")
        self.depart_edit.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.depart_edit.setMaximumSize(QSize(150, 16777215))

        self.regle_layout.setWidget(3, QFormLayout.ItemRole.FieldRole, self.depart_edit)

        self.depart_borne_label = QLabel(self.cible_contents)
        self.depart_borne_label.setObjectName(u"depart_borne_label")

        self.regle_layout.setWidget(4, QFormLayout.ItemRole.LabelRole, self.depart_borne_label)

        self.depart_borne_combo = QComboBox(self.cible_contents)
        self.depart_borne_combo.setObjectName(u"depart_borne_combo")
        self.depart_borne_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.depart_borne_combo.setMinimumContentsLength(12)

        self.regle_layout.setWidget(4, QFormLayout.ItemRole.FieldRole, self.depart_borne_combo)

        self.depart_date_label = QLabel(self.cible_contents)
        self.depart_date_label.setObjectName(u"depart_date_label")

        self.regle_layout.setWidget(5, QFormLayout.ItemRole.LabelRole, self.depart_date_label)

        self.depart_date_edit = QLineEdit(self.cible_contents)
        self.depart_date_edit.setObjectName(u"depart_date_edit")
        self.depart_date_edit.setMaximumSize(QSize(150, 16777215))

        self.regle_layout.setWidget(5, QFormLayout.ItemRole.FieldRole, self.depart_date_edit)

        self.depart_periode_label = QLabel(self.cible_contents)
        self.depart_periode_label.setObjectName(u"depart_periode_label")

        self.regle_layout.setWidget(6, QFormLayout.ItemRole.LabelRole, self.depart_periode_label)

        self.depart_periode_edit = QLineEdit(self.cible_contents)
        self.depart_periode_edit.setObjectName(u"depart_periode_edit")
        self.depart_periode_edit.setMaximumSize(QSize(150, 16777215))

        self.regle_layout.setWidget(6, QFormLayout.ItemRole.FieldRole, self.depart_periode_edit)

        self.depart_texte_label = QLabel(self.cible_contents)
        self.depart_texte_label.setObjectName(u"depart_texte_label")

        self.regle_layout.setWidget(7, QFormLayout.ItemRole.LabelRole, self.depart_texte_label)

        self.depart_texte_edit = QLineEdit(self.cible_contents)
        self.depart_texte_edit.setObjectName(u"depart_texte_edit")

        self.regle_layout.setWidget(7, QFormLayout.ItemRole.FieldRole, self.depart_texte_edit)

        self.sites_label = QLabel(self.cible_contents)
        self.sites_label.setObjectName(u"sites_label")

        self.regle_layout.setWidget(8, QFormLayout.ItemRole.LabelRole, self.sites_label)

        self.sites_edit = QPlainTextEdit(self.cible_contents)
        self.sites_edit.setObjectName(u"sites_edit")
        sizePolicy2.setHeightForWidth(self.sites_edit.sizePolicy().hasHeightForWidth())
        self.sites_edit.setSizePolicy(sizePolicy2)
        self.sites_edit.setTabChangesFocus(True)
        self.sites_edit.setMinimumSize(QSize(0, 72))
        self.sites_edit.setMaximumSize(QSize(16777215, 72))

        self.regle_layout.setWidget(8, QFormLayout.ItemRole.FieldRole, self.sites_edit)


        self.cible_columns.addLayout(self.regle_layout)

        self.cibles_layout = QFormLayout()
        self.cibles_layout.setObjectName(u"cibles_layout")
        self.cibles_layout.setVerticalSpacing(7)
        self.cibles_buttons = QVBoxLayout()
        self.cibles_buttons.setSpacing(7)
        self.cibles_buttons.setObjectName(u"cibles_buttons")
        self.cibles_help = QLabel(self.cible_contents)
        self.cibles_help.setObjectName(u"cibles_help")
        self.cibles_help.setWordWrap(True)

        self.cibles_buttons.addWidget(self.cibles_help)

        self.cibles_buttons_actions = QHBoxLayout()
        self.cibles_buttons_actions.setSpacing(8)
        self.cibles_buttons_actions.setObjectName(u"cibles_buttons_actions")
        self.cible_add_button = QPushButton(self.cible_contents)
        self.cible_add_button.setObjectName(u"cible_add_button")

        self.cibles_buttons_actions.addWidget(self.cible_add_button)

        self.cible_remove_button = QPushButton(self.cible_contents)
        self.cible_remove_button.setObjectName(u"cible_remove_button")

        self.cibles_buttons_actions.addWidget(self.cible_remove_button)

        self.cibles_buttons_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cibles_buttons_actions.addItem(self.cibles_buttons_spacer)


        self.cibles_buttons.addLayout(self.cibles_buttons_actions)


        self.cibles_layout.setLayout(0, QFormLayout.ItemRole.SpanningRole, self.cibles_buttons)


        self.cible_columns.addLayout(self.cibles_layout)

        self.cible_columns.setStretch(0, 2)
        self.cible_columns.setStretch(1, 3)
        self.cible_area.setWidget(self.cible_contents)

        self.cible_layout.addWidget(self.cible_area)

        self.tabs.addTab(self.cible_tab, "")
        self.calcul_tab = QWidget()
        self.calcul_tab.setObjectName(u"calcul_tab")
        self.calcul_layout = QVBoxLayout(self.calcul_tab)
        self.calcul_layout.setObjectName(u"calcul_layout")
        self.calcul_layout.setContentsMargins(0, 0, 0, 0)
        self.calcul_area = QScrollArea(self.calcul_tab)
        self.calcul_area.setObjectName(u"calcul_area")
        self.calcul_area.setFrameShape(QFrame.Shape.NoFrame)
        self.calcul_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.calcul_area.setWidgetResizable(True)
        self.calcul_contents = QWidget()
        self.calcul_contents.setObjectName(u"calcul_contents")
        self.calcul_form_layout = QFormLayout(self.calcul_contents)
        self.calcul_form_layout.setObjectName(u"calcul_form_layout")
        self.calcul_form_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.calcul_form_layout.setHorizontalSpacing(10)
        self.calcul_form_layout.setVerticalSpacing(8)
        self.calcul_form_layout.setContentsMargins(2, 12, 8, 4)
        self.operation_label = QLabel(self.calcul_contents)
        self.operation_label.setObjectName(u"operation_label")

        self.calcul_form_layout.setWidget(0, QFormLayout.ItemRole.LabelRole, self.operation_label)

        self.operation_combo = QComboBox(self.calcul_contents)
        self.operation_combo.setObjectName(u"operation_combo")
        self.operation_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.operation_combo.setMinimumContentsLength(12)

        self.calcul_form_layout.setWidget(0, QFormLayout.ItemRole.FieldRole, self.operation_combo)

        self.operandes_buttons = QVBoxLayout()
        self.operandes_buttons.setSpacing(7)
        self.operandes_buttons.setObjectName(u"operandes_buttons")
        self.calcul_help = QLabel(self.calcul_contents)
        self.calcul_help.setObjectName(u"calcul_help")
        self.calcul_help.setWordWrap(True)

        self.operandes_buttons.addWidget(self.calcul_help)

        self.operandes_buttons_actions = QHBoxLayout()
        self.operandes_buttons_actions.setSpacing(8)
        self.operandes_buttons_actions.setObjectName(u"operandes_buttons_actions")
        self.operande_add_button = QPushButton(self.calcul_contents)
        self.operande_add_button.setObjectName(u"operande_add_button")

        self.operandes_buttons_actions.addWidget(self.operande_add_button)

        self.operande_remove_button = QPushButton(self.calcul_contents)
        self.operande_remove_button.setObjectName(u"operande_remove_button")

        self.operandes_buttons_actions.addWidget(self.operande_remove_button)

        self.operandes_buttons_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.operandes_buttons_actions.addItem(self.operandes_buttons_spacer)


        self.operandes_buttons.addLayout(self.operandes_buttons_actions)


        self.calcul_form_layout.setLayout(1, QFormLayout.ItemRole.SpanningRole, self.operandes_buttons)

        self.calcul_area.setWidget(self.calcul_contents)

        self.calcul_layout.addWidget(self.calcul_area)

        self.tabs.addTab(self.calcul_tab, "")
        self.controle_tab = QWidget()
        self.controle_tab.setObjectName(u"controle_tab")
        self.controle_layout = QVBoxLayout(self.controle_tab)
        self.controle_layout.setObjectName(u"controle_layout")
        self.controle_layout.setContentsMargins(0, 0, 0, 0)
        self.controle_area = QScrollArea(self.controle_tab)
        self.controle_area.setObjectName(u"controle_area")
        self.controle_area.setFrameShape(QFrame.Shape.NoFrame)
        self.controle_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.controle_area.setWidgetResizable(True)
        self.controle_contents = QWidget()
        self.controle_contents.setObjectName(u"controle_contents")
        self.controle_columns = QHBoxLayout(self.controle_contents)
        self.controle_columns.setSpacing(24)
        self.controle_columns.setObjectName(u"controle_columns")
        self.controle_columns.setContentsMargins(2, 12, 8, 4)
        self.controle_form_layout = QFormLayout()
        self.controle_form_layout.setObjectName(u"controle_form_layout")
        self.controle_form_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.controle_form_layout.setHorizontalSpacing(10)
        self.controle_form_layout.setVerticalSpacing(7)
        self.controle_help = QLabel(self.controle_contents)
        self.controle_help.setObjectName(u"controle_help")
        self.controle_help.setWordWrap(True)

        self.controle_form_layout.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.controle_help)

        self.minimum_label = QLabel(self.controle_contents)
        self.minimum_label.setObjectName(u"minimum_label")

        self.controle_form_layout.setWidget(1, QFormLayout.ItemRole.LabelRole, self.minimum_label)

        self.minimum_edit = QLineEdit(self.controle_contents)
        self.minimum_edit.setObjectName(u"minimum_edit")
        self.minimum_edit.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.minimum_edit.setMaximumSize(QSize(150, 16777215))

        self.controle_form_layout.setWidget(1, QFormLayout.ItemRole.FieldRole, self.minimum_edit)

        self.maximum_label = QLabel(self.controle_contents)
        self.maximum_label.setObjectName(u"maximum_label")

        self.controle_form_layout.setWidget(2, QFormLayout.ItemRole.LabelRole, self.maximum_label)

        self.maximum_edit = QLineEdit(self.controle_contents)
        self.maximum_edit.setObjectName(u"maximum_edit")
        self.maximum_edit.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.maximum_edit.setMaximumSize(QSize(150, 16777215))

        self.controle_form_layout.setWidget(2, QFormLayout.ItemRole.FieldRole, self.maximum_edit)

        self.seuil_variation_label = QLabel(self.controle_contents)
        self.seuil_variation_label.setObjectName(u"seuil_variation_label")

        self.controle_form_layout.setWidget(3, QFormLayout.ItemRole.LabelRole, self.seuil_variation_label)

        self.seuil_variation_edit = QLineEdit(self.controle_contents)
        self.seuil_variation_edit.setObjectName(u"seuil_variation_edit")
        self.seuil_variation_edit.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.seuil_variation_edit.setMaximumSize(QSize(150, 16777215))

        self.controle_form_layout.setWidget(3, QFormLayout.ItemRole.FieldRole, self.seuil_variation_edit)

        self.communicable_label = QLabel(self.controle_contents)
        self.communicable_label.setObjectName(u"communicable_label")

        self.controle_form_layout.setWidget(4, QFormLayout.ItemRole.LabelRole, self.communicable_label)

        self.communicable_combo = QComboBox(self.controle_contents)
        self.communicable_combo.setObjectName(u"communicable_combo")
        self.communicable_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.communicable_combo.setMinimumContentsLength(12)

        self.controle_form_layout.setWidget(4, QFormLayout.ItemRole.FieldRole, self.communicable_combo)


        self.controle_columns.addLayout(self.controle_form_layout)

        self.territoires_form_layout = QFormLayout()
        self.territoires_form_layout.setObjectName(u"territoires_form_layout")
        self.territoires_form_layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.territoires_form_layout.setHorizontalSpacing(10)
        self.territoires_form_layout.setVerticalSpacing(7)
        self.territoires_help = QLabel(self.controle_contents)
        self.territoires_help.setObjectName(u"territoires_help")
        self.territoires_help.setWordWrap(True)

        self.territoires_form_layout.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.territoires_help)

        self.territoires_list = QListWidget(self.controle_contents)
        self.territoires_list.setObjectName(u"territoires_list")
        self.territoires_list.setMinimumSize(QSize(0, 180))

        self.territoires_form_layout.setWidget(1, QFormLayout.ItemRole.SpanningRole, self.territoires_list)


        self.controle_columns.addLayout(self.territoires_form_layout)

        self.controle_columns.setStretch(0, 1)
        self.controle_columns.setStretch(1, 1)
        self.controle_area.setWidget(self.controle_contents)

        self.controle_layout.addWidget(self.controle_area)

        self.tabs.addTab(self.controle_tab, "")

        self.reglages_layout.addWidget(self.tabs)

#if QT_CONFIG(shortcut)
        self.parent_label.setBuddy(self.parent_combo)
        self.titre_label.setBuddy(self.titre_edit)
        self.methode_label.setBuddy(self.methode_edit)
        self.source_label.setBuddy(self.source_edit)
        self.fournisseur_label.setBuddy(self.fournisseur_combo)
        self.numerateur_label.setBuddy(self.numerateur_edit)
        self.denominateur_label.setBuddy(self.denominateur_edit)
        self.unite_label.setBuddy(self.unite_edit)
        self.decimales_label.setBuddy(self.decimales_spin)
        self.grandeur_label.setBuddy(self.grandeur_combo)
        self.periodicite_label.setBuddy(self.periodicite_combo)
        self.delai_jours_label.setBuddy(self.delai_jours_spin)
        self.produit_label.setBuddy(self.produit_edit)
        self.definition_depuis_label.setBuddy(self.definition_depuis_edit)
        self.nature_label.setBuddy(self.nature_combo)
        self.sens_label.setBuddy(self.sens_combo)
        self.depart_label.setBuddy(self.depart_edit)
        self.depart_borne_label.setBuddy(self.depart_borne_combo)
        self.depart_date_label.setBuddy(self.depart_date_edit)
        self.depart_periode_label.setBuddy(self.depart_periode_edit)
        self.depart_texte_label.setBuddy(self.depart_texte_edit)
        self.sites_label.setBuddy(self.sites_edit)
        self.operation_label.setBuddy(self.operation_combo)
        self.minimum_label.setBuddy(self.minimum_edit)
        self.maximum_label.setBuddy(self.maximum_edit)
        self.seuil_variation_label.setBuddy(self.seuil_variation_edit)
        self.communicable_label.setBuddy(self.communicable_combo)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(IndicateursReglages)

        self.tabs.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(IndicateursReglages)
    # setupUi

    def retranslateUi(self, IndicateursReglages):
        IndicateursReglages.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"carte", None))
        self.reglages_label.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"titre", None))
        self.fermer_button.setText(QCoreApplication.translate("IndicateursReglages", u"Retour \u00e0 la grille", None))
#if QT_CONFIG(tooltip)
        self.fermer_button.setToolTip(QCoreApplication.translate("IndicateursReglages", u"Revenir \u00e0 la grille (\u00c9chap)", None))
#endif // QT_CONFIG(tooltip)
        self.enregistrer_button.setText(QCoreApplication.translate("IndicateursReglages", u"Enregistrer", None))
#if QT_CONFIG(tooltip)
        self.enregistrer_button.setToolTip(QCoreApplication.translate("IndicateursReglages", u"Enregistrer les r\u00e9glages (Ctrl+Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
        self.enregistrer_button.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"principal", None))
        self.parent_label.setText(QCoreApplication.translate("IndicateursReglages", u"Il mesure", None))
#if QT_CONFIG(accessibility)
        self.parent_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Ce que l\u2019indicateur mesure", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"R\u00e9glages de l\u2019indicateur", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.compte_area.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Ce qui est compt\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.compte_contents.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"fond", None))
        self.titre_label.setText(QCoreApplication.translate("IndicateursReglages", u"Titre", None))
#if QT_CONFIG(accessibility)
        self.titre_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Titre", None))
#endif // QT_CONFIG(accessibility)
        self.methode_label.setText(QCoreApplication.translate("IndicateursReglages", u"M\u00e9thode", None))
#if QT_CONFIG(accessibility)
        self.methode_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"M\u00e9thode", None))
#endif // QT_CONFIG(accessibility)
        self.methode_edit.setPlaceholderText(QCoreApplication.translate("IndicateursReglages", u"Comment on compte\u00a0: ce qui entre, ce qui n\u2019entre pas", None))
        self.source_label.setText(QCoreApplication.translate("IndicateursReglages", u"Source", None))
#if QT_CONFIG(accessibility)
        self.source_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Source", None))
#endif // QT_CONFIG(accessibility)
        self.fournisseur_label.setText(QCoreApplication.translate("IndicateursReglages", u"Responsable", None))
#if QT_CONFIG(accessibility)
        self.fournisseur_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Partenaire qui fournit la valeur", None))
#endif // QT_CONFIG(accessibility)
        self.numerateur_label.setText(QCoreApplication.translate("IndicateursReglages", u"Num\u00e9rateur", None))
#if QT_CONFIG(accessibility)
        self.numerateur_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Num\u00e9rateur", None))
#endif // QT_CONFIG(accessibility)
        self.numerateur_edit.setPlaceholderText(QCoreApplication.translate("IndicateursReglages", u"Ce que compte le nombre du haut d\u2019une part", None))
        self.denominateur_label.setText(QCoreApplication.translate("IndicateursReglages", u"D\u00e9nominateur", None))
#if QT_CONFIG(accessibility)
        self.denominateur_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"D\u00e9nominateur", None))
#endif // QT_CONFIG(accessibility)
        self.denominateur_edit.setPlaceholderText(QCoreApplication.translate("IndicateursReglages", u"Ce que compte le nombre du bas", None))
        self.unite_label.setText(QCoreApplication.translate("IndicateursReglages", u"Unit\u00e9", None))
#if QT_CONFIG(accessibility)
        self.unite_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Unit\u00e9", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.unite_edit.setToolTip(QCoreApplication.translate("IndicateursReglages", u"% pour une part, jalon pour un livrable", None))
#endif // QT_CONFIG(tooltip)
        self.decimales_label.setText(QCoreApplication.translate("IndicateursReglages", u"D\u00e9cimales", None))
#if QT_CONFIG(accessibility)
        self.decimales_spin.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"D\u00e9cimales", None))
#endif // QT_CONFIG(accessibility)
        self.grandeur_label.setText(QCoreApplication.translate("IndicateursReglages", u"Grandeur", None))
#if QT_CONFIG(accessibility)
        self.grandeur_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Grandeur", None))
#endif // QT_CONFIG(accessibility)
        self.periodicite_label.setText(QCoreApplication.translate("IndicateursReglages", u"P\u00e9riodicit\u00e9", None))
#if QT_CONFIG(accessibility)
        self.periodicite_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"P\u00e9riodicit\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.delai_jours_label.setText(QCoreApplication.translate("IndicateursReglages", u"D\u00e9lai", None))
#if QT_CONFIG(accessibility)
        self.delai_jours_spin.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"D\u00e9lai de mise \u00e0 disposition", None))
#endif // QT_CONFIG(accessibility)
        self.delai_jours_spin.setSuffix(QCoreApplication.translate("IndicateursReglages", u" jours apr\u00e8s la p\u00e9riode", None))
        self.produit_label.setText(QCoreApplication.translate("IndicateursReglages", u"Produit", None))
#if QT_CONFIG(accessibility)
        self.produit_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Produit", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.produit_edit.setToolTip(QCoreApplication.translate("IndicateursReglages", u"Ce que l\u2019on compte, quand deux quantit\u00e9s ne s\u2019additionnent jamais\u00a0: cannabis, coca\u00efne\u2026", None))
#endif // QT_CONFIG(tooltip)
        self.definition_depuis_label.setText(QCoreApplication.translate("IndicateursReglages", u"D\u00e9fini ainsi depuis", None))
#if QT_CONFIG(accessibility)
        self.definition_depuis_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"D\u00e9fini ainsi depuis le", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.definition_depuis_edit.setToolTip(QCoreApplication.translate("IndicateursReglages", u"Les valeurs d\u2019avant ce jour ne se comparent pas \u00e0 celles d\u2019apr\u00e8s", None))
#endif // QT_CONFIG(tooltip)
        self.definition_depuis_edit.setPlaceholderText(QCoreApplication.translate("IndicateursReglages", u"jj/mm/aaaa", None))
        self.tabs.setTabText(self.tabs.indexOf(self.compte_tab), QCoreApplication.translate("IndicateursReglages", u"Ce qui est compt\u00e9", None))
#if QT_CONFIG(accessibility)
        self.cible_area.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Cible", None))
#endif // QT_CONFIG(accessibility)
        self.cible_contents.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"fond", None))
        self.nature_label.setText(QCoreApplication.translate("IndicateursReglages", u"R\u00e8gle", None))
#if QT_CONFIG(accessibility)
        self.nature_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"R\u00e8gle de la cible", None))
#endif // QT_CONFIG(accessibility)
        self.regle_help.setText("")
        self.regle_help.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"muet", None))
        self.sens_label.setText(QCoreApplication.translate("IndicateursReglages", u"Sens", None))
#if QT_CONFIG(accessibility)
        self.sens_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Sens favorable", None))
#endif // QT_CONFIG(accessibility)
        self.depart_label.setText(QCoreApplication.translate("IndicateursReglages", u"Valeur de d\u00e9part", None))
#if QT_CONFIG(accessibility)
        self.depart_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Valeur de d\u00e9part", None))
#endif // QT_CONFIG(accessibility)
        self.depart_borne_label.setText(QCoreApplication.translate("IndicateursReglages", u"Elle est", None))
#if QT_CONFIG(accessibility)
        self.depart_borne_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Pr\u00e9cision de la valeur de d\u00e9part", None))
#endif // QT_CONFIG(accessibility)
        self.depart_date_label.setText(QCoreApplication.translate("IndicateursReglages", u"Dat\u00e9e du", None))
#if QT_CONFIG(accessibility)
        self.depart_date_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Date de la valeur de d\u00e9part", None))
#endif // QT_CONFIG(accessibility)
        self.depart_date_edit.setPlaceholderText(QCoreApplication.translate("IndicateursReglages", u"jj/mm/aaaa", None))
        self.depart_periode_label.setText(QCoreApplication.translate("IndicateursReglages", u"Ou p\u00e9riode", None))
#if QT_CONFIG(accessibility)
        self.depart_periode_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"P\u00e9riode de la valeur de d\u00e9part", None))
#endif // QT_CONFIG(accessibility)
        self.depart_periode_edit.setPlaceholderText(QCoreApplication.translate("IndicateursReglages", u"2019, 2019-S1\u2026", None))
        self.depart_texte_label.setText(QCoreApplication.translate("IndicateursReglages", u"Remarque", None))
#if QT_CONFIG(accessibility)
        self.depart_texte_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Remarque sur la valeur de d\u00e9part", None))
#endif // QT_CONFIG(accessibility)
        self.sites_label.setText(QCoreApplication.translate("IndicateursReglages", u"Lieux", None))
#if QT_CONFIG(accessibility)
        self.sites_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Lieux nomm\u00e9s", None))
#endif // QT_CONFIG(accessibility)
        self.sites_edit.setPlaceholderText(QCoreApplication.translate("IndicateursReglages", u"Un lieu par ligne", None))
        self.cibles_help.setText("")
        self.cibles_help.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"muet", None))
        self.cible_add_button.setText(QCoreApplication.translate("IndicateursReglages", u"Ajouter une cible", None))
        self.cible_remove_button.setText(QCoreApplication.translate("IndicateursReglages", u"Retirer", None))
        self.tabs.setTabText(self.tabs.indexOf(self.cible_tab), QCoreApplication.translate("IndicateursReglages", u"Cible", None))
#if QT_CONFIG(accessibility)
        self.calcul_area.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Calcul", None))
#endif // QT_CONFIG(accessibility)
        self.calcul_contents.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"fond", None))
        self.operation_label.setText(QCoreApplication.translate("IndicateursReglages", u"Sa valeur est", None))
#if QT_CONFIG(accessibility)
        self.operation_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Comment la valeur est obtenue", None))
#endif // QT_CONFIG(accessibility)
        self.calcul_help.setText("")
        self.calcul_help.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"muet", None))
        self.operande_add_button.setText(QCoreApplication.translate("IndicateursReglages", u"Ajouter un terme", None))
        self.operande_remove_button.setText(QCoreApplication.translate("IndicateursReglages", u"Retirer", None))
        self.tabs.setTabText(self.tabs.indexOf(self.calcul_tab), QCoreApplication.translate("IndicateursReglages", u"Calcul", None))
#if QT_CONFIG(accessibility)
        self.controle_area.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Contr\u00f4les et diffusion", None))
#endif // QT_CONFIG(accessibility)
        self.controle_contents.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"fond", None))
        self.controle_help.setText(QCoreApplication.translate("IndicateursReglages", u"Une valeur hors de ces bornes, ou qui varie plus que le seuil, est signal\u00e9e et attend une confirmation\u00a0; elle n\u2019est jamais refus\u00e9e en silence.", None))
        self.controle_help.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"muet", None))
        self.minimum_label.setText(QCoreApplication.translate("IndicateursReglages", u"Minimum", None))
#if QT_CONFIG(accessibility)
        self.minimum_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Minimum", None))
#endif // QT_CONFIG(accessibility)
        self.maximum_label.setText(QCoreApplication.translate("IndicateursReglages", u"Maximum", None))
#if QT_CONFIG(accessibility)
        self.maximum_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Maximum", None))
#endif // QT_CONFIG(accessibility)
        self.seuil_variation_label.setText(QCoreApplication.translate("IndicateursReglages", u"Variation de plus de", None))
#if QT_CONFIG(accessibility)
        self.seuil_variation_edit.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Seuil de variation, en %", None))
#endif // QT_CONFIG(accessibility)
        self.seuil_variation_edit.setPlaceholderText(QCoreApplication.translate("IndicateursReglages", u"en %", None))
        self.communicable_label.setText(QCoreApplication.translate("IndicateursReglages", u"Diffusion", None))
#if QT_CONFIG(accessibility)
        self.communicable_combo.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Diffusion", None))
#endif // QT_CONFIG(accessibility)
        self.territoires_help.setText(QCoreApplication.translate("IndicateursReglages", u"Suivi lieu par lieu\u00a0: cochez les territoires dont la valeur est demand\u00e9e. Ils font ensemble celle du plan quand tous sont l\u00e0.", None))
        self.territoires_help.setProperty(u"role", QCoreApplication.translate("IndicateursReglages", u"muet", None))
#if QT_CONFIG(accessibility)
        self.territoires_list.setAccessibleName(QCoreApplication.translate("IndicateursReglages", u"Territoires suivis un \u00e0 un", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.controle_tab), QCoreApplication.translate("IndicateursReglages", u"Contr\u00f4les et diffusion", None))
    # retranslateUi

