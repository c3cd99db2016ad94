"""A leaflet's text -> its layout: headings, items, rows of tables, paragraphs, with offsets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Shape = Literal["line", "item", "row"]

_BULLET = re.compile(
    r"\s*(?P<mark>[^\w\s\"'“‘(£$€#&%+]{1,4}(?=\s|\w)|\(?\d{1,2}[.)](?=\s|[A-Za-z])"
    r"|\(?[a-hA-H][.)](?=\s)|o(?=\s{1,8}[A-Z])|#{1,6}(?=\s)|\[[ xX]?\])\s*"
)
_CELLS = re.compile(r"\s*\|\s*|\t+|(?<=[^.!?:\s])\s{2,}(?=\S)|(?<=[.!?:])\s{4,}(?=\S)")
_BAD_MARKS, _GOOD_MARKS = frozenset("✗✘❌✕✖🚫⛔×☒"), frozenset("✓✔✅☑👍")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]*]*\s*$")
_RULE = re.compile(r"[\s|:+=_*~·•–—-]*$")
_UNFINISHED = re.compile(r"^.{0,28}\b(?:if|avoid|not|please|when)$", re.IGNORECASE | re.MULTILINE)
WRAPPED_FROM, WRAPPED_TO = 45, 130
LONGEST_HEAD = 80


class Block(NamedTuple):
    """One line, list item or row: where its words stand, its cells, how it was marked."""

    shape: Shape
    start: int
    end: int
    cells: tuple[tuple[int, int], ...] = ()
    mark: Literal["", "bullet", "number", "good", "bad"] = ""
    gap: bool = False
    hashed: bool = False
    indent: int = 0


def blocks(text: str) -> list[Block]:
    """Part a text into blocks; a line that was only wrapped is joined to the one before."""
    found: list[Block] = []
    width = max((len(line) for line in text.splitlines()), default=0)
    gap, opened = True, False
    for start, end in _lines(text):
        line = text[start:end]
        if _RULE.match(line):
            gap = (
                gap or not line.strip() or (len(line.strip()) > 2 and not re.search(r"[|+]", line))
            )
            continue
        block = _block(text, start, end, gap)._replace(indent=_indent(text, start))
        listed = (
            bool(found) and _UNFINISHED.search(text[found[-1].start : found[-1].end]) is not None
        )
        opened = (opened or listed) and not gap
        wraps = not gap and not opened and found and _wraps(text, found[-1], block, width)
        if wraps or (found and _goes_on(text, found[-1], block, gap=gap)):
            found[-1] = found[-1]._replace(end=block.end)
        else:
            found.append(block)
        gap = block.hashed
    return _captioned(text, found)


_BARE_TIME = (
    r"(?:for |at least |about |up to |only )*(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?|an?|one|two|three|four|five|six|seven|ten)"
    r"\s?(?:hours?|hrs?|h|days?|weeks?|wks?|months?)(?: only| minimum| after(?:wards)?)?"
)
_BRACKETED_TIME = re.compile(rf"\({_BARE_TIME}\)[^\w:]*", re.IGNORECASE)
_TIME_ALONE = re.compile(rf"\(?{_BARE_TIME}\)?[^\w:]*", re.IGNORECASE)


def _captioned(text: str, found: list[Block]) -> list[Block]:
    """`NO MAKE-UP` and under it `24 hours`, apart from the rest, are one rule; so is `(24 hours)`."""
    made: list[Block] = []
    for i, block in enumerate(found):
        words, before = text[block.start : block.end], made[-1] if made else None
        apart = before is not None and before.gap and (i + 1 == len(found) or found[i + 1].gap)
        alone = _BRACKETED_TIME.fullmatch(words) or (apart and _TIME_ALONE.fullmatch(words))
        if before and alone and not block.gap and _captions(text, before, block):
            made[-1] = before._replace(end=block.end)
        else:
            made.append(block)
    return made


def _captions(text: str, before: Block, block: Block) -> bool:
    said = text[before.start : before.end]
    lines = block.shape == "line" and before.shape in {"line", "item"}
    lines = lines and not (before.hashed or block.hashed)
    return lines and not _ENDED.search(said) and not _TIME_ALONE.fullmatch(said.strip())


_GOES_ON = re.compile(r"(?:for|until|till|around|during|within|except|unless)\b")


_ONLY_TIME = re.compile(  # `for 14 days`, `on your lips for 5 days`
    r"(?:[a-z][a-z' ]{0,30} )?(?:for|until|till|within|during) [^.;:,\n]{0,40}"
    r"\b(?:hours?|hrs?|days?|weeks?|months?|healed|gone)\W*"
)


def _goes_on(text: str, before: Block, block: Block, *, gap: bool) -> bool:
    """`No alcohol`, and below it `for the first 24 hours`: one rule, laid out as a card."""
    lines = before.shape == block.shape == "line" and not (before.hashed or block.hashed)
    ended = _ENDED.search(text[before.start : before.end])
    words = text[block.start : block.end]
    goes_on = _GOES_ON.match(words) if gap else _ONLY_TIME.fullmatch(words)
    return lines and not ended and goes_on is not None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Give each line; a mark that stands alone begins the next, and `• … • …` are lines."""
    at, alone = 0, None
    for line in text.splitlines(keepends=True):
        begins, at = at, at + len(line)
        if alone is None and line.strip() in _ALONE:
            alone = begins
            continue
        if line.strip():
            begins, alone = begins if alone is None else alone, None
        yield from _marked_off(text, begins, begins + len(text[begins:at].rstrip()))


_ASKED_OR_ANSWERED = re.compile(r"\s*(?:Q|A|Question|Answer)\s?[:.)]\s+(?=\S)")
_ALONE = frozenset("-•*·–●▪◦")
_INLINE = re.compile(r"(?<=\S)\s+(?=[•●▪◦]\s?\S)")


def _marked_off(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _INLINE.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _block(text: str, start: int, end: int, gap: bool) -> Block:
    match = _BULLET.match(text, start, end)
    first = match["mark"][0] if match else ""
    begins = match.end() if match and match.end() < end else _skip(text, start, end)
    begins = _unasked(text, begins, end)
    mark: Literal["", "bullet", "number", "good", "bad"] = "bullet" if match else ""
    if first.isdigit():
        mark = "number"
    if first in _BAD_MARKS:
        mark = "bad"
    elif first in _GOOD_MARKS:
        mark = "good"
    piped = first == "|"
    cells = _cells(text, begins, end)
    hashed = first == "#"
    if (
        len(cells) > 1
        and (mark in {"", "bullet", "number"})
        and (mark == "" or piped or "\t" in text[begins:end] or _wide(text, cells))
        and (piped or not _prose(text, cells))
    ):
        return Block("row", begins, cells[-1][1], cells, "", gap)
    bold = re.fullmatch(r"\*\*([^*]+)\*\*:?", text[start:end].strip())
    if bold:
        return Block("line", start + 2, end - 2, (), "", gap, hashed=True)
    return Block(
        "item" if mark and not hashed else "line",
        begins,
        end,
        (),
        "" if hashed else mark,
        gap,
        hashed,
    )


def _unasked(text: str, start: int, end: int) -> int:
    """Where a question or an answer begins, behind its `Q:` or `A:`."""
    asked = _ASKED_OR_ANSWERED.match(text, start, end)
    return asked.end() if asked else start


def _prose(text: str, cells: tuple[tuple[int, int], ...]) -> bool:
    """Sentences with two spaces between some words are no row of a table."""
    first = text[slice(*cells[0])]
    return len(first) > LONGEST_HEAD and re.search(r"[.!?] +[A-Z]", first) is not None


def _wide(text: str, cells: tuple[tuple[int, int], ...]) -> bool:
    return all(b[0] - a[1] >= 3 for a, b in itertools.pairwise(cells))


def _indent(text: str, start: int) -> int:
    """How deep a line stands; a tab counts as four."""
    return sum(
        4 if letter == "\t" else 1 for letter in text[start : _skip(text, start, start + 40)]
    )


def _skip(text: str, start: int, end: int) -> int:
    while start < min(end, len(text)) and text[start].isspace():
        start += 1
    return start


def _cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    cells, at = [], start
    for match in _CELLS.finditer(text, start, end):
        if match.start() > at:
            cells.append((at, match.start()))
        at = match.end()
    if at < end:
        cells.append((at, end))
    return tuple(cells)


_TIME_TO_COME = re.compile(r"\b(?:for|up to|at least|until|till|within|first|next)$")


def _wraps(text: str, before: Block, block: Block, width: int) -> bool:
    """A line goes on where the one before was long or broken off, and this one begins small."""
    last = text[before.start : before.end]
    if before.shape == "item" and _TIME_TO_COME.search(last) and text[block.start].isdigit():
        return True
    if block.shape != "line" or before.shape == "row" or block.hashed or before.hashed:
        return False
    line = last.rsplit("\n", 1)[-1]
    first = text[block.start]
    if _ENDED.search(line):
        return False
    if before.shape == "item" and block.indent > before.indent and first.islower():
        return True
    if re.search(r"\w[-–—]$", line) and first.isupper():
        return False  # `The first day: what counts-` is a title
    if line.rstrip()[-1:] in ",-–(&" or re.search(
        r"\b(?:and|or|the|a|an|of|to|for|with|in|on|your|you|is|are|be|not|if|as|at|by|from"
        r"|that|this|we|will|may|can)$",
        line,
    ):
        return len(line) >= 25
    if first.islower() or first in "(0123456789":
        return width <= WRAPPED_TO and len(line) >= max(WRAPPED_FROM, 0.7 * width)
    return False
