"""A partner's own table is attributed, confirmed once, and asks rather than guesses."""

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.importation import Ligne, Proposition, Verdict
from sdpd_desktop.domain.indicateur import Presence
from sdpd_desktop.domain.lexique import NatureTerme
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.reception import (
    DispositionAConfirmer,
    comparer_versions,
    memes_retours,
)
from tests.support import (
    SDPD,
    TODAY,
    Bureau,
    answer,
    count,
    line,
    plain,
    reopen,
    saved_on,
    values,
)

K37, K40, M1 = "O8.A3.i1", "O9.A2.i1", "O8.A3.m1"
S1 = parse_periode("2022-S1")
TITLES = ("Code", "Intitulé", "Zone", "Période", "Résultat", "Commentaires", "Rédacteur")
Rows = Sequence[Sequence[Any]]
ROWS: Rows = (
    ("K37", "Patrouilles", "", "2022-S1", 1234, "provisoire", "x"),
    ("K40", "", "", "S1 2022", "60", "", "x"),
)


def table(bureau: Bureau, rows: Rows, name: str = "GGD 77.xlsx", titles: Rows = (TITLES,)) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (*titles, *rows):
        sheet.append(list(row))
    path = bureau.key / name
    book.save(path)
    return path


def question(bureau: Bureau, path: Path) -> DispositionAConfirmer:
    asked = bureau.services.receptions.examiner(path)
    assert isinstance(asked, DispositionAConfirmer)
    return asked


def confirm(bureau: Bureau, path: Path, partenaire: str = "GGD77") -> Proposition:
    asked = question(bureau, path)
    retour = next(p.retour for p in asked.possibles if p.partenaire == partenaire)
    layout = asked.tables[0].proposee.disposition
    return bureau.services.receptions.confirmer(asked, retour, layout)


def again(bureau: Bureau, path: Path) -> Proposition:
    found = bureau.services.receptions.examiner(path)
    assert isinstance(found, Proposition)
    return found


# ------------------------------------------------------------------ attribution


def test_an_unknown_layout_is_a_question_and_changes_nothing(bureau: Bureau) -> None:
    before, numbers = values(bureau.services), count(bureau.services)
    asked = question(bureau, table(bureau, ROWS))
    assert asked.possibles[0].partenaire == "GGD77"
    assert asked.possibles[0].nomme
    (found,) = asked.tables
    assert found.exemples[0] == ("K37", "K40")
    assert (values(bureau.services), count(bureau.services)) == (before, numbers)
    with pytest.raises(UserError, match="pas encore connue"):
        bureau.services.importations.propose(asked.chemin)


def test_a_layout_confirmed_once_is_not_asked_again(bureau: Bureau) -> None:
    first = confirm(bureau, table(bureau, ROWS))
    assert [plain(ligne.compris) for ligne in first.lignes] == ["1 234 patrouilles", "60 communes"]
    assert line(first, "K37").lieu == "Sheet!E2"
    moved = table(
        bureau,
        [(row[4], row[0], *row[1:4], row[5], row[6]) for row in ROWS],
        "retour juillet.xlsx",
        (
            ("Bilan de la gendarmerie",),
            (),
            ("RÉSULTAT", "code", "INTITULE", "zone", "Periode", "commentaires", "rédacteur"),
        ),
    )
    proposition = again(bureau, moved)
    assert "disposition reconnue" in plain(proposition.avertissements[0])
    assert line(proposition, "K37").lieu == "Sheet!A4"
    assert [ligne.effet for ligne in proposition.lignes] == [ligne.effet for ligne in first.lignes]
    result = bureau.services.importations.apply(proposition)
    assert (result.nouveaux, result.modifies) == (2, 0)
    (stored,) = bureau.services.indicateurs.history(SDPD, "K37", S1)
    assert (stored.origine.feuille, stored.origine.cellule) == ("Sheet", "A4")
    assert again(bureau, moved).deja_importe == result.changement


def test_a_layout_can_be_forgotten(bureau: Bureau) -> None:
    path = table(bureau, ROWS)
    confirm(bureau, path)
    (known,) = bureau.services.memoires.de("GGD77").dispositions
    bureau.services.memoires.oublier("GGD77", known.id)
    assert isinstance(bureau.services.receptions.examiner(path), DispositionAConfirmer)
    with pytest.raises(NotFoundError, match="déjà oublié"):
        bureau.services.memoires.oublier("GGD77", known.id)


def test_what_is_remembered_is_one_changement_that_can_be_put_back(bureau: Bureau) -> None:
    path, before = table(bureau, ROWS), count(bureau.services)
    confirm(bureau, path)
    assert count(bureau.services) == before + 1
    bureau.services.journal.undo(before + 1)
    assert bureau.services.memoires.de("GGD77").dispositions == ()
    bureau.services.journal.undo(before + 2)
    assert isinstance(bureau.services.receptions.examiner(path), Proposition)


def test_two_partners_of_one_layout_are_told_apart_by_the_file_name(bureau: Bureau) -> None:
    services = bureau.services
    services.campagnes.prepare(SDPD, "2022-S1", bureau.key / "out", "DDSP77")
    confirm(bureau, table(bureau, ROWS))
    confirm_as = table(bureau, ROWS, "inconnu.xlsx")
    services.memoires.retenir("DDSP77", services.memoires.de("GGD77").dispositions[0].disposition)
    asked = question(bureau, confirm_as)
    assert {p.partenaire for p in asked.possibles[:2]} == {"GGD77", "DDSP77"}
    assert "à quel retour" in asked.question
    assert again(bureau, table(bureau, ROWS, "retour DDSP 77.xlsx")).partenaire == "DDSP77"


def test_a_dated_name_attributes_a_file(bureau: Bureau) -> None:
    confirm(bureau, table(bureau, ROWS))
    services = bureau.services
    services.campagnes.prepare(SDPD, "2022-S1", bureau.key / "out", "DDSP77")
    services.memoires.retenir("DDSP77", services.memoires.de("GGD77").dispositions[0].disposition)
    services.memoires.nommer("DDSP77", "Police du 77", dt.date(2020, 1, 1), dt.date(2021, 12, 31))
    path = table(bureau, ROWS, "Police du 77.xlsx")
    assert isinstance(services.receptions.examiner(path), DispositionAConfirmer)
    services.memoires.nommer("DDSP77", "Police du 77", dt.date(2022, 1, 1))
    assert again(bureau, path).partenaire == "DDSP77"


@pytest.mark.parametrize(
    ("name", "partenaire"),
    [("DDSP 77.xlsx", "DDSP77"), ("DDPN77 bilan.xlsx", "DDSP77"), ("DDCS77.xlsx", "DDETS77")],
)
def test_a_file_may_bear_the_name_of_when_its_partner_was_asked_or_another_since(
    bureau: Bureau, name: str, partenaire: str
) -> None:
    services = bureau.services
    services.campagnes.prepare(SDPD, "2022-S1", bureau.key / "tous")
    later = replace(bureau, services=reopen(services, dt.date(2024, 2, 1)))
    first = question(later, table(bureau, ROWS, name)).possibles[0]
    assert (first.partenaire, first.nomme) == (partenaire, True)
    later.services.close()


def test_a_layout_by_which_nothing_could_be_stored_is_not_remembered(bureau: Bureau) -> None:
    asked = question(bureau, table(bureau, ROWS))
    layout = asked.tables[0].proposee.disposition
    useless = replace(layout, colonnes=layout.colonnes[:2])
    with pytest.raises(ValidationError, match="tient la valeur"):
        bureau.services.receptions.confirmer(asked, asked.possibles[0].retour, useless)
    assert bureau.services.memoires.de("GGD77").dispositions == ()


def test_nothing_is_awaited(services: Any, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (TITLES, *ROWS):
        book.worksheets[0].append(list(row))
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UserError, match="Préparez d'abord la campagne"):
        services.receptions.examiner(tmp_path / "a.xlsx")


# ---------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("row", "objet"),
    [
        ((K37, "", "", "", 5), "K37"),
        (("k37", "", "", "", 5), "K37"),
        (("", "PATROUILLE COMMUNE DANS LES GARE DE LA ZONE GENDARMERIE", "", "", 5), "K37"),
        (("K40", "", "ZGN", "", 5), "K40"),
    ],
)
def test_indicators_and_zones_are_found_by_any_of_their_names(
    bureau: Bureau, row: Sequence[Any], objet: str
) -> None:
    proposition = confirm(bureau, table(bureau, [row]))
    (found,) = proposition.lignes
    assert found.objet == objet
    assert found.effet is not None
    if row[2]:
        assert found.effet.zone.value == "gendarmerie"  # type: ignore[union-attr]


def test_observations_beside_a_mesure_are_its_note(bureau: Bureau) -> None:
    titles = (("Mesure", "État", "Observations"),)
    proposition = confirm(bureau, table(bureau, [(M1, "en cours", "vu le maire")], titles=titles))
    assert plain(line(proposition, M1).compris) == "en cours · vu le maire"


def test_values_of_one_indicator_are_told_apart(bureau: Bureau) -> None:
    titles = (("Indicateur", "Territoire", "Zone", "2021", "S1 2022"),)
    rows = [("K37", "Meaux", "gendarmerie", 10, "beaucoup"), ("K40", "", "", 60, 61)]
    proposition = confirm(bureau, table(bureau, rows, titles=titles))
    assert [one.designation for one in proposition.lignes] == [
        "K37 · Meaux, gendarmerie, 2021", "K37 · Meaux, gendarmerie", "K40 · 2021", "K40",
    ]  # fmt: skip


def test_a_name_nobody_knows_is_a_question_whose_answer_is_kept(bureau: Bureau) -> None:
    path = table(bureau, [("rondes", "", "", "", 5), ("Rondes ", "", "", "2022-T1", 6)])
    proposition = confirm(bureau, path)
    assert {ligne.verdict for ligne in proposition.lignes} == {Verdict.A_CONFIRMER}
    assert all(ligne.effet is None for ligne in proposition.lignes)
    assert proposition.applicables() == ()
    terme = proposition.lignes[0].terme
    assert terme is not None
    assert terme.nature is NatureTerme.INDICATEUR
    names = dict(bureau.services.receptions.designations(proposition, terme.nature))
    assert names[K37].startswith("K37")
    known = bureau.services.receptions.convenir(proposition, terme, K37)
    assert [ligne.objet for ligne in known.lignes] == ["K37", "K37"]
    assert [ligne.verdict for ligne in known.lignes] == [Verdict.NOUVEAU, Verdict.NOUVEAU]
    assert [ligne.verdict for ligne in again(bureau, path).lignes] == [Verdict.NOUVEAU] * 2


def test_a_period_that_is_a_day_is_asked_about(bureau: Bureau) -> None:
    rows = [("K37", "", "", "jamais", 5), ("K40", "", "", "15/05/2022", 6)]
    proposition = confirm(bureau, table(bureau, rows))
    assert line(proposition, "K37").verdict is Verdict.REJETE
    assert "jamais" in line(proposition, "K37").raison
    assert line(proposition, "K40").verdict is Verdict.A_CONFIRMER
    assert "est-ce" in line(proposition, "K40").raison


def test_rows_asked_of_another_partner_are_not_taken_unasked(bureau: Bureau) -> None:
    services = bureau.services
    services.campagnes.prepare(SDPD, "2022-S1", bureau.key / "out", "DSDEN77")
    proposition = confirm(bureau, table(bureau, [("K18", "", "", "", 5)]))
    (found,) = proposition.lignes
    assert found.verdict is Verdict.A_CONFIRMER
    assert "est demandée à" in plain(found.raison)


# ---------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("sens", "verdict", "presence", "valeur"),
    [
        ("zero", Verdict.NOUVEAU, Presence.VALEUR, 0),
        ("non_renseigne", Verdict.NOUVEAU, Presence.NON_RENSEIGNE, None),
        ("non_applicable", Verdict.NOUVEAU, Presence.NON_APPLICABLE, None),
        ("etat_neant", Verdict.INCHANGE, None, None),
    ],
)
@pytest.mark.parametrize("mot", ["néant", "n/a", "NC", "-", "RAS", "0 ?"])
def test_a_word_means_what_the_partner_says(
    bureau: Bureau, mot: str, sens: str, verdict: Verdict, presence: Presence | None, valeur: Any
) -> None:
    services = bureau.services
    proposition = bureau.propose({(K37, "valeur"): mot})
    asked = line(proposition, "K37")
    assert asked.verdict is Verdict.A_CONFIRMER
    assert "Que veut dire" in asked.raison
    assert asked.terme is not None
    said = line(services.receptions.convenir(proposition, asked.terme, sens), "K37")
    assert said.verdict is verdict
    effet = said.effet
    assert (effet.presence if effet else None) == presence  # type: ignore[union-attr]
    assert (effet.valeur if effet else None) == valeur  # type: ignore[union-attr]
    fresh = line(bureau.propose({(K37, "valeur"): mot.upper()}), "K37")
    assert fresh.verdict is said.verdict
    assert "comme convenu" in fresh.raison


def test_the_meaning_of_a_word_is_that_of_one_partner_alone(bureau: Bureau) -> None:
    services = bureau.services
    services.memoires.convenir("DDSP77", NatureTerme.VALEUR, "neant", "zero")
    assert line(bureau.propose({(K37, "valeur"): "néant"}), "K37").verdict is Verdict.A_CONFIRMER


# -------------------------------------------------------------------- answers


def test_answers_are_kept_when_the_proposition_is_made_anew(bureau: Bureau) -> None:
    services = bureau.services
    proposition = bureau.propose({(K37, "valeur"): "douze", (K40, "valeur"): 60})
    index = proposition.lignes.index(line(proposition, "K37"))
    answered = services.receptions.repondre(proposition, {index: "12"})
    assert line(answered, "K37").verdict is Verdict.NOUVEAU
    assert line(answered, "K37").texte == "douze"
    assert "Saisi à la main" in line(answered, "K37").raison
    services.indicateurs.record(SDPD, "K40", S1, "60")
    fresh = services.receptions.actualiser(answered)
    assert line(fresh, "K37").effet == line(answered, "K37").effet
    assert line(fresh, "K40").verdict is Verdict.INCHANGE
    services.importations.apply(fresh)
    (stored,) = services.indicateurs.history(SDPD, "K37", S1)
    assert stored.valeur == 12


def test_an_answer_that_is_none_stays_rejected(bureau: Bureau) -> None:
    proposition = bureau.propose({(K37, "valeur"): "douze"})
    answered = bureau.services.receptions.repondre(proposition, {0: "treize"})
    assert line(answered, "K37").verdict is Verdict.REJETE
    assert "treize" in line(answered, "K37").raison


@pytest.mark.parametrize(
    ("colonne", "typed", "proposed"),
    [
        ("statut", "en court", "en cours"),
        ("statut", "Réalissée", "réalisée"),
        ("statut", "Réalisée à 80 %", ""),
        ("fait_le", "mars 2022", "31/03/2022"),
        ("fait_le", "T1 2022", "31/03/2022"),
        ("fait_le", "décembre 2022", ""),
        ("fait_le", "31/02/2022", ""),
    ],
)
def test_a_wrong_cell_of_a_mesure_has_its_correction_proposed(
    bureau: Bureau, colonne: str, typed: str, proposed: str
) -> None:
    rejected = line(bureau.propose({(M1, colonne): typed}), M1)
    assert (rejected.verdict, rejected.proposee) == (Verdict.REJETE, proposed)
    assert (f"« {proposed} » ?" in plain(rejected.correction)) is bool(proposed)


def test_a_status_is_corrected_and_a_question_agreed_to(bureau: Bureau) -> None:
    proposition = bureau.propose(
        {("O8.A1.m1", "statut"): "presque", ("O8.A3.m1", "statut"): "réalisée"}
    )
    index = {ligne.objet: place for place, ligne in enumerate(proposition.lignes)}
    done = bureau.services.receptions.repondre(
        proposition, {index["O8.A1.m1"]: "en cours", index["O8.A3.m1"]: None}
    )
    assert {ligne.verdict for ligne in done.lignes} == {Verdict.NOUVEAU}
    assert "Accepté à la main" in line(done, "O8.A3.m1").raison
    assert bureau.services.importations.apply(done).nouveaux == 2


def test_a_line_left_out_is_rejected_for_good(bureau: Bureau) -> None:
    proposition = bureau.propose({(K37, "valeur"): 12})
    left = bureau.services.receptions.ecarter(proposition, 0)
    assert line(left, "K37").verdict is Verdict.REJETE
    fresh = bureau.services.receptions.actualiser(left)
    assert line(fresh, "K37").effet is None


# ------------------------------------------------------------- said beforehand


def test_a_file_older_than_the_one_taken_in_says_so(bureau: Bureau) -> None:
    services = bureau.services
    old = saved_on(
        bureau.propose({(K37, "valeur"): 10}, "v1.xlsx").chemin, dt.datetime(2022, 6, 1, 8)
    )
    new = saved_on(
        bureau.propose({(K37, "valeur"): 12}, "v2.xlsx").chemin, dt.datetime(2022, 6, 10, 8)
    )
    services.importations.apply(again(bureau, new))
    doubtful = line(again(bureau, old), "K37")
    assert doubtful.verdict is Verdict.A_CONFIRMER
    assert "classeur plus récent" in plain(doubtful.raison)
    assert "10/06/2022" in doubtful.raison
    newer = saved_on(
        bureau.propose({(K37, "valeur"): 14}, "v3.xlsx").chemin, dt.datetime(2022, 6, 20, 8)
    )
    assert line(again(bureau, newer), "K37").verdict is Verdict.MODIFIE


def test_a_value_typed_after_the_file_was_saved_says_so(bureau: Bureau) -> None:
    bureau.services.indicateurs.record(SDPD, "K37", S1, "11")
    path = saved_on(bureau.propose({(K37, "valeur"): 10}).chemin, dt.datetime(2022, 6, 1, 8))
    said = plain(line(again(bureau, path), "K37").raison)
    assert "après l'enregistrement de ce classeur (01/06/2022)" in said


def dated(bureau: Bureau, statut: str, day: int, name: str) -> Path:
    """Return a return that says that of a mesure, saved that day of June."""
    path = bureau.propose({(M1, "statut"): statut}, name).chemin
    return saved_on(path, dt.datetime(2022, 6, day, 8))


def test_a_mesure_ticked_since_the_file_was_saved_says_so(bureau: Bureau) -> None:
    services = bureau.services
    services.plans.tick(SDPD, M1, TODAY, Statut.REALISEE)
    asked = line(again(bureau, dated(bureau, "en cours", 1, "v1.xlsx")), M1)
    assert asked.verdict is Verdict.A_CONFIRMER
    assert "Une autre réponse a été saisie par" in plain(asked.raison)
    assert "après l'enregistrement de ce classeur (01/06/2022)" in plain(asked.raison)
    services.journal.undo(count(services))
    assert line(again(bureau, dated(bureau, "en cours", 1, "v2.xlsx")), M1).raison == ""


def test_a_mesure_ticked_before_the_file_was_saved_is_changed(bureau: Bureau) -> None:
    bureau.services.plans.tick(SDPD, M1, dt.date(2022, 5, 2), Statut.EN_PAUSE)
    late = saved_on(bureau.propose({(M1, "statut"): "en cours"}).chemin, dt.datetime(2022, 7, 1, 8))
    assert line(again(bureau, late), M1).verdict is Verdict.MODIFIE


def test_a_mesure_that_was_done_is_not_undone_unasked(bureau: Bureau) -> None:
    bureau.services.plans.tick(SDPD, M1, dt.date(2022, 5, 2), Statut.REALISEE)
    late = saved_on(bureau.propose({(M1, "statut"): "en cours"}).chemin, dt.datetime(2022, 7, 1, 8))
    asked = line(again(bureau, late), M1)
    assert asked.verdict is Verdict.A_CONFIRMER
    assert plain(asked.raison) == (
        "Cette mesure était réalisée le 02/05/2022 : la remettre « en cours » ?"
    )


def test_a_mesure_of_an_older_file_says_so(bureau: Bureau) -> None:
    services = bureau.services
    services.importations.apply(again(bureau, dated(bureau, "en pause", 10, "v2.xlsx")))
    older = line(again(bureau, dated(bureau, "en cours", 1, "v1.xlsx")), M1)
    assert older.verdict is Verdict.A_CONFIRMER
    assert "classeur plus récent (« v2.xlsx », enregistré le 10/06/2022" in plain(older.raison)
    newer = line(again(bureau, dated(bureau, "en cours", 20, "v3.xlsx")), M1)
    assert newer.verdict is Verdict.MODIFIE


def test_a_mesure_of_another_partner_is_not_taken_unasked(bureau: Bureau) -> None:
    services = bureau.services
    others = services.campagnes.prepare(SDPD, "2022-S1", bureau.key / "autres")
    mine = next(r for r in others.campagne.retours if r.partenaire == "GGD77")
    own = {demande.code for demande in mine.demandes}
    owner, theirs = next(
        (retour, demande.code)
        for retour in others.campagne.retours
        for demande in retour.demandes
        if demande.est_mesure and demande.code not in own
    )
    rows = [(theirs, "en cours"), (M1, "en cours")]
    proposition = confirm(bureau, table(bureau, rows, titles=(("Mesure", "Statut"),)))
    asked = line(proposition, theirs)
    assert asked.verdict is Verdict.A_CONFIRMER
    assert f"demandée à {owner.nom}, non à" in plain(asked.raison)
    assert line(proposition, M1).verdict is Verdict.NOUVEAU
    services.importations.apply(proposition, [proposition.lignes.index(asked)])
    path = next(f for f in others.fichiers if f.stem.endswith(f"_{owner.partenaire}"))
    answered = answer(path, {(theirs, "statut"): "en pause"}, bureau.key / "retour.xlsx")
    contradicted = line(again(bureau, answered), theirs)
    assert contradicted.verdict is Verdict.A_CONFIRMER
    assert "a donné une autre réponse" in plain(contradicted.raison)


def test_two_files_that_disagree_are_asked_about(bureau: Bureau) -> None:
    first = bureau.propose({(K37, "valeur"): 10, (K40, "valeur"): 60}, "a.xlsx")
    second = bureau.propose({(K37, "valeur"): 12, (K40, "valeur"): 60}, "b.xlsx")
    one, other = bureau.services.receptions.rapprocher((first, second))
    for proposition, name in ((one, "b.xlsx"), (other, "a.xlsx")):
        assert line(proposition, "K37").verdict is Verdict.A_CONFIRMER
        assert name in line(proposition, "K37").raison
        assert line(proposition, "K40").verdict is Verdict.NOUVEAU
    assert memes_retours((one, other)) == {0: (1,), 1: (0,)}
    compared = comparer_versions(second, first)
    assert [(d.objet, d.ancien, d.recent) for d in compared.differences] in (
        [("K37", "10", "12")], [("K37", "12", "10")],
    )  # fmt: skip


def test_files_of_a_folder_are_found_and_the_rest_is_told(bureau: Bureau) -> None:
    folder = bureau.key / "retours"
    (folder / "sous-dossier").mkdir(parents=True)
    for name in ("b10.xlsx", "b2.ods", "~$b2.ods", "note.docx", ".cache", "sous-dossier/c.CSV"):
        (folder / name).write_bytes(b"x")
    recus = bureau.services.receptions.deplier([folder, bureau.key / "absent.xlsx"])
    names = [path.name for path in recus.fichiers]
    assert names == ["b2.ods", "b10.xlsx", "c.CSV", "absent.xlsx"]
    said = " ".join(recus.ecartes)
    assert "~$b2.ods" in said
    assert "note.docx" in said
    empty = bureau.key / "vide"
    empty.mkdir()
    assert "est vide" in bureau.services.receptions.deplier([empty]).ecartes[0]


# ----------------------------------------------------------------- properties


def said(proposition: Proposition) -> list[tuple[Any, ...]]:
    def told(ligne: Ligne) -> tuple[Any, ...]:
        return ligne.verdict, ligne.objet, ligne.texte, ligne.compris, ligne.raison, ligne.effet

    return sorted(map(told, proposition.lignes), key=str)


CELLS = st.sampled_from([12, "1 234", "néant", "douze", "12,5", "≈ 40", 3.5, "60 communes", "NC"])


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.permutations(range(len(TITLES))), st.lists(CELLS, min_size=1, max_size=4), st.randoms())
def test_neither_the_order_of_rows_nor_that_of_columns_changes_what_is_proposed(
    bureau: Bureau, order: list[int], cells: list[Any], chance: Any
) -> None:
    codes = ("K37", "K40", "K18", "K33")
    rows = [(codes[n], "", "", "2022-S1", cell, "", "") for n, cell in enumerate(cells)]
    path = table(bureau, rows)
    found = bureau.services.receptions.examiner(path)
    straight = found if isinstance(found, Proposition) else confirm(bureau, path)
    assert said(again(bureau, path)) == said(straight), "proposing twice says the same"
    chance.shuffle(rows)
    mixed = table(
        bureau, [[row[c] for c in order] for row in rows], "GGD mêlé.xlsx",
        ([TITLES[c] for c in order],),
    )  # fmt: skip
    assert said(again(bureau, mixed)) == said(straight)


def test_applying_a_table_twice_changes_nothing(bureau: Bureau) -> None:
    path = table(bureau, ROWS)
    bureau.services.importations.apply(confirm(bureau, path))
    stored, numbers = values(bureau.services), count(bureau.services)
    copy = Path(shutil.copy(path, bureau.key / "GGD copie.xlsx"))
    fresh = again(bureau, copy)
    assert {ligne.verdict for ligne in fresh.lignes} == {Verdict.INCHANGE}
    assert bureau.services.importations.apply(fresh).changement is None
    assert (values(bureau.services), count(bureau.services)) == (stored, numbers)


def test_a_table_of_the_partners_own_comes_back_as_our_return(bureau: Bureau) -> None:
    rows = (("K37", "", "", "", 1234), ("K40", "", "", "", "beaucoup"))
    path = table(bureau, rows)
    theirs = path.read_bytes()
    proposition = confirm(bureau, path)
    copy = bureau.services.importations.annotate(proposition, bureau.key)
    assert copy is not None
    assert (path.read_bytes(), copy.name) == (theirs, f"{path.stem} - à corriger.xlsx")
    assert openpyxl.load_workbook(copy).sheetnames[:2] == ["Lisez-moi", "Erreurs"]
    texts = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(copy)
        for line_ in sheet.iter_rows()
        for cell in line_
        if cell.value is not None
    ]
    assert "beaucoup" in texts
    assert "1234" in texts
    assert any("Sheet!E3" in text or text == "E3" for text in texts)
