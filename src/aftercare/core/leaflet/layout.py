"""A leaflet's blocks -> its sentences, each with what its headings and lead-ins say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from aftercare.core.leaflet import conditions, windows
from aftercare.core.leaflet.activities import named, names
from aftercare.core.leaflet.blocks import Block, blocks
from aftercare.core.leaflet.clauses import Piece, clauses_in, is_question, sentences_in
from aftercare.core.leaflet.facts import facts_of, lowered
from aftercare.core.leaflet.frames import TILL, Frame, heading_frame, is_frame
from aftercare.core.leaflet.kinds import judge
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.strength import has_modal, strength_of
from aftercare.core.leaflet.verdicts import Kind

LONGEST_LEAD = 500
_BARE_TIME = re.compile(r"\W*(?:until|till|while|whilst|during|as long as|once|when|after)\b[^,]*$")
_FROM_THEN = re.compile(r"\W*(?:and )?(?:from then|from there|after that|thereafter|afterwards)\b")
_LABEL = re.compile(r"(?P<label>[^:\n]{3,30}):\s+(?=\S)")


def framed_sentences(text: str) -> Iterator[tuple[Piece, Frame]]:
    """Give each sentence with what its headings and lead-ins say of it."""
    layout = _Layout(text)
    found = blocks(text)
    for i, block in enumerate(found):
        yield from layout.read(block, found[i + 1] if i + 1 < len(found) else None)


class _Layout:
    """Walks through the blocks, and knows which heading, lead-in and table holds."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.heading = Frame()
        self.lead: Frame | None = None
        self.above: Block | None = None
        self.leading: Block | None = None
        self.table: list[Frame] | None = None
        self.parent: Frame | None = None
        self.begun: Block | None = None
        self.dense = 0

    def read(self, block: Block, after: Block | None) -> Iterator[tuple[Piece, Frame]]:
        """Give the sentences of one block; a heading gives none."""
        if block.shape == "row":
            yield from self._row(block)
        else:
            self.table = None
            self._leave(block)
            yield from self._words(block, after)
        self.above = block

    def _row(self, block: Block) -> Iterator[tuple[Piece, Frame]]:
        frame = self.lead or self.heading
        first = self.table is None or block.gap
        if self.table is None or first:
            self.table = _columns(self.text, block, frame)
        yield from _row(self.text, block, self.table, frame, first=first)

    def _leave(self, block: Block) -> None:
        """End what a lead-in holds: at a line after a list, or back at its own depth."""
        lead, leading = self.lead, self.leading
        if lead is None or leading is None:
            return
        after_list = block.shape != "item" and (block.gap or lead.listed)
        as_deep = leading.shape == "item" and block.indent <= leading.indent
        if after_list or as_deep:
            self.lead = self.leading = None

    def _words(self, block: Block, after: Block | None) -> Iterator[tuple[Piece, Frame]]:
        words = self.text[block.start : block.end]
        label = _LABEL.match(words)
        if label and is_frame(label["label"]) and lengths(lowered(label["label"])):
            yield from self._labelled(block, label)
        elif self._titles(words) or _is_heading(words, block, after):
            self._begin(heading_frame(words, self.heading.before), block, after)
        elif _leads(words, block, after):
            self.lead, told = _lead(self.text, block, self.heading, after)
            self.leading, self.dense = block, 0
            yield from told
        else:
            yield from self._answers(block, _marked(self._frame(block), block))

    def _titles(self, words: str) -> bool:
        """Tell whether this is the paper's own name: its first line, without an end."""
        plain = words.strip()
        short = len(plain) < 80 and "\n" not in plain and not re.search(r"[.!?;:,]$", plain)
        first = self.above is None or self.above.hashed
        return first and short and (plain.isupper() or plain.istitle())

    def _begin(self, heading: Frame, block: Block, after: Block | None) -> None:
        """`First 72 hours`, and under it at once `Do` and `Don't`: both hold for that long."""
        heading = _marked(heading, block)
        last = self.heading.window
        hour = (last.max_hours or last.min_hours) if last else None
        if heading.window is None and hour and _FROM_THEN.match(heading.section.lower()):
            heading = structs.replace(heading, window=windows.starting(hour))
        parent = self.heading if self.begun and self.above is self.begun else self.parent
        sided = heading.kind in {"do", "avoid"} and heading.window is None and not heading.before
        self.parent = parent if sided and parent and parent.window else None
        if self.parent is not None:
            heading = structs.replace(heading, window=self.parent.window)
        self.heading, self.lead = structs.replace(heading, listed=_lists(after)), None
        self.dense, self.begun = 0, block

    def _answers(self, block: Block, frame: Frame) -> Iterator[tuple[Piece, Frame]]:
        """Give a block's sentences; a question in it is a heading for its answer."""
        for piece in sentences_in(self.text, block.start, block.end):
            words = self.text[piece.start : piece.end]
            if is_question(words):
                asked = heading_frame(words, frame.before)
                kind = asked.kind if asked.kind in {"seek-help", "expect", "risk"} else frame.kind
                topic = names(named(lowered(words)))
                frame = structs.replace(frame, topic=topic or frame.topic, kind=kind)
            else:
                yield piece, frame

    def _labelled(self, block: Block, label: re.Match[str]) -> Iterator[tuple[Piece, Frame]]:
        """`Day 2: darker and tighter` is a row of a table without a table."""
        own = heading_frame(label["label"], self.heading.before)
        frame = structs.replace(self.lead or self.heading, window=own.window)
        pieces = sentences_in(self.text, block.start + label.end(), block.end)
        yield from ((piece, frame) for piece in pieces)

    def _frame(self, block: Block) -> Frame:
        """A list that begins after a gap is no longer the heading's, but for bare words."""
        item = block.shape == "item"
        self.dense += item and not block.gap
        frame = self.lead or self.heading
        if self.lead is None and not item and block.gap and frame.listed:
            self.heading = frame = structs.replace(frame, loose=True)
        if item and block.gap and self.dense > 1 and self.above and self.above.shape == "item":
            frame = structs.replace(frame, loose=True)
            self.lead, self.heading = (frame, self.heading) if self.lead else (None, frame)
        return frame


def _lists(after: Block | None) -> bool:
    return after is not None and after.shape == "item"


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
    if plain.endswith(":") and _lists(after) and heading_frame(plain, before=False).kind:
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
        return not _judges(plain) or (after is not None and (_lists(after) or not after.gap))
    return block.gap and len(plain.split()) <= 9 and after is not None and not _judges(plain)


def _judges(words: str) -> bool:
    """Tell whether a short line is an instruction by itself, not a title."""
    facts = facts_of(words)
    verdict = judge(facts, None)
    if verdict is None or not (facts.found or facts.verb or verdict.kind in {"seek-help", "avoid"}):
        return False
    return (
        verdict.kind in {"avoid", "do", "seek-help"} and verdict.sure > 0.65
    ) or verdict.sure > 0.8


_UNFINISHED = re.compile(
    r"\b(?:if|when|avoid|not|please|notice|experience|following|if you (?:have|notice|see|get))$"
)


def _leads(words: str, block: Block, after: Block | None) -> bool:
    if after is None or len(words) > LONGEST_LEAD:
        return False
    plain = words.rstrip()
    if plain.endswith((":", ":-", "…", "...")):
        return block.shape == "line" or after.shape == "item"
    if block.shape == "line" and not after.gap and _UNFINISHED.search(plain.lower()):
        return True
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
    verdict = None if _BARE_TIME.match(facts.low) else judge(facts, None)
    kind = own.kind or (verdict.kind if verdict else None) or heading.kind
    bare = "avoid" if TILL.match(facts.low) else ""
    until = conditions.until(facts.low, permission=False, kind=bare or kind or "")
    inherited = None if heading.listed and block.shape == "line" else heading.window
    window = own.window or inherited
    if kind is None or (alone and own.kind is None):
        kind = _help_before(text, alone) or kind
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


def _help_before(text: str, alone: list[Piece]) -> Kind | None:
    """`See your doctor if it is infected. The signs:` lists signs to see a doctor for."""
    before = judge(facts_of(text[alone[-1].start : alone[-1].end]), None) if alone else None
    return "seek-help" if before and before.kind == "seek-help" else None


_WHEN = re.compile(
    r"\b(?:when|time|day|days|how long|duration|period|wait|until|hours?|weeks?|months?|stage|timing)\b"
)


def _columns(text: str, block: Block, frame: Frame) -> list[Frame]:
    """Read the first row of a table: what each column holds."""
    frames = [heading_frame(text[a:b], frame.before) for a, b in block.cells]
    waits = [
        re.search(r"\b(?:wait|leave off|stay off|avoid|stop|off)\b", lowered(text[a:b]))
        for a, b in block.cells
    ]
    kinds = ["avoid" if wait else each.kind for wait, each in zip(waits, frames, strict=True)]
    return [
        structs.replace(each, section=frame.section if i else each.section, kind=kind)
        for i, (each, kind) in enumerate(zip(frames, kinds, strict=True))
    ]


def _row(
    text: str, block: Block, columns: list[Frame], frame: Frame, *, first: bool
) -> Iterator[tuple[Piece, Frame]]:
    cells = [lowered(text[a:b]).strip() for a, b in block.cells]
    if first and _is_head(cells):
        return
    if sum(column.kind in {"do", "avoid"} for column in columns) >= 2 and len(columns) == len(
        cells
    ):
        for (a, b), column in zip(block.cells, columns, strict=True):
            yield from ((piece, column) for piece in sentences_in(text, a, b))
        return
    if len(cells) > 2 and len(columns) == len(cells) and sum(bool(c.kind) for c in columns) > 1:
        yield from _wide_row(text, block, columns)
        return
    kind = next((column.kind for column in columns if column.kind), None) or frame.kind
    whole = structs.replace(frame, kind=kind)
    first_cell = _counted(cells[0], columns[0])
    told = lengths(first_cell)
    if told and is_frame(first_cell) and len(cells) == 2:
        window = told[0].begins or told[0].window
        pieces = sentences_in(text, *block.cells[1])
        row = structs.replace(whole, window=window)
        if len(pieces) > 1 or len(clauses_in(text, pieces[0])) > 1:
            yield from ((piece, row) for piece in pieces)
            return
        yield Piece(block.start, block.end, "row"), row
        return
    yield Piece(block.start, block.end, "row"), whole


def _wide_row(text: str, block: Block, columns: list[Frame]) -> Iterator[tuple[Piece, Frame]]:
    """`Days 5 to 8 | Flaking | Never pick`: the first cell says when, each other what it is."""
    first = lowered(text[slice(*block.cells[0])]).strip()
    told = lengths(_counted(first, columns[0]))
    window = told[0].window if told else None
    for (a, b), column in list(zip(block.cells, columns, strict=True))[1:]:
        frame = structs.replace(column, window=window)
        yield from ((piece, frame) for piece in sentences_in(text, a, b))


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
    return (
        short
        and plain
        and any(_WHEN.search(cell) or heading_frame(cell, before=False).kind for cell in cells)
    )
