"""Which columns an expunging looks through: every text of the schema, but those named here."""

from functools import cache
from typing import Any

from sqlalchemy import JSON, Column, String

from sdpd_desktop.persistence.base import Base
from sdpd_desktop.persistence.schema import metadata
from sdpd_desktop.persistence.types import Words

CLASSES = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}

PAR_CLEF = frozenset({("terme", "terme"), ("disposition", "cle")})
"""Columns that hold what was typed as its key to search by, without accents or case."""

LAISSEES = {
    "made again from the rest of the row": ("tri", "recherche"),
    "who did a thing is kept by law": ("auteur", "rouverte_par"),
    "a code that other rows and files cite": (
        "code", "indicateur.reference", "indicateur.parent", "mesure.reference", "cible.reference",
        "rapport_emis.objet_code", "remarque.objet_code", "importation.partenaire_code",
        "retour.partenaire_code", "retour.demandes", "campagne.exclus", "indicateur.territoires",
        "insee", "departement", "remarque.objet_table", "importation_ligne.colonne",
        "observation.cellule", "indicateur.produit",
    ),
    "a choice among a few words of ours": (
        "nature", "etat", "statut", "zone", "mode", "meteo", "genre", "mandat_mode", "mandat_genre",
        "role", "presence", "borne", "consolidation", "depart_borne", "verdict",
        "plan.type", "rapport_emis.type", "rapport_emis.diffusion", "rapport_emis.format",
        "indicateur.sens", "indicateur.grandeur", "indicateur.periodicite", "indicateur.operation",
        "financement.source_fonds", "narratif.section", "annexe.contenu",
    ),
    "a period or a number": (
        "observation.periode", "contribution.periode", "campagne.periode", "cloture.periode",
        "narratif.periode", "rapport_emis.periode",
    ),
    "a hash": ("empreinte", "empreinte_valeurs", "expurgation.fichier", "expurgation.reste"),
    "the journal, whose payloads are purged and whose sealed headings are told": (
        "changement.*", "changement_ligne.*", "changement_charge.*",
    ),
    "what was filed signed is never altered: it is told": ("version_convention.*", "exemplaire.*"),
    "what a certificate says; it is taken off in the settings": (
        "autorite.*", "liste_revocation.*",
    ),
    "where a backup lies outside": ("sauvegarde.*",),
}  # fmt: skip
"""Columns that are left as they are, by reason: a name, ``table.name`` or all of a table."""


@cache
def colonnes_fouillees() -> dict[str, tuple[Column[Any], ...]]:
    """Return the columns to look through, by table."""
    left = {name for names in LAISSEES.values() for name in names}
    found = {}
    for table in metadata.sorted_tables:
        columns = tuple(
            column
            for column in table.columns
            if est_texte(column)
            and not left & {column.name, f"{table.name}.{column.name}", f"{table.name}.*"}
        )
        if columns:
            found[table.name] = columns
    return found


def est_texte(column: Column[Any]) -> bool:
    """Tell whether a column can hold words: all those of text but keys and decimal numbers."""
    key = column.primary_key or column.name == "id" or column.name.endswith("_id")
    return isinstance(column.type, String | JSON | Words) and not key
