"""What the shapes mean: only those that stand in the picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aftercare.core.plan.dated import Plan
from aftercare.exchange.picture import bars, marks
from aftercare.exchange.picture.colours import LEGEND, PETROL, SOFT
from aftercare.exchange.picture.header import treated
from aftercare.exchange.picture.lanes import Lane, Row
from aftercare.exchange.picture.letters import width
from aftercare.exchange.picture.marks import Ground
from aftercare.exchange.picture.scale import EDGE, LAST, MARGIN, Scale
from aftercare.exchange.picture.svg import SANS, element, words

_SIZE, _STEP, _WIDE, _MARK = 14.0, 38.0, 56.0, 20.0
_MEANT = {
    "fixed": "ends here",
    "between": "ends somewhere in the striped part",
    "at-least": "at least until here, or longer",
    "about": "ends about here",
    "depends": "depends on your skin, not on the clock",
    "standing": "no end is given",
    "dots": "to be expected",
    "past": "already past",
    "ended": "fine again",
    "goes-on": "goes on after these days",
    "treatment": "your treatment",
}


def legend(
    shown: Iterable[Row], scale: Scale, plans: Sequence[Plan], top: float
) -> tuple[str, float]:
    """Draw the meaning of each shape that occurs; give the y below."""
    found = used([lane for row in shown for lane in row.lanes], scale)
    found |= {"treatment"} if treated(scale, plans) else set()
    x, y, shapes = MARGIN, top + 20, []
    for name, meant in _MEANT.items():
        if name not in found:
            continue
        sample = _MARK if name in {"ended", "treatment"} else _WIDE
        wide = sample + 12 + width(meant, _SIZE)
        if x + wide > EDGE:
            x, y = MARGIN, y + _STEP
        shapes.append(_sample(name, x + sample - _WIDE, y))
        shapes.append(words(meant, x + sample + 12, y + 5, _SIZE, SOFT, font_family=SANS))
        x += wide + 26
    return element("g", {"class": "legend"}, *shapes), y + 24


def used(lanes: Iterable[Lane], scale: Scale) -> set[str]:
    """Name the shapes that the lanes are drawn with."""
    found: set[str] = set()
    for end, *_ in lanes:
        found.add("fixed" if end.kind == "up-to" else end.kind)
        found |= {"dots"} if end.dotted else set()
        found |= {"ended"} if end.ended else set()
        timed = end.kind not in {"standing", "depends"}
        found |= {"past"} if timed and end.starts < scale.at else set()
        found |= {"goes-on"} if timed and scale.x(end.last) > LAST else set()
    return found


def _sample(name: str, x: float, y: float) -> str:
    ground, stop = Ground(y, LEGEND, x), x + _WIDE
    ink, half = LEGEND.deep, x + _WIDE / 2
    if name == "between":
        striped = bars.stretch(x + 22, stop, ground, "url(#hatch-ink)")
        return bars.solid(x, x + 22, ground, ink) + striped + marks.tick(stop, ground)
    drawn = {
        "fixed": lambda: bars.solid(x, stop, ground, ink) + marks.tick(stop, ground),
        "at-least": lambda: bars.at_least(x, x + 24, ground, ink, 0).shapes,
        "about": lambda: bars.stretch(x, stop, ground, "url(#fade-ink)"),
        "depends": lambda: bars.depends(x, stop - 13, ground).shapes,
        "standing": lambda: bars.standing(x, stop - 9, ground).shapes,
        "dots": lambda: bars.solid(x, stop, ground, "url(#dots-ink)"),
        "past": lambda: bars.solid(x, stop, ground._replace(past=stop), ink),
        "ended": lambda: marks.check(stop - 18, y),
        "goes-on": lambda: bars.solid(x, half, ground, ink) + _moved(ground, half),
        "treatment": lambda: marks.diamond(stop - 10, y, PETROL),
    }
    return drawn[name]()


def _moved(ground: Ground, x: float) -> str:
    return element("g", {"transform": f"translate({x - LAST:.1f} 0)"}, marks.arrow(ground))
