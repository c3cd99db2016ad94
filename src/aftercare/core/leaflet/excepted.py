"""A permission -> what it leaves out: `you may go back to your creams, except acids`."""

from __future__ import annotations

import re

from msgspec import structs

from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.items import Item

_EXCEPT = re.compile(
    r"\b(?:except(?:ing)?(?: for| from)?|apart from|aside from|other than|excluding|minus|bar"
    r"|with the exception of)\b"
)


def without_the_excepted(item: Item, facts: Facts) -> list[Item]:
    """Give a permission without what it leaves out, and what it leaves out as a ban.

    The ban has an end only where the exception says one: a permission's length is its own.
    """
    match = _EXCEPT.search(facts.low) if item.kind == "do" and item.strength == "may" else None
    if match is None:
        return [item]
    closed = facts.low.find(")", match.end()) if facts.low[match.start() - 1] == "(" else -1
    end = closed if closed > 0 else len(facts.low)
    out = [n.name for n in facts.found if match.end() <= n.start < end and n.kind == "-"]
    if not out:
        return [item]
    told = [t for t in facts.told if match.end() <= t.start < end and t.role == "end"]
    rest = tuple(name for name in item.activities if name not in out)
    ban = structs.replace(
        item,
        kind="avoid",
        activities=tuple(dict.fromkeys(out)),
        window=told[0].window if told else None,
        until=None,
        strength="must",
        rule="excepted",
        confidence=0.7,
    )
    own = None if told and len(facts.told) == len(told) else item.window
    return [structs.replace(item, activities=rest, window=own), ban]


def without_the_banned(item: Item, bans: list[Item]) -> Item:
    """`You can use ice, but not heat` permits no heat."""
    if item.strength != "may" or item.kind != "do":
        return item
    out = {name for ban in bans for name in ban.activities}
    return structs.replace(item, activities=tuple(n for n in item.activities if n not in out))
