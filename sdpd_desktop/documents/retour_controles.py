"""Drop-downs and checks on the cells a partner fills; each warns, none forbids.

« n/a » or « 1 234,5 » are legitimate answers: the reader decides, not the spreadsheet.
"""

from typing import TYPE_CHECKING, Any

from sdpd_desktop.documents.classeur_ecriture import printable
from sdpd_desktop.domain.libelles import STATUTS
from sdpd_desktop.domain.nombre import JALON, format_nombre
from sdpd_desktop.domain.retour import LigneIndicateur
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.documents.retour_feuilles import FeuilleRetour

_STATUTS, _OUI_NON = "sdpd_statuts", "sdpd_oui_non"
LISTES = {_STATUTS: tuple(STATUTS.values()), _OUI_NON: ("oui", "non", "n/a")}
_UNLIMITED = 10**12


def control_mesures(feuille: "FeuilleRetour") -> None:
    """Offer the statuses, and expect a date."""
    from openpyxl.worksheet.datavalidation import DataValidation

    status = DataValidation(type="list", formula1=_STATUTS, allow_blank=True, errorStyle="warning")
    status.promptTitle, status.prompt = "Statut", "Choisissez dans la liste."
    status.errorTitle = "Statut inconnu"
    status.error = f"Choisissez un statut de la liste{NBSP}: {', '.join(STATUTS.values())}."
    done = DataValidation(
        type="date",
        operator="between",
        formula1="36526",  # 01/01/2000 and 31/12/2099, as serial dates.
        formula2="73050",
        allow_blank=True,
        errorStyle="warning",
    )
    done.promptTitle, done.prompt = "Fait le", "Une date, par exemple 30/06/2022."
    done.errorTitle = "Date à vérifier"
    done.error = f"Écrivez une date complète, jour/mois/année{NBSP}: 30/06/2022."
    _control(feuille, status, "statut")
    _control(feuille, done, "fait_le")


def _control(feuille: "FeuilleRetour", control: Any, nom: str, row: int = 0) -> None:
    from openpyxl.utils import get_column_letter

    from sdpd_desktop.documents.retour_feuilles import FIRST_ROW

    control.showErrorMessage = control.showInputMessage = True
    letter = get_column_letter(feuille.column(nom))
    control.add(f"{letter}{row or FIRST_ROW}:{letter}{row or feuille.last_row()}")
    feuille.sheet.add_data_validation(control)


def control_indicateur(feuille: "FeuilleRetour", row: int, ligne: LigneIndicateur) -> None:
    """Expect a number within the bounds of the indicator, or yes or no for a milestone."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if ligne.unite == JALON:
        control = DataValidation(type="list", formula1=_OUI_NON, errorStyle="warning")
        control.error = f"Répondez par oui, non ou n/a{NBSP}; une date dit quand ce fut fait."
    else:
        low = -(_UNLIMITED) if ligne.minimum is None else ligne.minimum
        high = _UNLIMITED if ligne.maximum is None else ligne.maximum
        control = DataValidation(
            type="decimal",
            operator="between",
            formula1=str(low),
            formula2=str(high),
            errorStyle="warning",
        )
        control.error = f"Un nombre est attendu{_bounds(ligne)}. Gardez votre texte s'il est voulu."
    control.allow_blank = True
    control.errorTitle = "Valeur à vérifier"
    control.promptTitle = printable(ligne.reference or ligne.code)[:32]
    unit = "oui ou non" if ligne.unite == JALON else printable(ligne.unite) or "un nombre"
    control.prompt = f"Attendu{NBSP}: {unit}{_bounds(ligne)}. «{NBSP}n/a{NBSP}» si sans objet."[
        :255
    ]
    _control(feuille, control, "valeur", row)


def _bounds(ligne: LigneIndicateur) -> str:
    low, high = (
        None if bound is None else format_nombre(bound) for bound in (ligne.minimum, ligne.maximum)
    )
    if low is not None and high is not None:
        return f", entre {low} et {high}"
    if low is not None:
        return f", au moins {low}"
    return f", au plus {high}" if high is not None else ""
