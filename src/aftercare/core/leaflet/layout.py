"""A leaflet's blocks -> its sentences, each with what its headings and lead-ins say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from aftercare.core.leaflet import conditions
from aftercare.core.leaflet.blocks import Block, blocks
from aftercare.core.leaflet.clauses import Piece, clauses_in, sentences_in
from aftercare.core.leaflet.facts import facts_of, lowered
from aftercare.core.leaflet.frames import Frame, heading_frame, is_frame
from aftercare.core.leaflet.kinds import judge
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.strength import has_modal, strength_of

LONGEST_LEAD = 500


def framed_sentences(text: str) -> Iterator[tuple[Piece, Frame]]:
    """Give each sentence with what its headings and lead-ins say of it."""
    heading, lead, table = Frame(), None, None
    found = blocks(text)
    for i, block in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        words = text[block.start : block.end]
        if block.shape == "row":
            table = (
                _columns(text, block, table, lead or heading)
                if table is None or block.gap
                else table
            )
            yield from _row(text, block, table, lead or heading)
            continue
        table = None
        if lead is not None and (
            (block.gap and block.shape != "item") or (lead.listed and block.shape != "item")
        ):
            lead = None
        if _is_heading(words, block, after):
            heading, lead = heading_frame(words, heading.before), None
            continue
        if _leads(words, block, after):
            lead, told = _lead(text, block, heading, after)
            yield from told
            continue
        frame = lead or heading
        yield from (
            (piece, _marked(frame, block)) for piece in sentences_in(text, block.start, block.end)
        )


def _marked(frame: Frame, block: Block) -> Frame:
    if block.mark == "bad":
        return structs.replace(frame, kind="avoid")
    if block.mark == "good" and frame.kind is None:
        return structs.replace(frame, kind="do")
    return frame


def _is_heading(words: str, block: Block, after: Block | None) -> bool:
    if block.hashed:
        return True
    plain = words.strip()
    if len(plain) > 90 or "\n" in plain or re.search(r"[.;,]$", plain):
        return False
    if is_frame(plain) and block.shape == "line" and after is not None and len(plain) < 60:
        return True
    if block.shape == "item" and not (plain.isupper() and len(plain.split()) < 7):
        return False
    if plain.endswith("?"):
        return len(plain.split()) < 12
    if plain.endswith(":"):
        return len(plain.split()) <= 5 and not _judges(plain)
    if plain.isupper() and len(plain.split()) <= 12:
        return not _judges(plain) or (after is not None and after.shape == "item")
    return len(plain.split()) <= 9 and after is not None and not _judges(plain)


def _judges(words: str) -> bool:
    """Tell whether a short line is an instruction by itself, not a title."""
    verdict = judge(facts_of(words), None)
    return verdict is not None and (
        (verdict.kind in {"avoid", "do", "seek-help"} and verdict.sure > 0.65) or verdict.sure > 0.8
    )


def _leads(words: str, block: Block, after: Block | None) -> bool:
    if after is None or len(words) > LONGEST_LEAD:
        return False
    plain = words.rstrip()
    if plain.endswith((":", ":-", "…", "...")):
        return block.shape == "line" or after.shape == "item"
    return (
        block.shape == "line"
        and after.shape == "item"
        and not after.gap
        and not plain.endswith((".", "!"))
        and len(plain) < 90
    )


def _lead(
    text: str, block: Block, heading: Frame, after: Block | None
) -> tuple[Frame, list[tuple[Piece, Frame]]]:
    """A lead-in gives its list a kind, a length and a modal; sentences before it stand alone."""
    pieces = sentences_in(text, block.start, block.end)
    *alone, last = pieces or [Piece(block.start, block.end)]
    words = text[last.start : last.end]
    facts = facts_of(words)
    own = heading_frame(words, heading.before)
    verdict = judge(facts, None)
    kind = own.kind or (verdict.kind if verdict else None) or heading.kind
    until = conditions.until(facts.low, permission=False, kind=kind or "")
    window = own.window or heading.window
    strength = (
        strength_of(facts.low, kind)
        if kind and (has_modal(facts.low) or kind in {"expect", "risk"})
        else None
    )
    listed = after is not None and after.shape == "item"
    frame = Frame(
        kind,
        window,
        until or heading.until,
        strength,
        own.before,
        heading.section or own.section,
        own.topic or heading.topic,
        listed,
    )
    told = [(piece, heading) for piece in alone]
    if (
        facts.activities
        and verdict
        and verdict.kind in {"avoid", "do"}
        and facts.has("-+")
        and not listed
    ):
        told.append((last, heading))
    return frame, told


_WHEN = re.compile(
    r"\b(?:when|time|day|days|how long|duration|period|wait|until|hours|weeks?|stage|timing)\b"
)


def _columns(text: str, block: Block, before: list[Frame] | None, frame: Frame) -> list[Frame]:
    """Read the first row of a table: what each column holds."""
    frames = [heading_frame(text[a:b], frame.before) for a, b in block.cells]
    waits = [
        re.search(r"\b(?:wait|leave off|stay off|avoid|stop|off)\b", lowered(text[a:b]))
        for a, b in block.cells
    ]
    kinds = ["avoid" if wait else each.kind for wait, each in zip(waits, frames, strict=True)]
    return [
        structs.replace(each, section=frame.section, kind=kind)
        for each, kind in zip(frames, kinds, strict=True)
    ]


def _row(
    text: str, block: Block, columns: list[Frame], frame: Frame
) -> Iterator[tuple[Piece, Frame]]:
    cells = [lowered(text[a:b]).strip() for a, b in block.cells]
    if _is_head(cells):
        return
    if sum(column.kind in {"do", "avoid"} for column in columns) >= 2 and len(columns) == len(
        cells
    ):
        for (a, b), column in zip(block.cells, columns, strict=True):
            yield from ((piece, column) for piece in sentences_in(text, a, b))
        return
    kind = next((column.kind for column in columns if column.kind), None) or frame.kind
    whole = structs.replace(frame, kind=kind)
    first = lengths(cells[0])
    if first and is_frame(cells[0]) and len(cells) == 2:
        window = first[0].begins or first[0].window
        pieces = sentences_in(text, *block.cells[1])
        row = structs.replace(whole, window=window)
        if len(pieces) > 1 or len(clauses_in(text, pieces[0])) > 1:
            yield from ((piece, row) for piece in pieces)
            return
        yield Piece(block.start, block.end, "row"), row
        return
    yield Piece(block.start, block.end, "row"), whole


def _is_head(cells: list[str]) -> bool:
    """A table's first row names its columns and gives no length."""
    short = all(len(cell.split()) <= 5 for cell in cells)
    plain = not any(lengths(cell) for cell in cells)
    return (
        short
        and plain
        and any(_WHEN.search(cell) or heading_frame(cell, before=False).kind for cell in cells)
    )
