"""Signing adds to the file and to nothing else, with a file or a card, and says what is wrong."""

import dataclasses
import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image, ImageDraw

from sdpd_desktop.documents.apercu import render_page
from sdpd_desktop.documents.certificats import lire
from sdpd_desktop.documents.signature import champs, signer
from sdpd_desktop.documents.signature_champs import preparer
from sdpd_desktop.documents.signature_clefs import certificats_carte, jetons
from sdpd_desktop.documents.verification_examen import examiner
from sdpd_desktop.domain.convention import AnnexeDetails, ContenuAnnexe
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.signature import ActeSignature, ChampSignature, ClefCarte, ClefFichier
from tests.carte import CODE, Carte, empreinte
from tests.fabrique_pki import INSTANT, PHRASE, Titulaire, pki
from tests.support import plain
from tests.tools.verapdf.moteur import VeraPdf
from tests.unit.documents.fabrique_signature import (
    CHAMPS,
    PREFETE,
    PROCUREURE,
    a_signer,
    deux_signatures,
    signe,
    une_signature,
)
from tests.unit.documents.lecture_pdf import texte

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

FULL = pki().confiance(*pki().listes)
ACTE = ActeSignature(PREFETE.nom, INSTANT, "Melun")


def p12(titulaire: Titulaire) -> ClefFichier:
    return ClefFichier(titulaire.p12(), PHRASE)


def by_card(carte: Carte, titulaire: Titulaire, code: str | None = CODE) -> ClefCarte:
    return ClefCarte(carte.bibliotheque, carte.jeton, empreinte(titulaire), code)


# ------------------------------------------------------------------------ file


def test_each_signature_is_added_after_the_bytes_it_found() -> None:
    assert une_signature().startswith(a_signer())
    assert deux_signatures().startswith(une_signature())


def test_the_fields_say_who_signs_and_who_did() -> None:
    assert champs(a_signer()) == CHAMPS
    signed = dataclasses.replace(PREFETE, signe=True)
    assert champs(une_signature()) == (signed, PROCUREURE)


def test_the_metadata_stay_as_they_were() -> None:
    def told(octets: bytes) -> tuple[bytes, str]:
        with pikepdf.open(io.BytesIO(octets)) as pdf:
            return pdf.Root.Metadata.read_bytes(), str(pdf.trailer.Info.items())

    assert told(deux_signatures()) == told(a_signer())


def test_the_first_certifies_and_the_last_locks_whatever_their_order() -> None:
    other = signe(signe(a_signer(), PROCUREURE, pki().procureure), PREFETE, pki().prefete)
    for octets, last in ((deux_signatures(), PROCUREURE.nom), (other, PREFETE.nom)):
        with pikepdf.open(io.BytesIO(octets)) as pdf:
            values = {str(f.T): f.V for f in pdf.Root.AcroForm.Fields}
            methods = {
                name: [str(r.TransformMethod) for r in v.Reference] for name, v in values.items()
            }
            (first,) = set(values) - {last}
            assert methods == {first: ["/DocMDP"], last: ["/FieldMDP"]}
            assert values[first].Reference[0].TransformParams.P == 2
            assert values[last].Reference[0].TransformParams.Action == "/All"
            assert pdf.Root.Perms.DocMDP == values[first]
        assert examiner(octets, FULL, INSTANT).motifs == ()


def test_the_only_signatory_certifies_and_locks_at_once() -> None:
    octets = signe(a_signer(champs=(PREFETE,)), PREFETE, pki().prefete)
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert [str(r.TransformMethod) for r in field.V.Reference] == ["/DocMDP", "/FieldMDP"]
    assert examiner(octets, FULL, INSTANT).motifs == ()


def test_the_page_shows_who_signed_in_what_quality_and_when() -> None:
    with pikepdf.open(io.BytesIO(deux_signatures())) as pdf:
        drawn = texte(_flattened(pdf))
    assert "Signé électroniquement par Claire Préfète-Œuvrard" in drawn
    assert PREFETE.qualite in drawn
    assert f"le 30/06/2022 à {INSTANT.astimezone():%H:%M}, Melun" in drawn


def _flattened(pdf: pikepdf.Pdf) -> bytes:
    pdf.flatten_annotations("screen")
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def _ink(octets: bytes) -> int:
    """Return how many pixels of the first page are red, as only a scanned hand is here."""
    width, height, pixels = render_page(octets, 0, 72)
    whole = range(0, 4 * width * height, 4)
    return sum(pixels[i + 2] > 180 and pixels[i + 1] < 90 and pixels[i] < 90 for i in whole)


def test_a_scanned_hand_is_drawn_in_the_preview_too() -> None:
    image = Image.new("RGBA", (300, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).line([(10, 100), (150, 10), (290, 100)], fill=(220, 0, 0, 255), width=12)
    out = io.BytesIO()
    image.save(out, "PNG")
    with_hand = dataclasses.replace(ACTE, image=out.getvalue())
    assert _ink(signer(a_signer(), with_hand, p12(pki().prefete))) > 50
    assert _ink(une_signature()) == 0


def test_a_scanned_hand_that_is_no_image_is_refused() -> None:
    with pytest.raises(ValidationError, match="ne peut pas être lue"):
        signer(a_signer(), dataclasses.replace(ACTE, image=b"GIF89a"), p12(pki().prefete))


@pytest.mark.parametrize(
    ("who", "word"),
    [("perime", "a expiré le 01/01/2021"), ("futur", "qu’à partir du 01/01/2030"),
     ("connexion", "ne sert pas à signer")],
)  # fmt: skip
def test_a_certificate_that_cannot_sign_today_is_refused(who: str, word: str) -> None:
    with pytest.raises(ValidationError) as refused:
        signer(a_signer(), ACTE, p12(getattr(pki(), who)))
    assert word in plain(str(refused.value))


def test_a_wrong_passphrase_and_a_file_without_key() -> None:
    with pytest.raises(ValidationError, match="phrase secrète"):
        signer(a_signer(), ACTE, ClefFichier(pki().prefete.p12(), "autre"))
    with pytest.raises(ValidationError, match="phrase secrète"):
        signer(a_signer(), ACTE, ClefFichier(b"pas une clef", PHRASE))


def test_words_of_a_file_are_shown_on_one_line_without_what_a_screen_obeys() -> None:
    with pikepdf.open(io.BytesIO(a_signer())) as pdf:
        pdf.Root.AcroForm.Fields[0].TU = pikepdf.String("Le maire\x1b[2J\nde Noisiel")
        out = io.BytesIO()
        pdf.save(out)
    assert champs(out.getvalue())[0].qualite == "Le maire [2J de Noisiel"


def test_no_secret_is_in_what_is_logged_of_a_key() -> None:
    shown = f"{p12(pki().prefete)!r} {ClefCarte('lib', code='482159')!r}"
    assert PHRASE not in shown
    assert "482159" not in shown


def test_a_field_signs_once_and_must_exist() -> None:
    with pytest.raises(ValidationError, match="a déjà signé"):
        signer(une_signature(), ACTE, p12(pki().prefete))
    with pytest.raises(NotFoundError, match=PROCUREURE.nom):
        signer(a_signer(), dataclasses.replace(ACTE, champ="absent"), p12(pki().prefete))


def test_a_document_without_fields_or_damaged_is_refused() -> None:
    plain_pdf = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain_pdf)
    with pytest.raises(NotFoundError, match="aucun champ"):
        signer(plain_pdf.getvalue(), ACTE, p12(pki().prefete))
    for octets in (b"", b"bonjour", a_signer()[:5000]):
        with pytest.raises(ValidationError, match="abîmé"):
            signer(octets, ACTE, p12(pki().prefete))


def test_a_signatory_without_a_place_is_named() -> None:
    with pytest.raises(ValidationError, match="maire de Noisiel"):
        preparer(a_signer(), [ChampSignature("signature-x", "Le maire de Noisiel")], {})


# ------------------------------------------------------------------------ card


def test_a_card_shows_its_signature_certificates_without_a_code(carte: Carte) -> None:
    (jeton,) = jetons(carte.bibliotheque)
    assert jeton.nom == carte.jeton
    assert not jeton.demande_code
    found = {c.sujet for c in certificats_carte(carte.bibliotheque, carte.jeton)}
    assert found == {"Dominique Procureure", "Camille Commissaire"}


@pytest.mark.parametrize("who", ["procureure", "commissaire"], ids=["RSA", "ECDSA"])
def test_a_card_signs_after_a_file(carte: Carte, who: str) -> None:
    acte = dataclasses.replace(ACTE, champ=PROCUREURE.nom)
    octets = signer(une_signature(), acte, by_card(carte, getattr(pki(), who)))
    assert octets.startswith(une_signature())
    # The card holds no authority, so the office must know the one between.
    agents = lire("agents.pem", pki().agents.pem).autorites
    trust = dataclasses.replace(FULL, autorites=(*FULL.autorites, *agents))
    assert examiner(octets, trust, INSTANT).motifs == ()


def test_a_wrong_code_warns_before_the_card_locks(carte: Carte) -> None:
    with pytest.raises(ValidationError) as refused:
        signer(a_signer(), ACTE, by_card(carte, pki().procureure, "000000"))
    assert refused.value.field == "code"
    assert "Le code de la carte est faux. Attention" in plain(str(refused.value))
    assert "000000" not in str(refused.value)


def test_a_card_that_must_be_asked_and_was_not_says_so(carte: Carte) -> None:
    with pytest.raises(UserError, match="code"):
        signer(a_signer(), ACTE, by_card(carte, pki().procureure, None))


def test_several_certificates_must_be_chosen_from(carte: Carte) -> None:
    with pytest.raises(ValidationError, match="choisissez-en un"):
        signer(a_signer(), ACTE, ClefCarte(carte.bibliotheque, code=CODE))
    with pytest.raises(NotFoundError, match="n’est pas sur cette carte"):
        signer(a_signer(), ACTE, ClefCarte(carte.bibliotheque, certificat="0" * 64, code=CODE))
    with pytest.raises(ValidationError, match="ne sert pas à signer"):
        signer(a_signer(), ACTE, by_card(carte, pki().connexion))


def test_no_card_no_library_and_no_library_at_all(carte: Carte, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="n’est pas dans le lecteur"):
        signer(a_signer(), ACTE, ClefCarte(carte.bibliotheque, "autre carte", code=CODE))
    with pytest.raises(NotFoundError, match="n’existe pas"):
        jetons(str(tmp_path / "absente.so"))
    text = tmp_path / "texte.so"
    text.write_text("pas une bibliothèque", encoding="utf-8")
    with pytest.raises(UserError, match="bibliothèque"):
        jetons(str(text))


def test_the_day_of_the_certificate_is_that_of_the_clock(carte: Carte) -> None:
    late = dataclasses.replace(ACTE, instant=dt.datetime(2040, 1, 1, tzinfo=dt.UTC))
    with pytest.raises(ValidationError, match="a expiré"):
        signer(a_signer(), late, by_card(carte, pki().procureure))


# --------------------------------------------------------------------- archive


@pytest.mark.verapdf
def test_a_convention_signed_by_file_and_by_card_is_still_an_archive_read_aloud(
    services: "Services", carte: Carte, verapdf: VeraPdf, tmp_path: Path
) -> None:
    contacts = AnnexeDetails(4, "Contacts", ContenuAnnexe.CONTACTS, integrante=False)
    services.redactions.modifier(
        "CLCT77-2019", "annexes",
        lambda it: dataclasses.replace(
            it, annexes=(*it.annexes, contacts), confidentialite="Diffusion limitée"
        ),
    )  # fmt: skip
    path = tmp_path / "plan.pdf"
    path.write_bytes(a_signer())
    services.pieces.annexer("CLCT77-2019", path)
    pdf = services.conventions.render_a_signer("CLCT77-2019")
    assert pdf == services.conventions.render_a_signer("CLCT77-2019")
    first, second = champs(pdf)
    once = signer(pdf, dataclasses.replace(ACTE, champ=first.nom), p12(pki().prefete))
    twice = signer(
        once, dataclasses.replace(ACTE, champ=second.nom), by_card(carte, pki().procureure)
    )
    for octets in (pdf, once, twice):
        path.write_bytes(octets)
        for flavour in ("3a", "ua1"):
            assert verapdf.manquements(path, flavour) == []
