# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'journal_page.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QSplitter, QStackedWidget, QVBoxLayout,
    QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_JournalPage(object):
    def setupUi(self, JournalPage):
        if not JournalPage.objectName():
            JournalPage.setObjectName(u"JournalPage")
        self.page_layout = QVBoxLayout(JournalPage)
        self.page_layout.setSpacing(10)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.message_bar = MessageBar(JournalPage)
        self.message_bar.setObjectName(u"message_bar")

        self.page_layout.addWidget(self.message_bar)

        self.bar_layout = QHBoxLayout()
        self.bar_layout.setSpacing(8)
        self.bar_layout.setObjectName(u"bar_layout")
        self.filter_edit = QLineEdit(JournalPage)
        self.filter_edit.setObjectName(u"filter_edit")
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.setMinimumSize(QSize(220, 0))
        self.filter_edit.setMaximumSize(QSize(380, 16777215))

        self.bar_layout.addWidget(self.filter_edit)

        self.source_combo = QComboBox(JournalPage)
        self.source_combo.setObjectName(u"source_combo")
        self.source_combo.setMinimumSize(QSize(150, 0))

        self.bar_layout.addWidget(self.source_combo)

        self.count_label = QLabel(JournalPage)
        self.count_label.setObjectName(u"count_label")

        self.bar_layout.addWidget(self.count_label)

        self.bar_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar_layout.addItem(self.bar_spacer)

        self.older_button = QPushButton(JournalPage)
        self.older_button.setObjectName(u"older_button")

        self.bar_layout.addWidget(self.older_button)

        self.expunge_button = QPushButton(JournalPage)
        self.expunge_button.setObjectName(u"expunge_button")

        self.bar_layout.addWidget(self.expunge_button)

        self.verify_button = QPushButton(JournalPage)
        self.verify_button.setObjectName(u"verify_button")

        self.bar_layout.addWidget(self.verify_button)


        self.page_layout.addLayout(self.bar_layout)

        self.splitter = QSplitter(JournalPage)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(10)
        self.splitter.setChildrenCollapsible(False)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.list_stack = QStackedWidget(self.splitter)
        self.list_stack.setObjectName(u"list_stack")
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.list_layout = QVBoxLayout(self.list_page)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.list_stack.addWidget(self.list_page)
        self.splitter.addWidget(self.list_stack)
        self.detail_frame = QFrame(self.splitter)
        self.detail_frame.setObjectName(u"detail_frame")
        self.detail_layout = QVBoxLayout(self.detail_frame)
        self.detail_layout.setSpacing(6)
        self.detail_layout.setObjectName(u"detail_layout")
        self.detail_layout.setContentsMargins(14, 10, 14, 12)
        self.detail_head = QHBoxLayout()
        self.detail_head.setSpacing(12)
        self.detail_head.setObjectName(u"detail_head")
        self.titles_layout = QVBoxLayout()
        self.titles_layout.setSpacing(2)
        self.titles_layout.setObjectName(u"titles_layout")
        self.heading_label = QLabel(self.detail_frame)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setWordWrap(True)

        self.titles_layout.addWidget(self.heading_label)

        self.meta_label = QLabel(self.detail_frame)
        self.meta_label.setObjectName(u"meta_label")
        self.meta_label.setWordWrap(True)

        self.titles_layout.addWidget(self.meta_label)


        self.detail_head.addLayout(self.titles_layout)

        self.undo_button = QPushButton(self.detail_frame)
        self.undo_button.setObjectName(u"undo_button")

        self.detail_head.addWidget(self.undo_button)

        self.detail_head.setStretch(0, 1)

        self.detail_layout.addLayout(self.detail_head)

        self.conflicts_label = QLabel(self.detail_frame)
        self.conflicts_label.setObjectName(u"conflicts_label")
        self.conflicts_label.setWordWrap(True)

        self.detail_layout.addWidget(self.conflicts_label)

        self.lines_layout = QHBoxLayout()
        self.lines_layout.setSpacing(8)
        self.lines_layout.setObjectName(u"lines_layout")
        self.line_filter_edit = QLineEdit(self.detail_frame)
        self.line_filter_edit.setObjectName(u"line_filter_edit")
        self.line_filter_edit.setClearButtonEnabled(True)
        self.line_filter_edit.setMaximumSize(QSize(300, 16777215))

        self.lines_layout.addWidget(self.line_filter_edit)

        self.lines_label = QLabel(self.detail_frame)
        self.lines_label.setObjectName(u"lines_label")

        self.lines_layout.addWidget(self.lines_label)

        self.lines_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lines_layout.addItem(self.lines_spacer)

        self.next_lines_button = QPushButton(self.detail_frame)
        self.next_lines_button.setObjectName(u"next_lines_button")

        self.lines_layout.addWidget(self.next_lines_button)

        self.provenance_button = QPushButton(self.detail_frame)
        self.provenance_button.setObjectName(u"provenance_button")

        self.lines_layout.addWidget(self.provenance_button)


        self.detail_layout.addLayout(self.lines_layout)

        self.rows_layout = QVBoxLayout()
        self.rows_layout.setObjectName(u"rows_layout")
        self.rows_layout.setContentsMargins(0, 0, 0, 0)

        self.detail_layout.addLayout(self.rows_layout)

        self.splitter.addWidget(self.detail_frame)

        self.page_layout.addWidget(self.splitter)


        self.retranslateUi(JournalPage)

        QMetaObject.connectSlotsByName(JournalPage)
    # setupUi

    def retranslateUi(self, JournalPage):
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("JournalPage", u"Filtrer le journal", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("JournalPage", u"Filtrer\u00a0: auteur, objet, commande (Ctrl+F)", None))
#if QT_CONFIG(accessibility)
        self.source_combo.setAccessibleName(QCoreApplication.translate("JournalPage", u"Source \u00e0 montrer", None))
#endif // QT_CONFIG(accessibility)
        self.count_label.setText("")
        self.count_label.setProperty(u"role", QCoreApplication.translate("JournalPage", u"muet", None))
        self.older_button.setText(QCoreApplication.translate("JournalPage", u"Afficher les plus anciens", None))
        self.expunge_button.setText(QCoreApplication.translate("JournalPage", u"Expurger\u2026", None))
#if QT_CONFIG(tooltip)
        self.expunge_button.setToolTip(QCoreApplication.translate("JournalPage", u"Effacer pour toujours une donn\u00e9e nominative re\u00e7ue par erreur", None))
#endif // QT_CONFIG(tooltip)
        self.verify_button.setText(QCoreApplication.translate("JournalPage", u"V\u00e9rifier la cha\u00eene", None))
#if QT_CONFIG(tooltip)
        self.verify_button.setToolTip(QCoreApplication.translate("JournalPage", u"Recalculer l\u2019empreinte de chaque changement depuis le premier", None))
#endif // QT_CONFIG(tooltip)
        self.detail_frame.setProperty(u"role", QCoreApplication.translate("JournalPage", u"carte", None))
        self.heading_label.setText("")
        self.heading_label.setProperty(u"role", QCoreApplication.translate("JournalPage", u"titre", None))
        self.meta_label.setText("")
        self.meta_label.setProperty(u"role", QCoreApplication.translate("JournalPage", u"muet", None))
        self.undo_button.setText(QCoreApplication.translate("JournalPage", u"Remettre les valeurs d\u2019avant", None))
        self.undo_button.setProperty(u"role", QCoreApplication.translate("JournalPage", u"principal", None))
        self.conflicts_label.setText("")
        self.conflicts_label.setProperty(u"role", QCoreApplication.translate("JournalPage", u"erreur", None))
#if QT_CONFIG(accessibility)
        self.line_filter_edit.setAccessibleName(QCoreApplication.translate("JournalPage", u"Filtrer les lignes du changement", None))
#endif // QT_CONFIG(accessibility)
        self.line_filter_edit.setPlaceholderText(QCoreApplication.translate("JournalPage", u"Filtrer les lignes : code, p\u00e9riode, lieu", None))
        self.lines_label.setText("")
        self.lines_label.setProperty(u"role", QCoreApplication.translate("JournalPage", u"muet", None))
        self.next_lines_button.setText(QCoreApplication.translate("JournalPage", u"Lignes suivantes", None))
        self.provenance_button.setText(QCoreApplication.translate("JournalPage", u"Ligne re\u00e7ue\u2026", None))
#if QT_CONFIG(tooltip)
        self.provenance_button.setToolTip(QCoreApplication.translate("JournalPage", u"Montrer la ligne du fichier re\u00e7u d\u2019o\u00f9 vient cette donn\u00e9e", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

