"""Answers by mail, letter or telephone: the checks of an import, and where they came from."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.indicateur import EtatValeur
from sdpd_desktop.domain.partenaire import Contact, Emetteur
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.retour import EtatRetour, LigneDemandee, RetourSummary
from sdpd_desktop.domain.transmission import Canal, SaisieTransmise, Transmission
from tests.support import SDPD, TODAY, count, plain, values

S1 = parse_periode("2022-S1")
APPEL = Transmission(Canal.TELEPHONE, TODAY, "chef du bureau partenariat")


@pytest.fixture
def retour(services: Services, tmp_path: Path) -> RetourSummary:
    campagne = services.campagnes.prepare(SDPD, "2022-S1", tmp_path, "DDSP77").campagne
    return campagne.retours[0]


def asked(services: Services, retour: RetourSummary, reference: str) -> LigneDemandee:
    lines = services.campagnes.content(retour.id).indicateurs
    found = next(line for line in lines if line.reference == reference)
    return LigneDemandee(found.code, found.territoire, found.zone)


def test_a_value_keeps_how_it_came_and_from_which_function(
    services: Services, retour: RetourSummary
) -> None:
    cle = asked(services, retour, "K05")
    typed = (SaisieTransmise(cle, "valeur", "1 234"), SaisieTransmise(cle, "commentaire", "vu"))
    done = services.transmissions.enregistrer(retour.id, APPEL, typed)
    assert (done.enregistrees, done.restantes) == (1, ())
    value = services.indicateurs.history(SDPD, "K05", S1)[0]
    assert value.valeur == 1234
    assert (value.commentaire, value.origine.etat) == ("vu", EtatValeur.SAISI)
    assert value.origine.source.endswith("(téléphone, 30/06/2022, chef du bureau partenariat)")
    entry = services.journal.history(1)[0]
    assert "DDSP77 (téléphone, 30/06/2022, chef du bureau partenariat)" in plain(entry.commande)
    assert services.campagnes.list_all(SDPD)[0].retours[0].etat is EtatRetour.RECU


def test_one_undo_puts_values_mesures_and_state_back(
    services: Services, retour: RetourSummary
) -> None:
    before = values(services)
    typed = (
        SaisieTransmise(LigneDemandee("O1.A2.m1"), "statut", "Réalisée"),
        SaisieTransmise(LigneDemandee("O1.A2.m1"), "fait_le", "12/05/2022"),
        SaisieTransmise(asked(services, retour, "K05"), "valeur", "300"),
    )
    done = services.transmissions.enregistrer(retour.id, APPEL, typed)
    assert services.plans.action(SDPD, "O1.A2").mesures[0].statut is Statut.REALISEE
    assert done.changement is not None
    services.journal.undo(done.changement)
    assert values(services) == before


def test_a_return_that_was_typed_is_not_silent_any_more(
    services: Services, retour: RetourSummary
) -> None:
    typed = (SaisieTransmise(asked(services, retour, "K05"), "valeur", "300"),)
    done = services.transmissions.enregistrer(retour.id, APPEL, typed)
    (received,) = services.campagnes.list_all(SDPD)[0].retours
    assert received.saisi
    with pytest.raises(ValidationError, match="a déjà donné des réponses"):
        services.campagnes.marquer(retour.id, EtatRetour.ATTENDU, TODAY)
    assert done.changement is not None
    services.journal.undo(done.changement)
    services.campagnes.marquer(retour.id, EtatRetour.RECU, TODAY)
    services.campagnes.marquer(retour.id, EtatRetour.ATTENDU, TODAY)


def test_good_rows_go_in_without_the_bad(services: Services, retour: RetourSummary) -> None:
    good, bad = asked(services, retour, "K05"), LigneDemandee("O1.A2.m1")
    typed = (
        SaisieTransmise(good, "valeur", "300"),
        SaisieTransmise(bad, "statut", "fini"),
    )
    lines = services.transmissions.proposer(retour.id, "", typed)
    assert {line.cle: line.ligne.verdict for line in lines} == {
        good: Verdict.NOUVEAU,
        bad: Verdict.REJETE,
    }
    done = services.transmissions.enregistrer(retour.id, APPEL, typed)
    (left,) = done.restantes
    assert (done.enregistrees, left.cle) == (1, bad)
    assert "fini" in left.ligne.raison
    assert services.campagnes.list_all(SDPD)[0].retours[0].etat is EtatRetour.A_COMPLETER


def test_a_doubtful_value_waits_for_a_yes(services: Services, retour: RetourSummary) -> None:
    cle = asked(services, retour, "K05")
    typed = (SaisieTransmise(cle, "valeur", "néant"),)
    before = count(services)
    done = services.transmissions.enregistrer(retour.id, APPEL, typed)
    assert (done.changement, done.restantes[0].ligne.verdict) == (None, Verdict.A_CONFIRMER)
    assert count(services) == before
    done = services.transmissions.enregistrer(retour.id, APPEL, typed, {cle})
    assert done.enregistrees == 1


def test_a_unit_s_answer_is_added_to_the_others(services: Services, retour: RetourSummary) -> None:
    units = (Emetteur("CSP Noisiel"), Emetteur("CSP Meaux"))
    services.partenaires.enregistrer("DDSP77", Contact(), units)
    cle = asked(services, retour, "K05")
    for unit, number in (("CSP Noisiel", "12"), ("CSP Meaux", "5")):
        call = replace(APPEL, emetteur=unit)
        typed = (SaisieTransmise(cle, "valeur", number),)
        services.transmissions.enregistrer(retour.id, call, typed, {cle})
    assert services.indicateurs.history(SDPD, "K05", S1)[0].valeur == 17
    parts = services.contributions.de_valeur(SDPD, "K05", S1)
    assert {part.origine for _who, part in parts} == {
        "téléphone, 30/06/2022, chef du bureau partenariat"
    }


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(APPEL, fonction=" "), "fonction"),
        (replace(APPEL, fonction="x" * 200), "fonction"),
        (replace(APPEL, recue_le=TODAY + dt.timedelta(1)), "recue_le"),
        (replace(APPEL, recue_le=TODAY - dt.timedelta(1)), "recue_le"),
    ],
)
def test_what_cannot_be_is_refused(
    services: Services, retour: RetourSummary, wrong: Transmission, field: str
) -> None:
    typed = (SaisieTransmise(asked(services, retour, "K05"), "valeur", "300"),)
    with pytest.raises(ValidationError) as refused:
        services.transmissions.enregistrer(retour.id, wrong, typed)
    assert refused.value.field == field
    assert services.indicateurs.history(SDPD, "K05", S1) == ()


def test_nothing_typed_and_rows_not_asked_are_refused(
    services: Services, retour: RetourSummary
) -> None:
    with pytest.raises(UserError, match="Aucune réponse"):
        services.transmissions.enregistrer(retour.id, APPEL, ())
    stranger = (SaisieTransmise(LigneDemandee("O9.A9.m9"), "statut", "Réalisée"),)
    with pytest.raises(UserError, match="n'est pas demandé"):
        services.transmissions.enregistrer(retour.id, APPEL, stranger)


def test_a_closed_campagne_takes_nothing_in(services: Services, retour: RetourSummary) -> None:
    campagne = services.campagnes.list_all(SDPD)[0]
    services.campagnes.clore(campagne.id, TODAY)
    typed = (SaisieTransmise(asked(services, retour, "K05"), "valeur", "300"),)
    with pytest.raises(ValidationError, match="est close depuis le 30/06/2022"):
        services.transmissions.enregistrer(retour.id, APPEL, typed)
    assert services.indicateurs.history(SDPD, "K05", S1) == ()
