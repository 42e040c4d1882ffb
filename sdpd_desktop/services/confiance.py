"""Takes in, lists and takes away whom the office trusts: authorities and revocation lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.confiance import Autorite, Confiance, ListeRevocation
from sdpd_desktop.domain.errors import StorageError, reason
from sdpd_desktop.services.base import Ground


@dataclass(frozen=True)
class Apport:
    """What an import brought that was not there yet."""

    autorites: tuple[Autorite, ...]
    listes: tuple[ListeRevocation, ...]


class ConfianceService:
    """The office's own list; the workstation's, or a browser's, is never asked."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def get(self) -> Confiance:
        """Return whom the office trusts."""
        with self._ground.database.read() as work:
            return work.signatures.confiance()

    def importer(self, paths: Sequence[Path]) -> Apport:
        """Take authorities and lists in, all of them or none.

        Raises:
            ValidationError: A file is neither.
            StorageError: A file cannot be read.
        """
        from sdpd_desktop.documents.certificats import lire

        found = [(path.name, lire(path.name, lire_fichier(path))) for path in paths]
        now = self._ground.clock.now()
        autorites: list[Autorite] = []
        listes: list[ListeRevocation] = []
        names = ", ".join(path.name for path in paths)
        with self._ground.write(f"importer des autorités ou des listes : {names}") as work:
            for name, confiance in found:
                for autorite in confiance.autorites:
                    if work.signatures.add_autorite(autorite, now):
                        autorites.append(autorite)
                for liste in confiance.listes:
                    if work.signatures.add_liste(liste, now):
                        listes.append(liste)
                for kept in confiance.fichiers:
                    work.retours.keep_file(name, kept.empreinte, kept.octets, now)
            work.commit()
        self._ground.tell(Change.PARAMETRES)
        return Apport(tuple(autorites), tuple(listes))

    def retirer(self, empreinte: str) -> None:
        """Take an authority or a list away; the journal can put it back.

        Raises:
            NotFoundError: It is not there any more.
        """
        with self._ground.write("retirer une autorité ou une liste de révocation") as work:
            work.signatures.remove(empreinte)
            work.commit()
        self._ground.tell(Change.PARAMETRES)


def lire_fichier(path: Path, limite: int = 0) -> bytes:
    """Return the bytes of a file.

    Raises:
        StorageError: It cannot be read, or is larger than ``limite`` (0 for none).
    """
    try:
        if limite and path.stat().st_size > limite:
            raise StorageError(
                f"« {path.name} » dépasse {limite // 1_000_000} Mo : ce n'est pas un document à "
                "signer ou à vérifier. Choisissez un autre fichier."
            )
        return path.read_bytes()
    except OSError as error:
        raise StorageError(
            f"« {path.name} » ne peut pas être lu ({reason(error)}). Copiez-le sur le poste, "
            "puis recommencez."
        ) from error
