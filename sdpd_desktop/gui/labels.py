"""French words, shapes and tones for the values of the domain."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.convention import EtatConvention, NatureConvention
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.journal import Operation, SourceChangement
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.plan import EtatEcheance, Meteo, Statut
from sdpd_desktop.domain.retour import EtatRetour
from sdpd_desktop.domain.territoire import NatureTerritoire
from sdpd_desktop.domain.verification import VerdictSignature


class Forme(StrEnum):
    """What is drawn before the word of a state, so that colour never speaks alone."""

    TRIANGLE = "▲"
    LOSANGE = "◆"
    ROND = "●"
    CARRE = "■"
    COCHE = "✓"
    PAUSE = "Ⅱ"
    CROIX = "✕"
    TRAIT = "–"
    EGAL = "="


@dataclass(frozen=True)
class Badge:
    """A state as shown: word, tone (a colour's name in the theme) and shape."""

    texte: str
    ton: str
    forme: Forme


_Choix = TypeVar("_Choix", bound=StrEnum)


def _badges(
    mots: Mapping[_Choix, str], aspects: Mapping[_Choix, tuple[str, Forme]]
) -> dict[_Choix, Badge]:
    """Give the words of documents their tone and shape on screen."""
    return {key: Badge(mots[key].capitalize(), *aspect) for key, aspect in aspects.items()}


ETATS = {
    EtatEcheance.EN_RETARD: Badge("En retard", "late", Forme.TRIANGLE),
    EtatEcheance.PROCHE: Badge("Échéance < 30 j", "warn", Forme.LOSANGE),
    EtatEcheance.A_JOUR: Badge("À jour", "ok", Forme.ROND),
    EtatEcheance.A_VENIR: Badge("À venir", "info", Forme.CARRE),
}

STATUTS = _badges(
    libelles.STATUTS,
    {
        Statut.A_VENIR: ("info", Forme.CARRE),
        Statut.EN_COURS: ("info", Forme.ROND),
        Statut.REALISEE: ("ok", Forme.COCHE),
        Statut.EN_PAUSE: ("neutral", Forme.PAUSE),
        Statut.BLOQUEE: ("late", Forme.CROIX),
        Statut.ABANDONNEE: ("neutral", Forme.TRAIT),
    },
)

CONVENTIONS = _badges(
    libelles.ETATS_CONVENTION,
    {
        EtatConvention.BROUILLON: ("neutral", Forme.TRAIT),
        EtatConvention.A_SIGNER: ("warn", Forme.LOSANGE),
        EtatConvention.SIGNEE: ("ok", Forme.COCHE),
        EtatConvention.EN_VIGUEUR: ("ok", Forme.ROND),
        EtatConvention.ECHUE: ("late", Forme.TRIANGLE),
        EtatConvention.DENONCEE: ("neutral", Forme.CROIX),
    },
)

RETOURS = {
    EtatRetour.ATTENDU: Badge("Attendu", "info", Forme.CARRE),
    EtatRetour.RELANCE: Badge("Relancé", "warn", Forme.LOSANGE),
    EtatRetour.RECU: Badge("Reçu", "ok", Forme.ROND),
    EtatRetour.A_COMPLETER: Badge("À compléter", "warn", Forme.TRIANGLE),
    EtatRetour.VALIDE: Badge("Validé", "ok", Forme.COCHE),
    EtatRetour.ETAT_NEANT: Badge("État néant", "neutral", Forme.TRAIT),
}

MODES_RETOUR = {
    ModeRetour.ADDITIONNES: "additionnés",
    ModeRetour.SEPARES: "séparés par territoire",
}

VERDICTS = {
    Verdict.NOUVEAU: Badge("Nouveau", "ok", Forme.ROND),
    Verdict.MODIFIE: Badge("Modifié", "info", Forme.CARRE),
    Verdict.INCHANGE: Badge("Inchangé", "neutral", Forme.TRAIT),
    Verdict.REJETE: Badge("Rejeté", "late", Forme.CROIX),
    Verdict.A_CONFIRMER: Badge("À confirmer", "warn", Forme.LOSANGE),
}

VERDICTS_SIGNATURE = _badges(
    libelles.VERDICTS_SIGNATURE,
    {
        VerdictSignature.VALIDE: ("ok", Forme.COCHE),
        VerdictSignature.INCOMPLET: ("warn", Forme.LOSANGE),
        VerdictSignature.INDETERMINE: ("warn", Forme.TRIANGLE),
        VerdictSignature.NON_VALIDE: ("late", Forme.CROIX),
    },
)

ROLES = {role: word.capitalize() for role, word in libelles.ROLES.items()}

METEO = {
    Meteo.SOLEIL: "Soleil : objectifs sécurisés",
    Meteo.COUVERT: "Couvert : objectifs atteignables",
    Meteo.NUAGE: "Nuage : appuis nécessaires",
    Meteo.ORAGE: "Orage : objectifs compromis",
}

ZONES = {
    Zone.POLICE: "Zone police",
    Zone.GENDARMERIE: "Zone gendarmerie",
    Zone.AUTRE: "Autre zone",
    Zone.ENSEMBLE: "Ensemble",
}

NATURES_TERRITOIRE = {
    NatureTerritoire.DEPARTEMENT: "Département",
    NatureTerritoire.ARRONDISSEMENT: "Arrondissement",
    NatureTerritoire.COMMUNE: "Commune",
    NatureTerritoire.EPCI: "Intercommunalité",
    NatureTerritoire.QPV: "Quartier prioritaire",
    NatureTerritoire.ZSP: "ZSP",
    NatureTerritoire.QRR: "QRR",
    NatureTerritoire.QUARTIER: "Quartier",
    NatureTerritoire.CIRCONSCRIPTION: "Circonscription",
    NatureTerritoire.BRIGADE: "Brigade",
    NatureTerritoire.RESSORT: "Ressort judiciaire",
    NatureTerritoire.AUTRE: "Autre",
}

NATURES_CONVENTION = {
    NatureConvention.CLCT: "CLCT",
    NatureConvention.CROSS: "CROSS",
    NatureConvention.PARTICIPATION_CITOYENNE: "Participation citoyenne",
    NatureConvention.RAPPEL_ORDRE: "Rappel à l’ordre",
    NatureConvention.SECURITE_RURALE: "Sécurité rurale",
    NatureConvention.COORDINATION: "Coordination",
    NatureConvention.PROTOCOLE: "Protocole",
    NatureConvention.CSI: "Contrat de sécurité intégrée",
    NatureConvention.AUTRE: "Autre",
}

SOURCES = {
    SourceChangement.MAIN: "Saisie",
    SourceChangement.IMPORT: "Import",
    SourceChangement.REFERENCE: "Plan de référence",
    SourceChangement.RESTAURATION: "Restauration",
    SourceChangement.ANNULATION: "Annulation",
    SourceChangement.CLOTURE: "Clôture",
    SourceChangement.IMPRESSION: "Impression",
    SourceChangement.EXPURGATION: "Expurgation",
}

OPERATIONS = {
    Operation.AJOUT: "Ajout",
    Operation.MODIFICATION: "Modification",
    Operation.SUPPRESSION: "Suppression",
}

APPARENCES = {
    Apparence.SYSTEME: "Comme le système",
    Apparence.CLAIR: "Clair",
    Apparence.SOMBRE: "Sombre",
}

_SPEAKS_FIRST = frozenset({Statut.REALISEE, Statut.EN_PAUSE, Statut.BLOQUEE, Statut.ABANDONNEE})


def badge(etat: EtatEcheance, statut: Statut) -> Badge:
    """Return the one state to show: what is late says so, then what is settled or stuck."""
    if etat is not EtatEcheance.EN_RETARD and statut in _SPEAKS_FIRST:
        return STATUTS[statut]
    return ETATS[etat]
