"""From a value to the row it came from, as received."""

import hashlib
from typing import Any

import pytest

from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.documents.ligne_recue import ligne_recue
from sdpd_desktop.domain.errors import ConflictError, NotFoundError, StorageError
from sdpd_desktop.domain.importation import Proposition
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.provenance import EtatFichier
from tests.support import SDPD, TODAY, Bureau, answer, cell, count, edit, line, plain

K37, K40 = "O8.A3.i1", "O9.A2.i1"
ANSWERS = {(K37, "valeur"): "12,5", (K40, "valeur"): 70, ("O8.A4.m1", "statut"): "en cours"}


@pytest.fixture
def imported(bureau: Bureau) -> tuple[Bureau, int]:
    return bureau, apply(bureau, bureau.propose(ANSWERS))


def apply(bureau: Bureau, proposition: Proposition) -> int:
    accepted = [i for i, line in enumerate(proposition.lignes) if line.effet is not None]
    return bureau.services.importations.apply(proposition, accepted).changement or 0


def value(bureau: Bureau, code: str) -> str:
    return bureau.services.indicateurs.history(SDPD, code, parse_periode("2022-S1"))[0].id


def test_an_imported_value_shows_its_row_as_received(imported: tuple[Bureau, int]) -> None:
    bureau, numero = imported
    services = bureau.services
    found = services.provenances.of_value(value(bureau, K37))
    assert (found.fichier.etat, found.fichier.nom) == (EtatFichier.CONSERVE, "retour GGD (2).xlsx")
    assert (found.changement, found.feuille, found.texte) == (numero, "Indicateurs", "12,5")
    row = services.provenances.ligne(found)
    (shown,) = (cell for cell in row.cellules if cell.visee)
    assert (shown.adresse, shown.texte) == (found.cellule, "12,5")
    titles = {plain(cell.titre): cell.texte for cell in row.cellules}
    assert titles["Réf."] == "K37"
    assert not any("sdpd" in text for pair in titles.items() for text in pair)
    assert any(cell.titre and not cell.texte for cell in row.cellules)  # Left empty by the partner.
    services.close()


def test_a_typed_value_tells_who_when_and_why(bureau: Bureau) -> None:
    bureau.services.indicateurs.record_many(
        SDPD, [cell(K37, "2022-S1", "15")], "saisir d'après le courrier du 3 mai"
    )
    found = bureau.services.provenances.of_value(value(bureau, K37))
    assert found.fichier.etat is EtatFichier.AUCUN
    assert found.pourquoi == "saisir d'après le courrier du 3 mai"
    assert found.auteur
    with pytest.raises(NotFoundError, match="n'est pas conservé"):
        bureau.services.provenances.ligne(found)


def test_a_line_of_the_journal_leads_to_the_file_even_put_back(
    imported: tuple[Bureau, int],
) -> None:
    bureau, numero = imported
    services = bureau.services
    lines = services.journal.details(numero).lignes
    (mesure,) = (line for line in lines if line.objet == "O8.A4.m1")
    (observation,) = (line for line in lines if line.objet.startswith("K40"))
    gone = value(bureau, K40)
    services.journal.undo(numero)
    of_mesure = services.provenances.of_line(numero, mesure.ligne)
    assert of_mesure.feuille == "Actions"
    assert "en cours" in [
        c.texte for c in services.provenances.ligne(of_mesure).cellules if c.visee
    ]
    of_value = services.provenances.of_line(numero, observation.ligne)
    assert (of_value.feuille, of_value.texte) == ("Indicateurs", "70")
    with pytest.raises(NotFoundError, match="n'existe plus"):
        services.provenances.of_value(gone)


def test_a_mesure_shows_the_row_that_gave_its_status(imported: tuple[Bureau, int]) -> None:
    bureau, numero = imported
    services = bureau.services
    first, second, third, *_more = services.plans.action(SDPD, "O8.A4").mesures
    found = services.provenances.of_mesure(SDPD, first.code)
    assert (found.changement, found.feuille, found.texte) == (numero, "Actions", "en cours")
    (shown,) = (cell for cell in services.provenances.ligne(found).cellules if cell.visee)
    assert shown.texte == "en cours"
    services.plans.tick(SDPD, second.code, TODAY, Statut.REALISEE, note="constaté sur place")
    by_hand = services.provenances.of_mesure(SDPD, second.code)
    assert by_hand.fichier.etat is EtatFichier.AUCUN
    assert by_hand.commentaire == "constaté sur place"
    shipped = services.provenances.of_mesure(SDPD, third.code)
    assert (shipped.objet, shipped.fichier.etat) == (third.code, EtatFichier.AUCUN)


def test_a_mesure_shows_the_row_that_holds_again_once_a_later_gesture_is_put_back(
    imported: tuple[Bureau, int],
) -> None:
    bureau, numero = imported
    services = bureau.services
    code = services.plans.action(SDPD, "O8.A4").mesures[0].code

    def whence() -> int | None:
        return services.provenances.of_mesure(SDPD, code).changement

    services.plans.tick(SDPD, code, TODAY, Statut.REALISEE)
    ticked = count(services)
    assert whence() == ticked
    services.journal.undo(ticked)
    assert (whence(), services.provenances.of_mesure(SDPD, code).feuille) == (numero, "Actions")
    services.journal.undo(count(services))  # The tick is done again.
    assert whence() == ticked
    services.plans.tick(SDPD, code, None, Statut.EN_PAUSE)
    services.journal.undo(count(services))
    assert whence() == ticked
    services.journal.undo(count(services) - 2)
    services.journal.undo(numero)
    assert services.provenances.of_mesure(SDPD, code).fichier.etat is EtatFichier.AUCUN


def test_a_value_imported_anew_by_putting_an_undo_back_keeps_its_origin(
    imported: tuple[Bureau, int],
) -> None:
    bureau, numero = imported
    services = bureau.services
    services.journal.undo(numero)
    services.journal.undo(count(services))
    found = services.provenances.of_value(value(bureau, K37))
    assert (found.changement, found.pourquoi[:8]) == (numero, "importer")


def test_a_line_only_proposed_shows_its_row(bureau: Bureau) -> None:
    services, proposition = (
        bureau.services,
        bureau.propose({**ANSWERS, (K40, "valeur"): "beaucoup"}),
    )
    numbers = count(services)
    for objet, typed, sheet in (
        ("K37", "12,5", "Indicateurs"),
        ("K40", "beaucoup", "Indicateurs"),
        ("O8.A4.m1", "en cours", "Actions"),
    ):
        found = services.provenances.of_proposed(proposition, line(proposition, objet))
        assert (found.fichier.etat, found.saisi_le) == (EtatFichier.PROPOSE, None)
        row = services.provenances.ligne(found)
        assert row.feuille == sheet
        assert [cell.texte for cell in row.cellules if cell.visee] == [typed]
    assert count(services) == numbers


def test_a_proposed_file_changed_or_gone_is_said(bureau: Bureau) -> None:
    proposition = bureau.propose(ANSWERS)
    provenances = bureau.services.provenances
    found = provenances.of_proposed(proposition, line(proposition, "K37"))
    with proposition.chemin.open("ab") as file:
        file.write(b" ")
    with pytest.raises(ConflictError, match="changé"):
        provenances.ligne(found)
    proposition.chemin.unlink()
    with pytest.raises(NotFoundError, match="n'est plus là"):
        provenances.ligne(found)


def test_the_received_bytes_come_back(imported: tuple[Bureau, int]) -> None:
    bureau, _numero = imported
    found = bureau.services.provenances.of_value(value(bureau, K37))
    out = bureau.key / "reçu.xlsx"
    bureau.services.provenances.enregistrer(found, out)
    assert out.read_bytes() == (bureau.key / "retour GGD (2).xlsx").read_bytes()
    assert hashlib.sha256(out.read_bytes()).hexdigest() == found.fichier.empreinte
    with pytest.raises(StorageError):
        bureau.services.provenances.enregistrer(found, bureau.key / "absent" / "reçu.xlsx")


def test_an_expunged_file_is_said_to_be_with_its_hash(imported: tuple[Bureau, int]) -> None:
    bureau, _numero = imported
    services = bureau.services
    found = services.provenances.of_value(value(bureau, K37))
    services.expurgations.expurger_fichier(found.fichier.empreinte, "reçu par erreur")
    again = services.provenances.of_value(value(bureau, K37))
    assert again.fichier.etat is EtatFichier.EXPURGE
    assert again.fichier.empreinte == found.fichier.empreinte
    assert "reçu par erreur" in again.fichier.suite
    with pytest.raises(NotFoundError):
        services.provenances.ligne(again)


def test_a_big_file_is_known_by_its_hash(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sdpd_desktop.services.files.KEPT_FILE_LIMIT", 100)
    apply(bureau, bureau.propose(ANSWERS))
    found = bureau.services.provenances.of_value(value(bureau, K37))
    assert found.fichier.etat is EtatFichier.TROP_GROS
    assert len(found.fichier.empreinte) == 64


def test_hidden_and_merged_marks_are_told(bureau: Bureau) -> None:
    def dress(book: Any) -> None:
        sheet = book["Indicateurs"]
        sheet.sheet_state = "hidden"
        for row in range(5, 40):
            sheet.row_dimensions[row].hidden = True
        sheet.merge_cells("P6:Q30")
        sheet["P6"] = "ensemble"

    path = edit(answer(bureau.blank, ANSWERS, bureau.key / "a.xlsx"), dress)
    apply(bureau, bureau.services.importations.propose(path))
    found = bureau.services.provenances.of_value(value(bureau, K37))
    row = bureau.services.provenances.ligne(found)
    assert [plain(mark).split(" est ")[1] for mark in row.marques] == [
        "masquée.", "masquée ou filtrée.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("feuille", "lieu", "said"),
    [("Absente", "A1", "n'a pas de feuille"), ("Actions", "A9999", "est vide"),
     ("Actions", "ici", "ne désigne pas")],
)  # fmt: skip
def test_a_place_that_is_not_there_is_told(
    bureau: Bureau, feuille: str, lieu: str, said: str
) -> None:
    with LecteurClasseurs() as reader:
        classeur = reader.read(bureau.blank)
    with pytest.raises(NotFoundError, match=said):
        ligne_recue(classeur, feuille, lieu)
