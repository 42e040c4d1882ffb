"""Prepares and follows campagnes: who is asked what, one pre-filled workbook each, what came."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, reason
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.retour import (
    ATTENDUS,
    ETATS_RETOUR,
    CampagneDraft,
    CampagneSummary,
    DestinataireDraft,
    EtatRetour,
    RetourContenu,
    RetourSummary,
)
from sdpd_desktop.domain.texte import natural_key
from sdpd_desktop.persistence.unit_of_work import UnitOfWork, WritingUnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.demandes import Demandes


@dataclass(frozen=True)
class PreparationResult:
    """What a preparation wrote: the campagne, and the files in order of partner."""

    campagne: CampagneSummary
    fichiers: tuple[Path, ...]


class CampagneService:
    """Rounds of partner returns."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self, plan: str | None = None) -> tuple[CampagneSummary, ...]:
        """Return the campagnes with their returns, newest period first.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            row = work.plans.row(plan) if plan else None
            campagnes = work.retours.campagnes(row)
            return tuple(
                replace(c, sans_destinataire=Demandes(work, c.plan, c.ouverte_le).nobody)
                for c in campagnes
            )

    # -- preparing

    def proposer(self, plan: str, periode: str | Periode) -> CampagneDraft:
        """Return what a campagne would ask of whom; one already open is returned as it stands.

        Raises:
            NotFoundError: No such plan.
            UserError: The period has not begun.
        """
        when = self._begun(periode)
        with self._ground.database.read() as work:
            return self._draft(work, plan, when)

    def enregistrer(self, draft: CampagneDraft, out: Path | None = None) -> PreparationResult:
        """Open or change a campagne; with a folder, write the workbook of each partner asked.

        Raises:
            UserError: Nobody is asked, a partner is asked nothing, or one left out has answered.
            StorageError: The folder cannot be written; nothing is stored then.
        """
        wanted = {one.partenaire for one in draft.destinataires if one.retenu}
        left_out = tuple(one.partenaire for one in draft.destinataires if not one.retenu)
        return self._save(replace(draft, exclus=left_out), out, wanted)

    def prepare(
        self,
        plan: str,
        periode: str | Periode,
        out: Path,
        partenaire: str | None = None,
        echeance: dt.date | None = None,
    ) -> PreparationResult:
        """Write one workbook per partner of the plan, or for one partner.

        A campagne already open for that period is used again; returns already received keep
        their state, and who was left out of it stays so unless named here.

        Raises:
            NotFoundError: No such plan, or the partner has nothing to fill in it.
            StorageError: The folder cannot be written; the campagne is not opened then.
        """
        draft = self.proposer(plan, periode)
        codes = {one.partenaire for one in draft.destinataires}
        if partenaire is not None and partenaire not in codes:
            raise NotFoundError(
                f"« {partenaire} » n'a rien à remplir dans le plan {plan}. "
                f"Partenaires sollicités : {', '.join(sorted(codes))}."
            )
        wanted = codes - set(draft.exclus) if partenaire is None else {partenaire}
        kept = tuple(
            replace(one, retenu=one.partenaire in wanted or bool(one.retour))
            for one in draft.destinataires
        )
        draft = replace(
            draft, destinataires=kept, echeance=echeance or draft.echeance,
            exclus=tuple(code for code in draft.exclus if code not in wanted),
        )  # fmt: skip
        return self._save(draft, out, wanted)

    def _save(self, draft: CampagneDraft, out: Path | None, wanted: set[str]) -> PreparationResult:
        when = self._begun(draft.periode)
        draft.check()
        if out:
            make_folder(out)
        gesture = "modifier" if draft.id else "préparer"
        with self._ground.write(f"{gesture} les retours · {draft.plan} · {when.libelle}") as work:
            self._store(work, draft)
            campagne = _campagne(work, draft.plan, when)
            asked = [retour for retour in campagne.retours if retour.partenaire in wanted]
            paths = self._write(work, campagne, asked, out) if out else ()
            work.commit()
        self._ground.tell(Change.RETOURS)
        return PreparationResult(self._named(draft.plan, when), paths)

    def ecrire(self, retours: Sequence[str], out: Path) -> tuple[Path, ...]:
        """Write again the workbooks of some returns.

        Raises:
            NotFoundError: No such return.
            StorageError: The folder cannot be written.
        """
        make_folder(out)
        paths: list[Path] = []
        with self._ground.database.read() as work:
            for retour_id in retours:
                retour, campagne = work.retours.retour(retour_id)
                paths += self._write(work, campagne, (retour,), out)
        return tuple(paths)

    def content(self, retour_id: str, emetteur: str = "") -> RetourContenu:
        """Return what the workbook of a return holds today.

        Raises:
            NotFoundError: This database did not ask for it.
        """
        with self._ground.database.read() as work:
            retour, campagne = work.retours.retour(retour_id)
            # As of the day they were asked: a partner may have been succeeded since.
            demandes = Demandes(work, campagne.plan, campagne.ouverte_le)
            if not demandes.lines(retour):
                raise NotFoundError(
                    f"{retour.nom} n'a plus rien à remplir dans le plan {campagne.plan}."
                )
            unit = next((u for u in retour.emetteurs if u.nom == emetteur), None)
            content = demandes.content(retour, campagne, unit, closed_too=True)
            return replace(content, edite_le=self._ground.clock.today())

    # -- following

    def marquer(self, retour_id: str, etat: EtatRetour, on: dt.date) -> RetourSummary:
        """Give a return another state, from a day on.

        Raises:
            NotFoundError: No such return.
            ValidationError: It cannot have that state next, or that day; the sentence says why.
        """
        word = ETATS_RETOUR[etat]
        with self._ground.write(f"marquer un retour « {word} »") as work:
            retour = _retour(work, retour_id)
            retour.check_move(etat, on, self._ground.clock.today())
            work.retours.set_etat(retour_id, etat, on)
            work.commit()
        self._ground.tell(Change.RETOURS)
        with self._ground.database.read() as work:
            return work.retours.retour(retour_id)[0]

    def clore(self, campagne_id: str, on: dt.date) -> CampagneSummary:
        """Close a campagne: nothing is awaited of it any more, and no return enters it.

        Raises:
            NotFoundError: No such campagne.
            UserError: It is closed already, or that day cannot be.
        """
        return self._close(campagne_id, on)

    def rouvrir(self, campagne_id: str) -> CampagneSummary:
        """Open a closed campagne again.

        Raises:
            NotFoundError: No such campagne.
            UserError: It is not closed.
        """
        return self._close(campagne_id, None)

    def _close(self, campagne_id: str, on: dt.date | None) -> CampagneSummary:
        gesture = "rouvrir" if on is None else "clore"
        with self._ground.write(f"{gesture} une campagne") as work:
            campagne = next((c for c in work.retours.campagnes(None) if c.id == campagne_id), None)
            if campagne is None:
                raise NotFoundError("Cette campagne n'existe plus dans la base.")
            if (campagne.close_le is None) is (on is None):
                state = "n'est pas close" if on is None else "est déjà close"
                raise UserError(f"La campagne {campagne.code} {state}.")
            if on is not None and not campagne.ouverte_le <= on <= self._ground.clock.today():
                raise UserError(
                    f"La campagne {campagne.code} est ouverte depuis le "
                    f"{format_date(campagne.ouverte_le)} : sa clôture ne peut être ni plus "
                    "ancienne, ni dans le futur."
                )
            work.retours.close(campagne_id, on)
            work.commit()
        self._ground.tell(Change.RETOURS)
        return self._named(campagne.plan, campagne.periode)

    # -- inside

    def _begun(self, periode: str | Periode) -> Periode:
        when = parse_periode(periode) if isinstance(periode, str) else periode
        if when.debut > self._ground.clock.today():
            raise UserError(f"La période {when.libelle} n'a pas encore commencé.")
        return when

    def _draft(self, work: UnitOfWork, plan: str, when: Periode) -> CampagneDraft:
        campagne = next((c for c in _campagnes(work, plan) if c.periode == when), None)
        on = campagne.ouverte_le if campagne else self._ground.clock.today()
        demandes = Demandes(work, plan, on)
        asked = demandes.asked()
        known = {retour.partenaire: retour for retour in (campagne.retours if campagne else ())}
        names = {code: p.nom for code, p in demandes.partenaires.items()}
        codes = sorted(asked.keys() | known.keys(), key=lambda code: natural_key(names[code]))
        drafts = []
        for code in codes:
            retour = known.get(code)
            lines = demandes.lines(retour) if retour else asked[code]
            drafts.append(
                DestinataireDraft(
                    code, names[code], lines,
                    # A campagne already open keeps to those it asked.
                    retenu=retour is not None or campagne is None,
                    ajoute=code not in asked,
                    mode=retour.mode if retour and retour.mode_propre else None,
                    retour=retour.id if retour else "",
                    fige=retour is not None and not _can_leave(retour),
                    pour=tuple(demandes.pour[code]),
                )
            )  # fmt: skip
        asked_lines = [line for draft in drafts for line in draft.demandes]
        catalogue = [line.cle for line in demandes.catalogue()]
        others = [
            (code, p.nom)
            for code, p in sorted(
                demandes.partenaires.items(), key=lambda known: natural_key(known[1].nom)
            )
            if code not in codes and not p.collectif and not _gone(p.jusqu_au, on)
        ]  # fmt: skip
        return CampagneDraft(
            plan, when, campagne.echeance if campagne else None,
            campagne.mode if campagne else ModeRetour.ADDITIONNES, tuple(drafts),
            demandes.describe((*catalogue, *asked_lines)), tuple(others), demandes.nobody,
            campagne.id if campagne else "", campagne.exclus if campagne else (),
        )  # fmt: skip

    def _store(self, work: WritingUnitOfWork, draft: CampagneDraft) -> None:
        """Open or change the campagne with its returns."""
        today = self._ground.clock.today()
        row = work.retours.open_campagne(
            work.plans.row(draft.plan), draft.periode, draft.echeance, today
        )
        if row.close_le is not None:
            raise UserError(f"La campagne {row.code} est close : rouvrez-la d'abord.")
        work.retours.settle(row.id, draft.echeance, draft.mode, draft.exclus)
        partners = {p.code: p.id for p in work.partenaires.summaries(today)}
        known = {r.partenaire: r for r in _campagne(work, draft.plan, draft.periode).retours}
        for one in draft.destinataires:
            retour = known.get(one.partenaire)
            if one.retenu:
                work.retours.expect(
                    row, partners[one.partenaire], one.partenaire, one.demandes, one.mode
                )
            elif retour is not None:
                if not _can_leave(retour):
                    raise UserError(
                        f"{one.nom} a déjà répondu : son retour reste dans la campagne. "
                        "Annulez d'abord ce qui a été reçu de lui."
                    )
                work.retours.drop(retour.id)

    def _write(
        self,
        work: UnitOfWork,
        campagne: CampagneSummary,
        retours: Iterable[RetourSummary],
        out: Path,
    ) -> tuple[Path, ...]:
        demandes = Demandes(work, campagne.plan, campagne.ouverte_le)
        return write_workbooks(demandes, campagne, retours, out, self._ground.clock.today())

    def _named(self, plan: str, periode: Periode) -> CampagneSummary:
        return next(c for c in self.list_all(plan) if c.periode == periode)


def write_workbooks(
    demandes: Demandes,
    campagne: CampagneSummary,
    retours: Iterable[RetourSummary],
    out: Path,
    today: dt.date,
) -> tuple[Path, ...]:
    """Write the workbooks of returns, one for each unit that returns a file of its own.

    Raises:
        StorageError: The folder cannot be written.
    """
    from sdpd_desktop.documents.retour_xlsx import write

    paths = []
    for retour in sorted(retours, key=lambda one: one.partenaire):
        for unit in retour.emetteurs or (None,):
            content = replace(demandes.content(retour, campagne, unit), edite_le=today)
            paths.append(out / content.nom_fichier)
            write(content, paths[-1])
    return tuple(paths)


def make_folder(out: Path) -> None:
    """Make the folder that files go to.

    Raises:
        StorageError: It cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"Impossible de créer le dossier {out} : {reason(error)}.") from error


def _campagnes(work: UnitOfWork, plan: str) -> tuple[CampagneSummary, ...]:
    return work.retours.campagnes(work.plans.row(plan))


def _campagne(work: UnitOfWork, plan: str, periode: Periode) -> CampagneSummary:
    return next(c for c in _campagnes(work, plan) if c.periode == periode)


def _retour(work: UnitOfWork, retour_id: str) -> RetourSummary:
    for campagne in work.retours.campagnes(None):
        for retour in campagne.retours:
            if retour.id == retour_id:
                return retour
    raise NotFoundError("Ce retour n'existe plus dans la base.")


def _can_leave(retour: RetourSummary) -> bool:
    return retour.etat in ATTENDUS and not retour.repondu


def _gone(last: dt.date | None, on: dt.date) -> bool:
    return last is not None and last < on
