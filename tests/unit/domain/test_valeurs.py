import datetime as dt
from decimal import Decimal

from sdpd_desktop.domain.indicateur import Borne, Grandeur, NatureCible, Presence
from sdpd_desktop.domain.valeurs import derniere, par_annee, total, visibles
from tests.unit.domain.fabrique import indicateur, observation

FLUX = indicateur(NatureCible.CUMULER, grandeur=Grandeur.FLUX)
STOCK = indicateur(NatureCible.ATTEINDRE, grandeur=Grandeur.STOCK)
CUMUL = indicateur(NatureCible.CUMULER, grandeur=Grandeur.CUMUL)


def test_only_current_values_already_begun_are_seen_the_latest_last() -> None:
    seen = visibles(
        [
            observation("2022", 4),
            observation("2021", 3),
            observation("2020", 9, courante=False),
            observation("2022-T3", 5),
        ],
        dt.date(2022, 6, 30),
    )
    assert [o.periode.code for o in seen] == ["2021", "2022"]
    today = observation("2022-06-30", 1)
    assert visibles([today], dt.date(2022, 6, 30)) == (today,)


def test_the_latest_value_says_when_a_later_period_has_none() -> None:
    missing = observation("2022", None, Presence.NON_RENSEIGNE)
    older, latest = observation("2020", 2), observation("2021", 3, borne=Borne.ENVIRON)
    lecture = derniere([older, latest, missing])
    assert lecture.valeur == 3
    assert lecture.notes == ("valeur approchée", "valeur de 2021")
    assert derniere([older, latest]).notes == ("valeur approchée",)


def test_flows_add_up_and_a_year_is_not_counted_again_with_its_quarters() -> None:
    parts = [observation(code, 10) for code in ("2022-T1", "2022-T2", "2022-T3")]
    lecture = total(FLUX, parts)
    assert lecture is not None
    assert lecture.valeur == 30
    lecture = total(FLUX, [*parts, observation("2022-S1", 25), observation("2022-10", 4)])
    assert lecture is not None
    assert lecture.valeur == 39


def test_stocks_and_running_totals_do_not_add_up() -> None:
    parts = [observation("2021", 10), observation("2022", 15)]
    for kind in (STOCK, CUMUL):
        lecture = total(kind, parts)
        assert lecture is not None
        assert lecture.valeur == 15


def test_shares_never_add_up() -> None:
    share = indicateur(NatureCible.COUVRIR, grandeur=Grandeur.FLUX, unite="%")
    lecture = total(share, [observation("2022-S1", 60), observation("2022-S2", 70)])
    assert lecture is not None
    assert lecture.valeur == 70


def test_nothing_is_not_a_total_of_zero() -> None:
    missing = observation("2022", None, Presence.NON_RENSEIGNE)
    assert total(FLUX, [missing]) is None
    assert total(FLUX, []) is None
    assert par_annee(FLUX, [missing]) == {}


def test_a_year_of_flows_is_complete_once_its_parts_fill_it() -> None:
    quarters = [observation(f"2020-T{n}", n) for n in (1, 2, 3, 4)]
    year = par_annee(FLUX, quarters)[2020]
    assert (year.lecture.valeur, year.complete) == (Decimal(10), True)
    assert not par_annee(FLUX, quarters[:3])[2020].complete
    assert par_annee(FLUX, [observation("2020", 7)])[2020].complete


def test_a_stock_speaks_for_its_year_and_a_running_total_at_its_end_only() -> None:
    june = [observation("2022-06-30", 12)]
    assert par_annee(STOCK, june)[2022].complete
    assert not par_annee(CUMUL, june)[2022].complete
    assert par_annee(CUMUL, [*june, observation("2022-T4", 20)])[2022].complete
