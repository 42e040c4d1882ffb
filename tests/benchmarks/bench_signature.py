"""Times signing and verifying a convention and its annexes, beside the bare cryptography.

The convention is the CLCT, then one that serves every action of a strategy and reports all its
indicators: their annexes are pages to compare, a joined file is a line with its hash.

The floor of a signature is SHA-256 of the file and one RSA signature, that of a verification
SHA-256 and one RSA check for each signature, no question asked. ``pdfsig`` stands beside where it
is: it draws, compares and trusts nothing. CPU of the process and of its children, runs interleaved.
Run it as ``python -m tests.benchmarks.bench_signature``.
"""

import datetime as dt
import gc
import hashlib
import io
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from sdpd_desktop.bootstrap import build_services
from sdpd_desktop.documents.signature import champs, signer
from sdpd_desktop.documents.verification import constater
from sdpd_desktop.documents.verification_examen import examiner
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.signature import ActeSignature, ClefFichier
from tests.fabrique_pki import INSTANT, PHRASE, pki, rsa_key
from tests.support import SDPD

RUNS = 5
CLCT = "CLCT77-2019"
DAY = dt.date(2022, 6, 30)
_KEY = rsa_key("prefete")


def to_sign() -> tuple[bytes, bytes]:
    """Return the CLCT with its annexes and its empty fields, then with annexes of all a plan."""
    with tempfile.TemporaryDirectory() as name:
        services = build_services(Path(name), clock=FixedClock(DAY))
        services.reference.install(["QRR77-2019", SDPD])
        small = services.conventions.render_a_signer(CLCT)
        actions = tuple((SDPD, it.code) for it in services.plans.details(SDPD).actions())
        indicateurs = tuple((SDPD, it.code) for it in services.indicateurs.list_all(SDPD))
        services.redactions.modifier(
            CLCT, "liens", lambda it: replace(it, actions=actions, indicateurs=indicateurs)
        )
        large = services.conventions.render_a_signer(CLCT)
        services.close()
    return small, large


def signed(pdf: bytes) -> bytes:
    """Return the document signed by both."""
    for champ, who in zip(champs(pdf), (pki().prefete, pki().procureure), strict=True):
        pdf = signer(pdf, ActeSignature(champ.nom, INSTANT), ClefFichier(who.p12(), PHRASE))
    return pdf


def cpu() -> float:
    """Return the CPU seconds of this process and of the children it waited for."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one run."""
    gc.collect()
    start = cpu()
    work()
    return cpu() - start


def bare_sign(pdf: bytes) -> bytes:
    """Hash and sign, and nothing else."""
    return _KEY.sign(hashlib.sha256(pdf).digest(), padding.PKCS1v15(), hashes.SHA256())


def bare_verify(pdf: bytes, signature: bytes) -> None:
    """Hash and check twice, and nothing else."""
    for _ in range(2):
        digest = hashlib.sha256(pdf).digest()
        _KEY.public_key().verify(signature, digest, padding.PKCS1v15(), hashes.SHA256())


def measure(runs: int) -> dict[str, float]:
    """Print the medians and return them, by name."""
    empty, large = to_sign()
    first = ActeSignature(champs(empty)[0].nom, INSTANT)
    key = ClefFichier(pki().prefete.p12(), PHRASE)
    twice, large_twice = signed(empty), signed(large)
    trust = pki().confiance(*pki().listes)
    for document in (twice, large_twice):
        assert constater(document, trust, INSTANT).motifs == ()
    signature = bare_sign(twice)
    works: dict[str, Callable[[], object]] = {
        "bare hash and RSA signature": lambda: bare_sign(empty),
        "sign": lambda: signer(empty, first, key),
        "sign, large annexes": lambda: signer(large, first, key),
        "bare hash and RSA check, twice": lambda: bare_verify(twice, signature),
        "examine two signatures": lambda: examiner(twice, trust, INSTANT),
        "verify in the child process": lambda: constater(twice, trust, INSTANT),
        "verify in the child, large annexes": lambda: constater(large_twice, trust, INSTANT),
    }
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(twice)
        file.flush()
        if shutil.which("pdfsig"):
            command = ["pdfsig", "-nocert", file.name]
            works["pdfsig, which trusts nothing"] = lambda: subprocess.run(
                command, check=True, capture_output=True
            )
        spent: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(runs):
            for name, work in works.items():
                spent[name].append(timed(work))
    found = {name: statistics.median(times) for name, times in spent.items()}
    for name, document in (("CLCT", twice), ("large annexes", large_twice)):
        with pikepdf.open(io.BytesIO(document)) as pdf:
            print(f"\n{name}: {len(pdf.pages)} pages, {len(document)} bytes signed twice", end="")
    print(f"\nmedian of {runs}, CPU s")
    for name, seconds in found.items():
        print(f"{name:40}{seconds:8.4f}")
    return found


if __name__ == "__main__":
    measure(RUNS)
