"""What is signed electronically holds its annexes; what it says is what is kept and frozen."""

import datetime as dt
import json
import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.documents.convention_donnees import extraire
from sdpd_desktop.documents.signature import signer
from sdpd_desktop.domain.convention import AnnexeDetails, ContenuAnnexe, EtatConvention
from sdpd_desktop.domain.convention_json import lire
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.partenaire import Contact
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.signature import ActeSignature
from sdpd_desktop.domain.verification import VerdictSignature
from tests.fabrique_pki import INSTANT, pki
from tests.support import plain, reopen
from tests.unit.documents.lecture_pdf import pages, texte
from tests.unit.documents.liasses import pdf
from tests.unit.services.depots import CLCT, objet, p12, sign

CROSS = "CROSS77-2019"
LATER = dt.date(2022, 9, 15)


def annex(services: Services, path: Path, octets: bytes) -> str:
    """Join a file as the last annex; return its SHA-256."""
    path.write_bytes(octets)
    joined = services.pieces.annexer(CLCT, path, "Plan de situation").annexes[-1].fichier
    assert joined is not None
    return joined.empreinte


def test_a_large_file_weighs_nothing_in_what_is_signed_and_is_known_by_its_hash(
    services: Services, tmp_path: Path
) -> None:
    before = services.conventions.render_a_signer(CLCT)
    large = pdf() + b"\n%" + Random(1).randbytes(3_000_000).hex().encode() + b"\n%%EOF\n"
    sha = annex(services, tmp_path / "plan.pdf", large)
    after = services.conventions.render_a_signer(CLCT)
    assert len(after) < len(before) + 20_000
    sheet = pages(after)[-1]
    assert f"SHA-256 {sha[:32]} {sha[32:]}" in sheet
    assert "joint à part" in sheet
    assert json.loads(extraire(after))["convention"]["annexes"][-1]["fichier"]["empreinte"] == sha


def test_what_is_frozen_is_what_was_signed_whatever_changed_between_two_signatures(
    trusting: Services,
) -> None:
    contacts = AnnexeDetails(4, "Contacts", ContenuAnnexe.CONTACTS)
    trusting.redactions.modifier(
        CLCT, "annexes",
        lambda it: replace(it, annexes=(*it.annexes, contacts), signature_prevue=None),
    )  # fmt: skip
    trusting.partenaires.enregistrer("PREF77", Contact("Chef du bureau"), ())
    sign(trusting, 0, pki().prefete)
    later = reopen(trusting, LATER)
    try:
        details = later.conventions.details(CLCT)
        for plan, action in details.actions:
            for mesure in later.plans.action(plan, action).mesures:
                later.plans.tick(plan, mesure.code, LATER, Statut.ABANDONNEE)
        for plan, code in details.indicateurs:
            later.indicateurs.record(plan, code, "2022", "oui", commentaire="après")
        later.partenaires.enregistrer("PREF77", Contact("Autre fonction"), ())
        sign(later, 1, pki().procureure)
        frozen = later.conventions.version(CLCT, 1)
        signed = later.signatures.copie(later.signatures.registre(CLCT)[-1].id)
        carried = lire(extraire(signed))
        assert (frozen.valeurs, frozen.liens) == (carried.valeurs, carried.liens)
        assert frozen.arretee_le == carried.arretee_le == dt.date(2022, 6, 30)
        assert frozen.convention.resume.etat is EtatConvention.SIGNEE
        printed = later.conventions.render_pdf(CLCT, True, DocumentConvention.TEXTE)
        mine, theirs = _annexes(printed), _annexes(signed)
        assert len(mine) == 4
        assert mine == theirs
        assert "Chef du bureau" in " ".join(mine)
        assert "30 juin 2022" in " ".join(mine)
        assert "15 septembre 2022" not in " ".join(mine)
    finally:
        later.close()


def _annexes(data: bytes) -> list[str]:
    """Return the pages behind the sheets, but for the days of signing and of printing."""
    told = re.compile(rf"(à la convention {CLCT})(?: du 30 juin 2022)?|édité le \S+")
    found = [page for page in pages(data) if f"à la convention {CLCT}" in page]
    return [told.sub(r"\1", page) for page in found if "ANNEXE N°" not in page]


def prepared(services: Services, folder: Path) -> Path:
    return services.signatures.preparer(CLCT, folder / "a-signer.pdf")


def test_a_document_prepared_before_the_text_changed_is_neither_signed_nor_filed(
    trusting: Services, tmp_path: Path
) -> None:
    path = prepared(trusting, tmp_path)
    octets = path.read_bytes()
    first, second = trusting.signatures.document(CLCT).champs
    trusting.redactions.modifier(CLCT, "objet", objet("Autre objet"))
    with pytest.raises(UserError) as refused:
        trusting.signatures.signer_fichier(
            path, ActeSignature(first.nom, INSTANT), p12(pki().prefete)
        )
    assert "« a-signer.pdf » n'est plus le texte de CLCT77-2019" in plain(str(refused.value))
    assert "(Objet)" in str(refused.value)
    assert path.read_bytes() == octets
    signed = signer(octets, ActeSignature(first.nom, INSTANT), p12(pki().prefete))
    path.write_bytes(signer(signed, ActeSignature(second.nom, INSTANT), p12(pki().procureure)))
    assert trusting.signatures.verifier(path).verdict is VerdictSignature.VALIDE
    with pytest.raises(UserError, match="n'est plus le texte"):
        trusting.signatures.deposer(path)
    assert trusting.signatures.registre() == ()
    trusting.redactions.modifier(
        CLCT, "objet", objet(lire(extraire(path.read_bytes())).convention.objet)
    )
    trusting.signatures.deposer(path)
    assert trusting.conventions.details(CLCT).figee


def test_a_joined_file_replaced_by_another_of_its_name_is_another_text(
    services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "plan.pdf"
    annex(services, file, pdf(mot="ancien"))
    path = prepared(services, tmp_path)
    champ = services.signatures.document(CLCT).champs[0]
    services.redactions.modifier(CLCT, "annexes", lambda it: replace(it, annexes=it.annexes[:-1]))
    annex(services, file, pdf(mot="nouveau"))
    with pytest.raises(UserError, match=r"\(Annexe 4\)"):
        services.signatures.signer_fichier(
            path, ActeSignature(champ.nom, INSTANT), p12(pki().prefete)
        )


def test_the_document_of_one_convention_is_not_filed_with_another(
    trusting: Services, tmp_path: Path
) -> None:
    path = prepared(trusting, tmp_path)
    champ = trusting.signatures.document(CLCT).champs[0]
    path.write_bytes(
        signer(path.read_bytes(), ActeSignature(champ.nom, INSTANT), p12(pki().prefete))
    )
    with pytest.raises(UserError, match=f"de la convention {CLCT}, pas de {CROSS}"):
        trusting.signatures.deposer(path, CROSS)
    assert trusting.signatures.registre() == ()


def test_what_was_prepared_before_an_avenant_is_not_its_text(
    filed: Services, tmp_path: Path
) -> None:
    filed.avenants.ouvrir(CLCT, "Étendre")
    path = prepared(filed, tmp_path)
    champ = filed.signatures.document(CLCT).champs[0]
    filed.avenants.abandonner(CLCT)
    filed.avenants.ouvrir(CLCT, "Réduire")
    with pytest.raises(UserError, match=r"\(Avenants\)"):
        filed.signatures.signer_fichier(path, ActeSignature(champ.nom, INSTANT), p12(pki().prefete))


def test_what_is_shown_once_signed_is_the_copy_with_its_annexes(trusting: Services) -> None:
    assert "Annexe n° 1" not in texte(trusting.signatures.pages(CLCT))
    sign(trusting, 0, pki().prefete)
    shown = trusting.signatures.pages(CLCT)
    assert shown == trusting.signatures.copie(trusting.signatures.registre(CLCT)[-1].id)
    assert "Annexe n° 3 Composition connue de la cellule" in texte(shown)
