"""What an office settles of an indicator, and the indicators it adds, on the real plans."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.formule import Formule, Operande, Operation
from sdpd_desktop.domain.indicateur import (
    NOUVEAU,
    Borne,
    Cible,
    EtatValeur,
    Grandeur,
    NatureCible,
    Periodicite,
    Reference,
    Sens,
)
from sdpd_desktop.domain.periode import parse_periode
from tests.support import SDPD, TODAY, count, plain, settle, somme

COURTS = ("RESSORT-MEAUX", "RESSORT-MELUN", "RESSORT-FONTAINEBLEAU")


def test_a_formula_is_settled_computed_undone_and_never_hides_values(services: Services) -> None:
    services.indicateurs.record(SDPD, "O4.A1.i2", "2022-T1", "20")
    with pytest.raises(ValidationError, match="a déjà 1 valeur"):
        settle(services, "O4.A1.i2", formule=somme("O4.A1.i1", "O4.A1.i3"), territoires=())
    made = settle(
        services, "O4.A1.i3", territoires=(),
        formule=Formule(Operation.DIFFERENCE, (Operande("O4.A1.i1"), Operande("O4.A1.i2"))),
    )  # fmt: skip
    assert made.formule is not None
    services.indicateurs.record(SDPD, "K19", "2022-T1", "29")
    found = services.indicateurs.releve(SDPD).valeur("O4.A1.i3", parse_periode("2022-T1"))
    assert found is not None
    assert (found.valeur, found.origine.etat) == (Decimal(9), EtatValeur.CALCULE)
    services.journal.undo(services.journal.history(2)[1].numero)
    assert services.indicateurs.get(SDPD, "O4.A1.i3").formule is None
    assert services.indicateurs.get(SDPD, "O4.A1.i3").territoires == COURTS


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"delai_jours": -1}, "délai"),
        ({"seuil_variation": Decimal(0)}, "seuil"),
        ({"decimales": 9}, "décimales"),
        ({"minimum": Decimal(5), "maximum": Decimal(4)}, "maximum"),
        ({"produit": "x" * 61}, "produit"),
        ({"territoires": ("DEP77",)}, "territoire du plan"),
        ({"territoires": ("LUNE",)}, "LUNE"),
        ({"fournisseur": "PERSONNE"}, "PERSONNE"),
        ({"formule": somme("O7.A1.i1", "O7.A1.i2")}, "tourne en rond"),
        ({"titre": "  "}, "Donnez un titre"),
        ({"titre": "x" * 301}, "300 caractères"),
        ({"nature": NatureCible.SUIVI}, "pas de cible datée"),
        ({"nature": NatureCible.LISTE}, "lieux nommés"),
        ({"nature": NatureCible.COUVRIR}, "numérateur"),
        ({"nature": NatureCible.JALON}, "livrable"),
        ({"unite": "jalon"}, "livrable"),
        ({"depart": Reference(None, Borne.EXACTE, None, "", "")}, "valeur de départ"),
        ({"depart": Reference(Decimal(1), Borne.EXACTE, None, "hier", "")}, "hier"),
        ({"cibles": ()}, "demande une cible"),
        ({"cibles": (Cible("", 1, None, None, "", None, ""),)}, "donnez son nombre"),
    ],
)
def test_settings_that_break_a_rule_change_nothing(
    services: Services, wrong: dict[str, Any], said: str
) -> None:
    before = count(services)
    with pytest.raises(UserError) as refused:
        settle(services, "K33", **wrong)
    assert said in plain(str(refused.value))
    assert count(services) == before


def test_settings_are_kept_and_the_same_again_is_no_changement(services: Services) -> None:
    kept: dict[str, Any] = {
        "methode": "recensement du BRDS", "delai_jours": 45, "seuil_variation": Decimal("12.5"),
        "definition_depuis": dt.date(2021, 1, 1), "produit": "caméra",
        "territoires": ("RESSORT-MELUN",), "minimum": Decimal(1), "maximum": Decimal(9000),
        "decimales": 1, "fournisseur": "DDSP77", "communicable": False,
        "titre": "Caméras en service", "nature": NatureCible.ATTEINDRE, "sens": Sens.STABLE,
        "grandeur": Grandeur.CUMUL, "periodicite": Periodicite.SEMESTRE, "unite": "appareils",
        "numerateur": "en panne", "denominateur": "posées", "source": "rapport du BRDS",
        "depart": Reference(Decimal(3000), Borne.ENVIRON, dt.date(2018, 6, 1), "2018", "selon X"),
    }  # fmt: skip
    made = settle(services, "K33", **kept)
    assert {name: getattr(made, name) for name in kept} == kept
    before = count(services)
    settle(services, "K33")
    assert count(services) == before


def test_several_dated_targets_are_kept_changed_and_put_back(services: Services) -> None:
    first = services.indicateurs.get(SDPD, "K33").cibles[0]
    wanted = (
        Cible("", 1, Decimal(200), dt.date(2021, 12, 31), "", None, ""),
        Cible("", 2, Decimal(400), dt.date(2022, 12, 31), "fin 2022", None, "K33"),
        Cible("", 3, Decimal(600), dt.date(2024, 12, 31), "", dt.date(2023, 1, 1), ""),
    )
    made = settle(services, "K33", cibles=wanted)
    assert [(c.rang, c.valeur, c.echeance, c.debut, c.reference) for c in made.cibles] == [
        (c.rang, c.valeur, c.echeance, c.debut, c.reference) for c in wanted
    ]
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    by_code = {s.indicateur.chiffre: s.taux for s in services.indicateurs.suivis(SDPD, TODAY)}
    assert by_code["K33"].libelle == "+181 / +400"  # The target of 2021 is past due.
    kept = settle(services, "K33", cibles=made.cibles[1:2])
    assert [c.valeur for c in kept.cibles] == [Decimal(400)]
    number = services.journal.history(1)[0].numero
    services.journal.undo(number)
    assert [c.valeur for c in services.indicateurs.get(SDPD, "K33").cibles] == [200, 400, 600]
    services.journal.undo(services.journal.history(4)[3].numero)
    assert services.indicateurs.get(SDPD, "K33").cibles == (first,)


def test_a_unit_never_changes_under_values(services: Services) -> None:
    services.indicateurs.record(SDPD, "K37", "2021-S1", "12")
    before = count(services)
    with pytest.raises(ValidationError, match="a déjà 1 valeur") as refused:
        settle(services, "K37", unite="kg")
    assert refused.value.field == "unite"
    assert count(services) == before
    assert settle(services, "K37", titre="Patrouilles dans les trains").titre.endswith("trains")


def test_an_indicator_of_the_offices_own_lives_like_the_others(services: Services) -> None:
    wanted = replace(
        NOUVEAU, titre=" Drones en service ", nature=NatureCible.ATTEINDRE, unite="drones",
        cibles=(Cible("", 1, Decimal(8), dt.date(2024, 12, 31), "", None, ""),),
        grandeur=Grandeur.STOCK,
    )  # fmt: skip
    known = {i.code for i in services.indicateurs.list_all(SDPD) if i.parent == "O7.A1"}
    made = services.indicateurs.creer(SDPD, "O7.A1", wanted)
    assert made.titre == "Drones en service"
    assert made.parent == "O7.A1"
    assert made.code not in known
    assert made.code.startswith("O7.A1.i")
    services.indicateurs.record(SDPD, made.code, "2022", "2")
    found = {s.indicateur.code: s.taux for s in services.indicateurs.suivis(SDPD, TODAY)}
    assert found[made.code].part == Decimal("0.25")
    assert services.recherche.search("drones en service")
    assert services.journal.history(2)[1].commande == f"créer l'indicateur {made.code}"
    services.journal.undo(services.journal.history(1)[0].numero)
    services.journal.undo(services.journal.history(3)[2].numero)
    assert made.code not in {i.code for i in services.indicateurs.list_all(SDPD)}


def test_an_indicator_of_the_whole_plan_and_refusals(services: Services) -> None:
    made = services.indicateurs.creer(SDPD, SDPD, replace(NOUVEAU, titre="Plaintes en ligne"))
    assert (made.code.partition(".")[0], made.parent) == ("P", SDPD)
    before = count(services)
    with pytest.raises(NotFoundError, match="O99"):
        services.indicateurs.creer(SDPD, "O99", replace(NOUVEAU, titre="Rien"))
    with pytest.raises(ValidationError, match="titre") as refused:
        services.indicateurs.creer(SDPD, "O7.A1", NOUVEAU)
    assert refused.value.field == "titre"
    assert count(services) == before
