"""Draws up reports, keeps what people write for them, and registers those that are issued."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from uuid_utils import uuid7

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.libelles import NARRATIFS
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode
from sdpd_desktop.domain.rapport import (
    Choix,
    Filtre,
    Narratif,
    OptionsRapport,
    Rapport,
    RapportEmis,
    SectionNarratif,
    TypeRapport,
    TypeRapportDetails,
)
from sdpd_desktop.domain.texte import natural_key, quote
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.constats import gather, legende, territoires_renseignes
from sdpd_desktop.services.files import write_bytes

if TYPE_CHECKING:
    from sdpd_desktop.domain.constat import Constat

DEFAUT = OptionsRapport()
FORMATS = ("pdf", "xlsx", "odt")
LONGEST_NARRATIVE = 20_000
_BILAN = (SectionNarratif.FAITS_MARQUANTS, SectionNarratif.FREINS, SectionNarratif.PERSPECTIVES)
_ANALYSE = (
    SectionNarratif.INITIATIVES,
    SectionNarratif.REUSSITES,
    SectionNarratif.CONTRAINTES,
    SectionNarratif.PERCEPTION,
)


class RapportService:
    """Reports by kind, plan and period: the same numbers on screen, in PDF, XLSX and ODT."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    # ---------------------------------------------------------------- choices

    def types(self) -> tuple[TypeRapportDetails, ...]:
        """Return the kinds of report with what each lets a person choose."""
        from sdpd_desktop.documents import rapport_bilan, rapport_fiches, rapport_note

        year, quarter, month = TypePeriode.ANNEE, TypePeriode.TRIMESTRE, TypePeriode.MOIS
        return (
            TypeRapportDetails(
                TypeRapport.BILAN, "Bilan annuel", year, rapport_bilan.SECTIONS_BILAN, "", _BILAN
            ),
            TypeRapportDetails(
                TypeRapport.ANALYSE, "Analyse qualitative trimestrielle", quarter,
                rapport_bilan.SECTIONS_ANALYSE, "", _ANALYSE,
            ),
            TypeRapportDetails(
                TypeRapport.NOTE, "Note avant un état-major", quarter,
                rapport_note.SECTIONS_NOTE, "", _BILAN,
            ),
            TypeRapportDetails(
                TypeRapport.ACTION, "Fiche action", year, rapport_fiches.SECTIONS_ACTION,
                "Action", (),
            ),
            TypeRapportDetails(
                TypeRapport.PARTENAIRE, "Fiche partenaire", year,
                rapport_fiches.SECTIONS_PARTENAIRE, "Partenaire", (),
            ),
            TypeRapportDetails(
                TypeRapport.TERRITOIRE, "Fiche territoire", year,
                rapport_fiches.SECTIONS_TERRITOIRE, "Territoire", (),
            ),
            TypeRapportDetails(
                TypeRapport.RETARDS, "Liste de ce qui est en retard", month,
                rapport_fiches.SECTIONS_RETARDS, "", (),
            ),
        )  # fmt: skip

    def objets(self, type_: TypeRapport, plan: str) -> tuple[Choix, ...]:
        """Return what a fiche can be about: those that have something to say come first.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            details = work.plans.details(plan)
            match type_:
                case TypeRapport.ACTION:
                    return tuple(Choix(a.code, f"{a.code} – {a.titre}") for a in details.actions())
                case TypeRapport.PARTENAIRE:
                    engaged = {e.partenaire for a in details.actions() for e in a.engagements}
                    found = work.partenaires.summaries(self._ground.clock.today())
                    ranked = sorted(
                        found, key=lambda p: (p.code not in engaged, natural_key(p.nom))
                    )
                    return tuple(Choix(p.code, p.nom) for p in ranked)
                case TypeRapport.TERRITOIRE:
                    told = set(territoires_renseignes(work, plan))
                    places = sorted(
                        work.partenaires.territoires(),
                        key=lambda t: (t.code not in told, natural_key(t.nom)),
                    )
                    return tuple(Choix(t.code, t.nom) for t in places)
                case _:
                    return ()

    def territoires(self, plan: str) -> tuple[Choix, ...]:
        """Return the territories a report can be of: the plan's own, then those with values.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            own = work.plans.territoire_code(plan)
            names = {t.code: t.nom for t in work.partenaires.territoires()}
            others = [code for code in territoires_renseignes(work, plan) if code != own]
            return tuple(Choix(code, names[code]) for code in (own, *others))

    def sources(self) -> tuple[Filtre, ...]:
        """Return the legend of « S1 l. 38 »: each source document, its title and date."""
        with self._ground.database.read() as work:
            return legende(work)

    # ---------------------------------------------------------------- content

    def contenu(
        self,
        type_: TypeRapport,
        plan: str,
        periode: str | Periode,
        options: OptionsRapport = DEFAUT,
    ) -> Rapport:
        """Return what the report says.

        The figures are those known today, or on the last day of a period that is over.

        Raises:
            NotFoundError: No such plan, territory, or object of a fiche.
            ValidationError: No such period or part.
            UserError: The period has not begun.
        """
        from sdpd_desktop.documents import rapport_bilan, rapport_fiches

        when = parse_periode(periode) if isinstance(periode, str) else periode
        self._check(type_, options)
        if type_ is TypeRapport.TERRITOIRE:
            options = replace(options, territoire=options.objet)
        with self._ground.database.read() as work:
            constat = gather(work, plan, when, options, self._ground.clock.today())
        draw = {
            TypeRapport.BILAN: rapport_bilan.bilan,
            TypeRapport.ANALYSE: rapport_bilan.analyse,
            TypeRapport.NOTE: _note,
            TypeRapport.ACTION: rapport_fiches.fiche_action,
            TypeRapport.PARTENAIRE: rapport_fiches.fiche_partenaire,
            TypeRapport.TERRITOIRE: rapport_fiches.fiche_territoire,
            TypeRapport.RETARDS: rapport_fiches.liste_retards,
        }
        return draw[type_](constat)

    def apercu_pdf(
        self,
        type_: TypeRapport,
        plan: str,
        periode: str | Periode,
        options: OptionsRapport = DEFAUT,
    ) -> bytes:
        """Return the report as PDF.

        Raises:
            UserError: As for :meth:`contenu`, or something cannot be printed.
        """
        from sdpd_desktop.documents.rapport_pdf import render

        return render(self.contenu(type_, plan, periode, options))

    def ecrire(
        self,
        type_: TypeRapport,
        plan: str,
        periode: str | Periode,
        out: Path,
        options: OptionsRapport = DEFAUT,
    ) -> Path:
        """Write the report as a PDF, a workbook or an ODT, by the file's suffix.

        Raises:
            ValidationError: The suffix is neither ``.pdf``, ``.xlsx`` nor ``.odt``.
            UserError: As for :meth:`contenu`.
            StorageError: The file cannot be written; an older one is kept.
        """
        format_ = out.suffix.lower().removeprefix(".")
        _check_format(format_, out.name)
        write_bytes(out, octets(self.contenu(type_, plan, periode, options), format_))
        return out

    # --------------------------------------------------------------- register

    def emettre(
        self,
        type_: TypeRapport,
        plan: str,
        periode: str | Periode,
        options: OptionsRapport = DEFAUT,
        *,
        destinataire: str,
        format_: str = "pdf",
        out: Path | None = None,
    ) -> RapportEmis:
        """Issue the report: write it to ``out``, keep its bytes, give it its version number.

        Raises:
            ValidationError: No recipient, or an unknown format.
            UserError: As for :meth:`contenu`.
            StorageError: The file cannot be written; nothing is registered.
        """
        to = " ".join(destinataire.split())
        if not to:
            raise ValidationError(
                "destinataire", "Indiquez à qui le document est remis : CDPD, état-major, cabinet…"
            )
        _check_format(format_, format_)
        rapport = self.contenu(type_, plan, periode, options)
        data = octets(rapport, format_)
        digest = hashlib.sha256(data).hexdigest()
        objet = options.objet or options.territoire
        now = self._ground.clock.now()
        with self._ground.write(f"émettre {rapport.titre}") as work:
            row = work.plans.row(plan)
            number = work.rapports.next_number(row, type_, rapport.periode, objet)
            name = file_name(rapport, objet, number, format_)
            emis = RapportEmis(
                str(uuid7()), plan, type_, rapport.periode, objet, rapport.titre, number,
                now, to, self._ground.auteur(), rapport.diffusion, format_, name, len(data),
                digest,
            )  # fmt: skip
            work.rapports.keep(row, emis, work.retours.keep_file(name, digest, data, now))
            if out is not None:
                write_bytes(out, data)
            work.commit()
        self._ground.tell(Change.RAPPORTS)
        return emis

    def registre(self, plan: str | None = None) -> tuple[RapportEmis, ...]:
        """Return what was issued, the latest first.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            return work.rapports.register(work.plans.row(plan) if plan else None)

    def exemplaire(self, emis: str) -> bytes:
        """Return the bytes issued, by the id of their line.

        Raises:
            NotFoundError: No such line.
            DamageError: They are no longer what was issued.
        """
        with self._ground.database.read() as work:
            return work.rapports.copy(emis)

    # -------------------------------------------------------------- narrative

    def narratif(self, plan: str, periode: str | Periode) -> Narratif:
        """Return what was written for a plan and a period.

        Raises:
            NotFoundError: No such plan.
            ValidationError: No such period.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        with self._ground.database.read() as work:
            return work.rapports.narratif(work.plans.row(plan), when)

    def enregistrer_narratif(
        self, plan: str, periode: str | Periode, section: SectionNarratif, texte: str
    ) -> Narratif:
        """Store the text of a part; an empty one takes it away.

        Raises:
            NotFoundError: No such plan.
            ValidationError: The text is too long, or no such period.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        text = texte.replace("\r\n", "\n").strip()
        if len(text) > LONGEST_NARRATIVE:
            raise ValidationError(
                "texte",
                f"Le texte compte {len(text)} signes : réduisez-le à {LONGEST_NARRATIVE}.",
            )
        title = quote(NARRATIFS[section])
        with self._ground.write(f"rédiger {title}, {when.libelle}") as work:
            work.rapports.write(work.plans.row(plan), when, section, text)
            work.commit()
        self._ground.tell(Change.RAPPORTS)
        return self.narratif(plan, when)

    def _check(self, type_: TypeRapport, options: OptionsRapport) -> None:
        details = next(details for details in self.types() if details.type is type_)
        known = [choice.code for choice in details.sections]
        for name in options.sections:
            if name not in known:
                raise ValidationError(
                    "sections",
                    f"{quote(name)} n'est pas une partie de ce document. Choisissez parmi : "
                    f"{', '.join(known)}.",
                )
        if details.objet and not options.objet:
            raise ValidationError(
                "objet", f"{details.libelle} : choisissez de quoi elle parle ({details.objet})."
            )


def _note(constat: "Constat") -> Rapport:
    """Return the fullest brief that two pages hold."""
    from sdpd_desktop.documents.apercu import page_count
    from sdpd_desktop.documents.rapport_note import NIVEAUX, PAGES, note
    from sdpd_desktop.documents.rapport_pdf import render

    for level in NIVEAUX:
        brief = note(constat, level)
        if page_count(render(brief)) <= PAGES:
            break
    return brief


def octets(rapport: Rapport, format_: str) -> bytes:
    """Return the file in one of :data:`FORMATS`.

    Raises:
        ValidationError: Something cannot be printed.
    """
    match format_:
        case "pdf":
            from sdpd_desktop.documents.rapport_pdf import render

            return render(rapport)
        case "odt":
            from sdpd_desktop.documents.rapport_odt import render as render_odt

            return render_odt(rapport)
        case _:
            from sdpd_desktop.documents.rapport_xlsx import render as render_xlsx

            return render_xlsx(rapport)


def file_name(rapport: Rapport, objet: str, numero: int, format_: str) -> str:
    """Return « bilan-SDPD77-2020-2022-v2.pdf »."""
    parts = [rapport.type.value, rapport.plan, objet, rapport.periode.code]
    return "-".join(part for part in parts if part) + f"-v{numero}.{format_}"


def _check_format(format_: str, name: str) -> None:
    if format_ not in FORMATS:
        raise ValidationError("out", f"{quote(name)} doit se terminer par .pdf, .xlsx ou .odt.")
