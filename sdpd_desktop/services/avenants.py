"""Avenants: a frozen convention opens again, is changed, signed, and freezes as a new version."""

import datetime as dt
from dataclasses import replace

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.convention import AvenantDetails, ConventionDetails, EtatConvention
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.verification import en_cours
from sdpd_desktop.domain.version_convention import Ecart, comparer
from sdpd_desktop.persistence.unit_of_work import WritingUnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.conventions import details_of, exportee_of


class AvenantService:
    """The life of an avenant, and what it changes."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def ouvrir(self, code: str, objet: str) -> ConventionDetails:
        """Open a filed convention for a new version.

        Raises:
            NotFoundError: No such convention.
            ValidationError: What the avenant is about is missing.
            UserError: The signed copy is not filed yet, or the convention is ended.
        """
        if not objet.strip():
            raise ValidationError("objet", "Dites en quelques mots ce que l'avenant change.")
        with self._ground.write(f"ouvrir un avenant à {code}") as work:
            details = details_of(work, code, self._ground.clock.today())
            if details.resume.etat is EtatConvention.DENONCEE:
                raise UserError(f"La convention {code} est dénoncée : elle n'a plus d'avenant.")
            if not details.figee:
                raise UserError(
                    f"Un avenant modifie une convention signée et déposée : {code} se modifie "
                    "encore sans avenant."
                )
            row = work.conventions.row(code)
            # The frozen content is the one that counts, whatever was put back since.
            unsigned = tuple(replace(s, signe_le=None) for s in details.signataires)
            work.redaction.store(row, replace(details, signataires=unsigned))
            new = AvenantDetails(len(details.avenants) + 1, objet.strip(), None)
            work.redaction.set_avenants(row, replace(details, avenants=(*details.avenants, new)))
            work.commit()
        return self._told(code)

    def signer(self, code: str, on: dt.date) -> ConventionDetails:
        """Record the day on which everyone signed the avenant.

        Raises:
            NotFoundError: No such convention.
            ValidationError: The day is in the future, or before the convention's.
            UserError: No avenant is being drawn up, or its electronic signature has begun.
        """
        if on > self._ground.clock.today():
            raise ValidationError("date", f"La date {on:%d/%m/%Y} est dans le futur.")
        with self._ground.write(f"signer l'avenant de {code}") as work:
            details = work.conventions.details(code)
            _opened(details)
            _require_not_begun(work, code)
            if details.signee_le and on < details.signee_le:
                raise ValidationError(
                    "date", "Un avenant se signe après la convention : vérifiez la date."
                )
            signer_avenant(work, code, on)
            work.commit()
        return self._told(code)

    def abandonner(self, code: str) -> ConventionDetails:
        """Give an avenant up: the content is again that of the last version.

        Raises:
            NotFoundError: No such convention.
            UserError: No avenant is being drawn up, or its electronic signature has begun.
        """
        with self._ground.write(f"abandonner l'avenant de {code}") as work:
            details = work.conventions.details(code)
            _opened(details)
            _require_not_begun(work, code)
            row = work.conventions.row(code)
            last = work.versions.frozen(row, details.versions[-1].numero).convention
            work.redaction.store(row, replace(last, raa=details.raa))
            work.redaction.set_avenants(row, replace(details, avenants=details.avenants[:-1]))
            work.commit()
        return self._told(code)

    def comparer(self, code: str, numero: int) -> tuple[Ecart, ...]:
        """Return what changed from the version before ``numero`` to it.

        One more than the last version stands for the avenant being drawn up.

        Raises:
            NotFoundError: No such convention or version.
        """
        with self._ground.database.read() as work:
            row = work.conventions.row(code)
            before = work.versions.frozen(row, numero - 1)
            details = work.conventions.details(code)
            if numero > len(details.versions):
                _opened(details)
                after = exportee_of(self._ground, work, details)
            else:
                after = work.versions.frozen(row, numero)
        return comparer(before, after)

    def _told(self, code: str) -> ConventionDetails:
        self._ground.tell(Change.CONVENTIONS)
        with self._ground.database.read() as work:
            return details_of(work, code, self._ground.clock.today())


def signer_avenant(work: WritingUnitOfWork, code: str, on: dt.date) -> None:
    """Record, within a transaction, that everyone signed the avenant in hand on that day.

    Raises:
        UserError: No avenant is being drawn up.
    """
    details, row = work.conventions.details(code), work.conventions.row(code)
    signed = (*details.avenants[:-1], replace(_opened(details), signe_le=on))
    work.redaction.set_avenants(row, replace(details, avenants=signed))
    for signataire in work.conventions.signataires(row):
        signataire.signe_le = on


def _require_not_begun(work: WritingUnitOfWork, code: str) -> None:
    if en_cours(work.signatures.registre(code)):
        raise UserError(
            f"La signature électronique de l'avenant de {code} a commencé : faites signer ceux qui "
            "restent de la même façon, ou recommencez sa signature."
        )


def _opened(details: ConventionDetails) -> AvenantDetails:
    avenant = details.avenant_ouvert
    if avenant is None:
        raise UserError(f"Aucun avenant à {details.resume.code} n'est en préparation.")
    return avenant
