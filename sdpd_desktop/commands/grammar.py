"""The grammar of ``sdpd``, in French down to argparse's own messages."""

import argparse
import datetime as dt
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from sdpd_desktop.commands import (
    campagnes,
    clotures,
    comparaisons,
    conventions,
    demonstration,
    expurgations,
    journal,
    plans,
    retours,
    sauvegardes,
    signatures,
    ssmsi,
    taux,
    valeurs,
)
from sdpd_desktop.domain.dates import lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.plan import Statut, parse_statut
from sdpd_desktop.domain.texte import NBSP, quote

# argparse's own words, from Python 3.11 on; a test reads its source for those that are missing.
FRENCH = {
    "usage: ": f"usage{NBSP}: ",
    "positional arguments": f"paramètres{NBSP}",
    "options": f"options{NBSP}",
    "show this help message and exit": "affiche cette aide",
    "argument %(argument_name)s: %(message)s": f"%(argument_name)s{NBSP}: %(message)s",
    "unrecognized arguments: %s": f"paramètres en trop ou inconnus{NBSP}: %s",
    "not allowed with argument %s": "ne va pas avec %s",
    "ignored explicit argument %r": "n'attend pas de valeur (%r)",
    "the following arguments are required: %s": f"il manque{NBSP}: %s",
    "one of the arguments %s is required": f"il faut l'un de{NBSP}: %s",
    "expected one argument": "attend une valeur",
    "expected at most one argument": "attend au plus une valeur",
    "expected at least one argument": "attend au moins une valeur",
    "expected %s argument": "attend %s valeur",
    "expected %s arguments": "attend %s valeurs",
    "ambiguous option: %(option)s could match %(matches)s": (
        f"option ambiguë{NBSP}: %(option)s peut être %(matches)s"
    ),
    "unexpected option string: %s": f"option inattendue{NBSP}: %s",
    "invalid %(type)s value: %(value)r": "la valeur %(value)r ne convient pas",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        f"{quote('%(value)s')} n'existe pas. Choix possibles{NBSP}: %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        f"la commande %(parser_name)s n'existe pas. Choix possibles{NBSP}: %(choices)s"
    ),
    "%(prog)s: error: %(message)s\n": f"%(prog)s{NBSP}: %(message)s\n",
}
STATUTS = ", ".join(statut.value.replace("_", "-") for statut in Statut)
ZONES = tuple(zone.value for zone in Zone)
EPILOG = (
    "Codes de sortie : 0 fait ; 1 refusé (le message dit pourquoi, rien n'a été modifié) ; "
    "2 commande mal écrite ; 3 un contrôle a trouvé un dommage, ou une signature n'est pas valide."
)


class UsageError(Exception):
    """The command line does not follow the grammar; the text says how and shows the usage."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)
        # A French negative number (-1,5) is a value too, not an option.
        self._negative_number_matcher = re.compile(r"-[0-9.,].*")

    def error(self, message: str) -> NoReturn:
        if "--json" in message or "--data" in message:
            message += ". Les options --data et --json se placent avant la commande"
        raise UsageError(f"{message}.\n{self.format_usage().rstrip()}")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read a command line.

    ``run`` is the command's function; ``standalone`` tells that it opens the database itself.

    Raises:
        UsageError: The line does not follow the grammar.
        SystemExit: The help was asked for, and printed.
    """
    _speak_french()
    parser = _Parser(
        prog="sdpd",
        description="Suit les plans de prévention de la délinquance, sans fenêtre.",
        epilog=EPILOG,
    )
    parser.add_argument(
        "--data", type=Path, metavar="DOSSIER", help="dossier des données (par défaut, le vôtre)"
    )
    parser.add_argument(
        "--json", action="store_true", help="un document JSON sur la sortie standard"
    )
    commands = parser.add_subparsers(
        title=f"commandes{NBSP}", metavar="COMMANDE", required=True, parser_class=_Parser
    )

    def add(
        name: str, run: Callable[..., object], text: str, *, standalone: bool = False
    ) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(
            name, help=text, description=f"{text[0].upper()}{text[1:]}."
        )
        command.set_defaults(run=run, standalone=standalone)
        return command

    _add_plans(add)
    _add_retours(add)
    _add_documents(add)
    _add_signatures(add)
    _add_sauvegardes(add)
    options = parser.parse_args(argv)
    for name, value in vars(options).items():
        if isinstance(value, str):
            setattr(options, name, _readable(value))
    return options


_Add = Callable[..., argparse.ArgumentParser]
_T = TypeVar("_T")


def _add_plans(add: _Add) -> None:
    init = add(
        "init", sauvegardes.init, "crée la base avec les plans de référence", standalone=True
    )
    init.add_argument(
        "--plan", action="append", metavar="CODE", help="ce plan seulement (peut se répéter)"
    )
    add("plans", plans.list_plans, "liste les plans")
    plan = add("plan", plans.show, "montre un plan entier")
    plan.add_argument("plan", metavar="CODE", help="code du plan, comme SDPD77-2020")
    late = add("late", plans.late, "dit ce qui est en retard ou arrive à échéance")
    late.add_argument("--on", type=_date, metavar="DATE", help="à cette date (aujourd'hui)")
    tick = add("tick", plans.tick, "note l'état d'une mesure")
    tick.add_argument("plan", metavar="PLAN", help="code du plan")
    tick.add_argument("mesure", metavar="MESURE", help="code de la mesure, comme O2.A1.m3")
    tick.add_argument("--on", type=_date, metavar="DATE", required=True, help="le jour du fait")
    tick.add_argument(
        "--status", type=_statut, default=Statut.REALISEE, metavar="S",
        help=f"{STATUTS} (realisee par défaut)",
    )  # fmt: skip
    tick.add_argument("--note", metavar="TEXTE", help="un mot de preuve")
    record = add("record", valeurs.record, "enregistre la valeur d'un indicateur")
    record.add_argument("plan", metavar="PLAN", help="code du plan")
    record.add_argument("indicateur", metavar="INDICATEUR", help="code ou référence, comme K33")
    record.add_argument("periode", type=_periode, metavar="PÉRIODE", help="comme 2022 ou 2022-T2")
    record.add_argument("valeur", metavar="VALEUR", help="comme 1234,5, n/a ou 30/40")
    record.add_argument("--territoire", default="", metavar="T", help="code (celui du plan)")
    record.add_argument(
        "--zone", choices=ZONES, default=Zone.ENSEMBLE.value, metavar="Z", help=", ".join(ZONES)
    )
    record.add_argument("--comment", default="", metavar="TEXTE", help="un commentaire")
    record.add_argument(
        "--confirm", action="store_true", help="garde une valeur qui sort de l'ordinaire"
    )
    record.add_argument(
        "--extracted", type=_date, metavar="DATE", help="jour où le producteur l'a extraite"
    )
    record.add_argument(
        "--consolidated", action="store_true", help="le producteur ne la révisera plus"
    )
    compare = add("compare", comparaisons.compare, "compare une période à celle de l'an passé")
    compare.add_argument("plan", metavar="PLAN", help="code du plan")
    compare.add_argument("periode", type=_periode, metavar="PÉRIODE", help="comme 2022 ou 2022-06")
    compare.add_argument("--territoire", default="", metavar="T", help="code (celui du plan)")
    rates = add("rates", taux.rates, "liste chaque valeur avec son taux")
    rates.add_argument("plan", metavar="PLAN", help="code du plan")
    lock = add("lock", clotures.lock, "clôture une période : ses valeurs ne changent plus")
    unlock = add("unlock", clotures.unlock, "rouvre une période, avec un motif")
    for command in (lock, unlock):
        command.add_argument("plan", metavar="PLAN", help="code du plan")
        command.add_argument(
            "periode", type=_periode, metavar="PÉRIODE", help="comme 2022 ou 2022-T2"
        )
    unlock.add_argument("--reason", required=True, metavar="TEXTE", help="le motif, journalisé")


def _add_retours(add: _Add) -> None:
    returns = add("returns", campagnes.prepare, "écrit un classeur de retour par partenaire")
    returns.add_argument("--plan", required=True, metavar="PLAN", help="code du plan")
    returns.add_argument(
        "--period", type=_periode, required=True, metavar="PÉRIODE", help="comme 2022 ou 2022-S1"
    )
    returns.add_argument("--out", type=Path, required=True, metavar="DOSSIER", help="où les écrire")
    returns.add_argument("--partenaire", metavar="CODE", help="ce partenaire seulement")
    returns.add_argument(
        "--due", type=_date, metavar="DATE", help="le jour où la réponse est attendue"
    )
    listed = add("campaigns", campagnes.list_campagnes, "liste les campagnes et leurs retours")
    listed.add_argument("--plan", metavar="PLAN", help="ce plan seulement")
    remind = add("remind", campagnes.remind, "écrit lettre, courriel et classeur de relance")
    remind.add_argument("--plan", required=True, metavar="PLAN", help="code du plan")
    remind.add_argument(
        "--period", type=_periode, required=True, metavar="PÉRIODE", help="comme 2022 ou 2022-S1"
    )
    remind.add_argument("--out", type=Path, required=True, metavar="DOSSIER", help="où les écrire")
    remind.add_argument(
        "--partenaire", metavar="CODE", help="celui-ci, en retard ou non; sinon les retardataires"
    )
    take = add(
        "import",
        retours.take_in,
        "importe des retours ou des tableaux de partenaires, cellule par cellule",
    )
    take.add_argument(
        "fichiers",
        nargs="+",
        type=Path,
        metavar="FICHIER",
        help="classeur reçu (.xlsx, .xls, .xlsb, .ods, .csv), ou dossier de classeurs",
    )
    take.add_argument("--dry-run", action="store_true", help="montre sans rien modifier")
    take.add_argument(
        "--annotate", type=Path, metavar="DOSSIER",
        help="y écrit, pour chaque retour qui a des erreurs, une copie où elles sont marquées",
    )  # fmt: skip
    figures = add("ssmsi", ssmsi.take_in, "reprend un tableau de la délinquance enregistrée")
    figures.add_argument("fichier", type=Path, metavar="FICHIER", help="CSV, CSV.GZ ou XLSX")
    figures.add_argument("--plan", required=True, metavar="PLAN", help="code du plan")
    figures.add_argument("--dry-run", action="store_true", help="montre sans rien modifier")
    figures.add_argument(
        "--confirm", action="store_true", help="la correspondance des colonnes proposée est juste"
    )
    figures.add_argument(
        "--all-communes", action="store_true", help="reprend aussi les communes inconnues"
    )
    figures.add_argument(
        "--produced", type=_date, metavar="DATE", help="le jour où le fichier a été produit"
    )
    add("history", journal.history, "montre le journal, le plus récent d'abord")
    undo = add("undo", journal.undo, "annule un changement du journal")
    undo.add_argument("numero", type=_numero, metavar="N", help="numéro donné par history")
    undo.add_argument(
        "--keep-edited", action="store_true",
        help="d'un import, garde ce qui a été modifié depuis et annule le reste",
    )  # fmt: skip

    expunge = add(
        "expunge", expurgations.expunge,
        "efface pour toujours un texte, lu sur l'entrée standard, ou un fichier reçu",
    )  # fmt: skip
    expunge.add_argument("--file", metavar="EMPREINTE", help="ce fichier reçu, par son SHA-256")
    expunge.add_argument("--reason", required=True, metavar="TEXTE", help="le motif, journalisé")
    expunge.add_argument("--dry-run", action="store_true", help="montre sans rien modifier")


def _add_documents(add: _Add) -> None:
    add("conventions", conventions.list_conventions, "liste les conventions")
    one = add("convention", conventions.print_one, "écrit une convention, en PDF ou en JSON")
    one.add_argument("convention", metavar="CODE", help="code, comme CLCT77-2019")
    one.add_argument(
        "--out", type=Path, required=True, metavar="F.pdf|F.json", help="le fichier à écrire"
    )
    one.add_argument("--texte", action="store_true", help="le texte à signer, non la synthèse")
    kind = one.add_mutually_exclusive_group()
    kind.add_argument("--annexes", action="store_true", help="avec ses annexes, dans l'ordre")
    kind.add_argument(
        "--fields",
        action="store_true",
        help="le texte et ses annexes, avec un champ de signature par signataire",
    )
    taken = add("convention-import", conventions.take_one, "reprend une convention écrite en JSON")
    taken.add_argument("fichier", type=Path, metavar="F.json", help="le fichier reçu")
    taken.add_argument("--code", metavar="CODE", help="un autre code que celui du fichier")
    bilan = add("bilan", conventions.bilan, "écrit le bilan d'un plan")
    bilan.add_argument("--plan", required=True, metavar="PLAN", help="code du plan")
    bilan.add_argument(
        "--period", type=_periode, required=True, metavar="PÉRIODE", help="comme 2022 ou 2022-S1"
    )
    bilan.add_argument(
        "--out", type=Path, required=True, metavar="F.pdf|F.xlsx|F.odt", help="le fichier à écrire"
    )


def _add_signatures(add: _Add) -> None:
    sign = add("sign", signatures.sign, "signe un champ d'un PDF")
    sign.add_argument("fichier", type=Path, metavar="F.pdf", help="le document à signer")
    sign.add_argument("--field", required=True, metavar="CHAMP", help="nom du champ à signer")
    key = sign.add_mutually_exclusive_group(required=True)
    key.add_argument("--p12", type=Path, metavar="K.p12", help="certificat et clef dans un fichier")
    key.add_argument("--pkcs11", type=Path, metavar="LIB", help="bibliothèque de la carte d'agent")
    sign.add_argument("--token", default="", metavar="NOM", help="nom de la carte")
    sign.add_argument(
        "--cert", default="", metavar="EMPREINTE", help="certificat de la carte (certificates)"
    )
    code = sign.add_mutually_exclusive_group()
    code.add_argument(
        "--passphrase-file", type=Path, metavar="FICHIER",
        help="contient la phrase secrète ou le code (sinon, demandé)",
    )  # fmt: skip
    code.add_argument(
        "--middleware-pin", action="store_true", help="le logiciel de la carte demande le code"
    )
    sign.add_argument("--image", type=Path, metavar="F.png", help="signature numérisée à dessiner")
    sign.add_argument("--place", default="", metavar="LIEU", help="lieu de la signature")
    sign.add_argument(
        "--out", type=Path, metavar="F.pdf", help="écrit là ; sinon le document s'allonge"
    )
    verify = add("verify", signatures.verify, "dit si les signatures d'un PDF sont valides")
    verify.add_argument("fichier", type=Path, metavar="F.pdf", help="le document signé")
    verify.add_argument(
        "--file", action="store_true", help="et le dépose au registre de sa convention"
    )
    verify.add_argument(
        "--convention", default="", metavar="CODE", help="convention du dépôt, si rien ne la dit"
    )
    trust = add("trust", signatures.trust, "liste ou importe les autorités et les CRL du bureau")
    trust.add_argument(
        "fichiers", nargs="*", type=Path, metavar="FICHIER", help=".pem, .cer, .crt ou .crl"
    )
    trust.add_argument("--remove", metavar="EMPREINTE", help="en retire une")
    cards = add("certificates", signatures.certificates, "liste les certificats des cartes")
    cards.add_argument(
        "--pkcs11", type=Path, required=True, metavar="LIB", help="bibliothèque de la carte"
    )


def _add_sauvegardes(add: _Add) -> None:
    backup = add("backup", sauvegardes.backup, "écrit une sauvegarde vérifiée")
    backup.add_argument(
        "--out", type=Path, required=True, metavar="FICHIER", help="le fichier à écrire"
    )
    restore = add("restore", sauvegardes.restore, "remet une sauvegarde en place", standalone=True)
    restore.add_argument("fichier", type=Path, metavar="FICHIER", help="la sauvegarde")
    add(
        "check", sauvegardes.check, "contrôle la base, le journal et les fichiers joints",
        standalone=True,
    )  # fmt: skip
    demo = add(
        "demo", demonstration.demo, "joue toute l'histoire, datée du 30 juin 2022",
        standalone=True,
    )  # fmt: skip
    demo.add_argument("--out", type=Path, required=True, metavar="DOSSIER", help="où l'écrire")


def _readable(text: str) -> str:
    """Return a text typed in a locale that has no accents as what it was meant to be.

    Raises:
        UsageError: Its bytes are no UTF-8 either; they could not be stored.
    """
    try:
        return os.fsencode(text).decode("utf-8") if _undecoded(text) else text
    except UnicodeDecodeError:
        shown = text.encode("ascii", "backslashreplace").decode("ascii")
        raise UsageError(
            f"{quote(shown)} contient des caractères illisibles{NBSP}: "
            "tapez la commande dans un terminal en UTF-8."
        ) from None


def _undecoded(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)


def _date(text: str) -> dt.date:
    return _typed(lire_date, text)


def _periode(text: str) -> Periode:
    return _typed(parse_periode, text)


def _statut(text: str) -> Statut:
    try:
        return parse_statut(text)
    except ValidationError:
        message = f"{quote(text)} n'est pas un état. Choix possibles{NBSP}: {STATUTS}"
        raise argparse.ArgumentTypeError(message) from None


def _numero(text: str) -> int:
    if not re.fullmatch("[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"{quote(text)} n'est pas un numéro de changement")
    return int(text)


def _typed(read: Callable[[str], _T], text: str) -> _T:
    try:
        return read(text)
    except ValidationError as error:
        raise argparse.ArgumentTypeError(str(error).removesuffix(".")) from None


def _speak_french() -> None:
    """Give argparse our words: its own catalogue ships in English alone."""
    setattr(argparse, "_", lambda text: FRENCH.get(text, text))  # noqa: B010
    setattr(  # noqa: B010
        argparse, "ngettext", lambda one, many, n: FRENCH.get(one if n == 1 else many, many)
    )
