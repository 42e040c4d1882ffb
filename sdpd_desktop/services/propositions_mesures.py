"""Compares what a partner says of its mesures with what is stored."""

import datetime as dt
import difflib
from collections.abc import Iterator

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.importation import (
    Ligne,
    RetourLu,
    SaisieRetour,
    StatutPropose,
    Verdict,
)
from sdpd_desktop.domain.journal import ChangementSummary, SourceChangement
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import MesureDetails, Statut, parse_statut
from sdpd_desktop.domain.retour import CampagneSummary, RetourSummary
from sdpd_desktop.domain.texte import insecable, quote, search_key
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.lignes import Demandees, check_readable, jour, rejected
from sdpd_desktop.services.plan_lu import PlanLu

_NEAR = 0.8


class ComparaisonMesures:
    """Makes the lines of the rows about mesures of the file ``source``."""

    def __init__(
        self,
        work: UnitOfWork,
        lu: PlanLu,
        campagne: CampagneSummary,
        retour: RetourSummary,
        source: RetourLu,
    ) -> None:
        self._work, self._lu = work, lu
        self._saved, self._emetteur = source.enregistre_le, source.emetteur
        self._campagne, self._retour = campagne, retour
        self._fin = campagne.periode.fin
        self._asked = Demandees(campagne, retour, lu)

    def lignes(self, saisie: SaisieRetour) -> Iterator[Ligne]:
        """Yield the line of a row, or one for each of its errors."""
        mesure = self._lu.mesures.get(saisie.cle)
        if mesure is None:
            yield rejected(
                saisie, saisie.colonnes[0][1], saisie.code, "", "statut",
                "Cette mesure n'existe plus dans le plan.", "Préparez un nouveau retour.",
            )  # fmt: skip
            return
        errors: list[Ligne] = []
        statut = self._statut(mesure, saisie, errors)
        fait_le = self._date(mesure, saisie, errors)
        note = _note(mesure, saisie, errors)
        yield from errors
        if errors:
            return
        question = ""
        if statut is None and fait_le is not None and mesure.statut is not Statut.REALISEE:
            statut, question = Statut.REALISEE, "Une date est donnée sans statut : réalisée ?"
        statut = statut or mesure.statut
        if fait_le is None:
            fait_le = mesure.fait_le if statut is mesure.statut else None
        if statut is Statut.REALISEE and fait_le is None:
            fait_le = min(self._fin, self._lu.today)
            question = f"Date de réalisation absente : {format_date(fait_le)} sera retenu ?"
        effet = StatutPropose(mesure.code, mesure.version, statut, fait_le, note)
        if (statut, fait_le, note) != (mesure.statut, mesure.fait_le, mesure.note):
            question = (
                question
                or self._asked.of_mesure(mesure)
                or self._doubt(mesure)
                or _undone(mesure, statut)
            )
        yield _line(mesure, effet, saisie, question)

    def _doubt(self, mesure: MesureDetails) -> str:
        """Return why a change of what is stored needs a person, "" when it does not."""
        numero = self._work.provenances.holding("mesure", mesure.id) if mesure.version > 1 else None
        if numero is None:
            return ""
        done = self._work.journal.resume(numero)
        given = self._work.provenances.importation(numero)
        if given is None:
            return self._typed_since(done) if done.source is SourceChangement.MAIN else ""
        if given.partenaire_code != self._retour.partenaire:
            who = self._lu.partenaires.get(given.partenaire_code)
            nom = who.nom if who else given.partenaire_code
            return _given_otherwise(nom)
        unit = self._work.provenances.emetteur(numero)
        if unit and unit != self._emetteur:
            return _given_otherwise(unit)
        before, saved = given.enregistre_le, self._saved
        if before and saved and saved < before:
            return (
                f"La réponse en base vient d'un classeur plus récent ({quote(given.nom)}, "
                f"enregistré le {jour(before)} ; celui-ci le {jour(saved)}) : la remplacer ?"
            )
        return ""

    def _typed_since(self, done: ChangementSummary) -> str:
        """Say that a person changed it since the file was saved, or since it left."""
        when, saved = done.instant.astimezone(), self._saved
        if saved and when <= saved:
            return ""
        if not saved and when.date() < self._campagne.ouverte_le:
            return ""
        later = f", après l'enregistrement de ce classeur ({jour(saved)})" if saved else ""
        return (
            f"Une autre réponse a été saisie par {done.auteur} le {jour(when)}{later} : "
            "la remplacer ?"
        )

    def _statut(
        self, mesure: MesureDetails, saisie: SaisieRetour, errors: list[Ligne]
    ) -> Statut | None:
        cell = saisie.cellule("statut")
        if cell is None:
            return None
        try:
            check_readable(cell)
            return parse_statut(cell.texte)
        except UserError as error:
            errors.append(
                rejected(saisie, cell, mesure.code, mesure.titre, "statut", str(error),
                         "Choisissez un statut dans la liste.", _statut_meant(cell.texte))
            )  # fmt: skip
            return None

    def _date(
        self, mesure: MesureDetails, saisie: SaisieRetour, errors: list[Ligne]
    ) -> dt.date | None:
        cell = saisie.cellule("fait_le")
        if cell is None:
            return None
        try:
            check_readable(cell)
            found = _date_of(cell)
            if found > self._lu.today:
                raise ValidationError("fait_le", f"La date {format_date(found)} est dans le futur.")
        except UserError as error:
            errors.append(
                rejected(saisie, cell, mesure.code, mesure.titre, "fait_le", str(error),
                         "Écrivez la date sous la forme 31/05/2022.",
                         _date_meant(cell.texte, self._lu.today))
            )  # fmt: skip
            return None
        return found


def _note(mesure: MesureDetails, saisie: SaisieRetour, errors: list[Ligne]) -> str:
    cell = saisie.cellule("note")
    if cell is None:
        return mesure.note
    try:
        check_readable(cell)
    except UserError as error:
        errors.append(
            rejected(saisie, cell, mesure.code, mesure.titre, "note", str(error),
                     "Écrivez l'observation en toutes lettres.")
        )  # fmt: skip
    return cell.texte.strip()


def _undone(mesure: MesureDetails, statut: Statut) -> str:
    """Return what to ask of a mesure that was done and would no longer be."""
    if mesure.statut is not Statut.REALISEE or statut is Statut.REALISEE:
        return ""
    since = f" le {format_date(mesure.fait_le)}" if mesure.fait_le else ""
    word = libelles.STATUTS[statut]
    return f"Cette mesure était réalisée{since} : la remettre {quote(word)} ?"


def _given_otherwise(nom: str) -> str:
    return f"{nom} a donné une autre réponse : la remplacer ?"


def _line(
    mesure: MesureDetails, effet: StatutPropose, saisie: SaisieRetour, question: str
) -> Ligne:
    cells = [cell for _name, cell in saisie.colonnes]
    before = (mesure.statut, mesure.fait_le, mesure.note)
    after = (effet.statut, effet.fait_le, effet.note)
    fresh = mesure.statut is Statut.A_VENIR and not mesure.fait_le and not mesure.note
    if before == after:
        verdict = Verdict.INCHANGE
    elif question:
        verdict = Verdict.A_CONFIRMER
    else:
        verdict = Verdict.NOUVEAU if fresh else Verdict.MODIFIE
    return Ligne(
        verdict, mesure.code, mesure.titre, "statut", cells[0].lieu,
        " · ".join(cell.texte for cell in cells), cells[0].format, _told(*after),
        "" if fresh else _told(*before), insecable(question), "",
        None if verdict is Verdict.INCHANGE else effet, saisie=saisie,
    )  # fmt: skip


def _date_of(cell: Cellule) -> dt.date:
    match cell.valeur:
        case dt.datetime() as instant:
            return instant.date()
        case dt.date() as day:
            return day
    return lire_date(cell.texte)


def _statut_meant(texte: str) -> str:
    """Return the status that a text is a slip of, "" when none is near."""
    near = {search_key(word): word for word in libelles.STATUTS.values()}
    found = difflib.get_close_matches(search_key(texte), near, 1, _NEAR)
    return near[found[0]] if found else ""


def _date_meant(texte: str, today: dt.date) -> str:
    """Return the last day of a month or a quarter that stands where a date should."""
    try:
        fin = parse_periode(texte).fin
    except ValidationError:
        return ""
    return format_date(fin) if fin <= today else ""


def _told(statut: Statut, fait_le: dt.date | None, note: str) -> str:
    parts = [libelles.STATUTS[statut], format_date(fait_le) if fait_le else "", note]
    return " · ".join(part for part in parts if part)
