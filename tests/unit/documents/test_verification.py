"""A signed document is valid only untouched, complete, and from people the office trusts."""

import dataclasses
import datetime as dt
import io
import re
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream, String
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field

from sdpd_desktop.documents.verification import constater
from sdpd_desktop.documents.verification_examen import examiner
from sdpd_desktop.domain.confiance import Confiance
from sdpd_desktop.domain.verification import (
    ConstatDocument,
    NatureMotif,
    VerdictSignature,
    conclure,
)
from tests.fabrique_pki import INSTANT, PHRASE, crl, day, pki
from tests.support import plain
from tests.unit.documents.fabrique_signature import (
    PREFETE,
    PROCUREURE,
    a_signer,
    deux_signatures,
    signe,
    une_signature,
)

FULL = pki().confiance(*pki().listes)


def natures(octets: bytes, confiance: Confiance = FULL, on: dt.datetime = INSTANT) -> list[str]:
    return sorted({motif.nature.value for motif in examiner(octets, confiance, on).motifs})


def verdict(constat: ConstatDocument) -> VerdictSignature:
    return conclure("essai.pdf", constat, (), INSTANT).verdict


# ---------------------------------------------------------------- the good ones


def test_both_signed_by_trusted_people_and_nothing_since_is_valid() -> None:
    constat = examiner(deux_signatures(), FULL, INSTANT)
    assert constat.motifs == ()
    assert verdict(constat) is VerdictSignature.VALIDE
    first, second = constat.signatures
    assert (first.champ, first.qualite) == (PREFETE.nom, PREFETE.qualite)
    assert first.signataire == "Claire Préfète-Œuvrard"
    assert first.certifie
    assert not second.certifie
    assert second.annoncee_le == INSTANT


def test_what_another_program_signed_is_read_too() -> None:
    assert natures(approved()) == ["manquante"]


def test_the_child_process_answers_the_same() -> None:
    assert constater(deux_signatures(), FULL, INSTANT) == examiner(deux_signatures(), FULL, INSTANT)


def test_one_signature_of_two_is_incomplete_and_says_whose_is_missing() -> None:
    constat = examiner(une_signature(), FULL, INSTANT)
    assert verdict(constat) is VerdictSignature.INCOMPLET
    assert [m.texte for m in constat.motifs if PROCUREURE.qualite in m.texte]


def test_no_signature_at_all_is_not_valid() -> None:
    constat = examiner(a_signer(), FULL, INSTANT)
    assert natures(a_signer()) == ["sans_signature"]
    assert verdict(constat) is VerdictSignature.NON_VALIDE


# ------------------------------------------------------------------- tampering


def flipped(octets: bytes, at: int) -> bytes:
    """Change one byte; a hexadecimal digit becomes another one."""
    digits = b"0123456789ABCDEF0"
    byte = octets[at : at + 1]
    other = digits[digits.index(byte) + 1] if byte in digits else octets[at] ^ 1
    return octets[:at] + bytes([other]) + octets[at + 1 :]


def signature_value(octets: bytes, number: int) -> int:
    """Return a place inside the cryptographic value, the last part of a CMS."""
    start, end = contents(octets, number)
    return start + len(octets[start:end].rstrip(b"0")) - 20


def contents(octets: bytes, number: int) -> tuple[int, int]:
    """Return where the hexadecimal of a signature starts and ends."""
    found = list(re.finditer(rb"/Contents <([0-9a-fA-F]{1000,})>", octets))
    return found[number].span(1)


def appended(change: Callable[[IncrementalPdfFileWriter], None], octets: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(octets))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def annotate(writer: IncrementalPdfFileWriter) -> None:
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(
                [generic.NumberObject(n) for n in (50, 50, 300, 100)]
            ),
            generic.pdf_name("/Contents"): generic.pdf_string("sauf la commune de Noisiel"),
        }
    )
    page_ref, _resources = writer.find_page_for_modification(0)
    page = page_ref.get_object()
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])


def add_to_page(writer: IncrementalPdfFileWriter) -> None:
    stream = generic.StreamObject(stream_data=b"0 0 100 100 re f")
    writer.add_stream_to_page(0, writer.add_object(stream))


def change_catalog(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = generic.pdf_string("en")
    writer.update_root()


def add_field(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("intrus", box=(10, 10, 60, 60)))


def resaved(octets: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        pdf.save(out)
    return out.getvalue()


def transplanted() -> bytes:
    """Put the signature of another document in the place of the first one."""
    other = signe(a_signer("Une autre convention"), PREFETE, pki().prefete)
    start, end = contents(other, 0)
    here, there = contents(deux_signatures(), 0)
    assert end - start == there - here
    return deux_signatures()[:here] + other[start:end] + deux_signatures()[there:]


def a_drawn_byte_flipped() -> bytes:
    """Change one byte of a typeface of the first revision: a letter is drawn otherwise."""
    font = deux_signatures().index(b"/Length1")
    return flipped(deux_signatures(), deux_signatures().index(b"stream\n", font) + 200)


@cache
def approved() -> bytes:
    """Return a document that another program signed, without saying what may change after."""
    signer = signers.SimpleSigner.load_pkcs12_data(
        pki().prefete.p12(), other_certs=[], passphrase=PHRASE.encode()
    )
    assert signer is not None
    meta = signers.PdfSignatureMetadata(field_name=PREFETE.nom, subfilter=SigSeedSubFilter.PADES)
    out = io.BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(a_signer())), meta, signer, output=out)
    return out.getvalue()


TAMPERED: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "a byte of revision 1": (a_drawn_byte_flipped, {"altere"}),
    "a byte of revision 2": (
        lambda: flipped(deux_signatures(), len(une_signature()) + 2000), {"altere"},
    ),
    "a byte of the first CMS": (
        lambda: flipped(deux_signatures(), signature_value(deux_signatures(), 0)),
        {"signature_fausse", "altere"},
    ),
    "a byte of the second CMS": (
        lambda: flipped(deux_signatures(), signature_value(deux_signatures(), 1)),
        {"signature_fausse"},
    ),
    "annotation": (lambda: appended(annotate, deux_signatures()), {"modifie_apres", "non_couvert"}),
    "annotation on a certified draft": (
        lambda: appended(annotate, une_signature()),
        {"modifie_apres", "non_couvert", "manquante"},
    ),
    "annotation on what nobody certified": (
        lambda: appended(annotate, approved()), {"modifie_apres", "non_couvert", "manquante"},
    ),
    "page content": (
        lambda: appended(add_to_page, deux_signatures()), {"modifie_apres", "non_couvert"},
    ),
    "catalog": (
        lambda: appended(change_catalog, deux_signatures()), {"modifie_apres", "non_couvert"},
    ),
    "re-saved": (lambda: resaved(deux_signatures()), {"altere"}),
    "trailing bytes": (lambda: deux_signatures() + b"\n% suite\n", {"non_couvert"}),
    "truncated": (lambda: deux_signatures()[:-300], {"illisible"}),
    "cut in the middle": (
        lambda: deux_signatures()[: len(une_signature()) + 500], {"manquante", "non_couvert"},
    ),
    "cut back to revision 1": (une_signature, {"manquante"}),
    "a field added": (
        lambda: appended(add_field, deux_signatures()),
        {"inattendue", "modifie_apres", "non_couvert"},
    ),
    "signature of another document": (transplanted, {"altere"}),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERED)
def test_each_tampering_is_rejected_with_its_reason(name: str) -> None:
    make, expected = TAMPERED[name]
    constat = examiner(make(), FULL, INSTANT)
    found = {motif.nature.value for motif in constat.motifs}
    assert found, "accepted"
    assert found == expected, found
    assert verdict(constat) is not VerdictSignature.VALIDE
    assert all(motif.texte.endswith(".") for motif in constat.motifs)


def test_an_extra_signature_is_unexpected_even_from_a_trusted_person() -> None:
    third = appended(add_field, deux_signatures())
    extra = signe(third, dataclasses.replace(PREFETE, nom="intrus"), pki().procureure)
    assert "inattendue" in natures(extra)
    assert verdict(examiner(extra, FULL, INSTANT)) is VerdictSignature.NON_VALIDE


@settings(max_examples=15, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True))
def test_no_flipped_byte_is_ever_accepted(where: float) -> None:
    octets = deux_signatures()
    at = int(where * len(octets))
    assert examiner(flipped(octets, at), FULL, INSTANT).motifs


def test_what_no_key_protects_in_a_cms_cannot_be_changed_either() -> None:
    """The head of the CMS, whose lengths and algorithms are outside every signature."""
    start, _end = contents(deux_signatures(), 1)
    for at in range(start, start + 130, 3):
        assert examiner(flipped(deux_signatures(), at), FULL, INSTANT).motifs, at


# ------------------------------------------------------------------ certificates


def test_a_rogue_authority_is_named() -> None:
    octets = signe(a_signer(champs=(PREFETE,)), PREFETE, pki().inconnu)
    (motif,) = examiner(octets, FULL, INSTANT).motifs
    assert motif.nature is NatureMotif.AUTORITE_INCONNUE
    assert "AC Inconnue" in motif.texte


def _seule(titulaire: str = "prefete") -> bytes:
    return signe(a_signer(champs=(PREFETE,)), PREFETE, getattr(pki(), titulaire))


def test_without_any_authority_nothing_can_be_told() -> None:
    constat = examiner(_seule(), Confiance(), INSTANT)
    assert natures(_seule(), Confiance()) == ["sans_confiance"]
    assert verdict(constat) is VerdictSignature.INDETERMINE


def test_without_a_list_of_revocation_it_is_undetermined_and_names_the_list() -> None:
    constat = examiner(_seule(), pki().confiance(), INSTANT)
    assert verdict(constat) is VerdictSignature.INDETERMINE
    assert constat.motifs[0].nature is NatureMotif.SANS_LISTE
    assert "AC Agents Signature TEST" in constat.motifs[0].texte
    other = pki().confiance(pki().listes[1])  # That of the agents, not that of the root.
    assert "AC Racine TEST" in examiner(_seule(), other, INSTANT).motifs[0].texte


def test_a_stale_list_is_told_from_a_missing_one() -> None:
    stale = pki().confiance(
        pki().listes[0], crl(pki().agents, debut=day(2022, 1), fin=day(2022, 2))
    )
    (motif,) = examiner(_seule(), stale, INSTANT).motifs
    assert motif.nature is NatureMotif.LISTE_PERIMEE
    assert "périmée depuis le 01/02/2022" in plain(motif.texte)


def test_a_revoked_certificate_says_since_when() -> None:
    listed = crl(pki().agents, [(pki().prefete, day(2022, 3))])
    (motif,) = examiner(_seule(), pki().confiance(pki().listes[0], listed), INSTANT).motifs
    assert motif.nature is NatureMotif.REVOQUE
    assert "révoqué le 01/03/2022" in plain(motif.texte)


def test_a_revoked_authority_is_not_the_signatory() -> None:
    listed = crl(pki().racine, [(pki().agents, day(2022, 3))])
    (motif,) = examiner(_seule(), pki().confiance(listed, pki().listes[1]), INSTANT).motifs
    assert motif.nature is NatureMotif.REVOQUE
    assert "autorité" in motif.texte


def test_a_forged_list_of_revocation_counts_for_nothing() -> None:
    good = pki().listes[1]
    forged = flipped(good, len(good) - 5)
    assert natures(_seule(), pki().confiance(pki().listes[0], forged)) == ["sans_liste"]


def test_an_expired_certificate_is_undetermined_for_nothing_proves_the_day() -> None:
    later = dt.datetime(2040, 1, 1, tzinfo=dt.UTC)
    (motif,) = examiner(_seule(), FULL, later).motifs
    assert motif.nature is NatureMotif.EXPIRE
    assert motif.poids is VerdictSignature.INDETERMINE
    assert motif.depuis == day(2036)


def test_a_certificate_that_had_expired_before_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sdpd_desktop.documents.signature_clefs.refus", lambda *_: "")
    (motif,) = examiner(_seule("perime"), FULL, INSTANT).motifs
    assert motif.nature is NatureMotif.HORS_VALIDITE
    assert motif.poids is VerdictSignature.NON_VALIDE


def test_a_certificate_that_is_no_signature_certificate_is_rejected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sdpd_desktop.documents.signature_clefs.refus", lambda *_: "")
    assert natures(_seule("connexion")) == ["usage"]
    assert natures(_seule("futur")) == ["hors_validite"]


# ----------------------------------------------------------------- any bytes


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000) | st.binary(max_size=300).map(lambda b: b"%PDF-1.7\n" + b))
def test_any_bytes_get_an_answer(octets: bytes) -> None:
    assert verdict(examiner(octets, FULL, INSTANT)) is VerdictSignature.NON_VALIDE


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=40)), min_size=1))
def test_a_signed_file_overwritten_anywhere_gets_an_answer(
    patches: list[tuple[float, bytes]],
) -> None:
    octets = bytearray(deux_signatures())
    for where, patch in patches:
        at = int(where * len(octets))
        octets[at : at + len(patch)] = patch
    if bytes(octets) != deux_signatures():
        examiner(bytes(octets), FULL, INSTANT)  # Whatever it says, it says something.


def test_a_reference_that_turns_in_circles_gets_an_answer() -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        field = pdf.make_indirect(Dictionary(T=String("a"), FT=Name.Sig))
        field.Kids = Array([field])
        field.Parent = field
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        pdf.save(out)
    assert verdict(examiner(out.getvalue(), FULL, INSTANT)) is VerdictSignature.NON_VALIDE


def test_a_file_that_unpacks_without_end_is_stopped_not_obeyed() -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for _ in range(40):
            pdf.Root[f"/Gros{_}"] = Stream(pdf, bytes(40_000_000))
        pdf.save(out, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    constat = constater(out.getvalue(), FULL, INSTANT)
    assert verdict(constat) is not VerdictSignature.VALIDE


def test_an_encrypted_file_says_so() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_signer())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    (motif,) = examiner(out.getvalue(), FULL, INSTANT).motifs
    assert "mot de passe" in motif.texte


def test_a_child_that_takes_too_long_is_ended() -> None:
    constat = constater(deux_signatures(), FULL, INSTANT, wall_seconds=0.01)
    (motif,) = constat.motifs
    assert motif.nature is NatureMotif.INCONTROLE
    assert verdict(constat) is VerdictSignature.INDETERMINE
