"""Reads what partners send back – our returns or their own tables – and proposes it."""

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.disposition import Disposition
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.importation import Ligne, Proposition, RetourLu, Verdict
from sdpd_desktop.domain.lexique import SENS_VALEUR, NatureTerme, TermeInconnu
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.reception import DispositionAConfirmer, Recus, verifier_disposition
from sdpd_desktop.domain.texte import NBSP, insecable, natural_key, quote
from sdpd_desktop.garbage import no_collection
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.attributions import attribuer
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.etat_lu import EtatLu
from sdpd_desktop.services.propositions import (
    ECARTE,
    Comparison,
    Source,
    ecarter,
    rapprocher,
    repondre,
)

if TYPE_CHECKING:
    from sdpd_desktop.documents.classeur import LecteurClasseurs
    from sdpd_desktop.documents.classeur_donnees import Classeur

SUFFIXES = frozenset(
    {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".xltx", ".xltm"}
)


class ReceptionService:
    """Workbooks of partners, from the file to the proposition; nothing is stored of them here."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._reader: LecteurClasseurs | None = None

    def deplier(self, chemins: Iterable[Path]) -> Recus:
        """Return the workbooks among files and folders, and what is left out with its reason."""
        return deplier(chemins)

    def lot(self) -> "Lot":
        """Return a reader for files that come together: the plan is read once for all."""
        return Lot(self, self._ground)

    def examiner(
        self, path: Path, cancel: threading.Event | None = None
    ) -> Proposition | DispositionAConfirmer:
        """Read a workbook and compare it with what is stored, or ask what it is.

        Raises:
            UserError: The file is refused whole, or reading it was cancelled.
        """
        return self.lot().examiner(path, cancel)

    def propose(self, path: Path) -> Proposition:
        """Read a workbook whose layout is known and compare it with what is stored.

        Raises:
            UserError: The file is refused whole, or a person must say first what it is.
        """
        found = self.examiner(path)
        if isinstance(found, DispositionAConfirmer):
            raise UserError(f"«{NBSP}{found.fichier}{NBSP}»{NBSP}: {found.question}")
        return found

    def confirmer(
        self, question: DispositionAConfirmer, retour: str, disposition: Disposition
    ) -> Proposition:
        """Remember what the columns of a partner hold, and propose the file that was asked about.

        Raises:
            ValidationError: Nothing could be stored by this layout.
            UserError: The file is gone, or the return is not awaited any more.
        """
        verifier_disposition(disposition)
        classeur = self.classeur(question.chemin)
        with self._ground.write(f"retenir la disposition de {quote(question.fichier)}") as work:
            found, _campagne = work.retours.retour(retour)
            today = self._ground.clock.today()
            work.memoires.keep_disposition(found.partenaire, disposition, today)
            work.commit()
        self._ground.tell(Change.RETOURS)
        made = self.lot().comparer(question.chemin, classeur, retour)
        assert isinstance(made, Proposition)
        return made

    def actualiser(self, proposition: Proposition) -> Proposition:
        """Return the proposition against what is stored now; the file is not read again."""
        with self._ground.database.read() as work:
            comparison = self._comparison(work, proposition)
            lines = tuple(_again(comparison, line) for line in proposition.lignes)
        return replace(proposition, lignes=lines)

    def repondre(self, proposition: Proposition, reponses: Mapping[int, str | None]) -> Proposition:
        """Answer questions of a proposition by index of line: another text, or None to agree."""
        with self._ground.database.read() as work:
            comparison = self._comparison(work, proposition)
            return repondre(comparison, proposition, reponses)

    def ecarter(self, proposition: Proposition, index: int) -> Proposition:
        """Leave a line out, whatever it says; the partner will see it marked."""
        return ecarter(proposition, index)

    def rapprocher(self, propositions: Iterable[Proposition]) -> tuple[Proposition, ...]:
        """Ask about every value that two files of one drop give differently."""
        return rapprocher(propositions)

    def convenir(self, proposition: Proposition, terme: TermeInconnu, sens: str) -> Proposition:
        """Remember what a word of the partner means, and read the lines that hold it again."""
        name = f"convenir du sens de {quote(terme.terme)} ({proposition.partenaire})"
        with self._ground.write(name) as work:
            today = self._ground.clock.today()
            work.memoires.keep_terme(proposition.partenaire, terme.nature, terme.cle, sens, today)
            work.commit()
        self._ground.tell(Change.RETOURS)
        with self._ground.database.read() as work:
            comparison = self._comparison(work, proposition)
            same = (terme.nature, terme.cle)
            lines = tuple(
                comparison.relire(line)
                if line.terme is not None and (line.terme.nature, line.terme.cle) == same
                else line
                for line in proposition.lignes
            )
        return replace(proposition, lignes=lines)

    def designations(
        self, proposition: Proposition, nature: NatureTerme
    ) -> tuple[tuple[str, str], ...]:
        """Return what a word of a partner can stand for: each code, and how it is read."""
        with self._ground.database.read() as work:
            plan, _noms = self.etat(work).plan(work, proposition.plan)
        match nature:
            case NatureTerme.INDICATEUR:
                return tuple(
                    (i.code, f"{i.chiffre} · {i.titre}") for i in plan.indicateurs.values()
                )
            case NatureTerme.MESURE:
                return tuple((m.code, f"{m.code} · {m.titre}") for m in plan.mesures.values())
            case NatureTerme.TERRITOIRE:
                return tuple((place.code, f"{place.nom} ({place.code})") for place in plan.places)
            case NatureTerme.ZONE:
                return tuple((zone.value, zone.value) for zone in Zone)
        return tuple((sens.value, words) for sens, words in SENS_VALEUR.items())

    def close(self) -> None:
        """Stop the process that reads workbooks."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def lire(self, proposition: Proposition) -> RetourLu:
        """Read the file of a proposition again.

        Raises:
            UserError: It is gone, or cannot be read any more.
        """
        classeur = self.classeur(proposition.chemin)
        with self._ground.database.read() as work:
            etat = self.etat(work)
            found = attribuer(work, etat, proposition.chemin, classeur, proposition.retour)
        if isinstance(found, DispositionAConfirmer):
            raise UserError(f"{quote(proposition.fichier)}{NBSP}: {found.question}")
        if not proposition.disposition:
            return found.lu
        # Of a partner's own table, the lines know what each row is about.
        rows = {id(line.saisie): line.saisie for line in proposition.lignes if line.saisie}
        return replace(found.lu, saisies=tuple(row for row in rows.values() if row.cle))

    def etat(self, work: UnitOfWork, kept: EtatLu | None = None) -> EtatLu:
        """Return the state of the database, or the one kept if nothing changed since."""
        if kept is not None and kept.numero == work.journal.dernier():
            return kept
        return EtatLu(work, self._ground.clock.today())

    def classeur(
        self,
        path: Path,
        cancel: threading.Event | None = None,
        tell: Callable[[int, int], None] | None = None,
    ) -> "Classeur":
        """Read the cells of a workbook; ``tell`` is told how far, from another thread.

        Raises:
            UserError: It is refused, or reading it was cancelled.
        """
        from sdpd_desktop.documents.classeur import LecteurClasseurs

        if self._reader is None:
            self._reader = LecteurClasseurs()
        with no_collection():
            return self._reader.read(path, cancel, tell)

    def _comparison(self, work: UnitOfWork, proposition: Proposition) -> Comparison:
        etat = self.etat(work)
        retour, campagne = etat.retour(work, proposition.retour)
        lu = RetourLu(
            proposition.fichier, proposition.empreinte, proposition.taille, proposition.retour,
            proposition.campagne, proposition.partenaire, proposition.periode.code, (), (),
            proposition.emetteur, proposition.enregistre_le,
        )  # fmt: skip
        plan, noms = etat.plan(work, campagne.plan)
        source = Source(retour, campagne, lu, proposition.disposition)
        return Comparison(work, plan, noms, source, etat.lexique(work, retour.partenaire))


class Lot:
    """Files read one after the other against one state of the database."""

    def __init__(self, service: ReceptionService, ground: Ground) -> None:
        self._service, self._ground = service, ground
        self._etat: EtatLu | None = None

    def examiner(
        self,
        path: Path,
        cancel: threading.Event | None = None,
        tell: Callable[[int, int], None] | None = None,
    ) -> Proposition | DispositionAConfirmer:
        """Read a workbook and compare it with what is stored, or ask what it is.

        ``tell`` is told how much was read of how much, from another thread.

        Raises:
            UserError: The file is refused whole, or reading it was cancelled.
        """
        return self.comparer(path, self._service.classeur(path, cancel, tell))

    def comparer(
        self, path: Path, classeur: "Classeur", retour: str = ""
    ) -> Proposition | DispositionAConfirmer:
        """Compare a workbook already read; ``retour`` is the one a person says it answers."""
        with no_collection(), self._ground.database.read() as work:
            self._etat = etat = self._service.etat(work, self._etat)
            source = attribuer(work, etat, path, classeur, retour)
            if isinstance(source, DispositionAConfirmer):
                return source
            plan, noms = etat.plan(work, source.campagne.plan)
            lexique = etat.lexique(work, source.retour.partenaire)
            lignes, warnings = Comparison(work, plan, noms, source, lexique).lines()
            lu, campagne = source.lu, source.campagne
            made = Proposition(
                lu.nom, lu.empreinte, lu.taille, source.retour.partenaire, source.retour.nom,
                campagne.plan, campagne.code, source.retour.id, campagne.periode, lignes,
                (*map(insecable, lu.avertissements), *warnings), None, path, lu.enregistre_le,
                source.disposition, lu.emetteur, lu.neant,
            )  # fmt: skip
            if made.empreinte_valeurs not in etat.deja:
                return made
            return replace(made, deja_importe=deja_importe(work, made))


def _again(comparison: Comparison, line: Ligne) -> Ligne:
    """Return a line against what is stored now; what was answered or asked of it stays."""
    if line.reponse == ECARTE:
        return line
    fresh = comparison.relire(line)
    if fresh.verdict in (Verdict.INCHANGE, Verdict.REJETE):
        return fresh._replace(reponse=line.reponse)
    if line.reponse and fresh.ancien == line.ancien:
        return line._replace(effet=fresh.effet)
    if line.verdict is Verdict.A_CONFIRMER and fresh.effet is not None and not fresh.terme:
        return fresh._replace(verdict=Verdict.A_CONFIRMER, raison=line.raison)
    return fresh


def deja_importe(work: UnitOfWork, proposition: Proposition) -> int | None:
    """Return the changement that stored the same values and still holds."""
    for numero in work.retours.changements_of_values(proposition.empreinte_valeurs):
        if work.journal.resume(numero).annule_par is None:
            return numero
    return None


def deplier(chemins: Iterable[Path]) -> Recus:
    """Return the workbooks among files and folders, and what is left out with its reason."""
    files: dict[Path, None] = {}
    left: list[str] = []
    for chemin in chemins:
        if not chemin.is_dir():
            files[chemin] = None
            continue
        inside = sorted(chemin.rglob("*"), key=lambda path: natural_key(str(path)))
        found = [path for path in inside if path.is_file()]
        if not found:
            left.append(f"Le dossier {quote(chemin.name)} est vide.")
        for path in found:
            if path.name.startswith(("~$", ".~lock.")):
                left.append(f"{path.name} : fichier de verrouillage, laissé de côté.")
            elif path.name.startswith("."):
                continue
            elif path.suffix.lower() not in SUFFIXES:
                left.append(f"{path.name} : ce n'est pas un classeur, laissé de côté.")
            else:
                files[path] = None
    return Recus(tuple(files), tuple(map(insecable, left)))
