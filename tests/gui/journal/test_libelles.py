"""What the journal keeps, said in French."""

import pytest

from sdpd_desktop.domain.journal import (
    LigneChangement,
    Operation,
)
from sdpd_desktop.gui.journal.detail import touched
from sdpd_desktop.gui.journal.libelles import CHAMPS, PARAMETRES, TABLES, objet, shown, valeur
from tests.support import plain


@pytest.mark.parametrize(
    ("table", "field", "value", "wanted"),
    [
        ("mesure", "statut", "realisee", "Réalisée"),
        ("convention", "etat", "a_signer", "À signer"),
        ("retour", "etat", "recu", "Reçu"),
        ("observation", "etat", "importe", "importée"),
        ("observation", "valeur", "1234.5", "1234,5"),
        ("observation", "periode", "2022-S1", "1er semestre 2022"),
        ("mesure", "fait_le", "2022-06-12", "12/06/2022"),
        ("engagement", "role", "pilote", "Pilote"),
        ("plan", "titre", "2022-6", "2022-6"),
        ("indicateur", "sites", ["Melun", "Meaux"], "Melun, Meaux"),
        ("convention", "publiee", True, "oui"),
        ("mesure", "fait_le", None, ""),
        ("retour", "lignes", 12, "12"),
    ],
)
def test_values_are_printed_as_a_french_document_does(
    table: str, field: str, value: object, wanted: str
) -> None:
    assert plain(valeur(table, field, value)) == wanted


def test_every_column_that_is_shown_has_a_french_name() -> None:
    from sdpd_desktop.persistence.base import Base, Entity
    from sdpd_desktop.persistence.schema import entity_of

    tables = [name for name in Base.metadata.tables if name in TABLES]
    journalled = [
        mapper.class_.__tablename__
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Entity)
    ]
    assert set(journalled) <= set(TABLES)
    for name in tables:
        for column in entity_of(name).__table__.columns:
            assert not shown(column.key) or column.key in CHAMPS, f"{name}.{column.key}"


def test_a_text_is_named_by_its_part_and_period() -> None:
    line = changed(table="narratif", objet="faits_marquants · 2022-T2")
    assert objet(line) == "Texte Faits marquants · 2e trimestre 2022"
    assert valeur("rapport_emis", "diffusion", "communicable") == "Communicable"


def test_every_setting_has_a_french_name() -> None:
    from dataclasses import fields

    from sdpd_desktop.domain.parametres import Parametres
    from sdpd_desktop.domain.police import Police

    faces = {f"police_{field.name}" for field in fields(Police)} - {"police_nom"}
    kept = {field.name for field in fields(Parametres)} | faces | {"police"}
    assert kept == set(PARAMETRES)


def changed(**more: object) -> LigneChangement:
    base = {
        "table": "mesure", "ligne": "1", "objet": "O2.A1.m1",
        "operation": Operation.MODIFICATION,
        "avant": {"id": "1", "statut": "a_venir", "note": "", "version": 1, "titre": "x"},
        "apres": {"id": "1", "statut": "realisee", "note": "fait", "version": 2, "titre": "x"},
        "purge": False,
    }  # fmt: skip
    return LigneChangement(**{**base, **more})  # type: ignore[arg-type]


def test_only_fields_that_differ_are_listed() -> None:
    rows = list(touched([changed()]))
    assert [(row.champ, row.avant, row.apres) for row in rows] == [
        ("Statut", "À venir", "Réalisée"),
        ("Note", "", "fait"),
    ]
    assert rows[0].objet == "Mesure O2.A1.m1"


def test_an_added_and_a_deleted_row_have_one_side() -> None:
    added = changed(operation=Operation.AJOUT, avant=None)
    assert {row.avant for row in touched([added])} == {""}
    deleted = changed(operation=Operation.SUPPRESSION, apres=None)
    assert {row.apres for row in touched([deleted])} == {""}


def test_a_purged_row_says_that_its_detail_is_gone() -> None:
    rows = list(touched([changed(avant=None, apres=None, purge=True)]))
    assert "supprimé du journal" in rows[0].champ


def test_a_row_changed_only_inside_is_still_listed() -> None:
    same = {"id": "1", "version": 1}
    rows = list(touched([changed(avant=same, apres={"id": "1", "version": 2})]))
    assert [row.objet for row in rows] == ["Mesure O2.A1.m1"]


@pytest.mark.parametrize(
    ("table", "name", "wanted"),
    [
        ("mesure", "O2.A1.m1", "Mesure O2.A1.m1"),
        ("retour", "retour GGD77", "Retour GGD77"),
        ("parametre", "bureau", "Paramètre Nom du bureau"),
    ],
)
def test_rows_are_called_what_a_person_calls_them(table: str, name: str, wanted: str) -> None:
    assert objet(changed(table=table, objet=name)) == wanted
