"""Reads conventions, records their signature and prints them."""

import datetime as dt
from pathlib import Path

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.convention import SIGNABLES, ConventionDetails, ConventionSummary
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.impression import ConventionImprimee
from sdpd_desktop.domain.verification import en_cours
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.constats import legende
from sdpd_desktop.services.files import write_bytes
from sdpd_desktop.services.lecture import suivis_of


class ConventionService:
    """The register of conventions."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self, plan: str | None = None) -> tuple[ConventionSummary, ...]:
        """Return the register, or the conventions of one plan.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            return work.conventions.summaries(work.plans.row(plan) if plan else None)

    def details(self, code: str) -> ConventionDetails:
        """Return a whole convention.

        Raises:
            NotFoundError: No such convention.
        """
        with self._ground.database.read() as work:
            return work.conventions.details(code)

    def sign(self, code: str, on: dt.date, lieu: str) -> ConventionDetails:
        """Record that every signatory signed the paper original on that day.

        Raises:
            NotFoundError: No such convention.
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
            work.conventions.sign(code, on, lieu.strip())
            work.commit()
        self._ground.tell(Change.CONVENTIONS)
        return self.details(code)

    def render_pdf(self, code: str, annexes: bool = False) -> bytes:
        """Return the summary as PDF, followed by its annexes when asked.

        Raises:
            NotFoundError: No such convention.
            UserError: Something cannot be printed; the sentence says what.
        """
        from sdpd_desktop.documents.convention_pdf import render

        return render(self._content(code, annexes))

    def render_a_signer(self, code: str) -> bytes:
        """Return the summary as PDF with an empty signature field for each signatory.

        Raises:
            NotFoundError: No such convention.
            UserError: Something cannot be printed, or nobody signs it.
        """
        from sdpd_desktop.documents.convention_pdf import render_a_signer

        return render_a_signer(self._content(code, annexes=False))

    def write_pdf(self, code: str, out: Path, annexes: bool = False) -> Path:
        """Write the summary as a PDF file.

        Raises:
            ValidationError: The file's name does not end with ``.pdf``.
            StorageError: The file cannot be written; an older one is kept.
        """
        if out.suffix.lower() != ".pdf":
            raise ValidationError("out", f"« {out.name} » doit se terminer par .pdf.")
        write_bytes(out, self.render_pdf(code, annexes))
        return out

    def _content(self, code: str, annexes: bool) -> ConventionImprimee:
        today = self._ground.clock.today()
        with self._ground.database.read() as work:
            details = work.conventions.details(code)
            parametres = work.parametres.get()
            sources = legende(work)
            plans = {plan for plan, _ in (*details.actions, *details.indicateurs)}
            actions = {
                (plan, action.code): action
                for plan in plans
                for action in work.plans.details(plan).actions()
            }
            suivis = {
                (plan, line.indicateur.code): line
                for plan in plans
                for line in suivis_of(work, plan, today)
            }
        return ConventionImprimee(
            details,
            tuple(actions[key] for key in details.actions),
            tuple(suivis[key] for key in details.indicateurs),
            parametres.bureau, parametres.mention, parametres.entete, today, annexes, sources,
        )  # fmt: skip
