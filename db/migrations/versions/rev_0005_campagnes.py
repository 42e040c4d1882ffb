"""Campagnes keep what each partner is asked, their states by date, and several files of one."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _key() -> tuple[sa.Column[str], sa.Column[int]]:
    return (
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{other}.id"],
        name=op.f(f"fk_{table}_{column}_{other}"),
        initially="DEFERRED",
        deferrable=True,
    )


def upgrade() -> None:
    """Bring the schema to this revision."""
    for column in ("adresse", "courriel", "telephone"):
        op.add_column(
            "partenaire",
            sa.Column(column, sa.String(), server_default=sa.text("''"), nullable=False),
        )
    op.add_column(
        "campagne",
        sa.Column(
            "mode", sa.String(length=20), server_default=sa.text("'additionnes'"), nullable=False
        ),
    )
    op.add_column("campagne", sa.Column("close_le", sa.Date(), nullable=True))
    op.add_column("campagne", sa.Column("exclus", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("retour", sa.Column("demandes", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("retour", sa.Column("mode", sa.String(length=20), nullable=True))
    op.create_table(
        "emetteur",
        sa.Column("partenaire_id", sa.String(length=36), nullable=False),
        sa.Column("nom", sa.String(length=120), nullable=False),
        sa.Column("territoire_id", sa.String(length=36), nullable=True),
        *_key(),
        _to("emetteur", "partenaire_id", "partenaire"),
        _to("emetteur", "territoire_id", "territoire"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emetteur")),
        sa.UniqueConstraint("partenaire_id", "nom", name=op.f("uq_emetteur_partenaire_id_nom")),
    )
    for column in ("partenaire_id", "territoire_id"):
        op.create_index(op.f(f"ix_emetteur_{column}"), "emetteur", [column])
    op.create_table(
        "etape_retour",
        sa.Column("retour_id", sa.String(length=36), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("etat", sa.String(length=20), nullable=False),
        sa.Column("le", sa.Date(), nullable=False),
        *_key(),
        _to("etape_retour", "retour_id", "retour"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_etape_retour")),
        sa.UniqueConstraint("retour_id", "rang", name=op.f("uq_etape_retour_retour_id_rang")),
    )
    op.create_index(op.f("ix_etape_retour_retour_id"), "etape_retour", ["retour_id"])
    _create_contribution()


def _create_contribution() -> None:
    table = "contribution"
    op.create_table(
        table,
        sa.Column("retour_id", sa.String(length=36), nullable=False),
        sa.Column("emetteur", sa.String(length=120), nullable=False),
        sa.Column("indicateur_id", sa.String(length=36), nullable=False),
        sa.Column("periode", sa.String(length=10), nullable=False),
        sa.Column("territoire_id", sa.String(length=36), nullable=False),
        sa.Column("zone", sa.String(length=20), nullable=False),
        sa.Column("presence", sa.String(length=20), nullable=False),
        sa.Column("borne", sa.String(length=20), nullable=False),
        sa.Column("valeur", sa.String(length=40), nullable=True),
        sa.Column("numerateur", sa.String(length=40), nullable=True),
        sa.Column("denominateur", sa.String(length=40), nullable=True),
        sa.Column("texte", sa.String(), nullable=False),
        sa.Column("origine", sa.String(), nullable=False),
        sa.Column("courante", sa.Boolean(), nullable=False),
        sa.Column("importation_id", sa.String(length=36), nullable=True),
        *_key(),
        _to(table, "retour_id", "retour"),
        _to(table, "indicateur_id", "indicateur"),
        _to(table, "territoire_id", "territoire"),
        _to(table, "importation_id", "importation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution")),
    )
    for column in ("retour_id", "indicateur_id", "territoire_id", "importation_id"):
        op.create_index(op.f(f"ix_contribution_{column}"), table, [column])
    op.create_index(
        "uq_contribution_courante",
        table,
        ["retour_id", "indicateur_id", "periode", "territoire_id", "zone", "emetteur"],
        unique=True,
        sqlite_where=sa.text("courante"),
        postgresql_where=sa.text("courante"),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("contribution")
    op.drop_table("etape_retour")
    op.drop_table("emetteur")
    op.drop_column("retour", "mode")
    op.drop_column("retour", "demandes")
    op.drop_column("campagne", "exclus")
    op.drop_column("campagne", "close_le")
    op.drop_column("campagne", "mode")
    for column in ("telephone", "courriel", "adresse"):
        op.drop_column("partenaire", column)
