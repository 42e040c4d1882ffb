"""One gesture reminds every late partner: letter, mail and workbook, and all of it undone."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError
from sdpd_desktop.domain.partenaire import Contact
from sdpd_desktop.domain.retour import CampagneSummary, EtatRetour
from tests.support import SDPD, TODAY, count, plain
from tests.tools.verapdf.moteur import VeraPdf
from tests.unit.documents.lecture_pdf import texte

DUE, LATER = dt.date(2022, 7, 15), dt.date(2022, 7, 20)
FUNCTION = Contact(
    "Chef du bureau partenariat", "Hôtel de police\n77000 Melun", "partenariat@police.invalid"
)


@pytest.fixture
def late(services: Services, tmp_path: Path) -> Iterator[Services]:
    """The services five days after two returns were due; one of the two came in time."""
    for code in ("DDSP77", "GGD77", "SNCF"):
        services.campagnes.prepare(SDPD, "2022-S1", tmp_path / "cle", code, DUE)
    (campagne,) = services.campagnes.list_all(SDPD)
    done = next(r for r in campagne.retours if r.partenaire == "SNCF")
    services.campagnes.marquer(done.id, EtatRetour.RECU, TODAY)
    services.partenaires.enregistrer("DDSP77", FUNCTION, ())
    services.close()
    again = build_services(services.data, clock=FixedClock(LATER))
    yield again
    again.close()


def campagne(services: Services) -> CampagneSummary:
    return services.campagnes.list_all(SDPD)[0]


def states(services: Services) -> dict[str, EtatRetour]:
    return {retour.partenaire: retour.etat for retour in campagne(services).retours}


def test_every_late_partner_is_reminded_in_one_gesture(late: Services, tmp_path: Path) -> None:
    key = tmp_path / "clé" / "relances"
    before, was = count(late), states(late)
    done = late.relances.relancer(campagne(late).id, key)
    assert len(done.partenaires) == 2
    stems = [f"{SDPD}_2022-S1_{code}" for code in ("DDSP77", "GGD77")]
    wanted = {f"{s}{end}" for s in stems for end in (".xlsx", "_relance.pdf", "_relance.txt")}
    assert {path.name for path in key.iterdir()} == wanted
    assert states(late)["DDSP77"] is EtatRetour.RELANCE
    assert states(late)["SNCF"] is EtatRetour.RECU
    assert count(late) == before + 1
    late.journal.undo(late.journal.history(1)[0].numero)
    assert states(late) == was


def test_the_letter_says_what_is_missing_to_which_function(late: Services, tmp_path: Path) -> None:
    late.relances.relancer(campagne(late).id, tmp_path / "out")
    text = plain(texte((tmp_path / "out" / f"{SDPD}_2022-S1_DDSP77_relance.pdf").read_bytes()))
    for wanted in (
        "À l’attention de : Chef du bureau partenariat", "77000 Melun", "Le 20 juillet 2022",
        "Objet : Relance", "attendue pour le 15 juillet 2022", "K05", "état néant",
    ):  # fmt: skip
        assert wanted in text, wanted


@pytest.mark.verapdf
def test_the_letter_is_archival_and_accessible(
    late: Services, verapdf: VeraPdf, tmp_path: Path
) -> None:
    late.relances.relancer(campagne(late).id, tmp_path / "out")
    letter = tmp_path / "out" / f"{SDPD}_2022-S1_DDSP77_relance.pdf"
    assert [rule for part in ("2a", "ua1") for rule in verapdf.manquements(letter, part)] == []


def test_the_mail_opens_in_the_windows_notepad(late: Services, tmp_path: Path) -> None:
    late.relances.relancer(campagne(late).id, tmp_path / "out")
    octets = (tmp_path / "out" / f"{SDPD}_2022-S1_DDSP77_relance.txt").read_bytes()
    assert octets.startswith(b"\xef\xbb\xbf")
    assert octets.count(b"\n") == octets.count(b"\r\n")
    text = plain(octets.decode("utf-8-sig"))
    assert text.startswith("À : partenariat@police.invalid\r\nObjet : Relance – ")
    assert f"À joindre : {SDPD}_2022-S1_DDSP77.xlsx" in text
    assert "- K05 : " in text
    other = (tmp_path / "out" / f"{SDPD}_2022-S1_GGD77_relance.txt").read_text("utf-8-sig")
    assert "à compléter" in other.splitlines()[0]


def test_a_second_reminder_says_so_and_each_step_is_dated(late: Services, tmp_path: Path) -> None:
    for _ in range(2):
        late.relances.relancer(campagne(late).id, tmp_path / "out")
    text = plain((tmp_path / "out" / f"{SDPD}_2022-S1_DDSP77_relance.txt").read_text("utf-8-sig"))
    assert "Objet : 2e relance" in text
    retour = next(r for r in campagne(late).retours if r.partenaire == "DDSP77")
    assert [(step.etat, step.le) for step in retour.etapes] == [
        (EtatRetour.ATTENDU, TODAY),
        (EtatRetour.RELANCE, LATER),
        (EtatRetour.RELANCE, LATER),
    ]


def test_one_partner_can_be_reminded_before_the_day(services: Services, tmp_path: Path) -> None:
    services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "DDSP77", DUE)
    one = campagne(services)
    with pytest.raises(UserError, match=r"Aucun retour .* n'est en retard"):
        services.relances.relancer(one.id, tmp_path / "out")
    services.relances.relancer(one.id, tmp_path / "out", [one.retours[0].id])
    assert states(services) == {"DDSP77": EtatRetour.RELANCE}


def test_what_came_back_whole_is_not_reminded(late: Services, tmp_path: Path) -> None:
    one = campagne(late)
    received = next(r.id for r in one.retours if r.partenaire == "SNCF")
    with pytest.raises(UserError, match="rien à relancer"):
        late.relances.relancer(one.id, tmp_path, [received])
    with pytest.raises(NotFoundError):
        late.relances.relancer(one.id, tmp_path, ["0190"])
    with pytest.raises(NotFoundError):
        late.relances.relancer("0190", tmp_path)


def test_a_folder_that_cannot_be_written_marks_nobody(late: Services, tmp_path: Path) -> None:
    was = states(late)
    (tmp_path / "out" / f"{SDPD}_2022-S1_GGD77_relance.pdf").mkdir(parents=True)
    with pytest.raises(StorageError):
        late.relances.relancer(campagne(late).id, tmp_path / "out")
    assert states(late) == was


def test_a_closed_campagne_reminds_nobody(late: Services, tmp_path: Path) -> None:
    late.campagnes.clore(campagne(late).id, LATER)
    assert campagne(late).attendus() == ()
    assert late.tableau_de_bord.content(SDPD, LATER).retours_attendus == ()
    with pytest.raises(UserError, match="est close"):
        late.relances.relancer(campagne(late).id, tmp_path)
    with pytest.raises(UserError, match="rouvrez-la"):
        late.campagnes.prepare(SDPD, "2022-S1", tmp_path, "DDSP77")
    late.campagnes.rouvrir(campagne(late).id)
    assert len(campagne(late).attendus()) == 2
    with pytest.raises(UserError, match="n'est pas close"):
        late.campagnes.rouvrir(campagne(late).id)
