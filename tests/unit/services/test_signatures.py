"""A convention is signed in turn; its copies are filed with their verdict; none is rolled back."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.convention import EtatConvention
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.signature import ActeSignature
from sdpd_desktop.domain.verification import NatureMotif, VerdictSignature
from tests.fabrique_pki import INSTANT, crl, day, pki
from tests.support import plain, reopen
from tests.unit.services.depots import CLCT, p12, sign, trust


def test_a_convention_is_signed_in_turn_and_is_then_signed(trusting: Services) -> None:
    document = trusting.signatures.document(CLCT)
    assert [champ.qualite for champ in document.champs] == [
        "La préfète de Seine-et-Marne",
        "La procureure de la République près le tribunal de grande instance de Meaux",
    ]
    sign(trusting, 0, pki().prefete)
    assert trusting.conventions.details(CLCT).resume.etat is EtatConvention.A_SIGNER
    (first,) = trusting.signatures.registre(CLCT)
    assert first.verdict is VerdictSignature.INCOMPLET
    assert "Il manque la signature" in plain(first.motifs[0])
    sign(trusting, 1, pki().procureure)
    details = trusting.conventions.details(CLCT)
    assert details.resume.etat is EtatConvention.SIGNEE
    assert details.signee_le == INSTANT.astimezone().date()
    one, two = trusting.signatures.registre(CLCT)
    (original,) = details.pieces
    assert original.empreinte == two.empreinte
    assert details.figee
    assert trusting.signatures.copie(two.id).startswith(trusting.signatures.copie(one.id))
    assert two.verdict is VerdictSignature.VALIDE
    assert two.motifs == ()
    assert trusting.sauvegardes.check().ok


def test_what_is_signed_cannot_be_signed_again_nor_otherwise(trusting: Services) -> None:
    sign(trusting, 0, pki().prefete)
    with pytest.raises(UserError, match="a commencé"):
        trusting.redactions.modifier(CLCT, "objet", lambda it: replace(it, objet="autre"))
    with pytest.raises(UserError, match="signée électroniquement"):
        trusting.conventions.sign(CLCT, dt.date(2022, 6, 30), "Noisiel")
    sign(trusting, 1, pki().procureure)
    with pytest.raises(UserError, match="déjà signée"):
        sign(trusting, 1, pki().procureure)


def test_a_convention_signed_on_paper_is_not_signed_otherwise(trusting: Services) -> None:
    champ = trusting.signatures.document(CLCT).champs[0]
    trusting.conventions.sign(CLCT, dt.date(2019, 7, 4), "Noisiel")
    with pytest.raises(UserError, match="déjà signée"):
        trusting.signatures.signer(CLCT, ActeSignature(champ.nom, INSTANT), p12(pki().prefete))
    assert trusting.signatures.registre() == ()


def test_a_refused_signature_leaves_nothing(trusting: Services) -> None:
    champ = trusting.signatures.document(CLCT).champs[0]
    before = trusting.journal.verify().changements
    with pytest.raises(ValidationError, match="expiré"):
        trusting.signatures.signer(CLCT, ActeSignature(champ.nom, INSTANT), p12(pki().perime))
    assert trusting.signatures.registre() == ()
    assert trusting.journal.verify().changements == before


def exported(services: Services, folder: Path, number: int = -1) -> Path:
    exemplaire = services.signatures.registre(CLCT)[number]
    return services.signatures.exporter(exemplaire.id, folder / f"{number}.pdf")


def test_an_older_copy_is_a_step_back_and_its_bytes_alone_are_too(
    trusting: Services, tmp_path: Path
) -> None:
    sign(trusting, 0, pki().prefete)
    sign(trusting, 1, pki().procureure)
    newest = exported(trusting, tmp_path)
    found = trusting.signatures.verifier(newest)
    assert found.verdict is VerdictSignature.VALIDE
    assert found.exemplaire is not None
    older = trusting.signatures.verifier(exported(trusting, tmp_path, 0))
    assert older.verdict is VerdictSignature.NON_VALIDE
    assert older.motifs[0].nature is NatureMotif.DEPASSE
    assert CLCT in older.motifs[0].texte


def test_another_end_of_the_same_document_is_not_the_registered_one(
    trusting: Services, tmp_path: Path
) -> None:
    sign(trusting, 0, pki().prefete)
    start = exported(trusting, tmp_path)
    other = tmp_path / "autre.pdf"
    champ = trusting.signatures.document(CLCT).champs[1]
    from sdpd_desktop.documents.signature import signer

    other.write_bytes(
        signer(start.read_bytes(), ActeSignature(champ.nom, INSTANT), p12(pki().commissaire))
    )
    # It goes on from the register's copy: news, not a fault.
    assert trusting.signatures.verifier(other).verdict is VerdictSignature.VALIDE
    sign(trusting, 1, pki().procureure)
    found = trusting.signatures.verifier(other)
    assert found.verdict is VerdictSignature.NON_VALIDE
    assert found.motifs[0].nature is NatureMotif.AUTRE_EXEMPLAIRE
    with pytest.raises(UserError, match="n'est pas déposé"):
        trusting.signatures.deposer(other)


def test_a_copy_signed_elsewhere_comes_back_and_finds_its_convention(
    trusting: Services, tmp_path: Path
) -> None:
    sign(trusting, 0, pki().prefete)
    travelling = exported(trusting, tmp_path)
    champ = trusting.signatures.document(CLCT).champs[1]
    from sdpd_desktop.documents.signature import signer

    travelling.write_bytes(
        signer(travelling.read_bytes(), ActeSignature(champ.nom, INSTANT), p12(pki().procureure))
    )
    found = trusting.signatures.deposer(travelling)
    assert found.verdict is VerdictSignature.VALIDE
    assert trusting.conventions.details(CLCT).resume.etat is EtatConvention.SIGNEE
    assert len(trusting.signatures.registre(CLCT)) == 2
    trusting.signatures.deposer(travelling)  # The same file again is the same copy.
    assert len(trusting.signatures.registre(CLCT)) == 2


def test_a_file_of_no_convention_is_not_filed(trusting: Services, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"%PDF-1.7 bonjour")
    assert trusting.signatures.verifier(path).verdict is VerdictSignature.NON_VALIDE
    with pytest.raises(NotFoundError, match="choisissez d'abord la convention"):
        trusting.signatures.deposer(path)


def test_a_changed_document_is_not_signed_again(trusting: Services, tmp_path: Path) -> None:
    sign(trusting, 0, pki().prefete)
    path = exported(trusting, tmp_path)
    octets = path.read_bytes()
    at = octets.index(b"stream\n", octets.index(b"/Length1")) + 200
    path.write_bytes(octets[:at] + bytes([octets[at] ^ 1]) + octets[at + 1 :])
    changed = path.read_bytes()
    champ = trusting.signatures.document(CLCT).champs[1]
    acte = ActeSignature(champ.nom, INSTANT)
    with pytest.raises(UserError, match="Ne le signez pas"):
        trusting.signatures.signer_fichier(path, acte, p12(pki().procureure))
    assert path.read_bytes() == changed


def test_the_verdict_of_filing_stands_when_the_certificate_has_expired(
    trusting: Services, tmp_path: Path
) -> None:
    sign(trusting, 0, pki().prefete)
    sign(trusting, 1, pki().procureure)
    path = exported(trusting, tmp_path)
    later = reopen(trusting, dt.date(2040, 1, 1))
    try:
        found = later.signatures.verifier(path)
        assert found.verdict is VerdictSignature.VALIDE
        assert any(
            "Valide le 30/06/2022, certificat expiré depuis le 01/01/2036." in plain(m.texte)
            for m in found.motifs
        )
    finally:
        later.close()


def test_a_revocation_after_the_filing_is_told_and_one_before_it_condemns(
    trusting: Services, tmp_path: Path
) -> None:
    sign(trusting, 0, pki().prefete)
    sign(trusting, 1, pki().procureure)
    path = exported(trusting, tmp_path)
    later = reopen(trusting, dt.date(2022, 12, 1))
    try:
        lists = (
            (day(2022, 9), VerdictSignature.VALIDE),
            (day(2022, 3), VerdictSignature.NON_VALIDE),
        )
        for number, (when, verdict) in enumerate(lists):
            files: list[Path] = []
            debut, fin = day(2022, 10 + number), day(2023)
            revoked = [(pki().prefete, when)]
            for issuer, gone in ((pki().agents, revoked), (pki().racine, [])):
                file = tmp_path / f"{number}-{len(files)}.crl"
                file.write_bytes(crl(issuer, gone, debut=debut, fin=fin))
                files.append(file)
            later.confiance.importer(files)
            found = later.signatures.verifier(path)
            assert found.verdict is verdict
            assert any("révoqué" in motif.texte for motif in found.motifs)
    finally:
        later.close()


def test_without_lists_a_signed_convention_is_filed_undetermined(
    services: Services, tmp_path: Path
) -> None:
    (tmp_path / "racine.pem").write_bytes(pki().racine.pem)
    services.confiance.importer([tmp_path / "racine.pem"])
    sign(services, 0, pki().prefete)
    sign(services, 1, pki().procureure)
    last = services.signatures.registre(CLCT)[-1]
    assert last.verdict is VerdictSignature.INDETERMINE
    assert all("CRL" in motif for motif in last.motifs)
    trust(services, tmp_path)
    assert services.signatures.verifier_exemplaire(last.id).verdict is VerdictSignature.VALIDE


def test_a_signature_begun_wrongly_is_begun_again(trusting: Services, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="signature en cours"):
        trusting.signatures.recommencer(CLCT)
    sign(trusting, 1, pki().prefete)  # The wrong field.
    wrong = exported(trusting, tmp_path)
    trusting.signatures.recommencer(CLCT)
    assert not any(champ.signe for champ in trusting.signatures.document(CLCT).champs)
    found = trusting.signatures.verifier(wrong)
    assert found.motifs[0].nature is NatureMotif.ECARTE
    sign(trusting, 0, pki().prefete)
    with pytest.raises(UserError, match="n'est pas déposé"):
        trusting.signatures.deposer(wrong)
    sign(trusting, 1, pki().procureure)
    assert trusting.conventions.details(CLCT).resume.etat is EtatConvention.SIGNEE


def test_another_document_is_not_filed_beside_the_one_begun(
    trusting: Services, tmp_path: Path
) -> None:
    from sdpd_desktop.documents.signature import signer

    apart = trusting.signatures.preparer(CLCT, tmp_path / "a-part.pdf")
    champ = trusting.signatures.document(CLCT).champs[0]
    sign(trusting, 0, pki().prefete)
    apart.write_bytes(
        signer(apart.read_bytes(), ActeSignature(champ.nom, INSTANT), p12(pki().commissaire))
    )
    with pytest.raises(UserError, match="n'est pas la suite"):
        trusting.signatures.deposer(apart)
    trusting.signatures.recommencer(CLCT)
    assert trusting.signatures.deposer(apart).verdict is VerdictSignature.INCOMPLET


def test_signing_filing_and_freezing_are_one_changement_put_back_in_one(
    trusting: Services, tmp_path: Path
) -> None:
    sign(trusting, 0, pki().prefete)
    before = trusting.journal.verify().changements
    sign(trusting, 1, pki().procureure)
    assert trusting.journal.verify().changements == before + 1
    signed = exported(trusting, tmp_path)
    trusting.journal.undo(before + 1)
    details = trusting.conventions.details(CLCT)
    assert details.resume.etat is EtatConvention.A_SIGNER
    assert (details.versions, details.pieces, details.signee_le) == ((), (), None)
    # The register still knows the copy: to file it again signs and freezes again.
    trusting.signatures.deposer(signed)
    details = trusting.conventions.details(CLCT)
    assert details.figee
    assert details.resume.etat is EtatConvention.SIGNEE
    assert len(trusting.signatures.registre(CLCT)) == 2


def amended(services: Services) -> None:
    """Sign the convention, and open an avenant that changes its object."""
    sign(services, 0, pki().prefete)
    sign(services, 1, pki().procureure)
    services.avenants.ouvrir(CLCT, "Élargissement du territoire")
    services.redactions.modifier(CLCT, "objet", lambda it: replace(it, objet="Objet élargi"))


def test_an_avenant_is_signed_in_turn_and_freezes_a_version_of_its_own(
    trusting: Services, tmp_path: Path
) -> None:
    amended(trusting)
    original = exported(trusting, tmp_path)
    document = trusting.signatures.document(CLCT)
    assert [champ.signe for champ in document.champs] == [False, False]
    with pikepdf.open(io.BytesIO(trusting.signatures.pages(CLCT))) as shown:
        assert "/AcroForm" not in shown.Root
    sign(trusting, 0, pki().prefete)
    with pytest.raises(UserError, match="a commencé"):
        trusting.redactions.modifier(CLCT, "objet", lambda it: replace(it, objet="autre"))
    with pytest.raises(UserError, match="a commencé"):
        trusting.avenants.signer(CLCT, INSTANT.date())
    with pytest.raises(UserError, match="a commencé"):
        trusting.avenants.abandonner(CLCT)
    # The original, deposited again meanwhile, is not taken for the avenant.
    trusting.signatures.deposer(original)
    assert trusting.conventions.details(CLCT).avenant_ouvert is not None
    before = trusting.journal.verify().changements
    sign(trusting, 1, pki().procureure)
    assert trusting.journal.verify().changements == before + 1
    details = trusting.conventions.details(CLCT)
    assert details.figee
    assert details.avenants[-1].signe_le == INSTANT.astimezone().date()
    assert [version.numero for version in details.versions] == [1, 2]
    newest = trusting.signatures.registre(CLCT)[-1]
    assert details.versions[1].empreinte == newest.empreinte
    assert newest.verdict is VerdictSignature.VALIDE
    (changed,) = trusting.avenants.comparer(CLCT, 2)
    assert changed.apres == "Objet élargi"
    for number in (1, -1):
        found = trusting.signatures.verifier(exported(trusting, tmp_path, number))
        assert found.verdict is VerdictSignature.VALIDE
    with pytest.raises(UserError, match="déjà signée"):
        sign(trusting, 1, pki().procureure)
    trusting.journal.undo(before + 1)
    details = trusting.conventions.details(CLCT)
    assert details.avenant_ouvert is not None
    assert details.avenant_ouvert.signe_le is None
    assert len(details.versions) == 1


def test_the_signature_of_an_avenant_starts_again_without_the_original(trusting: Services) -> None:
    amended(trusting)
    sign(trusting, 0, pki().prefete)
    trusting.signatures.recommencer(CLCT)
    kept = [it.ecarte_le is None for it in trusting.signatures.registre(CLCT)]
    assert kept == [True, True, False]
    trusting.avenants.abandonner(CLCT)
    assert trusting.conventions.details(CLCT).figee
