import re
from dataclasses import replace

import pytest

from sdpd_desktop.documents import bilan_pdf
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.plan import Avancement, PlanDetails
from tests.unit.documents.echantillons import bilan
from tests.unit.documents.lecture_pdf import fonts, pages, texte


def with_first_mesure(plan: PlanDetails, titre: str) -> PlanDetails:
    axe = plan.axes[0]
    objectif = axe.objectifs[0]
    action = objectif.actions[0]
    mesure = replace(action.mesures[0], titre=titre)
    action = replace(action, mesures=(mesure, *action.mesures[1:]))
    objectif = replace(objectif, actions=(action, *objectif.actions[1:]))
    axe = replace(axe, objectifs=(objectif, *axe.objectifs[1:]))
    return replace(plan, axes=(axe, *plan.axes[1:]))


def test_the_cover_says_what_the_report_covers() -> None:
    cover = pages(bilan_pdf.render(bilan()))[0]
    assert "Bilan 2022 Stratégie départementale" in cover
    assert "2 actions chiffrées sur 12" in cover
    assert "Chiffres arrêtés au 30/06/2022" in cover
    assert "Comparée à 2021" in cover
    assert "Mesures réalisées 25 % 12 sur 48" in cover
    assert "En retard 1 échéance dépassée" in cover


def test_parts_come_in_order_with_their_numbers() -> None:
    text = " ".join(pages(bilan_pdf.render(bilan()))[1:])
    titles = [
        "1. État des objectifs",
        "2. Indicateurs",
        "3. Échéances",
        "4. Conventions",
        "5. Financements",
        "6. Remarques",
        "Annexe – Toutes les actions Action et mesures",
    ]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


def test_only_the_parts_asked_for_are_printed() -> None:
    text = texte(bilan_pdf.render(replace(bilan(), sections=("echeances", "indicateurs"))))
    assert text.index("1. Échéances") < text.index("2. Indicateurs")
    assert "État des objectifs" not in text
    assert "O1.A1.m1" not in text
    annex_alone = pages(bilan_pdf.render(replace(bilan(1, 1), sections=("actions",))))
    assert len(annex_alone) == 2
    with pytest.raises(ValidationError, match="photos"):
        bilan_pdf.render(replace(bilan(), sections=("photos",)))


def test_indicators_print_both_terms_variation_target_and_rate() -> None:
    text = texte(bilan_pdf.render(bilan()))
    assert "3 100 3 600 +500 +16,1 % 5 400 au 31/12/2022 45,25 % +500 / +2 300" in text
    assert "– 12,5 % – en hausse sans cible" in text
    assert "source : S1 l. 212" in text


def test_late_and_due_are_told_apart() -> None:
    text = texte(bilan_pdf.render(bilan()))
    assert "en retard de 181 jours" in text
    assert "dans 12 jours" in text
    assert "interprété : fin 2021" in text


def test_every_action_and_mesure_is_in_the_annex() -> None:
    report = bilan(11, 4)
    text = texte(bilan_pdf.render(report))
    for action in report.plan.actions():
        assert f"{action.code} – " in text
        for mesure in action.mesures:
            assert f"{mesure.code} – " in text


def test_money_is_printed_and_unknown_amounts_are_not_zero() -> None:
    text = texte(bilan_pdf.render(bilan()))
    assert "258 000 € 120 000 € –" in text
    assert "45 500 € – –" in text


def test_a_long_table_repeats_its_header_on_each_page() -> None:
    found = pages(bilan_pdf.render(bilan(11, 6)))[1:]
    annex = [page for page in found if "Annexe – Toutes les actions" in page]
    assert len(annex) > 3
    assert all("Action et mesures Échéance Statut" in page for page in annex)


def test_no_title_of_an_objectif_or_an_action_ends_a_page() -> None:
    for actions in range(1, 9):
        report = replace(bilan(11, actions), sections=("actions",))
        for page in pages(bilan_pdf.render(report))[1:]:
            body = page.partition("Préfecture de Seine-et-Marne – Bureau")[0]
            last = re.findall(r"O\d+\S* –", body)[-1]
            assert ".m" in last, f"{actions} actions: {body[-80:]}"


def test_many_titles_in_a_row_still_split() -> None:
    report = bilan(40, 3)
    axe = report.plan.axes[0]
    bare = tuple(
        replace(o, actions=tuple(replace(a, mesures=()) for a in o.actions) if n % 2 else ())
        for n, o in enumerate(report.plan.objectifs())
    )
    plan = replace(report.plan, axes=(replace(axe, objectifs=bare),))
    text = texte(bilan_pdf.render(replace(report, plan=plan, sections=("actions",))))
    assert "O39 – " in text
    assert "O40.A3 – " in text


def test_running_header_footer_and_page_numbers() -> None:
    found = pages(bilan_pdf.render(bilan()))
    for number, page in enumerate(found, 1):
        assert f"page {number} / {len(found)}" in page
        assert "Bureau de la sécurité intérieure" in page


def test_only_our_typefaces_and_all_embedded() -> None:
    found = fonts(bilan_pdf.render(bilan()))
    assert all("SourceSans3" in name for name in found)
    assert all(found.values())


def test_same_data_same_bytes() -> None:
    assert bilan_pdf.render(bilan()) == bilan_pdf.render(bilan())


def test_empty_parts_say_so() -> None:
    empty = replace(
        bilan(),
        indicateurs=(),
        echeances=(),
        conventions=(),
        objectifs=(),
        actions=0,
        chiffrees=0,
        avancement=Avancement(0, 0),
        plan=replace(bilan().plan, axes=(), financements=(), remarques=()),
    )
    text = texte(bilan_pdf.render(empty))
    for sentence in (
        "Le plan n’a pas d’indicateur.",
        "Rien n’est en retard",
        "Aucune convention",
        "Aucun financement",
        "Aucune remarque.",
        "Le plan n’a pas encore d’action.",
        "0 action chiffrée sur 0",
    ):
        assert sentence in text


@pytest.mark.parametrize("length", [500, 20_000])
def test_huge_titles_flow_over_pages(length: int) -> None:
    title = ("Mesure au titre sans fin. " * (length // 26)) + "Dernier mot"
    report = bilan(1, 1)
    report = replace(report, plan=with_first_mesure(report.plan, title))
    assert "Dernier mot" in texte(bilan_pdf.render(report))
