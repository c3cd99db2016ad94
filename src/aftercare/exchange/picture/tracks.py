"""A lane drawn: a bar, and the words of its end beside, in or below it."""

from __future__ import annotations

from typing import NamedTuple

from aftercare.exchange.picture.bars import bar
from aftercare.exchange.picture.colours import INK, PAPER, SOFT, Tone
from aftercare.exchange.picture.lanes import Lane
from aftercare.exchange.picture.marks import HEIGHT, Ground, check
from aftercare.exchange.picture.place import BELOW, SIZE, STEP, Placed, on_line, place
from aftercare.exchange.picture.scale import LAST, Scale
from aftercare.exchange.picture.svg import SANS, box, element, words

_SIGN = 22.0  # the check mark before "Fine again"
_BASELINE = 5.2  # how far below a line's middle its letters stand


class Box(NamedTuple):
    """Where words stand, at the most."""

    left: float
    top: float
    right: float
    bottom: float


class Track(NamedTuple):
    """A lane with room found for its words, before it has a height on the page."""

    lane: Lane
    placed: Placed

    @property
    def height(self) -> float:
        """How much height it needs."""
        return self.placed.height

    def middle(self, top: float) -> float:
        """Where the middle of its bar is."""
        return top + (HEIGHT if self.placed.where == "below" else self.height) / 2

    def baseline(self, top: float) -> float:
        """Where the first line of its words stands."""
        if self.placed.where == "below":
            return top + HEIGHT + BELOW + STEP / 2 + _BASELINE
        return self.middle(top) + _BASELINE - (len(self.placed.lines) - 1) * STEP / 2

    def box(self, top: float) -> Box:
        """Where its words stand."""
        above = self.baseline(top) - _BASELINE - STEP / 2
        bottom = above + len(self.placed.lines) * STEP
        return Box(self.placed.x, above, self.placed.right, bottom)


def track(lane: Lane, scale: Scale, tone: Tone) -> Track:
    """Find room for a lane's words."""
    drawn = bar(lane.end, scale, Ground(0, tone, scale.x(scale.at)))
    if lane.end.kind == "standing":
        return Track(lane, on_line(lane.said, drawn, scale.today))
    placed = place(lane.said, drawn, scale.today, _SIGN if lane.end.ended else 0)
    if placed.where == "inside" and scale.x(scale.at) >= LAST:  # the whole bar is past and pale
        placed = placed._replace(where="in-past")
    return Track(lane, placed)


def draw(found: Track, scale: Scale, tone: Tone, top: float) -> str:
    """Draw a lane with its upper edge at ``top``."""
    end = found.lane.end
    drawn = bar(end, scale, Ground(found.middle(top), tone, scale.x(scale.at)))
    data = {"class": "lane", "data-end": end.kind, "data-ended": str(end.ended).lower()}
    return element("g", data, drawn.shapes, _before(found, tone, top), _words(found, top))


def _before(found: Track, tone: Tone, top: float) -> str:
    """Draw what goes with the words: a plate on a line without an end, a check mark."""
    placed, middle = found.placed, found.middle(top)
    if placed.where == "on-line":
        wide = placed.right - placed.x + 24
        ring: dict[str, str | float] = {"stroke": tone.deep, "stroke_width": 1.4}
        return box(placed.x - 12, middle - 13, wide, 26, rx=13, fill=PAPER, **ring)
    return check(placed.x - 20, found.baseline(top) - 5) if found.lane.end.ended else ""


def _words(found: Track, top: float) -> str:
    placed, y = found.placed, found.baseline(top)
    fill = SOFT if found.lane.end.ended else INK
    if placed.where == "inside":
        fill = "#FFFFFF"
    lines = [
        words(line, placed.x, y + number * STEP, SIZE, fill, class_="said")
        for number, line in enumerate(placed.lines)
    ]
    return element("g", {"font-family": SANS}, *lines)
