"""Reads and stores context indicators that come by thousands of values from one file."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.indicateur import (
    Borne,
    Consolidation,
    EtatValeur,
    Grandeur,
    NatureCible,
    Presence,
    Sens,
)
from sdpd_desktop.domain.ssmsi import LigneSsmsi, PropositionSsmsi, SerieSsmsi
from sdpd_desktop.domain.territoire import NatureTerritoire
from sdpd_desktop.persistence.base import new_id
from sdpd_desktop.persistence.bulk import BulkWriter
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow, ObservationRow
from sdpd_desktop.persistence.observations import COLONNES, NouvelleObservation, valeurs_colonnes
from sdpd_desktop.persistence.parametre_rows import ParametreRow
from sdpd_desktop.persistence.partenaire_rows import InclusionRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import PlanRow
from sdpd_desktop.persistence.retour_rows import ImportationLigneRow, ImportationRow
from sdpd_desktop.persistence.retours import RetourRepository

Cle = tuple[str, str, str, str]
"""Code of the indicator, code of the period, id of the territory, zone."""


@dataclass(frozen=True, slots=True)
class Presente:
    """The current value of a cell."""

    id: str
    valeur: Decimal | None
    presence: Presence
    commentaire: str
    extraite_le: dt.date | None


@dataclass(frozen=True)
class Provenance:
    """What every value of one import has in common."""

    origine: str
    extraite_le: dt.date | None
    consolidation: Consolidation
    auteur: str
    saisi_le: dt.datetime
    importation: str


class ContexteRepository:
    """Values and indicators of one family of a plan, by the prefix of their codes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def indicateurs(self, plan: PlanRow, prefixe: str) -> dict[str, str]:
        """Return the ids of the plan's indicators whose code starts with the prefix."""
        return dict(
            self._session.execute(
                select(IndicateurRow.code, IndicateurRow.id).where(
                    IndicateurRow.plan_id == plan.id, IndicateurRow.code.startswith(prefixe)
                )
            ).all()
        )

    def presentes(self, plan: PlanRow, codes: Iterable[str]) -> dict[Cle, Presente]:
        """Return the current values of those indicators, read without making objects of rows."""
        o, i = ObservationRow.__table__.c, IndicateurRow.__table__.c
        query = (
            select(
                i.code, o.periode, o.territoire_id, o.zone, o.id, o.valeur, o.presence,
                o.commentaire, o.extraite_le,
            )
            .join(IndicateurRow, i.id == o.indicateur_id)
            .where(i.plan_id == plan.id, o.courante, i.code.in_(list(codes)))
        )  # fmt: skip
        return {
            (code, periode, territoire, zone): Presente(
                key, valeur, Presence(presence), commentaire, extraite
            )
            for code, periode, territoire, zone, key, valeur, presence, commentaire, extraite
            in self._session.execute(query)
        }  # fmt: skip

    def derniere_annee(self, plan: PlanRow, prefixe: str) -> int:
        """Return the last year that has a current value under the prefix; 0 for none."""
        last = self._session.scalar(
            select(func.max(ObservationRow.fin))
            .join(IndicateurRow, IndicateurRow.id == ObservationRow.indicateur_id)
            .where(
                IndicateurRow.plan_id == plan.id,
                IndicateurRow.code.startswith(prefixe),
                ObservationRow.courante,
            )
        )
        return last.year if last else 0

    def correspondance(self, signature: str) -> Mapping[str, object] | None:
        """Return the column mapping remembered for a layout."""
        text = self._session.scalar(
            select(ParametreRow.valeur).where(ParametreRow.code == _parametre(signature))
        )
        found: Mapping[str, object] | None = json.loads(text) if text else None
        return found


class ContexteWriter:
    """Stores an import of context values in one transaction."""

    def __init__(self, session: Session, bulk: BulkWriter) -> None:
        self._session = session
        self._bulk = bulk

    def retenir(self, signature: str, correspondance: Mapping[str, object]) -> None:
        """Remember the column mapping of a layout."""
        code, text = _parametre(signature), json.dumps(correspondance, ensure_ascii=False)
        row = self._session.scalar(select(ParametreRow).where(ParametreRow.code == code))
        if row is None:
            self._session.add(ParametreRow(code=code, valeur=text))
        else:
            row.valeur = text

    def importation(
        self, proposition: PropositionSsmsi, octets: bytes | None, on: dt.datetime
    ) -> str:
        """Store that a file was taken in, and its bytes unless it is too big; return the id."""
        lu = proposition.lu
        fichier = RetourRepository(self._session).keep_file(
            lu.nom, lu.empreinte, octets, on, lu.taille
        )
        comptes = proposition.comptes()
        values = "\n".join(sorted(f"{v.serie} {v.lieu} {v.texte}" for v in lu.valeurs))
        row = ImportationRow(
            id=new_id(), fichier_id=fichier, retour_id=None, partenaire_code="SSMSI",
            nom=lu.nom, importe_le=on,
            empreinte_valeurs=hashlib.sha256(values.encode()).hexdigest(),
            nouveaux=comptes[Verdict.NOUVEAU], modifies=comptes[Verdict.MODIFIE],
            inchanges=comptes[Verdict.INCHANGE],
            rejetes=comptes[Verdict.REJETE] + lu.nombre_defauts,
            a_confirmer=comptes[Verdict.A_CONFIRMER],
        )  # fmt: skip
        self._session.add(row)
        self._session.flush()
        self._keep_defects(row.id, lu.defauts)
        return row.id

    def serie(self, plan: PlanRow, serie: SerieSsmsi, source: str, communicable: bool) -> str:
        """Make the indicator of a series, or tell it the new edition; return its id."""
        row = self._session.scalar(
            select(IndicateurRow).where(
                IndicateurRow.plan_id == plan.id, IndicateurRow.code == serie.code
            )
        )
        if row is None:
            row = IndicateurRow(
                id=new_id(), plan_id=plan.id, parent=plan.code, action_id=None, code=serie.code,
                reference="", titre=serie.titre, nature=NatureCible.CONTEXTE.value,
                sens=Sens.NEUTRE.value, grandeur=Grandeur.FLUX.value,
                periodicite=serie.periodicite.value, unite=serie.unite, decimales=0,
                minimum=Decimal(0), maximum=None, numerateur="", denominateur="",
                depart_valeur=None, depart_borne=Borne.EXACTE.value, depart_date=None,
                depart_periode="", depart_texte="", sites=(), fournisseur_id=None,
                communicable=communicable, source=source,
                methode=(
                    "Enregistré par la police et la gendarmerie, compté par le SSMSI en "
                    f"{serie.unite}. Ce n'est pas un résultat du plan."
                ),
            )  # fmt: skip
            self._session.add(row)
        elif row.source != source:
            row.source = source
        self._session.flush()
        return row.id

    def territoire(self, insee: str, nom: str, dans: str | None, source: str) -> str:
        """Make a commune, or a département when it lies in nothing; return its id."""
        nature = NatureTerritoire.COMMUNE if dans else NatureTerritoire.DEPARTEMENT
        row = TerritoireRow(
            id=new_id(), code=insee if dans else f"DEP{insee}", nom=nom, nature=nature.value,
            insee=insee, population=None, source=source,
        )  # fmt: skip
        self._session.add(row)
        if dans:
            self._session.add(InclusionRow(territoire_id=row.id, dans_id=dans))
        self._session.flush()
        return row.id

    def valeurs(
        self,
        lignes: Sequence[LigneSsmsi],
        indicateurs: Mapping[str, str],
        territoires: Mapping[str, str],
        provenance: Provenance,
    ) -> None:
        """Store the values, each superseding the one it replaces.

        Args:
            lignes: New or changed values.
            indicateurs: Ids by code of series.
            territoires: Ids by INSEE code.
            provenance: What they have in common.
        """
        self._bulk.change(
            ObservationRow,
            [li.remplace for li in lignes if li.remplace],
            {"courante": False},
            "libelle_journal",
        )
        self._bulk.add(
            ObservationRow,
            COLONNES,
            (
                _observation(li, indicateurs[li.valeur.serie], territoires, provenance)
                for li in lignes
            ),
            "libelle_journal",
        )

    def _keep_defects(self, importation: str, defauts: Sequence[tuple[str, str]]) -> None:
        for rang, (lieu, why) in enumerate(defauts):
            self._session.add(
                ImportationLigneRow(
                    importation_id=importation, rang=rang, verdict=Verdict.REJETE.value,
                    appliquee=False, objet="", colonne="", lieu=lieu, texte="", format="",
                    compris="", ancien="", raison=why,
                )
            )  # fmt: skip


def _observation(
    ligne: LigneSsmsi,
    indicateur: str,
    territoires: Mapping[str, str],
    provenance: Provenance,
) -> tuple[Any, ...]:
    value = ligne.valeur
    presence = Presence.NON_RENSEIGNE if value.valeur is None else Presence.VALEUR
    zone = "" if value.zone.value == "ensemble" else f" · {value.zone.value}"
    return valeurs_colonnes(
        NouvelleObservation(
            indicateur, value.periode, territoires[value.insee], value.zone, presence,
            Borne.EXACTE, value.valeur, None, None, provenance.consolidation, value.absence,
            EtatValeur.IMPORTE, provenance.auteur, provenance.saisi_le, provenance.origine,
            f"{value.serie} · {value.periode.libelle} · {ligne.territoire}{zone}", value.texte,
            provenance.importation, None, value.feuille, value.lieu, provenance.extraite_le,
        ),
        ligne.remplace or None,
    )  # fmt: skip


def _parametre(signature: str) -> str:
    return f"ssmsi.{signature}"
