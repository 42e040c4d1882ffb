"""Reads the published layouts as a stream, and refuses the rest with a sentence."""

import datetime as dt
import gzip
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.documents import tableau_flux
from sdpd_desktop.documents.classeur_enfant import TABLE_OPTION
from sdpd_desktop.documents.ssmsi import lire
from sdpd_desktop.domain.errors import NotFoundError, UserError
from sdpd_desktop.domain.indicateur import Periodicite
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.ssmsi import SECRET, Disposition, RoleColonne, TableauLu, ValeurSsmsi
from sdpd_desktop.domain.ssmsi_lecture import AUTRE_DEPARTEMENT, COMMUNE_INCONNUE, Filtre
from tests import fabrique_ssmsi as made
from tests.support import plain

MEAUX, MELUN, CHELLES = "77284", "77288", "77108"
CAMBRIOLAGES, VOLS = "Cambriolages de logement", "Vols de véhicule"


def filtre(*communes: str) -> Filtre:
    return Filtre("77", frozenset(communes) if communes else None)


def by_key(lu: TableauLu) -> dict[tuple[str, str, str, Zone], ValeurSsmsi]:
    titles = {serie.code: serie.titre for serie in lu.series}
    return {(titles[v.serie], v.periode.code, v.insee, v.zone): v for v in lu.valeurs}


def refusal(path: Path, **named: Any) -> str:
    with pytest.raises(UserError) as error:
        lire(path, filtre(), **named)
    return plain(str(error.value))


def test_the_communal_base_gives_the_known_communes_of_the_departement(tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / made.NOM_COMMUNALE,
        made.COMMUNALE,
        [
            made.commune("62193", 2024, CAMBRIOLAGES, 12),
            made.commune(MEAUX, 2023, CAMBRIOLAGES, 355),
            made.commune(MEAUX, 2024, CAMBRIOLAGES, 0),
            made.commune(MELUN, 2024, CAMBRIOLAGES, None),
            made.commune("77999", 2024, CAMBRIOLAGES, 4),
            made.commune(MEAUX, 2024, VOLS, 41, "Véhicule"),
        ],
    )
    lu = lire(path, filtre(MEAUX, MELUN))
    assert lu.correspondance.disposition is Disposition.COMMUNALE
    assert lu.correspondance.sure
    values = by_key(lu)
    assert len(values) == 4
    first = values[CAMBRIOLAGES, "2023", MEAUX, Zone.ENSEMBLE]
    assert (first.valeur, first.absence, first.lieu) == (Decimal(355), "", "ligne 3")
    zero = values[CAMBRIOLAGES, "2024", MEAUX, Zone.ENSEMBLE]
    assert (zero.valeur, zero.absence) == (Decimal(0), ""), "a published zero is a value"
    secret = values[CAMBRIOLAGES, "2024", MELUN, Zone.ENSEMBLE]
    assert (secret.valeur, secret.absence) == (None, SECRET), "never the average beside it"
    assert lu.ecartees == {AUTRE_DEPARTEMENT: 1, COMMUNE_INCONNUE: 1}
    assert (lu.lignes, lu.nombre_defauts) == (6, 0)
    assert {s.unite for s in lu.series} == {"infractions", "véhicules"}
    assert lu.millesime.libelle == "2024 (géographie 2025, produit le 04/06/2025)"


def test_the_first_editions_are_read_too(tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "donnee-data.gouv-2022-geographie2023-produit-le2023-07-17.csv",
        made.COMMUNALE_2023,
        [
            f"{MEAUX};22;{VOLS};véhicule;diff;41;0,7;NA;NA;55000;20;23000;19",
            f"{MEAUX};21;{VOLS};véhicule;ndiff;NA;NA;2,05;0,4;55000;20;23000;19",
        ],
    )
    lu = lire(path, filtre())
    values = by_key(lu)
    assert values[VOLS, "2022", MEAUX, Zone.ENSEMBLE].valeur == 41
    assert values[VOLS, "2021", MEAUX, Zone.ENSEMBLE].absence == SECRET
    later = made.texte(
        tmp_path / "b.csv", made.COMMUNALE, [made.commune(MEAUX, 2024, VOLS, 1, "Véhicule")]
    )
    assert [s.code for s in lire(later, filtre()).series] == [s.code for s in lu.series]


@pytest.mark.parametrize("bom", [True, False])
def test_the_departmental_base(tmp_path: Path, bom: bool) -> None:
    path = made.texte(
        tmp_path / made.NOM_DEPARTEMENTALE,
        made.DEPARTEMENTALE,
        [
            made.departement("77", 2023, CAMBRIOLAGES, 5120),
            made.departement("77", 2024, CAMBRIOLAGES, 4980),
            made.departement("77", 2024, "Homicides", 12, "Victime"),
            made.departement("2A", 2024, CAMBRIOLAGES, 300),
            made.departement("974", 2024, CAMBRIOLAGES, 300),
        ],
        encoding="utf-8-sig" if bom else "utf-8",
    )
    lu = lire(path, filtre())
    assert lu.correspondance.disposition is Disposition.DEPARTEMENTALE
    assert [s.code for s in lu.series] == [
        "SSMSI.DEP.CAMBRIOLAGES-LOGEMENT.I",
        "SSMSI.DEP.HOMICIDES.V",
    ]
    assert by_key(lu)[CAMBRIOLAGES, "2024", "77", Zone.ENSEMBLE].valeur == 4980
    assert lu.ecartees == {AUTRE_DEPARTEMENT: 2}


def test_the_departmental_base_of_2023(tmp_path: Path) -> None:
    line = f"{CAMBRIOLAGES};22;77;11;infraction;20;19;5011;1428636;600000;8,35"
    path = made.texte(tmp_path / "dep.csv", made.DEPARTEMENTALE_2023, [line])
    assert by_key(lire(path, filtre()))[CAMBRIOLAGES, "2022", "77", Zone.ENSEMBLE].valeur == 5011


def chrono(valeur: str, temps: str, sous: str, statistique: str, zone: str) -> str:
    return (
        f'"{valeur}";"{temps}";"T";"O";"Violences physiques";"SSMSI";"{sous}";"Non Renseigné";'
        f'"Non Renseigné";"{statistique}";"{zone}";"{zone}";"Annuelle";"Victimes";"Non Renseigné"'
    )


def test_the_base_of_time_series_in_latin_1(tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "serieschrono-datagouv.csv",
        made.CHRONOLOGIQUE,
        [
            chrono("18593", "2016M01", "Ensemble", "Nombre", "France"),
            chrono("9120", "2024", "Intrafamiliales", "Nombre", "77-Seine-et-Marne"),
            chrono(
                "6,28", "2024", "Intrafamiliales", "Taux pour 1000 habitants", "77-Seine-et-Marne"
            ),
            chrono("700", "2025M06", "Intrafamiliales", "Nombre", "77-Seine-et-Marne"),
        ],
        encoding="latin-1",
    )
    lu = lire(path, filtre())
    values = by_key(lu)
    title = "Violences physiques – Intrafamiliales"
    assert values[title, "2024", "77", Zone.ENSEMBLE].valeur == 9120
    assert values[title, "2025-06", "77", Zone.ENSEMBLE].valeur == 700
    assert sorted(lu.ecartees.values()) == [1, 1]
    assert {s.periodicite for s in lu.series} == {Periodicite.ANNEE, Periodicite.MOIS}


def test_the_monthly_etat_4001_has_one_sheet_per_departement(tmp_path: Path) -> None:
    head = ["Index", "libellé index", "_2022_08", "_2022_07"]
    own: list[list[Any]] = [
        head,
        [1, "Règlements de compte", 0, 1],
        [7, "Coups et blessures", 812, 790],
        [97, "Index non utilisé", 0, 0],
        [99, "Index non utilisé", 3, 0],
    ]
    other: list[list[Any]] = [head, [1, "Règlements de compte", 9, 9]]
    path = made.classeur(
        tmp_path / "tableaux-4001-gn.xlsx", {"France_Métro": other, "76": other, "77": own}
    )
    lu = lire(path, filtre())
    assert lu.correspondance.disposition is Disposition.ETAT_4001
    values = by_key(lu)
    assert len(values) == 4
    found = values["Coups et blessures", "2022-08", "77", Zone.GENDARMERIE]
    assert (found.valeur, found.feuille, found.lieu) == (Decimal(812), "77", "C3")


def test_a_socle_commun_with_two_rows_of_headings_and_a_title(tmp_path: Path) -> None:
    path = made.classeur(
        tmp_path / "socle commun juin 2025.xlsx",
        {
            "Lisez-moi": [["Notice"], ["Diffusion restreinte aux préfets"]],
            "Données": [
                ["Indicateurs du socle commun – Seine-et-Marne (77)"],
                [],
                [None, None, dt.datetime(2025, 5, 1), None, None, dt.datetime(2025, 6, 1)],
                ["Thème", "Libellé", "ZPN", "ZGN", "Évolution", "ZPN", "ZGN", "Cumul ZPN"],
                ["STUPÉFIANTS"],
                [None, "Usage de stupéfiants (AFD)", 210, 90, "5 %", "1 220", 95, 3000],
                [None, "Trafic de stupéfiants", 40, "nd", "-1 %", 35, 12, 200],
                [],
                ["Source : SSMSI"],
            ],
        },
    )
    lu = lire(path, filtre())
    found = lu.correspondance
    assert (found.disposition, found.sure) == (Disposition.TABLEAU, False)
    assert (found.feuille, found.ligne_titres) == ("Données", 4)
    values = by_key(lu)
    afd = "Usage de stupéfiants (AFD)"
    assert values[afd, "2025-05", "77", Zone.POLICE].valeur == 210
    assert values[afd, "2025-06", "77", Zone.POLICE].valeur == 1220
    assert values[afd, "2025-06", "77", Zone.GENDARMERIE].lieu == "G6"
    assert values["Trafic de stupéfiants", "2025-05", "77", Zone.GENDARMERIE].valeur is None
    assert len(values) == 8
    assert lu.nombre_defauts == 0
    left = [c.titre for c in found.colonnes if c.role is RoleColonne.IGNOREE and c.motif]
    assert [title.split()[-1] for title in left] == ["Évolution", "ZPN"]
    assert lu.avertissements == ("Feuilles non lues : Lisez-moi.",)


def test_a_socle_commun_as_a_list_whose_month_is_in_the_title(tmp_path: Path) -> None:
    lines = [
        "Département : 77;;;",
        "Indicateur;Force;Nombre;Taux",
        "Vols avec violence;Police;120;1,2",
        "Vols avec violence;Gendarmerie;30;0,3",
        "Vols avec violence;Ensemble;150;1,1",
        "Vols avec violence;Douanes;1;0",
    ]
    path = made.texte(tmp_path / "socle.csv", "Socle commun - juin 2025;;;", lines)
    lu = lire(path, filtre())
    assert lu.correspondance.periode is not None
    assert lu.correspondance.periode.code == "2025-06"
    values = by_key(lu)
    assert values["Vols avec violence", "2025-06", "77", Zone.ENSEMBLE].valeur == 150
    assert values["Vols avec violence", "2025-06", "77", Zone.POLICE].lieu == "ligne 4"
    assert [lieu for lieu, _why in lu.defauts] == ["ligne 7"]
    assert "Douanes" in lu.defauts[0][1]


def test_a_table_with_a_year_and_a_month_column(tmp_path: Path) -> None:
    lines = ["2025;juin;Vols;77;12", "2025;7;Vols;77;13", "2025;brumaire;Vols;77;13",
             "2025;6;Vols;62;99"]  # fmt: skip
    path = made.texte(
        tmp_path / "t.csv", "Année;Mois;Infraction;Département;Nombre de faits", lines
    )
    lu = lire(path, filtre())
    assert {k[1] for k in by_key(lu)} == {"2025-06", "2025-07"}
    assert lu.defauts == (("ligne 4", "le mois est illisible"),)


def test_malformed_lines_are_told_with_their_number_and_cost_no_other(tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "dep.csv",
        made.DEPARTEMENTALE,
        [
            made.departement("77", 2024, CAMBRIOLAGES, 10),
            "77;11;2024;Homicides",
            made.departement("77", 2024, VOLS, "douze"),
            made.departement("77", 2024, "Homicides", "1.097"),
            "77;11;MMXXIV;Homicides;Victime;3;0;1;2;3;4",
            "77;11;2024;;Victime;3;0;1;2;3;4",
            made.departement("77", 2023, CAMBRIOLAGES, 9),
        ],
    )
    lu = lire(path, filtre())
    assert len(lu.valeurs) == 2
    told = {lieu: plain(why) for lieu, why in lu.defauts}
    assert set(told) == {"ligne 3", "ligne 4", "ligne 5", "ligne 6", "ligne 7"}
    assert told["ligne 3"] == "4 champs au lieu de 11"
    assert "« douze » n'est pas un nombre entier" in told["ligne 4"]
    assert "« MMXXIV » n'est pas une période" in told["ligne 6"]
    assert told["ligne 7"] == "indicateur manquant"


def test_an_unknown_mark_of_diffusion_is_told(tmp_path: Path) -> None:
    odd = made.commune(MEAUX, 2024, VOLS, 7).replace('"diff"', '"peut-être"')
    path = made.texte(tmp_path / "c.csv", made.COMMUNALE, [odd, made.commune(MEAUX, 2023, VOLS, 7)])
    lu = lire(path, filtre())
    assert len(lu.valeurs) == 1
    assert "ni diff ni ndiff" in lu.defauts[0][1]


def test_the_same_value_twice_is_one_and_two_different_ones_are_none(tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "dep.csv",
        made.DEPARTEMENTALE,
        [
            made.departement("77", 2024, CAMBRIOLAGES, 10),
            made.departement("77", 2024, CAMBRIOLAGES, 10),
            made.departement("77", 2024, VOLS, 10),
            made.departement("77", 2024, VOLS, 11),
        ],
    )
    lu = lire(path, filtre())
    assert [v.valeur for v in lu.valeurs] == [Decimal(10)]
    assert [lieu for lieu, _why in lu.defauts] == ["ligne 5"]


def test_another_departement_is_refused_whole(tmp_path: Path) -> None:
    path = made.texte(
        tmp_path / "dep.csv", made.DEPARTEMENTALE, [made.departement("62", 2024, VOLS, 3)]
    )
    assert refusal(path) == (
        "Ce fichier n'a aucune valeur du département 77 à reprendre (1 ligne(s) : autre "
        "département). Vérifiez le fichier et le plan."
    )
    titled = made.texte(
        tmp_path / "socle.csv",
        "Socle commun, département 62, juin 2025;",
        ["Indicateur;Nombre", "Vols;3"],
    )
    assert "porte sur le département 62, et le plan sur le 77" in refusal(titled)
    sheet: list[list[Any]] = [["Index", "libellé index", "_2022_08"], [1, "Vols", 3]]
    book = made.classeur(tmp_path / "tableaux-4001-ts.xlsx", {"62": sheet})
    assert "porte sur le département 62" in refusal(book)


def test_the_regional_base_is_named_for_what_it_is(tmp_path: Path) -> None:
    head = made.DEPARTEMENTALE.removeprefix("Code_departement;")
    path = made.texte(tmp_path / "reg.csv", head, ["11;2024;Vols;V;3;0;1;2;3;4"])
    assert "base régionale" in refusal(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "il est vide"),
        ("a.csv", b"bonjour\nle monde\n", "n'a pas de ligne de titres reconnue"),
        ("a.parquet", b"PAR1....", "Parquet"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ni un CSV ni un classeur"),
        ("a.csv", b"a;b\0c\n", "ce n'est pas un fichier de texte"),
        ("a.xlsx", b"PK\x03\x04 n'importe quoi", "abîmé ou incomplet"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert said in refusal(path)


def test_damaged_files_are_refused_with_the_place(tmp_path: Path) -> None:
    lines = [made.commune(MEAUX, 2024, VOLS, n) for n in range(2000)]
    path = made.texte(tmp_path / "c.csv.gz", made.COMMUNALE, lines)
    path.write_bytes(path.read_bytes()[:-40])
    assert "compression est abîmée" in refusal(path)
    quoted = made.texte(tmp_path / "q.csv", made.DEPARTEMENTALE, ['77;11;2024;"Vols;V;1;2;3;4;5;6'])
    assert "est mal formée" in refusal(quoted)
    long = made.texte(tmp_path / "l.csv", made.DEPARTEMENTALE, ["7" * 70_000])
    assert "la ligne 2 est démesurée" in refusal(long)
    mixed = tmp_path / "m.csv"
    head = f"{made.DEPARTEMENTALE}\n".encode() + b"77;11;2024;Vols;V;1;2;3;4;5;6\n" * 20_000
    mixed.write_bytes(head + "77;11;2024;Vols à l'étalage;V;1;2;3;4;5;6\n".encode("latin-1"))
    assert "ne sont pas de l'UTF-8" in refusal(mixed)


def test_a_missing_file_is_said_missing(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="n'existe pas"):
        lire(tmp_path / "absent.csv", filtre())
    assert "n'est pas un fichier ordinaire" in refusal(tmp_path)


def test_limits_of_size_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [made.commune(MEAUX, 2024, VOLS, 1)] * 3000
    path = made.texte(tmp_path / "c.csv.gz", made.COMMUNALE, lines)
    monkeypatch.setattr(tableau_flux, "MAX_UNPACKED", 100_000)
    assert "une fois décompressé il serait démesuré" in refusal(path)
    monkeypatch.setattr(tableau_flux, "MAX_BYTES", 100)
    assert "il dépasse" in refusal(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused_by_the_child(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "bombe.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    assert "démesuré" in refusal(path)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_reading_can_be_cancelled(tmp_path: Path, kind: str) -> None:
    if kind == "csv":
        path = made.texte(
            tmp_path / "d.csv",
            made.DEPARTEMENTALE,
            [made.departement("77", 2024, VOLS, 1)] * 50_000,
        )
    else:
        rows: list[list[Any]] = [
            ["Indicateur", "2024"],
            *([f"Vols {n % 90}", 1] for n in range(3000)),
        ]
        path = made.classeur(tmp_path / "d.xlsx", {"A": rows})
    stop = threading.Event()
    stop.set()
    assert "annulée" in refusal(path, arret=stop)


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = made.texte(
        tmp_path / "d.csv",
        made.DEPARTEMENTALE,
        [made.departement("77", 1950 + n % 50, VOLS, 1) for n in range(60_000)],
    )
    lire(path, filtre(), progres=lambda done, total: told.append((done, total)))
    size = path.stat().st_size
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) > 3
    assert told[-1] == (size, size)


def test_half_a_million_lines_stream_within_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "grand.csv.gz"

    def lines() -> Iterator[str]:
        yield f"{made.COMMUNALE}\n"
        for n in range(500_000):
            code = (MEAUX, MELUN, CHELLES)[n % 3] if n % 95 == 76 else f"{1 + n % 95:02}001"
            yield f"{made.commune(code, 2016 + n % 9, f'Série {n % 15}', n % 9)}\n"

    with gzip.open(path, "wt", compresslevel=1, encoding="utf-8") as out:
        out.writelines(lines())
    tracemalloc.start()
    try:
        lu = lire(path, filtre(MEAUX, MELUN, CHELLES))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert lu.lignes == 500_000
    assert sum(lu.ecartees.values()) + len(lu.valeurs) <= 500_000
    assert peak < 15_000_000, f"{peak / 1e6:.1f} MB"


def test_a_frozen_program_is_its_own_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-m", "sdpd_desktop.cli", TABLE_OPTION]
    monkeypatch.setattr(tableau_flux, "_command", lambda: command)
    rows: list[list[Any]] = [["Indicateur", "2024"], ["Vols", 3]]
    lu = lire(made.classeur(tmp_path / "t.xlsx", {"A": rows}), filtre())
    assert [v.valeur for v in lu.valeurs] == [Decimal(3)]
