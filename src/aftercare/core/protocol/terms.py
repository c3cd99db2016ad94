"""A clause's terms in words: from when, until when, and for whom, as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from aftercare.core.problems import listed
from aftercare.core.protocol.length import Length
from aftercare.core.protocol.model import Advice, Clause, Protocol, Reaction, Risk, say

BLOCKS = {
    "treatment": "What it is",
    "stops": "Before the treatment",
    "reactions": "What to expect",
    "risks": "What can go wrong",
    "agreements": "What you confirm",
    "advice": "What to do and what to avoid",
    "red-flags": "Signs that need help at once",
    "contact": "Whom to tell",
}
"""The title of each block of clauses, in the order in which a reader meets them."""


def lasting(clause: Clause, protocol: Protocol, lang: str) -> Iterator[str]:
    """Say from when and until when a clause holds, as the author wrote it; nothing if not said."""
    if isinstance(clause, Advice):
        if clause.until:
            yield f"until {say(protocol.conditions[clause.until].text, lang)}"
        yield from _written(("from", clause.begins), ("for", clause.length))
    if isinstance(clause, Advice | Reaction):
        yield from _written(("usually", clause.usually))
    if isinstance(clause, Reaction):
        yield from _written(("for some", clause.longer_for_some))


def _written(*lengths: tuple[str, Length | None]) -> Iterator[str]:
    yield from (f"{word} {length.written}" for word, length in lengths if length)


def applying(clause: Clause) -> Iterator[str]:
    """Say for whom alone a clause holds; nothing if it holds for everybody."""
    when = clause.when if isinstance(clause, Advice | Reaction | Risk) else {}
    yield from (f"only where {name} is {listed(values)}" for name, values in when.items())
