"""The files of ``db/seeds``: the strategy of Seine-et-Marne, the directory, and their writing."""

import datetime as dt
import re
from collections import Counter
from decimal import Decimal

import pytest

from sdpd_desktop.documents.reference import read_reference_data
from sdpd_desktop.documents.reference_checks import departements_of, names_of
from sdpd_desktop.domain.plan import Role
from sdpd_desktop.domain.reference import (
    IndicateurReference,
    PartenaireReference,
    PlanReference,
    ReferenceData,
)
from sdpd_desktop.domain.taux import taux
from sdpd_desktop.domain.texte import search_key
from tests.unit.domain.fabrique import cible, indicateur, observation

LAST_LINE = 176  # of the source of the strategy

FIN_2019, FIN_2020 = dt.date(2019, 12, 31), dt.date(2020, 12, 31)
FIN_2021, FIN_2022 = dt.date(2021, 12, 31), dt.date(2022, 12, 31)

# Figure: parent, nature, baseline, last N, its due date. K02 and K24 stand apart.
FIGURES: dict[str, tuple[str, str, str | None, str | None, dt.date | None]] = {
    "K01": ("O1.A1", "couvrir", None, "75", FIN_2020),
    "K03": ("O1.A1", "plancher_annuel", None, "1", None),
    "K04": ("O1.A1", "jalon", None, "1", FIN_2020),
    "K05": ("O2.A1", "direction", "298", None, None),
    "K06": ("O2.A2", "maintenir", "5", "5", None),
    "K07": ("O2.A2", "liste", None, "6", FIN_2022),
    "K08": ("O2.A2", "liste", "0", "3", FIN_2022),
    "K09": ("O2.A2", "jalon", "0", "1", FIN_2022),
    "K10": ("O2.A2", "couvrir", None, "100", None),
    "K11": ("O3.A1", "couvrir", None, "100", FIN_2022),
    "K12": ("O3.A1", "suivi", None, None, None),
    "K13": ("O3.A1", "direction", None, None, None),
    "K14": ("O3.A2", "liste", None, "3", FIN_2022),
    "K15": ("O3.A2", "plancher_annuel", None, "10", None),
    "K16": ("O3.A5", "atteindre", None, "350", FIN_2022),
    "K17": ("O3.A5", "direction", None, None, None),
    "K18": ("O3.A6", "couvrir", None, "100", None),
    "K19": ("O4.A1", "multiplier", "29", "2", None),
    "K20": ("O4.A2", "atteindre", "280", "300", FIN_2022),
    "K21": ("O4.A3", "atteindre", "1", "2", FIN_2022),
    "K22": ("O4.A4", "contexte", "18", None, None),
    "K23": ("O4.A4", "atteindre", "5", "10", FIN_2022),
    "K25": ("O4.A6", "couvrir", None, "100", None),
    "K26": ("O4.A6", "jalon", None, "1", None),
    "K27": ("O4.A6", "jalon", None, "1", None),
    "K28": ("O5.A1", "liste", "3", "3", None),
    "K29": ("O5.A2", "maintien_annuel", "50", "50", FIN_2022),
    "K30": ("O5.A2", "couvrir", None, "100", None),
    "K31": ("O5.A3", "cumuler", "0", "2", FIN_2022),
    "K32": ("O5.A3", "jalon", None, "1", None),
    "K33": ("O7.A1", "ajouter", "3419", "400", FIN_2022),
    "K34": ("O7.A1", "atteindre", "170", "200", FIN_2022),
    "K35": ("O8.A2", "jalon", None, "1", FIN_2019),
    "K36": ("O8.A2", "jalon", None, "1", None),
    "K37": ("O8.A3", "direction", None, None, None),
    "K38": ("O8.A4", "jalon", None, "1", None),
    "K39": ("O9.A1", "atteindre", None, "10", None),
    "K40": ("O9.A2", "multiplier", "64", "2", FIN_2022),
    "K41": ("O10.A1", "atteindre", "0", "4", FIN_2021),
    "K42": ("O10.A1", "jalon", None, "1", None),
    "C01": ("O4", "contexte", "4.3", None, None),
    "C02": ("O4", "contexte", "11.5", None, None),
    "C03": ("O6", "contexte", "20", None, None),
    "C04": ("O6", "contexte", "2", None, None),
    "C05": ("O6", "contexte", "1", None, None),
    "C06": ("O8", "contexte", "26", None, None),
    "C07": ("O7", "contexte", "20000", None, None),
    "C08": ("O1.A3", "contexte", None, None, None),
    "C09": ("O4.A3", "contexte", "1", None, None),
}

# Action: its cell « Responsables », as the source separates (or forgets to separate) the names.
RESPONSABLES = {
    "O1.A1": "Préfecture, Sous-préfectures, parquets, coordonnateurs CLSP/D/CISP/D UM77",
    "O1.A2": "DDSP, GGD77, CISPD / CLSPD",
    "O1.A3": "DDSP",
    "O2.A1": "DDSP",
    "O2.A2": "Préfecture (BSIR)",
    "O3.A1": "Education Nationale, sous-préfet politique de la ville",
    "O3.A2": "SP ville, PJJ, acteurs de l'insertion professionnelle",
    "O3.A3": "Pôle emploi, Missions locales, Cap emploi, "
    "Structures d'insertion par l'activité économique (SIAE)",
    "O3.A4": "DIRECCTE, PJJ, Service pénitentiaire d'insertion et de probation (SPIP) "
    "en qualité de prescripteur.",
    "O3.A5": "Union des maires du 77 (UM 77), Communes, Parquets, SPIP, PJJ, "
    "Référent Territorial de l'Agence Nationale du TIG",
    "O3.A6": "Education Nationale",
    "O3.A7": "Education nationale, CAF, GGD77, DDSP",
    "O3.A8": "DDSP (focus sur le QRR de Noisiel), Polices municipales, CLSPD (CISPD), "
    "Bailleurs sociaux, délégués du préfet",
    "O3.A9": "France victime 77 AVIMEJ CD Préfecture Parquets",
    "O3.A10": "Parquets Préfecture",
    "O4.A1": "Parquets CD77 CRIF en qualité d'opérateurs financiers France victime 77 AVIMEJ "
    "SOS Femmes",
    "O4.A2": "DDCS",
    "O4.A3": "Parquets, DDCS",
    "O4.A4": "DDCS, SIAO, parquets",
    "O4.A5": "DDSP, GGD77 Parquets Coordonnateurs CLSPD CISPD",
    "O4.A6": "Education nationale, CD77, préfecture (BSIR, politique de la ville, communication) "
    "Parquets CLSPD/CISPD",
    "O5.A1": "DDSP GGD77 France VICTIMES 77 AVIMEJ CD77",
    "O5.A2": "DDSP, GGD77, Polices municipales CD77",
    "O5.A3": "Préfecture, CD77, UM77",
    "O5.A4": "CD77, UM77, ARS",
    "O5.A5": "Parquets CISPD/CLSPD DDSP et GGD",
    "O6.A1": "DDSP, GGD77",
    "O6.A2": "DDSP, GGD77, CISPD/CLSPD",
    "O6.A3": "Parquets, DDSP, GGD77",
    "O6.A4": "Préfecture ARS SPIP PJJ",
    "O7.A1": "Collectivités, préfecture (BRDS)",
    "O7.A2": "Préfecture, sous-préfectures, EPCI, UM77",
    "O7.A3": "DDT, UM77, préfecture (BRDS)",
    "O8.A1": "GGD77",
    "O8.A2": "GGD77, chambre d'agriculture",
    "O8.A3": "GGD77, SNCF",
    "O8.A4": "Sous-préfet de Torcy, Chambre consulaire, Fédération du bâtiment, DDSP, GGD77, UM77",
    "O9.A1": "DDSP, GGD77, Chambres consulaires, préfecture",
    "O9.A2": "GGD77, DDSP, communes",
    "O10.A1": "Préfecture, UM77, GIP",
    "O10.A2": "Préfecture, GGD77, DDSP, DDCS GIP",
    "O10.A3": "UM77, préfecture",
    "O11.A1": "Préfecture (Sécurité routière)",
    "O11.A2": "Procureurs, Préfecture (Sécurité routière), SPIP",
    "O11.A3": "Préfecture (Sécurité routière), Parquets",
    "O11.A4": "Préfecture (Sécurité routière), DDSP, GGD77, CRS",
}

# What stands between two names of a cell.
BETWEEN = re.compile(
    r"[ ,.]+|et\b|en qualite d'operateurs financiers|en qualite de prescripteur|\([^)]*\)"
)

# Doubt of the source: the object that says so, and words of its remark.
DOUBTS = [
    ("SDPD77-2020", "46 actions"),
    ("K22", "21 ≠ 18"),
    ("K22", "Fontainebleau"),
    ("K06", "6 commissariats"),
    ("K07", "Chelles"),
    ("O2.A2", "9 ou 10 postes"),
    ("K19", "« en fonction des besoins »"),
    ("K19", "lignes actives"),
    ("K19", "un début, non une échéance"),
    ("K19", "dotation, attribués, en stock"),
    ("K40", "64 à 128"),
    ("K33", "3 819"),
    ("SDPD77-2020", "« fin 2022 »"),
    ("K15", "repart de zéro"),
    ("K29", "repart de zéro"),
    ("K31", "Se cumule"),
    ("SDPD77-2020", "Horizons"),
    ("K35", "précède"),
    ("K01", "Deux conditions"),
    ("K01", "dénominateur"),
    ("SDPD77-2020", "Sigles"),
    ("SDPD77-2020", "alias"),
    ("SDPD77-2020", "séparés"),
    ("O4.A4", "ACJUSE"),
    ("O4.A1", "financeurs"),
    ("O10.A1", "en cours de révision"),
    ("O3.A2", "titre"),
    ("O4.A5", "rien à mesurer"),
    ("SDPD77-2020", "conversion"),
    ("O8.A2", "O9.A1"),
    ("O6", "se recouvrent"),
    ("QRR-NOISIEL-TORCY", "se recouvrent"),
    ("C08", "bimensuelle"),
    ("AVIMEJ", "un seul partenaire"),
    ("CLSPD77", "« Comités »"),
    ("GIR77", "Interrégional"),
]


@pytest.fixture(scope="module")
def data() -> ReferenceData:
    return read_reference_data()


@pytest.fixture(scope="module")
def plan(data: ReferenceData) -> PlanReference:
    return next(plan for plan in data.plans if plan.code == "SDPD77-2020")


@pytest.fixture(scope="module")
def directory(data: ReferenceData) -> dict[str, PartenaireReference]:
    """Every name a reader of the strategy may meet, with the partner it means."""
    return {
        name: item
        for item in data.partenaires
        if "DEP77" in departements_of(item.territoire, data.territoires)
        for name in names_of(item)
    }


def figure(plan: PlanReference, reference: str) -> IndicateurReference:
    (found,) = [item for item in plan.indicateurs if item.reference == reference]
    return found


def test_plans_come_in_the_order_of_their_sources(data: ReferenceData) -> None:
    assert [(plan.source, plan.code) for plan in data.plans] == [
        ("S0", "QRR77-2019"),
        ("S1", "SDPD77-2020"),
        ("S2", "PADRSQ62-2025"),
        ("S3", "PSQCALAIS-2018"),
        ("S4", "CRACK61-2023"),
    ]


def test_the_tree_is_whole(plan: PlanReference) -> None:
    assert len(plan.axes) == 3
    assert [objectif.axe for objectif in plan.objectifs] == (
        ["AX1"] * 2 + ["AX2"] * 3 + ["AX3"] * 6
    )
    assert [objectif.code for objectif in plan.objectifs] == [f"O{n}" for n in range(1, 12)]
    actions = Counter(action.objectif for action in plan.actions)
    assert list(actions.values()) == [3, 2, 10, 6, 5, 4, 3, 4, 2, 3, 4]
    for objectif in plan.objectifs:
        codes = [action.code for action in plan.actions if action.objectif == objectif.code]
        assert codes == [f"{objectif.code}.A{n}" for n in range(1, len(codes) + 1)]
    assert len(plan.actions) == 46


def test_every_action_has_checkable_mesures_with_their_line(plan: PlanReference) -> None:
    for action in plan.actions:
        codes = [mesure.code for mesure in action.mesures]
        assert codes == [f"m{n}" for n in range(1, len(codes) + 1)], action.code
        assert codes, action.code
        assert {mesure.ligne for mesure in action.mesures} == {action.ligne}
    lines = [action.ligne for action in plan.actions]
    assert lines == sorted(lines)
    assert len(set(lines)) == 46
    assert 1 <= lines[0] <= lines[-1] <= LAST_LINE
    assert sum(len(action.mesures) for action in plan.actions) == 119


def test_every_figure_is_there_once(plan: PlanReference) -> None:
    references = [item.reference for item in plan.indicateurs if item.reference]
    references += [c.reference for i in plan.indicateurs for c in i.cibles if c.reference]
    references += [m.reference for a in plan.actions for m in a.mesures if m.reference]
    expected = [f"K{n:02}" for n in range(1, 43)] + [f"C{n:02}" for n in range(1, 10)]
    assert sorted(references) == sorted(expected)


@pytest.mark.parametrize("reference", FIGURES)
def test_figure(plan: PlanReference, reference: str) -> None:
    parent, nature, depart, valeur, echeance = FIGURES[reference]
    item = figure(plan, reference)
    assert (item.parent, item.nature.value) == (parent, nature)
    assert item.depart.valeur == (Decimal(depart) if depart else None)
    if valeur is None:
        assert item.cibles == ()
    else:
        assert (item.cibles[0].valeur, item.cibles[0].echeance) == (Decimal(valeur), echeance)
        assert bool(item.cibles[0].interpretee) == (echeance is not None)


@pytest.mark.parametrize(
    ("reference", "periode", "valeur", "part"),
    [
        ("K33", "2021", "3600", "0.4525"),
        ("K20", "2021", "290", "0.5"),
        ("K29", "2021", "48", "0.96"),
        ("K23", "2021", "5", "0"),
        ("K19", "2022-T1", "29", "0"),
        ("K19", "2022-T1", "58", "1"),
        ("K19", "2022-T1", "60", "1"),
        ("K40", "2021", "96", "0.5"),
    ],
)
def test_a_value_gives_the_rate_the_field_expects(
    plan: PlanReference, reference: str, periode: str, valeur: str, part: str
) -> None:
    item = figure(plan, reference)
    cibles = [cible(c.valeur, c.echeance, c.debut, n) for n, c in enumerate(item.cibles, 1)]
    suivi = indicateur(
        item.nature,
        *cibles,
        depart=item.depart.valeur,
        sens=item.sens,
        grandeur=item.grandeur,
        periodicite=item.periodicite,
    )
    obtenu = taux(suivi, [observation(periode, valeur)], dt.date(2022, 6, 30), plan.debut, plan.fin)
    assert obtenu.part == Decimal(part)


def test_figures_that_are_more_than_one_target(plan: PlanReference) -> None:
    second = figure(plan, "K01").cibles[1]
    assert (second.reference, second.valeur, second.echeance) == ("K02", Decimal(100), FIN_2021)
    (k24,) = [m for a in plan.actions for m in a.mesures if m.reference == "K24"]
    assert (k24.echeance, k24.interpretee) == (FIN_2022, "fin 2022")
    assert k24 in next(a for a in plan.actions if a.code == "O4.A5").mesures
    assert figure(plan, "K33").depart.date == dt.date(2019, 1, 1)
    assert figure(plan, "K19").cibles[0].debut == dt.date(2020, 1, 1)
    for reference in ("K29", "K31"):
        assert figure(plan, reference).cibles[0].debut == dt.date(2019, 1, 1)
    assert len(figure(plan, "K07").sites) == 6
    assert figure(plan, "K08").sites == ("Melun", "Montereau-Fault-Yonne", "Villeparisis")
    assert figure(plan, "K14").sites == ("Meaux", "CAMVS", "Nemours")
    assert figure(plan, "K28").sites == ("Melun", "Moissy-Cramayel", "Chelles")
    assert figure(plan, "K29").fournisseur == "DDSP77"
    assert {i.code for i in plan.indicateurs if i.fournisseur} == {"O5.A2.i1"}


def test_a_commitment_with_a_date_has_it_on_its_mesure(plan: PlanReference) -> None:
    dated = {
        f"{action.code}.{mesure.code}": mesure.echeance
        for action in plan.actions
        for mesure in action.mesures
        if mesure.echeance
    }
    years = Counter(echeance.year for echeance in dated.values())
    assert years == {2019: 1, 2020: 2, 2021: 2, 2022: 23}
    assert dated["O8.A2.m1"] == FIN_2019
    assert dated["O10.A1.m2"] == FIN_2021
    assert all(
        mesure.interpretee == f"fin {mesure.echeance.year}"
        for action in plan.actions
        for mesure in action.mesures
        if mesure.echeance
    )


def read_cell(cell: str, directory: dict[str, PartenaireReference]) -> list[str]:
    """Return the partners named, taking the longest name that fits at each place."""
    text, found, position = search_key(cell), list[str](), 0
    names = sorted(directory, key=len, reverse=True)
    while position < len(text):
        here = (name for name in names if text.startswith(name, position))
        name = next((n for n in here if not text[position + len(n) :][:1].isalnum()), "")
        if name:
            found.append(directory[name].code)
            position += len(name)
            continue
        gap = BETWEEN.match(text, position)
        assert gap, f"« {text[position:]} » ne désigne aucun partenaire"
        position = gap.end()
    return found


def test_every_responsable_of_the_source_is_engaged(
    plan: PlanReference, directory: dict[str, PartenaireReference]
) -> None:
    engaged = {a.code: [e.partenaire for e in a.engagements] for a in plan.actions}
    assert engaged == {code: read_cell(cell, directory) for code, cell in RESPONSABLES.items()}


def test_roles_are_those_the_source_states(plan: PlanReference) -> None:
    stated = {
        (action.code, engagement.partenaire): engagement.role
        for action in plan.actions
        for engagement in action.engagements
        if engagement.role is not Role.RESPONSABLE
    }
    assert stated == {
        ("O3.A4", "SPIP77"): Role.PRESCRIPTEUR,
        ("O4.A1", "CD77"): Role.FINANCEUR,
        ("O4.A1", "CRIF"): Role.FINANCEUR,
    }
    precisions = {
        (action.code, engagement.precision)
        for action in plan.actions
        for engagement in action.engagements
        if engagement.precision and action.objectif != "O11"
    }
    assert precisions == {
        ("O2.A2", "BSIR"),
        ("O3.A8", "focus QRR de Noisiel"),
        ("O4.A6", "BSIR, politique de la ville, communication"),
        ("O7.A1", "BRDS"),
        ("O7.A3", "BRDS"),
    }


def test_money_is_what_the_source_names(plan: PlanReference) -> None:
    named = [(item.objet, item.source.value) for item in plan.financements]
    assert named == [
        ("SDPD77-2020", "FIPD"),
        ("O2.A2", "FIPD"),
        ("O2.A2", "communes"),
        ("O2.A2", "CD"),
        ("O2.A2", "CAF"),
        ("O3.A10", "DILCRAH"),
        ("O4.A1", "CD"),
        ("O4.A1", "autre"),
        ("O4.A6", "FIPD"),
        ("O4.A6", "BOP147"),
        ("O6.A4", "MILDECA"),
    ]
    assert all(item.prevu is None for item in plan.financements)
    (bandes,) = [action for action in plan.actions if action.code == "O3.A8"]
    assert any("TFPB" in remarque for remarque in bandes.remarques)


@pytest.mark.parametrize(("code", "words"), DOUBTS)
def test_a_doubt_of_the_source_is_said_beside_its_object(
    data: ReferenceData, plan: PlanReference, code: str, words: str
) -> None:
    remarques = {plan.code: plan.remarques}
    remarques |= {item.code: item.remarques for item in plan.objectifs}
    remarques |= {item.code: item.remarques for item in plan.actions}
    remarques |= {item.code: item.remarques for item in data.partenaires}
    remarques |= {item.code: item.remarques for item in data.territoires}
    remarques |= {item.reference: item.remarques for item in plan.indicateurs if item.reference}
    plain = " ".join(remarques[code]).replace("\u00a0", " ")
    assert words in plain
