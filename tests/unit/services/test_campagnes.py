"""A campagne asks each organisation that answers, whoever the plan names."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, ValidationError
from sdpd_desktop.domain.partenaire import Contact, Emetteur, Zone
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.retour import EtatRetour, LigneDemandee, RetourSummary
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


def test_a_relay_is_proposed_with_those_it_answers_for(services: Services) -> None:
    draft = services.campagnes.proposer(SDPD, "2022-S1")
    relay = next(one for one in draft.destinataires if one.partenaire == "UM77")
    assert any("ommunes" in name for name in relay.pour)
    assert not next(one for one in draft.destinataires if one.partenaire == "SNCF").pour


def test_police_and_gendarmerie_fill_their_own_zone(services: Services, tmp_path: Path) -> None:
    def zones(partenaire: str, reference: str, periode: str) -> list[tuple[str, Zone]]:
        draft = services.campagnes.proposer(SDPD, periode)
        one = next(d for d in draft.destinataires if d.partenaire == partenaire)
        found = services.indicateurs.get(SDPD, reference).code
        return [(line.territoire, line.zone) for line in one.demandes if line.code == found]

    assert zones("DDSP77", "K28", "2022-S1") == [("DEP77", Zone.ENSEMBLE)]
    services.indicateurs.record(SDPD, "K28", "2021", "2", zone=Zone.POLICE)
    assert zones("DDSP77", "K28", "2022-S1") == [("DEP77", Zone.POLICE)]
    assert zones("GGD77", "K28", "2022-S1") == [("DEP77", Zone.GENDARMERIE)]
    # What was asked by zone once is proposed so the next time, before any value came.
    draft = services.campagnes.proposer(SDPD, "2021")
    code = services.indicateurs.get(SDPD, "K40").code
    asked = (LigneDemandee(code, "DEP77", Zone.POLICE),)
    kept = tuple(
        replace(d, demandes=asked, retenu=d.partenaire == "DDSP77") for d in draft.destinataires
    )
    services.campagnes.enregistrer(replace(draft, destinataires=kept))
    assert zones("GGD77", "K40", "2022-S1") == [("DEP77", Zone.GENDARMERIE)]


def test_an_indicator_followed_place_by_place_is_asked_of_each(services: Services) -> None:
    draft = services.campagnes.proposer(SDPD, "2022-S1")
    meaux = next(one for one in draft.destinataires if one.partenaire == "PARQUET-MEAUX")
    places = {line.territoire for line in meaux.demandes if not line.est_mesure}
    assert "RESSORT-MEAUX" in places
    assert not places & {"RESSORT-MELUN", "RESSORT-FONTAINEBLEAU"}


def test_what_was_asked_stays_asked(services: Services, tmp_path: Path) -> None:
    retour = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "DDSP77").campagne.retours[0]
    before = services.campagnes.content(retour.id).indicateurs
    services.indicateurs.record(SDPD, "K28", "2021", "2", zone=Zone.POLICE)
    after = services.campagnes.content(retour.id).indicateurs
    assert [(i.code, i.zone) for i in after] == [(i.code, i.zone) for i in before]


def test_each_state_follows_from_the_one_before(services: Services, tmp_path: Path) -> None:
    retour = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "DDSP77").campagne.retours[0]
    with pytest.raises(
        ValidationError, match="«\u00a0attendu\u00a0» ne peut pas devenir «\u00a0validé\u00a0»"
    ):
        services.campagnes.marquer(retour.id, EtatRetour.VALIDE, TODAY)
    with pytest.raises(ValidationError, match="est dans le futur"):
        services.campagnes.marquer(retour.id, EtatRetour.RECU, TODAY + dt.timedelta(1))
    with pytest.raises(ValidationError, match="qui ne vienne pas avant"):
        services.campagnes.marquer(retour.id, EtatRetour.RECU, TODAY - dt.timedelta(1))
    for etat in (EtatRetour.RECU, EtatRetour.A_COMPLETER, EtatRetour.VALIDE):
        found = services.campagnes.marquer(retour.id, etat, TODAY)
    assert [step.etat.value for step in found.etapes] == [
        "attendu", "recu", "a_completer", "valide",
    ]  # fmt: skip
    services.journal.undo(services.journal.history(1)[0].numero)
    (again,) = services.campagnes.list_all(SDPD)[0].retours
    assert (again.etat, len(again.etapes)) == (EtatRetour.A_COMPLETER, 3)


@given(st.sampled_from(EtatRetour), st.sampled_from(EtatRetour))
def test_no_state_is_a_dead_end(start: EtatRetour, end: EtatRetour) -> None:
    """From any state, any other can be reached by moves that are allowed."""

    def after(etat: EtatRetour) -> tuple[EtatRetour, ...]:
        return RetourSummary("", "", "", "", etat, None, 0).possibles

    reached, todo = {start}, [start]
    while todo:
        new = [etat for etat in after(todo.pop()) if etat not in reached]
        reached.update(new)
        todo += new
    assert end in reached


def test_a_partner_that_answered_stays(services: Services, tmp_path: Path) -> None:
    retour = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "DDSP77").campagne.retours[0]
    services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "GGD77")
    draft = services.campagnes.proposer(SDPD, "2022-S1")
    none = replace(
        draft, destinataires=tuple(replace(d, retenu=False) for d in draft.destinataires)
    )
    with pytest.raises(UserError, match="Aucun partenaire n'est retenu"):
        services.campagnes.enregistrer(none)
    alone = replace(
        draft,
        destinataires=tuple(
            replace(d, retenu=d.partenaire == "GGD77") for d in draft.destinataires
        ),
    )
    services.campagnes.marquer(retour.id, EtatRetour.RECU, TODAY)
    with pytest.raises(UserError, match="a déjà répondu"):
        services.campagnes.enregistrer(alone)
    services.campagnes.marquer(retour.id, EtatRetour.ATTENDU, TODAY)
    done = services.campagnes.enregistrer(alone).campagne
    assert [r.partenaire for r in done.retours] == ["GGD77"]
    services.journal.undo(services.journal.history(1)[0].numero)
    assert len(services.campagnes.list_all(SDPD)[0].retours) == 2


@pytest.mark.parametrize(
    ("contact", "units", "field"),
    [
        (Contact(courriel="ddsp77"), (), "courriel"),
        (Contact(telephone="demander Paul"), (), "telephone"),
        (Contact(), (Emetteur("CSP"), Emetteur("csp ")), "emetteurs"),
        (Contact(), (Emetteur(" "),), "emetteurs"),
        (Contact(), (Emetteur("x" * 200),), "emetteurs"),
    ],
)
def test_a_contact_that_cannot_be_is_refused(
    services: Services, contact: Contact, units: tuple[Emetteur, ...], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        services.partenaires.enregistrer("DDSP77", contact, units)
    assert refused.value.field == field


def test_a_contact_is_kept_and_undone(services: Services) -> None:
    whom = Contact("Chef du  bureau", "Hôtel de police \n 77000 Melun", "a@b.fr", "01 64")
    saved = services.partenaires.enregistrer("DDSP77", whom, (Emetteur("CSP Meaux"),))
    assert saved.contact == Contact(
        "Chef du bureau", "Hôtel de police\n77000 Melun", "a@b.fr", "01 64"
    )
    assert saved.emetteurs == (Emetteur("CSP Meaux"),)
    services.partenaires.enregistrer("DDSP77", whom, (Emetteur("CSP Noisiel", "ARR-TORCY"),))
    services.journal.undo(services.journal.history(1)[0].numero)
    again = next(p for p in services.partenaires.list_all() if p.code == "DDSP77")
    assert again == saved
    with pytest.raises(NotFoundError):
        services.partenaires.enregistrer("NASA", whom, ())


def test_who_was_left_out_stays_out_until_named(services: Services, tmp_path: Path) -> None:
    draft = services.campagnes.proposer(SDPD, "2022-S1")
    chosen = tuple(replace(d, retenu=d.partenaire != "SNCF") for d in draft.destinataires)
    services.campagnes.enregistrer(replace(draft, destinataires=chosen))
    again = services.campagnes.prepare(SDPD, "2022-S1", tmp_path)
    assert "SNCF" not in {retour.partenaire for retour in again.campagne.retours}
    assert not any("SNCF" in path.name for path in again.fichiers)
    named = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "SNCF").campagne
    assert "SNCF" in {retour.partenaire for retour in named.retours}
    assert named.exclus == ()
