"""Of an import, what was changed since is kept and named; the rest is put back."""

import pytest

from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.indicateur import EtatValeur
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.plan import Statut
from tests.support import SDPD, TODAY, Bureau, cell, count, plain, reopen, values

K37, K40 = "O8.A3.i1", "O9.A2.i1"
ANSWERS = {
    (K37, "valeur"): 12, (K40, "valeur"): 70, ("O8.A4.m1", "statut"): "en cours",
    ("O8.A4.m2", "statut"): "bloquée",
}  # fmt: skip


def imported(bureau: Bureau) -> int:
    proposition = bureau.propose(ANSWERS)
    accepted = [i for i, line in enumerate(proposition.lignes) if line.effet is not None]
    done = bureau.services.importations.apply(proposition, accepted).changement
    assert done is not None
    return done


def shown(bureau: Bureau, indicateur: str) -> list[str]:
    return [
        str(stored[1])
        for key, stored in values(bureau.services).items()
        if key.startswith(f"{indicateur} 2022-S1")
    ]


def edit(bureau: Bureau) -> None:
    """Type another value over one that was imported, and tick a mesure again."""
    bureau.services.indicateurs.record_many(SDPD, [cell(K37, "2022-S1", "15")], "saisir 15")
    bureau.services.plans.tick(SDPD, "O8.A4.m1", TODAY, Statut.REALISEE)


def test_what_was_edited_since_is_named_before_and_kept(bureau: Bureau) -> None:
    before = values(bureau.services)
    numero = imported(bureau)
    edit(bureau)
    edited = values(bureau.services)
    told = bureau.services.journal.apercu(numero)
    names = [plain(sentence).split(" a été ")[0] for sentence in told.gardees]
    # The action goes with its mesure: it is under way as long as that one is.
    assert names == [
        "O8.A4.m1", "O8.A4 est gardé avec ce qui en dépend.", "K37 · 1er semestre 2022 · DEP77",
    ]  # fmt: skip
    assert "modifié depuis par" in told.gardees[0]
    assert "« saisir 15 »" in plain(told.gardees[2])
    assert values(bureau.services) == edited
    with pytest.raises(ConflictError, match="annuler le reste"):
        bureau.services.journal.undo(numero)
    done = bureau.services.journal.undo_rest(numero)
    assert done.gardees == told.gardees
    assert done.changement.source is SourceChangement.ANNULATION
    after = values(bureau.services)
    assert shown(bureau, K37) == ["15"]
    assert after["O8.A4.m1"] == edited["O8.A4.m1"]
    assert after["O8.A4"] == edited["O8.A4"]
    assert after["O8.A4.m2"] == before["O8.A4.m2"]
    assert {k: v for k, v in after.items() if k.startswith(K40)} == {
        k: v for k, v in before.items() if k.startswith(K40)
    }
    assert bureau.services.sauvegardes.check().defauts == ()


def test_nothing_stands_in_the_way_of_importing_again(bureau: Bureau) -> None:
    numero = imported(bureau)
    edit(bureau)
    bureau.services.journal.undo_rest(numero)
    again = bureau.propose(ANSWERS)
    assert again.deja_importe is None
    verdicts = {line.objet: line.verdict for line in again.lignes}
    assert verdicts["O8.A4.m2"] is Verdict.NOUVEAU
    assert bureau.services.importations.apply(again).changement == count(bureau.services)
    assert bureau.services.sauvegardes.check().defauts == ()


def test_validated_and_contested_values_are_kept_after_a_restart(bureau: Bureau) -> None:
    numero = imported(bureau)
    with bureau.services.plans._ground.database.read() as work:
        current = work.indicateurs.current_ids(work.plans.row(SDPD))
    place = next(key for key in current if key[:2] == (K37, "2022-S1"))
    with bureau.services.plans._ground.write("valider") as work:
        work.indicateurs.restate(
            [current[place]], "A. Dupont", bureau.services.clock.now(),
            {"etat": EtatValeur.VALIDE.value},
        )  # fmt: skip
        work.commit()
    bureau.services = reopen(bureau.services)
    done = bureau.services.journal.undo_rest(numero)
    assert len(done.gardees) == 1
    assert shown(bureau, K37) == ["12"]
    assert bureau.services.sauvegardes.check().defauts == ()


def test_the_annulation_of_the_rest_can_be_put_back(bureau: Bureau) -> None:
    numero = imported(bureau)
    edit(bureau)
    edited = values(bureau.services)
    done = bureau.services.journal.undo_rest(numero)
    bureau.services.journal.undo(done.changement.numero)
    assert values(bureau.services) == edited


def test_a_later_import_of_the_partner_is_told(bureau: Bureau) -> None:
    first = imported(bureau)
    assert bureau.services.journal.apercu(first).plus_recents == ()
    proposition = bureau.propose({(K37, "valeur"): 13}, "second.xlsx")
    second = bureau.services.importations.apply(
        proposition, [i for i, line in enumerate(proposition.lignes) if line.effet]
    ).changement
    assert bureau.services.journal.apercu(first).plus_recents == (second,)
    bureau.services.journal.undo(second or 0)
    assert bureau.services.journal.apercu(first).plus_recents == ()


def test_only_an_import_leaves_a_rest(bureau: Bureau) -> None:
    bureau.services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    numbers = count(bureau.services)
    with pytest.raises(UserError, match="n'est pas un import"):
        bureau.services.journal.undo_rest(numbers)
    assert count(bureau.services) == numbers


def test_an_import_wholly_edited_since_has_no_rest(bureau: Bureau) -> None:
    proposition = bureau.propose({(K37, "valeur"): 12})
    numero = bureau.services.importations.apply(proposition).changement or 0
    bureau.services.indicateurs.record_many(SDPD, [cell(K37, "2022-S1", "15")], "saisir 15")
    told = bureau.services.journal.apercu(numero)
    if told.remises:  # The state of the return is left of it.
        bureau.services.journal.undo_rest(numero)
        assert shown(bureau, K37) == ["15"]
