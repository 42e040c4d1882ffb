"""The words of a reminder, and the mail ready to be copied into a message."""

from sdpd_desktop.documents.typographie import accord, francais
from sdpd_desktop.domain.dates import format_date_longue
from sdpd_desktop.domain.relance import Relance

_RULE = "-" * 60


def paragraphes(relance: Relance) -> tuple[str, ...]:
    """Return what the letter and the mail both say, one paragraph each."""
    due = format_date_longue(relance.echeance)
    awaited = f" pour le {due}" if due else ""
    count = len(relance.manquants)
    if relance.incomplet:
        came = (
            f"Votre réponse, attendue{awaited}, nous est parvenue ; "
            + (f"il y manque encore {accord(count, 'information')}." if count
               else "certaines réponses restent à corriger.")
        )  # fmt: skip
    else:
        came = f"Votre réponse était attendue{awaited} et ne nous est pas parvenue à ce jour."
    return (
        f"Le suivi du plan « {relance.plan_titre or relance.plan} » demande à vos services des "
        f"informations pour la période {relance.periode.libelle}. {came}",
        f"Je vous remercie de remplir {_workbook(relance)}. Seules les cellules à fond jaune se "
        "remplissent ; une cellule laissée vide ne change rien à ce que nous connaissons déjà.",
        "Si vous n'avez rien à signaler pour cette période, répondez « état néant » : cette "
        "réponse compte. Aucune donnée personnelle ne doit figurer dans le classeur.",
    )


def mail(relance: Relance) -> bytes:
    """Return the mail as a text file that Windows' Notepad and mail programs open well."""
    to = relance.contact.courriel or "(à compléter : la fiche du partenaire n'a pas d'adresse)"
    lines = [
        f"À : {to}",
        f"Objet : {relance.objet}",
        f"À joindre : {', '.join(relance.classeurs)}",
        _RULE,
        "",
        "Madame, Monsieur,",
    ]
    for text in paragraphes(relance):
        lines += ["", text]
    if relance.manquants:
        lines += ["", "Ce qui est attendu :"]
        for line in relance.manquants:
            place = f" ({line.lieu})" if line.lieu else ""
            lines.append(f"  - {line.repere} : {line.titre}{place}")
    lines += ["", "Cordialement,", relance.bureau or "Le bureau chargé du suivi du plan"]
    # With its mark and Windows line ends: Notepad would show anything else as one long line.
    return "\r\n".join(francais(line) for line in lines).encode("utf-8-sig") + b"\r\n"


def _workbook(relance: Relance) -> str:
    names = ", ".join(f"« {name} »" for name in relance.classeurs)
    if len(relance.classeurs) < 2:
        return f"le classeur joint {names} et de nous le renvoyer"
    return f"les classeurs joints {names} et de nous les renvoyer"
