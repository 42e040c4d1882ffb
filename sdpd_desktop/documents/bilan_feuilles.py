"""Rows of the bilan's workbook: real numbers and dates, in the order of the PDF."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sdpd_desktop.documents import bilan_contenu as contenu
from sdpd_desktop.documents import libelles
from sdpd_desktop.domain.bilan import Bilan, BilanLigneIndicateur
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.nombre import lire_nombre
from sdpd_desktop.domain.plan import ActionDetails, ObjectifDetails, Statut, is_late
from sdpd_desktop.domain.taux import valeur_cible

Valeur = str | int | float | Decimal | dt.date | None
TEXTE, ENTIER, NOMBRE, ANNEE, DATE = "@", "#,##0", "#,##0.##", "0", "dd/mm/yyyy"
EUROS, POURCENT, VARIATION = '#,##0 "€"', "0.00%", "+#,##0.##;-#,##0.##;0"
VARIATION_POURCENT = "+0.0%;-0.0%;0.0%"


@dataclass(frozen=True)
class Colonne:
    """A column: title, width in characters, number format."""

    titre: str
    largeur: int
    format: str = TEXTE


@dataclass(frozen=True)
class Feuille:
    """A sheet with one header row and its rows."""

    nom: str
    colonnes: tuple[Colonne, ...]
    rangees: tuple[tuple[Valeur, ...], ...]


def feuilles(bilan: Bilan) -> Iterator[Feuille]:
    """Yield a sheet for each part asked for, in order."""
    for name in contenu.sections(bilan):
        yield _FEUILLES[name](bilan)


def synthese(bilan: Bilan) -> list[tuple[str, Valeur, str]]:
    """Return (label, value, format) of the first sheet: filters, then key figures."""
    done = bilan.avancement
    rows: list[tuple[str, Valeur, str]] = [
        (line.libelle, line.valeur, TEXTE) for line in contenu.filtres(bilan)
    ]
    return [
        *rows,
        ("", None, TEXTE),
        ("Mesures réalisées", done.faites, ENTIER),
        ("Mesures suivies (hors abandons)", done.total, ENTIER),
        ("Part réalisée", done.part, POURCENT),
        ("Actions", bilan.actions, ENTIER),
        ("Actions chiffrées", bilan.chiffrees, ENTIER),
        ("Échéances dépassées", contenu.en_retard(bilan), ENTIER),
        ("Conventions liées au plan", len(bilan.conventions), ENTIER),
        ("Couverture", contenu.couverture(bilan), TEXTE),
    ]


def _objectifs(bilan: Bilan) -> Feuille:
    axes = {o.code: axe.code for axe in bilan.plan.axes for o in axe.objectifs}
    columns = (
        Colonne("Axe", 8),
        Colonne("Code", 8),
        Colonne("Objectif", 60),
        Colonne("Actions", 10, ENTIER),
        *(Colonne(libelles.STATUTS[status].capitalize(), 11, ENTIER) for status in Statut),
        Colonne("Mesures réalisées", 11, ENTIER),
        Colonne("Mesures suivies", 11, ENTIER),
        Colonne("Part réalisée", 11, POURCENT),
        Colonne("Actions en retard", 10, ENTIER),
    )
    rows: list[tuple[Valeur, ...]] = [
        (
            axes.get(line.code, ""),
            line.code,
            line.titre,
            line.actions,
            *contenu.statuts(line).values(),
            line.avancement.faites,
            line.avancement.total,
            line.avancement.part,
            line.en_retard,
        )
        for line in bilan.objectifs
    ]
    return Feuille("Objectifs", columns, tuple(rows))


def _indicateurs(bilan: Bilan) -> Feuille:
    columns = (
        Colonne("Chiffre", 10),
        Colonne("Code", 12),
        Colonne("Indicateur", 40),
        Colonne("Unité", 12),
        Colonne(bilan.periode.annee_precedente().court, 12, NOMBRE),
        Colonne(bilan.periode.court, 12, NOMBRE),
        Colonne("Variation", 12, VARIATION),
        Colonne("Variation en %", 12, VARIATION_POURCENT),
        Colonne("Cible", 20),
        Colonne("Valeur visée", 12, NOMBRE),
        Colonne("Échéance de la cible", 13, DATE),
        Colonne("Taux", 12, POURCENT),
        Colonne("Source", 12),
        Colonne("Remarque", 46),
    )
    return Feuille(
        "Indicateurs", columns, tuple(_indicateur_row(line) for line in bilan.indicateurs)
    )


def _indicateur_row(line: BilanLigneIndicateur) -> tuple[Valeur, ...]:
    indicateur, rate = line.suivi.indicateur, line.suivi.taux
    before, after = nombre(line.avant, indicateur.unite), nombre(line.valeur, indicateur.unite)
    change: Valeur = None
    percent: Valeur = None
    if line.variation and isinstance(before, Decimal) and isinstance(after, Decimal):
        change = after - before
        percent = float(change / abs(before)) if before else None
    return (
        indicateur.reference,
        indicateur.code,
        indicateur.titre,
        indicateur.unite,
        before,
        after,
        change,
        percent,
        line.cible,
        valeur_cible(indicateur, rate.cible) if rate.cible else None,
        rate.cible.echeance if rate.cible else None,
        float(rate.part) if rate.part is not None else line.taux,
        indicateur.source,
        line.remarque,
    )


def nombre(texte: str, unite: str) -> Decimal | str | None:
    """Return the number that a printed value says, the text when it says more, None when empty."""
    bare = texte.strip().removesuffix(unite).strip() if unite else texte.strip()
    if not bare or bare == libelles.ABSENT:
        return None
    try:
        return lire_nombre(bare)
    except ValidationError:
        return texte


def _echeances(bilan: Bilan) -> Feuille:
    columns = (
        Colonne("Échéance", 12, DATE),
        Colonne("Interprétation", 20),
        Colonne("Code", 12),
        Colonne("Action ou mesure", 60),
        Colonne("Responsables", 40),
        Colonne("Jours de retard", 10, ENTIER),
        Colonne("État", 24),
    )
    rows: list[tuple[Valeur, ...]] = [
        (
            item.echeance,
            item.interpretee,
            item.code,
            item.titre,
            contenu.porteurs(item, bilan),
            max(0, (bilan.arrete_le - item.echeance).days),
            contenu.retard(item, bilan),
        )
        for item in bilan.echeances
    ]
    return Feuille("Échéances", columns, tuple(rows))


def _conventions(bilan: Bilan) -> Feuille:
    columns = (
        Colonne("Code", 14),
        Colonne("Convention", 50),
        Colonne("Nature", 30),
        Colonne("Territoire", 24),
        Colonne("Parties", 50),
        Colonne("État", 14),
        Colonne("Depuis le", 12, DATE),
        Colonne("Fin", 12, DATE),
    )
    rows: list[tuple[Valeur, ...]] = [
        (
            convention.code,
            convention.titre,
            libelles.NATURES[convention.nature],
            convention.territoire,
            convention.parties,
            libelles.ETATS_CONVENTION[convention.etat],
            convention.etat_le,
            convention.fin,
        )
        for convention in bilan.conventions
    ]
    return Feuille("Conventions", columns, tuple(rows))


def _financements(bilan: Bilan) -> Feuille:
    columns = (
        Colonne("Objet", 14),
        Colonne("Source", 40),
        Colonne("De", 8, ANNEE),
        Colonne("À", 8, ANNEE),
        Colonne("Prévu", 14, EUROS),
        Colonne("Engagé", 14, EUROS),
        Colonne("Payé", 14, EUROS),
        Colonne("Remarque", 50),
    )
    rows: list[tuple[Valeur, ...]] = [
        (
            code,
            money.source,
            money.annee,
            money.annee_fin,
            money.prevu,
            money.engage,
            money.paye,
            money.remarque,
        )
        for code, money in contenu.financements(bilan)
    ]
    return Feuille("Financements", columns, tuple(rows))


def _remarques(bilan: Bilan) -> Feuille:
    columns = (Colonne("Objet", 16), Colonne("Remarque", 100), Colonne("Source", 24))
    rows = tuple((r.objet, r.texte, r.source) for r in contenu.remarques(bilan))
    return Feuille("Remarques", columns, rows)


def _actions(bilan: Bilan) -> Feuille:
    columns = (
        Colonne("Axe", 8),
        Colonne("Objectif", 10),
        Colonne("Code", 12),
        Colonne("Niveau", 9),
        Colonne("Titre", 50),
        Colonne("Responsables", 28),
        Colonne("Statut", 13),
        Colonne("Fait le", 12, DATE),
        Colonne("Échéance", 12, DATE),
        Colonne("En retard", 10),
        Colonne("Mesures réalisées", 11, ENTIER),
        Colonne("Mesures suivies", 11, ENTIER),
        Colonne("Note", 36),
    )
    rows = [
        row
        for axe in bilan.plan.axes
        for objectif in axe.objectifs
        for action in objectif.actions
        for row in _action_rows(bilan, axe.code, objectif, action)
    ]
    return Feuille("Actions", columns, tuple(rows))


def _action_rows(
    bilan: Bilan, axe: str, objectif: ObjectifDetails, action: ActionDetails
) -> Iterator[tuple[Valeur, ...]]:
    bodies = contenu.responsables(action)
    yield (
        axe,
        objectif.code,
        action.code,
        "Action",
        action.titre,
        bodies,
        libelles.STATUTS[action.statut],
        None,
        action.echeance,
        _yes(is_late(action.echeance, action.statut, bilan.arrete_le)),
        action.avancement.faites,
        action.avancement.total,
        action.note,
    )
    for mesure in action.mesures:
        yield (
            axe,
            objectif.code,
            mesure.code,
            "Mesure",
            mesure.titre,
            bodies,
            libelles.STATUTS[mesure.statut],
            mesure.fait_le,
            mesure.echeance,
            _yes(is_late(mesure.echeance, mesure.statut, bilan.arrete_le)),
            None,
            None,
            mesure.note,
        )


def _yes(late: bool) -> str:
    return "oui" if late else ""


_FEUILLES: dict[str, Callable[[Bilan], Feuille]] = {
    "objectifs": _objectifs,
    "indicateurs": _indicateurs,
    "echeances": _echeances,
    "conventions": _conventions,
    "financements": _financements,
    "remarques": _remarques,
    "actions": _actions,
}
