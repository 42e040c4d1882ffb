"""Stores the content of conventions, row by row: a field that did not change is not written."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.convention import ConventionDetails, EtatConvention
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.signataire import SignataireDetails
from sdpd_desktop.persistence.base import Entity, new_id
from sdpd_desktop.persistence.convention_rows import (
    AnnexeRow,
    ArticleRow,
    AvenantRow,
    CompositionRow,
    ConventionActionRow,
    ConventionIndicateurRow,
    ConventionRow,
    PartieRow,
    SignataireRow,
)
from sdpd_desktop.persistence.conventions import ConventionRepository
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow
from sdpd_desktop.persistence.partenaire_rows import PartenaireRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import ActionRow, PlanRow, RemarqueRow

_Values = Mapping[str, Any]


class ConventionWriter:
    """Adds, changes and deletes conventions in a unit of work that writes."""

    def __init__(self, session: Session, conventions: ConventionRepository) -> None:
        self._session, self._conventions = session, conventions

    def add(self, details: ConventionDetails) -> None:
        """Store a new convention.

        Raises:
            ValidationError: It names a plan, a place, a partner, an action or an indicator that
                the database does not hold.
        """
        resume = details.resume
        row = ConventionRow(
            id=new_id(), code=resume.code, nature=resume.nature.value, titre=resume.titre,
            objet_convention="", champs=(), etat=EtatConvention.BROUILLON.value,
            etat_le=resume.etat_le, presidence="", publiee=False, signature_lieu="",
            source=details.source,
        )  # fmt: skip
        self._session.add(row)
        self._session.flush()
        self.store(row, details)

    def store(self, row: ConventionRow, details: ConventionDetails) -> None:
        """Give the row, and the rows of its parts, the content of ``details``.

        Raises:
            ValidationError: It names something that the database does not hold.
        """
        _assign(row, self._own(details))
        # Before any party goes: they are found through them.
        signataires = self._conventions.signataires(row)
        parties = self._align(
            PartieRow,
            self._conventions.parts(PartieRow, row),
            [
                {
                    "convention_id": row.id,
                    "rang": p.rang,
                    "institution": p.institution,
                    "partenaire_id": self._id(PartenaireRow, p.partenaire, "le partenaire"),
                }
                for p in details.parties
            ],
        )
        ranks = {party.rang: party.id for party in parties}
        self._persons(signataires, details, ranks)
        own: _Values = {"convention_id": row.id}
        self._align(
            ArticleRow,
            self._conventions.parts(ArticleRow, row),
            [
                {**own, "rang": n, "titre": a.titre, "texte": a.texte}
                for n, a in enumerate(details.articles, 1)
            ],
        )
        self._align(
            CompositionRow,
            self._conventions.parts(CompositionRow, row),
            [
                {
                    **own, "rang": n, "fonction": m.fonction, "organisme": m.organisme,
                    "permanent": m.permanent,
                }
                for n, m in enumerate(details.composition, 1)
            ],
        )  # fmt: skip
        self._align(
            AnnexeRow,
            self._conventions.parts(AnnexeRow, row),
            [
                {
                    **own, "numero": a.numero, "titre": a.titre, "contenu": a.contenu.value,
                    "integrante": a.integrante,
                    "empreinte": a.fichier.empreinte if a.fichier else "",
                    "fichier_nom": a.fichier.nom if a.fichier else "",
                    "pages": a.fichier.pages if a.fichier else 0,
                }
                for a in details.annexes
            ],
        )  # fmt: skip
        self._links(row, ConventionActionRow, "action_id", ActionRow, details.actions)
        self._links(
            row, ConventionIndicateurRow, "indicateur_id", IndicateurRow, details.indicateurs
        )

    def set_avenants(self, row: ConventionRow, details: ConventionDetails) -> None:
        """Store the avenants alone: they are no part of the content."""
        self._align(
            AvenantRow,
            self._conventions.parts(AvenantRow, row),
            [
                {
                    "convention_id": row.id, "numero": a.numero, "objet_avenant": a.objet,
                    "signe_le": a.signe_le,
                }
                for a in details.avenants
            ],
        )  # fmt: skip

    def delete(self, row: ConventionRow) -> None:
        """Delete a convention and its parts."""
        repository = self._conventions
        for signataire in repository.signataires(row):
            self._session.delete(signataire)
        for parts in (
            repository.parts(PartieRow, row),
            repository.parts(ArticleRow, row),
            repository.parts(CompositionRow, row),
            repository.parts(AnnexeRow, row),
            repository.parts(AvenantRow, row),
        ):
            for part in parts:
                self._session.delete(part)
        for link in (ConventionActionRow, ConventionIndicateurRow):
            for linked in self._session.scalars(select(link).where(link.convention_id == row.id)):
                self._session.delete(linked)
        for remark in self._session.scalars(
            select(RemarqueRow).where(RemarqueRow.objet_id == row.id)
        ):
            self._session.delete(remark)
        self._session.delete(row)

    def _own(self, details: ConventionDetails) -> _Values:
        resume, duree = details.resume, details.resume.duree
        return {
            "code": resume.code,
            "nature": resume.nature.value,
            "titre": resume.titre,
            "nature_libre": resume.nature_libre,
            "plan_id": self._id(PlanRow, resume.plan, "le plan"),
            "objet_convention": details.objet,
            "champs": details.champs,
            "territoire_id": self._id(TerritoireRow, details.territoire, "le territoire"),
            "presidence": details.presidence,
            "publiee": details.publiee,
            "signature_lieu": details.signature_lieu,
            "signature_prevue": details.signature_prevue,
            "debut": duree.debut,
            "fin": duree.fin,
            "duree_mois": duree.mois,
            "tacite": duree.tacite,
            "periodicite": details.periodicite,
            "confidentialite": details.confidentialite,
            "raa": details.raa,
            "exemplaires": details.exemplaires,
            "paraphe": details.paraphe,
            "visas": details.visas,
            "avis": details.avis,
        }

    def _id(self, table: Any, code: str, what: str) -> str | None:
        if not code:
            return None
        found: str | None = self._session.scalar(select(table.id).where(table.code == code))
        if found is None:
            raise ValidationError(
                "code", f"La base ne contient pas {what} « {code} ». Choisissez-en un autre."
            )
        return found

    def _links(
        self,
        row: ConventionRow,
        link: Any,
        key: str,
        table: Any,
        wanted: Sequence[tuple[str, str]],
    ) -> None:
        there = {
            getattr(linked, key): linked
            for linked in self._session.scalars(select(link).where(link.convention_id == row.id))
        }
        # An indicator also answers to its reference in the sources (K33).
        names = [table.code] + ([table.reference] if table is IndicateurRow else [])
        ids = []
        for plan, code in wanted:
            found = self._session.scalar(
                select(table.id)
                .join(PlanRow, PlanRow.id == table.plan_id)
                .where(PlanRow.code == plan, or_(*(name == code for name in names)))
            )
            if found is None:
                raise ValidationError(
                    "code", f"Le plan {plan} n'a pas « {code} ». Vérifiez le code."
                )
            ids.append(found)
        for linked_id, linked in there.items():
            if linked_id not in ids:
                self._session.delete(linked)
        for linked_id in ids:
            if linked_id not in there:
                self._session.add(link(convention_id=row.id, **{key: linked_id}))

    def _persons(
        self, found: Sequence[SignataireRow], details: ConventionDetails, parties: Mapping[int, str]
    ) -> None:
        """Store the signatories by their keys: a signature stays with the person who gave it."""
        rows = {row.id: row for row in found}
        for person in details.signataires:
            values = _signataire(person, parties[person.partie])
            row = rows.pop(person.id, None)
            if row is None:
                self._session.add(SignataireRow(id=person.id or new_id(), **values))
            else:
                _assign(row, values)
        for row in rows.values():
            self._session.delete(row)

    def _align(
        self, make: Callable[..., Any], found: Sequence[Any], wanted: Sequence[_Values]
    ) -> list[Any]:
        """Give the rows there the wanted values in order; add those missing, delete the rest."""
        rows = list(found)
        for row, values in zip(rows, wanted, strict=False):
            _assign(row, values)
        for values in wanted[len(rows) :]:
            new = make(id=new_id(), **values)
            self._session.add(new)
            rows.append(new)
        for row in rows[len(wanted) :]:
            self._session.delete(row)
        return rows[: len(wanted)]


def _assign(row: Entity, values: _Values) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _signataire(person: SignataireDetails, partie_id: str) -> _Values:
    mandat = person.mandat
    return {
        "partie_id": partie_id,
        "rang": person.rang,
        "nom": person.nom,
        "qualite": person.qualite,
        "genre": person.genre.value,
        "signe_le": person.signe_le,
        "copreside": person.copreside,
        "mandat_mode": mandat.mode.value if mandat else "",
        "mandat_nom": mandat.nom if mandat else "",
        "mandat_qualite": mandat.qualite if mandat else "",
        "mandat_genre": mandat.genre.value if mandat else "",
        "mandat_acte": mandat.acte if mandat else "",
    }
