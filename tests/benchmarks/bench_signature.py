"""Times signing and verifying the summary of a convention, beside the bare cryptography.

The floor of a signature is SHA-256 of the file and one RSA signature, that of a verification
SHA-256 and one RSA check for each signature, no question asked. ``pdfsig`` stands beside where it
is: it draws, compares and trusts nothing. CPU of the process and of its children, runs interleaved.
Run it as ``python -m tests.benchmarks.bench_signature``.
"""

import datetime as dt
import gc
import hashlib
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from sdpd_desktop.bootstrap import build_services
from sdpd_desktop.documents.signature import champs, signer
from sdpd_desktop.documents.verification import constater
from sdpd_desktop.documents.verification_examen import examiner
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.signature import ActeSignature, ClefFichier
from tests.fabrique_pki import INSTANT, PHRASE, pki, rsa_key

RUNS = 5
DAY = dt.date(2022, 6, 30)
_KEY = rsa_key("prefete")


def summary() -> bytes:
    """Return the summary of the CLCT, two pages, with its empty fields."""
    with tempfile.TemporaryDirectory() as name:
        services = build_services(Path(name), clock=FixedClock(DAY))
        services.reference.install(["QRR77-2019"])
        pdf = services.conventions.render_a_signer("CLCT77-2019")
        services.close()
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
    empty = summary()
    first, second = champs(empty)
    keys = [ClefFichier(who.p12(), PHRASE) for who in (pki().prefete, pki().procureure)]
    once = signer(empty, ActeSignature(first.nom, INSTANT), keys[0])
    twice = signer(once, ActeSignature(second.nom, INSTANT), keys[1])
    trust = pki().confiance(*pki().listes)
    assert constater(twice, trust, INSTANT).motifs == ()
    signature = bare_sign(twice)
    works: dict[str, Callable[[], object]] = {
        "bare hash and RSA signature": lambda: bare_sign(empty),
        "sign a summary": lambda: signer(empty, ActeSignature(first.nom, INSTANT), keys[0]),
        "bare hash and RSA check, twice": lambda: bare_verify(twice, signature),
        "examine two signatures": lambda: examiner(twice, trust, INSTANT),
        "verify in the child process": lambda: constater(twice, trust, INSTANT),
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
    print(f"\nsummary of {len(empty)} bytes, signed twice {len(twice)}, median of {runs}, CPU s")
    for name, seconds in found.items():
        print(f"{name:40}{seconds:8.4f}")
    return found


if __name__ == "__main__":
    measure(RUNS)
