"""What is remembered of a partner: its names by date, its layouts, its words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.disposition import Disposition
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.lexique import Terme
from sdpd_desktop.domain.partenaire import PartenaireSummary
from sdpd_desktop.domain.texte import mots_cles


@dataclass(frozen=True)
class AliasDate:
    """A name that a partner goes by, from one day to another; None is « always »."""

    id: str
    partenaire: str
    nom: str
    depuis: dt.date | None
    jusqu_au: dt.date | None

    def vaut_entre(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether the partner goes by it on some day of those."""
        ended = self.jusqu_au is not None and self.jusqu_au < first
        return not ended and not (self.depuis is not None and last < self.depuis)


@dataclass(frozen=True)
class DispositionConnue:
    """A layout of a partner, confirmed once."""

    id: str
    partenaire: str
    cle: str
    disposition: Disposition
    confirmee_le: dt.date


@dataclass(frozen=True)
class MemoirePartenaire:
    """All that is remembered of one partner."""

    partenaire: PartenaireSummary
    alias: tuple[AliasDate, ...]
    dispositions: tuple[DispositionConnue, ...]
    termes: tuple[Terme, ...]


class Annuaire:
    """Partners by any of their names on a given day, or from that day to another.

    The names of one that is no more lead to those that took over, unless they are another's now.
    """

    def __init__(
        self,
        partenaires: Iterable[PartenaireSummary],
        alias: Iterable[AliasDate],
        on: dt.date,
        until: dt.date | None = None,
    ) -> None:
        self.partenaires = {partenaire.code: partenaire for partenaire in partenaires}
        self._names: dict[str, set[str]] = {}
        last = max(until or on, on)
        gone: list[PartenaireSummary] = []
        for partenaire in self.partenaires.values():
            if partenaire.jusqu_au and partenaire.jusqu_au < on:
                gone.append(partenaire)
            elif not (partenaire.depuis and last < partenaire.depuis):
                self._add(partenaire.code, _names_of(partenaire))
        for found in alias:
            if found.vaut_entre(on, last):
                self._add(found.partenaire, (found.nom,))
        taken = set(self._names)
        for partenaire in gone:
            free = [name for name in _names_of(partenaire) if mots_cles(name) not in taken]
            for heir in self._heirs(partenaire.code):
                self._add(heir, free)

    def lignee(self, code: str) -> frozenset[str]:
        """Return a partner, those that took over from it, and those it took over from."""
        before = (other for other in self.partenaires if code in self._heirs(other))
        return frozenset((code, *self._heirs(code), *before))

    def _heirs(self, code: str) -> tuple[str, ...]:
        """Return who took over, from one to the next."""
        found: dict[str, None] = {}
        waiting = [code]
        while waiting:
            known = self.partenaires.get(waiting.pop())
            for heir, _since in known.successeurs if known else ():
                if heir not in found:
                    found[heir] = None
                    waiting.append(heir)
        return tuple(found)

    def _add(self, code: str, names: Iterable[str]) -> None:
        for name in names:
            if key := mots_cles(name):
                self._names.setdefault(key, set()).add(code)

    def chercher(self, nom: str) -> tuple[str, ...]:
        """Return the codes of the partners of that name, those that took over included."""
        return tuple(sorted(self._names.get(mots_cles(nom), ())))

    def reconnaitre(self, texte: str) -> tuple[str, ...]:
        """Return the partners named in a text such as a file name, the longest names first.

        A name inside a longer one that is there too does not count: « DDSP » in « DDSP 77 ».
        """
        words = f" {mots_cles(texte)} "
        found: dict[str, None] = {}
        for name in sorted(self._names, key=len, reverse=True):
            if len(name) > 2 and f" {name} " in words:
                words = words.replace(f" {name} ", "  ")
                found.update(dict.fromkeys(sorted(self._names[name])))
        return tuple(found)


def _names_of(partenaire: PartenaireSummary) -> tuple[str, ...]:
    return partenaire.code, partenaire.nom, partenaire.sigle, *partenaire.alias


def verifier_alias(
    nom: str, depuis: dt.date | None, jusqu_au: dt.date | None, annuaire: Iterable[AliasDate]
) -> str:
    """Return the name without blanks around it.

    Raises:
        ValidationError: It is empty, its dates are the wrong way round, or it is taken.
    """
    kept = nom.strip()
    if not mots_cles(kept):
        raise ValidationError("nom", "Écrivez le nom sous lequel ce partenaire est connu.")
    if depuis and jusqu_au and jusqu_au < depuis:
        raise ValidationError(
            "jusqu_au",
            f"La fin ({format_date(jusqu_au)}) vient avant le début ({format_date(depuis)}).",
        )
    for other in annuaire:
        apart = (jusqu_au and other.depuis and jusqu_au < other.depuis) or (
            depuis and other.jusqu_au and other.jusqu_au < depuis
        )
        if mots_cles(other.nom) == mots_cles(kept) and not apart:
            raise ValidationError(
                "nom", f"« {other.nom} » désigne déjà {other.partenaire} sur ces dates."
            )
    return kept
