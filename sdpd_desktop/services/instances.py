"""Reads instances, keeps their meetings and what they decided."""

from dataclasses import replace

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.instance import InstanceSummary, ReunionDetails, ReunionDraft
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.services.base import Ground

_LONGEST = {"objet": (300, "L'objet"), "lieu": (200, "Le lieu")}
_LONGEST_DECISION = 2000


class InstanceService:
    """Instances by code, meetings by id."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self) -> tuple[InstanceSummary, ...]:
        """Return every instance with its last meeting."""
        with self._ground.database.read() as work:
            return work.instances.summaries()

    def reunions(self, code: str) -> tuple[ReunionDetails, ...]:
        """Return the meetings of an instance, newest first.

        Raises:
            NotFoundError: No such instance.
        """
        with self._ground.database.read() as work:
            return work.instances.reunions(code)

    def enregistrer(self, code: str, draft: ReunionDraft, id_: str = "") -> ReunionDetails:
        """Keep a meeting with its decisions, in place of that of ``id_`` if one is given.

        Raises:
            NotFoundError: No such instance, meeting, or action of its plan.
            ValidationError: The day is to come, or something is missing or too long.
        """
        kept = replace(
            draft,
            objet=draft.objet.strip(),
            lieu=draft.lieu.strip(),
            decisions=tuple(replace(d, texte=d.texte.strip()) for d in draft.decisions),
        )
        self._check(kept)
        verb = "modifier" if id_ else "noter"
        commande = f"{verb} la réunion de {code} du {format_date(kept.tenue_le)}"
        with self._ground.write(commande) as work:
            id_ = work.instances.store(code, id_, kept)
            work.commit()
        self._ground.tell(Change.INSTANCES)
        return next(reunion for reunion in self.reunions(code) if reunion.id == id_)

    def retirer(self, reunion: ReunionDetails) -> None:
        """Take a meeting away with what it decided.

        Raises:
            NotFoundError: It is gone already.
        """
        day = format_date(reunion.tenue_le)
        with self._ground.write(f"retirer la réunion de {reunion.instance} du {day}") as work:
            work.instances.remove(reunion.id)
            work.commit()
        self._ground.tell(Change.INSTANCES)

    def _check(self, draft: ReunionDraft) -> None:
        if draft.tenue_le > self._ground.clock.today():
            raise ValidationError(
                "tenue_le",
                f"Le {format_date(draft.tenue_le)} est dans le futur{NBSP}: une réunion se note "
                "une fois tenue.",
            )
        if not draft.objet:
            raise ValidationError("objet", "Donnez l'objet de la réunion.")
        for name, (most, words) in _LONGEST.items():
            if len(getattr(draft, name)) > most:
                raise ValidationError(name, f"{words} tient en {most} caractères.")
        for rang, decision in enumerate(draft.decisions, start=1):
            if not decision.texte or len(decision.texte) > _LONGEST_DECISION:
                raise ValidationError(
                    "decisions",
                    f"Décision n°{NBSP}{rang}{NBSP}: écrivez-la en {_LONGEST_DECISION} caractères "
                    "au plus, ou retirez la ligne.",
                )
