"""What a kind of convention proposes: everything in it is copied, then the office's to edit."""

from dataclasses import dataclass

from sdpd_desktop.domain.convention import (
    AnnexeDetails,
    Article,
    ContenuAnnexe,
    ConventionDetails,
    ConventionSummary,
    EtatConvention,
    Membre,
    NatureConvention,
    PartieDetails,
)
from sdpd_desktop.domain.duree import Duree
from sdpd_desktop.domain.rapport import Choix
from sdpd_desktop.domain.signataire import Genre, SignataireDetails


@dataclass(frozen=True)
class PartieModele:
    """A party, with « … » where its name is to be completed."""

    institution: str


@dataclass(frozen=True)
class SignataireModele:
    """Who usually signs for a party (its rank in the template)."""

    partie: int
    qualite: str
    genre: Genre = Genre.MASCULIN
    copreside: bool = False


@dataclass(frozen=True)
class ArticleModele:
    """An article; without a text where no source gives one."""

    titre: str
    texte: str = ""


@dataclass(frozen=True)
class MembreModele:
    """A seat by function."""

    fonction: str
    organisme: str = ""
    permanent: bool = True


@dataclass(frozen=True)
class AnnexeModele:
    """An annex made from the data."""

    titre: str
    contenu: ContenuAnnexe
    integrante: bool = True


@dataclass(frozen=True)
class ModeleConvention:
    """A template.

    Attributes:
        sources: Where its content comes from; an empty article means that no source gives it.
        champs: Fields of action.
    """

    code: str
    nature: NatureConvention
    libelle: str
    titre: str
    publiee: bool
    sources: tuple[str, ...]
    objet: str = ""
    champs: tuple[str, ...] = ()
    presidence: str = ""
    periodicite: str = ""
    duree_mois: int = 0
    tacite: bool = False
    visas: tuple[str, ...] = ()
    avis: tuple[str, ...] = ()
    parties: tuple[PartieModele, ...] = ()
    signataires: tuple[SignataireModele, ...] = ()
    articles: tuple[ArticleModele, ...] = ()
    composition: tuple[MembreModele, ...] = ()
    annexes: tuple[AnnexeModele, ...] = ()

    def projet(self) -> ConventionDetails:
        """Return a draft that holds a copy of everything."""
        return ConventionDetails(
            ConventionSummary(
                "", 0, "", self.nature, self.titre, "", "", "", EtatConvention.BROUILLON, None,
                None, Duree(None, self.duree_mois, None, self.tacite),
            ),
            self.objet, self.champs, "", self.presidence, self.publiee, "", None, None, "",
            tuple(PartieDetails(n, p.institution, "") for n, p in enumerate(self.parties, 1)),
            tuple(
                SignataireDetails("", s.partie, n, "", s.qualite, s.genre, None, s.copreside)
                for n, s in enumerate(self.signataires, 1)
            ),
            tuple(
                AnnexeDetails(n, a.titre, a.contenu, a.integrante)
                for n, a in enumerate(self.annexes, 1)
            ),
            (), (), (), (),
            periodicite=self.periodicite,
            visas=self.visas,
            avis=self.avis,
            articles=tuple(Article(a.titre, a.texte) for a in self.articles),
            composition=tuple(
                Membre(m.fonction, m.organisme, m.permanent) for m in self.composition
            ),
        )  # fmt: skip


@dataclass(frozen=True)
class ListesConvention:
    """What the fields of a convention choose from."""

    plans: tuple[Choix, ...] = ()
    territoires: tuple[Choix, ...] = ()
    partenaires: tuple[Choix, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ModeleSummary:
    """A template in the list of kinds.

    Attributes:
        sources: Where its content comes from.
        id: "" for one that ships, else the key of the office's own.
    """

    code: str
    libelle: str
    nature: NatureConvention
    sources: tuple[str, ...] = ()
    id: str = ""
