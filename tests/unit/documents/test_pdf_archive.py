import datetime as dt
import io
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from sdpd_desktop.documents.pdf_archive import Donnees
from sdpd_desktop.documents.pdf_page import Gabarit, composer, titre
from sdpd_desktop.documents.pdf_styles import paragraphe

GABARIT = Gabarit("Titre", "Sujet", "Bureau", "", None, "pied", dt.date(2022, 6, 30))
DONNEES = Donnees(
    "données.json",
    "application/json",
    "La convention, pour être relue par un programme",
    '{"objet": "Créer la cellule"}'.encode(),
    dt.date(2022, 6, 29),
)


def printed(donnees: Donnees | None) -> bytes:
    return composer(GABARIT, [*titre("Partie"), paragraphe("Texte")], donnees)


def test_data_go_with_the_document_as_its_source() -> None:
    with pikepdf.open(io.BytesIO(printed(DONNEES))) as pdf:
        (file,) = pdf.Root.AF
        assert file.objgen == pdf.Root.Names.EmbeddedFiles.Names[1].objgen
        assert (str(file.UF), str(file.F), str(file.Desc)) == (
            DONNEES.nom,
            DONNEES.nom,
            DONNEES.description,
        )
        assert file.AFRelationship == "/Source"
        stream: Any = file.EF.UF
        assert stream.read_bytes() == DONNEES.octets
        assert stream.Subtype == "/application/json"
        assert str(stream.Params.ModDate).startswith("D:20220629")
        assert int(stream.Params.Size) == len(DONNEES.octets)
        attached = pdf.attachments["données.json"].get_file()
        assert attached.read_bytes() == DONNEES.octets
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
            assert xmp["pdfuaid:part"] == "1"


def test_without_data_nothing_is_attached() -> None:
    with pikepdf.open(io.BytesIO(printed(None))) as pdf:
        assert "/AF" not in pdf.Root
        assert not pdf.attachments
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")


@pytest.mark.parametrize("donnees", [None, DONNEES])
def test_same_content_same_bytes(donnees: Donnees | None) -> None:
    assert printed(donnees) == printed(donnees)


@pytest.mark.parametrize(
    "changes", [{"octets": b"{}"}, {"nom": "autre.json"}, {"date": dt.date(2022, 6, 30)}]
)
def test_other_data_other_bytes(changes: dict[str, Any]) -> None:
    assert printed(replace(DONNEES, **changes)) != printed(DONNEES)


_DRAW = """
import hashlib
from sdpd_desktop.documents import convention_pdf, rapport_pdf
from tests.unit.documents.echantillons import convention, rapport
for data in (convention_pdf.render(convention(annexes=True)), rapport_pdf.render(rapport())):
    print(hashlib.sha256(data).hexdigest())
"""


def test_another_process_gives_the_same_bytes() -> None:
    """The order of sets and the hour change nothing."""

    def run(seed: str, zone: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", _DRAW]
        return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout

    first = run("1", "Europe/Paris")
    assert len(first.split()) == 2
    assert run("2", "Pacific/Noumea") == first
