"""Says what a plan asks of whom, line by line, and what the workbook of a return holds."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.indicateur import Indicateur, NatureCible
from sdpd_desktop.domain.partenaire import Emetteur, PartenaireSummary, Zone
from sdpd_desktop.domain.plan import CLOSED, ActionDetails, MesureDetails
from sdpd_desktop.domain.retour import (
    CampagneSummary,
    LigneCatalogue,
    LigneDemandee,
    LigneIndicateur,
    LigneMesure,
    RetourContenu,
    RetourSummary,
)
from sdpd_desktop.domain.texte import natural_key, search_key
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.lecture import suivis_of

NOT_ASKED = frozenset({NatureCible.CONTEXTE})
ZONES = {
    Zone.POLICE: "zone police",
    Zone.GENDARMERIE: "zone gendarmerie",
    Zone.AUTRE: "autre zone",
    Zone.ENSEMBLE: "",
}


@dataclass(frozen=True)
class _Mesure:
    action: ActionDetails
    mesure: MesureDetails


class Demandes:
    """What a plan asks of whom, read once for all the partners of a campagne.

    Attributes:
        partenaires: Every partner of the directory by code.
        nobody: Collectives that have neither member nor relay.
        pour: Names of those that a partner answers for: a collective, or whom it succeeded.
    """

    def __init__(self, work: UnitOfWork, plan: str, today: dt.date) -> None:
        """Read the plan with the partners as they stood on that day."""
        self._today = today
        self._plan = work.plans.details(plan)
        self._here = work.plans.territoire_code(plan)
        self.partenaires = {p.code: p for p in work.partenaires.summaries(today)}
        self._territoires = {t.code: t for t in work.partenaires.territoires()}
        self._suivis = {line.indicateur.code: line for line in suivis_of(work, plan, today)}
        self._current = work.indicateurs.current(work.plans.row(plan))
        self._by_zone = {o.indicateur for o in self._current if o.zone is not Zone.ENSEMBLE}
        for campagne in work.retours.campagnes(work.plans.row(plan)):
            for retour in campagne.retours:
                self._by_zone |= {line.code for line in retour.demandes if line.par_zone}
        self._bureau = work.parametres.get().bureau
        self._mesures = {
            mesure.code: _Mesure(action, mesure)
            for action in self._plan.actions()
            for mesure in action.mesures
        }
        self.pour: dict[str, dict[str, None]] = defaultdict(dict)
        self._actions, self.nobody = self._answering()

    def _answering(self) -> tuple[dict[str, list[ActionDetails]], tuple[str, ...]]:
        """Return the actions each recipient answers for, and the collectives without any."""
        actions: dict[str, list[ActionDetails]] = defaultdict(list)
        nobody: dict[str, None] = {}
        for action in self._plan.actions():
            recipients: dict[str, None] = {}
            for engagement in action.engagements:
                found = recipients_of(self.partenaires, engagement.partenaire, self._today)
                if not found:
                    nobody[self.partenaires[engagement.partenaire].nom] = None
                recipients.update(dict.fromkeys(found))
                for code in found:
                    if code != engagement.partenaire:
                        self.pour[code][self.partenaires[engagement.partenaire].nom] = None
            for code in recipients:
                actions[code].append(action)
        return actions, tuple(nobody)

    def asked(self) -> dict[str, tuple[LigneDemandee, ...]]:
        """Return what the plan proposes to ask of each recipient, in order of code."""
        found = {}
        for code in self.partenaires:
            if code in self._actions:
                lines = tuple(self._proposed(code))
                if lines:
                    found[code] = lines
        return found

    def catalogue(self) -> tuple[LigneCatalogue, ...]:
        """Return every line that can be asked of anybody, in natural order."""
        lines = [LigneDemandee(code) for code in self._mesures]
        for line in self._suivis.values():
            if _is_asked(line.indicateur):
                lines += self._everywhere(line.indicateur)
        return self.describe(lines)

    def describe(self, lines: Iterable[LigneDemandee]) -> tuple[LigneCatalogue, ...]:
        """Return lines as a person reads them, in natural order; those gone are left out."""
        known = [line for line in dict.fromkeys(lines) if self._knows(line)]
        return tuple(self._described(line) for line in sorted(known, key=self._order))

    def content(
        self,
        retour: RetourSummary,
        campagne: CampagneSummary,
        emetteur: Emetteur | None = None,
        *,
        closed_too: bool = False,
    ) -> RetourContenu:
        """Return what the workbook of a return holds, for the partner or for one of its units.

        ``closed_too`` keeps the mesures that are done: they may be so by this very return.
        """
        lines = sorted(self.lines(retour), key=self._order)
        apart = retour.mode is ModeRetour.SEPARES and emetteur and emetteur.territoire
        where = emetteur.territoire if emetteur and apart else ""
        nom = f"{campagne.plan}_{campagne.periode.code}_{retour.partenaire}"
        if emetteur:
            nom += f"_{_in_file_name(emetteur.nom)}"
        return RetourContenu(
            retour=retour.id,
            campagne=campagne.code,
            plan=campagne.plan,
            plan_titre=self._plan.titre,
            periode=campagne.periode,
            echeance=campagne.echeance,
            bureau=self._bureau,
            partenaire=retour.partenaire,
            partenaire_nom=retour.nom,
            edite_le=self._today,
            mesures=tuple(self._lignes_mesures(lines, retour.partenaire, closed_too=closed_too)),
            indicateurs=tuple(
                self._indicateur(line, campagne, where) for line in lines if not line.est_mesure
            ),
            nom_fichier=f"{nom}.xlsx",
            emetteur=emetteur.nom if emetteur else "",
        )

    def lines(self, retour: RetourSummary) -> tuple[LigneDemandee, ...]:
        """Return what a return is asked; a return older than that list, what the plan says."""
        wanted = retour.demandes or tuple(self._proposed(retour.partenaire))
        return tuple(line for line in wanted if self._knows(line))

    # -- what is proposed

    def _proposed(self, code: str) -> Iterator[LigneDemandee]:
        partenaire, actions = self.partenaires[code], self._actions.get(code, [])
        for action in actions:
            for mesure in action.mesures:
                if mesure.statut not in CLOSED:
                    yield LigneDemandee(mesure.code)
        for line in self._suivis.values():
            if self._asks(line.indicateur, actions, code):
                yield from self._places(line.indicateur, partenaire)

    def _asks(self, indicateur: Indicateur, actions: list[ActionDetails], code: str) -> bool:
        """Tell whether the partner supplies the indicator: named for it, or by its action."""
        if not _is_asked(indicateur):
            return False
        if indicateur.fournisseur:
            return code in recipients_of(self.partenaires, indicateur.fournisseur, self._today)
        return indicateur.parent in {action.code for action in actions}

    def _places(
        self, indicateur: Indicateur, partenaire: PartenaireSummary
    ) -> Iterator[LigneDemandee]:
        """Yield the lines of an indicator for a partner: its own ground, its own zone.

        A partner of the whole plan fills each place that the indicator is followed for; police
        and gendarmerie fill their own zone of what is known, or was asked, zone by zone.
        """
        own = self._territoires.get(partenaire.territoire)
        inside = own is not None and self._here in own.dans
        places: Sequence[str] = indicateur.territoires or (self._here,)
        if own is not None and (own.code in places or inside):
            places = (own.code,)
        zone = Zone.ENSEMBLE
        if partenaire.zone and indicateur.code in self._by_zone:
            zone = partenaire.zone
        for place in places:
            yield LigneDemandee(indicateur.code, place, zone)

    def _everywhere(self, indicateur: Indicateur) -> Iterator[LigneDemandee]:
        for place in (self._here, *indicateur.territoires):
            for zone in (Zone.ENSEMBLE, Zone.POLICE, Zone.GENDARMERIE):
                yield LigneDemandee(indicateur.code, place, zone)

    # -- lines as they are shown

    def _knows(self, line: LigneDemandee) -> bool:
        if line.est_mesure:
            return line.code in self._mesures
        return line.code in self._suivis and line.territoire in self._territoires

    def _order(self, line: LigneDemandee) -> tuple[bool, str, str, int]:
        place = self._territoires[line.territoire].nom if line.territoire else ""
        zones = list(Zone)
        return (
            not line.est_mesure, natural_key(line.code), natural_key(place),
            zones.index(line.zone),
        )  # fmt: skip

    def _described(self, line: LigneDemandee) -> LigneCatalogue:
        if line.est_mesure:
            return LigneCatalogue(line, line.code, self._mesures[line.code].mesure.titre, "")
        indicateur = self._suivis[line.code].indicateur
        lieu = ", ".join(filter(None, (self._territoires[line.territoire].nom, ZONES[line.zone])))
        return LigneCatalogue(line, indicateur.chiffre, indicateur.titre, lieu)

    # -- the workbook

    def _lignes_mesures(
        self, lines: Iterable[LigneDemandee], code: str, *, closed_too: bool
    ) -> Iterator[LigneMesure]:
        for line in lines:
            if not line.est_mesure:
                continue
            found = self._mesures[line.code]
            action, mesure = found.action, found.mesure
            if mesure.statut in CLOSED and not closed_too:
                continue
            roles = [e.role.value for e in action.engagements if e.partenaire == code]
            answers = action in self._actions.get(code, [])
            other = "au titre d'un responsable" if answers else "sollicité"
            yield LigneMesure(
                mesure.id, mesure.code, f"{action.code} {action.titre}", mesure.titre,
                roles[0] if roles else other, mesure.echeance,
                mesure.statut, mesure.fait_le, mesure.note,
            )  # fmt: skip

    def _indicateur(
        self, line: LigneDemandee, campagne: CampagneSummary, where: str
    ) -> LigneIndicateur:
        suivi, place = self._suivis[line.code], where or line.territoire
        indicateur = suivi.indicateur
        values = [
            o
            for o in self._current
            if (o.indicateur, o.territoire, o.zone) == (indicateur.code, place, line.zone)
        ]
        before = [o for o in values if o.periode < campagne.periode]
        now = next((o for o in values if o.periode == campagne.periode), None)
        whole = place == self._here and line.zone is Zone.ENSEMBLE
        unit, depart, cible = libelles.Unite.ENTIERE, indicateur.depart, suivi.taux.cible
        previous = ""
        if before:
            shown = libelles.valeur(indicateur, before[-1], unit)
            previous = f"{shown} ({before[-1].periode.libelle})"
        elif whole and depart.valeur is not None:
            previous = libelles.reference(indicateur, depart, unit)
        return LigneIndicateur(
            indicateur.id, indicateur.code, indicateur.reference, indicateur.titre,
            indicateur.unite, indicateur.decimales, indicateur.minimum, indicateur.maximum,
            place, self._territoires[place].nom, line.zone, previous,
            libelles.cible(indicateur, cible, unit) if whole and cible else "",
            now.valeur if now else None, indicateur.nature.value,
        )  # fmt: skip


def recipients_of(
    partners: dict[str, PartenaireSummary], code: str, on: dt.date
) -> tuple[str, ...]:
    """Return who answers for a partner that day: itself, its successors, members or relay."""
    partner = partners[code]
    heirs = [heir for heir, since in partner.successeurs if since <= on]
    stands_for = heirs or partner.membres or ([partner.relais] if partner.relais else [])
    if not partner.collectif and not heirs:
        return (code,)
    found = [answer for other in stands_for for answer in recipients_of(partners, other, on)]
    return tuple(dict.fromkeys(found))


def _is_asked(indicateur: Indicateur) -> bool:
    return indicateur.nature not in NOT_ASKED and indicateur.formule is None


def _in_file_name(nom: str) -> str:
    """Return a unit's name as every file system takes it: « CSP Noisiel » is csp-noisiel."""
    kept = "".join(char if char.isalnum() else " " for char in search_key(nom))
    return "-".join(kept.split())[:40]
