"""Sample values for the tests of documents: a small plan, two conventions, the facts of a plan."""

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

from PIL import Image

from sdpd_desktop.documents import rapport_bilan
from sdpd_desktop.domain.constat import (
    Constat,
    Evolution,
    LigneIndicateur,
    LigneObjectif,
    ValeurDite,
)
from sdpd_desktop.domain.convention import (
    AnnexeDetails,
    ContenuAnnexe,
    ConventionDetails,
    ConventionSummary,
    EtatConvention,
    NatureConvention,
    PartieDetails,
)
from sdpd_desktop.domain.impression import ConventionImprimee
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
from sdpd_desktop.domain.libelles import valeur_convention
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import (
    ActionDetails,
    AxeDetails,
    Echeance,
    EngagementDetails,
    EtatEcheance,
    FinancementDetails,
    MesureDetails,
    ObjectifDetails,
    PlanDetails,
    Remarque,
    Role,
    Statut,
)
from sdpd_desktop.domain.rapport import Filtre, Narratif, OptionsRapport, Rapport
from sdpd_desktop.domain.signataire import Genre, SignataireDetails

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


def convention_resume(code: str = "CLCT77-2019") -> ConventionSummary:
    return ConventionSummary(
        id="c1",
        version=1,
        code=code,
        nature=NatureConvention.CLCT,
        titre="Cellule de lutte contre les trafics du QRR de Noisiel/Torcy",
        plan="QRR77-2019",
        territoire="QRR-NOISIEL-TORCY",
        parties="Préfecture de Seine-et-Marne ; parquet de Meaux",
        etat=EtatConvention.SIGNEE,
        etat_le=dt.date(2019, 7, 4),
        fin=None,
    )


def constat(objectifs: int = 4, actions: int = 3) -> Constat:
    """Return the facts of a small plan in 2022."""
    details = plan(objectifs, actions)
    periode = parse_periode("2022")
    return Constat(
        plan=details,
        periode=periode,
        options=OptionsRapport(),
        arrete_le=JOUR,
        bureau=BUREAU,
        mention="",
        entete=None,
        seuil=5,
        territoire="Seine-et-Marne",
        propre=True,
        avancement=details.avancement,
        actions=len(details.actions()),
        chiffrees=2,
        objectifs=tuple(
            LigneObjectif(
                o.code,
                o.titre,
                len(o.actions),
                (("en_cours", 1), ("realisee", max(len(o.actions) - 1, 0))),
                o.avancement,
                n,
            )
            for n, o in enumerate(details.objectifs())
        ),
        indicateurs=lignes_indicateurs(),
        zones=(),
        territoires=(),
        echeances=(
            Echeance(
                "SDPD77-2020",
                "O1.A1.m2",
                _TITRES_MESURES[1],
                "Préfecture (BSIR), Conseil départemental",
                dt.date(2021, 12, 31),
                "interprété : fin 2021",
                EtatEcheance.EN_RETARD,
                -181,
            ),
            Echeance(
                "SDPD77-2020",
                "O1.A2",
                _TITRES_ACTIONS[1],
                "GGD 77",
                dt.date(2022, 7, 12),
                "",
                EtatEcheance.PROCHE,
                12,
            ),
        ),
        conventions=(convention_resume(),),
        instances=(),
        partenaires=(),
        repertoire=(),
        narratif=Narratif(details.code, periode, ()),
        sources=(Filtre("S1", "Stratégie départementale (2020-2024)"),),
    )


def rapport(objectifs: int = 4, actions: int = 3, sections: tuple[str, ...] = ()) -> Rapport:
    """Return the bilan of that plan."""
    facts = replace(constat(objectifs, actions), options=OptionsRapport(sections))
    return rapport_bilan.bilan(facts)


def convention(*, signee: bool = False, annexes: bool = False) -> ConventionImprimee:
    signed = dt.date(2019, 7, 4) if signee else None
    resume = replace(
        convention_resume(),
        etat=EtatConvention.SIGNEE if signee else EtatConvention.A_SIGNER,
        etat_le=signed,
    )
    details = ConventionDetails(
        resume=resume,
        objet="Créer la cellule de lutte contre les trafics dans le quartier.",
        champs=(
            "stupéfiants",
            "armes",
            "prostitution",
            "économie souterraine",
            "trafics de voitures",
        ),
        territoire_nom="Quartier de reconquête républicaine de Noisiel et Torcy",
        presidence="Coprésidée par la préfète et la procureure de la République",
        publiee=False,
        signature_lieu="hôtel de police de Noisiel",
        signature_prevue=dt.datetime(2019, 7, 4, 17),
        signee_le=signed,
        source="Communiqué du 3 juillet 2019",
        parties=(
            PartieDetails(1, "Préfecture de Seine-et-Marne", "PREF77"),
            PartieDetails(2, "Parquet de Meaux", "PARQUET-MEAUX"),
        ),
        signataires=(
            SignataireDetails(
                "s1",
                1,
                1,
                "Béatrice Abollivier",
                "préfète de Seine-et-Marne",
                Genre.FEMININ,
                signed,
            ),
            SignataireDetails(
                "s2",
                2,
                2,
                "Dominique Laurens",
                "procureure de la République près le tribunal de grande instance de Meaux",
                Genre.FEMININ,
                signed,
            ),
        ),
        annexes=(
            AnnexeDetails(1, "Actions concernées", ContenuAnnexe.ACTIONS),
            AnnexeDetails(2, "Indicateurs suivis", ContenuAnnexe.INDICATEURS),
            AnnexeDetails(3, "Composition", ContenuAnnexe.COMPOSITION),
        ),
        avenants=(),
        actions=(("QRR77-2019", "O1.A1"),),
        indicateurs=(("QRR77-2019", "P01"),),
        remarques=(
            Remarque(
                "CLCT77-2019",
                "La source annonce la signature ; elle ne donne pas le texte.",
                "S0 l. 29",
            ),
        ),
    )
    return ConventionImprimee(
        details=details,
        actions=(action("O1.A1", 0), action("O1.A2", 1, mesures=0)),
        indicateurs=tuple(valeur_convention(line.suivi) for line in lignes_indicateurs()[:2]),
        bureau=BUREAU,
        mention="",
        entete=None,
        imprime_le=JOUR,
        annexes=annexes,
    )


def image_entete(largeur: int = 600, hauteur: int = 140, kind: str = "PNG") -> bytes:
    image = Image.new("RGB" if kind == "JPEG" else "RGBA", (largeur, hauteur), "#2a4ca8")
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()
