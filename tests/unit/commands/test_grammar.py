"""The grammar: what is accepted, and French for all that is not."""

import argparse
import ast
import re
from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.commands.grammar import FRENCH, UsageError, parse

COMMANDS = [
    "init", "plans", "plan", "late", "tick", "record", "compare", "rates", "lock", "unlock",
    "returns", "campaigns", "remind", "import", "ssmsi", "history", "undo", "expunge",
    "conventions", "convention", "bilan", "sign", "verify", "trust", "certificates",
    "backup", "restore", "check", "demo",
]  # fmt: skip
# What argparse says to the programmer, or of features that ``sdpd`` has not.
TO_THE_PROGRAMMER = re.compile(
    r"not defined|conflicting|mode |can't open|merge|'required' is|invalid option string|dest=|"
    r"conflict_resolution|mutually exclusive|cannot have|not callable|deprecated|subcommands"
)
ENGLISH = re.compile(
    r"\b(usage: |error|argument|arguments|required|invalid|choice|choose|expected|show|help|"
    r"unrecognized|positional|exit|value)\b"
)


def test_every_sentence_of_argparse_has_its_french() -> None:
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    said = {
        argument.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert said, "argparse no longer calls _()"
    missing = {text for text in said - set(FRENCH) if not TO_THE_PROGRAMMER.search(text)}
    assert not missing


@pytest.mark.parametrize("arguments", [(), *((command,) for command in COMMANDS)])
def test_the_help_is_french(bare_sdpd: Any, arguments: tuple[str, ...]) -> None:
    ran = bare_sdpd(*arguments, "--help")
    assert ran.status == 0
    assert ran.err == ""
    assert ran.out.startswith("usage\u00a0: sdpd")
    assert not ENGLISH.search(ran.out.replace("--help", "")), ran.out


def test_the_help_names_every_command(bare_sdpd: Any) -> None:
    listed = re.findall(r"^    (\w+)  ", bare_sdpd("--help").out, re.MULTILINE)
    assert listed == COMMANDS


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "il manque\u00a0: COMMANDE"),
        ("fondre", "fondre"),
        ("plans en trop", "inconnus\u00a0: en trop"),
        ("plan", "CODE"),
        ("tick SDPD77-2020 O1.A1.m1 --on", "attend une valeur"),
        ("undo x", "numéro de changement"),
        ("import", "FICHIER"),
        ("plans --json", "avant la commande"),
        ("plans --data x", "avant la commande"),
        ("record P K 2022 1 --zone mer", "gendarmerie"),
        ("late --on hier", "n'est pas une date"),
        ("init --pla X", "inconnus"),
        ("--json=oui plans", "n'attend pas de valeur"),
    ],
)
def test_wrong_usage_is_told_in_french(bare_sdpd: Any, line: str, said: str) -> None:
    ran = bare_sdpd(*line.split())
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("sdpd\u00a0: ")
    assert said in ran.err
    assert "usage\u00a0: sdpd" in ran.err
    assert not ENGLISH.search(ran.err), ran.err


def test_global_options_come_before_the_command() -> None:
    options = parse(["--data", "dossier", "--json", "plans"])
    assert (options.data, options.json) == (Path("dossier"), True)
    with pytest.raises(UsageError):
        parse(["plans", "--json"])


@pytest.mark.parametrize("text", ["-5", "-5,5", "-1 234", "−3", "-"])
def test_a_negative_value_is_no_option(text: str) -> None:
    assert parse(["record", "P", "K33", "2022", text]).valeur == text


@pytest.mark.parametrize(
    ("text", "code"),
    [("2022", "2022"), ("2022-S1", "2022-S1"), ("2022-T2", "2022-T2"), ("2022-06", "2022-06"),
     ("30/06/2022", "2022-06-30")],
)  # fmt: skip
def test_periods_are_written_as_promised(text: str, code: str) -> None:
    assert parse(["record", "P", "K33", text, "1"]).periode.code == code


@pytest.mark.parametrize("text", ["2022-06-30", "30/06/2022"])
def test_dates_are_written_both_ways(text: str) -> None:
    assert str(parse(["late", "--on", text]).on) == "2022-06-30"
