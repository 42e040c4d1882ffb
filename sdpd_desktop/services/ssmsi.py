"""Imports recorded crime figures of the SSMSI, so that a plan's own stand next to them."""

import datetime as dt
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.ssmsi import (
    Correspondance,
    Disposition,
    LigneSsmsi,
    PropositionSsmsi,
    RoleColonne,
)
from sdpd_desktop.domain.ssmsi_lecture import Filtre, departement_de
from sdpd_desktop.domain.territoire import NatureTerritoire, TerritoireSummary
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.persistence.contexte import Provenance
from sdpd_desktop.persistence.unit_of_work import UnitOfWork, WritingUnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.files import read_again
from sdpd_desktop.services.ssmsi_comparaison import Comparison, by_insee, key_of

Progres = Callable[[int, int], None]


@dataclass(frozen=True)
class ResultatSsmsi:
    """What applying a proposition stored; ``changement`` is None when nothing was new."""

    changement: int | None
    nouveaux: int
    modifies: int
    series: int


class SsmsiService:
    """Tables of the SSMSI, taken in as context indicators of a plan."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def propose(
        self,
        path: Path,
        plan: str,
        *,
        toutes_communes: bool = False,
        correspondance: Correspondance | None = None,
        produit_le: dt.date | None = None,
        progres: Progres | None = None,
        arret: threading.Event | None = None,
    ) -> PropositionSsmsi:
        """Read a table and compare it with what the plan holds; nothing changes.

        Args:
            path: A .csv, .csv.gz or .xlsx of the SSMSI.
            plan: Code of the plan.
            toutes_communes: Keep every commune of the département, not only the known ones.
            correspondance: What the columns are, when a person corrected the proposition.
            produit_le: Day the table was made, when its name does not tell.
            progres: Called now and then with the bytes read and in all.
            arret: Set from another thread to stop.

        Raises:
            NotFoundError: No such plan or file.
            UserError: The file is refused whole; the sentence says why and what to do.
        """
        from sdpd_desktop.documents.ssmsi import lire

        with self._ground.database.read() as work:
            departement, communes = _place(work, plan)
        filtre = Filtre(departement, None if toutes_communes else communes)
        lu = lire(
            path, filtre, retenues=self._remembered, correspondance=correspondance,
            progres=progres, arret=arret,
        )  # fmt: skip
        if produit_le is not None:
            lu = replace(lu, millesime=replace(lu.millesime, produit_le=produit_le))
        with self._ground.database.read() as work:
            return Comparison(work, plan, lu, self._ground.clock.today()).proposition(
                path, departement
            )

    def apply(self, proposition: PropositionSsmsi, *, confirme: bool = False) -> ResultatSsmsi:
        """Store the new and changed values as one changement that one gesture puts back.

        ``confirme`` answers the proposition's questions and keeps the values to be confirmed; a
        mapping so confirmed is remembered, as a changement of its own, for the next table laid
        out alike.

        Raises:
            UserError: A question is left without an answer.
            ConflictError: What the preview showed is no longer true; propose again.
        """
        if proposition.questions and not confirme:
            raise UserError(
                f"Avant d'appliquer, il faut confirmer : {' '.join(proposition.questions)}"
            )
        chosen = proposition.applicables(confirme=confirme)
        if not chosen:
            return ResultatSsmsi(None, 0, 0, 0)
        lu = proposition.lu
        octets = read_again(proposition.chemin, lu.empreinte, lu.taille)
        if not proposition.lu.correspondance.sure:
            self.retenir(proposition.lu.correspondance)
        name = f"importer {proposition.lu.nom} (SSMSI, {proposition.plan})"
        with self._ground.write(name, SourceChangement.IMPORT, proposition.lu.empreinte) as work:
            _check_unchanged(work, proposition, chosen)
            self._store(work, proposition, chosen, octets)
            changement = work.commit()
        self._ground.tell(Change.INDICATEURS)
        counts = Counter(bool(line.remplace) for line in chosen)
        return ResultatSsmsi(
            changement, counts[False], counts[True],
            len({line.valeur.serie for line in chosen}),
        )  # fmt: skip

    def retenir(self, correspondance: Correspondance) -> None:
        """Remember what the columns of a layout are."""
        with self._ground.write("retenir la correspondance des colonnes d'un tableau") as work:
            work.depot.retenir(correspondance.signature, _to_json(correspondance))
            work.commit()
        self._ground.tell()

    def _remembered(self, found: Correspondance) -> Correspondance | None:
        with self._ground.database.read() as work:
            kept = work.contexte.correspondance(found.signature)
        return _from_json(kept, found) if kept else None

    def _store(
        self,
        work: WritingUnitOfWork,
        proposition: PropositionSsmsi,
        chosen: Sequence[LigneSsmsi],
        octets: bytes | None,
    ) -> None:
        now = self._ground.clock.now()
        plan = work.plans.row(proposition.plan)
        table = proposition.lu.correspondance.disposition is Disposition.TABLEAU
        series = {serie.code: serie for serie in proposition.lu.series}
        wanted = {line.valeur.serie for line in chosen}
        # What the ministry sends to the préfet alone is not published.
        ids = {
            code: work.depot.serie(plan, series[code], proposition.origine, not table)
            for code in sorted(wanted)
        }
        provenance = Provenance(
            proposition.origine, proposition.lu.millesime.produit_le, proposition.consolidation,
            self._ground.auteur(), now, work.depot.importation(proposition, octets, now),
        )  # fmt: skip
        work.depot.valeurs(chosen, ids, _territories(work, proposition), provenance)


def _place(work: UnitOfWork, plan: str) -> tuple[str, frozenset[str]]:
    """Return the plan's département and the INSEE codes of its known communes.

    Raises:
        UserError: Nothing tells the département of the plan.
    """
    territoires = {t.code: t for t in work.partenaires.territoires()}
    departement = _departement(work.plans.territoire_code(plan), territoires, set())
    if not departement:
        raise UserError(
            f"Rien ne dit le département du plan {plan} : donnez un code INSEE à son territoire."
        )
    communes = frozenset(
        t.insee
        for t in territoires.values()
        if t.nature is NatureTerritoire.COMMUNE and departement_de(t.insee) == departement
    )
    return departement, communes


def _departement(code: str, territoires: Mapping[str, TerritoireSummary], seen: set[str]) -> str:
    """Return the département a territory lies in, looking outwards."""
    found = territoires.get(code)
    if found is None or code in seen:
        return ""
    seen.add(code)
    if found.nature is NatureTerritoire.DEPARTEMENT:
        return found.insee
    if found.nature is NatureTerritoire.COMMUNE:
        return departement_de(found.insee)
    return next(filter(None, (_departement(c, territoires, seen) for c in found.dans)), "")


def _territories(work: WritingUnitOfWork, proposition: PropositionSsmsi) -> dict[str, str]:
    """Return the ids of the territories by INSEE code, those that are new being made."""
    places = {insee: place.id for insee, place in by_insee(work.partenaires.territoires()).items()}
    fresh = dict(proposition.territoires_nouveaux)
    departement = proposition.departement
    for insee in sorted(fresh, key=lambda code: (code != departement, code)):
        if insee not in places:
            over = None if insee == departement else places.get(departement)
            if insee != departement and over is None:
                over = work.depot.territoire(
                    departement, f"Département {departement}", None, proposition.origine
                )
                places[departement] = over
            places[insee] = work.depot.territoire(insee, fresh[insee], over, proposition.origine)
    return places


def _check_unchanged(
    work: UnitOfWork, proposition: PropositionSsmsi, chosen: Sequence[LigneSsmsi]
) -> None:
    """Refuse a proposition made from data that changed since.

    Raises:
        ConflictError: Says how many values changed.
    """
    row = work.plans.row(proposition.plan)
    current = work.contexte.presentes(row, [serie.code for serie in proposition.lu.series])
    places = by_insee(work.partenaires.territoires())
    changed = 0
    for line in chosen:
        place = places.get(line.valeur.insee)
        now = current.get(key_of(line.valeur, place.id)) if place else None
        changed += (now.id if now else "") != line.remplace
    if changed:
        raise ConflictError(
            f"{changed} valeur(s) ont changé depuis l'aperçu : rouvrez le fichier. Rien n'a été "
            "modifié.",
            (),
        )


def _to_json(found: Correspondance) -> dict[str, Any]:
    return {
        "zone": found.zone.value,
        "colonnes": [
            {
                "titre": search_key(c.titre),
                "role": c.role.value,
                "zone": c.zone.value if c.zone else "",
            }
            for c in found.colonnes
            if c.periode is None
        ],
    }


def _from_json(kept: Mapping[str, Any], found: Correspondance) -> Correspondance:
    """Return the mapping remembered; columns headed by a period say what they are themselves."""
    known = {c["titre"]: c for c in kept["colonnes"]}
    colonnes = []
    for c in found.colonnes:
        told = known.get(search_key(c.titre))
        if c.periode is None and told is not None:
            zone = Zone(told["zone"]) if told["zone"] else None
            c = replace(c, role=RoleColonne(told["role"]), zone=zone)
        colonnes.append(c)
    return replace(found, zone=Zone(kept["zone"]), colonnes=tuple(colonnes))
