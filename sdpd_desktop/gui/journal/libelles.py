"""French words for what the journal keeps: tables, fields and their values."""

import datetime as dt
from collections.abc import Mapping

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.journal import LigneChangement
from sdpd_desktop.domain.libelles import NARRATIFS
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.gui import labels
from sdpd_desktop.gui.documents.libelles import DIFFUSIONS, FORMATS
from sdpd_desktop.gui.indicateurs import presentation

TABLES = {
    "action": "Action",
    "alias": "Nom d’un partenaire",
    "annexe": "Annexe",
    "autorite": "Autorité de confiance",
    "article": "Article",
    "avenant": "Avenant",
    "axe": "Axe",
    "campagne": "Campagne",
    "cible": "Cible",
    "cloture": "Clôture",
    "composition": "Composition",
    "conservation": "Durée de conservation",
    "contribution": "Contribution",
    "convention": "Convention",
    "convention_action": "Action liée",
    "convention_indicateur": "Indicateur lié",
    "decision": "Décision",
    "disposition": "Disposition d’un partenaire",
    "document_source": "Document source",
    "emetteur": "Service qui répond à part",
    "engagement": "Engagement",
    "exemplaire": "Exemplaire signé",
    "etape_retour": "Étape d’un retour",
    "expurgation": "Expurgation",
    "fichier": "Fichier reçu",
    "financement": "Financement",
    "importation": "Import",
    "inclusion": "Territoire inclus",
    "indicateur": "Indicateur",
    "instance": "Instance",
    "liste_revocation": "Liste de révocation",
    "membre": "Membre",
    "mesure": "Mesure",
    "modele_convention": "Type de convention",
    "narratif": "Texte",
    "objectif": "Objectif",
    "observation": "Valeur",
    "operande": "Terme de formule",
    "parametre": "Paramètre",
    "partenaire": "Partenaire",
    "partie": "Partie",
    "piece": "Pièce",
    "plan": "Plan",
    "rapport_emis": "Document émis",
    "remarque": "Remarque",
    "retour": "Retour",
    "reunion": "Réunion",
    "signataire": "Signataire",
    "succession": "Succession",
    "terme": "Mot convenu",
    "territoire": "Territoire",
    "version_convention": "Version figée",
}

CHAMPS = {
    "a_confirmer": "À confirmer",
    "adresse": "Adresse postale",
    "alias": "Autres noms",
    "annee": "Année",
    "annee_fin": "Dernière année",
    "auteur": "Auteur",
    "avis": "Avis",
    "borne": "Borne",
    "campagne": "Campagne",
    "cellule": "Cellule",
    "champs": "Champs d’action",
    "close_le": "Close le",
    "code": "Code",
    "collectif": "Collectif",
    "colonnes": "Colonnes",
    "commentaire": "Commentaire",
    "communicable": "Communicable",
    "complet": "Complet",
    "confidentialite": "Mention de diffusion",
    "confirmee_le": "Confirmée le",
    "consolidation": "Consolidation",
    "contact": "Fonction à qui écrire",
    "contenu": "Contenu",
    "convenu_le": "Convenu le",
    "copreside": "Copréside",
    "courante": "En vigueur",
    "courriel": "Courriel",
    "date": "Date",
    "debut": "Début",
    "decalage": "Décalage",
    "decimales": "Décimales",
    "definition_depuis": "Définition depuis",
    "delai_jours": "Délai (jours)",
    "demandes": "Demandes",
    "denominateur": "Dénominateur",
    "denoncee_le": "Dénoncée le",
    "denonciation_effet": "Effet de la dénonciation",
    "denonciation_motif": "Motif de la dénonciation",
    "depart_borne": "Départ (borne)",
    "depart_date": "Départ (date)",
    "depart_periode": "Départ (période)",
    "depart_texte": "Départ (texte)",
    "depart_valeur": "Départ (valeur)",
    "departement": "Département",
    "deposee_le": "Déposée le",
    "depuis": "Depuis",
    "destinataire": "Remis à",
    "diffusion": "Diffusion",
    "duree_mois": "Durée (mois)",
    "ecarte_le": "Écarté le",
    "echeance": "Échéance",
    "echeance_interpretee": "Échéance interprétée",
    "elements": "Éléments",
    "emetteur": "Service qui répond",
    "emis_le": "Émis le",
    "emise_le": "Émise le",
    "emise_par": "Émis par",
    "empreinte": "Empreinte",
    "empreinte_valeurs": "Empreinte des réponses",
    "en_vigueur": "En vigueur",
    "engage": "Engagé (€)",
    "enregistre_le": "Fichier enregistré le",
    "etat": "État",
    "etat_le": "État depuis le",
    "etat_motif": "Motif de l’état",
    "exclus": "Partenaires écartés",
    "exemplaires": "Originaux",
    "extraite_le": "Extraite le",
    "fait_le": "Fait le",
    "faite_le": "Faite le",
    "feuille": "Feuille",
    "fichier_nom": "Fichier",
    "figee_le": "Figée le",
    "fichier": "Fichier (SHA-256)",
    "fin": "Fin",
    "fonction": "Fonction",
    "fondement": "Fondement",
    "format": "Format",
    "genre": "Genre",
    "grandeur": "Grandeur",
    "importe_le": "Importé le",
    "importee_le": "Importée le",
    "inchanges": "Inchangés",
    "insee": "Code INSEE",
    "institution": "Institution",
    "integrante": "Partie intégrante",
    "jusqu_au": "Jusqu’au",
    "le": "Le",
    "libelle": "Libellé",
    "lieu": "Lieu",
    "lignes": "Lignes",
    "mandat_acte": "Acte",
    "mandat_genre": "Son genre",
    "mandat_mode": "Signe pour",
    "mandat_nom": "Signataire effectif",
    "mandat_qualite": "Sa qualité",
    "maximum": "Maximum",
    "meteo": "Météo",
    "meteo_commentaire": "Météo (commentaire)",
    "meteo_le": "Météo (date)",
    "methode": "Méthode",
    "minimum": "Minimum",
    "mode": "Plusieurs fichiers",
    "modifies": "Modifiés",
    "motif": "Motif",
    "motifs": "Raisons",
    "nature": "Nature",
    "nature_libre": "Type",
    "nom": "Nom",
    "nombre": "Nombre",
    "note": "Note",
    "nouveaux": "Nouveaux",
    "numerateur": "Numérateur",
    "numero": "Numéro",
    "objet_avenant": "Objet",
    "objet_code": "Objet",
    "objet_convention": "Objet",
    "objet_reunion": "Objet",
    "objet_table": "Sur",
    "operation": "Opération",
    "organisme": "Organisme",
    "origine": "Origine",
    "ouverte_le": "Ouverte le",
    "pages": "Pages",
    "paraphe": "Paraphes",
    "parent": "Dans",
    "partenaire_code": "Partenaire",
    "paye": "Payé (€)",
    "perimetre_depuis": "Périmètre depuis",
    "periode": "Période",
    "periodicite": "Périodicité",
    "permanent": "Permanent",
    "point_de_depart": "Point de départ",
    "population": "Population",
    "precision": "Précision",
    "presence": "Présence",
    "presidence": "Présidence",
    "prevu": "Prévu (€)",
    "prochaine": "Prochaine",
    "produit": "Produit",
    "publiee": "Publiée",
    "qualite": "Qualité",
    "raa": "Recueil des actes",
    "rang": "Rang",
    "recu_le": "Reçu le",
    "reference": "Référence",
    "rejetes": "Rejetés",
    "remarque": "Remarque",
    "revisions": "Révisions signées",
    "reste": "Fichier restant (SHA-256)",
    "role": "Rôle",
    "rouverte_le": "Rouverte le",
    "rouverte_par": "Rouverte par",
    "saisi_le": "Saisi le",
    "section": "Partie",
    "sens": "Sens",
    "seuil_variation": "Seuil de variation",
    "sigle": "Sigle",
    "signature_lieu": "Lieu de signature",
    "signature_prevue": "Signature prévue",
    "signe_le": "Signé le",
    "signee_le": "Signée le",
    "signee_par": "Signature dite par",
    "sites": "Sites",
    "source": "Source",
    "source_fonds": "Source",
    "statut": "Statut",
    "sujet": "Titulaire",
    "tacite": "Reconduction tacite",
    "taille": "Taille",
    "telephone": "Téléphone",
    "tenue_le": "Tenue le",
    "terme": "Mot",
    "territoires": "Territoires",
    "texte": "Texte saisi",
    "titre": "Titre",
    "type": "Type",
    "unite": "Unité",
    "valeur": "Valeur",
    "verdict": "Verdict",
    "verifie_le": "Vérifié le",
    "visas": "Visas",
    "zone": "Zone",
    "zones_depuis": "Zones depuis",
}

# Identities, keys that sort or search, and what repeats the period: nothing a person reads.
_HIDDEN = frozenset({"id", "version", "tri", "recherche", "libelle_journal", "cle"})

_FROZEN = frozenset({"version_convention", "modele_convention"})
_BADGES: Mapping[tuple[str, str], Mapping[str, labels.Badge]] = {
    ("action", "statut"): {k.value: v for k, v in labels.STATUTS.items()},
    ("mesure", "statut"): {k.value: v for k, v in labels.STATUTS.items()},
    ("convention", "etat"): {k.value: v for k, v in labels.CONVENTIONS.items()},
    ("exemplaire", "verdict"): {k.value: v for k, v in labels.VERDICTS_SIGNATURE.items()},
    ("retour", "etat"): {k.value: v for k, v in labels.RETOURS.items()},
    ("etape_retour", "etat"): {k.value: v for k, v in labels.RETOURS.items()},
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "sens": {k.value: v for k, v in presentation.SENS.items()},
    "grandeur": {k.value: v for k, v in presentation.GRANDEURS.items()},
    "periodicite": {k.value: v for k, v in presentation.PERIODICITES.items()},
    "operation": {k.value: v for k, v in presentation.OPERATIONS.items()},
    "zone": {k.value: v for k, v in labels.ZONES.items()},
    "role": {k.value: v for k, v in labels.ROLES.items()},
    "meteo": {k.value: v for k, v in labels.METEO.items()},
    "presence": {
        "valeur": "valeur",
        "non_applicable": "non applicable",
        "non_renseigne": "non renseigné",
    },
    "etat": {
        "source": "donnée par la source",
        "saisi": "saisie",
        "importe": "importée",
        "valide": "validée",
        "conteste": "contestée",
    },
    "borne": {
        "exacte": "exacte",
        "plus_de": "plus de",
        "moins_de": "moins de",
        "environ": "environ",
    },
    "consolidation": {"provisoire": "provisoire", "consolide": "consolidée"},
    "mode": {k.value: v for k, v in labels.MODES_RETOUR.items()},
    "origine": {"main": "saisie à la main"},
    "section": {k.value: v for k, v in NARRATIFS.items()},
    "diffusion": {k.value: v.texte for k, v in DIFFUSIONS.items()},
    "format": FORMATS,
}
PARAMETRES = {
    "apparence": "Apparence",
    "auteur": "Auteur",
    "bureau": "Nom du bureau",
    "dossier_sauvegardes": "Dossier des sauvegardes",
    "entete": "Image d’en-tête",
    "mention": "Mention",
    "mentions": "Mentions proposées",
    "police": "Police des documents",
    "police_gras": "Police, fichier du gras",
    "police_italique": "Police, fichier de l’italique",
    "police_romain": "Police, fichier du normal",
    "plan_courant": "Plan affiché",
    "seuil_diffusion": "Seuil des petits effectifs",
}


def table(name: str) -> str:
    """Return what a person calls the rows of a table."""
    return TABLES.get(name, name)


def objet(ligne: LigneChangement) -> str:
    """Return what a person calls the row: « Mesure O2.A1.m3 »."""
    name, word = ligne.objet, table(ligne.table)
    if ligne.table == "parametre":
        name = PARAMETRES.get(name, name)
    elif ligne.table == "narratif":
        section, _, periode = name.partition(" · ")
        name = f"{_text('narratif', 'section', section)} · {_text('narratif', 'periode', periode)}"
    if search_key(name).startswith(search_key(word)):
        return name[:1].upper() + name[1:]
    return f"{word} {name}".strip()


def champ(name: str) -> str:
    """Return what a person calls a field."""
    return CHAMPS.get(name, name)


def shown(name: str) -> bool:
    """Tell whether a field means something to a person."""
    return name not in _HIDDEN and not name.endswith("_id")


def valeur(table_name: str, name: str, value: object) -> str:
    """Return a value kept in the journal as a French document would print it."""
    match value:
        case None | "":
            return ""
        case bool():
            return "oui" if value else "non"
        case list() | tuple():
            return ", ".join(str(item) for item in value)
        case str():
            return _text(table_name, name, value)
    return str(value)


def _text(table_name: str, name: str, value: str) -> str:
    badge = _BADGES.get((table_name, name), {}).get(value)
    if badge:
        return badge.texte
    if name == "contenu" and table_name in _FROZEN:
        return "texte gardé à l’identique"
    if value in _WORDS.get(name, {}):
        return _WORDS[name][value]
    if name == "periode":
        try:
            return parse_periode(value).libelle
        except ValidationError:
            return value
    if name == "valeur" and table_name == "observation":
        return value.replace(".", ",")
    return _moment(value)


def _moment(value: str) -> str:
    """Return dates and instants in French; anything else as it is."""
    if len(value) < 10 or value[4:5] != "-" or value[7:8] != "-":
        return value
    try:
        if len(value) == 10:
            return format_date(dt.date.fromisoformat(value))
        local = dt.datetime.fromisoformat(value).astimezone()
    except ValueError:
        return value
    return f"{format_date(local.date())} {local:%H:%M}"
