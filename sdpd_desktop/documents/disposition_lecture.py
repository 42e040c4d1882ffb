"""Finds the tables that partners lay out their own way, and reads the rows of a known layout."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille, Rangee, lettres, texte_brut
from sdpd_desktop.documents.classeur_rangees import corners
from sdpd_desktop.documents.disposition_entetes import (
    MOST_COLUMNS,
    Entete,
    annee_au_dessus,
    entetes,
    texte_periode,
)
from sdpd_desktop.documents.disposition_table import RIEN, SUIVI, Columns, Table
from sdpd_desktop.documents.disposition_titres import (
    MESURABLES,
    Titre,
    comprendre,
    est_annee,
    est_partielle,
    est_rang,
)
from sdpd_desktop.documents.preflight import refusal
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.disposition import (
    Champ,
    ColonneDisposition,
    Disposition,
    DispositionProposee,
    LigneLue,
    Vocabulaire,
)
from sdpd_desktop.domain.texte import insecable, quote, search_key

_IDENTITES = (Champ.INDICATEUR, Champ.LIBELLE, Champ.MESURE)
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
_MOST_NAMED, _TALLEST = 8, 10_000
_SAMPLE = 50


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
        for entete in entetes(feuille):
            places = _places(feuille, entete, disposition)
            if places is not None:
                return tuple(_lignes(feuille, entete, places))
    titles = ", ".join(quote(colonne.titre) for colonne in disposition.colonnes if colonne.titre)
    raise refusal(
        classeur.nom,
        f"aucune de ses feuilles n'a les colonnes {titles}. Vérifiez que c'est le bon fichier, ou "
        "indiquez ce que portent ses colonnes.",
    )


# ------------------------------------------------------------------ proposing


def _propose(feuille: Feuille, vocabulaire: Vocabulaire) -> DispositionProposee | None:
    best: tuple[int, Entete, dict[int, Titre]] | None = None
    meanings: dict[str, Titre] = {}
    for entete in entetes(feuille):
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
    feuille: Feuille, entete: Entete, titres: dict[int, Titre], vocabulaire: Vocabulaire
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
    if not annee_au_dessus(feuille, entete) and _lack_a_year(data, kept):
        doutes.append(
            "Rien ne dit l'année de ces colonnes : écrivez-la au-dessus de l'en-tête, ou leurs "
            "valeurs seront rejetées."
        )
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


def _lack_a_year(data: tuple[Rangee, ...], kept: dict[int, ColonneDisposition]) -> bool:
    if any(c.champ is Champ.PERIODE and est_annee(c.titre) for c in kept.values()):
        return False
    ranks = [p for p, c in kept.items() if c.champ is Champ.PERIODE and est_rang(c.titre)]
    texts = (texte_periode(row.en(place)) for row in data[:_SAMPLE] for place in ranks)
    bare = any(text.isdecimal() or est_partielle(text) for text in texts)
    return bare or any(est_partielle(colonne.periode) for colonne in kept.values())


def _uniques(titres: dict[int, Titre], doutes: list[str]) -> dict[int, ColonneDisposition]:
    """Keep one column for each field and what it is about: the surest, then the first."""
    kept = {place: titre.colonne for place, titre in titres.items()}
    taken: dict[ColonneDisposition, int] = {}
    for place, titre in sorted(titres.items(), key=lambda item: not item[1].sur):
        if titre.colonne.champ is Champ.IGNOREE:
            continue
        about = replace(titre.colonne, titre="")
        if about.champ is Champ.PERIODE and est_rang(titre.colonne.titre):
            about = replace(about, periode="rang")  # « Mois » may stand beside « Année ».
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
    followed = Champ.MESURE in champs and not champs.isdisjoint(SUIVI)
    return bool(valued or followed)


# ------------------------------------------------------------------ reading


def _places(
    feuille: Feuille, entete: Entete, disposition: Disposition
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
        for place, brut in zip(rangee.places[:MOST_COLUMNS], rangee.brut, strict=False)
        if brut is not None
    }


def _lignes(
    feuille: Feuille, entete: Entete, places: dict[int, ColonneDisposition]
) -> Iterator[LigneLue]:
    table = Table(places, annee_au_dessus(feuille, entete))
    merged = _merged(feuille, table.reperes)
    names = [entete.titres.get(place) for place in table.places]
    for rangee in feuille.rangees[entete.rang :]:
        brut = rangee.prendre(table.places)
        if brut == names:  # A header printed again at the head of each page.
            continue
        if merged:
            brut = [
                merged.get((rangee.numero, place)) if value is None else value
                for place, value in zip(table.places, brut, strict=True)
            ]
        texts = [
            value.strip() if isinstance(value, str) else texte_periode(value).strip()
            for value in brut[: len(table.reperes)]
        ]
        more = _cells(feuille, rangee, brut, table.communs)
        alone = bool(more)
        for about, columns in table.groupes.items():
            if cells := _cells(feuille, rangee, brut, columns):
                alone = False
                yield table.ligne(feuille.nom, rangee.numero, texts, about, cells + more)
        if alone:
            about = next(iter(table.groupes)) if len(table.groupes) == 1 else RIEN
            yield table.ligne(feuille.nom, rangee.numero, texts, about, more)


def _cells(
    feuille: Feuille, rangee: Rangee, brut: list[Any], columns: Columns
) -> tuple[tuple[Champ, Cellule], ...]:
    found = []
    for champ, rang, place in columns:
        value = brut[rang]
        # Spaces alone say nothing.
        if value is not None and not (isinstance(value, str) and not value.strip()):
            found.append((champ, feuille.cellule(rangee, place, value)))
    return tuple(found)


def _merged(feuille: Feuille, reperes: list[int]) -> dict[tuple[int, int], Any]:
    """Return what merged cells of these columns hold, for the rows that they cover."""
    wanted: dict[int, list[tuple[int, int]]] = {}
    for reference in feuille.fusions:
        (top, left), (bottom, _) = corners(reference)
        if left in reperes and top < bottom:
            wanted.setdefault(top, []).append((left, min(bottom, top + _TALLEST)))
    found = {}
    for rangee in feuille.rangees:
        for column, bottom in wanted.get(rangee.numero, ()):
            brut = rangee.en(column)
            for row in range(rangee.numero + 1, bottom + 1):
                found[row, column] = brut
    return found
