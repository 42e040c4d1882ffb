"""The figures of a plan as rows: one for each figure of the sources, then the office's own."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sdpd_desktop.domain.formule import Formule
from sdpd_desktop.domain.indicateur import Cible, Indicateur, Observation, SuiviIndicateur, Taux
from sdpd_desktop.domain.plan import MesureDetails, PlanDetails, Remarque, etat_echeance
from sdpd_desktop.domain.texte import NBSP, natural_key

Row = Mapping[str, object]
CONTEXTE = "C"
ECHEANCE = "echeance"
# How an indicator is counted, and what stands there for a figure that is not one.
_COMPTAGE: Row = {
    "decimales": 0, "minimum": None, "maximum": None, "numerateur": "", "denominateur": "",
    "methode": "", "delai_jours": 0, "seuil_variation": None, "definition_depuis": None,
    "produit": "",
}  # fmt: skip


def split(
    plan: PlanDetails, suivis: Iterable[SuiviIndicateur], on: dt.date
) -> tuple[list[Row], list[Row], list[Row]]:
    """Return the figures of the sources, those given for context (C01…), and the others.

    A target or a mesure that carries a reference of its own (K02, K24) is a figure too.
    """
    rows: list[Row] = []
    for suivi in suivis:
        indicateur = suivi.indicateur
        rows.append(_indicateur(suivi))
        rows.extend(_second(suivi, cible) for cible in indicateur.cibles if cible.reference)
    for action in plan.actions():
        rows.extend(_mesure(mesure, on) for mesure in action.mesures if mesure.reference)
    rows.sort(key=lambda row: (natural_key(str(row["reference"])), natural_key(str(row["code"]))))
    context = [row for row in rows if str(row["reference"]).startswith(CONTEXTE)]
    others = [row for row in rows if not row["reference"]]
    return [row for row in rows if row not in context and row not in others], context, others


def _indicateur(suivi: SuiviIndicateur) -> Row:
    it = suivi.indicateur
    return {
        "code": it.code,
        "parent": it.parent,
        "reference": it.reference,
        "titre": it.titre,
        "nature": it.nature,
        "sens": it.sens,
        "unite": it.unite,
        "grandeur": it.grandeur,
        "periodicite": it.periodicite,
        "statut": None,
        "depart": _depart(it),
        "cibles": [_cible(cible) for cible in it.cibles],
        "derniere": observation(suivi.derniere),
        "par_annee": {str(year): valeur for year, valeur in suivi.par_annee},
        "taux": _taux(suivi.taux),
        "sites": list(it.sites),
        "fournisseur": it.fournisseur,
        **{name: getattr(it, name) for name in _COMPTAGE},
        "territoires": list(it.territoires),
        "formule": _formule(it.formule),
        "remarques": remarques(it.remarques),
        "source": it.source,
    }


def _second(suivi: SuiviIndicateur, cible: Cible) -> Row:
    """Return the row of a target that the sources count as a figure of its own."""
    taux = suivi.taux
    if taux.cible != cible:
        motif = f"cible non encore en vigueur{NBSP}: voir {suivi.indicateur.chiffre}"
        taux = Taux(None, None, None, "", motif, cible)
    whole = _indicateur(replace(suivi, taux=taux))
    return {**whole, "reference": cible.reference, "cibles": [_cible(cible)]}


def _mesure(mesure: MesureDetails, on: dt.date) -> Row:
    """Return the row of a figure that is a mesure's due date."""
    motif = f"échéance d'une mesure{NBSP}: suivie par son état"
    cible = {
        "rang": 1, "valeur": None, "echeance": mesure.echeance,
        "interpretee": mesure.echeance_interpretee, "debut": None, "reference": "",
    }  # fmt: skip
    return {
        "code": mesure.code,
        "parent": mesure.parent,
        "reference": mesure.reference,
        "titre": mesure.titre,
        "nature": ECHEANCE,
        "sens": "neutre",
        "unite": "",
        "grandeur": None,
        "periodicite": "ponctuelle",
        "statut": statut(mesure.statut),
        "etat": etat_echeance(mesure.echeance, mesure.statut, on),
        "depart": {"valeur": None, "borne": "exacte", "date": None, "periode": "", "texte": ""},
        "cibles": [cible] if mesure.echeance else [],
        "derniere": None,
        "par_annee": {},
        "taux": _taux(Taux(None, None, None, "", motif, None)),
        "sites": [],
        "fournisseur": "",
        **_COMPTAGE,
        "territoires": [],
        "formule": None,
        "remarques": remarques(mesure.remarques),
        "source": mesure.source,
    }


def _depart(indicateur: Indicateur) -> Row:
    depart = indicateur.depart
    return {
        "valeur": depart.valeur,
        "borne": depart.borne,
        "date": depart.date,
        "periode": depart.periode,
        "texte": depart.texte,
    }


def _formule(formule: Formule | None) -> Row | None:
    if formule is None:
        return None
    return {
        "operation": formule.operation,
        "operandes": [
            {
                "indicateur": operande.indicateur,
                "territoire": operande.territoire,
                "zone": operande.zone,
                "decalage": operande.decalage,
            }
            for operande in formule.operandes
        ],
    }


def _cible(cible: Cible) -> Row:
    return {
        "rang": cible.rang,
        "valeur": cible.valeur,
        "echeance": cible.echeance,
        "interpretee": cible.echeance_interpretee,
        "debut": cible.debut,
        "reference": cible.reference,
    }


def _taux(taux: Taux) -> Row:
    return {
        "part": taux.part,
        "terme": taux.terme,
        "total": taux.total,
        "libelle": taux.libelle,
        "motif": taux.motif,
        "cible": _cible(taux.cible) if taux.cible else None,
    }


def observation(valeur: Observation | None) -> Row | None:
    """Return a value with where it came from."""
    if valeur is None:
        return None
    origine = valeur.origine
    return {
        "periode": valeur.periode.code,
        "territoire": valeur.territoire,
        "zone": valeur.zone,
        "valeur": valeur.valeur,
        "presence": valeur.presence,
        "borne": valeur.borne,
        "numerateur": valeur.numerateur,
        "denominateur": valeur.denominateur,
        "consolidation": valeur.consolidation,
        "commentaire": valeur.commentaire,
        "extraite_le": valeur.extraite_le,
        "motif": valeur.motif,
        "origine": {
            "auteur": origine.auteur,
            "saisi_le": origine.saisi_le,
            "etat": origine.etat,
            "source": origine.source,
            "fichier": origine.fichier,
            "empreinte": origine.empreinte,
            "feuille": origine.feuille,
            "cellule": origine.cellule,
            "changement": origine.changement,
        },
    }


def remarques(found: Iterable[Remarque]) -> list[Row]:
    """Return remarks as rows."""
    return [{"objet": r.objet, "texte": r.texte, "source": r.source} for r in found]


def statut(valeur: str) -> str:
    """Return a status as ``--status`` takes it: a-venir."""
    return str(valeur).replace("_", "-")
