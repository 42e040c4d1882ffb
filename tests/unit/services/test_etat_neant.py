"""A partner with nothing to tell: said by the proposition, brought to the return, put back."""

import pytest

from sdpd_desktop.domain.importation import Proposition, Verdict
from sdpd_desktop.domain.retour import EtatRetour, RetourSummary
from tests.support import SDPD, Answers, Bureau, answer, count, edit, line, plain, values

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
