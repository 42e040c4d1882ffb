# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'apercu.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QStackedWidget,
    QToolButton, QVBoxLayout, QWidget)

from sdpd_desktop.gui.apercu.pages import PagesView

class Ui_ApercuPdf(object):
    def setupUi(self, ApercuPdf):
        if not ApercuPdf.objectName():
            ApercuPdf.setObjectName(u"ApercuPdf")
        self.apercu_layout = QVBoxLayout(ApercuPdf)
        self.apercu_layout.setSpacing(6)
        self.apercu_layout.setObjectName(u"apercu_layout")
        self.apercu_layout.setContentsMargins(0, 0, 0, 0)
        self.tools_widget = QWidget(ApercuPdf)
        self.tools_widget.setObjectName(u"tools_widget")
        self.tools_layout = QHBoxLayout(self.tools_widget)
        self.tools_layout.setSpacing(4)
        self.tools_layout.setObjectName(u"tools_layout")
        self.tools_layout.setContentsMargins(0, 0, 0, 0)
        self.previous_button = QToolButton(self.tools_widget)
        self.previous_button.setObjectName(u"previous_button")

        self.tools_layout.addWidget(self.previous_button)

        self.page_spin = QSpinBox(self.tools_widget)
        self.page_spin.setObjectName(u"page_spin")
        self.page_spin.setMinimum(1)
        self.page_spin.setMaximum(1)
        self.page_spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page_spin.setMinimumSize(QSize(58, 0))

        self.tools_layout.addWidget(self.page_spin)

        self.count_label = QLabel(self.tools_widget)
        self.count_label.setObjectName(u"count_label")

        self.tools_layout.addWidget(self.count_label)

        self.next_button = QToolButton(self.tools_widget)
        self.next_button.setObjectName(u"next_button")

        self.tools_layout.addWidget(self.next_button)

        self.tools_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tools_layout.addItem(self.tools_spacer)

        self.zoom_out_button = QToolButton(self.tools_widget)
        self.zoom_out_button.setObjectName(u"zoom_out_button")

        self.tools_layout.addWidget(self.zoom_out_button)

        self.zoom_label = QLabel(self.tools_widget)
        self.zoom_label.setObjectName(u"zoom_label")
        self.zoom_label.setMinimumSize(QSize(48, 0))
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.tools_layout.addWidget(self.zoom_label)

        self.zoom_in_button = QToolButton(self.tools_widget)
        self.zoom_in_button.setObjectName(u"zoom_in_button")

        self.tools_layout.addWidget(self.zoom_in_button)

        self.fit_button = QPushButton(self.tools_widget)
        self.fit_button.setObjectName(u"fit_button")
        self.fit_button.setCheckable(True)
        self.fit_button.setChecked(True)

        self.tools_layout.addWidget(self.fit_button)


        self.apercu_layout.addWidget(self.tools_widget)

        self.stack = QStackedWidget(ApercuPdf)
        self.stack.setObjectName(u"stack")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.stack.sizePolicy().hasHeightForWidth())
        self.stack.setSizePolicy(sizePolicy)
        self.notice_page = QWidget()
        self.notice_page.setObjectName(u"notice_page")
        self.notice_layout = QVBoxLayout(self.notice_page)
        self.notice_layout.setObjectName(u"notice_layout")
        self.notice_layout.setContentsMargins(24, 24, 24, 24)
        self.notice_label = QLabel(self.notice_page)
        self.notice_label.setObjectName(u"notice_label")
        self.notice_label.setWordWrap(True)
        self.notice_label.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.notice_layout.addWidget(self.notice_label)

        self.stack.addWidget(self.notice_page)
        self.pages_page = QWidget()
        self.pages_page.setObjectName(u"pages_page")
        self.pages_layout = QVBoxLayout(self.pages_page)
        self.pages_layout.setObjectName(u"pages_layout")
        self.pages_layout.setContentsMargins(0, 0, 0, 0)
        self.pages_view = PagesView(self.pages_page)
        self.pages_view.setObjectName(u"pages_view")

        self.pages_layout.addWidget(self.pages_view)

        self.stack.addWidget(self.pages_page)

        self.apercu_layout.addWidget(self.stack)


        self.retranslateUi(ApercuPdf)

        QMetaObject.connectSlotsByName(ApercuPdf)
    # setupUi

    def retranslateUi(self, ApercuPdf):
#if QT_CONFIG(accessibility)
        self.previous_button.setAccessibleName(QCoreApplication.translate("ApercuPdf", u"Page pr\u00e9c\u00e9dente", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.previous_button.setToolTip(QCoreApplication.translate("ApercuPdf", u"Page pr\u00e9c\u00e9dente (Page pr\u00e9c\u00e9dente)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.page_spin.setAccessibleName(QCoreApplication.translate("ApercuPdf", u"Page affich\u00e9e", None))
#endif // QT_CONFIG(accessibility)
        self.count_label.setText(QCoreApplication.translate("ApercuPdf", u"/ 1", None))
        self.count_label.setProperty(u"role", QCoreApplication.translate("ApercuPdf", u"muet", None))
#if QT_CONFIG(accessibility)
        self.next_button.setAccessibleName(QCoreApplication.translate("ApercuPdf", u"Page suivante", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.next_button.setToolTip(QCoreApplication.translate("ApercuPdf", u"Page suivante (Page suivante)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.zoom_out_button.setAccessibleName(QCoreApplication.translate("ApercuPdf", u"R\u00e9duire", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.zoom_out_button.setToolTip(QCoreApplication.translate("ApercuPdf", u"R\u00e9duire (Ctrl+-)", None))
#endif // QT_CONFIG(tooltip)
        self.zoom_label.setText(QCoreApplication.translate("ApercuPdf", u"100 %", None))
        self.zoom_label.setProperty(u"role", QCoreApplication.translate("ApercuPdf", u"muet", None))
#if QT_CONFIG(accessibility)
        self.zoom_in_button.setAccessibleName(QCoreApplication.translate("ApercuPdf", u"Agrandir", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.zoom_in_button.setToolTip(QCoreApplication.translate("ApercuPdf", u"Agrandir (Ctrl++)", None))
#endif // QT_CONFIG(tooltip)
        self.fit_button.setText(QCoreApplication.translate("ApercuPdf", u"Largeur", None))
#if QT_CONFIG(tooltip)
        self.fit_button.setToolTip(QCoreApplication.translate("ApercuPdf", u"Ajuster \u00e0 la largeur (Ctrl+0)", None))
#endif // QT_CONFIG(tooltip)
        self.notice_label.setText("")
        self.notice_label.setProperty(u"role", QCoreApplication.translate("ApercuPdf", u"muet", None))
#if QT_CONFIG(accessibility)
        self.pages_view.setAccessibleName(QCoreApplication.translate("ApercuPdf", u"Aper\u00e7u du document", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

