"""Finds the tables that partners lay out their own way, and reads the rows of a known layout."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille, Rangee, lettres, texte_brut
from sdpd_desktop.documents.classeur_rangees import corners
from sdpd_desktop.documents.disposition_titres import (
    MESURABLES,
    SEPARATEUR,
    Titre,
    comprendre,
)
from sdpd_desktop.documents.preflight import refusal
from sdpd_desktop.domain.disposition import (
    Champ,
    ColonneDisposition,
    Disposition,
    DispositionProposee,
    LigneLue,
    Vocabulaire,
)
from sdpd_desktop.domain.importation import Cellule
from sdpd_desktop.domain.texte import insecable, quote, search_key

REPERES = (Champ.INDICATEUR, Champ.LIBELLE, Champ.MESURE, Champ.TERRITOIRE, Champ.ZONE,
           Champ.PERIODE)  # fmt: skip
_IDENTITES = (Champ.INDICATEUR, Champ.LIBELLE, Champ.MESURE)
_SUIVI = (Champ.STATUT, Champ.FAIT_LE, Champ.NOTE)
_NOMS = {
    Champ.INDICATEUR: "le code de l'indicateur",
    Champ.LIBELLE: "le libellé de l'indicateur",
    Champ.MESURE: "la mesure",
    Champ.TERRITOIRE: "le territoire",
    Champ.ZONE: "la zone",
    Champ.PERIODE: "la période",
    Champ.VALEUR: "la valeur",
    Champ.NUMERATEUR: "le numérateur",
    Champ.DENOMINATEUR: "le dénominateur",
    Champ.STATUT: "le statut",
    Champ.FAIT_LE: "la date de réalisation",
    Champ.NOTE: "la justification",
    Champ.COMMENTAIRE: "le commentaire",
}
_SEARCHED, _MOST_COLUMNS, _MOST_NAMED, _TALLEST = 60, 300, 8, 10_000
_SAMPLE = 50


@dataclass(frozen=True)
class _Entete:
    """Titles by column number, in one row or two.

    Attributes:
        ligne: The last of its rows.
        rang: How many filled rows of the sheet stand above the first row of data.
    """

    ligne: int
    rang: int
    titres: Mapping[int, str]


def proposer(classeur: Classeur, vocabulaire: Vocabulaire) -> tuple[DispositionProposee, ...]:
    """Return the tables found, one at most for each sheet, in the order of the workbook."""
    found = (_propose(feuille, vocabulaire) for feuille in classeur.feuilles)
    return tuple(one for one in found if one is not None)


def lire(classeur: Classeur, disposition: Disposition) -> tuple[LigneLue, ...]:
    """Read the rows of a table by its layout, wherever its header stands.

    Raises:
        UserError: No sheet has these columns.
    """
    named = [f for f in classeur.feuilles if f.nom == disposition.feuille]
    for feuille in (*named, *(f for f in classeur.feuilles if f not in named)):
        for entete in _entetes(feuille):
            places = _places(feuille, entete, disposition)
            if places is not None:
                return tuple(_lignes(feuille, entete, places))
    titles = ", ".join(quote(colonne.titre) for colonne in disposition.colonnes if colonne.titre)
    raise refusal(
        classeur.nom,
        f"aucune de ses feuilles n'a les colonnes {titles}. Vérifiez que c'est le bon fichier, ou "
        "indiquez ce que portent ses colonnes.",
    )


# ------------------------------------------------------------------ headers


def _entetes(feuille: Feuille) -> Iterator[_Entete]:
    """Yield what may be a header: each of the first rows, alone then under the one before."""
    rows = feuille.rangees[:_SEARCHED]
    spans = _spans(feuille)
    before: Rangee | None = None
    for rang, rangee in enumerate(rows):
        titles = _titres(rangee)
        yield _Entete(rangee.numero, rang + 1, titles)
        if before is not None and before.numero == rangee.numero - 1:
            yield _Entete(rangee.numero, rang + 1, _under(_titres(before), titles, spans, before))
        before = rangee


def _titres(rangee: Rangee) -> dict[int, str]:
    found = zip(rangee.places[:_MOST_COLUMNS], rangee.brut, strict=False)
    texts = ((place, texte_periode(brut).strip()) for place, brut in found if brut is not None)
    return {place: " ".join(text.split()) for place, text in texts if text}


def _spans(feuille: Feuille) -> dict[tuple[int, int], int]:
    """Return the last column of each merged range one row high, by its first cell."""
    found = {}
    for reference in feuille.fusions:
        (top, left), (bottom, right) = corners(reference)
        if top == bottom:
            found[top, left] = right
    return found


def _under(
    above: dict[int, str],
    below: dict[int, str],
    spans: dict[tuple[int, int], int],
    rangee: Rangee,
) -> dict[int, str]:
    """Return the titles of two rows: what stands above holds until the next, or as merged."""
    titles: dict[int, str] = {}
    last = max([*above, *below], default=0)
    starts = sorted(above)
    for start, following in pairwise([*starts, last + 1]):
        end = spans.get((rangee.numero, start), following - 1)
        for column in range(start, min(end, last) + 1):
            if column in below:
                titles[column] = f"{above[start]}{SEPARATEUR}{below[column]}"
    alone = {column: text for column, text in above.items() if column not in below}
    return dict(sorted((alone | below | titles).items()))


def texte_periode(brut: Any) -> str:
    """Return the text of a value; a date shown as « mars 2022 » or « 2022 » is that period."""
    if isinstance(brut, list) and brut[0] == "d":
        shown = str(brut[2]).lower()
        if shown and "d" not in shown and "j" not in shown:
            return str(brut[1])[: 7 if "m" in shown else 4]
    return texte_brut(brut)


# ------------------------------------------------------------------ proposing


def _propose(feuille: Feuille, vocabulaire: Vocabulaire) -> DispositionProposee | None:
    best: tuple[int, _Entete, dict[int, Titre]] | None = None
    meanings: dict[str, Titre] = {}
    for entete in _entetes(feuille):
        understood = {}
        for place, titre in entete.titres.items():
            if titre not in meanings:
                meanings[titre] = comprendre(titre, vocabulaire)
            understood[place] = meanings[titre]
        score = _score(understood)
        if score and (best is None or score > best[0]):
            best = (score, entete, understood)
    if best is None:
        return None
    return _proposee(feuille, best[1], best[2], vocabulaire)


def _score(titres: dict[int, Titre]) -> int:
    """Tell how much a row looks like a header; 0 for not at all."""
    sure = [titre for titre in titres.values() if titre.sur]
    named = sum(titre.nomme for titre in sure)
    wide = Counter(
        (bool(c.periode), bool(c.zone), bool(c.territoire), bool(c.indicateur))
        for c in (titre.colonne for titre in sure)
        if c.champ is Champ.VALEUR
    )
    wide.pop((False, False, False, False), None)
    # Values of a row of data may be words of ours too, but not several of one kind.
    columns = max(wide.values(), default=0)
    if named < 2 and columns < 2 and not (named and columns):
        return 0
    identified = any(titre.colonne.champ in _IDENTITES for titre in sure)
    return 3 * named + 2 * columns + identified


def _proposee(
    feuille: Feuille, entete: _Entete, titres: dict[int, Titre], vocabulaire: Vocabulaire
) -> DispositionProposee:
    doutes: list[str] = []
    kept = _uniques(titres, doutes)
    data = feuille.rangees[entete.rang :]
    if not any(c.champ in _IDENTITES or c.indicateur
               for c in kept.values()):  # fmt: skip
        _by_content(data, kept, vocabulaire, doutes)
    for place, titre in titres.items():
        colonne = kept[place]
        if not titre.sur and colonne.champ is not Champ.IGNOREE:
            doutes.append(f"{_named(place, colonne)} : lue comme {_NOMS[colonne.champ]}. Vérifiez.")
    _say_ignored(data, kept, doutes)
    _say_hidden(feuille, data, kept, doutes)
    disposition = Disposition(feuille.nom, tuple(kept[place] for place in sorted(kept)))
    return DispositionProposee(
        disposition,
        entete.ligne,
        len(data),
        tuple(insecable(doute) for doute in doutes),
        _is_complete(disposition),
    )


def _uniques(titres: dict[int, Titre], doutes: list[str]) -> dict[int, ColonneDisposition]:
    """Keep one column for each field and what it is about: the surest, then the first."""
    kept = {place: titre.colonne for place, titre in titres.items()}
    taken: dict[ColonneDisposition, int] = {}
    for place, titre in sorted(titres.items(), key=lambda item: not item[1].sur):
        if titre.colonne.champ is Champ.IGNOREE:
            continue
        about = replace(titre.colonne, titre="")
        other = taken.setdefault(about, place)
        if other == place:
            continue
        kept[place] = ColonneDisposition(titre.colonne.titre, Champ.IGNOREE)
        if titre.sur:
            doutes.append(
                f"{_named(other, titres[other].colonne)} et {_named(place, titre.colonne)} "
                f"semblent porter toutes deux {_NOMS[about.champ]} : seule la première est lue."
            )
    return kept


def _by_content(
    data: tuple[Rangee, ...],
    kept: dict[int, ColonneDisposition],
    vocabulaire: Vocabulaire,
    doutes: list[str],
) -> None:
    """Take as naming the indicator the first column, titled or not, that holds known ones."""
    for place in sorted(_filled(data)):
        if place in kept and kept[place].champ is not Champ.IGNOREE:
            continue
        texts = [search_key(texte_brut(rangee.en(place))) for rangee in data[:_SAMPLE]]
        filled = [text for text in texts if text]
        known = sum(text in vocabulaire.indicateurs for text in filled)
        if known and 2 * known >= len(filled):
            titre = kept[place].titre if place in kept else ""
            kept[place] = ColonneDisposition(titre, Champ.INDICATEUR)
            doutes.append(
                f"{_named(place, kept[place])} : des indicateurs y sont reconnus "
                f"({known} sur {len(filled)}). Vérifiez."
            )
            return


def _named(place: int, colonne: ColonneDisposition) -> str:
    return f"Colonne {lettres(place)} {quote(colonne.titre) if colonne.titre else '(sans titre)'}"


def _say_ignored(
    data: tuple[Rangee, ...], kept: dict[int, ColonneDisposition], doutes: list[str]
) -> None:
    ignored = [place for place, colonne in kept.items() if colonne.champ is Champ.IGNOREE]
    names = [f"{lettres(place)} {quote(kept[place].titre)}" for place in sorted(ignored)]
    names += [f"{lettres(place)} (sans titre)" for place in sorted(_filled(data) - kept.keys())]
    if names:
        rest = len(names) - _MOST_NAMED
        more = f" et {rest} de plus" if rest > 0 else ""
        doutes.append(f"Colonnes non reprises : {', '.join(names[:_MOST_NAMED])}{more}.")


def _say_hidden(
    feuille: Feuille,
    data: tuple[Rangee, ...],
    kept: dict[int, ColonneDisposition],
    doutes: list[str],
) -> None:
    if feuille.masquee:
        doutes.append(f"La feuille {quote(feuille.nom)} est masquée dans le classeur.")
    rows = sum(rangee.numero in feuille.lignes_masquees for rangee in data)
    if rows:
        doutes.append(f"Lignes masquées dans le classeur, lues aussi : {rows}.")
    hidden = [
        lettres(place)
        for place, colonne in sorted(kept.items())
        if place in feuille.colonnes_masquees and colonne.champ is not Champ.IGNOREE
    ]
    if hidden:
        doutes.append(f"Colonnes masquées dans le classeur, lues aussi : {', '.join(hidden)}.")
    merged = [reference for reference in feuille.fusions if corners(reference)[1][0] > _top(data)]
    if merged:
        doutes.append(
            f"Cellules fusionnées ({len(merged)}, dont {merged[0]}) : un repère vaut pour toutes "
            "les lignes qu'il couvre, une valeur pour la première seule."
        )


def _top(data: tuple[Rangee, ...]) -> int:
    return data[0].numero - 1 if data else 0


def _is_complete(disposition: Disposition) -> bool:
    champs = {colonne.champ for colonne in disposition.colonnes}
    named = champs & {Champ.INDICATEUR, Champ.LIBELLE} or any(
        colonne.indicateur for colonne in disposition.colonnes
    )
    valued = named and not champs.isdisjoint(MESURABLES)
    followed = Champ.MESURE in champs and not champs.isdisjoint(_SUIVI)
    return bool(valued or followed)


# ------------------------------------------------------------------ reading


def _places(
    feuille: Feuille, entete: _Entete, disposition: Disposition
) -> dict[int, ColonneDisposition] | None:
    """Return the columns of the layout by their place under a header; None if one is missing."""
    free: dict[str, list[int]] = {}
    for place in sorted(entete.titres):
        free.setdefault(search_key(entete.titres[place]), []).append(place)
    untitled = iter(sorted(_filled(feuille.rangees[entete.rang :]) - entete.titres.keys()))
    found = {}
    for colonne in disposition.colonnes:
        if colonne.titre:
            places = free.get(search_key(colonne.titre))
            place = places.pop(0) if places else 0
        else:
            place = next(untitled, 0)
        if not place:
            return None
        found[place] = colonne
    return found


def _filled(data: tuple[Rangee, ...]) -> set[int]:
    """Return the columns that hold anything in the first rows."""
    return {
        place
        for rangee in data[:_SAMPLE]
        for place, brut in zip(rangee.places[:_MOST_COLUMNS], rangee.brut, strict=False)
        if brut is not None
    }


def _lignes(
    feuille: Feuille, entete: _Entete, places: dict[int, ColonneDisposition]
) -> Iterator[LigneLue]:
    reperes = {
        colonne.champ: place for place, colonne in places.items() if colonne.champ in REPERES
    }
    groups: dict[tuple[str, str, str, str], list[tuple[Champ, int]]] = {}
    shared = []
    for place, colonne in sorted(places.items()):
        if colonne.champ in MESURABLES:
            about = (colonne.indicateur, colonne.territoire, colonne.zone, colonne.periode)
            groups.setdefault(about, []).append((colonne.champ, place))
        elif colonne.champ in (*_SUIVI, Champ.COMMENTAIRE):
            shared.append((colonne.champ, place))
    merged = _merged(feuille, set(reperes.values()))
    names = tuple(search_key(colonne.titre) for colonne in places.values())
    for rangee in feuille.rangees[entete.rang :]:
        texts = {
            champ: texte_periode(rangee.en(place) or merged.get((rangee.numero, place))).strip()
            for champ, place in reperes.items()
        }
        more = _cells(feuille, rangee, shared)
        if _is_header_again(rangee, places, names):
            continue
        alone = bool(more)
        for about, columns in groups.items():
            if cells := _cells(feuille, rangee, columns):
                alone = False
                yield _ligne(feuille.nom, rangee.numero, texts, about, cells + more)
        if alone:
            about = next(iter(groups)) if len(groups) == 1 else ("", "", "", "")
            yield _ligne(feuille.nom, rangee.numero, texts, about, more)


def _ligne(
    feuille: str,
    numero: int,
    texts: dict[Champ, str],
    about: tuple[str, str, str, str],
    cells: tuple[tuple[Champ, Cellule], ...],
) -> LigneLue:
    indicateur, territoire, zone, periode = about
    return LigneLue(
        feuille, numero,
        indicateur or texts.get(Champ.INDICATEUR, ""),
        texts.get(Champ.LIBELLE, ""),
        texts.get(Champ.MESURE, ""),
        territoire or texts.get(Champ.TERRITOIRE, ""),
        zone or texts.get(Champ.ZONE, ""),
        periode or texts.get(Champ.PERIODE, ""),
        cells,
    )  # fmt: skip


def _cells(
    feuille: Feuille, rangee: Rangee, columns: list[tuple[Champ, int]]
) -> tuple[tuple[Champ, Cellule], ...]:
    found = ((champ, feuille.cellule(rangee, place)) for champ, place in columns)
    return tuple(
        (champ, cell)
        for champ, cell in found
        if cell is not None and (cell.formule_sans_resultat or cell.texte.strip())
    )


def _is_header_again(
    rangee: Rangee, places: dict[int, ColonneDisposition], names: tuple[str, ...]
) -> bool:
    """Tell a header printed again at the head of each page."""
    first = next(iter(places))
    if not names[0] or search_key(texte_brut(rangee.en(first))) != names[0]:
        return False
    return all(
        search_key(texte_brut(rangee.en(place))) == name
        for place, name in zip(places, names, strict=True)
    )


def _merged(feuille: Feuille, columns: set[int]) -> dict[tuple[int, int], Any]:
    """Return what merged cells of these columns hold, for the rows that they cover."""
    wanted: dict[int, list[tuple[int, int]]] = {}
    for reference in feuille.fusions:
        (top, left), (bottom, right) = corners(reference)
        covered = columns.intersection(range(left, right + 1)) if left <= right else set()
        if left in covered and top < bottom:
            wanted.setdefault(top, []).append((left, min(bottom, top + _TALLEST)))
    found = {}
    for rangee in feuille.rangees:
        for column, bottom in wanted.get(rangee.numero, ()):
            brut = rangee.en(column)
            for row in range(rangee.numero + 1, bottom + 1):
                found[row, column] = brut
    return found
