"""Conventions are drawn up, changed, signed, filed, frozen, amended and handed over."""

import datetime as dt
import hashlib
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.convention import (
    Article,
    ContenuAnnexe,
    ConventionDetails,
    EtatConvention,
    Membre,
    NaturePiece,
)
from sdpd_desktop.domain.duree import Duree
from sdpd_desktop.domain.errors import DamageError, NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.signataire import Genre, Mandat, ModeSignature
from sdpd_desktop.domain.version_convention import NatureEcart
from tests.support import count, plain, raw
from tests.unit.documents.lecture_pdf import texte

CLCT = "CLCT77-2019"
SIGNED = dt.date(2019, 7, 4)
_Change = Callable[[ConventionDetails], ConventionDetails]


def objet(text: str) -> _Change:
    return lambda details: replace(details, objet=text)


def image(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, kind)
    return out.getvalue()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    path.write_bytes(image())
    return path


@pytest.fixture
def filed(services: Services, scan: Path) -> Services:
    """CLCT77-2019 signed on paper, its scan filed."""
    services.conventions.sign(CLCT, SIGNED, "Noisiel", "la préfète")
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    return services


# ------------------------------------------------------------------- drawing up


def test_every_kind_makes_a_draft_that_says_what_is_left_to_write(services: Services) -> None:
    kinds = services.redactions.modeles()
    assert [k.code for k in kinds][:3] == ["clct", "cross", "participation_citoyenne"]
    for rank, kind in enumerate(kinds):
        made = services.redactions.creer(f"x-{rank}", kind.code, "SDPD77-2020")
        assert made.resume.code == f"X-{rank}"
        assert made.resume.etat is EtatConvention.BROUILLON
        assert made.resume.plan == "SDPD77-2020"
        assert made.manques()
        assert made.articles
        assert not any(s.nom for s in made.signataires)
    by_kind = {k.code: services.conventions.details(f"X-{n}") for n, k in enumerate(kinds)}
    assert not by_kind["clct"].publiee
    assert not by_kind["cross"].publiee
    assert [s.copreside for s in by_kind["clct"].signataires] == [True, True]
    assert not any(a.texte for a in by_kind["clct"].articles + by_kind["cross"].articles)
    citizens = by_kind["participation_citoyenne"].resume.duree
    assert (citizens.mois, citizens.tacite) == (36, True)
    called = [s.qualite.partition(" ")[0] for s in by_kind["rappel_ordre"].signataires]
    assert called == ["maire", "procureur"]
    three = [s.qualite.partition(" ")[0] for s in by_kind["coordination"].signataires]
    assert three == ["préfet", "procureur", "maire"]


@pytest.mark.parametrize("code", ["", "é", "A B", "a", "X" * 61, "../X"])
def test_a_code_that_no_file_could_bear_is_refused(services: Services, code: str) -> None:
    before = count(services)
    with pytest.raises(ValidationError, match="ne convient pas"):
        services.redactions.creer(code, "clct")
    with pytest.raises(ValidationError, match="déjà pris"):
        services.redactions.creer(CLCT.lower(), "clct")
    assert count(services) == before


def test_everything_is_edited_and_undone(services: Services) -> None:
    services.redactions.creer("RO-MEAUX", "rappel_ordre", "SDPD77-2020")
    before = services.conventions.details("RO-MEAUX")
    mayor, prosecutor = before.signataires
    mandat = Mandat(ModeSignature.DELEGATION, "Luc Noir", "vice-procureur", Genre.MASCULIN, "a1")

    def change(it: ConventionDetails) -> ConventionDetails:
        return replace(
            it,
            resume=replace(
                it.resume, titre="Protocole", nature_libre="Rappel", plan="",
                duree=Duree(dt.date(2022, 1, 1), 12, None, True),
            ),
            objet="Objet", champs=("un", "deux"), territoire="QRR-NOISIEL-TORCY",
            presidence="Le maire", periodicite="Chaque trimestre",
            confidentialite="Usage interne", raa="77-2022-01", publiee=False,
            signature_lieu="Meaux", signature_prevue=dt.datetime(2022, 9, 1, 17),
            exemplaires=3, paraphe=True, visas=("Vu a",), avis=("Avis b",),
            articles=(Article("Un", "texte"),),
            composition=(Membre("Référent", "Police", False),),
            signataires=(
                replace(prosecutor, nom="A. Vert", mandat=mandat),
                replace(mayor, nom="B. Bleu", copreside=True),
            ),
            actions=(("SDPD77-2020", "O3.A5"),), indicateurs=(("SDPD77-2020", "O7.A1.i1"),),
        )  # fmt: skip

    after = services.redactions.modifier("RO-MEAUX", "tout", change)
    assert after.territoire_nom
    assert [(s.rang, s.partie, s.nom) for s in after.signataires] == [
        (1, 2, "A. Vert"), (2, 1, "B. Bleu"),
    ]  # fmt: skip
    assert after.signataires[0].mandat == mandat
    assert [s.id for s in after.signataires] == [prosecutor.id, mayor.id]
    told = replace(
        change(before), territoire_nom=after.territoire_nom, resume=after.resume,
        signataires=after.signataires, annexes=after.annexes,
    )  # fmt: skip
    assert after == told
    services.journal.undo(count(services))
    again = services.conventions.details("RO-MEAUX")
    assert replace(again, resume=before.resume, signataires=before.signataires) == before
    assert [s.qualite for s in again.signataires] == [s.qualite for s in before.signataires]


def test_a_party_that_goes_takes_its_signatories(services: Services) -> None:
    after = services.redactions.modifier(
        CLCT, "parties", lambda it: replace(it, parties=it.parties[1:])
    )
    assert [p.rang for p in after.parties] == [1]
    assert [(s.partie, s.rang, s.nom) for s in after.signataires] == [(1, 1, "Dominique Laurens")]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda it: replace(it, resume=replace(it.resume, titre=" ")), "titre"),
        (lambda it: replace(it, exemplaires=-1), "exemplaires"),
        (lambda it: replace(it, resume=replace(it.resume, duree=Duree(tacite=True))), "tacite"),
        (
            lambda it: replace(
                it, resume=replace(it.resume, duree=Duree(SIGNED, 0, dt.date(2019, 1, 1)))
            ),
            "fin",
        ),
        (lambda it: replace(it, territoire="PARTOUT"), "code"),
        (lambda it: replace(it, actions=(("SDPD77-2020", "O99.A1"),)), "code"),
        (lambda it: replace(it, resume=replace(it.resume, code="CROSS77-2019")), "code"),
    ],
)
def test_what_breaks_a_rule_changes_nothing(
    services: Services, change: _Change, field: str
) -> None:
    before = services.conventions.details(CLCT)
    with pytest.raises(ValidationError) as refused:
        services.redactions.modifier(CLCT, "test", change)
    assert refused.value.field == field
    assert services.conventions.details(CLCT) == before


def test_a_draft_is_duplicated_and_deleted(services: Services) -> None:
    copy = services.redactions.dupliquer(CLCT, "CLCT77-2023")
    origin = services.conventions.details(CLCT)
    assert copy.objet == origin.objet
    assert [p.institution for p in copy.parties] == [p.institution for p in origin.parties]
    assert copy.actions == origin.actions
    assert copy.signature_prevue is None
    with pytest.raises(UserError, match="Seul un brouillon"):
        services.redactions.supprimer(CLCT)
    services.redactions.supprimer("CLCT77-2023")
    with pytest.raises(NotFoundError):
        services.conventions.details("CLCT77-2023")
    services.journal.undo(count(services))
    back = services.conventions.details("CLCT77-2023")
    assert replace(back, resume=copy.resume) == copy


def test_the_office_keeps_a_kind_of_its_own(services: Services) -> None:
    kept = services.redactions.garder_modele(CLCT, "Cellule de quartier")
    assert services.redactions.modeles()[-1] == kept
    with pytest.raises(ValidationError, match="existe déjà"):
        services.redactions.garder_modele(CLCT, "cellule de QUARTIER")
    made = services.redactions.creer("CQ-1", kept.code)
    assert made.resume.nature_libre == "Cellule de quartier"
    assert made.champs == services.conventions.details(CLCT).champs
    services.redactions.oublier_modele(kept.code)
    assert services.redactions.modeles()[-1].id == ""
    assert services.conventions.details("CQ-1").resume.nature_libre == "Cellule de quartier"


def test_a_convention_is_handed_over_as_json(services: Services, tmp_path: Path) -> None:
    out = services.conventions.write_json(CLCT, tmp_path / "clct.json")
    again = services.redactions.importer(out, "CLCT77-COPIE")
    assert again.objet == services.conventions.details(CLCT).objet
    assert again.actions == services.conventions.details(CLCT).actions
    empty = build_services(tmp_path / "vide")
    elsewhere = empty.redactions.importer(out)
    empty.close()
    assert elsewhere.resume.code == CLCT
    assert (elsewhere.resume.plan, elsewhere.actions, elsewhere.territoire) == ("", (), "")
    assert [s.nom for s in elsewhere.signataires] == ["Béatrice Abollivier", "Dominique Laurens"]
    with pytest.raises(ValidationError, match="déjà pris"):
        services.redactions.importer(out)
    pdf = services.conventions.write_pdf(CLCT, tmp_path / "clct.pdf", annexes=True)
    taken = services.redactions.importer(pdf, "CLCT77-PDF")
    assert replace(taken, resume=again.resume) == replace(again, signataires=taken.signataires)
    (tmp_path / "autre.pdf").write_bytes(services.liasses.render(CLCT))
    with pytest.raises(ValidationError, match="ne porte pas de convention"):
        services.redactions.importer(tmp_path / "autre.pdf")
    (tmp_path / "faux.pdf").write_bytes(b"%PDF-1.7 rien")
    with pytest.raises(ValidationError, match="abîmé ou protégé"):
        services.redactions.importer(tmp_path / "faux.pdf")


# ----------------------------------------------------------------------- states


def test_a_draft_is_proposed_taken_back_signed_and_ended(services: Services) -> None:
    made = services.redactions.creer("PC-1", "participation_citoyenne")
    assert services.conventions.proposer("PC-1").resume.etat is EtatConvention.A_SIGNER
    assert services.conventions.reprendre("PC-1").resume.etat is EtatConvention.BROUILLON
    with pytest.raises(UserError, match="n'est pas à l'état"):
        services.conventions.reprendre("PC-1")
    start = dt.date(2020, 1, 1)

    def begin(it: ConventionDetails) -> ConventionDetails:
        duree = replace(it.resume.duree, debut=start)
        return replace(it, resume=replace(it.resume, duree=duree))

    services.redactions.modifier("PC-1", "date d'effet", begin)
    signed = services.conventions.sign("PC-1", dt.date(2019, 12, 1), "Meaux", "le maire")
    assert signed.resume.etat is EtatConvention.EN_VIGUEUR
    assert signed.resume.fin == dt.date(2022, 12, 31)
    assert signed.signee_par == "le maire"
    (row,) = [c for c in services.conventions.list_all() if c.code == "PC-1"]
    assert (row.etat, row.etat_le, row.fin) == (
        EtatConvention.EN_VIGUEUR, start, dt.date(2022, 12, 31),
    )  # fmt: skip
    with pytest.raises(ValidationError, match="prend effet après"):
        services.conventions.denoncer("PC-1", dt.date(2022, 6, 1), "", dt.date(2022, 5, 1))
    ended = services.conventions.denoncer(
        "PC-1", dt.date(2022, 6, 1), "Départ", dt.date(2022, 9, 1)
    )
    assert ended.resume.etat is EtatConvention.DENONCEE
    assert ended.denonciation is not None
    assert ended.denonciation.motif == "Départ"
    with pytest.raises(UserError, match="n'est pas en vigueur"):
        services.conventions.denoncer("PC-1", dt.date(2022, 6, 1), "")
    with pytest.raises(UserError, match="dénoncée"):
        services.redactions.modifier("PC-1", "objet", objet("x"))
    assert made.resume.etat is EtatConvention.BROUILLON


def test_signing_ticks_the_mesures_of_its_actions_in_one_gesture(services: Services) -> None:
    linked = services.conventions.mesures_liees(CLCT)
    assert linked
    plan, mesure = linked[0]
    before = count(services)
    services.conventions.sign(CLCT, SIGNED, "Noisiel", mesures=[(plan, mesure.code)])
    assert count(services) == before + 1
    action = services.plans.action(plan, mesure.parent)
    done = next(m for m in action.mesures if m.code == mesure.code)
    assert (done.statut, done.fait_le) == (Statut.REALISEE, SIGNED)
    assert mesure.code not in [m.code for _, m in services.conventions.mesures_liees(CLCT)]
    services.journal.undo(count(services))
    assert [m.code for _, m in services.conventions.mesures_liees(CLCT)] == [
        m.code for _, m in linked
    ]


# --------------------------------------------------------------- filing, freezing


def test_filing_the_signed_copy_freezes_text_values_and_hash(filed: Services, scan: Path) -> None:
    details = filed.conventions.details(CLCT)
    assert details.figee
    (piece,) = details.pieces
    assert piece.empreinte == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert filed.pieces.octets(piece.empreinte) == scan.read_bytes()
    assert filed.journal.history(1)[0].reference == piece.empreinte
    version = filed.conventions.version(CLCT, 1)
    assert version.details.objet == details.objet
    for change in (
        objet("autre"),
        lambda it: replace(it, articles=(Article("Neuf", ""),)),
        lambda it: replace(it, signataires=()),
    ):
        with pytest.raises(UserError, match="figée depuis le dépôt"):
            filed.redactions.modifier(CLCT, "test", change)
    with pytest.raises(UserError, match="figée"):
        filed.pieces.annexer(CLCT, scan)
    plan, code = details.indicateurs[0]
    filed.indicateurs.record(plan, code, "2022", "oui", commentaire="après")
    assert filed.conventions.version(CLCT, 1) == version
    printed = texte(filed.conventions.render_pdf(CLCT, annexes=True))
    assert version.valeurs[0].valeur in printed
    assert filed.conventions.publier(CLCT, "77-2019-07").raa == "77-2019-07"
    assert filed.conventions.details(CLCT).objet == version.details.objet


def test_what_is_put_back_in_the_journal_does_not_reach_what_is_frozen(
    services: Services, scan: Path
) -> None:
    services.redactions.modifier(
        CLCT, "objet", lambda it: replace(it, objet="Objet signé", articles=(Article("A", "b"),))
    )
    edited = count(services)
    services.conventions.sign(CLCT, SIGNED, "Noisiel")
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    with pytest.raises(UserError, match="figée"):
        services.journal.undo(edited)
    assert services.conventions.details(CLCT).objet == "Objet signé"


def test_a_filing_by_mistake_is_put_back_whole_and_its_file_stays_known(
    filed: Services, scan: Path
) -> None:
    filed.journal.undo(count(filed))
    details = filed.conventions.details(CLCT)
    assert (details.figee, details.pieces) == (False, ())
    assert filed.pieces.octets(hashlib.sha256(scan.read_bytes()).hexdigest()) == scan.read_bytes()
    assert filed.sauvegardes.check().ok
    filed.redactions.modifier(CLCT, "objet", objet("de nouveau"))


def test_a_signed_copy_comes_after_the_signature_and_once(services: Services, scan: Path) -> None:
    with pytest.raises(UserError, match="Enregistrez d'abord"):
        services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    services.conventions.sign(CLCT, SIGNED, "Noisiel")
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    with pytest.raises(UserError, match="déjà déposé"):
        services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    (original,) = services.conventions.details(CLCT).pieces
    with pytest.raises(UserError, match="fige la convention"):
        services.pieces.retirer(CLCT, original.id)
    other = services.pieces.deposer(CLCT, scan, NaturePiece.DELEGATION, " arrêté ").pieces[-1]
    assert (other.nature, other.commentaire) == (NaturePiece.DELEGATION, "arrêté")
    assert len(services.pieces.retirer(CLCT, other.id).pieces) == 1


def test_a_damaged_copy_is_told(filed: Services, scan: Path) -> None:
    sha = hashlib.sha256(scan.read_bytes()).hexdigest()
    with raw(filed.data) as connection:
        connection.execute("UPDATE contenu SET octets = x'00' WHERE empreinte = ?", (sha,))
    with pytest.raises(DamageError):
        filed.pieces.octets(sha)
    assert not filed.sauvegardes.check().ok


# ----------------------------------------------------------------------- avenants


def test_an_avenant_is_a_new_version_with_what_it_changed(filed: Services, scan: Path) -> None:
    with pytest.raises(ValidationError):
        filed.avenants.ouvrir(CLCT, " ")
    opened = filed.avenants.ouvrir(CLCT, "Étendre le périmètre")
    assert not opened.figee
    assert opened.avenant_ouvert is not None
    assert [s.signe_le for s in opened.signataires] == [None, None]
    filed.redactions.modifier(
        CLCT, "articles", lambda it: replace(it, articles=(Article("Périmètre", "Deux communes"),))
    )
    (ecart,) = [e for e in filed.avenants.comparer(CLCT, 2) if e.partie.startswith("Article")]
    assert (ecart.nature, ecart.apres) == (NatureEcart.AJOUTE, "Périmètre\nDeux communes")
    with pytest.raises(UserError, match="date de signature de l'avenant"):
        filed.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    with pytest.raises(ValidationError, match="après la convention"):
        filed.avenants.signer(CLCT, dt.date(2019, 1, 1))
    filed.avenants.signer(CLCT, dt.date(2021, 1, 5))
    second = filed.pieces.deposer_octets(CLCT, "a1.jpg", image("JPEG"), NaturePiece.ORIGINAL)
    assert second.figee
    assert [v.numero for v in second.versions] == [1, 2]
    assert filed.conventions.version(CLCT, 1).details.articles == ()
    assert filed.conventions.version(CLCT, 2).details.articles == second.articles
    assert [e.partie for e in filed.avenants.comparer(CLCT, 2)] == ["Article 1"]
    printed = texte(filed.conventions.render_pdf(CLCT, document=DocumentConvention.TEXTE))
    assert "Version modifiée par l’avenant n° 1" in printed
    assert "5 janvier 2021" in printed


def test_an_avenant_given_up_leaves_the_last_version(filed: Services) -> None:
    before = filed.conventions.details(CLCT)
    with pytest.raises(UserError, match="Aucun avenant"):
        filed.avenants.abandonner(CLCT)
    filed.avenants.ouvrir(CLCT, "Autre")
    filed.journal.undo(count(filed))
    assert filed.conventions.details(CLCT).figee
    filed.avenants.ouvrir(CLCT, "Autre")
    filed.redactions.modifier(CLCT, "objet", objet("autre"))
    after = filed.avenants.abandonner(CLCT)
    assert replace(after, resume=before.resume) == before
    filed.journal.undo(count(filed))
    assert filed.conventions.details(CLCT).objet == "autre"


def test_only_a_filed_convention_has_avenants(services: Services) -> None:
    with pytest.raises(UserError, match="se modifie encore"):
        services.avenants.ouvrir(CLCT, "Trop tôt")


# ------------------------------------------------------------------------ annexes


def test_annex_files_are_kept_byte_for_byte_and_ordered(
    services: Services, scan: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(services.conventions.render_pdf("CROSS77-2019", annexes=True))
    services.pieces.annexer(CLCT, pdf, "Plan de situation", integrante=False)
    details = services.pieces.annexer(CLCT, scan)
    plan, photo = details.annexes[-2:]
    assert (plan.numero, plan.titre, plan.contenu, plan.integrante) == (
        4, "Plan de situation", ContenuAnnexe.FICHIER, False,
    )  # fmt: skip
    assert plan.fichier is not None
    assert plan.fichier.pages > 1
    assert photo.titre == "scan"
    assert services.pieces.octets(plan.fichier.empreinte) == pdf.read_bytes()
    first = services.redactions.modifier(
        CLCT, "annexes", lambda it: replace(it, annexes=(it.annexes[-1], *it.annexes[:-1]))
    )
    assert [a.numero for a in first.annexes] == [1, 2, 3, 4, 5]
    assert first.annexes[0].fichier == photo.fichier
    printed = texte(services.conventions.render_pdf(CLCT, annexes=True))
    assert "Plan de situation non" in printed
    out = services.pieces.extraire(plan.fichier.empreinte, tmp_path / "copie.pdf")
    assert out.read_bytes() == pdf.read_bytes()


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (b"", "vide"),
        (b"bonjour", "ce n'est pas un PDF"),
        (b"%PDF-1.7 rien", "abîmé"),
        (b"\x89PNG\r\n\x1a\nrien", "abîmée"),
        (image()[:60], "abîmée"),
        (b"PK\x03\x04rien", "n'est pas ajouté"),
        (b"%PDF-" + bytes(20_000_001), "dépasse 20 Mo"),
    ],
)
def test_a_hostile_file_is_refused_and_nothing_changes(
    services: Services, tmp_path: Path, octets: bytes, said: str
) -> None:
    path = tmp_path / "annexe.pdf"
    path.write_bytes(octets)
    before = count(services)
    with pytest.raises(UserError) as refused:
        services.pieces.annexer(CLCT, path)
    assert said in plain(str(refused.value))
    assert "annexe.pdf" in str(refused.value)
    assert count(services) == before


def test_a_liasse_holds_the_files_of_the_annexes(
    services: Services, scan: Path, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Caméra", "Rue"])
    sheet.append([1, "rue du Port"])
    book.save(tmp_path / "caméras.xlsx")
    services.pieces.annexer(CLCT, scan, "Photographie")
    services.pieces.annexer(CLCT, tmp_path / "caméras.xlsx")
    whole = texte(services.liasses.render(CLCT))
    for words in ("LIASSE", "Photographie", "rue du Port", "caméras.xlsx", "Fait à"):
        assert words in whole
    one = texte(services.liasses.render(CLCT, {5}))
    assert "rue du Port" in one
    assert "Photographie" not in one
    assert "Fait à" not in one
    assert services.liasses.render(CLCT) == services.liasses.render(CLCT)


# ----------------------------------------------------------------------- printing


def test_what_was_printed_is_in_the_journal_and_is_not_undone(services: Services) -> None:
    services.redactions.modifier(CLCT, "objet", objet("x"))
    undoable = services.journal.undoable()
    services.conventions.noter_impression(CLCT, "4 pages, 2 exemplaires")
    last = services.journal.history(1)[0]
    assert last.source is SourceChangement.IMPRESSION
    assert "CLCT77-2019" in last.commande
    assert services.journal.undoable() == undoable
    assert services.journal.verify().ok
