"""Indicators gain a method, a delay, a threshold and formulas; periods can be locked."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _indicateur() -> tuple[sa.Column, ...]:
    return (
        sa.Column("methode", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("delai_jours", sa.Integer(), server_default="0", nullable=False),
        sa.Column("seuil_variation", sa.String(length=40), nullable=True),
        sa.Column("definition_depuis", sa.Date(), nullable=True),
        sa.Column("produit", sa.String(length=60), server_default=sa.text("''"), nullable=False),
        sa.Column("territoires", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("operation", sa.String(length=20), nullable=True),
    )


def _territoire() -> tuple[sa.Column, ...]:
    return (
        sa.Column("perimetre_depuis", sa.Date(), nullable=True),
        sa.Column("zones_depuis", sa.Date(), nullable=True),
    )


def upgrade() -> None:
    """Bring the schema to this revision."""
    # Columns are added and dropped in place: rebuilding the tables would not give the same text.
    for column in _indicateur():
        op.add_column("indicateur", column)
    for column in _territoire():
        op.add_column("territoire", column)
    op.create_table(
        "operande",
        sa.Column("indicateur_id", sa.String(length=36), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("operande_id", sa.String(length=36), nullable=False),
        sa.Column("territoire_id", sa.String(length=36), nullable=True),
        sa.Column("zone", sa.String(length=20), nullable=True),
        sa.Column("decalage", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicateur_id"],
            ["indicateur.id"],
            name=op.f("fk_operande_indicateur_id_indicateur"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["operande_id"],
            ["indicateur.id"],
            name=op.f("fk_operande_operande_id_indicateur"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["territoire_id"],
            ["territoire.id"],
            name=op.f("fk_operande_territoire_id_territoire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operande")),
        sa.UniqueConstraint("indicateur_id", "rang", name=op.f("uq_operande_indicateur_id_rang")),
    )
    for column_name in ("indicateur_id", "operande_id", "territoire_id"):
        op.create_index(op.f(f"ix_operande_{column_name}"), "operande", [column_name])
    op.create_table(
        "cloture",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("periode", sa.String(length=10), nullable=False),
        sa.Column("debut", sa.Date(), nullable=False),
        sa.Column("fin", sa.Date(), nullable=False),
        sa.Column("en_vigueur", sa.Boolean(), nullable=False),
        sa.Column("close_le", sa.Date(), nullable=False),
        sa.Column("auteur", sa.String(), nullable=False),
        sa.Column("rouverte_le", sa.Date(), nullable=True),
        sa.Column("rouverte_par", sa.String(), nullable=False),
        sa.Column("motif", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_cloture_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cloture")),
    )
    op.create_index(op.f("ix_cloture_plan_id"), "cloture", ["plan_id"])
    op.create_index(
        "uq_cloture_en_vigueur",
        "cloture",
        ["plan_id", "periode"],
        unique=True,
        sqlite_where=sa.text("en_vigueur"),
        postgresql_where=sa.text("en_vigueur"),
    )


def downgrade() -> None:
    """Bring the schema back to the revision before."""
    op.drop_table("cloture")
    op.drop_table("operande")
    for column in reversed(_territoire()):
        op.drop_column("territoire", column.name)
    for column in reversed(_indicateur()):
        op.drop_column("indicateur", column.name)
