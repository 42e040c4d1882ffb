"""Conventions, search, settings, reference plans and the journal's pages."""

import dataclasses
import datetime as dt
import io
from pathlib import Path

import pikepdf
import pytest

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.convention import EtatConvention
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, ValidationError
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.parametres import Apparence, Parametres
from sdpd_desktop.domain.rapport import OptionsRapport, TypeRapport
from sdpd_desktop.domain.recherche import NatureTrouvaille
from sdpd_desktop.services import reference as reference_module
from tests.fabrique_police import ecrire
from tests.support import SDPD, TODAY, count, reopen
from tests.unit.documents.echantillons import image_entete
from tests.unit.documents.lecture_pdf import familles, pages
from tests.unit.documents.sortes import SORTES, dessiner
from tests.unit.services.depots import CLCT

SIGNED = dt.date(2019, 7, 4)


def test_signing_signs_for_every_signatory_and_can_be_undone(services: Services) -> None:
    before = services.conventions.details("CLCT77-2019")
    assert before.resume.etat is EtatConvention.A_SIGNER
    done = services.conventions.sign("CLCT77-2019", SIGNED, " Noisiel ")
    assert (done.resume.etat, done.signee_le, done.signature_lieu) == (
        EtatConvention.SIGNEE, SIGNED, "Noisiel",
    )  # fmt: skip
    assert [s.signe_le for s in done.signataires] == [SIGNED, SIGNED]
    assert (
        done.resume.duree.debut is None
    )  # When it takes effect is a clause, which only its text can tell.
    services.journal.undo(count(services))
    after = services.conventions.details("CLCT77-2019")
    assert (
        dataclasses.replace(
            after, resume=dataclasses.replace(after.resume, version=before.resume.version)
        )
        == before
    )


def test_a_signature_that_cannot_be_is_refused(services: Services) -> None:
    sign, before = services.conventions.sign, count(services)
    with pytest.raises(ValidationError, match="dans le futur"):
        sign("CLCT77-2019", dt.date(2022, 7, 1), "Noisiel")
    with pytest.raises(ValidationError, match="lieu"):
        sign("CLCT77-2019", SIGNED, "  ")
    with pytest.raises(NotFoundError, match="CLCT77-2019, CROSS77-2019"):
        sign("CLCT78", SIGNED, "Noisiel")
    assert count(services) == before
    sign("CLCT77-2019", SIGNED, "Noisiel")
    with pytest.raises(UserError, match="déjà signée"):
        sign("CLCT77-2019", SIGNED, "Noisiel")
    assert count(services) == before + 1


def test_conventions_belong_to_their_plan(services: Services) -> None:
    codes = [c.code for c in services.conventions.list_all("QRR77-2019")]
    assert codes == ["CLCT77-2019", "CROSS77-2019"]
    assert services.conventions.list_all(SDPD) == ()


@pytest.mark.parametrize("text", ["cameras voie publique", "CAMÉRAS  publique", "Publique caméra"])
def test_a_search_ignores_accents_case_and_order(services: Services, text: str) -> None:
    found = [(t.nature, t.code) for t in services.recherche.search(text)]
    assert (NatureTrouvaille.INDICATEUR, "O7.A1.i1") in found


def test_a_search_finds_ligatures_either_way_and_every_kind(services: Services) -> None:
    assert services.recherche.search("œuvre") == services.recherche.search("OEUVRE") != ()
    for text, nature in (
        ("K33", NatureTrouvaille.INDICATEUR),
        ("GGD77", NatureTrouvaille.PARTENAIRE),
        ("DDSP", NatureTrouvaille.PARTENAIRE),
        ("CLCT77", NatureTrouvaille.CONVENTION),
        ("O1.A1.m1", NatureTrouvaille.MESURE),
    ):
        assert nature in {t.nature for t in services.recherche.search(text)}, text


def test_a_search_starts_with_the_plan_at_hand(services: Services) -> None:
    for plan in ("CRACK61-2023", SDPD):
        found = services.recherche.search("O1.A1.m1", 1, plan)
        assert [(t.plan, t.code) for t in found] == [(plan, "O1.A1.m1")]


def test_a_search_bounds_each_kind_and_takes_signs_for_themselves(services: Services) -> None:
    found = services.recherche.search("a", 2)
    for nature in NatureTrouvaille:
        assert sum(t.nature is nature for t in found) <= 2
    assert services.recherche.search("   ") == ()
    assert services.recherche.search("zzzz") == ()
    assert services.recherche.search("_") == ()
    percent = services.recherche.search("%", 1000)
    assert 0 < len(percent) < len(services.recherche.search("e", 1000))


def test_settings_are_kept_with_their_image(services: Services) -> None:
    wanted = Parametres(
        "BSIR", "A. Dupont", b"\x89PNG\r\n\x1a\n....", "Interne", "/clé", Apparence.SOMBRE, SDPD,
        mentions=("Interne", "Public"),
    )  # fmt: skip
    services.parametres.save(wanted)
    again = reopen(services)
    assert again.parametres.get() == wanted
    again.parametres.save(dataclasses.replace(wanted, entete=None, mention=""))
    assert again.parametres.get() == dataclasses.replace(wanted, entete=None, mention="")
    again.close()


def test_each_document_bears_the_office_its_image_and_its_mark(services: Services) -> None:
    office = dataclasses.replace(
        services.parametres.get(), bureau="Bureau d’essai", mention="Réservé au service",
        entete=image_entete(),
    )  # fmt: skip
    services.parametres.save(office)
    drawn = {sorte: dessiner(services, sorte) for sorte in SORTES}
    drawn["texte"] = services.conventions.render_pdf(CLCT, True, DocumentConvention.TEXTE)
    drawn["à signer"] = services.conventions.render_a_signer(CLCT)
    drawn["liasse"] = services.liasses.render(CLCT)
    for name, data in drawn.items():
        found = pages(data)
        assert "Bureau d’essai" in found[0], name
        assert all(page.count("RÉSERVÉ AU SERVICE") == 2 for page in found), name
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.pages[0].get_images(), name


def test_a_mark_printed_by_default_is_among_those_offered(services: Services) -> None:
    before = services.parametres.get()
    marked = dataclasses.replace(before, mention="Interne", mentions=(" Public  ", "Public", ""))
    services.parametres.save(marked)
    assert services.parametres.get().mentions == ("Public", "Interne")


def test_documents_are_set_in_the_office_s_typeface_until_it_is_put_back(
    services: Services, tmp_path: Path
) -> None:
    def families() -> set[str]:
        bilan = services.rapports.apercu_pdf(TypeRapport.NOTE, SDPD, "2022-T2")
        convention = services.conventions.render_pdf("CLCT77-2019")
        liasse = services.liasses.render("CLCT77-2019")
        return set().union(*map(familles, (bilan, convention, liasse)))

    assert families() == {"SourceSans3"}
    services.parametres.choisir_police(ecrire(tmp_path))
    chosen = services.parametres.police()
    again = reopen(services)
    assert again.parametres.police() == chosen
    again.close()
    assert families() == {"Policedubureau"}
    services.journal.undo(services.journal.verify().changements)
    assert services.parametres.police() is None
    assert families() == {"SourceSans3"}
    services.parametres.choisir_police(ecrire(tmp_path))
    services.parametres.rendre_police()
    assert services.parametres.police() is None


def test_font_files_that_cannot_be_read_leave_the_typeface(
    services: Services, tmp_path: Path
) -> None:
    with pytest.raises(StorageError, match="Impossible de lire"):
        services.parametres.choisir_police([tmp_path / f"{n}.ttf" for n in range(3)])
    assert services.parametres.police() is None


def test_a_report_bears_the_mark_chosen_for_it(services: Services) -> None:
    before = services.parametres.get()
    services.parametres.save(dataclasses.replace(before, mention="Interne", mentions=("Public",)))

    def mark(options: OptionsRapport) -> str:
        return services.rapports.contenu(TypeRapport.NOTE, SDPD, "2022-T2", options).mention

    assert mark(OptionsRapport()) == "Interne"
    assert mark(OptionsRapport(mention="Public")) == "Public"
    assert mark(OptionsRapport(mention="")) == ""


@pytest.mark.parametrize(
    ("image", "expected"),
    [(b"GIF89a", "PNG ou JPEG"), (b"\xff\xd8\xff" + b"0" * 5_000_000, "dépasse 5 Mo")],
)
def test_an_image_that_cannot_be_printed_is_refused(
    services: Services, image: bytes, expected: str
) -> None:
    before = services.parametres.get()
    with pytest.raises(ValidationError, match=expected):
        services.parametres.save(dataclasses.replace(before, bureau="X", entete=image))
    assert services.parametres.get() == before


def test_each_kind_of_data_has_its_retention(services: Services) -> None:
    kinds = {c.nature: c.duree_mois for c in services.parametres.conservations()}
    assert {"changement", "convention", "observation"} <= set(kinds)
    assert all(months > 0 for months in kinds.values())


@pytest.fixture
def empty(tmp_path: Path) -> Services:
    return build_services(tmp_path / "vide", clock=FixedClock(TODAY))


COUNTS = {
    "QRR77-2019": (5, 5),
    SDPD: (46, 52),
    "PADRSQ62-2025": (9, 8),
    "PSQCALAIS-2018": (15, 3),
    "CRACK61-2023": (9, 12),
}


def test_plans_install_one_after_another(empty: Services) -> None:
    assert [code for code, _ in empty.reference.plans_disponibles()] == list(COUNTS)
    for number, (code, (actions, indicateurs)) in enumerate(COUNTS.items(), start=1):
        assert empty.reference.install([code]) == (code,)
        assert count(empty) == number
        assert len(empty.plans.details(code).actions()) == actions
        assert len(empty.indicateurs.list_all(code)) == indicateurs
    assert set(empty.reference.installed()) == set(COUNTS)
    assert empty.sauvegardes.check().defauts == ()
    with pytest.raises(UserError, match=f"déjà présent dans la base.*{SDPD}"):
        empty.reference.install([SDPD])
    with pytest.raises(UserError, match="déjà présent"):
        empty.reference.install()
    with pytest.raises(ValidationError, match="SDPD78"):
        empty.reference.install(["SDPD78"])
    assert count(empty) == len(COUNTS)
    empty.close()


def test_one_by_one_or_together_make_the_same_directory(
    empty: Services, services: Services
) -> None:
    for code in reversed(COUNTS):
        empty.reference.install([code])
    for name in ("list_all", "territoires"):
        one, all_ = (
            [dataclasses.replace(row, id="") for row in getattr(s.partenaires, name)()]
            for s in (empty, services)
        )
        assert one == all_, name
    one, all_ = (
        [dataclasses.replace(row, id="") for row in s.instances.list_all()]
        for s in (empty, services)
    )
    assert one == all_
    assert [c.code for c in empty.conventions.list_all()] == ["CLCT77-2019", "CROSS77-2019"]
    empty.close()


def test_a_convention_is_linked_to_plans_installed_before_or_after(
    empty: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = reference_module._read()
    clct = next(c for c in data.conventions if c.code == "CLCT77-2019")
    link = dataclasses.replace(clct.actions_liees[0], plan=SDPD, code="O1.A1")
    linked = dataclasses.replace(clct, actions_liees=(*clct.actions_liees, link))
    changed = dataclasses.replace(data, conventions=(linked,))
    monkeypatch.setattr(reference_module, "_read", lambda: changed)
    empty.reference.install(["QRR77-2019"])
    assert empty.conventions.details("CLCT77-2019").actions == (("QRR77-2019", "O2.A1"),)
    empty.reference.install([SDPD])
    assert set(empty.conventions.details("CLCT77-2019").actions) == {
        ("QRR77-2019", "O2.A1"), (SDPD, "O1.A1"),
    }  # fmt: skip
    empty.close()


def test_remarks_stand_with_what_they_are_about(services: Services) -> None:
    details = services.plans.details(SDPD)
    remarks = [
        (r.objet, owner)
        for action in details.actions()
        for owner, remarques in (
            (action.code, action.remarques),
            *((m.code, m.remarques) for m in action.mesures),
        )
        for r in remarques
    ]
    assert remarks
    assert all(about == owner for about, owner in remarks)
    indicators = [i for i in services.indicateurs.list_all(SDPD) if i.remarques]
    assert {"K29", "K10"} <= {i.reference for i in indicators}


def test_the_journal_is_read_by_pages_and_by_words(services: Services) -> None:
    for number in range(1, 6):
        services.indicateurs.record(SDPD, "K33", str(2015 + number), str(3000 + number))
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    history = services.journal.history
    assert [c.numero for c in history(3)] == [7, 6, 5]
    assert [c.numero for c in history(3, before=5)] == [4, 3, 2]
    assert [c.numero for c in history(contient="COCHER o1.a1")] == [7]
    assert [c.numero for c in history(2, contient="k33")] == [6, 5]
    assert history(contient="introuvable") == ()
    with pytest.raises(NotFoundError):
        services.journal.details(99)
