"""The text of a code, however it came: scanned, or typed as it is printed."""

from __future__ import annotations

import re

from aftercare.exchange.barcode.gs1 import read_printed, read_scanned
from aftercare.exchange.barcode.hibc import read_hibc
from aftercare.exchange.barcode.label import Read, unknown

LONGEST = 200
_KIND = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_GS1 = frozenset({"]C1", "]e0", "]d2", "]d8", "]Q3", "]J1"})


def read_label(text: str, *, exact: bool = False) -> Read:
    """Read a code's text: right or refused. ``exact``: no sign was lost on the way.

    It may be GS1 as a scanner types it or as it is printed, or HIBC.
    """
    bare = text.strip("\r\n\t")
    kind = bare[:3] if _KIND.match(bare) else ""
    bare = bare[len(kind) :]
    if not bare.strip() or len(bare) > LONGEST:
        return None, [unknown()]
    if bare.startswith(("+", "*+")):
        return read_hibc(bare)
    if bare.lstrip().startswith("("):
        return read_printed(bare)
    if exact and kind not in _GS1:
        return None, [unknown()]
    return read_scanned(bare.strip(" "), exact=exact)
