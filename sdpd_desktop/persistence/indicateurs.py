"""Reads indicators; adds observations, which supersede and never overwrite."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Select, desc, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.indicateur import (
    Borne,
    Cible,
    Consolidation,
    EtatValeur,
    Grandeur,
    Indicateur,
    NatureCible,
    Observation,
    Origine,
    Periodicite,
    Presence,
    Reference,
    Sens,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.plan import Remarque
from sdpd_desktop.persistence.indicateur_rows import CibleRow, IndicateurRow, ObservationRow
from sdpd_desktop.persistence.journal_rows import ChangementLigneRow
from sdpd_desktop.persistence.partenaire_rows import PartenaireRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import PlanRow
from sdpd_desktop.persistence.retour_rows import FichierRow, ImportationRow

_CHANGEMENT = "changement"


@dataclass(frozen=True)
class NouvelleObservation:
    """A value to store, with where it came from.

    Attributes:
        indicateur: Id of the indicator. territoire: Id of the territory.
        libelle: What the journal calls it (« K33 · 2021 »).
        texte: As typed.
    """

    indicateur: str
    periode: Periode
    territoire: str
    zone: Zone
    presence: Presence
    borne: Borne
    valeur: Decimal | None
    numerateur: Decimal | None
    denominateur: Decimal | None
    consolidation: Consolidation
    commentaire: str
    etat: EtatValeur
    auteur: str
    saisi_le: dt.datetime
    origine: str
    libelle: str
    texte: str
    importation: str | None = None
    campagne: str | None = None
    feuille: str = ""
    cellule: str = ""


class IndicateurRepository:
    """Indicators of a plan and their values."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_plan(
        self, plan: PlanRow, remarques: dict[str, tuple[Remarque, ...]]
    ) -> tuple[Indicateur, ...]:
        """Return the indicators of a plan in natural order."""
        rows = self._session.scalars(
            select(IndicateurRow)
            .where(IndicateurRow.plan_id == plan.id)
            .order_by(IndicateurRow.tri)
        ).all()
        cibles: dict[str, list[Cible]] = defaultdict(list)
        for cible in self._session.scalars(
            select(CibleRow)
            .join(IndicateurRow, IndicateurRow.id == CibleRow.indicateur_id)
            .where(IndicateurRow.plan_id == plan.id)
            .order_by(CibleRow.rang)
        ):
            cibles[cible.indicateur_id].append(
                Cible(
                    cible.id, cible.rang, cible.valeur, cible.echeance,
                    cible.echeance_interpretee, cible.debut, cible.reference,
                )
            )  # fmt: skip
        partenaires = dict(
            self._session.execute(select(PartenaireRow.id, PartenaireRow.code)).all()
        )
        return tuple(
            _indicateur(
                row, plan.code, tuple(cibles[row.id]),
                partenaires.get(row.fournisseur_id or "", ""), remarques.get(row.id, ()),
            )
            for row in rows
        )  # fmt: skip

    def current(self, plan: PlanRow) -> tuple[Observation, ...]:
        """Return the current values of a plan's indicators, oldest period first."""
        return self._observations(
            self._select()
            .where(IndicateurRow.plan_id == plan.id, ObservationRow.courante)
            .order_by(ObservationRow.fin, ObservationRow.debut.desc())
        )

    def history(
        self, indicateur: str, periode: Periode, territoire: str, zone: Zone
    ) -> tuple[Observation, ...]:
        """Return every value ever given to a cell, newest first; ids, not codes."""
        return self._observations(
            self._select()
            .where(
                ObservationRow.indicateur_id == indicateur,
                ObservationRow.periode == periode.code,
                ObservationRow.territoire_id == territoire,
                ObservationRow.zone == zone.value,
            )
            # By order of commitment: the clock of a workstation alone may go back.
            .order_by(ObservationRow.courante.desc(), desc(_CHANGEMENT), ObservationRow.id.desc())
        )

    def add(self, new: Sequence[NouvelleObservation]) -> tuple[str, ...]:
        """Store values, each superseding the current one of its cell; return their ids."""
        rows = []
        for value in new:
            previous = self._session.scalar(
                select(ObservationRow).where(
                    ObservationRow.indicateur_id == value.indicateur,
                    ObservationRow.periode == value.periode.code,
                    ObservationRow.territoire_id == value.territoire,
                    ObservationRow.zone == value.zone.value,
                    ObservationRow.courante,
                )
            )
            if previous is not None:
                previous.courante = False
                self._session.flush()
            row = _observation_row(value, previous.id if previous else None)
            self._session.add(row)
            rows.append(row)
        self._session.flush()
        return tuple(row.id for row in rows)

    def by_ids(self, ids: Iterable[str]) -> tuple[Observation, ...]:
        """Return observations by id, in the order asked."""
        found = {
            observation.id: observation
            for observation in self._observations(
                self._select().where(ObservationRow.id.in_(list(ids)))
            )
        }
        return tuple(found[key] for key in ids)

    def _select(
        self,
    ) -> Select[ObservationRow, str, str, str | None, str | None, int | None]:
        changement = (
            select(ChangementLigneRow.numero)
            .where(
                ChangementLigneRow.table_touchee == ObservationRow.__tablename__,
                ChangementLigneRow.ligne_id == ObservationRow.id,
                ChangementLigneRow.operation == "ajout",
            )
            .order_by(ChangementLigneRow.numero.desc())
            .limit(1)
            .correlate(ObservationRow)
            .scalar_subquery()
            .label(_CHANGEMENT)
        )
        return (
            select(
                ObservationRow,
                IndicateurRow.code,
                TerritoireRow.code,
                ImportationRow.nom,
                FichierRow.empreinte,
                changement,
            )
            .join(IndicateurRow, IndicateurRow.id == ObservationRow.indicateur_id)
            .join(TerritoireRow, TerritoireRow.id == ObservationRow.territoire_id)
            .outerjoin(ImportationRow, ImportationRow.id == ObservationRow.importation_id)
            .outerjoin(FichierRow, FichierRow.id == ImportationRow.fichier_id)
        )

    def _observations(
        self,
        query: Select[ObservationRow, str, str, str | None, str | None, int | None],
    ) -> tuple[Observation, ...]:
        return tuple(
            _observation(row, code, territoire, fichier or "", empreinte or "", changement)
            for row, code, territoire, fichier, empreinte, changement in self._session.execute(
                query
            )
        )


def _indicateur(
    row: IndicateurRow,
    plan: str,
    cibles: tuple[Cible, ...],
    fournisseur: str,
    remarques: tuple[Remarque, ...],
) -> Indicateur:
    return Indicateur(
        id=row.id,
        plan=plan,
        code=row.code,
        reference=row.reference,
        parent=row.parent,
        titre=row.titre,
        nature=NatureCible(row.nature),
        sens=Sens(row.sens),
        grandeur=Grandeur(row.grandeur),
        periodicite=Periodicite(row.periodicite),
        unite=row.unite,
        decimales=row.decimales,
        minimum=row.minimum,
        maximum=row.maximum,
        numerateur=row.numerateur,
        denominateur=row.denominateur,
        depart=Reference(
            row.depart_valeur,
            Borne(row.depart_borne),
            row.depart_date,
            row.depart_periode,
            row.depart_texte,
        ),
        cibles=cibles,
        sites=row.sites,
        fournisseur=fournisseur,
        communicable=row.communicable,
        source=row.source,
        remarques=remarques,
    )


def _observation(
    row: ObservationRow,
    indicateur: str,
    territoire: str,
    fichier: str,
    empreinte: str,
    changement: int | None,
) -> Observation:
    origine = Origine(
        row.auteur, row.saisi_le, EtatValeur(row.etat), row.origine, fichier, empreinte,
        row.feuille, row.cellule, changement,
    )  # fmt: skip
    return Observation(
        row.id, indicateur, parse_periode(row.periode), territoire, Zone(row.zone), row.valeur,
        Presence(row.presence), Borne(row.borne), row.numerateur, row.denominateur,
        Consolidation(row.consolidation), row.commentaire, row.courante, origine,
    )  # fmt: skip


def _observation_row(value: NouvelleObservation, remplace: str | None) -> ObservationRow:
    return ObservationRow(
        indicateur_id=value.indicateur,
        periode=value.periode.code,
        debut=value.periode.debut,
        fin=value.periode.fin,
        territoire_id=value.territoire,
        zone=value.zone.value,
        presence=value.presence.value,
        borne=value.borne.value,
        valeur=value.valeur,
        numerateur=value.numerateur,
        denominateur=value.denominateur,
        consolidation=value.consolidation.value,
        commentaire=value.commentaire,
        courante=True,
        remplace_id=remplace,
        etat=value.etat.value,
        etat_motif="",
        auteur=value.auteur,
        saisi_le=value.saisi_le,
        origine=value.origine,
        importation_id=value.importation,
        campagne_id=value.campagne,
        feuille=value.feuille,
        cellule=value.cellule,
        texte=value.texte,
        libelle_journal=value.libelle,
    )
