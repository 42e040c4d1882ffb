"""A convention survives JSON; whatever else a file holds is refused in words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.convention_json import ecrire, lire
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.version_convention import (
    ConventionExportee,
    LiensConvention,
    ValeurConvention,
)
from tests.support import plain
from tests.unit.documents.echantillons import convention

EXPORTED = ConventionExportee(convention(signee=True).details, ())


@given(
    st.builds(
        ConventionExportee,
        st.from_type(ConventionDetails),
        st.from_type(tuple[ValeurConvention, ...]),
        st.none() | st.from_type(LiensConvention),
        st.none() | st.dates(),
    )
)
def test_any_convention_comes_back_equal(exportee: ConventionExportee) -> None:
    text = ecrire(exportee)
    assert lire(text) == exportee
    assert ecrire(lire(text.encode())) == text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c: c.update(format="autre"), "pas une convention exportée"),
        (lambda c: c.update(edition=4), "version plus récente"),
        (lambda c: c.update(edition=[]), "version plus récente"),
        (lambda c: c.update(inconnu=1), "« inconnu »"),
        (lambda c: c["convention"].pop("objet"), "« objet »"),
        (lambda c: c["convention"].update(objet=3), "convention › objet vaut « 3 »"),
        (lambda c: c["convention"]["resume"].update(etat="perdue"), "« perdue »"),
        (lambda c: c["convention"].update(signee_le="hier"), "« hier »"),
        (lambda c: c["convention"].update(parties=None), "devrait être une liste"),
        (lambda c: c["convention"].update(actions=[["a"]]), "devrait avoir 2 éléments"),
        (lambda c: c["convention"].update(parties=[1]), "groupe de champs"),
    ],
)
def test_a_changed_file_is_refused_where_it_differs(change: object, said: str) -> None:
    content = json.loads(ecrire(EXPORTED))
    assert callable(change)
    change(content)
    with pytest.raises(ValidationError) as refused:
        lire(json.dumps(content))
    assert said in plain(str(refused.value))


@given(st.binary())
def test_any_bytes_are_read_or_refused(octets: bytes) -> None:
    with pytest.raises(ValidationError):
        lire(octets)


def test_earlier_editions_are_read_as_they_were_written() -> None:
    content = json.loads(ecrire(EXPORTED))
    for edition, absent in ((2, "arretee_le"), (1, "liens")):
        del content[absent]
        with pytest.raises(ValidationError, match=rf"ne contient pas.*{absent}"):
            lire(json.dumps(content))
        content["edition"] = edition
        assert lire(json.dumps(content)) == EXPORTED


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ValidationError):
        lire("[" * 200_000)
