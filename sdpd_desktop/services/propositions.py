"""Compares what a partner typed with what is stored: one verdict for each line."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.cloture import ClosedPeriodError, refuser_si_close
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.importation import (
    Cellule,
    Ligne,
    RetourLu,
    SaisieRetour,
    StatutPropose,
    ValeurProposee,
    Verdict,
)
from sdpd_desktop.domain.indicateur import EtatValeur, Indicateur, Observation, Presence
from sdpd_desktop.domain.nombre import Saisie, format_nombre, lire_saisie
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.plan import MesureDetails, Statut, parse_statut
from sdpd_desktop.domain.retour import CampagneSummary, RetourSummary
from sdpd_desktop.domain.signalement import demander, signaler, signaler_total
from sdpd_desktop.domain.texte import insecable
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.lecture import check_typed, releve_of

_ZONES = frozenset(Zone)


class Comparison:
    """One return against one state of the database."""

    def __init__(
        self,
        work: UnitOfWork,
        lu: RetourLu,
        campagne: CampagneSummary,
        retour: RetourSummary,
        today: dt.date,
    ) -> None:
        plan = work.plans.details(campagne.plan)
        self._lu = lu
        self._campagne = campagne
        self._partenaire = retour.partenaire
        self._today = today
        self._mesures = {m.id: m for action in plan.actions() for m in action.mesures}
        self._releve = releve_of(work, campagne.plan)
        self._indicateurs = {i.id: i for i in self._releve.indicateurs.values()}
        self._clotures = work.clotures.of_plan(work.plans.row(campagne.plan))
        self._territoires = {t.code for t in work.partenaires.territoires()}
        self._warnings: list[str] = []

    def lines(self) -> tuple[tuple[Ligne, ...], tuple[str, ...]]:
        """Return the lines in the order of the workbook, and what else must be said."""
        keys = Counter(_key(saisie) for saisie in self._lu.saisies if saisie.colonnes)
        lines: list[Ligne] = []
        for saisie in self._lu.saisies:
            if not saisie.colonnes:
                continue  # Nothing typed: empty is never a deletion.
            found = list(
                self._mesure(saisie) if saisie.nature == "mesure" else self._valeur(saisie)
            )
            if keys[_key(saisie)] > 1:
                found = [_twice(line) for line in found]
            lines += found
        if not lines:
            self._warnings.append("Aucune réponse n'est remplie dans ce classeur.")
        return (
            tuple(
                replace(line, raison=insecable(line.raison), correction=insecable(line.correction))
                for line in lines
            ),
            tuple(insecable(warning) for warning in self._warnings),
        )

    def _mesure(self, saisie: SaisieRetour) -> Iterator[Ligne]:
        cells = [cell for _name, cell in saisie.colonnes]
        mesure = self._mesures.get(saisie.cle)
        if mesure is None:
            yield _rejected(
                saisie.code, "", "statut", cells[0],
                "Cette mesure n'existe plus dans le plan.", "Préparez un nouveau retour.",
            )  # fmt: skip
            return
        errors: list[Ligne] = []
        statut = self._statut(mesure, saisie.cellule("statut"), errors)
        fait_le = self._date(mesure, saisie.cellule("fait_le"), errors)
        yield from errors
        if errors:
            return
        note_cell = saisie.cellule("note")
        note = note_cell.texte.strip() if note_cell else mesure.note
        question = ""
        if statut is None and fait_le is not None and mesure.statut is not Statut.REALISEE:
            statut, question = Statut.REALISEE, "Une date est donnée sans statut : réalisée ?"
        statut = statut or mesure.statut
        if fait_le is None:
            fait_le = mesure.fait_le if statut is mesure.statut else None
        if statut is Statut.REALISEE and fait_le is None:
            fait_le = min(self._campagne.periode.fin, self._today)
            question = f"Date de réalisation absente : {format_date(fait_le)} sera retenu ?"
        effet = StatutPropose(mesure.code, mesure.version, statut, fait_le, note)
        yield self._mesure_line(mesure, effet, cells, question)

    def _mesure_line(
        self, mesure: MesureDetails, effet: StatutPropose, cells: list[Cellule], question: str
    ) -> Ligne:
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
            "" if fresh else _told(*before), question, "",
            None if verdict is Verdict.INCHANGE else effet,
        )  # fmt: skip

    def _statut(
        self, mesure: MesureDetails, cell: Cellule | None, errors: list[Ligne]
    ) -> Statut | None:
        if cell is None:
            return None
        try:
            _check_readable(cell)
            return parse_statut(cell.texte)
        except UserError as error:
            errors.append(
                _rejected(mesure.code, mesure.titre, "statut", cell, str(error),
                          "Choisissez un statut dans la liste.")
            )  # fmt: skip
            return None

    def _date(
        self, mesure: MesureDetails, cell: Cellule | None, errors: list[Ligne]
    ) -> dt.date | None:
        if cell is None:
            return None
        try:
            _check_readable(cell)
            found = _date_of(cell)
            if found > self._today:
                raise ValidationError("fait_le", f"La date {format_date(found)} est dans le futur.")
        except UserError as error:
            errors.append(
                _rejected(mesure.code, mesure.titre, "date", cell, str(error),
                          "Écrivez la date sous la forme 31/05/2022.")
            )  # fmt: skip
            return None
        return found

    def _valeur(self, saisie: SaisieRetour) -> Iterator[Ligne]:
        indicateur = self._indicateurs.get(saisie.cle)
        comment_cell = saisie.cellule("commentaire")
        cell = saisie.cellule("valeur")
        if indicateur is None:
            first = saisie.colonnes[0][1]
            yield _rejected(
                saisie.code, "", "valeur", first, "Cet indicateur n'existe plus dans le plan.",
                "Préparez un nouveau retour.",
            )  # fmt: skip
            return
        if saisie.zone not in _ZONES or saisie.territoire not in self._territoires:
            yield _rejected(
                indicateur.chiffre, indicateur.titre, "valeur", saisie.colonnes[0][1],
                "Les repères masqués de cette ligne ont été modifiés.",
                "Reportez la valeur dans un retour préparé de nouveau.",
            )  # fmt: skip
            return
        if cell is None:
            assert comment_cell is not None
            self._warnings.append(
                f"{comment_cell.lieu} : commentaire sans valeur pour {indicateur.chiffre}, non "
                f"repris (« {comment_cell.texte.strip()} »)."
            )
            return
        try:
            refuser_si_close(self._clotures, self._campagne.periode)
        except ClosedPeriodError as error:
            yield _rejected(
                indicateur.chiffre, indicateur.titre, "valeur", cell, str(error),
                "Demandez au bureau de rouvrir la période.",
            )  # fmt: skip
            return
        try:
            _check_readable(cell)
            check_typed(indicateur)
            lue = read_cell(cell, indicateur)
        except UserError as error:
            yield _rejected(
                indicateur.chiffre, indicateur.titre, "valeur", cell, str(error),
                f"Écrivez un nombre ({indicateur.unite}), ou « n/a » s'il n'y a pas lieu.",
            )  # fmt: skip
            return
        yield self._valeur_line(saisie, indicateur, cell, lue, comment_cell)

    def _valeur_line(
        self,
        saisie: SaisieRetour,
        indicateur: Indicateur,
        cell: Cellule,
        lue: Saisie,
        comment_cell: Cellule | None,
    ) -> Ligne:
        zone = Zone(saisie.zone)
        periode = self._campagne.periode
        old = self._releve.saisie(indicateur.code, periode, saisie.territoire, zone)
        comment = comment_cell.texte.strip() if comment_cell else (old.commentaire if old else "")
        effet = ValeurProposee(
            indicateur.code, saisie.territoire, zone, periode, lue.valeur, lue.presence,
            lue.borne, lue.numerateur, lue.denominateur, comment, old.id if old else "",
        )  # fmt: skip
        question = lue.question or self._doubt(old, lue) or self._stands_out(effet, indicateur)
        if old is not None and _same(old, effet):
            verdict = Verdict.INCHANGE
        elif question:
            verdict = Verdict.A_CONFIRMER
        else:
            verdict = Verdict.NOUVEAU if old is None else Verdict.MODIFIE
        return Ligne(
            verdict, indicateur.chiffre, indicateur.titre, "valeur", cell.lieu, cell.texte,
            cell.format, _understood(lue, indicateur),
            libelles.valeur(indicateur, old, libelles.Unite.ENTIERE), question, "",
            None if verdict is Verdict.INCHANGE else effet,
        )  # fmt: skip

    def _stands_out(self, effet: ValeurProposee, indicateur: Indicateur) -> str:
        """Return what a person must look at twice in a value, "" when nothing stands out."""
        place = (effet.territoire, effet.zone)
        serie = self._releve.saisies(indicateur.code, *place)
        computed = self._releve.valeur(indicateur.code, effet.periode, *place)
        flags = signaler(indicateur, effet.periode, effet.valeur, serie)
        return demander((*flags, *signaler_total(indicateur, effet.valeur, computed)))

    def _doubt(self, old: Observation | None, lue: Saisie) -> str:
        """Return why a change of a stored value needs a person, "" when it does not."""
        if old is None:
            return ""
        if lue.presence is not Presence.VALEUR and old.presence is Presence.VALEUR:
            return "Une valeur est déjà enregistrée : l'effacer ?"
        origin = old.origine
        if origin.etat in (EtatValeur.SAISI, EtatValeur.VALIDE):
            when = origin.saisi_le.astimezone()
            return (
                f"Une autre valeur a été saisie par {origin.auteur} le {when:%d/%m/%Y} : "
                "la remplacer ?"
            )
        if origin.etat is EtatValeur.IMPORTE and origin.source != self._partenaire:
            return f"{origin.source} a donné une autre valeur : la remplacer ?"
        return ""


def read_cell(cell: Cellule, indicateur: Indicateur) -> Saisie:
    """Understand a cell as a value of the indicator.

    Raises:
        ValidationError: It is none.
    """
    match cell.valeur:
        case bool() as flag:
            return lire_saisie("oui" if flag else "non", indicateur.unite, indicateur.decimales)
        case int() | float() as number:
            exact = Decimal(str(number))
            if "%" in cell.format:
                exact *= 100
            # Plainly, without the separators a person types: nothing is left to guess.
            read = lire_saisie(_plain(exact), indicateur.unite, max(indicateur.decimales, 1))
            if indicateur.unite == "%" and "%" not in cell.format and 0 < exact < 1:
                question = f"{cell.texte} est-il {format_nombre(exact * 100, None, '%')} ?"
                return replace(read, question=question)
            if indicateur.decimales == 0 and exact != exact.to_integral_value():
                return replace(
                    read, question=f"{cell.texte} n'est pas un nombre entier : correct ?"
                )
            return read
        case dt.date() | dt.time():
            raise ValidationError("valeur", f"« {cell.texte} » est une date, pas un nombre.")
    return lire_saisie(cell.texte, indicateur.unite, indicateur.decimales)


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f").replace(".", ",")


def _check_readable(cell: Cellule) -> None:
    if cell.erreur:
        raise ValidationError("cellule", f"La cellule contient une erreur ({cell.erreur}).")
    if cell.formule_sans_resultat:
        raise ValidationError(
            "cellule",
            "La cellule contient une formule dont le résultat n'est pas enregistré : ouvrez le "
            "classeur dans Excel ou LibreOffice, enregistrez-le et importez-le de nouveau.",
        )


def _date_of(cell: Cellule) -> dt.date:
    match cell.valeur:
        case dt.datetime() as instant:
            return instant.date()
        case dt.date() as day:
            return day
    return lire_date(cell.texte)


def _rejected(
    objet: str, titre: str, colonne: str, cell: Cellule, raison: str, correction: str
) -> Ligne:
    return Ligne(
        Verdict.REJETE, objet, titre, colonne, cell.lieu, cell.texte, cell.format, "", "",
        raison, correction, None,
    )  # fmt: skip


def _twice(line: Ligne) -> Ligne:
    raison = "Cette ligne figure plusieurs fois dans le classeur."
    correction = "Gardez une seule des lignes, puis importez de nouveau."
    return replace(line, verdict=Verdict.REJETE, raison=raison, correction=correction, effet=None)


def _told(statut: Statut, fait_le: dt.date | None, note: str) -> str:
    parts = [libelles.STATUTS[statut], format_date(fait_le) if fait_le else "", note]
    return " · ".join(part for part in parts if part)


def _understood(lue: Saisie, indicateur: Indicateur) -> str:
    text = libelles.valeur(indicateur, lue, libelles.Unite.ENTIERE)
    if lue.numerateur is not None:
        terms = f"{format_nombre(lue.numerateur)} / {format_nombre(lue.denominateur)}"
        return f"{text} ({terms})"
    return text


def _same(old: Observation, new: ValeurProposee) -> bool:
    stored = (old.presence, old.valeur, old.borne, old.numerateur, old.denominateur)
    given = (new.presence, new.valeur, new.borne, new.numerateur, new.denominateur)
    return stored == given and old.commentaire == new.commentaire


def _key(saisie: SaisieRetour) -> tuple[str, str, str, str]:
    return saisie.nature, saisie.cle, saisie.territoire, saisie.zone
