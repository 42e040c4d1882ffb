"""Finds what a partner's own table is about: indicators, mesures, places and zones by any name."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from sdpd_desktop.domain.disposition import Champ, LigneLue, Vocabulaire
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.importation import Ligne, SaisieRetour, Verdict
from sdpd_desktop.domain.lexique import Lexique, NatureTerme, TermeInconnu
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.retour import RetourSummary
from sdpd_desktop.domain.texte import mots_cles, quote, search_key
from sdpd_desktop.services.lignes import rejected
from sdpd_desktop.services.plan_lu import PlanLu

_ZONES = {
    Zone.POLICE: ("police", "police nationale", "pn", "zone police", "zpn", "ddsp", "ddpn", "dipn",
                  "csp", "circonscription", "commissariat"),
    Zone.GENDARMERIE: ("gendarmerie", "gendarmerie nationale", "gn", "zone gendarmerie", "zgn",
                       "ggd", "compagnie", "brigade", "cob"),
    Zone.AUTRE: ("autre", "autres", "zone autre"),
    Zone.ENSEMBLE: ("ensemble", "total", "toutes zones", "tous", "toutes", "departement",
                    "police et gendarmerie", "pn + gn", "pn+gn"),
}  # fmt: skip
_PLURAL = re.compile(r"(?<=\w{3})[sx]\b")
_COLUMNS = {
    Champ.VALEUR: "valeur", Champ.NUMERATEUR: "numerateur", Champ.DENOMINATEUR: "denominateur",
    Champ.STATUT: "statut", Champ.FAIT_LE: "fait_le", Champ.NOTE: "note",
    Champ.COMMENTAIRE: "commentaire",
}  # fmt: skip
_OF_MESURE = frozenset({Champ.STATUT, Champ.FAIT_LE, Champ.NOTE})
_NOUNS = {
    NatureTerme.INDICATEUR: "l'indicateur",
    NatureTerme.MESURE: "la mesure",
    NatureTerme.TERRITOIRE: "le territoire",
    NatureTerme.ZONE: "la zone",
}


_Identite = tuple[str, str, str, str]


class _Index:
    """Codes by every name they go by, accents, case and plurals aside."""

    def __init__(self) -> None:
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._exact: dict[str, set[str]] = defaultdict(set)

    def add(self, code: str, names: Iterable[str]) -> None:
        for name in names:
            if name.strip():
                self._codes[souple(name)].add(code)
                self._exact[search_key(name)].add(code)

    def find(self, text: str) -> tuple[str, ...]:
        return tuple(sorted(self._codes.get(souple(text), ())))

    def unique(self) -> dict[str, str]:
        """Return the search keys of the names that stand for one code alone."""
        return {name: next(iter(codes)) for name, codes in self._exact.items() if len(codes) == 1}


def souple(text: str) -> str:
    """Return what two spellings of one name have in common."""
    return _PLURAL.sub("", mots_cles(text))


class Noms:
    """Every name that a plan's indicators, mesures, places and zones go by."""

    def __init__(self, lu: PlanLu) -> None:
        self._lu = lu

    @cached_property
    def _indices(self) -> dict[NatureTerme, _Index]:
        lu, found = self._lu, {nature: _Index() for nature in _NOUNS}
        for indicateur in lu.releve.indicateurs.values():
            names = (indicateur.code, indicateur.reference, indicateur.titre)
            targets = (cible.reference for cible in indicateur.cibles)
            found[NatureTerme.INDICATEUR].add(indicateur.code, (*names, *targets))
        for mesure in lu.mesures.values():
            found[NatureTerme.MESURE].add(mesure.code, (mesure.code, mesure.titre))
        for place in lu.places:
            names = (place.code, place.insee, place.nom)
            found[NatureTerme.TERRITOIRE].add(place.code, names)
        for zone, words in _ZONES.items():
            found[NatureTerme.ZONE].add(zone.value, words)
        return found

    def chercher(self, nature: NatureTerme, texte: str) -> tuple[str, ...]:
        """Return the codes that a text may stand for."""
        return self._indices[nature].find(texte)

    def vocabulaire(self) -> Vocabulaire:
        """Return the names that headings of wide tables are recognised by."""
        return Vocabulaire(
            self._indices[NatureTerme.INDICATEUR].unique(),
            self._indices[NatureTerme.TERRITOIRE].unique(),
            self._indices[NatureTerme.ZONE].unique(),
        )


class Reperes:
    """The names of one plan, with the words of one partner; each text is looked up once."""

    def __init__(
        self, lu: PlanLu, noms: Noms, retour: RetourSummary, lexique: Lexique, periode: Periode
    ) -> None:
        self._noms, self._lexique, self._periode = noms, lexique, periode.code
        partner = lu.partenaires.get(retour.partenaire)
        self._nom = retour.nom
        self._ids = {i.code: i.id for i in lu.indicateurs.values()}
        self._mesure_ids = {m.code: m.id for m in lu.mesures.values()}
        self._asked = _places(retour)
        own = partner.territoire if partner and partner.territoire in lu.territoires else ""
        inside = {place.code for place in lu.places if lu.ici in place.dans}
        self._place = own if own in inside else lu.ici
        self._found: dict[tuple[NatureTerme, str], tuple[str, ...]] = {}
        self._periods: dict[str, str] = {}
        self._resolved: dict[_Identite, _Identite] = {}

    def saisie(self, ligne: LigneLue) -> SaisieRetour:
        """Return a row read by a layout as the row of a return, its names as typed."""
        of_mesure = bool(ligne.mesure) or (
            not ligne.indicateur and any(champ in _OF_MESURE for champ, _cell in ligne.cellules)
        )
        code = ligne.mesure or ligne.indicateur or ligne.libelle
        if ligne.libelle and not self._codes(
            NatureTerme.MESURE if of_mesure else NatureTerme.INDICATEUR, code
        ):
            code = ligne.libelle
        columns = tuple([(_COLUMNS[champ], cell) for champ, cell in ligne.cellules])
        if of_mesure and not any(name == "note" for name, _cell in columns):
            # « Observations » hold the comment of a value, or the note of a mesure.
            columns = tuple(("note" if n == "commentaire" else n, cell) for n, cell in columns)
        return SaisieRetour(
            "mesure" if of_mesure else "indicateur", "", code, ligne.territoire, ligne.zone,
            ligne.ligne, ligne.feuille, columns, ligne.periode,
        )  # fmt: skip

    def resoudre(self, saisie: SaisieRetour) -> SaisieRetour | Ligne:
        """Return the row with the codes of what its names stand for, or the line that asks."""
        if saisie.cle:
            return saisie
        key = (saisie.nature, saisie.code, saisie.territoire, saisie.zone)
        known = self._resolved.get(key)
        if known is None:
            found = self._resolve(saisie)
            if isinstance(found, Ligne):
                return found
            known = self._resolved[key] = found
        cle, code, territoire, zone = known
        periode = saisie.periode
        if saisie.nature != "mesure":
            periode = self._period(periode)
        return SaisieRetour(
            saisie.nature, cle, code, territoire, zone, saisie.ligne, saisie.feuille,
            saisie.colonnes, periode,
        )  # fmt: skip

    def _resolve(self, saisie: SaisieRetour) -> _Identite | Ligne:
        """Return the id and code of what a row is about, its place and zone, or its question."""
        of_mesure = saisie.nature == "mesure"
        nature = NatureTerme.MESURE if of_mesure else NatureTerme.INDICATEUR
        found = self._codes(nature, saisie.code)
        if len(found) != 1:
            return self._question(saisie, nature, saisie.code, found)
        if of_mesure:
            return self._mesure_ids[found[0]], found[0], saisie.territoire, saisie.zone
        places = self._asked.get(found[0], frozenset())
        territoire, zone = self._place, Zone.ENSEMBLE.value
        if len(places) == 1 and not saisie.territoire and not saisie.zone:
            ((territoire, zone),) = places
        if saisie.territoire:
            codes = self._codes(NatureTerme.TERRITOIRE, saisie.territoire)
            if len(codes) != 1:
                return self._question(saisie, NatureTerme.TERRITOIRE, saisie.territoire, codes)
            territoire = codes[0]
        if saisie.zone:
            codes = self._codes(NatureTerme.ZONE, saisie.zone)
            if len(codes) != 1:
                return self._question(saisie, NatureTerme.ZONE, saisie.zone, codes)
            zone = codes[0]
        return self._ids[found[0]], found[0], territoire, zone

    def _codes(self, nature: NatureTerme, text: str) -> tuple[str, ...]:
        key = (nature, text)
        if key not in self._found:
            agreed = self._lexique.get((nature, search_key(text)))
            self._found[key] = (agreed,) if agreed else self._noms.chercher(nature, text)
        return self._found[key]

    def _period(self, text: str) -> str:
        """Return the code of a period, "" for that of the campagne; a text that is none stays."""
        if text not in self._periods:
            try:
                code = parse_periode(text).code if text else ""
            except ValidationError:
                code = text
            self._periods[text] = "" if code == self._periode else code
        return self._periods[text]

    def _question(
        self, saisie: SaisieRetour, nature: NatureTerme, text: str, found: tuple[str, ...]
    ) -> Ligne:
        cell = saisie.colonnes[0][1]
        colonne = "statut" if saisie.nature == "mesure" else "valeur"
        noun = _NOUNS[nature]
        if found:
            raison = f"{quote(text)} peut être {' ou '.join(found)} : lequel pour {self._nom} ?"
        elif text:
            raison = f"{quote(text)} : aucun nom connu ne correspond."
        else:
            raison = f"Cette ligne ne dit pas {noun} dont elle parle."
        line = rejected(
            saisie, cell, text, "", colonne, raison,
            f"Choisissez {noun} : la réponse sera retenue pour {self._nom}." if text else "",
        )  # fmt: skip
        if not text:
            return line
        return line._replace(verdict=Verdict.A_CONFIRMER, terme=TermeInconnu(nature, text, found))


def _places(retour: RetourSummary) -> dict[str, frozenset[tuple[str, str]]]:
    """Return where each indicator is asked for."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for line in retour.demandes:
        if not line.est_mesure:
            found[line.code].add((line.territoire, line.zone.value))
    return {code: frozenset(places) for code, places in found.items()}
