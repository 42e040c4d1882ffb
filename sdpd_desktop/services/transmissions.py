"""Types a partner's answers on its behalf: the checks, and the journal, of an import."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.importation import (
    Ligne,
    RetourLu,
    SaisieRetour,
    StatutPropose,
    ValeurProposee,
    Verdict,
    que_neant,
)
from sdpd_desktop.domain.indicateur import Consolidation, EtatValeur
from sdpd_desktop.domain.lexique import lexique_de
from sdpd_desktop.domain.retour import (
    CampagneSummary,
    LigneDemandee,
    RetourContenu,
    RetourSummary,
    etat_apres,
)
from sdpd_desktop.domain.transmission import (
    LigneTransmise,
    ResultatTransmission,
    SaisieTransmise,
    Transmission,
)
from sdpd_desktop.persistence.observations import NouvelleObservation
from sdpd_desktop.persistence.unit_of_work import UnitOfWork, WritingUnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.campagnes import CampagneService
from sdpd_desktop.services.contributions import ApportRecu, retenir
from sdpd_desktop.services.lecture import indicateurs_of, label
from sdpd_desktop.services.plan_lu import PlanLu
from sdpd_desktop.services.propositions import Comparison, Source
from sdpd_desktop.services.reperes import Noms

_STORED = (Verdict.NOUVEAU, Verdict.MODIFIE)
_FEUILLE = "Saisie"


class TransmissionService:
    """Answers that came otherwise than in a workbook."""

    def __init__(self, ground: Ground, campagnes: CampagneService) -> None:
        self._ground = ground
        self._campagnes = campagnes

    def proposer(
        self, retour_id: str, emetteur: str, saisies: Sequence[SaisieTransmise]
    ) -> tuple[LigneTransmise, ...]:
        """Return what each row typed would change; nothing changes.

        Raises:
            NotFoundError: No such return.
        """
        content = self._campagnes.content(retour_id, emetteur)
        with self._ground.database.read() as work:
            retour, campagne = work.retours.retour(retour_id)
            return self._lines(work, retour, campagne, content, saisies)

    def enregistrer(
        self,
        retour_id: str,
        transmission: Transmission,
        saisies: Sequence[SaisieTransmise],
        confirmees: Collection[LigneDemandee] = (),
    ) -> ResultatTransmission:
        """Store the good rows as one changement; the others come back with their reason.

        A row to be confirmed is stored when it is among ``confirmees``. The return is received,
        or « état néant »; it is to be completed when a row came back.

        Raises:
            NotFoundError: No such return.
            ValidationError: The transmission cannot be, or the campagne is closed.
            UserError: Nothing was typed.
        """
        if not any(saisie.texte.strip() for saisie in saisies):
            raise UserError("Aucune réponse n'est saisie : remplissez au moins une case.")
        content = self._campagnes.content(retour_id, transmission.emetteur)
        today = self._ground.clock.today()
        name = f"saisir les réponses de {content.partenaire} ({transmission})"
        with self._ground.write(name) as work:
            retour, campagne = work.retours.retour(retour_id)
            transmission.check(campagne.ouverte_le, today)
            lines = self._lines(work, retour, campagne, content, saisies)
            good = [
                one
                for one in lines
                if one.ligne.verdict in _STORED
                or (one.ligne.verdict is Verdict.A_CONFIRMER and one.cle in confirmees)
            ]
            left = tuple(
                one
                for one in lines
                if one not in good and one.ligne.verdict is not Verdict.INCHANGE
            )
            if not good and left:
                return ResultatTransmission(None, 0, left)
            self._store(work, retour, campagne, transmission, [one.ligne for one in good])
            neant = que_neant(one.ligne for one in lines)
            state = etat_apres(retour.etat, neant=neant, change=bool(good), complet=not left)
            # Typed some days after it came, but never before the step it follows.
            on = max(filter(None, (transmission.recue_le, retour.etat_le)))
            work.retours.set_etat(retour_id, state, on, transmission.emetteur)
            changement = work.commit()
        self._ground.tell(Change.PLANS, Change.INDICATEURS, Change.RETOURS)
        return ResultatTransmission(changement, len(good), left, state if neant else None)

    def _lines(
        self,
        work: UnitOfWork,
        retour: RetourSummary,
        campagne: CampagneSummary,
        content: RetourContenu,
        saisies: Sequence[SaisieTransmise],
    ) -> tuple[LigneTransmise, ...]:
        """Read what was typed as the import reads a workbook."""
        keys: dict[int, LigneDemandee] = {}
        rows = []
        for number, (cle, cells) in enumerate(_by_row(saisies).items(), start=1):
            keys[number] = cle
            rows.append(_row(content, cle, number, cells))
        lu = RetourLu(
            "", "", 0, retour.id, campagne.code, retour.partenaire, campagne.periode.code,
            tuple(rows), (), content.emetteur,
        )  # fmt: skip
        plan = PlanLu(work, campagne.plan, self._ground.clock.today())
        source = Source(retour, campagne, lu)
        lexique = lexique_de(work.memoires.termes(retour.partenaire))
        lines, _warnings = Comparison(work, plan, Noms(plan), source, lexique).lines()
        return tuple(LigneTransmise(keys[_number(line)], line) for line in lines)

    def _store(
        self,
        work: WritingUnitOfWork,
        retour: RetourSummary,
        campagne: CampagneSummary,
        transmission: Transmission,
        lines: Sequence[Ligne],
    ) -> None:
        indicateurs = {i.code: i for i in indicateurs_of(work, campagne.plan)}
        auteur, now = self._ground.auteur(), self._ground.clock.now()
        new, recus = [], []
        for line in lines:
            effet = line.effet
            if isinstance(effet, StatutPropose):
                work.plans.set_statut(
                    campagne.plan, effet.mesure, effet.statut, effet.fait_le, effet.note
                )
            elif isinstance(effet, ValeurProposee):
                indicateur = indicateurs[effet.indicateur]
                place = work.partenaires.territoire_row(effet.territoire)
                recus.append(ApportRecu(effet, line.texte, str(transmission)))
                new.append(
                    NouvelleObservation(
                        indicateur.id, effet.periode, place.id, effet.zone, effet.presence,
                        effet.borne, effet.valeur, effet.numerateur, effet.denominateur,
                        Consolidation.PROVISOIRE, effet.commentaire, EtatValeur.SAISI, auteur,
                        now, f"{retour.nom} ({transmission})",
                        label(indicateur, effet.periode, place.code, effet.zone), line.texte,
                        campagne=campagne.id,
                    )
                )  # fmt: skip
        work.indicateurs.add(new)
        retenir(work, campagne.plan, retour.id, recus)


def _by_row(saisies: Sequence[SaisieTransmise]) -> dict[LigneDemandee, list[SaisieTransmise]]:
    rows: dict[LigneDemandee, list[SaisieTransmise]] = defaultdict(list)
    for saisie in saisies:
        if saisie.texte.strip():
            rows[saisie.cle].append(saisie)
    return rows


def _row(
    content: RetourContenu, cle: LigneDemandee, number: int, cells: Sequence[SaisieTransmise]
) -> SaisieRetour:
    """Return a row of the return as its workbook would give it.

    Raises:
        UserError: The return does not ask for it.
    """
    ids = {LigneDemandee(m.code): m.id for m in content.mesures}
    ids |= {LigneDemandee(i.code, i.territoire, i.zone): i.id for i in content.indicateurs}
    if cle not in ids:
        raise UserError(f"{cle.code} n'est pas demandé dans ce retour.")
    colonnes = tuple(
        (
            cell.colonne,
            Cellule(_FEUILLE, str(number), number, 1, cell.texte, "", cell.texte.strip()),
        )
        for cell in cells
    )
    return SaisieRetour(
        "mesure" if cle.est_mesure else "indicateur", ids[cle], cle.code, cle.territoire,
        cle.zone.value, number, _FEUILLE, colonnes,
    )  # fmt: skip


def _number(line: Ligne) -> int:
    return int(line.lieu.rpartition("!")[2])
