"""Recorded crime figures next to a plan's: proposed, applied, imported again, undone."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.indicateur import (
    Consolidation,
    EtatValeur,
    Indicateur,
    NatureCible,
    Observation,
    Presence,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.ssmsi import SECRET
from sdpd_desktop.persistence import retour_rows
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow
from tests import fabrique_ssmsi as made
from tests.support import SDPD, count, plain, values

LATER = dt.date(2026, 3, 1)
CAMBRIOLAGES, VOLS = "Cambriolages de logement", "Vols de véhicule"
CODE = "SSMSI.COM.CAMBRIOLAGES-LOGEMENT.I"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return made.texte(
        tmp_path / made.NOM_COMMUNALE,
        made.COMMUNALE,
        [
            made.commune("77284", 2023, CAMBRIOLAGES, 355),
            made.commune("77284", 2024, CAMBRIOLAGES, 341),
            made.commune("77288", 2024, CAMBRIOLAGES, None),
            made.commune("77284", 2024, VOLS, 0, "Véhicule"),
            made.commune("77999", 2024, VOLS, 8, "Véhicule"),
            made.commune("62193", 2024, VOLS, 8, "Véhicule"),
        ],
    )


def context(services: Services, plan: str = SDPD) -> dict[str, Indicateur]:
    found = services.indicateurs.list_all(plan)
    return {i.code: i for i in found if i.code.startswith("SSMSI.")}


def cell(
    services: Services, code: str, periode: str, place: str, zone: Zone = Zone.ENSEMBLE,
    plan: str = SDPD,
) -> tuple[Observation, ...]:  # fmt: skip
    return services.indicateurs.history(plan, code, parse_periode(periode), place, zone)


def test_each_series_becomes_a_context_indicator_with_its_values(
    office: Services, base: Path
) -> None:
    before = count(office)
    proposition = office.ssmsi.propose(base, SDPD)
    assert count(office) == before, "a proposition changes nothing"
    assert proposition.comptes()[Verdict.NOUVEAU] == 4
    assert proposition.questions == ()
    assert proposition.departement == "77"
    assert [(s.serie.titre, s.nouvelle, s.valeurs, s.secretes) for s in proposition.series] == [
        (CAMBRIOLAGES, True, 3, 1),
        (VOLS, True, 1, 0),
    ]
    assert proposition.series[0].par_annee == ((2023, 1), (2024, 2))
    done = office.ssmsi.apply(proposition)
    assert (done.nouveaux, done.modifies, done.series) == (4, 0, 2)
    assert count(office) == before + 1, "one gesture, one changement"
    indicateur = context(office)[CODE]
    assert (indicateur.nature, indicateur.parent, indicateur.unite) == (
        NatureCible.CONTEXTE,
        SDPD,
        "infractions",
    )
    assert "n'est pas un résultat du plan" in indicateur.methode
    assert indicateur.source == (
        "SSMSI, base communale, millésime 2024 (géographie 2025, produit le 04/06/2025)"
    )
    (value,) = cell(office, CODE, "2024", "MEAUX")
    assert (value.valeur, value.consolidation) == (Decimal(341), Consolidation.CONSOLIDE)
    assert value.origine.etat is EtatValeur.IMPORTE
    assert value.origine.fichier == base.name
    assert value.origine.empreinte == proposition.lu.empreinte
    assert value.origine.cellule == "ligne 3"
    assert value.origine.changement == done.changement
    (zero,) = cell(office, "SSMSI.COM.VOLS-VEHICULE.VH", "2024", "MEAUX")
    assert (zero.valeur, zero.presence) == (Decimal(0), Presence.VALEUR)


def test_a_value_under_secrecy_is_neither_zero_nor_missing(office: Services, base: Path) -> None:
    office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    (secret,) = cell(office, CODE, "2024", "MELUN")
    assert (secret.valeur, secret.presence) == (None, Presence.NON_RENSEIGNE)
    assert secret.commentaire == SECRET


def test_importing_again_changes_nothing(office: Services, base: Path) -> None:
    office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    journal, stored = count(office), values(office)
    again = office.ssmsi.propose(base, SDPD)
    assert again.comptes()[Verdict.INCHANGE] == 4
    assert again.applicables() == ()
    assert office.ssmsi.apply(again).changement is None
    assert (count(office), values(office)) == (journal, stored)


def test_a_newer_edition_supersedes_and_an_older_one_does_not(
    office: Services, base: Path, tmp_path: Path
) -> None:
    office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    newer = made.texte(
        tmp_path / "donnee-comm-data.gouv-2025-geographie2026-produit-le2026-02-03.csv",
        made.COMMUNALE.replace("2025", "2026"),
        [
            made.commune("77284", 2024, CAMBRIOLAGES, 340),
            made.commune("77288", 2024, CAMBRIOLAGES, 12),
            made.commune("77284", 2025, CAMBRIOLAGES, 300),
        ],
    )
    proposition = office.ssmsi.propose(newer, SDPD)
    counts = proposition.comptes()
    assert (counts[Verdict.NOUVEAU], counts[Verdict.MODIFIE]) == (1, 2)
    changed = [line for line in proposition.lignes if line.verdict is Verdict.MODIFIE]
    assert [line.ancienne for line in changed] == ["341", SECRET]
    office.ssmsi.apply(proposition)
    new, old = cell(office, CODE, "2024", "MEAUX")
    assert [(o.valeur, o.courante) for o in (new, old)] == [
        (Decimal(340), True),
        (Decimal(341), False),
    ]
    assert "millésime 2025" in context(office)[CODE].source
    older = office.ssmsi.propose(base, SDPD)
    assert older.comptes()[Verdict.REJETE] == 2
    assert {line.raison for line in older.lignes if line.raison} == {
        "une édition plus récente est déjà enregistrée"
    }
    assert office.ssmsi.apply(older).changement is None
    assert office.sauvegardes.check().ok


def test_an_edition_without_a_date_is_told_and_an_older_last_year_is_set_aside(
    office: Services, base: Path, tmp_path: Path
) -> None:
    office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    undated = made.texte(
        tmp_path / "base.csv", made.COMMUNALE, [made.commune("77284", 2024, CAMBRIOLAGES, 1)]
    )
    told = office.ssmsi.propose(undated, SDPD)
    assert told.comptes()[Verdict.MODIFIE] == 1
    assert any("quand ce fichier a été produit" in warning for warning in told.avertissements)
    dated = office.ssmsi.propose(undated, SDPD, produit_le=dt.date(2024, 1, 1))
    assert dated.comptes()[Verdict.REJETE] == 1
    old = made.texte(
        tmp_path / "vieux.csv", made.COMMUNALE, [made.commune("77284", 2023, CAMBRIOLAGES, 1)]
    )
    assert office.ssmsi.propose(old, SDPD).comptes()[Verdict.REJETE] == 1


def test_one_undo_takes_it_all_away_and_the_file_comes_back(office: Services, base: Path) -> None:
    stored = values(office)
    done = office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    assert done.changement is not None
    assert office.sauvegardes.check().ok
    office.journal.undo(done.changement)
    assert values(office) == stored
    assert context(office) == {}
    assert office.sauvegardes.check().ok
    again = office.ssmsi.propose(base, SDPD)
    assert again.comptes()[Verdict.NOUVEAU] == 4
    office.ssmsi.apply(again)
    assert len(context(office)) == 2


def test_undoing_a_newer_edition_gives_the_former_values_back(
    office: Services, base: Path, tmp_path: Path
) -> None:
    office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    stored = values(office)
    newer = made.texte(
        tmp_path / "produit-le2026-02-03.csv",
        made.COMMUNALE,
        [made.commune("77284", 2024, CAMBRIOLAGES, 340)],
    )
    done = office.ssmsi.apply(office.ssmsi.propose(newer, SDPD))
    assert done.changement is not None
    office.journal.undo(done.changement)
    assert values(office) == stored
    assert "2025-06-04" not in context(office)[CODE].source
    assert "produit le 04/06/2025" in context(office)[CODE].source


def test_the_first_import_cannot_be_undone_under_a_later_one(
    office: Services, base: Path, tmp_path: Path
) -> None:
    first = office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    newer = made.texte(
        tmp_path / "produit-le2026-02-03.csv",
        made.COMMUNALE,
        [made.commune("77284", 2024, CAMBRIOLAGES, 340)],
    )
    office.ssmsi.apply(office.ssmsi.propose(newer, SDPD))
    assert first.changement is not None
    with pytest.raises(ConflictError):
        office.journal.undo(first.changement)


def test_every_commune_can_be_taken_and_those_unknown_are_made(
    office: Services, base: Path
) -> None:
    proposition = office.ssmsi.propose(base, SDPD, toutes_communes=True)
    assert proposition.territoires_nouveaux == (("77999", "Commune 77999"),)
    done = office.ssmsi.apply(proposition)
    made_ = {t.code: t for t in office.partenaires.territoires()}["77999"]
    assert (made_.nom, made_.insee, made_.dans) == ("Commune 77999", "77999", ("DEP77",))
    (value,) = cell(office, "SSMSI.COM.VOLS-VEHICULE.VH", "2024", "77999")
    assert value.valeur == 8
    assert done.changement is not None
    office.journal.undo(done.changement)
    assert "77999" not in {t.code for t in office.partenaires.territoires()}


@pytest.mark.parametrize(
    ("plan", "departement"),
    [("PADRSQ62-2025", "62"), ("PSQCALAIS-2018", "62"), ("CRACK61-2023", "61"),
     ("QRR77-2019", "77")],
)  # fmt: skip
def test_a_plan_of_a_quarter_or_a_town_knows_its_departement(
    office: Services, tmp_path: Path, plan: str, departement: str
) -> None:
    path = made.texte(
        tmp_path / made.NOM_DEPARTEMENTALE,
        made.DEPARTEMENTALE,
        [made.departement(code, 2024, VOLS, 7) for code in ("61", "62", "77")],
    )
    proposition = office.ssmsi.propose(path, plan)
    assert proposition.departement == departement
    office.ssmsi.apply(proposition)
    (value,) = cell(office, "SSMSI.DEP.VOLS-VEHICULE.I", "2024", f"DEP{departement}", plan=plan)
    assert value.valeur == 7


def test_a_figure_of_the_departement_stands_next_to_the_plans_own(
    office: Services, tmp_path: Path
) -> None:
    path = made.texte(
        tmp_path / made.NOM_DEPARTEMENTALE,
        made.DEPARTEMENTALE,
        [made.departement("77", year, VOLS, year - 1000) for year in (2022, 2023, 2024)],
    )
    office.ssmsi.apply(office.ssmsi.propose(path, SDPD))
    suivi = {s.indicateur.code: s for s in office.indicateurs.suivis(SDPD, LATER)}
    found = suivi["SSMSI.DEP.VOLS-VEHICULE.I"]
    assert found.derniere is not None
    assert found.derniere.valeur == 1024
    assert found.taux.part is None
    assert [year for year, _value in found.par_annee] == [2022, 2023, 2024]
    asked = office.campagnes.list_all(SDPD)
    assert all("SSMSI" not in name for c in asked for name in c.sans_destinataire)


def test_zones_stand_apart_in_the_plan(office: Services, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Département 77"], ["Libellé", "ZPN", "ZGN", "Période"],
            ["Ports d'armes", 14, 9, "2025-06"]]  # fmt: skip
    path = made.classeur(tmp_path / "socle.xlsx", {"D": rows})
    office.ssmsi.apply(office.ssmsi.propose(path, SDPD), confirme=True)
    code = "SSMSI.SC.PORTS-ARMES"
    assert [cell(office, code, "2025-06", "DEP77", zone)[0].valeur
            for zone in (Zone.POLICE, Zone.GENDARMERIE)] == [14, 9]  # fmt: skip
    assert not context(office)[code].communicable, "what the préfet alone receives is internal"


def test_what_changed_since_the_preview_is_refused(office: Services, base: Path) -> None:
    proposition = office.ssmsi.propose(base, SDPD)
    office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    with pytest.raises(ConflictError, match="4 valeur"):
        office.ssmsi.apply(proposition)
    fresh = office.ssmsi.propose(base, SDPD, toutes_communes=True)
    base.write_bytes(base.read_bytes() + b" ")
    with pytest.raises(ConflictError, match="a changé depuis l'aperçu"):
        office.ssmsi.apply(fresh)
    base.unlink()
    with pytest.raises(UserError, match="n'est plus là"):
        office.ssmsi.apply(fresh)


def test_a_period_to_come_is_set_aside(office: Services, tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "d.csv",
        made.DEPARTEMENTALE,
        [made.departement("77", 2027, VOLS, 7), made.departement("77", 2024, VOLS, 7)],
    )
    proposition = office.ssmsi.propose(path, SDPD)
    assert proposition.comptes()[Verdict.REJETE] == 1
    assert any("pas encore commencé" in warning for warning in proposition.avertissements)


def test_malformed_lines_stay_as_evidence(office: Services, tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "d.csv",
        made.DEPARTEMENTALE,
        ["77;11;2024", made.departement("77", 2024, VOLS, 7)],
    )
    proposition = office.ssmsi.propose(path, SDPD)
    assert proposition.lu.defauts == (("ligne 2", "3 champs au lieu de 11"),)
    office.ssmsi.apply(proposition)
    assert office.importations.list_all()[0].rejetes == 1


def test_a_big_file_is_known_by_its_hash_alone(
    office: Services, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("sdpd_desktop.services.files", "sdpd_desktop.persistence.backup"):
        monkeypatch.setattr(f"{module}.KEPT_FILE_LIMIT", 100)
    assert retour_rows.KEPT_FILE_LIMIT == 20_000_000
    proposition = office.ssmsi.propose(base, SDPD)
    office.ssmsi.apply(proposition)
    assert office.importations.list_all()[0].empreinte == proposition.lu.empreinte
    assert office.sauvegardes.check().ok
    monkeypatch.undo()
    report = office.sauvegardes.check()
    assert ["manque" in plain(defect) for defect in report.defauts] == [True]


def test_ten_thousand_values_are_one_changement_that_one_gesture_undoes(
    office: Services, tmp_path: Path
) -> None:
    lines = [
        made.commune(f"77{commune:03}", year, f"Série {n}", commune + year)
        for commune in range(1, 112)
        for year in range(2016, 2025)
        for n in range(10)
    ]
    path = made.texte(tmp_path / made.NOM_COMMUNALE, made.COMMUNALE, lines)
    stored = values(office)
    proposition = office.ssmsi.propose(path, SDPD, toutes_communes=True)
    assert len(proposition.applicables()) == 9_990
    done = office.ssmsi.apply(proposition)
    assert done.nouveaux == 9_990
    report = office.sauvegardes.check()
    assert report.ok, report.defauts
    assert done.changement is not None
    office.journal.undo(done.changement)
    assert values(office) == stored
    assert office.sauvegardes.check().ok


def test_a_locked_period_keeps_its_values_and_the_others_come_in(
    office: Services, base: Path
) -> None:
    seen = office.ssmsi.propose(base, SDPD)
    with office.plans._ground.write("clôturer") as work:
        work.clotures.add(work.plans.row(SDPD), parse_periode("2024"), LATER, "bureau")
        work.commit()
    with pytest.raises(UserError, match="clôturée"):
        office.ssmsi.apply(seen)
    assert context(office) == {}
    proposition = office.ssmsi.propose(base, SDPD)
    counts = proposition.comptes()
    assert (counts[Verdict.NOUVEAU], counts[Verdict.REJETE]) == (1, 3)
    assert any("clôturée" in warning for warning in proposition.avertissements)
    assert office.ssmsi.apply(proposition).nouveaux == 1
    assert office.sauvegardes.check().ok


def test_a_variation_above_the_threshold_waits_for_a_person(
    office: Services, base: Path, tmp_path: Path
) -> None:
    office.ssmsi.apply(office.ssmsi.propose(base, SDPD))
    with office.plans._ground.write("fixer un seuil") as work:
        row = work.plans._session.scalar(select(IndicateurRow).where(IndicateurRow.code == CODE))
        assert row is not None
        row.seuil_variation = Decimal(20)
        work.commit()
    newer = made.texte(
        tmp_path / "produit-le2026-02-03.csv",
        made.COMMUNALE,
        [
            made.commune("77284", 2024, CAMBRIOLAGES, 340),
            made.commune("77284", 2025, CAMBRIOLAGES, 900),
        ],
    )
    proposition = office.ssmsi.propose(newer, SDPD)
    (asked,) = (line for line in proposition.lignes if line.verdict is Verdict.A_CONFIRMER)
    assert asked.valeur.periode.code == "2025"
    assert "340" in asked.raison
    assert "+164,7 %" in plain(asked.raison)
    first = office.ssmsi.apply(proposition)
    assert (first.nouveaux, first.modifies) == (0, 1)
    again = office.ssmsi.propose(newer, SDPD)
    assert again.applicables() == ()
    assert office.ssmsi.apply(again, confirme=True).nouveaux == 1
