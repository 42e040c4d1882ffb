"""Tables that partners lay out their own way: found, proposed, read."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille, Rangee
from sdpd_desktop.documents.disposition_lecture import lire, proposer
from sdpd_desktop.documents.disposition_titres import comprendre
from sdpd_desktop.domain.disposition import Champ, Disposition, LigneLue, Vocabulaire
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.texte import search_key

VOCABULAIRE = Vocabulaire(
    indicateurs={
        search_key(name): code
        for code, names in {
            "K33": ("K33", "Caméras installées"),
            "K20": ("K20", "Patrouilles conjointes"),
        }.items()
        for name in names
    },
    territoires={
        search_key(n): c for n, c in {"Melun": "77288", "77288": "77288", "Meaux": "77284"}.items()
    },
    zones={"police": "police", "zone police": "police", "gendarmerie": "gendarmerie"},
)


def classeur(
    *rows: list[Any], nom: str = "Feuil1", fusions: tuple[str, ...] = (), **more: Any
) -> Classeur:
    """Return a workbook of one sheet; None is an empty cell."""
    rangees = tuple(
        Rangee(i, range(1, len(row) + 1), row)
        for i, row in enumerate(rows, 1)
        if any(cell is not None for cell in row)
    )
    hidden: dict[str, Any] = {
        "lignes_masquees": frozenset(),
        "colonnes_masquees": frozenset(),
        "masquee": False,
    }
    feuille = Feuille(nom=nom, fusions=fusions, rangees=rangees, **(hidden | more))
    return Classeur("tableau.xlsx", "0" * 64, 1, (feuille,), {})


def la_disposition(recu: Classeur) -> Disposition:
    (proposee,) = proposer(recu, VOCABULAIRE)
    return proposee.disposition


def lues(recu: Classeur) -> tuple[LigneLue, ...]:
    return lire(recu, la_disposition(recu))


def dites(lignes: tuple[LigneLue, ...]) -> set[tuple[str, ...]]:
    """Return what the rows say, but where."""
    return {
        (
            ligne.indicateur,
            ligne.libelle,
            ligne.territoire,
            ligne.zone,
            ligne.periode,
            *(f"{champ}={cell.texte}" for champ, cell in sorted(ligne.cellules)),
        )
        for ligne in lignes
    }


# ------------------------------------------------------------------ titles


@pytest.mark.parametrize(
    ("titre", "champ"),
    [
        ("INDICATEURS", Champ.INDICATEUR),
        ("Code de l'indicateur", Champ.INDICATEUR),
        ("N°", Champ.INDICATEUR),
        ("Intitulé", Champ.LIBELLE),
        ("Communes", Champ.TERRITOIRE),
        ("Code INSEE", Champ.TERRITOIRE),
        ("Zone de compétence", Champ.ZONE),
        ("Année", Champ.PERIODE),
        ("mois", Champ.PERIODE),
        ("Résultats", Champ.VALEUR),
        ("Nombre de faits", Champ.VALEUR),
        ("Faits", Champ.VALEUR),
        ("Fait le", Champ.FAIT_LE),
        ("État d’avancement", Champ.STATUT),
        ("Observations :", Champ.COMMENTAIRE),
        ("Dénominateur", Champ.DENOMINATEUR),
    ],
)
def test_titles_are_known_whatever_their_form(titre: str, champ: Champ) -> None:
    found = comprendre(titre, VOCABULAIRE)
    assert (found.colonne.champ, found.sur, found.nomme) == (champ, True, True)


@pytest.mark.parametrize(
    ("titre", "about"),
    [
        ("2021", ("", "", "2021")),
        ("Valeur 2021", ("", "", "2021")),
        ("S1 2022", ("", "", "2022-S1")),
        ("janvier 2022", ("", "", "2022-01")),
        ("Melun", ("77288", "", "")),
        ("Gendarmerie", ("", "gendarmerie", "")),
        ("Police 2021", ("", "police", "2021")),
        ("Melun - Police (2021)", ("77288", "police", "2021")),
        ("2021 / Police", ("", "police", "2021")),
        ("Janvier", ("", "", "Janvier")),
        ("2021 / Janvier", ("", "", "2021-01")),
        ("Résultat 1er semestre 2022", ("", "", "2022-S1")),
        ("Résultats du 2e trimestre 2022", ("", "", "2022-T2")),
        ("Valeur au 30/06/2022", ("", "", "2022-06-30")),
        ("Nombre de faits en mars 2022", ("", "", "2022-03")),
        ("Gendarmerie S1 2022", ("", "gendarmerie", "2022-S1")),
        ("2022 T1", ("", "", "2022-T1")),
        ("Police / T1", ("", "police", "T1")),
    ],
)
def test_titles_of_wide_tables(titre: str, about: tuple[str, str, str]) -> None:
    found = comprendre(titre, VOCABULAIRE)
    colonne = found.colonne
    assert colonne.champ is Champ.VALEUR
    assert (colonne.territoire, colonne.zone, colonne.periode) == about
    assert found.sur


def test_guesses_say_that_they_are() -> None:
    guess = comprendre("Valeur retenue par le service", VOCABULAIRE)
    assert (guess.colonne.champ, guess.sur) == (Champ.VALEUR, False)
    # What a title begins with is what the column holds.
    assert comprendre("Résultat du semestre", VOCABULAIRE).colonne.champ is Champ.VALEUR
    assert comprendre("Nombre de communes", VOCABULAIRE).colonne.champ is Champ.VALEUR
    assert comprendre("Semestre du résultat", VOCABULAIRE).colonne.champ is Champ.PERIODE
    assert comprendre("Agent traitant", VOCABULAIRE).colonne.champ is Champ.IGNOREE
    assert comprendre("2021 2022", VOCABULAIRE).colonne.champ is Champ.IGNOREE
    assert comprendre("2021/2022", VOCABULAIRE).colonne.champ is Champ.IGNOREE
    reminded = comprendre("Rappel 1er semestre 2021", VOCABULAIRE)
    assert (reminded.colonne.periode, reminded.sur) == ("2021-S1", False)


# ------------------------------------------------------------------ tables

LONGUE: list[list[Any]] = [
    ["Indicateur", "Libellé", "Territoire", "Zone", "Période", "Valeur", "Commentaire", "Agent"],
    ["K33", "Caméras", "77288", "police", "2022", 3600, None, "x"],
    ["K20", "Patrouilles", "Meaux", "gendarmerie", "2022-S1", "1 234,5", "provisoire", "y"],
    ["K20", "Patrouilles", "Melun", "police", ["d", "2022-03-01", "mmm yyyy"], None, "NC", None],
]
DITES = {
    ("K33", "Caméras", "77288", "police", "2022", "valeur=3600"),
    (
        "K20", "Patrouilles", "Meaux", "gendarmerie", "2022-S1",
        "commentaire=provisoire", "valeur=1 234,5",
    ),
    ("K20", "Patrouilles", "Melun", "police", "2022-03", "commentaire=NC"),
}  # fmt: skip


def test_long_table() -> None:
    recu = classeur(*LONGUE)
    (proposee,) = proposer(recu, VOCABULAIRE)
    assert proposee.complete
    assert (proposee.entete, proposee.lignes) == (1, 3)
    assert proposee.doutes == ("Colonnes non reprises\u00a0: H «\u00a0Agent\u00a0».",)
    assert dites(lues(recu)) == DITES
    value = lues(recu)[1].cellule(Champ.VALEUR)
    assert value is not None
    assert value.lieu == "Feuil1!F3"


TITRES: list[list[Any]] = [[], ["Bilan du service"], [None, "Année", "2022"]]


def disguised(rows: list[list[Any]], draw: random.Random) -> list[list[Any]]:
    """Return the same table, its columns in another order and its titles typed otherwise."""
    order = list(range(len(rows[0])))
    draw.shuffle(order)
    titles = [_retyped(str(title), draw) for title in rows[0]]
    return [[row[i] for i in order] for row in (titles, *rows[1:])]


def _retyped(title: str, draw: random.Random) -> str:
    forms = [title.upper(), title.lower(), search_key(title), f"  {title}  ", title + "s"]
    return draw.choice([title, *forms])


@settings(max_examples=60, deadline=None)
@given(
    draw=st.randoms(use_true_random=False),
    above=st.lists(
        st.sampled_from([[], ["Bilan du service"], [None, "Année", "2022"]]), max_size=5
    ),
    left=st.integers(0, 3),
    nom=st.sampled_from(["Feuil1", "Été 2022", "Données (2)"]),
)
def test_disguise_changes_nothing(
    draw: random.Random, above: list[list[Any]], left: int, nom: str
) -> None:
    table = disguised(LONGUE, draw)
    rows = [*above, *([[None] * left + row for row in table])]
    recu = classeur(*rows, nom=nom)
    assert dites(lues(recu)) == DITES
    (proposee,) = proposer(recu, VOCABULAIRE)
    assert proposee.entete == len(above) + 1


@settings(max_examples=40, deadline=None)
@given(draw=st.randoms(use_true_random=False), above=st.integers(0, 4))
def test_a_kept_layout_is_found_again(draw: random.Random, above: int) -> None:
    kept = la_disposition(classeur(*LONGUE))
    order = list(range(len(LONGUE[0])))
    draw.shuffle(order)
    titles = [draw.choice([t, t.upper(), search_key(t)]) for t in map(str, LONGUE[0])]
    moved = [[row[i] for i in order] for row in (titles, *LONGUE[1:])]
    recu = classeur(*[["Note"]] * above, *moved, nom="Autre")
    assert la_disposition(recu).cle == kept.cle
    assert dites(lire(recu, kept)) == DITES


def test_another_table_is_refused_by_its_missing_columns() -> None:
    kept = la_disposition(classeur(*LONGUE))
    with pytest.raises(UserError, match=r"aucune de ses feuilles n'a les colonnes.*Indicateur"):
        lire(classeur(["Nom", "Prénom"], ["a", "b"]), kept)


def test_wide_table_by_zone_and_year_under_two_rows() -> None:
    recu = classeur(
        ["Indicateur", "2021", None, "2022", None, "Observations"],
        [None, "Police", "Gendarmerie", "Police", "Gendarmerie", None],
        ["K33", 1, 2, 3, 4, None],
        ["K20", None, None, 5, None, "partiel"],
        fusions=("A1:A2", "B1:C1", "D1:E1", "F1:F2"),
    )
    (proposee,) = proposer(recu, VOCABULAIRE)
    assert (proposee.entete, proposee.complete) == (2, True)
    assert dites(lues(recu)) == {
        ("K33", "", "", "police", "2021", "valeur=1"),
        ("K33", "", "", "gendarmerie", "2021", "valeur=2"),
        ("K33", "", "", "police", "2022", "valeur=3"),
        ("K33", "", "", "gendarmerie", "2022", "valeur=4"),
        ("K20", "", "", "police", "2022", "commentaire=partiel", "valeur=5"),
    }


def test_wide_table_by_indicator() -> None:
    recu = classeur(
        ["Commune", "Caméras installées", "Patrouilles conjointes"], ["Melun", 1, 2], ["Meaux", 3]
    )
    assert dites(lues(recu)) == {
        ("K33", "", "Melun", "", "", "valeur=1"),
        ("K20", "", "Melun", "", "", "valeur=2"),
        ("K33", "", "Meaux", "", "", "valeur=3"),
    }


def test_a_column_without_title_is_known_by_what_it_holds() -> None:
    recu = classeur([None, None, "2021", "2022"], [None, "K33", 1, 2], [None, "camera", 3, 4],
                    [None, "Patrouilles conjointes", 5, 6])  # fmt: skip
    (proposee,) = proposer(recu, VOCABULAIRE)
    assert "Colonne B (sans titre)" in proposee.doutes[0]
    assert proposee.complete
    assert ("Patrouilles conjointes", "", "", "", "2022", "valeur=6") in dites(lues(recu))
    assert ("camera", "", "", "", "2021", "valeur=3") in dites(lues(recu))


def test_merged_and_hidden_cells_are_said() -> None:
    recu = classeur(
        ["Indicateur", "Zone", "Valeur"],
        ["K33", "police", 1],
        [None, "gendarmerie", 2],
        ["K20", "police", 3],
        fusions=("A2:A3",),
        lignes_masquees=frozenset({3}),
        colonnes_masquees=frozenset({2}),
        masquee=True,
    )
    (proposee,) = proposer(recu, VOCABULAIRE)
    told = " ".join(proposee.doutes)
    for words in ("fusionnées", "A2:A3", "Lignes masquées", "Colonnes masquées", "est masquée"):
        assert words in told
    assert ("K33", "", "", "gendarmerie", "", "valeur=2") in dites(lues(recu))


def test_two_columns_for_one_field_are_a_question() -> None:
    recu = classeur(["Indicateur", "Valeur", "Résultat"], ["K33", 1, 2])
    (proposee,) = proposer(recu, VOCABULAIRE)
    assert any("C «\u00a0Résultat" in doute and "première" in doute for doute in proposee.doutes)
    assert dites(lues(recu)) == {("K33", "", "", "", "", "valeur=1")}


def test_a_comment_alone_and_pages_headed_again() -> None:
    recu = classeur(
        ["Indicateur", "2021", "2022", "Remarques"],
        ["K33", None, None, "voir courrier"],
        ["Indicateur", "2021", "2022", "Remarques"],
        ["K20", 1, None, None],
    )
    assert dites(lues(recu)) == {
        ("K33", "", "", "", "", "commentaire=voir courrier"),
        ("K20", "", "", "", "2021", "valeur=1"),
    }


def test_mesures() -> None:
    recu = classeur(["Mesure", "Statut", "Fait le"], ["O2.A1.m1", "réalisée", "04/03/2022"])
    (proposee,) = proposer(recu, VOCABULAIRE)
    assert proposee.complete
    (ligne,) = lues(recu)
    assert ligne.mesure == "O2.A1.m1"
    assert [(champ, cell.texte) for champ, cell in ligne.cellules] == [
        (Champ.STATUT, "réalisée"),
        (Champ.FAIT_LE, "04/03/2022"),
    ]


def test_no_table() -> None:
    assert proposer(classeur(["Note de service"], ["Texte", "libre"]), VOCABULAIRE) == ()


# ------------------------------------------------------------------ parts of years


def test_months_take_the_year_told_above_each_file() -> None:
    def table(*above: list[Any]) -> Classeur:
        return classeur(*above, ["Indicateur", "Janvier", "Février"], ["K33", 1, 2])

    kept = la_disposition(table(["Bilan de l'année 2022"]))
    assert {ligne.periode for ligne in lire(table(["Bilan 2023"]), kept)} == {"2023-01", "2023-02"}
    assert {ligne.periode for ligne in lire(table(["2022-2023"]), kept)} == {"Janvier", "Février"}
    (proposee,) = proposer(table(), VOCABULAIRE)
    assert any("année" in doute for doute in proposee.doutes)
    (proposee,) = proposer(table(["Année 2022"]), VOCABULAIRE)
    assert proposee.doutes == ()


def test_months_take_the_year_of_their_row() -> None:
    recu = classeur(["Indicateur", "Année", "Janvier"], ["K33", 2021, 1], ["K33", 2022, 2])
    assert [ligne.periode for ligne in lues(recu)] == ["2021-01", "2022-01"]
    assert proposer(recu, VOCABULAIRE)[0].doutes == ()


@pytest.mark.parametrize(
    ("titre", "typed", "periode"),
    [
        ("Mois", "mars", "2022-03"),
        ("Mois", 3, "2022-03"),
        ("Trimestre", "T2", "2022-T2"),
        ("Trimestre", 2, "2022-T2"),
        ("Semestre", "1er semestre", "2022-S1"),
        ("Mois", "inconnu", "inconnu"),
    ],
)
def test_a_year_and_its_part_in_two_columns(titre: str, typed: Any, periode: str) -> None:
    for order in (1, -1):
        recu = classeur(["Indicateur", *["Année", titre][::order], "Valeur"],
                        ["K33", *[2022, typed][::order], 1])  # fmt: skip
        assert [ligne.periode for ligne in lues(recu)] == [periode]
        assert proposer(recu, VOCABULAIRE)[0].doutes == ()


def test_a_whole_period_under_mois_needs_no_year() -> None:
    recu = classeur(["Indicateur", "Mois", "Valeur"], ["K33", "mars 2022", 1])
    assert [ligne.periode for ligne in lues(recu)] == ["mars 2022"]
    assert proposer(recu, VOCABULAIRE)[0].doutes == ()
