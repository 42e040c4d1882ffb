"""Plays the month in the bureau on the shipped plans, with made-up values, at a fixed date."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sdpd_desktop.documents.demonstration import RetourFictif, fill, read_script, returns_of
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import StorageError, UserError, reason
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.parametres import Apparence, Parametres
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.rapport import TypeRapport
from sdpd_desktop.domain.texte import insecable
from sdpd_desktop.services.campagnes import CampagneService
from sdpd_desktop.services.conventions import ConventionService
from sdpd_desktop.services.importations import ImportationService
from sdpd_desktop.services.indicateurs import IndicateurService
from sdpd_desktop.services.journal import JournalService
from sdpd_desktop.services.parametres import ParametresService
from sdpd_desktop.services.plans import PlanService
from sdpd_desktop.services.rapports import RapportService
from sdpd_desktop.services.reference import ReferenceService

MARKER = ".demonstration-sdpd"
RETOURS = "retours"
_BUREAU = "Préfecture (démonstration)"


def demonstration_days() -> tuple[dt.date, dt.date]:
    """Return the day the campagne of the demonstration opens, and the fixed day of the story."""
    header = read_script()["demonstration"]
    return header["ouverture"], header["le"]


def prepare_folder(out: Path) -> Path:
    """Return an empty data folder in ``out``; an older one goes only if a demo made it.

    Raises:
        UserError: ``out/data`` holds something else; nothing is touched.
        StorageError: The folder cannot be written.
    """
    data = out / "data"
    try:
        if data.exists():
            if not (data / MARKER).is_file():
                raise UserError(
                    f"{data} existe et ne vient pas d'une démonstration : rien n'a été touché. "
                    "Choisissez un autre dossier (--out)."
                )
            shutil.rmtree(data)
        data.mkdir(parents=True)
        (data / MARKER).touch()
        retours = out / RETOURS
        if retours.is_dir() and (retours / MARKER).is_file():
            shutil.rmtree(retours)
        retours.mkdir(exist_ok=True)
        (retours / MARKER).touch()
    except OSError as error:
        raise StorageError(f"Impossible d'écrire dans {out} ({reason(error)}).") from error
    return data


@dataclass(frozen=True)
class DemonstrationService:
    """The whole story, told step by step through the same services as the window."""

    reference: ReferenceService
    plans: PlanService
    indicateurs: IndicateurService
    campagnes: CampagneService
    importations: ImportationService
    conventions: ConventionService
    rapports: RapportService
    journal: JournalService
    parametres: ParametresService

    def open(self, out: Path, say: Callable[[str], None]) -> None:
        """Fill the empty database and write the partners' workbooks, the day the campagne opens.

        Raises:
            UserError: A step failed; the sentence says which.
        """
        script, tell = read_script(), _teller(say)
        header = script["demonstration"]
        plan, mention = header["plan"], header["mention"]
        tell(f"Démonstration au {format_date(header['le'])} : valeurs fictives, plans réels.")
        installed = self.reference.install()
        tell(f"Plans de référence installés : {', '.join(installed)}.")
        self.parametres.save(
            Parametres(_BUREAU, "Agent du bureau", None, "", "", Apparence.SYSTEME, plan)
        )
        self._values(plan, script, tell)
        self._ticks(plan, script, tell)
        for signature in script["signature"]:
            code = signature["convention"]
            signed = self.conventions.details(code)
            self.conventions.sign(code, signature["date"], signed.signature_lieu)
            year = str(signature["date"].year)
            for linked_plan, indicateur in signed.indicateurs:
                self.indicateurs.record(linked_plan, indicateur, year, "oui", commentaire=mention)
            for linked_plan, action in signed.actions:
                mesure = self.plans.action(linked_plan, action).mesures[0]
                self.plans.tick(linked_plan, mesure.code, signature["date"], note=mention)
            tell(f"{code} : signature du {format_date(signature['date'])} enregistrée.")
        self._prepare(plan, header, out / RETOURS, tell)

    def play(self, out: Path, say: Callable[[str], None]) -> tuple[Path, ...]:
        """Take in what partners sent back and leave the documents in ``out``; return their paths.

        Raises:
            UserError: A step failed; the sentence says which.
        """
        script, tell = read_script(), _teller(say)
        header = script["demonstration"]
        self._returns(header["plan"], script, out / RETOURS, tell)
        return self._documents(header["plan"], header["le"], out, tell)

    def _values(self, plan: str, script: dict[str, Any], tell: Callable[[str], None]) -> None:
        mention = script["demonstration"]["mention"]
        for valeur in script["valeur"]:
            terms = (valeur.get("numerateur"), valeur.get("denominateur"))
            texte = valeur.get("valeur") or " / ".join(str(term) for term in terms)
            comment = ". ".join(filter(None, (valeur.get("commentaire"), mention)))
            self.indicateurs.record(
                plan, valeur["indicateur"], valeur["periode"], texte, commentaire=comment
            )
        tell(f"{len(script['valeur'])} valeurs d'indicateurs enregistrées.")

    def _ticks(self, plan: str, script: dict[str, Any], tell: Callable[[str], None]) -> None:
        mention = script["demonstration"]["mention"]
        for coche in script["coche"]:
            note = ". ".join(filter(None, (coche.get("note"), mention)))
            self.plans.tick(plan, coche["mesure"], coche.get("date"), Statut(coche["statut"]), note)
        tell(f"{len(script['coche'])} mesures suivies.")

    def _prepare(
        self, plan: str, header: dict[str, Any], folder: Path, tell: Callable[[str], None]
    ) -> None:
        prepared = self.campagnes.prepare(
            plan, header["periode"], folder, echeance=header["echeance"]
        )
        tell(f"Campagne {prepared.campagne.code} : {len(prepared.fichiers)} retours préparés.")
        for collective in prepared.campagne.sans_destinataire:
            tell(f"  sans destinataire : {collective}")

    def _returns(
        self, plan: str, script: dict[str, Any], folder: Path, tell: Callable[[str], None]
    ) -> None:
        blanks = {path.stem.rpartition("_")[2]: path for path in folder.glob("*.xlsx")}
        codes = {i.reference: i.code for i in self.indicateurs.list_all(plan) if i.reference}
        received = folder / "reçus"
        received.mkdir(exist_ok=True)
        marked = folder / "à corriger"
        marked.mkdir(exist_ok=True)
        for retour in returns_of(script):
            path = received / retour.fichier
            fill(blanks[retour.partenaire], retour, codes, path)
            self._import(retour, path, marked, tell)

    def _import(
        self, retour: RetourFictif, path: Path, marked: Path, tell: Callable[[str], None]
    ) -> None:
        proposition = self.importations.propose(path)
        comptes = proposition.comptes()
        told = ", ".join(
            f"{count} {_WORDS[verdict]}" for verdict, count in comptes.items() if count
        )
        copy = self.importations.annotate(proposition, marked)
        self.importations.apply(proposition)
        tell(f"Retour de {retour.partenaire} « {retour.fichier} » : {told}.")
        for line in proposition.lignes:
            if line.raison:
                tell(f"  {line.lieu} {line.objet} « {line.texte} » : {line.raison}")
        if copy is not None:
            tell(f"  copie annotée pour le partenaire : {copy.name}")

    def _documents(
        self, plan: str, day: dt.date, out: Path, tell: Callable[[str], None]
    ) -> tuple[Path, ...]:
        paths = (
            self.conventions.write_pdf("CLCT77-2019", out / "clct.pdf", annexes=True),
            self.conventions.write_pdf("CROSS77-2019", out / "cross.pdf", annexes=True),
            *(
                self.rapports.ecrire(TypeRapport.BILAN, plan, str(day.year), out / name)
                for name in ("bilan.pdf", "bilan.xlsx")
            ),
        )
        checked = self.journal.verify()
        tell(f"Journal : {checked.changements} changements, chaîne vérifiée.")
        for path in paths:
            tell(f"{path.name} écrit.")
        return paths


def _teller(say: Callable[[str], None]) -> Callable[[str], None]:
    return lambda sentence: say(insecable(sentence))


_WORDS = {
    Verdict.NOUVEAU: "nouveau(x)",
    Verdict.MODIFIE: "modifié(s)",
    Verdict.INCHANGE: "inchangé(s)",
    Verdict.REJETE: "rejeté(s)",
    Verdict.A_CONFIRMER: "à confirmer",
}
