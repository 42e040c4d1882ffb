"""Stores reference data: the plans, partners, territories and conventions that ship."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.indicateur import Consolidation, EtatValeur, Presence
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.reference import (
    ActionReference,
    ConventionReference,
    IndicateurReference,
    PlanReference,
    ReferenceData,
)
from sdpd_desktop.persistence.base import Entity, new_id
from sdpd_desktop.persistence.convention_rows import (
    AnnexeRow,
    ConventionActionRow,
    ConventionIndicateurRow,
    ConventionRow,
    PartieRow,
    SignataireRow,
)
from sdpd_desktop.persistence.indicateur_rows import CibleRow, IndicateurRow, ObservationRow
from sdpd_desktop.persistence.indicateurs import operande_rows
from sdpd_desktop.persistence.parametre_rows import ConservationRow
from sdpd_desktop.persistence.partenaire_rows import (
    InclusionRow,
    InstanceRow,
    MembreRow,
    PartenaireRow,
    SuccessionRow,
    TerritoireRow,
)
from sdpd_desktop.persistence.plan_rows import (
    ActionRow,
    AxeRow,
    EngagementRow,
    FinancementRow,
    MesureRow,
    ObjectifRow,
    PlanRow,
    RemarqueRow,
)
from sdpd_desktop.persistence.rapport_rows import DocumentSourceRow

_Coded = TypeVar("_Coded", TerritoireRow, PartenaireRow)


class ReferenceRepository:
    """Adds what a plan needs and the database does not hold yet."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._territoires: dict[str, str] = {}
        self._partenaires: dict[str, str] = {}
        self._plans: dict[str, str] = {}

    def installed(self) -> tuple[str, ...]:
        """Return the codes of the plans the database holds."""
        return tuple(self._session.scalars(select(PlanRow.code).order_by(PlanRow.tri)))

    def install(self, data: ReferenceData, codes: Iterable[str], on: dt.datetime) -> None:
        """Store the named plans, their conventions, and the directory they rely on."""
        self._directory(data)
        self._sources(data)
        self._plans = dict(self._session.execute(select(PlanRow.code, PlanRow.id)).all())
        wanted = set(codes)
        for plan in data.plans:
            if plan.code in wanted:
                _PlanInstaller(self._session, self._territoires, self._partenaires, plan, on).run()
                self._plans[plan.code] = self._session.scalars(
                    select(PlanRow.id).where(PlanRow.code == plan.code)
                ).one()
        self._session.flush()
        known = dict(self._session.execute(select(ConventionRow.code, ConventionRow.id)).all())
        for convention in data.conventions:
            if convention.plan in wanted:
                self._convention(convention)
            elif convention.code in known:
                self._links(known[convention.code], convention)
        self._instances(data)
        self._session.flush()

    def _sources(self, data: ReferenceData) -> None:
        known = set(self._session.scalars(select(DocumentSourceRow.code)))
        for source in data.sources:
            if source.code not in known:
                self._session.add(
                    DocumentSourceRow(
                        code=source.code, titre=source.titre, date=source.date,
                        periode=source.periode,
                    )
                )  # fmt: skip

    def _directory(self, data: ReferenceData) -> None:
        self._territoires = self._codes(TerritoireRow)
        for territoire in data.territoires:
            if territoire.code in self._territoires:
                continue
            row = TerritoireRow(
                id=new_id(), code=territoire.code, nom=territoire.nom,
                nature=territoire.nature.value, insee=territoire.insee,
                population=territoire.population, source=territoire.source,
                perimetre_depuis=territoire.perimetre_depuis,
                zones_depuis=territoire.zones_depuis,
            )  # fmt: skip
            self._session.add(row)
            self._territoires[row.code] = row.id
            for outer in territoire.dans:
                self._session.add(InclusionRow(territoire_id=row.id, dans_id=outer))
            _remarks(self._session, row, None, row.code, territoire.remarques, territoire.source)
        for new in list(self._session.new):
            if isinstance(new, InclusionRow):
                new.dans_id = self._territoires[new.dans_id]
        self._partners(data)
        known = set(self._session.scalars(select(ConservationRow.code)))
        for conservation in data.conservation:
            if conservation.nature.value not in known:
                self._session.add(
                    ConservationRow(
                        code=conservation.nature.value,
                        duree_mois=conservation.duree_mois,
                        point_de_depart=conservation.point_de_depart,
                        fondement=conservation.fondement,
                    )
                )
        self._session.flush()

    def _partners(self, data: ReferenceData) -> None:
        self._partenaires = self._codes(PartenaireRow)
        added = [p for p in data.partenaires if p.code not in self._partenaires]
        rows = {}
        for partenaire in added:
            row = PartenaireRow(
                id=new_id(), code=partenaire.code, nom=partenaire.nom, sigle=partenaire.sigle,
                nature=partenaire.nature.value,
                zone=partenaire.zone.value if partenaire.zone else None,
                territoire_id=self._territoires.get(partenaire.territoire),
                collectif=partenaire.collectif, depuis=partenaire.depuis,
                jusqu_au=partenaire.jusqu_au, alias=partenaire.alias, contact="",
                source=partenaire.source,
            )  # fmt: skip
            self._session.add(row)
            rows[row.code] = row
            self._partenaires[row.code] = row.id
            _remarks(self._session, row, None, row.code, partenaire.remarques, partenaire.source)
        for partenaire in added:
            row = rows[partenaire.code]
            row.relais_id = self._partenaires.get(partenaire.relais)
            for rang, membre in enumerate(partenaire.membres, start=1):
                self._session.add(
                    MembreRow(
                        collectif_id=row.id, partenaire_id=self._partenaires[membre], rang=rang
                    )
                )
        for succession in data.successions:
            if succession.ancien not in rows:
                continue
            for nouveau in succession.nouveau:
                self._session.add(
                    SuccessionRow(
                        ancien_id=self._partenaires[succession.ancien],
                        nouveau_id=self._partenaires[nouveau],
                        le=succession.le,
                        remarque=succession.remarque,
                    )
                )

    def _instances(self, data: ReferenceData) -> None:
        known = set(self._session.scalars(select(InstanceRow.code)))
        for instance in data.instances:
            if instance.code in known or (instance.plan and instance.plan not in self._plans):
                continue
            row = InstanceRow(
                id=new_id(), code=instance.code, nom=instance.nom, nature=instance.nature.value,
                plan_id=self._plans.get(instance.plan),
                territoire_id=self._territoires.get(instance.territoire),
                presidence=instance.presidence, periodicite=instance.periodicite,
                source=instance.source,
            )  # fmt: skip
            self._session.add(row)
            _remarks(self._session, row, row.plan_id, row.code, instance.remarques, instance.source)

    def _convention(self, convention: ConventionReference) -> None:
        plan_id = self._plans[convention.plan]
        row = ConventionRow(
            id=new_id(), code=convention.code, nature=convention.nature.value,
            titre=convention.titre, plan_id=plan_id, objet_convention=convention.objet,
            champs=convention.champs, territoire_id=self._territoires.get(convention.territoire),
            etat=convention.etat.value, etat_le=None, presidence=convention.presidence,
            publiee=convention.publiee, signature_lieu=convention.lieu,
            signature_prevue=convention.signature_prevue,
            source=_source(convention.source, convention.ligne),
        )  # fmt: skip
        self._session.add(row)
        parties = {}
        for partie in convention.parties:
            parties[partie.rang] = new_id()
            self._session.add(
                PartieRow(
                    id=parties[partie.rang], convention_id=row.id, rang=partie.rang,
                    institution=partie.institution,
                    partenaire_id=self._partenaires.get(partie.partenaire),
                )
            )  # fmt: skip
        for signataire in convention.signataires:
            self._session.add(
                SignataireRow(
                    partie_id=parties[signataire.partie], rang=signataire.rang,
                    nom=signataire.nom, qualite=signataire.qualite, genre=signataire.genre.value,
                    copreside=signataire.copreside,
                )
            )  # fmt: skip
        for annexe in convention.annexes:
            self._session.add(
                AnnexeRow(
                    convention_id=row.id, numero=annexe.numero, titre=annexe.titre,
                    contenu=annexe.contenu.value,
                )
            )  # fmt: skip
        self._links(row.id, convention)
        _remarks(self._session, row, plan_id, row.code, convention.remarques, row.source)

    def _links(self, convention_id: str, convention: ConventionReference) -> None:
        # A convention may name objects of a plan the office did not install: linked when it is.
        for link, key, table, liens in (
            (ConventionActionRow, "action_id", ActionRow, convention.actions_liees),
            (ConventionIndicateurRow, "indicateur_id", IndicateurRow, convention.indicateurs_lies),
        ):
            there = set(
                self._session.scalars(
                    select(getattr(link, key)).where(link.convention_id == convention_id)
                )
            )
            for lien in liens:
                plan_id = self._plans.get(lien.plan)
                found = self._session.scalar(
                    select(table.id).where(table.plan_id == plan_id, table.code == lien.code)
                )
                if found and found not in there:
                    self._session.add(link(convention_id=convention_id, **{key: found}))

    def _codes(self, table: type[_Coded]) -> dict[str, str]:
        return dict(self._session.execute(select(table.code, table.id)).all())


class _PlanInstaller:
    """Adds the rows of one plan."""

    def __init__(
        self,
        session: Session,
        territoires: dict[str, str],
        partenaires: dict[str, str],
        plan: PlanReference,
        on: dt.datetime,
    ) -> None:
        self._session = session
        self._territoires = territoires
        self._partenaires = partenaires
        self._plan = plan
        self._on = on
        self._id = new_id()
        self._axes: dict[str, str] = {}
        self._objectifs: dict[str, str] = {}
        self._actions: dict[str, str] = {}
        self._indicateurs: dict[str, str] = {}

    def run(self) -> None:
        """Add everything, parents first."""
        plan = self._plan
        row = PlanRow(
            id=self._id, code=plan.code, type=plan.type, titre=plan.titre,
            departement=plan.departement, territoire_id=self._territoires[plan.territoire],
            debut=plan.debut, fin=plan.fin, source=plan.source,
        )  # fmt: skip
        self._add(row, plan.code, plan.remarques, plan.source)
        for axe in plan.axes:
            self._axes[axe.code] = new_id()
            axe_row = AxeRow(
                id=self._axes[axe.code], plan_id=self._id, code=axe.code, titre=axe.titre,
                source=self._line(axe.ligne),
            )  # fmt: skip
            self._add(axe_row, axe.code, axe.remarques, axe_row.source)
        for objectif in plan.objectifs:
            self._objectifs[objectif.code] = new_id()
            objectif_row = ObjectifRow(
                id=self._objectifs[objectif.code], plan_id=self._id,
                axe_id=self._axes[objectif.axe], code=objectif.code, titre=objectif.titre,
                section=objectif.section, source=self._line(objectif.ligne),
            )  # fmt: skip
            self._add(objectif_row, objectif.code, objectif.remarques, objectif_row.source)
        for action in plan.actions:
            self._action(action)
        self._indicateurs = {indicateur.code: new_id() for indicateur in plan.indicateurs}
        for indicateur in plan.indicateurs:
            self._indicateur(indicateur)
        for rang, financement in enumerate(plan.financements, start=1):
            self._session.add(
                FinancementRow(
                    plan_id=self._id, action_id=self._actions.get(financement.objet), rang=rang,
                    source_fonds=financement.source.value, annee=financement.annee,
                    annee_fin=financement.annee_fin, prevu=financement.prevu, engage=None,
                    paye=None, remarque=financement.remarque,
                    source=self._line(financement.ligne),
                )
            )  # fmt: skip

    def _action(self, action: ActionReference) -> None:
        self._actions[action.code] = new_id()
        row = ActionRow(
            id=self._actions[action.code], plan_id=self._id,
            objectif_id=self._objectifs[action.objectif], code=action.code, titre=action.titre,
            statut=Statut.A_VENIR.value, echeance=action.echeance,
            echeance_interpretee=action.interpretee, note="", meteo_commentaire="",
            source=self._line(action.ligne),
        )  # fmt: skip
        self._add(row, action.code, action.remarques, row.source)
        for mesure in action.mesures:
            code = f"{action.code}.{mesure.code}"
            mesure_row = MesureRow(
                id=new_id(), plan_id=self._id, action_id=row.id, code=code, titre=mesure.titre,
                statut=Statut.A_VENIR.value, echeance=mesure.echeance,
                echeance_interpretee=mesure.interpretee, note="", reference=mesure.reference,
                source=self._line(mesure.ligne),
            )  # fmt: skip
            self._add(mesure_row, code, mesure.remarques, mesure_row.source)
        for rang, engagement in enumerate(action.engagements, start=1):
            self._session.add(
                EngagementRow(
                    action_id=row.id, partenaire_id=self._partenaires[engagement.partenaire],
                    rang=rang, role=engagement.role.value, precision=engagement.precision,
                )
            )  # fmt: skip

    def _indicateur(self, indicateur: IndicateurReference) -> None:
        depart = indicateur.depart
        row = IndicateurRow(
            id=self._indicateurs[indicateur.code], plan_id=self._id, parent=indicateur.parent,
            action_id=self._actions.get(indicateur.parent), code=indicateur.code,
            reference=indicateur.reference, titre=indicateur.titre,
            nature=indicateur.nature.value, sens=indicateur.sens.value,
            grandeur=indicateur.grandeur.value, periodicite=indicateur.periodicite.value,
            unite=indicateur.unite, decimales=indicateur.decimales, minimum=indicateur.minimum,
            maximum=indicateur.maximum, numerateur=indicateur.numerateur,
            denominateur=indicateur.denominateur, depart_valeur=depart.valeur,
            depart_borne=depart.borne.value, depart_date=depart.date,
            depart_periode=depart.periode, depart_texte=depart.texte, sites=indicateur.sites,
            fournisseur_id=self._partenaires.get(indicateur.fournisseur),
            communicable=indicateur.communicable, source=self._line(indicateur.ligne),
            methode=indicateur.methode, delai_jours=indicateur.delai_jours,
            seuil_variation=indicateur.seuil_variation,
            definition_depuis=indicateur.definition_depuis, produit=indicateur.produit,
            territoires=indicateur.territoires,
            operation=indicateur.formule.operation.value if indicateur.formule else None,
        )  # fmt: skip
        self._session.add_all(
            operande_rows(row.id, indicateur.formule, self._indicateurs, self._territoires)
        )
        self._add(row, indicateur.code, indicateur.remarques, row.source)
        for rang, cible in enumerate(indicateur.cibles, start=1):
            self._session.add(
                CibleRow(
                    indicateur_id=row.id, rang=rang, valeur=cible.valeur,
                    echeance=cible.echeance, echeance_interpretee=cible.interpretee,
                    debut=cible.debut, reference=cible.reference,
                )
            )  # fmt: skip
        for valeur in indicateur.valeurs:
            periode = parse_periode(valeur.periode)
            self._session.add(
                ObservationRow(
                    indicateur_id=row.id, periode=periode.code, debut=periode.debut,
                    fin=periode.fin, territoire_id=self._territoires[self._plan.territoire],
                    zone=Zone.ENSEMBLE.value, presence=Presence.VALEUR.value,
                    borne=valeur.borne.value, valeur=valeur.valeur,
                    consolidation=Consolidation.CONSOLIDE.value, commentaire="", courante=True,
                    etat=EtatValeur.SOURCE.value, etat_motif="", auteur="", saisi_le=self._on,
                    origine=row.source, feuille="", cellule="", texte=str(valeur.valeur),
                    libelle_journal=f"{indicateur.reference or indicateur.code} · {periode.code}",
                )
            )  # fmt: skip

    def _add(self, row: Entity, code: str, remarques: tuple[str, ...], source: str) -> None:
        self._session.add(row)
        _remarks(self._session, row, self._id, code, remarques, source)

    def _line(self, ligne: int) -> str:
        return _source(self._plan.source, ligne)


def _source(document: str, ligne: int) -> str:
    return f"{document} l. {ligne}"


def _remarks(
    session: Session,
    row: Entity,
    plan_id: str | None,
    code: str,
    remarques: tuple[str, ...],
    source: str,
) -> None:
    for rang, texte in enumerate(remarques, start=1):
        session.add(
            RemarqueRow(
                plan_id=plan_id, objet_table=row.__tablename__, objet_id=row.id,
                objet_code=code, rang=rang, texte=texte, source=source,
            )
        )  # fmt: skip
