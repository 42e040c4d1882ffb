"""Compile the Designer forms of ui/forms into sdpd_desktop/gui/generated.

With ``--check`` nothing is written: the exit status is 1 if a compiled form is
missing, differs from its form, or has none.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "ui" / "forms"
GENERATED = ROOT / "sdpd_desktop" / "gui" / "generated"


def main(arguments: list[str] | None = None) -> int:
    """Compile or check every form and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only report what differs")
    parser.add_argument("--forms", type=Path, default=FORMS)
    parser.add_argument("--generated", type=Path, default=GENERATED)
    options = parser.parse_args(arguments)
    forms = {options.generated / f"ui_{form.stem}.py": form for form in options.forms.glob("*.ui")}
    compiled = {target: compile_form(form) for target, form in sorted(forms.items())}
    orphans = sorted(set(options.generated.glob("ui_*.py")) - set(compiled))
    changed = [target for target, text in compiled.items() if read_if_any(target) != text]
    if options.check:
        for target in changed:
            print(f"{target.name} does not match its form: run make forms")
        for orphan in orphans:
            print(f"{orphan.name} has no form: run make forms")
        return 1 if changed or orphans else 0
    for target in changed:
        target.write_text(compiled[target], encoding="utf-8")
        print(f"compiled {target.name}")
    for orphan in orphans:
        orphan.unlink()
        print(f"removed {orphan.name}")
    return 0


def compile_form(form: Path) -> str:
    """Return the form as Python, without the line that names the compiler's version."""
    uic = Path(sys.executable).with_name("pyside6-uic")
    done = subprocess.run([uic, form], capture_output=True, encoding="utf-8", check=False)
    if done.returncode or not done.stdout:
        sys.exit(f"pyside6-uic refuses {form}: {done.stderr.strip()}")
    lines = done.stdout.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("## Created by"))


def read_if_any(path: Path) -> str | None:
    """Return the text of a file, or None if there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
