"""Writes return workbooks for partners, and copies of them with the errors marked."""

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdpd_desktop.documents.retour_controles import (
    LISTES,
    control_indicateur,
    control_mesures,
)
from sdpd_desktop.documents.retour_modele import (
    ACTIONS,
    ERREURS,
    INDICATEUR,
    INDICATEURS,
    LISEZ_MOI,
    MESURE,
    PROPRIETE,
    Identite,
)
from sdpd_desktop.documents.retour_notice import SAISIE, notice
from sdpd_desktop.documents.typographie import francais
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.importation import Ligne, RetourLu, SaisieRetour, Verdict
from sdpd_desktop.domain.libelles import ROLES, STATUTS
from sdpd_desktop.domain.nombre import JALON, format_nombre
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.plan import Role
from sdpd_desktop.domain.retour import LigneIndicateur, LigneMesure, RetourContenu
from sdpd_desktop.domain.texte import NBSP, natural_key

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from sdpd_desktop.documents.retour_feuilles import FeuilleRetour

_ZONES = {
    Zone.POLICE: "police",
    Zone.GENDARMERIE: "gendarmerie",
    Zone.AUTRE: "autre",
    Zone.ENSEMBLE: "ensemble",
}
_Key = tuple[str, str, str, str]


def write(contenu: RetourContenu, out: Path) -> None:
    """Write the return workbook of one partner.

    Raises:
        StorageError: ``out`` cannot be written.
    """
    from sdpd_desktop.documents.classeur_ecriture import save

    save(_Retour(contenu).finish(), out, contenu.edite_le)


def annotate(contenu: RetourContenu, lu: RetourLu, lignes: Sequence[Ligne], out: Path) -> None:
    """Write a fresh copy of our return with what the partner typed and the errors marked.

    Wrong cells are coloured and commented; a last sheet lists each error by the sheet and cell
    of the partner's own file. The copy can be corrected and sent back.

    Raises:
        StorageError: ``out`` cannot be written.
    """
    from sdpd_desktop.documents.classeur_ecriture import save

    retour = _Retour(contenu)
    errors = [ligne for ligne in lignes if ligne.verdict in (Verdict.REJETE, Verdict.A_CONFIRMER)]
    if lu.neant:
        retour.answer_neant()
    retour.fill_in(lu.saisies, {ligne.lieu: ligne for ligne in errors})
    retour.add_errors(errors, lu)
    save(retour.finish(), out, contenu.edite_le)


class _Retour:
    """A return workbook in the making."""

    def __init__(self, contenu: RetourContenu) -> None:
        from openpyxl import Workbook
        from openpyxl.packaging.custom import StringProperty

        self._contenu = contenu
        self._identite = Identite.of(contenu)
        self._book = Workbook()
        self._rows: dict[_Key, tuple[FeuilleRetour, int]] = {}
        properties = self._book.properties
        properties.title = f"Retour – {_who(contenu)} – {contenu.periode.libelle}"
        properties.creator = contenu.bureau or "SDPD Desktop"
        properties.lastModifiedBy = properties.creator
        self._book.custom_doc_props.append(  # type: ignore[attr-defined]
            StringProperty(name=PROPRIETE, value=str(self._identite))
        )
        self._pied = f"{contenu.plan} – {_who(contenu)} – {contenu.periode.libelle}"
        self._add_readme()
        self._add_mesures()
        self._add_indicateurs()

    def finish(self) -> "Workbook":
        """Add the hidden sheet and return the workbook."""
        from sdpd_desktop.documents.retour_feuilles import add_identity_sheet

        add_identity_sheet(self._book, self._identite, LISTES)
        return self._book

    def answer_neant(self) -> None:
        """Answer for the whole return, as its partner did, that there is nothing to tell."""
        from sdpd_desktop.documents.classeur_ecriture import put_text

        put_text(self._reponse, "état néant")

    # -------------------------------------------------------------- sheets

    def _add_readme(self) -> None:
        from openpyxl.styles import Alignment

        from sdpd_desktop.documents import retour_feuilles as style
        from sdpd_desktop.documents.classeur_ecriture import put_text

        sheet = self._book.worksheets[0]
        sheet.title = LISEZ_MOI
        put_text(sheet.cell(1, 1), "Retour à remplir")
        sheet.cell(1, 1).font = style.TITLE_FONT
        sheet.row_dimensions[1].height = 26
        row = 3
        for label, text in notice(self._contenu):
            label_cell, cell = sheet.cell(row, 1), sheet.cell(row, 2)
            put_text(label_cell, label)
            if text == SAISIE:
                style.open_cell(cell)
                self._reponse = cell
            else:
                put_text(cell, francais(text))
            heading = not text
            label_cell.font = style.HEADING_FONT if heading else style.BOLD_FONT
            cell.font = style.BODY_FONT
            label_cell.alignment = Alignment(vertical="bottom" if heading else "top")
            cell.alignment = style.WRAPPED
            lines = max(1, len(textwrap.wrap(text, 125)))
            sheet.row_dimensions[row].height = 26 if heading else 14.0 * lines + 6
            row += 1
        sheet.column_dimensions["A"].width = 24
        sheet.column_dimensions["B"].width = 104
        sheet.print_area = f"A1:B{row}"
        style.set_up_page(sheet, self._pied)
        style.protect(sheet)

    def _add_mesures(self) -> None:
        from sdpd_desktop.documents import retour_feuilles as style

        feuille = self._start(ACTIONS, style.COLONNES_MESURES, "Actions et mesures")
        for ligne in sorted(self._contenu.mesures, key=lambda found: natural_key(found.code)):
            identity = self._identity(MESURE, ligne.id, ligne.code, ligne.code)
            row = feuille.add(identity, _textes_mesure(ligne))
            self._rows[MESURE, ligne.id, "", ""] = (feuille, row)
        control_mesures(feuille)
        feuille.finish(self._pied)

    def _add_indicateurs(self) -> None:
        from sdpd_desktop.documents import retour_feuilles as style

        lignes = sorted(self._contenu.indicateurs, key=_order)
        zones = any(ligne.zone is not Zone.ENSEMBLE for ligne in lignes)
        columns = style.colonnes_indicateurs(zones=zones)
        feuille = self._start(INDICATEURS, columns, "Indicateurs")
        for ligne in lignes:
            shown = ligne.reference or ligne.code
            identity = self._identity(INDICATEUR, ligne.id, ligne.code, shown)
            identity |= {"territoire": ligne.territoire, "zone": ligne.zone.value}
            row = feuille.add(identity, self._textes_indicateur(ligne, shown))
            key = (INDICATEUR, ligne.id, ligne.territoire, ligne.zone.value)
            self._rows[key] = (feuille, row)
            control_indicateur(feuille, row, ligne)
        feuille.finish(self._pied)

    def _start(self, nom: str, colonnes: Any, titre: str) -> "FeuilleRetour":
        from sdpd_desktop.documents.retour_feuilles import FeuilleRetour

        contenu = self._contenu
        due = f" – à rendre avant le {format_date(contenu.echeance)}" if contenu.echeance else ""
        feuille = FeuilleRetour(self._book, nom, colonnes)
        feuille.head(titre, f"{_who(contenu)} – {contenu.periode.libelle}{due}")
        return feuille

    def _identity(self, nature: str, cle: str, code: str, repere: str) -> dict[str, str]:
        return {
            "identite": str(self._identite),
            "nature": nature,
            "cle": cle,
            "code": code,
            "repere": repere,
        }

    def _textes_indicateur(self, ligne: LigneIndicateur, shown: str) -> dict[str, str]:
        before = ligne.precedente
        if ligne.actuelle is not None:
            number = format_nombre(ligne.actuelle, ligne.decimales)
            before = "\n".join(filter(None, (before, f"déjà reçu{NBSP}: {number}")))
        return {
            "affiche": shown,
            "titre": ligne.titre,
            "unite": "oui / non" if ligne.unite == JALON else ligne.unite,
            "lieu": ligne.territoire_nom,
            "zone_affichee": _ZONES[ligne.zone],
            "periode": self._contenu.periode.libelle,
            "precedente": before,
            "cible": ligne.cible,
        }

    # -------------------------------------------------------------- annotated copy

    def fill_in(self, saisies: Sequence[SaisieRetour], errors: dict[str, Ligne]) -> None:
        """Put back what was typed; colour and comment the cells the errors are about."""
        for saisie in saisies:
            place = self._place(saisie)
            if place is None:
                continue
            feuille, row = place
            for colonne, cellule in saisie.colonnes:
                if not feuille.has(colonne):
                    continue  # A partner's own table may give two terms where ours has one.
                cell = feuille.sheet.cell(row, feuille.column(colonne))
                _put(cell, cellule)
                if cellule.lieu in errors:
                    _mark(cell, errors[cellule.lieu])
            _fill_share(feuille, row, saisie, errors)

    def _place(self, saisie: SaisieRetour) -> "tuple[FeuilleRetour, int] | None":
        if saisie.nature == MESURE:
            return self._rows.get((MESURE, saisie.cle, "", ""))
        return self._rows.get((INDICATEUR, saisie.cle, saisie.territoire, saisie.zone))

    def add_errors(self, errors: Sequence[Ligne], lu: RetourLu) -> None:
        """Add the sheet that lists the errors by the cells of the partner's own file."""
        from openpyxl.styles import Alignment

        from sdpd_desktop.documents import retour_feuilles as style
        from sdpd_desktop.documents.classeur_ecriture import put_text

        feuille = style.FeuilleRetour(self._book, ERREURS, _error_columns())
        feuille.head("Erreurs à corriger", f"Dans le fichier reçu «{NBSP}{lu.nom}{NBSP}»")
        for ligne in errors:
            sheet, _, place = ligne.lieu.rpartition("!")
            row = feuille.add(
                {},
                {
                    "affiche": sheet,
                    "cellule": place,
                    "objet": ligne.designation,
                    "titre": ligne.titre,
                    "tape": ligne.texte,
                    "raison": ligne.raison,
                    "correction": ligne.correction,
                },
            )
            feuille.mark_aside(row)
            style.fill(feuille.sheet.cell(row, 1), ligne.verdict is Verdict.REJETE)
        if lu.avertissements:
            row = feuille.last_row() + 2 if errors else style.FIRST_ROW
            for text in ("À savoir", *lu.avertissements):
                cell = feuille.sheet.cell(row, 1)
                feuille.mark_aside(row)
                put_text(cell, text)
                cell.font = style.HEADING_FONT if text == "À savoir" else style.BODY_FONT
                cell.alignment = Alignment(vertical="top")
                row += 1
        feuille.finish(self._pied)
        self._book.move_sheet(feuille.sheet, offset=-2)


def _who(contenu: RetourContenu) -> str:
    return ", ".join(filter(None, (contenu.partenaire_nom, contenu.emetteur)))


def _fill_share(
    feuille: "FeuilleRetour", row: int, saisie: SaisieRetour, errors: dict[str, Ligne]
) -> None:
    """Write the two terms of a share, as a partner's own table gives them, in our one cell."""
    from sdpd_desktop.documents.classeur_ecriture import put_text

    terms = [saisie.cellule(name) for name in ("numerateur", "denominateur")]
    if not any(terms):
        return
    cell = feuille.sheet.cell(row, feuille.column("valeur"))
    put_text(cell, " / ".join(term.texte.strip() if term else "" for term in terms))
    for term in terms:
        if term is not None and term.lieu in errors:
            _mark(cell, errors[term.lieu])


def _error_columns() -> tuple[Any, ...]:
    from sdpd_desktop.documents.retour_feuilles import Colonne

    return (
        Colonne("affiche", "Feuille", 14),
        Colonne("cellule", "Cellule", 9),
        Colonne("objet", "Code", 12),
        Colonne("titre", "Objet", 44),
        Colonne("tape", "Texte saisi", 24),
        Colonne("raison", "Pourquoi", 56),
        Colonne("correction", "Correction proposée", 30),
    )


def _order(ligne: LigneIndicateur) -> tuple[str, str, str]:
    return natural_key(ligne.code), natural_key(ligne.territoire_nom), ligne.zone.value


def _textes_mesure(ligne: LigneMesure) -> dict[str, str]:
    known = STATUTS[ligne.statut]
    if ligne.fait_le:
        known += f" le {format_date(ligne.fait_le)}"
    role = ROLES[Role(ligne.role)] if ligne.role in set(Role) else ligne.role
    return {
        "affiche": ligne.code,
        "action": ligne.action,
        "titre": ligne.titre,
        "role": role,
        "echeance": format_date(ligne.echeance),
        "connu": "\n".join(filter(None, (known, ligne.note))),
    }


def _put(cell: Any, cellule: Cellule) -> None:
    """Write a value as received: a number with its format, text as text, an error as text."""
    from sdpd_desktop.documents.classeur_ecriture import put_text

    value = cellule.valeur
    if value is None or isinstance(value, str):
        put_text(cell, cellule.texte)
        return
    cell.value = value
    if cellule.format and cellule.format != "General":
        cell.number_format = cellule.format


def _mark(cell: Any, ligne: Ligne) -> None:
    from openpyxl.comments import Comment

    from sdpd_desktop.documents.classeur_ecriture import printable
    from sdpd_desktop.documents.retour_feuilles import fill

    fill(cell, ligne.verdict is Verdict.REJETE)
    advice = f"\nCorrection proposée{NBSP}: {ligne.correction}" if ligne.correction else ""
    comment = Comment(printable(f"{ligne.raison}{advice}"), "Bureau")
    comment.width, comment.height = 320, 110
    cell.comment = comment
