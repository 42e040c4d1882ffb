# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'strategie_detail.ui'
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
    QSpacerItem, QTabWidget, QTextBrowser, QVBoxLayout,
    QWidget)

from sdpd_desktop.gui.strategie.mesures import MesuresView
from sdpd_desktop.gui.widgets.message_bar import MessageBar
from sdpd_desktop.gui.widgets.progress import ProgressLine
from sdpd_desktop.gui.widgets.trend import TrendChart

class Ui_StrategieDetail(object):
    def setupUi(self, StrategieDetail):
        if not StrategieDetail.objectName():
            StrategieDetail.setObjectName(u"StrategieDetail")
        self.detail_layout = QVBoxLayout(StrategieDetail)
        self.detail_layout.setSpacing(6)
        self.detail_layout.setObjectName(u"detail_layout")
        self.detail_layout.setContentsMargins(14, 12, 14, 10)
        self.breadcrumb_label = QLabel(StrategieDetail)
        self.breadcrumb_label.setObjectName(u"breadcrumb_label")
        self.breadcrumb_label.setWordWrap(True)
        self.breadcrumb_label.setTextFormat(Qt.TextFormat.PlainText)

        self.detail_layout.addWidget(self.breadcrumb_label)

        self.title_label = QLabel(StrategieDetail)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setWordWrap(True)
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.detail_layout.addWidget(self.title_label)

        self.state_layout = QHBoxLayout()
        self.state_layout.setSpacing(8)
        self.state_layout.setObjectName(u"state_layout")
        self.due_label = QLabel(StrategieDetail)
        self.due_label.setObjectName(u"due_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.due_label.sizePolicy().hasHeightForWidth())
        self.due_label.setSizePolicy(sizePolicy)
        self.due_label.setWordWrap(True)
        self.due_label.setTextFormat(Qt.TextFormat.PlainText)

        self.state_layout.addWidget(self.due_label)


        self.detail_layout.addLayout(self.state_layout)

        self.responsables_label = QLabel(StrategieDetail)
        self.responsables_label.setObjectName(u"responsables_label")
        self.responsables_label.setWordWrap(True)
        self.responsables_label.setTextFormat(Qt.TextFormat.PlainText)

        self.detail_layout.addWidget(self.responsables_label)

        self.message_bar = MessageBar(StrategieDetail)
        self.message_bar.setObjectName(u"message_bar")

        self.detail_layout.addWidget(self.message_bar)

        self.tabs = QTabWidget(StrategieDetail)
        self.tabs.setObjectName(u"tabs")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.tabs.sizePolicy().hasHeightForWidth())
        self.tabs.setSizePolicy(sizePolicy1)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.avancement_tab = QWidget()
        self.avancement_tab.setObjectName(u"avancement_tab")
        self.avancement_layout = QVBoxLayout(self.avancement_tab)
        self.avancement_layout.setSpacing(8)
        self.avancement_layout.setObjectName(u"avancement_layout")
        self.avancement_layout.setContentsMargins(0, 10, 0, 0)
        self.progress_line = ProgressLine(self.avancement_tab)
        self.progress_line.setObjectName(u"progress_line")

        self.avancement_layout.addWidget(self.progress_line)

        self.meteo_button = QPushButton(self.avancement_tab)
        self.meteo_button.setObjectName(u"meteo_button")
        self.meteo_button.setCheckable(True)

        self.avancement_layout.addWidget(self.meteo_button)

        self.meteo_label = QLabel(self.avancement_tab)
        self.meteo_label.setObjectName(u"meteo_label")
        self.meteo_label.setWordWrap(True)
        self.meteo_label.setTextFormat(Qt.TextFormat.PlainText)

        self.avancement_layout.addWidget(self.meteo_label)

        self.meteo_frame = QFrame(self.avancement_tab)
        self.meteo_frame.setObjectName(u"meteo_frame")
        self.meteo_layout = QVBoxLayout(self.meteo_frame)
        self.meteo_layout.setSpacing(6)
        self.meteo_layout.setObjectName(u"meteo_layout")
        self.meteo_layout.setContentsMargins(0, 0, 0, 6)
        self.meteo_row_layout = QHBoxLayout()
        self.meteo_row_layout.setSpacing(6)
        self.meteo_row_layout.setObjectName(u"meteo_row_layout")
        self.meteo_combo = QComboBox(self.meteo_frame)
        self.meteo_combo.setObjectName(u"meteo_combo")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy2.setHorizontalStretch(1)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.meteo_combo.sizePolicy().hasHeightForWidth())
        self.meteo_combo.setSizePolicy(sizePolicy2)
        self.meteo_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.meteo_combo.setMinimumContentsLength(8)

        self.meteo_row_layout.addWidget(self.meteo_combo)

        self.meteo_date_label = QLabel(self.meteo_frame)
        self.meteo_date_label.setObjectName(u"meteo_date_label")

        self.meteo_row_layout.addWidget(self.meteo_date_label)

        self.meteo_date_edit = QLineEdit(self.meteo_frame)
        self.meteo_date_edit.setObjectName(u"meteo_date_edit")
        self.meteo_date_edit.setMaximumSize(QSize(96, 16777215))

        self.meteo_row_layout.addWidget(self.meteo_date_edit)


        self.meteo_layout.addLayout(self.meteo_row_layout)

        self.meteo_comment_layout = QHBoxLayout()
        self.meteo_comment_layout.setSpacing(6)
        self.meteo_comment_layout.setObjectName(u"meteo_comment_layout")
        self.meteo_comment_edit = QLineEdit(self.meteo_frame)
        self.meteo_comment_edit.setObjectName(u"meteo_comment_edit")

        self.meteo_comment_layout.addWidget(self.meteo_comment_edit)

        self.meteo_save_button = QPushButton(self.meteo_frame)
        self.meteo_save_button.setObjectName(u"meteo_save_button")

        self.meteo_comment_layout.addWidget(self.meteo_save_button)


        self.meteo_layout.addLayout(self.meteo_comment_layout)

        self.meteo_error_label = QLabel(self.meteo_frame)
        self.meteo_error_label.setObjectName(u"meteo_error_label")
        self.meteo_error_label.setWordWrap(True)
        self.meteo_error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.meteo_layout.addWidget(self.meteo_error_label)


        self.avancement_layout.addWidget(self.meteo_frame)

        self.mesures_view = MesuresView(self.avancement_tab)
        self.mesures_view.setObjectName(u"mesures_view")

        self.avancement_layout.addWidget(self.mesures_view)

        self.saisie_frame = QFrame(self.avancement_tab)
        self.saisie_frame.setObjectName(u"saisie_frame")
        self.saisie_layout = QVBoxLayout(self.saisie_frame)
        self.saisie_layout.setSpacing(6)
        self.saisie_layout.setObjectName(u"saisie_layout")
        self.saisie_layout.setContentsMargins(0, 0, 0, 0)
        self.saisie_row_layout = QHBoxLayout()
        self.saisie_row_layout.setSpacing(6)
        self.saisie_row_layout.setObjectName(u"saisie_row_layout")
        self.saisie_label = QLabel(self.saisie_frame)
        self.saisie_label.setObjectName(u"saisie_label")
        self.saisie_label.setTextFormat(Qt.TextFormat.PlainText)

        self.saisie_row_layout.addWidget(self.saisie_label)

        self.statut_combo = QComboBox(self.saisie_frame)
        self.statut_combo.setObjectName(u"statut_combo")
        self.statut_combo.setMinimumSize(QSize(128, 0))

        self.saisie_row_layout.addWidget(self.statut_combo)

        self.date_label = QLabel(self.saisie_frame)
        self.date_label.setObjectName(u"date_label")

        self.saisie_row_layout.addWidget(self.date_label)

        self.date_edit = QLineEdit(self.saisie_frame)
        self.date_edit.setObjectName(u"date_edit")
        self.date_edit.setMaximumSize(QSize(120, 16777215))

        self.saisie_row_layout.addWidget(self.date_edit)

        self.saisie_spacer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.saisie_row_layout.addItem(self.saisie_spacer)

        self.origine_button = QPushButton(self.saisie_frame)
        self.origine_button.setObjectName(u"origine_button")

        self.saisie_row_layout.addWidget(self.origine_button)


        self.saisie_layout.addLayout(self.saisie_row_layout)

        self.note_layout = QHBoxLayout()
        self.note_layout.setSpacing(6)
        self.note_layout.setObjectName(u"note_layout")
        self.note_edit = QLineEdit(self.saisie_frame)
        self.note_edit.setObjectName(u"note_edit")

        self.note_layout.addWidget(self.note_edit)

        self.save_button = QPushButton(self.saisie_frame)
        self.save_button.setObjectName(u"save_button")

        self.note_layout.addWidget(self.save_button)


        self.saisie_layout.addLayout(self.note_layout)

        self.error_label = QLabel(self.saisie_frame)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.saisie_layout.addWidget(self.error_label)


        self.avancement_layout.addWidget(self.saisie_frame)

        self.tabs.addTab(self.avancement_tab, "")
        self.synthese_tab = QWidget()
        self.synthese_tab.setObjectName(u"synthese_tab")
        self.synthese_layout = QVBoxLayout(self.synthese_tab)
        self.synthese_layout.setSpacing(8)
        self.synthese_layout.setObjectName(u"synthese_layout")
        self.synthese_layout.setContentsMargins(0, 10, 0, 0)
        self.synthese_label = QLabel(self.synthese_tab)
        self.synthese_label.setObjectName(u"synthese_label")
        self.synthese_label.setWordWrap(True)
        self.synthese_label.setTextFormat(Qt.TextFormat.PlainText)

        self.synthese_layout.addWidget(self.synthese_label)

        self.synthese_line = ProgressLine(self.synthese_tab)
        self.synthese_line.setObjectName(u"synthese_line")

        self.synthese_layout.addWidget(self.synthese_line)

        self.tabs.addTab(self.synthese_tab, "")
        self.indicateurs_tab = QWidget()
        self.indicateurs_tab.setObjectName(u"indicateurs_tab")
        self.indicateurs_layout = QVBoxLayout(self.indicateurs_tab)
        self.indicateurs_layout.setSpacing(8)
        self.indicateurs_layout.setObjectName(u"indicateurs_layout")
        self.indicateurs_layout.setContentsMargins(0, 10, 0, 0)
        self.saisir_layout = QHBoxLayout()
        self.saisir_layout.setObjectName(u"saisir_layout")
        self.indicateur_label = QLabel(self.indicateurs_tab)
        self.indicateur_label.setObjectName(u"indicateur_label")
        sizePolicy.setHeightForWidth(self.indicateur_label.sizePolicy().hasHeightForWidth())
        self.indicateur_label.setSizePolicy(sizePolicy)
        self.indicateur_label.setWordWrap(True)
        self.indicateur_label.setTextFormat(Qt.TextFormat.PlainText)

        self.saisir_layout.addWidget(self.indicateur_label)

        self.provenance_button = QPushButton(self.indicateurs_tab)
        self.provenance_button.setObjectName(u"provenance_button")

        self.saisir_layout.addWidget(self.provenance_button, 0, Qt.AlignmentFlag.AlignTop)

        self.saisir_button = QPushButton(self.indicateurs_tab)
        self.saisir_button.setObjectName(u"saisir_button")

        self.saisir_layout.addWidget(self.saisir_button, 0, Qt.AlignmentFlag.AlignTop)


        self.indicateurs_layout.addLayout(self.saisir_layout)

        self.trend_chart = TrendChart(self.indicateurs_tab)
        self.trend_chart.setObjectName(u"trend_chart")
        self.trend_chart.setMinimumSize(QSize(0, 130))
        self.trend_chart.setMaximumSize(QSize(16777215, 190))

        self.indicateurs_layout.addWidget(self.trend_chart)

        self.tabs.addTab(self.indicateurs_tab, "")
        self.remarques_tab = QWidget()
        self.remarques_tab.setObjectName(u"remarques_tab")
        self.remarques_layout = QVBoxLayout(self.remarques_tab)
        self.remarques_layout.setObjectName(u"remarques_layout")
        self.remarques_layout.setContentsMargins(0, 10, 0, 0)
        self.remarques_browser = QTextBrowser(self.remarques_tab)
        self.remarques_browser.setObjectName(u"remarques_browser")
        self.remarques_browser.setOpenLinks(False)

        self.remarques_layout.addWidget(self.remarques_browser)

        self.tabs.addTab(self.remarques_tab, "")
        self.financement_tab = QWidget()
        self.financement_tab.setObjectName(u"financement_tab")
        self.financement_layout = QVBoxLayout(self.financement_tab)
        self.financement_layout.setObjectName(u"financement_layout")
        self.financement_layout.setContentsMargins(0, 10, 0, 0)
        self.tabs.addTab(self.financement_tab, "")
        self.historique_tab = QWidget()
        self.historique_tab.setObjectName(u"historique_tab")
        self.historique_layout = QVBoxLayout(self.historique_tab)
        self.historique_layout.setSpacing(8)
        self.historique_layout.setObjectName(u"historique_layout")
        self.historique_layout.setContentsMargins(0, 10, 0, 0)
        self.annuler_layout = QHBoxLayout()
        self.annuler_layout.setObjectName(u"annuler_layout")
        self.historique_label = QLabel(self.historique_tab)
        self.historique_label.setObjectName(u"historique_label")
        sizePolicy.setHeightForWidth(self.historique_label.sizePolicy().hasHeightForWidth())
        self.historique_label.setSizePolicy(sizePolicy)
        self.historique_label.setWordWrap(True)
        self.historique_label.setTextFormat(Qt.TextFormat.PlainText)

        self.annuler_layout.addWidget(self.historique_label)

        self.annuler_button = QPushButton(self.historique_tab)
        self.annuler_button.setObjectName(u"annuler_button")

        self.annuler_layout.addWidget(self.annuler_button)


        self.historique_layout.addLayout(self.annuler_layout)

        self.tabs.addTab(self.historique_tab, "")

        self.detail_layout.addWidget(self.tabs)

#if QT_CONFIG(shortcut)
        self.meteo_date_label.setBuddy(self.meteo_date_edit)
        self.saisie_label.setBuddy(self.statut_combo)
        self.date_label.setBuddy(self.date_edit)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.tabs, self.meteo_button)
        QWidget.setTabOrder(self.meteo_button, self.meteo_combo)
        QWidget.setTabOrder(self.meteo_combo, self.meteo_date_edit)
        QWidget.setTabOrder(self.meteo_date_edit, self.meteo_comment_edit)
        QWidget.setTabOrder(self.meteo_comment_edit, self.meteo_save_button)
        QWidget.setTabOrder(self.meteo_save_button, self.mesures_view)
        QWidget.setTabOrder(self.mesures_view, self.statut_combo)
        QWidget.setTabOrder(self.statut_combo, self.date_edit)
        QWidget.setTabOrder(self.date_edit, self.note_edit)
        QWidget.setTabOrder(self.note_edit, self.save_button)
        QWidget.setTabOrder(self.save_button, self.provenance_button)
        QWidget.setTabOrder(self.provenance_button, self.saisir_button)
        QWidget.setTabOrder(self.saisir_button, self.trend_chart)
        QWidget.setTabOrder(self.trend_chart, self.remarques_browser)
        QWidget.setTabOrder(self.remarques_browser, self.annuler_button)

        self.retranslateUi(StrategieDetail)

        self.tabs.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(StrategieDetail)
    # setupUi

    def retranslateUi(self, StrategieDetail):
        StrategieDetail.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"carte", None))
        self.breadcrumb_label.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"petit", None))
        self.title_label.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"titre", None))
        self.due_label.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"muet", None))
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Volets du d\u00e9tail", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.meteo_button.setToolTip(QCoreApplication.translate("StrategieDetail", u"Jugement dat\u00e9 sur l\u2019action, \u00e0 c\u00f4t\u00e9 des chiffres calcul\u00e9s", None))
#endif // QT_CONFIG(tooltip)
        self.meteo_button.setText(QCoreApplication.translate("StrategieDetail", u"Donner une m\u00e9t\u00e9o", None))
        self.meteo_button.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"lien", None))
        self.meteo_label.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"muet", None))
#if QT_CONFIG(accessibility)
        self.meteo_combo.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"M\u00e9t\u00e9o de l\u2019action", None))
#endif // QT_CONFIG(accessibility)
        self.meteo_date_label.setText(QCoreApplication.translate("StrategieDetail", u"le", None))
#if QT_CONFIG(accessibility)
        self.meteo_date_edit.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Date de la m\u00e9t\u00e9o", None))
#endif // QT_CONFIG(accessibility)
        self.meteo_date_edit.setPlaceholderText(QCoreApplication.translate("StrategieDetail", u"jj/mm/aaaa", None))
#if QT_CONFIG(accessibility)
        self.meteo_comment_edit.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Commentaire de la m\u00e9t\u00e9o", None))
#endif // QT_CONFIG(accessibility)
        self.meteo_comment_edit.setPlaceholderText(QCoreApplication.translate("StrategieDetail", u"Pourquoi, sans donn\u00e9e personnelle", None))
        self.meteo_save_button.setText(QCoreApplication.translate("StrategieDetail", u"Enregistrer", None))
        self.meteo_error_label.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"erreur", None))
#if QT_CONFIG(accessibility)
        self.mesures_view.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Mesures de l\u2019action", None))
#endif // QT_CONFIG(accessibility)
        self.saisie_label.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"muet", None))
#if QT_CONFIG(accessibility)
        self.statut_combo.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Statut", None))
#endif // QT_CONFIG(accessibility)
        self.date_label.setText(QCoreApplication.translate("StrategieDetail", u"le", None))
#if QT_CONFIG(accessibility)
        self.date_edit.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Date", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.date_edit.setToolTip(QCoreApplication.translate("StrategieDetail", u"Jour o\u00f9 la mesure a \u00e9t\u00e9 r\u00e9alis\u00e9e, par exemple 30/06/2022", None))
#endif // QT_CONFIG(tooltip)
        self.date_edit.setPlaceholderText(QCoreApplication.translate("StrategieDetail", u"jj/mm/aaaa", None))
#if QT_CONFIG(accessibility)
        self.origine_button.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Provenance du statut", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.origine_button.setToolTip(QCoreApplication.translate("StrategieDetail", u"Montrer qui a donn\u00e9 ce statut, et la ligne du fichier telle que re\u00e7ue", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.note_edit.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Preuve ou pr\u00e9cision", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.note_edit.setToolTip(QCoreApplication.translate("StrategieDetail", u"Un mot de preuve, sans donn\u00e9e personnelle sur un auteur ou une victime", None))
#endif // QT_CONFIG(tooltip)
        self.note_edit.setPlaceholderText(QCoreApplication.translate("StrategieDetail", u"Preuve ou pr\u00e9cision, sans donn\u00e9e personnelle", None))
        self.save_button.setText(QCoreApplication.translate("StrategieDetail", u"Enregistrer", None))
        self.save_button.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"principal", None))
        self.error_label.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"erreur", None))
        self.tabs.setTabText(self.tabs.indexOf(self.avancement_tab), QCoreApplication.translate("StrategieDetail", u"Avancement", None))
        self.tabs.setTabText(self.tabs.indexOf(self.synthese_tab), QCoreApplication.translate("StrategieDetail", u"Synth\u00e8se", None))
        self.provenance_button.setText(QCoreApplication.translate("StrategieDetail", u"Provenance\u2026", None))
#if QT_CONFIG(tooltip)
        self.provenance_button.setToolTip(QCoreApplication.translate("StrategieDetail", u"Montrer qui a donn\u00e9 la derni\u00e8re valeur, et la ligne du fichier telle que re\u00e7ue", None))
#endif // QT_CONFIG(tooltip)
        self.saisir_button.setText(QCoreApplication.translate("StrategieDetail", u"Saisir", None))
#if QT_CONFIG(tooltip)
        self.saisir_button.setToolTip(QCoreApplication.translate("StrategieDetail", u"Ouvrir la grille des valeurs sur cet indicateur", None))
#endif // QT_CONFIG(tooltip)
        self.tabs.setTabText(self.tabs.indexOf(self.indicateurs_tab), QCoreApplication.translate("StrategieDetail", u"Indicateurs", None))
#if QT_CONFIG(accessibility)
        self.remarques_browser.setAccessibleName(QCoreApplication.translate("StrategieDetail", u"Remarques sur les sources", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.remarques_tab), QCoreApplication.translate("StrategieDetail", u"Remarques", None))
        self.tabs.setTabText(self.tabs.indexOf(self.financement_tab), QCoreApplication.translate("StrategieDetail", u"Financement", None))
        self.historique_label.setProperty(u"role", QCoreApplication.translate("StrategieDetail", u"muet", None))
        self.annuler_button.setText(QCoreApplication.translate("StrategieDetail", u"Annuler ce changement", None))
        self.tabs.setTabText(self.tabs.indexOf(self.historique_tab), QCoreApplication.translate("StrategieDetail", u"Historique", None))
    # retranslateUi

