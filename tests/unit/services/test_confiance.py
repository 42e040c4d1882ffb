"""An office imports whom it trusts; the journal knows it and can put it back."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import NotFoundError, StorageError, ValidationError
from tests.fabrique_pki import INSTANT, crl, day, pki


def files(folder: Path, **octets: bytes) -> list[Path]:
    paths = []
    for name, content in octets.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content)
        paths.append(path)
    return paths


def test_pem_and_der_of_both_kinds_come_in_at_once(services: Services, tmp_path: Path) -> None:
    bundle = pki().racine.pem + pki().agents.pem
    apport = services.confiance.importer(files(tmp_path, a_pem=bundle, b_crl=pki().listes[0]))
    assert [a.sujet for a in apport.autorites] == ["AC Racine TEST", "AC Agents Signature TEST"]
    assert [a.racine for a in apport.autorites] == [True, False]
    confiance = services.confiance.get()
    assert len(confiance.autorites) == 2
    (liste,) = confiance.listes
    assert liste.prochaine == day(2022, 8)
    assert not liste.perimee(INSTANT)
    assert liste.perimee(day(2022, 9))
    again = services.confiance.importer(files(tmp_path, c_cer=pki().racine.der))
    assert again.autorites == ()


def test_a_newer_list_takes_the_place_of_the_older_one(services: Services, tmp_path: Path) -> None:
    newer = crl(pki().agents, debut=day(2022, 7), fin=day(2022, 9))
    services.confiance.importer(files(tmp_path, a_crl=pki().listes[1], b_crl=pki().listes[0]))
    services.confiance.importer(files(tmp_path, c_crl=newer))
    found = {c.emetteur: c.prochaine for c in services.confiance.get().listes}
    assert found == {"AC Agents Signature TEST": day(2022, 9), "AC Racine TEST": day(2022, 8)}


def test_an_import_is_undone_and_so_is_a_removal(services: Services, tmp_path: Path) -> None:
    services.confiance.importer(files(tmp_path, a_pem=pki().racine.pem, b_crl=pki().listes[0]))
    imported = services.journal.verify().changements
    (racine,) = services.confiance.get().autorites
    services.confiance.retirer(racine.empreinte)
    assert services.confiance.get().autorites == ()
    services.journal.undo(imported + 1)
    assert services.confiance.get().autorites[0].octets == racine.octets
    services.journal.undo(imported)
    assert services.confiance.get().listes == ()
    with pytest.raises(NotFoundError):
        services.confiance.retirer(racine.empreinte)
    assert services.sauvegardes.check().ok


def test_what_is_no_authority_is_refused_and_nothing_comes_in(
    services: Services, tmp_path: Path
) -> None:
    good, bad = files(tmp_path, a_pem=pki().racine.pem, b_txt=b"bonjour")
    with pytest.raises(ValidationError, match="ni un certificat d’autorité"):
        services.confiance.importer([good, bad])
    with pytest.raises(ValidationError, match="n’est pas celui d’une autorité"):
        services.confiance.importer(files(tmp_path, c_pem=pki().prefete.pem))
    with pytest.raises(ValidationError, match="ni un certificat"):
        services.confiance.importer(files(tmp_path, d_pem=pki().racine.pem[:300]))
    with pytest.raises(StorageError, match="introuvable"):
        services.confiance.importer([tmp_path / "absent.pem"])
    key = files(tmp_path, e_pem=pki().prefete.key_pem)
    with pytest.raises(ValidationError):
        services.confiance.importer(key)
    assert services.confiance.get().autorites == ()


def test_a_list_in_pem_comes_in(services: Services, tmp_path: Path) -> None:
    from cryptography import x509

    pem = x509.load_der_x509_crl(pki().listes[1]).public_bytes(Encoding.PEM)
    apport = services.confiance.importer(files(tmp_path, a_pem=pem + pki().agents.pem))
    assert len(apport.listes) == len(apport.autorites) == 1
