"""A table's rows -> sentences, each with what its column and its first cell say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from aftercare.core.leaflet.activities import named, names
from aftercare.core.leaflet.blocks import Block
from aftercare.core.leaflet.clauses import clauses_in
from aftercare.core.leaflet.facts import lowered
from aftercare.core.leaflet.frames import Frame, heading_frame, is_frame
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.sides import titled_after
from aftercare.core.leaflet.stops import Piece, sentences_in
from aftercare.core.leaflet.windows import Window

_WHEN = re.compile(
    r"\b(?:when|time|day|days|how long|duration|period|wait|until|hours?|weeks?|months?|stage|timing)\b"
)


def columns_of(text: str, block: Block, frame: Frame) -> list[Frame]:
    """Read the first row of a table: what each column holds."""
    frames = [heading_frame(text[a:b], within=frame.before) for a, b in block.cells]
    waits = [
        re.search(r"\b(?:wait|leave off|stay off|avoid|stop|off)\b", lowered(text[a:b]))
        for a, b in block.cells
    ]
    kinds = ["avoid" if wait else each.kind for wait, each in zip(waits, frames, strict=True)]
    return [
        structs.replace(each, section=frame.section if i else each.section, kind=kind)
        for i, (each, kind) in enumerate(zip(frames, kinds, strict=True))
    ]


def row_of(
    text: str, block: Block, columns: list[Frame], frame: Frame, *, first: bool
) -> Iterator[tuple[Piece, Frame]]:
    """Give a row's sentences; a table's first row may only name its columns."""
    cells = [lowered(text[a:b]).strip() for a, b in block.cells]
    if first and _is_head(cells):
        return
    dated = bool(lengths(_counted(cells[0], columns[0]))) and is_frame(cells[0])
    if len({column.before for column in columns}) == 2 and len(columns) == len(cells):
        yield from _two_sides(text, block, columns)
        return
    wide = len(cells) > 2 and len(columns) == len(cells)
    if wide and (dated or sum(bool(c.kind) for c in columns) > 1):
        yield from _wide_row(text, block, columns)
        return
    sided = sum(column.kind in {"do", "avoid"} for column in columns) >= 2
    if sided and len(columns) == len(cells):
        for (a, b), column in zip(block.cells, columns, strict=True):
            yield from ((piece, column) for piece in sentences_in(text, a, b))
        return
    kind = next((column.kind for column in columns if column.kind), None) or frame.kind
    whole = structs.replace(frame, kind=kind)
    first_cell = _counted(cells[0], columns[0])
    told = lengths(first_cell)
    if told and is_frame(first_cell) and len(cells) == 2:
        window = told[0].begins if told[0].role == "start" else told[0].window
        pieces = sentences_in(text, *block.cells[1])
        row = structs.replace(whole, window=window)
        if len(pieces) > 1 or len(clauses_in(text, pieces[0])) > 1:
            yield from ((piece, row) for piece in pieces)
            return
        yield Piece(block.start, block.end, "row"), row
        return
    said = sentences_in(text, *block.cells[-1])
    if len(said) > 1 and all(len(cell.split()) <= 3 for cell in cells[:-1]):
        yield from ((piece, whole) for piece in said)  # `CLEAN | Wash it. Pat it dry.`
        return
    yield Piece(block.start, block.end, "row"), whole


def _two_sides(text: str, block: Block, columns: list[Frame]) -> Iterator[tuple[Piece, Frame]]:
    """`Before | After`: each cell is for its side; a first one of neither names the thing."""
    (start, end), *rest = block.cells
    sides = columns
    if not (columns[0].before or titled_after(lowered(columns[0].section), None)):
        thing, sides = names(named(lowered(text[start:end]))), columns[1:]
        about = structs.replace(sides[0], topic=thing)
        yield Piece(start, rest[0][1], "row"), about  # `Retinol | 5 days`
        rest, sides = rest[1:], [structs.replace(each, topic=thing) for each in sides[1:]]
    else:
        rest = list(block.cells)
    for (a, b), column in zip(rest, sides, strict=True):
        bare = column.topic and is_frame(text[a:b])
        frame = structs.replace(column, kind="avoid", asked=True) if bare else column
        yield from ((piece, frame) for piece in sentences_in(text, a, b))


def _wide_row(text: str, block: Block, columns: list[Frame]) -> Iterator[tuple[Piece, Frame]]:
    """`Days 5 to 8 | Flaking | Never pick`: the first cell says when, each other what it is."""
    first = lowered(text[slice(*block.cells[0])]).strip()
    told = lengths(_counted(first, columns[0]))
    window = period(told[0].window) if told else None
    for (a, b), column in list(zip(block.cells, columns, strict=True))[1:]:
        frame = structs.replace(column, window=window)
        yield from ((piece, frame) for piece in sentences_in(text, a, b))


def period(window: Window | None) -> Window | None:
    """`24-48 h` beside other times is from the one to the other; it ends when the later is over."""
    if window is None or window.min_hours is None or window.max_hours is None:
        return window
    if window.min_hours == window.max_hours:
        return window
    return structs.replace(window, min_hours=window.max_hours, start_hours=window.min_hours)


def _counted(cell: str, column: Frame) -> str:
    """`4–7` under `Day`, `2` under `Week`: a bare number has the unit of its column."""
    if not re.fullmatch(r"\d{1,3}\+?(?:\s*(?:[-–—]|to)\s*\d{1,3})?\+?", cell):
        return cell
    head = lowered(column.section)
    if not _WHEN.search(head):
        return cell  # a number of something else
    unit = re.search(r"\b(?:hour|week|month)", head)
    return f"{unit.group() if unit else 'day'} {cell}"


def _is_head(cells: list[str]) -> bool:
    """A table's first row names its columns and gives no length."""
    if any(re.match(r"\d", cell) for cell in cells):
        return False
    short = all(len(cell.split()) <= 5 for cell in cells)
    plain = not any(lengths(cell) for cell in cells)
    return short and plain and any(map(_names_a_column, cells))


def _names_a_column(cell: str) -> bool:
    frame = heading_frame(cell)
    return bool(_WHEN.search(cell) or frame.kind or frame.before)
