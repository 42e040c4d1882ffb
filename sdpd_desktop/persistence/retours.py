"""Reads and changes campagnes, retours, importations and the files they keep."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import NotFoundError, ValidationError
from sdpd_desktop.domain.importation import ImportationSummary, Ligne, Proposition, Verdict
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.retour import (
    ATTENDUS,
    CampagneSummary,
    EtapeRetour,
    EtatRetour,
    LigneDemandee,
    RetourSummary,
    etat_apres,
)
from sdpd_desktop.domain.texte import natural_key
from sdpd_desktop.persistence.annulation import put_back_by
from sdpd_desktop.persistence.base import Base, new_id
from sdpd_desktop.persistence.insertion import insert_ready
from sdpd_desktop.persistence.journal_rows import ChangementLigneRow
from sdpd_desktop.persistence.partenaire_rows import PartenaireRow
from sdpd_desktop.persistence.partenaires import PartenaireRepository
from sdpd_desktop.persistence.plan_rows import PlanRow
from sdpd_desktop.persistence.retour_rows import (
    CampagneRow,
    ContenuRow,
    EtapeRetourRow,
    FichierRow,
    ImportationLigneRow,
    ImportationRow,
    RetourRow,
)
from sdpd_desktop.persistence.retour_suivi import (
    entendus,
    etapes,
    fichiers,
    reponses,
    saisis,
)


class RetourRepository:
    """Campagnes with their returns, and what was imported."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def campagnes(self, plan: PlanRow | None) -> tuple[CampagneSummary, ...]:
        """Return the campagnes, newest period first; of every plan when None."""
        query = select(CampagneRow, PlanRow.code).join(PlanRow, PlanRow.id == CampagneRow.plan_id)
        if plan is not None:
            query = query.where(CampagneRow.plan_id == plan.id)
        retours = self._retours()
        summaries = [
            CampagneSummary(
                row.id, row.code, code, parse_periode(row.periode), row.echeance,
                row.ouverte_le, tuple(retours[row.id]), (), ModeRetour(row.mode), row.close_le,
                row.exclus,
            )
            for row, code in self._session.execute(query)
        ]  # fmt: skip
        return tuple(sorted(summaries, key=lambda campagne: campagne.periode, reverse=True))

    def campagne(self, plan: PlanRow, periode: Periode) -> CampagneRow | None:
        """Return the campagne of that plan and period, if there is one."""
        return self._session.scalar(
            select(CampagneRow).where(
                CampagneRow.plan_id == plan.id, CampagneRow.periode == periode.code
            )
        )

    def open_campagne(
        self, plan: PlanRow, periode: Periode, echeance: dt.date | None, on: dt.date
    ) -> CampagneRow:
        """Return the campagne of that plan and period, made if needed."""
        row = self.campagne(plan, periode)
        if row is None:
            row = CampagneRow(
                code=f"{plan.code}/{periode.code}",
                plan_id=plan.id,
                periode=periode.code,
                echeance=echeance,
                ouverte_le=on,
            )
            self._session.add(row)
        elif echeance is not None:
            row.echeance = echeance
        self._session.flush()
        return row

    def expect(
        self,
        campagne: CampagneRow,
        partenaire: str,
        code: str,
        demandes: Sequence[LigneDemandee],
        mode: ModeRetour | None = None,
    ) -> str:
        """Return the id of the partner's return in the campagne, made « attendu » if needed."""
        row = self._session.scalar(
            select(RetourRow).where(
                RetourRow.campagne_id == campagne.id, RetourRow.partenaire_id == partenaire
            )
        )
        if row is None:
            row = RetourRow(
                campagne_id=campagne.id,
                partenaire_id=partenaire,
                partenaire_code=code,
                etat=EtatRetour.ATTENDU.value,
                etat_le=campagne.ouverte_le,
                id=new_id(),
            )
            self._session.add(row)
            self._add_step(row.id, EtatRetour.ATTENDU, campagne.ouverte_le)
        row.demandes = tuple(str(line) for line in demandes)
        row.lignes = len(demandes)
        row.mode = mode.value if mode else None
        self._session.flush()
        return row.id

    def settle(
        self,
        campagne: str,
        echeance: dt.date | None,
        mode: ModeRetour,
        exclus: Sequence[str],
    ) -> None:
        """Give a campagne its due date, the rule for several files, and who is left out."""
        row = self._session.get_one(CampagneRow, campagne)
        row.echeance, row.mode, row.exclus = echeance, mode.value, tuple(exclus)
        self._session.flush()

    def close(self, campagne: str, on: dt.date | None) -> None:
        """Close a campagne, or open it again without a day.

        Raises:
            NotFoundError: No such campagne.
        """
        row = self._session.get(CampagneRow, campagne)
        if row is None:
            raise NotFoundError("Cette campagne n'existe plus dans la base.")
        row.close_le = on

    def drop(self, retour: str) -> None:
        """Ask nothing of a partner any more; the caller made sure that it never answered."""
        for step in self._session.scalars(
            select(EtapeRetourRow).where(EtapeRetourRow.retour_id == retour)
        ):
            self._session.delete(step)
        self._session.flush()
        self._session.delete(self._session.get_one(RetourRow, retour))
        self._session.flush()

    def retour(self, retour_id: str) -> tuple[RetourSummary, CampagneSummary]:
        """Return a return and its campagne.

        Raises:
            NotFoundError: This database did not ask for it.
        """
        for campagne in self.campagnes(None):
            for retour in campagne.retours:
                if retour.id == retour_id:
                    return retour, campagne
        raise NotFoundError(
            "Ce classeur répond à une campagne que cette base ne connaît pas. Vérifiez qu'il a "
            "été préparé sur ce poste, ou restaurez la base qui l'a préparé."
        )

    def set_etat(self, retour_id: str, etat: EtatRetour, on: dt.date, emetteur: str = "") -> None:
        """Give a return another state, kept with its day among its steps.

        ``emetteur`` is the unit whose answer brings it there: kept even if the state is the same.

        Raises:
            NotFoundError: No such return.
            ValidationError: Its campagne is closed.
        """
        row = self._session.get(RetourRow, retour_id)
        if row is None:
            raise NotFoundError("Ce retour n'existe plus dans la base.")
        campagne = self._session.get_one(CampagneRow, row.campagne_id)
        if campagne.close_le is not None:
            raise ValidationError(
                "campagne",
                f"La campagne {campagne.code} est close depuis le "
                f"{format_date(campagne.close_le)} : rouvrez-la d'abord.",
            )
        self._give(row, etat, on, emetteur)

    def keep_received(self, retours: Collection[str], numero: int, on: dt.date) -> None:
        """Leave none of those returns (ids) awaited of which answers still hold.

        ``numero`` is the changement that was just put back.
        """
        answers = reponses(self._session, {*put_back_by(self._session), numero})
        for row in self._session.scalars(
            select(RetourRow).where(RetourRow.id.in_(answers.keys() & set(retours)))
        ):
            now = EtatRetour(row.etat)
            if now in ATTENDUS:
                self._give(row, etat_apres(now, neant=not answers[row.id]), on)
        self._session.flush()

    def _give(self, row: RetourRow, etat: EtatRetour, on: dt.date, emetteur: str = "") -> None:
        again = row.etat == etat.value and etat is not EtatRetour.RELANCE
        row.etat, row.etat_le = etat.value, on
        if emetteur or not again:
            self._add_step(row.id, etat, on, emetteur)

    def _add_step(self, retour: str, etat: EtatRetour, on: dt.date, emetteur: str = "") -> None:
        with self._session.no_autoflush:
            last = self._session.scalar(
                select(func.max(EtapeRetourRow.rang)).where(EtapeRetourRow.retour_id == retour)
            )
        self._session.add(
            EtapeRetourRow(
                retour_id=retour,
                rang=(last or 0) + 1,
                etat=etat.value,
                le=on,
                emetteur=emetteur or None,
            )
        )

    def keep_file(
        self,
        nom: str,
        empreinte: str,
        octets: bytes | None,
        recu_le: dt.datetime,
        taille: int | None = None,
    ) -> str:
        """Keep a file once by SHA-256; return its id.

        ``octets`` None: it is too big to keep, and ``taille`` tells how big.
        """
        row = self._session.scalar(select(FichierRow).where(FichierRow.empreinte == empreinte))
        if row is None:
            row = FichierRow(
                id=new_id(),
                empreinte=empreinte,
                nom=nom,
                taille=len(octets or b"") if taille is None else taille,
                recu_le=recu_le,
            )
            self._session.add(row)
            if octets is not None and self._session.get(ContenuRow, empreinte) is None:
                self._session.add(ContenuRow(empreinte=empreinte, octets=octets))
            self._session.flush()
        return row.id

    def add_importation(
        self,
        proposition: Proposition,
        fichier: str,
        importe_le: dt.datetime,
        accepted: Sequence[Ligne],
    ) -> str:
        """Store the outcome of an import: what was accepted, and what was left; return its id."""
        comptes = proposition.comptes()
        changed = sum(bool(line.ancien) for line in accepted)
        agreed = sum(line.verdict is Verdict.A_CONFIRMER for line in accepted)
        row = ImportationRow(
            fichier_id=fichier,
            retour_id=proposition.retour,
            partenaire_code=proposition.partenaire,
            nom=proposition.fichier,
            importe_le=importe_le,
            enregistre_le=proposition.enregistre_le,
            empreinte_valeurs=proposition.empreinte_valeurs,
            nouveaux=len(accepted) - changed,
            modifies=changed,
            inchanges=comptes[Verdict.INCHANGE],
            rejetes=comptes[Verdict.REJETE],
            a_confirmer=comptes[Verdict.A_CONFIRMER] - agreed,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def add_lines(self, importation: str, lignes: Sequence[Ligne], applied: set[int]) -> None:
        """Keep the lines of the proposition as evidence."""
        # Evidence is not journalled: past the session, which would make an object of each.
        insert_ready(
            self._session.connection(),
            Base.metadata.tables[ImportationLigneRow.__tablename__],
            (
                "importation_id", "rang", "verdict", "appliquee", "objet", "colonne", "lieu",
                "texte", "format", "compris", "ancien", "raison",
            ),
            (
                (
                    importation, rang, str(line.verdict), int(rang in applied), line.objet,
                    line.colonne, line.lieu, line.texte, line.format, line.compris, line.ancien,
                    line.raison,
                )
                for rang, line in enumerate(lignes)
            ),
        )  # fmt: skip

    def importations(self) -> tuple[ImportationSummary, ...]:
        """Return what was imported, newest first."""
        rows = self._session.execute(
            select(ImportationRow, FichierRow.empreinte, ChangementLigneRow.numero)
            .join(FichierRow, FichierRow.id == ImportationRow.fichier_id)
            .outerjoin(
                ChangementLigneRow,
                (ChangementLigneRow.ligne_id == ImportationRow.id)
                & (ChangementLigneRow.table_touchee == ImportationRow.__tablename__)
                & (ChangementLigneRow.operation == "ajout"),
            )
            .order_by(ImportationRow.importe_le.desc(), ImportationRow.id.desc())
        )
        return tuple(
            ImportationSummary(
                row.id, row.nom, empreinte, row.partenaire_code, row.importe_le, numero,
                row.nouveaux, row.modifies, row.inchanges, row.rejetes, row.a_confirmer,
            )
            for row, empreinte, numero in rows
        )  # fmt: skip

    def saved_on(self) -> dict[str, dt.datetime]:
        """Return when the files taken in say that they were saved, by SHA-256."""
        rows = self._session.execute(
            select(FichierRow.empreinte, ImportationRow.enregistre_le)
            .join(FichierRow, FichierRow.id == ImportationRow.fichier_id)
            .where(ImportationRow.enregistre_le.is_not(None))
        )
        return {empreinte: saved for empreinte, saved in rows if saved is not None}

    def values_taken_in(self) -> frozenset[str]:
        """Return the hashes of the values of every file taken in."""
        return frozenset(self._session.scalars(select(ImportationRow.empreinte_valeurs)))

    def changements_of_values(self, empreinte_valeurs: str) -> tuple[int, ...]:
        """Return the changements that imported the very same values, newest first."""
        return tuple(
            self._session.scalars(
                select(ChangementLigneRow.numero)
                .join(ImportationRow, ImportationRow.id == ChangementLigneRow.ligne_id)
                .where(
                    ImportationRow.empreinte_valeurs == empreinte_valeurs,
                    ChangementLigneRow.table_touchee == ImportationRow.__tablename__,
                )
                .order_by(ChangementLigneRow.numero.desc())
            )
        )

    def later_imports(self, numero: int) -> tuple[int, ...]:
        """Return the later changements that imported for the same return or partner."""
        numbers = (
            select(
                ChangementLigneRow.numero, ImportationRow.retour_id, ImportationRow.partenaire_code
            )
            .join(ImportationRow, ImportationRow.id == ChangementLigneRow.ligne_id)
            .where(ChangementLigneRow.table_touchee == ImportationRow.__tablename__)
            .where(ChangementLigneRow.operation == "ajout")
        )
        found = self._session.execute(numbers).all()
        own = {(retour, code) for number, retour, code in found if number == numero}
        return tuple(n for n, retour, code in found if n > numero and (retour, code) in own)

    def _retours(self) -> dict[str, list[RetourSummary]]:
        """Return the returns of each campagne, in order of the names that people read."""
        grouped: dict[str, list[RetourSummary]] = defaultdict(list)
        steps, units = etapes(self._session), PartenaireRepository(self._session).emetteurs()
        heard, undone = entendus(self._session, steps), put_back_by(self._session)
        files, typed = fichiers(self._session, undone), saisis(self._session, undone)
        found = self._session.execute(
            select(RetourRow, PartenaireRow.code, PartenaireRow.nom, CampagneRow.code,
                   CampagneRow.mode)
            .join(PartenaireRow, PartenaireRow.id == RetourRow.partenaire_id)
            .join(CampagneRow, CampagneRow.id == RetourRow.campagne_id)
        )  # fmt: skip
        for row, code, nom, campagne, mode in sorted(found, key=lambda line: natural_key(line.nom)):
            grouped[row.campagne_id].append(
                RetourSummary(
                    row.id, campagne, code, nom, EtatRetour(row.etat), row.etat_le, row.lignes,
                    # Returns older than the steps have the last one alone.
                    tuple(steps[row.id]) or _step_of(row),
                    tuple(LigneDemandee.parse(text) for text in row.demandes),
                    ModeRetour(row.mode or mode), row.mode is not None,
                    tuple(units[row.partenaire_id]), heard.get(row.id, ()), files[row.id],
                    row.id in typed,
                )
            )  # fmt: skip
        return grouped


def _step_of(row: RetourRow) -> tuple[EtapeRetour, ...]:
    return (EtapeRetour(EtatRetour(row.etat), row.etat_le),) if row.etat_le else ()
