"""``sign``, ``verify``, ``trust`` and ``certificates`` at the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.carte import CODE, Carte, empreinte
from tests.fabrique_pki import PHRASE, pki
from tests.support import plain


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what an agent has: certificate, trust, and the passphrase in a file."""
    for name, octets in {
        "prefete.p12": pki().prefete.p12(),
        "procureure.p12": pki().procureure.p12(),
        "racine.pem": pki().racine.pem,
        "racine.crl": pki().listes[0],
        "agents.crl": pki().listes[1],
        "phrase": PHRASE.encode(),
        "faux": b"autre phrase",
    }.items():
        (tmp_path / name).write_bytes(octets)
    return tmp_path


def fields(sdpd: Any, out: Path) -> list[str]:
    """Write the convention with its fields; return their names, as a refusal lists them."""
    ran = sdpd("convention", "CLCT77-2019", "--out", out, "--fields")
    assert ran.status == 0
    assert "n’a aucun article" in ran.err
    ran = sdpd("sign", out, "--field", "?", "--p12", out.with_name("prefete.p12"),
               "--passphrase-file", out.with_name("phrase"))  # fmt: skip
    assert ran.status == 1
    return [word.strip(" ,:") for word in ran.err.split() if word.startswith("signature-")]


def test_a_convention_is_signed_by_both_verified_and_in_the_register(
    sdpd: Any, folder: Path
) -> None:
    trust = ("racine.pem", "racine.crl", "agents.crl")
    assert sdpd("trust", *(folder / name for name in trust)).status == 0
    clct = folder / "clct.pdf"
    first, second = fields(sdpd, clct)
    prepared = clct.read_bytes()
    key = ("--passphrase-file", folder / "phrase", "--place", "Noisiel")
    ran = sdpd("sign", clct, "--field", first, "--p12", folder / "prefete.p12", *key)
    assert ran.status == 0, ran.err
    assert "n’a aucun article" in plain(ran.err)
    assert clct.read_bytes().startswith(prepared)
    one = sdpd("--json", "verify", clct)
    assert one.status == 3
    assert one.json["verdict"] == "incomplet"
    out = folder / "signe.pdf"
    ran = sdpd(
        "sign", clct, "--field", second, "--p12", folder / "procureure.p12", *key, "--out", out
    )
    assert "déposé au registre de CLCT77-2019" in plain(ran.out)
    done = sdpd("--json", "verify", out)
    assert done.status == 0
    assert done.json["verdict"] == "valide"
    assert done.json["exemplaire"] == "CLCT77-2019"
    assert [s["signataire"] for s in done.json["signatures"]] == [
        "Claire Préfète-Œuvrard", "Dominique Procureure",
    ]  # fmt: skip
    back = sdpd("verify", clct)  # The copy with one signature is overtaken.
    assert back.status == 3
    assert "version dépassée" in plain(back.out)
    listed = sdpd("--json", "conventions").json["conventions"]
    assert {c["code"]: c["etat"] for c in listed}["CLCT77-2019"] == "signee"


def test_a_wrong_passphrase_changes_nothing(sdpd: Any, folder: Path) -> None:
    clct = folder / "clct.pdf"
    first, _second = fields(sdpd, clct)
    before = clct.read_bytes()
    ran = sdpd("sign", clct, "--field", first, "--p12", folder / "prefete.p12",
               "--passphrase-file", folder / "faux")  # fmt: skip
    assert ran.status == 1
    assert "phrase secrète" in ran.err
    assert "autre phrase" not in ran.err + ran.out
    assert clct.read_bytes() == before


def test_the_passphrase_is_asked_for(
    sdpd: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(label: str) -> str:
        asked.append(plain(label))
        return PHRASE

    monkeypatch.setattr("getpass.getpass", answer)
    clct = folder / "clct.pdf"
    first, _second = fields(sdpd, clct)
    assert sdpd("sign", clct, "--field", first, "--p12", folder / "prefete.p12").status == 0
    assert asked == ["Phrase secrète du certificat : "]


def test_a_card_is_listed_and_signs(sdpd: Any, folder: Path, carte: Carte) -> None:
    ran = sdpd("--json", "certificates", "--pkcs11", carte.bibliotheque)
    assert ran.status == 0, ran.err
    cards = {one["nom"]: one["certificats"] for one in ran.json["cartes"]}
    found = next(one for one in cards[carte.jeton] if one["sujet"] == "Dominique Procureure")
    assert found["empreinte"] == empreinte(pki().procureure)
    (folder / "code").write_text(CODE, encoding="utf-8")
    clct = folder / "clct.pdf"
    first, _second = fields(sdpd, clct)
    card = ("--pkcs11", carte.bibliotheque, "--token", carte.jeton, "--cert", found["empreinte"])
    ran = sdpd("sign", clct, "--field", first, *card, "--passphrase-file", folder / "code")
    assert ran.status == 0, ran.err


def test_trust_is_listed_imported_and_taken_away(sdpd: Any, folder: Path) -> None:
    assert "Aucune autorité" in sdpd("trust").out
    ran = sdpd("trust", folder / "racine.pem", folder / "racine.crl")
    assert "AC Racine TEST" in plain(ran.out)
    assert "à jour" in plain(ran.out)
    (root,) = sdpd("--json", "trust").json["autorites"]
    assert sdpd("trust", folder / "racine.pem").err
    assert sdpd("trust", "--remove", root["empreinte"][:12]).status == 0
    assert sdpd("--json", "trust").json["autorites"] == []
    assert sdpd("trust", "--remove", "zz").status == 1
    assert sdpd("trust", folder / "phrase").status == 1


def test_what_is_no_pdf_is_not_valid_and_what_is_absent_is_refused(sdpd: Any, folder: Path) -> None:
    assert sdpd("verify", folder / "phrase").status == 3
    ran = sdpd("verify", folder / "absent.pdf")
    assert ran.status == 1
    assert "introuvable" in plain(ran.err)
    assert sdpd("certificates", "--pkcs11", folder / "absente.so").status == 1
