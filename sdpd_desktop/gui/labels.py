"""French words, shapes and tones for the values of the domain."""

from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.convention import EtatConvention, NatureConvention
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.journal import Operation, SourceChangement
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.plan import EtatEcheance, Meteo, Role, Statut
from sdpd_desktop.domain.retour import EtatRetour


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


ETATS = {
    EtatEcheance.EN_RETARD: Badge("En retard", "late", Forme.TRIANGLE),
    EtatEcheance.PROCHE: Badge("Échéance < 30 j", "warn", Forme.LOSANGE),
    EtatEcheance.A_JOUR: Badge("À jour", "ok", Forme.ROND),
    EtatEcheance.A_VENIR: Badge("À venir", "info", Forme.CARRE),
}

STATUTS = {
    Statut.A_VENIR: Badge("À venir", "info", Forme.CARRE),
    Statut.EN_COURS: Badge("En cours", "info", Forme.ROND),
    Statut.REALISEE: Badge("Réalisée", "ok", Forme.COCHE),
    Statut.EN_PAUSE: Badge("En pause", "neutral", Forme.PAUSE),
    Statut.BLOQUEE: Badge("Bloquée", "late", Forme.CROIX),
    Statut.ABANDONNEE: Badge("Abandonnée", "neutral", Forme.TRAIT),
}

CONVENTIONS = {
    EtatConvention.BROUILLON: Badge("Brouillon", "neutral", Forme.TRAIT),
    EtatConvention.A_SIGNER: Badge("À signer", "warn", Forme.LOSANGE),
    EtatConvention.SIGNEE: Badge("Signée", "ok", Forme.COCHE),
    EtatConvention.EN_VIGUEUR: Badge("En vigueur", "ok", Forme.ROND),
    EtatConvention.ECHUE: Badge("Échue", "late", Forme.TRIANGLE),
    EtatConvention.DENONCEE: Badge("Dénoncée", "neutral", Forme.CROIX),
}

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

ROLES = {
    Role.RESPONSABLE: "Responsable",
    Role.PILOTE: "Pilote",
    Role.PARTENAIRE: "Partenaire",
    Role.FINANCEUR: "Financeur",
    Role.PRESCRIPTEUR: "Prescripteur",
}

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
