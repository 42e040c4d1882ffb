"""A preview changes nothing; applying it is one changement, which one gesture puts back."""

import contextlib
import datetime as dt
import hashlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdpd_desktop.bootstrap import database_path
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.importation import ValeurProposee, Verdict
from sdpd_desktop.domain.indicateur import EtatValeur, Presence
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.retour import EtatRetour
from tests.corpus.fabrique import columns, set_cell
from tests.support import SDPD, TODAY, Bureau, count, edit, line, plain, raw, reopen, values

S1 = parse_periode("2022-S1")
K37, K40 = "O8.A3.i1", "O9.A2.i1"
ANSWERS: dict[tuple[str, str], Any] = {
    ("O8.A1.m1", "statut"): "réalisée",
    ("O8.A1.m1", "fait_le"): dt.date(2022, 5, 31),
    ("O8.A1.m1", "note"): "convention signée",
    (K37, "valeur"): 1234,
    (K37, "commentaire"): "provisoire",
    (K40, "valeur"): "soixante",
}


def test_a_preview_changes_nothing_at_all(bureau: Bureau) -> None:
    with raw(bureau.services.data) as watcher:
        version = watcher.execute("PRAGMA data_version").fetchone()
        octets = database_path(bureau.services.data).read_bytes()
        proposition = bureau.propose(ANSWERS)
        copy = bureau.services.importations.annotate(proposition, bureau.key)
        assert copy is not None
        assert watcher.execute("PRAGMA data_version").fetchone() == version
        assert database_path(bureau.services.data).read_bytes() == octets
    assert bureau.services.importations.list_all() == ()
    assert proposition.comptes() == {
        Verdict.NOUVEAU: 2, Verdict.MODIFIE: 0, Verdict.INCHANGE: 0, Verdict.REJETE: 1,
        Verdict.A_CONFIRMER: 0,
    }  # fmt: skip


_whole = st.one_of(
    st.binary(max_size=200),
    st.binary(max_size=100).map(lambda tail: b"PK\x03\x04" + tail),
    st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
_scratches = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=4)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(whole=st.one_of(st.none(), _whole), scratches=_scratches)
def test_any_bytes_leave_the_database_as_it_is(
    bureau: Bureau, whole: bytes | None, scratches: list[tuple[float, int]]
) -> None:
    """Random bytes, and a return of ours with a few bytes changed: proposed or refused."""
    octets = bytearray(bureau.blank.read_bytes() if whole is None else whole)
    for place, value in scratches if octets else ():
        octets[int(place * len(octets))] = value
    path = bureau.key / "reçu.xlsx"
    path.write_bytes(octets)
    stored = database_path(bureau.services.data).read_bytes()
    with raw(bureau.services.data) as watcher:
        version = watcher.execute("PRAGMA data_version").fetchone()
        with contextlib.suppress(UserError):
            bureau.services.receptions.examiner(path)
        assert watcher.execute("PRAGMA data_version").fetchone() == version
    assert database_path(bureau.services.data).read_bytes() == stored
    assert [entry.name for entry in bureau.key.iterdir()] == [path.name]


def test_applying_is_one_changement_with_all_its_provenance(bureau: Bureau) -> None:
    services, before = bureau.services, count(bureau.services)
    proposition = bureau.propose(ANSWERS)
    result = services.importations.apply(proposition)
    assert (result.changement, result.nouveaux, result.modifies) == (before + 1, 2, 0)
    assert count(services) == before + 1
    changement = services.journal.details(before + 1).resume
    assert changement.source is SourceChangement.IMPORT
    assert changement.reference == proposition.empreinte
    mesure = services.plans.action(SDPD, "O8.A1").mesures[0]
    assert (mesure.statut, mesure.fait_le, mesure.note) == (
        Statut.REALISEE, dt.date(2022, 5, 31), "convention signée",
    )  # fmt: skip
    (stored,) = services.indicateurs.history(SDPD, "K37", S1)
    assert (stored.valeur, stored.commentaire) == (Decimal(1234), "provisoire")
    origine = stored.origine
    path = bureau.key / "retour GGD (2).xlsx"
    assert origine.etat is EtatValeur.IMPORTE
    assert (origine.source, origine.fichier, origine.feuille) == ("GGD77", path.name, "Indicateurs")
    assert origine.empreinte == hashlib.sha256(path.read_bytes()).hexdigest()
    assert origine.changement == before + 1
    assert line(proposition, "K37").lieu == f"Indicateurs!{origine.cellule}"
    book = openpyxl.load_workbook(path)
    assert book["Indicateurs"][origine.cellule].value == 1234
    with raw(services.data) as connection:
        kept = connection.execute("SELECT octets FROM contenu").fetchone()[0]
        campagne = connection.execute(
            "SELECT c.code FROM observation o JOIN campagne c ON c.id = o.campagne_id"
        ).fetchall()
        lines = connection.execute(
            "SELECT verdict, appliquee FROM importation_ligne ORDER BY rang"
        ).fetchall()
    assert kept == path.read_bytes()
    assert campagne == [(f"{SDPD}/2022-S1",)]
    assert lines == [("nouveau", 1), ("nouveau", 1), ("rejete", 0)]
    (summary,) = services.importations.list_all()
    assert (summary.fichier, summary.changement, summary.rejetes) == (path.name, before + 1, 1)
    (retour,) = services.campagnes.list_all(SDPD)[0].retours
    assert (retour.etat, retour.etat_le) == (EtatRetour.A_COMPLETER, TODAY)
    assert services.sauvegardes.check().defauts == ()


def test_undo_of_an_import_and_import_again(bureau: Bureau) -> None:
    services, then = bureau.services, values(bureau.services)
    proposition = bureau.propose(ANSWERS)
    first = services.importations.apply(proposition).changement
    assert first is not None
    now = values(services)
    bureau.services = services = reopen(services)
    services.journal.undo(first)
    assert values(services) == then
    assert len(services.importations.list_all()) == 1  # The evidence stays.
    again = services.importations.propose(proposition.chemin)
    assert again.deja_importe is None
    assert services.importations.apply(again).changement is not None
    kept = {key: value[1:] for key, value in values(services).items()}
    assert kept == {key: value[1:] for key, value in now.items()}
    assert services.sauvegardes.check().defauts == ()


def test_applying_twice_changes_nothing(bureau: Bureau) -> None:
    services = bureau.services
    proposition = bureau.propose(ANSWERS)
    first = services.importations.apply(proposition).changement
    stored, numbers = values(services), count(services)
    with pytest.raises(ConflictError, match="rouvrez le fichier"):
        services.importations.apply(proposition)
    again = services.importations.propose(proposition.chemin)
    assert again.deja_importe == first
    assert {ligne.verdict for ligne in again.lignes} == {Verdict.INCHANGE, Verdict.REJETE}
    result = services.importations.apply(again)
    assert (result.changement, result.nouveaux, result.modifies) == (None, 0, 0)
    assert (values(services), count(services)) == (stored, numbers)
    assert len(services.importations.list_all()) == 1


def test_the_same_values_saved_again_are_recognised(bureau: Bureau) -> None:
    proposition = bureau.propose(ANSWERS)
    first = bureau.services.importations.apply(proposition).changement
    other = edit(proposition.chemin, lambda book: setattr(book.properties, "title", "v2"))
    again = bureau.services.importations.propose(other)
    assert again.empreinte != proposition.empreinte
    assert again.deja_importe == first


def test_a_first_return_without_any_change_is_still_received(bureau: Bureau) -> None:
    bureau.services.plans.tick(SDPD, "O8.A1.m1", dt.date(2022, 5, 31))
    proposition = bureau.propose({("O8.A1.m1", "statut"): "réalisée"})
    assert [ligne.verdict for ligne in proposition.lignes] == [Verdict.INCHANGE]
    assert bureau.services.importations.apply(proposition).changement is not None
    (retour,) = bureau.services.campagnes.list_all(SDPD)[0].retours
    assert retour.etat is EtatRetour.RECU


CHANGES = {
    "cell that was empty": lambda s: s.indicateurs.record(SDPD, "K37", S1, "999"),
    "mesure": lambda s: s.plans.tick(SDPD, "O8.A1.m1", TODAY, Statut.BLOQUEE),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changed_since_the_preview_is_a_conflict(bureau: Bureau, what: str) -> None:
    proposition = bureau.propose(ANSWERS)
    CHANGES[what](bureau.services)
    stored, numbers = values(bureau.services), count(bureau.services)
    with pytest.raises(ConflictError) as refused:
        bureau.services.importations.apply(proposition)
    assert "Rien n'a été modifié" in plain(str(refused.value))
    (conflict,) = refused.value.conflicts
    assert ("K37" in conflict) == (what == "cell that was empty")
    assert (values(bureau.services), count(bureau.services)) == (stored, numbers)


def test_a_superseded_value_that_changed_since_is_a_conflict(bureau: Bureau) -> None:
    bureau.services.importations.apply(bureau.propose({(K37, "valeur"): 10}, "a.xlsx"))
    proposition = bureau.propose({(K37, "valeur"): 12}, "b.xlsx")
    assert line(proposition, "K37").verdict is Verdict.MODIFIE
    bureau.services.indicateurs.record(SDPD, "K37", S1, "11")
    with pytest.raises(ConflictError, match="aperçu"):
        bureau.services.importations.apply(proposition)


def test_the_file_changed_or_gone_since_the_preview(bureau: Bureau) -> None:
    proposition = bureau.propose(ANSWERS)
    numbers = count(bureau.services)
    edit(proposition.chemin, lambda book: set_cell(book["Indicateurs"], K37, "valeur", 4))
    with pytest.raises(ConflictError, match="a changé depuis l'aperçu"):
        bureau.services.importations.apply(proposition)
    proposition.chemin.unlink()
    with pytest.raises(UserError, match="remettez la clé"):
        bureau.services.importations.apply(proposition)
    assert count(bureau.services) == numbers


def test_a_value_typed_by_the_office_needs_a_yes(bureau: Bureau) -> None:
    services = bureau.services
    services.indicateurs.record(SDPD, "K37", S1, "1 000")
    proposition = bureau.propose(ANSWERS)
    doubtful = line(proposition, "K37")
    assert doubtful.verdict is Verdict.A_CONFIRMER
    assert "a saisi une autre valeur le" in plain(doubtful.raison)
    assert (plain(doubtful.ancien), plain(doubtful.compris)) == (
        "1 000 patrouilles", "1 234 patrouilles",
    )  # fmt: skip
    services.importations.apply(proposition)
    assert services.indicateurs.history(SDPD, "K37", S1)[0].valeur == 1000
    again = services.importations.propose(proposition.chemin)
    index = again.lignes.index(line(again, "K37"))
    result = services.importations.apply(again, [index])
    assert (result.nouveaux, result.modifies) == (0, 1)
    listed = services.importations.list_all()[0]
    assert (listed.nouveaux, listed.modifies, listed.a_confirmer) == (0, 1, 0)
    assert services.indicateurs.history(SDPD, "K37", S1)[0].valeur == 1234
    (retour,) = services.campagnes.list_all(SDPD)[0].retours
    assert retour.etat is EtatRetour.A_COMPLETER  # K40 is still wrong.


def test_lines_are_chosen_one_by_one_and_a_rejected_one_never(bureau: Bureau) -> None:
    proposition = bureau.propose(ANSWERS)
    index = {ligne.objet: place for place, ligne in enumerate(proposition.lignes)}
    with pytest.raises(UserError, match="ne peuvent pas être importées"):
        bureau.services.importations.apply(proposition, [index["K40"]])
    result = bureau.services.importations.apply(proposition, [index["K37"]])
    assert (result.nouveaux, result.modifies) == (1, 0)
    assert bureau.services.importations.list_all()[0].nouveaux == 1
    assert bureau.services.plans.action(SDPD, "O8.A1").mesures[0].statut is Statut.A_VENIR


@pytest.mark.parametrize(
    ("answers", "objet", "verdict", "reason"),
    [
        ({(K37, "valeur"): "1 234"}, "K37", Verdict.NOUVEAU, ""),
        ({(K37, "valeur"): "n/a"}, "K37", Verdict.A_CONFIRMER, "Que veut dire « n/a »"),
        ({(K37, "valeur"): 12.5}, "K37", Verdict.A_CONFIRMER, "n'est pas un nombre entier"),
        ({(K37, "valeur"): -3}, "K37", Verdict.A_CONFIRMER, "au-dessous du minimum"),
        ({("O5.A2.i2", "valeur"): 120}, "K30", Verdict.A_CONFIRMER, "dépasse le maximum"),
        ({(K37, "valeur"): dt.date(2022, 5, 1)}, "K37", Verdict.REJETE, "est une date"),
        ({(K37, "valeur"): "=1+"}, "K37", Verdict.REJETE, "n'est pas un nombre"),
        ({("O8.A1.m1", "statut"): "presque"}, "O8.A1.m1", Verdict.REJETE, "n'est pas un statut"),
        (
            {("O8.A1.m1", "fait_le"): dt.date(2022, 7, 1)}, "O8.A1.m1", Verdict.REJETE,
            "dans le futur",
        ),
        (
            {("O8.A1.m1", "fait_le"): dt.date(2022, 5, 1)}, "O8.A1.m1", Verdict.A_CONFIRMER,
            "date est donnée sans statut",
        ),
        (
            {("O8.A1.m1", "statut"): "réalisée"}, "O8.A1.m1", Verdict.A_CONFIRMER,
            "Date de réalisation absente",
        ),
        ({("O8.A1.m1", "statut"): "en cours"}, "O8.A1.m1", Verdict.NOUVEAU, ""),
    ],
)  # fmt: skip
def test_verdicts(
    bureau: Bureau, answers: dict[tuple[str, str], Any], objet: str, verdict: Verdict, reason: str
) -> None:
    found = line(bureau.propose(answers), objet)
    assert found.verdict is verdict
    assert reason in plain(found.raison)
    assert (found.effet is None) == (verdict is Verdict.REJETE)


def test_unchanged_changed_and_erasing_lines(bureau: Bureau) -> None:
    services = bureau.services
    services.importations.apply(bureau.propose(ANSWERS))
    assert line(bureau.propose({(K37, "valeur"): 1234}), "K37").verdict is Verdict.INCHANGE
    changed = line(bureau.propose({(K37, "valeur"): 1300}), "K37")
    assert (changed.verdict, plain(changed.ancien)) == (Verdict.MODIFIE, "1 234 patrouilles")
    erasing = bureau.propose({(K37, "valeur"): "n/a"})
    assert line(erasing, "K37").verdict is Verdict.A_CONFIRMER
    terme = line(erasing, "K37").terme
    assert terme is not None
    erasing = services.receptions.convenir(erasing, terme, "non_applicable")
    assert line(erasing, "K37").verdict is Verdict.A_CONFIRMER
    assert "l'effacer ?" in plain(line(erasing, "K37").raison)
    services.importations.apply(erasing, [0])
    history = services.indicateurs.history(SDPD, "K37", S1)
    assert [o.presence for o in history] == [Presence.NON_APPLICABLE, Presence.VALEUR]


def test_a_comment_alone_that_changes_is_told_for_what_it_is(bureau: Bureau) -> None:
    services = bureau.services
    services.indicateurs.record(SDPD, "K37", S1, "12", commentaire="compté par le bureau")
    proposition = bureau.propose({(K37, "valeur"): 12, (K37, "commentaire"): "provisoire"})
    asked = line(proposition, "K37")
    assert asked.verdict is Verdict.A_CONFIRMER
    assert "a saisi un autre commentaire le 30/06/2022 : le remplacer ?" in plain(asked.raison)
    services.importations.apply(proposition, [0])
    again = bureau.propose({(K37, "valeur"): 12, (K37, "commentaire"): "définitif"}, "b.xlsx")
    assert (line(again, "K37").verdict, line(again, "K37").raison) == (
        Verdict.MODIFIE, "Seul le commentaire change.",
    )  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), [("=1+1", "formule"), ("#REF!", "erreur")])
def test_a_note_or_a_comment_that_cannot_be_read_empties_nothing(
    bureau: Bureau, typed: str, said: str
) -> None:
    services = bureau.services
    services.indicateurs.record(SDPD, "K37", S1, "12", commentaire="compté par le bureau")
    services.plans.tick(SDPD, "O8.A3.m1", None, Statut.EN_COURS, note="constaté")
    path = bureau.propose({("O8.A3.m1", "statut"): "en pause", (K37, "valeur"): 13}).chemin

    def spoil(book: Any) -> None:
        for name, code, column in (
            ("Actions", "O8.A3.m1", "note"), ("Indicateurs", K37, "commentaire"),
        ):  # fmt: skip
            sheet, places = book[name], columns(book[name])
            row = next(c.row for c in sheet[openpyxl.utils.get_column_letter(places["code"])]
                       if c.value == code)  # fmt: skip
            sheet.cell(row, places[column]).value = typed

    proposition = services.importations.propose(edit(path, spoil))
    wrong = line(proposition, "O8.A3.m1")
    assert (wrong.verdict, wrong.colonne) == (Verdict.REJETE, "note")
    assert said in plain(wrong.raison)
    kept = line(proposition, "K37")
    assert isinstance(kept.effet, ValeurProposee)
    assert kept.effet.commentaire == "compté par le bureau"
    assert "Commentaire non repris" in plain(kept.raison)
    assert said in plain(kept.raison)


def test_an_empty_return_says_so_and_empties_nothing(bureau: Bureau) -> None:
    bureau.services.indicateurs.record(SDPD, "K37", S1, "1 000")
    proposition = bureau.propose({})
    assert proposition.lignes == ()
    assert any("Aucune réponse" in plain(text) for text in proposition.avertissements)


def test_a_row_that_stands_twice_is_rejected_both_times(bureau: Bureau) -> None:
    def double(book: Any) -> None:
        sheet = book["Indicateurs"]
        places = columns(sheet)
        rows = range(1, sheet.max_row + 1)
        row = next(r for r in rows if sheet.cell(r, places["code"]).value == K37)
        for place in range(1, sheet.max_column + 1):
            sheet.cell(sheet.max_row + (place == 1), place).value = sheet.cell(row, place).value
        sheet.cell(sheet.max_row, places["valeur"]).value = 55

    path = edit(bureau.propose(ANSWERS).chemin, double)
    proposition = bureau.services.importations.propose(path)
    twice = [ligne for ligne in proposition.lignes if ligne.objet == "K37"]
    assert [ligne.verdict for ligne in twice] == [Verdict.REJETE, Verdict.REJETE]
    for ligne, other in zip(twice, reversed(twice), strict=True):
        assert f"figure plusieurs fois dans le classeur : voir aussi {other.lieu}." in plain(
            ligne.raison
        )


@pytest.mark.parametrize(("mark", "value"), [("zone", "lune"), ("territoire", "ATLANTIDE")])
def test_hidden_marks_that_were_changed_are_rejected(bureau: Bureau, mark: str, value: str) -> None:
    path = edit(
        bureau.propose(ANSWERS).chemin,
        lambda book: set_cell(book["Indicateurs"], K37, mark, value),
    )
    found = line(bureau.services.importations.propose(path), "K37")
    assert found.verdict is Verdict.REJETE
    assert "repères masqués" in plain(found.raison)


def test_a_return_of_another_database_is_refused_whole(bureau: Bureau, services: Any) -> None:
    path = bureau.propose(ANSWERS).chemin
    with pytest.raises(UserError) as refused:
        services.importations.propose(path)
    assert "ne connaît pas" in plain(str(refused.value))
    assert count(services) == 1


def test_a_file_that_is_no_return_is_refused_whole(bureau: Bureau) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Bonjour")["A1"] = "bonjour"
    book.save(bureau.key / "autre.xlsx")
    (bureau.key / "faux.xlsx").write_bytes(b"rien")
    for name in ("autre.xlsx", "faux.xlsx", "absent.xlsx"):
        with pytest.raises(UserError, match=name):
            bureau.services.importations.propose(bureau.key / name)


def test_the_partner_gets_a_copy_with_its_errors_marked_and_can_send_it_back(
    bureau: Bureau,
) -> None:
    importations = bureau.services.importations
    proposition = bureau.propose(ANSWERS)
    copy = importations.annotate(proposition, bureau.key)
    assert copy == bureau.key / "retour GGD (2) - à corriger.xlsx"
    assert isinstance(copy, Path)
    back = importations.propose(copy)
    assert line(back, "K37").verdict is Verdict.NOUVEAU
    assert line(back, "K40").verdict is Verdict.REJETE
    corrected = importations.propose(
        edit(copy, lambda book: set_cell(book["Indicateurs"], K40, "valeur", 70))
    )
    assert line(corrected, "K40").verdict is Verdict.NOUVEAU
    assert importations.annotate(corrected, bureau.key) is None
    importations.apply(corrected)
    (retour,) = bureau.services.campagnes.list_all(SDPD)[0].retours
    assert retour.etat is EtatRetour.RECU


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("plus de 120", "> 120 communes"),
        ("moins de 120", "< 120 communes"),
        ("environ 120", "≈ 120 communes"),
    ],
)
def test_the_preview_says_that_a_number_is_not_exact(
    bureau: Bureau, typed: str, understood: str
) -> None:
    proposition = bureau.propose({(K40, "valeur"): typed})
    assert plain(line(proposition, "K40").compris) == understood
    bureau.services.importations.apply(proposition)
    again = bureau.services.importations.propose(proposition.chemin)
    assert plain(line(again, "K40").ancien) == understood
