"""Keeps a convention whose signed copy is filed as it is, whoever writes and by whatever way."""

from typing import Any

from sqlalchemy import event, func, select
from sqlalchemy.orm import Session, object_session

from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.persistence.base import Base
from sdpd_desktop.persistence.convention_rows import (
    AnnexeRow,
    ArticleRow,
    AvenantRow,
    CompositionRow,
    ConventionActionRow,
    ConventionIndicateurRow,
    ConventionRow,
    PartieRow,
    PieceRow,
    SignataireRow,
    VersionConventionRow,
)
from sdpd_desktop.persistence.journal_rows import ChangementChargeRow, ChangementLigneRow
from sdpd_desktop.persistence.recorder import Recorder

_CONTENT = (
    PartieRow, SignataireRow, ArticleRow, CompositionRow, AnnexeRow, ConventionActionRow,
    ConventionIndicateurRow,
)  # fmt: skip
_TABLES = frozenset(kind.__tablename__ for kind in _CONTENT)


def hold_frozen(session: Session, recorder: Recorder) -> None:
    """Refuse, at commit, content that changed in a convention that was and stays frozen.

    It reads what the journal is about to tell, which nothing escapes: not even a changement put
    back row by row past the session.
    """
    at_start = frozen(session)
    if not at_start:
        return

    def check(session: Session) -> None:
        if recorder.numero is None:
            return
        for row_id in _touched(session, recorder.numero) & at_start & frozen(session):
            code = session.scalar(select(ConventionRow.code).where(ConventionRow.id == row_id))
            raise UserError(
                f"La convention {code} est figée depuis le dépôt de l'exemplaire signé : rien n'en "
                "est modifié. Ouvrez un avenant pour la changer."
            )

    event.listen(session, "before_commit", check)


def frozen(session: Session) -> set[str]:
    """Return the conventions that have a version more than avenants."""
    filed = dict(_counted(session, VersionConventionRow.convention_id))
    amended = dict(_counted(session, AvenantRow.convention_id)) if filed else {}
    return {row_id for row_id, count in filed.items() if count == 1 + amended.get(row_id, 0)}


def convention_of(row: Base) -> str | None:
    """Return the id of the convention a row is, or is part of; None when it is neither."""
    if isinstance(row, ConventionRow):
        return row.id
    if isinstance(row, SignataireRow):
        session = object_session(row)
        assert session is not None
        partie = session.get(PartieRow, row.partie_id)
        return partie.convention_id if partie else None
    part: Any = row if isinstance(row, (*_CONTENT, AvenantRow, PieceRow)) else None
    return None if part is None else str(part.convention_id)


def _counted(session: Session, key: Any) -> list[tuple[str, int]]:
    return [(k, n) for k, n in session.execute(select(key, func.count()).group_by(key))]


def _touched(session: Session, numero: int) -> set[str]:
    """Return the conventions whose content a changement touches."""
    lines = session.execute(
        select(ChangementChargeRow.avant, ChangementChargeRow.apres)
        .join(
            ChangementLigneRow,
            (ChangementLigneRow.numero == ChangementChargeRow.numero)
            & (ChangementLigneRow.rang == ChangementChargeRow.rang),
        )
        .where(ChangementChargeRow.numero == numero, ChangementLigneRow.table_touchee.in_(_TABLES))
    )
    states = [state for line in lines for state in line if state]
    parties = {state["partie_id"] for state in states if "partie_id" in state}
    owners = set(session.scalars(select(PartieRow.convention_id).where(PartieRow.id.in_(parties))))
    return owners | {state["convention_id"] for state in states if "convention_id" in state}
