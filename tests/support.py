"""What tests of the floors under the window share: snapshots, raw access, filled returns."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
import sqlcipher3

from sdpd_desktop.bootstrap import Services, build_services, database_path
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.formule import Formule, Operande, Operation
from sdpd_desktop.domain.grille import SaisieCellule
from sdpd_desktop.domain.importation import Ligne, Proposition
from sdpd_desktop.domain.indicateur import Indicateur, Reglages
from sdpd_desktop.domain.periode import parse_periode
from tests.corpus.fabrique import set_cell

TODAY = dt.date(2022, 6, 30)
SDPD = "SDPD77-2020"
Answers = Mapping[tuple[str, str], Any]


def plain(text: str) -> str:
    """Return a French text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def reopen(services: Services, today: dt.date = TODAY) -> Services:
    """Close the services and open the same data folder again, as the next start does."""
    services.close()
    return build_services(services.data, clock=FixedClock(today))


def count(services: Services) -> int:
    """Return how many changements the journal holds."""
    return services.journal.verify().changements


def settle(services: Services, code: str, plan: str = SDPD, **changes: Any) -> Indicateur:
    """Change some settings of an indicator and leave the others."""
    now = services.indicateurs.get(plan, code)
    return services.indicateurs.regler(plan, code, replace(Reglages.de(now), **changes))


def somme(*codes: str) -> Formule:
    """Return the formula that adds indicators up."""
    return Formule(Operation.SOMME, tuple(map(Operande, codes)))


def cell(indicateur: str, periode: str, texte: str = "") -> SaisieCellule:
    """Return a cell of the grid on the plan's own territory."""
    return SaisieCellule(indicateur, parse_periode(periode), texte)


def values(services: Services, plan: str = SDPD) -> dict[str, tuple[object, ...]]:
    """Return all that a person can change in a plan: statuses, values, returns, conventions."""
    found: dict[str, tuple[object, ...]] = {}
    for action in services.plans.details(plan).actions():
        found[action.code] = (action.statut, action.meteo, action.meteo_le, action.note)
        for mesure in action.mesures:
            found[mesure.code] = (mesure.statut, mesure.fait_le, mesure.note)
    for indicateur in services.indicateurs.list_all(plan):
        found[f"réglages {indicateur.code}"] = (Reglages.de(indicateur),)
    with services.plans._ground.database.read() as work:
        for o in work.indicateurs.current(work.plans.row(plan)):
            key = f"{o.indicateur} {o.periode.code} {o.territoire} {o.zone}"
            found[key] = (o.id, o.valeur, o.presence, o.numerateur, o.commentaire)
    for campagne in services.campagnes.list_all(plan):
        found[campagne.code] = (campagne.echeance,)
        for retour in campagne.retours:
            found[f"{campagne.code} {retour.partenaire}"] = (retour.etat, retour.etat_le)
    for convention in services.conventions.list_all():
        found[convention.code] = (convention.etat, convention.etat_le)
    return found


@contextmanager
def raw(data: Path, *, guards: bool = True) -> Iterator[Any]:
    """Yield a connection that knows nothing of the product; ``guards`` False drops triggers."""
    connection = sqlcipher3.connect(str(database_path(data)), isolation_level=None)
    try:
        connection.execute("PRAGMA recursive_triggers=ON")
        if not guards:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
            for (name,) in names.fetchall():
                connection.execute(f"DROP TRIGGER {name}")
        yield connection
    finally:
        connection.close()


def answer(blank: Path, answers: Answers, out: Path) -> Path:
    """Fill a blank return as a partner does; keys are (code of the row, column)."""
    book = openpyxl.load_workbook(blank)
    for (code, colonne), value in answers.items():
        set_cell(book["Actions" if ".m" in code else "Indicateurs"], code, colonne, value)
    book.save(out)
    return out


def edit(path: Path, change: Callable[[Any], None]) -> Path:
    """Let a function change a workbook in place."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


@dataclass
class Bureau:
    """The services on a prepared campagne, and a key to exchange files on."""

    services: Services
    blank: Path
    key: Path

    def propose(self, answers: Answers, name: str = "retour GGD (2).xlsx") -> Proposition:
        """Return the proposition of a return filled with these answers."""
        return self.services.importations.propose(answer(self.blank, answers, self.key / name))


def line(proposition: Proposition, objet: str) -> Ligne:
    """Return the one line about an object."""
    (found,) = (ligne for ligne in proposition.lignes if ligne.objet == objet)
    return found


def saved_on(path: Path, when: dt.datetime) -> Path:
    """Let a workbook say that it was last saved at that instant: openpyxl writes the present."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*",
        rb"\g<1>" + when.strftime("%Y-%m-%dT%H:%M:%SZ").encode(),
        parts["docProps/core.xml"],
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, octets in parts.items():
            archive.writestr(name, octets)
    return path
