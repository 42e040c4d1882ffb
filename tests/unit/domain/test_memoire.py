"""Partners are known by any of their names, on the day asked."""

import datetime as dt
from dataclasses import replace

import pytest

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.memoire import AliasDate, Annuaire, verifier_alias
from sdpd_desktop.domain.partenaire import PartenaireSummary

CHANGE = dt.date(2024, 1, 1)
EVE = dt.date(2023, 12, 31)


def partner(
    code: str, nom: str, *alias: str, jusqu_au: dt.date | None = None, depuis: dt.date | None = None
) -> PartenaireSummary:
    return PartenaireSummary(
        code, code, nom, "", "etat", None, "", False, depuis, jusqu_au, alias, (), "", ()
    )


PARTNERS = (
    partner("DDSP77", "Sécurité publique 77", "DDSP 77", jusqu_au=EVE),
    partner("DDPN77", "Police nationale 77", "DDPN 77", depuis=CHANGE),
    partner("GGD77", "Gendarmerie 77", "GGD 77", "GGD"),
)
ALIASES = (
    AliasDate("1", "DDSP77", "DIPN", None, EVE),
    AliasDate("2", "DDPN77", "DIPN", CHANGE, None),
)


@pytest.mark.parametrize(
    ("on", "nom", "codes"),
    [
        (EVE, "dipn", ("DDSP77",)),
        (CHANGE, "DIPN", ("DDPN77",)),
        (EVE, "DDSP_77", ("DDSP77",)),
        (CHANGE, "DDSP 77", ()),
        (CHANGE, "gendarmerie 77", ("GGD77",)),
        (CHANGE, "inconnu", ()),
    ],
)
def test_a_name_is_that_of_the_partner_of_the_day(
    on: dt.date, nom: str, codes: tuple[str, ...]
) -> None:
    assert Annuaire(PARTNERS, ALIASES, on).chercher(nom) == codes


HEIRS = (
    replace(PARTNERS[0], successeurs=(("DDPN77", CHANGE),)),
    *PARTNERS[1:],
    partner("SP", "Bureau de la sécurité", "DDPP", depuis=CHANGE),
    replace(
        partner("VIEUX", "Ancienne direction", "DDPP", "vieille direction", jusqu_au=EVE),
        successeurs=(("DDSP77", EVE),),
    ),
)


@pytest.mark.parametrize(
    ("nom", "codes"),
    [
        ("DDSP 77", ("DDPN77",)),
        ("DDPN 77", ("DDPN77",)),
        ("vieille direction", ("DDPN77", "DDSP77")),
        ("DDPP", ("SP",)),
    ],
)
def test_the_name_of_one_that_is_no_more_leads_to_who_took_over(
    nom: str, codes: tuple[str, ...]
) -> None:
    assert Annuaire(HEIRS, (), dt.date(2025, 3, 1)).chercher(nom) == codes


def test_names_hold_from_one_day_to_another() -> None:
    over = Annuaire(HEIRS, ALIASES, EVE, CHANGE)
    assert over.chercher("DDSP 77") == ("DDSP77",)
    assert over.chercher("DIPN") == ("DDPN77", "DDSP77")
    assert over.lignee("DDPN77") == {"DDPN77", "DDSP77", "VIEUX"}
    assert over.lignee("GGD77") == {"GGD77"}


@pytest.mark.parametrize(
    ("fichier", "codes"),
    [
        ("GGD77 - retour S1 (v2)", ("GGD77",)),
        ("bilan_DIPN_2023", ("DDSP77",)),
        ("retour du partenaire", ()),
        ("GGD 77 et DDSP 77", ("DDSP77", "GGD77")),
        ("aggdx", ()),
    ],
)
def test_a_file_name_names_partners_by_whole_words(fichier: str, codes: tuple[str, ...]) -> None:
    assert Annuaire(PARTNERS, ALIASES, EVE).reconnaitre(fichier) == codes


@pytest.mark.parametrize(
    ("nom", "depuis", "jusqu_au", "field"),
    [
        ("  ", None, None, "nom"),
        ("DIPN 77", CHANGE, EVE, "jusqu_au"),
        ("dipn", None, None, "nom"),
        ("DIPN", dt.date(2023, 6, 1), None, "nom"),
    ],
)
def test_a_name_that_cannot_be_given(
    nom: str, depuis: dt.date | None, jusqu_au: dt.date | None, field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        verifier_alias(nom, depuis, jusqu_au, ALIASES)
    assert refused.value.field == field


def test_a_name_may_pass_from_one_partner_to_another() -> None:
    earlier = (AliasDate("1", "DDSP77", "DIPN", None, EVE),)
    assert verifier_alias(" DIPN ", CHANGE, None, earlier) == "DIPN"
