"""Reads partners and territories; keeps contacts, dates the limits of territories."""

import datetime as dt
import re
from collections.abc import Sequence

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.partenaire import Contact, Emetteur, PartenaireSummary
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.services.base import Ground

_COURRIEL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}")
_TELEPHONE = re.compile(r"\+?[0-9 .()/-]{3,30}")
_LONGEST_UNIT = 120


class PartenaireService:
    """The directory."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self) -> tuple[PartenaireSummary, ...]:
        """Return every partner, with the members of today."""
        with self._ground.database.read() as work:
            return work.partenaires.summaries(self._ground.clock.today())

    def enregistrer(
        self, code: str, contact: Contact, emetteurs: Sequence[Emetteur]
    ) -> PartenaireSummary:
        """Say whom to write to at a partner, and which of its units return files of their own.

        Raises:
            NotFoundError: No such partner or territory.
            ValidationError: An address cannot be one, a unit stands there twice, or takes the name
                of one that gave answers.
        """
        clean = Contact(
            " ".join(contact.fonction.split()),
            "\n".join(" ".join(line.split()) for line in contact.adresse.strip().splitlines()),
            contact.courriel.strip(), " ".join(contact.telephone.split()),
        )  # fmt: skip
        _check_contact(clean)
        units = _checked_units(emetteurs)
        with self._ground.write(f"modifier la fiche de {code}") as work:
            work.partenaires.settle(code, clean, units)
            work.commit()
        self._ground.tell(Change.RETOURS)
        return next(partner for partner in self.list_all() if partner.code == code)

    def territoires(self) -> tuple[TerritoireSummary, ...]:
        """Return every territory."""
        with self._ground.database.read() as work:
            return work.partenaires.territoires()

    def dater_territoire(
        self, code: str, perimetre_depuis: dt.date | None, zones_depuis: dt.date | None
    ) -> TerritoireSummary:
        """Say since when a territory has its limits, and its police and gendarmerie zones.

        Values on both sides of such a day are not compared.

        Raises:
            NotFoundError: No such territory.
            ValidationError: One of the days is to come.
        """
        today = self._ground.clock.today()
        for name, day in (("perimetre_depuis", perimetre_depuis), ("zones_depuis", zones_depuis)):
            if day is not None and day > today:
                raise ValidationError(name, f"Le {format_date(day)} est dans le futur.")
        with self._ground.write(f"dater le périmètre de {code}") as work:
            work.partenaires.date_territoire(code, perimetre_depuis, zones_depuis)
            work.commit()
        self._ground.tell(Change.INDICATEURS)
        return next(place for place in self.territoires() if place.code == code)


def _check_contact(contact: Contact) -> None:
    if contact.courriel and not _COURRIEL.fullmatch(contact.courriel):
        raise ValidationError(
            "courriel",
            f"« {contact.courriel} » n'est pas une adresse électronique : écrivez-la comme "
            "ddsp77-partenariat@interieur.gouv.fr.",
        )
    if contact.telephone and not _TELEPHONE.fullmatch(contact.telephone):
        raise ValidationError(
            "telephone",
            f"« {contact.telephone} » n'est pas un numéro de téléphone : écrivez-le comme "
            "01 64 71 00 00.",
        )


def _checked_units(emetteurs: Sequence[Emetteur]) -> tuple[Emetteur, ...]:
    units: dict[str, Emetteur] = {}
    for unit in emetteurs:
        nom = " ".join(unit.nom.split())
        if not nom:
            raise ValidationError("emetteurs", "Un service qui répond à part n'a pas de nom.")
        if len(nom) > _LONGEST_UNIT:
            raise ValidationError(
                "emetteurs", f"« {nom[:40]}… » est trop long : {_LONGEST_UNIT} signes au plus."
            )
        if search_key(nom) in units:
            raise ValidationError("emetteurs", f"« {nom} » figure deux fois.")
        units[search_key(nom)] = Emetteur(nom, unit.territoire, unit.avant)
    return tuple(units.values())
