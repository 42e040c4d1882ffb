"""Grids over any two axes of the real plans, and the part of one that changed."""

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.grille import Axe, Grille, VueGrille
from sdpd_desktop.domain.indicateur import EtatValeur, Reglages
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import TypePeriode, parse_periode
from sdpd_desktop.services import grilles
from tests.support import SDPD

YEARS = VueGrille(TypePeriode.ANNEE, 2020, 2022)
Y2021 = parse_periode("2021")


def number(grille: Grille, code: str, zone: Zone = Zone.ENSEMBLE) -> object:
    found = grille.valeurs.get((code, Y2021, grille.ici, zone))
    return found.valeur if found else None


@pytest.fixture
def k33(services: Services) -> str:
    services.indicateurs.record(SDPD, "K33", "2021", "3 500")
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    return services.indicateurs.get(SDPD, "K33").code


def test_indicators_stand_under_periods(services: Services, k33: str) -> None:
    services.indicateurs.record(SDPD, "K34", "2020", "170", zone=Zone.POLICE)
    grid = services.grilles.lire(SDPD, YEARS)
    assert [colonne.court for colonne in grid.colonnes] == ["2020", "2021", "2022"]
    assert [ligne.part for ligne in grid.lignes] == [
        i.code for i in services.indicateurs.list_all(SDPD)
    ]
    assert number(grid, k33) == 3600
    k34 = services.indicateurs.get(SDPD, "K34").code
    assert (k34, parse_periode("2020"), grid.ici, Zone.POLICE) not in grid.valeurs
    police = services.grilles.lire(SDPD, VueGrille(TypePeriode.ANNEE, 2020, 2022, zone=Zone.POLICE))
    assert {cle[3] for cle in police.valeurs} == {Zone.POLICE}


@pytest.mark.parametrize(("lignes", "colonnes"), list(permutations(Axe, 2)))
def test_any_two_axes_make_a_grid(services: Services, k33: str, lignes: Axe, colonnes: Axe) -> None:
    vue = VueGrille(TypePeriode.ANNEE, 2020, 2022, lignes, colonnes, k33, "2021")
    grid = services.grilles.lire(SDPD, vue)
    assert {r.axe for r in grid.lignes} == {lignes}
    assert {r.axe for r in grid.colonnes} == {colonnes}
    cells = [grid.cle(ligne, colonne) for ligne in grid.lignes for colonne in grid.colonnes]
    assert len(set(cells)) == len(grid.lignes) * len(grid.colonnes)
    assert (k33, Y2021, grid.ici, Zone.ENSEMBLE) in cells
    assert number(grid, k33) == 3600
    assert set(grid.valeurs) <= set(cells)


def test_a_missing_part_falls_back_on_what_makes_sense(services: Services) -> None:
    vue = VueGrille(
        TypePeriode.MOIS, 2020, 2022, Axe.TERRITOIRE, Axe.ZONE, "nulle-part", "2019", "nulle-part"
    )
    grid = services.grilles.lire(SDPD, vue)
    first = services.indicateurs.list_all(SDPD)[0].code
    assert grid.fixe == (first, parse_periode("2022-05"), grid.ici, Zone.ENSEMBLE)
    assert grid.lignes[0].libelle == "Seine-et-Marne"
    assert len(grid.lignes) == len(grid.territoires) > 1


def test_years_and_axes_are_checked(services: Services) -> None:
    with pytest.raises(ValidationError, match="trente années"):
        services.grilles.lire(SDPD, VueGrille(TypePeriode.ANNEE, 2022, 2020))
    with pytest.raises(ValidationError, match="même nature"):
        services.grilles.lire(SDPD, VueGrille(TypePeriode.ANNEE, 2020, 2022, Axe.ZONE, Axe.ZONE))


def test_only_what_changed_is_read_again(services: Services, k33: str) -> None:
    grid = services.grilles.lire(SDPD, YEARS)
    again = services.grilles.lire(SDPD, YEARS, grid)
    assert (again.partielle, again.valeurs, again.suivis) == (True, {}, {})
    services.indicateurs.record(SDPD, "K33", "2021", "3 700")
    services.indicateurs.record("CRACK61-2023", "O1.A2.i3", "2022", "5", confirme=True)
    again = services.grilles.lire(SDPD, YEARS, grid)
    assert set(again.suivis) == {k33}
    assert number(again, k33) == 3700
    assert again.numero > grid.numero
    assert not services.grilles.lire(SDPD, YEARS).partielle
    other = VueGrille(TypePeriode.ANNEE, 2020, 2021)
    assert not services.grilles.lire(SDPD, other, grid).partielle


def test_what_is_computed_from_a_value_changes_with_it(services: Services) -> None:
    computed = next(i for i in services.indicateurs.list_all(SDPD) if i.formule is not None)
    assert computed.formule is not None
    source = computed.formule.operandes[0].indicateur
    grid = services.grilles.lire(SDPD, YEARS)
    services.indicateurs.record(SDPD, source, "2021", "7", confirme=True)
    again = services.grilles.lire(SDPD, YEARS, grid)
    assert set(again.suivis) >= {source, computed.code}
    whole = services.grilles.lire(SDPD, YEARS)
    cle = (computed.code, Y2021, grid.ici, Zone.ENSEMBLE)
    assert again.valeurs.get(cle) == whole.valeurs.get(cle)
    total = services.indicateurs.get(SDPD, "K33").code
    services.indicateurs.record(SDPD, total, "2021", "1", zone=Zone.POLICE)
    services.indicateurs.record(SDPD, total, "2021", "2", zone=Zone.GENDARMERIE)
    again = services.grilles.lire(SDPD, YEARS, grid)
    assert number(again, total) == 3
    assert again.valeurs[total, Y2021, grid.ici, Zone.ENSEMBLE].origine.etat is EtatValeur.CALCULE


def test_undoing_locking_and_settling_read_everything_again(services: Services, k33: str) -> None:
    grid = services.grilles.lire(SDPD, YEARS)
    services.indicateurs.record(SDPD, "K34", "2021", "180")
    services.journal.undo(services.journal.history(1)[0].numero)
    assert not services.grilles.lire(SDPD, YEARS, grid).partielle
    grid = services.grilles.lire(SDPD, YEARS)
    services.clotures.clore(SDPD, "2021")
    closed = services.grilles.lire(SDPD, YEARS, grid)
    assert not closed.partielle
    lock = closed.cloture(Y2021)
    assert lock is not None
    assert closed.cloture(parse_periode("2021-03")) == lock
    assert closed.cloture(parse_periode("2022")) is None
    indicateur = services.indicateurs.get(SDPD, k33)
    reglages = Reglages.de(indicateur)
    services.indicateurs.regler(SDPD, k33, replace(reglages, methode="comptées sur place"))
    assert not services.grilles.lire(SDPD, YEARS, closed).partielle


def test_what_stands_out_is_told_with_the_values(services: Services, k33: str) -> None:
    reglages = Reglages.de(services.indicateurs.get(SDPD, k33))
    services.indicateurs.regler(SDPD, k33, replace(reglages, seuil_variation=Decimal(10)))
    services.indicateurs.record(SDPD, k33, "2020", "1 000", confirme=True)
    grid = services.grilles.lire(SDPD, YEARS)
    flags = grid.signalements[k33, Y2021, grid.ici, Zone.ENSEMBLE]
    assert "seuil" in flags[0].texte


@pytest.mark.parametrize(("lignes", "colonnes"), list(permutations(Axe, 2)))
def test_a_plan_without_indicators_has_no_rows(
    services: Services, monkeypatch: pytest.MonkeyPatch, lignes: Axe, colonnes: Axe
) -> None:
    monkeypatch.setattr(grilles, "indicateurs_of", lambda _work, _plan: ())
    grid = services.grilles.lire(SDPD, VueGrille(TypePeriode.ANNEE, 2020, 2022, lignes, colonnes))
    assert (grid.lignes, grid.valeurs, grid.suivis) == ((), {}, {})
