"""Conventions keep their signed copies; the office keeps whom it trusts."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "autorite",
        sa.Column("empreinte", sa.String(length=64), nullable=False),
        sa.Column("sujet", sa.String(), nullable=False),
        sa.Column("emise_par", sa.String(), nullable=False),
        sa.Column("debut", sa.DateTime(), nullable=False),
        sa.Column("fin", sa.DateTime(), nullable=False),
        sa.Column("importee_le", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_autorite")),
        sa.UniqueConstraint("empreinte", name=op.f("uq_autorite_empreinte")),
    )
    op.create_table(
        "liste_revocation",
        sa.Column("empreinte", sa.String(length=64), nullable=False),
        sa.Column("emise_par", sa.String(), nullable=False),
        sa.Column("emise_le", sa.DateTime(), nullable=False),
        sa.Column("prochaine", sa.DateTime(), nullable=True),
        sa.Column("nombre", sa.Integer(), nullable=False),
        sa.Column("importee_le", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_liste_revocation")),
        sa.UniqueConstraint("empreinte", name=op.f("uq_liste_revocation_empreinte")),
    )
    op.create_table(
        "exemplaire",
        sa.Column("convention_id", sa.String(length=36), nullable=False),
        sa.Column("fichier_id", sa.String(length=36), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("revisions", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("motifs", sa.JSON(), nullable=False),
        sa.Column("verifie_le", sa.DateTime(), nullable=False),
        sa.Column("complet", sa.Boolean(), nullable=False),
        sa.Column("ecarte_le", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convention_id"],
            ["convention.id"],
            name=op.f("fk_exemplaire_convention_id_convention"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["fichier_id"],
            ["fichier.id"],
            name=op.f("fk_exemplaire_fichier_id_fichier"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exemplaire")),
    )
    op.create_index(op.f("ix_exemplaire_convention_id"), "exemplaire", ["convention_id"])
    op.create_index(op.f("ix_exemplaire_fichier_id"), "exemplaire", ["fichier_id"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("exemplaire")
    op.drop_table("liste_revocation")
    op.drop_table("autorite")
