"""Finds which return a partner's own workbook answers, and by which layout it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.disposition import Disposition, DispositionProposee
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.importation import RetourLu, SaisieRetour
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.reception import DispositionAConfirmer, RetourPossible, TableTrouvee
from sdpd_desktop.domain.retour import ATTENDUS
from sdpd_desktop.domain.texte import NBSP, mots_cles, quote, search_key
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.etat_lu import EtatLu
from sdpd_desktop.services.propositions import Source
from sdpd_desktop.services.reperes import Reperes

if TYPE_CHECKING:
    from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille

_EXAMPLES = 3


def attribuer(
    work: UnitOfWork, etat: EtatLu, path: Path, classeur: "Classeur", retour: str = ""
) -> Source | DispositionAConfirmer:
    """Return whose answers a workbook holds, or what must be asked first.

    ``retour`` is the return that a person says it answers.

    Raises:
        UserError: It holds no table, or nothing is awaited.
    """
    from sdpd_desktop.documents.classeur_date import enregistre_le
    from sdpd_desktop.documents.retour_lecture import est_retour, interpret

    if est_retour(classeur):
        lu = interpret(classeur)
        found, campagne = etat.retour(work, lu.retour)
        unit = lu.emetteur
        if unit and unit not in {one.nom for one in found.emetteurs}:
            # A workbook that left before its unit was given another name.
            unit = work.partenaires.nom_actuel(found.partenaire, unit)
        lu = replace(lu, enregistre_le=enregistre_le(path), emetteur=unit)
        return Source(found, campagne, lu)
    return _Attribution(work, etat, path, classeur).source(retour)


class _Attribution:
    """One workbook laid out by its partner."""

    def __init__(self, work: UnitOfWork, etat: EtatLu, path: Path, classeur: "Classeur") -> None:
        self._work, self._etat, self._path, self._classeur = work, etat, path, classeur
        self._possibles = _possibles(etat, path, classeur)
        if not self._possibles:
            raise UserError(
                f"{quote(classeur.nom)} n'est pas un retour préparé par cette application, et "
                "aucune campagne n'attend de réponse. Préparez d'abord la campagne à laquelle il "
                "répond, puis déposez-le de nouveau."
            )

    def source(self, retour: str) -> Source | DispositionAConfirmer:
        """Return what is read by a layout known, or the question."""
        chosen = [p for p in self._possibles if p.retour == retour] or self._possibles
        tables = self._tables(chosen[0].plan)
        if not tables:
            raise UserError(
                f"{quote(self._classeur.nom)} n'a pas été lu{NBSP}: aucune de ses feuilles ne "
                "porte de tableau avec une ligne de titres. Ajoutez des titres de colonnes, puis "
                "déposez-le de nouveau."
            )
        known = self._knowing(tables)
        if not retour:
            chosen = _likeliest([p for p in self._possibles if p.partenaire in known])
        if len(chosen) != 1 or chosen[0].partenaire not in known:
            return self._question(tables, chosen, known)
        if chosen[0].plan != self._possibles[0].plan:
            tables = self._tables(chosen[0].plan)
        return self._read(chosen[0], tables)

    def _tables(self, plan: str) -> tuple[DispositionProposee, ...]:
        from sdpd_desktop.documents.disposition_lecture import proposer

        found = proposer(self._classeur, self._etat.plan(self._work, plan)[1].vocabulaire())
        return tuple(sorted(found, key=lambda table: (not table.complete, -table.lignes)))

    def _knowing(self, tables: Sequence[DispositionProposee]) -> set[str]:
        """Return the partners of whom one of these layouts is known."""
        keys = {table.disposition.cle for table in tables}
        return {known.partenaire for known in self._etat.connues if known.cle in keys}

    def _question(
        self,
        tables: Sequence[DispositionProposee],
        chosen: Sequence[RetourPossible],
        known: set[str],
    ) -> DispositionAConfirmer:
        agreed = {one.cle: one.disposition for one in self._etat.connues}
        found = []
        for table in tables:
            old = agreed.get(table.disposition.cle)
            said = replace(table, disposition=_as_agreed(table.disposition, old)) if old else table
            found.append(TableTrouvee(said, self._examples(table), old is not None))
        first = [p.retour for p in chosen]
        ranked = sorted(self._possibles, key=lambda p: p.retour not in first)
        asked = (
            "dites à quel retour il répond."
            if known
            else "cette disposition n'est pas encore connue. Dites de quel partenaire elle est, "
            "et ce que tient chaque colonne."
        )
        return DispositionAConfirmer(
            self._path, self._classeur.nom, self._classeur.empreinte, tuple(found),
            tuple(ranked), asked,
        )  # fmt: skip

    def _read(self, chosen: RetourPossible, tables: Sequence[DispositionProposee]) -> Source:
        from sdpd_desktop.documents.classeur_date import enregistre_le
        from sdpd_desktop.documents.disposition_lecture import lire

        work, classeur = self._work, self._classeur
        retour, campagne = self._etat.retour(work, chosen.retour)
        plan, noms = self._etat.plan(work, campagne.plan)
        lexique = self._etat.lexique(work, retour.partenaire)
        reperes = Reperes(plan, noms, retour, lexique, campagne.periode)
        mine = {k.cle: k for k in self._etat.connues if k.partenaire == retour.partenaire}
        saisies: list[SaisieRetour] = []
        said, key = list(classeur.remarques), ""
        for table in tables:
            known = mine.get(table.disposition.cle)
            sheet = table.disposition.feuille
            if known is None:
                said.append(f"Feuille {quote(sheet)} : disposition inconnue, non lue.")
                continue
            key = key or known.cle
            said.insert(
                0,
                f"Feuille {quote(sheet)} : disposition reconnue, confirmée pour {retour.nom} le "
                f"{format_date(known.confirmee_le)}.",
            )
            layout = _as_agreed(table.disposition, known.disposition)
            saisies += map(reperes.saisie, lire(classeur, layout))
        lu = RetourLu(
            classeur.nom, classeur.empreinte, classeur.taille, retour.id, campagne.code,
            retour.partenaire, campagne.periode.code, tuple(saisies), tuple(said), "",
            enregistre_le(self._path),
        )  # fmt: skip
        return Source(retour, campagne, lu, key)

    def _examples(self, table: DispositionProposee) -> tuple[tuple[str, ...], ...]:
        """Return a few values below each heading."""
        name = table.disposition.feuille
        sheet = next((f for f in self._classeur.feuilles if f.nom == name), None)
        columns = _below(sheet, table.entete) if sheet else {}
        return tuple(
            tuple(columns.get(search_key(column.titre), ()))
            for column in table.disposition.colonnes
        )


def _below(sheet: "Feuille", header: int) -> dict[str, list[str]]:
    """Return the first few texts under each title of a row, by search key."""
    titles: dict[int, str] = {}
    found: dict[str, list[str]] = {}
    for cell in sheet.cellules:
        if cell.ligne == header:
            titles[cell.colonne] = search_key(cell.texte)
            found[titles[cell.colonne]] = []
        elif cell.ligne > header and cell.colonne in titles:
            texts = found[titles[cell.colonne]]
            if len(texts) < _EXAMPLES and cell.texte.strip() and cell.texte not in texts:
                texts.append(cell.texte.strip())
        if cell.ligne > header + 50:
            break
    return found


def _as_agreed(found: Disposition, agreed: Disposition) -> Disposition:
    """Return the columns in the order found, taken for what was agreed."""
    known = {search_key(column.titre): column for column in agreed.colonnes}
    return replace(
        found,
        colonnes=tuple(
            replace(known.get(search_key(column.titre), column), titre=column.titre)
            for column in found.colonnes
        ),
    )


def _possibles(etat: EtatLu, path: Path, classeur: "Classeur") -> list[RetourPossible]:
    """Return the returns of running campagnes, the likeliest first."""
    text = " ".join((path.parent.name, path.stem, *(sheet.nom for sheet in classeur.feuilles)))
    words = f" {mots_cles(text)} "
    found: list[tuple[tuple[bool, ...], int, RetourPossible]] = []
    for campagne in etat.campagnes:
        if campagne.close_le is not None:
            continue
        # A file may bear the name of when its partner was asked, or that of today.
        annuaire = etat.annuaire(campagne.ouverte_le)
        named = {one for code in annuaire.reconnaitre(text) for one in annuaire.lignee(code)}
        dated = any(f" {form} " in words for form in _forms(campagne.periode))
        for rank, retour in enumerate(campagne.retours):
            why = []
            if retour.partenaire in named:
                why.append("nommé par le fichier, son dossier ou ses feuilles")
            if dated:
                why.append("période du fichier")
            score = (retour.partenaire not in named, not dated, retour.etat not in ATTENDUS)
            possible = RetourPossible(
                retour.id, retour.partenaire, retour.nom, campagne.plan, campagne.periode,
                retour.etat, ", ".join(why), retour.partenaire in named,
            )  # fmt: skip
            found.append((score, rank, possible))
    return [possible for _score, _rank, possible in sorted(found, key=lambda one: one[:2])]


def _likeliest(possibles: list[RetourPossible]) -> list[RetourPossible]:
    """Leave out what a better hint rules out; several are left when nothing settles it."""
    for hint in ("nommé", "période"):
        kept = [p for p in possibles if hint in p.indice]
        possibles = kept or possibles
    waiting = [p for p in possibles if p.etat in ATTENDUS]
    return waiting or possibles


def _forms(periode: Periode) -> Iterator[str]:
    """Yield how a file name may say a period."""
    code = mots_cles(periode.code)
    yield code
    yield " ".join(reversed(code.split()))
    yield code.replace(" ", "")
    yield mots_cles(periode.libelle)
