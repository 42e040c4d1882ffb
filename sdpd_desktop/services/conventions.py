"""Reads conventions, moves them from state to state and prints them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.convention import (
    SIGNABLES,
    ContenuAnnexe,
    ConventionDetails,
    ConventionSummary,
    Denonciation,
    EtatConvention,
    sans_cles,
)
from sdpd_desktop.domain.convention_json import ecrire
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.impression import ConventionImprimee, DocumentConvention
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.plan import MesureDetails, Statut
from sdpd_desktop.domain.verification import en_cours
from sdpd_desktop.domain.version_convention import (
    ConventionExportee,
    LiensConvention,
    ValeurConvention,
)
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.constats import legende
from sdpd_desktop.services.files import write_bytes
from sdpd_desktop.services.lecture import suivis_of

if TYPE_CHECKING:
    from sdpd_desktop.persistence.unit_of_work import UnitOfWork

_LIVING = (EtatConvention.SIGNEE, EtatConvention.EN_VIGUEUR)


class ConventionService:
    """The register of conventions."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self, plan: str | None = None) -> tuple[ConventionSummary, ...]:
        """Return the register as of today, or the conventions of one plan.

        Raises:
            NotFoundError: No such plan.
        """
        today = self._ground.clock.today()
        with self._ground.database.read() as work:
            rows = work.conventions.summaries(work.plans.row(plan) if plan else None)
        return tuple(row.au(today) for row in rows)

    def details(self, code: str) -> ConventionDetails:
        """Return a whole convention as of today; a frozen one as it was frozen.

        Raises:
            NotFoundError: No such convention.
        """
        with self._ground.database.read() as work:
            return details_of(work, code, self._ground.clock.today())

    def version(self, code: str, numero: int) -> ConventionExportee:
        """Return a version as it was frozen.

        Raises:
            NotFoundError: No such convention or version.
        """
        with self._ground.database.read() as work:
            return work.versions.frozen(work.conventions.row(code), numero)

    # ------------------------------------------------------------------ states

    def proposer(self, code: str) -> ConventionDetails:
        """Move a draft on to « à signer ».

        Raises:
            NotFoundError: No such convention.
            UserError: It is no draft.
        """
        return self._move(code, EtatConvention.BROUILLON, EtatConvention.A_SIGNER)

    def reprendre(self, code: str) -> ConventionDetails:
        """Move « à signer » back to a draft.

        Raises:
            NotFoundError: No such convention.
            UserError: It is not to be signed.
        """
        return self._move(code, EtatConvention.A_SIGNER, EtatConvention.BROUILLON)

    def _move(self, code: str, start: EtatConvention, end: EtatConvention) -> ConventionDetails:
        from sdpd_desktop.domain.libelles import ETATS_CONVENTION

        if self.details(code).resume.etat is not start:
            raise UserError(
                f"La convention {code} n'est pas à l'état « {ETATS_CONVENTION[start]} »."
            )
        with self._ground.write(f"passer {code} à « {ETATS_CONVENTION[end]} »") as work:
            row = work.conventions.row(code)
            row.etat, row.etat_le = end.value, self._ground.clock.today()
            work.commit()
        self._ground.tell(Change.CONVENTIONS)
        return self.details(code)

    def mesures_liees(self, code: str) -> tuple[tuple[str, MesureDetails], ...]:
        """Return (plan, mesure) of the linked actions that signing may have carried out.

        Raises:
            NotFoundError: No such convention.
        """
        with self._ground.database.read() as work:
            linked = work.conventions.details(code).actions
            plans = {plan: work.plans.details(plan) for plan, _ in linked}
        return tuple(
            (plan, mesure)
            for plan, action in linked
            for found in plans[plan].actions()
            if found.code == action
            for mesure in found.mesures
            if mesure.statut not in (Statut.REALISEE, Statut.ABANDONNEE)
        )

    def sign(
        self,
        code: str,
        on: dt.date,
        lieu: str,
        par: str = "",
        mesures: Sequence[tuple[str, str]] = (),
    ) -> ConventionDetails:
        """Record that every signatory signed the paper original on that day.

        In the same gesture, ``mesures`` (plan, code) are set « réalisée » that day.

        Raises:
            NotFoundError: No such convention or mesure.
            ValidationError: The day is in the future, or the place is missing.
            UserError: It is signed already, or ended.
        """
        if on > self._ground.clock.today():
            raise ValidationError("date", f"La date {on:%d/%m/%Y} est dans le futur.")
        if not lieu.strip():
            raise ValidationError("lieu", "Indiquez le lieu de la signature.")
        if self.details(code).resume.etat not in SIGNABLES:
            raise UserError(f"La convention {code} est déjà signée ou n'est plus à signer.")
        with self._ground.write(f"signer {code}") as work:
            if en_cours(work.signatures.registre(code)):
                raise UserError(
                    f"La convention {code} est signée électroniquement : faites signer ceux qui "
                    "restent de la même façon, ou recommencez sa signature."
                )
            work.conventions.sign(code, on, lieu.strip(), par.strip())
            for plan, mesure in mesures:
                work.plans.set_statut(plan, mesure, Statut.REALISEE, on, None)
            work.commit()
        self._ground.tell(Change.CONVENTIONS, *([Change.PLANS] if mesures else []))
        return self.details(code)

    def denoncer(
        self, code: str, on: dt.date, motif: str, effet: dt.date | None = None
    ) -> ConventionDetails:
        """Record that a party ended the convention, and when that takes effect.

        Raises:
            NotFoundError: No such convention.
            ValidationError: The day is in the future, or after the day it takes effect.
            UserError: It is not signed, or ended already.
        """
        if on > self._ground.clock.today():
            raise ValidationError("date", f"La date {on:%d/%m/%Y} est dans le futur.")
        if effet is not None and effet < on:
            raise ValidationError("effet", "La dénonciation prend effet après sa date, pas avant.")
        if self.details(code).resume.etat not in _LIVING:
            raise UserError(
                f"La convention {code} n'est pas en vigueur : elle ne peut pas être dénoncée."
            )
        with self._ground.write(f"dénoncer {code}") as work:
            row = work.conventions.row(code)
            row.etat, row.etat_le = EtatConvention.DENONCEE.value, on
            ended = Denonciation(on, effet, motif.strip())
            row.denoncee_le, row.denonciation_effet = ended.le, ended.effet_le
            row.denonciation_motif = ended.motif
            work.commit()
        self._ground.tell(Change.CONVENTIONS)
        return self.details(code)

    def publier(self, code: str, raa: str) -> ConventionDetails:
        """Store the reference of its publication, which comes after the signature.

        Raises:
            NotFoundError: No such convention.
        """
        with self._ground.write(f"référence de publication de {code}") as work:
            work.conventions.row(code).raa = raa.strip()
            work.commit()
        self._ground.tell(Change.CONVENTIONS)
        return self.details(code)

    # --------------------------------------------------------------- documents

    def render_pdf(
        self,
        code: str,
        annexes: bool = False,
        document: DocumentConvention = DocumentConvention.SYNTHESE,
    ) -> bytes:
        """Return the summary or the convention itself as PDF, with its annexes when asked.

        Raises:
            NotFoundError: No such convention.
            UserError: Something cannot be printed; the sentence says what.
        """
        from sdpd_desktop.documents.convention_pdf import render

        return render(self.contenu(code, annexes, document))

    def render_a_signer(self, code: str) -> bytes:
        """Return the text of a convention and its annexes, with an empty field for each signatory.

        Raises:
            NotFoundError: No such convention.
            UserError: Something cannot be printed, or nobody signs it.
        """
        from sdpd_desktop.documents.convention_pdf import render_a_signer

        return render_a_signer(self.contenu(code, annexes=True, document=DocumentConvention.TEXTE))

    def write_pdf(
        self,
        code: str,
        out: Path,
        annexes: bool = False,
        document: DocumentConvention = DocumentConvention.SYNTHESE,
    ) -> Path:
        """Write the summary or the convention itself as a PDF file.

        Raises:
            ValidationError: The file's name does not end with ``.pdf``.
            StorageError: The file cannot be written; an older one is kept.
        """
        if out.suffix.lower() != ".pdf":
            raise ValidationError("out", f"« {out.name} » doit se terminer par .pdf.")
        write_bytes(out, self.render_pdf(code, annexes, document))
        return out

    def json(self, code: str) -> str:
        """Return the convention and what its documents tell, to hand over.

        Raises:
            NotFoundError: No such convention.
        """
        with self._ground.database.read() as work:
            details = details_of(work, code, self._ground.clock.today())
            exportee = exportee_of(self._ground, work, details)
        return ecrire(replace(exportee, convention=sans_cles(details)))

    def write_json(self, code: str, out: Path) -> Path:
        """Write the convention as JSON.

        Raises:
            ValidationError: The file's name does not end with ``.json``.
            StorageError: The file cannot be written; an older one is kept.
        """
        if out.suffix.lower() != ".json":
            raise ValidationError("out", f"« {out.name} » doit se terminer par .json.")
        write_bytes(out, self.json(code).encode())
        return out

    def noter_impression(self, code: str, quoi: str) -> None:
        """Write in the journal what was printed of a convention."""
        with self._ground.write(
            f"imprimer {code} : {quoi}", SourceChangement.IMPRESSION, force=True
        ) as work:
            work.commit()
        self._ground.tell()

    def contenu(self, code: str, annexes: bool, document: DocumentConvention) -> ConventionImprimee:
        """Return all that a document of the convention prints.

        Raises:
            NotFoundError: No such convention.
        """
        today = self._ground.clock.today()
        with self._ground.database.read() as work:
            details = details_of(work, code, today)
            parametres = work.parametres.get()
            police = work.parametres.police()
            exportee = exportee_of(self._ground, work, details)
            liens = exportee.liens or liens_of(work, details, today)
        of = exportee.arretee_le or details.versions[-1].figee_le.astimezone().date()
        return ConventionImprimee(
            details, liens, exportee.valeurs, parametres.bureau,
            details.confidentialite or parametres.mention, parametres.entete, today, of,
            annexes, document, exportee.liens is not None, police,
        )  # fmt: skip


def details_of(work: "UnitOfWork", code: str, today: dt.date) -> ConventionDetails:
    """Return a whole convention as of a day.

    Raises:
        NotFoundError: No such convention.
    """
    details = work.conventions.details(code)
    return replace(details, resume=details.resume.au(today))


def exportee_of(
    ground: Ground, work: "UnitOfWork", details: ConventionDetails
) -> ConventionExportee:
    """Return a convention with all that its documents tell: as it was frozen, else as of today."""
    if details.figee:
        row = work.conventions.row(details.resume.code)
        kept = work.versions.frozen(row, details.versions[-1].numero)
        return replace(kept, convention=details)
    today = ground.clock.today()
    valeurs, liens = _valeurs_of(ground, work, details), liens_of(work, details, today)
    return ConventionExportee(details, valeurs, liens, today)


def _valeurs_of(
    ground: Ground, work: "UnitOfWork", details: ConventionDetails
) -> tuple[ValeurConvention, ...]:
    """Return the indicators of a convention in words, as of today."""
    from sdpd_desktop.domain import libelles

    suivis = {
        (plan, line.indicateur.code): line
        for plan in {plan for plan, _ in details.indicateurs}
        for line in suivis_of(work, plan, ground.clock.today())
    }
    return tuple(
        libelles.valeur_convention(suivis[key]) for key in details.indicateurs if key in suivis
    )


def liens_of(work: "UnitOfWork", details: ConventionDetails, today: dt.date) -> LiensConvention:
    """Return what a convention is linked to, in words, as of today."""
    from sdpd_desktop.domain import libelles

    actions = {
        (plan, action.code): libelles.action_convention(plan, action)
        for plan in {plan for plan, _ in details.actions}
        for action in work.plans.details(plan).actions()
    }
    contacts = {}
    if any(annexe.contenu is ContenuAnnexe.CONTACTS for annexe in details.annexes):
        contacts = {p.code: p.contact for p in work.partenaires.summaries(today)}
    return LiensConvention(
        tuple(actions[key] for key in details.actions if key in actions),
        tuple(
            (p.partenaire, contacts[p.partenaire])
            for p in details.parties
            if p.partenaire in contacts
        ),
        tuple(source for source in legende(work) if f"{source.libelle} l." in details.source),
    )
