"""A convention as JSON, to hand it over and to freeze it, and back."""

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.domain.version_convention import ConventionExportee

FORMAT = "sdpd-convention"
EDITION = 3
_SINCE: dict[int, dict[str, Any]] = {2: {"liens": None}, 3: {"arretee_le": None}}
"""By edition, what those before it do not have."""
_ADVICE = "Choisissez un fichier exporté par cette application, non modifié depuis."
_T = TypeVar("_T")


def ecrire(exportee: ConventionExportee) -> str:
    """Return the same text for the same content."""
    content = {"format": FORMAT, "edition": EDITION, **_encode(exportee)}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)


def lire(texte: str | bytes) -> ConventionExportee:
    """Read what :func:`ecrire` wrote, wherever the file has been since.

    Raises:
        ValidationError: It is no such JSON; the sentence says where it differs.
    """
    try:
        content = json.loads(texte)
    except (ValueError, RecursionError) as error:
        raise _refusal("ce n'est pas du JSON lisible") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _refusal("ce n'est pas une convention exportée")
    edition = content.get("edition")
    if not isinstance(edition, int) or not 1 <= edition <= EDITION:
        raise _refusal("il vient d'une version plus récente de l'application")
    for since, absent in _SINCE.items():
        if edition < since:
            content = {**absent, **content}
    del content["format"], content["edition"]
    return _table(ConventionExportee, content, "fichier")


def _refusal(why: str) -> ValidationError:
    return ValidationError("fichier", f"Le fichier de convention est refusé : {why}. {_ADVICE}")


def _encode(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return {field.name: _encode(getattr(value, field.name)) for field in fields}
    match value:
        case tuple():
            return [_encode(item) for item in value]
        case Enum():
            return value.value
        case dt.date():  # A datetime is one too.
            return value.isoformat()
    return value


def _table(kind: type[_T], content: object, place: str) -> _T:
    if not isinstance(content, Mapping):
        raise _refusal(f"{place} devrait être un groupe de champs")
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]  # every caller hands a dataclass
    unknown = content.keys() - {field.name for field in fields}
    if unknown:
        raise _refusal(f"{place} contient {quote(min(unknown))}, qui n'y est pas attendu")
    values = {}
    for field in fields:
        if field.name not in content:
            raise _refusal(f"{place} ne contient pas {quote(field.name)}")
        where = f"{place} › {field.name}"
        values[field.name] = _value(hints[field.name], content[field.name], where)
    return kind(**values)


def _value(hint: Any, value: Any, place: str) -> Any:
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        if value is None:
            return None
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
        return _value(hint, value, place)
    if origin is tuple:
        return _tuple(get_args(hint), value, place)
    if dataclasses.is_dataclass(hint):
        return _table(hint, value, place)  # type: ignore[arg-type]  # is_dataclass says so
    try:
        if issubclass(hint, Enum):
            return hint(value)
        if issubclass(hint, dt.date):
            return hint.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise _refusal(f"{place} vaut {quote(str(value))}, qui n'est pas admis") from error
    if type(value) is not hint:
        raise _refusal(f"{place} vaut {quote(str(value))}, qui n'est pas admis")
    return value


def _tuple(items: tuple[Any, ...], value: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _refusal(f"{place} devrait être une liste")
    many = len(items) == 2 and items[1] is Ellipsis
    hints = [items[0]] * len(value) if many else items
    if len(hints) != len(value):
        raise _refusal(f"{place} devrait avoir {len(hints)} éléments")
    numbered = enumerate(zip(hints, value, strict=True), 1)
    return tuple(_value(hint, item, f"{place} n° {rank}") for rank, (hint, item) in numbered)
