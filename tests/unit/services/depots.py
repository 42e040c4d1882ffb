"""What the tests of conventions share: one of the register, what to file with it."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace

from PIL import Image

from sdpd_desktop.domain.convention import (
    ConventionDetails,
)

CLCT = "CLCT77-2019"
SIGNED = dt.date(2019, 7, 4)
Ecriture = Callable[[ConventionDetails], ConventionDetails]


def objet(text: str) -> Ecriture:
    return lambda details: replace(details, objet=text)


def image(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, kind)
    return out.getvalue()
