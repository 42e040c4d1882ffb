# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'documents_page.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QLabel, QLineEdit,
    QListWidget, QListWidgetItem, QPushButton, QSizePolicy,
    QSplitter, QVBoxLayout, QWidget)

from sdpd_desktop.gui.apercu.volet import ApercuPdf
from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_DocumentsPage(object):
    def setupUi(self, DocumentsPage):
        if not DocumentsPage.objectName():
            DocumentsPage.setObjectName(u"DocumentsPage")
        self.page_layout = QVBoxLayout(DocumentsPage)
        self.page_layout.setSpacing(10)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.message_bar = MessageBar(DocumentsPage)
        self.message_bar.setObjectName(u"message_bar")

        self.page_layout.addWidget(self.message_bar)

        self.splitter = QSplitter(DocumentsPage)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(10)
        self.splitter.setChildrenCollapsible(False)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.choice_frame = QFrame(self.splitter)
        self.choice_frame.setObjectName(u"choice_frame")
        self.choice_frame.setMinimumSize(QSize(250, 0))
        self.choice_layout = QVBoxLayout(self.choice_frame)
        self.choice_layout.setSpacing(8)
        self.choice_layout.setObjectName(u"choice_layout")
        self.choice_layout.setContentsMargins(14, 12, 14, 12)
        self.choice_label = QLabel(self.choice_frame)
        self.choice_label.setObjectName(u"choice_label")

        self.choice_layout.addWidget(self.choice_label)

        self.plan_label = QLabel(self.choice_frame)
        self.plan_label.setObjectName(u"plan_label")
        self.plan_label.setWordWrap(True)

        self.choice_layout.addWidget(self.plan_label)

        self.periode_label = QLabel(self.choice_frame)
        self.periode_label.setObjectName(u"periode_label")

        self.choice_layout.addWidget(self.periode_label)

        self.periode_edit = QLineEdit(self.choice_frame)
        self.periode_edit.setObjectName(u"periode_edit")

        self.choice_layout.addWidget(self.periode_edit)

        self.error_label = QLabel(self.choice_frame)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)

        self.choice_layout.addWidget(self.error_label)

        self.sections_label = QLabel(self.choice_frame)
        self.sections_label.setObjectName(u"sections_label")

        self.choice_layout.addWidget(self.sections_label)

        self.sections_list = QListWidget(self.choice_frame)
        self.sections_list.setObjectName(u"sections_list")

        self.choice_layout.addWidget(self.sections_list)

        self.coverage_label = QLabel(self.choice_frame)
        self.coverage_label.setObjectName(u"coverage_label")
        self.coverage_label.setWordWrap(True)

        self.choice_layout.addWidget(self.coverage_label)

        self.pdf_button = QPushButton(self.choice_frame)
        self.pdf_button.setObjectName(u"pdf_button")

        self.choice_layout.addWidget(self.pdf_button)

        self.xlsx_button = QPushButton(self.choice_frame)
        self.xlsx_button.setObjectName(u"xlsx_button")

        self.choice_layout.addWidget(self.xlsx_button)

        self.print_button = QPushButton(self.choice_frame)
        self.print_button.setObjectName(u"print_button")

        self.choice_layout.addWidget(self.print_button)

        self.splitter.addWidget(self.choice_frame)
        self.apercu = ApercuPdf(self.splitter)
        self.apercu.setObjectName(u"apercu")
        self.splitter.addWidget(self.apercu)

        self.page_layout.addWidget(self.splitter)


        self.retranslateUi(DocumentsPage)

        QMetaObject.connectSlotsByName(DocumentsPage)
    # setupUi

    def retranslateUi(self, DocumentsPage):
        self.choice_frame.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"carte", None))
        self.choice_label.setText(QCoreApplication.translate("DocumentsPage", u"Bilan", None))
        self.choice_label.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"grand", None))
        self.plan_label.setText("")
        self.plan_label.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"muet", None))
        self.periode_label.setText(QCoreApplication.translate("DocumentsPage", u"P\u00e9riode", None))
#if QT_CONFIG(accessibility)
        self.periode_edit.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"P\u00e9riode du bilan", None))
#endif // QT_CONFIG(accessibility)
        self.periode_edit.setPlaceholderText(QCoreApplication.translate("DocumentsPage", u"2022, 2022-S1, 2022-T2, juin 2022", None))
        self.error_label.setText("")
        self.error_label.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"erreur", None))
        self.sections_label.setText(QCoreApplication.translate("DocumentsPage", u"Parties", None))
#if QT_CONFIG(accessibility)
        self.sections_list.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Parties du bilan", None))
#endif // QT_CONFIG(accessibility)
        self.coverage_label.setText("")
        self.coverage_label.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"muet", None))
        self.pdf_button.setText(QCoreApplication.translate("DocumentsPage", u"Exporter en PDF\u2026", None))
        self.pdf_button.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"principal", None))
        self.xlsx_button.setText(QCoreApplication.translate("DocumentsPage", u"Exporter en Excel\u2026", None))
        self.print_button.setText(QCoreApplication.translate("DocumentsPage", u"Imprimer\u2026", None))
#if QT_CONFIG(tooltip)
        self.print_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"Imprimer le bilan (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

