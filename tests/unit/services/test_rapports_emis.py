"""Documents handed to someone: numbered, registered, kept as they were."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, ValidationError
from sdpd_desktop.domain.rapport import Diffusion, OptionsRapport, TypeRapport
from tests.support import SDPD

COMMUNICABLE = OptionsRapport(diffusion=Diffusion.COMMUNICABLE)


def test_what_is_issued_is_registered_numbered_and_kept(services: Services, tmp_path: Path) -> None:
    rapports = services.rapports
    first = rapports.emettre(TypeRapport.BILAN, SDPD, "2021", destinataire=" CDPD ")
    services.plans.tick(SDPD, "O7.A1.m1", dt.date(2021, 5, 1))
    out = tmp_path / "b.odt"
    second = rapports.emettre(
        TypeRapport.BILAN, SDPD, "2021", COMMUNICABLE, destinataire="État-major", format_="odt",
        out=out,
    )  # fmt: skip
    other = rapports.emettre(TypeRapport.RETARDS, SDPD, "2022-06", destinataire="Cabinet")
    assert [e.numero for e in (first, second, other)] == [1, 2, 1]
    assert [e.id for e in rapports.registre(SDPD)] == [other.id, second.id, first.id]
    assert rapports.registre("QRR77-2019") == ()
    assert rapports.registre()[2] == first
    assert (first.destinataire, first.diffusion) == ("CDPD", Diffusion.INTERNE)
    assert second.nom.endswith("-v2.odt")
    kept = rapports.exemplaire(second.id)
    assert kept == out.read_bytes()
    assert hashlib.sha256(kept).hexdigest() == second.empreinte
    assert rapports.exemplaire(first.id) != rapports.apercu_pdf(TypeRapport.BILAN, SDPD, "2021")
    assert services.sauvegardes.check().ok
    with pytest.raises(ValidationError, match="à qui"):
        rapports.emettre(TypeRapport.BILAN, SDPD, "2021", destinataire="  ")
    with pytest.raises(NotFoundError):
        rapports.exemplaire("rien")


def test_nothing_is_registered_when_the_file_cannot_be_written(
    services: Services, tmp_path: Path
) -> None:
    with pytest.raises(StorageError):
        services.rapports.emettre(
            TypeRapport.BILAN, SDPD, "2021", destinataire="CDPD", out=tmp_path / "absent" / "b.pdf"
        )
    assert services.rapports.registre() == ()


def test_the_register_stays_when_the_gesture_is_put_back(services: Services) -> None:
    services.rapports.emettre(TypeRapport.BILAN, SDPD, "2021", destinataire="CDPD")
    last = services.journal.history()[0]
    with pytest.raises(UserError):
        services.journal.undo(last.numero)
    assert len(services.rapports.registre()) == 1


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".odt"])
def test_the_same_data_give_the_same_bytes(services: Services, tmp_path: Path, suffix: str) -> None:
    services.indicateurs.record(SDPD, "K33", "2020", "3 500")
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    files = [
        services.rapports.ecrire(TypeRapport.BILAN, SDPD, "2021", tmp_path / f"{n}{suffix}")
        for n in range(2)
    ]
    assert files[0].read_bytes() == files[1].read_bytes()
