"""Has conventions signed electronically, verifies any PDF, keeps the register of signed copies."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.signature import (
    PREFIXE_CHAMP,
    ActeSignature,
    Certificat,
    ChampSignature,
    Clef,
    Jeton,
)
from sdpd_desktop.domain.verification import (
    Exemplaire,
    VerdictSignature,
    Verification,
    conclure,
    en_cours,
)
from sdpd_desktop.domain.version_convention import texte_change
from sdpd_desktop.services.avenants import signer_avenant
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.confiance import lire_fichier
from sdpd_desktop.services.conventions import ConventionService
from sdpd_desktop.services.files import write_bytes
from sdpd_desktop.services.pieces import PieceService

if TYPE_CHECKING:
    from sdpd_desktop.persistence.unit_of_work import WritingUnitOfWork

LIMITE = 20_000_000
"""A larger signed file would not be kept; joined files are quoted by hash, not joined."""
LIMITE_VERIFIEE = 100_000_000
_TOLD = 3  # parts that a sentence names


@dataclass(frozen=True)
class DocumentASigner:
    """What is to be signed of a convention, and who did already.

    Attributes:
        lieu: Where it is signed, as the convention says.
        reserve: What to know before signing, "" for nothing.
    """

    convention: str
    champs: tuple[ChampSignature, ...]
    lieu: str
    reserve: str


@dataclass(frozen=True)
class SignatureFaite:
    """A document with one more signature.

    Attributes:
        convention: Code of the convention whose register holds it, "" for a file from elsewhere.
    """

    octets: bytes
    convention: str
    verification: Verification


class SignatureService:
    """No network: keys are in files or on cards, trust is the office's own list."""

    def __init__(
        self, ground: Ground, conventions: ConventionService, pieces: PieceService
    ) -> None:
        self._ground = ground
        self._conventions = conventions
        self._pieces = pieces

    # ----------------------------------------------------------------- card

    def jetons(self, bibliotheque: str) -> tuple[Jeton, ...]:
        """Return the cards in the readers.

        Raises:
            NotFoundError: The library of the card is not there.
            StorageError: It does not answer.
        """
        from sdpd_desktop.documents.signature_clefs import jetons

        return jetons(bibliotheque)

    def certificats(self, bibliotheque: str, jeton: str = "") -> tuple[Certificat, ...]:
        """Return the certificates of a card that sign acts; its PIN is not needed.

        Raises:
            NotFoundError: No such library or card.
            StorageError: The card does not answer.
        """
        from sdpd_desktop.documents.signature_clefs import certificats_carte

        return certificats_carte(bibliotheque, jeton)

    # -------------------------------------------------------------- signing

    def document(self, code: str) -> DocumentASigner:
        """Return what is to be signed of a convention.

        Raises:
            NotFoundError: No such convention.
            UserError: It cannot be printed.
        """
        from sdpd_desktop.documents.signature import champs

        details = self._conventions.details(code)
        found = champs(self._a_signer(code))
        return DocumentASigner(code, found, details.signature_lieu, details.reserve)

    def preparer(self, code: str, out: Path) -> Path:
        """Write what is to be signed: the newest copy, or the convention with its fields.

        Raises:
            NotFoundError: No such convention.
            StorageError: The file cannot be written; an older one is kept.
        """
        write_bytes(out, self._a_signer(code))
        return out

    def signer(self, code: str, acte: ActeSignature, clef: Clef) -> SignatureFaite:
        """Add one signature to the newest copy of a convention, and file it in the register.

        Raises:
            NotFoundError: No such convention, field, card or certificate.
            ValidationError: The key cannot sign.
            UserError: The convention is signed already, or its copy is no longer sound.
        """
        self._require_signable(code)
        return self._sign(f"{code}-signature.pdf", self._a_signer(code), acte, clef, code)

    def signer_fichier(
        self, path: Path, acte: ActeSignature, clef: Clef, out: Path | None = None
    ) -> SignatureFaite:
        """Add one signature to a file; that of a convention of the register is filed there too.

        Without ``out``, the file itself grows: its bytes stay at its head.

        Raises:
            UserError: See :meth:`signer`; an older file is kept as it was.
        """
        octets = lire_fichier(path, LIMITE)
        target = out or path
        done = self._sign(target.name, octets, acte, clef, self._convention_of(octets))
        write_bytes(target, done.octets)
        return done

    def _a_signer(self, code: str) -> bytes:
        """Return the copy that awaits signatures, else the convention with its empty fields."""
        exemplaire = en_cours(self.registre(code))
        return self.copie(exemplaire.id) if exemplaire else self._conventions.render_a_signer(code)

    def _require_signable(self, code: str) -> None:
        if not self._conventions.details(code).signable:
            raise UserError(f"La convention {code} est déjà signée ou n'est plus à signer.")

    def recommencer(self, code: str) -> None:
        """Give up the copy that awaits signatures: the next one starts from the convention.

        Raises:
            NotFoundError: No such convention, or none of its copies awaits signatures.
        """
        kept = [e for e in self.registre(code) if e.ecarte_le is None]
        # Those before a complete copy led to what is signed for good: the text of before.
        exemplaires = kept[max((n for n, e in enumerate(kept, 1) if e.complet), default=0) :]
        if not exemplaires:
            raise NotFoundError(f"La convention {code} n'a pas de signature en cours.")
        with self._ground.write(f"recommencer la signature de {code}") as work:
            for exemplaire in exemplaires:
                work.signatures.ecarter(exemplaire, self._ground.clock.now())
            work.commit()
        self._ground.tell(Change.CONVENTIONS)

    def _sign(
        self, name: str, octets: bytes, acte: ActeSignature, clef: Clef, code: str
    ) -> SignatureFaite:
        from sdpd_desktop.documents.pdf_police import employer
        from sdpd_desktop.documents.signature import champs, signer

        if code:
            self._require_same_text(name, octets, code)
        if any(champ.signe for champ in champs(octets)):
            self._require_sound(name, octets)
        with self._ground.database.read() as work:
            police = work.parametres.police()
        with employer(police):
            signed = signer(octets, acte, clef)
        verification = self._verify(name, signed, new=True)
        if code:
            self._file(code, signed, verification)
        return SignatureFaite(signed, code, verification)

    def _require_same_text(self, name: str, octets: bytes, code: str) -> None:
        """Refuse a document that says of itself another text than that of the convention."""
        from sdpd_desktop.documents.convention_donnees import portee

        porte = portee(octets)
        if porte is None:
            return
        theirs = porte.convention.resume.code
        if theirs != code:
            raise UserError(
                f"« {name} » est le document de la convention {theirs}, pas de {code}. Choisissez "
                "l'autre convention, ou un autre fichier."
            )
        with self._ground.database.read() as work:
            details = work.conventions.details(code)
        if changed := texte_change(porte.convention, details):
            parts = ", ".join(changed[:_TOLD])
            more = "…" if len(changed) > _TOLD else ""
            raise UserError(
                f"« {name} » n'est plus le texte de {code}, qui a changé depuis sa préparation "
                f"({parts}{more}). Préparez-le de nouveau, en recommençant la signature si elle a "
                "commencé, ou remettez la convention comme elle était."
            )

    def _require_sound(self, name: str, octets: bytes) -> None:
        """Refuse to sign what was changed since it was first signed."""
        found = self._verify(name, octets)
        broken = [m for m in found.motifs if m.nature.touche_le_document]
        if broken:
            raise UserError(
                f"« {name} » n'est plus le document que le premier signataire a signé : "
                f"{broken[0].texte} Ne le signez pas ; repartez de l'exemplaire du registre."
            )

    # --------------------------------------------------------- verification

    def verifier(self, path: Path) -> Verification:
        """Judge any PDF.

        Raises:
            StorageError: The file cannot be read.
        """
        return self._verify(path.name, lire_fichier(path, LIMITE_VERIFIEE))

    def verifier_exemplaire(self, exemplaire_id: str) -> Verification:
        """Judge a copy of the register again, as of today.

        Raises:
            NotFoundError: There is no such copy.
            DamageError: Its bytes are no longer those that were filed.
        """
        exemplaire = self._exemplaire(exemplaire_id)
        return self._verify(exemplaire.nom, self.copie(exemplaire_id))

    def _verify(self, name: str, octets: bytes, *, new: bool = False) -> Verification:
        """Judge these bytes; ``new`` ones were made here a moment ago from the newest copy."""
        from sdpd_desktop.documents.verification import constater

        with self._ground.database.read() as work:
            confiance = work.signatures.confiance()
            registre = None if new else work.signatures.registre()
        now = self._ground.clock.now()
        return conclure(name, constater(octets, confiance, now), registre, now)

    # ------------------------------------------------------------- register

    def registre(self, code: str = "") -> tuple[Exemplaire, ...]:
        """Return the signed copies of a convention, or of all, the oldest first."""
        with self._ground.database.read() as work:
            return work.signatures.registre(code)

    def copie(self, exemplaire_id: str) -> bytes:
        """Return the bytes of a copy of the register.

        Raises:
            NotFoundError: There is no such copy.
            DamageError: Its bytes are no longer those that were filed.
        """
        exemplaire = self._exemplaire(exemplaire_id)
        with self._ground.database.read() as work:
            return work.signatures.copie(exemplaire)

    def exporter(self, exemplaire_id: str, out: Path) -> Path:
        """Write a copy of the register as a file, byte for byte.

        Raises:
            StorageError: The file cannot be written; an older one is kept.
        """
        write_bytes(out, self.copie(exemplaire_id))
        return out

    def pages(self, code: str, annexes: bool = False) -> bytes:
        """Return what to show of a convention: its newest signed copy, else its text.

        The copy has its annexes; the text has them when asked.

        Raises:
            NotFoundError: No such convention.
            UserError: Something cannot be printed.
        """
        kept = [e for e in self.registre(code) if e.ecarte_le is None]
        avenant = self._conventions.details(code).avenant_ouvert
        if not kept or (avenant is not None and kept[-1].complet):
            return self._conventions.render_pdf(code, annexes, DocumentConvention.TEXTE)
        return self.copie(kept[-1].id)

    def deposer(self, path: Path, code: str = "") -> Verification:
        """File a signed document in the register, with its verdict of today.

        Args:
            path: The file.
            code: Its convention; "" when the fields of the file tell it.

        Raises:
            NotFoundError: Nothing tells which convention it belongs to.
            UserError: It is not valid, or is older than the copy that is there.
        """
        octets = lire_fichier(path, LIMITE)
        code = code or self._convention_of(octets)
        if not code:
            raise NotFoundError(
                f"Rien dans « {path.name} » ne dit de quelle convention il est : "
                "choisissez d'abord la convention."
            )
        found = self._verify(path.name, octets)
        if found.verdict is VerdictSignature.NON_VALIDE:
            raise UserError(
                f"« {path.name} » n'est pas déposé. {found.motifs[0].texte} "
                "Demandez un autre exemplaire."
            )
        if found.exemplaire is None:
            self._require_sequel(code, found)
        if found.exemplaire is None or self._awaits(code, found.exemplaire):
            self._require_same_text(path.name, octets, code)
            self._file(code, octets, found)
        return found

    def _awaits(self, code: str, exemplaire: Exemplaire) -> bool:
        """Tell whether a complete copy, once filed and then put back, can freeze again."""
        details = self._conventions.details(code)
        filed = {version.empreinte for version in details.versions}
        return exemplaire.complet and details.signable and exemplaire.empreinte not in filed

    def _require_sequel(self, code: str, found: Verification) -> None:
        """Refuse another document beside the one whose signature has begun."""
        begun = en_cours(self.registre(code))
        if begun is not None and begun.revisions[-1] not in found.constat.revisions:
            raise UserError(
                f"« {found.nom} » n'est pas la suite de l'exemplaire de {code} dont la signature "
                "est en cours. Recommencez d'abord la signature de cette convention."
            )

    def _file(self, code: str, octets: bytes, verification: Verification) -> None:
        """Keep a copy; once everyone signed, it is the original, which freezes the convention."""
        from sdpd_desktop.documents.convention_donnees import portee

        digest = hashlib.sha256(octets).hexdigest()
        gesture = f"déposer un exemplaire signé de {code}"
        with self._ground.write(gesture, reference=digest) as work:
            details = work.conventions.details(code)
            fichier = work.retours.keep_file(
                verification.nom, digest, octets, verification.verifie_le
            )
            if verification.exemplaire is None:
                work.signatures.deposer(details.resume.id, fichier, verification)
            if verification.complet and details.signable:
                self._sign_convention(work, details, verification)
                kept = (fichier, verification.nom)
                self._pieces.figer(work, code, kept, porte=portee(octets))
            work.commit()
        self._ground.tell(Change.CONVENTIONS)

    def _sign_convention(
        self, work: "WritingUnitOfWork", details: ConventionDetails, verification: Verification
    ) -> None:
        """Move the convention to « signée », or sign its avenant, on the day of the last one."""
        days = [s.annoncee_le for s in verification.constat.signatures if s.annoncee_le]
        last = max(days, default=verification.verifie_le).astimezone().date()
        code = details.resume.code
        if details.avenant_ouvert is None:
            work.conventions.sign(code, last, details.signature_lieu, "")
        else:
            signer_avenant(work, code, last)

    def _exemplaire(self, exemplaire_id: str) -> Exemplaire:
        found = next((e for e in self.registre() if e.id == exemplaire_id), None)
        if found is None:
            raise NotFoundError("Cet exemplaire n'est pas au registre. Relisez la liste.")
        return found

    def _convention_of(self, octets: bytes) -> str:
        """Return the code of the convention whose signatories the fields name, or ""."""
        from sdpd_desktop.documents.signature import champs

        try:
            names = [champ.nom for champ in champs(octets)]
        except ValidationError:
            return ""
        ids = {name.removeprefix(PREFIXE_CHAMP) for name in names if name.startswith(PREFIXE_CHAMP)}
        with self._ground.database.read() as work:
            return work.conventions.code_of_signataires(ids)
