"""What the « Lisez-moi » sheet of a return workbook says."""

from sdpd_desktop.documents.retour_modele import (
    ACTIONS,
    COMMENT_REMPLIR,
    INDICATEURS,
    VOTRE_REPONSE,
)
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.libelles import STATUTS
from sdpd_desktop.domain.retour import RetourContenu
from sdpd_desktop.domain.texte import NBSP

SAISIE = " "
"""The text of a label whose cell is the partner's to fill."""


def notice(contenu: RetourContenu) -> list[tuple[str, str]]:
    """Return labels with their text; a label without text is a heading."""
    due = format_date(contenu.echeance) or "non fixée"
    bureau = contenu.bureau or "le bureau qui vous a transmis ce classeur"
    unit = [("Service", contenu.emetteur)] if contenu.emetteur else []
    return [
        ("Partenaire", contenu.partenaire_nom),
        *unit,
        ("Plan", contenu.plan_titre or contenu.plan),
        ("Période", contenu.periode.libelle),
        ("À rendre avant le", due),
        ("À renvoyer à", bureau),
        (COMMENT_REMPLIR, ""),
        (
            "Où écrire",
            "Seules les cellules à fond jaune se remplissent. Une cellule laissée vide ne change "
            "rien à ce que le bureau connaît déjà.",
        ),
        (
            f"Feuille «{NBSP}{ACTIONS}{NBSP}»",
            f"Choisissez le statut dans la liste{NBSP}: {', '.join(STATUTS.values())}. Pour une "
            f"mesure réalisée, donnez sa date dans «{NBSP}Fait le{NBSP}» et un mot de preuve "
            f"dans «{NBSP}Observations{NBSP}».",
        ),
        (
            f"Feuille «{NBSP}{INDICATEURS}{NBSP}»",
            f"Écrivez la valeur de la période dans «{NBSP}Valeur à saisir{NBSP}», dans l'unité "
            "indiquée. La valeur précédente et la cible sont rappelées à gauche.",
        ),
        (
            "Nombres acceptés",
            f"1234,5{NBSP}; 1{NBSP}234,5{NBSP}; 45{NBSP}%{NBSP}; 30/40 (une part avec ses deux "
            f"termes){NBSP}; plus de 120{NBSP}; environ 50.",
        ),
        (
            "Dates acceptées",
            f"30/06/2022{NBSP}; 30/06/22{NBSP}; 30 juin 2022{NBSP}; 2022-06-30.",
        ),
        (
            "Pas de valeur",
            f"«{NBSP}n/a{NBSP}» dit que l'indicateur ne vous concerne pas{NBSP}; "
            f"«{NBSP}NC{NBSP}» dit que la valeur n'est pas connue{NBSP}; 0 dit zéro. "
            f"«{NBSP}néant{NBSP}» et «{NBSP}-{NBSP}» vous seront redemandés.",
        ),
        (
            "Rien à signaler",
            f"Si vous n'avez rien à signaler pour cette période, écrivez «{NBSP}état néant{NBSP}» "
            f"dans la case jaune ci-dessous et renvoyez le classeur{NBSP}: cela vaut réponse.",
        ),
        (VOTRE_REPONSE, SAISIE),
        ("À respecter", ""),
        (
            "Données agrégées",
            f"Aucune donnée personnelle, dans aucune cellule ni aucun commentaire{NBSP}: ni nom, "
            "ni adresse, ni affaire reconnaissable. Ce classeur ne porte que des nombres et des "
            "états d'avancement.",
        ),
        (
            "Structure du classeur",
            "Vous pouvez renommer le fichier et l'enregistrer dans Excel (.xlsx) ou LibreOffice "
            "(.xlsx, .ods). La protection des feuilles est sans mot de passe. N'ajoutez pas de "
            f"ligne{NBSP}: écrivez ce qui manque dans une cellule d'observations.",
        ),
    ]
