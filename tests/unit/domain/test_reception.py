"""A layout by which something can be stored, whatever the order of its columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.disposition import Champ, ColonneDisposition, Disposition
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.reception import verifier_disposition


def layout(*champs: Champ | ColonneDisposition) -> Disposition:
    columns = (
        c if isinstance(c, ColonneDisposition) else ColonneDisposition(f"Titre {rank}", c)
        for rank, c in enumerate(champs)
    )
    return Disposition("Feuille", tuple(columns))


GOOD = (Champ.INDICATEUR, Champ.LIBELLE, Champ.ZONE, Champ.PERIODE, Champ.VALEUR, Champ.COMMENTAIRE)


@given(st.permutations(GOOD), st.integers(0, 4))
def test_the_order_of_columns_does_not_matter(order: list[Champ], ignored: int) -> None:
    verifier_disposition(layout(*order, *[Champ.IGNOREE] * ignored))


def wide(zone: str) -> ColonneDisposition:
    return ColonneDisposition(f"Valeur {zone}", Champ.VALEUR, zone=zone)


@pytest.mark.parametrize(
    ("disposition", "reason"),
    [
        (layout(Champ.VALEUR, Champ.ZONE), "nomme l'indicateur"),
        (layout(Champ.INDICATEUR, Champ.COMMENTAIRE), "tient la valeur"),
        (layout(Champ.INDICATEUR, Champ.NUMERATEUR), "tient la valeur"),
        (layout(Champ.INDICATEUR, Champ.INDICATEUR, Champ.VALEUR), "gardez-en une"),
        (layout(Champ.INDICATEUR, Champ.VALEUR, Champ.VALEUR), "Plusieurs colonnes"),
        (layout(Champ.INDICATEUR, wide("police"), wide("police")), "Plusieurs colonnes"),
    ],
)
def test_what_a_layout_lacks_is_said(disposition: Disposition, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        verifier_disposition(disposition)


@pytest.mark.parametrize(
    "disposition",
    [
        layout(Champ.INDICATEUR, wide("police"), wide("gendarmerie")),
        layout(Champ.INDICATEUR, Champ.NUMERATEUR, Champ.DENOMINATEUR),
        layout(Champ.MESURE, Champ.STATUT, Champ.FAIT_LE),
        layout(ColonneDisposition("Caméras", Champ.VALEUR, indicateur="K33")),
    ],
)
def test_other_layouts_that_will_do(disposition: Disposition) -> None:
    verifier_disposition(disposition)
