"""Compares what a partner typed with what is stored: one verdict for each line."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.importation import Ligne, Proposition, RetourLu, SaisieRetour, Verdict
from sdpd_desktop.domain.lexique import Lexique
from sdpd_desktop.domain.retour import REVALIDER, CampagneSummary, EtatRetour, RetourSummary
from sdpd_desktop.domain.texte import insecable, quote
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.contributions import Apports
from sdpd_desktop.services.plan_lu import PlanLu
from sdpd_desktop.services.propositions_mesures import ComparaisonMesures
from sdpd_desktop.services.propositions_valeurs import ComparaisonValeurs
from sdpd_desktop.services.reperes import Noms, Reperes

ECARTE = "Écarté à la main"
_Key = tuple[str, str, str, str, str]
_OPEN = (Verdict.NOUVEAU, Verdict.MODIFIE, Verdict.A_CONFIRMER)


@dataclass(frozen=True)
class Source:
    """Whose file is compared, and how far it is known.

    Attributes:
        disposition: Key of the partner's own layout, "" for a return of ours.
    """

    retour: RetourSummary
    campagne: CampagneSummary
    lu: RetourLu
    disposition: str = ""


class Comparison:
    """One return against one state of the database."""

    def __init__(
        self, work: UnitOfWork, plan: PlanLu, noms: Noms, source: Source, lexique: Lexique
    ) -> None:
        retour, campagne, lu = source.retour, source.campagne, source.lu
        self._lu, self._own = lu, bool(source.disposition)
        self._close_le = campagne.close_le
        self._valide = retour.etat is EtatRetour.VALIDE
        apports = Apports(work, retour, lu.emetteur)
        self._mesures = ComparaisonMesures(work, plan, campagne, retour, lu)
        self._valeurs = ComparaisonValeurs(
            plan, campagne, retour, apports, lexique, lu.enregistre_le
        )
        self._reperes = Reperes(plan, noms, retour, lexique, campagne.periode)

    def lines(self) -> tuple[tuple[Ligne, ...], tuple[str, ...]]:
        """Return the lines in the order of the workbook, and what else must be said."""
        warnings: list[str] = []
        lines: list[Ligne] = []
        keys: list[_Key | None] = []
        counted: dict[_Key, int] = {}
        for saisie in self._lu.saisies:
            if not saisie.colonnes:
                continue  # Nothing typed: empty is never a deletion.
            known = self._known(saisie)
            if isinstance(known, Ligne):
                lines.append(known)
                keys.append(None)
                continue
            made = self._of(known, warnings)
            if not made:
                continue
            key = _key(known)
            counted[key] = counted.get(key, 0) + 1
            lines += made
            keys += [key] * len(made)
        if counted and max(counted.values()) > 1:
            twice = {key for key, count in counted.items() if count > 1}
            lines = _alone(lines, keys, twice)
        if self._close_le is not None:
            warnings.append(
                f"La campagne est close depuis le {format_date(self._close_le)} : rouvrez-la "
                "avant d'appliquer."
            )
        if self._valide and any(line.verdict is not Verdict.INCHANGE for line in lines):
            warnings.append(REVALIDER)
        if not lines and not self._lu.neant:
            warnings.append("Aucune réponse n'est remplie dans ce classeur.")
        return tuple(lines), tuple(map(insecable, warnings))

    def relire(self, ligne: Ligne, texte: str | None = None) -> Ligne:
        """Return the line made anew from its row, with ``texte`` typed in its cell if given."""
        if ligne.saisie is None:
            return ligne
        known = self._known(ligne.saisie)
        if not isinstance(known, Ligne):
            if texte is not None:
                known = _retyped(known, ligne.colonne, texte)
            made = self._of(known, [])
            if not made:
                return ligne
            known = next((one for one in made if one.colonne == ligne.colonne), made[0])
        return known._replace(texte=ligne.texte, format=ligne.format, lieu=ligne.lieu)

    def _known(self, saisie: SaisieRetour) -> SaisieRetour | Ligne:
        """Return the row with the codes of what it is about, or the line that asks for them."""
        return self._reperes.resoudre(saisie) if self._own else saisie

    def _of(self, saisie: SaisieRetour, warnings: list[str]) -> list[Ligne]:
        if saisie.nature == "mesure":
            return list(self._mesures.lignes(saisie))
        made = self._valeurs.ligne(saisie)
        if isinstance(made, Ligne):
            return [made]
        warnings.append(made)
        return []


def repondre(
    comparison: Comparison, proposition: Proposition, reponses: Mapping[int, str | None]
) -> Proposition:
    """Answer questions: a text in the place of what was typed, or None to agree with the reading.

    The lines say that they were answered by hand, and what was in the file.
    """
    lines = list(proposition.lignes)
    for index, texte in reponses.items():
        line = lines[index]
        if texte is not None:
            line = comparison.relire(line, texte)
            line = line._replace(reponse=f"Saisi à la main : {quote(texte)}")
        if line.verdict is Verdict.A_CONFIRMER and line.effet is not None:
            agreed = Verdict.MODIFIE if line.ancien else Verdict.NOUVEAU
            line = line._replace(verdict=agreed, reponse=line.reponse or "Accepté à la main")
        if line.reponse and line.verdict is not Verdict.REJETE:
            more = f"(écrit {quote(line.texte)})" if texte is not None else f"– {line.raison}"
            line = line._replace(raison=insecable(f"{line.reponse} {more}"))
        lines[index] = line
    return replace(proposition, lignes=tuple(lines))


def ecarter(proposition: Proposition, index: int) -> Proposition:
    """Return the proposition with a line that a person left out."""
    lines = list(proposition.lignes)
    line = lines[index]
    why = " – ".join(filter(None, (ECARTE, line.raison)))
    lines[index] = line._replace(
        verdict=Verdict.REJETE, effet=None, terme=None, reponse=ECARTE, raison=why
    )
    return replace(proposition, lignes=tuple(lines))


def rapprocher(propositions: Iterable[Proposition]) -> tuple[Proposition, ...]:
    """Ask about every value that two files of one drop give differently."""
    found = list(propositions)
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for rank, proposition in enumerate(found):
        for index, line in enumerate(proposition.lignes):
            if line.verdict in _OPEN and line.effet is not None and line.saisie is not None:
                *what, periode = _key(line.saisie)
                periode = periode or proposition.periode.code
                key = (proposition.plan, proposition.emetteur, *what, periode)
                places.setdefault(key, []).append((rank, index))
    for together in places.values():
        lines = [found[rank].lignes[index] for rank, index in together]
        if len(together) > 1 and len({line.compris for line in lines}) > 1:
            _ask_which(found, together)
    return tuple(found)


def _ask_which(found: list[Proposition], together: list[tuple[int, int]]) -> None:
    for rank, index in together:
        line = found[rank].lignes[index]
        others = ", ".join(
            f"{quote(found[other].fichier)} {found[other].lignes[at].lieu} "
            f"({found[other].lignes[at].compris})"
            for other, at in together
            if other != rank
        )
        if not others:
            continue
        asked = insecable(
            f"Un autre fichier donne une autre réponse : {others}. Laquelle retenir ?"
        )
        lines = list(found[rank].lignes)
        lines[index] = line._replace(verdict=Verdict.A_CONFIRMER, raison=asked)
        found[rank] = replace(found[rank], lignes=tuple(lines))


def _retyped(saisie: SaisieRetour, colonne: str, texte: str) -> SaisieRetour:
    """Return the row with a text typed in that column."""
    old = saisie.cellule(colonne) or saisie.colonnes[0][1]
    cell = Cellule(old.feuille, old.adresse, old.ligne, old.colonne, texte, "", texte)
    dropped = ("valeur", "numerateur", "denominateur") if colonne == "valeur" else (colonne,)
    others = [(nom, kept) for nom, kept in saisie.colonnes if nom not in dropped]
    return saisie._replace(colonnes=((colonne, cell), *others))


def _alone(
    lines: Sequence[Ligne], keys: Sequence[_Key | None], twice: Collection[_Key]
) -> list[Ligne]:
    """Return the lines, those of rows that stand in several places rejected."""
    places: dict[_Key, dict[str, None]] = {}
    for line, key in zip(lines, keys, strict=True):
        if key in twice and key is not None:
            places.setdefault(key, {})[line.lieu] = None
    return [
        line if key is None or key not in places else _twice(line, places[key])
        for line, key in zip(lines, keys, strict=True)
    ]


def _twice(line: Ligne, places: Iterable[str]) -> Ligne:
    others = ", ".join(place for place in places if place != line.lieu)
    raison = f"Cette ligne figure plusieurs fois dans le classeur : voir aussi {others}."
    correction = "Gardez une seule des lignes, puis importez de nouveau."
    return line._replace(
        verdict=Verdict.REJETE, raison=insecable(raison), correction=correction, effet=None,
        saisie=None,
    )  # fmt: skip


def _key(saisie: SaisieRetour) -> _Key:
    return saisie.nature, saisie.cle, saisie.territoire, saisie.zone, saisie.periode
