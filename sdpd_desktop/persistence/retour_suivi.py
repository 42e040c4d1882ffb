"""What came of each return so far: its steps, the units heard of, files taken in, answers typed."""

from collections import Counter, defaultdict
from collections.abc import Collection

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.retour import EtapeRetour, EtatRetour
from sdpd_desktop.persistence.journal_rows import ChangementLigneRow, ChangementRow
from sdpd_desktop.persistence.retour_rows import (
    ContributionRow,
    EtapeRetourRow,
    ImportationRow,
    RetourRow,
)

_ANSWERS = ("observation", "mesure")


def etapes(session: Session) -> dict[str, list[EtapeRetour]]:
    """Return every state that returns came to, oldest first."""
    found: dict[str, list[EtapeRetour]] = defaultdict(list)
    for row in session.scalars(select(EtapeRetourRow).order_by(EtapeRetourRow.rang)):
        found[row.retour_id].append(EtapeRetour(EtatRetour(row.etat), row.le))
    return found


def entendus(session: Session) -> dict[str, list[str]]:
    """Return the émetteurs heard of."""
    found: dict[str, list[str]] = defaultdict(list)
    for retour, emetteur in session.execute(
        select(ContributionRow.retour_id, ContributionRow.emetteur)
        .where(ContributionRow.courante)
        .distinct()
        .order_by(ContributionRow.emetteur)
    ):
        found[retour].append(emetteur)
    return found


def fichiers(session: Session, undone: Collection[int]) -> Counter[str | None]:
    """Return how many imports still hold; ``undone`` are the changements put back."""
    rows = session.execute(
        select(ImportationRow.retour_id, ChangementLigneRow.numero)
        .join(ChangementLigneRow, ChangementLigneRow.ligne_id == ImportationRow.id)
        .where(
            ChangementLigneRow.table_touchee == ImportationRow.__tablename__,
            ChangementLigneRow.operation == "ajout",
        )
    )
    return Counter(retour for retour, numero in rows if numero not in undone)


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
