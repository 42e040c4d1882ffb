"""Data received by mistake can be expunged: who did, when and why is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "expurgation",
        sa.Column("faite_le", sa.DateTime(), nullable=False),
        sa.Column("auteur", sa.String(), nullable=False),
        sa.Column("motif", sa.String(), nullable=False),
        sa.Column("elements", sa.Integer(), nullable=False),
        sa.Column("fichier", sa.String(length=64), nullable=False),
        sa.Column("reste", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expurgation")),
    )
    op.create_index(op.f("ix_expurgation_fichier"), "expurgation", ["fichier"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("expurgation")
