"""Imports partner returns: read, propose, apply; a dry run is the import without the last step."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.importation import (
    ImportationSummary,
    Ligne,
    Proposition,
    StatutPropose,
    ValeurProposee,
    Verdict,
)
from sdpd_desktop.domain.indicateur import Consolidation, EtatValeur
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.retour import EtatRetour, etat_apres
from sdpd_desktop.garbage import no_collection
from sdpd_desktop.persistence.observations import NouvelleObservation
from sdpd_desktop.persistence.unit_of_work import UnitOfWork, WritingUnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.campagnes import CampagneService
from sdpd_desktop.services.contributions import ApportRecu, retenir
from sdpd_desktop.services.files import read_again
from sdpd_desktop.services.lecture import indicateurs_of, label
from sdpd_desktop.services.receptions import ReceptionService, deja_importe


@dataclass(frozen=True)
class ResultatImportation:
    """What applying a proposition stored.

    Attributes:
        changement: None when nothing was written: the file is blank, or the same values were
            imported already.
        importation: Its id, "" when nothing was written.
    """

    changement: int | None
    nouveaux: int
    modifies: int
    importation: str


class ImportationService:
    """Workbooks that came back on a key."""

    def __init__(
        self, ground: Ground, campagnes: CampagneService, receptions: ReceptionService
    ) -> None:
        self._ground, self._campagnes, self._receptions = ground, campagnes, receptions

    def propose(self, path: Path) -> Proposition:
        """Read a workbook and compare it with what is stored; nothing changes.

        Raises:
            UserError: The file is refused whole; the sentence says why and what to do.
        """
        return self._receptions.propose(path)

    def apply(
        self, proposition: Proposition, lignes: Sequence[int] | None = None
    ) -> ResultatImportation:
        """Store the lines accepted, as one changement that one gesture puts back.

        ``lignes`` holds the indexes of the lines accepted; None is every new or changed one. A
        line to be confirmed is accepted by naming it; a rejected one cannot be.

        Raises:
            ConflictError: What the preview showed is no longer true; propose again.
        """
        if not proposition.lignes and not proposition.etat_neant:
            # A workbook sent back blank answers nothing: its return is awaited all the same.
            return ResultatImportation(None, 0, 0, "")
        octets = read_again(proposition.chemin, proposition.empreinte, proposition.taille)
        accepted = self._accepted(proposition, lignes)
        chosen = [proposition.lignes[index] for index in accepted]
        name = f"importer {proposition.fichier} ({proposition.partenaire})"
        source = SourceChangement.IMPORT
        with no_collection(), self._ground.write(name, source, proposition.empreinte) as work:
            self._check_unchanged(work, proposition)
            retour, campagne = work.retours.retour(proposition.retour)
            state = _state_after(proposition, accepted, retour.etat)
            known = deja_importe(work, proposition)
            if known is not None and not accepted and retour.etat is state:
                return ResultatImportation(None, 0, 0, "")
            now = self._ground.clock.now()
            fichier = work.retours.keep_file(
                proposition.fichier, proposition.empreinte, octets, now, proposition.taille
            )
            importation = work.retours.add_importation(proposition, fichier, now, chosen)
            work.retours.add_lines(importation, proposition.lignes, set(accepted))
            self._store(work, proposition, chosen, importation, campagne.id)
            today = self._ground.clock.today()
            work.retours.set_etat(proposition.retour, state, today, proposition.emetteur)
            changement = work.commit()
        self._ground.tell(Change.PLANS, Change.INDICATEURS, Change.RETOURS)
        counts = Counter(bool(line.ancien) for line in chosen)
        return ResultatImportation(changement, counts[False], counts[True], importation)

    def annotate(self, proposition: Proposition, out: Path) -> Path | None:
        """Write a fresh copy of our return, with what the partner typed and the errors marked.

        Returns:
            The file written in the folder ``out``, or None when no line is wrong.

        Raises:
            UserError: The file or the folder cannot be used.
        """
        wrong = (Verdict.REJETE, Verdict.A_CONFIRMER)
        if not any(line.verdict in wrong for line in proposition.lignes):
            return None
        from sdpd_desktop.documents.retour_xlsx import annotate

        target = out / f"{Path(proposition.fichier).stem} - à corriger.xlsx"
        lu = self._receptions.lire(proposition)
        content = self._campagnes.content(proposition.retour, lu.emetteur)
        annotate(content, lu, proposition.lignes, target)
        return target

    def list_all(self) -> tuple[ImportationSummary, ...]:
        """Return what was imported, newest first."""
        with self._ground.database.read() as work:
            return work.retours.importations()

    def _accepted(self, proposition: Proposition, lignes: Sequence[int] | None) -> list[int]:
        can = (Verdict.NOUVEAU, Verdict.MODIFIE, Verdict.A_CONFIRMER)
        if lignes is None:
            applicable = set(map(id, proposition.applicables()))
            return [i for i, line in enumerate(proposition.lignes) if id(line) in applicable]
        refused = [
            proposition.lignes[index].lieu
            for index in lignes
            if proposition.lignes[index].verdict not in can
            or proposition.lignes[index].effet is None
        ]
        if refused:
            raise UserError(f"Ces cellules ne peuvent pas être importées : {', '.join(refused)}.")
        return sorted(set(lignes))

    def _check_unchanged(self, work: UnitOfWork, proposition: Proposition) -> None:
        """Refuse a proposition made from data that changed since.

        Raises:
            ConflictError: Names what changed.
        """
        conflicts = []
        current = work.indicateurs.current_ids(work.plans.row(proposition.plan))
        for line in proposition.lignes:
            match line.effet:
                case StatutPropose(mesure=code, version=version):
                    if work.plans.statut_of(proposition.plan, code)[3] != version:
                        conflicts.append(f"{code} a été modifiée depuis l'aperçu.")
                case ValeurProposee() as value:
                    key = (
                        value.indicateur, value.periode.code, value.territoire, value.zone.value
                    )  # fmt: skip
                    if current.get(key, "") != value.remplace:
                        conflicts.append(f"{line.objet} a été modifié depuis l'aperçu.")
        if conflicts:
            raise ConflictError(
                "Les données ont changé depuis l'aperçu : rouvrez le fichier. "
                "Rien n'a été modifié.",
                tuple(conflicts),
            )

    def _store(
        self,
        work: WritingUnitOfWork,
        proposition: Proposition,
        lines: Sequence[Ligne],
        importation: str,
        campagne: str,
    ) -> None:
        valeurs: list[tuple[Ligne, ValeurProposee]] = []
        recus = []
        for line in lines:
            match line.effet:
                case StatutPropose() as effet:
                    work.plans.set_statut(
                        proposition.plan, effet.mesure, effet.statut, effet.fait_le, effet.note
                    )
                case ValeurProposee() as effet:
                    valeurs.append((line, effet))
                    if effet.apport is not None:
                        place = f"{proposition.fichier}, {line.lieu}"
                        recus.append(ApportRecu(effet, line.texte, place))
        work.importees.supersede([effet.remplace for _, effet in valeurs if effet.remplace])
        work.importees.add(self._observations(work, proposition, valeurs, importation, campagne))
        retenir(work, proposition.plan, proposition.retour, recus, importation)

    def _observations(
        self,
        work: WritingUnitOfWork,
        proposition: Proposition,
        valeurs: Iterable[tuple[Ligne, ValeurProposee]],
        importation: str,
        campagne: str,
    ) -> Iterator[tuple[NouvelleObservation, str]]:
        """Yield what to store of each line one after the other: all of them would fill memory."""
        indicateurs = {i.code: i for i in indicateurs_of(work, proposition.plan)}
        territoires = work.partenaires.territoire_ids()
        auteur, now = self._ground.auteur(), self._ground.clock.now()
        partenaire = proposition.partenaire
        for line, effet in valeurs:
            indicateur = indicateurs[effet.indicateur]
            feuille, _, cellule = line.lieu.rpartition("!")
            yield NouvelleObservation(
                indicateur.id, effet.periode, territoires[effet.territoire], effet.zone,
                effet.presence, effet.borne, effet.valeur, effet.numerateur, effet.denominateur,
                Consolidation.PROVISOIRE, effet.commentaire, EtatValeur.IMPORTE, auteur, now,
                partenaire, label(indicateur, effet.periode, effet.territoire, effet.zone),
                line.texte, importation, campagne, feuille, cellule,
            ), effet.remplace  # fmt: skip


def _state_after(proposition: Proposition, accepted: Sequence[int], now: EtatRetour) -> EtatRetour:
    taken, open_ = set(accepted), (Verdict.REJETE, Verdict.A_CONFIRMER)
    left = (
        index not in taken and line.verdict in open_
        for index, line in enumerate(proposition.lignes)
    )
    return etat_apres(
        now, neant=proposition.etat_neant, change=bool(accepted), complet=not any(left)
    )
