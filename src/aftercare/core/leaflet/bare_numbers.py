"""A bare number behind a length -> a length too: `12 hours, though 24 is better`."""

from __future__ import annotations

import re

from aftercare.core.leaflet import windows
from aftercare.core.leaflet.lengths import Told, lengths
from aftercare.core.leaflet.numbers import COUNTED

_LEAD = (
    r"(?:and|or|but|though|although|even|better|preferably|ideally|best|possible|least|about"
    r"|waiting|wait|allow|leave|give it|for|after|from|until|till|to|within|then)"
)
_BARE = re.compile(
    rf"(?:[,;(–—-]\s?|\b(?P<lead>{_LEAD})\s)(?P<n>\d{{1,3}}|(?!one\b)(?:{COUNTED}))"
    r"(?=\s*(?:[.,;)]|$)|\s(?:if|for|when|where|without|before|after|with|is|are|would|and|(?:in|at) (?:the|an?|sea|salt|fresh|open)\b)\b)"
)
_TIMES = frozenset({"end", "start", "before"})
_ENDS = frozenset({"for", "until", "till", "to", "within"})
_FACTOR = re.compile(r"\b(?:spf|factor)\b")


def lengths_of(text: str) -> list[Told]:
    """Find every length of a lower-case clause; a bare number has the unit of the one before."""
    told = lengths(text)
    if not told or _FACTOR.search(text):
        return told
    for match in _BARE.finditer(text, told[0].end):
        before = [t for t in told if t.end <= match.start("n") and t.role in _TIMES]
        if before and (found := _with_unit(text, match, before[-1])):
            told = [t for t in told if t.end <= found.start or t.start >= found.end] + [found]
            told.sort(key=lambda t: t.start)
    return told


def _with_unit(text: str, match: re.Match[str], before: Told) -> Told | None:
    """Read the number as if its unit stood behind it; from or until when, as the one before."""
    if before.window is None or before.window.unit == "minute":
        return None
    alone = text[match.start() : match.end()].rjust(match.end())
    written = f"{alone} {before.window.unit}s"
    told = next((t for t in lengths(written) if t.start <= match.start("n") < t.end), None)
    if told is None or told.window is None:
        return None
    told = told._replace(end=match.end("n"))
    hours = told.window.max_hours or told.window.min_hours if told.window else None
    if told.role == "end" and before.role == "start" and match["lead"] not in _ENDS and hours:
        return told._replace(role="start", begins=windows.starting(hours))
    return told
