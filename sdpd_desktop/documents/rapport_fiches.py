"""Fiches of an action, a partner or a territory, and the list of what is late."""

from collections.abc import Iterator, Sequence

from sdpd_desktop.documents import rapport_registres as registres
from sdpd_desktop.documents import rapport_tableaux as tableaux
from sdpd_desktop.documents.rapport_cellules import part, statut
from sdpd_desktop.documents.rapport_commun import (
    blocs,
    rapport,
    remarques_des_indicateurs,
    tendance,
)
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.constat import Constat, LigneIndicateur
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.graphique import Graphique
from sdpd_desktop.domain.partenaire import PartenaireSummary
from sdpd_desktop.domain.plan import ActionDetails, Echeance, Meteo
from sdpd_desktop.domain.rapport import (
    Bloc,
    Chiffre,
    Choix,
    Colonne,
    Fiche,
    Filtre,
    Format,
    Paragraphe,
    Rangee,
    Rapport,
    Section,
    Tableau,
    Texte,
    TypeRapport,
)
from sdpd_desktop.domain.texte import quote

SECTIONS_ACTION = (
    Choix("fiche", "L’action"),
    Choix("mesures", "Mesures"),
    Choix("indicateurs", "Indicateurs"),
    Choix("graphiques", "Évolutions"),
    Choix("financements", "Financements"),
    Choix("remarques", "Remarques"),
)
SECTIONS_PARTENAIRE = (
    Choix("fiche", "Le partenaire"),
    Choix("engagements", "Engagements"),
    Choix("echeances", "Échéances"),
    Choix("indicateurs", "Indicateurs"),
    Choix("actions", "Actions et mesures"),
)
SECTIONS_TERRITOIRE = (
    Choix("fiche", "Le territoire"),
    Choix("indicateurs", "Indicateurs"),
    Choix("graphiques", "Évolutions"),
    Choix("conventions", "Conventions"),
    Choix("instances", "Instances"),
)
SECTIONS_RETARDS = (
    Choix("retards", "En retard"),
    Choix("responsables", "En retard par responsable"),
    Choix("proches", "À faire sous trente jours"),
)
_SOON_DAYS = 30
_METEOS = {
    Meteo.SOLEIL: "objectifs sécurisés",
    Meteo.COUVERT: "objectifs atteignables",
    Meteo.NUAGE: "appuis nécessaires",
    Meteo.ORAGE: "objectifs compromis",
}


def _sections(
    constat: Constat, choices: Sequence[Choix], found: dict[str, tuple[Bloc, ...]]
) -> list[Section]:
    wanted = constat.options.sections
    return [
        Section(choice.code, choice.libelle, found[choice.code])
        for choice in choices
        if not wanted or choice.code in wanted
    ]


def _labels(*lines: tuple[str, str]) -> Fiche:
    return Fiche(tuple(Filtre(label, value) for label, value in lines if value))


def _charts(lines: Sequence[LigneIndicateur]) -> tuple[Graphique, ...]:
    return tuple(chart for line in lines if (chart := tendance(line)) is not None)


# --------------------------------------------------------------------- action


def fiche_action(constat: Constat) -> Rapport:
    """Return the fiche of an action.

    Raises:
        NotFoundError: The plan has no such action.
    """
    code = constat.options.objet
    action = next((a for a in constat.plan.actions() if a.code == code), None)
    if action is None:
        raise NotFoundError(f"Le plan {constat.plan.code} n’a pas d’action {quote(code)}.")
    lines = [i for i in constat.indicateurs if i.suivi.indicateur.parent == action.code]
    indicator_remarks = remarques_des_indicateurs(lines)
    mesure_remarks = [r for m in action.mesures for r in m.remarques]
    remarks = registres.remarques([*action.remarques, *mesure_remarks, *indicator_remarks])
    money = registres.financements([(action.code, m) for m in action.financements], "Financements")
    parts: dict[str, tuple[Bloc, ...]] = {
        "fiche": (_action(constat, action),),
        "mesures": blocs(_mesures(constat, action)),
        "indicateurs": blocs(tableaux.indicateurs(constat, lines)),
        "graphiques": _charts(lines),
        "financements": blocs(money),
        "remarques": blocs(remarks),
    }
    return rapport(
        constat,
        TypeRapport.ACTION,
        f"Fiche action {action.code}",
        _sections(constat, SECTIONS_ACTION, parts),
        sous_titre=action.titre,
        compact=True,
    )


def _action(constat: Constat, action: ActionDetails) -> Fiche:
    objectif = next(o for o in constat.plan.objectifs() if o.code == action.parent)
    weather = ""
    if action.meteo is not None:
        weather = f"{_METEOS[action.meteo]}, au {format_date(action.meteo_le)}"
        if registres.interne(constat) and action.meteo_commentaire:
            weather = f"{weather} : {action.meteo_commentaire}"
    due = action.echeance_interpretee or format_date(action.echeance)
    return _labels(
        ("Objectif", f"{objectif.code} – {objectif.titre}"),
        ("Responsables", libelles.responsables(action)),
        ("Statut", libelles.STATUTS[action.statut]),
        ("Échéance", due),
        ("Mesures réalisées", libelles.avancement(action.avancement)),
        ("Météo", weather),
        ("Note", action.note if registres.interne(constat) else ""),
        ("Source", action.source),
    )


def _mesures(constat: Constat, action: ActionDetails) -> Tableau:
    columns = registres.actions(constat, frozenset()).colonnes
    notes = registres.interne(constat)
    rows = tuple(registres.mesure_row(mesure, notes=notes) for mesure in action.mesures)
    return Tableau("Mesures", columns, rows, vide="L’action n’a pas de mesure.")


# ----------------------------------------------------------------- partenaire


def fiche_partenaire(constat: Constat) -> Rapport:
    """Return the fiche of a partner: what it is engaged in, itself or through a collective.

    Raises:
        NotFoundError: No such partner.
    """
    known = {p.code: p for p in constat.partenaires}
    partner = known.get(constat.options.objet)
    if partner is None:
        raise NotFoundError(f"Le partenaire {quote(constat.options.objet)} n’existe pas.")
    # A body answers for the collectives it is a member or the relay of.
    names = {partner.code: ""}
    for other in constat.partenaires:
        if partner.code in other.membres or other.relais == partner.code:
            names[other.code] = other.nom
    actions = [a for a in constat.plan.actions() if names.keys() & _bodies(a)]
    codes = frozenset(action.code for action in actions)
    due = [e for e in constat.echeances if e.code.partition(".m")[0] in codes]
    lines = [
        line
        for line in constat.indicateurs
        if line.suivi.indicateur.fournisseur == partner.code
        or (not line.suivi.indicateur.fournisseur and line.suivi.indicateur.parent in codes)
    ]
    parts: dict[str, tuple[Bloc, ...]] = {
        "fiche": (_partner(partner, known),),
        "engagements": (_engagements(actions, names),),
        "echeances": blocs(tableaux.echeances(constat, due, "Échéances", "")),
        "indicateurs": blocs(tableaux.indicateurs(constat, lines)),
        "actions": blocs(registres.actions(constat, codes, "Actions et mesures")) if codes else (),
    }
    return rapport(
        constat,
        TypeRapport.PARTENAIRE,
        "Fiche partenaire",
        _sections(constat, SECTIONS_PARTENAIRE, parts),
        sous_titre=partner.nom,
        compact=True,
    )


def _bodies(action: ActionDetails) -> set[str]:
    return {engagement.partenaire for engagement in action.engagements}


def _partner(partner: PartenaireSummary, known: dict[str, PartenaireSummary]) -> Fiche:
    def named(codes: Sequence[str]) -> str:
        return ", ".join(known[code].nom for code in codes if code in known)

    successors = ", ".join(
        f"{known[code].nom} ({format_date(day)})"
        for code, day in partner.successeurs
        if code in known
    )
    return _labels(
        ("Nom", partner.nom),
        ("Sigle", partner.sigle),
        ("Code", partner.code),
        ("Membres", named(partner.membres)),
        ("Relais", named([partner.relais])),
        ("Devenu", successors),
    )


def _engagements(actions: Sequence[ActionDetails], names: dict[str, str]) -> Tableau:
    columns = (
        Colonne("Code", 18),
        Colonne("Action", 78),
        Colonne("Rôle", 34, note="Au titre de"),
        Colonne("Statut", 22),
        Colonne("Mesures réalisées", 26, droite=True),
    )
    rows = []
    for action in actions:
        for engagement in action.engagements:
            if engagement.partenaire not in names:
                continue
            role = libelles.ROLES[engagement.role]
            if engagement.precision:
                role = f"{role} ({engagement.precision})"
            through = names[engagement.partenaire]
            rows.append(
                Rangee(
                    (
                        Texte(action.code),
                        Texte(action.titre),
                        Texte(role, note=f"au titre de {through}" if through else ""),
                        statut(action.statut),
                        part(action.avancement),
                    )
                )
            )
    return Tableau(
        "Engagements", columns, tuple(rows), vide="Ce partenaire n’est engagé dans aucune action."
    )


# ----------------------------------------------------------------- territoire


def fiche_territoire(constat: Constat) -> Rapport:
    """Return the fiche of a territory: its figures, its conventions, its bodies.

    Raises:
        NotFoundError: No such territory.
    """
    known = {t.code: t for t in constat.repertoire}
    place = known.get(constat.options.objet)
    if place is None:
        raise NotFoundError(f"Le territoire {quote(constat.options.objet)} n’existe pas.")
    inside = [t.nom for t in constat.repertoire if place.code in t.dans]
    lines = [i for i in constat.indicateurs if i.avant.observation or i.valeur.observation]
    labels = _labels(
        ("Nom", place.nom),
        ("Code INSEE", place.insee),
        ("Population", f"{place.population:,}".replace(",", " ") if place.population else ""),
        ("Dans", ", ".join(known[code].nom for code in place.dans if code in known)),
        ("Comprend", ", ".join(inside)),
    )
    linked = [c for c in constat.conventions if c.territoire == place.nom]
    bodies = [line for line in constat.instances if line.instance.territoire == place.code]
    nothing = f"Aucune valeur de {place.nom} pour cette période ni pour celle d’avant."
    values = tableaux.indicateurs(constat, lines)
    parts: dict[str, tuple[Bloc, ...]] = {
        "fiche": (labels,),
        "indicateurs": (values if lines else Paragraphe(nothing),),
        "graphiques": _charts(constat.indicateurs),
        "conventions": blocs(registres.conventions(linked)),
        "instances": blocs(registres.instances(bodies)),
    }
    return rapport(
        constat,
        TypeRapport.TERRITOIRE,
        "Fiche territoire",
        _sections(constat, SECTIONS_TERRITOIRE, parts),
        sous_titre=place.nom,
        compact=True,
    )


# -------------------------------------------------------------------- retards


def liste_retards(constat: Constat) -> Rapport:
    """Return what is late on the day the figures are of, and what falls due next."""
    late = tableaux.retards(constat)
    soon = [e for e in constat.echeances if 0 <= e.jours <= _SOON_DAYS]
    nothing = f"Rien n’est en retard au {format_date(constat.arrete_le)}."
    parts: dict[str, tuple[Bloc, ...]] = {
        "retards": (tableaux.echeances(constat, late, "En retard", nothing),),
        "responsables": blocs(tableaux.retards_par_responsable(constat)),
        "proches": blocs(tableaux.echeances(constat, soon, "À faire sous trente jours", "")),
    }
    return rapport(
        constat,
        TypeRapport.RETARDS,
        f"Ce qui est en retard au {format_date(constat.arrete_le)}",
        _sections(constat, SECTIONS_RETARDS, parts),
        chiffres=tuple(_late_figures(late, soon)),
        compact=True,
    )


def _late_figures(late: Sequence[Echeance], soon: Sequence[Echeance]) -> Iterator[Chiffre]:
    yield Chiffre("En retard", str(len(late)), len(late), "actions ou mesures")
    longest = max((-e.jours for e in late), default=0)
    yield Chiffre("Plus long retard", str(longest), longest, "jours")
    yield Chiffre("Sous trente jours", str(len(soon)), len(soon), "échéances", None, Format.ENTIER)
