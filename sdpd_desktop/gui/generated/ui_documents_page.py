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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFormLayout,
    QFrame, QGridLayout, QHBoxLayout, QLabel,
    QLineEdit, QListWidget, QListWidgetItem, QPushButton,
    QRadioButton, QScrollArea, QSizePolicy, QSpacerItem,
    QSplitter, QStackedWidget, QTabWidget, QToolButton,
    QVBoxLayout, QWidget)

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
        self.choice_frame.setMinimumSize(QSize(300, 0))
        self.choice_layout = QVBoxLayout(self.choice_frame)
        self.choice_layout.setSpacing(8)
        self.choice_layout.setObjectName(u"choice_layout")
        self.choice_layout.setContentsMargins(14, 12, 14, 12)
        self.choice_form = QFormLayout()
        self.choice_form.setObjectName(u"choice_form")
        self.choice_form.setHorizontalSpacing(10)
        self.choice_form.setVerticalSpacing(7)
        self.choice_form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.type_combo = QComboBox(self.choice_frame)
        self.type_combo.setObjectName(u"type_combo")
        self.type_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type_combo.setMinimumContentsLength(12)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.type_combo.sizePolicy().hasHeightForWidth())
        self.type_combo.setSizePolicy(sizePolicy1)

        self.choice_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.type_combo)

        self.objet_label = QLabel(self.choice_frame)
        self.objet_label.setObjectName(u"objet_label")

        self.choice_form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.objet_label)

        self.objet_combo = QComboBox(self.choice_frame)
        self.objet_combo.setObjectName(u"objet_combo")
        self.objet_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.objet_combo.setMinimumContentsLength(12)
        sizePolicy1.setHeightForWidth(self.objet_combo.sizePolicy().hasHeightForWidth())
        self.objet_combo.setSizePolicy(sizePolicy1)

        self.choice_form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.objet_combo)

        self.periode_label = QLabel(self.choice_frame)
        self.periode_label.setObjectName(u"periode_label")

        self.choice_form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.periode_label)

        self.periode_layout = QHBoxLayout()
        self.periode_layout.setSpacing(2)
        self.periode_layout.setObjectName(u"periode_layout")
        self.periode_edit = QLineEdit(self.choice_frame)
        self.periode_edit.setObjectName(u"periode_edit")

        self.periode_layout.addWidget(self.periode_edit)

        self.before_button = QToolButton(self.choice_frame)
        self.before_button.setObjectName(u"before_button")

        self.periode_layout.addWidget(self.before_button)

        self.after_button = QToolButton(self.choice_frame)
        self.after_button.setObjectName(u"after_button")

        self.periode_layout.addWidget(self.after_button)


        self.choice_form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.periode_layout)

        self.territoire_label = QLabel(self.choice_frame)
        self.territoire_label.setObjectName(u"territoire_label")

        self.choice_form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.territoire_label)

        self.territoire_combo = QComboBox(self.choice_frame)
        self.territoire_combo.setObjectName(u"territoire_combo")
        self.territoire_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.territoire_combo.setMinimumContentsLength(12)
        sizePolicy1.setHeightForWidth(self.territoire_combo.sizePolicy().hasHeightForWidth())
        self.territoire_combo.setSizePolicy(sizePolicy1)

        self.choice_form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.territoire_combo)

        self.mention_label = QLabel(self.choice_frame)
        self.mention_label.setObjectName(u"mention_label")

        self.choice_form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.mention_label)

        self.mention_combo = QComboBox(self.choice_frame)
        self.mention_combo.setObjectName(u"mention_combo")
        self.mention_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.mention_combo.setMinimumContentsLength(12)
        sizePolicy1.setHeightForWidth(self.mention_combo.sizePolicy().hasHeightForWidth())
        self.mention_combo.setSizePolicy(sizePolicy1)

        self.choice_form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.mention_combo)

        self.diffusion_label = QLabel(self.choice_frame)
        self.diffusion_label.setObjectName(u"diffusion_label")

        self.choice_form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.diffusion_label)

        self.diffusion_layout = QHBoxLayout()
        self.diffusion_layout.setSpacing(12)
        self.diffusion_layout.setObjectName(u"diffusion_layout")
        self.interne_radio = QRadioButton(self.choice_frame)
        self.interne_radio.setObjectName(u"interne_radio")
        self.interne_radio.setChecked(True)

        self.diffusion_layout.addWidget(self.interne_radio)

        self.communicable_radio = QRadioButton(self.choice_frame)
        self.communicable_radio.setObjectName(u"communicable_radio")

        self.diffusion_layout.addWidget(self.communicable_radio)

        self.diffusion_spacer = QSpacerItem(0, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.diffusion_layout.addItem(self.diffusion_spacer)


        self.choice_form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.diffusion_layout)


        self.choice_layout.addLayout(self.choice_form)

        self.error_label = QLabel(self.choice_frame)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)

        self.choice_layout.addWidget(self.error_label)

        self.sections_check = QCheckBox(self.choice_frame)
        self.sections_check.setObjectName(u"sections_check")

        self.choice_layout.addWidget(self.sections_check)

        self.sections_list = QListWidget(self.choice_frame)
        self.sections_list.setObjectName(u"sections_list")
        self.sections_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sections_list.setMinimumSize(QSize(0, 84))
        sizePolicy.setHeightForWidth(self.sections_list.sizePolicy().hasHeightForWidth())
        self.sections_list.setSizePolicy(sizePolicy)

        self.choice_layout.addWidget(self.sections_list)

        self.buttons_layout = QGridLayout()
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.buttons_layout.setHorizontalSpacing(6)
        self.buttons_layout.setVerticalSpacing(6)
        self.pdf_button = QPushButton(self.choice_frame)
        self.pdf_button.setObjectName(u"pdf_button")

        self.buttons_layout.addWidget(self.pdf_button, 0, 0, 1, 2)

        self.xlsx_button = QPushButton(self.choice_frame)
        self.xlsx_button.setObjectName(u"xlsx_button")

        self.buttons_layout.addWidget(self.xlsx_button, 0, 2, 1, 2)

        self.odt_button = QPushButton(self.choice_frame)
        self.odt_button.setObjectName(u"odt_button")

        self.buttons_layout.addWidget(self.odt_button, 0, 4, 1, 2)

        self.print_button = QPushButton(self.choice_frame)
        self.print_button.setObjectName(u"print_button")

        self.buttons_layout.addWidget(self.print_button, 1, 0, 1, 3)

        self.issue_button = QPushButton(self.choice_frame)
        self.issue_button.setObjectName(u"issue_button")

        self.buttons_layout.addWidget(self.issue_button, 1, 3, 1, 3)

        self.buttons_layout.setColumnStretch(0, 1)
        self.buttons_layout.setColumnStretch(1, 1)
        self.buttons_layout.setColumnStretch(2, 1)
        self.buttons_layout.setColumnStretch(3, 1)
        self.buttons_layout.setColumnStretch(4, 1)
        self.buttons_layout.setColumnStretch(5, 1)

        self.choice_layout.addLayout(self.buttons_layout)

        self.splitter.addWidget(self.choice_frame)
        self.right_widget = QWidget(self.splitter)
        self.right_widget.setObjectName(u"right_widget")
        self.right_layout = QVBoxLayout(self.right_widget)
        self.right_layout.setSpacing(8)
        self.right_layout.setObjectName(u"right_layout")
        self.right_layout.setContentsMargins(0, 0, 0, 0)
        self.issue_frame = QFrame(self.right_widget)
        self.issue_frame.setObjectName(u"issue_frame")
        self.issue_layout = QVBoxLayout(self.issue_frame)
        self.issue_layout.setSpacing(6)
        self.issue_layout.setObjectName(u"issue_layout")
        self.issue_layout.setContentsMargins(14, 10, 14, 10)
        self.issue_title = QLabel(self.issue_frame)
        self.issue_title.setObjectName(u"issue_title")
        self.issue_title.setWordWrap(True)

        self.issue_layout.addWidget(self.issue_title)

        self.issue_fields = QHBoxLayout()
        self.issue_fields.setSpacing(8)
        self.issue_fields.setObjectName(u"issue_fields")
        self.destinataire_label = QLabel(self.issue_frame)
        self.destinataire_label.setObjectName(u"destinataire_label")

        self.issue_fields.addWidget(self.destinataire_label)

        self.destinataire_edit = QLineEdit(self.issue_frame)
        self.destinataire_edit.setObjectName(u"destinataire_edit")

        self.issue_fields.addWidget(self.destinataire_edit)

        self.format_combo = QComboBox(self.issue_frame)
        self.format_combo.setObjectName(u"format_combo")

        self.issue_fields.addWidget(self.format_combo)

        self.issue_ok_button = QPushButton(self.issue_frame)
        self.issue_ok_button.setObjectName(u"issue_ok_button")

        self.issue_fields.addWidget(self.issue_ok_button)

        self.issue_cancel_button = QPushButton(self.issue_frame)
        self.issue_cancel_button.setObjectName(u"issue_cancel_button")

        self.issue_fields.addWidget(self.issue_cancel_button)


        self.issue_layout.addLayout(self.issue_fields)

        self.issue_error_label = QLabel(self.issue_frame)
        self.issue_error_label.setObjectName(u"issue_error_label")
        self.issue_error_label.setWordWrap(True)

        self.issue_layout.addWidget(self.issue_error_label)


        self.right_layout.addWidget(self.issue_frame)

        self.tabs = QTabWidget(self.right_widget)
        self.tabs.setObjectName(u"tabs")
        sizePolicy.setHeightForWidth(self.tabs.sizePolicy().hasHeightForWidth())
        self.tabs.setSizePolicy(sizePolicy)
        self.preview_tab = QWidget()
        self.preview_tab.setObjectName(u"preview_tab")
        self.preview_layout = QVBoxLayout(self.preview_tab)
        self.preview_layout.setSpacing(6)
        self.preview_layout.setObjectName(u"preview_layout")
        self.preview_layout.setContentsMargins(0, 8, 0, 0)
        self.coverage_label = QLabel(self.preview_tab)
        self.coverage_label.setObjectName(u"coverage_label")
        self.coverage_label.setWordWrap(True)

        self.preview_layout.addWidget(self.coverage_label)

        self.apercu = ApercuPdf(self.preview_tab)
        self.apercu.setObjectName(u"apercu")

        self.preview_layout.addWidget(self.apercu)

        self.tabs.addTab(self.preview_tab, "")
        self.text_tab = QWidget()
        self.text_tab.setObjectName(u"text_tab")
        self.text_layout = QVBoxLayout(self.text_tab)
        self.text_layout.setSpacing(8)
        self.text_layout.setObjectName(u"text_layout")
        self.text_layout.setContentsMargins(0, 8, 0, 0)
        self.text_heading = QLabel(self.text_tab)
        self.text_heading.setObjectName(u"text_heading")
        self.text_heading.setWordWrap(True)

        self.text_layout.addWidget(self.text_heading)

        self.text_warning = QLabel(self.text_tab)
        self.text_warning.setObjectName(u"text_warning")
        self.text_warning.setWordWrap(True)

        self.text_layout.addWidget(self.text_warning)

        self.text_scroll = QScrollArea(self.text_tab)
        self.text_scroll.setObjectName(u"text_scroll")
        self.text_scroll.setWidgetResizable(True)
        self.text_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.text_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text_contents = QWidget()
        self.text_contents.setObjectName(u"text_contents")
        self.editors_layout = QVBoxLayout(self.text_contents)
        self.editors_layout.setSpacing(4)
        self.editors_layout.setObjectName(u"editors_layout")
        self.editors_layout.setContentsMargins(0, 0, 6, 0)
        self.text_scroll.setWidget(self.text_contents)

        self.text_layout.addWidget(self.text_scroll)

        self.tabs.addTab(self.text_tab, "")
        self.register_tab = QWidget()
        self.register_tab.setObjectName(u"register_tab")
        self.register_layout = QVBoxLayout(self.register_tab)
        self.register_layout.setSpacing(8)
        self.register_layout.setObjectName(u"register_layout")
        self.register_layout.setContentsMargins(0, 8, 0, 0)
        self.register_tools = QHBoxLayout()
        self.register_tools.setSpacing(8)
        self.register_tools.setObjectName(u"register_tools")
        self.register_filter_edit = QLineEdit(self.register_tab)
        self.register_filter_edit.setObjectName(u"register_filter_edit")
        self.register_filter_edit.setClearButtonEnabled(True)

        self.register_tools.addWidget(self.register_filter_edit)

        self.copy_button = QPushButton(self.register_tab)
        self.copy_button.setObjectName(u"copy_button")

        self.register_tools.addWidget(self.copy_button)

        self.copy_print_button = QPushButton(self.register_tab)
        self.copy_print_button.setObjectName(u"copy_print_button")

        self.register_tools.addWidget(self.copy_print_button)


        self.register_layout.addLayout(self.register_tools)

        self.register_stack = QStackedWidget(self.register_tab)
        self.register_stack.setObjectName(u"register_stack")
        sizePolicy.setHeightForWidth(self.register_stack.sizePolicy().hasHeightForWidth())
        self.register_stack.setSizePolicy(sizePolicy)
        self.register_page = QWidget()
        self.register_page.setObjectName(u"register_page")
        self.register_page_layout = QVBoxLayout(self.register_page)
        self.register_page_layout.setObjectName(u"register_page_layout")
        self.register_page_layout.setContentsMargins(0, 0, 0, 0)
        self.register_splitter = QSplitter(self.register_page)
        self.register_splitter.setObjectName(u"register_splitter")
        self.register_splitter.setOrientation(Qt.Orientation.Vertical)
        self.register_splitter.setHandleWidth(8)
        self.register_splitter.setChildrenCollapsible(False)
        self.register_list_widget = QWidget(self.register_splitter)
        self.register_list_widget.setObjectName(u"register_list_widget")
        self.register_list_layout = QVBoxLayout(self.register_list_widget)
        self.register_list_layout.setSpacing(6)
        self.register_list_layout.setObjectName(u"register_list_layout")
        self.register_list_layout.setContentsMargins(0, 0, 0, 0)
        self.register_splitter.addWidget(self.register_list_widget)
        self.copy_widget = QWidget(self.register_splitter)
        self.copy_widget.setObjectName(u"copy_widget")
        self.copy_layout = QVBoxLayout(self.copy_widget)
        self.copy_layout.setSpacing(6)
        self.copy_layout.setObjectName(u"copy_layout")
        self.copy_layout.setContentsMargins(0, 0, 0, 0)
        self.copy_label = QLabel(self.copy_widget)
        self.copy_label.setObjectName(u"copy_label")
        self.copy_label.setWordWrap(True)
        self.copy_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.copy_layout.addWidget(self.copy_label)

        self.copy_apercu = ApercuPdf(self.copy_widget)
        self.copy_apercu.setObjectName(u"copy_apercu")

        self.copy_layout.addWidget(self.copy_apercu)

        self.register_splitter.addWidget(self.copy_widget)

        self.register_page_layout.addWidget(self.register_splitter)

        self.register_stack.addWidget(self.register_page)

        self.register_layout.addWidget(self.register_stack)

        self.tabs.addTab(self.register_tab, "")

        self.right_layout.addWidget(self.tabs)

        self.splitter.addWidget(self.right_widget)

        self.page_layout.addWidget(self.splitter)

#if QT_CONFIG(shortcut)
        self.objet_label.setBuddy(self.objet_combo)
        self.periode_label.setBuddy(self.periode_edit)
        self.territoire_label.setBuddy(self.territoire_combo)
        self.mention_label.setBuddy(self.mention_combo)
        self.destinataire_label.setBuddy(self.destinataire_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DocumentsPage)

        self.tabs.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(DocumentsPage)
    # setupUi

    def retranslateUi(self, DocumentsPage):
        self.choice_frame.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"carte", None))
#if QT_CONFIG(accessibility)
        self.type_combo.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Sorte de document", None))
#endif // QT_CONFIG(accessibility)
        self.objet_label.setText(QCoreApplication.translate("DocumentsPage", u"Action", None))
#if QT_CONFIG(accessibility)
        self.objet_combo.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Sujet de la fiche", None))
#endif // QT_CONFIG(accessibility)
        self.periode_label.setText(QCoreApplication.translate("DocumentsPage", u"P\u00e9riode", None))
#if QT_CONFIG(accessibility)
        self.periode_edit.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"P\u00e9riode du document", None))
#endif // QT_CONFIG(accessibility)
        self.periode_edit.setPlaceholderText(QCoreApplication.translate("DocumentsPage", u"2022, 2022-T2, juin 2022", None))
#if QT_CONFIG(accessibility)
        self.before_button.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"P\u00e9riode d\u2019avant", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.before_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"P\u00e9riode d\u2019avant", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.after_button.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"P\u00e9riode d\u2019apr\u00e8s", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.after_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"P\u00e9riode d\u2019apr\u00e8s", None))
#endif // QT_CONFIG(tooltip)
        self.territoire_label.setText(QCoreApplication.translate("DocumentsPage", u"Territoire", None))
#if QT_CONFIG(accessibility)
        self.territoire_combo.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Territoire des chiffres", None))
#endif // QT_CONFIG(accessibility)
        self.mention_label.setText(QCoreApplication.translate("DocumentsPage", u"Mention", None))
#if QT_CONFIG(accessibility)
        self.mention_combo.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Mention imprim\u00e9e sur chaque page", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.mention_combo.setToolTip(QCoreApplication.translate("DocumentsPage", u"Imprim\u00e9e sur chaque page ; les mentions se d\u00e9finissent dans Param\u00e8tres", None))
#endif // QT_CONFIG(tooltip)
        self.diffusion_label.setText(QCoreApplication.translate("DocumentsPage", u"Diffusion", None))
        self.interne_radio.setText(QCoreApplication.translate("DocumentsPage", u"interne", None))
#if QT_CONFIG(accessibility)
        self.interne_radio.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Diffusion interne", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.interne_radio.setToolTip(QCoreApplication.translate("DocumentsPage", u"Tous les indicateurs et tous les chiffres", None))
#endif // QT_CONFIG(tooltip)
        self.communicable_radio.setText(QCoreApplication.translate("DocumentsPage", u"communicable", None))
#if QT_CONFIG(accessibility)
        self.communicable_radio.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Diffusion communicable", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.communicable_radio.setToolTip(QCoreApplication.translate("DocumentsPage", u"Sans les indicateurs internes, petits effectifs masqu\u00e9s (seuil dans Param\u00e8tres)", None))
#endif // QT_CONFIG(tooltip)
        self.error_label.setText("")
        self.error_label.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"erreur", None))
        self.sections_check.setText(QCoreApplication.translate("DocumentsPage", u"Parties", None))
#if QT_CONFIG(accessibility)
        self.sections_check.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Toutes les parties", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.sections_check.setToolTip(QCoreApplication.translate("DocumentsPage", u"Cocher toutes les parties, ou aucune", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.sections_list.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Parties du document", None))
#endif // QT_CONFIG(accessibility)
        self.pdf_button.setText(QCoreApplication.translate("DocumentsPage", u"PDF\u2026", None))
#if QT_CONFIG(accessibility)
        self.pdf_button.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Exporter en PDF", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.pdf_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"Exporter en PDF", None))
#endif // QT_CONFIG(tooltip)
        self.xlsx_button.setText(QCoreApplication.translate("DocumentsPage", u"Excel\u2026", None))
#if QT_CONFIG(accessibility)
        self.xlsx_button.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Exporter en Excel", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.xlsx_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"Exporter les m\u00eames chiffres en classeur Excel", None))
#endif // QT_CONFIG(tooltip)
        self.odt_button.setText(QCoreApplication.translate("DocumentsPage", u"ODT\u2026", None))
#if QT_CONFIG(accessibility)
        self.odt_button.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Exporter en ODT", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.odt_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"Exporter en texte \u00e0 reprendre dans LibreOffice ou Word", None))
#endif // QT_CONFIG(tooltip)
        self.print_button.setText(QCoreApplication.translate("DocumentsPage", u"Imprimer\u2026", None))
#if QT_CONFIG(tooltip)
        self.print_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"Imprimer le document (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
        self.issue_button.setText(QCoreApplication.translate("DocumentsPage", u"\u00c9mettre\u2026", None))
#if QT_CONFIG(tooltip)
        self.issue_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"Remettre le document \u00e0 quelqu\u2019un\u00a0: il prend un num\u00e9ro de version et un exemplaire reste au registre (Ctrl+N)", None))
#endif // QT_CONFIG(tooltip)
        self.issue_button.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"principal", None))
        self.issue_frame.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"carte", None))
        self.issue_title.setText(QCoreApplication.translate("DocumentsPage", u"\u00c9mettre", None))
        self.issue_title.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"titre", None))
        self.destinataire_label.setText(QCoreApplication.translate("DocumentsPage", u"Remis \u00e0", None))
#if QT_CONFIG(accessibility)
        self.destinataire_edit.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Destinataire du document", None))
#endif // QT_CONFIG(accessibility)
        self.destinataire_edit.setPlaceholderText(QCoreApplication.translate("DocumentsPage", u"CDPD, \u00e9tat-major de s\u00e9curit\u00e9, cabinet\u2026", None))
#if QT_CONFIG(accessibility)
        self.format_combo.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Format de l\u2019exemplaire", None))
#endif // QT_CONFIG(accessibility)
        self.issue_ok_button.setText(QCoreApplication.translate("DocumentsPage", u"\u00c9mettre", None))
        self.issue_ok_button.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"principal", None))
        self.issue_cancel_button.setText(QCoreApplication.translate("DocumentsPage", u"Ne rien faire", None))
        self.issue_error_label.setText("")
        self.issue_error_label.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"erreur", None))
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Aper\u00e7u, texte \u00e0 r\u00e9diger, registre", None))
#endif // QT_CONFIG(accessibility)
        self.coverage_label.setText("")
        self.coverage_label.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"muet", None))
        self.tabs.setTabText(self.tabs.indexOf(self.preview_tab), QCoreApplication.translate("DocumentsPage", u"Aper\u00e7u", None))
        self.text_heading.setText("")
        self.text_heading.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"titre", None))
        self.text_warning.setText(QCoreApplication.translate("DocumentsPage", u"Aucune donn\u00e9e personnelle sur un auteur ou une victime\u00a0: ni nom, ni adresse, ni d\u00e9tail qui permette de les reconna\u00eetre.", None))
        self.text_warning.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"muet", None))
#if QT_CONFIG(accessibility)
        self.text_scroll.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Texte \u00e0 r\u00e9diger", None))
#endif // QT_CONFIG(accessibility)
        self.text_contents.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"fond", None))
        self.tabs.setTabText(self.tabs.indexOf(self.text_tab), QCoreApplication.translate("DocumentsPage", u"Texte", None))
#if QT_CONFIG(accessibility)
        self.register_filter_edit.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Filtrer le registre", None))
#endif // QT_CONFIG(accessibility)
        self.register_filter_edit.setPlaceholderText(QCoreApplication.translate("DocumentsPage", u"Filtrer\u00a0: titre, destinataire, p\u00e9riode\u2026 (Ctrl+F)", None))
        self.copy_button.setText(QCoreApplication.translate("DocumentsPage", u"Exporter l\u2019exemplaire\u2026", None))
#if QT_CONFIG(tooltip)
        self.copy_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"\u00c9crire le fichier tel qu\u2019il a \u00e9t\u00e9 \u00e9mis", None))
#endif // QT_CONFIG(tooltip)
        self.copy_print_button.setText(QCoreApplication.translate("DocumentsPage", u"Imprimer\u2026", None))
#if QT_CONFIG(accessibility)
        self.copy_print_button.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Imprimer l\u2019exemplaire", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.copy_print_button.setToolTip(QCoreApplication.translate("DocumentsPage", u"Imprimer l\u2019exemplaire (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
        self.copy_label.setText("")
        self.copy_label.setProperty(u"role", QCoreApplication.translate("DocumentsPage", u"muet", None))
        self.tabs.setTabText(self.tabs.indexOf(self.register_tab), QCoreApplication.translate("DocumentsPage", u"Registre", None))
        pass
    # retranslateUi

