"""Prepares campagnes: one pre-filled return workbook per partner."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, reason
from sdpd_desktop.domain.indicateur import Indicateur, NatureCible, SuiviIndicateur
from sdpd_desktop.domain.partenaire import PartenaireSummary, Zone
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.plan import CLOSED, ActionDetails
from sdpd_desktop.domain.retour import (
    CampagneSummary,
    EtatRetour,
    LigneIndicateur,
    LigneMesure,
    RetourContenu,
    RetourSummary,
)
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import suivis_of

NOT_ASKED = frozenset({NatureCible.CONTEXTE})


@dataclass(frozen=True)
class PreparationResult:
    """What a preparation wrote: the campagne, and the files in order of partner."""

    campagne: CampagneSummary
    fichiers: tuple[Path, ...]


class CampagneService:
    """Rounds of partner returns."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self, plan: str | None = None) -> tuple[CampagneSummary, ...]:
        """Return the campagnes with their returns, newest period first.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            row = work.plans.row(plan) if plan else None
            campagnes = work.retours.campagnes(row)
            return tuple(
                replace(c, sans_destinataire=_Round(work, c.plan, c.ouverte_le).nobody)
                for c in campagnes
            )

    def prepare(
        self,
        plan: str,
        periode: str | Periode,
        out: Path,
        partenaire: str | None = None,
        echeance: dt.date | None = None,
    ) -> PreparationResult:
        """Write one workbook per partner of the plan, or for one partner.

        A campagne already open for that period is used again; returns already received keep
        their state.

        Raises:
            NotFoundError: No such plan, or the partner has nothing to fill in it.
            StorageError: The folder cannot be written; the campagne is not opened then.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        today = self._ground.clock.today()
        if when.debut > today:
            raise UserError(f"La période {when.libelle} n'a pas encore commencé.")
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                f"Impossible de créer le dossier {out} : {reason(error)}."
            ) from error
        with self._ground.write(f"préparer les retours · {plan} · {when.libelle}") as work:
            round_ = _Round(work, plan, today)
            asked = round_.asked
            if partenaire is not None and partenaire not in asked:
                raise NotFoundError(
                    f"« {partenaire} » n'a rien à remplir dans le plan {plan}. "
                    f"Partenaires sollicités : {', '.join(asked)}."
                )
            row = work.retours.open_campagne(work.plans.row(plan), when, echeance, today)
            contents = []
            for code, (summary, _actions) in asked.items():
                if partenaire in (None, code):
                    content = round_.content(code, when, row.echeance, "", row.code)
                    lignes = len(content.mesures) + len(content.indicateurs)
                    retour = work.retours.expect(row, summary.id, code, lignes)
                    contents.append(replace(content, retour=retour))
            paths = self._write(contents, out)
            work.commit()
        self._ground.tell(Change.RETOURS)
        campagne = next(c for c in self.list_all(plan) if c.periode == when)
        return PreparationResult(campagne, paths)

    def content(self, retour_id: str) -> RetourContenu:
        """Return what the workbook of a return holds today.

        Raises:
            NotFoundError: This database did not ask for it.
        """
        with self._ground.database.read() as work:
            retour, campagne = work.retours.retour(retour_id)
            # As of the day they were asked: a partner may have been succeeded since.
            round_ = _Round(work, campagne.plan, campagne.ouverte_le)
            if retour.partenaire not in round_.asked:
                raise NotFoundError(
                    f"{retour.nom} n'a plus rien à remplir dans le plan {campagne.plan}."
                )
            content = round_.content(
                retour.partenaire, campagne.periode, campagne.echeance, retour.id, campagne.code,
                closed_too=True,
            )  # fmt: skip
            return replace(content, edite_le=self._ground.clock.today())

    def marquer(self, retour_id: str, etat: EtatRetour, on: dt.date) -> RetourSummary:
        """Change the state of a return: relancé, validé, « état néant ».

        Raises:
            NotFoundError: No such return.
        """
        with self._ground.write(f"marquer un retour « {etat.value} »") as work:
            work.retours.set_etat(retour_id, etat, on)
            work.commit()
        self._ground.tell(Change.RETOURS)
        with self._ground.database.read() as work:
            return work.retours.retour(retour_id)[0]

    def _write(self, contents: list[RetourContenu], out: Path) -> tuple[Path, ...]:
        from sdpd_desktop.documents.retour_xlsx import write

        paths = []
        for content in contents:
            path = out / content.nom_fichier
            write(content, path)
            paths.append(path)
        return tuple(paths)


class _Round:
    """What a plan asks of whom, read once for all the partners of a campagne.

    Attributes:
        asked: Each recipient with the actions it answers for, in order of code.
        nobody: Collectives that have neither member nor relay.
    """

    def __init__(self, work: UnitOfWork, plan: str, today: dt.date) -> None:
        """Read the plan with the partners as they stood on that day."""
        self._today = today
        self._plan = work.plans.details(plan)
        self._here = work.plans.territoire_code(plan)
        self._partners = {p.code: p for p in work.partenaires.summaries(today)}
        self._territoires = {t.code: t for t in work.partenaires.territoires()}
        self._suivis = suivis_of(work, plan, today)
        self._current = work.indicateurs.current(work.plans.row(plan))
        self._bureau = work.parametres.get().bureau
        actions: dict[str, list[ActionDetails]] = defaultdict(list)
        nobody: dict[str, None] = {}
        for action in self._plan.actions():
            recipients: dict[str, None] = {}
            for engagement in action.engagements:
                found = recipients_of(self._partners, engagement.partenaire, today)
                if not found:
                    nobody[self._partners[engagement.partenaire].nom] = None
                recipients.update(dict.fromkeys(found))
            for code in recipients:
                actions[code].append(action)
        self.asked = {c: (self._partners[c], actions[c]) for c in self._partners if c in actions}
        self.nobody = tuple(nobody)

    def content(
        self,
        code: str,
        periode: Periode,
        echeance: dt.date | None,
        retour: str,
        campagne: str,
        *,
        closed_too: bool = False,
    ) -> RetourContenu:
        """Return what the workbook of a partner holds.

        ``closed_too`` keeps the mesures that are done: they may be so by this very return.
        """
        partenaire, actions = self.asked[code]
        place = self._place(partenaire)
        return RetourContenu(
            retour=retour,
            campagne=campagne,
            plan=self._plan.code,
            plan_titre=self._plan.titre,
            periode=periode,
            echeance=echeance,
            bureau=self._bureau,
            partenaire=code,
            partenaire_nom=partenaire.nom,
            edite_le=self._today,
            mesures=self._mesures(actions, code, closed_too=closed_too),
            indicateurs=tuple(
                self._indicateur(line, periode, place)
                for line in self._suivis
                if self._asks(line.indicateur, actions, code)
            ),
            nom_fichier=f"{self._plan.code}_{periode.code}_{code}.xlsx",
        )

    def _place(self, partenaire: PartenaireSummary) -> str:
        """Return the ground a partner answers for: its own when it is a part of the plan's."""
        own = self._territoires.get(partenaire.territoire)
        return own.code if own is not None and self._here in own.dans else self._here

    def _asks(self, indicateur: Indicateur, actions: list[ActionDetails], code: str) -> bool:
        """Tell whether the partner supplies the indicator: named for it, or by its action."""
        if indicateur.nature in NOT_ASKED or indicateur.formule is not None:
            return False
        if indicateur.fournisseur:
            return code in recipients_of(self._partners, indicateur.fournisseur, self._today)
        return indicateur.parent in {action.code for action in actions}

    def _mesures(
        self, actions: list[ActionDetails], code: str, *, closed_too: bool
    ) -> tuple[LigneMesure, ...]:
        lines = []
        for action in actions:
            roles = [e.role.value for e in action.engagements if e.partenaire == code]
            for mesure in action.mesures:
                if mesure.statut in CLOSED and not closed_too:
                    continue
                lines.append(
                    LigneMesure(
                        mesure.id, mesure.code, f"{action.code} {action.titre}", mesure.titre,
                        roles[0] if roles else "au titre d'un responsable", mesure.echeance,
                        mesure.statut, mesure.fait_le, mesure.note,
                    )
                )  # fmt: skip
        return tuple(lines)

    def _indicateur(self, line: SuiviIndicateur, periode: Periode, place: str) -> LigneIndicateur:
        indicateur = line.indicateur
        values = [
            o
            for o in self._current
            if o.indicateur == indicateur.code and o.territoire == place and o.zone is Zone.ENSEMBLE
        ]
        before = [o for o in values if o.periode < periode]
        now = next((o for o in values if o.periode == periode), None)
        whole = libelles.Unite.ENTIERE
        depart, cible = indicateur.depart, line.taux.cible
        previous = ""
        if before:
            shown = libelles.valeur(indicateur, before[-1], whole)
            previous = f"{shown} ({before[-1].periode.libelle})"
        elif place == self._here and depart.valeur is not None:
            previous = libelles.reference(indicateur, depart, whole)
        return LigneIndicateur(
            indicateur.id, indicateur.code, indicateur.reference, indicateur.titre,
            indicateur.unite, indicateur.decimales, indicateur.minimum, indicateur.maximum,
            place, self._territoires[place].nom, Zone.ENSEMBLE, previous,
            libelles.cible(indicateur, cible, whole) if cible else "",
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
