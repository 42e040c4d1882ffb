"""The value grid: any two of indicator, territory, zone and period, and what is typed there."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.cloture import Cloture, verrou
from sdpd_desktop.domain.indicateur import Indicateur, Observation, SuiviIndicateur
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, TypePeriode
from sdpd_desktop.domain.signalement import Signalement

Cle = tuple[str, Periode, str, Zone]
"""What a value is about: code of the indicator, period, code of the territory, zone."""


class Axe(StrEnum):
    """What the rows or the columns of a grid are, in the order of a :data:`Cle`."""

    INDICATEUR = "indicateur"
    PERIODE = "periode"
    TERRITOIRE = "territoire"
    ZONE = "zone"


@dataclass(frozen=True)
class VueGrille:
    """Which grid is wanted.

    Attributes:
        lignes: What the rows are; ``colonnes`` is another axis.
        annee_debut: First year of the periods; with the last one, at most thirty.
        indicateur: Code of the only indicator, where no axis is made of them; "" the first.
        periode: Code of the only period, likewise; "" or one left out: the last that is over.
        territoire: Code of the only territory, likewise; "" the plan's own.
        zone: The only zone, likewise.
    """

    type_periode: TypePeriode
    annee_debut: int
    annee_fin: int
    lignes: Axe = Axe.INDICATEUR
    colonnes: Axe = Axe.PERIODE
    indicateur: str = ""
    periode: str = ""
    territoire: str = ""
    zone: Zone = Zone.ENSEMBLE


@dataclass(frozen=True)
class Repere:
    """What a row or a column is.

    Attributes:
        part: Its part of a :data:`Cle`.
        court: Its name in a heading; ``libelle`` in full.
    """

    axe: Axe
    part: str | Periode | Zone
    court: str
    libelle: str

    def dans(self, cle: Cle) -> Cle:
        """Return the key with this part in its place."""
        match self.part:
            case Zone():
                return (cle[0], cle[1], cle[2], self.part)
            case Periode():
                return (cle[0], self.part, cle[2], cle[3])
        if self.axe is Axe.INDICATEUR:
            return (self.part, cle[1], cle[2], cle[3])
        return (cle[0], cle[1], self.part, cle[3])


@dataclass(frozen=True)
class Grille:
    """Rows by columns, and the values known of their cells.

    Attributes:
        fixe: The parts of the key that no axis gives; the others are of no meaning.
        ici: Code of the plan's own territory.
        suivis: The indicators shown, with their latest value there, by code.
        valeurs: Stored and computed values, by key.
        signalements: What stands out in some of them.
        clotures: Locks that hold on some of the periods.
        periodes: Every period of the years asked for, whether they make an axis or not.
        territoires: (code, name) of every territory that could make an axis, the plan's first.
        numero: Number of the last changement when it was read.
        partielle: Only what changed was read: ``suivis`` and ``valeurs`` hold the indicators
            touched and those computed from them.
    """

    plan: str
    vue: VueGrille
    lignes: tuple[Repere, ...]
    colonnes: tuple[Repere, ...]
    fixe: Cle
    ici: str
    suivis: Mapping[str, SuiviIndicateur]
    valeurs: Mapping[Cle, Observation]
    signalements: Mapping[Cle, tuple[Signalement, ...]]
    clotures: tuple[Cloture, ...]
    periodes: tuple[Periode, ...]
    territoires: tuple[tuple[str, str], ...]
    numero: int
    partielle: bool = False

    def cle(self, ligne: Repere, colonne: Repere) -> Cle:
        """Return what the cell of a row and a column is about."""
        return colonne.dans(ligne.dans(self.fixe))

    def cloture(self, periode: Periode) -> Cloture | None:
        """Return the lock that holds on the values of a period."""
        return verrou(self.clotures, periode)


@dataclass(frozen=True)
class SaisieCellule:
    """A text typed or pasted into a cell; ``territoire`` "" is the plan's own."""

    indicateur: str
    periode: Periode
    texte: str
    territoire: str = ""
    zone: Zone = Zone.ENSEMBLE


@dataclass(frozen=True)
class ResultatSaisie:
    """What became of a typed text: a value, or the reason why it was not stored.

    Attributes:
        a_confirmer: The text can be read but stands out: the same, confirmed, is stored.
    """

    saisie: SaisieCellule
    observation: Observation | None
    raison: str
    a_confirmer: bool = False


def reperes_periodes(periodes: Sequence[Periode]) -> tuple[Repere, ...]:
    """Return the headings of periods."""
    return tuple(Repere(Axe.PERIODE, p, p.court, p.libelle) for p in periodes)


def reperes_indicateurs(indicateurs: Sequence[Indicateur]) -> tuple[Repere, ...]:
    """Return the headings of indicators."""
    return tuple(Repere(Axe.INDICATEUR, i.code, i.chiffre, i.titre) for i in indicateurs)


def periode_retenue(periodes: Sequence[Periode], code: str, today: dt.date) -> Periode:
    """Return the period of that code, else the last one that is over, else the first."""
    found = [p for p in periodes if p.code == code] or [p for p in periodes if p.fin < today]
    return found[-1] if found else periodes[0]


def touches(indicateurs: Sequence[Indicateur], codes: Collection[str]) -> set[str]:
    """Return those indicators and all that are computed from them, directly or not."""
    found = set(codes)
    while more := {
        indicateur.code
        for indicateur in indicateurs
        if indicateur.code not in found and found & _operandes(indicateur)
    }:
        found |= more
    return found


def necessaires(indicateurs: Sequence[Indicateur], codes: Collection[str]) -> set[str]:
    """Return those indicators and all that their formulas read, directly or not."""
    known = {indicateur.code: indicateur for indicateur in indicateurs}
    found = {code for code in codes if code in known}
    while more := set().union(*(_operandes(known[code]) for code in found)) & set(known) - found:
        found |= more
    return found


def _operandes(indicateur: Indicateur) -> set[str]:
    formule = indicateur.formule
    return {operande.indicateur for operande in formule.operandes} if formule else set()
