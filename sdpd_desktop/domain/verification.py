"""What is found in a signed document, what the register knows of it, and the verdict."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.texte import NBSP


class VerdictSignature(StrEnum):
    """What a verification concludes, from the best to the worst."""

    VALIDE = "valide"
    INCOMPLET = "incomplet"
    INDETERMINE = "indetermine"
    NON_VALIDE = "non_valide"


class NatureMotif(StrEnum):
    """Kinds of reason; each weighs on the verdict, or is told for information."""

    ILLISIBLE = "illisible"
    SANS_SIGNATURE = "sans_signature"
    INATTENDUE = "inattendue"
    ALTERE = "altere"
    SIGNATURE_FAUSSE = "signature_fausse"
    MODIFIE_APRES = "modifie_apres"
    NON_COUVERT = "non_couvert"
    AUTORITE_INCONNUE = "autorite_inconnue"
    USAGE = "usage"
    HORS_VALIDITE = "hors_validite"
    REVOQUE = "revoque"
    DEPASSE = "depasse"
    ECARTE = "ecarte"
    AUTRE_EXEMPLAIRE = "autre_exemplaire"
    SANS_CONFIANCE = "sans_confiance"
    SANS_LISTE = "sans_liste"
    LISTE_PERIMEE = "liste_perimee"
    EXPIRE = "expire"
    INCONTROLE = "incontrole"
    MANQUANTE = "manquante"
    DEPOT = "depot"
    REMARQUE = "remarque"

    @property
    def touche_le_document(self) -> bool:
        """Whether the document itself is no longer what was signed: nobody should sign it."""
        return self in _DU_DOCUMENT


_DU_DOCUMENT = frozenset(
    {
        NatureMotif.ILLISIBLE,
        NatureMotif.INATTENDUE,
        NatureMotif.ALTERE,
        NatureMotif.SIGNATURE_FAUSSE,
        NatureMotif.MODIFIE_APRES,
        NatureMotif.NON_COUVERT,
        NatureMotif.DEPASSE,
        NatureMotif.ECARTE,
        NatureMotif.AUTRE_EXEMPLAIRE,
    }
)
_POIDS = {
    **dict.fromkeys(NatureMotif, VerdictSignature.NON_VALIDE),
    NatureMotif.SANS_CONFIANCE: VerdictSignature.INDETERMINE,
    NatureMotif.SANS_LISTE: VerdictSignature.INDETERMINE,
    NatureMotif.LISTE_PERIMEE: VerdictSignature.INDETERMINE,
    NatureMotif.EXPIRE: VerdictSignature.INDETERMINE,
    NatureMotif.INCONTROLE: VerdictSignature.INDETERMINE,
    NatureMotif.MANQUANTE: VerdictSignature.INCOMPLET,
    NatureMotif.DEPOT: VerdictSignature.VALIDE,
    NatureMotif.REMARQUE: VerdictSignature.VALIDE,
}
_RANGS = {verdict: rang for rang, verdict in enumerate(VerdictSignature)}
# What time alone brings: a verdict of filing stands in spite of it.
_DU_TEMPS = (NatureMotif.EXPIRE, NatureMotif.SANS_LISTE, NatureMotif.LISTE_PERIMEE)


@dataclass(frozen=True)
class Motif:
    """One reason of a verdict.

    Attributes:
        texte: A French sentence.
        champ: The field it is about, "" for the whole document.
        depuis: The instant from which it holds, where there is one.
    """

    nature: NatureMotif
    texte: str
    champ: str = ""
    depuis: dt.datetime | None = None

    @property
    def poids(self) -> VerdictSignature:
        """The best verdict that it leaves possible."""
        return _POIDS[self.nature]


@dataclass(frozen=True)
class ConstatSignature:
    """What is read in one signature.

    Attributes:
        annoncee_le: When the signatory's machine says it signed; nothing proves it.
        certifie: It is the one that says what may change after it.
    """

    champ: str
    qualite: str
    signataire: str
    emetteur: str
    annoncee_le: dt.datetime | None
    certifie: bool


@dataclass(frozen=True)
class ConstatDocument:
    """What is found in a file, before the register is asked.

    Attributes:
        empreinte: SHA-256 of the file.
        revisions: SHA-256 of what each signature covers, in order.
    """

    empreinte: str
    signatures: tuple[ConstatSignature, ...]
    motifs: tuple[Motif, ...]
    revisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exemplaire:
    """A signed copy that the register keeps, with the dated verdict of its filing.

    Attributes:
        convention: Code of the convention.
        motifs: The sentences of that verdict.
        complet: Everyone has signed it.
        ecarte_le: When the office gave it up, to start its signature again.
    """

    id: str
    convention: str
    nom: str
    empreinte: str
    revisions: tuple[str, ...]
    verdict: VerdictSignature
    verifie_le: dt.datetime
    motifs: tuple[str, ...]
    complet: bool
    ecarte_le: dt.datetime | None = None


@dataclass(frozen=True)
class Verification:
    """The verdict on a file, with its reasons.

    Attributes:
        exemplaire: The copy of the register that the file is, or None.
    """

    nom: str
    constat: ConstatDocument
    verdict: VerdictSignature
    motifs: tuple[Motif, ...]
    verifie_le: dt.datetime
    exemplaire: Exemplaire | None = None

    @property
    def complet(self) -> bool:
        """Whether everyone signed, and nothing is wrong with what they signed."""
        return self.verdict is not VerdictSignature.NON_VALIDE and not any(
            motif.nature is NatureMotif.MANQUANTE for motif in self.motifs
        )


def en_cours(exemplaires: Sequence[Exemplaire]) -> Exemplaire | None:
    """Return the copy of a convention that still awaits signatures, None without one."""
    kept = [exemplaire for exemplaire in exemplaires if exemplaire.ecarte_le is None]
    return kept[-1] if kept and not kept[-1].complet else None


def conclure(
    nom: str,
    constat: ConstatDocument,
    registre: Sequence[Exemplaire] | None,
    instant: dt.datetime,
) -> Verification:
    """Give the verdict; ``registre`` is in order of filing, None when it is not to be asked."""
    exemplaire, situation = (None, []) if registre is None else _situer(constat, registre)
    motifs = [*constat.motifs, *situation]
    if exemplaire is not None and exemplaire.verdict is VerdictSignature.VALIDE:
        motifs = _au_depot(motifs, exemplaire)
    motifs.sort(key=lambda motif: -_RANGS[motif.poids])
    verdict = max((motif.poids for motif in motifs), key=_RANGS.__getitem__, default=None)
    return Verification(
        nom, constat, verdict or VerdictSignature.VALIDE, tuple(motifs), instant, exemplaire
    )


def _situer(
    constat: ConstatDocument, registre: Sequence[Exemplaire]
) -> tuple[Exemplaire | None, list[Motif]]:
    """Find the file in the register: the newest copy, an overtaken one, another, or none."""
    if not constat.revisions:
        return None, []
    famille = [e for e in registre if e.revisions[:1] == constat.revisions[:1]]
    if not famille:
        texte = f"Le registre ne connaît pas ce fichier{NBSP}: rien n’y dit s’il en est un autre."
        return None, [Motif(NatureMotif.REMARQUE, texte)]
    dernier = famille[-1]
    if dernier.ecarte_le is not None:
        jour = format_date(dernier.ecarte_le.astimezone().date())
        texte = (
            f"Cet exemplaire de la convention {dernier.convention} a été écarté le {jour}"
            f"{NBSP}: sa signature a été recommencée. Ne vous en servez pas."
        )
        return None, [Motif(NatureMotif.ECARTE, texte)]
    if constat.empreinte == dernier.empreinte:
        return dernier, []
    jour = format_date(dernier.verifie_le.astimezone().date())
    anciens = {e.empreinte for e in famille} | {r for e in famille for r in e.revisions}
    if constat.empreinte in anciens:
        texte = (
            f"Ce fichier est une version dépassée de la convention {dernier.convention}{NBSP}: "
            f"le registre en a une plus complète depuis le {jour}. Servez-vous de celle-là."
        )
        return None, [Motif(NatureMotif.DEPASSE, texte)]
    if dernier.revisions[-1] in constat.revisions:
        texte = f"Ce fichier prolonge l’exemplaire du registre ({jour}) par d’autres signatures."
        return None, [Motif(NatureMotif.REMARQUE, texte)]
    texte = (
        f"Ce fichier n’est pas l’exemplaire de la convention {dernier.convention} que le registre "
        f"connaît depuis le {jour}. Servez-vous de celui-là."
    )
    return None, [Motif(NatureMotif.AUTRE_EXEMPLAIRE, texte)]


def _au_depot(motifs: Sequence[Motif], exemplaire: Exemplaire) -> list[Motif]:
    """Let the verdict of filing stand against what came with time alone."""
    jour = format_date(exemplaire.verifie_le.astimezone().date())
    kept: list[Motif] = [Motif(NatureMotif.DEPOT, f"Valide le {jour}, jour du dépôt au registre.")]
    for motif in motifs:
        later = motif.depuis is not None and motif.depuis > exemplaire.verifie_le
        if motif.nature is NatureMotif.EXPIRE and motif.depuis is not None and later:
            fin = format_date(motif.depuis.date())
            texte = f"Valide le {jour}, certificat expiré depuis le {fin}."
        elif motif.nature is NatureMotif.REVOQUE and motif.depuis is not None and later:
            fin = format_date(motif.depuis.date())
            texte = f"Valide le {jour}, certificat révoqué depuis le {fin}."
        elif motif.nature in _DU_TEMPS and motif.nature is not NatureMotif.EXPIRE:
            texte = motif.texte
        else:
            kept.append(motif)
            continue
        kept.append(replace(motif, nature=NatureMotif.DEPOT, texte=texte))
    return kept
