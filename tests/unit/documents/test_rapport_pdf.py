import re
from dataclasses import replace

import pytest

from sdpd_desktop.documents import rapport_bilan, rapport_pdf
from sdpd_desktop.documents.pdf_grille import Grille
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.plan import Avancement, PlanDetails
from sdpd_desktop.domain.rapport import (
    Colonne,
    Groupe,
    Note,
    Paragraphe,
    Rangee,
    Section,
    Tableau,
    Texte,
)
from tests.unit.documents.echantillons import constat, rapport
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
    cover = pages(rapport_pdf.render(rapport()))[0]
    assert "Bilan 2022 Stratégie départementale" in cover
    assert "2 actions chiffrées sur 12" in cover
    assert "Chiffres arrêtés au 30/06/2022" in cover
    assert "Comparée à 2021" in cover
    assert "Diffusion interne" in cover
    assert "Mesures réalisées 25 % 12 sur 48" in cover
    assert "En retard 1 échéance dépassée" in cover


def test_parts_come_in_order_with_their_numbers() -> None:
    text = " ".join(pages(rapport_pdf.render(rapport()))[1:])
    titles = [
        "1. État des objectifs",
        "2. Indicateurs",
        "3. Évolutions",
        "4. Échéances",
        "5. Conventions",
        "6. FIPD par programme",
        "7. Autres financements",
        "8. Remarques",
        "Annexe – Toutes les actions Code Action et mesures",
        "Documents cités S1 : Stratégie départementale",
    ]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


def test_indicators_print_both_terms_variation_target_and_rate() -> None:
    text = texte(rapport_pdf.render(rapport()))
    assert "3 100 3 600 +500 +16,1 %" in text
    assert "5 400 fin 2022 45,25 %" in text
    assert "source : S1 l. 212" in text


def test_late_and_due_are_told_apart() -> None:
    text = texte(rapport_pdf.render(rapport()))
    assert "en retard 181" in text
    assert "dans 12 jours" in text
    assert "interprété : fin 2021" in text


def test_every_action_and_mesure_is_in_the_annex() -> None:
    report = rapport(11, 4, ("actions",))
    text = texte(rapport_pdf.render(report))
    for action in constat(11, 4).plan.actions():
        assert f"{action.code} " in text
        for mesure in action.mesures:
            assert f"{mesure.code} " in text


def test_a_long_table_repeats_its_header_on_each_page() -> None:
    annex = pages(rapport_pdf.render(rapport(11, 6, ("actions",))))[1:]
    assert "O11.A6.m4" in annex[-1]  # No blank page after it.
    assert len(annex) > 3
    assert all("Code Action et mesures Échéance Statut" in page for page in annex)


def test_no_title_of_an_objectif_or_an_action_ends_a_page() -> None:
    for actions in range(1, 9):
        for page in pages(rapport_pdf.render(rapport(11, actions, ("actions",))))[1:]:
            last = re.findall(r"O\d+\.?A?\d*\S*(?= [A-Z–])", page)[-1]
            assert ".m" in last, f"{actions} actions: {page[-80:]}"


@pytest.mark.parametrize("rows", range(20, 34))
def test_no_heading_ends_a_page(rows: int) -> None:
    columns = (Colonne("Un", 1), Colonne("Deux", 1))
    body = tuple(Rangee((Texte(f"a{n}"), Texte("b"))) for n in range(rows))
    sections = tuple(
        Section(f"s{n}", f"Partie {n}", (Tableau("T", columns, body),)) for n in range(6)
    )
    for page in pages(rapport_pdf.render(replace(rapport(), sections=sections)))[1:]:
        for heading in re.findall(r"\d\. Partie \d", page):
            after = page.split(heading)[1]
            assert re.match(r" T Un Deux a0", after), page


def test_a_note_stays_on_one_page_and_a_huge_one_flows() -> None:
    filler = Paragraphe("\n\n".join(f"Paragraphe {n}." for n in range(26)))
    note = Note("À retenir", tuple(f"Ligne {n} de la note." for n in range(12)))
    report = replace(rapport(), sections=(Section("s", "Partie", (filler, note)),))
    page = next(page for page in pages(rapport_pdf.render(report)) if "À retenir" in page)
    assert all(f"Ligne {n} de la note." in page for n in range(12))
    huge = Note("Sans fin", ("Une phrase de plus. " * 900,))
    report = replace(rapport(), sections=(Section("s", "Partie", (huge,)),))
    assert texte(rapport_pdf.render(report)).count("phrase") == 900


def test_many_titles_in_a_row_still_split() -> None:
    columns = (Colonne("Un", 1),)
    rows = tuple(Groupe(f"Titre {n}") for n in range(80))
    report = replace(rapport(), sections=(Section("s", "P", (Tableau("T", columns, rows),)),))
    text = texte(rapport_pdf.render(report))
    assert all(f"Titre {n}" in text for n in range(80))


def test_running_header_footer_and_page_numbers() -> None:
    found = pages(rapport_pdf.render(rapport()))
    for number, page in enumerate(found, 1):
        assert f"page {number} / {len(found)}" in page
        assert "Bureau de la sécurité intérieure" in page


def test_only_our_typefaces_and_all_embedded() -> None:
    found = fonts(rapport_pdf.render(rapport()))
    assert all("SourceSans3" in name for name in found)
    assert all(found.values())


def test_empty_tables_say_so_and_empty_parts_are_absent() -> None:
    bare = replace(
        constat(),
        indicateurs=(),
        echeances=(),
        conventions=(),
        objectifs=(),
        actions=0,
        chiffrees=0,
        avancement=Avancement(0, 0),
        plan=replace(constat().plan, axes=(), financements=(), remarques=()),
    )
    text = texte(rapport_pdf.render(rapport_bilan.bilan(bare)))
    assert "Rien n’est en retard" in text
    assert "Le plan n’a pas encore d’action." in text
    assert "0 action chiffrée sur 0" in text
    assert "Indicateurs" not in text
    assert "Conventions 0" in text


@pytest.mark.parametrize("length", [500, 20_000])
def test_huge_titles_flow_over_pages(length: int) -> None:
    title = ("Mesure au titre sans fin. " * (length // 26)) + "Dernier mot"
    facts = constat(1, 1)
    facts = replace(facts, plan=with_first_mesure(facts.plan, title))
    text = texte(rapport_pdf.render(rapport_bilan.bilan(facts)))
    assert "Dernier mot" in text
    assert text.count("Mesure au titre sans fin.") == length // 26


def test_a_character_the_typeface_lacks_is_refused() -> None:
    rows = (Rangee((Texte("Paris 東京"),)),)
    report = replace(
        rapport(), sections=(Section("s", "P", (Tableau("T", (Colonne("Un", 1),), rows),)),)
    )
    with pytest.raises(ValidationError, match="東"):
        rapport_pdf.render(report)


def test_words_of_a_cell_never_leave_it() -> None:
    columns = (Colonne("Un", 1), Colonne("Deux", 9))
    rows = (Rangee((Texte("anticonstitutionnellement/" * 4), Texte("b"))),)
    grille = Grille(Tableau("T", columns, rows), 200)
    cell = grille._rows[0].cellules[0]
    assert len(cell.blocs[0].lignes) > 8
    assert "".join(cell.blocs[0].lignes) == "anticonstitutionnellement/" * 4
