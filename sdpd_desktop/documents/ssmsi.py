"""Reads the values of a table of the SSMSI as a stream; only one département is kept."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from sdpd_desktop.documents.ssmsi_disposition import (
    HEAD_ROWS,
    departement_annonce,
    trouver,
    zone_du_nom,
)
from sdpd_desktop.documents.ssmsi_valeurs import Moisson
from sdpd_desktop.documents.tableau_flux import (
    Flux,
    Ouverture,
    Progres,
    Rangee,
    identifier,
    refus,
)
from sdpd_desktop.domain.errors import NotFoundError, UserError
from sdpd_desktop.domain.periode import TypePeriode
from sdpd_desktop.domain.ssmsi import Correspondance, Disposition, TableauLu
from sdpd_desktop.domain.ssmsi_lecture import Filtre, code_departement, millesime

Retenues = Callable[[Correspondance], Correspondance | None]
"""Gives the mapping a person confirmed for a layout, or None."""


def lire(
    path: Path,
    filtre: Filtre,
    *,
    retenues: Retenues = lambda _found: None,
    correspondance: Correspondance | None = None,
    progres: Progres | None = None,
    arret: threading.Event | None = None,
) -> TableauLu:
    """Read a table, keeping what the filter keeps.

    Args:
        path: A .csv, .csv.gz or .xlsx.
        filtre: The département kept, and the communes.
        retenues: Looked up once the headings are found.
        correspondance: Used as it is, instead of what the headings seem to say.
        progres: Called now and then with the bytes read.
        arret: Set from another thread to stop.

    Raises:
        UserError: The file is refused whole; the sentence says why and what to do.
    """
    identite = identifier(path)
    with Ouverture(path, progres, arret) as flux:
        feuille, found, before, rows, unread = _table(path, flux, filtre, correspondance)
        if correspondance is None and (kept := retenues(found)) is not None:
            found = replace(kept, feuille=found.feuille, ligne_titres=found.ligne_titres, sure=True)
        if found.disposition is Disposition.ETAT_4001 and correspondance is None:
            found = replace(found, zone=zone_du_nom(path.name))
        announced = _check_departement(path, found, feuille, before, filtre)
        moisson = Moisson(found, filtre, feuille)
        for row in rows:
            moisson.prendre(row)
        moisson.clore()
    if identifier(path) != identite:
        raise refus(path, "il a changé pendant la lecture. Recommencez.")
    years = {v.periode.annee for v in moisson.valeurs if v.periode.type is not TypePeriode.DATE}
    edition = millesime(path.name, [c.titre for c in found.colonnes], years)
    warnings = [*moisson.avertissements]
    if unread:
        warnings.append(f"Feuilles non lues : {', '.join(unread)}.")
    if not announced and found.disposition is Disposition.TABLEAU:
        warnings.append(
            f"Le tableau ne dit pas son département : ses valeurs seront celles du "
            f"{filtre.departement}."
        )
    return TableauLu(
        path.name, identite.empreinte, identite.taille, found, edition, moisson.series(),
        moisson.valeurs, moisson.noms, moisson.lignes, dict(filtre.ecartees),
        tuple(moisson.defauts), moisson.nombre_defauts, tuple(warnings),
    )  # fmt: skip


def _table(
    path: Path, flux: Flux, filtre: Filtre, wanted: Correspondance | None
) -> tuple[str, Correspondance, list[Rangee], Iterator[Rangee], tuple[str, ...]]:
    """Return the sheet, the mapping, the rows over the headings and those under them."""
    names = flux.feuilles()
    if wanted is not None and wanted.feuille not in names:
        raise NotFoundError(f"Le fichier {path.name} n'a pas de feuille « {wanted.feuille} ».")
    for name in _order(names, filtre) if wanted is None else (wanted.feuille,):
        rows = flux.rangees(name)
        head = list(islice(rows, HEAD_ROWS))
        found = wanted or trouver(head, name)
        if found is None:
            for _row in rows:  # The child goes on to the next sheet once this one is read.
                pass
            continue
        before = [row for row in head if row.numero < found.ligne_titres]
        under = (row for row in head if row.numero > found.ligne_titres)
        left = tuple(other for other in names if other != name)
        if found.disposition is Disposition.ETAT_4001:
            left = ()  # The other sheets are the other départements.
        return name, found, before, chain(under, rows), left
    raise UserError(
        f"« {path.name} » n'a pas de ligne de titres reconnue : il faut une colonne d'indicateurs "
        "et au moins une colonne de valeurs (par année, par mois ou par zone). Vérifiez que c'est "
        "un tableau du SSMSI."
    )


def _order(names: tuple[str, ...], filtre: Filtre) -> tuple[str, ...]:
    """Return the sheets to look at: that of the département when there is one, else all."""
    own = tuple(name for name in names if code_departement(name) == filtre.departement)
    return own or names


def _check_departement(
    path: Path, found: Correspondance, feuille: str, before: list[Rangee], filtre: Filtre
) -> bool:
    """Refuse a table of another département; tell whether it says which one it is.

    Raises:
        UserError: It names another one.
    """
    named = code_departement(feuille) if feuille else ""
    if found.disposition is Disposition.TABLEAU:
        named = departement_annonce(before) or named
    if named and named != filtre.departement:
        raise UserError(
            f"« {path.name} » porte sur le département {named}, et le plan sur le "
            f"{filtre.departement}. Choisissez le fichier du département, ou un autre plan."
        )
    if found.disposition is Disposition.ETAT_4001 and not named:
        raise UserError(f"« {path.name} » n'a pas de feuille du département {filtre.departement}.")
    return bool(named)
