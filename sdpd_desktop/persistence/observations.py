"""Values as rows: read without making objects of them, written once, never overwritten."""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, select

from sdpd_desktop.domain.indicateur import (
    Borne,
    Consolidation,
    EtatValeur,
    Observation,
    Origine,
    Presence,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.persistence.base import new_id
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow, ObservationRow
from sdpd_desktop.persistence.journal_rows import ChangementLigneRow
from sdpd_desktop.persistence.partenaire_rows import TerritoireRow
from sdpd_desktop.persistence.retour_rows import FichierRow, ImportationRow

CHANGEMENT = "changement"


class NouvelleObservation(NamedTuple):
    """A value to store, with where it came from; thousands are made at once.

    Attributes:
        indicateur: Id of the indicator. territoire: Id of the territory.
        libelle: What the journal calls it (« K33 · 2021 »).
        texte: As typed.
        extraite_le: Day the producer took it out of its files.
        motif: Why it is contested.
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
    extraite_le: dt.date | None = None
    motif: str = ""


@lru_cache(maxsize=10_000)
def period_of(code: str) -> Periode:
    """Return the period of a stored code; the same few come back for thousands of rows."""
    return parse_periode(code)


def select_observations() -> Select[Any]:
    """Return the query that :func:`observations` reads; conditions and order are added to it."""
    o = ObservationRow.__table__.c
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
        .label(CHANGEMENT)
    )
    return (
        select(
            o.id, IndicateurRow.code, o.periode, TerritoireRow.code, o.zone, o.valeur, o.presence,
            o.borne, o.numerateur, o.denominateur, o.consolidation, o.commentaire, o.courante,
            o.extraite_le, o.etat_motif, o.auteur, o.saisi_le, o.etat, o.origine,
            ImportationRow.nom, FichierRow.empreinte, o.feuille, o.cellule, changement,
        )
        .join(IndicateurRow, IndicateurRow.id == o.indicateur_id)
        .join(TerritoireRow, TerritoireRow.id == o.territoire_id)
        .outerjoin(ImportationRow, ImportationRow.id == o.importation_id)
        .outerjoin(FichierRow, FichierRow.id == ImportationRow.fichier_id)
    )  # fmt: skip


def observations(rows: Iterable[Any]) -> Iterator[Observation]:
    """Turn the rows of :func:`select_observations` into values."""
    for (
        id_, indicateur, periode, territoire, zone, valeur, presence, borne, numerateur,
        denominateur, consolidation, commentaire, courante, extraite_le, motif, auteur, saisi_le,
        etat, source, fichier, empreinte, feuille, cellule, changement,
    ) in rows:  # fmt: skip
        yield Observation(
            id_, indicateur, period_of(periode), territoire, Zone(zone), valeur,
            Presence(presence), Borne(borne), numerateur, denominateur,
            Consolidation(consolidation), commentaire, courante,
            Origine(
                auteur, saisi_le, EtatValeur(etat), source, fichier or "", empreinte or "",
                feuille, cellule, changement,
            ),
            extraite_le, motif,
        )  # fmt: skip


COLONNES = (
    "indicateur_id", "periode", "debut", "fin", "territoire_id", "zone", "presence", "borne",
    "valeur", "numerateur", "denominateur", "consolidation", "extraite_le", "commentaire",
    "courante", "remplace_id", "etat", "etat_motif", "auteur", "saisi_le", "origine",
    "importation_id", "campagne_id", "feuille", "cellule", "texte", "libelle_journal", "id",
)  # fmt: skip
"""What :func:`valeurs_colonnes` gives, in its order."""


def valeurs_colonnes(value: NouvelleObservation, remplace: str | None) -> tuple[Any, ...]:
    """Return the columns of a new value, current at once, with an id of its own."""
    periode = value.periode
    # str() of a StrEnum is its value; asking for the value takes three times as long.
    return (
        value.indicateur, periode.code, periode.debut, periode.fin, value.territoire,
        str(value.zone), str(value.presence), str(value.borne), value.valeur, value.numerateur,
        value.denominateur, str(value.consolidation), value.extraite_le, value.commentaire,
        True, remplace, str(value.etat), value.motif, value.auteur, value.saisi_le, value.origine,
        value.importation, value.campagne, value.feuille, value.cellule, value.texte,
        value.libelle, new_id(),
    )  # fmt: skip
