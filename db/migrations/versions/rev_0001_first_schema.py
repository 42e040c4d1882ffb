"""Every noun of the vocabulary, and a journal that cannot be rewritten."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The journal only grows. A payload may be purged when its retention ends, but not altered. An
# INSERT OR REPLACE deletes without firing the triggers on DELETE: those on INSERT see it coming.
LINE = "numero = NEW.numero AND rang = NEW.rang"
GUARDS = (
    ("changement", "update", ""),
    ("changement", "delete", ""),
    ("changement", "insert", "numero = NEW.numero"),
    ("changement_ligne", "update", ""),
    ("changement_ligne", "delete", ""),
    ("changement_ligne", "insert", LINE),
    ("changement_charge", "update", ""),
    ("changement_charge", "insert", LINE),
)


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "changement",
        sa.Column("numero", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("instant", sa.DateTime(), nullable=False),
        sa.Column("auteur", sa.String(), nullable=False),
        sa.Column("commande", sa.String(), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("annule", sa.Integer(), nullable=True),
        sa.Column("nombre_lignes", sa.Integer(), nullable=False),
        sa.Column("precedent", sa.String(length=64), nullable=False),
        sa.Column("empreinte", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("numero", name=op.f("pk_changement")),
    )
    with op.batch_alter_table("changement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_changement_annule"), ["annule"], unique=False)

    op.create_table(
        "changement_charge",
        sa.Column("numero", sa.Integer(), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("sel", sa.String(length=32), nullable=False),
        sa.Column("objet", sa.String(), nullable=False),
        sa.Column("avant", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("apres", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("numero", "rang", name=op.f("pk_changement_charge")),
    )
    op.create_table(
        "conservation",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("duree_mois", sa.Integer(), nullable=False),
        sa.Column("point_de_depart", sa.String(), nullable=False),
        sa.Column("fondement", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conservation")),
        sa.UniqueConstraint("code", name=op.f("uq_conservation_code")),
    )
    op.create_table(
        "contenu",
        sa.Column("empreinte", sa.String(length=64), nullable=False),
        sa.Column("octets", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("empreinte", name=op.f("pk_contenu")),
    )
    op.create_table(
        "fichier",
        sa.Column("empreinte", sa.String(length=64), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("taille", sa.Integer(), nullable=False),
        sa.Column("recu_le", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fichier")),
        sa.UniqueConstraint("empreinte", name=op.f("uq_fichier_empreinte")),
    )
    op.create_table(
        "parametre",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("valeur", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parametre")),
        sa.UniqueConstraint("code", name=op.f("uq_parametre_code")),
    )
    op.create_table(
        "sauvegarde",
        sa.Column("rang", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("chemin", sa.String(), nullable=False),
        sa.Column("faite_le", sa.DateTime(), nullable=False),
        sa.Column("taille", sa.Integer(), nullable=False),
        sa.Column("changements", sa.Integer(), nullable=False),
        sa.Column("empreinte", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("rang", name=op.f("pk_sauvegarde")),
    )
    op.create_table(
        "territoire",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("nature", sa.String(length=20), nullable=False),
        sa.Column("insee", sa.String(length=9), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_territoire")),
        sa.UniqueConstraint("code", name=op.f("uq_territoire_code")),
    )
    with op.batch_alter_table("territoire", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_territoire_tri"), ["tri"], unique=False)

    op.create_table(
        "changement_ligne",
        sa.Column("numero", sa.Integer(), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("table_touchee", sa.String(length=40), nullable=False),
        sa.Column("ligne_id", sa.String(length=36), nullable=False),
        sa.Column("operation", sa.String(length=20), nullable=False),
        sa.Column("engagement", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["numero"],
            ["changement.numero"],
            name=op.f("fk_changement_ligne_numero_changement"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("numero", "rang", name=op.f("pk_changement_ligne")),
    )
    with op.batch_alter_table("changement_ligne", schema=None) as batch_op:
        batch_op.create_index(
            "ix_changement_ligne_objet", ["table_touchee", "ligne_id"], unique=False
        )

    op.create_table(
        "importation",
        sa.Column("fichier_id", sa.String(length=36), nullable=False),
        sa.Column("retour_id", sa.String(length=36), nullable=True),
        sa.Column("partenaire_code", sa.String(length=60), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("importe_le", sa.DateTime(), nullable=False),
        sa.Column("empreinte_valeurs", sa.String(length=64), nullable=False),
        sa.Column("nouveaux", sa.Integer(), nullable=False),
        sa.Column("modifies", sa.Integer(), nullable=False),
        sa.Column("inchanges", sa.Integer(), nullable=False),
        sa.Column("rejetes", sa.Integer(), nullable=False),
        sa.Column("a_confirmer", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fichier_id"],
            ["fichier.id"],
            name=op.f("fk_importation_fichier_id_fichier"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_importation")),
    )
    with op.batch_alter_table("importation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_importation_empreinte_valeurs"), ["empreinte_valeurs"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_importation_fichier_id"), ["fichier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_importation_retour_id"), ["retour_id"], unique=False)

    op.create_table(
        "inclusion",
        sa.Column("territoire_id", sa.String(length=36), nullable=False),
        sa.Column("dans_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dans_id"],
            ["territoire.id"],
            name=op.f("fk_inclusion_dans_id_territoire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["territoire_id"],
            ["territoire.id"],
            name=op.f("fk_inclusion_territoire_id_territoire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inclusion")),
        sa.UniqueConstraint(
            "territoire_id", "dans_id", name=op.f("uq_inclusion_territoire_id_dans_id")
        ),
    )
    with op.batch_alter_table("inclusion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inclusion_dans_id"), ["dans_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_inclusion_territoire_id"), ["territoire_id"], unique=False
        )

    op.create_table(
        "partenaire",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("sigle", sa.String(), nullable=False),
        sa.Column("nature", sa.String(length=20), nullable=False),
        sa.Column("zone", sa.String(length=20), nullable=True),
        sa.Column("territoire_id", sa.String(length=36), nullable=True),
        sa.Column("collectif", sa.Boolean(), nullable=False),
        sa.Column("relais_id", sa.String(length=36), nullable=True),
        sa.Column("depuis", sa.Date(), nullable=True),
        sa.Column("jusqu_au", sa.Date(), nullable=True),
        sa.Column("alias", sa.JSON(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["relais_id"],
            ["partenaire.id"],
            name=op.f("fk_partenaire_relais_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["territoire_id"],
            ["territoire.id"],
            name=op.f("fk_partenaire_territoire_id_territoire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partenaire")),
        sa.UniqueConstraint("code", name=op.f("uq_partenaire_code")),
    )
    with op.batch_alter_table("partenaire", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partenaire_relais_id"), ["relais_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_partenaire_territoire_id"), ["territoire_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_partenaire_tri"), ["tri"], unique=False)

    op.create_table(
        "plan",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("departement", sa.String(length=3), nullable=False),
        sa.Column("territoire_id", sa.String(length=36), nullable=False),
        sa.Column("debut", sa.Date(), nullable=True),
        sa.Column("fin", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territoire_id"],
            ["territoire.id"],
            name=op.f("fk_plan_territoire_id_territoire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sa.UniqueConstraint("code", name=op.f("uq_plan_code")),
    )
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_tri"), ["tri"], unique=False)

    op.create_table(
        "axe",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_axe_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_axe")),
        sa.UniqueConstraint("plan_id", "code", name=op.f("uq_axe_plan_id_code")),
    )
    with op.batch_alter_table("axe", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_axe_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_axe_tri"), ["tri"], unique=False)

    op.create_table(
        "campagne",
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("periode", sa.String(length=10), nullable=False),
        sa.Column("echeance", sa.Date(), nullable=True),
        sa.Column("ouverte_le", sa.Date(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_campagne_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campagne")),
        sa.UniqueConstraint("code", name=op.f("uq_campagne_code")),
        sa.UniqueConstraint("plan_id", "periode", name=op.f("uq_campagne_plan_id_periode")),
    )
    with op.batch_alter_table("campagne", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_campagne_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_campagne_tri"), ["tri"], unique=False)

    op.create_table(
        "convention",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("nature", sa.String(length=40), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=True),
        sa.Column("objet_convention", sa.String(), nullable=False),
        sa.Column("champs", sa.JSON(), nullable=False),
        sa.Column("territoire_id", sa.String(length=36), nullable=True),
        sa.Column("etat", sa.String(length=20), nullable=False),
        sa.Column("etat_le", sa.Date(), nullable=True),
        sa.Column("presidence", sa.String(), nullable=False),
        sa.Column("publiee", sa.Boolean(), nullable=False),
        sa.Column("signature_lieu", sa.String(), nullable=False),
        sa.Column("signature_prevue", sa.DateTime(), nullable=True),
        sa.Column("signee_le", sa.Date(), nullable=True),
        sa.Column("debut", sa.Date(), nullable=True),
        sa.Column("fin", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_convention_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["territoire_id"],
            ["territoire.id"],
            name=op.f("fk_convention_territoire_id_territoire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convention")),
        sa.UniqueConstraint("code", name=op.f("uq_convention_code")),
    )
    with op.batch_alter_table("convention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_convention_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_convention_territoire_id"), ["territoire_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_convention_tri"), ["tri"], unique=False)

    op.create_table(
        "importation_ligne",
        sa.Column("importation_id", sa.String(length=36), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("appliquee", sa.Boolean(), nullable=False),
        sa.Column("objet", sa.String(), nullable=False),
        sa.Column("colonne", sa.String(length=40), nullable=False),
        sa.Column("lieu", sa.String(), nullable=False),
        sa.Column("texte", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("compris", sa.String(), nullable=False),
        sa.Column("ancien", sa.String(), nullable=False),
        sa.Column("raison", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["importation_id"],
            ["importation.id"],
            name=op.f("fk_importation_ligne_importation_id_importation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("importation_id", "rang", name=op.f("pk_importation_ligne")),
    )
    op.create_table(
        "instance",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("nature", sa.String(length=20), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=True),
        sa.Column("territoire_id", sa.String(length=36), nullable=True),
        sa.Column("presidence", sa.String(), nullable=False),
        sa.Column("periodicite", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_instance_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["territoire_id"],
            ["territoire.id"],
            name=op.f("fk_instance_territoire_id_territoire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instance")),
        sa.UniqueConstraint("code", name=op.f("uq_instance_code")),
    )
    with op.batch_alter_table("instance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_instance_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_instance_territoire_id"), ["territoire_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_instance_tri"), ["tri"], unique=False)

    op.create_table(
        "membre",
        sa.Column("collectif_id", sa.String(length=36), nullable=False),
        sa.Column("partenaire_id", sa.String(length=36), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("depuis", sa.Date(), nullable=True),
        sa.Column("jusqu_au", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collectif_id"],
            ["partenaire.id"],
            name=op.f("fk_membre_collectif_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["partenaire_id"],
            ["partenaire.id"],
            name=op.f("fk_membre_partenaire_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membre")),
        sa.UniqueConstraint(
            "collectif_id",
            "partenaire_id",
            "depuis",
            name=op.f("uq_membre_collectif_id_partenaire_id_depuis"),
        ),
    )
    with op.batch_alter_table("membre", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membre_collectif_id"), ["collectif_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_membre_partenaire_id"), ["partenaire_id"], unique=False
        )

    op.create_table(
        "remarque",
        sa.Column("plan_id", sa.String(length=36), nullable=True),
        sa.Column("objet_table", sa.String(length=40), nullable=False),
        sa.Column("objet_id", sa.String(length=36), nullable=False),
        sa.Column("objet_code", sa.String(length=60), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("texte", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_remarque_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarque")),
    )
    with op.batch_alter_table("remarque", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remarque_objet_id"), ["objet_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_remarque_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "succession",
        sa.Column("ancien_id", sa.String(length=36), nullable=False),
        sa.Column("nouveau_id", sa.String(length=36), nullable=False),
        sa.Column("le", sa.Date(), nullable=False),
        sa.Column("remarque", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ancien_id"],
            ["partenaire.id"],
            name=op.f("fk_succession_ancien_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["nouveau_id"],
            ["partenaire.id"],
            name=op.f("fk_succession_nouveau_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession")),
        sa.UniqueConstraint(
            "ancien_id", "nouveau_id", name=op.f("uq_succession_ancien_id_nouveau_id")
        ),
    )
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_succession_ancien_id"), ["ancien_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_succession_nouveau_id"), ["nouveau_id"], unique=False)

    op.create_table(
        "annexe",
        sa.Column("convention_id", sa.String(length=36), nullable=False),
        sa.Column("numero", sa.Integer(), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("contenu", sa.String(length=20), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convention_id"],
            ["convention.id"],
            name=op.f("fk_annexe_convention_id_convention"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annexe")),
        sa.UniqueConstraint("convention_id", "numero", name=op.f("uq_annexe_convention_id_numero")),
    )
    with op.batch_alter_table("annexe", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_annexe_convention_id"), ["convention_id"], unique=False
        )

    op.create_table(
        "avenant",
        sa.Column("convention_id", sa.String(length=36), nullable=False),
        sa.Column("numero", sa.Integer(), nullable=False),
        sa.Column("objet_avenant", sa.String(), nullable=False),
        sa.Column("signe_le", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convention_id"],
            ["convention.id"],
            name=op.f("fk_avenant_convention_id_convention"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_avenant")),
        sa.UniqueConstraint(
            "convention_id", "numero", name=op.f("uq_avenant_convention_id_numero")
        ),
    )
    with op.batch_alter_table("avenant", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_avenant_convention_id"), ["convention_id"], unique=False
        )

    op.create_table(
        "objectif",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("axe_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["axe_id"],
            ["axe.id"],
            name=op.f("fk_objectif_axe_id_axe"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_objectif_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objectif")),
        sa.UniqueConstraint("plan_id", "code", name=op.f("uq_objectif_plan_id_code")),
    )
    with op.batch_alter_table("objectif", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_objectif_axe_id"), ["axe_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_objectif_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_objectif_tri"), ["tri"], unique=False)

    op.create_table(
        "partie",
        sa.Column("convention_id", sa.String(length=36), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("partenaire_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convention_id"],
            ["convention.id"],
            name=op.f("fk_partie_convention_id_convention"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["partenaire_id"],
            ["partenaire.id"],
            name=op.f("fk_partie_partenaire_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partie")),
        sa.UniqueConstraint("convention_id", "rang", name=op.f("uq_partie_convention_id_rang")),
    )
    with op.batch_alter_table("partie", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_partie_convention_id"), ["convention_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_partie_partenaire_id"), ["partenaire_id"], unique=False
        )

    op.create_table(
        "retour",
        sa.Column("campagne_id", sa.String(length=36), nullable=False),
        sa.Column("partenaire_id", sa.String(length=36), nullable=False),
        sa.Column("partenaire_code", sa.String(length=60), nullable=False),
        sa.Column("etat", sa.String(length=20), nullable=False),
        sa.Column("etat_le", sa.Date(), nullable=True),
        sa.Column("lignes", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campagne_id"],
            ["campagne.id"],
            name=op.f("fk_retour_campagne_id_campagne"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["partenaire_id"],
            ["partenaire.id"],
            name=op.f("fk_retour_partenaire_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retour")),
        sa.UniqueConstraint(
            "campagne_id", "partenaire_id", name=op.f("uq_retour_campagne_id_partenaire_id")
        ),
    )
    with op.batch_alter_table("retour", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_retour_campagne_id"), ["campagne_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_retour_partenaire_id"), ["partenaire_id"], unique=False
        )

    op.create_table(
        "reunion",
        sa.Column("instance_id", sa.String(length=36), nullable=False),
        sa.Column("tenue_le", sa.Date(), nullable=False),
        sa.Column("lieu", sa.String(), nullable=False),
        sa.Column("objet_reunion", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instance_id"],
            ["instance.id"],
            name=op.f("fk_reunion_instance_id_instance"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reunion")),
    )
    with op.batch_alter_table("reunion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reunion_instance_id"), ["instance_id"], unique=False)

    op.create_table(
        "action",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("objectif_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("statut", sa.String(length=20), nullable=False),
        sa.Column("fait_le", sa.Date(), nullable=True),
        sa.Column("echeance", sa.Date(), nullable=True),
        sa.Column("echeance_interpretee", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("meteo", sa.String(length=10), nullable=True),
        sa.Column("meteo_le", sa.Date(), nullable=True),
        sa.Column("meteo_commentaire", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["objectif_id"],
            ["objectif.id"],
            name=op.f("fk_action_objectif_id_objectif"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_action_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("plan_id", "code", name=op.f("uq_action_plan_id_code")),
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_objectif_id"), ["objectif_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_tri"), ["tri"], unique=False)

    op.create_table(
        "signataire",
        sa.Column("partie_id", sa.String(length=36), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("nom", sa.String(), nullable=False),
        sa.Column("qualite", sa.String(), nullable=False),
        sa.Column("genre", sa.String(length=1), nullable=False),
        sa.Column("signe_le", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partie_id"],
            ["partie.id"],
            name=op.f("fk_signataire_partie_id_partie"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signataire")),
    )
    with op.batch_alter_table("signataire", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signataire_partie_id"), ["partie_id"], unique=False)

    op.create_table(
        "convention_action",
        sa.Column("convention_id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_convention_action_action_id_action"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["convention_id"],
            ["convention.id"],
            name=op.f("fk_convention_action_convention_id_convention"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convention_action")),
        sa.UniqueConstraint(
            "convention_id", "action_id", name=op.f("uq_convention_action_convention_id_action_id")
        ),
    )
    with op.batch_alter_table("convention_action", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_convention_action_action_id"), ["action_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_convention_action_convention_id"), ["convention_id"], unique=False
        )

    op.create_table(
        "decision",
        sa.Column("reunion_id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=True),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("texte", sa.String(), nullable=False),
        sa.Column("echeance", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_decision_action_id_action"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reunion_id"],
            ["reunion.id"],
            name=op.f("fk_decision_reunion_id_reunion"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_reunion_id"), ["reunion_id"], unique=False)

    op.create_table(
        "engagement",
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("partenaire_id", sa.String(length=36), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_engagement_action_id_action"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["partenaire_id"],
            ["partenaire.id"],
            name=op.f("fk_engagement_partenaire_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagement")),
        sa.UniqueConstraint(
            "action_id",
            "partenaire_id",
            "role",
            "precision",
            name=op.f("uq_engagement_action_id_partenaire_id_role_precision"),
        ),
    )
    with op.batch_alter_table("engagement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_engagement_action_id"), ["action_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_engagement_partenaire_id"), ["partenaire_id"], unique=False
        )

    op.create_table(
        "financement",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=True),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("source_fonds", sa.String(length=40), nullable=False),
        sa.Column("annee", sa.Integer(), nullable=True),
        sa.Column("annee_fin", sa.Integer(), nullable=True),
        sa.Column("prevu", sa.Integer(), nullable=True),
        sa.Column("engage", sa.Integer(), nullable=True),
        sa.Column("paye", sa.Integer(), nullable=True),
        sa.Column("remarque", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_financement_action_id_action"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_financement_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_financement")),
    )
    with op.batch_alter_table("financement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_financement_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_financement_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "indicateur",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("parent", sa.String(length=40), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("nature", sa.String(length=20), nullable=False),
        sa.Column("sens", sa.String(length=20), nullable=False),
        sa.Column("grandeur", sa.String(length=20), nullable=False),
        sa.Column("periodicite", sa.String(length=20), nullable=False),
        sa.Column("unite", sa.String(), nullable=False),
        sa.Column("decimales", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.String(length=40), nullable=True),
        sa.Column("maximum", sa.String(length=40), nullable=True),
        sa.Column("numerateur", sa.String(), nullable=False),
        sa.Column("denominateur", sa.String(), nullable=False),
        sa.Column("depart_valeur", sa.String(length=40), nullable=True),
        sa.Column("depart_borne", sa.String(length=20), nullable=False),
        sa.Column("depart_date", sa.Date(), nullable=True),
        sa.Column("depart_periode", sa.String(), nullable=False),
        sa.Column("depart_texte", sa.String(), nullable=False),
        sa.Column("sites", sa.JSON(), nullable=False),
        sa.Column("fournisseur_id", sa.String(length=36), nullable=True),
        sa.Column("communicable", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_indicateur_action_id_action"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["fournisseur_id"],
            ["partenaire.id"],
            name=op.f("fk_indicateur_fournisseur_id_partenaire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_indicateur_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicateur")),
        sa.UniqueConstraint("plan_id", "code", name=op.f("uq_indicateur_plan_id_code")),
    )
    with op.batch_alter_table("indicateur", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_indicateur_action_id"), ["action_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_indicateur_fournisseur_id"), ["fournisseur_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_indicateur_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_indicateur_reference"), ["reference"], unique=False)
        batch_op.create_index(batch_op.f("ix_indicateur_tri"), ["tri"], unique=False)

    op.create_table(
        "mesure",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("action_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("titre", sa.String(), nullable=False),
        sa.Column("statut", sa.String(length=20), nullable=False),
        sa.Column("fait_le", sa.Date(), nullable=True),
        sa.Column("echeance", sa.Date(), nullable=True),
        sa.Column("echeance_interpretee", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tri", sa.String(length=200), nullable=False),
        sa.Column("recherche", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_mesure_action_id_action"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
            name=op.f("fk_mesure_plan_id_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mesure")),
        sa.UniqueConstraint("plan_id", "code", name=op.f("uq_mesure_plan_id_code")),
    )
    with op.batch_alter_table("mesure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mesure_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mesure_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mesure_tri"), ["tri"], unique=False)

    op.create_table(
        "cible",
        sa.Column("indicateur_id", sa.String(length=36), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("valeur", sa.String(length=40), nullable=True),
        sa.Column("echeance", sa.Date(), nullable=True),
        sa.Column("echeance_interpretee", sa.String(), nullable=False),
        sa.Column("debut", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicateur_id"],
            ["indicateur.id"],
            name=op.f("fk_cible_indicateur_id_indicateur"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cible")),
        sa.UniqueConstraint("indicateur_id", "rang", name=op.f("uq_cible_indicateur_id_rang")),
    )
    with op.batch_alter_table("cible", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cible_indicateur_id"), ["indicateur_id"], unique=False)

    op.create_table(
        "convention_indicateur",
        sa.Column("convention_id", sa.String(length=36), nullable=False),
        sa.Column("indicateur_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convention_id"],
            ["convention.id"],
            name=op.f("fk_convention_indicateur_convention_id_convention"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["indicateur_id"],
            ["indicateur.id"],
            name=op.f("fk_convention_indicateur_indicateur_id_indicateur"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convention_indicateur")),
        sa.UniqueConstraint(
            "convention_id",
            "indicateur_id",
            name=op.f("uq_convention_indicateur_convention_id_indicateur_id"),
        ),
    )
    with op.batch_alter_table("convention_indicateur", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_convention_indicateur_convention_id"), ["convention_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_convention_indicateur_indicateur_id"), ["indicateur_id"], unique=False
        )

    op.create_table(
        "observation",
        sa.Column("indicateur_id", sa.String(length=36), nullable=False),
        sa.Column("periode", sa.String(length=10), nullable=False),
        sa.Column("debut", sa.Date(), nullable=False),
        sa.Column("fin", sa.Date(), nullable=False),
        sa.Column("territoire_id", sa.String(length=36), nullable=False),
        sa.Column("zone", sa.String(length=20), nullable=False),
        sa.Column("presence", sa.String(length=20), nullable=False),
        sa.Column("borne", sa.String(length=20), nullable=False),
        sa.Column("valeur", sa.String(length=40), nullable=True),
        sa.Column("numerateur", sa.String(length=40), nullable=True),
        sa.Column("denominateur", sa.String(length=40), nullable=True),
        sa.Column("consolidation", sa.String(length=20), nullable=False),
        sa.Column("extraite_le", sa.Date(), nullable=True),
        sa.Column("commentaire", sa.String(), nullable=False),
        sa.Column("courante", sa.Boolean(), nullable=False),
        sa.Column("remplace_id", sa.String(length=36), nullable=True),
        sa.Column("etat", sa.String(length=20), nullable=False),
        sa.Column("etat_motif", sa.String(), nullable=False),
        sa.Column("auteur", sa.String(), nullable=False),
        sa.Column("saisi_le", sa.DateTime(), nullable=False),
        sa.Column("origine", sa.String(), nullable=False),
        sa.Column("importation_id", sa.String(length=36), nullable=True),
        sa.Column("campagne_id", sa.String(length=36), nullable=True),
        sa.Column("feuille", sa.String(), nullable=False),
        sa.Column("cellule", sa.String(length=20), nullable=False),
        sa.Column("texte", sa.String(), nullable=False),
        sa.Column("libelle_journal", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campagne_id"],
            ["campagne.id"],
            name=op.f("fk_observation_campagne_id_campagne"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["importation_id"],
            ["importation.id"],
            name=op.f("fk_observation_importation_id_importation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["indicateur_id"],
            ["indicateur.id"],
            name=op.f("fk_observation_indicateur_id_indicateur"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["remplace_id"],
            ["observation.id"],
            name=op.f("fk_observation_remplace_id_observation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["territoire_id"],
            ["territoire.id"],
            name=op.f("fk_observation_territoire_id_territoire"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation")),
    )
    with op.batch_alter_table("observation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_observation_campagne_id"), ["campagne_id"], unique=False
        )
        batch_op.create_index("ix_observation_cle", ["indicateur_id", "debut"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_observation_importation_id"), ["importation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_observation_remplace_id"), ["remplace_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_observation_territoire_id"), ["territoire_id"], unique=False
        )
        batch_op.create_index(
            "uq_observation_courante",
            ["indicateur_id", "periode", "territoire_id", "zone"],
            unique=True,
            sqlite_where=sa.text("courante"),
            postgresql_where=sa.text("courante"),
        )

    for table, operation, same in GUARDS:
        when = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) " if same else ""
        op.execute(
            f"CREATE TRIGGER journal_{table}_{operation} BEFORE {operation} ON {table} {when}"
            "BEGIN SELECT RAISE(ABORT, 'journal'); END"
        )


def downgrade() -> None:
    """Bring the schema back to the revision before."""
    for table, operation, _same in GUARDS:
        op.execute(f"DROP TRIGGER journal_{table}_{operation}")

    with op.batch_alter_table("observation", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_observation_courante",
            sqlite_where=sa.text("courante"),
            postgresql_where=sa.text("courante"),
        )
        batch_op.drop_index(batch_op.f("ix_observation_territoire_id"))
        batch_op.drop_index(batch_op.f("ix_observation_remplace_id"))
        batch_op.drop_index(batch_op.f("ix_observation_importation_id"))
        batch_op.drop_index("ix_observation_cle")
        batch_op.drop_index(batch_op.f("ix_observation_campagne_id"))

    op.drop_table("observation")
    with op.batch_alter_table("convention_indicateur", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_convention_indicateur_indicateur_id"))
        batch_op.drop_index(batch_op.f("ix_convention_indicateur_convention_id"))

    op.drop_table("convention_indicateur")
    with op.batch_alter_table("cible", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cible_indicateur_id"))

    op.drop_table("cible")
    with op.batch_alter_table("mesure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mesure_tri"))
        batch_op.drop_index(batch_op.f("ix_mesure_plan_id"))
        batch_op.drop_index(batch_op.f("ix_mesure_action_id"))

    op.drop_table("mesure")
    with op.batch_alter_table("indicateur", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indicateur_tri"))
        batch_op.drop_index(batch_op.f("ix_indicateur_reference"))
        batch_op.drop_index(batch_op.f("ix_indicateur_plan_id"))
        batch_op.drop_index(batch_op.f("ix_indicateur_fournisseur_id"))
        batch_op.drop_index(batch_op.f("ix_indicateur_action_id"))

    op.drop_table("indicateur")
    with op.batch_alter_table("financement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_financement_plan_id"))
        batch_op.drop_index(batch_op.f("ix_financement_action_id"))

    op.drop_table("financement")
    with op.batch_alter_table("engagement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_engagement_partenaire_id"))
        batch_op.drop_index(batch_op.f("ix_engagement_action_id"))

    op.drop_table("engagement")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_reunion_id"))
        batch_op.drop_index(batch_op.f("ix_decision_action_id"))

    op.drop_table("decision")
    with op.batch_alter_table("convention_action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_convention_action_convention_id"))
        batch_op.drop_index(batch_op.f("ix_convention_action_action_id"))

    op.drop_table("convention_action")
    with op.batch_alter_table("signataire", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signataire_partie_id"))

    op.drop_table("signataire")
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_tri"))
        batch_op.drop_index(batch_op.f("ix_action_plan_id"))
        batch_op.drop_index(batch_op.f("ix_action_objectif_id"))

    op.drop_table("action")
    with op.batch_alter_table("reunion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reunion_instance_id"))

    op.drop_table("reunion")
    with op.batch_alter_table("retour", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_retour_partenaire_id"))
        batch_op.drop_index(batch_op.f("ix_retour_campagne_id"))

    op.drop_table("retour")
    with op.batch_alter_table("partie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partie_partenaire_id"))
        batch_op.drop_index(batch_op.f("ix_partie_convention_id"))

    op.drop_table("partie")
    with op.batch_alter_table("objectif", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_objectif_tri"))
        batch_op.drop_index(batch_op.f("ix_objectif_plan_id"))
        batch_op.drop_index(batch_op.f("ix_objectif_axe_id"))

    op.drop_table("objectif")
    with op.batch_alter_table("avenant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_avenant_convention_id"))

    op.drop_table("avenant")
    with op.batch_alter_table("annexe", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_annexe_convention_id"))

    op.drop_table("annexe")
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_succession_nouveau_id"))
        batch_op.drop_index(batch_op.f("ix_succession_ancien_id"))

    op.drop_table("succession")
    with op.batch_alter_table("remarque", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_remarque_plan_id"))
        batch_op.drop_index(batch_op.f("ix_remarque_objet_id"))

    op.drop_table("remarque")
    with op.batch_alter_table("membre", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membre_partenaire_id"))
        batch_op.drop_index(batch_op.f("ix_membre_collectif_id"))

    op.drop_table("membre")
    with op.batch_alter_table("instance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_instance_tri"))
        batch_op.drop_index(batch_op.f("ix_instance_territoire_id"))
        batch_op.drop_index(batch_op.f("ix_instance_plan_id"))

    op.drop_table("instance")
    op.drop_table("importation_ligne")
    with op.batch_alter_table("convention", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_convention_tri"))
        batch_op.drop_index(batch_op.f("ix_convention_territoire_id"))
        batch_op.drop_index(batch_op.f("ix_convention_plan_id"))

    op.drop_table("convention")
    with op.batch_alter_table("campagne", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_campagne_tri"))
        batch_op.drop_index(batch_op.f("ix_campagne_plan_id"))

    op.drop_table("campagne")
    with op.batch_alter_table("axe", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_axe_tri"))
        batch_op.drop_index(batch_op.f("ix_axe_plan_id"))

    op.drop_table("axe")
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_tri"))

    op.drop_table("plan")
    with op.batch_alter_table("partenaire", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partenaire_tri"))
        batch_op.drop_index(batch_op.f("ix_partenaire_territoire_id"))
        batch_op.drop_index(batch_op.f("ix_partenaire_relais_id"))

    op.drop_table("partenaire")
    with op.batch_alter_table("inclusion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inclusion_territoire_id"))
        batch_op.drop_index(batch_op.f("ix_inclusion_dans_id"))

    op.drop_table("inclusion")
    with op.batch_alter_table("importation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_importation_retour_id"))
        batch_op.drop_index(batch_op.f("ix_importation_fichier_id"))
        batch_op.drop_index(batch_op.f("ix_importation_empreinte_valeurs"))

    op.drop_table("importation")
    with op.batch_alter_table("changement_ligne", schema=None) as batch_op:
        batch_op.drop_index("ix_changement_ligne_objet")

    op.drop_table("changement_ligne")
    with op.batch_alter_table("territoire", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_territoire_tri"))

    op.drop_table("territoire")
    op.drop_table("sauvegarde")
    op.drop_table("parametre")
    op.drop_table("fichier")
    op.drop_table("contenu")
    op.drop_table("conservation")
    op.drop_table("changement_charge")
    with op.batch_alter_table("changement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_changement_annule"))

    op.drop_table("changement")
