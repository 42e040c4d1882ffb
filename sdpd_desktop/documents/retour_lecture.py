"""Reads our return workbooks back, however they were sorted, moved, renamed or saved."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille
from sdpd_desktop.documents.preflight import refusal
from sdpd_desktop.documents.retour_modele import (
    CLE_IDENTITE,
    COMMENT_REMPLIR,
    FEUILLE_IDENTITE,
    HORS_LIGNES,
    INDICATEUR,
    MARQUE,
    MARQUE_LIGNE,
    MESURE,
    PROPRIETE,
    SAISIES,
    VERSION,
    Identite,
)
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.importation import RetourLu, SaisieRetour
from sdpd_desktop.domain.nombre import ETAT_NEANT
from sdpd_desktop.domain.texte import NBSP, mots_cles

_PREFIX = "sdpd:"
_MARKS = (_PREFIX, f"{MARQUE}|")
_COMMON = "sdpd"
_MOST_NAMED = 5
_NEANT = frozenset({"neant", ETAT_NEANT})
_TYPED = frozenset(name for names in SAISIES.values() for name in names)


def read(
    path: Path,
    lecteur: LecteurClasseurs | None = None,
    cancel: threading.Event | None = None,
) -> RetourLu:
    """Read one of our return workbooks.

    Args:
        path: The file as received.
        lecteur: Serves many files with one child process; without it one is started and ended.
        cancel: Set from another thread, stops the reading.

    Raises:
        UserError: It is no workbook, not a return of ours, or reading it was cancelled.
    """
    if lecteur is None:
        with LecteurClasseurs() as alone:
            return interpret(alone.read(path, cancel))
    return interpret(lecteur.read(path, cancel))


def est_retour(classeur: Classeur) -> bool:
    """Tell whether a workbook bears the marks of one of our returns, whole or not."""
    return PROPRIETE in classeur.proprietes or any(
        brut.lstrip().startswith(_MARKS)
        for feuille in classeur.feuilles
        for rangee in feuille.rangees
        for brut in [one for one in rangee.brut if isinstance(one, str) and _COMMON in one]
    )


def interpret(classeur: Classeur) -> RetourLu:
    """Find the identity and the filled rows in the cells of a workbook.

    Raises:
        UserError: It is not a return of ours, or of a newer model.
    """
    tables = [table for feuille in classeur.feuilles for table in _tables(feuille)]
    identite = _identite(classeur, tables)
    if identite is None:
        raise refusal(
            classeur.nom,
            "ce n'est pas un retour préparé par cette application (ses repères manquent). "
            "Demandez au partenaire de remplir le classeur qui lui a été envoyé, ou reportez ses "
            "valeurs dans un retour préparé de nouveau.",
        )
    if identite.version > VERSION:
        raise refusal(
            classeur.nom,
            "il a été préparé par une version plus récente de l'application. Mettez "
            "l'application à jour, puis importez-le de nouveau.",
        )
    if not tables:
        raise refusal(
            classeur.nom,
            "c'est bien un retour, mais la ligne masquée qui nomme ses colonnes a été "
            "supprimée. Recopiez les réponses dans un retour préparé de nouveau.",
        )
    reading = _Reading(identite)
    for table in tables:
        reading.take(table)
    reading.note_other_sheets(classeur.feuilles, tables)
    return RetourLu(
        nom=classeur.nom,
        empreinte=classeur.empreinte,
        taille=classeur.taille,
        retour=identite.retour,
        campagne=identite.campagne,
        partenaire=identite.partenaire,
        periode=identite.periode,
        saisies=tuple(reading.saisies),
        avertissements=(*classeur.remarques, *reading.avertissements),
        emetteur=identite.emetteur,
        neant=_neant(classeur),
    )


@dataclass(frozen=True)
class _Table:
    """A sheet that holds a key row.

    Attributes:
        colonnes: Column name by column number.
        lignes: Cells of each row but the key row, by row then column.
    """

    feuille: Feuille
    colonnes: dict[int, str]
    lignes: dict[int, dict[int, Cellule]]

    def text(self, ligne: int, nom: str) -> str:
        """Return the text of a named column in a row, "" without one."""
        cells = self.lignes[ligne]
        found = (cells.get(place) for place, name in self.colonnes.items() if name == nom)
        return next((cell.texte.strip() for cell in found if cell), "")


def _tables(feuille: Feuille) -> Iterable[_Table]:
    for key in feuille.rangees:
        names = {
            place: brut.strip().removeprefix(_PREFIX)
            for place, brut in zip(key.places, key.brut, strict=True)
            if isinstance(brut, str) and brut.lstrip().startswith(_PREFIX)
        }
        if "cle" in names.values():
            others = {
                rangee.numero: {cell.colonne: cell for cell in feuille.cellules_de(rangee)}
                for rangee in feuille.rangees
                if rangee is not key
            }
            yield _Table(feuille, names, others)
            return


def _identite(classeur: Classeur, tables: list[_Table]) -> Identite | None:
    for feuille in classeur.feuilles:
        texts = (brut for row in feuille.rangees for brut in row.brut if isinstance(brut, str))
        for text, following in pairwise(texts):
            if text == CLE_IDENTITE:
                found = Identite.parse(following)
                if found is not None:
                    return found
    found = Identite.parse(classeur.proprietes.get(PROPRIETE, ""))
    if found is not None:
        return found
    for table in tables:
        for ligne in table.lignes:
            found = Identite.parse(table.text(ligne, "identite"))
            if found is not None:
                return found
    return None


@dataclass
class _Reading:
    """Collects the rows of a return and what must be said about them."""

    identite: Identite
    saisies: list[SaisieRetour] = field(default_factory=list)
    avertissements: list[str] = field(default_factory=list)

    def take(self, table: _Table) -> None:
        """Read every row of a sheet."""
        hidden: list[int] = []
        strays: list[Cellule] = []
        merged = table.feuille.fusions
        for ligne, cells in table.lignes.items():
            saisie = self._row(table, ligne, cells)
            if saisie is None:
                continue
            self.saisies.append(saisie)
            if ligne in table.feuille.lignes_masquees and saisie.colonnes:
                hidden.append(ligne)
            strays += [cell for place, cell in cells.items() if place not in table.colonnes]
        nom = table.feuille.nom
        if hidden:
            rows = _enumerate(str(ligne) for ligne in hidden)
            self._say(f"Feuille «{NBSP}{nom}{NBSP}»{NBSP}: lignes masquées lues aussi ({rows}).")
        if strays:
            cells_text = _enumerate(
                f"{cell.adresse} «{NBSP}{_short(cell)}{NBSP}»" for cell in strays
            )
            self._say(
                f"Feuille «{NBSP}{nom}{NBSP}»{NBSP}: cellules hors des colonnes du retour, non "
                f"reprises ({cells_text})."
            )
        if merged:
            self._say(
                f"Feuille «{NBSP}{nom}{NBSP}»{NBSP}: cellules fusionnées ({_enumerate(merged)}). "
                "Seule la première de chaque groupe porte une valeur. Vérifiez les autres lignes."
            )

    def _row(self, table: _Table, ligne: int, cells: dict[int, Cellule]) -> SaisieRetour | None:
        if table.text(ligne, MARQUE_LIGNE) == HORS_LIGNES:
            return None
        own = Identite.parse(table.text(ligne, "identite"))
        cle, nature = table.text(ligne, "cle"), table.text(ligne, "nature")
        if not cle or nature not in (MESURE, INDICATEUR) or own is None:
            self._lost(table, ligne, cells, "n'est rattachée à aucune ligne du retour envoyé")
            return None
        if own != self.identite:
            self._lost(table, ligne, cells, f"vient du retour d'un autre envoi ({own.partenaire})")
            return None
        if table.text(ligne, "repere") != table.text(ligne, "affiche"):
            self._lost(
                table,
                ligne,
                cells,
                "ne porte plus le code d'origine, sans doute après un tri partiel",
            )
            return None
        wanted = SAISIES[nature]
        filled = tuple(
            (nom, cells[place])
            for place, nom in sorted(table.colonnes.items())
            if nom in wanted and place in cells and _is_filled(cells[place])
        )
        return SaisieRetour(
            nature=nature,
            cle=cle,
            code=table.text(ligne, "code"),
            territoire=table.text(ligne, "territoire"),
            zone=table.text(ligne, "zone"),
            ligne=ligne,
            feuille=table.feuille.nom,
            colonnes=filled,
        )

    def _lost(self, table: _Table, ligne: int, cells: dict[int, Cellule], why: str) -> None:
        # In a row that we wrote, only what was typed can be lost.
        ours = Identite.parse(table.text(ligne, "identite")) is not None
        shown = [
            cell
            for place, cell in cells.items()
            if _is_filled(cell) and (not ours or table.colonnes.get(place) in _TYPED)
        ]
        if shown:
            texts = _enumerate(f"{cell.adresse} «{NBSP}{_short(cell)}{NBSP}»" for cell in shown)
            self._say(
                f"Feuille «{NBSP}{table.feuille.nom}{NBSP}», ligne {ligne}{NBSP}: elle {why}"
                f"{NBSP}; non reprise ({texts}). Reportez-la à la main si elle compte."
            )

    def note_other_sheets(self, feuilles: Iterable[Feuille], tables: list[_Table]) -> None:
        """Say which filled sheets were not read."""
        known = {table.feuille.nom for table in tables} | {FEUILLE_IDENTITE}
        for feuille in feuilles:
            if feuille.nom in known or _is_readme(feuille) or not feuille.rangees:
                continue
            count = sum(1 for _ in feuille.cellules)
            plural = "s" if count > 1 else ""
            self._say(
                f"Feuille «{NBSP}{feuille.nom}{NBSP}»{NBSP}: elle n'est pas du retour envoyé, "
                f"{count} cellule{plural} non reprise{plural}."
            )

    def _say(self, text: str) -> None:
        self.avertissements.append(text)


def _is_filled(cell: Cellule) -> bool:
    return bool(cell.texte.strip()) or cell.formule_sans_resultat


def _is_readme(feuille: Feuille) -> bool:
    return any(cell.texte == COMMENT_REMPLIR for cell in feuille.cellules)


def _neant(classeur: Classeur) -> str:
    """Return where « Lisez-moi » says « état néant », "" when it does not."""
    for feuille in filter(_is_readme, classeur.feuilles):
        for cell in feuille.cellules:
            if mots_cles(cell.texte) in _NEANT:
                return cell.lieu
    return ""


def _short(cell: Cellule) -> str:
    text = cell.texte.strip() or "formule sans résultat"
    return text if len(text) <= 40 else text[:39] + "…"


def _enumerate(texts: Iterable[str]) -> str:
    found = list(texts)
    rest = len(found) - _MOST_NAMED
    shown = ", ".join(found[:_MOST_NAMED])
    return f"{shown} et {rest} de plus" if rest > 0 else shown
