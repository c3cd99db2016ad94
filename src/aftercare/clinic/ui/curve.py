"""A symptom's severity day by day, against what was promised: numbers -> SVG.

The promise is a dotted ground; a day beyond it is a triangle where the others are discs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aftercare.exchange.picture.colours import PETROL, PLUM, SOFT, SURFACE
from aftercare.exchange.picture.svg import clean, element, number, stroke, words

LEVELS = ("none", "mild", "moderate", "severe")
_LEFT, _RIGHT, _TOP, _FLOOR = 106.0, 486.0, 18.0, 168.0
_SMALL, _LARGE = 16.0, 17.0  # larger still where the picture is small: see page.css
_RULE, _DOT = "#DCD1C1", "#2C7A78"


def curve(  # noqa: PLR0913 - the numbers of one curve; the key only keeps its ids apart
    name: str,
    points: Sequence[tuple[float, int]],
    usual_day: float | None,
    longest_day: float | None,
    last_day: int,
    *,
    key: str = "",
) -> str:
    """Draw ``points``, pairs of a day and a level: 0 none to 3 severe; days 0 to ``last_day``.

    ``usual_day`` is when it is usually gone, ``longest_day`` when it is gone at the latest; either
    may be missing. ``key`` is unique on its page; without one the name stands for it.
    """
    key = f"curve-{key or re.sub(r'[^a-z0-9]+', '-', name.lower())}"
    ends = _ends(usual_day, longest_day)
    told = said(points, usual_day, longest_day)
    ground, promised = _expected(ends, last_day, key)
    parts = [ground, _grid(last_day), _line(points, last_day), promised]
    parts += [_point(*point, ends, last_day) for point in points]
    parts.append(_last(points, last_day))
    return element(
        "svg",
        {"viewBox": "0 0 500 204", "role": "img", "aria-labelledby": f"{key}-title {key}-said"},
        element("title", {"id": f"{key}-title"}, clean(f"{name}, day by day")),
        element("desc", {"id": f"{key}-said"}, clean(told)),
        element("defs", {}, _dots(key)),
        *parts,
    )


def said(
    points: Sequence[tuple[float, int]], usual_day: float | None, longest_day: float | None
) -> str:
    """Say the curve in words: each day, and what was promised."""
    days = ", ".join(f"day {day(at)} {LEVELS[level]}" for at, level in points)
    told = f"{days[:1].upper()}{days[1:]}." if days else "Nothing was reported."
    return f"{told} {promise(usual_day, longest_day)}".strip()


def promise(usual_day: float | None, longest_day: float | None) -> str:
    """Say what was promised, in the words of the plan; "" where nothing was."""
    ends = _ends(usual_day, longest_day)
    if ends is None:
        return ""
    return f"Expected until day {day(ends[1])}"


def day(at: float) -> str:
    """Say a day with a tenth only where it has one."""
    return number(at)


def _ends(usual_day: float | None, longest_day: float | None) -> tuple[float, float] | None:
    given = [end for end in (usual_day, longest_day) if end is not None]
    return (given[0], given[-1]) if given else None


def _x(at: float, last_day: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * min(at, last_day) / last_day


def _y(level: int) -> float:
    return _FLOOR - (_FLOOR - _TOP) * level / 3


def _expected(ends: tuple[float, float] | None, last_day: int, key: str) -> tuple[str, str]:
    """Draw the promise, from its strongest on day 0 over the usual day to the longest; its words.

    The words go over what was reported, the ground under it.
    """
    if ends is None:
        return "", ""
    usual, longest = (_x(end, last_day) for end in ends)
    bend = (_LEFT + usual) / 2
    edge = f"M{number(_LEFT)} {number(_TOP)}C{number(bend)} {number(_TOP)} "
    edge += f"{number(usual)} {number(_y(1))} {number(longest)} {number(_FLOOR)}"
    ground = element("path", {"d": f"{edge}H{number(_LEFT)}Z", "fill": f"url(#{key}-dots)"})
    halo: dict[str, str | float] = {"stroke_width": 5, "paint_order": "stroke", "stroke": SURFACE}
    halo["text_anchor"] = _side(longest)
    x, y = _beside(longest)
    text = words(promise(*ends), x, y, _SMALL, PETROL, **halo)
    return ground + stroke(edge, _DOT, 1.5, stroke_dasharray="2 4"), text


def _beside(x: float) -> tuple[float, float]:
    return (x + 12, _FLOOR - 11) if x < 290 else (_RIGHT - 4, _FLOOR - 11)


def _side(x: float) -> str:
    return "start" if x < 290 else "end"


def _grid(last_day: int) -> str:
    levels = "".join(
        stroke(f"M{number(_LEFT)} {number(_y(level))}H{number(_RIGHT)}", _RULE, 1)
        + words(word.capitalize(), _LEFT - 10, _y(level) + 5, _SMALL, SOFT, text_anchor="end")
        for level, word in enumerate(LEVELS)
    )
    step = max(1, round(last_day / 7))
    days = "".join(
        words(str(at), _x(at, last_day), _FLOOR + 25, _SMALL, SOFT, text_anchor="middle")
        for at in range(0, last_day + 1, step)
    )
    return levels + words("Day", _LEFT - 10, _FLOOR + 25, _SMALL, SOFT, text_anchor="end") + days


def _line(points: Sequence[tuple[float, int]], last_day: int) -> str:
    if not points:
        return ""
    path = "L".join(f"{number(_x(at, last_day))} {number(_y(level))}" for at, level in points)
    return stroke(f"M{path}", PLUM, 3, stroke_linejoin="round")


def _point(at: float, level: int, ends: tuple[float, float] | None, last_day: int) -> str:
    """Draw a disc, or a triangle where it is still felt on the last promised day or later."""
    x, y = _x(at, last_day), _y(level)
    look: dict[str, str | float] = {"fill": PLUM, "stroke": SURFACE, "stroke-width": 2}
    if ends is not None and level > 0 and at >= ends[1]:
        path = f"M{number(x - 7)} {number(y + 6)}L{number(x)} {number(y - 7)}L{number(x + 7)} "
        return element("path", {"d": f"{path}{number(y + 6)}Z", **look})
    return element("circle", {"cx": x, "cy": y, "r": 5.5, **look})


def _last(points: Sequence[tuple[float, int]], last_day: int) -> str:
    """Write the last report beside its point, on the side that has room."""
    if not points:
        return ""
    at, level = points[-1]
    x, text = _x(at, last_day), f"Day {day(at)}: {LEVELS[level]}"
    if x < 330:
        return words(text, x + 14, _y(level) + 5, _LARGE, PLUM, font_weight=650)
    above = _y(level) - 12 if level < 3 else _y(level) + 24
    return words(text, x, above, _LARGE, PLUM, font_weight=650, text_anchor="end")


def _dots(key: str) -> str:
    spots = [element("circle", {"cx": at, "cy": at, "r": 0.9, "fill": _DOT}) for at in (1.5, 4.5)]
    ground = element("rect", {"width": 6, "height": 6, "fill": "#DDEAE6"})
    square: dict[str, str | float] = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
    return element("pattern", {"id": f"{key}-dots", **square}, ground, *spots)
