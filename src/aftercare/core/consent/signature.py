"""A drawn signature as it may be shown again: numbers, and nothing else that was sent."""

from __future__ import annotations

import math
import re
from itertools import pairwise

_NUMBER = r"\d{1,4}(?:\.\d{1,3})?"
_POINT = re.compile(rf"({_NUMBER}) ({_NUMBER})")
_DRAWN = re.compile(rf"(?:[ML] ?{_NUMBER} {_NUMBER}(?: (?=[ML]))?)+")


def drawn(path: str) -> str:
    """Give the path ("M x y L x y …") if it is only that; else "", and nothing is drawn."""
    return path if path.startswith("M") and _DRAWN.fullmatch(path) else ""


def inked(path: str) -> bool:
    """Tell whether a path is more than dots: 40 units of ink, 20 wide, in a box of 600 by 200."""
    points = [
        [(float(x), float(y)) for x, y in _POINT.findall(stroke)]
        for stroke in drawn(path).split("M")[1:]
    ]
    across = [x for stroke in points for x, _ in stroke]
    ink = sum(math.dist(a, b) for stroke in points for a, b in pairwise(stroke))
    return ink >= 40 and max(across) - min(across) >= 20
