"""What is expunged is nowhere any more: rows, lines, kept files, journal, search, file of bytes."""

import datetime as dt
import gzip
import io
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from sdpd_desktop.bootstrap import database_path
from sdpd_desktop.documents.expurgation import holds, without
from sdpd_desktop.domain.convention import NaturePiece
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.expurgation import EXPURGE
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from tests.support import SDPD, TODAY, Bureau, cell, count, edit, plain, raw, reopen, values

K37, K40 = "O8.A3.i1", "O9.A2.i1"
NOM = "Zébulon d'Été & fils"
ANSWERS = {
    (K37, "valeur"): 12, (K37, "commentaire"): f"vu avec {NOM} le 3 mai", (K40, "valeur"): 70,
    ("O8.A4.m1", "statut"): "en cours", ("O8.A4.m1", "note"): f"plainte de {NOM}",
}  # fmt: skip
CLCT = "CLCT77-2019"
MOTIF = "donnée nominative reçue par erreur"


@pytest.fixture
def told(bureau: Bureau) -> Bureau:
    """A bureau that imported a name in a comment and in a note, and typed it once more."""
    proposition = bureau.propose(ANSWERS)
    accepted = [i for i, line in enumerate(proposition.lignes) if line.effet is not None]
    bureau.services.importations.apply(proposition, accepted)
    bureau.services.plans.tick(SDPD, "O8.A4.m2", TODAY, Statut.REALISEE, note=f"signé {NOM}")
    return bureau


def stored_bytes(bureau: Bureau) -> bytes:
    """Return the bytes of the database, its WAL included."""
    database = database_path(bureau.services.data)
    found = [database.with_name(database.name + suffix) for suffix in ("", "-wal")]
    return b"".join(path.read_bytes() for path in found if path.exists())


def traces(octets: bytes) -> list[str]:
    """Return the spellings of the name that stand in bytes, as text or as JSON escapes."""
    escaped = NOM.encode("ascii", "backslashreplace").decode().replace("\\xe9", "\\u00e9")
    spellings = {NOM, escaped.replace("\\xc9", "\\u00c9"), "zebulon d'ete"}
    return [spelling for spelling in spellings if spelling.encode() in octets]


def test_a_name_is_taken_out_of_everything_and_the_chain_holds(told: Bureau) -> None:
    services = told.services
    assert traces(stored_bytes(told))
    services.sauvegardes.backup(told.key / "avant.sauvegarde")
    numbers = count(services)
    apercu = services.expurgations.apercu(NOM)
    assert count(services) == numbers
    phrases = [plain(phrase) for phrase in apercu.endroits]
    assert "1 valeur" in phrases
    assert "2 mesures" in phrases
    assert "1 fichier reçu" in phrases
    assert apercu.fichiers == ("retour GGD (2).xlsx",)
    assert [Path(it.chemin).name for it in apercu.sauvegardes] == ["avant.sauvegarde"]
    done = services.expurgations.expurger(NOM, MOTIF)
    assert done.nettoye
    assert done.apercu == apercu
    assert traces(stored_bytes(told)) == []
    assert services.journal.verify().ok
    report = services.sauvegardes.check()
    assert report.defauts == ()
    assert any(
        plain(line).startswith(f"Éléments expurgés : {apercu.elements}") for line in report.lignes
    )
    assert not services.recherche.search("zebulon", 5, SDPD)
    resume = services.journal.resume(done.changement)
    assert (resume.source, resume.commande) == (SourceChangement.EXPURGATION, f"expurger ({MOTIF})")
    assert all(NOM not in str(line) for line in services.journal.details(done.changement).lignes)
    (mesure, *_rest) = services.plans.action(SDPD, "O8.A4").mesures
    assert mesure.note == f"plainte de {EXPURGE}"
    (value, *_older) = services.indicateurs.history(SDPD, K37, parse_periode("2022-S1"))
    assert (value.valeur, value.commentaire) == (
        Decimal(12), f"vu avec {EXPURGE} le 3 mai",
    )  # fmt: skip
    told.services = reopen(services)
    assert told.services.sauvegardes.check().defauts == ()


def test_the_rest_of_the_received_file_can_still_be_read(told: Bureau) -> None:
    services = told.services
    services.expurgations.expurger(NOM, MOTIF)
    with raw(services.data) as connection:
        ((octets,),) = connection.execute("SELECT octets FROM contenu").fetchall()
    path = told.key / "reste.xlsx"
    path.write_bytes(octets)
    again = services.importations.propose(path)
    assert {line.objet: line.texte for line in again.lignes}["K40"] == "70"
    assert not holds(octets, NOM)


def test_an_expunging_is_never_put_back_and_the_rest_of_the_import_is(told: Bureau) -> None:
    services = told.services
    before = values(services)
    done = services.expurgations.expurger(NOM, MOTIF)
    with pytest.raises(UserError, match="ne s'annule pas"):
        services.journal.undo(done.changement)
    undoable = services.journal.undoable()
    assert undoable is not None
    assert undoable.numero < done.changement
    imported = next(
        it.numero for it in services.journal.history() if it.source is SourceChangement.IMPORT
    )
    with pytest.raises(UserError, match="supprimé du journal"):
        services.journal.undo(imported)
    rest = services.journal.undo_rest(imported)
    assert rest.gardees
    after = values(services)
    place = next(key for key in before if key.startswith(f"{K40} 2022-S1"))
    assert after.get(place) != before[place]
    assert services.sauvegardes.check().defauts == ()


def test_a_locked_period_keeps_no_name(told: Bureau) -> None:
    told.services = reopen(told.services, dt.date(2022, 7, 1))
    told.services.clotures.clore(SDPD, parse_periode("2022-S1"))
    told.services.expurgations.expurger(NOM, MOTIF)
    assert traces(stored_bytes(told)) == []


def test_a_whole_file_goes_and_its_hash_stays(told: Bureau) -> None:
    services = told.services
    (imported,) = services.importations.list_all()
    apercu = services.expurgations.apercu_fichier(imported.empreinte)
    assert apercu.fichiers == (imported.fichier,)
    done = services.expurgations.expurger_fichier(imported.empreinte, MOTIF)
    assert done.nettoye
    with raw(services.data) as connection:
        assert connection.execute("SELECT count(*) FROM contenu").fetchone() == (0,)
    assert services.sauvegardes.check().defauts == ()
    assert services.importations.list_all()[0].empreinte == imported.empreinte
    (kept,) = services.expurgations.list_all()
    assert (kept.fichier, kept.motif) == (imported.empreinte, MOTIF)
    assert kept.auteur == services.journal.resume(done.changement).auteur != ""
    assert services.journal.verify().ok
    with pytest.raises(NotFoundError, match="ne sont pas conservés"):
        services.expurgations.expurger_fichier(imported.empreinte, MOTIF)


def test_importing_the_same_file_again_does_not_keep_it_again(told: Bureau) -> None:
    services = told.services
    (imported,) = services.importations.list_all()
    services.expurgations.expurger_fichier(imported.empreinte, MOTIF)
    services.indicateurs.record_many(SDPD, [cell(K40, "2022-S1", "1")], "saisir")
    proposition = services.importations.propose(told.key / imported.fichier)
    services.importations.apply(
        proposition, [i for i, line in enumerate(proposition.lignes) if line.effet]
    )
    with raw(services.data) as connection:
        assert connection.execute("SELECT count(*) FROM contenu").fetchone() == (0,)
    assert services.sauvegardes.check().defauts == ()


@pytest.mark.parametrize(
    ("texte", "motif", "said"),
    [
        ("ab", MOTIF, "au moins 3 caractères"),
        (NOM, "  ", "Donnez le motif"),
        (NOM, f"nom de {NOM.upper()}", "répète ce qu'il faut effacer"),
    ],
)
def test_what_is_asked_badly_is_refused(told: Bureau, texte: str, motif: str, said: str) -> None:
    numbers = count(told.services)
    with pytest.raises(ValidationError, match=said):
        told.services.expurgations.expurger(texte, motif)
    assert count(told.services) == numbers


def test_a_text_that_stands_nowhere_changes_nothing(told: Bureau) -> None:
    numbers = count(told.services)
    assert told.services.expurgations.apercu("introuvable ici").elements == 0
    with pytest.raises(NotFoundError, match="nulle part"):
        told.services.expurgations.expurger("introuvable ici", MOTIF)
    assert count(told.services) == numbers


def test_a_heading_sealed_by_the_chain_is_told(bureau: Bureau) -> None:
    proposition = bureau.propose({(K40, "valeur"): 70}, "retour de Zébulon.xlsx")
    done = bureau.services.importations.apply(proposition).changement
    apercu = bureau.services.expurgations.apercu("Zébulon")
    assert any(f"changement n° {done}" in plain(sentence) for sentence in apercu.restes)


def test_a_text_cut_by_styles_takes_the_whole_file_away(tmp_path: Path, bureau: Bureau) -> None:
    def styled(book: object) -> None:
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont

        sheet = book.worksheets[0]  # type: ignore[attr-defined]
        sheet["H40"] = CellRichText("vu ", TextBlock(InlineFont(b=True), "Jean "), "Bon")

    octets = edit(bureau.blank, styled).read_bytes()
    assert holds(octets, "Jean Bon")
    assert without(octets, "Jean Bon") is None


def test_plain_and_packed_texts_are_cleaned() -> None:
    for encoding in ("utf-8", "cp1252"):
        octets = f"a;{NOM};b\n".encode(encoding)
        assert without(octets, NOM) == f"a;{EXPURGE};b\n".encode(encoding)
    packed = without(gzip.compress(f"a;{NOM}\n".encode()), NOM)
    assert packed is not None
    assert gzip.decompress(packed) == f"a;{EXPURGE}\n".encode()
    binary = b"\xd0\xcf\x11\xe0\x00\x00" + NOM.encode("utf-16-le")
    assert holds(binary, NOM)
    assert without(binary, NOM) is None


# ------------------------------------------------------------------ what was filed signed


def test_a_convention_filed_signed_stays_and_is_told(told: Bureau, tmp_path: Path) -> None:
    services = told.services
    scan = tmp_path / f"{NOM}.png"
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, "PNG")
    scan.write_bytes(out.getvalue() + NOM.encode())
    services.conventions.sign(CLCT, dt.date(2019, 7, 1), "Noisiel", NOM)
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    before = services.conventions.details(CLCT)
    apercu = services.expurgations.apercu(NOM)
    assert any(CLCT in rest and "jamais modifiée" in rest for rest in apercu.restes)
    assert any(scan.name in rest and "tels quels" in plain(rest) for rest in apercu.restes)
    services.expurgations.expurger(NOM, MOTIF)
    assert services.conventions.details(CLCT) == before
    (piece,) = before.pieces
    assert services.pieces.octets(piece.empreinte) == scan.read_bytes()
    assert services.plans.action(SDPD, "O8.A4").mesures[0].note == f"plainte de {EXPURGE}"
    with pytest.raises(UserError, match="convention signée"):
        services.expurgations.expurger_fichier(piece.empreinte, MOTIF)
    with pytest.raises(NotFoundError, match=f"rien à effacer.*{CLCT}"):
        services.expurgations.expurger(NOM, MOTIF)
    assert services.sauvegardes.check().defauts == ()


def test_a_piece_expunged_says_so_when_it_is_opened(bureau: Bureau, tmp_path: Path) -> None:
    services = bureau.services
    acte = tmp_path / "arrêté.pdf"
    page = Canvas(str(acte))
    page.showPage()
    page.save()
    acte.write_bytes(acte.read_bytes() + b"% " + NOM.encode() + b"\n")
    piece = services.pieces.deposer(CLCT, acte, NaturePiece.DELEGATION).pieces[-1]
    services.expurgations.expurger(NOM, MOTIF)
    with pytest.raises(UserError, match=f"a été expurgé.*{MOTIF}"):
        services.pieces.octets(piece.empreinte)
    assert services.sauvegardes.check().defauts == ()


def test_a_text_being_signed_stays_and_is_told(told: Bureau) -> None:
    services = told.services
    with raw(services.data) as connection:
        connection.execute("UPDATE partie SET institution = institution || ?", (f" avec {NOM}",))
        connection.execute(
            "INSERT INTO exemplaire (id, version, convention_id, fichier_id, nom, revisions, "
            "verdict, motifs, verifie_le, complet) SELECT 'e', 1, convention.id, fichier.id, "
            "'texte.pdf', '[]', 'valide', '[]', '2022-06-30 08:00:00', 0 FROM convention, fichier "
            "WHERE convention.code = ? LIMIT 1",
            (CLCT,),
        )
    before = services.conventions.details(CLCT)
    assert all(NOM in partie.institution for partie in before.parties)
    apercu = services.expurgations.apercu(NOM)
    assert any(CLCT in rest and "en cours de signature" in rest for rest in apercu.restes)
    services.expurgations.expurger(NOM, MOTIF)
    assert services.conventions.details(CLCT) == before
    (other,) = (c.code for c in services.conventions.list_all() if c.code != CLCT)
    found = services.conventions.details(other).parties
    assert all(EXPURGE in partie.institution for partie in found)
