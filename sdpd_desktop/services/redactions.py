"""Draws conventions up: from a kind, from another one or from a file; field by field."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.convention import (
    ConventionDetails,
    EtatConvention,
    a_copier,
    renumeroter,
)
from sdpd_desktop.domain.convention_json import lire
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import StorageError, UserError, ValidationError, reason
from sdpd_desktop.domain.modele_convention import ListesConvention, ModeleSummary
from sdpd_desktop.domain.rapport import Choix
from sdpd_desktop.domain.texte import quote, search_key
from sdpd_desktop.domain.verification import en_cours
from sdpd_desktop.domain.version_convention import ConventionExportee
from sdpd_desktop.persistence.unit_of_work import WritingUnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.conventions import details_of
from sdpd_desktop.services.lecture import indicateurs_of

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,59}")
_BIGGEST_JSON = 20_000_000
MOST_COPIES = 99


class RedactionService:
    """Everything that writes the content of a convention."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    # ------------------------------------------------------------------- kinds

    def modeles(self) -> tuple[ModeleSummary, ...]:
        """Return the kinds that ship, then those of the office."""
        from sdpd_desktop.documents.modeles_convention import read_modeles

        shipped = (ModeleSummary(m.code, m.libelle, m.nature, m.sources) for m in read_modeles())
        with self._ground.database.read() as work:
            return (*shipped, *work.versions.modeles())

    def garder_modele(self, code: str, libelle: str) -> ModeleSummary:
        """Make a kind of the office of what a convention holds.

        Raises:
            NotFoundError: No such convention.
            ValidationError: The name is missing or taken.
        """
        libelle = libelle.strip()
        if not libelle:
            raise ValidationError("libelle", "Donnez un nom à ce type de convention.")
        if search_key(libelle) in {search_key(m.libelle) for m in self.modeles()}:
            raise ValidationError("libelle", f"Un type {quote(libelle)} existe déjà.")
        key = search_key(libelle).replace(" ", "_")[:60]
        with self._ground.write(f"garder le type « {libelle} »") as work:
            details = a_copier(work.conventions.details(code))
            kept = replace(
                details,
                annexes=tuple(a for a in details.annexes if a.fichier is None),
                resume=replace(details.resume, code="", nature_libre=libelle),
            )
            work.versions.add_modele(key, libelle, ConventionExportee(kept))
            work.commit()
        self._ground.tell(Change.CONVENTIONS)
        return next(m for m in self.modeles() if m.code == key)

    def oublier_modele(self, code: str) -> None:
        """Delete a kind of the office; conventions drawn up from it stay.

        Raises:
            NotFoundError: No such kind.
        """
        with self._ground.write(f"supprimer le type « {code} »") as work:
            work.versions.delete_modele(code)
            work.commit()
        self._ground.tell(Change.CONVENTIONS)

    def listes(self) -> ListesConvention:
        """Return what the fields of a convention choose from."""
        with self._ground.database.read() as work:
            today = self._ground.clock.today()
            return ListesConvention(
                tuple(Choix(p.code, f"{p.code} – {p.titre}") for p in work.plans.summaries()),
                tuple(Choix(t.code, t.nom) for t in work.partenaires.territoires()),
                tuple(Choix(p.code, p.nom) for p in work.partenaires.summaries(today)),
                work.parametres.get().mentions,
            )

    # ---------------------------------------------------------------- creation

    def creer(self, code: str, modele: str, plan: str = "") -> ConventionDetails:
        """Store a draft that holds a copy of what a kind proposes.

        Raises:
            NotFoundError: No such kind or plan.
            ValidationError: The code is unusable or taken.
        """
        from sdpd_desktop.documents.modeles_convention import read_modeles

        shipped = {m.code: m for m in read_modeles()}
        if modele in shipped:
            content = shipped[modele].projet()
        else:
            with self._ground.database.read() as reading:
                content = reading.versions.modele(modele).convention
        content = replace(content, resume=replace(content.resume, plan=plan))
        return self._add(code, content, "créer")

    def dupliquer(self, origine: str, code: str) -> ConventionDetails:
        """Store a draft that holds a copy of another convention.

        Raises:
            NotFoundError: No such convention.
            ValidationError: The code is unusable or taken.
        """
        with self._ground.database.read() as work:
            content = a_copier(work.conventions.details(origine))
        return self._add(code, content, f"dupliquer {origine} en")

    def importer(self, path: Path, code: str = "") -> ConventionDetails:
        """Store as a draft the convention that another office exported, as JSON or in its PDF.

        Links to plans, partners, places and files that this database does not hold are left
        out; ``code`` replaces that of the file.

        Raises:
            StorageError: The file cannot be read.
            ValidationError: It is no exported convention, or its code is taken.
        """
        try:
            with path.open("rb") as file:
                octets = file.read(_BIGGEST_JSON + 1)
        except OSError as error:
            raise StorageError(f"Impossible de lire {path} ({reason(error)}).") from error
        if len(octets) > _BIGGEST_JSON:
            raise ValidationError("fichier", f"Le fichier {quote(path.name)} est trop gros.")
        if octets.startswith(b"%PDF-"):
            from sdpd_desktop.documents.convention_donnees import extraire

            octets = extraire(octets)
        content = lire(octets).convention
        wanted = code or content.resume.code
        return self._add(wanted, self._known(a_copier(content)), "importer")

    def _known(self, content: ConventionDetails) -> ConventionDetails:
        with self._ground.database.read() as work:
            plans = {plan.code: plan for plan in work.plans.summaries()}
            places = {place.code for place in work.partenaires.territoires()}
            today = self._ground.clock.today()
            partners = {partner.code for partner in work.partenaires.summaries(today)}
            linked = {code for code, _ in (*content.actions, *content.indicateurs)} & set(plans)
            actions = {(p, a.code) for p in linked for a in work.plans.details(p).actions()}
            indicators = {(p, i.code) for p in linked for i in indicateurs_of(work, p)}
        resume = content.resume
        return renumeroter(
            replace(
                content,
                resume=replace(resume, plan=resume.plan if resume.plan in plans else ""),
                territoire=content.territoire if content.territoire in places else "",
                parties=tuple(
                    replace(p, partenaire=p.partenaire if p.partenaire in partners else "")
                    for p in content.parties
                ),
                annexes=tuple(a for a in content.annexes if a.fichier is None),
                actions=tuple(key for key in content.actions if key in actions),
                indicateurs=tuple(key for key in content.indicateurs if key in indicators),
            )
        )

    def _add(self, code: str, content: ConventionDetails, verb: str) -> ConventionDetails:
        code = code.strip().upper()
        with self._ground.write(f"{verb} {code}") as work:
            _check_code(work, code)
            today = self._ground.clock.today()
            resume = replace(
                content.resume, code=code, etat=EtatConvention.BROUILLON, etat_le=today
            )
            check(content)
            work.redaction.add(renumeroter(replace(content, resume=resume)))
            work.commit()
        self._ground.tell(Change.CONVENTIONS)
        with self._ground.database.read() as after:
            return details_of(after, code, today)

    # ----------------------------------------------------------------- editing

    def modifier(
        self, code: str, quoi: str, change: Callable[[ConventionDetails], ConventionDetails]
    ) -> ConventionDetails:
        """Store what ``change`` makes of the convention; ``quoi`` names the field in the journal.

        Raises:
            NotFoundError: No such convention, or it names something that does not exist.
            ValidationError: The new content breaks a rule.
            UserError: The signed copy is filed: nothing can change without an avenant.
        """
        with self._ground.write(f"{quoi} de {code}") as work:
            before = work.conventions.details(code)
            check_editable(work, before)
            after = renumeroter(change(before))
            check(after)
            row = work.conventions.row(code)
            renamed = after.resume.code.strip().upper()
            if renamed != code:
                _check_code(work, renamed)
            work.redaction.store(row, replace(after, resume=replace(after.resume, code=renamed)))
            work.commit()
        self._ground.tell(Change.CONVENTIONS)
        with self._ground.database.read() as done:
            return details_of(done, renamed, self._ground.clock.today())

    def supprimer(self, code: str) -> None:
        """Delete a draft, whole; undoing brings it back.

        Raises:
            NotFoundError: No such convention.
            UserError: It is no draft, or pieces are kept with it.
        """
        with self._ground.write(f"supprimer {code}") as work:
            details = work.conventions.details(code)
            if details.resume.etat is not EtatConvention.BROUILLON:
                raise UserError(
                    f"Seul un brouillon peut être supprimé ; remettez d'abord {code} en brouillon, "
                    "ou dénoncez-la si elle est signée."
                )
            if details.pieces:
                raise UserError(
                    f"Des pièces sont déposées avec {code} : retirez-les avant de supprimer."
                )
            work.redaction.delete(work.conventions.row(code))
            work.commit()
        self._ground.tell(Change.CONVENTIONS)


def check_editable(work: WritingUnitOfWork, details: ConventionDetails) -> None:
    """Refuse to change what is frozen.

    Raises:
        UserError: The signed copy is filed and no avenant is open, or its electronic signature
            has begun.
    """
    if en_cours(work.signatures.registre(details.resume.code)):
        raise UserError(
            f"La signature électronique de {details.resume.code} a commencé : son texte ne change "
            "plus. Pour le modifier, choisissez « Recommencer la signature… »."
        )
    if details.figee:
        when = format_date(details.versions[-1].figee_le.astimezone().date())
        raise UserError(
            f"La convention {details.resume.code} est figée depuis le dépôt de l'exemplaire signé, "
            f"le {when} : son texte et ses valeurs ne changent plus. Ouvrez un avenant pour la "
            "modifier."
        )
    if details.resume.etat is EtatConvention.DENONCEE:
        raise UserError(
            f"La convention {details.resume.code} est dénoncée : elle ne se modifie plus. "
            "Dupliquez-la pour en préparer une autre."
        )


def check(details: ConventionDetails) -> None:
    """Check the rules of a content.

    Raises:
        ValidationError: One is broken; the field is named.
    """
    resume, duree = details.resume, details.resume.duree
    if not resume.titre.strip():
        raise ValidationError("titre", "Donnez un titre à la convention.")
    if not 0 <= details.exemplaires <= MOST_COPIES:
        raise ValidationError(
            "exemplaires", f"Le nombre d'originaux va de 0 (non fixé) à {MOST_COPIES}."
        )
    if not 0 <= duree.mois <= 1200:
        raise ValidationError("duree", "La durée va de 0 (non fixée) à 1 200 mois.")
    if duree.debut and duree.fin and duree.fin < duree.debut:
        raise ValidationError("fin", "La convention finit avant de commencer : vérifiez les dates.")
    if duree.tacite and not duree.mois:
        raise ValidationError(
            "tacite", "La reconduction tacite suppose une durée : indiquez-la en mois d'abord."
        )
    ranks = {partie.rang for partie in details.parties}
    if any(signataire.partie not in ranks for signataire in details.signataires):
        raise ValidationError("signataires", "Chaque signataire signe pour une des parties.")


def _check_code(work: WritingUnitOfWork, code: str) -> None:
    if not _CODE.fullmatch(code):
        raise ValidationError(
            "code",
            f"Le code {quote(code)} ne convient pas : de 2 à 60 lettres sans accent, chiffres et "
            "tirets, comme CLCT77-2022.",
        )
    if code in work.conventions.codes():
        raise ValidationError("code", f"Le code {code} est déjà pris. Choisissez-en un autre.")
