"""Two indexes of values cost each import more than they save.

Few values supersede another, and which campagne a value came by is never looked up.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.drop_index("ix_observation_campagne_id", "observation")
    op.drop_index("ix_observation_remplace_id", "observation")
    op.create_index(
        "ix_observation_remplace_id",
        "observation",
        ["remplace_id"],
        sqlite_where=sa.text("remplace_id IS NOT NULL"),
    )


def downgrade() -> None:
    """Bring the schema back to the revision before."""
    op.drop_index("ix_observation_remplace_id", "observation")
    op.create_index("ix_observation_remplace_id", "observation", ["remplace_id"])
    op.create_index("ix_observation_campagne_id", "observation", ["campagne_id"])
