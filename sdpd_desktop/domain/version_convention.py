"""Versions of a convention: what was frozen when a signed copy was filed, and what changed."""

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.partenaire import Contact
from sdpd_desktop.domain.plan import Avancement
from sdpd_desktop.domain.rapport import Filtre
from sdpd_desktop.domain.signataire import FORMULES, SignataireDetails, qualite
from sdpd_desktop.domain.texte import search_key


@dataclass(frozen=True)
class ValeurConvention:
    """An indicator of the convention in the words of a document: they never change with it."""

    plan: str
    code: str
    chiffre: str
    titre: str
    unite: str
    depart: str
    valeur: str
    cible: str
    taux: str


@dataclass(frozen=True)
class MesureConvention:
    """A mesure of an action that the convention serves, in the words of a document."""

    code: str
    titre: str
    echeance: str
    statut: str


@dataclass(frozen=True)
class ActionConvention:
    """An action that the convention serves, in the words of a document."""

    plan: str
    code: str
    titre: str
    responsables: str
    echeance: str
    statut: str
    avancement: Avancement
    mesures: tuple[MesureConvention, ...]


@dataclass(frozen=True)
class LiensConvention:
    """What else its documents tell, of plans, of the directory and of the sources.

    Attributes:
        contacts: By code of partner, whom to write to; none without an annex that tells it.
        sources: Legend of the documents that it quotes.
    """

    actions: tuple[ActionConvention, ...] = ()
    contacts: tuple[tuple[str, Contact], ...] = ()
    sources: tuple[Filtre, ...] = ()


@dataclass(frozen=True)
class ConventionExportee:
    """A convention and all that its documents tell, as of a day: what is frozen, or handed over.

    Attributes:
        liens: None in what was frozen before they were kept; so is ``arretee_le``.
        arretee_le: That day.
    """

    convention: ConventionDetails
    valeurs: tuple[ValeurConvention, ...] = ()
    liens: LiensConvention | None = None
    arretee_le: dt.date | None = None


class NatureEcart(StrEnum):
    """What happened to a part from one version to the next."""

    AJOUTE = "ajoute"
    RETIRE = "retire"
    MODIFIE = "modifie"


@dataclass(frozen=True)
class Ecart:
    """A part that differs, with both its texts."""

    nature: NatureEcart
    partie: str
    avant: str
    apres: str


def comparer(avant: ConventionExportee, apres: ConventionExportee) -> tuple[Ecart, ...]:
    """Return what differs: fields, articles, signatories, lists, values, then what is linked."""
    old, new = avant.convention, apres.convention
    return (
        *_pairs(_champs(old), _champs(new)),
        *_articles(old, new),
        *_pairs(
            [(_person(s), _signature(s)) for s in old.signataires],
            [(_person(s), _signature(s)) for s in new.signataires],
        ),
        *_pairs(_listes(old), _listes(new)),
        *_pairs(_valeurs(avant.valeurs), _valeurs(apres.valeurs)),
        *_liens(avant.liens, apres.liens),
    )


def texte_change(avant: ConventionDetails, apres: ConventionDetails) -> tuple[str, ...]:
    """Return which parts of the text differ: not what it is linked to, which lives on."""
    found = [e.partie for e in comparer(ConventionExportee(avant), ConventionExportee(apres))]
    if [a.objet for a in avant.avenants] != [a.objet for a in apres.avenants]:
        found.append("Avenants")
    return tuple(found)


def _champs(it: ConventionDetails) -> list[tuple[str, str]]:
    duree = it.resume.duree
    return [
        ("Titre", it.resume.titre),
        ("Objet", it.objet),
        ("Territoire", it.territoire_nom),
        ("Présidence", it.presidence),
        ("Périodicité", it.periodicite),
        ("Mention de diffusion", it.confidentialite),
        ("Champs d’action", ", ".join(it.champs)),
        ("Date d’effet", format_date(duree.debut)),
        ("Durée", f"{duree.mois} mois" if duree.mois else ""),
        ("Fin", format_date(duree.fin)),
        ("Reconduction", "tacite" if duree.tacite else ""),
    ]


def _listes(it: ConventionDetails) -> list[tuple[str, str]]:
    return [
        *((f"Partie {partie.rang}", partie.institution) for partie in it.parties),
        *((f"Visa {rang}", visa) for rang, visa in enumerate(it.visas, 1)),
        *((f"Avis {rang}", avis) for rang, avis in enumerate(it.avis, 1)),
        *(
            (f"Composition : {m.fonction}", m.organisme + ("" if m.permanent else " (invité)"))
            for m in it.composition
        ),
        *(
            (
                f"Annexe {a.numero}",
                f"{a.titre}{'' if a.integrante else ' (hors convention)'}"
                + (f" – {a.fichier.nom} ({a.fichier.empreinte[:16]}…)" if a.fichier else ""),
            )
            for a in it.annexes
        ),
        *((f"Action {plan} {code}", "liée") for plan, code in it.actions),
        *((f"Indicateur {plan} {code}", "lié") for plan, code in it.indicateurs),
    ]


def _valeurs(valeurs: Iterable[ValeurConvention]) -> list[tuple[str, str]]:
    return [(f"Valeur {v.chiffre}", f"{v.valeur} (cible : {v.cible})") for v in valeurs]


def _liens(avant: LiensConvention | None, apres: LiensConvention | None) -> Iterator[Ecart]:
    """Compare what is linked, where both sides kept it."""
    if avant is not None and apres is not None:
        yield from _pairs(_actions(avant.actions), _actions(apres.actions))
        yield from _pairs(_contacts(avant.contacts), _contacts(apres.contacts))


def _actions(actions: Iterable[ActionConvention]) -> list[tuple[str, str]]:
    found = []
    for action in actions:
        items: tuple[ActionConvention | MesureConvention, ...] = (action, *action.mesures)
        for item in items:
            words = filter(None, (item.titre, item.statut, item.echeance))
            found.append((f"État de {action.plan} {item.code}", ", ".join(words)))
    return found


def _contacts(contacts: Iterable[tuple[str, Contact]]) -> list[tuple[str, str]]:
    return [
        (
            f"Contact {partenaire}",
            ", ".join(filter(None, (it.fonction, it.telephone, it.courriel, it.adresse))),
        )
        for partenaire, it in contacts
    ]


def _person(person: SignataireDetails) -> str:
    return f"Signataire {person.rang}"


def _signature(person: SignataireDetails) -> str:
    parts = [qualite(person.qualite, person.genre), person.nom]
    if person.mandat:
        parts += [
            FORMULES[person.mandat.mode], person.mandat.qualite, person.mandat.nom,
            person.mandat.acte,
        ]  # fmt: skip
    return ", ".join(part for part in parts if part)


def _pairs(avant: Sequence[tuple[str, str]], apres: Sequence[tuple[str, str]]) -> Iterator[Ecart]:
    before, after = dict(avant), dict(apres)
    for partie in dict.fromkeys([*before, *after]):
        old, new = before.get(partie, ""), after.get(partie, "")
        if old != new:
            yield Ecart(_nature(old, new), partie, old, new)


def _nature(old: str, new: str) -> NatureEcart:
    if not old:
        return NatureEcart.AJOUTE
    return NatureEcart.MODIFIE if new else NatureEcart.RETIRE


def _articles(avant: ConventionDetails, apres: ConventionDetails) -> Iterator[Ecart]:
    """Compare articles by their titles: one inserted does not change those below it."""
    old, new = avant.articles, apres.articles
    matcher = difflib.SequenceMatcher(
        None, [search_key(a.titre) for a in old], [search_key(a.titre) for a in new], autojunk=False
    )
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and end - start == last - first):
            for number, (a, b) in enumerate(
                zip(old[start:end], new[first:last], strict=True), first + 1
            ):
                if a != b:
                    yield Ecart(
                        NatureEcart.MODIFIE, f"Article {number}", _words(a.titre, a.texte),
                        _words(b.titre, b.texte),
                    )  # fmt: skip
            continue
        for number, a in enumerate(old[start:end], start + 1):
            words = _words(a.titre, a.texte)
            yield Ecart(NatureEcart.RETIRE, f"Article {number} (ancien)", words, "")
        for number, b in enumerate(new[first:last], first + 1):
            words = _words(b.titre, b.texte)
            yield Ecart(NatureEcart.AJOUTE, f"Article {number}", "", words)


def _words(titre: str, texte: str) -> str:
    return f"{titre}\n{texte}".strip()
