"""Changes how far values are trusted: validated, contested, consolidated; each keeps its past."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.cloture import refuser_si_close, verifier_motif
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.grille import SaisieCellule
from sdpd_desktop.domain.indicateur import Consolidation, EtatValeur, Observation, Presence
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import find, label, releve_of
from sdpd_desktop.services.saisies import check_extraction

Cells = Sequence[SaisieCellule]


def valider(ground: Ground, plan: str, cells: Cells) -> tuple[Observation, ...]:
    """Mark values as validated."""
    changes = {"etat": EtatValeur.VALIDE.value, "etat_motif": ""}
    return _restate(ground, plan, cells, "valider", changes)


def contester(ground: Ground, plan: str, cells: Cells, motif: str) -> tuple[Observation, ...]:
    """Mark values as contested."""
    changes = {"etat": EtatValeur.CONTESTE.value, "etat_motif": verifier_motif(motif)}
    return _restate(ground, plan, cells, "contester", changes)


def consolider(
    ground: Ground, plan: str, cells: Cells, extraite_le: dt.date | None
) -> tuple[Observation, ...]:
    """Mark values as consolidated, with the day they were taken out if it is known."""
    for cell in cells:
        check_extraction(cell.periode, Consolidation.CONSOLIDE, extraite_le, ground.clock.today())
    changes: dict[str, object] = {"consolidation": Consolidation.CONSOLIDE.value}
    if extraite_le is not None:
        changes["extraite_le"] = extraite_le
    return _restate(ground, plan, cells, "consolider", changes)


def _restate(
    ground: Ground, plan: str, cells: Cells, verb: str, changes: Mapping[str, object]
) -> tuple[Observation, ...]:
    auteur = ground.auteur()
    with ground.database.read() as work:
        releve = releve_of(work, plan)
        found = [_own_value(work, releve, plan, cell) for cell in cells]
    if not found:
        return ()
    first = found[0]
    name = label(releve.indicateurs[first.indicateur], first.periode, first.territoire, first.zone)
    what = name if len(found) == 1 else f"{len(found)} valeurs"
    with ground.write(f"{verb} {what}") as work:
        ids = work.indicateurs.restate(
            list(dict.fromkeys(o.id for o in found)), auteur, ground.clock.now(), changes
        )
        work.commit()
    ground.tell(Change.INDICATEURS)
    with ground.database.read() as after:
        return after.indicateurs.by_ids(ids)


def _own_value(work: UnitOfWork, releve: Releve, plan: str, cell: SaisieCellule) -> Observation:
    """Return the stored value of a cell.

    Raises:
        ValidationError: There is none, or the one shown is computed.
        ClosedPeriodError: The period is locked.
    """
    indicateur = find(tuple(releve.indicateurs.values()), plan, cell.indicateur)
    refuser_si_close(work.clotures.of_plan(work.plans.row(plan)), cell.periode)
    where = (indicateur.code, cell.periode, cell.territoire, cell.zone)
    shown, stored = releve.valeur(*where), releve.saisie(*where)
    name = label(indicateur, cell.periode, cell.territoire or releve.ici, cell.zone)
    if shown is not None and shown.origine.etat is EtatValeur.CALCULE:
        raise ValidationError(
            "valeur", f"{name} est calculé ({shown.origine.source}) : agissez sur ses parties."
        )
    if stored is None or stored.presence is Presence.NON_RENSEIGNE:
        raise ValidationError("valeur", f"{name} n'a pas de valeur.")
    return stored
