"""One lane of the two weeks on a phone: days -> SVG. The words stand beside it, the shape here.

Solid ends at a fixed time, hatched within a range, chevrons follow "at least", a fade "about", a
dashed bar with a question mark waits for the skin, dots are expected. No ids: many fit a page.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from aftercare.exchange.picture.colours import INK, SURFACE
from aftercare.exchange.picture.svg import box, clean, element, number, stroke, words

Kind = Literal[
    "fixed", "between", "at-least", "about", "up-to", "until", "standing", "expected"
]  # fmt: skip


class _Lane(NamedTuple):
    """Where a lane begins, is firm to, may last to and eases to, in pixels; and its colours."""

    first: float
    firm: float
    last: float
    reach: float
    deep: str
    pale: str


_DEEP = {"clay": "#A23E22", "petrol": "#0F4C4F", "ochre": "#7A4F00", "plum": "#6E1747"}
_PALE = {"clay": "#F5DFD4", "petrol": "#D5E4E1", "ochre": "#FAECCB", "plum": "#F1DCE5"}
_LEFT, _RIGHT, _TOP, _BOTTOM = 4.0, 332.0, 5.0, 21.0
_MIDDLE = (_TOP + _BOTTOM) / 2


def bar(  # noqa: PLR0913, PLR0917 - the numbers of one lane, all named where they are given
    kind: Kind,
    start: float,
    earliest: float | None,
    latest: float | None,
    tail: float | None,
    now: float | None,
    days: float = 15,
    *,
    tone: str = "clay",
) -> str:
    """Draw a lane; every number is in days after the first day shown.

    ``earliest`` and ``latest`` are where the end lies, ``tail`` how far an "at least" eases;
    ``now`` is today's place. A missing end is that of the days shown.
    """
    first, at = _x(start, days), _x(now or 0, days)
    firm, last = (max(first, _x(days if end is None else end, days)) for end in (earliest, latest))
    reach = firm if tail is None else _x(tail, days)
    lane = _Lane(first, firm, max(firm, last), reach, _DEEP[tone], _PALE[tone])
    past = _past(first, at) if now is not None else ""
    today = box(at - 1.5, 0, 3, 26, rx=1.5, fill=INK) if now is not None else ""
    return element(
        "svg",
        {"viewBox": "0 0 350 26", "role": "img"},
        element("title", {}, clean(said(kind, start, earliest, latest))),
        element("desc", {}, clean("" if now is None else f"Today is day {number(now)}.")),
        box(0, _TOP, 350, _BOTTOM - _TOP, rx=6, fill="#EFE7DA"),
        _shape(kind, lane),
        past,
        today,
    )


def said(kind: Kind, start: float, earliest: float | None, latest: float | None) -> str:
    """Say the lane in words, in days."""
    first, firm, last = (number(value or 0) for value in (start, earliest, latest))
    return {
        "fixed": f"From day {first} until day {firm}",
        "between": f"From day {first} until day {last} at the latest",
        "at-least": f"From day {first} until day {firm} at least",
        "about": f"From day {first} until about day {firm}",
        "up-to": f"From day {first} until day {last} at the latest",
        "until": f"From day {first} until your skin is ready",
        "standing": f"From day {first}, all the time",
        "expected": f"Expected from day {first} until day {last} at the latest",
    }[kind]


def _x(day: float, days: float) -> float:
    """Give the place of a day; what lies beyond the days shown stands at their end."""
    return _LEFT + (_RIGHT - _LEFT) * min(day, days) / days


def _shape(kind: Kind, lane: _Lane) -> str:
    first, firm, last, reach, deep, pale = lane
    solid = _solid(first, firm, deep)
    shapes = {
        "fixed": solid + _tick(firm, deep),
        "between": solid + _hatched(firm, last, deep, pale) + _tick(last, deep),
        "up-to": _hatched(first, last, deep, pale) + _tick(last, deep),
        "at-least": solid + _chevrons(firm, reach, deep),
        "about": _solid(first, max(firm - 20, first), deep) + _fade(first, firm, deep),
        "until": _dashed(first, last, deep, pale),
        "standing": stroke(f"M{number(first)} {number(_MIDDLE)}H{number(_RIGHT)}", deep, 5),
        "expected": _dotted(first, last, deep, pale),
    }
    return shapes[kind]


def _solid(left: float, right: float, deep: str) -> str:
    return box(left, _TOP, max(right - left, 0), _BOTTOM - _TOP, rx=4, fill=deep)


def _past(first: float, at: float) -> str:
    """Draw a veil over what is past."""
    if at <= first:
        return ""
    return box(first, _TOP, at - first, _BOTTOM - _TOP, fill="#EFE7DA", opacity=0.6)


def _tick(x: float, deep: str) -> str:
    return box(x - 2, _TOP - 4, 4, _BOTTOM - _TOP + 8, rx=2, fill=deep)


def _chevrons(firm: float, reach: float, deep: str) -> str:
    count = max(3, min(int((reach - firm) / 8), 12))
    marks = "".join(
        f"M{number(firm + 5 + 8 * n)} {number(_TOP + 2)}l5 6l-5 6" for n in range(count)
    )
    return stroke(marks, deep, 2.4, stroke_linejoin="round")


def _fade(first: float, firm: float, deep: str) -> str:
    """Draw the end in slices that grow paler around it."""
    begin, shares = max(firm - 20, first), (0.85, 0.7, 0.55, 0.4, 0.25, 0.12)
    wide = (min(firm + 12, 346) - begin) / len(shares)
    slices = enumerate(shares)
    return "".join(
        box(begin + wide * n, _TOP, wide, _BOTTOM - _TOP, fill=deep, opacity=f"{share}")
        for n, share in slices
    )


def _hatched(left: float, right: float, deep: str, pale: str) -> str:
    """Draw a range: slanting strokes, each kept inside."""
    tall = _BOTTOM - _TOP
    count = max(int((right - left - 8) / 7), 0)
    marks = "".join(
        f"M{number(left + 2 + 7 * n)} {number(_BOTTOM - 1)}l8 -{number(tall - 2)}"
        for n in range(count)
    )
    ground = box(left, _TOP, max(right - left, 0), tall, fill=pale, stroke=deep)
    return ground + (stroke(marks, deep, 2.4) if marks else "")


def _dotted(left: float, right: float, deep: str, pale: str) -> str:
    lines = "".join(
        f"M{number(left + 4 + shift)} {number(y)}H{number(max(right - 4, left + 4 + shift))}"
        for y, shift in ((_TOP + 4, 0), (_TOP + 8, 3.5), (_TOP + 12, 0))
    )
    ground = box(left, _TOP, max(right - left, 0), _BOTTOM - _TOP, rx=4, fill=pale)
    return ground + stroke(lines, deep, 2.2, stroke_dasharray="0 7")


def _dashed(left: float, right: float, deep: str, pale: str) -> str:
    ground = box(
        left + 1, _TOP + 1, max(right - left - 2, 6), _BOTTOM - _TOP - 2, rx=5, fill=pale,
        stroke=deep, stroke_width=1.8, stroke_dasharray="5 4",
    )  # fmt: skip
    ring: dict[str, str | float] = {
        "cx": right,
        "cy": _MIDDLE,
        "r": 9,
        "fill": SURFACE,
        "stroke": deep,
        "stroke-width": 2,
    }
    asked = words("?", right, _MIDDLE + 4.5, 13, deep, font_weight=700, text_anchor="middle")
    return ground + element("circle", ring) + asked
