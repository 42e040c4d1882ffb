"""Sample values for the tests of documents: a small plan and its indicators."""

import datetime as dt
from decimal import Decimal

from sdpd_desktop.domain.constat import (
    Evolution,
    LigneIndicateur,
    ValeurDite,
)
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
    SuiviIndicateur,
    Taux,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import (
    ActionDetails,
    AxeDetails,
    EngagementDetails,
    FinancementDetails,
    MesureDetails,
    ObjectifDetails,
    PlanDetails,
    Remarque,
    Role,
    Statut,
)

JOUR = dt.date(2022, 6, 30)
BUREAU = "Préfecture de Seine-et-Marne – Bureau de la sécurité intérieure et de la radicalisation"

_TITRES_OBJECTIFS = (
    "Repérer les jeunes exposés et agir tôt",
    "Coordonner les acteurs autour des familles",
    "Prévenir le passage à l'acte et la récidive",
    "Accompagner les victimes, où qu'elles déposent plainte",
)
_TITRES_ACTIONS = (
    "Installer des groupes de suivi individualisé dans les communes volontaires",
    "Développer les postes d'intervenant social en commissariat et en gendarmerie",
    "Étendre la vidéoprotection et relier les centres de supervision",
    "Former les accueils des mairies au repérage",
)
_TITRES_MESURES = (
    "Signer la charte d'échange d'informations",
    "Réunir le groupe au moins quatre fois par an",
    "Désigner un référent : service, adresse et suppléant",
    "Transmettre le bilan annuel avant le 1er mars",
)


def mesure(code: str, rang: int) -> MesureDetails:
    statuts = (Statut.REALISEE, Statut.EN_COURS, Statut.A_VENIR, Statut.BLOQUEE)
    statut = statuts[rang % 4]
    return MesureDetails(
        id=code,
        version=1,
        code=code,
        parent=code.rpartition(".")[0],
        titre=_TITRES_MESURES[rang % 4],
        statut=statut,
        fait_le=dt.date(2022, 3, 1) if statut is Statut.REALISEE else None,
        echeance=dt.date(2021, 12, 31) if rang % 4 == 1 else None,
        echeance_interpretee="interprété : fin 2021" if rang % 4 == 1 else "",
        note="Compte rendu du 1er mars reçu." if statut is Statut.REALISEE else "",
        reference="",
        source="l. 120",
        remarques=(),
    )


def action(code: str, rang: int, mesures: int = 4) -> ActionDetails:
    return ActionDetails(
        id=code,
        version=1,
        code=code,
        parent=code.partition(".")[0],
        titre=_TITRES_ACTIONS[rang % 4],
        statut=(Statut.EN_COURS, Statut.REALISEE, Statut.A_VENIR)[rang % 3],
        echeance=dt.date(2022, 12, 31) if rang % 2 else None,
        echeance_interpretee="",
        source="l. 118",
        note="",
        meteo=None,
        meteo_le=None,
        meteo_commentaire="",
        mesures=tuple(mesure(f"{code}.m{n + 1}", n) for n in range(mesures)),
        engagements=(
            EngagementDetails("PREF77", "Préfecture (BSIR)", Role.RESPONSABLE, ""),
            EngagementDetails("CD77", "Conseil départemental", Role.FINANCEUR, ""),
        ),
        financements=(),
        remarques=(),
    )


def objectif(rang: int, actions: int = 3) -> ObjectifDetails:
    code = f"O{rang + 1}"
    return ObjectifDetails(
        id=code,
        code=code,
        parent="P1",
        titre=_TITRES_OBJECTIFS[rang % 4],
        section="",
        source="l. 100",
        actions=tuple(action(f"{code}.A{n + 1}", n) for n in range(actions)),
        remarques=(),
    )


def plan(objectifs: int = 4, actions: int = 3) -> PlanDetails:
    everything = tuple(objectif(n, actions) for n in range(objectifs))
    half = (objectifs + 1) // 2
    return PlanDetails(
        id="plan",
        code="SDPD77-2020",
        type="SDPD",
        titre="Stratégie départementale de prévention de la délinquance de Seine-et-Marne",
        departement="Seine-et-Marne",
        territoire="Seine-et-Marne",
        debut=dt.date(2020, 1, 1),
        fin=dt.date(2024, 12, 31),
        source="Stratégie 2020-2024",
        axes=(
            AxeDetails("a1", "P1", "", "Intervenir plus tôt et plus vite", "", everything[:half]),
            AxeDetails("a2", "P2", "", "Protéger les publics fragiles", "", everything[half:]),
        ),
        financements=(
            FinancementDetails(
                "f1",
                "SDPD77-2020",
                "FIPD – programme D",
                2022,
                None,
                258000,
                120000,
                None,
                "Montant prévu : voir l'appel à projets.",
            ),
            FinancementDetails(
                "f2", "SDPD77-2020", "Conseil départemental", 2021, 2023, 45500, None, None, ""
            ),
        ),
        remarques=(
            Remarque(
                "K33",
                "La source donne 3 600 caméras p. 12 et 3 650 p. 30 : à vérifier.",
                "S1 l. 212",
            ),
        ),
    )


def observation(code: str, periode: str, valeur: str | None) -> Observation:
    return Observation(
        id=f"{code}-{periode}",
        indicateur=code,
        periode=parse_periode(periode),
        territoire="",
        zone=Zone.ENSEMBLE,
        valeur=Decimal(valeur) if valeur is not None else None,
        presence=Presence.VALEUR if valeur is not None else Presence.NON_RENSEIGNE,
        borne=Borne.EXACTE,
        numerateur=None,
        denominateur=None,
        consolidation=Consolidation.CONSOLIDE,
        commentaire="",
        courante=True,
        origine=Origine(
            "Agent",
            dt.datetime(2022, 6, 30, 12, tzinfo=dt.UTC),
            EtatValeur.SAISI,
            "",
            "",
            "",
            "",
            "",
            1,
        ),
    )


def suivi(
    reference: str,
    titre: str,
    avant: str | None,
    valeur: str | None,
    cible: str | None,
    part: str | None,
    unite: str = "",
) -> SuiviIndicateur:
    code = f"O1.A1.{reference.lower()}"
    target = None
    if cible is not None:
        target = Cible("c", 1, Decimal(cible), dt.date(2022, 12, 31), "fin 2022", None, "")
    indicateur = Indicateur(
        id=code,
        plan="SDPD77-2020",
        code=code,
        reference=reference,
        parent="O1.A1",
        titre=titre,
        nature=NatureCible.ATTEINDRE if cible else NatureCible.DIRECTION,
        sens=Sens.HAUSSE,
        grandeur=Grandeur.STOCK,
        periodicite=Periodicite.ANNEE,
        unite=unite,
        decimales=0,
        minimum=None,
        maximum=None,
        numerateur="",
        denominateur="",
        depart=Reference(Decimal(219), Borne.EXACTE, dt.date(2019, 12, 31), "", ""),
        cibles=(target,) if target else (),
        sites=(),
        fournisseur="",
        communicable=True,
        source="S1 l. 212",
        remarques=(),
    )
    taux = Taux(
        Decimal(part) if part else None, None, None, "", "" if part else "pas de cible", target
    )
    return SuiviIndicateur(
        indicateur,
        observation(code, "2022", valeur) if valeur is not None else None,
        observation(code, "2021", avant) if avant is not None else None,
        taux,
        (),
    )


def lignes_indicateurs() -> tuple[LigneIndicateur, ...]:
    followed = (
        suivi("K33", "Caméras en service", "3100", "3600", "5400", "0.4525", "caméras"),
        suivi("K20", "Places d'hébergement", "260", "290", "361", "0.5"),
        suivi("K41", "Signalements traités", None, "12.5", None, None, "%"),
    )
    changes = (
        Evolution(Decimal(500), Decimal(500) / 3100),
        Evolution(Decimal(30), Decimal(30) / 260),
        Evolution(),
    )
    return tuple(
        LigneIndicateur(
            line, ValeurDite(line.precedente), ValeurDite(line.derniere), change, False, years
        )
        for line, change, years in zip(
            followed,
            changes,
            (((2020, Decimal(3000)), (2021, Decimal(3100)), (2022, Decimal(3600))), (), ()),
            strict=True,
        )
    )
