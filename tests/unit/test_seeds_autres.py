"""The plans of Noisiel/Torcy, Pas-de-Calais, Calais and Alençon, and the two conventions."""

import datetime as dt
import re
from collections import Counter
from decimal import Decimal

import pytest

from sdpd_desktop.assets import asset_path
from sdpd_desktop.documents.reference import read_reference_data
from sdpd_desktop.domain.indicateur import Borne, Grandeur
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Role
from sdpd_desktop.domain.reference import (
    ActionReference,
    ConventionReference,
    IndicateurReference,
    MesureReference,
    PlanReference,
    ReferenceData,
)

# Plan: its source, the number of lines of that source, its figures.
PLANS = {
    "QRR77-2019": ("S0", 47, range(1, 5)),
    "PADRSQ62-2025": ("S2", 13, range(5, 11)),
    "PSQCALAIS-2018": ("S3", 44, range(11, 14)),
    "CRACK61-2023": ("S4", 14, range(14, 22)),
}

# Figure: the nature of each indicator that restates it; "mesure" for a commitment.
NATURES = {
    "P01": ["suivi"],
    "P02": ["suivi"],
    "P03": ["jalon", "jalon"],
    "P04": ["contexte"],
    "P05": ["contexte", "contexte"],
    "P06": ["suivi"],
    "P07": ["contexte", "suivi"],
    "P08": ["suivi", "suivi"],
    "P09": ["mesure", "mesure"],
    "P10": ["contexte"],
    "P11": ["contexte"],
    "P12": ["jalon", "jalon"],
    "P13": ["mesure"],
    "P14": ["suivi"],
    "P15": ["suivi", "suivi", "suivi", "suivi"],
    "P16": ["suivi", "suivi", "suivi"],
    "P17": ["jalon"],
    "P18": ["direction"],
    "P19": ["contexte"],
    "P20": ["mesure"],
    "P21": ["contexte"],
}


@pytest.fixture(scope="module")
def data() -> ReferenceData:
    return read_reference_data()


def plan_of(data: ReferenceData, code: str) -> PlanReference:
    return next(plan for plan in data.plans if plan.code == code)


def convention_of(data: ReferenceData, code: str) -> ConventionReference:
    return next(convention for convention in data.conventions if convention.code == code)


def action_of(plan: PlanReference, code: str) -> ActionReference:
    return next(action for action in plan.actions if action.code == code)


def figures(plan: PlanReference, reference: str) -> list[IndicateurReference]:
    return [item for item in plan.indicateurs if item.reference == reference]


def mesures(plan: PlanReference) -> list[MesureReference]:
    return [mesure for action in plan.actions for mesure in action.mesures]


def test_the_five_plans_and_the_two_conventions_ship(data: ReferenceData) -> None:
    assert {plan.code for plan in data.plans} == {*PLANS, "SDPD77-2020"}
    assert {item.code for item in data.conventions} == {"CLCT77-2019", "CROSS77-2019"}


def test_every_figure_stands_in_its_plan_with_its_kind(data: ReferenceData) -> None:
    for code, (source, _, numbers) in PLANS.items():
        plan = plan_of(data, code)
        assert plan.source == source
        found: dict[str, list[str]] = {}
        for indicateur in plan.indicateurs:
            found.setdefault(indicateur.reference, []).append(indicateur.nature.value)
        for mesure in mesures(plan):
            if mesure.reference:
                found.setdefault(mesure.reference, []).append("mesure")
        expected = {f"P{number:02}": NATURES[f"P{number:02}"] for number in numbers}
        assert {reference: sorted(kinds) for reference, kinds in found.items()} == expected


@pytest.mark.parametrize("code", PLANS)
def test_the_tree_is_complete_and_numbered_in_order(data: ReferenceData, code: str) -> None:
    plan = plan_of(data, code)
    assert [axe.code for axe in plan.axes] == [f"AX{n}" for n in range(1, len(plan.axes) + 1)]
    assert {objectif.axe for objectif in plan.objectifs} == {axe.code for axe in plan.axes}
    ranks: Counter[str] = Counter()
    for action in plan.actions:
        ranks[action.objectif] += 1
        assert action.code == f"{action.objectif}.A{ranks[action.objectif]}"
        assert [m.code for m in action.mesures] == [
            f"m{n}" for n in range(1, len(action.mesures) + 1)
        ]
        assert action.mesures
        assert action.engagements
    assert set(ranks) == {objectif.code for objectif in plan.objectifs}


@pytest.mark.parametrize("code", PLANS)
def test_every_part_names_a_line_of_its_source(data: ReferenceData, code: str) -> None:
    plan = plan_of(data, code)
    last = PLANS[code][1]
    lines = [
        *(axe.ligne for axe in plan.axes),
        *(objectif.ligne for objectif in plan.objectifs),
        *(action.ligne for action in plan.actions),
        *(mesure.ligne for mesure in mesures(plan)),
        *(indicateur.ligne for indicateur in plan.indicateurs),
        *(financement.ligne for financement in plan.financements),
    ]
    assert all(1 <= line <= last for line in lines)


@pytest.mark.parametrize("code", PLANS)
def test_values_of_the_sources_belong_to_a_period(data: ReferenceData, code: str) -> None:
    for indicateur in plan_of(data, code).indicateurs:
        for valeur in indicateur.valeurs:
            assert parse_periode(valeur.periode).code == valeur.periode
        if indicateur.depart.periode:
            parse_periode(indicateur.depart.periode)


def test_nobody_is_made_a_pilote(data: ReferenceData) -> None:
    for code in PLANS:
        for action in plan_of(data, code).actions:
            assert Role.PILOTE not in {engagement.role for engagement in action.engagements}


def test_deal_points_hold_the_year_and_the_year_before(data: ReferenceData) -> None:
    (points,) = figures(plan_of(data, "PADRSQ62-2025"), "P06")
    assert [(v.periode, v.valeur) for v in points.valeurs] == [
        ("2023", Decimal(46)),
        ("2024", Decimal(75)),
    ]


def test_percentages_without_base_stay_context(data: ReferenceData) -> None:
    plan = plan_of(data, "PADRSQ62-2025")
    shares = [*figures(plan, "P05"), *(i for i in figures(plan, "P07") if i.unite == "%")]
    assert [i.depart.valeur for i in shares] == [Decimal("14.8"), Decimal("8.8"), Decimal(30)]
    assert all(not share.cibles and share.remarques for share in shares)


def test_more_than_twelve_thousand_is_a_bound(data: ReferenceData) -> None:
    victimes = figures(plan_of(data, "PADRSQ62-2025"), "P07")[0]
    assert victimes.depart.valeur == 12000
    assert victimes.depart.borne is Borne.PLUS_DE
    assert victimes.valeurs[0].borne is Borne.PLUS_DE


def test_staff_of_pas_de_calais_is_told_apart(data: ReferenceData) -> None:
    staff = figures(plan_of(data, "PADRSQ62-2025"), "P08")
    assert {i.unite: i.depart.valeur for i in staff} == {"policiers": 3240, "gendarmes": 1053}


def test_first_yearly_report_is_due_in_2025(data: ReferenceData) -> None:
    dated = [m for m in mesures(plan_of(data, "PADRSQ62-2025")) if m.echeance]
    assert [(m.reference, m.echeance) for m in dated] == [("P09", dt.date(2025, 12, 31))]
    assert dated[0].interpretee


def test_seizures_are_grams_and_never_added(data: ReferenceData) -> None:
    seizures = figures(plan_of(data, "CRACK61-2023"), "P15")
    assert {i.titre.split()[0]: i.depart.valeur for i in seizures} == {
        "Cannabis": 27000,
        "Crack": 95,
        "Héroïne": 900,
        "Cocaïne": 500,
    }
    for indicateur in seizures:
        assert indicateur.unite == "g"
        assert indicateur.grandeur is Grandeur.CUMUL
        assert "ne s'additionnent jamais" in indicateur.remarques[0]


def test_staff_of_alencon_keeps_its_doubt(data: ReferenceData) -> None:
    staff = figures(plan_of(data, "CRACK61-2023"), "P16")
    assert [i.depart.valeur for i in staff] == [3, 5, 68]
    assert re.search(r"60 ou de 65", staff[-1].remarques[0])


def test_flow_control_unit_is_a_milestone_already_reached(data: ReferenceData) -> None:
    (unit,) = figures(plan_of(data, "CRACK61-2023"), "P17")
    assert [(v.periode, v.valeur) for v in unit.valeurs] == [("2022-01", Decimal(1))]


def test_money_over_several_years_is_not_divided(data: ReferenceData) -> None:
    plan = plan_of(data, "CRACK61-2023")
    assert [(f.source.value, f.annee, f.annee_fin, f.prevu) for f in plan.financements] == [
        ("FIPD", 2023, None, None),
        ("ARS", 2023, 2025, 258000),
    ]
    assert "86\u00a0000\u00a0€" in plan.financements[1].remarque
    (credits_,) = figures(plan, "P19")
    assert credits_.depart.valeur == 258000
    (engagement,) = action_of(plan, "O5.A1").engagements
    assert (engagement.partenaire, engagement.role) == ("ARS-NORMANDIE", Role.FINANCEUR)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (
            "PADRSQ62-2025",
            "drones · zones urbaines · milieu rural · services fiscaux · blanchiment · en sécurité"
            " · patrouilles régulières · gardes statiques · réservistes · bilan annuel",
        ),
        (
            "PSQCALAIS-2018",
            "créneaux horaires · commerces · débits de boissons · forces mobiles · formation"
            " spécifique · caméras-piétons · tablettes · véhicules de BAC · délégué du quartier"
            " · conseil de quartier · conseil citoyen · réserve citoyenne · réserve civile"
            " · réunions de quartier · réseaux sociaux · permanence d'accueil · adresses mail"
            " · accueil des victimes · avec le maire · services de l'État · collectivités"
            " · bailleurs sociaux · transports en commun · éducation nationale"
            " · autorité judiciaire",
        ),
        (
            "CRACK61-2023",
            "second équipage · fin de journée · la nuit · flux routiers · flux ferroviaires"
            " · investigation · se prépare · bail · 60 caméras · programme de développement"
            " · milieu scolaire · relais anti-drogue · publics vulnérables"
            " · contrat de sécurité intégrée",
        ),
        ("QRR77-2019", "PSQ · neuf policiers · CLCT · CROSS · GIR 77"),
    ],
)
def test_each_commitment_is_a_mesure(data: ReferenceData, plan: str, words: str) -> None:
    titles = [m.titre.replace("\u00a0", " ") for m in mesures(plan_of(data, plan))]
    missing = [w for w in words.split(" · ") if not any(w in title for title in titles)]
    assert missing == []


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ("QRR77-2019", "zonages superposés · psq ici · opérationnel sur les stupéfiants"
         " · groupe interrégional"),
        ("PADRSQ62-2025", "sans valeur absolue · minimum · n'augmenteront pas"),
        ("PSQCALAIS-2018", "c'est un début · aucune valeur"),
        ("CRACK61-2023", "préfecture de l'orne · 60 ou de 65 · période sans fin écrite"),
    ],
)  # fmt: skip
def test_contradictions_are_remarks(data: ReferenceData, plan: str, words: str) -> None:
    found = plan_of(data, plan)
    remarks = " ".join(
        (
            *found.remarques,
            *(remark for axe in found.axes for remark in axe.remarques),
            *(remark for action in found.actions for remark in action.remarques),
            *(remark for mesure in mesures(found) for remark in mesure.remarques),
            *(remark for indicateur in found.indicateurs for remark in indicateur.remarques),
        )
    )
    text = remarks.replace("\u00a0", " ").casefold()
    assert [word for word in words.split(" · ") if word not in text] == []


def test_clct_binds_the_prefete_and_the_procureure(data: ReferenceData) -> None:
    clct = convention_of(data, "CLCT77-2019")
    assert [partie.partenaire for partie in clct.parties] == ["PREF77", "PARQUET-MEAUX"]
    assert [(s.nom, s.genre.value) for s in clct.signataires] == [
        ("Béatrice Abollivier", "f"),
        ("Dominique Laurens", "f"),
    ]
    assert clct.signataires[1].qualite.endswith("près le tribunal de grande instance de Meaux")
    assert clct.territoire == "QRR-NOISIEL-TORCY"
    assert clct.presidence.startswith("Coprésidence")
    assert clct.champs == (
        "stupéfiants",
        "armes",
        "prostitution",
        "économie souterraine",
        "trafics de voitures",
    )


def test_cross_binds_two_services_without_prefet_or_territory(data: ReferenceData) -> None:
    cross = convention_of(data, "CROSS77-2019")
    assert [partie.partenaire for partie in cross.parties] == ["DDSP77", "DRPJ-VERSAILLES"]
    assert [s.nom for s in cross.signataires] == ["Philippe Justo", ""]
    assert cross.territoire == ""
    assert cross.presidence == ""
    assert not any("préf" in s.qualite for s in cross.signataires)


@pytest.mark.parametrize("code", ["CLCT77-2019", "CROSS77-2019"])
def test_conventions_ship_unsigned(data: ReferenceData, code: str) -> None:
    convention = convention_of(data, code)
    assert convention.etat.value == "a_signer"
    assert convention.signature_prevue == dt.datetime(2019, 7, 4, 17)
    assert convention.lieu == "hôtel de police de Noisiel"
    assert "4 juillet 2019 à 17 h" in convention.remarques[0].replace("\u00a0", " ")
    assert any("clause" in remark for remark in convention.remarques)
    assert [a.contenu.value for a in convention.annexes] == [
        "actions",
        "indicateurs",
        "composition",
    ]
    assert {link.plan for link in convention.actions_liees} == {"QRR77-2019"}


@pytest.mark.parametrize(
    "name",
    [*(f"plans/{code}.toml" for code in PLANS), "conventions/CLCT77-2019.toml",
     "conventions/CROSS77-2019.toml"],
)  # fmt: skip
def test_french_typography(name: str) -> None:
    text = asset_path("db", "seeds", *name.split("/")).read_text("utf-8")
    strings = re.findall(r'"([^"]*)"', text)
    faults = r" [:;?!»%€]|« |’|(?<=\d) \d{3}(?!\d)|[^\u00a0][;?!»]"
    assert [string for string in strings if re.search(faults, string)] == []
