"""Examines the signatures of a PDF; runs in a child process, for the bytes may be hostile."""

import asyncio
import datetime as dt
import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sdpd_desktop.documents.certificats import decrire
from sdpd_desktop.domain.confiance import Confiance
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.signature import Certificat
from sdpd_desktop.domain.texte import NBSP, lisible, quote
from sdpd_desktop.domain.verification import (
    ConstatDocument,
    ConstatSignature,
    Motif,
    NatureMotif,
)

if TYPE_CHECKING:
    from asn1crypto import x509 as asn1
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko_certvalidator import ValidationContext

_USAGE = frozenset({"non_repudiation"})


def examiner(octets: bytes, confiance: Confiance, instant: dt.datetime) -> ConstatDocument:
    """Return what the file holds; whatever it is, it is answered."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    empreinte = hashlib.sha256(octets).hexdigest()
    try:
        reader = PdfFileReader(io.BytesIO(octets), strict=True)
        if reader.encrypted:
            texte = "Le fichier est chiffré par un mot de passe : il ne peut pas être vérifié."
            return _illisible(empreinte, texte)
        found = sorted(reader.embedded_signatures, key=lambda s: s.signed_revision)
        names = _champs(reader, found)
    except MemoryError:
        raise
    except Exception as error:
        # The library raises of all kinds on bytes that are no PDF, or a damaged one.
        texte = (
            f"Le fichier n’est pas un PDF lisible, ou il est tronqué ({type(error).__name__})"
            f"{NBSP}: il a été abîmé depuis sa signature, ou n’en a jamais porté."
        )
        return _illisible(empreinte, texte)
    examens = [_Examen(signature, names, confiance, instant) for signature in found]
    motifs = [motif for examen in examens for motif in examen.motifs()]
    motifs += _ensemble(octets, found, names)
    return ConstatDocument(
        empreinte,
        tuple(examen.constat() for examen in examens),
        tuple(motifs),
        tuple(hashlib.sha256(octets[: _end(s)]).hexdigest() for s in found),
    )


def _illisible(empreinte: str, texte: str) -> ConstatDocument:
    return ConstatDocument(empreinte, (), (Motif(NatureMotif.ILLISIBLE, texte),))


class _Champs:
    """The fields of the document as it was first signed, and as it is now.

    Attributes:
        qualites: Who signs in each field, by its name.
    """

    def __init__(
        self, attendus: Sequence[str], presents: Sequence[str], vides: Sequence[str],
        qualites: dict[str, str],
    ) -> None:  # fmt: skip
        self.attendus, self.presents, self.vides = attendus, presents, vides
        self.qualites = qualites

    def nom(self, champ: str) -> str:
        return f"«{NBSP}{self.qualites.get(champ) or lisible(champ)}{NBSP}»"


def _champs(reader: "PdfFileReader", found: Sequence["EmbeddedPdfSignature"]) -> _Champs:
    from pyhanko.sign.fields import enumerate_sig_fields

    now = list(enumerate_sig_fields(reader))
    presents = [name for name, _value, _reference in now]
    vides = [name for name, value, _reference in now if value is None]
    attendus = presents
    if found:
        first: Any = reader.get_historical_resolver(found[0].signed_revision)
        attendus = [name for name, *_ in enumerate_sig_fields(first)]
    qualites = {
        name: lisible(str(reference.get_object().get("/TU", ""))) for name, _value, reference in now
    }
    return _Champs(attendus, presents, vides, qualites)


def _end(signature: "EmbeddedPdfSignature") -> int:
    return int(signature.byte_range[2]) + int(signature.byte_range[3])


def _ensemble(
    octets: bytes, found: Sequence["EmbeddedPdfSignature"], names: _Champs
) -> Iterator[Motif]:
    """Tell what concerns the document as a whole."""
    if not found:
        yield Motif(NatureMotif.SANS_SIGNATURE, "Le document ne porte aucune signature.")
        return
    for name in names.attendus:
        if name in names.vides:
            texte = f"Il manque la signature de {names.nom(name)}."
            yield Motif(NatureMotif.MANQUANTE, texte, name)
        elif name not in names.presents:
            texte = f"Le champ de signature {names.nom(name)} a été retiré du document."
            yield Motif(NatureMotif.MODIFIE_APRES, texte, name)
    for name in names.presents:
        if name not in names.attendus:
            texte = f"La signature {names.nom(name)} n’était pas prévue quand l’acte a été signé."
            yield Motif(NatureMotif.INATTENDUE, texte, name)
    if (extra := len(octets) - _end(found[-1])) > 0:
        texte = (
            f"{extra} octets suivent la dernière signature, qui ne les couvre pas{NBSP}: "
            "quelque chose a été ajouté après elle."
        )
        yield Motif(NatureMotif.NON_COUVERT, texte)


class _Examen:
    """One signature: its bytes, its certificate, what came after it."""

    def __init__(
        self,
        signature: "EmbeddedPdfSignature",
        names: _Champs,
        confiance: Confiance,
        instant: dt.datetime,
    ) -> None:
        self._signature, self._names = signature, names
        self._confiance, self._instant = confiance, instant
        self._champ = str(signature.field_name)
        self._nom = names.nom(self._champ)
        self._certificat = _certificat(signature)
        self._annoncee = _announced(signature)

    def constat(self) -> ConstatSignature:
        """Return what the signature says of itself."""
        certificat = self._certificat
        return ConstatSignature(
            self._champ,
            self._names.qualites.get(self._champ, ""),
            certificat.sujet if certificat else "",
            certificat.emetteur if certificat else "",
            self._annoncee,
            _certifies(self._signature),
        )

    def motifs(self) -> list[Motif]:
        """Return what is wrong with it, or cannot be told."""
        if self._signature.sig_object_type != "/Sig":
            texte = f"Le document porte un horodatage ({self._champ}), qui n’est pas contrôlé ici."
            return [self._motif(NatureMotif.INCONTROLE, texte)]
        if self._certificat is None:
            return [self._fausse()]
        try:
            found = list(self._integrite())
        except MemoryError:
            raise
        except Exception:
            # A signature whose form the library cannot follow is no signature.
            return [self._fausse()]
        return found + list(self._identite(self._certificat))

    def _motif(self, nature: NatureMotif, texte: str, depuis: dt.datetime | None = None) -> Motif:
        return Motif(nature, texte, self._champ, depuis)

    def _fausse(self) -> Motif:
        texte = f"La signature {self._nom} est abîmée ou contrefaite{NBSP}: elle ne se lit pas."
        return self._motif(NatureMotif.SIGNATURE_FAUSSE, texte)

    def _integrite(self) -> Iterator[Motif]:
        """Compare what was signed with what is there."""
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko.sign.validation.status import SignatureCoverageLevel

        status = validate_pdf_signature(self._signature, self._context(revocation=False))
        if not status.intact:
            texte = f"Le contenu que couvre la signature {self._nom} a été modifié."
            yield self._motif(NatureMotif.ALTERE, texte)
        elif not status.valid or not _strict(self._signature):
            texte = f"La signature {self._nom} ne vient pas du certificat qu’elle porte."
            yield self._motif(NatureMotif.SIGNATURE_FAUSSE, texte)
        elif status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
            texte = f"La signature {self._nom} ne couvre pas tout le document de son jour."
            yield self._motif(NatureMotif.NON_COUVERT, texte)
        elif self._changed_since(status):
            texte = (
                f"Le document a été modifié après la signature {self._nom}, d’une façon qu’elle "
                "n’autorise pas (annotation, page, texte, champ…)."
            )
            yield self._motif(NatureMotif.MODIFIE_APRES, texte)

    @staticmethod
    def _changed_since(status: Any) -> bool:
        from pyhanko.sign.diff_analysis import ModificationLevel

        level = status.modification_level
        return status.docmdp_ok is False or level in (None, ModificationLevel.OTHER)

    def _identite(self, certificat: Certificat) -> Iterator[Motif]:
        """Follow the certificate up to an authority of the office."""
        if not self._confiance.racines:
            texte = (
                "Aucune autorité racine de confiance n’est connue : importez celle dont dépend "
                f"{quote(certificat.emetteur)} (Paramètres)."
            )
            yield self._motif(NatureMotif.SANS_CONFIANCE, texte)
        elif not certificat.engage:
            texte = (
                f"Le certificat de {quote(certificat.sujet)} ne sert pas à signer des actes "
                "(usage « non-répudiation » absent)."
            )
            yield self._motif(NatureMotif.USAGE, texte)
        elif (motif := self._chemin(certificat, revocation=False)) is not None or (
            motif := self._chemin(certificat, revocation=True)
        ) is not None:
            yield motif

    def _context(self, *, revocation: bool) -> "ValidationContext":
        from asn1crypto import x509
        from pyhanko_certvalidator import ValidationContext

        return ValidationContext(
            trust_roots=[x509.Certificate.load(a.octets) for a in self._confiance.racines],
            other_certs=self._intermediaires(),
            crls=[liste.octets for liste in self._confiance.listes] if revocation else [],
            allow_fetching=False,
            revocation_mode="require" if revocation else "soft-fail",
            moment=self._instant,
        )

    def _intermediaires(self) -> "list[asn1.Certificate]":
        """Return what may lead to a root: what the signature brings, what the office knows."""
        from asn1crypto import x509

        known = [x509.Certificate.load(a.octets) for a in self._confiance.autorites if not a.racine]
        return [*self._signature.other_embedded_certs, *known]

    def _chemin(self, certificat: Certificat, *, revocation: bool) -> Motif | None:
        """Return what stops on the way to a trusted authority, None when nothing does."""
        from pyhanko_certvalidator import CertificateValidator
        from pyhanko_certvalidator import errors as why

        validator = CertificateValidator(
            self._signature.signer_cert,
            intermediate_certs=self._intermediaires(),
            validation_context=self._context(revocation=revocation),
        )
        try:
            asyncio.run(validator.async_validate_usage(set(_USAGE)))
        except why.ExpiredError as error:
            return self._expire(error.expired_dt)
        except why.NotYetValidError as error:
            jour = format_date(error.valid_from.date())
            texte = (
                f"Le certificat de {quote(certificat.sujet)} n’est valable qu’à partir du {jour}."
            )
            return self._motif(NatureMotif.HORS_VALIDITE, texte, error.valid_from)
        except why.RevokedError as error:
            jour = format_date(error.revocation_dt.date())
            whose = quote(certificat.sujet) if error.is_ee_cert else "l’autorité qui l’a émis"
            texte = f"Le certificat de {whose} a été révoqué le {jour}."
            return self._motif(NatureMotif.REVOQUE, texte, error.revocation_dt)
        except why.InsufficientRevinfoError:
            return self._sans_liste(certificat)
        except why.PathBuildingError:
            texte = (
                f"Le certificat de {quote(certificat.sujet)} vient de l’autorité "
                f"{quote(certificat.emetteur)}, qui n’est pas dans la liste de confiance du bureau."
            )
            return self._motif(NatureMotif.AUTORITE_INCONNUE, texte)
        except (why.ValidationError, why.PathError, ValueError) as error:
            texte = (
                f"Le certificat de {quote(certificat.sujet)} ne suit pas les règles d’une chaîne "
                f"de confiance ({type(error).__name__})."
            )
            return self._motif(NatureMotif.AUTORITE_INCONNUE, texte)
        return None

    def _expire(self, end: dt.datetime) -> Motif:
        jour = format_date(end.date())
        if self._annoncee is not None and self._annoncee > end:
            texte = f"Le certificat de {self._nom} avait expiré le {jour}, avant la signature."
            return self._motif(NatureMotif.HORS_VALIDITE, texte, end)
        texte = (
            f"Le certificat de {self._nom} a expiré le {jour}, et rien ne prouve que la signature "
            "est plus ancienne."
        )
        return self._motif(NatureMotif.EXPIRE, texte, end)

    def _sans_liste(self, certificat: Certificat) -> Motif:
        """Tell the list that is missing from the one that is stale."""
        issuers = [certificat.emetteur]
        roots = {a.sujet for a in self._confiance.racines}
        leading = {c.sujet: c.emetteur for c in map(decrire, self._intermediaires())}
        while issuers[-1] not in roots and leading.get(issuers[-1], issuers[-1]) not in issuers:
            issuers.append(leading[issuers[-1]])
        for issuer in issuers:
            lists = [c for c in self._confiance.listes if c.emetteur == issuer]
            if not lists:
                texte = (
                    f"Aucune liste de révocation (CRL) de {quote(issuer)} n’est connue{NBSP}: "
                    "importez-la (Paramètres) pour savoir si le certificat a été révoqué."
                )
                return self._motif(NatureMotif.SANS_LISTE, texte)
            if all(liste.perimee(self._instant) for liste in lists):
                ends = [liste.prochaine for liste in lists if liste.prochaine is not None]
                texte = (
                    f"La liste de révocation (CRL) de {quote(issuer)} est périmée depuis le "
                    f"{format_date(max(ends).date())}{NBSP}: importez la plus récente (Paramètres)."
                )
                return self._motif(NatureMotif.LISTE_PERIMEE, texte)
        texte = (
            f"Les listes de révocation connues ne disent rien du certificat de "
            f"{quote(certificat.sujet)}{NBSP}: importez les plus récentes (Paramètres)."
        )
        return self._motif(NatureMotif.SANS_LISTE, texte)


def _strict(signature: "EmbeddedPdfSignature") -> bool:
    """Tell whether what no key protects in a signature is as the standard wants it."""
    from asn1crypto import cms

    content, data, signer = signature.pkcs7_content, signature.signed_data, signature.signer_info
    whole = cms.ContentInfo.load(content)
    padding = content[len(whole.dump()) :]
    digest, known = signer["digest_algorithm"], list(data["digest_algorithms"])
    by_number = signer["sid"].name == "issuer_and_serial_number"
    return (
        not padding.strip(b"\0")
        and all(map(_canonical, (whole, data.untag(), signer, digest, *known)))
        and data["version"].native in ("v1", "v3")
        and signer["version"].native == ("v1" if by_number else "v3")
        and digest["algorithm"].native in {a["algorithm"].native for a in known}
        and all(a["parameters"].dump() in (b"", b"\x05\x00") for a in (digest, *known))
    )


def _canonical(part: Any) -> bool:
    """Tell whether a structure made again of its own fields is the same bytes."""
    from asn1crypto.core import Void

    there = {name: part[name] for name in part.native if not isinstance(part[name], Void)}
    again = type(part)(there)
    return bool(again.dump() == part.dump())


def _certificat(signature: "EmbeddedPdfSignature") -> Certificat | None:
    try:
        return decrire(signature.signer_cert)
    except MemoryError:
        raise
    except Exception:
        # The certificate is read out of the signature, whose bytes may be anything.
        return None


def _announced(signature: "EmbeddedPdfSignature") -> dt.datetime | None:
    try:
        found = signature.self_reported_timestamp
    except MemoryError:
        raise
    except Exception:
        return None
    return found.astimezone(dt.UTC) if found is not None and found.tzinfo else None


def _certifies(signature: "EmbeddedPdfSignature") -> bool:
    try:
        return signature.docmdp_level is not None and "/DocMDP" in str(
            signature.sig_object.get("/Reference", "")
        )
    except MemoryError:
        raise
    except Exception:
        return False
