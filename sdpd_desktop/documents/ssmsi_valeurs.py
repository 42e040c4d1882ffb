"""Gathers the values of a table of the SSMSI, row after row."""

from collections.abc import Sequence
from functools import lru_cache

from sdpd_desktop.documents.classeur_donnees import address
from sdpd_desktop.documents.tableau_flux import Rangee, Valeur
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.indicateur import Periodicite
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, TypePeriode
from sdpd_desktop.domain.ssmsi import (
    SECRET,
    Colonne,
    Correspondance,
    Disposition,
    RoleColonne,
    SerieSsmsi,
    ValeurSsmsi,
)
from sdpd_desktop.domain.ssmsi_lecture import (
    AUTRE_STATISTIQUE,
    Filtre,
    code_commune,
    code_departement,
    lire_effectif,
    lire_periode,
    lire_zone,
    mois_de,
    serie,
)
from sdpd_desktop.domain.texte import quote, search_key

MAX_VALUES = 250_000
MAX_SERIES = 500
MAX_DEFECTS = 200
_R = RoleColonne
_PERIODICITES = {
    TypePeriode.ANNEE: Periodicite.ANNEE,
    TypePeriode.SEMESTRE: Periodicite.SEMESTRE,
    TypePeriode.TRIMESTRE: Periodicite.TRIMESTRE,
    TypePeriode.MOIS: Periodicite.MOIS,
}
_NOTHING = "non renseigne"
_UNUSED = "non utilise"  # What the état 4001 calls the rows it no longer fills.
_lire_periode = lru_cache(maxsize=4_096)(lire_periode)


class Moisson:
    """What was gathered so far; bounded whatever the size of the file."""

    def __init__(self, table: Correspondance, filtre: Filtre, feuille: str) -> None:
        self._table, self._filtre, self._feuille = table, filtre, feuille
        self._width = len(table.colonnes)
        self._strict = not feuille and table.disposition is not Disposition.TABLEAU
        self._values = [c for c in table.colonnes if c.role is _R.VALEUR]
        for role in _R:
            if role not in (_R.VALEUR, _R.PRECISION, _R.IGNOREE) and len(table.rangs(role)) > 1:
                raise UserError(
                    f"Deux colonnes sont prises pour « {role.value.replace('_', ' ')} » : "
                    "gardez-en une."
                )
        self._places = {role: table.rangs(role)[0] for role in _R if table.rangs(role)}
        self._precisions = table.rangs(_R.PRECISION)
        self._taken: dict[tuple[str, Periode, str, Zone], ValeurSsmsi | None] = {}
        self._series: dict[tuple[str, str, Periodicite], SerieSsmsi] = {}
        self._place = {
            Disposition.COMMUNALE: self._of_commune,
            Disposition.DEPARTEMENTALE: self._of_departement,
            Disposition.CHRONOLOGIQUE: self._of_departement,
        }.get(table.disposition, self._of_table)
        self.noms: dict[str, str] = {}
        self.lignes = 0
        self.defauts: list[tuple[str, str]] = []
        self.nombre_defauts = 0
        self.avertissements: list[str] = []
        self.valeurs: tuple[ValeurSsmsi, ...] = ()

    def prendre(self, row: Rangee) -> None:
        """Take one row: its values are kept, or it is counted as left out or told as wrong."""
        self.lignes += 1
        cells = row.cellules
        if self._strict and len(cells) != self._width:
            self._defect(row.numero, 0, f"{len(cells)} champs au lieu de {self._width}")
            return
        insee = self._place(cells)
        if insee is None:
            return
        statistic = self._text(cells, _R.STATISTIQUE)
        if statistic and search_key(statistic) != "nombre":
            self._filtre.ecartees[AUTRE_STATISTIQUE] += 1
            return
        title = self._title(cells)
        if not title:
            filled = any(self._cell(cells, c.rang) not in (None, "", 0) for c in self._values)
            if filled and not self._text(cells, _R.INDICATEUR):
                self._defect(row.numero, self._places[_R.INDICATEUR], "indicateur manquant")
            return
        for column in self._values:
            self._take_value(row, column, insee, title)

    def clore(self) -> None:
        """End the gathering.

        Raises:
            UserError: Nothing in the file is for the département.
        """
        self.valeurs = tuple(value for value in self._taken.values() if value is not None)
        if self.valeurs:
            return
        left = ", ".join(f"{n} ligne(s) : {why}" for why, n in self._filtre.ecartees.items())
        told = f" ({left})" if left else ""
        if self.nombre_defauts:
            told += f" ; {self.nombre_defauts} défaut(s), dont {': '.join(self.defauts[0])}"
        raise UserError(
            f"Ce fichier n'a aucune valeur du département {self._filtre.departement} à reprendre"
            f"{told}. Vérifiez le fichier et le plan."
        )

    def series(self) -> tuple[SerieSsmsi, ...]:
        """Return the series that have a value, in order of code."""
        used = {value.serie for value in self.valeurs}
        found = {s.code: s for s in self._series.values() if s.code in used}
        return tuple(found[code] for code in sorted(found))

    def _take_value(self, row: Rangee, column: Colonne, insee: str, title: str) -> None:
        cells = row.cellules
        cell = self._cell(cells, column.rang)
        if cell in (None, ""):
            if self._table.disposition in (Disposition.ETAT_4001, Disposition.TABLEAU):
                return  # A heading of a theme, or a month still to come.
            self._defect(row.numero, column.rang, "valeur vide")
            return
        try:
            periode = self._periode(cells, column)
            zone = self._zone(cells, column)
            number, absence = lire_effectif(cell)
        except ValidationError as error:
            self._defect(row.numero, column.rang, str(error))
            return
        diffusion = self._text(cells, _R.DIFFUSION)
        if diffusion == "ndiff":
            number, absence = None, SECRET
        elif _R.DIFFUSION in self._places and diffusion != "diff":
            self._defect(
                row.numero, self._places[_R.DIFFUSION], f"{quote(diffusion)} n'est ni diff ni ndiff"
            )
            return
        found = self._serie(title, self._text(cells, _R.UNITE), periode)
        where = self._lieu(row.numero, column.rang)
        value = ValeurSsmsi(
            found.code, periode, insee, zone, number, absence, self._feuille, where,
            str(cell)[:200],
        )  # fmt: skip
        self._keep(row.numero, column.rang, value)

    def _keep(self, numero: int, rang: int, value: ValeurSsmsi) -> None:
        key = (value.serie, value.periode, value.insee, value.zone)
        if key not in self._taken:
            if len(self._taken) >= MAX_VALUES:
                raise UserError(
                    f"Ce fichier a plus de {MAX_VALUES} valeurs pour ce département : ne reprenez "
                    "que les communes connues de la base."
                )
            self._taken[key] = value
            return
        first = self._taken[key]
        if first is None or (first.valeur, first.absence) != (value.valeur, value.absence):
            told = f" ({first.lieu} : {first.texte})" if first else ""
            self._taken[key] = None
            self._defect(
                numero, rang,
                f"deux valeurs différentes pour la même série et la même période{told} ; aucune "
                "n'est reprise",
            )  # fmt: skip

    def _title(self, cells: Sequence[Valeur]) -> str:
        parts = [self._text(cells, _R.INDICATEUR)]
        for rang in self._precisions:
            part = str(self._cell(cells, rang) or "").strip()
            if part and search_key(part) != _NOTHING and part not in parts:
                parts.append(part)
        used = parts[0] and _UNUSED not in search_key(parts[0])
        return " – ".join(parts) if used else ""

    def _periode(self, cells: Sequence[Valeur], column: Colonne) -> Periode:
        if column.periode is not None:
            return column.periode
        if _R.PERIODE not in self._places:
            if self._table.periode is None:
                raise ValidationError("periode", "aucune période n'est dite pour cette valeur")
            return self._table.periode
        cell = self._cell(cells, self._places[_R.PERIODE])
        periode = _lire_periode(cell)
        if periode is None:
            raise ValidationError("periode", f"{quote(str(cell))} n'est pas une période")
        if _R.MOIS not in self._places:
            return periode
        month = mois_de(self._cell(cells, self._places[_R.MOIS]), periode.annee)
        if month is None:
            raise ValidationError("periode", "le mois est illisible")
        return month

    def _zone(self, cells: Sequence[Valeur], column: Colonne) -> Zone:
        if column.zone is not None:
            return column.zone
        if _R.ZONE not in self._places:
            return self._table.zone
        text = self._text(cells, _R.ZONE)
        zone = lire_zone(text)
        if zone is None:
            raise ValidationError(
                "zone", f"{quote(text)} n'est pas une zone (police, gendarmerie, ensemble)"
            )
        return zone

    def _serie(self, title: str, unit: str, periode: Periode) -> SerieSsmsi:
        kind = _PERIODICITES.get(periode.type, Periodicite.PONCTUELLE)
        found = self._series.get((title, unit, kind))
        if found is None:
            if len(self._series) >= MAX_SERIES:
                raise UserError(
                    f"Plus de {MAX_SERIES} indicateurs différents : la colonne prise pour celle "
                    "des indicateurs n'est sans doute pas la bonne."
                )
            found = serie(self._table.disposition, title, unit, kind)
            self._series[title, unit, kind] = found
        return found

    def _text(self, cells: Sequence[Valeur], role: RoleColonne) -> str:
        rang = self._places.get(role)
        return "" if rang is None else str(self._cell(cells, rang) or "").strip()

    def _cell(self, cells: Sequence[Valeur], rang: int) -> Valeur:
        return cells[rang] if rang < len(cells) else None

    def _lieu(self, numero: int, rang: int) -> str:
        return address(numero, rang + 1) if self._feuille else f"ligne {numero}"

    def _defect(self, numero: int, rang: int, why: str) -> None:
        self.nombre_defauts += 1
        if len(self.defauts) < MAX_DEFECTS:
            self.defauts.append((self._lieu(numero, rang), why))

    def _of_commune(self, cells: Sequence[Valeur]) -> str | None:
        insee = code_commune(self._text(cells, _R.TERRITOIRE))
        if not self._filtre.garde_commune(insee):
            return None
        if insee not in self.noms and (name := self._text(cells, _R.NOM_TERRITOIRE)):
            self.noms[insee] = name
        return insee

    def _of_departement(self, cells: Sequence[Valeur]) -> str | None:
        code = code_departement(self._text(cells, _R.TERRITOIRE))
        return code if self._filtre.garde_departement(code) else None

    def _of_table(self, cells: Sequence[Valeur]) -> str | None:
        """Return the territory of a row: its own, or the département of the whole table."""
        if _R.TERRITOIRE not in self._places:
            return self._filtre.departement
        text = self._text(cells, _R.TERRITOIRE)
        if not text:
            return self._filtre.departement
        if len(code_commune(text)) == 5 and code_commune(text)[:1].isdigit():
            return self._of_commune(cells)
        return self._of_departement(cells)
