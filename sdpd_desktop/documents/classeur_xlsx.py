"""Reads an .xlsx or .xlsm workbook once it was checked; runs in the child process only."""

import zipfile
from typing import Any

from sdpd_desktop.documents.classeur_controle import FeuilleVue, check
from sdpd_desktop.documents.classeur_donnees import Sac, encode


def read(archive: zipfile.ZipFile, octets: Any) -> dict[str, Any]:
    """Check every part, then read the cells.

    Args:
        archive: The workbook, its directory already checked.
        octets: The same bytes, as a stream for openpyxl.

    Raises:
        RefusError: Something in it cannot be read safely; the address is given where there is one.
    """
    seen = check(archive)
    return _read_cells(octets, seen)


def _read_cells(octets: Any, seen: list[FeuilleVue]) -> dict[str, Any]:
    from openpyxl import load_workbook

    sac = Sac()
    # Read-only mode invents no value from hyperlinks and hides no merged one; what it would
    # lose (wrong dimension, unordered rows) is undone or was refused by the check.
    book: Any = load_workbook(octets, read_only=True, data_only=True, keep_links=False)
    try:
        feuilles = [_read_sheet(book[vue.nom], vue, sac) for vue in seen]
        proprietes = {str(p.name): str(p.value) for p in book.custom_doc_props.props}
    finally:
        book.close()
    return {"feuilles": feuilles, "proprietes": proprietes}


def _read_sheet(sheet: Any, vue: FeuilleVue, sac: Sac) -> dict[str, Any]:
    sheet.reset_dimensions()
    cells = []
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if value is None:
                continue
            kind = cell.data_type
            if kind == "e":
                cells.append([cell.row, cell.column, "e", sac.take(str(value)), ""])
            else:
                shown = "" if kind == "s" else cell.number_format
                cells.append([cell.row, cell.column, *encode(value, sac), shown])
    cells += [[row, column, "f", None, ""] for row, column in vue.sans_resultat]
    cells.sort(key=lambda cell: (cell[0], cell[1]))
    return {
        "nom": vue.nom,
        "masquee": vue.masquee,
        "lignes_masquees": vue.lignes_masquees,
        "fusions": vue.fusions,
        "cellules": cells,
    }
