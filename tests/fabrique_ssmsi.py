"""Tables of the SSMSI made by hand in their published layouts."""

import gzip
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

COMMUNALE = (
    '"CODGEO_2025";"annee";"indicateur";"unite_de_compte";"nombre";"taux_pour_mille";'
    '"est_diffuse";"insee_pop";"insee_pop_millesime";"insee_log";"insee_log_millesime";'
    '"complement_info_nombre";"complement_info_taux"'
)
COMMUNALE_2023 = (
    "CODGEO_2023;annee;classe;unité.de.compte;valeur.publiée;faits;tauxpourmille;"
    "complementinfoval;complementinfotaux;POP;millPOP;LOG;millLOG"
)
DEPARTEMENTALE = (
    "Code_departement;Code_region;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;"
    "insee_pop;insee_pop_millesime;insee_log;insee_log_millesime"
)
DEPARTEMENTALE_2023 = (
    "classe;annee;Code.département;Code.région;unité.de.compte;millPOP;millLOG;faits;POP;LOG;"
    "tauxpourmille"
)
CHRONOLOGIQUE = (
    '"Valeurs";"Unite_temps";"Titre";"Ordonnees";"Indicateur";"SourceGraphique";'
    '"Sous_indicateur";"Nomenclature";"Declinaison";"Statistique";"Zone_geographique";"Champ";'
    '"Periodicite";"Unite_de_compte";"Detail_complementaire"'
)
NOM_COMMUNALE = "donnee-comm-data.gouv-2024-geographie2025-produit-le2025-06-04.csv.gz"
NOM_DEPARTEMENTALE = "donnee-dep-data.gouv-2024-geographie2025-produit-le2025-06-04.csv"


def commune(
    code: str, annee: int, indicateur: str, nombre: object, unite: str = "Infraction"
) -> str:
    """Return a line of the communal base; None for a number that is not published."""
    if nombre is None:
        return (
            f'"{code}";"{annee}";"{indicateur}";"{unite}";"NA";"NA";"ndiff";"55000";"2022";'
            '"23000";"2021";"2,0512821";"0,8712345"'
        )
    return (
        f'"{code}";"{annee}";"{indicateur}";"{unite}";"{nombre}";"5,2718337";"diff";"55000";'
        '"2022";"23000";"2021";"NA";"NA"'
    )


def departement(
    code: str, annee: int, indicateur: str, nombre: object, unite: str = "Infraction"
) -> str:
    """Return a line of the departmental base."""
    return f"{code};11;{annee};{indicateur};{unite};{nombre};3,1234567;1452398;2022;640000;2021"


def texte(path: Path, head: str, lines: Iterable[str], *, encoding: str = "utf-8") -> Path:
    """Write a text file, compressed when its name ends in .gz."""
    body = "\r\n".join([head, *lines, ""]).encode(encoding)
    path.write_bytes(gzip.compress(body, 1) if path.suffix == ".gz" else body)
    return path


def classeur(path: Path, sheets: dict[str, Sequence[Sequence[Any]]]) -> Path:
    """Write a workbook."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path
