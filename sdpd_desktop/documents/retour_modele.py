"""What the writer and the reader of return workbooks agree on: identity and marks."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from sdpd_desktop.domain.retour import RetourContenu

VERSION = 1
MARQUE = "sdpd-retour"
FEUILLE_IDENTITE = "_sdpd"
PROPRIETE = "sdpd_retour"
CLE_IDENTITE = "sdpd:identite"
HORS_LIGNES = "sdpd:hors-lignes"
MARQUE_LIGNE = "marque"
"""HORS_LIGNES stands in this last, hidden column of title and header rows: no line of theirs."""

LISEZ_MOI, ACTIONS, INDICATEURS, ERREURS = "Lisez-moi", "Actions", "Indicateurs", "Erreurs"
COMMENT_REMPLIR = "Comment remplir"
"""A heading of our own sheets, by which the reader knows « Lisez-moi » when renamed."""
VOTRE_REPONSE = "Votre réponse"

MESURE, INDICATEUR = "mesure", "indicateur"
IDENTITE = ("identite", "nature", "cle", "code", "repere", "territoire", "zone")
SAISIES = {MESURE: ("statut", "fait_le", "note"), INDICATEUR: ("valeur", "commentaire")}


def mark(nom: str) -> str:
    """Return what the hidden key row holds above that column."""
    return f"sdpd:{nom}"


@dataclass(frozen=True)
class Identite:
    """Whose return a sheet, a row or a file belongs to.

    Attributes:
        emetteur: The unit of the partner that was given this workbook, or "".
    """

    version: int
    retour: str
    campagne: str
    plan: str
    partenaire: str
    periode: str
    emetteur: str = ""

    @classmethod
    def of(cls, contenu: RetourContenu) -> "Identite":
        """Return the identity of a return about to be written."""
        return cls(
            VERSION,
            contenu.retour,
            contenu.campagne,
            contenu.plan,
            contenu.partenaire,
            contenu.periode.code,
            contenu.emetteur,
        )

    @classmethod
    def parse(cls, text: str) -> "Identite | None":
        """Read what :meth:`__str__` wrote; None for anything else."""
        parts = [unquote(part) for part in text.strip().split("|")]
        known = parts[0] == MARQUE and len(parts) in (7, 8)
        if not known or not (parts[1].isascii() and parts[1].isdigit() and len(parts[1]) < 5):
            return None
        return cls(int(parts[1]), *parts[2:])

    def __str__(self) -> str:
        parts = [self.retour, self.campagne, self.plan, self.partenaire, self.periode]
        parts += [self.emetteur] if self.emetteur else []
        return "|".join((MARQUE, str(self.version), *(quote(part, safe="") for part in parts)))
