"""Where the words of an end stand: beside the bar, in it, or below it; never over a shape."""

from __future__ import annotations

from typing import NamedTuple

from aftercare.exchange.picture.bars import Bar
from aftercare.exchange.picture.letters import balance, width
from aftercare.exchange.picture.marks import HEIGHT
from aftercare.exchange.picture.scale import EDGE, FIRST, LAST

SIZE, STEP = 15.0, 19.0
_GAP = 9.0
_LEAST = 190.0  # narrower than this is no place for more than one line
_MOST_LINES = 3
BELOW = 7.0  # the ticks reach below a bar


class Placed(NamedTuple):
    """Lines of words: where they begin, and how they stand to the bar."""

    lines: tuple[str, ...]
    x: float
    where: str

    @property
    def height(self) -> float:
        """How much height the bar and its words need."""
        tall = len(self.lines) * STEP
        return HEIGHT + BELOW + tall if self.where == "below" else max(HEIGHT, tall)

    @property
    def right(self) -> float:
        """Where the words end at the most."""
        return self.x + max(width(line, SIZE) for line in self.lines)


def place(said: str, bar: Bar, today: float | None, mark: float = 0) -> Placed:
    """Find room for the words; ``mark`` is the width of a sign before them."""
    before = _before(said, today) if bar.left >= LAST else None
    if before:
        return before
    beside = _clear(bar.right + _GAP, said, today) + mark
    room = EDGE - beside
    if width(said, SIZE) <= room:
        return Placed((said,), beside, "beside")
    inside = _inside(said, bar, today, mark)
    if inside:
        return inside
    lines = tuple(balance(said, SIZE, room)) if room >= _LEAST else ()
    if 0 < len(lines) <= _MOST_LINES:
        return Placed(lines, beside, "beside")
    return _below(said, bar, today, mark)


def _before(said: str, today: float | None) -> Placed | None:
    """Stand left of the arrow of what begins after the days shown."""
    stop = LAST - _GAP
    room = stop - (today or FIRST) - _GAP
    lines = tuple(balance(said, SIZE, room)) if room >= _LEAST else ()
    if not lines:
        return None
    return Placed(lines, stop - max(width(line, SIZE) for line in lines), "beside")


def _clear(x: float, said: str, today: float | None) -> float:
    """Begin after today's line where the words would cross it."""
    if today is None or x > today + _GAP or x + width(said, SIZE) < today - _GAP:
        return x
    return today + _GAP


def _inside(said: str, bar: Bar, today: float | None, mark: float) -> Placed | None:
    """Stand in the firm part: in what is to come, or else in what is past and pale."""
    if bar.inside is None:
        return None
    start, firm = bar.inside
    now = min(max(today or start, start), firm)
    for where, left, right in (("inside", now, firm), ("in-past", start, now)):
        begin = left + _GAP + mark
        if begin + width(said, SIZE) + _GAP <= right:
            return Placed((said,), begin, where)
    return None


def _below(said: str, bar: Bar, today: float | None, mark: float) -> Placed:
    """Stand below the bar, on that side of today's line that has more room."""
    start = min(bar.left, EDGE - (EDGE - FIRST) / 2) + mark
    stop = EDGE
    if today is not None and today > start - mark - _GAP:
        if EDGE - today > today - start:
            start = today + _GAP + mark
        else:
            stop = today - _GAP
    return Placed(tuple(balance(said, SIZE, stop - start)), start, "below")


def on_line(said: str, bar: Bar, today: float | None) -> Placed:
    """Place words on a line without an end, after today."""
    start = max(today or bar.left, bar.left) + 28
    if start + width(said, SIZE) > LAST - 28:
        start = FIRST + 28
    return Placed((said,), start, "on-line")
