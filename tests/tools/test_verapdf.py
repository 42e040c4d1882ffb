"""The engine's answer is never mistaken for silence."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.tools.verapdf.moteur import VeraPdf

pytestmark = pytest.mark.verapdf


def test_what_is_no_pdf_breaks_every_rule(verapdf: VeraPdf, tmp_path: Path) -> None:
    path = tmp_path / "texte.pdf"
    path.write_bytes(b"rien")
    assert verapdf.manquements(path, "2a")
    assert verapdf.manquements(tmp_path / "absent.pdf", "ua1")


def test_an_engine_that_stops_is_no_verdict(tmp_path: Path) -> None:
    with closing(VeraPdf()) as engine:
        engine._process.kill()
        with pytest.raises((AssertionError, BrokenPipeError)):
            engine.manquements(tmp_path / "absent.pdf", "2a")
