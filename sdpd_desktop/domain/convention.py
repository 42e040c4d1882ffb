"""Conventions: parties, articles, annexes, pieces, and the states they go through."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from sdpd_desktop.domain.duree import SANS_DUREE, Duree, Renouvellement
from sdpd_desktop.domain.plan import Remarque
from sdpd_desktop.domain.signataire import SignataireDetails, a_la_date
from sdpd_desktop.domain.texte import NBSP

BLANC = "…"
"""What a template leaves for the office to write."""


class NatureConvention(StrEnum):
    """Kinds of convention."""

    CLCT = "clct"
    CROSS = "cross"
    PARTICIPATION_CITOYENNE = "participation_citoyenne"
    RAPPEL_ORDRE = "rappel_ordre"
    SECURITE_RURALE = "securite_rurale"
    COORDINATION = "coordination"
    PROTOCOLE = "protocole"
    CSI = "csi"
    AUTRE = "autre"


class EtatConvention(StrEnum):
    """Where a convention stands; « en vigueur » and « échue » follow from its dates alone."""

    BROUILLON = "brouillon"
    A_SIGNER = "a_signer"
    SIGNEE = "signee"
    EN_VIGUEUR = "en_vigueur"
    ECHUE = "echue"
    DENONCEE = "denoncee"


SIGNABLES = (EtatConvention.BROUILLON, EtatConvention.A_SIGNER)


class ContenuAnnexe(StrEnum):
    """What an annex is made of: of data, or of a file that the office adds."""

    ACTIONS = "actions"
    INDICATEURS = "indicateurs"
    COMPOSITION = "composition"
    CONTACTS = "contacts"
    FICHIER = "fichier"


class NaturePiece(StrEnum):
    """What a kept file is to its convention."""

    ORIGINAL = "original"
    DELEGATION = "delegation"
    PUBLICATION = "publication"
    AUTRE = "autre"


@dataclass(frozen=True)
class PartieDetails:
    """One party; ``partenaire`` is its code in the directory, or ""."""

    rang: int
    institution: str
    partenaire: str


@dataclass(frozen=True)
class Article:
    """One article; a template's may have a title alone, for the office to write."""

    titre: str
    texte: str


@dataclass(frozen=True)
class Membre:
    """A seat of the body that the convention creates, by function: never a person's name."""

    fonction: str
    organisme: str
    permanent: bool = True


@dataclass(frozen=True)
class FichierAnnexe:
    """A file kept byte for byte; ``pages`` is 0 for a workbook."""

    nom: str
    empreinte: str
    taille: int
    pages: int


@dataclass(frozen=True)
class AnnexeDetails:
    """An annex.

    Attributes:
        integrante: Whether it forms part of the convention.
        fichier: The file, None for one made from the data.
    """

    numero: int
    titre: str
    contenu: ContenuAnnexe
    integrante: bool = True
    fichier: FichierAnnexe | None = None


@dataclass(frozen=True)
class AvenantDetails:
    """A later agreement that changes the convention; without a day it is being drawn up."""

    numero: int
    objet: str
    signe_le: dt.date | None


@dataclass(frozen=True)
class PieceDetails:
    """A file kept with the convention: the signed original, an act, a letter."""

    id: str
    nature: NaturePiece
    nom: str
    empreinte: str
    taille: int
    deposee_le: dt.datetime
    auteur: str
    commentaire: str


@dataclass(frozen=True)
class Denonciation:
    """The end that a party puts to the convention.

    Attributes:
        effet_le: When the notice has run, None when that is not known.
    """

    le: dt.date
    effet_le: dt.date | None
    motif: str


@dataclass(frozen=True)
class VersionResume:
    """A signed copy that was filed: version 1 is the convention, the next its avenants."""

    numero: int
    figee_le: dt.datetime
    nom: str
    empreinte: str


# What a convention was before the day its state began.
_AVANT = {
    EtatConvention.SIGNEE: EtatConvention.A_SIGNER,
    EtatConvention.DENONCEE: EtatConvention.SIGNEE,
}


@dataclass(frozen=True)
class ConventionSummary:
    """One line of the register.

    Attributes:
        nature_libre: The office's own name for the kind, "" for that of ``nature``.
        etat_le: The day the state began, None when no document tells it.
        fin: Last day of the term that runs.
    """

    id: str
    version: int
    code: str
    nature: NatureConvention
    titre: str
    plan: str
    territoire: str
    parties: str
    etat: EtatConvention
    etat_le: dt.date | None
    fin: dt.date | None
    duree: Duree = SANS_DUREE
    nature_libre: str = ""

    def au(self, on: dt.date) -> "ConventionSummary":
        """Return the line as it stood on that day: what was signed or ended later was not yet."""
        fin = self.duree.terme(on)
        etat, since = self.etat, self.etat_le
        if since is not None and since > on and etat in _AVANT:
            etat, since = _AVANT[etat], None
        if etat is EtatConvention.SIGNEE:
            debut = self.duree.debut
            if fin is not None and fin < on:
                etat, since = EtatConvention.ECHUE, fin + dt.timedelta(days=1)
            elif debut is not None and debut <= on:
                etat, since = EtatConvention.EN_VIGUEUR, debut
        return replace(self, etat=etat, etat_le=since, fin=fin)

    def renouvellement(self, on: dt.date) -> Renouvellement | None:
        """Return the warning that holds: within six months of the end, then within two."""
        living = self.etat in (EtatConvention.SIGNEE, EtatConvention.EN_VIGUEUR)
        return self.duree.renouvellement(on) if living else None


@dataclass(frozen=True)
class ConventionDetails:
    """A whole convention: what is edited, printed, frozen, compared and handed over.

    Attributes:
        champs: Fields of action, as short words.
        confidentialite: Handling mark of its documents; "" for that of the office.
        raa: Reference of its publication, as the office writes it.
        exemplaires: How many originals are signed.
        paraphe: Whether each page leaves room for initials.
        actions: (plan, code) of the actions it serves.
        indicateurs: (plan, code) of the indicators it reports.
        signature_lieu: Where it was signed, or is to be.
        signee_par: Who says that the paper original was signed.
        versions: Signed copies, oldest first; see :attr:`figee`.
    """

    resume: ConventionSummary
    objet: str
    champs: tuple[str, ...]
    territoire_nom: str
    presidence: str
    publiee: bool
    signature_lieu: str
    signature_prevue: dt.datetime | None
    signee_le: dt.date | None
    source: str
    parties: tuple[PartieDetails, ...]
    signataires: tuple[SignataireDetails, ...]
    annexes: tuple[AnnexeDetails, ...]
    avenants: tuple[AvenantDetails, ...]
    actions: tuple[tuple[str, str], ...]
    indicateurs: tuple[tuple[str, str], ...]
    remarques: tuple[Remarque, ...]
    territoire: str = ""
    periodicite: str = ""
    confidentialite: str = ""
    raa: str = ""
    exemplaires: int = 0
    paraphe: bool = False
    visas: tuple[str, ...] = ()
    avis: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    composition: tuple[Membre, ...] = ()
    signee_par: str = ""
    denonciation: Denonciation | None = None
    pieces: tuple[PieceDetails, ...] = ()
    versions: tuple[VersionResume, ...] = ()

    @property
    def figee(self) -> bool:
        """Whether its signed copy is filed and no avenant is being drawn up."""
        return len(self.versions) == 1 + len(self.avenants)

    @property
    def avenant_ouvert(self) -> AvenantDetails | None:
        """The avenant being drawn up, None without one."""
        last = self.avenants[-1] if self.avenants else None
        return last if last and len(self.versions) == len(self.avenants) else None

    @property
    def signable(self) -> bool:
        """Whether it, or the avenant in hand, awaits its signatures."""
        avenant = self.avenant_ouvert
        return self.resume.etat in SIGNABLES or (
            avenant is not None
            and avenant.signe_le is None
            and self.resume.etat is not EtatConvention.DENONCEE
        )

    @property
    def reserve(self) -> str:
        """What whoever signs or files it must know first, "" for nothing."""
        if self.articles:
            return ""
        return (
            f"La convention {self.resume.code} n’a aucun article{NBSP}: ce qui est signé dit que "
            "le texte reste à écrire. Écrivez d’abord ses articles, ou un seul qui renvoie à "
            "l’annexe où est le texte."
        )

    def reference(self, today: dt.date) -> dt.date:
        """Return the day for which its courts and offices are named."""
        planned = self.signature_prevue.date() if self.signature_prevue else None
        return self.signee_le or planned or today

    def institution(self, partie: PartieDetails, today: dt.date) -> str:
        """Return a party under the name it bears on the day of the signature."""
        return a_la_date(partie.institution, self.reference(today))

    def manques(self) -> tuple[str, ...]:
        """Say what is still to be written before it can be signed."""
        found = []
        if not self.parties:
            found.append("aucune partie")
        if not self.signataires:
            found.append("aucun signataire")
        found += [f"nom du signataire {s.rang}" for s in self.signataires if not s.nom]
        if not self.articles:
            found.append("aucun article")
        for numero, article in enumerate(self.articles, 1):
            if not article.texte.strip() or BLANC in article.texte:
                found.append(f"texte de l’article {numero}")
        blank = (
            ("titre", self.resume.titre),
            ("objet", self.objet),
            *((f"partie {p.rang}", p.institution) for p in self.parties),
            *((f"qualité du signataire {s.rang}", s.qualite) for s in self.signataires),
            *((f"visa {n}", visa) for n, visa in enumerate(self.visas, 1)),
        )
        found += [name for name, text in blank if BLANC in text]
        return tuple(found)


def renumeroter(details: ConventionDetails) -> ConventionDetails:
    """Number parties, signatories and annexes in their order.

    The signatories of a party that is gone go with it.
    """
    ranks = {partie.rang: rank for rank, partie in enumerate(details.parties, 1)}
    staying = [s for s in details.signataires if s.partie in ranks]
    return replace(
        details,
        parties=tuple(replace(p, rang=ranks[p.rang]) for p in details.parties),
        signataires=tuple(
            replace(s, rang=rank, partie=ranks[s.partie]) for rank, s in enumerate(staying, 1)
        ),
        annexes=tuple(replace(a, numero=n) for n, a in enumerate(details.annexes, 1)),
    )


def sans_cles(details: ConventionDetails) -> ConventionDetails:
    """Return what may travel: no key of this database, none of the files kept beside it."""
    return replace(
        details,
        resume=replace(details.resume, id="", version=0),
        signataires=tuple(replace(s, id="") for s in details.signataires),
        signee_par="",
        pieces=(),
        versions=(),
    )


def a_copier(details: ConventionDetails) -> ConventionDetails:
    """Return what another convention may start from: its content, not what became of it."""
    etat = EtatConvention.BROUILLON
    resume = replace(
        details.resume, id="", version=0, etat=etat, etat_le=None,
        duree=replace(details.resume.duree, debut=None, fin=None), fin=None,
    )  # fmt: skip
    return replace(
        details,
        resume=resume,
        signature_prevue=None,
        signee_le=None,
        signee_par="",
        raa="",
        source="",
        denonciation=None,
        signataires=tuple(replace(s, id="", signe_le=None) for s in details.signataires),
        avenants=(),
        remarques=(),
        pieces=(),
        versions=(),
    )
