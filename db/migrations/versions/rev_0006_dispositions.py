"""Partners have dated names, layouts of their own and words; an import keeps its file's date."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _of_partner(table: str, *columns: sa.Column[object], unique: tuple[str, ...] = ()) -> None:
    """Create a table whose rows belong to a partner."""
    keys = [sa.UniqueConstraint(*unique, name=op.f(f"uq_{table}_{'_'.join(unique)}"))]
    op.create_table(
        table,
        sa.Column("partenaire_id", sa.String(length=36), nullable=False),
        *columns,
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partenaire_id"],
            ["partenaire.id"],
            name=op.f(f"fk_{table}_partenaire_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        *(keys if unique else ()),
    )
    op.create_index(op.f(f"ix_{table}_partenaire_id"), table, ["partenaire_id"])


def upgrade() -> None:
    """Bring the schema to this revision."""
    _of_partner(
        "alias",
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("depuis", sa.Date(), nullable=True),
        sa.Column("jusqu_au", sa.Date(), nullable=True),
    )
    _of_partner(
        "disposition",
        sa.Column("cle", sa.String(), nullable=False),
        sa.Column("feuille", sa.String(), nullable=False),
        sa.Column("colonnes", sa.JSON(), nullable=False),
        sa.Column("confirmee_le", sa.Date(), nullable=False),
        unique=("partenaire_id", "cle"),
    )
    _of_partner(
        "terme",
        sa.Column("nature", sa.String(length=20), nullable=False),
        sa.Column("terme", sa.String(), nullable=False),
        sa.Column("sens", sa.String(), nullable=False),
        sa.Column("convenu_le", sa.Date(), nullable=False),
        unique=("partenaire_id", "nature", "terme"),
    )
    op.add_column("importation", sa.Column("enregistre_le", sa.DateTime(), nullable=True))


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_column("importation", "enregistre_le")
    for table in ("terme", "disposition", "alias"):
        op.drop_table(table)
