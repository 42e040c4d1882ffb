"""The steps of a return name the unit that answered, even when it gave no value."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.add_column("etape_retour", sa.Column("emetteur", sa.String(length=120), nullable=True))


def downgrade() -> None:
    """Bring the schema back to the revision before."""
    op.drop_column("etape_retour", "emetteur")
