"""Compiled forms follow their Designer files."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "compile_forms.py"
FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>NoteDialog</class>
 <widget class="QDialog" name="note_dialog">
  <property name="windowTitle"><string>Préparer « la note »</string></property>
 </widget>
</ui>
"""


@pytest.fixture
def compile_forms(tmp_path: Path) -> Callable[..., int]:
    """Return the script's main function, bound to a folder that holds one form."""
    spec = importlib.util.spec_from_file_location("compile_forms", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "forms").mkdir()
    (tmp_path / "generated").mkdir()
    (tmp_path / "forms" / "note_dialog.ui").write_text(FORM, encoding="utf-8")

    def run(*options: str) -> int:
        folders = [f"--forms={tmp_path / 'forms'}", f"--generated={tmp_path / 'generated'}"]
        status = module.main([*folders, *options])
        assert isinstance(status, int)
        return status

    return run


def test_compiles_a_form(compile_forms: Callable[..., int], tmp_path: Path) -> None:
    assert compile_forms() == 0
    text = (tmp_path / "generated" / "ui_note_dialog.py").read_text(encoding="utf-8")
    assert "class Ui_NoteDialog" in text
    assert "Created by" not in text
    assert compile_forms("--check") == 0


def test_check_reports_a_missing_one_and_writes_nothing(
    compile_forms: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compile_forms("--check") == 1
    assert "ui_note_dialog.py" in capsys.readouterr().out
    assert list((tmp_path / "generated").iterdir()) == []


def test_check_reports_a_changed_form(compile_forms: Callable[..., int], tmp_path: Path) -> None:
    compile_forms()
    form = tmp_path / "forms" / "note_dialog.ui"
    form.write_text(FORM.replace("la note", "le bilan"), encoding="utf-8")
    assert compile_forms("--check") == 1
    assert compile_forms() == 0
    assert compile_forms("--check") == 0


def test_orphans_are_reported_then_removed(
    compile_forms: Callable[..., int], tmp_path: Path
) -> None:
    orphan = tmp_path / "generated" / "ui_ancien.py"
    compile_forms()
    orphan.write_text("", encoding="utf-8")
    assert compile_forms("--check") == 1
    assert compile_forms() == 0
    assert not orphan.exists()


def test_a_broken_form_stops_with_its_name(
    compile_forms: Callable[..., int], tmp_path: Path
) -> None:
    (tmp_path / "forms" / "broken.ui").write_text("<ui", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"broken\.ui"):
        compile_forms()
