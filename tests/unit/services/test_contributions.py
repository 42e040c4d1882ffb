"""A partner whose units return a file each: added up or kept apart, undone one by one."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.contribution import ModeRetour, dire
from sdpd_desktop.domain.errors import NotFoundError, ValidationError
from sdpd_desktop.domain.importation import Proposition, Verdict
from sdpd_desktop.domain.partenaire import Contact, Emetteur
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.retour import EtatRetour, RetourSummary
from sdpd_desktop.domain.transmission import Canal, SaisieTransmise, Transmission
from tests.support import SDPD, TODAY, answer, line, plain, saved_on, values

S1 = parse_periode("2022-S1")
UNITS = (Emetteur("CSP Noisiel", "ARR-TORCY"), Emetteur("CSP Meaux", "ARR-MEAUX"))


@pytest.fixture
def blanks(services: Services, tmp_path: Path) -> dict[str, Path]:
    """The workbooks of the two units of the police, by unit."""
    services.partenaires.enregistrer("DDSP77", Contact(), UNITS)
    done = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "DDSP77")
    return {path.stem.rpartition("_")[2]: path for path in done.fichiers}


def retour(services: Services) -> RetourSummary:
    (campagne,) = services.campagnes.list_all(SDPD)
    return next(r for r in campagne.retours if r.partenaire == "DDSP77")


def propose(services: Services, blank: Path, value: object) -> Proposition:
    code = indicator(services)
    path = answer(blank, {(code, "valeur"): value}, blank.with_name(f"reçu {blank.name}"))
    return services.importations.propose(path)


def indicator(services: Services) -> str:
    """The code of an indicator of the police that counts something."""
    content = services.campagnes.content(retour(services).id)
    return next(line.code for line in content.indicateurs if line.reference == "K05")


def take(services: Services, blank: Path, value: object) -> int | None:
    return services.importations.apply(propose(services, blank, value)).changement


def stored(services: Services, place: str = "") -> object:
    code = indicator(services)
    found = services.indicateurs.history(SDPD, code, S1, place)
    return found[0].valeur if found and found[0].courante else None


def test_each_unit_gets_a_workbook_of_its_own(blanks: dict[str, Path]) -> None:
    assert set(blanks) == {"csp-noisiel", "csp-meaux"}


def test_files_of_units_are_added_up_and_kept(services: Services, blanks: dict[str, Path]) -> None:
    take(services, blanks["csp-noisiel"], 12)
    assert stored(services) == 12
    assert retour(services).non_recus == ("CSP Meaux",)
    found = line(propose(services, blanks["csp-meaux"], 5), "K05")
    assert found.verdict is Verdict.MODIFIE
    assert plain(found.raison) == "Somme : CSP Meaux : 5 + CSP Noisiel : 12."
    take(services, blanks["csp-meaux"], 5)
    assert stored(services) == 17
    given = services.contributions.de_valeur(SDPD, "K05", S1)
    assert [f"{who} {plain(dire(part))}" for who, part in given] == [
        "DDSP77 CSP Meaux : 5",
        "DDSP77 CSP Noisiel : 12",
    ]
    assert given[0][1].origine.startswith("reçu SDPD77-2020_2022-S1_DDSP77_csp-meaux.xlsx, ")
    for (_who, part), typed in zip(given, ("5", "12"), strict=True):
        whence = services.provenances.of_contribution(part.id)
        assert part.origine == f"{whence.fichier.nom}, {whence.feuille}!{whence.cellule}"
        (seen,) = (c for c in services.provenances.ligne(whence).cellules if c.visee)
        assert (seen.texte, whence.texte) == (typed, typed)


def test_a_part_saved_before_another_replaces_nothing(
    services: Services, blanks: dict[str, Path]
) -> None:
    path = propose(services, blanks["csp-noisiel"], 12).chemin
    first = services.importations.propose(saved_on(path, dt.datetime(2022, 6, 10, 8)))
    services.importations.apply(first)
    path = propose(services, blanks["csp-meaux"], 5).chemin
    second = services.importations.propose(saved_on(path, dt.datetime(2022, 6, 5, 8)))
    found = line(second, "K05")
    assert (found.verdict, plain(found.raison)) == (
        Verdict.MODIFIE, "Somme : CSP Meaux : 5 + CSP Noisiel : 12.",
    )  # fmt: skip


def test_a_part_is_added_to_one_given_by_telephone(
    services: Services, blanks: dict[str, Path]
) -> None:
    code = indicator(services)
    line_asked = next(one for one in retour(services).demandes if one.code == code)
    call = Transmission(Canal.TELEPHONE, TODAY, "chef de poste", "CSP Noisiel")
    said = [SaisieTransmise(line_asked, "valeur", "12")]
    services.transmissions.enregistrer(retour(services).id, call, said)
    assert line(propose(services, blanks["csp-meaux"], 5), "K05").verdict is Verdict.MODIFIE
    services.indicateurs.record(SDPD, "K05", S1, "40", confirme=True)
    asked = line(propose(services, blanks["csp-meaux"], 5), "K05")
    assert asked.verdict is Verdict.A_CONFIRMER
    assert "a saisi une autre valeur" in plain(asked.raison)


def test_a_newer_file_of_a_unit_replaces_its_own_part(
    services: Services, blanks: dict[str, Path]
) -> None:
    take(services, blanks["csp-noisiel"], 12)
    take(services, blanks["csp-meaux"], 5)
    take(services, blanks["csp-noisiel"], 20)
    assert stored(services) == 25


def test_undoing_the_file_of_a_unit_takes_its_part_away(
    services: Services, blanks: dict[str, Path]
) -> None:
    take(services, blanks["csp-noisiel"], 12)
    before = values(services)
    numero = take(services, blanks["csp-meaux"], 5)
    assert numero is not None
    gone = next(
        part.id for _who, part in services.contributions.de_valeur(SDPD, "K05", S1)
        if part.emetteur == "CSP Meaux"
    )  # fmt: skip
    services.journal.undo(numero)
    with pytest.raises(NotFoundError, match="n'existe plus"):
        services.provenances.of_contribution(gone)
    assert values(services) == before
    assert len(services.contributions.de_valeur(SDPD, "K05", S1)) == 1
    take(services, blanks["csp-meaux"], 6)
    assert stored(services) == 18


def test_a_part_that_adds_nothing_is_still_heard_of(
    services: Services, blanks: dict[str, Path]
) -> None:
    take(services, blanks["csp-noisiel"], 12)
    found = line(propose(services, blanks["csp-meaux"], 0), "K05")
    assert found.verdict is Verdict.MODIFIE
    take(services, blanks["csp-meaux"], 0)
    assert (stored(services), retour(services).non_recus) == (12, ())
    again = propose(services, blanks["csp-meaux"], 0)
    assert line(again, "K05").verdict is Verdict.INCHANGE


def test_a_part_that_misses_leaves_no_total(services: Services, blanks: dict[str, Path]) -> None:
    take(services, blanks["csp-noisiel"], 12)
    found = line(propose(services, blanks["csp-meaux"], "NC"), "K05")
    assert found.verdict is Verdict.A_CONFIRMER


def test_files_kept_apart_go_each_to_its_place(services: Services, tmp_path: Path) -> None:
    services.partenaires.enregistrer("DDSP77", Contact(), UNITS)
    draft = replace(services.campagnes.proposer(SDPD, "2022-S1"), mode=ModeRetour.SEPARES)
    done = services.campagnes.enregistrer(draft, tmp_path)
    blanks = {p.stem.rpartition("_")[2]: p for p in done.fichiers if "_DDSP77_" in p.name}
    take(services, blanks["csp-noisiel"], 12)
    take(services, blanks["csp-meaux"], 5)
    assert (stored(services, "ARR-TORCY"), stored(services, "ARR-MEAUX")) == (12, 5)
    assert stored(services) is None


def test_a_partner_may_have_its_own_rule(services: Services, tmp_path: Path) -> None:
    draft = services.campagnes.proposer(SDPD, "2022-S1")
    police = next(d for d in draft.destinataires if d.partenaire == "DDSP77")
    changed = tuple(
        replace(d, mode=ModeRetour.SEPARES) if d is police else d for d in draft.destinataires
    )
    services.campagnes.enregistrer(replace(draft, destinataires=changed))
    modes = {r.partenaire: r.mode for r in services.campagnes.list_all(SDPD)[0].retours}
    assert modes["DDSP77"] is ModeRetour.SEPARES
    assert modes["GGD77"] is ModeRetour.ADDITIONNES


def test_what_was_received_bars_going_back_to_waiting(
    services: Services, blanks: dict[str, Path]
) -> None:
    numero = take(services, blanks["csp-noisiel"], 12)
    found = retour(services)
    assert EtatRetour.ATTENDU not in found.possibles
    with pytest.raises(ValidationError, match="a déjà donné des réponses"):
        services.campagnes.marquer(found.id, EtatRetour.ATTENDU, services.clock.today())
    assert numero is not None
    services.journal.undo(numero)
    assert retour(services).etat is EtatRetour.ATTENDU


# ------------------------------------------------------------------ units that change name


def test_what_a_unit_gave_follows_its_new_name(services: Services, blanks: dict[str, Path]) -> None:
    take(services, blanks["csp-noisiel"], 12)
    take(services, blanks["csp-meaux"], 5)
    before = values(services)
    noisiel, meaux = UNITS
    renamed = (replace(noisiel, nom="CSP Torcy", avant=noisiel.nom), meaux)
    services.partenaires.enregistrer("DDSP77", Contact(), renamed)
    assert retour(services).recus == ("CSP Meaux", "CSP Torcy")
    assert retour(services).non_recus == ()
    # Its workbook left under the old name: the new answer still replaces its own part.
    found = propose(services, blanks["csp-noisiel"], 20)
    assert found.emetteur == "CSP Torcy"
    services.importations.apply(found)
    assert stored(services) == 25
    given = services.contributions.de_valeur(SDPD, "K05", S1)
    assert [part.emetteur for _who, part in given] == ["CSP Meaux", "CSP Torcy"]
    for _gesture in range(2):
        undoable = services.journal.undoable()
        assert undoable is not None
        services.journal.undo(undoable.numero)
    assert values(services) == before
    assert retour(services).recus == ("CSP Meaux", "CSP Noisiel")


def test_units_may_exchange_their_names(services: Services, blanks: dict[str, Path]) -> None:
    take(services, blanks["csp-noisiel"], 12)
    take(services, blanks["csp-meaux"], 5)
    noisiel, meaux = UNITS
    exchanged = (
        replace(noisiel, nom=meaux.nom, avant=noisiel.nom),
        replace(meaux, nom=noisiel.nom, avant=meaux.nom),
    )
    services.partenaires.enregistrer("DDSP77", Contact(), exchanged)
    given = services.contributions.de_valeur(SDPD, "K05", S1)
    assert {part.emetteur: part.valeur for _who, part in given} == {
        "CSP Meaux": 12,
        "CSP Noisiel": 5,
    }


def test_a_unit_does_not_take_the_name_of_one_that_answered(
    services: Services, blanks: dict[str, Path]
) -> None:
    take(services, blanks["csp-noisiel"], 12)
    take(services, blanks["csp-meaux"], 5)
    noisiel, meaux = UNITS
    with pytest.raises(ValidationError, match=r"Des réponses de .*CSP Meaux"):
        services.partenaires.enregistrer(
            "DDSP77", Contact(), (replace(noisiel, nom=meaux.nom, avant=noisiel.nom),)
        )
    assert retour(services).recus == ("CSP Meaux", "CSP Noisiel")


# ------------------------------------------------------------------ answers that hold


def test_an_import_redone_counts_again(services: Services, blanks: dict[str, Path]) -> None:
    done = take(services, blanks["csp-noisiel"], 12)
    assert done is not None
    back = services.journal.undo(done)
    assert retour(services).fichiers == 0
    services.journal.undo(back.numero)
    assert retour(services).fichiers == 1
    assert EtatRetour.ATTENDU not in retour(services).possibles


def test_two_units_that_say_the_same_are_two_files(
    services: Services, blanks: dict[str, Path]
) -> None:
    take(services, blanks["csp-noisiel"], 12)
    other = propose(services, blanks["csp-meaux"], 12)
    assert other.deja_importe is None
    services.importations.apply(other)
    assert stored(services) == 24
    assert propose(services, blanks["csp-meaux"], 12).deja_importe is not None
