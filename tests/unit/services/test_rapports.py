"""Reports on the real plans: every kind, what is masked, what is written, what is issued."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.documents.apercu import page_count
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, ValidationError
from sdpd_desktop.domain.graphique import Graphique
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.rapport import (
    Diffusion,
    OptionsRapport,
    Paragraphe,
    Rangee,
    Rapport,
    Section,
    SectionNarratif,
    Tableau,
    Texte,
    TypeRapport,
)
from sdpd_desktop.domain.texte import natural_key
from tests.support import SDPD, TODAY, plain, reopen, settle
from tests.unit.documents.lecture_pdf import texte

LATE = ["O1.A1.m1", "O1.A1.m2", "O1.A1.m4", "O8.A2.m1", "O10.A1.m2"]
PLANS = ("QRR77-2019", SDPD, "PADRSQ62-2025", "PSQCALAIS-2018", "CRACK61-2023")
COMMUNICABLE = OptionsRapport(diffusion=Diffusion.COMMUNICABLE)
OBJETS = {
    TypeRapport.ACTION: {SDPD: "O7.A1"},
    TypeRapport.PARTENAIRE: {SDPD: "DDSP77"},
    TypeRapport.TERRITOIRE: {SDPD: "DEP77"},
}


def options(services: Services, type_: TypeRapport, plan: str) -> OptionsRapport:
    if type_ not in OBJETS:
        return OptionsRapport()
    objet = OBJETS[type_].get(plan) or services.rapports.objets(type_, plan)[0].code
    return OptionsRapport(objet=objet)


def part(rapport: Rapport, code: str) -> Section:
    return next(section for section in rapport.sections if section.code == code)


def table(rapport: Rapport, code: str) -> Tableau:
    return next(block for block in part(rapport, code).blocs if isinstance(block, Tableau))


def row(rapport: Rapport, code: str, first: str) -> tuple[Texte, ...]:
    for line in table(rapport, code).rangees:
        if isinstance(line, Rangee) and line.cellules[0].texte == first:
            return line.cellules
    raise AssertionError(f"no row {first}")


def said(cell: Texte) -> str:
    return plain(f"{cell.texte} | {cell.note}" if cell.note else cell.texte)


def bilan(services: Services, periode: str = "2021", **choices: object) -> Rapport:
    return services.rapports.contenu(
        TypeRapport.BILAN,
        SDPD,
        periode,
        OptionsRapport(**choices),  # type: ignore[arg-type]
    )


# ------------------------------------------------------------------ every kind


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("type_", TypeRapport)
def test_every_kind_of_report_of_every_plan_is_written(
    services: Services, tmp_path: Path, plan: str, type_: TypeRapport
) -> None:
    later = services if plan in (SDPD, "QRR77-2019", "PSQCALAIS-2018") else None
    if later is None:
        later = reopen(services, dt.date(2025, 12, 31))
    try:
        choices = options(later, type_, plan)
        year = str(later.clock.today().year)
        for suffix in (".pdf", ".xlsx", ".odt"):
            out = later.rapports.ecrire(type_, plan, year, tmp_path / f"r{suffix}", choices)
            assert out.stat().st_size > 1000
        report = later.rapports.contenu(type_, plan, year, choices)
        assert report.sections
        assert report.plan == plan
    finally:
        if later is not services:
            later.close()


def test_kinds_say_what_they_let_choose(services: Services) -> None:
    details = {d.type: d for d in services.rapports.types()}
    assert set(details) == set(TypeRapport)
    assert details[TypeRapport.ACTION].objet == "Action"
    assert len(services.rapports.objets(TypeRapport.ACTION, SDPD)) == 46
    partners = services.rapports.objets(TypeRapport.PARTENAIRE, SDPD)
    assert "DDSP77" in [choice.code for choice in partners[:60]]
    assert services.rapports.territoires(SDPD)[0].code == "DEP77"
    assert partners[0].libelle == "Acteurs de l'insertion professionnelle"
    assert services.rapports.objets(TypeRapport.BILAN, SDPD) == ()


def test_parts_come_in_the_reports_order_and_only_those_asked_for(services: Services) -> None:
    report = bilan(services, sections=("actions", "objectifs"))
    assert [section.code for section in report.sections] == ["objectifs", "actions"]
    assert "Parties" in [line.libelle for line in report.filtres]
    assert sum(isinstance(line, Rangee) for line in table(report, "objectifs").rangees) == 12
    with pytest.raises(ValidationError, match="annexes"):
        bilan(services, sections=("annexes",))


def test_a_part_without_data_is_absent(services: Services) -> None:
    codes = [section.code for section in bilan(services).sections]
    assert "conventions" not in codes
    assert "faits_marquants" not in codes
    assert "territoires" not in codes
    qrr = services.rapports.contenu(TypeRapport.BILAN, "QRR77-2019", "2021")
    assert "conventions" in [section.code for section in qrr.sections]


def test_what_cannot_be_is_refused(services: Services, tmp_path: Path) -> None:
    rapports = services.rapports
    with pytest.raises(UserError, match="n'a pas encore commencé"):
        bilan(services, "2023")
    with pytest.raises(NotFoundError, match="SDPD78"):
        rapports.contenu(TypeRapport.BILAN, "SDPD78", "2022")
    with pytest.raises(ValidationError, match="choisissez de quoi"):
        rapports.contenu(TypeRapport.ACTION, SDPD, "2022")
    with pytest.raises(NotFoundError, match="O99"):
        rapports.contenu(TypeRapport.ACTION, SDPD, "2022", OptionsRapport(objet="O99.A1"))
    with pytest.raises(NotFoundError, match="ATLANTIDE"):
        bilan(services, territoire="ATLANTIDE")
    with pytest.raises(ValidationError, match=r"\.odt"):
        rapports.ecrire(TypeRapport.BILAN, SDPD, "2021", tmp_path / "b.docx")
    with pytest.raises(StorageError, match="absent"):
        rapports.ecrire(TypeRapport.BILAN, SDPD, "2021", tmp_path / "absent" / "b.pdf")


# --------------------------------------------------------------------- figures


def test_the_bilan_shows_both_terms_their_variation_target_and_rate(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2020", "3 500")
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    services.plans.tick(SDPD, "O7.A1.m1", dt.date(2021, 5, 1))
    report = bilan(services)
    assert report.arrete_le == dt.date(2021, 12, 31)
    cells = [said(cell) for cell in row(report, "indicateurs", "K33")]
    assert cells[2:] == [
        "3 500", "3 600", "+100 | +2,9 %", "3 819 | fin 2022", "45,25 % | +181 / +400",
    ]  # fmt: skip
    values = [cell.valeur for cell in row(report, "indicateurs", "K33")[2:]]
    assert [float(v) for v in values[:4] if v is not None and not isinstance(v, dt.date)] == [
        3500, 3600, 100, 3819,
    ]  # fmt: skip
    total = row(report, "objectifs", "")
    assert [cell.valeur for cell in total[2:3]] == [46]


def test_the_pas_de_calais_compares_75_with_46(services: Services) -> None:
    later = reopen(services, dt.date(2025, 6, 30))
    try:
        report = later.rapports.contenu(TypeRapport.BILAN, "PADRSQ62-2025", "2024")
        cells = [said(cell) for cell in row(report, "indicateurs", "P06")]
        assert cells[2:5] == ["46", "75", "+29 | +63,0 %"]
    finally:
        later.close()


def test_a_wrong_published_variation_is_computed_again(services: Services) -> None:
    services.indicateurs.record(SDPD, "K05", "2020", "611")
    services.indicateurs.record(SDPD, "K05", "2021", "448")
    cells = row(bilan(services), "indicateurs", "K05")
    assert said(cells[4]).startswith("−163")


def test_a_shorter_period_stands_in_and_says_so(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2022-S1", "3 600")
    cells = row(bilan(services, "2022"), "indicateurs", "K33")
    assert said(cells[3]) == "3 600 | 1er semestre 2022"
    assert bilan(services, "2022").arrete_le == TODAY


def test_a_figure_for_context_is_told_with_its_date(services: Services) -> None:
    report = bilan(services)
    cells = {code: row(report, "indicateurs", code) for code in ("C01", "C03", "C05", "C07", "C08")}
    assert said(cells["C03"][3]) == "20 | au départ"
    assert cells["C03"][3].valeur == 20
    assert said(cells["C01"][3]) == "4,3 % | 2018"
    assert said(cells["C07"][3]) == "moins de 20 000 | au départ"
    assert cells["C07"][3].valeur is None
    assert "chiffre de contexte : Noisiel/Torcy" in said(cells["C05"][1])
    assert "bihebdomadaire ou mensuelle" in said(cells["C08"][1])
    outside = bilan(services, diffusion=Diffusion.COMMUNICABLE)
    assert said(row(outside, "indicateurs", "C05")[3]) == "< 5 | au départ"
    assert said(row(outside, "indicateurs", "C03")[3]) == "20 | au départ"


def test_why_a_figure_is_not_told_stands_under_the_title_not_in_a_narrow_cell(
    services: Services,
) -> None:
    services.indicateurs.record(SDPD, "K33", "2020", "3 500")
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    settle(services, "K33", definition_depuis=dt.date(2021, 1, 1))
    cells = row(bilan(services), "indicateurs", "K33")
    assert said(cells[4]) == "–"
    assert "non comparable : la définition a changé le 01/01/2021" in said(cells[1])
    unknown = row(bilan(services), "indicateurs", "K20")
    assert said(unknown[6]) == "–"
    assert "pas de taux : aucune valeur" in said(unknown[1])


def test_zones_and_territories_have_their_own_tables_and_charts(services: Services) -> None:
    _by_zone(services, "2021", "40", "60")
    for code, value in (("INSEE-77337", "30"), ("INSEE-77379", "12")):
        services.indicateurs.record(SDPD, "K05", "2021", value, territoire=_known(services, code))
    report = bilan(services)
    assert [said(c) for c in row(report, "zones", "Police")][2] == "40"
    assert [said(c) for c in row(report, "zones", "Ensemble")][2] == "100"
    charts = [b for b in part(report, "territoires").blocs if isinstance(b, Graphique)]
    assert len(charts) == 1
    assert "30" in plain(charts[0].description_texte)


def _by_zone(services: Services, periode: str, police: str, gendarmerie: str) -> None:
    services.indicateurs.record(SDPD, "K05", periode, police, zone=Zone.POLICE)
    services.indicateurs.record(SDPD, "K05", periode, gendarmerie, zone=Zone.GENDARMERIE)


def _known(services: Services, code: str) -> str:
    """Return the code of a commune of the directory: the one named, else the next one."""
    with services.plans._ground.database.read() as work:
        communes = [t.code for t in work.partenaires.territoires() if t.nature == "commune"]
    wanted = int(code[-3:]) % len(communes)
    return communes[wanted]


def test_legends_tell_what_s1_is(services: Services) -> None:
    report = bilan(services)
    assert [line.libelle for line in report.sources] == ["S1"]
    assert "2020-2024" in report.sources[0].valeur
    data = services.rapports.apercu_pdf(TypeRapport.BILAN, SDPD, "2021")
    assert texte(data).count("Documents cités") == 1
    bare = bilan(services, sections=("objectifs",))
    assert bare.sources == ()


def test_a_convention_tells_its_source_too(services: Services) -> None:
    assert [line.libelle for line in services.rapports.sources()] == ["S0", "S1", "S2", "S3", "S4"]
    said = texte(services.conventions.render_pdf("CLCT77-2019"))
    assert "Document S0 Communiqué" in said
    assert "03/07/2019" in said


def test_late_things_are_listed_with_who_answers(services: Services) -> None:
    report = services.rapports.contenu(TypeRapport.RETARDS, SDPD, "2022-06")
    late = [line.cellules[1].texte for line in table(report, "retards").rangees
            if isinstance(line, Rangee)]  # fmt: skip
    assert sorted(late, key=natural_key) == LATE
    days = [line.cellules[4].valeur for line in table(report, "retards").rangees
            if isinstance(line, Rangee)]  # fmt: skip
    assert days == sorted(days, key=lambda day: -int(str(day)))
    assert table(report, "responsables").rangees
    services.plans.tick(SDPD, late[0], TODAY)
    again = services.rapports.contenu(TypeRapport.RETARDS, SDPD, "2022-06")
    assert len(table(again, "retards").rangees) == len(late) - 1


def test_a_partner_answers_for_its_collectives_too(services: Services) -> None:
    chosen = OptionsRapport(objet="UM77")
    report = services.rapports.contenu(TypeRapport.PARTENAIRE, SDPD, "2022", chosen)
    roles = [said(line.cellules[2]) for line in table(report, "engagements").rangees
             if isinstance(line, Rangee)]  # fmt: skip
    assert any("au titre de" in role for role in roles)
    assert any("au titre de" not in role for role in roles)


# ------------------------------------------------------------- two-page brief


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("length", [0, 40, 18_000])
def test_the_brief_fits_two_pages(services: Services, plan: str, length: int) -> None:
    later = reopen(services, dt.date(2025, 12, 31))
    try:
        text = ("Une phrase de plus sur la situation. " * (length // 37 + 1))[:length]
        for section in (
            SectionNarratif.FAITS_MARQUANTS, SectionNarratif.FREINS, SectionNarratif.PERSPECTIVES,
        ):  # fmt: skip
            later.rapports.enregistrer_narratif(plan, "2025", section, text)
        data = later.rapports.apercu_pdf(TypeRapport.NOTE, plan, "2025")
        assert page_count(data) <= 2
        if length > 1000:
            assert "Suite dans le bilan." in texte(data)
    finally:
        later.close()


# --------------------------------------------------------------------- masking


def test_outside_the_office_interne_indicators_and_notes_are_left_out(services: Services) -> None:
    services.plans.tick(SDPD, "O7.A1.m1", TODAY, Statut.REALISEE, "vu avec M. le maire")
    inside, outside = bilan(services, "2022"), bilan(
        services, "2022", diffusion=Diffusion.COMMUNICABLE
    )  # fmt: skip
    told = {i.code for i in services.indicateurs.list_all(SDPD) if i.communicable}
    every = {i.code for i in services.indicateurs.list_all(SDPD)}
    rows_inside = len(table(inside, "indicateurs").rangees)
    assert (rows_inside, len(table(outside, "indicateurs").rangees)) == (len(every), len(told))
    assert "vu avec" in str(inside)
    assert "vu avec" not in str(outside)
    assert any("communicable" in line for line in outside.avertissements)


def test_small_counts_are_masked_with_what_would_tell_them(services: Services) -> None:
    _by_zone(services, "2020", "20", "30")
    _by_zone(services, "2021", "3", "47")
    report = bilan(services, diffusion=Diffusion.COMMUNICABLE)
    police, gendarmerie = row(report, "zones", "Police"), row(report, "zones", "Gendarmerie")
    assert said(police[2]) == "< 5"
    assert said(gendarmerie[2]) == "masqué"
    assert said(row(report, "zones", "Ensemble")[2]) == "50"
    assert said(police[3]) == "–"  # The variation would give it away.
    assert [cell.valeur for cell in police[2:]] == [None, None]
    assert said(row(bilan(services), "zones", "Police")[2]) == "3"
    data = services.rapports.apercu_pdf(
        TypeRapport.BILAN,
        SDPD,
        "2021",
        OptionsRapport(("zones",), diffusion=Diffusion.COMMUNICABLE),
    )
    assert "47" not in texte(data)


def test_the_rate_and_the_chart_of_a_masked_value_are_masked(services: Services) -> None:
    services.indicateurs.record(SDPD, "K23", "2019", "8")
    services.indicateurs.record(SDPD, "K23", "2020", "9")
    services.indicateurs.record(SDPD, "K23", "2021", "3")
    cells = row(bilan(services, diffusion=Diffusion.COMMUNICABLE), "indicateurs", "K23")
    assert [said(cell) for cell in (cells[3], cells[6])] == ["< 5", "masqué"]
    report = bilan(services, diffusion=Diffusion.COMMUNICABLE)
    charts = [b for b in part(report, "graphiques").blocs if isinstance(b, Graphique)]
    chart = next(c for c in charts if c.titre.startswith("K23"))
    assert chart.series[0].valeurs[-1] is None


def test_the_threshold_is_the_offices(services: Services) -> None:
    services.indicateurs.record(SDPD, "K05", "2021", "7")
    assert (
        said(row(bilan(services, diffusion=Diffusion.COMMUNICABLE), "indicateurs", "K05")[3]) == "7"
    )
    settings = services.parametres.get()
    services.parametres.save(replace(settings, seuil_diffusion=10))
    cells = row(bilan(services, diffusion=Diffusion.COMMUNICABLE), "indicateurs", "K05")
    assert said(cells[3]) == "< 10"
    with pytest.raises(ValidationError, match="seuil"):
        services.parametres.save(replace(settings, seuil_diffusion=0))


# ------------------------------------------------------- narrative and register


def test_what_people_write_is_kept_printed_and_undone(services: Services) -> None:
    rapports = services.rapports
    rapports.enregistrer_narratif(SDPD, "2021", SectionNarratif.FREINS, "Les retours tardent.\r\n")
    assert rapports.narratif(SDPD, "2021").texte(SectionNarratif.FREINS) == "Les retours tardent."
    assert rapports.narratif(SDPD, "2020").textes == ()
    block = part(bilan(services), "freins").blocs[0]
    assert block == Paragraphe("Les retours tardent.")
    rapports.enregistrer_narratif(SDPD, "2021", SectionNarratif.FREINS, "Autre chose.")
    last = services.journal.undoable()
    assert last is not None
    assert "Freins" in last.commande
    services.journal.undo(last.numero)
    assert rapports.narratif(SDPD, "2021").texte(SectionNarratif.FREINS) == "Les retours tardent."
    rapports.enregistrer_narratif(SDPD, "2021", SectionNarratif.FREINS, "  ")
    assert rapports.narratif(SDPD, "2021").textes == ()
    assert services.journal.verify().ok
    with pytest.raises(ValidationError, match="réduisez"):
        rapports.enregistrer_narratif(SDPD, "2021", SectionNarratif.FREINS, "x" * 20_001)


def test_the_quarterly_analysis_puts_what_people_wrote_first(services: Services) -> None:
    services.rapports.enregistrer_narratif(
        SDPD, "2022-T2", SectionNarratif.PERCEPTION, "Les habitants saluent la présence."
    )
    services.plans.tick(SDPD, "O7.A1.m1", dt.date(2022, 5, 3))
    services.indicateurs.record(SDPD, "K05", "2022-T2", "80")
    report = services.rapports.contenu(TypeRapport.ANALYSE, SDPD, "2022-T2")
    assert [section.code for section in report.sections][:2] == ["perception", "indicateurs"]
    assert row(report, "realise", "O7.A1.m1")[3].texte == "réalisée"
    assert len(table(report, "indicateurs").rangees) == 1
