"""What every line of a proposition is made with, whatever it is about."""

from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.importation import Ligne, SaisieRetour, Verdict
from sdpd_desktop.domain.texte import insecable


def rejected(
    saisie: SaisieRetour | None,
    cell: Cellule,
    objet: str,
    titre: str,
    colonne: str,
    raison: str,
    correction: str = "",
    proposee: str = "",
) -> Ligne:
    """Return the line of a cell that cannot be stored as it is."""
    return Ligne(
        Verdict.REJETE, objet, titre, colonne, cell.lieu, cell.texte, cell.format, "", "",
        insecable(raison), insecable(correction), None, proposee, saisie,
    )  # fmt: skip


def check_readable(cell: Cellule) -> None:
    """Refuse a cell that holds no value at all.

    Raises:
        ValidationError: It is an error, or a formula without its result.
    """
    if cell.erreur:
        raise ValidationError("cellule", f"La cellule contient une erreur ({cell.erreur}).")
    if cell.formule_sans_resultat:
        raise ValidationError(
            "cellule",
            "La cellule contient une formule dont le résultat n'est pas enregistré : ouvrez le "
            "classeur dans Excel ou LibreOffice, enregistrez-le et importez-le de nouveau.",
        )
