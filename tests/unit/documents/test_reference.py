"""The reader of reference data: what it returns, and what it refuses."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from sdpd_desktop.documents.reference import read_reference_data
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Borne, NatureCible
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.plan import Role
from sdpd_desktop.domain.reference import ReferenceData

PARTENAIRES = """
[[partenaire]]
code = "DDSP"
nom = "Police"
nature = "police"
zone = "police"
territoire = "DEP"
alias = ["Police nationale"]
jusqu_au = 2023-12-31

[[partenaire]]
code = "DDPN"
nom = "Nouvelle police"
nature = "police"

[[partenaire]]
code = "UNION"
nom = "Union des maires"
nature = "collectivite"

[[partenaire]]
code = "COMMUNES"
nom = "Communes"
nature = "collectivite"
collectif = true
relais = "UNION"

[[succession]]
ancien = "DDSP"
nouveau = ["DDPN"]
le = 2024-01-01
"""

TERRITOIRES = """
[[territoire]]
code = "DEP"
nom = "Département"
nature = "departement"

[[territoire]]
code = "VILLE"
nom = "Ville"
nature = "commune"
dans = ["DEP"]
"""

PLAN = """
[plan]
code = "PLAN"
type = "SDPD"
titre = "Un plan"
departement = "77"
territoire = "DEP"
debut = 2020-01-01
fin = 2024-12-31
source = "S1"

[[axe]]
code = "AX1"
titre = "Un axe"
ligne = 1

[[objectif]]
code = "O1"
axe = "AX1"
titre = "Un objectif"
ligne = 2

[[action]]
code = "O1.A1"
objectif = "O1"
titre = "Une action"
ligne = 3
mesures = [
  { code = "m1", titre = "Une mesure", ligne = 3, echeance = 2022-12-31, interpretee = "fin 2022" },
]
engagements = [{ partenaire = "DDSP" }, { partenaire = "UNION", role = "financeur" }]

[[indicateur]]
code = "O1.A1.i1"
reference = "K33"
parent = "O1.A1"
titre = "Caméras"
nature = "ajouter"
sens = "hausse"
grandeur = "stock"
periodicite = "annee"
unite = "caméras"
minimum = 0
maximum = 9000
depart = { valeur = 3419.5, date = 2019-01-01, borne = "plus_de" }
cibles = [{ valeur = 400, echeance = 2022-12-31 }]
valeurs = [{ periode = "2019", valeur = 3419 }]
ligne = 3

[[financement]]
objet = "O1.A1"
source = "FIPD-S"
annee = 2021
ligne = 3
"""

CONVENTION = """
[convention]
code = "CLCT"
nature = "clct"
titre = "Une convention"
plan = "PLAN"
objet = "Un objet"
etat = "a_signer"
signature_prevue = 2019-07-04T17:00:00
source = "S0"
ligne = 33

[[partie]]
rang = 1
institution = "La police"
partenaire = "DDSP"

[[signataire]]
rang = 1
partie = 1
qualite = "directrice"
genre = "f"

[[indicateur_lie]]
plan = "PLAN"
code = "O1.A1.i1"

[[action_liee]]
plan = "PLAN"
code = "O1.A1"

[[annexe]]
numero = 1
titre = "Actions"
contenu = "actions"
"""

INSTANCES = """
[[instance]]
code = "EMDS"
nom = "État-major"
nature = "emds"
plan = "PLAN"
territoire = "VILLE"
"""

CONSERVATION = """
[[conservation]]
nature = "retour"
duree_mois = 60
point_de_depart = "campagne"
fondement = "bilan"
"""

FILES = {
    "partenaires.toml": PARTENAIRES,
    "territoires.toml": TERRITOIRES,
    "instances.toml": INSTANCES,
    "conservation.toml": CONSERVATION,
    "plans/PLAN.toml": PLAN,
    "conventions/CLCT.toml": CONVENTION,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_everything_is_read_with_its_type(folder: Path) -> None:
    data = read_reference_data(folder)

    (plan,) = data.plans
    assert (plan.debut, plan.fin) == (dt.date(2020, 1, 1), dt.date(2024, 12, 31))
    assert [axe.code for axe in plan.axes] == ["AX1"]
    assert [objectif.axe for objectif in plan.objectifs] == ["AX1"]
    (action,) = plan.actions
    assert [item.role for item in action.engagements] == [Role.RESPONSABLE, Role.FINANCEUR]
    (mesure,) = action.mesures
    assert (mesure.echeance, mesure.interpretee) == (dt.date(2022, 12, 31), "fin 2022")
    (indicateur,) = plan.indicateurs
    assert indicateur.nature is NatureCible.AJOUTER
    assert indicateur.depart.valeur == Decimal("3419.5")
    assert indicateur.depart.borne is Borne.PLUS_DE
    assert indicateur.cibles[0].valeur == Decimal(400)
    assert indicateur.valeurs[0].periode == "2019"
    assert plan.financements[0].source == "FIPD-S"
    assert data.partenaires[0].zone is Zone.POLICE
    assert data.partenaires[3].relais == "UNION"
    assert data.successions[0].nouveau == ("DDPN",)
    (convention,) = data.conventions
    assert convention.signature_prevue == dt.datetime(2019, 7, 4, 17, 0)
    assert (convention.signataires[0].nom, convention.signataires[0].genre) == ("", "f")
    assert convention.annexes[0].contenu == "actions"
    assert data.instances[0].territoire == "VILLE"
    assert data.conservation[0].duree_mois == 60


def test_absent_files_hold_nothing(tmp_path: Path) -> None:
    assert read_reference_data(tmp_path) == ReferenceData()


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="n'existe pas"):
        read_reference_data(tmp_path / "ailleurs")


VALUES = 'valeurs = [{ periode = "2019", valeur = 3419 }]\nligne = 3'


def _computed(code: str, territoire: str, operation: str = "somme") -> str:
    """Return what makes the indicator computed from one counted twice."""
    term = f'{{ indicateur = "{code}", territoire = "{territoire}" }}'
    return f'formule = {{ operation = "{operation}", operandes = [{term}, {term}] }}\nligne = 3'


FAULTS = [
    # file, what is written, what is put in its place, words of the refusal
    ("plans/PLAN.toml", "titre = ", "titres = ", ("[plan]", "titres", "n'est pas connue")),
    ("plans/PLAN.toml", 'titre = "Un plan"', "", ("[plan]", "titre", "manque")),
    ("plans/PLAN.toml", '"Un plan"', '" "', ("[plan]", "titre", "vide")),
    ("plans/PLAN.toml", "[plan]", "[projet]", ("projet", "n'est pas connue")),
    ("plans/PLAN.toml", "[[axe]]", "[[axes]]", ("axes", "n'est pas connue")),
    ("plans/PLAN.toml", 'source = "S1"', 'source = "S1"\naxes = []', ("[plan]", "axes")),
    ("plans/PLAN.toml", 'code = "PLAN"', 'code = "AUTRE"', ("AUTRE", "nom du fichier")),
    ("plans/PLAN.toml", 'territoire = "DEP"', 'territoire = "X"', ("[plan]", "territoire")),
    ("plans/PLAN.toml", "fin = 2024", "fin = 2019", ("[plan]", "fin", "précède")),
    ("plans/PLAN.toml", "ligne = 1", 'ligne = "1"', ("[[axe]]", "AX1", "ligne", "entier")),
    ("plans/PLAN.toml", "ligne = 1", "ligne = true", ("[[axe]]", "ligne", "entier")),
    ("plans/PLAN.toml", '"AX1"\ntitre', '"A1"\ntitre', ("[[axe]]", "A1", "forme")),
    ("plans/PLAN.toml", 'axe = "AX1"', 'axe = "AX2"', ("[[objectif]] (O1)", "axe", "AX2")),
    ("plans/PLAN.toml", 'objectif = "O1"', 'objectif = "O2"', ("[[action]] (O1.A1)", "O2")),
    ("plans/PLAN.toml", '"m1"', '"1"', ("[[action]] (O1.A1), mesures", "forme")),
    ("plans/PLAN.toml", '"Une mesure"', "3", ("[[action]]", "mesures n° 1 (m1)", "titre", "texte")),
    ("plans/PLAN.toml", "echeance = 2022-12-31, ", "", ("(O1.A1)", "interpretee")),
    ("plans/PLAN.toml", '{ partenaire = "DDSP" }', '{ partenaire = "X" }', ("partenaire", "X")),
    ("plans/PLAN.toml", '"financeur"', '"mecene"', ("role", "mecene", "financeur")),
    ("plans/PLAN.toml", '"UNION", role = "financeur"', '"DDSP"', ("engagements", "déjà")),
    ("plans/PLAN.toml", 'parent = "O1.A1"', 'parent = "O9"', ("[[indicateur]]", "parent", "O9")),
    ("plans/PLAN.toml", '"O1.A1.i1"', '"O2.A1.i1"', ("[[indicateur]]", "forme")),
    ("plans/PLAN.toml", '"ajouter"', '"augmenter"', ("nature", "augmenter", "atteindre")),
    ("plans/PLAN.toml", '"ajouter"', '"suivi"', ("cibles", "n'a pas de cible")),
    ("plans/PLAN.toml", '"ajouter"', '"liste"', ("sites", "lieux nommés")),
    ("plans/PLAN.toml", '"ajouter"', '"couvrir"', ("numerateur", "dénominateur")),
    ("plans/PLAN.toml", "valeur = 3419.5, ", "", ("depart", "valeur connue")),
    ("plans/PLAN.toml", "3419.5", "nan", ("depart", "valeur", "nombre")),
    ("plans/PLAN.toml", "date = 2019-01-01", 'date = "2019"', ("depart", "date", "2022-12-31")),
    ("plans/PLAN.toml", "{ valeur = 400, ", "{ ", ("cibles", "sans valeur")),
    ("plans/PLAN.toml", "maximum = 9000", "maximum = -1", ("maximum", "minimum")),
    ("plans/PLAN.toml", 'periode = "2019"', 'periode = "hier"', ("valeurs", "période")),
    ("plans/PLAN.toml", VALUES, f"{VALUES}\ndelai_jours = -1", ("delai_jours", "zéro")),
    ("plans/PLAN.toml", VALUES, f"{VALUES}\nseuil_variation = 0", ("seuil_variation",)),
    ("plans/PLAN.toml", VALUES, f'{VALUES}\nterritoires = ["X"]', ("territoires", "X")),
    ("plans/PLAN.toml", VALUES, f'{VALUES}\nterritoires = ["DEP"]', ("territoires", "DEP")),
    (
        "plans/PLAN.toml",
        VALUES,
        VALUES[:-9] + _computed("O1.A1.i1", ""),
        ("formule", "calculée"),
    ),
    ("plans/PLAN.toml", VALUES, _computed("O1.A1.i1", ""), ("formule", "tourne en rond")),
    ("plans/PLAN.toml", VALUES, _computed("O9.A9.i9", ""), ("formule", "O9.A9.i9")),
    ("plans/PLAN.toml", VALUES, _computed("O1.A1.i1", "LUNE"), ("formule", "LUNE")),
    ("plans/PLAN.toml", VALUES, _computed("O1.A1.i1", "", "x"), ("operation", "somme")),
    ("plans/PLAN.toml", 'objet = "O1.A1"', 'objet = "O9"', ("[[financement]]", "objet", "O9")),
    ("plans/PLAN.toml", "annee = 2021", "annee_fin = 2021", ("[[financement]]", "annee_fin")),
    ("plans/PLAN.toml", 'titre = "Un axe"', "titre = ", ("TOML", "ligne 14")),
    ("partenaires.toml", '"COMMUNES"', '"UNION"', ("[[partenaire]]", "UNION", "déjà")),
    ("partenaires.toml", '"Union des maires"', '"Nouvelle Police"', ("UNION", "désigne", "DDPN")),
    ("partenaires.toml", "collectif = true", "", ("COMMUNES", "collectif")),
    ("partenaires.toml", 'relais = "UNION"', 'relais = "X"', ("COMMUNES", "relais")),
    ("partenaires.toml", 'relais = "UNION"', 'membres = ["X"]', ("COMMUNES", "membres")),
    ("partenaires.toml", '["Police nationale"]', '["PN", "PN"]', ("alias", "deux fois")),
    ("partenaires.toml", '["Police nationale"]', '"PN"', ("alias", "liste")),
    ("partenaires.toml", "jusqu_au", "depuis = 2024-01-01\njusqu_au", ("jusqu_au", "précède")),
    ("partenaires.toml", '["DDPN"]', '["X"]', ("[[succession]]", "nouveau", "X")),
    ("partenaires.toml", '["DDPN"]', "[]", ("[[succession]]", "nouveau")),
    ("territoires.toml", '"VILLE"', '"DEP"', ("[[territoire]]", "DEP", "déjà")),
    ("territoires.toml", 'dans = ["DEP"]', 'dans = ["X"]', ("VILLE", "dans", "X")),
    ("territoires.toml", 'dans = ["DEP"]', 'dans = ["VILLE"]', ("VILLE", "se contient")),
    ("instances.toml", 'plan = "PLAN"', 'plan = "X"', ("EMDS", "plan")),
    ("conservation.toml", "60", "-60", ("retour", "duree_mois")),
    ("conventions/CLCT.toml", 'partenaire = "DDSP"', 'partenaire = "X"', ("[[partie]]", "X")),
    ("conventions/CLCT.toml", "partie = 1", "partie = 2", ("[[signataire]]", "partie", "2")),
    ("conventions/CLCT.toml", "T17:00:00", "", ("signature_prevue", "heure")),
    ("conventions/CLCT.toml", 'code = "O1.A1"', 'code = "O1.A9"', ("[[action_liee]]", "O1.A9")),
    ("conventions/CLCT.toml", 'code = "O1.A1.i1"', 'code = "K1"', ("[[indicateur_lie]]", "K1")),
]


@pytest.mark.parametrize(("name", "written", "faulty", "words"), FAULTS)
def test_a_fault_is_named_with_its_file_table_and_key(
    folder: Path, name: str, written: str, faulty: str, words: tuple[str, ...]
) -> None:
    text = FILES[name]
    assert written in text
    (folder / name).write_text(text.replace(written, faulty, 1), encoding="utf-8")

    with pytest.raises(ValidationError) as caught:
        read_reference_data(folder)

    message = str(caught.value)
    assert message.startswith("Données de référence, ")
    assert name.split("/")[0].removesuffix(".toml") in message
    assert all(word in message for word in words), message


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "instances.toml").write_bytes(INSTANCES.encode("latin-1"))
    with pytest.raises(ValidationError, match=r"instances\.toml.*UTF-8"):
        read_reference_data(folder)


def test_two_departements_may_share_a_name_and_a_successor_keeps_it(folder: Path) -> None:
    (folder / "territoires.toml").write_text(
        TERRITOIRES + '\n[[territoire]]\ncode = "DEP2"\nnom = "Autre"\nnature = "departement"\n',
        encoding="utf-8",
    )
    (folder / "partenaires.toml").write_text(
        PARTENAIRES.replace(
            'nature = "police"\n\n',
            'nature = "police"\nterritoire = "DEP"\nalias = ["Police nationale"]\n\n',
            1,
        )
        + '\n[[partenaire]]\ncode = "DDSP2"\nnom = "Police"\nnature = "police"\n'
        'territoire = "DEP2"\n',
        encoding="utf-8",
    )
    assert len(read_reference_data(folder).partenaires) == 5
