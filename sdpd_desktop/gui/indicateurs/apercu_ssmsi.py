"""How a table of the SSMSI is told before it is taken in: series, values to look at, summary."""

from dataclasses import dataclass

from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.ssmsi import ComptesSerie, PropositionSsmsi, RoleColonne
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.labels import VERDICTS
from sdpd_desktop.gui.widgets.columns import Column

_SHOWN = 2_000
ROLES = {
    RoleColonne.INDICATEUR: "indicateur",
    RoleColonne.PRECISION: "précision de l’indicateur",
    RoleColonne.UNITE: "unité de compte",
    RoleColonne.PERIODE: "période",
    RoleColonne.MOIS: "mois",
    RoleColonne.TERRITOIRE: "code du territoire",
    RoleColonne.NOM_TERRITOIRE: "nom du territoire",
    RoleColonne.ZONE: "zone police ou gendarmerie",
    RoleColonne.DIFFUSION: "diffusion",
    RoleColonne.STATISTIQUE: "statistique",
    RoleColonne.VALEUR: "valeur",
    RoleColonne.IGNOREE: "laissée de côté",
}
_WORDS = {
    Verdict.NOUVEAU: ("nouvelle", "nouvelles"),
    Verdict.MODIFIE: ("modifiée", "modifiées"),
    Verdict.INCHANGE: ("inchangée", "inchangées"),
    Verdict.REJETE: ("rejetée", "rejetées"),
    Verdict.A_CONFIRMER: ("à confirmer", "à confirmer"),
}
_LOOKED_AT = (Verdict.A_CONFIRMER, Verdict.MODIFIE, Verdict.REJETE)


@dataclass(frozen=True)
class LigneVue:
    """A value to look at, or a line that could not be read."""

    verdict: Verdict
    serie: str
    periode: str
    territoire: str
    avant: str
    apres: str
    lieu: str
    raison: str


def _annees(comptes: ComptesSerie) -> str:
    if not comptes.par_annee:
        return ""
    first, last = comptes.par_annee[0][0], comptes.par_annee[-1][0]
    return str(first) if first == last else f"{first}-{last}"


SERIES: tuple[Column[ComptesSerie], ...] = (
    Column("Indicateur", lambda row: row.serie.titre, 0, tip=lambda row: row.serie.code),
    Column("Unité", lambda row: row.serie.unite, 110),
    Column("Années", _annees, 96),
    Column("Valeurs", lambda r: format_nombre(r.valeurs), 84, lambda r: r.valeurs, right=True),
    Column(
        "Non diffusées", lambda r: format_nombre(r.secretes), 110, lambda r: r.secretes, right=True
    ),
    Column("État", lambda row: "nouvel indicateur" if row.nouvelle else "déjà suivi", 130),
)
LIGNES: tuple[Column[LigneVue], ...] = (
    Column(
        "Verdict",
        lambda row: VERDICTS[row.verdict].texte,
        120,
        badge=lambda row: VERDICTS[row.verdict],
    ),
    Column("Série", lambda row: row.serie, 200, tip=lambda row: row.serie),
    Column("Période", lambda row: row.periode, 96),
    Column("Territoire", lambda row: row.territoire, 130),
    Column("Avant", lambda row: row.avant, 72, right=True),
    Column("Après", lambda row: row.apres, 72, right=True),
    Column("Lieu", lambda row: row.lieu, 80),
    Column("Remarque", lambda row: row.raison, 0, tip=lambda row: row.raison),
)


def resume(proposition: PropositionSsmsi) -> str:
    """Return what the file holds, what is left out and what is asked, one sentence a line."""
    counts = ", ".join(
        compter(count, *_WORDS[verdict])
        for verdict, count in proposition.comptes().items()
        if count
    )
    where = f"Valeurs du département {proposition.departement}"
    lines = [f"{where}{NBSP}: {counts or 'aucune'}."]
    new = len(proposition.territoires_nouveaux)
    if new:
        lines.append(f"{compter(new, 'commune sera ajoutée', 'communes seront ajoutées')}.")
    lines += [
        f"{compter(count, 'ligne laissée', 'lignes laissées')}{NBSP}: {why}."
        for why, count in proposition.ecartees.items()
    ]
    lines += [f"À confirmer{NBSP}: {question}" for question in proposition.questions]
    lines += proposition.avertissements
    return "\n".join(lines)


def lignes_vues(proposition: PropositionSsmsi) -> tuple[LigneVue, ...]:
    """Return the values that change, are set aside or stand out, then the unreadable lines."""
    wanted = sorted(
        (ligne for ligne in proposition.lignes if ligne.verdict in _LOOKED_AT),
        key=lambda ligne: _LOOKED_AT.index(ligne.verdict),
    )
    titles = {row.serie.code: row.serie.titre for row in proposition.series}
    shown = [
        LigneVue(
            ligne.verdict,
            titles.get(ligne.valeur.serie, ligne.valeur.serie),
            ligne.valeur.periode.court,
            ligne.territoire,
            ligne.ancienne,
            ligne.valeur.texte,
            ligne.valeur.lieu,
            ligne.raison,
        )
        for ligne in wanted[:_SHOWN]
    ]
    unread = [
        LigneVue(Verdict.REJETE, "", "", "", "", "", lieu, why)
        for lieu, why in proposition.lu.defauts
    ]
    return (*shown, *unread)


def compter(number: int, one: str, many: str = "") -> str:
    """Return « 1 valeur », « 12 valeurs »."""
    word = one if number < 2 else many or f"{one}s"
    return f"{format_nombre(number)}{NBSP}{word}"
