"""Reads indicators; adds observations, which supersede and never overwrite."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import String, desc, inspect, select, type_coerce
from sqlalchemy.orm import Session

from sdpd_desktop.domain.formule import Formule, Operande, Operation
from sdpd_desktop.domain.indicateur import (
    Borne,
    Cible,
    Grandeur,
    Indicateur,
    NatureCible,
    Observation,
    Periodicite,
    Reference,
    Reglages,
    Sens,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import Remarque
from sdpd_desktop.domain.taux_valeur import Brute
from sdpd_desktop.persistence.base import new_id
from sdpd_desktop.persistence.indicateur_rows import (
    CibleRow,
    IndicateurRow,
    ObservationRow,
    OperandeRow,
)
from sdpd_desktop.persistence.observations import (
    CHANGEMENT,
    COLONNES,
    NouvelleObservation,
    observations,
    select_observations,
    valeurs_colonnes,
)
from sdpd_desktop.persistence.partenaire_rows import PartenaireRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import ActionRow, PlanRow
from sdpd_desktop.persistence.schema import batched

_Cell = tuple[str, str, str, str]


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
        operandes = self._operandes(plan, {row.id: row.code for row in rows})
        return tuple(
            _indicateur(
                row, plan.code, tuple(cibles[row.id]),
                partenaires.get(row.fournisseur_id or "", ""), remarques.get(row.id, ()),
                tuple(operandes[row.id]),
            )
            for row in rows
        )  # fmt: skip

    def settle(self, indicateur: str, voulu: Reglages, fournisseur: str | None) -> None:
        """Give an indicator its settings; codes in them are known, ``fournisseur`` is an id."""
        row = self._session.get_one(IndicateurRow, indicateur)
        for name, value in _columns(voulu).items():
            setattr(row, name, value)
        row.fournisseur_id = fournisseur
        self._set_cibles(row, voulu.cibles)
        self._set_formule(row, voulu.formule)

    def create(
        self, plan: PlanRow, parent: str, code: str, voulu: Reglages, fournisseur: str | None
    ) -> None:
        """Add an indicator to an object of a plan; codes are known, ``fournisseur`` is an id."""
        action = self._session.scalar(
            select(ActionRow.id).where(ActionRow.plan_id == plan.id, ActionRow.code == parent)
        )
        row = IndicateurRow(
            id=new_id(), plan_id=plan.id, parent=parent, action_id=action, code=code,
            reference="", fournisseur_id=fournisseur, **_columns(voulu),
        )  # fmt: skip
        self._session.add(row)
        self._session.flush()
        self._set_cibles(row, voulu.cibles)
        self._set_formule(row, voulu.formule)

    def _set_cibles(self, row: IndicateurRow, cibles: Sequence[Cible]) -> None:
        """Write targets over those there are, rank by rank; the last ones go or come."""
        old = self._session.scalars(
            select(CibleRow).where(CibleRow.indicateur_id == row.id).order_by(CibleRow.rang)
        ).all()
        for gone in old[len(cibles) :]:
            self._session.delete(gone)
        for rang, cible in enumerate(cibles):
            kept = old[rang] if rang < len(old) else None
            if kept is None:
                last = old[-1].rang if old else 0
                kept = CibleRow(indicateur_id=row.id, rang=last + 1 + rang - len(old))
                self._session.add(kept)
            kept.valeur, kept.echeance, kept.debut = cible.valeur, cible.echeance, cible.debut
            kept.echeance_interpretee = cible.echeance_interpretee
            kept.reference = cible.reference
        self._session.flush()

    def _set_formule(self, row: IndicateurRow, formule: Formule | None) -> None:
        """Replace the terms of a formula where they differ."""
        territoires = dict(
            self._session.execute(select(TerritoireRow.code, TerritoireRow.id)).all()
        )
        codes = dict(
            self._session.execute(
                select(IndicateurRow.code, IndicateurRow.id).where(
                    IndicateurRow.plan_id == row.plan_id
                )
            ).all()
        )
        old = self._session.scalars(
            select(OperandeRow)
            .where(OperandeRow.indicateur_id == row.id)
            .order_by(OperandeRow.rang)
        ).all()
        new = operande_rows(row.id, formule, codes, territoires)
        row.operation = formule.operation.value if formule else None
        if [_terms(term) for term in old] != [_terms(term) for term in new]:
            for term in old:
                self._session.delete(term)
            self._session.flush()
            self._session.add_all(new)
        self._session.flush()

    def current(
        self, plan: PlanRow, indicateurs: Iterable[str] | None = None
    ) -> tuple[Observation, ...]:
        """Return the current values of a plan, or of some indicators (ids), oldest period first."""
        query = (
            select_observations()
            .where(IndicateurRow.plan_id == plan.id, ObservationRow.courante)
            .order_by(ObservationRow.fin, ObservationRow.debut.desc())
        )
        if indicateurs is None:
            return tuple(observations(self._session.execute(query)))
        return tuple(
            observation
            for ids in batched(list(dict.fromkeys(indicateurs)))
            for observation in observations(
                self._session.execute(query.where(IndicateurRow.id.in_(ids)))
            )
        )

    def bare(self, plan: PlanRow) -> Iterator[Brute]:
        """Yield the current numbers of a plan, ids in the place of codes, nothing decoded."""
        o = ObservationRow.__table__.c
        query = (
            select(
                o.indicateur_id, o.territoire_id, o.zone, o.periode, type_coerce(o.valeur, String)
            )
            .where(
                o.indicateur_id.in_(
                    select(IndicateurRow.id).where(IndicateurRow.plan_id == plan.id)
                ),
                o.courante,
                o.valeur.is_not(None),
            )
            .order_by(o.indicateur_id, o.fin, o.debut)
        )
        rows: Iterator[Brute] = iter(self._session.connection().execute(query))
        return rows

    def history(
        self, indicateur: str, periode: Periode, territoire: str, zone: Zone
    ) -> tuple[Observation, ...]:
        """Return every value ever given to a cell, newest first; ids, not codes."""
        query = (
            select_observations()
            .where(
                ObservationRow.indicateur_id == indicateur,
                ObservationRow.periode == periode.code,
                ObservationRow.territoire_id == territoire,
                ObservationRow.zone == zone.value,
            )
            # By order of commitment: the clock of a workstation alone may go back.
            .order_by(ObservationRow.courante.desc(), desc(CHANGEMENT), ObservationRow.id.desc())
        )
        return tuple(observations(self._session.execute(query)))

    def add(self, new: Sequence[NouvelleObservation]) -> tuple[str, ...]:
        """Store values, each superseding the current one of its cell; return their ids.

        Raises:
            ClosedPeriodError: One of them lies in a locked period; nothing is stored.
        """
        current = self._current_rows({value.indicateur for value in new})
        added: dict[_Cell, ObservationRow] = {}
        ids = []
        for value in new:
            cell = (
                value.indicateur, value.periode.code, value.territoire, value.zone.value
            )  # fmt: skip
            if cell in added:  # Twice in one gesture: the second supersedes the first.
                self._replace(current, added)
                current, added = added, {}
            previous = current.get(cell)
            columns = valeurs_colonnes(value, previous.id if previous else None)
            row = ObservationRow(**dict(zip(COLONNES, columns, strict=True)))
            added[cell] = row
            ids.append(row.id)
        self._replace(current, added)
        return tuple(ids)

    def restate(
        self, ids: Sequence[str], auteur: str, saisi_le: dt.datetime, changes: Mapping[str, object]
    ) -> tuple[str, ...]:
        """Supersede values by themselves in another state; where they came from stays.

        ``changes`` are columns of ``observation``. Returns the ids of the new rows.

        Raises:
            ClosedPeriodError: One of them lies in a locked period; nothing changes.
        """
        current: dict[_Cell, ObservationRow] = {}
        added: dict[_Cell, ObservationRow] = {}
        for id_ in ids:
            old = self._session.get_one(ObservationRow, id_)
            cell = (old.indicateur_id, old.periode, old.territoire_id, old.zone)
            kept = {
                attribute.key: getattr(old, attribute.key)
                for attribute in inspect(ObservationRow).column_attrs
                if attribute.key not in ("id", "version")
            }
            kept |= {"auteur": auteur, "saisi_le": saisi_le, "remplace_id": old.id}
            current[cell] = old
            added[cell] = ObservationRow(
                **{**kept, **changes},
                id=new_id(),
            )
        self._replace(current, added)
        return tuple(row.id for row in added.values())

    def _current_rows(self, indicateurs: Iterable[str]) -> dict[_Cell, ObservationRow]:
        return {
            (row.indicateur_id, row.periode, row.territoire_id, row.zone): row
            for ids in batched(sorted(indicateurs))
            for row in self._session.scalars(
                select(ObservationRow).where(
                    ObservationRow.indicateur_id.in_(ids), ObservationRow.courante
                )
            )
        }

    def _replace(
        self, current: dict[_Cell, ObservationRow], added: dict[_Cell, ObservationRow]
    ) -> None:
        """Retire the rows of those cells before the new ones come: one at most is current."""
        for cell in added:
            if cell in current:
                current[cell].courante = False
        self._session.flush()
        self._session.add_all(added.values())
        self._session.flush()

    def current_ids(self, plan: PlanRow) -> dict[_Cell, str]:
        """Return the ids of the current values by codes of indicator, period, territory, zone."""
        o = ObservationRow.__table__.c
        query = (
            select(IndicateurRow.code, o.periode, TerritoireRow.code, o.zone, o.id)
            .join(IndicateurRow, IndicateurRow.id == o.indicateur_id)
            .join(TerritoireRow, TerritoireRow.id == o.territoire_id)
            .where(IndicateurRow.plan_id == plan.id, o.courante)
        )
        return {(*cell,): key for *cell, key in self._session.execute(query)}

    def by_ids(self, ids: Iterable[str]) -> tuple[Observation, ...]:
        """Return observations by id, in the order asked."""
        wanted = list(ids)
        found = {
            observation.id: observation
            for run in batched(wanted)
            for observation in observations(
                self._session.execute(select_observations().where(ObservationRow.id.in_(run)))
            )
        }
        return tuple(found[key] for key in wanted)

    def _operandes(self, plan: PlanRow, codes: dict[str, str]) -> dict[str, list[Operande]]:
        found: dict[str, list[Operande]] = defaultdict(list)
        for row, territoire in self._session.execute(
            select(OperandeRow, TerritoireRow.code)
            .join(IndicateurRow, IndicateurRow.id == OperandeRow.indicateur_id)
            .outerjoin(TerritoireRow, TerritoireRow.id == OperandeRow.territoire_id)
            .where(IndicateurRow.plan_id == plan.id)
            .order_by(OperandeRow.rang)
        ):
            found[row.indicateur_id].append(
                Operande(
                    codes[row.operande_id], territoire or "",
                    Zone(row.zone) if row.zone else None, row.decalage,
                )
            )  # fmt: skip
        return found


def _columns(voulu: Reglages) -> dict[str, object]:
    """Return the columns of ``indicateur`` that settings fill, all but the ids."""
    depart = voulu.depart
    return {
        "titre": voulu.titre,
        "nature": voulu.nature.value,
        "sens": voulu.sens.value,
        "grandeur": voulu.grandeur.value,
        "periodicite": voulu.periodicite.value,
        "unite": voulu.unite,
        "decimales": voulu.decimales,
        "minimum": voulu.minimum,
        "maximum": voulu.maximum,
        "numerateur": voulu.numerateur,
        "denominateur": voulu.denominateur,
        "depart_valeur": depart.valeur,
        "depart_borne": depart.borne.value,
        "depart_date": depart.date,
        "depart_periode": depart.periode,
        "depart_texte": depart.texte,
        "sites": voulu.sites,
        "communicable": voulu.communicable,
        "source": voulu.source,
        "methode": voulu.methode,
        "delai_jours": voulu.delai_jours,
        "seuil_variation": voulu.seuil_variation,
        "definition_depuis": voulu.definition_depuis,
        "produit": voulu.produit,
        "territoires": voulu.territoires,
    }


def _terms(row: OperandeRow) -> tuple[object, ...]:
    return row.operande_id, row.territoire_id, row.zone, row.decalage


def operande_rows(
    indicateur: str,
    formule: Formule | None,
    indicateurs: dict[str, str],
    territoires: dict[str, str],
) -> list[OperandeRow]:
    """Return the rows of a formula's terms; the two last map codes to ids."""
    return [
        OperandeRow(
            indicateur_id=indicateur, rang=rang, operande_id=indicateurs[operande.indicateur],
            territoire_id=territoires[operande.territoire] if operande.territoire else None,
            zone=operande.zone.value if operande.zone else None, decalage=operande.decalage,
        )
        for rang, operande in enumerate(formule.operandes if formule else (), start=1)
    ]  # fmt: skip


def _indicateur(
    row: IndicateurRow,
    plan: str,
    cibles: tuple[Cible, ...],
    fournisseur: str,
    remarques: tuple[Remarque, ...],
    operandes: tuple[Operande, ...],
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
        methode=row.methode,
        delai_jours=row.delai_jours,
        seuil_variation=row.seuil_variation,
        definition_depuis=row.definition_depuis,
        produit=row.produit,
        territoires=row.territoires,
        formule=Formule(Operation(row.operation), operandes) if row.operation else None,
    )
