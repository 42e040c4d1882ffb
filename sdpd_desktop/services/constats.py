"""Gathers what a plan's data say over a period, as a report may tell it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sdpd_desktop.domain.calcul import Terme, en_observation
from sdpd_desktop.domain.comparaison import Comparaison, Fenetre, Intervalle, comparer
from sdpd_desktop.domain.constat import (
    Constat,
    Evolution,
    InstanceSuivie,
    LigneIndicateur,
    LigneObjectif,
    LigneVentilee,
    ValeurDite,
)
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import NotFoundError, UserError
from sdpd_desktop.domain.indicateur import (
    Indicateur,
    NatureCible,
    Observation,
    Presence,
    SuiviIndicateur,
    Taux,
)
from sdpd_desktop.domain.masquage import Cle, Masquage, cle, masquer_observations
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.plan import EtatEcheance, ObjectifDetails
from sdpd_desktop.domain.rapport import Diffusion, Filtre, OptionsRapport
from sdpd_desktop.domain.reference import SourceReference
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.domain.taux import couverture, suivi
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import natural_key
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.lecture import indicateurs_of, rates_by_action
from sdpd_desktop.services.plans import due_dates

_ZONES = (Zone.POLICE, Zone.GENDARMERIE, Zone.AUTRE)
_NOMS_ZONES = {
    Zone.POLICE: "Police",
    Zone.GENDARMERIE: "Gendarmerie",
    Zone.AUTRE: "Autre",
    Zone.ENSEMBLE: "Ensemble",
}
_ON_SEVERAL = frozenset(
    {NatureCible.CUMULER, NatureCible.PLANCHER_ANNUEL, NatureCible.MAINTIEN_ANNUEL}
)
_CIBLE_DU_PLAN = "cible du plan entier"


def gather(
    work: UnitOfWork, plan: str, periode: Periode, options: OptionsRapport, today: dt.date
) -> Constat:
    """Return the facts known today, or on the last day of a period that is over.

    Raises:
        NotFoundError: No such plan or territory.
        UserError: The period has not begun.
    """
    if periode.debut > today:
        raise UserError(f"La période {periode.libelle} n'a pas encore commencé.")
    on = min(today, periode.fin)
    details = work.plans.details(plan)
    row = work.plans.row(plan)
    parametres = work.parametres.get()
    repertoire = work.partenaires.territoires()
    figures = _Figures(work, plan, periode, options, on, parametres.seuil_diffusion, repertoire)
    every = figures.suivis_du_plan()
    due = due_dates(details, on)
    by_action = rates_by_action(details, every)
    chiffrees, actions = couverture({a: [s.taux for s in s_] for a, s_ in by_action.items()})
    late = {e.code.partition(".m")[0] for e in due if e.etat is EtatEcheance.EN_RETARD}
    return Constat(
        plan=details,
        periode=periode,
        options=options,
        arrete_le=on,
        bureau=parametres.bureau,
        mention=parametres.mention if options.mention is None else options.mention,
        entete=parametres.entete,
        police=work.parametres.police(),
        seuil=parametres.seuil_diffusion,
        territoire=figures.lieu.nom,
        propre=figures.propre,
        avancement=details.avancement,
        actions=actions,
        chiffrees=chiffrees,
        objectifs=tuple(_objectif(objectif, late) for objectif in details.objectifs()),
        indicateurs=tuple(figures.lignes()),
        zones=tuple(figures.zones()),
        territoires=tuple(figures.territoires()),
        echeances=tuple(sorted(due, key=lambda e: (e.echeance, natural_key(e.code)))),
        conventions=tuple(c.au(on) for c in work.conventions.summaries(row)),
        instances=tuple(_instances(work, plan, periode, on)),
        partenaires=work.partenaires.summaries(on),
        repertoire=repertoire,
        narratif=work.rapports.narratif(row, periode),
        sources=legende(work),
    )


def _objectif(objectif: ObjectifDetails, late: set[str]) -> LigneObjectif:
    statuts = Counter(action.statut.value for action in objectif.actions)
    return LigneObjectif(
        objectif.code, objectif.titre, len(objectif.actions), tuple(sorted(statuts.items())),
        objectif.avancement, sum(action.code in late for action in objectif.actions),
    )  # fmt: skip


def _instances(
    work: UnitOfWork, plan: str, periode: Periode, on: dt.date
) -> Iterator[InstanceSuivie]:
    """Yield the bodies of the plan as they stood that day: later meetings are not known."""
    for instance in work.instances.summaries():
        if instance.plan == plan:
            held = [r for r in reversed(work.instances.reunions(instance.code)) if r.tenue_le <= on]
            last = replace(instance, derniere_reunion=held[-1].tenue_le if held else None)
            yield InstanceSuivie(last, tuple(r for r in held if periode.contient(r.tenue_le)))


def legende(work: UnitOfWork) -> tuple[Filtre, ...]:
    """Return the documents that plans quote: their number, then their title and date."""
    return tuple(_source(source) for source in work.rapports.sources())


def _source(source: SourceReference) -> Filtre:
    when = format_date(source.date) or source.periode
    return Filtre(source.code, f"{source.titre} ({when})" if when else source.titre)


class _Figures:
    """The values of a plan, compared, and masked where the report leaves the office."""

    def __init__(
        self,
        work: UnitOfWork,
        plan: str,
        periode: Periode,
        options: OptionsRapport,
        on: dt.date,
        seuil: int,
        repertoire: tuple[TerritoireSummary, ...],
    ) -> None:
        row = work.plans.row(plan)
        known = {territoire.code: territoire for territoire in repertoire}
        self._noms = {code: territoire.nom for code, territoire in known.items()}
        self._plan_row, self._periode, self._on = row, periode, on
        ici = work.plans.territoire_code(plan)
        chosen = options.territoire or ici
        if chosen not in known:
            raise NotFoundError(
                f"Le territoire « {chosen} » n'existe pas. Donnez son code, par exemple {ici}."
            )
        self.lieu, self._ici = known[chosen], ici
        self.propre = chosen == ici
        self._all = indicateurs_of(work, plan)
        stored = work.indicateurs.current(row)
        self._releve = Releve(self._all, stored, ici, self._noms)
        self._places = _places(stored)
        self._known = known
        self._told = [i for i in self._all if i.communicable or not _outside(options)]
        self._hidden: Mapping[Cle, Masquage] = {}
        if _outside(options):
            natures = {code: territoire.nature.value for code, territoire in known.items()}
            self._hidden = masquer_observations(self._told, list(self._cells()), natures, seuil)

    # ---------------------------------------------------------------- reading

    def suivis_du_plan(self) -> tuple[SuiviIndicateur, ...]:
        """Return every indicator of the plan for its own territory: coverage counts them all."""
        return tuple(self._suivi(indicateur, self._ici) for indicateur in self._all)

    def lignes(self) -> Iterator[LigneIndicateur]:
        """Yield the indicators that may be told, at N-1 and N."""
        for indicateur in self._told:
            line = self._suivi(indicateur, self.lieu.code)
            pair = self._pair(indicateur, self.lieu, Zone.ENSEMBLE)
            masked = self._rate_is_masked(line)
            if not self.propre:
                bare = Taux(None, None, None, "", _CIBLE_DU_PLAN, line.taux.cible)
                line = replace(line, taux=bare)
            years = tuple(
                (year, None if self._masked(indicateur, str(year)) else value)
                for year, value in line.par_annee
            )
            yield LigneIndicateur(line, *pair, masked, years)

    def zones(self) -> Iterator[LigneVentilee]:
        """Yield police, gendarmerie and the whole, for the indicators kept by zone."""
        for indicateur in self._told:
            kept = [z for z in _ZONES if (indicateur.code, self.lieu.code, z) in self._places]
            lines = [
                LigneVentilee(
                    indicateur, zone.value, _NOMS_ZONES[zone],
                    *self._pair(indicateur, self.lieu, zone),
                )
                for zone in (*kept, Zone.ENSEMBLE)
            ]  # fmt: skip
            if kept and any(line.avant.observation or line.valeur.observation for line in lines):
                yield from lines

    def territoires(self) -> Iterator[LigneVentilee]:
        """Yield the values by territory, for the indicators kept by territory."""
        if not self.propre:
            return
        for indicateur in self._told:
            codes = {code for name, code, _ in self._places if name == indicateur.code}
            for code in sorted(codes - {self._ici}, key=lambda c: natural_key(self._noms[c])):
                pair = self._pair(indicateur, self._known[code], Zone.ENSEMBLE)
                if pair[0].observation or pair[1].observation:
                    yield LigneVentilee(indicateur, code, self._noms[code], *pair)

    def _suivi(self, indicateur: Indicateur, place: str) -> SuiviIndicateur:
        values = self._releve.serie(indicateur.code, place)
        return suivi(indicateur, values, self._on, self._plan_row.debut, self._plan_row.fin)

    def _pair(
        self, indicateur: Indicateur, lieu: TerritoireSummary, zone: Zone
    ) -> tuple[ValeurDite, ValeurDite, Evolution]:
        """Return N-1, N and what changed."""
        found = comparer(self._releve, indicateur.code, self._periode, Fenetre.PERIODE, lieu, zone)
        before = self._said(indicateur, found.avant, self._periode.annee_precedente(), lieu, zone)
        now = self._said(indicateur, found.apres, self._periode, lieu, zone)
        told = [ValeurDite(o, self._mask(o)) for o in (before, now)]
        return told[0], told[1], self._evolution(found, told[0], told[1], indicateur.titre)

    def _said(
        self,
        indicateur: Indicateur,
        terme: Terme,
        periode: Periode,
        lieu: TerritoireSummary,
        zone: Zone,
    ) -> Observation | None:
        """Return the value of the period, else what its parts come to, else the latest part."""
        place = (indicateur.code, lieu.code, zone)
        exact = self._releve.valeur(indicateur.code, periode, lieu.code, zone)
        if exact is not None and (exact.presence is not Presence.NON_RENSEIGNE):
            return exact
        if terme.connu and indicateur.formule is None:
            return en_observation(terme, indicateur, periode, lieu.code, zone, terme.libelle)
        inside = [
            o
            for o in self._releve.serie(*place)
            if periode.debut <= o.periode.debut
            and o.periode.fin <= periode.fin
            and o.periode.debut <= self._on
        ]
        return inside[-1] if inside else exact

    # ---------------------------------------------------------------- masking

    def _cells(self) -> Iterator[Observation]:
        """Yield every value that one report or another may tell."""
        for indicateur in self._told:
            places = [(lieu, zone) for code, lieu, zone in self._places if code == indicateur.code]
            wholes = {(lieu, Zone.ENSEMBLE) for lieu, _ in places} | {(self._ici, Zone.ENSEMBLE)}
            for place, zone in sorted({*places, *wholes}):
                series = self._releve.serie(indicateur.code, place, zone)
                yield from series
                known = {o.periode.code for o in series}
                yield from self._sums(indicateur, place, zone, known)

    def _sums(
        self, indicateur: Indicateur, place: str, zone: Zone, known: set[str]
    ) -> Iterator[Observation]:
        """Yield what the parts of a printed period come to, where nobody gave it."""
        if indicateur.formule is not None:
            return
        series = self._releve.serie(indicateur.code, place, zone)
        years = {parse_periode(str(o.periode.annee)) for o in series}
        for periode in {*years, self._periode, self._periode.annee_precedente()}:
            if periode.code in known:
                continue
            span = Intervalle(periode.debut, periode.fin)
            terme = self._releve.sur(indicateur.code, span.debut, span.fin, place, zone)
            if terme.connu:
                yield en_observation(terme, indicateur, periode, place, zone, terme.libelle)

    def _mask(self, observation: Observation | None) -> Masquage:
        if observation is None:
            return Masquage.AUCUN
        return self._hidden.get(cle(observation), Masquage.AUCUN)

    def _masked(self, indicateur: Indicateur, periode: str) -> bool:
        return (indicateur.code, periode, self.lieu.code, Zone.ENSEMBLE) in self._hidden

    def _rate_is_masked(self, line: SuiviIndicateur) -> bool:
        """Tell whether the rate is made of a value that is not told."""
        if not self._hidden or line.taux.part is None:
            return False
        if line.indicateur.nature in _ON_SEVERAL:
            series = self._releve.serie(line.indicateur.code, self.lieu.code)
            return any(cle(o) in self._hidden for o in series)
        years = {str(year) for year, _ in line.par_annee}
        latest = line.derniere is not None and cle(line.derniere) in self._hidden
        return latest or any(self._masked(line.indicateur, year) for year in years)

    @staticmethod
    def _evolution(
        found: Comparaison, before: ValeurDite, now: ValeurDite, titre: str
    ) -> Evolution:
        if before.masquage or now.masquage:
            return Evolution()
        if found.absolue is not None:
            return Evolution(found.absolue, found.relative)
        # What is missing is seen in the columns; what does not compare is not.
        both = before.valeur is not None and now.valeur is not None
        # The row names the indicator already.
        return Evolution(motif=found.motif.replace(f"{titre}, ", "") if both else "")


def _outside(options: OptionsRapport) -> bool:
    return options.diffusion is Diffusion.COMMUNICABLE


def _places(stored: Iterable[Observation]) -> frozenset[tuple[str, str, Zone]]:
    return frozenset((o.indicateur, o.territoire, o.zone) for o in stored)


def territoires_renseignes(work: UnitOfWork, plan: str) -> tuple[str, ...]:
    """Return the codes of the territories that have a value in the plan."""
    found = {o.territoire for o in work.indicateurs.current(work.plans.row(plan))}
    return tuple(sorted(found, key=natural_key))
