"""Draws up the report of a plan for a period."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from sdpd_desktop.domain.bilan import (
    SECTIONS,
    Bilan,
    BilanLigneIndicateur,
    BilanLigneObjectif,
)
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.indicateur import (
    Grandeur,
    Indicateur,
    Observation,
    SuiviIndicateur,
)
from sdpd_desktop.domain.nombre import format_nombre, format_variation
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.plan import EtatEcheance, ObjectifDetails
from sdpd_desktop.domain.taux import couverture
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.campagnes import target_text
from sdpd_desktop.services.files import write_bytes
from sdpd_desktop.services.lecture import rates_by_action, show, suivis_of
from sdpd_desktop.services.plans import due_dates

NEXT_DAYS = 180


class BilanService:
    """The report, the same numbers on screen, in PDF and in XLSX."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def content(
        self, plan: str, periode: str | Periode, sections: Sequence[str] = SECTIONS
    ) -> Bilan:
        """Gather what the report says.

        The figures are those known today, or on the last day of a period that is over.

        Raises:
            NotFoundError: No such plan.
            ValidationError: No such period or section.
            UserError: The period has not begun.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        unknown = [name for name in sections if name not in SECTIONS]
        if unknown:
            raise ValidationError("sections", f"Section inconnue : {', '.join(unknown)}.")
        today = self._ground.clock.today()
        if when.debut > today:
            raise UserError(f"La période {when.libelle} n'a pas encore commencé.")
        on = min(today, when.fin)
        with self._ground.database.read() as work:
            details = work.plans.details(plan)
            row = work.plans.row(plan)
            suivis = suivis_of(work, plan, on)
            here = work.plans.territoire_code(plan)
            values: dict[str, list[Observation]] = defaultdict(list)
            for observation in work.indicateurs.current(row):
                if observation.territoire == here and observation.zone is Zone.ENSEMBLE:
                    values[observation.indicateur].append(observation)
            conventions = work.conventions.summaries(row)
            parametres = work.parametres.get()
        due = due_dates(details, on)
        by_action = rates_by_action(details, suivis)
        chiffrees, actions = couverture({a: [s.taux for s in s_] for a, s_ in by_action.items()})
        late = {
            e.code.rpartition(".m")[0] or e.code for e in due if e.etat is EtatEcheance.EN_RETARD
        }
        return Bilan(
            plan=details,
            periode=when,
            arrete_le=on,
            bureau=parametres.bureau,
            mention=parametres.mention,
            entete=parametres.entete,
            avancement=details.avancement,
            actions=actions,
            chiffrees=chiffrees,
            objectifs=tuple(_objectif(objectif, late) for objectif in details.objectifs()),
            indicateurs=tuple(
                _indicateur(line, when, values[line.indicateur.code]) for line in suivis
            ),
            echeances=tuple(
                sorted((e for e in due if e.jours <= NEXT_DAYS), key=lambda e: (e.echeance, e.code))
            ),
            conventions=conventions,
            sections=tuple(name for name in SECTIONS if name in sections),
        )

    def render_pdf(
        self, plan: str, periode: str | Periode, sections: Sequence[str] = SECTIONS
    ) -> bytes:
        """Return the report as PDF.

        Raises:
            UserError: As for :meth:`content`, or something cannot be printed.
        """
        from sdpd_desktop.documents.bilan_pdf import render

        return render(self.content(plan, periode, sections))

    def write(
        self,
        plan: str,
        periode: str | Periode,
        out: Path,
        sections: Sequence[str] = SECTIONS,
    ) -> Path:
        """Write the report as a PDF or a workbook, by the file's suffix.

        Raises:
            ValidationError: The suffix is neither ``.pdf`` nor ``.xlsx``.
            StorageError: The file cannot be written; an older one is kept.
        """
        match out.suffix.lower():
            case ".pdf":
                write_bytes(out, self.render_pdf(plan, periode, sections))
            case ".xlsx":
                from sdpd_desktop.documents.bilan_xlsx import write

                write(self.content(plan, periode, sections), out)
            case _:
                raise ValidationError(
                    "out", f"« {out.name} » doit se terminer par .pdf ou par .xlsx."
                )
        return out


def _objectif(objectif: ObjectifDetails, late: set[str]) -> BilanLigneObjectif:
    statuts = Counter(action.statut.value for action in objectif.actions)
    return BilanLigneObjectif(
        objectif.code, objectif.titre, len(objectif.actions), tuple(sorted(statuts.items())),
        objectif.avancement, sum(action.code in late for action in objectif.actions),
    )  # fmt: skip


def _indicateur(
    line: SuiviIndicateur, periode: Periode, observations: Sequence[Observation]
) -> BilanLigneIndicateur:
    indicateur = line.indicateur
    before = _value_in(observations, periode.annee_precedente())
    now = _value_in(observations, periode)
    absolue = relative = ""
    if before and now and _comparable(indicateur, before, now):
        absolue, relative = format_variation(before.valeur, now.valeur)
    part = line.taux.part
    return BilanLigneIndicateur(
        line,
        _dated(before, indicateur, periode.annee_precedente()),
        _dated(now, indicateur, periode),
        f"{absolue} ({relative})" if relative else absolue,
        target_text(line, with_unit=False),
        line.taux.motif
        if part is None
        else f"{format_nombre(100 * part, 2, '%')} · {line.taux.libelle}",
        " ".join(remarque.texte for remarque in indicateur.remarques),
    )


def _value_in(observations: Sequence[Observation], periode: Periode) -> Observation | None:
    """Return the value of the period, else the latest of a shorter period within it."""
    inside = [
        o for o in observations if periode.debut <= o.periode.debut and o.periode.fin <= periode.fin
    ]
    exact = [o for o in inside if o.periode == periode]
    found = exact or inside
    return found[-1] if found else None


def _comparable(indicateur: Indicateur, before: Observation, now: Observation) -> bool:
    """Tell whether a variation means something: a stock, or two periods of the same length."""
    return indicateur.grandeur is Grandeur.STOCK or before.periode.type is now.periode.type


def _dated(observation: Observation | None, indicateur: Indicateur, periode: Periode) -> str:
    """Return the value, with its own period when that is not the column's."""
    text = show(observation, indicateur, with_unit=False)
    if observation is None or observation.periode == periode:
        return text
    return f"{text} ({observation.periode.libelle})"
