"""GS1 codes: as a scanner gives them, with a sign between the parts; or as printed, "(01)…"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from biip import ParseError
from biip.gs1_element_strings import GS1ElementString

from aftercare.exchange.barcode.label import Label, Read, no_end, unknown, wrong

PRODUCT, EXPIRY, LOT = "01", "17", "10"
_SEPARATORS = re.compile(r"[\x1d|^~]")
_PRINTED = re.compile(r"(?:\s*\(\d{2,4}\)\s*[^()\s]+\s*)+")
_PART = re.compile(r"\((\d{2,4})\)\s*([^()\s]+)")
# What may follow a lot on a cartridge: if the lot ends with one of these, it may be two parts.
_SWALLOWED = re.compile(r".+?(?:1[1-7]\d{6}|21.|3[07]\d|24[01].|9\d.)")


def read_printed(text: str) -> Read:
    """Read what is printed below a code: "(01)05012345678900(17)270630(10)CN24817"."""
    if not _PRINTED.fullmatch(text):
        return None, [unknown()]
    try:
        return _label([GS1ElementString.parse(ai + value) for ai, value in _PART.findall(text)])
    except ParseError:
        return None, [wrong("A part")]


def read_scanned(text: str, *, exact: bool) -> Read:
    """Read what a scanner types; ``exact`` where no sign between parts can have been lost."""
    try:
        parts = list(_parts(text))
    except ParseError:
        return None, [unknown()]
    if not exact and not (len(parts) > 1 or _of(parts, PRODUCT)):
        return None, [unknown()]
    if not exact and not _SEPARATORS.search(text) and _SWALLOWED.match(_of(parts, LOT)):
        return None, [no_end()]
    return _label(parts)


def _parts(text: str) -> Iterator[GS1ElementString]:
    """Give the parts. One of open length reaches to the sign that ends it, or is refused."""
    for rest in filter(None, _SEPARATORS.split(text)):
        at = 0
        while at < len(rest):
            part = GS1ElementString.extract(rest[at:])
            at += len(part)
            if part.ai.separator_required and at < len(rest):
                raise ParseError("A part is longer than it may be.")
            yield part


def _label(parts: list[GS1ElementString]) -> Read:
    values = [(part.ai.ai, part.value) for part in parts]
    if len(dict(values)) < len(set(values)) or any(part.gtin_error for part in parts):
        return None, [wrong("The check digit" if any(p.gtin_error for p in parts) else "A part")]
    expiry = next((part.date for part in parts if part.ai.ai == EXPIRY), None)
    label = Label(lot=_of(parts, LOT), gtin=_of(parts, PRODUCT), expiry=expiry)
    return (label, []) if label.says else (None, [unknown()])


def _of(parts: list[GS1ElementString], ai: str) -> str:
    return next((part.value for part in parts if part.ai.ai == ai), "")
