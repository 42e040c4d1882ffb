# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'retours_proposition.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QToolButton, QVBoxLayout,
    QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_RetoursProposition(object):
    def setupUi(self, RetoursProposition):
        if not RetoursProposition.objectName():
            RetoursProposition.setObjectName(u"RetoursProposition")
        self.proposition_layout = QVBoxLayout(RetoursProposition)
        self.proposition_layout.setSpacing(8)
        self.proposition_layout.setObjectName(u"proposition_layout")
        self.proposition_layout.setContentsMargins(0, 0, 0, 0)
        self.head_layout = QHBoxLayout()
        self.head_layout.setSpacing(8)
        self.head_layout.setObjectName(u"head_layout")
        self.back_button = QToolButton(RetoursProposition)
        self.back_button.setObjectName(u"back_button")

        self.head_layout.addWidget(self.back_button)

        self.titles_layout = QVBoxLayout()
        self.titles_layout.setSpacing(0)
        self.titles_layout.setObjectName(u"titles_layout")
        self.file_label = QLabel(RetoursProposition)
        self.file_label.setObjectName(u"file_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.file_label.sizePolicy().hasHeightForWidth())
        self.file_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.file_label)

        self.context_label = QLabel(RetoursProposition)
        self.context_label.setObjectName(u"context_label")
        self.context_label.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.context_label.sizePolicy().hasHeightForWidth())
        self.context_label.setSizePolicy(sizePolicy)

        self.titles_layout.addWidget(self.context_label)


        self.head_layout.addLayout(self.titles_layout)

        self.queue_label = QLabel(RetoursProposition)
        self.queue_label.setObjectName(u"queue_label")

        self.head_layout.addWidget(self.queue_label)

        self.skip_button = QPushButton(RetoursProposition)
        self.skip_button.setObjectName(u"skip_button")

        self.head_layout.addWidget(self.skip_button)

        self.memoire_button = QPushButton(RetoursProposition)
        self.memoire_button.setObjectName(u"memoire_button")

        self.head_layout.addWidget(self.memoire_button)

        self.annotate_button = QPushButton(RetoursProposition)
        self.annotate_button.setObjectName(u"annotate_button")

        self.head_layout.addWidget(self.annotate_button)

        self.apply_button = QPushButton(RetoursProposition)
        self.apply_button.setObjectName(u"apply_button")

        self.head_layout.addWidget(self.apply_button)

        self.head_layout.setStretch(1, 1)

        self.proposition_layout.addLayout(self.head_layout)

        self.warning_bar = MessageBar(RetoursProposition)
        self.warning_bar.setObjectName(u"warning_bar")

        self.proposition_layout.addWidget(self.warning_bar)

        self.chips_row = QHBoxLayout()
        self.chips_row.setSpacing(8)
        self.chips_row.setObjectName(u"chips_row")
        self.chips_layout = QHBoxLayout()
        self.chips_layout.setSpacing(6)
        self.chips_layout.setObjectName(u"chips_layout")

        self.chips_row.addLayout(self.chips_layout)

        self.chips_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.chips_row.addItem(self.chips_spacer)

        self.all_check = QCheckBox(RetoursProposition)
        self.all_check.setObjectName(u"all_check")
        self.all_check.setTristate(True)

        self.chips_row.addWidget(self.all_check)

        self.filter_edit = QLineEdit(RetoursProposition)
        self.filter_edit.setObjectName(u"filter_edit")
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.setMinimumSize(QSize(130, 0))
        self.filter_edit.setMaximumSize(QSize(220, 16777215))

        self.chips_row.addWidget(self.filter_edit)


        self.proposition_layout.addLayout(self.chips_row)

        self.lines_layout = QVBoxLayout()
        self.lines_layout.setObjectName(u"lines_layout")
        self.lines_layout.setContentsMargins(0, 0, 0, 0)

        self.proposition_layout.addLayout(self.lines_layout)

        self.detail_frame = QFrame(RetoursProposition)
        self.detail_frame.setObjectName(u"detail_frame")
        self.detail_frame.setMinimumSize(QSize(0, 78))
        self.detail_layout = QVBoxLayout(self.detail_frame)
        self.detail_layout.setSpacing(2)
        self.detail_layout.setObjectName(u"detail_layout")
        self.detail_layout.setContentsMargins(14, 8, 14, 10)
        self.detail_title_layout = QHBoxLayout()
        self.detail_title_layout.setSpacing(8)
        self.detail_title_layout.setObjectName(u"detail_title_layout")
        self.detail_title = QLabel(self.detail_frame)
        self.detail_title.setObjectName(u"detail_title")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.detail_title.sizePolicy().hasHeightForWidth())
        self.detail_title.setSizePolicy(sizePolicy1)
        self.detail_title.setWordWrap(True)

        self.detail_title_layout.addWidget(self.detail_title)

        self.ancien_button = QPushButton(self.detail_frame)
        self.ancien_button.setObjectName(u"ancien_button")

        self.detail_title_layout.addWidget(self.ancien_button)

        self.ligne_button = QPushButton(self.detail_frame)
        self.ligne_button.setObjectName(u"ligne_button")

        self.detail_title_layout.addWidget(self.ligne_button)


        self.detail_layout.addLayout(self.detail_title_layout)

        self.detail_label = QLabel(self.detail_frame)
        self.detail_label.setObjectName(u"detail_label")
        self.detail_label.setWordWrap(True)
        self.detail_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.detail_layout.addWidget(self.detail_label)

        self.terme_frame = QWidget(self.detail_frame)
        self.terme_frame.setObjectName(u"terme_frame")
        self.terme_layout = QHBoxLayout(self.terme_frame)
        self.terme_layout.setSpacing(8)
        self.terme_layout.setObjectName(u"terme_layout")
        self.terme_layout.setContentsMargins(0, 4, 0, 0)
        self.terme_label = QLabel(self.terme_frame)
        self.terme_label.setObjectName(u"terme_label")

        self.terme_layout.addWidget(self.terme_label)

        self.terme_combo = QComboBox(self.terme_frame)
        self.terme_combo.setObjectName(u"terme_combo")
        self.terme_combo.setMinimumSize(QSize(420, 0))

        self.terme_layout.addWidget(self.terme_combo)

        self.terme_button = QPushButton(self.terme_frame)
        self.terme_button.setObjectName(u"terme_button")

        self.terme_layout.addWidget(self.terme_button)

        self.terme_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.terme_layout.addItem(self.terme_spacer)


        self.detail_layout.addWidget(self.terme_frame)

        self.answer_frame = QWidget(self.detail_frame)
        self.answer_frame.setObjectName(u"answer_frame")
        self.answer_layout = QHBoxLayout(self.answer_frame)
        self.answer_layout.setSpacing(8)
        self.answer_layout.setObjectName(u"answer_layout")
        self.answer_layout.setContentsMargins(0, 4, 0, 0)
        self.accept_button = QPushButton(self.answer_frame)
        self.accept_button.setObjectName(u"accept_button")

        self.answer_layout.addWidget(self.accept_button)

        self.reject_button = QPushButton(self.answer_frame)
        self.reject_button.setObjectName(u"reject_button")

        self.answer_layout.addWidget(self.reject_button)

        self.answer_label = QLabel(self.answer_frame)
        self.answer_label.setObjectName(u"answer_label")

        self.answer_layout.addWidget(self.answer_label)

        self.answer_edit = QLineEdit(self.answer_frame)
        self.answer_edit.setObjectName(u"answer_edit")
        self.answer_edit.setMaximumSize(QSize(200, 16777215))

        self.answer_layout.addWidget(self.answer_edit)

        self.answer_button = QPushButton(self.answer_frame)
        self.answer_button.setObjectName(u"answer_button")

        self.answer_layout.addWidget(self.answer_button)

        self.answer_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.answer_layout.addItem(self.answer_spacer)


        self.detail_layout.addWidget(self.answer_frame)


        self.proposition_layout.addWidget(self.detail_frame)


        self.retranslateUi(RetoursProposition)

        QMetaObject.connectSlotsByName(RetoursProposition)
    # setupUi

    def retranslateUi(self, RetoursProposition):
#if QT_CONFIG(accessibility)
        self.back_button.setAccessibleName(QCoreApplication.translate("RetoursProposition", u"Retour aux campagnes", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.back_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"Laisser ce fichier et revenir aux campagnes (\u00c9chap)", None))
#endif // QT_CONFIG(tooltip)
        self.file_label.setText("")
        self.file_label.setProperty(u"role", QCoreApplication.translate("RetoursProposition", u"titre", None))
        self.context_label.setText("")
        self.context_label.setProperty(u"role", QCoreApplication.translate("RetoursProposition", u"muet", None))
        self.queue_label.setText("")
        self.queue_label.setProperty(u"role", QCoreApplication.translate("RetoursProposition", u"muet", None))
        self.skip_button.setText(QCoreApplication.translate("RetoursProposition", u"Fichier suivant", None))
        self.memoire_button.setText(QCoreApplication.translate("RetoursProposition", u"Usages\u2026", None))
#if QT_CONFIG(tooltip)
        self.memoire_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"Ce qui a \u00e9t\u00e9 retenu de ce partenaire : noms, dispositions, mots", None))
#endif // QT_CONFIG(tooltip)
        self.annotate_button.setText(QCoreApplication.translate("RetoursProposition", u"Copie annot\u00e9e\u2026", None))
#if QT_CONFIG(tooltip)
        self.annotate_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"Pour le partenaire\u00a0: un classeur neuf avec ce qui a \u00e9t\u00e9 \u00e9crit et les erreurs marqu\u00e9es", None))
#endif // QT_CONFIG(tooltip)
        self.apply_button.setText(QCoreApplication.translate("RetoursProposition", u"Appliquer", None))
        self.apply_button.setProperty(u"role", QCoreApplication.translate("RetoursProposition", u"principal", None))
#if QT_CONFIG(tooltip)
        self.apply_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"Enregistrer les lignes coch\u00e9es (Ctrl+Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
        self.all_check.setText(QCoreApplication.translate("RetoursProposition", u"Tout cocher", None))
#if QT_CONFIG(tooltip)
        self.all_check.setToolTip(QCoreApplication.translate("RetoursProposition", u"Cocher ou d\u00e9cocher toutes les lignes affich\u00e9es", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("RetoursProposition", u"Filtrer les lignes", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("RetoursProposition", u"Filtrer (Ctrl+F)", None))
        self.detail_frame.setProperty(u"role", QCoreApplication.translate("RetoursProposition", u"carte", None))
        self.detail_title.setText("")
        self.detail_title.setProperty(u"role", QCoreApplication.translate("RetoursProposition", u"titre", None))
        self.ancien_button.setText(QCoreApplication.translate("RetoursProposition", u"En base\u2026", None))
#if QT_CONFIG(tooltip)
        self.ancien_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"Montrer d\u2019o\u00f9 vient ce que cette ligne remplacerait, et sa ligne telle que re\u00e7ue", None))
#endif // QT_CONFIG(tooltip)
        self.ligne_button.setText(QCoreApplication.translate("RetoursProposition", u"Ligne re\u00e7ue\u2026", None))
#if QT_CONFIG(tooltip)
        self.ligne_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"Montrer toute la ligne du fichier, telle que re\u00e7ue", None))
#endif // QT_CONFIG(tooltip)
        self.detail_label.setText("")
        self.terme_label.setText("")
#if QT_CONFIG(accessibility)
        self.terme_combo.setAccessibleName(QCoreApplication.translate("RetoursProposition", u"Sens du mot", None))
#endif // QT_CONFIG(accessibility)
        self.terme_button.setText(QCoreApplication.translate("RetoursProposition", u"Retenir pour ce partenaire", None))
#if QT_CONFIG(tooltip)
        self.terme_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"La r\u00e9ponse vaut pour toutes les lignes qui portent ce mot, et pour ses prochains fichiers", None))
#endif // QT_CONFIG(tooltip)
        self.accept_button.setText(QCoreApplication.translate("RetoursProposition", u"Accepter", None))
#if QT_CONFIG(tooltip)
        self.accept_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"R\u00e9pondre oui \u00e0 la question et cocher la ligne", None))
#endif // QT_CONFIG(tooltip)
        self.reject_button.setText(QCoreApplication.translate("RetoursProposition", u"\u00c9carter", None))
#if QT_CONFIG(tooltip)
        self.reject_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"Ne rien enregistrer de cette ligne ; le partenaire la verra marqu\u00e9e", None))
#endif // QT_CONFIG(tooltip)
        self.answer_label.setText(QCoreApplication.translate("RetoursProposition", u"ou \u00e9crire", None))
        self.answer_label.setProperty(u"role", QCoreApplication.translate("RetoursProposition", u"muet", None))
#if QT_CONFIG(accessibility)
        self.answer_edit.setAccessibleName(QCoreApplication.translate("RetoursProposition", u"Autre r\u00e9ponse", None))
#endif // QT_CONFIG(accessibility)
        self.answer_button.setText(QCoreApplication.translate("RetoursProposition", u"Corriger", None))
#if QT_CONFIG(tooltip)
        self.answer_button.setToolTip(QCoreApplication.translate("RetoursProposition", u"Prendre ce texte \u00e0 la place de ce qui est \u00e9crit dans le fichier (Entr\u00e9e)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

