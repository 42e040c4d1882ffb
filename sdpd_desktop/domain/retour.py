"""Campagnes and retours: what partners are asked for a period, and what came back."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.partenaire import Emetteur, Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.texte import NBSP


class EtatRetour(StrEnum):
    """Where a partner's return stands."""

    ATTENDU = "attendu"
    RELANCE = "relance"
    RECU = "recu"
    A_COMPLETER = "a_completer"
    VALIDE = "valide"
    ETAT_NEANT = "etat_neant"


ATTENDUS = frozenset({EtatRetour.ATTENDU, EtatRetour.RELANCE})
"""The states of a return that nothing came back of; « état néant » counts as received."""

REVALIDER = (
    f"Ce retour est «{NBSP}validé{NBSP}»{NBSP}: de nouvelles réponses le remettent à "
    f"«{NBSP}reçu{NBSP}», à valider de nouveau."
)


def etat_apres(
    avant: EtatRetour, *, neant: bool = False, change: bool = True, complet: bool = True
) -> EtatRetour:
    """Return the state that answers, once taken in, bring a return to.

    Args:
        avant: Its state before them.
        neant: They all say « état néant »: that takes back no answer given before, by another
            unit of the partner or another file.
        change: They store something: else what was judged valid is so still.
        complet: None of them was left aside.
    """
    if neant:
        silent = avant in ATTENDUS or avant is EtatRetour.ETAT_NEANT
        return EtatRetour.ETAT_NEANT if silent else avant
    if not complet:
        return EtatRetour.A_COMPLETER
    return avant if avant is EtatRetour.VALIDE and not change else EtatRetour.RECU


_MOVES = {
    EtatRetour.ATTENDU: (EtatRetour.RELANCE, EtatRetour.RECU, EtatRetour.ETAT_NEANT),
    EtatRetour.RELANCE: (
        EtatRetour.RELANCE, EtatRetour.RECU, EtatRetour.A_COMPLETER, EtatRetour.ETAT_NEANT,
        EtatRetour.ATTENDU,
    ),
    EtatRetour.RECU: (EtatRetour.A_COMPLETER, EtatRetour.VALIDE, EtatRetour.ATTENDU),
    EtatRetour.A_COMPLETER: (EtatRetour.RELANCE, EtatRetour.RECU, EtatRetour.VALIDE),
    EtatRetour.VALIDE: (EtatRetour.A_COMPLETER, EtatRetour.RECU),
    EtatRetour.ETAT_NEANT: (EtatRetour.VALIDE, EtatRetour.RECU, EtatRetour.ATTENDU),
}  # fmt: skip


@dataclass(frozen=True)
class EtapeRetour:
    """A state a return came to, and when.

    Attributes:
        emetteur: The unit of the partner whose answer brought it there, or "".
    """

    etat: EtatRetour
    le: dt.date
    emetteur: str = ""


@dataclass(frozen=True)
class LigneDemandee:
    """What a partner is asked to fill: a mesure, or an indicateur for a place and a zone.

    Attributes:
        territoire: "" for a mesure.
    """

    code: str
    territoire: str = ""
    zone: Zone = Zone.ENSEMBLE

    @property
    def est_mesure(self) -> bool:
        """Whether it is a mesure."""
        return not self.territoire

    @property
    def par_zone(self) -> bool:
        """Whether it is one zone alone."""
        return self.zone is not Zone.ENSEMBLE

    def __str__(self) -> str:
        return self.code if self.est_mesure else f"{self.code}|{self.territoire}|{self.zone.value}"

    @classmethod
    def parse(cls, text: str) -> "LigneDemandee":
        """Read what :meth:`__str__` wrote."""
        code, *place = text.split("|")
        return cls(code, place[0], Zone(place[1])) if place else cls(code)


@dataclass(frozen=True)
class RetourSummary:
    """One partner's return in a campagne.

    Attributes:
        etapes: Every state it came to, oldest first.
        demandes: What it is asked; empty for a return older than this list.
        mode: What becomes of several files of this partner; the campagne's unless it has its own.
        mode_propre: Whether the mode was chosen for this partner alone.
        emetteurs: The units of the partner that return a file of their own.
        recus: The émetteurs heard of so far.
        fichiers: How many files were taken in for it.
        saisi: Whether answers were typed on its behalf.
    """

    id: str
    campagne: str
    partenaire: str
    nom: str
    etat: EtatRetour
    etat_le: dt.date | None
    lignes: int
    etapes: tuple[EtapeRetour, ...] = ()
    demandes: tuple[LigneDemandee, ...] = ()
    mode: ModeRetour = ModeRetour.ADDITIONNES
    mode_propre: bool = False
    emetteurs: tuple[Emetteur, ...] = ()
    recus: tuple[str, ...] = ()
    fichiers: int = 0
    saisi: bool = False

    @property
    def possibles(self) -> tuple[EtatRetour, ...]:
        """The states it may be given by hand."""
        moves = _MOVES[self.etat]
        if not self.repondu:
            return moves
        return tuple(m for m in moves if m not in (EtatRetour.ATTENDU, EtatRetour.ETAT_NEANT))

    @property
    def repondu(self) -> bool:
        """Whether answers of it are stored."""
        return bool(self.fichiers or self.recus or self.saisi)

    @property
    def relances(self) -> int:
        """How many times the partner was reminded."""
        return sum(etape.etat is EtatRetour.RELANCE for etape in self.etapes)

    @property
    def non_recus(self) -> tuple[str, ...]:
        """The émetteurs whose file is still awaited."""
        return tuple(unit.nom for unit in self.emetteurs if unit.nom not in self.recus)

    def check_move(self, etat: EtatRetour, on: dt.date, today: dt.date) -> None:
        """Refuse a state that it cannot have next, or that day.

        Raises:
            ValidationError: Says why.
        """
        if etat not in self.possibles:
            raise ValidationError("etat", self._refusal(etat))
        if on > today:
            raise ValidationError("le", f"Le {format_date(on)} est dans le futur.")
        if self.etat_le is not None and on < self.etat_le:
            raise ValidationError(
                "le",
                f"Ce retour est « {ETATS_RETOUR[self.etat]} » depuis le "
                f"{format_date(self.etat_le)} : donnez une date qui ne vienne pas avant.",
            )

    def _refusal(self, etat: EtatRetour) -> str:
        now, wished = ETATS_RETOUR[self.etat], ETATS_RETOUR[etat]
        if etat is self.etat:
            return f"Le retour de {self.nom} est déjà « {now} »."
        if etat in _MOVES[self.etat]:
            return (
                f"{self.nom} a déjà donné des réponses : son retour ne peut pas être « {wished} ». "
                "Annulez d'abord l'import ou la saisie."
            )
        possible = ", ".join(f"« {ETATS_RETOUR[move]} »" for move in self.possibles)
        return (
            f"Un retour « {now} » ne peut pas devenir « {wished} ». États possibles : {possible}."
        )


ETATS_RETOUR = {
    EtatRetour.ATTENDU: "attendu",
    EtatRetour.RELANCE: "relancé",
    EtatRetour.RECU: "reçu",
    EtatRetour.A_COMPLETER: "à compléter",
    EtatRetour.VALIDE: "validé",
    EtatRetour.ETAT_NEANT: "état néant",
}


@dataclass(frozen=True)
class CampagneSummary:
    """A round of returns.

    Attributes:
        ouverte_le: The day whose partners were asked: successions since then do not count.
        sans_destinataire: Collectives asked that have neither member nor relay.
        close_le: The day it was closed: nothing is awaited of it any more. None while it runs.
        exclus: Codes of the partners that the plan proposes and the officer left out.
    """

    id: str
    code: str
    plan: str
    periode: Periode
    echeance: dt.date | None
    ouverte_le: dt.date
    retours: tuple[RetourSummary, ...]
    sans_destinataire: tuple[str, ...]
    mode: ModeRetour = ModeRetour.ADDITIONNES
    close_le: dt.date | None = None
    exclus: tuple[str, ...] = ()

    def attendus(self) -> tuple[RetourSummary, ...]:
        """Return the returns not received yet; none is awaited once the campagne is closed."""
        if self.close_le is not None:
            return ()
        return tuple(retour for retour in self.retours if retour.etat in ATTENDUS)

    def en_retard(self, on: dt.date) -> tuple[RetourSummary, ...]:
        """Return the returns that are due and not there, or not whole."""
        if self.close_le is not None or self.echeance is None or self.echeance >= on:
            return ()
        missing = ATTENDUS | {EtatRetour.A_COMPLETER}
        return tuple(retour for retour in self.retours if retour.etat in missing)


@dataclass(frozen=True)
class LigneCatalogue:
    """A line that can be asked, as a person reads it."""

    cle: LigneDemandee
    repere: str
    titre: str
    lieu: str


@dataclass(frozen=True)
class DestinataireDraft:
    """A partner and what it is asked, as proposed or as the officer chose.

    Attributes:
        retenu: Whether it is asked at all.
        ajoute: The plan proposes it nothing: the officer added it.
        mode: None for that of the campagne.
        retour: Id of its return when the campagne has one already, else "".
        fige: It has answered: it cannot be left out any more.
        pour: Names of those it answers for, beside itself.
    """

    partenaire: str
    nom: str
    demandes: tuple[LigneDemandee, ...]
    retenu: bool = True
    ajoute: bool = False
    mode: ModeRetour | None = None
    retour: str = ""
    fige: bool = False
    pour: tuple[str, ...] = ()


@dataclass(frozen=True)
class CampagneDraft:
    """A campagne to open or to change.

    Attributes:
        catalogue: Every line of the plan that can be asked of anybody.
        autres: Code and name of the partners that are not proposed and could be added.
        exclus: Codes of those proposed that the officer left out before.
        id: "" for one that is not open yet.
    """

    plan: str
    periode: Periode
    echeance: dt.date | None
    mode: ModeRetour
    destinataires: tuple[DestinataireDraft, ...]
    catalogue: tuple[LigneCatalogue, ...] = ()
    autres: tuple[tuple[str, str], ...] = ()
    sans_destinataire: tuple[str, ...] = ()
    id: str = ""
    exclus: tuple[str, ...] = ()

    def check(self) -> None:
        """Refuse a campagne that asks nothing.

        Raises:
            ValidationError: Says of whom.
        """
        kept = [one for one in self.destinataires if one.retenu]
        if not kept:
            raise ValidationError(
                "destinataires",
                "Aucun partenaire n'est retenu : cochez ceux qui doivent répondre.",
            )
        empty = [one.nom for one in kept if not one.demandes]
        if empty:
            raise ValidationError(
                "demandes",
                f"Rien n'est demandé à {', '.join(empty)} : cochez ce qui doit être rempli, ou "
                "retirez ce partenaire.",
            )


@dataclass(frozen=True)
class LigneMesure:
    """A row of the « Actions » sheet of a return workbook.

    Attributes:
        id: Identity of the mesure, kept in a hidden column.
    """

    id: str
    code: str
    action: str
    titre: str
    role: str
    echeance: dt.date | None
    statut: Statut
    fait_le: dt.date | None
    note: str


@dataclass(frozen=True)
class LigneIndicateur:
    """A row of the « Indicateurs » sheet of a return workbook.

    Attributes:
        id: Identity of the indicateur, kept in a hidden column.
        precedente: Value of the period before, as text with its period.
        cible: The target, as text.
        actuelle: Value already stored for this period, territory and zone.
    """

    id: str
    code: str
    reference: str
    titre: str
    unite: str
    decimales: int
    minimum: Decimal | None
    maximum: Decimal | None
    territoire: str
    territoire_nom: str
    zone: Zone
    precedente: str
    cible: str
    actuelle: Decimal | None
    nature: str


@dataclass(frozen=True)
class RetourContenu:
    """Everything a return workbook carries for one partner.

    Attributes:
        retour: Identity of the retour, kept with the campagne's in a hidden sheet.
        nom_fichier: Suggested file name, without folder.
        emetteur: The unit of the partner this workbook is for, or "".
    """

    retour: str
    campagne: str
    plan: str
    plan_titre: str
    periode: Periode
    echeance: dt.date | None
    bureau: str
    partenaire: str
    partenaire_nom: str
    edite_le: dt.date
    mesures: tuple[LigneMesure, ...]
    indicateurs: tuple[LigneIndicateur, ...]
    nom_fichier: str
    emetteur: str = ""
