"""The bilan of a plan as PDF: cover with what it covers, tables, annex of all actions."""

from collections.abc import Callable

from reportlab.platypus import Flowable, Spacer

from sdpd_desktop.documents import bilan_contenu as contenu
from sdpd_desktop.documents import libelles
from sdpd_desktop.documents.pdf_page import Gabarit, composer, nouvelle_page, titre
from sdpd_desktop.documents.pdf_styles import (
    CELLULE,
    CELLULE_DROITE,
    CELLULE_FORTE,
    CELLULE_FORTE_DROITE,
    CELLULE_MESURE,
    CELLULE_NOTE,
    CELLULE_NOTE_DROITE,
    CHAPEAU_CLAIR,
    NOTE,
    NOTE_MESURE,
    SURTITRE_CLAIR,
    TITRE_CLAIR,
    paragraphe,
    ton,
)
from sdpd_desktop.documents.pdf_tableau import (
    Carte,
    Cellule,
    Colonne,
    Groupe,
    Jauge,
    Rangee,
    bandeau,
    cartes,
    fiche,
    tableau,
)
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.bilan import Bilan, BilanLigneIndicateur, BilanLigneObjectif
from sdpd_desktop.domain.dates import format_date, format_date_longue
from sdpd_desktop.domain.plan import ActionDetails, EtatEcheance, FinancementDetails, Statut

_TONS_ECHEANCE = {EtatEcheance.EN_RETARD: "rouge", EtatEcheance.PROCHE: "ocre"}
_TONS_STATUT = {
    Statut.REALISEE: "vert",
    Statut.BLOQUEE: "rouge",
    Statut.EN_PAUSE: "ocre",
    Statut.ABANDONNEE: "gris",
}


def render(bilan: Bilan) -> bytes:
    """Return the report.

    Raises:
        ValidationError: A part has an unknown name, the header image is unusable, or a
            character cannot be printed.
    """
    plan = bilan.plan
    heading = f"{contenu.titre(bilan)} – {plan.titre}"
    story = _cover(bilan)
    number, apart = 0, True
    for name in contenu.sections(bilan):
        if name == "actions":
            story += _annex(bilan)
            apart = True
            continue
        if apart:
            story += nouvelle_page(heading)
            apart = False
        number += 1
        story += [*titre(f"{number}. {contenu.TITRES[name]}"), *_PARTS[name](bilan)]
    gabarit = Gabarit(
        titre=heading,
        sujet=f"{contenu.titre(bilan)} du plan {plan.code}",
        bureau=bilan.bureau,
        mention=bilan.mention,
        entete=bilan.entete,
        pied=f"{plan.code} – chiffres arrêtés au {format_date(bilan.arrete_le)}",
        date=bilan.arrete_le,
    )
    return composer(gabarit, story)


def _cover(bilan: Bilan) -> list[Flowable]:
    story: list[Flowable] = [
        Spacer(0, 16),
        bandeau(
            [
                paragraphe(bilan.plan.type.upper() or bilan.plan.code, SURTITRE_CLAIR),
                paragraphe(contenu.titre(bilan), TITRE_CLAIR),
                paragraphe(bilan.plan.titre, CHAPEAU_CLAIR),
            ]
        ),
        Spacer(0, 28),
        cartes(_key_figures(bilan)),
        Spacer(0, 10),
        paragraphe(
            f"{contenu.couverture(bilan)} : celles qui ont au moins un indicateur dont le taux "
            f"peut être calculé au {format_date_longue(bilan.arrete_le)}.",
            NOTE,
        ),
        Spacer(0, 22),
    ]
    lines: list[tuple[str, Cellule]] = [(f.libelle, f.valeur) for f in contenu.filtres(bilan)]
    return [*story, fiche(lines)]


def _key_figures(bilan: Bilan) -> list[Carte]:
    done = bilan.avancement
    late = contenu.en_retard(bilan)
    covered = bilan.chiffrees / bilan.actions if bilan.actions else None
    return [
        Carte(
            "Mesures réalisées",
            libelles.pourcentage(done.part) or libelles.ABSENT,
            f"{done.faites} sur {done.total}",
            done.part,
        ),
        Carte(
            "Actions chiffrées",
            str(bilan.chiffrees),
            f"sur {accord(bilan.actions, 'action')}",
            covered,
        ),
        Carte(
            "En retard", str(late), "échéance dépassée" if late < 2 else "échéances dépassées", None
        ),
        Carte(
            "Conventions",
            str(len(bilan.conventions)),
            "liée au plan" if len(bilan.conventions) < 2 else "liées au plan",
            None,
        ),
    ]


def _objectifs(bilan: Bilan) -> list[Flowable]:
    columns = (
        Colonne("Objectif", 62),
        Colonne("Actions", 12, droite=True),
        Colonne("Statut des actions", 32),
        Colonne("Mesures réalisées", 27),
        Colonne("Actions en retard", 14, droite=True),
    )
    by_code = {line.code: line for line in bilan.objectifs}
    rows: list[Rangee | Groupe] = []
    for axe in bilan.plan.axes:
        lines = [by_code.pop(o.code) for o in axe.objectifs if o.code in by_code]
        if lines:
            rows.append(Groupe(f"{axe.code} – {axe.titre}"))
            rows += [_objectif_row(line) for line in lines]
    rows += [_objectif_row(line) for line in by_code.values()]
    late = sum(line.en_retard for line in bilan.objectifs)
    total = (
        paragraphe("Ensemble", CELLULE_FORTE),
        paragraphe(str(bilan.actions), CELLULE_FORTE_DROITE),
        "",
        _progress(bilan.avancement.part, libelles.avancement(bilan.avancement)),
        paragraphe(str(late), CELLULE_FORTE_DROITE),
    )
    return [tableau(columns, [*rows, Rangee(total, forte=True)])]


def _objectif_row(line: BilanLigneObjectif) -> Rangee:
    statuses = "\n".join(
        accord(count, libelles.STATUTS[status], _plural(status))
        for status, count in contenu.statuts(line).items()
        if count
    )
    late = paragraphe(str(line.en_retard), ton(CELLULE_DROITE, "rouge" if line.en_retard else ""))
    return Rangee(
        (
            f"{line.code} – {line.titre}",
            str(line.actions),
            statuses,
            _progress(line.avancement.part, libelles.avancement(line.avancement)),
            late,
        )
    )


def _plural(status: Statut) -> str:
    word = libelles.STATUTS[status]
    return f"{word}s" if word.endswith("ée") else word


def _progress(part: float | None, text: str) -> list[Flowable]:
    cell: list[Flowable] = [paragraphe(text, CELLULE)]
    if part is not None:
        cell.append(Jauge(part, 78))
    return cell


def _indicateurs(bilan: Bilan) -> list[Flowable]:
    if not bilan.indicateurs:
        return [paragraphe("Le plan n’a pas d’indicateur.")]
    columns = (
        Colonne("Indicateur", 56),
        Colonne(bilan.periode.annee_precedente().court, 18, droite=True),
        Colonne(bilan.periode.court, 18, droite=True),
        Colonne("Variation", 18, droite=True),
        Colonne("Cible", 24, droite=True),
        Colonne("Taux", 24, droite=True),
    )
    apart = "remarques" in bilan.sections
    return [tableau(columns, [_indicateur_row(line, apart) for line in bilan.indicateurs])]


def _indicateur_row(line: BilanLigneIndicateur, remarks_apart: bool) -> Rangee:
    """Set an indicator; its remarks are only pointed at where a part of the report lists them."""
    indicateur = line.suivi.indicateur
    label: list[Flowable] = [paragraphe(f"{indicateur.chiffre} – {indicateur.titre}", CELLULE)]
    remark = "voir les remarques" if remarks_apart and line.remarque else line.remarque
    source = f"source : {indicateur.source}" if indicateur.source else ""
    details = (libelles.en_unite(indicateur), remark, source)
    if note := " – ".join(part for part in details if part):
        label.append(paragraphe(note, CELLULE_NOTE))
    return Rangee(
        (
            label,
            line.avant or libelles.ABSENT,
            [paragraphe(line.valeur or libelles.ABSENT, CELLULE_FORTE_DROITE)],
            line.variation or libelles.ABSENT,
            line.cible or libelles.ABSENT,
            _taux(line),
        )
    )


def _taux(line: BilanLigneIndicateur) -> list[Flowable]:
    """Set the rate with its terms below, or why there is none."""
    part = line.suivi.taux.part
    terms = line.taux or libelles.ABSENT
    if part is None:
        return [paragraphe(terms, CELLULE_NOTE_DROITE)]
    cell: list[Flowable] = [paragraphe(libelles.pourcentage(part, 2), CELLULE_FORTE_DROITE)]
    _, _, terms = terms.partition(" · ")
    if terms:
        cell.append(paragraphe(terms, CELLULE_NOTE_DROITE))
    return cell


def _echeances(bilan: Bilan) -> list[Flowable]:
    if not bilan.echeances:
        return [paragraphe("Rien n’est en retard et aucune échéance n’est proche.")]
    columns = (
        Colonne("Échéance", 26),
        Colonne("Action ou mesure", 92),
        Colonne("État", 30),
    )
    rows = []
    for item in bilan.echeances:
        due: list[Flowable] = [paragraphe(format_date(item.echeance), CELLULE)]
        if item.interpretee:
            due.append(paragraphe(item.interpretee, CELLULE_NOTE))
        state = paragraphe(
            contenu.retard(item, bilan), ton(CELLULE, _TONS_ECHEANCE.get(item.etat, ""))
        )
        name: list[Flowable] = [paragraphe(f"{item.code} – {item.titre}", CELLULE)]
        if bodies := contenu.porteurs(item, bilan):
            name.append(paragraphe(bodies, CELLULE_NOTE))
        rows.append(Rangee((due, name, state)))
    return [tableau(columns, rows)]


def _conventions(bilan: Bilan) -> list[Flowable]:
    if not bilan.conventions:
        return [paragraphe("Aucune convention n’est liée à ce plan.")]
    columns = (
        Colonne("Convention", 60),
        Colonne("Parties", 45),
        Colonne("État", 24),
        Colonne("Fin", 16),
    )
    rows = [
        Rangee(
            (
                f"{convention.code} – {convention.titre}",
                convention.parties,
                contenu.etat_convention(convention),
                format_date(convention.fin) or libelles.ABSENT,
            )
        )
        for convention in bilan.conventions
    ]
    return [tableau(columns, rows)]


def _financements(bilan: Bilan) -> list[Flowable]:
    found = list(contenu.financements(bilan))
    if not found:
        return [paragraphe("Aucun financement n’est enregistré.")]
    columns = (
        Colonne("Objet", 22),
        Colonne("Source", 42),
        Colonne("Années", 20),
        Colonne("Prévu", 22, droite=True),
        Colonne("Engagé", 22, droite=True),
        Colonne("Payé", 22, droite=True),
    )
    return [tableau(columns, [_financement_row(code, money) for code, money in found])]


def _financement_row(code: str, money: FinancementDetails) -> Rangee:
    source: list[Flowable] = [paragraphe(money.source, CELLULE)]
    if money.remarque:
        source.append(paragraphe(money.remarque, CELLULE_NOTE))
    return Rangee(
        (
            code,
            source,
            libelles.annees(money.annee, money.annee_fin) or libelles.ABSENT,
            libelles.euros(money.prevu),
            libelles.euros(money.engage),
            libelles.euros(money.paye),
        )
    )


def _remarques(bilan: Bilan) -> list[Flowable]:
    rows = [
        Rangee((remark.objet, remark.texte, remark.source)) for remark in contenu.remarques(bilan)
    ]
    if not rows:
        return [paragraphe("Aucune remarque.")]
    columns = (Colonne("Objet", 22), Colonne("Remarque", 95), Colonne("Source", 28))
    return [tableau(columns, rows)]


def _annex(bilan: Bilan) -> list[Flowable]:
    columns = (
        Colonne("Action et mesures", 106),
        Colonne("Échéance", 18),
        Colonne("Statut", 24),
    )
    rows: list[Rangee | Groupe] = []
    for objectif in bilan.plan.objectifs():
        rows.append(Groupe(f"{objectif.code} – {objectif.titre}"))
        for action in objectif.actions:
            rows += _action_rows(action)
    heading = contenu.TITRES["actions"]
    story = [*nouvelle_page(heading), *titre(heading)]
    if not rows:
        return [*story, paragraphe("Le plan n’a pas encore d’action.")]
    return [*story, tableau(columns, rows)]


def _action_rows(action: ActionDetails) -> list[Rangee]:
    name: list[Flowable] = [paragraphe(f"{action.code} – {action.titre}", CELLULE_FORTE)]
    if bodies := contenu.responsables(action):
        name.append(paragraphe(bodies, CELLULE_NOTE))
    rows = [Rangee((name, format_date(action.echeance), _status(action.statut)), forte=True)]
    for mesure in action.mesures:
        done = f"fait le {format_date(mesure.fait_le)}" if mesure.fait_le else ""
        title: list[Flowable] = [paragraphe(f"{mesure.code} – {mesure.titre}", CELLULE_MESURE)]
        if mesure.note:
            title.append(paragraphe(mesure.note, NOTE_MESURE))
        status = [_status(mesure.statut)]
        if done:
            status.append(paragraphe(done, CELLULE_NOTE))
        rows.append(Rangee((title, format_date(mesure.echeance), status)))
    return rows


def _status(status: Statut) -> Flowable:
    return paragraphe(libelles.STATUTS[status], ton(CELLULE, _TONS_STATUT.get(status, "")))


_PARTS: dict[str, Callable[[Bilan], list[Flowable]]] = {
    "objectifs": _objectifs,
    "indicateurs": _indicateurs,
    "echeances": _echeances,
    "conventions": _conventions,
    "financements": _financements,
    "remarques": _remarques,
}
