"""Conventions are drawn up, filed and frozen: articles, mandates, pieces, versions, templates."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _text(name: str, length: int | None = None) -> sa.Column:
    return sa.Column(name, sa.String(length), server_default=sa.text("''"), nullable=False)


def _number(name: str, default: str = "0", kind: type = sa.Integer) -> sa.Column:
    return sa.Column(name, kind(), server_default=default, nullable=False)


def _added() -> dict[str, tuple[sa.Column, ...]]:
    return {
        "convention": (
            _text("nature_libre"),
            _text("periodicite"),
            _text("confidentialite"),
            _text("raa"),
            _number("exemplaires"),
            _number("paraphe", "0", sa.Boolean),
            sa.Column("visas", sa.JSON(), server_default="[]", nullable=False),
            sa.Column("avis", sa.JSON(), server_default="[]", nullable=False),
            _number("duree_mois"),
            _number("tacite", "0", sa.Boolean),
            _text("signee_par"),
            sa.Column("denoncee_le", sa.Date(), nullable=True),
            sa.Column("denonciation_effet", sa.Date(), nullable=True),
            _text("denonciation_motif"),
        ),
        "signataire": (
            _number("copreside", "0", sa.Boolean),
            _text("mandat_mode", 20),
            _text("mandat_nom"),
            _text("mandat_qualite"),
            _text("mandat_genre", 1),
            _text("mandat_acte"),
        ),
        "annexe": (
            _number("integrante", "1", sa.Boolean),
            _text("empreinte", 64),
            _text("fichier_nom"),
            _number("pages"),
        ),
    }


def _table(name: str, parents: tuple[str, ...], unique: str, *columns: sa.Column) -> None:
    """Create a table whose rows belong to a convention, and maybe to a kept file."""
    keys = [f"{parent}_id" for parent in parents]
    op.create_table(
        name,
        *(sa.Column(key, sa.String(length=36), nullable=False) for key in keys),
        *columns,
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [f"{parent}_id"],
                [f"{parent}.id"],
                name=op.f(f"fk_{name}_{parent}_id_{parent}"),
                initially="DEFERRED",
                deferrable=True,
            )
            for parent in parents
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *(
            [
                sa.UniqueConstraint(
                    "convention_id", unique, name=op.f(f"uq_{name}_convention_id_{unique}")
                )
            ]
            if unique
            else []
        ),
    )
    for key in keys:
        op.create_index(op.f(f"ix_{name}_{key}"), name, [key])


def upgrade() -> None:
    """Bring the schema to this revision."""
    # Columns are added and dropped in place: rebuilding the tables would not give the same text.
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    _table(
        "article",
        ("convention",),
        "rang",
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _table(
        "composition",
        ("convention",),
        "rang",
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("fonction", sa.String(), nullable=False),
        sa.Column("organisme", sa.String(), nullable=False),
        sa.Column("permanent", sa.Boolean(), nullable=False),
    )
    _table(
        "piece",
        ("convention", "fichier"),
        "",
        sa.Column("nature", sa.String(length=20), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("deposee_le", sa.DateTime(), nullable=False),
        sa.Column("auteur", sa.String(), nullable=False),
        sa.Column("commentaire", sa.String(), nullable=False),
    )
    _table(
        "version_convention",
        ("convention", "fichier"),
        "numero",
        sa.Column("numero", sa.Integer(), nullable=False),
        sa.Column("figee_le", sa.DateTime(), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("contenu", sa.Text(), nullable=False),
    )
    op.create_table(
        "modele_convention",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("libelle", sa.String(), nullable=False),
        sa.Column("contenu", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_modele_convention")),
        sa.UniqueConstraint("code", name=op.f("uq_modele_convention_code")),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    for table in ("modele_convention", "version_convention", "piece", "composition", "article"):
        op.drop_table(table)
    for table, columns in _added().items():
        for column in reversed(columns):
            op.drop_column(table, column.name)
