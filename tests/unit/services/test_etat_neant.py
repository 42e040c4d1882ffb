"""A partner with nothing to tell: said by the proposition, brought to the return, put back."""

from pathlib import Path

import pytest

from sdpd_desktop.domain.importation import Ligne, Proposition, Verdict
from sdpd_desktop.domain.partenaire import Contact, Emetteur
from sdpd_desktop.domain.retour import EtatRetour, LigneDemandee, RetourSummary
from sdpd_desktop.domain.transmission import (
    Canal,
    ResultatTransmission,
    SaisieTransmise,
    Transmission,
)
from tests.support import SDPD, TODAY, Answers, Bureau, answer, count, edit, line, plain, values

K37, K40 = "O8.A3.i1", "O9.A2.i1"


def retour(bureau: Bureau) -> RetourSummary:
    """Return the one return of the campagne."""
    (campagne,) = bureau.services.campagnes.list_all(SDPD)
    (found,) = campagne.retours
    return found


def readme(
    bureau: Bureau, word: str, name: str = "retour.xlsx", answers: Answers | None = None
) -> Proposition:
    """Return the proposition of a return whose « Lisez-moi » answers with a word."""

    def write(book: object) -> None:
        sheet = book["Lisez-moi"]  # type: ignore[index]
        (row,) = (c.row for c in sheet["A"] if c.value == "Votre réponse")
        sheet.cell(row, 2).value = word

    path = edit(answer(bureau.blank, answers or {}, bureau.key / name), write)
    return bureau.services.importations.propose(path)


def said(proposition: Proposition) -> str:
    """Return what must be said of a proposition, with ordinary spaces."""
    return plain(" ".join(proposition.remarques))


@pytest.mark.parametrize("mot", ["état néant", "ETAT NEANT", "Néant."])
def test_the_readme_says_it(bureau: Bureau, mot: str) -> None:
    services, before = bureau.services, values(bureau.services)
    proposition = readme(bureau, mot)
    assert proposition.etat_neant
    assert proposition.applicable
    assert "n'a rien à signaler" in said(proposition)
    assert "Aucune réponse" not in said(proposition)
    done = services.importations.apply(proposition)
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT
    assert services.importations.apply(proposition).changement is None
    assert done.changement is not None
    services.journal.undo(done.changement)
    assert retour(bureau).etat is EtatRetour.ATTENDU
    assert values(services) == before
    assert services.importations.apply(readme(bureau, mot, "encore.xlsx")).changement
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT


def test_every_cell_says_it(bureau: Bureau) -> None:
    proposition = bureau.propose({(K37, "valeur"): "état néant", (K40, "valeur"): "État néant"})
    assert [one.verdict for one in proposition.lignes] == [Verdict.INCHANGE] * 2
    assert "n'a rien à signaler" in said(proposition)
    bureau.services.importations.apply(proposition)
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT


def test_a_bare_word_is_asked_about_first(bureau: Bureau) -> None:
    services = bureau.services
    proposition = bureau.propose({(K37, "valeur"): "néant", (K40, "valeur"): "Néant"})
    assert not proposition.etat_neant
    asked = line(proposition, "K37").terme
    assert asked is not None
    proposition = services.receptions.convenir(proposition, asked, "etat_neant")
    assert proposition.etat_neant
    services.importations.apply(services.receptions.actualiser(proposition))
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT


def test_an_answer_beside_it_counts(bureau: Bureau) -> None:
    services = bureau.services
    proposition = readme(bureau, "néant", answers={(K37, "valeur"): 12})
    assert not proposition.etat_neant
    assert "mais des réponses sont remplies" in said(proposition)
    services.importations.apply(proposition)
    assert retour(bureau).etat is EtatRetour.RECU
    services.importations.apply(readme(bureau, "néant", "autre.xlsx"))
    assert retour(bureau).etat is EtatRetour.RECU
    mixed = bureau.propose({(K37, "valeur"): "état néant", (K40, "valeur"): 3})
    assert not mixed.etat_neant


def test_a_workbook_sent_back_blank_is_no_answer(bureau: Bureau) -> None:
    numbers = count(bureau.services)
    proposition = bureau.propose({})
    assert "Aucune réponse n'est remplie" in said(proposition)
    assert not proposition.applicable
    assert bureau.services.importations.apply(proposition).changement is None
    assert (count(bureau.services), retour(bureau).etat) == (numbers, EtatRetour.ATTENDU)


# ------------------------------------------------------------------ typed on a partner's behalf


def dit(bureau: Bureau, mots: dict[str, str], emetteur: str = "") -> ResultatTransmission:
    """Type what a partner said on the telephone of its indicators, by code."""
    services, one = bureau.services, retour(bureau)
    lines = {i.code: i for i in services.campagnes.content(one.id).indicateurs}
    saisies = [
        SaisieTransmise(
            LigneDemandee(code, lines[code].territoire, lines[code].zone), "valeur", mot
        )
        for code, mot in mots.items()
    ]
    appel = Transmission(Canal.TELEPHONE, TODAY, "chef du bureau partenariat", emetteur)
    return services.transmissions.enregistrer(one.id, appel, saisies)


def test_typed_answers_say_it(bureau: Bureau) -> None:
    before = values(bureau.services)
    done = dit(bureau, {K37: "état néant", K40: "Etat néant"})
    assert (done.enregistrees, done.restantes, done.neant) == (0, (), EtatRetour.ETAT_NEANT)
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT
    assert done.changement is not None
    bureau.services.journal.undo(done.changement)
    assert retour(bureau).etat is EtatRetour.ATTENDU
    assert values(bureau.services) == before


def test_one_typed_value_beside_it_counts(bureau: Bureau) -> None:
    done = dit(bureau, {K37: "état néant", K40: "3"})
    assert (done.enregistrees, done.neant) == (1, None)
    assert retour(bureau).etat is EtatRetour.RECU
    assert dit(bureau, {K37: "état néant"}).neant is EtatRetour.RECU
    assert retour(bureau).etat is EtatRetour.RECU


def test_a_value_after_it_makes_the_return_received(bureau: Bureau) -> None:
    dit(bureau, {K37: "état néant"})
    later = dit(bureau, {K40: "3"})
    assert retour(bureau).etat is EtatRetour.RECU
    assert later.changement is not None
    bureau.services.journal.undo(later.changement)
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT


# ------------------------------------------------------------------ units of a partner


@pytest.fixture
def unites(bureau: Bureau) -> dict[str, Path]:
    """The workbook of each of two units of the partner."""
    code = retour(bureau).partenaire
    units = (Emetteur("Compagnie de Meaux"), Emetteur("Compagnie de Torcy"))
    bureau.services.partenaires.enregistrer(code, Contact(), units)
    done = bureau.services.campagnes.prepare(SDPD, "2022-S1", bureau.key, code)
    return {path.stem.rpartition("-")[2]: path for path in done.fichiers}


def take(bureau: Bureau, blank: Path, value: object) -> int:
    """Take in the file of a unit that answers that to one question; return the changement."""
    path = answer(blank, {(K37, "valeur"): value}, blank.with_name(f"reçu {blank.name}"))
    done = bureau.services.importations.apply(bureau.services.importations.propose(path))
    assert done.changement is not None
    return done.changement


def test_units_that_all_have_nothing_to_tell(bureau: Bureau, unites: dict[str, Path]) -> None:
    first = take(bureau, unites["meaux"], "état néant")
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT
    take(bureau, unites["torcy"], "état néant")
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT
    bureau.services.journal.undo(first)
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT


def test_a_unit_that_said_so_is_no_longer_awaited(bureau: Bureau, unites: dict[str, Path]) -> None:
    services = bureau.services
    done = take(bureau, unites["meaux"], "état néant")
    assert retour(bureau).recus == ("Compagnie de Meaux",)
    assert retour(bureau).non_recus == ("Compagnie de Torcy",)
    step = retour(bureau).etapes[-1]
    assert (step.etat, step.emetteur) == (EtatRetour.ETAT_NEANT, "Compagnie de Meaux")
    typed = dit(bureau, {K37: "état néant"}, "Compagnie de Torcy").changement
    assert retour(bureau).non_recus == ()
    back = services.journal.undo(done)
    assert retour(bureau).non_recus == ("Compagnie de Meaux",)
    assert typed is not None
    services.journal.undo(typed)
    assert len(retour(bureau).non_recus) == 2
    services.journal.undo(back.numero)
    assert retour(bureau).non_recus == ("Compagnie de Torcy",)


def test_a_unit_that_only_tells_of_mesures_is_no_longer_awaited(
    bureau: Bureau, unites: dict[str, Path]
) -> None:
    code = next(line.code for line in retour(bureau).demandes if line.est_mesure)
    path = answer(unites["meaux"], {(code, "statut"): "en cours"}, bureau.key / "mesures.xlsx")
    bureau.services.importations.apply(bureau.services.importations.propose(path))
    assert retour(bureau).non_recus == ("Compagnie de Torcy",)


def test_two_units_that_tell_otherwise_of_a_mesure_are_asked_about(
    bureau: Bureau, unites: dict[str, Path]
) -> None:
    code = next(line.code for line in retour(bureau).demandes if line.est_mesure)

    def said(unit: str, statut: str) -> Ligne:
        path = answer(unites[unit], {(code, "statut"): statut}, bureau.key / f"{unit}.xlsx")
        proposition = bureau.services.importations.propose(path)
        found = line(proposition, code)
        bureau.services.importations.apply(proposition)
        return found

    assert said("meaux", "en cours").verdict is Verdict.NOUVEAU
    assert said("meaux", "en pause").verdict is Verdict.MODIFIE
    other = said("torcy", "en cours")
    assert other.verdict is Verdict.A_CONFIRMER
    assert "Compagnie de Meaux a donné une autre réponse" in plain(other.raison)


def test_a_unit_heard_of_stays_so_under_its_new_name(
    bureau: Bureau, unites: dict[str, Path]
) -> None:
    take(bureau, unites["meaux"], "état néant")
    units = (
        Emetteur("Compagnie de Meaux-Nord", avant="Compagnie de Meaux"),
        Emetteur("Compagnie de Torcy", avant="Compagnie de Torcy"),
    )
    bureau.services.partenaires.enregistrer(retour(bureau).partenaire, Contact(), units)
    assert retour(bureau).recus == ("Compagnie de Meaux-Nord",)
    assert retour(bureau).non_recus == ("Compagnie de Torcy",)


def test_taking_a_newer_file_of_a_unit_back_leaves_the_older(
    bureau: Bureau, unites: dict[str, Path]
) -> None:
    take(bureau, unites["meaux"], "état néant")
    code = next(line.code for line in retour(bureau).demandes if line.est_mesure)
    path = answer(unites["meaux"], {(code, "statut"): "en cours"}, bureau.key / "mesures.xlsx")
    done = bureau.services.importations.apply(bureau.services.importations.propose(path))
    assert done.changement is not None
    bureau.services.journal.undo(done.changement)
    assert retour(bureau).recus == ("Compagnie de Meaux",)


@pytest.mark.parametrize("order", [("meaux", "torcy"), ("torcy", "meaux")])
def test_one_value_among_units_makes_the_return_received(
    bureau: Bureau, unites: dict[str, Path], order: tuple[str, str]
) -> None:
    words = {"meaux": 12, "torcy": "état néant"}
    for unit in order:
        take(bureau, unites[unit], words[unit])
    assert retour(bureau).etat is EtatRetour.RECU


def test_undoing_the_value_of_a_unit_leaves_what_the_other_said(
    bureau: Bureau, unites: dict[str, Path]
) -> None:
    services = bureau.services
    value = take(bureau, unites["meaux"], 12)
    take(bureau, unites["torcy"], "état néant")
    undone = services.journal.undo(value)
    assert retour(bureau).etat is EtatRetour.ETAT_NEANT
    services.journal.undo(undone.numero)
    assert retour(bureau).etat is EtatRetour.RECU


def test_undoing_one_of_two_answers_leaves_the_return_received(
    bureau: Bureau, unites: dict[str, Path]
) -> None:
    first = take(bureau, unites["meaux"], 12)
    take(bureau, unites["torcy"], 5)
    bureau.services.journal.undo_rest(first)
    assert retour(bureau).etat is EtatRetour.RECU


# ------------------------------------------------------------------ what was judged valid


def test_nothing_to_tell_leaves_a_valid_return_so(bureau: Bureau) -> None:
    services = bureau.services
    services.importations.apply(bureau.propose({(K37, "valeur"): 12}))
    services.campagnes.marquer(retour(bureau).id, EtatRetour.VALIDE, TODAY)
    silent = readme(bureau, "néant", "rien.xlsx")
    assert "de nouveau" not in said(silent)
    services.importations.apply(silent)
    dit(bureau, {K40: "état néant"})
    again = bureau.propose({(K37, "valeur"): 12}, "encore.xlsx")
    assert "de nouveau" not in said(again)
    services.importations.apply(again)
    dit(bureau, {K37: "12"})
    assert retour(bureau).etat is EtatRetour.VALIDE


def test_a_new_value_in_a_valid_return_is_said_before_it_is_applied(bureau: Bureau) -> None:
    services = bureau.services
    services.importations.apply(bureau.propose({(K37, "valeur"): 12}))
    services.campagnes.marquer(retour(bureau).id, EtatRetour.VALIDE, TODAY)
    other = bureau.propose({(K40, "valeur"): 3}, "suite.xlsx")
    assert "à valider de nouveau" in said(other)
    services.importations.apply(other)
    assert retour(bureau).etat is EtatRetour.RECU
