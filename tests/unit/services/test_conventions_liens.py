"""What a filed convention prints is of the day of its filing, whatever changes since."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.documents.convention_donnees import extraire
from sdpd_desktop.domain.convention import (
    AnnexeDetails,
    ContenuAnnexe,
    ConventionDetails,
    Membre,
    NaturePiece,
)
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.partenaire import Contact
from sdpd_desktop.domain.plan import Statut
from tests.support import raw
from tests.unit.documents.lecture_pdf import texte
from tests.unit.services.depots import CLCT, SIGNED, image

KEPT = Contact("Chef du bureau", "12 rue du Port", "bureau@exemple.fr", "01 64 71 00 00")
NEW = Contact("Chargé de mission", "3 place Neuve", "autre@exemple.fr", "01 60 00 00 00")
ACTIONS = (("QRR77-2019", "O1.A1"), ("SDPD77-2020", "O3.A5"))
# What no screen changes yet, and a later version may.
ELSEWHERE = (
    "UPDATE action SET titre = 'Titre changé', statut = 'bloquee', echeance = '2031-01-01'",
    "UPDATE mesure SET titre = 'Mesure changée', statut = 'abandonnee', echeance = '2031-01-01'",
    "UPDATE partenaire SET nom = 'Organisme changé', sigle = 'CHANGÉ'",
    "UPDATE engagement SET role = 'financeur'",
    "UPDATE territoire SET nom = 'Territoire changé'",
    "UPDATE composition SET fonction = 'Fonction changée'",
    "UPDATE remarque SET texte = 'Remarque changée'",
    "UPDATE document_source SET titre = 'Source changée'",
    "UPDATE convention SET titre = 'Convention changée', nature_libre = 'Autre', plan_id = NULL,"
    " territoire_id = NULL",
)


def drawn_up(it: ConventionDetails) -> ConventionDetails:
    annexes = (
        AnnexeDetails(1, "Actions", ContenuAnnexe.ACTIONS),
        AnnexeDetails(2, "Indicateurs", ContenuAnnexe.INDICATEURS),
        AnnexeDetails(3, "Composition", ContenuAnnexe.COMPOSITION, integrante=False),
        AnnexeDetails(4, "Contacts", ContenuAnnexe.CONTACTS),
    )
    seats = (Membre("Commandant de compagnie", "Gendarmerie"), Membre("Référent", "Police", False))
    return replace(it, annexes=annexes, composition=seats, actions=ACTIONS)


def give_contact(services: Services, contact: Contact) -> None:
    services.partenaires.enregistrer("PREF77", contact, ())


@pytest.fixture
def filed(services: Services, scan: Path) -> Services:
    """CLCT77-2019 with every kind of annex, signed and filed."""
    give_contact(services, KEPT)
    services.redactions.modifier(CLCT, "contenu", drawn_up)
    services.conventions.sign(CLCT, SIGNED, "Noisiel")
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    return services


def everything(services: Services) -> dict[str, bytes]:
    """Return each document of the convention, and its data."""
    printed = {
        kind.value: services.conventions.render_pdf(CLCT, annexes=True, document=kind)
        for kind in DocumentConvention
    }
    data = services.conventions.json(CLCT).encode()
    return {**printed, "liasse": services.liasses.render(CLCT), "json": data}


def change_elsewhere(services: Services) -> None:
    with raw(services.data) as connection:
        for statement in ELSEWHERE:
            assert connection.execute(statement).rowcount, statement


def test_what_is_filed_is_printed_alike_whatever_changes_since(filed: Services) -> None:
    before = everything(filed)
    words = texte(before["synthese"])
    for kept in (
        "Chef du bureau", "01 64 71 00 00", "Commandant de compagnie", "État des actions au",
        filed.plans.action(*ACTIONS[1]).titre,
    ):  # fmt: skip
        assert kept in words
    plan, action = ACTIONS[0]
    for mesure in filed.plans.action(plan, action).mesures:
        filed.plans.tick(plan, mesure.code, SIGNED, Statut.ABANDONNEE)
    for linked, code in filed.conventions.details(CLCT).indicateurs:
        filed.indicateurs.record(linked, code, "2022", "oui", commentaire="après")
    give_contact(filed, NEW)
    assert everything(filed) == before
    change_elsewhere(filed)
    assert everything(filed) == before


def test_what_is_not_filed_is_printed_as_of_today(services: Services) -> None:
    services.redactions.modifier(CLCT, "contenu", drawn_up)
    before = everything(services)
    give_contact(services, NEW)
    change_elsewhere(services)
    after = everything(services)
    assert all(after[name] != before[name] for name in before)
    words = texte(after["texte"])
    for now in ("Titre changé", "Mesure changée", "Chargé de mission", "Fonction changée"):
        assert now in words


def test_contacts_go_where_an_annex_tells_them_alone(services: Services) -> None:
    give_contact(services, KEPT)
    assert KEPT.courriel not in services.conventions.json(CLCT)
    services.redactions.modifier(CLCT, "contenu", drawn_up)
    assert KEPT.courriel in services.conventions.json(CLCT)


def test_an_avenant_tells_what_became_of_what_is_linked(filed: Services) -> None:
    plan, action = ACTIONS[0]
    done = filed.plans.action(plan, action).mesures[0]
    filed.plans.tick(plan, done.code, SIGNED, Statut.ABANDONNEE)
    give_contact(filed, NEW)
    filed.avenants.ouvrir(CLCT, "Actualiser")
    assert "Chargé de mission" in texte(filed.conventions.render_pdf(CLCT, annexes=True))
    told = {e.partie: e.apres for e in filed.avenants.comparer(CLCT, 2)}
    assert "abandonnée" in told[f"État de {plan} {done.code}"]
    assert told["Contact PREF77"].startswith("Chargé de mission")
    filed.avenants.signer(CLCT, SIGNED)
    filed.pieces.deposer_octets(CLCT, "a1.jpg", image("JPEG"), NaturePiece.ORIGINAL)
    give_contact(filed, KEPT)
    assert "Chargé de mission" in texte(filed.conventions.render_pdf(CLCT, annexes=True))
    assert {e.partie: e.apres for e in filed.avenants.comparer(CLCT, 2)} == told


def first_edition(services: Services) -> None:
    """Make of the frozen version what an application that kept no links wrote."""
    with raw(services.data) as connection:
        (kept,) = connection.execute("SELECT contenu FROM version_convention").fetchone()
        content = json.loads(kept)
        content["edition"] = 1
        del content["liens"], content["arretee_le"]
        connection.execute("UPDATE version_convention SET contenu = ?", (json.dumps(content),))


@pytest.mark.parametrize("later", [lambda _services: None, change_elsewhere])
def test_what_was_filed_before_links_were_kept_says_of_which_day_they_are(
    filed: Services, later: Callable[[Services], None]
) -> None:
    first_edition(filed)
    later(filed)
    words = texte(filed.conventions.render_pdf(CLCT, annexes=True))
    told = "jour de l’édition : cette partie n’a pas été figée lors du dépôt, le"
    assert words.count(f"État des actions au 30 juin 2022, {told}") == 2
    assert words.count(f"Contacts connus au 30 juin 2022, {told}") == 1
    assert "Chef du bureau" in words
    assert ("Titre changé" in words) is (later is change_elsewhere)
    assert json.loads(filed.conventions.json(CLCT))["liens"] is None


def test_a_convention_handed_over_by_its_pdf_carries_what_was_frozen(
    filed: Services, tmp_path: Path
) -> None:
    before = filed.conventions.json(CLCT)
    kept = dict(json.loads(before)["liens"]["contacts"])["PREF77"]
    assert kept["telephone"] == KEPT.telephone
    give_contact(filed, NEW)
    pdf = filed.conventions.write_pdf(CLCT, tmp_path / "clct.pdf", annexes=True)
    assert extraire(pdf.read_bytes()).decode() == before
    taken = filed.redactions.importer(pdf, "CLCT77-COPIE")
    assert taken.actions == ACTIONS
    assert taken.composition == filed.conventions.details(CLCT).composition
