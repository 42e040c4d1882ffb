"""Compares a table of the SSMSI with what a plan holds."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sdpd_desktop.domain.cloture import refus, verrou
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.indicateur import (
    Borne,
    Consolidation,
    EtatValeur,
    Indicateur,
    Observation,
    Origine,
    Presence,
)
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.signalement import demander, signaler
from sdpd_desktop.domain.ssmsi import (
    SECRET,
    Colonne,
    ComptesSerie,
    Disposition,
    LigneSsmsi,
    Millesime,
    PropositionSsmsi,
    RoleColonne,
    TableauLu,
    ValeurSsmsi,
)
from sdpd_desktop.domain.territoire import NatureTerritoire, TerritoireSummary
from sdpd_desktop.persistence.contexte import Cle, Presente
from sdpd_desktop.persistence.plan_rows import PlanRow
from sdpd_desktop.persistence.unit_of_work import UnitOfWork

_OLDER = "une édition plus récente est déjà enregistrée"
_UNKNOWN = dt.datetime.min.replace(tzinfo=dt.UTC)
_Place = tuple[str, str, str]
_FUTURE = "la période n'a pas encore commencé"


class Comparison:
    """Compares what a table says with what a plan holds."""

    def __init__(self, work: UnitOfWork, plan: str, lu: TableauLu, today: dt.date) -> None:
        self._plan, self._lu, self._today = plan, lu, today
        row = work.plans.row(plan)
        self._clotures = work.clotures.of_plan(row)
        codes = [serie.code for serie in lu.series]
        self._known = work.contexte.indicateurs(row, "SSMSI.")
        self._current = work.contexte.presentes(row, codes)
        self._places = by_insee(work.partenaires.territoires())
        prefix = ".".join(codes[0].split(".")[:2]) + "." if codes else ""
        self._older = 0 < lu.millesime.annee < work.contexte.derniere_annee(row, prefix)
        self._reperes = Reperes(work, row, lu, self._places)
        self._annual = lu.correspondance.disposition in (
            Disposition.COMMUNALE,
            Disposition.DEPARTEMENTALE,
        )

    def proposition(self, path: Path, departement: str) -> PropositionSsmsi:
        """Return what applying the table would do."""
        lu = self._lu
        lines = tuple(self._line(value) for value in lu.valeurs)
        monthly = lu.correspondance.disposition is Disposition.TABLEAU
        return PropositionSsmsi(
            path, self._plan, departement, lu,
            Consolidation.PROVISOIRE if monthly else Consolidation.CONSOLIDE,
            lines, self._counts(), self._new_places(), lu.ecartees, _questions(lu),
            (*lu.avertissements, *self._warnings(lines)),
        )  # fmt: skip

    def _line(self, value: ValeurSsmsi) -> LigneSsmsi:
        place = self._places.get(value.insee)
        code = place.code if place else value.insee
        if value.periode.debut > self._today:
            return LigneSsmsi(Verdict.REJETE, value, code, raison=_FUTURE)
        now = self._current.get(key_of(value, place.id)) if place else None
        if now is None:
            return self._flagged(LigneSsmsi(Verdict.NOUVEAU, value, code))
        shown = _shown(now)
        if (now.valeur, now.commentaire if now.valeur is None else "") == (
            value.valeur,
            value.absence,
        ):
            return LigneSsmsi(Verdict.INCHANGE, value, code, shown, now.id)
        if self._is_older(now, self._lu.millesime):
            return LigneSsmsi(Verdict.REJETE, value, code, shown, raison=_OLDER)
        return self._flagged(LigneSsmsi(Verdict.MODIFIE, value, code, shown, now.id))

    def _flagged(self, line: LigneSsmsi) -> LigneSsmsi:
        """Set aside what a lock keeps out; ask about what stands out."""
        lock = verrou(self._clotures, line.valeur.periode)
        if lock is not None:
            return replace(line, verdict=Verdict.REJETE, raison=refus(lock))
        question = self._reperes.question(line)
        if question:
            return replace(line, verdict=Verdict.A_CONFIRMER, raison=question)
        return line

    def _is_older(self, now: Presente, edition: Millesime) -> bool:
        if edition.produit_le is not None and now.extraite_le is not None:
            return edition.produit_le < now.extraite_le
        return self._annual and self._older

    def _counts(self) -> tuple[ComptesSerie, ...]:
        years: dict[str, Counter[int]] = {serie.code: Counter() for serie in self._lu.series}
        secret: Counter[str] = Counter()
        for value in self._lu.valeurs:
            years[value.serie][value.periode.annee] += 1
            secret[value.serie] += value.absence == SECRET
        return tuple(
            ComptesSerie(
                serie, serie.code not in self._known, years[serie.code].total(),
                secret[serie.code], tuple(sorted(years[serie.code].items())),
            )
            for serie in self._lu.series
        )  # fmt: skip

    def _new_places(self) -> tuple[tuple[str, str], ...]:
        missing = sorted({value.insee for value in self._lu.valeurs} - set(self._places))
        return tuple((insee, _name(self._lu, insee)) for insee in missing)

    def _warnings(self, lines: Sequence[LigneSsmsi]) -> list[str]:
        told = []
        aside = Counter(line.raison for line in lines if line.verdict is Verdict.REJETE)
        told += [f"{count} valeur(s) mises de côté : {why}." for why, count in aside.items()]
        asked = sum(line.verdict is Verdict.A_CONFIRMER for line in lines)
        if asked:
            told.append(f"{asked} valeur(s) sortent de l'ordinaire et sont à confirmer.")
        if self._lu.nombre_defauts:
            told.append(f"{self._lu.nombre_defauts} ligne(s) ou valeur(s) n'ont pas pu être lues.")
        changed = any(line.verdict is Verdict.MODIFIE for line in lines)
        if changed and self._lu.millesime.produit_le is None:
            told.append(
                "Rien ne dit quand ce fichier a été produit : ses valeurs remplaceront celles qui "
                "diffèrent."
            )
        return told


class Reperes:
    """What the office set to be told of: bounds and thresholds of indicators already there."""

    def __init__(
        self,
        work: UnitOfWork,
        plan: PlanRow,
        lu: TableauLu,
        places: Mapping[str, TerritoireSummary],
    ) -> None:
        codes = {serie.code for serie in lu.series}
        self._watched: dict[str, Indicateur] = {
            i.code: i
            for i in work.indicateurs.of_plan(plan, {})
            if i.code in codes and (i.seuil_variation is not None or i.maximum is not None)
        }
        self._stored: dict[_Place, dict[str, Observation]] = defaultdict(dict)
        self._read: dict[_Place, dict[str, Observation]] = defaultdict(dict)
        if not self._watched:
            return
        for o in work.indicateurs.current(plan):
            if o.indicateur in self._watched:
                self._stored[o.indicateur, o.territoire, o.zone][o.periode.code] = o
        for value in lu.valeurs:
            if value.serie in self._watched:
                place = places[value.insee].code if value.insee in places else value.insee
                serie = self._read[value.serie, place, value.zone]
                serie[value.periode.code] = _as_observation(value, place)

    def question(self, line: LigneSsmsi) -> str:
        """Return what to ask about a value, "" when nothing stands out."""
        value = line.valeur
        indicateur = self._watched.get(value.serie)
        if indicateur is None:
            return ""
        place = (value.serie, line.territoire, value.zone)
        stored = self._stored[place]
        serie = {**stored, **self._read[place]}
        del serie[value.periode.code]
        if now := stored.get(value.periode.code):
            serie[value.periode.code] = now
        return demander(signaler(indicateur, value.periode, value.valeur, tuple(serie.values())))


def _as_observation(value: ValeurSsmsi, place: str) -> Observation:
    """Return a value of the file as those stored are, to compare the next one with."""
    origine = Origine(
        "", _UNKNOWN, EtatValeur.IMPORTE, "", "", "", value.feuille, value.lieu,
        None,
    )  # fmt: skip
    presence = Presence.NON_RENSEIGNE if value.valeur is None else Presence.VALEUR
    return Observation(
        "", value.serie, value.periode, place, value.zone, value.valeur, presence, Borne.EXACTE,
        None, None, Consolidation.CONSOLIDE, value.absence, True, origine,
    )  # fmt: skip


def by_insee(territoires: Sequence[TerritoireSummary]) -> dict[str, TerritoireSummary]:
    """Return the communes and départements by INSEE code."""
    kinds = (NatureTerritoire.COMMUNE, NatureTerritoire.DEPARTEMENT)
    return {t.insee: t for t in territoires if t.insee and t.nature in kinds}


def key_of(value: ValeurSsmsi, territoire: str) -> Cle:
    """Return the cell a value belongs to."""
    return value.serie, value.periode.code, territoire, value.zone.value


def _shown(now: Presente) -> str:
    if now.presence is not Presence.VALEUR or now.valeur is None:
        return now.commentaire or "n. c."
    return format_nombre(now.valeur)


def _name(lu: TableauLu, insee: str) -> str:
    """Return the name of a territory, or what the office can rename."""
    if name := lu.noms.get(insee):
        return name
    return f"Commune {insee}" if len(insee) == 5 else f"Département {insee}"


def _questions(lu: TableauLu) -> tuple[str, ...]:
    found = lu.correspondance
    if found.sure:
        return ()
    columns = ", ".join(
        f"« {c.titre} » → {c.role.value.replace('_', ' ')}{_precision(c)}"
        for c in found.colonnes
        if c.role is not RoleColonne.IGNOREE
    )
    asked = [f"Les colonnes sont-elles bien : {columns} ?"]
    if found.periode is not None:
        asked.append(f"Les valeurs sont-elles bien de {found.periode.libelle} ?")
    return tuple(asked)


def _precision(colonne: Colonne) -> str:
    parts = [colonne.periode.libelle if colonne.periode else ""]
    parts.append(f"zone {colonne.zone.value}" if colonne.zone else "")
    told = ", ".join(filter(None, parts))
    return f" ({told})" if told else ""
