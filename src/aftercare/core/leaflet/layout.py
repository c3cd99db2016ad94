"""A leaflet's blocks -> its sentences, each with what its headings and lead-ins say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from aftercare.core.leaflet import windows
from aftercare.core.leaflet.activities import named, names
from aftercare.core.leaflet.blocks import Block, blocks
from aftercare.core.leaflet.facts import facts_of, lowered
from aftercare.core.leaflet.frames import Frame, heading_frame, is_frame, past
from aftercare.core.leaflet.headings import forbids, is_dated_title, is_heading, is_restated, lists
from aftercare.core.leaflet.kinds import judge
from aftercare.core.leaflet.leads import LISTS, lead, leads
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.periods import OTHER_TIME, counted_from, dated, scene_of, takes
from aftercare.core.leaflet.stops import Piece, is_question, sentences_in
from aftercare.core.leaflet.tables import columns_of, period, row_of
from aftercare.core.leaflet.windows import Window

AHEAD = 8  # blocks
_FROM_THEN = re.compile(r"\W*(?:and )?(?:from then|from there|after that|thereafter|afterwards)\b")
_MOMENT = re.compile(
    r"\W*\d{1,3} ?(?:hours?|hrs?|h|days?|weeks?|months?)(?: (?:later|after|post))?\W*"
)
_ONLY_THEN = re.compile(r"\W*(?:(?:only )?(?:after|from|once)) ")
_LABEL = re.compile(r"(?P<label>[^:\n]{3,30}):\s+(?=\S)")


def framed_sentences(text: str) -> Iterator[tuple[Piece, Frame]]:
    """Give each sentence with what its headings and lead-ins say of it."""
    layout = _Layout(text)
    found = blocks(text)
    for i, block in enumerate(found):
        yield from layout.read(block, found[i + 1 : i + 1 + AHEAD])


class _Layout:
    """Walks through the blocks, and knows which heading, lead-in and table holds."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.heading = Frame()
        self.lead: Frame | None = None
        self.above: Block | None = None
        self.leading: Block | None = None
        self.outer: tuple[Frame | None, Block | None] = None, None
        self.deep = False
        self.table: list[Frame] | None = None
        self.parent: Frame | None = None
        self.begun: Block | None = None
        self.dense = 0

    def read(self, block: Block, ahead: list[Block]) -> Iterator[tuple[Piece, Frame]]:
        """Give the sentences of one block; a heading gives none."""
        if block.shape == "row":
            yield from self._row(block)
        else:
            self.table = None
            self._leave(block)
            yield from self._words(block, ahead)
        self.above = block

    def _row(self, block: Block) -> Iterator[tuple[Piece, Frame]]:
        frame = self.lead or self.heading
        first = self.table is None or block.gap
        if self.table is None or first:
            self.table = columns_of(self.text, block, frame)
        yield from row_of(self.text, block, self.table, frame, first=first)

    def _leave(self, block: Block) -> None:
        """End what a lead-in holds: at a line after a list, or back at its own depth."""
        lead, leading = self.lead, self.leading
        if lead is None or leading is None:
            return
        after_list = block.shape != "item" and (block.gap or lead.listed)
        steps = self.above is leading and _STEPS.search(self.text[leading.start : leading.end])
        after_list = after_list and not steps
        item = leading.shape == "item"
        self.deep = self.deep or block.indent > leading.indent
        beside = item and block.indent == leading.indent and not self.deep
        other = block.mark != leading.mark  # `1. Avoid for a day` over `a) Make-up`
        if beside and not after_list and (other or self._opens(leading)):
            self.lead = structs.replace(lead, loose=lead.window != self.heading.window)
        elif after_list or (item and block.indent <= leading.indent):
            self.lead, self.leading = (None, None) if after_list else self.outer
            self.outer = None, None

    def _opens(self, leading: Block) -> bool:
        """`• For 2 days stay away from:` holds for the points below it, though they are as deep."""
        words = self.text[leading.start : leading.end].rstrip().lower()
        return words.endswith(":") or LISTS.search(words) is not None

    def _words(self, block: Block, ahead: list[Block]) -> Iterator[tuple[Piece, Frame]]:
        words, after = self.text[block.start : block.end], ahead[0] if ahead else None
        label = _LABEL.match(words)
        timed = label and is_frame(label["label"]) and lengths(lowered(label["label"]))
        apart = block.gap or (self.above is not None and self.above.shape == "item")
        rest = words[label.end() :] if label else ""
        titled = timed and is_dated_title(self.text, rest, block, after, apart=apart)
        titled = titled and not any(each.kind in "-+" for each in named(lowered(rest)))
        if label and timed and not titled:
            yield from self._labelled(block, label)
        elif label and timed:
            self.parent = heading_frame(label["label"])
            self.heading, self.lead, self.begun = self.parent, None, None
        elif is_restated(self.text, block, ahead) and after and (after.gap or lists(after)):
            title = heading_frame(words)
            self._begin(structs.replace(title, kind=None), block, after)
        elif is_restated(self.text, block, ahead):
            title, over = heading_frame(words), self.heading
            ends = title.window or over.window, title.until or over.until
            self.lead = structs.replace(title, kind=over.kind, window=ends[0], until=ends[1])
            self.leading, self.outer = block, (None, None)
        elif self._titles(words) or is_heading(words, block, after):
            self._begin(heading_frame(words), block, after)
        elif leads(words, block, after):
            inside = block.shape == "item" and self.lead is not None
            over = self.lead if inside and self.lead else self.heading
            outer = (self.lead, self.leading) if inside else (None, None)
            self.lead, told = lead(self.text, block, over, after)
            self.heading = past(self.heading, words)
            self.leading, self.dense = block, 0
            self.outer, self.deep = outer, False
            yield from told
        else:
            yield from self._plain(block, after)

    def _plain(self, block: Block, after: Block | None) -> Iterator[tuple[Piece, Frame]]:
        """Give the sentences of what is no heading; what it says of those below it is kept."""
        frame = _marked(self._frame(block), block)
        yield from self._answers(block, frame)
        if scene := scene_of(self.text[block.start : block.end]):
            self.lead, self.leading = structs.replace(frame, window=scene, period="scene"), block
            self.outer, self.dense = (None, None), 0
        elif _holds(self.text, block, after):
            self._nest(block, frame)
        elif self._outlasts(block):
            self.lead, self.leading = None, None

    def _outlasts(self, block: Block) -> bool:
        """A point that forbids for longer ends what the point above said of those beside it."""
        lead, leading = self.lead, self.leading
        if not (lead and lead.window and leading and block.shape == leading.shape == "item"):
            return False
        facts = facts_of(self.text[block.start : block.end])
        told = [t.window for t in facts.told if t.role == "end" and t.window]
        now = lead.window.max_hours or lead.window.min_hours or 0.0
        longer = [w for w in told if (w.max_hours or w.min_hours or 0.0) > now]
        return block.indent == leading.indent and bool(longer) and bool(facts.verb)

    def _nest(self, block: Block, frame: Frame) -> None:
        """`No actives for 5 days`, and under it which: they are for as long."""
        facts = facts_of(self.text[block.start : block.end])
        told = [t for t in facts.told if t.role == "end" and t.window]
        verdict = judge(facts, frame.kind)
        if told and verdict and verdict.kind == "avoid":
            outer = self.lead, self.leading
            self.lead = structs.replace(frame, kind="avoid", window=told[0].window, listed=True)
            self.leading, self.outer, self.deep = block, outer, False

    def _titles(self, words: str) -> bool:
        """Tell whether this is the paper's own name: its first line, without an end."""
        plain = words.strip()
        short = len(plain) < 80 and "\n" not in plain and not re.search(r"[.!?;:,]$", plain)
        first = self.above is None or self.above.hashed
        named_ = first and short and (plain.isupper() or plain.istitle())
        return named_ and not (forbids(plain) and lengths(lowered(plain)))

    def _begin(self, heading: Frame, block: Block, after: Block | None) -> None:
        """`First 72 hours`, and under it at once `Do` and `Don't`: both hold for that long."""
        heading = _marked(heading, block)
        last = self.heading.window
        if last and heading.window:
            heading = structs.replace(heading, window=_from_there(heading, last))
        hour = (last.max_hours or last.min_hours) if last else None
        if heading.window is None and hour and _FROM_THEN.match(heading.section.lower()):
            heading = structs.replace(heading, window=windows.starting(hour))
        parent = self.heading if self.begun and self.above is self.begun else self.parent
        sided = heading.kind in {"do", "avoid"} or (heading.kind == "expect" and not self.begun)
        sided = sided and heading.window is None and not heading.before
        self.parent = parent if sided and parent and parent.window else None
        stacked = self.begun is not None and self.above is self.begun and heading.window is None
        over = self.parent or (self.heading if stacked and not heading.before else None)
        if over is not None:
            heading = structs.replace(heading, window=over.window)
        self.heading, self.lead = structs.replace(heading, listed=lists(after)), None
        self.dense, self.begun = 0, block

    def _answers(self, block: Block, frame: Frame) -> Iterator[tuple[Piece, Frame]]:
        """Give a block's sentences; a question in it is a heading for its answer."""
        whole = frame
        for piece in sentences_in(self.text, block.start, block.end):
            words = self.text[piece.start : piece.end]
            if is_question(words):
                asked = heading_frame(words, within=frame.before)
                kinds = {"seek-help", "expect", "risk"} | ({"avoid"} if asked.asked else set())
                kind = asked.kind if asked.kind in kinds else frame.kind
                topic = names(named(lowered(words)))
                frame = structs.replace(
                    frame, topic=topic or frame.topic, kind=kind, asked=asked.asked
                )
            else:
                low = lowered(words)
                if lengths(low):
                    frame = structs.replace(frame, window=whole.window, period="")
                if OTHER_TIME.match(low):
                    frame = structs.replace(frame, window=None)
                before, frame = frame, dated(low, frame)
                held = frame is before and frame.window != whole.window
                yield piece, frame if not held or takes(low, frame) else _without(frame, whole)

    def _labelled(self, block: Block, label: re.Match[str]) -> Iterator[tuple[Piece, Frame]]:
        """`Day 2: darker and tighter` is a row of a table without a table."""
        own = heading_frame(label["label"], within=self.heading.before)
        own = structs.replace(own, window=counted_from(self.text[block.start : block.end], own))
        if block.shape == "line" and self.above is not None and self.above.shape == "item":
            self.lead, self.heading = None, structs.replace(self.heading, kind=None)  # a list ended
        outer = self.lead or self.heading
        frame = structs.replace(outer, window=own.window, kind=own.kind or outer.kind)
        frame = structs.replace(frame, moment=_MOMENT.fullmatch(own.section.lower()) is not None)
        bare = not facts_of(self.text[block.start + label.end() : block.end]).verb
        if bare and frame.kind is None and _ONLY_THEN.match(own.section.lower()):
            frame = structs.replace(frame, kind="do", strength="may")  # `After a week: the gym`
        for piece in sentences_in(self.text, block.start + label.end(), block.end):
            words = self.text[piece.start : piece.end]
            if not OTHER_TIME.match(lowered(words)):
                yield piece, frame
                continue
            later = _LABEL.match(words)  # `Day 2: make-up is fine. No gym.`
            frame = structs.replace(
                frame, window=heading_frame(later["label"]).window if later else None
            )
            yield piece, structs.replace(outer, window=None)

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


_NEXT = re.compile(r"\W*(?:the )?(?:next|following)\b")


def _from_there(heading: Frame, last: Window) -> Window | None:
    """`24-48 hours` behind `First 24 hours` is the second day, `Next 3-4 days` begins there."""
    window, ended = heading.window, last.max_hours
    if window is None or not ended or not window.min_hours or not window.max_hours:
        return window
    if window.min_hours == ended:
        return period(window)
    if not _NEXT.match(heading.section.lower()) or window.start_hours:
        return window
    least, most = window.min_hours + ended, window.max_hours + ended
    return structs.replace(window, min_hours=least, max_hours=most, start_hours=ended)


def _without(frame: Frame, whole: Frame) -> Frame:
    """Leave out what a sentence before said of when."""
    return structs.replace(frame, window=whole.window, period="")


_STEPS = re.compile(r"\b(?:these|the following) (?:\w+ )?(?:steps|rules|points|instructions)\W*$")


def _holds(text: str, block: Block, after: Block | None) -> bool:
    """Tell whether a point has points of its own, or a line bare words below it."""
    if after is None or after.shape != "item":
        return False
    facts = facts_of(text[after.start : after.end])
    bare = not (facts.verb or judge(facts, None))
    if after.indent <= block.indent or after.gap:
        return bare and _forbids_all(text, block)
    return block.shape == "item" or bare


_GENERAL = frozenset({"facial-treatments", "products", "active-skincare"})


def _forbids_all(text: str, block: Block) -> bool:
    """`No cosmetic treatments for 6 weeks.`: what is listed below it is which."""
    facts = facts_of(text[block.start : block.end])
    verdict = judge(facts, None) if block.shape == "line" else None
    things = {each.name for each in facts.core if each.kind == "-"}
    return bool(verdict and verdict.kind == "avoid" and things and things <= _GENERAL)


def _marked(frame: Frame, block: Block) -> Frame:
    if block.mark == "bad":
        return structs.replace(frame, kind="avoid")
    if block.mark == "good" and frame.kind is None:
        return structs.replace(frame, kind="do")
    return frame
