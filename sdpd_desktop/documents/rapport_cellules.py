"""Cells of reports: a printed text and the number or date behind it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.constat import Evolution, LigneIndicateur, ValeurDite
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import (
    Borne,
    Cible,
    EtatValeur,
    Indicateur,
    NatureCible,
    Presence,
)
from sdpd_desktop.domain.masquage import Masquage, est_effectif
from sdpd_desktop.domain.nombre import JALON, format_nombre
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import Avancement, Echeance, EtatEcheance, Statut
from sdpd_desktop.domain.rapport import Format, Texte, Ton
from sdpd_desktop.domain.taux import valeur_cible
from sdpd_desktop.domain.texte import NBSP

RIEN = Texte(libelles.ABSENT, ton=Ton.NEUTRE)
TONS_STATUT = {
    Statut.REALISEE: Ton.VERT,
    Statut.BLOQUEE: Ton.ROUGE,
    Statut.EN_PAUSE: Ton.OCRE,
    Statut.ABANDONNEE: Ton.GRIS,
}
_TONS_ECHEANCE = {EtatEcheance.EN_RETARD: Ton.ROUGE, EtatEcheance.PROCHE: Ton.OCRE}


def entier(nombre: int, *, fort: bool = False, ton: Ton = Ton.NEUTRE) -> Texte:
    """Set a count."""
    return Texte(format_nombre(nombre), nombre, Format.ENTIER, fort=fort, ton=ton)


def date(jour: dt.date | None, interpretee: str = "") -> Texte:
    """Set a date, with what it was taken from."""
    if jour is None:
        return Texte("")
    return Texte(format_date(jour), jour, Format.DATE, note=interpretee)


def euros(montant: int | None, *, fort: bool = False) -> Texte:
    """Set an amount; one that nobody gave is not zero."""
    return Texte(libelles.euros(montant), montant, Format.EUROS, fort=fort)


def part(avancement: Avancement, *, fort: bool = False) -> Texte:
    """Set the share done, with its bar."""
    share = avancement.part
    if share is None:
        return RIEN
    text = libelles.pourcentage(share)
    return Texte(text, share, Format.POURCENT, part=share, fort=fort)


def statut(valeur: Statut, fait_le: dt.date | None = None) -> Texte:
    """Set a status, with the day it was done."""
    note = f"fait le {format_date(fait_le)}" if fait_le else ""
    ton = TONS_STATUT.get(valeur, Ton.NEUTRE)
    return Texte(libelles.STATUTS[valeur], ton=ton, note=note)


def etat_echeance(echeance: Echeance) -> Texte:
    """Set « en retard », « dans 12 jours », « ce jour »."""
    ton = _TONS_ECHEANCE.get(echeance.etat, Ton.NEUTRE)
    if echeance.jours < 0:
        return Texte("en retard", ton=ton)
    if echeance.jours == 0:
        return Texte("ce jour", ton=ton)
    unit = "jour" if echeance.jours == 1 else "jours"
    return Texte(f"dans {echeance.jours}{NBSP}{unit}", ton=ton)


def jours_de_retard(echeance: Echeance) -> Texte:
    """Set the days since a due date; nothing before it."""
    return entier(-echeance.jours, ton=Ton.ROUGE) if echeance.jours < 0 else Texte("")


def masque(masquage: Masquage, seuil: int) -> str:
    """Return what stands for a value that is not told."""
    return f"<{NBSP}{seuil}" if masquage is Masquage.PETIT else "masqué"


def valeur(
    indicateur: Indicateur, dite: ValeurDite, periode: Periode, seuil: int, *, fort: bool = False
) -> Texte:
    """Set a value, with its own period where that is not the column's."""
    observation = dite.observation
    if observation is None or observation.presence is Presence.NON_RENSEIGNE:
        return RIEN
    notes = []
    if observation.periode != periode:
        notes.append(observation.periode.libelle)
    if observation.origine.etat is EtatValeur.CONTESTE:
        notes.append("contesté")
    note = ", ".join(notes)
    if dite.masquage:
        return Texte(masque(dite.masquage, seuil), ton=Ton.GRIS, note=note)
    exact = observation.borne is Borne.EXACTE and indicateur.unite != JALON
    return Texte(
        libelles.observation(indicateur, observation),
        observation.valeur if exact else None,
        Format.NOMBRE,
        note=note,
        fort=fort,
    )


def evolution(indicateur: Indicateur, changee: Evolution) -> Texte:
    """Set « +29 » with « +63,0 % » below; why terms do not compare stands beside the title."""
    if changee.absolue is None:
        return RIEN
    share = indicateur.unite == "%"
    return Texte(
        libelles.ecart(indicateur, changee.absolue),
        changee.absolue,
        Format.VARIATION_POINTS if share else Format.VARIATION,
        note="" if changee.relative is None else libelles.ecart_relatif(changee.relative),
        note_valeur=changee.relative,
        note_format=Format.VARIATION_POURCENT,
    )


def cible(indicateur: Indicateur, visee: Cible | None) -> Texte:
    """Set what is aimed at, with the day it is due below."""
    if visee is None:
        return Texte(libelles.cible(indicateur, visee))
    bare = replace(visee, echeance=None, echeance_interpretee="")
    interpreted = visee.echeance_interpretee
    return Texte(
        libelles.cible(indicateur, bare),
        None if indicateur.unite == JALON else valeur_cible(indicateur, visee),
        Format.NOMBRE,
        note=interpreted or format_date(visee.echeance),
        note_valeur=None if interpreted else visee.echeance,
        note_format=Format.DATE,
    )


def taux(line: LigneIndicateur) -> Texte:
    """Set the rate with its terms below; why there is none stands beside the title."""
    rate = line.suivi.taux
    if line.taux_masque:
        return Texte("masqué", ton=Ton.GRIS)
    if rate.part is None:
        return Texte(libelles.ABSENT)
    return Texte(
        libelles.pourcentage(rate.part, 2),
        rate.part,
        Format.POURCENT,
        note=rate.libelle,
        fort=True,
    )


def depart(indicateur: Indicateur, seuil: int) -> Texte:
    """Set the figure a source gives for context, with its date; « < 5 » under ``seuil``."""
    given = indicateur.depart
    bare = replace(given, date=None, periode="")
    note = given.periode or format_date(given.date) or "au départ"
    if given.valeur is None:
        return RIEN
    if est_effectif(indicateur) and 1 <= given.valeur < seuil:
        return Texte(masque(Masquage.PETIT, seuil), ton=Ton.GRIS, note=note)
    exact = given.borne is Borne.EXACTE
    return Texte(
        libelles.reference(indicateur, bare),
        given.valeur if exact else None,
        Format.NOMBRE,
        note=note,
        fort=True,
    )


def sans_chiffre(line: LigneIndicateur) -> Iterator[str]:
    """Yield why a variation or a rate cannot be told, in words for the line under a title."""
    if line.suivi.indicateur.nature is NatureCible.CONTEXTE:
        told = line.suivi.indicateur.depart.texte
        yield f"chiffre de contexte{NBSP}: {told}" if told else "chiffre de contexte"
    elif line.suivi.taux.part is None and not line.taux_masque:
        motif = line.suivi.taux.motif
        yield motif if "pas de taux" in motif else f"pas de taux{NBSP}: {motif}"
    if line.evolution.motif:
        yield line.evolution.motif
