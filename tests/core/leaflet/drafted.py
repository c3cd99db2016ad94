"""What a text is drafted as, and where an item ends: for the tests beside it."""

from __future__ import annotations

from aftercare.core.leaflet.draft import draft
from aftercare.core.leaflet.items import Item

Bounds = tuple[float | None, float | None] | None


def items(text: str) -> list[Item]:
    return list(draft(text).items)


def bounds(item: Item) -> Bounds:
    return item.window.bounds if item.window else None
