"""What the package of an .xlsx, .xlsm or .xlsb says of its parts; in the child process only."""

import posixpath
import zipfile

from typing_extensions import override

from sdpd_desktop.documents.preflight import RESAVE, Budget, Pass, RefusError, local, run_pass

TYPES = "[Content_Types].xml"
_ROOT_LINKS = "_rels/.rels"
_BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_WORKBOOKS = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
        "application/vnd.ms-excel.template.macroEnabled.main+xml",
        _BINARY,
    }
)
_MAX_PROPERTIES, _MAX_PARTS = 100, 5_000


class ContentTypes(Pass):
    """Tells what kind of package it is."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []
        self._by_default: dict[str, str] = {}

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "")
        if local(name) == "Override":
            self._parts.append((kind, attributes.get("PartName", "").lstrip("/")))
        elif local(name) == "Default":
            self._by_default[attributes.get("Extension", "").casefold()] = kind
        check_count(len(self._parts) + len(self._by_default))

    @property
    def binary(self) -> bool:
        """Whether it is an .xlsb workbook."""
        return any(kind == _BINARY for kind in self._kinds())

    def workbook(self, archive: zipfile.ZipFile, budget: Budget) -> str:
        """Return the part that lists the sheets.

        Raises:
            RefusError: It is no workbook.
        """
        for kind, part in self._parts:
            if kind in _WORKBOOKS:
                return part
        if _WORKBOOKS.intersection(self._by_default.values()):
            # Excel says of an .xlsb that whatever ends in .bin is the book, but for its overrides.
            links = Links()
            run_pass(archive, _ROOT_LINKS, links, budget)
            for part in links.parts("officeDocument", ""):
                return part
        kinds = " ".join(self._kinds())
        if "wordprocessingml" in kinds or "presentationml" in kinds:
            raise RefusError(
                "c'est un texte ou une présentation, non un classeur. Demandez au partenaire le "
                "classeur rempli."
            )
        raise RefusError(f"ce n'est pas un classeur. {RESAVE}")

    def _kinds(self) -> list[str]:
        return [*(kind for kind, _ in self._parts), *self._by_default.values()]


class Links(Pass):
    """Tells which part another one means by each of its links."""

    def __init__(self) -> None:
        self._links: dict[str, tuple[str, str, bool]] = {}

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship":
            self._links[attributes.get("Id", "")] = (
                attributes.get("Type", "").rpartition("/")[2],
                attributes.get("Target", ""),
                attributes.get("TargetMode", "") == "External",
            )
            check_count(len(self._links))

    def parts(self, wanted: str, base: str) -> list[str]:
        """Return the parts of a kind."""
        found = (self.target(identity, base) for identity in self._links)
        return [part for kind, part, external in found if kind == wanted and not external]

    def target(self, identity: str, base: str) -> tuple[str, str, bool]:
        """Return the kind and name of a part, and whether it is another file."""
        kind, target, external = self._links.get(identity, ("", "", True))
        if target.startswith("/"):
            return kind, target.lstrip("/"), external
        return kind, posixpath.normpath(posixpath.join(base, target)), external


class Properties(Pass):
    """The custom document properties."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name: str | None = None

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "property" and len(self.found) < _MAX_PROPERTIES:
            self._name = attributes.get("name", "")
            self.found[self._name] = ""

    @override
    def end(self, name: str) -> None:
        if local(name) == "property":
            self._name = None

    @override
    def text(self, data: str) -> None:
        if self._name is not None:
            self.found[self._name] = (self.found[self._name] + data)[:1000]


def check_count(count: int) -> None:
    """Refuse a package that declares more parts, or a book more sheets, than any return.

    Raises:
        RefusError: It does.
    """
    if count > _MAX_PARTS:
        raise RefusError(f"il déclare plus de {_MAX_PARTS} éléments. {RESAVE}")
