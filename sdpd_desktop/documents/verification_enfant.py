"""The child process that examines one signed PDF, limited in memory and time.

It is given, and gives, one JSON document; whatever it is given, it answers or is ended.
"""

import base64
import datetime as dt
import json
import warnings
from dataclasses import asdict
from typing import Any

from sdpd_desktop.documents.classeur_enfant import limit, private_pipes
from sdpd_desktop.documents.verification_examen import examiner
from sdpd_desktop.domain.confiance import Autorite, Confiance, ListeRevocation

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 90


def main() -> None:
    """Examine one document, then end."""
    requests, answers = private_pipes()
    limit(MEMORY_BYTES, CPU_SECONDS)
    warnings.simplefilter("ignore")
    answer = json.dumps(_answer(json.loads(requests.read())), default=str)
    answers.write(answer.encode())
    answers.flush()


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    confiance = Confiance(
        tuple(Autorite(**_dated(one)) for one in request["autorites"]),
        tuple(ListeRevocation(**_dated(one)) for one in request["listes"]),
    )
    instant = dt.datetime.fromisoformat(request["instant"])
    try:
        return asdict(examiner(base64.b64decode(request["octets"]), confiance, instant))
    except MemoryError:
        return {"epuise": True}


def encode(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an authority or a list in a form that JSON takes."""
    return {
        name: value.isoformat()
        if isinstance(value, dt.datetime)
        else base64.b64encode(value).decode()
        if isinstance(value, bytes)
        else value
        for name, value in fields.items()
    }


_INSTANTS = ("debut", "fin", "emise_le", "prochaine", "importee_le")


def _dated(fields: dict[str, Any]) -> dict[str, Any]:
    found = dict(fields, octets=base64.b64decode(fields["octets"]))
    for name in _INSTANTS:
        if found.get(name):
            found[name] = dt.datetime.fromisoformat(found[name])
    return found


if __name__ == "__main__":
    main()
