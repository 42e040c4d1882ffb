"""What came of each return so far: its steps, the units heard of, files taken in, answers typed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session, aliased

from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.lexique import SENS_VALEUR, SensValeur
from sdpd_desktop.domain.retour import EtapeRetour, EtatRetour
from sdpd_desktop.persistence.journal_rows import ChangementLigneRow, ChangementRow
from sdpd_desktop.persistence.retour_rows import (
    ContributionRow,
    EtapeRetourRow,
    ImportationLigneRow,
    ImportationRow,
    RetourRow,
)

_ANSWERS = ("observation", "mesure")


def etapes(session: Session) -> dict[str, list[EtapeRetour]]:
    """Return every state that returns came to, oldest first."""
    found: dict[str, list[EtapeRetour]] = defaultdict(list)
    for row in session.scalars(select(EtapeRetourRow).order_by(EtapeRetourRow.rang)):
        found[row.retour_id].append(EtapeRetour(EtatRetour(row.etat), row.le, row.emetteur or ""))
    return found


def entendus(
    session: Session, steps: Mapping[str, Sequence[EtapeRetour]]
) -> dict[str, tuple[str, ...]]:
    """Return the émetteurs that gave a value, or brought a return to one of its steps."""
    found: dict[str, set[str]] = defaultdict(set)
    for retour, emetteur in session.execute(_apports()):
        found[retour].add(emetteur)
    for retour, taken in steps.items():
        found[retour] |= {step.emetteur for step in taken if step.emetteur}
    return {retour: tuple(sorted(names)) for retour, names in found.items()}


def _apports() -> Select[str, str]:
    """Return the query of who gave values for which return."""
    given = select(ContributionRow.retour_id, ContributionRow.emetteur)
    return given.where(ContributionRow.courante).distinct()


def fichiers(session: Session, undone: Collection[int]) -> Counter[str | None]:
    """Return how many imports still hold; ``undone`` are the changements put back."""
    return Counter(_imports(session, undone))


def reponses(session: Session, undone: Collection[int]) -> dict[str, bool]:
    """Return the returns that were answered, and whether by more than « état néant »."""
    nothing = SENS_VALEUR[SensValeur.ETAT_NEANT]
    line = ImportationLigneRow
    as_sent = (line.verdict == Verdict.INCHANGE.value) & (line.colonne != "valeur")
    says = exists().where(
        line.importation_id == ImportationRow.id, line.compris != nothing, ~as_sent
    )
    valued = (retour for retour, _emetteur in session.execute(_apports()))
    told = {*saisis(session, undone), *valued, *_imports(session, undone, says)}
    known = dict.fromkeys(_imports(session, undone), False) | dict.fromkeys(told, True)
    return {retour: said for retour, said in known.items() if retour is not None}


def _imports(
    session: Session, undone: Collection[int], *where: ColumnElement[bool]
) -> list[str | None]:
    """Return the return of each import that still holds."""
    rows = session.execute(
        select(ImportationRow.retour_id, ChangementLigneRow.numero)
        .join(ChangementLigneRow, ChangementLigneRow.ligne_id == ImportationRow.id)
        .where(
            ChangementLigneRow.table_touchee == ImportationRow.__tablename__,
            ChangementLigneRow.operation == "ajout",
            *where,
        )
    )
    return [retour for retour, numero in rows if numero not in undone]


def saisis(session: Session, undone: Collection[int]) -> set[str]:
    """Return the returns whose state changed by hand together with an answer, and still holds."""
    answer = aliased(ChangementLigneRow)
    rows = session.execute(
        select(ChangementLigneRow.ligne_id, ChangementLigneRow.numero)
        .join(ChangementRow, ChangementRow.numero == ChangementLigneRow.numero)
        .where(
            ChangementLigneRow.table_touchee == RetourRow.__tablename__,
            ChangementRow.source == SourceChangement.MAIN.value,
            exists().where(
                answer.numero == ChangementLigneRow.numero, answer.table_touchee.in_(_ANSWERS)
            ),
        )
    )
    return {retour for retour, numero in rows if numero not in undone}
