"""Files are annexed byte for byte; what is printed is in the journal."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.convention import ContenuAnnexe, ConventionDetails, NaturePiece
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.journal import SourceChangement
from tests.support import count, plain
from tests.unit.documents.lecture_pdf import texte
from tests.unit.services.depots import CLCT, SIGNED, image, objet

# ------------------------------------------------------------------------ annexes


def test_annex_files_are_kept_byte_for_byte_and_ordered(
    services: Services, scan: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(services.conventions.render_pdf("CROSS77-2019", annexes=True))
    services.pieces.annexer(CLCT, pdf, "Plan de situation", integrante=False)
    details = services.pieces.annexer(CLCT, scan)
    plan, photo = details.annexes[-2:]
    assert (plan.numero, plan.titre, plan.contenu, plan.integrante) == (
        4, "Plan de situation", ContenuAnnexe.FICHIER, False,
    )  # fmt: skip
    assert plan.fichier is not None
    assert plan.fichier.pages > 1
    assert photo.titre == "scan"
    assert services.pieces.octets(plan.fichier.empreinte) == pdf.read_bytes()
    first = services.redactions.modifier(
        CLCT, "annexes", lambda it: replace(it, annexes=(it.annexes[-1], *it.annexes[:-1]))
    )
    assert [a.numero for a in first.annexes] == [1, 2, 3, 4, 5]
    assert first.annexes[0].fichier == photo.fichier
    printed = texte(services.conventions.render_pdf(CLCT, annexes=True))
    assert "Plan de situation non" in printed
    out = services.pieces.extraire(plan.fichier.empreinte, tmp_path / "copie.pdf")
    assert out.read_bytes() == pdf.read_bytes()


def test_annexes_are_put_in_order_until_the_signed_copy_is_filed(
    services: Services, scan: Path
) -> None:
    def turned(it: ConventionDetails) -> ConventionDetails:
        return replace(it, annexes=it.annexes[::-1])

    first = [a.titre for a in services.conventions.details(CLCT).annexes]
    services.conventions.sign(CLCT, SIGNED, "Noisiel")
    after = services.redactions.modifier(CLCT, "annexes", turned)
    assert [(a.numero, a.titre) for a in after.annexes] == list(enumerate(first[::-1], 1))
    found = texte(services.conventions.render_pdf(CLCT, annexes=True))
    assert f"Annexe n° 1 {first[-1]} Statut" in found
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    with pytest.raises(UserError, match="Ouvrez un avenant pour la modifier"):
        services.redactions.modifier(CLCT, "annexes", turned)
    assert services.conventions.details(CLCT).annexes == after.annexes


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (b"", "vide"),
        (b"bonjour", "ce n'est pas un PDF"),
        (b"%PDF-1.7 rien", "abîmé"),
        (b"\x89PNG\r\n\x1a\nrien", "abîmée"),
        (image()[:60], "abîmée"),
        (b"PK\x03\x04rien", "n'est pas ajouté"),
        (b"%PDF-" + bytes(20_000_001), "dépasse 20 Mo"),
    ],
)
def test_a_hostile_file_is_refused_and_nothing_changes(
    services: Services, tmp_path: Path, octets: bytes, said: str
) -> None:
    path = tmp_path / "annexe.pdf"
    path.write_bytes(octets)
    before = count(services)
    with pytest.raises(UserError) as refused:
        services.pieces.annexer(CLCT, path)
    assert said in plain(str(refused.value))
    assert "annexe.pdf" in str(refused.value)
    assert count(services) == before


def test_a_liasse_holds_the_files_of_the_annexes(
    services: Services, scan: Path, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Caméra", "Rue"])
    sheet.append([1, "rue du Port"])
    book.save(tmp_path / "caméras.xlsx")
    services.pieces.annexer(CLCT, scan, "Photographie")
    services.pieces.annexer(CLCT, tmp_path / "caméras.xlsx")
    whole = texte(services.liasses.render(CLCT))
    for words in ("LIASSE", "Photographie", "rue du Port", "caméras.xlsx", "Fait à"):
        assert words in whole
    one = texte(services.liasses.render(CLCT, {5}))
    assert "rue du Port" in one
    assert "Photographie" not in one
    assert "Fait à" not in one
    assert services.liasses.render(CLCT) == services.liasses.render(CLCT)


# ----------------------------------------------------------------------- printing


def test_what_was_printed_is_in_the_journal_and_is_not_undone(services: Services) -> None:
    services.redactions.modifier(CLCT, "objet", objet("x"))
    undoable = services.journal.undoable()
    services.conventions.noter_impression(CLCT, "4 pages, 2 exemplaires")
    last = services.journal.history(1)[0]
    assert last.source is SourceChangement.IMPRESSION
    assert "CLCT77-2019" in last.commande
    assert services.journal.undoable() == undoable
    assert services.journal.verify().ok
