"""What the patient was told about a symptom's time: the measure of an honest `expected`."""

from __future__ import annotations

from msgspec import Struct

from aftercare.core.protocol.length import Length, Span
from aftercare.core.protocol.model import Protocol, Reaction


class Told(Struct, frozen=True):
    """The times told for one symptom; nothing where the leaflet gives none.

    ``usual`` is the earliest end of what is usual, ``inside`` its latest: up to there a level of
    `expected` can be honest. ``longest`` is the latest end of all, nothing where it is open.
    """

    named: bool
    usual: Span | None = None
    inside: Span | None = None
    longest: Span | None = None


def told(protocol: Protocol, symptom: str) -> Told:
    """Read from the reactions and risks what was told about a symptom.

    A reaction that names both a usual and a longer time is the narrower word and governs what is
    usual. A reaction for some people only (`when`) makes nothing longer for anyone.
    """
    reactions = [r for r in protocol.reactions if symptom in r.symptom]
    named = bool(reactions) or any(symptom in risk.symptom for risk in protocol.risks)
    timed = [r for r in reactions if r.usually and not r.when]
    narrow = [r.usually for r in timed if r.usually and r.longer_for_some]
    usual = narrow or [r.usually for r in timed if r.usually]
    if not usual:
        return Told(named)
    last = max(usual, key=lambda length: (length.most or length.least).hours)
    return Told(named, last.least, last.most or last.least, _longest(timed))


def _longest(reactions: list[Reaction]) -> Span | None:
    lengths: list[Length] = [x for r in reactions for x in (r.usually, r.longer_for_some) if x]
    ends = [length.most for length in lengths if length.most]
    if len(ends) < len(lengths):
        return None
    return max(ends, key=lambda span: span.hours)
