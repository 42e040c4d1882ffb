# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'indicateurs_ssmsi.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QFormLayout, QFrame,
    QHBoxLayout, QLabel, QProgressBar, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QTabWidget,
    QVBoxLayout, QWidget)

from sdpd_desktop.gui.widgets.message_bar import MessageBar

class Ui_IndicateursSsmsi(object):
    def setupUi(self, IndicateursSsmsi):
        if not IndicateursSsmsi.objectName():
            IndicateursSsmsi.setObjectName(u"IndicateursSsmsi")
        self.ssmsi_layout = QVBoxLayout(IndicateursSsmsi)
        self.ssmsi_layout.setSpacing(8)
        self.ssmsi_layout.setObjectName(u"ssmsi_layout")
        self.ssmsi_layout.setContentsMargins(14, 12, 14, 12)
        self.titre_layout = QHBoxLayout()
        self.titre_layout.setSpacing(8)
        self.titre_layout.setObjectName(u"titre_layout")
        self.titre_label = QLabel(IndicateursSsmsi)
        self.titre_label.setObjectName(u"titre_label")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.titre_label.sizePolicy().hasHeightForWidth())
        self.titre_label.setSizePolicy(sizePolicy)
        self.titre_label.setTextFormat(Qt.TextFormat.PlainText)

        self.titre_layout.addWidget(self.titre_label)

        self.fermer_button = QPushButton(IndicateursSsmsi)
        self.fermer_button.setObjectName(u"fermer_button")

        self.titre_layout.addWidget(self.fermer_button)


        self.ssmsi_layout.addLayout(self.titre_layout)

        self.origine_label = QLabel(IndicateursSsmsi)
        self.origine_label.setObjectName(u"origine_label")
        self.origine_label.setWordWrap(True)
        self.origine_label.setTextFormat(Qt.TextFormat.PlainText)

        self.ssmsi_layout.addWidget(self.origine_label)

        self.lecture_frame = QFrame(IndicateursSsmsi)
        self.lecture_frame.setObjectName(u"lecture_frame")
        self.lecture_layout = QHBoxLayout(self.lecture_frame)
        self.lecture_layout.setSpacing(8)
        self.lecture_layout.setObjectName(u"lecture_layout")
        self.lecture_layout.setContentsMargins(0, 0, 0, 0)
        self.lecture_bar = QProgressBar(self.lecture_frame)
        self.lecture_bar.setObjectName(u"lecture_bar")
        self.lecture_bar.setMaximum(1000)
        self.lecture_bar.setTextVisible(False)

        self.lecture_layout.addWidget(self.lecture_bar)

        self.arreter_button = QPushButton(self.lecture_frame)
        self.arreter_button.setObjectName(u"arreter_button")

        self.lecture_layout.addWidget(self.arreter_button)


        self.ssmsi_layout.addWidget(self.lecture_frame)

        self.message_bar = MessageBar(IndicateursSsmsi)
        self.message_bar.setObjectName(u"message_bar")

        self.ssmsi_layout.addWidget(self.message_bar)

        self.resume_label = QLabel(IndicateursSsmsi)
        self.resume_label.setObjectName(u"resume_label")
        self.resume_label.setWordWrap(True)
        self.resume_label.setTextFormat(Qt.TextFormat.PlainText)
        self.resume_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.ssmsi_layout.addWidget(self.resume_label)

        self.tabs = QTabWidget(IndicateursSsmsi)
        self.tabs.setObjectName(u"tabs")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.tabs.sizePolicy().hasHeightForWidth())
        self.tabs.setSizePolicy(sizePolicy1)
        self.tabs.setDocumentMode(True)
        self.series_tab = QWidget()
        self.series_tab.setObjectName(u"series_tab")
        self.series_layout = QVBoxLayout(self.series_tab)
        self.series_layout.setObjectName(u"series_layout")
        self.series_layout.setContentsMargins(0, 8, 0, 0)
        self.tabs.addTab(self.series_tab, "")
        self.lignes_tab = QWidget()
        self.lignes_tab.setObjectName(u"lignes_tab")
        self.lignes_layout = QVBoxLayout(self.lignes_tab)
        self.lignes_layout.setObjectName(u"lignes_layout")
        self.lignes_layout.setContentsMargins(0, 8, 0, 0)
        self.tabs.addTab(self.lignes_tab, "")
        self.colonnes_tab = QWidget()
        self.colonnes_tab.setObjectName(u"colonnes_tab")
        self.colonnes_layout = QVBoxLayout(self.colonnes_tab)
        self.colonnes_layout.setSpacing(8)
        self.colonnes_layout.setObjectName(u"colonnes_layout")
        self.colonnes_layout.setContentsMargins(0, 8, 0, 0)
        self.colonnes_area = QScrollArea(self.colonnes_tab)
        self.colonnes_area.setObjectName(u"colonnes_area")
        self.colonnes_area.setFrameShape(QFrame.Shape.NoFrame)
        self.colonnes_area.setWidgetResizable(True)
        self.colonnes_contents = QWidget()
        self.colonnes_contents.setObjectName(u"colonnes_contents")
        self.colonnes_form_layout = QFormLayout(self.colonnes_contents)
        self.colonnes_form_layout.setObjectName(u"colonnes_form_layout")
        self.colonnes_area.setWidget(self.colonnes_contents)

        self.colonnes_layout.addWidget(self.colonnes_area)

        self.relire_button = QPushButton(self.colonnes_tab)
        self.relire_button.setObjectName(u"relire_button")

        self.colonnes_layout.addWidget(self.relire_button, 0, Qt.AlignmentFlag.AlignLeft)

        self.tabs.addTab(self.colonnes_tab, "")

        self.ssmsi_layout.addWidget(self.tabs)

        self.pied_layout = QHBoxLayout()
        self.pied_layout.setSpacing(12)
        self.pied_layout.setObjectName(u"pied_layout")
        self.communes_check = QCheckBox(IndicateursSsmsi)
        self.communes_check.setObjectName(u"communes_check")

        self.pied_layout.addWidget(self.communes_check)

        self.confirmer_check = QCheckBox(IndicateursSsmsi)
        self.confirmer_check.setObjectName(u"confirmer_check")

        self.pied_layout.addWidget(self.confirmer_check)

        self.pied_spacer = QSpacerItem(4, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.pied_layout.addItem(self.pied_spacer)

        self.annuler_button = QPushButton(IndicateursSsmsi)
        self.annuler_button.setObjectName(u"annuler_button")

        self.pied_layout.addWidget(self.annuler_button)

        self.appliquer_button = QPushButton(IndicateursSsmsi)
        self.appliquer_button.setObjectName(u"appliquer_button")

        self.pied_layout.addWidget(self.appliquer_button)


        self.ssmsi_layout.addLayout(self.pied_layout)

        QWidget.setTabOrder(self.fermer_button, self.arreter_button)
        QWidget.setTabOrder(self.arreter_button, self.tabs)
        QWidget.setTabOrder(self.tabs, self.colonnes_area)
        QWidget.setTabOrder(self.colonnes_area, self.relire_button)
        QWidget.setTabOrder(self.relire_button, self.communes_check)
        QWidget.setTabOrder(self.communes_check, self.confirmer_check)
        QWidget.setTabOrder(self.confirmer_check, self.annuler_button)
        QWidget.setTabOrder(self.annuler_button, self.appliquer_button)

        self.retranslateUi(IndicateursSsmsi)

        QMetaObject.connectSlotsByName(IndicateursSsmsi)
    # setupUi

    def retranslateUi(self, IndicateursSsmsi):
        IndicateursSsmsi.setProperty(u"role", QCoreApplication.translate("IndicateursSsmsi", u"carte", None))
        self.titre_label.setProperty(u"role", QCoreApplication.translate("IndicateursSsmsi", u"titre", None))
        self.fermer_button.setText(QCoreApplication.translate("IndicateursSsmsi", u"Retour \u00e0 la grille", None))
        self.origine_label.setProperty(u"role", QCoreApplication.translate("IndicateursSsmsi", u"muet", None))
#if QT_CONFIG(accessibility)
        self.lecture_bar.setAccessibleName(QCoreApplication.translate("IndicateursSsmsi", u"Avancement de la lecture", None))
#endif // QT_CONFIG(accessibility)
        self.arreter_button.setText(QCoreApplication.translate("IndicateursSsmsi", u"Interrompre", None))
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("IndicateursSsmsi", u"Volets de l\u2019aper\u00e7u", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.series_tab), QCoreApplication.translate("IndicateursSsmsi", u"S\u00e9ries", None))
        self.tabs.setTabText(self.tabs.indexOf(self.lignes_tab), QCoreApplication.translate("IndicateursSsmsi", u"\u00c0 regarder", None))
#if QT_CONFIG(accessibility)
        self.colonnes_area.setAccessibleName(QCoreApplication.translate("IndicateursSsmsi", u"Ce que sont les colonnes", None))
#endif // QT_CONFIG(accessibility)
        self.colonnes_contents.setProperty(u"role", QCoreApplication.translate("IndicateursSsmsi", u"fond", None))
        self.relire_button.setText(QCoreApplication.translate("IndicateursSsmsi", u"Relire avec ces colonnes", None))
        self.tabs.setTabText(self.tabs.indexOf(self.colonnes_tab), QCoreApplication.translate("IndicateursSsmsi", u"Colonnes du fichier", None))
#if QT_CONFIG(tooltip)
        self.communes_check.setToolTip(QCoreApplication.translate("IndicateursSsmsi", u"Sans cette case, seules les communes d\u00e9j\u00e0 connues sont gard\u00e9es", None))
#endif // QT_CONFIG(tooltip)
        self.communes_check.setText(QCoreApplication.translate("IndicateursSsmsi", u"Toutes les communes du d\u00e9partement", None))
        self.confirmer_check.setText(QCoreApplication.translate("IndicateursSsmsi", u"Je confirme ce qui est demand\u00e9", None))
        self.annuler_button.setText(QCoreApplication.translate("IndicateursSsmsi", u"Annuler cet import", None))
        self.appliquer_button.setText(QCoreApplication.translate("IndicateursSsmsi", u"Importer", None))
        self.appliquer_button.setProperty(u"role", QCoreApplication.translate("IndicateursSsmsi", u"principal", None))
    # retranslateUi

