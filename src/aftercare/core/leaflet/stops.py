"""A block's text -> its sentences, with offsets; a question is told from its answer."""

from __future__ import annotations

import re
from typing import NamedTuple

_STOP = re.compile(
    r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[*]?[A-Z0-9À-Þ])|(?<=[!?])\s+|(?<=[a-z][!?])(?=[A-Z][a-z])|(?<=[a-z])[-–—]\s+(?=(?:When|If|Once|After|Do|Please|Always|Never|No|Use|Keep|Avoid)\b)|(?<=[a-z]{4}\.)\s+(?=(?!and\b|or\b)[a-z])"
    r"|(?<=[a-z)])\s+(?=(?!HOURS|HRS|DAYS?\b|WEEKS|MONTHS)[A-Z]{2}[A-Z &/'-]{1,28}:\s)"  # `SUN: for a week SWIMMING: for two`
)
_SHORT = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|dr|mr|mrs|ms|vs|approx|prof|dept|appt|temp|poss|esp|min|max|no|st|etc|incl|tel|fig"
    r"|vit|(?<!vitamin )(?<!hepatitis )(?<!\d )[a-z])\.$|^\W*\d{1,2}\.$",
    re.IGNORECASE,
)


_ONLY = re.compile(  # `You can swim. But only after 5 days.` is one sentence
    r"(?:but )?(?:only (?:after|when|once|if|from)|not (?:before|until|till)) [^.!?;,\n]{3,60}(?=[.!?]|\n|$)",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """A stretch of the text, and the word that joined it to what stands before."""

    start: int
    end: int
    joined: str = ""


def sentences_in(text: str, start: int, end: int) -> list[Piece]:
    """Part a block into sentences; an abbreviation's point ends none."""
    found, at = [], start
    for match in _STOP.finditer(text, start, end):
        if _SHORT.search(text[max(at, match.start() - 12) : match.start()]):
            continue
        if _in_brackets(text, at, match.start(), end) or _ONLY.match(text, match.end()):
            continue
        found.append(trimmed(text, at, match.start()))
        at = match.end()
    found.append(trimmed(text, at, end))
    return _asked([piece for piece in found if piece.end > piece.start], text)


def _in_brackets(text: str, at: int, here: int, end: int) -> bool:
    """`(but do shower. It helps.)` stays together."""
    opened = text.rfind("(", at, here)
    closed = text.find(")", here, min(end, here + 120))
    return opened > text.rfind(")", at, here) and closed > 0


def _asked(pieces: list[Piece], text: str) -> list[Piece]:
    """`Worried? Ring us.` is one sentence."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if (
            before is not None
            and text[before.end - 1] == "?"
            and not is_question(text[before.start : before.end])
            and len(text[before.start : before.end].split()) <= 14
        ):
            found[-1] = Piece(before.start, piece.end)
        else:
            found.append(piece)
    return found


def is_question(words: str) -> bool:
    """Tell `May I swim?` from `Worried?`: only the first is a heading for its answer."""
    return words.endswith("?") and _ASKS.match(words) is not None


_ASKS = re.compile(
    r"\W*(?:(?:\d+|q)[.):]\s*)?(?:what|when|how|may|can|do|does|should|is|are|will|which|why"
    r"|where|who|could|must|am|would|did)\b",
    re.IGNORECASE,
)


def trimmed(text: str, start: int, end: int, joined: str = "") -> Piece:
    """Leave out the spaces and the marks of emphasis around a stretch."""
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return Piece(start, end, joined)
