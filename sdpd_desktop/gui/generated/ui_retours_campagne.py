# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'retours_campagne.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QSplitter, QToolButton, QVBoxLayout,
    QWidget)

class Ui_RetoursCampagne(object):
    def setupUi(self, RetoursCampagne):
        if not RetoursCampagne.objectName():
            RetoursCampagne.setObjectName(u"RetoursCampagne")
        self.edition_layout = QVBoxLayout(RetoursCampagne)
        self.edition_layout.setSpacing(8)
        self.edition_layout.setObjectName(u"edition_layout")
        self.edition_layout.setContentsMargins(0, 0, 0, 0)
        self.head_layout = QHBoxLayout()
        self.head_layout.setSpacing(8)
        self.head_layout.setObjectName(u"head_layout")
        self.back_button = QToolButton(RetoursCampagne)
        self.back_button.setObjectName(u"back_button")

        self.head_layout.addWidget(self.back_button)

        self.titles_layout = QVBoxLayout()
        self.titles_layout.setSpacing(0)
        self.titles_layout.setObjectName(u"titles_layout")
        self.title_label = QLabel(RetoursCampagne)
        self.title_label.setObjectName(u"title_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.title_label.sizePolicy().hasHeightForWidth())
        self.title_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.title_label)

        self.context_label = QLabel(RetoursCampagne)
        self.context_label.setObjectName(u"context_label")
        sizePolicy.setHeightForWidth(self.context_label.sizePolicy().hasHeightForWidth())
        self.context_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.context_label)


        self.head_layout.addLayout(self.titles_layout)

        self.save_button = QPushButton(RetoursCampagne)
        self.save_button.setObjectName(u"save_button")

        self.head_layout.addWidget(self.save_button)

        self.write_button = QPushButton(RetoursCampagne)
        self.write_button.setObjectName(u"write_button")

        self.head_layout.addWidget(self.write_button)

        self.head_layout.setStretch(1, 1)

        self.edition_layout.addLayout(self.head_layout)

        self.fields_layout = QHBoxLayout()
        self.fields_layout.setSpacing(8)
        self.fields_layout.setObjectName(u"fields_layout")
        self.due_label = QLabel(RetoursCampagne)
        self.due_label.setObjectName(u"due_label")

        self.fields_layout.addWidget(self.due_label)

        self.due_edit = QLineEdit(RetoursCampagne)
        self.due_edit.setObjectName(u"due_edit")
        self.due_edit.setMaximumSize(QSize(110, 16777215))

        self.fields_layout.addWidget(self.due_edit)

        self.mode_label = QLabel(RetoursCampagne)
        self.mode_label.setObjectName(u"mode_label")

        self.fields_layout.addWidget(self.mode_label)

        self.mode_combo = QComboBox(RetoursCampagne)
        self.mode_combo.setObjectName(u"mode_combo")

        self.fields_layout.addWidget(self.mode_combo)

        self.spacer_1 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.fields_layout.addItem(self.spacer_1)


        self.edition_layout.addLayout(self.fields_layout)

        self.error_label = QLabel(RetoursCampagne)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)

        self.edition_layout.addWidget(self.error_label)

        self.splitter = QSplitter(RetoursCampagne)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(10)
        self.splitter.setChildrenCollapsible(False)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy1)
        self.partners_pane = QWidget(self.splitter)
        self.partners_pane.setObjectName(u"partners_pane")
        self.partners_layout = QVBoxLayout(self.partners_pane)
        self.partners_layout.setSpacing(8)
        self.partners_layout.setObjectName(u"partners_layout")
        self.partners_layout.setContentsMargins(0, 0, 0, 0)
        self.partners_head = QHBoxLayout()
        self.partners_head.setSpacing(8)
        self.partners_head.setObjectName(u"partners_head")
        self.partners_label = QLabel(self.partners_pane)
        self.partners_label.setObjectName(u"partners_label")

        self.partners_head.addWidget(self.partners_label)

        self.spacer_2 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.partners_head.addItem(self.spacer_2)

        self.all_check = QCheckBox(self.partners_pane)
        self.all_check.setObjectName(u"all_check")

        self.partners_head.addWidget(self.all_check)


        self.partners_layout.addLayout(self.partners_head)

        self.partners_list_layout = QVBoxLayout()
        self.partners_list_layout.setSpacing(0)
        self.partners_list_layout.setObjectName(u"partners_list_layout")
        self.partners_list_layout.setContentsMargins(0, 0, 0, 0)

        self.partners_layout.addLayout(self.partners_list_layout)

        self.add_layout = QHBoxLayout()
        self.add_layout.setSpacing(8)
        self.add_layout.setObjectName(u"add_layout")
        self.add_combo = QComboBox(self.partners_pane)
        self.add_combo.setObjectName(u"add_combo")

        self.add_layout.addWidget(self.add_combo)

        self.add_button = QPushButton(self.partners_pane)
        self.add_button.setObjectName(u"add_button")

        self.add_layout.addWidget(self.add_button)

        self.add_layout.setStretch(0, 1)

        self.partners_layout.addLayout(self.add_layout)

        self.splitter.addWidget(self.partners_pane)
        self.lines_pane = QWidget(self.splitter)
        self.lines_pane.setObjectName(u"lines_pane")
        self.lines_layout = QVBoxLayout(self.lines_pane)
        self.lines_layout.setSpacing(8)
        self.lines_layout.setObjectName(u"lines_layout")
        self.lines_layout.setContentsMargins(0, 0, 0, 0)
        self.lines_head = QHBoxLayout()
        self.lines_head.setSpacing(8)
        self.lines_head.setObjectName(u"lines_head")
        self.lines_label = QLabel(self.lines_pane)
        self.lines_label.setObjectName(u"lines_label")
        sizePolicy.setHeightForWidth(self.lines_label.sizePolicy().hasHeightForWidth())
        self.lines_label.setSizePolicy(sizePolicy)

        self.lines_head.addWidget(self.lines_label)

        self.own_mode_label = QLabel(self.lines_pane)
        self.own_mode_label.setObjectName(u"own_mode_label")

        self.lines_head.addWidget(self.own_mode_label)

        self.own_mode_combo = QComboBox(self.lines_pane)
        self.own_mode_combo.setObjectName(u"own_mode_combo")

        self.lines_head.addWidget(self.own_mode_combo)

        self.lines_head.setStretch(0, 1)

        self.lines_layout.addLayout(self.lines_head)

        self.pour_label = QLabel(self.lines_pane)
        self.pour_label.setObjectName(u"pour_label")
        self.pour_label.setWordWrap(True)

        self.lines_layout.addWidget(self.pour_label)

        self.filter_layout = QHBoxLayout()
        self.filter_layout.setSpacing(8)
        self.filter_layout.setObjectName(u"filter_layout")
        self.filter_edit = QLineEdit(self.lines_pane)
        self.filter_edit.setObjectName(u"filter_edit")

        self.filter_layout.addWidget(self.filter_edit)

        self.asked_check = QCheckBox(self.lines_pane)
        self.asked_check.setObjectName(u"asked_check")

        self.filter_layout.addWidget(self.asked_check)


        self.lines_layout.addLayout(self.filter_layout)

        self.lines_list_layout = QVBoxLayout()
        self.lines_list_layout.setSpacing(0)
        self.lines_list_layout.setObjectName(u"lines_list_layout")
        self.lines_list_layout.setContentsMargins(0, 0, 0, 0)

        self.lines_layout.addLayout(self.lines_list_layout)

        self.splitter.addWidget(self.lines_pane)

        self.edition_layout.addWidget(self.splitter)


        self.retranslateUi(RetoursCampagne)

        QMetaObject.connectSlotsByName(RetoursCampagne)
    # setupUi

    def retranslateUi(self, RetoursCampagne):
#if QT_CONFIG(accessibility)
        self.back_button.setAccessibleName(QCoreApplication.translate("RetoursCampagne", u"Retour aux campagnes", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.back_button.setToolTip(QCoreApplication.translate("RetoursCampagne", u"Revenir sans rien changer (\u00c9chap)", None))
#endif // QT_CONFIG(tooltip)
        self.title_label.setText("")
        self.title_label.setProperty(u"role", QCoreApplication.translate("RetoursCampagne", u"titre", None))
        self.context_label.setText("")
        self.context_label.setProperty(u"role", QCoreApplication.translate("RetoursCampagne", u"muet", None))
        self.save_button.setText(QCoreApplication.translate("RetoursCampagne", u"Enregistrer", None))
#if QT_CONFIG(tooltip)
        self.save_button.setToolTip(QCoreApplication.translate("RetoursCampagne", u"Enregistrer sans \u00e9crire de classeur", None))
#endif // QT_CONFIG(tooltip)
        self.write_button.setText(QCoreApplication.translate("RetoursCampagne", u"Enregistrer et \u00e9crire les classeurs\u2026", None))
        self.write_button.setProperty(u"role", QCoreApplication.translate("RetoursCampagne", u"principal", None))
        self.due_label.setText(QCoreApplication.translate("RetoursCampagne", u"R\u00e9ponse attendue le", None))
#if QT_CONFIG(accessibility)
        self.due_edit.setAccessibleName(QCoreApplication.translate("RetoursCampagne", u"R\u00e9ponse attendue le", None))
#endif // QT_CONFIG(accessibility)
        self.due_edit.setPlaceholderText(QCoreApplication.translate("RetoursCampagne", u"jj/mm/aaaa", None))
        self.mode_label.setText(QCoreApplication.translate("RetoursCampagne", u"Plusieurs fichiers d\u2019un m\u00eame partenaire", None))
#if QT_CONFIG(accessibility)
        self.mode_combo.setAccessibleName(QCoreApplication.translate("RetoursCampagne", u"Plusieurs fichiers d\u2019un m\u00eame partenaire", None))
#endif // QT_CONFIG(accessibility)
        self.error_label.setText("")
        self.error_label.setProperty(u"role", QCoreApplication.translate("RetoursCampagne", u"erreur", None))
        self.partners_label.setText(QCoreApplication.translate("RetoursCampagne", u"Partenaires", None))
        self.partners_label.setProperty(u"role", QCoreApplication.translate("RetoursCampagne", u"titre", None))
        self.all_check.setText(QCoreApplication.translate("RetoursCampagne", u"Tous", None))
#if QT_CONFIG(accessibility)
        self.add_combo.setAccessibleName(QCoreApplication.translate("RetoursCampagne", u"Partenaire \u00e0 ajouter", None))
#endif // QT_CONFIG(accessibility)
        self.add_button.setText(QCoreApplication.translate("RetoursCampagne", u"Ajouter", None))
        self.lines_label.setText(QCoreApplication.translate("RetoursCampagne", u"Ce qui est demand\u00e9", None))
        self.lines_label.setProperty(u"role", QCoreApplication.translate("RetoursCampagne", u"titre", None))
        self.own_mode_label.setText(QCoreApplication.translate("RetoursCampagne", u"Ses fichiers", None))
        self.own_mode_label.setProperty(u"role", QCoreApplication.translate("RetoursCampagne", u"muet", None))
#if QT_CONFIG(accessibility)
        self.own_mode_combo.setAccessibleName(QCoreApplication.translate("RetoursCampagne", u"Plusieurs fichiers de ce partenaire", None))
#endif // QT_CONFIG(accessibility)
        self.pour_label.setText("")
        self.pour_label.setProperty(u"role", QCoreApplication.translate("RetoursCampagne", u"muet", None))
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("RetoursCampagne", u"Filtrer ce qui peut \u00eatre demand\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("RetoursCampagne", u"Filtrer\u2026", None))
        self.asked_check.setText(QCoreApplication.translate("RetoursCampagne", u"Demand\u00e9 seulement", None))
        pass
    # retranslateUi

