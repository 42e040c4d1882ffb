# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'conventions_page.ui'
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
    QSizePolicy, QSpacerItem, QSplitter, QStackedWidget,
    QTextBrowser, QVBoxLayout, QWidget)

from sdpd_desktop.gui.apercu.volet import ApercuPdf
from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_ConventionsPage(object):
    def setupUi(self, ConventionsPage):
        if not ConventionsPage.objectName():
            ConventionsPage.setObjectName(u"ConventionsPage")
        self.page_layout = QVBoxLayout(ConventionsPage)
        self.page_layout.setSpacing(10)
        self.page_layout.setObjectName(u"page_layout")
        self.page_layout.setContentsMargins(16, 12, 16, 12)
        self.message_bar = MessageBar(ConventionsPage)
        self.message_bar.setObjectName(u"message_bar")

        self.page_layout.addWidget(self.message_bar)

        self.bar_layout = QHBoxLayout()
        self.bar_layout.setSpacing(8)
        self.bar_layout.setObjectName(u"bar_layout")
        self.filter_edit = QLineEdit(ConventionsPage)
        self.filter_edit.setObjectName(u"filter_edit")
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.setMaximumSize(QSize(260, 16777215))

        self.bar_layout.addWidget(self.filter_edit)

        self.etat_combo = QComboBox(ConventionsPage)
        self.etat_combo.setObjectName(u"etat_combo")
        self.etat_combo.setMinimumSize(QSize(150, 0))

        self.bar_layout.addWidget(self.etat_combo)

        self.bar_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar_layout.addItem(self.bar_spacer)

        self.annexes_check = QCheckBox(ConventionsPage)
        self.annexes_check.setObjectName(u"annexes_check")

        self.bar_layout.addWidget(self.annexes_check)

        self.export_button = QPushButton(ConventionsPage)
        self.export_button.setObjectName(u"export_button")

        self.bar_layout.addWidget(self.export_button)

        self.print_button = QPushButton(ConventionsPage)
        self.print_button.setObjectName(u"print_button")

        self.bar_layout.addWidget(self.print_button)

        self.sign_button = QPushButton(ConventionsPage)
        self.sign_button.setObjectName(u"sign_button")

        self.bar_layout.addWidget(self.sign_button)


        self.page_layout.addLayout(self.bar_layout)

        self.sign_frame = QFrame(ConventionsPage)
        self.sign_frame.setObjectName(u"sign_frame")
        self.sign_layout = QHBoxLayout(self.sign_frame)
        self.sign_layout.setSpacing(8)
        self.sign_layout.setObjectName(u"sign_layout")
        self.sign_layout.setContentsMargins(14, 8, 14, 8)
        self.sign_label = QLabel(self.sign_frame)
        self.sign_label.setObjectName(u"sign_label")

        self.sign_layout.addWidget(self.sign_label)

        self.date_edit = QLineEdit(self.sign_frame)
        self.date_edit.setObjectName(u"date_edit")
        self.date_edit.setMaximumSize(QSize(120, 16777215))

        self.sign_layout.addWidget(self.date_edit)

        self.lieu_label = QLabel(self.sign_frame)
        self.lieu_label.setObjectName(u"lieu_label")

        self.sign_layout.addWidget(self.lieu_label)

        self.lieu_edit = QLineEdit(self.sign_frame)
        self.lieu_edit.setObjectName(u"lieu_edit")
        self.lieu_edit.setMinimumSize(QSize(180, 0))
        self.lieu_edit.setMaximumSize(QSize(320, 16777215))

        self.sign_layout.addWidget(self.lieu_edit)

        self.sign_error_label = QLabel(self.sign_frame)
        self.sign_error_label.setObjectName(u"sign_error_label")
        self.sign_error_label.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.sign_error_label.sizePolicy().hasHeightForWidth())
        self.sign_error_label.setSizePolicy(sizePolicy)

        self.sign_layout.addWidget(self.sign_error_label)

        self.sign_cancel_button = QPushButton(self.sign_frame)
        self.sign_cancel_button.setObjectName(u"sign_cancel_button")

        self.sign_layout.addWidget(self.sign_cancel_button)

        self.sign_ok_button = QPushButton(self.sign_frame)
        self.sign_ok_button.setObjectName(u"sign_ok_button")

        self.sign_layout.addWidget(self.sign_ok_button)


        self.page_layout.addWidget(self.sign_frame)

        self.splitter = QSplitter(ConventionsPage)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(10)
        self.splitter.setChildrenCollapsible(False)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy1)
        self.left_splitter = QSplitter(self.splitter)
        self.left_splitter.setObjectName(u"left_splitter")
        self.left_splitter.setOrientation(Qt.Orientation.Vertical)
        self.left_splitter.setHandleWidth(10)
        self.left_splitter.setChildrenCollapsible(False)
        self.list_stack = QStackedWidget(self.left_splitter)
        self.list_stack.setObjectName(u"list_stack")
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.list_layout = QVBoxLayout(self.list_page)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.list_stack.addWidget(self.list_page)
        self.left_splitter.addWidget(self.list_stack)
        self.detail_frame = QFrame(self.left_splitter)
        self.detail_frame.setObjectName(u"detail_frame")
        self.detail_layout = QVBoxLayout(self.detail_frame)
        self.detail_layout.setSpacing(6)
        self.detail_layout.setObjectName(u"detail_layout")
        self.detail_layout.setContentsMargins(14, 10, 6, 8)
        self.detail_head = QHBoxLayout()
        self.detail_head.setObjectName(u"detail_head")
        self.heading_label = QLabel(self.detail_frame)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setWordWrap(True)
        sizePolicy.setHeightForWidth(self.heading_label.sizePolicy().hasHeightForWidth())
        self.heading_label.setSizePolicy(sizePolicy)

        self.detail_head.addWidget(self.heading_label)


        self.detail_layout.addLayout(self.detail_head)

        self.detail_text = QTextBrowser(self.detail_frame)
        self.detail_text.setObjectName(u"detail_text")
        self.detail_text.setOpenLinks(False)
        self.detail_text.setFrameShape(QFrame.Shape.NoFrame)

        self.detail_layout.addWidget(self.detail_text)

        self.left_splitter.addWidget(self.detail_frame)
        self.splitter.addWidget(self.left_splitter)
        self.apercu = ApercuPdf(self.splitter)
        self.apercu.setObjectName(u"apercu")
        self.splitter.addWidget(self.apercu)

        self.page_layout.addWidget(self.splitter)


        self.retranslateUi(ConventionsPage)

        QMetaObject.connectSlotsByName(ConventionsPage)
    # setupUi

    def retranslateUi(self, ConventionsPage):
#if QT_CONFIG(accessibility)
        self.filter_edit.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Filtrer les conventions", None))
#endif // QT_CONFIG(accessibility)
        self.filter_edit.setPlaceholderText(QCoreApplication.translate("ConventionsPage", u"Filtrer (Ctrl+F)", None))
#if QT_CONFIG(accessibility)
        self.etat_combo.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"\u00c9tat \u00e0 montrer", None))
#endif // QT_CONFIG(accessibility)
        self.annexes_check.setText(QCoreApplication.translate("ConventionsPage", u"Avec les annexes", None))
#if QT_CONFIG(tooltip)
        self.annexes_check.setToolTip(QCoreApplication.translate("ConventionsPage", u"Ajouter les annexes \u00e0 la suite, chacune sur sa page", None))
#endif // QT_CONFIG(tooltip)
        self.export_button.setText(QCoreApplication.translate("ConventionsPage", u"Exporter en PDF\u2026", None))
        self.print_button.setText(QCoreApplication.translate("ConventionsPage", u"Imprimer\u2026", None))
#if QT_CONFIG(tooltip)
        self.print_button.setToolTip(QCoreApplication.translate("ConventionsPage", u"Imprimer la convention (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
        self.sign_button.setText(QCoreApplication.translate("ConventionsPage", u"Enregistrer la signature\u2026", None))
        self.sign_button.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"principal", None))
        self.sign_frame.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"carte", None))
        self.sign_label.setText(QCoreApplication.translate("ConventionsPage", u"Sign\u00e9e le", None))
        self.sign_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"titre", None))
#if QT_CONFIG(accessibility)
        self.date_edit.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Date de signature", None))
#endif // QT_CONFIG(accessibility)
        self.date_edit.setPlaceholderText(QCoreApplication.translate("ConventionsPage", u"jj/mm/aaaa", None))
        self.lieu_label.setText(QCoreApplication.translate("ConventionsPage", u"\u00e0", None))
#if QT_CONFIG(accessibility)
        self.lieu_edit.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"Lieu de signature", None))
#endif // QT_CONFIG(accessibility)
        self.lieu_edit.setPlaceholderText(QCoreApplication.translate("ConventionsPage", u"Lieu", None))
        self.sign_error_label.setText("")
        self.sign_error_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"erreur", None))
        self.sign_cancel_button.setText(QCoreApplication.translate("ConventionsPage", u"Ne rien faire", None))
        self.sign_ok_button.setText(QCoreApplication.translate("ConventionsPage", u"Enregistrer", None))
        self.sign_ok_button.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"principal", None))
        self.detail_frame.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"carte", None))
        self.heading_label.setText("")
        self.heading_label.setProperty(u"role", QCoreApplication.translate("ConventionsPage", u"titre", None))
#if QT_CONFIG(accessibility)
        self.detail_text.setAccessibleName(QCoreApplication.translate("ConventionsPage", u"D\u00e9tail de la convention", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

