"""Sample values for the tests of documents: two conventions, the facts of a plan."""

import datetime as dt
import io
from dataclasses import replace

from PIL import Image

from sdpd_desktop.documents import rapport_bilan
from sdpd_desktop.domain.constat import (
    Constat,
    LigneObjectif,
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
from sdpd_desktop.domain.libelles import action_convention, valeur_convention
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import (
    ActionDetails,
    Echeance,
    EtatEcheance,
    Remarque,
)
from sdpd_desktop.domain.rapport import Filtre, Narratif, OptionsRapport, Rapport
from sdpd_desktop.domain.signataire import Genre, SignataireDetails
from sdpd_desktop.domain.version_convention import LiensConvention
from tests.unit.documents.echantillons_plan import (
    _TITRES_ACTIONS,
    _TITRES_MESURES,
    BUREAU,
    JOUR,
    action,
    lignes_indicateurs,
    plan,
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
        liens=liens(action("O1.A1", 0), action("O1.A2", 1, mesures=0)),
        indicateurs=tuple(valeur_convention(line.suivi) for line in lignes_indicateurs()[:2]),
        bureau=BUREAU,
        mention="",
        entete=None,
        imprime_le=JOUR,
        arrete_le=JOUR,
        annexes=annexes,
    )


def liens(*actions: ActionDetails) -> LiensConvention:
    """Return what a convention is linked to when these are its actions."""
    return LiensConvention(tuple(action_convention("QRR77-2019", it) for it in actions))


def image_entete(largeur: int = 600, hauteur: int = 140, kind: str = "PNG") -> bytes:
    image = Image.new("RGB" if kind == "JPEG" else "RGBA", (largeur, hauteur), "#2a4ca8")
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()
