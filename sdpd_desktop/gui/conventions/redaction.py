"""What the window lets people write of a convention, field by field and list by list."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sdpd_desktop.domain.convention import (
    AnnexeDetails,
    Article,
    ContenuAnnexe,
    ConventionDetails,
    Membre,
    NatureConvention,
    PartieDetails,
)
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.modele_convention import ListesConvention
from sdpd_desktop.domain.rapport import Choix
from sdpd_desktop.domain.signataire import (
    FORMULES,
    Genre,
    Mandat,
    ModeSignature,
    SignataireDetails,
    a_la_date,
    accorder,
    bloc,
)
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.gui.conventions.champs import Champ, Sorte
from sdpd_desktop.gui.conventions.rangs import Part
from sdpd_desktop.gui.labels import NATURES_CONVENTION

_GENRES = (
    Choix(Genre.FEMININ, "Féminin"), Choix(Genre.MASCULIN, "Masculin"), Choix("", "Non dit"),
)  # fmt: skip
_CONTENUS = {
    ContenuAnnexe.ACTIONS: "Actions liées",
    ContenuAnnexe.INDICATEURS: "Indicateurs liés",
    ContenuAnnexe.COMPOSITION: "Composition",
    ContenuAnnexe.CONTACTS: "Contacts par fonction",
    ContenuAnnexe.FICHIER: "Fichier joint",
}
_NONE = Choix("", "–")


def _ligne(nom: str, titre: str, champ: str, aide: str = "", **more: Any) -> Champ:
    """Return a field of one line that is a plain text of the row."""
    return _champ(nom, titre, champ, Sorte.LIGNE, aide, **more)


def _champ(nom: str, titre: str, champ: str, sorte: Sorte, aide: str = "", **more: Any) -> Champ:
    def write(row: Any, value: Any) -> Any:
        return replace(row, **{champ: value})

    return Champ(nom, titre, sorte, lambda row: getattr(row, champ), write, aide=aide, **more)


def _resume(nom: str, titre: str, champ: str, sorte: Sorte = Sorte.LIGNE, **more: Any) -> Champ:
    def write(it: ConventionDetails, value: Any) -> ConventionDetails:
        return replace(it, resume=replace(it.resume, **{champ: value}))

    return Champ(nom, titre, sorte, lambda it: getattr(it.resume, champ), write, **more)


def _duree(
    nom: str,
    titre: str,
    champ: str,
    read: Callable[[str], Any],
    show: Callable[[Any], str],
    aide: str,
) -> Champ:
    def write(it: ConventionDetails, value: str) -> ConventionDetails:
        duree = replace(it.resume.duree, **{champ: read(value)})
        return replace(it, resume=replace(it.resume, duree=duree))

    return Champ(
        nom, titre, Sorte.LIGNE, lambda it: show(getattr(it.resume.duree, champ)), write, aide=aide
    )


def _date(texte: str) -> dt.date | None:
    return lire_date(texte) if texte else None


def _nombre(texte: str) -> int:
    if not texte:
        return 0
    if not texte.isdecimal() or len(texte) > 4:
        raise ValidationError("nombre", f"{quote(texte)} n'est pas un nombre entier : écrivez 36.")
    return int(texte)


def _lignes(texte: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in texte.splitlines() if line.strip())


def _liste(nom: str, titre: str, champ: str, aide: str) -> Champ:
    """Return a field that holds one text a line."""
    return Champ(
        nom, titre, Sorte.TEXTE, lambda it: "\n".join(getattr(it, champ)),
        lambda it, value: replace(it, **{champ: _lignes(value)}), aide=aide,
    )  # fmt: skip


def _liens(nom: str, titre: str, champ: str, aide: str) -> Champ:
    """Return a field that names objects of a plan: « O3.A5, QRR77-2019 O2.A1 »."""

    def read(it: ConventionDetails) -> str:
        plan = it.resume.plan
        return ", ".join(c if p == plan else f"{p} {c}" for p, c in getattr(it, champ))

    def write(it: Any, value: str) -> Any:
        found = []
        for word in value.replace("\n", ",").split(","):
            plan, _, code = word.strip().rpartition(" ")
            if code and not (plan or it.resume.plan):
                raise ValidationError(
                    champ, f"Choisissez d'abord un plan, ou écrivez-le devant {quote(code)}."
                )
            if code:
                found.append((plan.strip() or it.resume.plan, code))
        return replace(it, **{champ: tuple(dict.fromkeys(found))})

    return Champ(nom, titre, Sorte.LIGNE, read, write, aide=aide)


def _instant(it: ConventionDetails) -> str:
    when = it.signature_prevue
    if when is None:
        return ""
    hour = f" {when.hour} h {when.minute:02}" if when.hour or when.minute else ""
    return f"{format_date(when.date())}{hour}"


def _prevoir(it: ConventionDetails, value: str) -> ConventionDetails:
    day, _, hour = value.partition(" ")
    if not day:
        return replace(it, signature_prevue=None)
    digits = [part for part in hour.replace("h", " ").replace(":", " ").split() if part.isdecimal()]
    numbers = [int(part) for part in digits[:2]] + [0, 0]
    try:
        moment = dt.time(numbers[0], numbers[1])
    except ValueError as error:
        raise ValidationError(
            "signature_prevue", f"{quote(hour)} n'est pas une heure : écrivez 17 h 30."
        ) from error
    return replace(it, signature_prevue=dt.datetime.combine(lire_date(day), moment))


def _plans(_it: ConventionDetails, listes: ListesConvention) -> Sequence[Choix]:
    return (Choix("", "Aucun"), *listes.plans)


def _territoires(_it: ConventionDetails, listes: ListesConvention) -> Sequence[Choix]:
    return (_NONE, *listes.territoires)


def _mentions(_it: ConventionDetails, listes: ListesConvention) -> Sequence[Choix]:
    return (Choix("", "Celle du bureau"), *(Choix(text, text) for text in listes.mentions))


def _partenaires(_it: ConventionDetails, listes: ListesConvention) -> Sequence[Choix]:
    return (_NONE, *listes.partenaires)


def _natures(_it: ConventionDetails, _listes: ListesConvention) -> Sequence[Choix]:
    return [Choix(nature, name) for nature, name in NATURES_CONVENTION.items()]


CHAMPS = (
    _resume("le titre", "Titre", "titre"),
    _resume("le code", "Code", "code"),
    Champ(
        "la nature", "Nature", Sorte.CHOIX, lambda it: it.resume.nature.value,
        lambda it, v: replace(it, resume=replace(it.resume, nature=NatureConvention(v))),
        _natures,
    ),
    _resume("le type", "Type propre au bureau", "nature_libre"),
    _resume("le plan", "Plan", "plan", Sorte.CHOIX, options=_plans),
    _champ("le territoire", "Territoire", "territoire", Sorte.CHOIX, options=_territoires),
    _champ("l'objet", "Objet", "objet", Sorte.TEXTE),
    Champ(
        "les champs d'action", "Champs d’action", Sorte.LIGNE, lambda it: ", ".join(it.champs),
        lambda it, v: replace(
            it, champs=tuple(dict.fromkeys(w.strip() for w in v.split(",") if w.strip()))
        ),
        aide="séparés par des virgules",
    ),
    _liste("les visas", "Visas", "visas", "un par ligne"),
    _liste("les avis", "Avis", "avis", "un par ligne"),
    _ligne("la présidence", "Présidence", "presidence"),
    _ligne("la périodicité", "Périodicité", "periodicite", "par exemple : une fois par trimestre"),
    _champ(
        "la mention", "Mention de diffusion", "confidentialite", Sorte.CHOIX, options=_mentions
    ),
    _duree("la date d'effet", "Date d’effet", "debut", _date, format_date, "jj/mm/aaaa"),
    _duree("la durée", "Durée (mois)", "mois", _nombre, lambda n: str(n or ""), "36 : trois ans"),
    _duree("la fin", "Fin", "fin", _date, format_date, "si le texte la donne ; sinon, calculée"),
    Champ(
        "la reconduction", "Reconduction tacite", Sorte.CASE, lambda it: it.resume.duree.tacite,
        lambda it, v: replace(
            it, resume=replace(it.resume, duree=replace(it.resume.duree, tacite=v))
        ),
    ),
    Champ(
        "la signature prévue", "Signature prévue", Sorte.LIGNE, _instant, _prevoir,
        aide="jj/mm/aaaa 17 h 30",
    ),
    _ligne("le lieu", "Lieu de signature", "signature_lieu"),
    Champ(
        "les originaux", "Exemplaires originaux", Sorte.LIGNE, lambda it: str(it.exemplaires or ""),
        lambda it, v: replace(it, exemplaires=_nombre(v)), aide="nombre",
    ),
    _champ("les paraphes", "Place pour parapher chaque page", "paraphe", Sorte.CASE),
    _champ("la publication", "Publiée au recueil des actes", "publiee", Sorte.CASE),
    _liens("les actions liées", "Actions liées", "actions", "codes : O3.A5, O9.A2"),
    _liens("les indicateurs liés", "Indicateurs liés", "indicateurs", "codes : K33, O9.A2.i1"),
)  # fmt: skip


# --------------------------------------------------------------------- signatories


def _parties(it: ConventionDetails, _listes: ListesConvention) -> Sequence[Choix]:
    return [Choix(str(p.rang), p.institution) for p in it.parties]


def _genres(_it: ConventionDetails, _listes: ListesConvention) -> Sequence[Choix]:
    return _GENRES


def _modes(_it: ConventionDetails, _listes: ListesConvention) -> Sequence[Choix]:
    return (
        Choix("", "En personne"),
        *(Choix(mode, f"Pour … {words}") for mode, words in FORMULES.items()),
    )


def _set_genre(person: SignataireDetails, value: str) -> SignataireDetails:
    genre = Genre(value)
    return replace(person, genre=genre, qualite=accorder(person.qualite, genre))


def _set_mode(person: SignataireDetails, value: str) -> SignataireDetails:
    if not value:
        return replace(person, mandat=None)
    mandat = person.mandat or Mandat(ModeSignature(value), "", "", Genre.NON_DIT, "")
    return replace(person, mandat=replace(mandat, mode=ModeSignature(value)))


def _of_mandat(nom: str, titre: str, champ: str, sorte: Sorte = Sorte.LIGNE, **more: Any) -> Champ:
    def write(person: Any, value: str) -> Any:
        mandat = person.mandat
        if mandat is None:
            return person
        if champ == "genre":
            genre = Genre(value)
            words = accorder(mandat.qualite, genre)
            return replace(person, mandat=replace(mandat, genre=genre, qualite=words))
        return replace(person, mandat=replace(mandat, **{champ: value}))

    return Champ(
        nom, titre, sorte, lambda p: getattr(p.mandat, champ), write,
        montre=lambda p: p.mandat is not None, **more,
    )  # fmt: skip


def _block(person: SignataireDetails, it: ConventionDetails) -> str:
    words = bloc(person, it.reference(dt.date.max))
    lines = [words.titre or "Qualité à écrire", *(words.main or ("nom à écrire",))]
    side = " · copréside" if person.copreside else ""
    return "\n".join(lines) + side


def _person(it: ConventionDetails) -> SignataireDetails:
    if not it.parties:
        raise ValidationError(
            "parties", "Inscrivez d'abord les parties (onglet Parties), puis qui signe pour elles."
        )
    return SignataireDetails(
        "", it.parties[-1].rang, len(it.signataires) + 1, "", "",
        Genre.NON_DIT, None,
    )  # fmt: skip


PARTIES = Part(
    "les parties", "Parties", lambda it: it.parties,
    lambda it, rows: replace(it, parties=rows),
    lambda p, it: a_la_date(p.institution, it.reference(dt.date.max)) or "Institution à écrire",
    lambda it: PartieDetails(max((p.rang for p in it.parties), default=0) + 1, "", ""),
    (
        _ligne("l'institution", "Institution", "institution"),
        _champ(
            "le partenaire", "Partenaire de l’annuaire", "partenaire", Sorte.CHOIX,
            options=_partenaires,
        ),
    ),
    "Aucune partie. « Ajouter » en inscrit une.",
)  # fmt: skip

SIGNATAIRES = Part(
    "les signataires", "Signataires", lambda it: it.signataires,
    lambda it, rows: replace(it, signataires=rows),
    _block, _person,
    (
        _ligne("le nom", "Nom", "nom"),
        _ligne("la qualité", "Qualité", "qualite", "sans article : préfète de Seine-et-Marne"),
        Champ("le genre", "Genre", Sorte.CHOIX, lambda p: p.genre.value, _set_genre, _genres),
        Champ(
            "la partie", "Signe pour", Sorte.CHOIX, lambda p: str(p.partie),
            lambda p, v: replace(p, partie=int(v)), _parties,
        ),
        _champ("la coprésidence", "Copréside (blocs côte à côte)", "copreside", Sorte.CASE),
        Champ(
            "le mode", "Signature", Sorte.CHOIX, lambda p: p.mandat.mode.value if p.mandat else "",
            _set_mode, _modes,
        ),
        _of_mandat("le signataire effectif", "Signataire effectif", "nom"),
        _of_mandat("sa qualité", "Sa qualité", "qualite"),
        _of_mandat("son genre", "Son genre", "genre", Sorte.CHOIX, options=_genres),
        _of_mandat("l'acte", "Acte", "acte", aide="arrêté n° 2022-14 du 3 mars 2022"),
    ),
    "Aucun signataire. Inscrivez d’abord les parties, puis qui signe pour chacune.",
)  # fmt: skip

ARTICLES = Part(
    "les articles", "Articles", lambda it: it.articles,
    lambda it, rows: replace(it, articles=rows),
    lambda a, it: a.titre + ("" if a.texte else " · à écrire"),
    lambda it: Article("Nouvel article", ""),
    (_ligne("le titre", "Titre", "titre"), _champ("le texte", "Texte", "texte", Sorte.PAGE)),
    "Aucun article. « Ajouter » en inscrit un, à écrire.",
)  # fmt: skip

COMPOSITION = Part(
    "la composition", "Composition", lambda it: it.composition,
    lambda it, rows: replace(it, composition=rows),
    lambda m, it: m.fonction + ("" if m.permanent else " · sur invitation"),
    lambda it: Membre("Nouvelle fonction", "", True),
    (
        _ligne("la fonction", "Fonction", "fonction", "jamais le nom d’une personne"),
        _ligne("l'organisme", "Organisme", "organisme"),
        _champ("le siège", "Permanent", "permanent", Sorte.CASE),
    ),
    "Aucun siège. La composition se dit par fonction, sans nom de personne.",
)  # fmt: skip


def _contenus(_it: ConventionDetails, _listes: ListesConvention) -> Sequence[Choix]:
    made = [Choix(c, name) for c, name in _CONTENUS.items() if c is not ContenuAnnexe.FICHIER]
    return [*made, Choix(ContenuAnnexe.FICHIER, _CONTENUS[ContenuAnnexe.FICHIER])]


def _set_contenu(annexe: AnnexeDetails, value: str) -> AnnexeDetails:
    contenu = ContenuAnnexe(value)
    if contenu is ContenuAnnexe.FICHIER:
        raise ValidationError("contenu", "Pour joindre un fichier : « Ajouter un fichier… ».")
    return replace(annexe, contenu=contenu)


ANNEXES = Part(
    "les annexes", "Annexes", lambda it: it.annexes,
    lambda it, rows: replace(it, annexes=rows),
    lambda a, it: f"{a.numero}. {a.titre}" + ("" if a.integrante else " · hors convention"),
    lambda it: AnnexeDetails(len(it.annexes) + 1, "Composition", ContenuAnnexe.COMPOSITION),
    (
        _ligne("le titre", "Titre", "titre"),
        Champ(
            "le contenu", "Contenu", Sorte.CHOIX, lambda a: a.contenu.value, _set_contenu,
            _contenus, montre=lambda a: a.fichier is None,
        ),
        Champ(
            "le fichier", "Fichier", Sorte.LIGNE, lambda a: a.fichier.nom,
            lambda a, v: replace(a, fichier=replace(a.fichier, nom=v)),
            montre=lambda a: a.fichier is not None,
        ),
        _champ("le rattachement", "Fait partie de la convention", "integrante", Sorte.CASE),
    ),
    "Aucune annexe. Ajoutez un fichier, ou une annexe tirée des données.",
)  # fmt: skip
