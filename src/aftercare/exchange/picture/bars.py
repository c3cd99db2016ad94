"""The shapes: one for each kind of end, told apart without their colours."""

from __future__ import annotations

from typing import NamedTuple

from aftercare.exchange.picture.colours import PAPER, SURFACE
from aftercare.exchange.picture.ends import End
from aftercare.exchange.picture.marks import HEIGHT, Ground, arrow, tick
from aftercare.exchange.picture.scale import COLUMN, LAST, Scale
from aftercare.exchange.picture.svg import SERIF, box, element, number, stroke, words

_PAST = 0.38
_CHEVRON = 10.0


class Bar(NamedTuple):
    """A drawn bar: its shapes, its ends, and the firm part that words may stand in."""

    shapes: str
    left: float
    right: float
    inside: tuple[float, float] | None = None


def bar(end: End, scale: Scale, ground: Ground) -> Bar:
    """Draw a clause's window with the shape of its end."""
    start, firm = scale.within(end.starts), scale.within(end.firm)
    if end.kind == "standing":
        return standing(start, LAST, ground)
    if start >= LAST:  # it begins after the days shown
        return Bar(arrow(ground), start, LAST + 18)
    if end.kind == "depends":
        return depends(start, max(scale.within(end.last), start + 14), ground, ended=end.ended)
    over = scale.x(end.last) > LAST
    fill = f"url(#dots-{ground.tone.name})" if end.dotted else ground.tone.deep
    if end.kind == "at-least":
        return at_least(start, firm, ground, fill, scale.x(end.last))
    if end.kind == "about":
        return about(start, scale.x(end.last), ground, fill)
    last = scale.within(end.last)
    hatched = stretch(firm, last, ground, f"url(#hatch-{ground.tone.name})")
    tail = arrow(ground) if over else tick(last, ground)
    inside = None if end.dotted else (start, firm)
    shapes = solid(start, firm, ground, fill) + hatched + tail
    return Bar(shapes, start, LAST + 18 if over else last + 3, inside)


def solid(start: float, firm: float, ground: Ground, fill: str) -> str:
    """Draw the firm part; it begins round."""
    return stretch(start, firm, ground, fill, round_start=True)


def stretch(
    start: float, stop: float, ground: Ground, fill: str, *, round_start: bool = False
) -> str:
    """Draw a piece of a bar, lighter where it is past."""
    now = min(max(ground.past, start), stop)
    pieces = [(start, now, _PAST), (now, stop, 1.0)]
    drawn = []
    for left, right, opacity in pieces:
        if right - left < 0.05:  # less than is written
            continue
        corner = min(6.0, right - left) if round_start and left == start else 0
        path = _piece(left, right, ground.top, corner)
        if opacity < 1:
            drawn.append(element("path", {"d": path, "fill": PAPER}))
            drawn.append(element("path", {"d": path, "fill": fill, "opacity": opacity}))
        else:
            drawn.append(element("path", {"d": path, "fill": fill}))
    return "".join(drawn)


def _piece(left: float, right: float, top: float, corner: float) -> str:
    bottom, c = top + HEIGHT, number(corner)
    start = f"M{number(left + corner)} {number(top)}H{number(right)}V{number(bottom)}"
    if not corner:
        return f"{start}H{number(left)}Z"
    down = number(HEIGHT - 2 * corner)
    return (
        f"{start}H{number(left + corner)}a{c} {c} 0 0 1 -{c} -{c}v-{down}a{c} {c} 0 0 1 {c} -{c}Z"
    )


def at_least(start: float, firm: float, ground: Ground, fill: str, last: float) -> Bar:
    """Draw a firm part and chevrons after it; while it eases they run to ``last``."""
    inside = None if fill.startswith("url") else (start, firm)
    body = solid(start, firm, ground, fill)
    if firm >= LAST:
        return Bar(body + arrow(ground), start, LAST + 18, inside)
    reach = min(max(last, firm + 3 * _CHEVRON + 2), LAST + 32)
    count = int((reach - firm) / _CHEVRON)
    marks = "".join(_chevron(firm + 5 + n * _CHEVRON, ground) for n in range(count))
    return Bar(body + marks, start, firm + 5 + count * _CHEVRON, inside)


def _chevron(x: float, ground: Ground) -> str:
    points = f"M{number(x)} {number(ground.y - 9)}l6 9l-6 9"
    faint: dict[str, float] = {"opacity": 0.5} if x < ground.past else {}
    return stroke(points, ground.tone.deep, 2.6, stroke_linejoin="round", **faint)


def about(start: float, last: float, ground: Ground, fill: str) -> Bar:
    """Draw a firm part that fades around its end."""
    inside = None if fill.startswith("url") else (start, min(last - 1.5 * COLUMN, LAST))
    if last > LAST:
        return Bar(solid(start, LAST, ground, fill) + arrow(ground), start, LAST + 18, inside)
    begin = max(last - 1.5 * COLUMN, start)
    stop = last + COLUMN / 2
    paint = {"fill": f"url(#fade-{ground.tone.name})"}
    faint = {"opacity": _PAST} if ground.past >= last else {}
    fade = box(begin, ground.top, stop - begin, HEIGHT, **paint, **faint)
    return Bar(
        solid(start, begin if faint else begin + 0.5, ground, fill) + fade, start, stop, inside
    )


def depends(start: float, last: float, ground: Ground, *, ended: bool = False) -> Bar:
    """Draw a dashed bar with a question mark; nobody but the patient's skin ends it."""
    tone = ground.tone
    dashed = box(
        start + 1, ground.top + 1, max(last - start - 1, 4), HEIGHT - 2, rx=6, fill=tone.pale,
        stroke=tone.deep, stroke_width=1.8, stroke_dasharray="5 4",
    )  # fmt: skip
    if ended:
        return Bar(dashed, start, last)
    ring = element(
        "circle",
        {
            "cx": last,
            "cy": ground.y,
            "r": 12,
            "fill": SURFACE,
            "stroke": tone.deep,
            "stroke-width": 2,
        },
    )
    asked = words(
        "?", last, ground.y + 5.5, 16, tone.deep,
        font_family=SERIF, font_weight=700, text_anchor="middle",
    )  # fmt: skip
    return Bar(dashed + ring + asked, start, last + 13)


def standing(start: float, stop: float, ground: Ground) -> Bar:
    """Draw a thin line without an end."""
    line = box(start, ground.y - 2, stop - start + 4, 4, rx=2, fill=ground.tone.deep)
    head = f"M{number(stop + 2)} {number(ground.y - 7)}l7 7l-7 7"
    return Bar(line + stroke(head, ground.tone.deep, 3, stroke_linejoin="round"), start, stop + 12)
