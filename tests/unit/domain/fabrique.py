"""Short ways to make domain values for tests."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from sdpd_desktop.domain.errors import ValidationError
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
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import ActionDetails, MesureDetails, Statut

Nombre = str | int | Decimal
FIN_2022 = dt.date(2022, 12, 31)


def refusal(read: Callable[[str], object], text: str) -> ValidationError | None:
    """Return the refusal of the text, None when it was read; any other exception passes."""
    try:
        read(text)
    except ValidationError as error:
        return error
    return None


def decimal(value: Nombre | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def cible(
    valeur: Nombre | None,
    echeance: dt.date | None = FIN_2022,
    debut: dt.date | None = None,
    rang: int = 1,
) -> Cible:
    return Cible(f"c{rang}", rang, decimal(valeur), echeance, "", debut, "")


def indicateur(
    nature: NatureCible,
    *cibles: Cible,
    depart: Nombre | None = None,
    sens: Sens = Sens.HAUSSE,
    grandeur: Grandeur = Grandeur.STOCK,
    periodicite: Periodicite = Periodicite.ANNEE,
    unite: str = "places",
    sites: tuple[str, ...] = (),
) -> Indicateur:
    return Indicateur(
        id="i",
        plan="SDPD77-2020",
        code="O1.A1.i1",
        reference="K01",
        parent="O1.A1",
        titre="Un indicateur",
        nature=nature,
        sens=sens,
        grandeur=grandeur,
        periodicite=periodicite,
        unite=unite,
        decimales=0,
        minimum=None,
        maximum=None,
        numerateur="",
        denominateur="",
        depart=Reference(decimal(depart), Borne.EXACTE, None, "", ""),
        cibles=cibles,
        sites=sites,
        fournisseur="",
        communicable=True,
        source="",
        remarques=(),
    )


def observation(
    periode: str,
    valeur: Nombre | None,
    presence: Presence = Presence.VALEUR,
    borne: Borne = Borne.EXACTE,
    terms: tuple[Nombre, Nombre] | None = None,
    courante: bool = True,
) -> Observation:
    now = dt.datetime(2022, 6, 30, tzinfo=dt.UTC)
    return Observation(
        id=periode,
        indicateur="O1.A1.i1",
        periode=parse_periode(periode),
        territoire="77",
        zone=Zone.ENSEMBLE,
        valeur=decimal(valeur),
        presence=presence,
        borne=borne,
        numerateur=decimal(terms[0]) if terms else None,
        denominateur=decimal(terms[1]) if terms else None,
        consolidation=Consolidation.PROVISOIRE,
        commentaire="",
        courante=courante,
        origine=Origine("M. D.", now, EtatValeur.SAISI, "", "", "", "", "", None),
    )


def mesure(code: str, statut: Statut, echeance: dt.date | None = None) -> MesureDetails:
    return MesureDetails(
        id=code,
        version=1,
        code=code,
        parent=code.rpartition(".")[0],
        titre="Une mesure",
        statut=statut,
        fait_le=None,
        echeance=echeance,
        echeance_interpretee="",
        note="",
        reference="",
        source="",
        remarques=(),
    )


def action(
    code: str, statut: Statut, *mesures: MesureDetails, echeance: dt.date | None = None
) -> ActionDetails:
    return ActionDetails(
        id=code,
        version=1,
        code=code,
        parent=code.partition(".")[0],
        titre="Une action",
        statut=statut,
        echeance=echeance,
        echeance_interpretee="",
        source="",
        note="",
        meteo=None,
        meteo_le=None,
        meteo_commentaire="",
        mesures=mesures,
        engagements=(),
        financements=(),
        remarques=(),
    )
