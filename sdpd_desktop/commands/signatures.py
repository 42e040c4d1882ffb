"""``sign``, ``verify``, ``trust`` and ``certificates``: electronic signature."""

import argparse
import datetime as dt
import getpass
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.commands.conventions import require_folder
from sdpd_desktop.commands.layout import paragraph, table
from sdpd_desktop.commands.outcome import DAMAGED, DONE, Outcome
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.confiance import Autorite, Confiance, ListeRevocation
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import StorageError, ValidationError, reason
from sdpd_desktop.domain.libelles import VERDICTS_SIGNATURE
from sdpd_desktop.domain.signature import ActeSignature, Clef, ClefCarte, ClefFichier
from sdpd_desktop.domain.texte import NBSP, quote
from sdpd_desktop.domain.verification import VerdictSignature, Verification

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def sign(services: "Services", options: argparse.Namespace) -> Outcome:
    """Sign a field of a PDF, with a key in a file or on a card."""
    out = options.out or options.fichier
    require_folder(out)
    acte = ActeSignature(
        options.field,
        services.clock.now(),
        options.place,
        _read(options.image) if options.image else None,
    )
    done = services.signatures.signer_fichier(options.fichier, acte, _clef(options), options.out)
    where = f", déposé au registre de {done.convention}" if done.convention else ""
    line = f"Signé{NBSP}: {out} (champ {options.field}){where}."
    data = {
        "fichier": out.resolve(),
        "champ": options.field,
        "convention": done.convention or None,
        "empreinte": done.verification.constat.empreinte,
    }
    reserve = services.conventions.details(done.convention).reserve if done.convention else ""
    return Outcome(data, partial(paragraph, line), warnings=(reserve,) if reserve else ())


def _clef(options: argparse.Namespace) -> Clef:
    if options.p12:
        phrase = _secret(options, "Phrase secrète du certificat")
        return ClefFichier(_read(options.p12), phrase)
    code = None if options.middleware_pin else _secret(options, "Code de la carte")
    return ClefCarte(str(options.pkcs11), options.token, options.cert.lower(), code)


def _secret(options: argparse.Namespace, label: str) -> str:
    """Return what was typed, or the first line of a file; it is kept nowhere."""
    if options.passphrase_file:
        try:
            lines = _read(options.passphrase_file).decode("utf-8").splitlines()
        except UnicodeDecodeError as error:
            raise ValidationError(
                "phrase", f"{options.passphrase_file} n'est pas un texte en UTF-8."
            ) from error
        return lines[0] if lines else ""
    return getpass.getpass(f"{label}{NBSP}: ")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageError(f"{path} ne peut pas être lu ({reason(error)}).") from error


def verify(services: "Services", options: argparse.Namespace) -> Outcome:
    """Judge the signatures of a PDF; file it in the register when asked."""
    if options.file:
        found = services.signatures.deposer(options.fichier, options.convention)
    else:
        found = services.signatures.verifier(options.fichier)
    status = DONE if found.verdict is VerdictSignature.VALIDE else DAMAGED
    return Outcome(_document(found), partial(_lines, found), status)


def _document(found: Verification) -> dict[str, object]:
    return {
        "fichier": found.nom,
        "verdict": found.verdict,
        "verifie_le": found.verifie_le,
        "empreinte": found.constat.empreinte,
        "exemplaire": found.exemplaire.convention if found.exemplaire else None,
        "signatures": [
            {
                "champ": one.champ,
                "qualite": one.qualite,
                "signataire": one.signataire,
                "emetteur": one.emetteur,
                "annoncee_le": one.annoncee_le,
            }
            for one in found.constat.signatures
        ],
        "motifs": [
            {"nature": m.nature, "champ": m.champ or None, "texte": m.texte} for m in found.motifs
        ],
    }


def _lines(found: Verification, width: int) -> Iterator[str]:
    yield from paragraph(f"{found.nom}{NBSP}: {VERDICTS_SIGNATURE[found.verdict]}.", width)
    for one in found.constat.signatures:
        day = f" le {format_date(one.annoncee_le.astimezone().date())}" if one.annoncee_le else ""
        who = one.signataire or "signataire illisible"
        qualite = f", {one.qualite}" if one.qualite else ""
        yield from paragraph(f"- {who}{qualite}{day} (certificat de {one.emetteur})", width)
    for motif in found.motifs:
        yield from paragraph(f"  {motif.texte}", width)


def trust(services: "Services", options: argparse.Namespace) -> Outcome:
    """Import authorities and revocation lists, take one away, or list them."""
    if options.remove:
        services.confiance.retirer(_one(services.confiance.get(), options.remove))
    warnings: tuple[str, ...] = ()
    if options.fichiers:
        apport = services.confiance.importer(options.fichiers)
        if not apport.autorites and not apport.listes:
            warnings = ("tout ce que contiennent ces fichiers était déjà là.",)
    confiance = services.confiance.get()
    now = services.clock.now()
    data = {
        "autorites": [_autorite(autorite) for autorite in confiance.autorites],
        "listes": [_liste(liste, now) for liste in confiance.listes],
    }
    return Outcome(data, partial(_trust_lines, confiance, now), warnings=warnings)


def _autorite(it: Autorite) -> dict[str, object]:
    return {
        "sujet": it.sujet,
        "emetteur": it.emetteur,
        "fin": it.fin,
        "racine": it.racine,
        "empreinte": it.empreinte,
    }


def _liste(it: ListeRevocation, now: dt.datetime) -> dict[str, object]:
    return {
        "emetteur": it.emetteur,
        "emise_le": it.emise_le,
        "prochaine": it.prochaine,
        "perimee": it.perimee(now),
        "revoques": it.nombre,
        "empreinte": it.empreinte,
    }


def _one(confiance: Confiance, start: str) -> str:
    """Return the hash that starts so.

    Raises:
        ValidationError: None does, or several do.
    """
    known = [one.empreinte for one in confiance.fichiers]
    found = [digest for digest in known if digest.startswith(start.lower())]
    if len(found) != 1:
        many = "plusieurs" if found else "aucune"
        raise ValidationError(
            "empreinte", f"{many} autorité ou liste ne commence par {quote(start)} : "
            f"donnez plus de caractères de l'empreinte, que montre {quote('sdpd trust')}.",
        )  # fmt: skip
    return found[0]


def _trust_lines(confiance: Confiance, now: dt.datetime, width: int) -> Iterator[str]:
    if not confiance.autorites:
        yield "Aucune autorité de confiance."
    else:
        rows = [
            [
                a.sujet, "racine" if a.racine else f"par {a.emetteur}",
                format_date(a.fin.date()), a.empreinte[:12],
            ]
            for a in confiance.autorites
        ]  # fmt: skip
        yield from table(["Autorité", "Rang", "Fin", "Empreinte"], rows, width, flexible=[0, 1])
    if confiance.listes:
        yield ""
        rows = [
            [
                c.emetteur,
                format_date(c.emise_le.date()),
                format_date(c.prochaine.date() if c.prochaine else None),
                "périmée" if c.perimee(now) else "à jour",
                accord(c.nombre, "révoqué", "révoqués"),
                c.empreinte[:12],
            ]
            for c in confiance.listes
        ]
        headers = ["Liste de", "Émise le", "Prochaine", "État", "Certificats", "Empreinte"]
        yield from table(headers, rows, width, flexible=[0])


def certificates(services: "Services", options: argparse.Namespace) -> Outcome:
    """List the cards in the readers and the certificates that can sign."""
    library = str(options.pkcs11)
    cards = [
        (jeton, services.signatures.certificats(library, jeton.nom))
        for jeton in services.signatures.jetons(library)
    ]
    data = {
        "cartes": [
            {
                "nom": jeton.nom,
                "fabricant": jeton.fabricant,
                "certificats": [
                    {
                        "sujet": c.sujet,
                        "emetteur": c.emetteur,
                        "fin": c.fin,
                        "empreinte": c.empreinte,
                    }
                    for c in found
                ],
            }
            for jeton, found in cards
        ]
    }
    rows = [
        [jeton.nom, c.sujet, c.emetteur, format_date(c.fin.date()), c.empreinte[:12]]
        for jeton, found in cards
        for c in found
    ]
    headers = ["Carte", "Certificat", "Émis par", "Fin", "Empreinte"]

    def lines(width: int) -> Iterator[str]:
        if rows:
            yield from table(headers, rows, width, flexible=[1, 2])
        else:
            yield "Aucune carte avec un certificat de signature n'est dans un lecteur."

    return Outcome(data, lines)
