"""Prints a convention with the files of its annexes."""

import tempfile
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.domain.convention import FichierAnnexe
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.services.conventions import ConventionService
from sdpd_desktop.services.files import write_bytes
from sdpd_desktop.services.pieces import PieceService

if TYPE_CHECKING:
    from sdpd_desktop.documents.classeur_donnees import Classeur
    from sdpd_desktop.documents.liasse import Fichier


class LiasseService:
    """Print copies: what is kept is not touched."""

    def __init__(self, conventions: ConventionService, pieces: PieceService) -> None:
        self._conventions, self._pieces = conventions, pieces

    def render(self, code: str, numeros: Collection[int] | None = None) -> bytes:
        """Return the text to sign and every annex, or the annexes of those numbers alone.

        Raises:
            NotFoundError: No such convention.
            UserError: A file cannot be reproduced; the sentence names it.
        """
        from sdpd_desktop.documents.convention_liasse import liasse

        content = self._conventions.contenu(code, False, DocumentConvention.TEXTE)
        chosen = (
            annexe.fichier
            for annexe in content.details.annexes
            if annexe.fichier and (numeros is None or annexe.numero in numeros)
        )
        return liasse(content, self._files(chosen), numeros)

    def write(self, code: str, out: Path) -> Path:
        """Write the text to sign and every annex as a PDF file.

        Raises:
            NotFoundError: No such convention.
            UserError: A file cannot be reproduced, or the PDF not be written.
        """
        write_bytes(out, self.render(code))
        return out

    def _files(self, kept: Iterable[FichierAnnexe]) -> "dict[str, Fichier | Classeur]":
        from sdpd_desktop.documents.classeur import LecteurClasseurs
        from sdpd_desktop.documents.liasse import Fichier

        found: dict[str, Fichier | Classeur] = {}
        with LecteurClasseurs() as reader, tempfile.TemporaryDirectory() as folder:
            for file in kept:
                octets = self._pieces.octets(file.empreinte)
                if file.pages:
                    found[file.empreinte] = Fichier(file.nom, octets)
                    continue
                # The reading child takes a path; the name is ours, whatever theirs was.
                path = Path(folder) / f"{file.empreinte}.xlsx"
                path.write_bytes(octets)
                found[file.empreinte] = replace(reader.read(path), nom=file.nom)
        return found
