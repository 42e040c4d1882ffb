"""Takes out of everything that is kept what should never have been received."""

import hashlib
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path

from sdpd_desktop.domain.changes import EVERYTHING
from sdpd_desktop.domain.errors import NotFoundError, UserError
from sdpd_desktop.domain.expurgation import (
    ApercuExpurgation,
    ExpurgationSummary,
    ResultatExpurgation,
    check_expurgation,
    check_motif,
)
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.texte import insecable
from sdpd_desktop.persistence.expurgations import scrub
from sdpd_desktop.persistence.unit_of_work import UnitOfWork, WritingUnitOfWork
from sdpd_desktop.services.base import Ground

_NOMS = {
    "observation": ("valeur", "valeurs"),
    "mesure": ("mesure", "mesures"),
    "importation_ligne": ("ligne d'import", "lignes d'import"),
    "changement_charge": ("détail du journal", "détails du journal"),
    "fichier_contenu": ("fichier reçu", "fichiers reçus"),
}
_AUTRES = ("fiche", "fiches")


class ExpurgationService:
    """Nominative data received by mistake; what is taken out never comes back."""

    def __init__(self, ground: Ground, database: Path) -> None:
        self._ground = ground
        self._database = database

    def apercu(self, texte: str) -> ApercuExpurgation:
        """Return where a text is kept; nothing changes.

        Raises:
            ValidationError: It is too short.
        """
        wanted = check_expurgation(texte, "motif")
        with self._ground.database.read() as work:
            return self._look(work, wanted)

    def apercu_fichier(self, empreinte: str) -> ApercuExpurgation:
        """Return what expunging a whole kept file would take out.

        Raises:
            NotFoundError: Its bytes are not kept.
            UserError: It was filed signed.
        """
        with self._ground.database.read() as work:
            return self._look_at_file(work, empreinte)

    def expurger(self, texte: str, motif: str) -> ResultatExpurgation:
        """Replace a text by « [expurgé] » in rows, lines, files, and purge it from the journal.

        The chain of the journal still verifies. Not undoable.

        Raises:
            ValidationError: The text is too short, or the reason is missing or repeats it.
            NotFoundError: It stands nowhere.
        """
        from sdpd_desktop.documents.expurgation import holds, without

        wanted = check_expurgation(texte, motif)
        with self._writing(motif, wanted) as work:
            told = self._look(work, wanted)
            if not told.elements:
                raise NotFoundError(
                    " ".join(
                        ("Il n'y a rien à effacer : rien n'a été modifié.", *told.restes)
                        if told.restes
                        else ("Ce texte ne se trouve nulle part : rien n'a été modifié.",)
                    )
                )
            kept_as_is = work.expurgations.untouchable()
            files = [
                file
                for file in work.expurgations.files()
                if file[0] not in kept_as_is and holds(file[2], wanted)
            ]
            work.expurger.charges(wanted)
            work.expurger.rows(wanted)
            kept = {"faite_le": self._ground.clock.now(), "auteur": self._ground.auteur()}
            for empreinte, _nom, octets in files:
                clean = without(octets, wanted)
                work.expurger.file(empreinte, clean)
                left = "" if clean is None else hashlib.sha256(clean).hexdigest()
                work.expurger.keep(
                    **kept, motif=motif.strip(), elements=1, fichier=empreinte, reste=left
                )
            others = told.elements - len(files)
            if others:
                work.expurger.keep(
                    **kept, motif=motif.strip(), elements=others, fichier="", reste=""
                )
            changement = work.commit()
        return self._done(changement, told)

    def expurger_fichier(self, empreinte: str, motif: str) -> ResultatExpurgation:
        """Take out the bytes of a kept file and what was typed in its lines; its hash stays.

        The values that were taken from it are data of the plan: they stay, and so do their
        comments, which :meth:`expurger` takes out.

        Raises:
            ValidationError: The reason is missing.
            NotFoundError: The bytes are not kept.
            UserError: It was filed signed.
        """
        check_motif(motif)
        with self._writing(motif, "") as work:
            told = self._look_at_file(work, empreinte)
            work.expurger.file(empreinte, None)
            work.expurger.lines_of(empreinte)
            work.expurger.keep(
                faite_le=self._ground.clock.now(), auteur=self._ground.auteur(),
                motif=motif.strip(), elements=told.elements, fichier=empreinte, reste="",
            )  # fmt: skip
            changement = work.commit()
        return self._done(changement, told)

    def list_all(self) -> tuple[ExpurgationSummary, ...]:
        """Return what was expunged, newest first."""
        with self._ground.database.read() as work:
            return work.expurgations.expurgations()

    def _writing(self, motif: str, texte: str) -> AbstractContextManager[WritingUnitOfWork]:
        return self._ground.write(
            f"expurger ({motif.strip()})", SourceChangement.EXPURGATION, expurge=texte
        )

    def _done(self, changement: int | None, told: ApercuExpurgation) -> ResultatExpurgation:
        clean = scrub(self._ground.database.engine)
        self._ground.tell(*EVERYTHING)
        assert changement is not None
        return ResultatExpurgation(changement, told, clean)

    # ---------------------------------------------------------------- looking

    def _look(self, work: UnitOfWork, texte: str) -> ApercuExpurgation:
        from sdpd_desktop.documents.expurgation import holds

        charges = work.expurgations.charges(texte)
        counted = Counter(row.__tablename__ for row in work.expurgations.rows(texte))
        counted["changement_charge"] = len(charges)
        files: list[str] = []
        signed: list[str] = []
        unread = 0
        kept_as_is = work.expurgations.untouchable()
        for empreinte, nom, octets in work.expurgations.files():
            unread += octets.startswith(b"%PDF") and empreinte not in kept_as_is
            if holds(octets, texte):
                (signed if empreinte in kept_as_is else files).append(nom)
        counted["fichier_contenu"] = len(files)
        rests = [
            f"L'intitulé du changement n° {numero}, scellé par la chaîne du journal, le contient "
            "et reste tel quel."
            for numero in work.expurgations.sealed(texte)
        ]
        rests += [
            f"La convention {code}, signée ou en cours de signature, le contient et n'est jamais "
            "modifiée."
            for code in work.expurgations.frozen(texte)
        ]
        if signed:
            rests.append(
                f"Restent tels quels, car les modifier leur ôterait toute valeur : "
                f"{', '.join(signed)}."
            )
        if unread:
            rests.append(
                f"{unread} document(s) PDF conservés ne peuvent pas être fouillés : effacez-les "
                "en entier s'ils le contiennent."
            )
        return self._told(work, counted, files, rests, work.expurgations.first_changement(charges))

    def _look_at_file(self, work: UnitOfWork, empreinte: str) -> ApercuExpurgation:
        names = [nom for found, nom, _octets in work.expurgations.files() if found == empreinte]
        if not names:
            raise NotFoundError(
                "Les octets de ce fichier ne sont pas conservés ici : il n'y a rien à effacer."
            )
        if empreinte in work.expurgations.untouchable():
            raise UserError(
                f"{names[0]} est l'original d'une convention signée, ou un certificat de "
                "confiance : il n'est pas effacé, et rien n'a été modifié."
            )
        lines = work.expurgations.lines_of(empreinte)
        counted = Counter({"importation_ligne": lines, "fichier_contenu": 1})
        rests = [
            "Les valeurs reprises de ce fichier restent : effacez un commentaire ou une note par "
            "son texte."
        ]
        return self._told(work, counted, names, rests, work.expurgations.import_of(empreinte))

    def _told(
        self,
        work: UnitOfWork,
        counted: Counter[str],
        files: list[str],
        rests: list[str],
        since: int,
    ) -> ApercuExpurgation:
        phrases: Counter[tuple[str, str]] = Counter()
        for table, count in counted.items():
            phrases[_NOMS.get(table, _AUTRES)] += count
        return ApercuExpurgation(
            counted.total(),
            tuple(
                f"{count} {many if count > 1 else one}"
                for (one, many), count in phrases.items()
                if count
            ),
            tuple(files),
            tuple(map(insecable, rests)),
            work.parametres.backups_holding(since) if counted.total() else (),
            self._copies() if counted.total() else (),
        )

    def _copies(self) -> tuple[str, ...]:
        """Return the copies of the database that updates and restorations left beside it."""
        stem = self._database.stem
        found = self._database.parent.glob(f"{stem}*")
        own = {self._database.name + suffix for suffix in ("", "-wal", "-shm")}
        return tuple(sorted(str(path) for path in found if path.name not in own))
