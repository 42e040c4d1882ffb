"""Meetings of instances and what they decided, on the real plans."""

import datetime as dt
from dataclasses import replace

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import NotFoundError, UserError
from sdpd_desktop.domain.instance import Decision, ReunionDraft
from sdpd_desktop.domain.rapport import Note, Rangee, Tableau, TypeRapport
from tests.support import SDPD, TODAY, count, plain

DRAFT = ReunionDraft(
    dt.date(2022, 3, 14),
    " État-major du premier trimestre ",
    "Préfecture, Melun",
    (
        Decision("Relancer la convention de sécurité rurale", "O8.A2", dt.date(2022, 9, 1)),
        Decision("Réunir les bailleurs"),
    ),
)


def test_a_meeting_is_kept_changed_taken_away_and_put_back(services: Services) -> None:
    kept = services.instances.enregistrer("EMDS77", DRAFT)
    assert kept.objet == "État-major du premier trimestre"
    assert kept.decisions == DRAFT.decisions
    by_code = {row.code: row.derniere_reunion for row in services.instances.list_all()}
    assert by_code["EMDS77"] == DRAFT.tenue_le
    assert by_code["CDPD77"] is None
    assert services.journal.history(1)[0].commande == "noter la réunion de EMDS77 du 14/03/2022"
    fewer = replace(DRAFT, lieu="Torcy", decisions=DRAFT.decisions[1:])
    changed = services.instances.enregistrer("EMDS77", fewer, kept.id)
    assert (changed.id, changed.lieu) == (kept.id, "Torcy")
    assert changed.decisions == (Decision("Réunir les bailleurs"),)
    services.journal.undo(services.journal.history(1)[0].numero)
    assert services.instances.reunions("EMDS77") == (kept,)
    services.instances.retirer(kept)
    assert services.instances.reunions("EMDS77") == ()
    services.journal.undo(services.journal.history(1)[0].numero)
    assert services.instances.reunions("EMDS77") == (kept,)
    assert services.sauvegardes.check().defauts == ()


def test_meetings_come_newest_first_and_into_the_bilan(services: Services) -> None:
    services.instances.enregistrer("EMDS77", DRAFT)
    services.instances.enregistrer("EMDS77", replace(DRAFT, tenue_le=dt.date(2022, 6, 1)))
    days = [meeting.tenue_le.month for meeting in services.instances.reunions("EMDS77")]
    assert days == [6, 3]
    report = services.rapports.contenu(TypeRapport.BILAN, SDPD, "2022")
    told = str([section for section in report.sections if section.code == "instances"])
    assert "Relancer la convention de sécurité rurale" in told


def test_the_bilan_tells_what_was_decided_for_which_action_and_by_when(services: Services) -> None:
    services.instances.enregistrer("EMDS77", DRAFT)
    report = services.rapports.contenu(TypeRapport.BILAN, SDPD, "2022")
    (note,) = (b for s in report.sections for b in s.blocs if isinstance(b, Note) and b.titre)
    body = "État-major départemental de sécurité"
    assert plain(note.titre) == f"{body} – 14/03/2022, Préfecture, Melun"
    assert [plain(line) for line in note.lignes] == [
        "État-major du premier trimestre",
        "Relancer la convention de sécurité rurale (action O8.A2, pour le 01/09/2022)",
        "Réunir les bailleurs",
    ]


def test_a_past_bilan_knows_no_later_meeting(services: Services) -> None:
    services.instances.enregistrer("EMDS77", replace(DRAFT, tenue_le=dt.date(2021, 11, 8)))
    services.instances.enregistrer("EMDS77", DRAFT)
    report = services.rapports.contenu(TypeRapport.BILAN, SDPD, "2021")
    (bodies,) = (s.blocs[0] for s in report.sections if s.code == "instances")
    assert isinstance(bodies, Tableau)
    told = [row for row in bodies.rangees if isinstance(row, Rangee)]
    (emds,) = (row for row in told if row.cellules[0].texte.startswith("État-major"))
    assert [cell.texte for cell in emds.cellules[2:]] == ["08/11/2021", "1"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"tenue_le": TODAY + dt.timedelta(days=1)}, "dans le futur"),
        ({"objet": "  "}, "Donnez l'objet"),
        ({"objet": "x" * 301}, "300 caractères"),
        ({"lieu": "x" * 201}, "200 caractères"),
        ({"decisions": (Decision("bon"), Decision(" ", "O8.A2"))}, "Décision n° 2"),
        ({"decisions": (Decision("bon", "O99.A1"),)}, "O99.A1"),
    ],
)
def test_what_is_missing_or_unknown_changes_nothing(
    services: Services, wrong: dict[str, object], words: str
) -> None:
    before = count(services)
    with pytest.raises(UserError) as refused:
        services.instances.enregistrer("EMDS77", replace(DRAFT, **wrong))  # type: ignore[arg-type]
    assert words in plain(str(refused.value))
    assert count(services) == before


def test_an_instance_or_a_meeting_that_is_not_there(services: Services) -> None:
    with pytest.raises(NotFoundError, match="LUNE"):
        services.instances.reunions("LUNE")
    kept = services.instances.enregistrer("EMDS77", DRAFT)
    services.instances.retirer(kept)
    with pytest.raises(NotFoundError, match="n'existe plus"):
        services.instances.retirer(kept)
