"""Tells where values come from, and shows again the row of the file as received."""

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.importation import Ligne, Proposition
from sdpd_desktop.domain.provenance import (
    AUCUN_FICHIER,
    EtatFichier,
    FichierRecu,
    LigneRecue,
    Provenance,
)
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.files import read_again, write_bytes

if TYPE_CHECKING:
    from sdpd_desktop.documents.classeur import LecteurClasseurs


class ProvenanceService:
    """From a value to the gesture or the cell that it came from."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._reader: LecteurClasseurs | None = None

    def of_value(self, observation: str) -> Provenance:
        """Return where a stored value comes from.

        Raises:
            NotFoundError: It is gone.
        """
        with self._ground.database.read() as work:
            values, numero = work.provenances.value(observation)
            return self._of_observation(work, str(values["libelle_journal"]), values, numero)

    def of_line(self, numero: int, ligne: str) -> Provenance:
        """Return where a row that an import touched came from, even if it was put back since.

        Raises:
            NotFoundError: The journal no longer holds it.
        """
        with self._ground.database.read() as work:
            objet, values = work.provenances.told(numero, ligne)
            if values.get("importation_id"):
                return self._of_observation(work, objet, values, numero)
            done = work.journal.resume(numero)
            importation, lieu, texte = work.provenances.import_line(numero, objet)
            feuille, _, cellule = lieu.rpartition("!")
            fichier = work.provenances.file_of(importation) if importation else AUCUN_FICHIER
            note = str(values.get("note") or "")
            return Provenance(
                objet, done.auteur, done.instant, done.commande, "", note, numero, fichier,
                feuille, cellule, texte,
            )  # fmt: skip

    def of_mesure(self, plan: str, code: str) -> Provenance:
        """Return where the status, the date and the note of a mesure come from.

        Raises:
            NotFoundError: No such mesure, or the journal tells of no change.
        """
        with self._ground.database.read() as work:
            table, mesure = work.plans.key(plan, code)
            numero = work.provenances.holding(table, mesure)
        if numero is None:
            raise NotFoundError(f"Le journal ne garde rien de « {code} ».")
        return self.of_line(numero, mesure)

    def of_contribution(self, contribution: str) -> Provenance:
        """Return where what one unit of a partner gave of a sum comes from.

        Raises:
            NotFoundError: It is gone, or the journal no longer tells.
        """
        with self._ground.database.read() as work:
            row, numero = work.provenances.contribution(contribution)
            if numero is None:
                raise NotFoundError(f"Le journal ne garde rien de ce qu'a donné {row.emetteur}.")
            fichier = work.provenances.file_of(row.importation_id)
            done = work.journal.resume(numero)
            place = row.origine.removeprefix(f"{fichier.nom}, ") if fichier.nom else ""
            feuille, _, cellule = place.rpartition("!")
            return Provenance(
                row.emetteur, done.auteur, done.instant, done.commande, row.origine, "", numero,
                fichier, feuille, cellule, row.texte,
            )  # fmt: skip

    def of_proposed(self, proposition: Proposition, ligne: Ligne) -> Provenance:
        """Return where a line that is only proposed stands, in the file it was read from."""
        feuille, _, cellule = ligne.lieu.rpartition("!")
        fichier = FichierRecu(
            EtatFichier.PROPOSE, proposition.fichier, proposition.empreinte, proposition.taille,
            chemin=proposition.chemin,
        )  # fmt: skip
        objet = " · ".join(filter(None, (ligne.objet, ligne.titre)))
        source = ", ".join(filter(None, (proposition.partenaire_nom, proposition.emetteur)))
        return Provenance(
            objet, "", None, "", source, "", None, fichier, feuille, cellule, ligne.texte
        )

    def ligne(self, provenance: Provenance) -> LigneRecue:
        """Read the row again from the bytes received, in the process that reads workbooks.

        Raises:
            NotFoundError: The file is not kept, or has no such row.
            ConflictError: A file only proposed is no longer the one that was read.
            UserError: It cannot be read as a table.
        """
        from sdpd_desktop.documents.classeur import LecteurClasseurs
        from sdpd_desktop.documents.ligne_recue import ligne_recue

        if self._reader is None:
            self._reader = LecteurClasseurs()
        with self._received(provenance) as path:
            classeur = self._reader.read(path)
        return ligne_recue(classeur, provenance.feuille, provenance.cellule)

    @contextmanager
    def _received(self, provenance: Provenance) -> Iterator[Path]:
        """Yield a path to the bytes: where they stand, or a copy of what is kept."""
        fichier = provenance.fichier
        if fichier.chemin is not None:
            read_again(fichier.chemin, fichier.empreinte, fichier.taille)
            yield fichier.chemin
            return
        octets = self._octets(provenance)
        with tempfile.TemporaryDirectory(prefix="sdpd-") as folder:
            path = Path(folder) / Path(fichier.nom).name
            path.write_bytes(octets)
            yield path

    def enregistrer(self, provenance: Provenance, out: Path) -> None:
        """Write the kept bytes of the file that a value came from.

        Raises:
            NotFoundError: The file is not kept.
            StorageError: ``out`` cannot be written.
        """
        write_bytes(out, self._octets(provenance))

    def close(self) -> None:
        """Stop the process that reads workbooks."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _octets(self, provenance: Provenance) -> bytes:
        with self._ground.database.read() as work:
            octets = work.provenances.octets(provenance.fichier.empreinte)
        if octets is None:
            raise NotFoundError("Le fichier reçu n'est pas conservé : seule son empreinte l'est.")
        return octets

    def _of_observation(
        self, work: UnitOfWork, objet: str, values: Mapping[str, Any], numero: int | None
    ) -> Provenance:
        commande = work.journal.resume(numero).commande if numero else ""
        return Provenance(
            objet,
            str(values["auteur"]),
            dt.datetime.fromisoformat(str(values["saisi_le"])),
            commande,
            str(values["origine"]),
            str(values["commentaire"]),
            numero,
            work.provenances.file_of(values["importation_id"]),
            str(values["feuille"]),
            str(values["cellule"]),
            str(values["texte"]),
        )
