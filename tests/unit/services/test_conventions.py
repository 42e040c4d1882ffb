"""Conventions are drawn up, changed, signed and handed over."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.convention import (
    Article,
    ConventionDetails,
    EtatConvention,
    Membre,
    NatureConvention,
)
from sdpd_desktop.domain.duree import Duree
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.signataire import Genre, Mandat, ModeSignature
from tests.support import count
from tests.unit.services.depots import CLCT, SIGNED, Ecriture, objet

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
    each = [s.qualite.partition(" ")[0] for s in by_kind["participation_citoyenne"].signataires]
    assert each == ["préfet", "maire", "commandant"]
    police = by_kind["participation_citoyenne_police"]
    assert [s.qualite.partition(" ")[0] for s in police.signataires] == [
        "préfet", "maire", "directeur",
    ]  # fmt: skip
    assert (police.resume.duree.mois, police.resume.duree.tacite) == (36, True)
    assert by_kind["coordination"].visas
    assert by_kind["coordination"].avis
    assert {k.nature for k in kinds} == set(NatureConvention)
    assert by_kind["coordination"].resume.duree.mois == 36


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
    services: Services, change: Ecriture, field: str
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
