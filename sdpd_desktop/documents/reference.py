"""Reads the reference data of ``db/seeds``; the dataclasses of the domain are its schema."""

import dataclasses
import datetime as dt
import re
import tomllib
import types
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sdpd_desktop.assets import asset_path
from sdpd_desktop.documents.reference_checks import check, refusal
from sdpd_desktop.domain.errors import ValidationError, reason
from sdpd_desktop.domain.reference import (
    ConservationReference,
    ConventionReference,
    InstanceReference,
    PartenaireReference,
    PlanReference,
    ReferenceData,
    SourceReference,
    SuccessionReference,
    TerritoireReference,
)
from sdpd_desktop.domain.texte import natural_key

_T = TypeVar("_T")

_PLAN_TABLES = {
    "axe": "axes",
    "objectif": "objectifs",
    "action": "actions",
    "indicateur": "indicateurs",
    "financement": "financements",
}
_CONVENTION_TABLES = {
    "partie": "parties",
    "signataire": "signataires",
    "indicateur_lie": "indicateurs_lies",
    "action_liee": "actions_liees",
    "annexe": "annexes",
}
_KINDS: dict[type, str] = {
    str: "un texte",
    int: "un nombre entier",
    bool: "true ou false",
    Decimal: "un nombre",
    dt.date: "une date (2022-12-31)",
    dt.datetime: "une date et une heure (2019-07-04T17:00:00)",
}
_TOML_POSITION = re.compile(r"line (\d+), column (\d+)")


def read_reference_data(folder: Path | None = None) -> ReferenceData:
    """Read every file of the folder, by default the one that ships; plans come by source.

    Raises:
        ValidationError: A file breaks the rules of ``db/seeds/README.md``; the message names the
            file, the table and the key.
    """
    folder = folder or asset_path("db", "seeds")
    if not folder.is_dir():
        raise ValidationError(
            "dossier", f"Le dossier des données de référence « {folder} » n'existe pas."
        )
    partners = _Tables(folder, "partenaires.toml", {"partenaire", "succession"})
    plans = read_folder(folder, "plans", "plan", _PLAN_TABLES, PlanReference)
    data = ReferenceData(
        plans=tuple(sorted(plans, key=lambda plan: natural_key(f"{plan.source} {plan.code}"))),
        conventions=read_folder(
            folder, "conventions", "convention", _CONVENTION_TABLES, ConventionReference
        ),
        partenaires=partners.read("partenaire", PartenaireReference),
        successions=partners.read("succession", SuccessionReference),
        territoires=_Tables(folder, "territoires.toml", {"territoire"}).read(
            "territoire", TerritoireReference
        ),
        instances=_Tables(folder, "instances.toml", {"instance"}).read(
            "instance", InstanceReference
        ),
        conservation=_Tables(folder, "conservation.toml", {"conservation"}).read(
            "conservation", ConservationReference
        ),
        sources=_Tables(folder, "sources.toml", {"source"}).read("source", SourceReference),
    )
    check(data)
    return data


class _Tables:
    """The tables of one file; a file that is not there has none."""

    def __init__(self, folder: Path, name: str, tables: Iterable[str]) -> None:
        self._name = name
        self._content = _load(folder / name, name) if (folder / name).exists() else {}
        for table in self._content:
            if table not in tables:
                raise refusal(f"{name}, table [[{table}]]", table, "cette table n'est pas connue")

    def read(self, table: str, kind: type[_T]) -> tuple[_T, ...]:
        rows = self._content.get(table, [])
        return _convert_list(kind, rows, f"{self._name}, table [[{table}]]", table)


def read_folder(
    folder: Path, sub: str, head: str, tables: Mapping[str, str], kind: type[_T]
) -> tuple[_T, ...]:
    """Read one object per file: its own keys under ``[head]``, its parts as ``[[tables]]``."""
    found = []
    for path in sorted((folder / sub).glob("*.toml")):
        name = f"{sub}/{path.name}"
        content = _load(path, name)
        for table in content:
            if table != head and table not in tables:
                raise refusal(f"{name}, table [[{table}]]", table, "cette table n'est pas connue")
        if not isinstance(content.get(head), dict):
            raise refusal(f"{name}, table [{head}]", head, "cette table manque")
        own = content[head]
        for plural in tables.values():
            if plural in own:
                raise refusal(f"{name}, table [{head}]", plural, "cette clé n'est pas connue")
        parts = {plural: content.get(table, []) for table, plural in tables.items()}
        titles = {plural: f"{name}, table [[{table}]]" for table, plural in tables.items()}
        item = _read(kind, own | parts, f"{name}, table [{head}]", titles)
        if own["code"] != path.stem:
            reason = f"« {own['code']} » devrait être le nom du fichier, « {path.stem} »"
            raise refusal(f"{name}, table [{head}]", "code", reason)
        found.append(item)
    return tuple(found)


def _load(path: Path, name: str) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file, parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise refusal(name, "", "il n'est pas écrit en UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        position = _TOML_POSITION.search(str(error))
        where = f" à la ligne {position[1]}, colonne {position[2]}" if position else ""
        raise refusal(name, "", f"ce n'est pas du TOML correct{where}") from error
    except OSError as error:
        raise refusal(name, "", f"il ne peut pas être lu ({reason(error)})") from error


def _read(
    kind: type[_T], table: Mapping[str, Any], place: str, places: Mapping[str, str] | None = None
) -> _T:
    """Build the dataclass from a table: no key unknown, none missing, none of a wrong type."""
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]
    for key in table:
        if key not in hints:
            raise refusal(place, key, "cette clé n'est pas connue")
    values: dict[str, Any] = {}
    for field in fields:
        required = (
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        )
        if places and field.name in places:
            (item, _) = get_args(hints[field.name])
            where = places[field.name]
            values[field.name] = _convert_list(item, table[field.name], where, field.name)
        elif field.name in table:
            values[field.name] = _convert(hints[field.name], table[field.name], place, field.name)
            if required and isinstance(table[field.name], str) and not table[field.name].strip():
                raise refusal(place, field.name, "cette clé est vide")
        elif required:
            raise refusal(place, field.name, "cette clé manque")
    return kind(**values)


def _convert(hint: Any, value: object, place: str, key: str) -> Any:
    if get_origin(hint) in (types.UnionType, Union):
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is tuple:
        (item, _) = get_args(hint)
        inner = f"{place}, {key}" if dataclasses.is_dataclass(item) else place
        return _convert_list(item, value, inner, key)
    if dataclasses.is_dataclass(hint):
        if not isinstance(value, dict):
            raise refusal(place, key, "une table est attendue")
        return _read(hint, value, f"{place}, {key}")  # type: ignore[arg-type]
    if issubclass(hint, Enum):
        choices = [member.value for member in hint]
        if value not in choices:
            known = ", ".join(choice for choice in choices if choice)
            raise refusal(place, key, f"« {value} » n'est pas admis ; choisissez parmi {known}")
        return hint(value)
    if hint is Decimal and type(value) is int:
        return Decimal(value)
    finite = not isinstance(value, Decimal) or value.is_finite()
    if type(value) is not hint or not finite:
        raise refusal(place, key, f"« {value} » : {_KINDS[hint]} est attendu")
    return value


def _convert_list(kind: type[_T], value: object, place: str, key: str) -> tuple[_T, ...]:
    if not isinstance(value, list):
        raise refusal(place, key, "une liste est attendue")
    items = []
    for rank, item in enumerate(value, 1):
        where = place
        if isinstance(item, dict):
            code = item.get("code", "")
            where = f"{place} n° {rank}" + (f" ({code})" if code else "")
        items.append(_convert(kind, item, where, key))
    if not items or dataclasses.is_dataclass(kind):
        return tuple(items)
    twice = [str(item) for item, count in Counter(items).items() if count > 1]
    if twice:
        raise refusal(place, key, f"« {twice[0]} » y figure deux fois")
    return tuple(items)
