"""The signed copy freezes a convention; an avenant is a new version."""

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.convention import (
    Article,
    NaturePiece,
)
from sdpd_desktop.domain.errors import DamageError, UserError, ValidationError
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.version_convention import NatureEcart
from tests.support import count, raw
from tests.unit.documents.lecture_pdf import texte
from tests.unit.services.depots import CLCT, SIGNED, image, objet

# --------------------------------------------------------------- filing, freezing


def test_filing_the_signed_copy_freezes_text_values_and_hash(filed: Services, scan: Path) -> None:
    details = filed.conventions.details(CLCT)
    assert details.figee
    (piece,) = details.pieces
    assert piece.empreinte == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert filed.pieces.octets(piece.empreinte) == scan.read_bytes()
    assert filed.journal.history(1)[0].reference == piece.empreinte
    version = filed.conventions.version(CLCT, 1)
    assert version.convention.objet == details.objet
    for change in (
        objet("autre"),
        lambda it: replace(it, articles=(Article("Neuf", ""),)),
        lambda it: replace(it, signataires=()),
    ):
        with pytest.raises(UserError, match="figée depuis le dépôt"):
            filed.redactions.modifier(CLCT, "test", change)
    with pytest.raises(UserError, match="figée"):
        filed.pieces.annexer(CLCT, scan)
    plan, code = details.indicateurs[0]
    filed.indicateurs.record(plan, code, "2022", "oui", commentaire="après")
    assert filed.conventions.version(CLCT, 1) == version
    printed = texte(filed.conventions.render_pdf(CLCT, annexes=True))
    assert version.valeurs[0].valeur in printed
    assert filed.conventions.publier(CLCT, "77-2019-07").raa == "77-2019-07"
    assert filed.conventions.details(CLCT).objet == version.convention.objet


def test_what_is_put_back_in_the_journal_does_not_reach_what_is_frozen(
    services: Services, scan: Path
) -> None:
    services.redactions.modifier(
        CLCT, "objet", lambda it: replace(it, objet="Objet signé", articles=(Article("A", "b"),))
    )
    edited = count(services)
    services.conventions.sign(CLCT, SIGNED, "Noisiel")
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    with pytest.raises(UserError, match="figée"):
        services.journal.undo(edited)
    assert services.conventions.details(CLCT).objet == "Objet signé"


def test_a_filing_by_mistake_is_put_back_whole_and_its_file_stays_known(
    filed: Services, scan: Path
) -> None:
    filed.journal.undo(count(filed))
    details = filed.conventions.details(CLCT)
    assert (details.figee, details.pieces) == (False, ())
    assert filed.pieces.octets(hashlib.sha256(scan.read_bytes()).hexdigest()) == scan.read_bytes()
    assert filed.sauvegardes.check().ok
    filed.redactions.modifier(CLCT, "objet", objet("de nouveau"))


def test_a_signed_copy_comes_after_the_signature_and_once(services: Services, scan: Path) -> None:
    with pytest.raises(UserError, match="Enregistrez d'abord"):
        services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    services.conventions.sign(CLCT, SIGNED, "Noisiel")
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    with pytest.raises(UserError, match="déjà déposé"):
        services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    (original,) = services.conventions.details(CLCT).pieces
    with pytest.raises(UserError, match="fige la convention"):
        services.pieces.retirer(CLCT, original.id)
    other = services.pieces.deposer(CLCT, scan, NaturePiece.DELEGATION, " arrêté ").pieces[-1]
    assert (other.nature, other.commentaire) == (NaturePiece.DELEGATION, "arrêté")
    assert len(services.pieces.retirer(CLCT, other.id).pieces) == 1


def test_a_damaged_copy_is_told(filed: Services, scan: Path) -> None:
    sha = hashlib.sha256(scan.read_bytes()).hexdigest()
    with raw(filed.data) as connection:
        connection.execute("UPDATE contenu SET octets = x'00' WHERE empreinte = ?", (sha,))
    with pytest.raises(DamageError):
        filed.pieces.octets(sha)
    assert not filed.sauvegardes.check().ok


# ----------------------------------------------------------------------- avenants


def test_an_avenant_is_a_new_version_with_what_it_changed(filed: Services, scan: Path) -> None:
    with pytest.raises(ValidationError):
        filed.avenants.ouvrir(CLCT, " ")
    opened = filed.avenants.ouvrir(CLCT, "Étendre le périmètre")
    assert not opened.figee
    assert opened.avenant_ouvert is not None
    assert [s.signe_le for s in opened.signataires] == [None, None]
    filed.redactions.modifier(
        CLCT, "articles", lambda it: replace(it, articles=(Article("Périmètre", "Deux communes"),))
    )
    (ecart,) = [e for e in filed.avenants.comparer(CLCT, 2) if e.partie.startswith("Article")]
    assert (ecart.nature, ecart.apres) == (NatureEcart.AJOUTE, "Périmètre\nDeux communes")
    with pytest.raises(UserError, match="date de signature de l'avenant"):
        filed.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    with pytest.raises(ValidationError, match="après la convention"):
        filed.avenants.signer(CLCT, dt.date(2019, 1, 1))
    filed.avenants.signer(CLCT, dt.date(2021, 1, 5))
    second = filed.pieces.deposer_octets(CLCT, "a1.jpg", image("JPEG"), NaturePiece.ORIGINAL)
    assert second.figee
    assert [v.numero for v in second.versions] == [1, 2]
    assert filed.conventions.version(CLCT, 1).convention.articles == ()
    assert filed.conventions.version(CLCT, 2).convention.articles == second.articles
    assert [e.partie for e in filed.avenants.comparer(CLCT, 2)] == ["Article 1"]
    printed = texte(filed.conventions.render_pdf(CLCT, document=DocumentConvention.TEXTE))
    assert "Version modifiée par l’avenant n° 1" in printed
    assert "5 janvier 2021" in printed


def test_an_avenant_given_up_leaves_the_last_version(filed: Services) -> None:
    before = filed.conventions.details(CLCT)
    with pytest.raises(UserError, match="Aucun avenant"):
        filed.avenants.abandonner(CLCT)
    filed.avenants.ouvrir(CLCT, "Autre")
    filed.journal.undo(count(filed))
    assert filed.conventions.details(CLCT).figee
    filed.avenants.ouvrir(CLCT, "Autre")
    filed.redactions.modifier(CLCT, "objet", objet("autre"))
    after = filed.avenants.abandonner(CLCT)
    assert replace(after, resume=before.resume) == before
    filed.journal.undo(count(filed))
    assert filed.conventions.details(CLCT).objet == "autre"


def test_only_a_filed_convention_has_avenants(services: Services) -> None:
    with pytest.raises(UserError, match="se modifie encore"):
        services.avenants.ouvrir(CLCT, "Trop tôt")
