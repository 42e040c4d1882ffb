"""What every line of a proposition is made with, whatever it is about."""

import datetime as dt
from functools import cached_property

from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.importation import Ligne, SaisieRetour, Verdict
from sdpd_desktop.domain.indicateur import Indicateur
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.plan import MesureDetails
from sdpd_desktop.domain.retour import CampagneSummary, LigneDemandee, RetourSummary
from sdpd_desktop.domain.texte import insecable, quote
from sdpd_desktop.services.plan_lu import PlanLu


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
    """Return the line of a cell that cannot be stored as it is.

    ``proposee`` is what could have been meant: the correction says it first.
    """
    if proposee:
        correction = f"{quote(proposee)} ? {correction}".rstrip()
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


def jour(instant: dt.datetime | None) -> str:
    """Return the local day of an instant, "" without one."""
    return format_date(instant.astimezone().date()) if instant else ""


class Demandees:
    """Who is asked for what in a campagne: rows of another partner are not taken unasked."""

    def __init__(self, campagne: CampagneSummary, retour: RetourSummary, lu: PlanLu) -> None:
        self._own = _keys(retour.demandes)
        self._retours, self._mine = campagne.retours, retour.id
        self._nom = retour.nom
        partner = lu.partenaires.get(retour.partenaire)
        self._zone = partner.zone if partner else None

    @cached_property
    def _others(self) -> dict[tuple[str, Zone], str]:
        """Who else is asked for what; looked up for the first row that was not asked for."""
        found: dict[tuple[str, Zone], str] = {}
        for other in self._retours:
            if other.id != self._mine:
                found = dict.fromkeys(_keys(other.demandes), other.nom) | found
        return found

    def of_mesure(self, mesure: MesureDetails) -> str:
        """Return what to ask about a mesure that the partner was not asked about."""
        asked = self._other_than_own((mesure.code, Zone.ENSEMBLE))
        if not asked:
            return ""
        return f"Cette mesure est demandée à {asked}, non à {self._nom} : la prendre ?"

    def of_value(self, indicateur: Indicateur, zone: Zone) -> str:
        """Return what to ask about a value that the partner was not asked for."""
        key = (indicateur.code, zone)
        if not self._own or key in self._own:
            return ""
        if asked := self._other_than_own(key):
            return f"Cette valeur est demandée à {asked}, non à {self._nom} : la prendre ?"
        if zone in (Zone.POLICE, Zone.GENDARMERIE) and self._zone not in (None, zone):
            return f"{self._nom} répond pour la zone {self._zone}, non {zone} : la prendre ?"
        return ""

    def _other_than_own(self, key: tuple[str, Zone]) -> str:
        return "" if not self._own or key in self._own else self._others.get(key, "")


def _keys(demandes: tuple[LigneDemandee, ...]) -> frozenset[tuple[str, Zone]]:
    return frozenset((line.code, line.zone) for line in demandes)
