"""One business action, one transaction, one changement."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from sdpd_desktop.domain.errors import ConflictError, DamageError, StorageError
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.persistence.bulk import BulkWriter
from sdpd_desktop.persistence.clotures import ClotureRepository, hold_locks
from sdpd_desktop.persistence.contexte import ContexteRepository, ContexteWriter
from sdpd_desktop.persistence.contributions import ContributionRepository
from sdpd_desktop.persistence.convention_ecriture import ConventionWriter
from sdpd_desktop.persistence.convention_gel import hold_frozen
from sdpd_desktop.persistence.convention_versions import VersionRepository
from sdpd_desktop.persistence.conventions import ConventionRepository
from sdpd_desktop.persistence.engine import WRITING
from sdpd_desktop.persistence.expurgations import ExpurgationRepository, ExpurgationWriter
from sdpd_desktop.persistence.grilles import GrilleRepository
from sdpd_desktop.persistence.importees import ImporteesWriter
from sdpd_desktop.persistence.indicateurs import IndicateurRepository
from sdpd_desktop.persistence.instances import InstanceRepository
from sdpd_desktop.persistence.journal import JournalRepository
from sdpd_desktop.persistence.memoires import MemoireRepository
from sdpd_desktop.persistence.parametres import ParametreRepository
from sdpd_desktop.persistence.partenaires import PartenaireRepository
from sdpd_desktop.persistence.plans import PlanRepository
from sdpd_desktop.persistence.provenances import ProvenanceRepository
from sdpd_desktop.persistence.rapports import RapportRepository
from sdpd_desktop.persistence.recherche import RechercheRepository
from sdpd_desktop.persistence.recorder import Intention, Recorder
from sdpd_desktop.persistence.reference import ReferenceRepository
from sdpd_desktop.persistence.retours import RetourRepository
from sdpd_desktop.persistence.signatures import SignatureRepository


class UnitOfWork:
    """A transaction and the repositories that share it."""

    def __init__(self, session: Session) -> None:
        self.plans = PlanRepository(session)
        self.partenaires = PartenaireRepository(session)
        self.instances = InstanceRepository(session)
        self.indicateurs = IndicateurRepository(session)
        self.clotures = ClotureRepository(session)
        self.grilles = GrilleRepository(session)
        self.contexte = ContexteRepository(session)
        self.retours = RetourRepository(session)
        self.memoires = MemoireRepository(session)
        self.contributions = ContributionRepository(session)
        self.conventions = ConventionRepository(session)
        self.versions = VersionRepository(session)
        self.parametres = ParametreRepository(session)
        self.rapports = RapportRepository(session)
        self.signatures = SignatureRepository(session)
        self.journal = JournalRepository(session)
        self.recherche = RechercheRepository(session)
        self.reference = ReferenceRepository(session)
        self.expurgations = ExpurgationRepository(session)
        self.provenances = ProvenanceRepository(session)


class WritingUnitOfWork(UnitOfWork):
    """A unit of work whose changes are committed, with their changement, by :meth:`commit`."""

    def __init__(self, session: Session, recorder: Recorder) -> None:
        super().__init__(session)
        bulk = BulkWriter(session, recorder)
        self.journal = JournalRepository(session, bulk)
        self.depot = ContexteWriter(session, bulk)
        self.importees = ImporteesWriter(bulk)
        self.expurger = ExpurgationWriter(session)
        self.redaction = ConventionWriter(session, self.conventions)
        self._session = session
        self._recorder = recorder

    def commit(self) -> int | None:
        """Make the changes permanent; return the number of the changement, None if none."""
        self._session.commit()
        return self._recorder.numero


class Database:
    """Gives out units of work on one engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(**{WRITING: True})

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """Yield a unit of work that sees one state of the data and changes nothing."""
        with translated_errors(), Session(self.engine, autoflush=False) as session:
            yield UnitOfWork(session)

    @contextmanager
    def write(
        self,
        auteur: str,
        commande: str,
        instant: dt.datetime,
        source: SourceChangement = SourceChangement.MAIN,
        reference: str = "",
        *,
        annule: int | None = None,
        force: bool = False,
        expurge: str = "",
    ) -> Iterator[WritingUnitOfWork]:
        """Yield a unit of work; leaving it without ``commit`` undoes everything.

        One that expunges a text is let into locked periods, and does not journal the text.
        """
        intention = Intention(auteur, commande, instant, source, reference, annule, force, expurge)
        with translated_errors(), Session(self._writing) as session:
            if source is not SourceChangement.EXPURGATION:
                hold_locks(session)
            recorder = Recorder(session, intention)
            hold_frozen(session, recorder)
            yield WritingUnitOfWork(session, recorder)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn the engine's errors into sentences.

    Raises:
        ConflictError: Another workstation changed or still uses the same rows.
        DamageError: The file is no database, or a damaged one.
        StorageError: The file cannot be read or written.
    """
    try:
        yield
    except StaleDataError as error:
        raise ConflictError(
            "Ces données ont été modifiées entre-temps : rouvrez-les et recommencez.", ()
        ) from error
    except IntegrityError as error:
        raise ConflictError(
            "L'enregistrement est refusé : d'autres données en dépendent ou portent déjà ce nom.",
            (),
        ) from error
    except DBAPIError as error:
        # SQLite gives its plain DatabaseError for « malformed » and « not a database » alone.
        if type(error) is DatabaseError:
            raise DamageError(
                "La base de données est endommagée et ne peut pas être lue ; rien n'a été "
                "modifié. Restaurez la dernière sauvegarde."
            ) from error
        raise StorageError(
            "La base de données est inaccessible, verrouillée ou pleine ; rien n'a été modifié. "
            "Vérifiez la place libre du disque et qu'aucun autre programme ne tient le fichier."
        ) from error
