"""The letter of a reminder, as PDF."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from sdpd_desktop.documents.pdf_page import Gabarit, composer, titre
from sdpd_desktop.documents.pdf_police import employer
from sdpd_desktop.documents.pdf_styles import LARGEUR_UTILE, NOM, QUALITE, TEXTE, paragraphe
from sdpd_desktop.documents.pdf_tableau import Colonne, Groupe, Rangee, tableau
from sdpd_desktop.documents.relance_texte import paragraphes
from sdpd_desktop.domain.dates import format_date, format_date_longue
from sdpd_desktop.domain.relance import Relance

_ADDRESS = 0.52  # where the window of an envelope looks, as a share of the text's width


def render(relance: Relance) -> bytes:
    """Return the letter with the list of what is awaited.

    Raises:
        ValidationError: The header image is unusable, or a character cannot be printed.
    """
    with employer(relance.police):
        return composer(_around(relance), _story(relance))


def _story(relance: Relance) -> list[Flowable]:
    story: list[Flowable] = [
        _address(relance),
        Spacer(0, 8 * mm),
        paragraphe(f"Le {format_date_longue(relance.le)}", TEXTE),
        paragraphe(f"Objet : {relance.objet}", QUALITE),
        Spacer(0, 5 * mm),
        paragraphe("Madame, Monsieur,", TEXTE),
    ]
    story += [paragraphe(text, TEXTE) for text in paragraphes(relance)]
    story.append(_closing(relance))
    if relance.manquants:
        story += [*titre("Ce qui est attendu"), _table(relance)]
    return story


def _around(relance: Relance) -> Gabarit:
    return Gabarit(
        titre=relance.objet,
        sujet=f"Relance de {relance.partenaire_nom}",
        bureau=relance.bureau,
        mention=relance.mention,
        entete=relance.entete,
        pied=f"{relance.plan} – {relance.periode.libelle} – {format_date(relance.le)}",
        date=relance.le,
    )


def _address(relance: Relance) -> Flowable:
    contact = relance.contact
    lines: list[Flowable] = [paragraphe(relance.partenaire_nom, QUALITE)]
    if contact.fonction:
        lines.insert(0, paragraphe(f"À l'attention de : {contact.fonction}", NOM))
    lines += [paragraphe(line, NOM) for line in contact.adresse.splitlines() if line]
    if contact.courriel:
        lines.append(paragraphe(f"Par courriel : {contact.courriel}", NOM))
    left = LARGEUR_UTILE * _ADDRESS
    return Table(
        [["", lines]],
        colWidths=[left, LARGEUR_UTILE - left],
        style=[("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )


def _closing(relance: Relance) -> Flowable:
    who = relance.bureau or "Le bureau chargé du suivi du plan"
    return KeepTogether(
        [
            paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération "
                       "distinguée.", TEXTE),
            Spacer(0, 4 * mm),
            paragraphe(who, QUALITE),
            Spacer(0, 14 * mm),
        ]
    )  # fmt: skip


def _table(relance: Relance) -> Flowable:
    columns = (Colonne("Repère", 14), Colonne("Ce qui est demandé", 64), Colonne("Où", 22))
    rows: list[Rangee | Groupe] = []
    for name, measures in (("Mesures", True), ("Indicateurs", False)):
        lines = [line for line in relance.manquants if line.cle.est_mesure is measures]
        if lines:
            rows.append(Groupe(name))
        rows += [Rangee((line.repere, line.titre, line.lieu)) for line in lines]
    return tableau(columns, rows)
