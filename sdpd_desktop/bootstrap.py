"""Builds the services; imports persistence only when asked, to keep the window's start light."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.clock import Clock, SystemClock
from sdpd_desktop.domain.errors import StorageError, reason

if TYPE_CHECKING:
    from sdpd_desktop.services.avenants import AvenantService
    from sdpd_desktop.services.campagnes import CampagneService
    from sdpd_desktop.services.clotures import ClotureService
    from sdpd_desktop.services.comparaisons import ComparaisonService
    from sdpd_desktop.services.confiance import ConfianceService
    from sdpd_desktop.services.contributions import ContributionService
    from sdpd_desktop.services.conventions import ConventionService
    from sdpd_desktop.services.demonstration import DemonstrationService
    from sdpd_desktop.services.expurgations import ExpurgationService
    from sdpd_desktop.services.grilles import GrilleService
    from sdpd_desktop.services.importations import ImportationService
    from sdpd_desktop.services.indicateurs import IndicateurService
    from sdpd_desktop.services.instances import InstanceService
    from sdpd_desktop.services.journal import JournalService
    from sdpd_desktop.services.liasses import LiasseService
    from sdpd_desktop.services.memoires import MemoireService
    from sdpd_desktop.services.parametres import ParametresService
    from sdpd_desktop.services.partenaires import PartenaireService
    from sdpd_desktop.services.pieces import PieceService
    from sdpd_desktop.services.plans import PlanService
    from sdpd_desktop.services.provenances import ProvenanceService
    from sdpd_desktop.services.rapports import RapportService
    from sdpd_desktop.services.receptions import ReceptionService
    from sdpd_desktop.services.recherche import RechercheService
    from sdpd_desktop.services.redactions import RedactionService
    from sdpd_desktop.services.reference import ReferenceService
    from sdpd_desktop.services.relances import RelanceService
    from sdpd_desktop.services.sauvegardes import SauvegardeService
    from sdpd_desktop.services.signatures import SignatureService
    from sdpd_desktop.services.ssmsi import SsmsiService
    from sdpd_desktop.services.tableau_de_bord import TableauDeBordService
    from sdpd_desktop.services.transmissions import TransmissionService

DATABASE_NAME = "sdpd.sqlite3"


@dataclass(frozen=True)
class Services:
    """What a window or a command may ask for.

    Attributes:
        data: The data folder.
    """

    plans: "PlanService"
    indicateurs: "IndicateurService"
    grilles: "GrilleService"
    clotures: "ClotureService"
    comparaisons: "ComparaisonService"
    partenaires: "PartenaireService"
    instances: "InstanceService"
    campagnes: "CampagneService"
    contributions: "ContributionService"
    transmissions: "TransmissionService"
    relances: "RelanceService"
    importations: "ImportationService"
    receptions: "ReceptionService"
    memoires: "MemoireService"
    ssmsi: "SsmsiService"
    conventions: "ConventionService"
    signatures: "SignatureService"
    confiance: "ConfianceService"
    redactions: "RedactionService"
    pieces: "PieceService"
    liasses: "LiasseService"
    avenants: "AvenantService"
    rapports: "RapportService"
    journal: "JournalService"
    sauvegardes: "SauvegardeService"
    expurgations: "ExpurgationService"
    provenances: "ProvenanceService"
    parametres: "ParametresService"
    recherche: "RechercheService"
    tableau_de_bord: "TableauDeBordService"
    reference: "ReferenceService"
    demonstration: "DemonstrationService"
    clock: Clock
    data: Path
    _dispose: Callable[[], None]

    def close(self) -> None:
        """Stop the reading processes and let go of the database file."""
        self.receptions.close()
        self.provenances.close()
        self._dispose()


def default_data_folder() -> Path:
    """Return the user's data folder for this application."""
    from platformdirs import user_data_path

    return user_data_path("sdpd-desktop", appauthor=False)


def database_path(data: Path) -> Path:
    """Return where the database of a data folder is."""
    return data / DATABASE_NAME


def build_services(
    data: Path,
    announce: Callable[[Change], None] = lambda _change: None,
    clock: Clock | None = None,
) -> Services:
    """Open the database of a data folder, creating or migrating it, and wire the services.

    Raises:
        StorageError: The folder cannot be used, or a newer version wrote the database.
    """
    from sdpd_desktop.persistence.engine import open_engine
    from sdpd_desktop.persistence.migrate import upgrade
    from sdpd_desktop.persistence.unit_of_work import Database, translated_errors
    from sdpd_desktop.services.avenants import AvenantService
    from sdpd_desktop.services.base import Ground
    from sdpd_desktop.services.campagnes import CampagneService
    from sdpd_desktop.services.clotures import ClotureService
    from sdpd_desktop.services.comparaisons import ComparaisonService
    from sdpd_desktop.services.confiance import ConfianceService
    from sdpd_desktop.services.contributions import ContributionService
    from sdpd_desktop.services.conventions import ConventionService
    from sdpd_desktop.services.demonstration import DemonstrationService
    from sdpd_desktop.services.expurgations import ExpurgationService
    from sdpd_desktop.services.grilles import GrilleService
    from sdpd_desktop.services.importations import ImportationService
    from sdpd_desktop.services.indicateurs import IndicateurService
    from sdpd_desktop.services.instances import InstanceService
    from sdpd_desktop.services.journal import JournalService
    from sdpd_desktop.services.liasses import LiasseService
    from sdpd_desktop.services.memoires import MemoireService
    from sdpd_desktop.services.parametres import ParametresService
    from sdpd_desktop.services.partenaires import PartenaireService
    from sdpd_desktop.services.pieces import PieceService
    from sdpd_desktop.services.plans import PlanService
    from sdpd_desktop.services.provenances import ProvenanceService
    from sdpd_desktop.services.rapports import RapportService
    from sdpd_desktop.services.receptions import ReceptionService
    from sdpd_desktop.services.recherche import RechercheService
    from sdpd_desktop.services.redactions import RedactionService
    from sdpd_desktop.services.reference import ReferenceService
    from sdpd_desktop.services.relances import RelanceService
    from sdpd_desktop.services.sauvegardes import SauvegardeService
    from sdpd_desktop.services.signatures import SignatureService
    from sdpd_desktop.services.ssmsi import SsmsiService
    from sdpd_desktop.services.tableau_de_bord import TableauDeBordService
    from sdpd_desktop.services.transmissions import TransmissionService

    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"Impossible de créer le dossier de données {data} ({reason(error)})."
        ) from error
    path = database_path(data)
    with translated_errors():
        upgrade(path)
    engine = open_engine(path)
    when = clock or SystemClock()
    ground = Ground(Database(engine), when, announce)
    campagnes = CampagneService(ground)
    plans, indicateurs = PlanService(ground), IndicateurService(ground)
    receptions = ReceptionService(ground)
    importations = ImportationService(ground, campagnes, receptions)
    conventions, pieces = ConventionService(ground), PieceService(ground)
    rapports = RapportService(ground)
    journal, parametres = JournalService(ground), ParametresService(ground)
    reference = ReferenceService(ground)
    return Services(
        plans=plans,
        indicateurs=indicateurs,
        grilles=GrilleService(ground),
        clotures=ClotureService(ground),
        comparaisons=ComparaisonService(ground),
        partenaires=PartenaireService(ground),
        instances=InstanceService(ground),
        campagnes=campagnes,
        contributions=ContributionService(ground),
        transmissions=TransmissionService(ground, campagnes),
        relances=RelanceService(ground, campagnes),
        importations=importations,
        receptions=receptions,
        memoires=MemoireService(ground),
        ssmsi=SsmsiService(ground),
        conventions=conventions,
        signatures=SignatureService(ground, conventions, pieces),
        confiance=ConfianceService(ground),
        redactions=RedactionService(ground),
        pieces=pieces,
        liasses=LiasseService(conventions, pieces),
        avenants=AvenantService(ground),
        rapports=rapports,
        journal=journal,
        sauvegardes=SauvegardeService(ground, path),
        expurgations=ExpurgationService(ground, path),
        provenances=ProvenanceService(ground),
        parametres=parametres,
        recherche=RechercheService(ground),
        tableau_de_bord=TableauDeBordService(ground),
        reference=reference,
        demonstration=DemonstrationService(
            reference,
            plans,
            indicateurs,
            campagnes,
            importations,
            conventions,
            rapports,
            journal,
            parametres,
        ),
        clock=when,
        data=data,
        _dispose=engine.dispose,
    )
