"""A convention as a page of text with links, for the detail pane."""

import datetime as dt
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote, unquote

from sdpd_desktop.domain.convention import ConventionDetails, ConventionSummary
from sdpd_desktop.domain.dates import format_date, format_date_longue
from sdpd_desktop.domain.duree import Renouvellement
from sdpd_desktop.domain.signataire import FORMULES, SignataireDetails, a_la_date
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.labels import NATURES_CONVENTION, Badge, Forme


def fiche(details: ConventionDetails, muted: str) -> str:
    """Return the HTML; a part without data is absent. ``muted`` is the colour of row titles."""
    resume = details.resume
    rows: list[tuple[str, str]] = [
        ("Nature", escape(resume.nature_libre or NATURES_CONVENTION[resume.nature])),
        ("Territoire", escape(details.territoire_nom)),
        ("Présidence", escape(details.presidence)),
        ("Périodicité", escape(details.periodicite)),
        ("Objet", escape(details.objet)),
        ("Champs d’action", _list(details.champs)),
        ("Visas", _list(details.visas)),
        ("Avis", _list(details.avis)),
        ("Parties", _list(_partie(details, partie.rang) for partie in details.parties)),
        ("Signature", escape(signature(details))),
        ("Durée", escape(_duree(details))),
        ("Annexes", _list(f"Annexe {a.numero} · {a.titre}" for a in details.annexes)),
        ("Avenants", _list(_avenants(details))),
        ("Actions liées", _links("action", details.actions)),
        ("Indicateurs liés", _links("indicateur", details.indicateurs)),
        ("Remarques", _list(remarque.texte for remarque in details.remarques)),
        ("Dénonciation", escape(_denonciation(details))),
        ("Publication", escape(_publication(details))),
        ("Source", escape(details.source)),
    ]
    body = "".join(
        f'<tr><td style="color:{muted}; padding:2px 12px 4px 0;">{title.replace(" ", "&nbsp;")}'
        f'</td><td style="padding:2px 4px 4px 0;">{content}</td></tr>'
        for title, content in rows
        if content
    )
    return f'<table cellspacing="0">{body}</table>'


def signature(details: ConventionDetails) -> str:
    """Return when and where it was signed, or is to be."""
    where = f" ({details.signature_lieu})" if details.signature_lieu else ""
    if details.signee_le:
        return f"signée le {format_date_longue(details.signee_le)}{where}"
    if details.signature_prevue:
        moment = _local(details.signature_prevue)
        minutes = f"{NBSP}{moment:%M}" if moment.minute else ""
        return (
            f"à signer{NBSP}; signature annoncée le {format_date_longue(moment.date())} "
            f"à {moment.hour}{NBSP}h{minutes}{where}"
        )
    return "à signer"


def link_of(href: str) -> tuple[str, str, str]:
    """Return kind, plan and code of a link of the page."""
    kind, plan, code = (unquote(part) for part in href.split("/", 2))
    return kind, plan, code


def badge_renouvellement(row: ConventionSummary, today: dt.date) -> Badge | None:
    """Return the warning that holds, None while the end is far or already past."""
    match row.renouvellement(today):
        case Renouvellement.SIX_MOIS:
            return Badge("Moins de 6 mois", "warn", Forme.LOSANGE)
        case Renouvellement.DEUX_MOIS:
            return Badge("Moins de 2 mois", "late", Forme.TRIANGLE)
    return None


def _local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone() if moment.tzinfo else moment


def _partie(details: ConventionDetails, rang: int) -> str:
    partie = next(p for p in details.parties if p.rang == rang)
    signers = [s for s in details.signataires if s.partie == rang]
    on = details.reference(dt.date.max)
    named = ", ".join(_signataire(s, on) for s in signers)
    institution = details.institution(partie, dt.date.max)
    return f"{institution} — {named}" if named else institution


def _signataire(signataire: SignataireDetails, on: dt.date) -> str:
    name = f"{signataire.nom}, " if signataire.nom else ""
    signed = f" (a signé le {format_date(signataire.signe_le)})" if signataire.signe_le else ""
    mandat = signataire.mandat
    hand = f"{NBSP}; {FORMULES[mandat.mode]}, {mandat.nom}, {mandat.qualite}" if mandat else ""
    return f"{name}{a_la_date(signataire.qualite, on)}{hand}{signed}"


def _denonciation(details: ConventionDetails) -> str:
    ended = details.denonciation
    if ended is None:
        return ""
    effect = f", avec effet au {format_date(ended.effet_le)}" if ended.effet_le else ""
    return f"le {format_date(ended.le)}{effect}" + (f"{NBSP}; {ended.motif}" if ended.motif else "")


def _publication(details: ConventionDetails) -> str:
    if details.raa:
        return f"recueil des actes administratifs, {details.raa}"
    return "au recueil des actes administratifs" if details.publiee else ""


def _duree(details: ConventionDetails) -> str:
    tacit = ", reconduction tacite" if details.resume.duree.tacite else ""
    span = _span(details)
    return f"{span}{tacit}" if span else tacit.removeprefix(", ")


def _span(details: ConventionDetails) -> str:
    start, end = details.resume.duree.debut, details.resume.fin
    if start and end:
        return f"du {format_date(start)} au {format_date(end)}"
    if end:
        return f"jusqu’au {format_date(end)}"
    return f"depuis le {format_date(start)}" if start else ""


def _avenants(details: ConventionDetails) -> Iterable[str]:
    for avenant in details.avenants:
        signed = f", signé le {format_date(avenant.signe_le)}" if avenant.signe_le else ""
        yield f"Avenant {avenant.numero} · {avenant.objet}{signed}"


def _list(items: Iterable[str]) -> str:
    return "<br/>".join(escape(item) for item in items if item)


def _links(kind: str, codes: Sequence[tuple[str, str]]) -> str:
    return ", ".join(
        f'<a href="{kind}/{quote(plan, safe="")}/{quote(code, safe="")}">{escape(code)}</a>'
        for plan, code in codes
    )
