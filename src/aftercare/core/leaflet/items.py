"""A draft's items: each points at the leaflet's own words, and names the rule that made it."""

from __future__ import annotations

from msgspec import Struct

from aftercare.core.leaflet.strength import Strength
from aftercare.core.leaflet.verdicts import Kind
from aftercare.core.leaflet.windows import Window

LONGEST = 200_000


class Item(Struct, frozen=True):
    """One clause of a draft. ``quote`` is the leaflet's own words, from ``start`` to ``end``."""

    quote: str
    start: int
    end: int
    kind: Kind
    activities: tuple[str, ...]
    window: Window | None
    until: str | None
    strength: Strength
    rule: str
    confidence: float
    phase: str
    who: str | None
    section: str


class Unread(Struct, frozen=True):
    """Words that were not understood, and where they stand."""

    quote: str
    start: int
    end: int


class Draft(Struct, frozen=True):
    """What was understood, in order of the words, and what was not."""

    items: tuple[Item, ...]
    not_understood: tuple[Unread, ...]
