"""Compares the values a partner gives with those stored."""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.contribution import Total
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.importation import Ligne, SaisieRetour, ValeurProposee, Verdict
from sdpd_desktop.domain.indicateur import (
    EtatValeur,
    Indicateur,
    Observation,
    Periodicite,
    Presence,
)
from sdpd_desktop.domain.lexique import (
    SENS_VALEUR,
    Lexique,
    NatureTerme,
    SensValeur,
    TermeInconnu,
    sens_usuel,
)
from sdpd_desktop.domain.nombre import (
    ETAT_NEANT,
    JALON,
    Saisie,
    format_nombre,
    lire_saisie,
    mot_sans_valeur,
    nombre_dans,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode
from sdpd_desktop.domain.retour import CampagneSummary, RetourSummary
from sdpd_desktop.domain.signalement import demander, signaler, signaler_total
from sdpd_desktop.domain.texte import NBSP, insecable, quote
from sdpd_desktop.services.contributions import Apports, ValeurContribuee
from sdpd_desktop.services.lecture import check_typed
from sdpd_desktop.services.lignes import Demandees, check_readable, jour, rejected
from sdpd_desktop.services.plan_lu import PlanLu

_ZONES = {zone.value: zone for zone in Zone}
_ENSEMBLE = Zone.ENSEMBLE.value
_SENS = {
    SensValeur.ZERO: (Presence.VALEUR, Decimal(0)),
    SensValeur.NON_RENSEIGNE: (Presence.NON_RENSEIGNE, None),
    SensValeur.NON_APPLICABLE: (Presence.NON_APPLICABLE, None),
}


class _Lue(NamedTuple):
    """A cell as understood: its value, what to ask about it, what to say of it."""

    saisie: Saisie
    note: str = ""
    terme: TermeInconnu | None = None
    neant: bool = False


class ComparaisonValeurs:
    """Makes the line of a row about an indicator.

    ``enregistre_le`` is when the file was last saved, ``lexique`` what the partner's words mean.
    """

    def __init__(
        self,
        lu: PlanLu,
        campagne: CampagneSummary,
        retour: RetourSummary,
        apports: Apports,
        lexique: Lexique,
        enregistre_le: dt.datetime | None,
    ) -> None:
        self._lu, self._retour, self._apports = lu, retour, apports
        self._lexique, self._saved = lexique, enregistre_le
        self._periode = campagne.periode
        self._asked = Demandees(campagne, retour, lu)
        self._periods: dict[tuple[str, Periodicite], tuple[Periode, str]] = {}
        self._noms = {place.code: place.nom for place in lu.places} | {lu.ici: ""}
        self._libelles = {"": ""}

    def ligne(self, saisie: SaisieRetour) -> Ligne | str:
        """Return the line of a row, or what to say of a comment that comes without a value."""
        indicateur = self._lu.indicateurs.get(saisie.cle)
        first = saisie.colonnes[0][1]
        if indicateur is None:
            return rejected(
                saisie, first, saisie.code, "", "valeur",
                "Cet indicateur n'existe plus dans le plan.", "Préparez un nouveau retour.",
            )  # fmt: skip
        if saisie.zone not in _ZONES or saisie.territoire not in self._lu.territoires:
            return rejected(
                saisie, first, indicateur.chiffre, indicateur.titre, "valeur",
                "Les repères masqués de cette ligne ont été modifiés.",
                "Reportez la valeur dans un retour préparé de nouveau.",
            )  # fmt: skip
        cell = _cell_of(saisie)
        if cell is None:
            said = saisie.cellule("commentaire") or first
            return (
                f"{said.lieu} : commentaire sans valeur pour {indicateur.chiffre}, non repris "
                f"({quote(said.texte)})."
            )
        try:
            periode, doubt = self._period_of(saisie, indicateur)
            check_readable(cell)
            check_typed(indicateur)
            lue = self._read(cell, indicateur)
        except UserError as error:
            found = nombre_dans(cell.texte)
            return self._refused(
                saisie, cell, indicateur, str(error),
                f"Écrivez un nombre ({indicateur.unite}), ou « n/a » s'il n'y a pas lieu.", found,
            )  # fmt: skip
        if closed := self._lu.refus(periode):
            return self._refused(
                saisie, cell, indicateur, closed,
                "Demandez au bureau de rouvrir la période.",
            )  # fmt: skip
        return self._compare(saisie, indicateur, cell, periode, lue, doubt)

    def _refused(
        self, saisie: SaisieRetour, cell: Cellule, indicateur: Indicateur, raison: str,
        correction: str = "", proposee: str = "",
    ) -> Ligne:  # fmt: skip
        made = rejected(
            saisie, cell, indicateur.chiffre, indicateur.titre, "valeur", raison, correction,
            proposee,
        )  # fmt: skip
        return made._replace(precision=self._precision(saisie))

    def _precision(self, saisie: SaisieRetour) -> str:
        """Return where, for which zone and when a row counts, but for what the campagne says."""
        place = self._noms.get(saisie.territoire, saisie.territoire)
        zone, code = saisie.zone, saisie.periode
        if code not in self._libelles:
            self._libelles[code] = _libelle(code)
        periode = self._libelles[code]
        if zone == _ENSEMBLE:
            return f"{place}, {periode}" if place and periode else place or periode
        return ", ".join(filter(None, (place, zone, periode)))

    def _compare(
        self,
        saisie: SaisieRetour,
        indicateur: Indicateur,
        cell: Cellule,
        periode: Periode,
        lue: _Lue,
        doubt: str,
    ) -> Ligne:
        zone, read = _ZONES[saisie.zone], lue.saisie
        comment, unread = saisie.cellule("commentaire"), ""
        if comment is not None and (comment.erreur or comment.formule_sans_resultat):
            unread, comment = _unread(comment), None
        come = self._apports.of(
            indicateur,
            ValeurProposee(
                indicateur.code, saisie.territoire, zone, periode, read.valeur, read.presence,
                read.borne, read.numerateur, read.denominateur,
                comment.texte.strip() if comment else "", "",
            ),
        )  # fmt: skip
        if come.refus:
            return self._refused(saisie, cell, indicateur, come.refus)
        old = self._lu.releve.saisie(indicateur.code, periode, come.valeur.territoire, zone)
        effet = come.valeur
        if old is not None:
            kept = effet.commentaire if comment else old.commentaire
            effet = effet._replace(commentaire=kept, remplace=old.id)
        if lue.neant or (old is not None and _same(old, effet) and come.connue):
            verdict, question = Verdict.INCHANGE, ""
        else:
            question = (
                read.question
                or doubt
                or self._asked.of_value(indicateur, zone)
                or self._doubt(old, effet, come.avant)
                or self._stands_out(effet, indicateur)
            )
            verdict = Verdict.NOUVEAU if old is None else Verdict.MODIFIE
            if question:
                verdict = Verdict.A_CONFIRMER
        if lue.neant:
            understood = SENS_VALEUR[SensValeur.ETAT_NEANT]
        else:
            understood = _understood(read, indicateur)
        said = question or lue.note or _sum(come)
        if not said and verdict is Verdict.MODIFIE:
            said = _only_comment(old, effet)
        if unread:
            said = f"{said} {unread}".lstrip()
        return Ligne(
            verdict, indicateur.chiffre, indicateur.titre, "valeur", cell.lieu, cell.texte,
            cell.format, understood, libelles.valeur(indicateur, old, libelles.Unite.ENTIERE),
            insecable(said) if said else "", "",
            None if verdict is Verdict.INCHANGE else effet, "", saisie, lue.terme, "",
            self._precision(saisie),
        )  # fmt: skip

    def _read(self, cell: Cellule, indicateur: Indicateur) -> _Lue:
        """Understand a cell, with what this partner's words are known to mean."""
        word = mot_sans_valeur(cell.texte) if isinstance(cell.valeur, str) else ""
        if not word:
            return _Lue(read_cell(cell, indicateur))
        sens = self._lexique.get((NatureTerme.VALEUR, word), "")
        who = self._retour.nom
        if not sens and word == ETAT_NEANT:
            nothing = SENS_VALEUR[SensValeur.ETAT_NEANT]
            return _Lue(Saisie(Presence.NON_RENSEIGNE, None), f"{nothing}.", neant=True)
        if sens:
            known = SensValeur(sens)
            presence, valeur = _SENS.get(known, (Presence.NON_RENSEIGNE, None))
            note = f"{quote(cell.texte)} : {SENS_VALEUR[known]}, comme convenu avec {who}."
            return _Lue(Saisie(presence, valeur), note, neant=known is SensValeur.ETAT_NEANT)
        presence, valeur = _SENS[sens_usuel(word)]
        question = f"Que veut dire {quote(cell.texte)} pour {who} ?"
        terme = TermeInconnu(NatureTerme.VALEUR, cell.texte.strip(), tuple(SensValeur))
        return _Lue(Saisie(presence, valeur, question=question), terme=terme)

    def _period_of(self, saisie: SaisieRetour, indicateur: Indicateur) -> tuple[Periode, str]:
        """Return the period of a row, and what to ask about it."""
        if not saisie.periode:
            return self._periode, ""
        key = (saisie.periode, indicateur.periodicite)
        if key not in self._periods:
            self._periods[key] = _period(*key)
        return self._periods[key]

    def _stands_out(self, effet: ValeurProposee, indicateur: Indicateur) -> str:
        """Return what a person must look at twice in a value, "" when nothing stands out."""
        place = (effet.territoire, effet.zone)
        serie = self._lu.releve.saisies(indicateur.code, *place)
        computed = self._lu.releve.valeur(indicateur.code, effet.periode, *place)
        flags = signaler(indicateur, effet.periode, effet.valeur, serie)
        if computed is not None:
            flags = (*flags, *signaler_total(indicateur, effet.valeur, computed))
        return demander(flags) if flags else ""

    def _doubt(self, old: Observation | None, given: ValeurProposee, others: Total | None) -> str:
        """Return why a change of a stored value needs a person, "" when it does not.

        ``others`` is what other units came to, if all that is given is added to it.
        """
        if old is None:
            return ""
        if given.presence is not Presence.VALEUR and old.presence is Presence.VALEUR:
            return "Une valeur est déjà enregistrée : l'effacer ?"
        if others is not None and _value_of(old) == _value_of(others):
            return ""
        same = _value_of(old) == _value_of(given)
        other = "un autre commentaire" if same else "une autre valeur"
        replace = "le remplacer" if same else "la remplacer"
        origin, saved = old.origine, self._saved
        if origin.etat in (EtatValeur.SAISI, EtatValeur.VALIDE):
            when = origin.saisi_le.astimezone()
            later = f", après l'enregistrement de ce classeur ({jour(saved)})"
            return (
                f"{origin.auteur} a saisi {other} le {when:%d/%m/%Y}"
                f"{later if saved and saved < origin.saisi_le else ''} : {replace} ?"
            )
        if origin.etat is EtatValeur.IMPORTE and origin.source != self._retour.partenaire:
            who = self._lu.partenaires.get(origin.source)
            return f"{who.nom if who else origin.source} a donné {other} : {replace} ?"
        before = self._lu.enregistres.get(origin.empreinte)
        if before and saved and saved < before:
            return (
                f"La valeur en base vient d'un classeur plus récent ({quote(origin.fichier)}, "
                f"enregistré le {jour(before)} ; celui-ci le {jour(saved)}) : la remplacer ?"
            )
        return ""


def _period(texte: str, periodicite: Periodicite) -> tuple[Periode, str]:
    """Read a period; a day stands for the period it is in, if the person agrees."""
    periode = parse_periode(texte)
    if periode.type is not TypePeriode.DATE or periodicite is Periodicite.PONCTUELLE:
        return periode, ""
    whole = Periode.de(TypePeriode(periodicite.value), periode.debut)
    return whole, f"{quote(periode.libelle)} : est-ce {whole.libelle} ?"


def _libelle(texte: str) -> str:
    """Return a period as a person reads it, a text that is none as it is."""
    try:
        return parse_periode(texte).libelle
    except ValidationError:
        return texte


def _cell_of(saisie: SaisieRetour) -> Cellule | None:
    """Return the cell of the value; two terms of a share make one."""
    found = saisie.cellule("valeur")
    top, bottom = saisie.cellule("numerateur"), saisie.cellule("denominateur")
    if found is not None or top is None or bottom is None:
        return found or top
    terms = f"{top.texte}/{bottom.texte}"
    broken = top if top.erreur or top.formule_sans_resultat else bottom
    return broken._replace(adresse=top.adresse, valeur=terms, texte=terms, format="")


def _unread(comment: Cellule) -> str:
    """Say that a comment holds no text: what is stored stays."""
    try:
        check_readable(comment)
    except UserError as error:
        return f"Commentaire non repris ({comment.adresse}). {error}"
    return ""


def read_cell(cell: Cellule, indicateur: Indicateur) -> Saisie:
    """Understand a cell as a value of the indicator.

    Raises:
        ValidationError: It is none.
    """
    unite, decimales = indicateur.unite, indicateur.decimales
    match cell.valeur:
        case bool() as flag:
            return lire_saisie("oui" if flag else "non", unite, decimales)
        case int() | float() as number:
            if _is_plain(number, unite, cell.format):
                return Saisie(Presence.VALEUR, Decimal(int(number)))
            exact = Decimal(str(number))
            if "%" in cell.format:
                exact *= 100
            # Plainly, without the separators a person types: nothing is left to guess.
            read = lire_saisie(_plain(exact), unite, max(decimales, 3))
            if unite == "%" and "%" not in cell.format and 0 < exact < 1:
                question = f"{cell.texte} est-il {format_nombre(exact * 100, None, '%')} ?"
                return read._replace(question=question)
            if decimales == 0 and exact != exact.to_integral_value():
                return read._replace(
                    question=f"{cell.texte} n'est pas un nombre entier : correct ?"
                )
            return read
        case dt.date() | dt.time():
            raise ValidationError("valeur", f"« {cell.texte} » est une date, pas un nombre.")
    if cell.texte.isdecimal() and cell.texte.isascii() and len(cell.texte) < 12 and unite != JALON:
        return Saisie(Presence.VALEUR, Decimal(cell.texte))
    return lire_saisie(cell.texte, unite, decimales)


def _is_plain(number: int | float, unite: str, shown: str) -> bool:
    """Tell whether a stored number can be read in one way only: a whole one, not a share."""
    whole = abs(number) < 1e12 and number == int(number)
    return whole and "%" not in shown and unite not in (JALON, "%")


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f").replace(".", ",")


def _understood(lue: Saisie, indicateur: Indicateur) -> str:
    text = libelles.valeur(indicateur, lue, libelles.Unite.ENTIERE)
    if lue.numerateur is not None:
        terms = f"{format_nombre(lue.numerateur)} / {format_nombre(lue.denominateur)}"
        return f"{text} ({terms})"
    return text


def _sum(come: ValeurContribuee) -> str:
    return f"Somme{NBSP}: {come.provenance}." if come.provenance else ""


def _same(old: Observation, new: ValeurProposee) -> bool:
    return _value_of(old) == _value_of(new) and old.commentaire == new.commentaire


def _value_of(one: Observation | ValeurProposee | Total) -> tuple[object, ...]:
    return one.presence, one.valeur, one.borne, one.numerateur, one.denominateur


def _only_comment(old: Observation | None, new: ValeurProposee) -> str:
    same = old is not None and _value_of(old) == _value_of(new)
    return "Seul le commentaire change." if same else ""
