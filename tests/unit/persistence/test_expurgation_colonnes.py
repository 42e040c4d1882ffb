"""What an expunging looks through: every text of the schema, whatever table comes next."""

import json

import pytest
from sqlalchemy import Column

from sdpd_desktop.bootstrap import Services, database_path
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.persistence.expurgation_colonnes import (
    LAISSEES,
    PAR_CLEF,
    colonnes_fouillees,
    est_texte,
)
from sdpd_desktop.persistence.schema import metadata
from tests.support import raw

NOM = 'Zoé "Zaza" d\'Été\\Ôta'
# The one part of the name that no spelling changes, with case or without.
SURE = b"zaza"
NAMES_OF_SET_LENGTH = {
    ("emetteur", "nom"),
    ("contribution", "emetteur"),
    ("etape_retour", "emetteur"),
}


def test_a_new_column_of_text_is_searched_or_left_for_a_reason() -> None:
    """A code or a choice, whose length is set, is not to be replaced: it must be named as left."""
    searched = {
        (table, column.name)
        for table, columns in colonnes_fouillees().items()
        for column in columns
        if getattr(column.type, "length", None)
    }
    assert searched == NAMES_OF_SET_LENGTH


def test_what_is_left_is_in_the_schema() -> None:
    there = {
        spelling
        for table in metadata.sorted_tables
        for column in table.columns
        if est_texte(column)
        for spelling in (column.name, f"{table.name}.{column.name}", f"{table.name}.*")
    }
    assert {name for names in LAISSEES.values() for name in names} <= there


def planted(table: str, column: Column[object], searched: tuple[Column[object], ...]) -> object:
    """Return what a row full of the name holds in a column."""
    if (table, column.name) in PAR_CLEF:
        return search_key(NOM)
    if table == "modele_convention" and column.name == "contenu":
        return json.dumps({"titre": NOM}, ensure_ascii=False)
    if column in searched:
        return json.dumps([f"vu {NOM}"]) if "JSON" in str(column.type) else f"vu {NOM} hier"
    if column.nullable:
        return None
    plain = {"DATETIME": "2022-01-01 00:00:00.000000", "DATE": "2022-01-01", "JSON": "[]"}
    if str(column.type) in plain:
        return plain[str(column.type)]
    return f"x{table}" if est_texte(column) or column.name.endswith("id") else 1


def test_every_table_is_cleaned_the_file_of_bytes_too(services: Services) -> None:
    with raw(services.data, guards=False) as connection:
        for table, searched in colonnes_fouillees().items():
            columns = metadata.tables[table].columns
            names = ", ".join(f'"{column.name}"' for column in columns)
            marks = ", ".join("?" for _ in columns)
            values = [planted(table, column, searched) for column in columns]
            connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)
    told = services.expurgations.apercu(NOM)
    assert told.elements == len(colonnes_fouillees())
    services.expurgations.expurger(NOM, "donnée nominative reçue par erreur")
    path = database_path(services.data)
    stored = b"".join(
        found.read_bytes() for found in path.parent.glob(f"{path.name}*") if found.is_file()
    )
    assert SURE not in stored.lower()
    with pytest.raises(NotFoundError, match="nulle part"):
        services.expurgations.expurger(NOM, "deuxième passage")
