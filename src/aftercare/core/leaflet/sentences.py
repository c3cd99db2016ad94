"""A leaflet's text -> its sentences, numbered as ``source:`` counts them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

_BREAK = re.compile(r"(?<=[.!?])\s+|\n+")
_SHORT = re.compile(r"(^\d+|(^|\s|\()(e\.g|i\.e|dr|mr|mrs|ms|vs))\.$", re.IGNORECASE)
_MAYBE = re.compile(r"\b(etc|approx|min|max|hrs?)\.$", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """Part a text into sentences; a line's end ends one, an abbreviation's point does not."""
    return [joined for line in text.splitlines() for joined in _joined(_BREAK.split(line))]


def fingerprint(text: str) -> str:
    """Give the SHA-256 of a text's sentences, one a line: it knows a leaflet without its words."""
    lines = "\n".join(" ".join(sentence.split()) for sentence in sentences(text))
    return hashlib.sha256(lines.encode()).hexdigest()


def _joined(parts: list[str]) -> Iterator[str]:
    held = ""
    for part in parts:
        if held and _MAYBE.search(held) and part[:1].isupper():
            yield held
            held = ""
        held = f"{held} {part}".strip()
        if held and not _SHORT.search(held) and not _MAYBE.search(held):
            yield held
            held = ""
    if held:
        yield held
