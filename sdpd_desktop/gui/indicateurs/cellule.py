"""One cell of the grid, and how it is said: as typed, in its tooltip, aloud."""

from dataclasses import dataclass
from decimal import Decimal

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.cloture import Cloture
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.grille import Cle
from sdpd_desktop.domain.indicateur import (
    Borne,
    Consolidation,
    EtatValeur,
    Indicateur,
    Observation,
    Presence,
    SuiviIndicateur,
)
from sdpd_desktop.domain.nombre import JALON, format_nombre
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.signalement import Signalement
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.indicateurs.presentation import (
    CONSOLIDATIONS,
    ETATS_VALEUR,
)
from sdpd_desktop.gui.labels import ZONES

_BORNES = {Borne.PLUS_DE: ">", Borne.MOINS_DE: "<", Borne.ENVIRON: "~", Borne.EXACTE: ""}


@dataclass(frozen=True)
class Invalide:
    """A text that was typed and not stored, with the reason.

    Attributes:
        a_confirmer: It can be read but stands out; the person may keep it.
    """

    texte: str
    raison: str
    a_confirmer: bool = False


@dataclass(frozen=True)
class Cellule:
    """One cell, as the grid and the detail pane show it.

    Attributes:
        lieu: Name of the territory.
        signalements: What stands out in the value, though somebody kept it.
    """

    suivi: SuiviIndicateur
    cle: Cle
    observation: Observation | None
    invalide: Invalide | None
    cloture: Cloture | None
    lieu: str
    signalements: tuple[Signalement, ...] = ()

    @property
    def indicateur(self) -> Indicateur:
        """The indicator."""
        return self.suivi.indicateur

    @property
    def periode(self) -> Periode:
        """The period."""
        return self.cle[1]

    @property
    def calculee(self) -> bool:
        """Tell whether what is shown is computed."""
        shown = self.observation
        return shown is not None and shown.origine.etat is EtatValeur.CALCULE

    @property
    def stockee(self) -> bool:
        """Tell whether what is shown is a stored value, whose state can change."""
        shown = self.observation
        return shown is not None and not self.calculee and shown.presence is Presence.VALEUR

    @property
    def verrou(self) -> str:
        """Why nothing can be typed here, "" when it can."""
        if self.cloture is not None:
            return (
                f"La période {self.cloture.periode.libelle} est clôturée{NBSP}: rouvrez-la, avec "
                "un motif, pour en changer une valeur."
            )
        if self.indicateur.formule is not None:
            return (
                f"{self.indicateur.chiffre} est calculé{NBSP}: saisissez les indicateurs dont il "
                "est fait."
            )
        return ""

    @property
    def texte_brut(self) -> str:
        """The cell as a spreadsheet takes it, what could not be stored included."""
        if self.invalide:
            return self.invalide.texte
        return texte_brut(self.observation, self.indicateur.unite)

    @property
    def ou(self) -> str:
        """« 2021 · Seine-et-Marne · Zone police »."""
        parts = [self.periode.libelle, self.lieu]
        if self.cle[3] is not Zone.ENSEMBLE:
            parts.append(ZONES[self.cle[3]])
        return " · ".join(part for part in parts if part)


def texte_brut(observation: Observation | None, unite: str) -> str:
    """Return a value as it would be typed, and as a spreadsheet reads it."""
    if observation is None or observation.presence is Presence.NON_RENSEIGNE:
        return ""
    if observation.presence is Presence.NON_APPLICABLE:
        return "n/a"
    if unite == JALON:
        return format_nombre(observation.valeur, unite=JALON)
    if unite == "%" and observation.numerateur is not None and observation.denominateur is not None:
        terms = (observation.numerateur, observation.denominateur)
        return "/".join(_plain(term) for term in terms)
    return f"{_BORNES[observation.borne]}{_plain(observation.valeur)}"


def etat_en_mots(observation: Observation) -> str:
    """Return how far a value is to be trusted: « validée, provisoire »."""
    parts = [ETATS_VALEUR[observation.origine.etat].texte.lower()]
    if observation.presence is Presence.VALEUR:
        parts.append(CONSOLIDATIONS[observation.consolidation])
        if observation.consolidation is Consolidation.CONSOLIDE and observation.extraite_le:
            parts[-1] += f" (extraite le {format_date(observation.extraite_le)})"
    return ", ".join(parts)


def bulle(cellule: Cellule) -> str | None:
    """Return the tooltip: the reason of what was not stored, else the value and its state."""
    if cellule.invalide:
        keep = " Ctrl+Entrée la garde." if cellule.invalide.a_confirmer else ""
        return f"{cellule.invalide.raison}{keep}"
    observation, lines = cellule.observation, []
    if observation is not None:
        shown = libelles.valeur(cellule.indicateur, observation, libelles.Unite.ENTIERE)
        lines.append(f"{cellule.periode.libelle}{NBSP}: {shown}")
        lines.append(etat_en_mots(observation).capitalize())
        if observation.numerateur is not None and not cellule.calculee:
            top, bottom = observation.numerateur, observation.denominateur
            lines.append(f"{format_nombre(top)} sur {format_nombre(bottom)}")
        if cellule.calculee and observation.origine.source:
            lines.append(observation.origine.source)
        lines += [text for text in (observation.motif, observation.commentaire) if text]
    lines += [signalement.texte for signalement in cellule.signalements]
    if cellule.verrou:
        lines.append(cellule.verrou)
    return "\n".join(lines) or None


def dite(cellule: Cellule) -> str:
    """Return what a screen reader says of the cell."""
    what = f"{cellule.indicateur.chiffre}, {cellule.ou.replace(' · ', ', ')}"
    if cellule.invalide:
        word = "à confirmer" if cellule.invalide.a_confirmer else "à corriger"
        return f"{what}, {word}, {cellule.invalide.texte}, {cellule.invalide.raison}"
    observation = cellule.observation
    parts = [
        what,
        libelles.valeur(cellule.indicateur, observation, libelles.Unite.ENTIERE) or "vide",
    ]
    if observation is not None:
        parts.append(etat_en_mots(observation))
    if cellule.signalements:
        parts.append("signalée")
    if cellule.verrou:
        parts.append("verrouillée")
    return ", ".join(parts)


def _plain(valeur: Decimal | None) -> str:
    return f"{valeur:f}".replace(".", ",") if valeur is not None else ""
