"""The figures of the dashboard, in words."""

import datetime as dt

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.plan import EtatEcheance
from sdpd_desktop.domain.tableau_de_bord import TableauDeBord
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.page import Link
from sdpd_desktop.gui.tableau_de_bord.chiffre import Chiffre


def chiffres(board: TableauDeBord, on: dt.date) -> tuple[Chiffre, ...]:
    """Return the cards in the order shown."""
    return (
        Chiffre(
            "En retard",
            str(board.en_retard),
            "late" if board.en_retard else "ok",
            _oldest(board),
            Link("strategie", "etat", EtatEcheance.EN_RETARD.value),
        ),
        Chiffre(
            f"Échéances <{NBSP}30{NBSP}j",
            str(board.proches),
            "warn" if board.proches else "ok",
            _next(board, on),
            Link("strategie", "etat", EtatEcheance.PROCHE.value),
        ),
        Chiffre(
            "Valeurs à saisir",
            str(len(board.a_saisir)),
            "info" if board.a_saisir else "ok",
            _valeurs(board),
            Link("indicateurs", "a_saisir"),
        ),
        Chiffre(
            "Retours attendus",
            str(len(board.retours_attendus)),
            "late" if board.retours_en_retard else "warn" if board.retours_attendus else "ok",
            _retours(board),
            Link("retours"),
        ),
        _conventions(board),
        _avancement(board),
    )


def _oldest(board: TableauDeBord) -> str:
    late = [e for e in board.echeances if e.etat is EtatEcheance.EN_RETARD]
    if not late:
        return "rien n’est en retard"
    return f"depuis le {format_date(min(e.echeance for e in late))}"


def _next(board: TableauDeBord, on: dt.date) -> str:
    ahead = [e.echeance for e in board.echeances if e.echeance >= on]
    return f"prochaine le {format_date(min(ahead))}" if ahead else "aucune à venir"


def _valeurs(board: TableauDeBord) -> str:
    if board.a_saisir:
        return f"sur {board.periode_a_saisir}"
    ahead = [value.due_le for value in board.valeurs]
    return f"prochaine le {format_date(min(ahead))}" if ahead else "aucune à venir"


def _retours(board: TableauDeBord) -> str:
    awaited = {retour.id for retour in board.retours_attendus}
    partial = sum(retour.id not in awaited for retour in board.retours_en_retard)
    if partial:  # Beside the number of those not received at all.
        return f"et {partial} à compléter, sur {board.retours_total}"
    if board.retours_en_retard:
        return f"en retard, sur {board.retours_total}"
    if not board.retours_total:
        return "aucune campagne"
    return f"sur {board.retours_total} demandé{'s' if board.retours_total > 1 else ''}"


def _conventions(board: TableauDeBord) -> Chiffre:
    sign, renew = len(board.conventions_a_signer), len(board.conventions_a_renouveler)
    if sign and renew:
        more = f"{sign} à signer, {renew} à renouveler"
    else:
        more = "à renouveler" if renew else "à signer" if sign else "rien à signer"
    return Chiffre(
        "Conventions",
        str(sign + renew),
        "warn" if sign + renew else "ok",
        more,
        Link("conventions"),
    )


def _avancement(board: TableauDeBord) -> Chiffre:
    share = board.avancement
    part = f" · {format_nombre(round(100 * share.part), unite='%')}" if share.part else ""
    plural = "s" if board.chiffrees > 1 else ""
    return Chiffre(
        f"Réalisées{part}",
        f"{share.faites}/{share.total}",
        "ok" if share.faites else "neutral",
        f"{board.chiffrees} action{plural} chiffrée{plural} sur {board.actions}",
        Link("strategie"),
    )
