"""Tells where values come from, and shows again the row of the file as received."""

import datetime as dt
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.provenance import AUCUN_FICHIER, LigneRecue, Provenance
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.files import write_bytes

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

    def ligne(self, provenance: Provenance) -> LigneRecue:
        """Read the row again from the kept bytes, in the process that reads workbooks.

        Raises:
            NotFoundError: The file is not kept, or has no such row.
            UserError: It cannot be read as a table.
        """
        from sdpd_desktop.documents.classeur import LecteurClasseurs
        from sdpd_desktop.documents.ligne_recue import ligne_recue

        octets = self._octets(provenance)
        if self._reader is None:
            self._reader = LecteurClasseurs()
        with tempfile.TemporaryDirectory(prefix="sdpd-") as folder:
            path = Path(folder) / Path(provenance.fichier.nom).name
            path.write_bytes(octets)
            classeur = self._reader.read(path)
        return ligne_recue(classeur, provenance.feuille, provenance.cellule)

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
