"""Files what comes with conventions: annexes, pieces, the signed copy that freezes them."""

from dataclasses import replace
from pathlib import Path

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.convention import (
    AnnexeDetails,
    ContenuAnnexe,
    ConventionDetails,
    EtatConvention,
    FichierAnnexe,
    NaturePiece,
)
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, reason
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.domain.version_convention import ConventionExportee
from sdpd_desktop.persistence.unit_of_work import WritingUnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.conventions import details_of, exportee_of
from sdpd_desktop.services.files import write_bytes
from sdpd_desktop.services.redactions import check_editable

_READ_LIMIT = 50_000_000


class PieceService:
    """Files kept by hash: the journal tells their SHA-256, whatever becomes of the rest."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    # ----------------------------------------------------------------- annexes

    def annexer(
        self, code: str, path: Path, titre: str = "", *, integrante: bool = True
    ) -> ConventionDetails:
        """Add a file as the last annex: PDF, PNG, JPEG or an .xlsx workbook.

        Raises:
            NotFoundError: No such convention.
            StorageError: The file cannot be read.
            UserError: The file is refused, or the convention frozen.
        """
        from sdpd_desktop.documents.annexe_fichier import controler

        octets = _read(path)
        file = controler(path.name, octets, classeurs=True)
        named = titre.strip() or path.stem
        with self._ground.write(
            f"annexer {quote(named)} à {code}", reference=file.empreinte
        ) as work:
            details = work.conventions.details(code)
            check_editable(work, details)
            self._keep(work, file, octets)
            added = AnnexeDetails(
                len(details.annexes) + 1, named, ContenuAnnexe.FICHIER, integrante, file
            )
            changed = replace(details, annexes=(*details.annexes, added))
            work.redaction.store(work.conventions.row(code), changed)
            work.commit()
        return self._told(code)

    # ------------------------------------------------------------------ pieces

    def deposer(
        self, code: str, path: Path, nature: NaturePiece, commentaire: str = ""
    ) -> ConventionDetails:
        """Keep a PDF or an image with the convention; a signed copy freezes it.

        Raises:
            NotFoundError: No such convention.
            StorageError: The file cannot be read.
            UserError: The file is refused; a signed copy comes before the signature or twice.
        """
        return self.deposer_octets(code, path.name, _read(path), nature, commentaire)

    def deposer_octets(
        self, code: str, nom: str, octets: bytes, nature: NaturePiece, commentaire: str = ""
    ) -> ConventionDetails:
        """Keep bytes with the convention, as :meth:`deposer` does for a file.

        Raises:
            NotFoundError: No such convention.
            UserError: The file is refused; a signed copy comes before the signature or twice.
        """
        from sdpd_desktop.documents.annexe_fichier import controler

        file = controler(nom, octets, classeurs=False)
        what = "l'original signé" if nature is NaturePiece.ORIGINAL else quote(nom)
        with self._ground.write(f"déposer {what} de {code}", reference=file.empreinte) as work:
            kept = (self._keep(work, file, octets), nom)
            if nature is NaturePiece.ORIGINAL:
                self.figer(work, code, kept, commentaire.strip())
            else:
                self._add(work, code, nature, kept, commentaire.strip())
            work.commit()
        return self._told(code)

    def figer(
        self,
        work: WritingUnitOfWork,
        code: str,
        kept: tuple[str, str],
        commentaire: str = "",
        porte: ConventionExportee | None = None,
    ) -> None:
        """File a kept file, by its id and its name, as the signed copy, within a transaction.

        What is linked is frozen as of today, or as the signed file says it in its data, ``porte``.

        Raises:
            UserError: It comes before the signature, or twice.
        """
        details = details_of(work, code, self._ground.clock.today())
        _check_signed(details)
        self._add(work, code, NaturePiece.ORIGINAL, kept, commentaire)
        signed = work.conventions.details(code)
        exportee = porte or exportee_of(self._ground, work, signed)
        work.versions.freeze(
            work.conventions.row(code), len(details.versions) + 1,
            replace(exportee, convention=signed), kept, self._ground.clock.now(),
        )  # fmt: skip

    def _add(
        self,
        work: WritingUnitOfWork,
        code: str,
        nature: NaturePiece,
        kept: tuple[str, str],
        commentaire: str,
    ) -> None:
        row, now = work.conventions.row(code), self._ground.clock.now()
        work.versions.add_piece(row, nature, kept, now, self._ground.auteur(), commentaire)

    def retirer(self, code: str, piece: str) -> ConventionDetails:
        """Take a piece off; a signed copy stays for good.

        Raises:
            NotFoundError: No such convention or piece.
            UserError: It is the signed copy.
        """
        found = next((p for p in self._details(code).pieces if p.id == piece), None)
        if found is None:
            raise NotFoundError("Cette pièce n'est plus dans la liste.")
        if found.nature is NaturePiece.ORIGINAL:
            raise UserError(
                "L'exemplaire signé fige la convention et reste avec elle. S'il s'agit d'une "
                "erreur, annulez son dépôt dans le journal."
            )
        with self._ground.write(f"retirer {quote(found.nom)} de {code}") as work:
            work.versions.remove_piece(piece)
            work.commit()
        return self._told(code)

    def octets(self, empreinte: str) -> bytes:
        """Return the bytes of a kept file.

        Raises:
            DamageError: They are gone, or no longer those that were kept.
        """
        with self._ground.database.read() as work:
            return work.versions.octets(empreinte)

    def extraire(self, empreinte: str, out: Path) -> Path:
        """Write a kept file, byte for byte.

        Raises:
            DamageError: Its bytes are no longer those that were kept.
            StorageError: The file cannot be written.
        """
        write_bytes(out, self.octets(empreinte))
        return out

    def _keep(self, work: WritingUnitOfWork, file: FichierAnnexe, octets: bytes) -> str:
        return work.retours.keep_file(file.nom, file.empreinte, octets, self._ground.clock.now())

    def _details(self, code: str) -> ConventionDetails:
        with self._ground.database.read() as work:
            return details_of(work, code, self._ground.clock.today())

    def _told(self, code: str) -> ConventionDetails:
        self._ground.tell(Change.CONVENTIONS)
        return self._details(code)


def _check_signed(details: ConventionDetails) -> None:
    code = details.resume.code
    if details.figee:
        raise UserError(
            f"L'exemplaire signé de {code} est déjà déposé. Ouvrez un avenant pour une nouvelle "
            "version, ou déposez ce fichier comme une autre pièce."
        )
    if details.signee_le is None or details.resume.etat is EtatConvention.DENONCEE:
        raise UserError(
            f"Enregistrez d'abord la date et le lieu de la signature de {code}, puis déposez "
            "l'exemplaire signé."
        )
    avenant = details.avenant_ouvert
    if avenant and avenant.signe_le is None:
        raise UserError(
            f"Enregistrez d'abord la date de signature de l'avenant n° {avenant.numero} de "
            f"{code}, puis déposez son exemplaire signé."
        )


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_READ_LIMIT)
    except OSError as error:
        raise StorageError(
            f"Impossible de lire {path} ({reason(error)}). Vérifiez la clé ou le dossier, puis "
            "recommencez."
        ) from error
