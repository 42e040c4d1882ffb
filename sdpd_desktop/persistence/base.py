"""What every table has: named constraints, a UUIDv7 key, a version, sort and search keys."""

from typing import Any

from sqlalchemy import ForeignKey, MetaData, String, event
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from uuid_utils import uuid7

from sdpd_desktop.domain.texte import natural_key, search_key


def new_id() -> str:
    """Return a fresh UUIDv7 as text: rows made on two machines can meet, in order of creation."""
    return str(uuid7())


def points_to(column: str) -> ForeignKey:
    """Return a foreign key checked at commit: rows of one transaction come in any order."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


class Base(DeclarativeBase):
    """Names every constraint, so that migrations can drop them and errors be recognised."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Entity(Base):
    """A row of the field's data: journalled, versioned, with a key made anywhere.

    Attributes:
        undoable: False for rows that stay as evidence when their changement is put back.
    """

    __abstract__ = True
    undoable = True

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column()

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 (SQLAlchemy's own signature)
        return {"version_id_col": cls.version}

    @property
    def objet(self) -> str:
        """Return the name a person gives the row; the journal keeps it beside each change."""
        return str(getattr(self, "code", "") or getattr(self, "titre", "") or self.id)


class Sorted:
    """Keeps ``tri``, under which the code sorts naturally on every engine."""

    code: Mapped[str]
    tri: Mapped[str] = mapped_column(String(200), index=True)


class Searchable:
    """Keeps ``recherche``: what a search looks through, without accents or case."""

    recherche: Mapped[str] = mapped_column(default="")

    def searched(self) -> tuple[str, ...]:
        """Return the texts that a search must find."""
        raise NotImplementedError


@event.listens_for(Sorted, "before_insert", propagate=True)
@event.listens_for(Sorted, "before_update", propagate=True)
def _keep_sort_key(_mapper: object, _connection: object, row: Sorted) -> None:
    row.tri = natural_key(row.code)


@event.listens_for(Searchable, "before_insert", propagate=True)
@event.listens_for(Searchable, "before_update", propagate=True)
def _keep_search_key(_mapper: object, _connection: object, row: Searchable) -> None:
    row.recherche = search_key(" ".join(row.searched()))
