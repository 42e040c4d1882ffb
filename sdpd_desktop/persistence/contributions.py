"""Reads and adds contributions: what each unit of a partner gave for a value of its return."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.contribution import Contribution
from sdpd_desktop.domain.indicateur import Borne, Presence
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow
from sdpd_desktop.persistence.partenaire_rows import TerritoireRow
from sdpd_desktop.persistence.retour_rows import ContributionRow, RetourRow

Cle = tuple[str, str, str, str]
"""Codes of the indicateur, the période, the territoire and the zone."""


@dataclass(frozen=True)
class NouvelleContribution:
    """A contribution to store; ``indicateur`` and ``territoire`` are ids."""

    indicateur: str
    periode: Periode
    territoire: str
    zone: Zone
    contribution: Contribution


class ContributionRepository:
    """Contributions of the returns."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_retour(self, retour: str) -> dict[Cle, tuple[Contribution, ...]]:
        """Return the latest contribution of each émetteur, by value."""
        found: dict[Cle, list[Contribution]] = defaultdict(list)
        for row, indicateur, territoire in self._session.execute(
            select(ContributionRow, IndicateurRow.code, TerritoireRow.code)
            .join(IndicateurRow, IndicateurRow.id == ContributionRow.indicateur_id)
            .join(TerritoireRow, TerritoireRow.id == ContributionRow.territoire_id)
            .where(ContributionRow.retour_id == retour, ContributionRow.courante)
            .order_by(ContributionRow.emetteur)
        ):
            found[indicateur, row.periode, territoire, row.zone].append(_contribution(row))
        return {key: tuple(given) for key, given in found.items()}

    def of_value(
        self, indicateur: str, periode: Periode, territoire: str, zone: Zone
    ) -> tuple[tuple[str, Contribution], ...]:
        """Return what a value is the sum of: code of the partner, contribution; ids, not codes."""
        rows = self._session.execute(
            select(ContributionRow, RetourRow.partenaire_code)
            .join(RetourRow, RetourRow.id == ContributionRow.retour_id)
            .where(
                ContributionRow.indicateur_id == indicateur,
                ContributionRow.periode == periode.code,
                ContributionRow.territoire_id == territoire,
                ContributionRow.zone == zone.value,
                ContributionRow.courante,
            )
            .order_by(RetourRow.partenaire_code, ContributionRow.emetteur)
        )
        return tuple((partenaire, _contribution(row)) for row, partenaire in rows)

    def add(
        self, retour: str, nouvelles: Sequence[NouvelleContribution], importation: str | None
    ) -> None:
        """Store contributions, each superseding the one its émetteur gave before."""
        current = {
            (row.indicateur_id, row.periode, row.territoire_id, row.zone, row.emetteur): row
            for row in self._session.scalars(
                select(ContributionRow).where(
                    ContributionRow.retour_id == retour, ContributionRow.courante
                )
            )
        }
        added = []
        for nouvelle in nouvelles:
            given = nouvelle.contribution
            row = ContributionRow(
                retour_id=retour, emetteur=given.emetteur, indicateur_id=nouvelle.indicateur,
                periode=nouvelle.periode.code, territoire_id=nouvelle.territoire,
                zone=nouvelle.zone.value, presence=given.presence.value, borne=given.borne.value,
                valeur=given.valeur, numerateur=given.numerateur, denominateur=given.denominateur,
                texte=given.texte, origine=given.origine, courante=True,
                importation_id=importation,
            )  # fmt: skip
            key = (row.indicateur_id, row.periode, row.territoire_id, row.zone, row.emetteur)
            if key in current:
                current[key].courante = False
            added.append(row)
        self._session.flush()  # At most one is current: the old ones retire first.
        self._session.add_all(added)
        self._session.flush()


def _contribution(row: ContributionRow) -> Contribution:
    return Contribution(
        row.emetteur, Presence(row.presence), row.valeur, Borne(row.borne), row.numerateur,
        row.denominateur, row.texte, row.origine, row.id,
    )  # fmt: skip
