"""Reports keep what people write, a register of what was issued, and the documents they quote."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "document_source",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_source")),
        sa.UniqueConstraint("code", name=op.f("uq_document_source_code")),
    )
    op.create_index(op.f("ix_document_source_tri"), "document_source", ["tri"])
    op.create_table(
        "narratif",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("periode", sa.String(length=10), nullable=False),
        sa.Column("section", sa.String(length=20), nullable=False),
        sa.Column("texte", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_narratif_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_narratif")),
        sa.UniqueConstraint(
            "plan_id", "periode", "section", name=op.f("uq_narratif_plan_id_periode_section")
        ),
    )
    op.create_index(op.f("ix_narratif_plan_id"), "narratif", ["plan_id"])
    op.create_table(
        "rapport_emis",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("periode", sa.String(length=10), nullable=False),
        sa.Column("objet_code", sa.String(length=60), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("numero", sa.Integer(), nullable=False),
        sa.Column("emis_le", sa.DateTime(), nullable=False),
        sa.Column("destinataire", sa.String(), nullable=False),
        sa.Column("auteur", sa.String(), nullable=False),
        sa.Column("diffusion", sa.String(length=20), nullable=False),
        sa.Column("format", sa.String(length=10), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("fichier_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fichier_id"],
            ["fichier.id"],
            name=op.f("fk_rapport_emis_fichier_id_fichier"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_rapport_emis_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rapport_emis")),
        sa.UniqueConstraint(
            "plan_id",
            "type",
            "periode",
            "objet_code",
            "numero",
            name=op.f("uq_rapport_emis_plan_id_type_periode_objet_code_numero"),
        ),
    )
    op.create_index(op.f("ix_rapport_emis_fichier_id"), "rapport_emis", ["fichier_id"])
    op.create_index(op.f("ix_rapport_emis_plan_id"), "rapport_emis", ["plan_id"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("rapport_emis")
    op.drop_table("narratif")
    op.drop_table("document_source")
