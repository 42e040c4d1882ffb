"""A campagne asks each organisation that answers, whoever the plan names."""

import datetime as dt
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.retour import EtatRetour
from tests.support import SDPD, TODAY, count, plain


@pytest.fixture(scope="module")
def round_of_2022(
    template_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[set[str], tuple[str, ...], list[str]]:
    """Partners asked, collectives nobody answers for, and files written."""
    import shutil

    folder = tmp_path_factory.mktemp("toutes")
    shutil.copytree(template_folder, folder / "data")
    services = build_services(folder / "data", clock=FixedClock(TODAY))
    result = services.campagnes.prepare(SDPD, "2022-S1", folder / "retours")
    services.close()
    campagne = result.campagne
    return (
        {retour.partenaire for retour in campagne.retours},
        campagne.sans_destinataire,
        [path.name for path in result.fichiers],
    )


Round = tuple[set[str], tuple[str, ...], list[str]]


def test_members_and_relays_answer_for_their_collective(round_of_2022: Round) -> None:
    asked, nobody, _files = round_of_2022
    assert {"PARQUET-MEAUX", "PARQUET-MELUN", "PARQUET-FONTAINEBLEAU"} <= asked
    assert {"SP-MEAUX", "SP-TORCY", "SP-PROVINS", "SP-FONTAINEBLEAU", "UM77"} <= asked
    assert not asked & {"PARQUETS77", "SOUS-PREFECTURES77", "COMMUNES77", "INSERTION77"}
    assert "Bailleurs sociaux de Seine-et-Marne" in nobody
    assert "Délégués du préfet" in nobody


def test_successions_hold_from_their_day(round_of_2022: Round) -> None:
    asked, _nobody, _files = round_of_2022
    assert {"DDETS77", "DRIEETS-IDF", "DDSP77", "POLE-EMPLOI77"} <= asked
    assert not asked & {"DDCS77", "DIRECCTE77", "DDPN77", "FRANCE-TRAVAIL77"}


def test_one_file_per_partner_named_after_it(round_of_2022: Round) -> None:
    asked, _nobody, files = round_of_2022
    assert sorted(files) == sorted(f"{SDPD}_2022-S1_{code}.xlsx" for code in asked)


def test_in_2024_the_successors_are_asked(services: Services, tmp_path: Path) -> None:
    later = build_services(services.data, clock=FixedClock(dt.date(2024, 1, 1)))
    result = later.campagnes.prepare(SDPD, "2023", tmp_path, "DDPN77")
    assert [retour.partenaire for retour in result.campagne.retours] == ["DDPN77"]
    with pytest.raises(NotFoundError, match="DDSP77"):
        later.campagnes.prepare(SDPD, "2023", tmp_path, "DDSP77")
    later.close()


def test_asking_again_uses_the_same_campagne_and_keeps_states(
    services: Services, tmp_path: Path
) -> None:
    due = dt.date(2022, 7, 15)
    first = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "GGD77", due).campagne
    (retour,) = first.retours
    assert (first.echeance, retour.etat) == (due, EtatRetour.ATTENDU)
    services.campagnes.marquer(retour.id, EtatRetour.RELANCE, TODAY)
    again = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "SNCF").campagne
    assert (again.id, again.echeance) == (first.id, due)
    states = {r.partenaire: r.etat for r in again.retours}
    assert states == {"GGD77": EtatRetour.RELANCE, "SNCF": EtatRetour.ATTENDU}
    assert len(again.attendus()) == 2
    services.campagnes.marquer(retour.id, EtatRetour.ETAT_NEANT, TODAY)
    assert [r.partenaire for r in services.campagnes.list_all(SDPD)[0].attendus()] == ["SNCF"]
    board = services.tableau_de_bord.content(SDPD, TODAY)
    assert ([r.partenaire for r in board.retours_attendus], board.retours_total) == (["SNCF"], 2)


def test_a_return_asks_only_what_is_open(services: Services, tmp_path: Path) -> None:
    retour = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "SNCF").campagne.retours[0]
    codes = [m.code for m in services.campagnes.content(retour.id).mesures]
    services.plans.tick(SDPD, codes[0], TODAY, Statut.ABANDONNEE)
    other = services.campagnes.prepare(SDPD, "2021", tmp_path, "SNCF").campagne.retours[0]
    assert other.lignes == retour.lignes - 1


def test_a_return_shows_the_value_before_else_where_the_plan_starts(
    services: Services, tmp_path: Path
) -> None:
    result = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, partenaire="DDSP77")
    asked = next(r for r in result.campagne.retours if r.partenaire == "DDSP77")

    def before() -> str:
        lines = services.campagnes.content(asked.id).indicateurs
        return plain(next(line.precedente for line in lines if line.reference == "K05"))

    assert before() == "298 personnes (2018)"
    services.indicateurs.record(SDPD, "K05", "2021", "305")
    assert before() == "305 personnes (2021)"


def test_what_cannot_be_prepared_opens_nothing(services: Services, tmp_path: Path) -> None:
    (tmp_path / "fichier").touch()
    before = count(services)
    prepare = services.campagnes.prepare
    with pytest.raises(UserError, match="n'a pas encore commencé"):
        prepare(SDPD, "2023", tmp_path)
    with pytest.raises(NotFoundError, match="n'a rien à remplir"):
        prepare(SDPD, "2022-S1", tmp_path, "NASA")
    with pytest.raises(StorageError, match="Impossible de créer"):
        prepare(SDPD, "2022-S1", tmp_path / "fichier" / "retours", "GGD77")
    (tmp_path / f"{SDPD}_2022-S1_GGD77.xlsx").mkdir()
    with pytest.raises(StorageError):
        prepare(SDPD, "2022-S1", tmp_path, "GGD77")
    assert services.campagnes.list_all() == ()
    assert count(services) == before
    with pytest.raises(NotFoundError, match="n'existe plus"):
        services.campagnes.marquer("0190", EtatRetour.RECU, TODAY)


def test_returns_are_listed_by_the_names_people_read(services: Services, tmp_path: Path) -> None:
    for code in ("SNCF", "ANTIG77", "CHAMBRE-AGRICULTURE"):
        services.campagnes.prepare(SDPD, "2022-S1", tmp_path, code)
    (campagne,) = services.campagnes.list_all(SDPD)
    names = [retour.nom for retour in campagne.retours]
    assert [name.split()[0] for name in names] == ["Chambre", "Référent", "SNCF"]
