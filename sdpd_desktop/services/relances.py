"""Reminds partners: a letter, a mail ready to send and the workbook, for each late return."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import NotFoundError, UserError
from sdpd_desktop.domain.parametres import Parametres
from sdpd_desktop.domain.relance import Relance
from sdpd_desktop.domain.retour import (
    ETATS_RETOUR,
    CampagneSummary,
    EtatRetour,
    LigneCatalogue,
    LigneDemandee,
    RetourSummary,
)
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.campagnes import CampagneService, make_folder, write_workbooks
from sdpd_desktop.services.demandes import Demandes
from sdpd_desktop.services.files import write_bytes

_CAN_BE = (EtatRetour.ATTENDU, EtatRetour.RELANCE, EtatRetour.A_COMPLETER)


@dataclass(frozen=True)
class RelanceResult:
    """Who was reminded, and the files written for them."""

    campagne: CampagneSummary
    partenaires: tuple[str, ...]
    fichiers: tuple[Path, ...]


class RelanceService:
    """Reminders of late returns."""

    def __init__(self, ground: Ground, campagnes: CampagneService) -> None:
        self._ground = ground
        self._campagnes = campagnes

    def relancer(
        self, campagne_id: str, out: Path, retours: Sequence[str] | None = None
    ) -> RelanceResult:
        """Write the letter, the mail and the workbook of each partner, and mark it « relancé ».

        Without ``retours``, every late return of the campagne is; one gesture puts all back.

        Raises:
            NotFoundError: No such campagne, or a return is not of it.
            UserError: Nothing is late, a return is not awaited, or the campagne is closed.
            StorageError: The folder cannot be written; nobody is marked then.
        """
        today = self._ground.clock.today()
        make_folder(out)
        with self._ground.write("relancer des partenaires") as work:
            campagne = _campagne(work, campagne_id)
            late = _wanted(campagne, retours) if retours else campagne.en_retard(today)
            if not late:
                raise UserError(_nothing_late(campagne))
            parametres = work.parametres.get()
            demandes = Demandes(work, campagne.plan, campagne.ouverte_le)
            paths: list[Path] = []
            for retour in late:
                books = write_workbooks(demandes, campagne, (retour,), out, today)
                relance = self._relance(
                    work, demandes, campagne, retour, tuple(book.name for book in books), parametres
                )
                paths += (*books, *_write(relance, out))
                work.retours.set_etat(retour.id, EtatRetour.RELANCE, today)
            work.commit()
        self._ground.tell(Change.RETOURS)
        after = next(c for c in self._campagnes.list_all(campagne.plan) if c.id == campagne_id)
        return RelanceResult(after, tuple(retour.nom for retour in late), tuple(paths))

    def _relance(
        self,
        work: UnitOfWork,
        demandes: Demandes,
        campagne: CampagneSummary,
        retour: RetourSummary,
        classeurs: tuple[str, ...],
        parametres: Parametres,
    ) -> Relance:
        incomplete = retour.etat is EtatRetour.A_COMPLETER or bool(retour.fichiers or retour.recus)
        return Relance(
            partenaire=retour.partenaire,
            partenaire_nom=retour.nom,
            contact=demandes.partenaires[retour.partenaire].contact,
            plan=campagne.plan,
            plan_titre=work.plans.details(campagne.plan).titre,
            periode=campagne.periode,
            echeance=campagne.echeance,
            le=self._ground.clock.today(),
            rang=retour.relances + 1,
            incomplet=incomplete,
            manquants=_missing(demandes, campagne, retour, incomplete),
            classeurs=classeurs,
            bureau=parametres.bureau,
            mention=parametres.mention,
            entete=parametres.entete,
            police=work.parametres.police(),
        )


def _write(relance: Relance, out: Path) -> tuple[Path, Path]:
    from sdpd_desktop.documents.relance_pdf import render
    from sdpd_desktop.documents.relance_texte import mail

    letter, text = (out / f"{relance.nom_fichier}{suffix}" for suffix in (".pdf", ".txt"))
    write_bytes(letter, render(relance))
    write_bytes(text, mail(relance))
    return letter, text


def _missing(
    demandes: Demandes, campagne: CampagneSummary, retour: RetourSummary, incomplete: bool
) -> tuple[LigneCatalogue, ...]:
    """Return what is still awaited: a mesure of a return that came back was answered."""
    content = demandes.content(retour, campagne)
    lines = [
        LigneDemandee(line.code, line.territoire, line.zone)
        for line in content.indicateurs
        if line.actuelle is None
    ]
    if not incomplete:
        lines += [LigneDemandee(line.code) for line in content.mesures]
    return demandes.describe(lines)


def _campagne(work: UnitOfWork, campagne_id: str) -> CampagneSummary:
    found = next((c for c in work.retours.campagnes(None) if c.id == campagne_id), None)
    if found is None:
        raise NotFoundError("Cette campagne n'existe plus dans la base.")
    return found


def _wanted(campagne: CampagneSummary, retours: Sequence[str]) -> tuple[RetourSummary, ...]:
    known = {retour.id: retour for retour in campagne.retours}
    if any(retour not in known for retour in retours):
        raise NotFoundError("Ce retour n'est plus dans la campagne.")
    for retour in (known[id_] for id_ in retours):
        if retour.etat not in _CAN_BE:
            raise UserError(
                f"Le retour de {retour.nom} est « {ETATS_RETOUR[retour.etat]} » : "
                "il n'y a rien à relancer."
            )
    return tuple(known[retour] for retour in retours)


def _nothing_late(campagne: CampagneSummary) -> str:
    if campagne.close_le is not None:
        return f"La campagne {campagne.code} est close : plus rien n'en est attendu."
    if campagne.echeance is None:
        return (
            f"La campagne {campagne.code} n'a pas de date de réponse : aucun retour n'est en "
            "retard. Donnez-lui une date, ou relancez un partenaire choisi."
        )
    return (
        f"Aucun retour de la campagne {campagne.code} n'est en retard : ils étaient attendus "
        f"pour le {format_date(campagne.echeance)}."
    )
