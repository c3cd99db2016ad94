"""A drawn signature as it may be shown again: numbers, and nothing else that was sent."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,4}(?:\.\d{1,3})?"
_DRAWN = re.compile(rf"(?:[ML] ?{_NUMBER} {_NUMBER}(?: (?=[ML]))?)+")


def drawn(path: str) -> str:
    """Give the path ("M x y L x y …") if it is only that; else "", and nothing is drawn."""
    return path if path.startswith("M") and _DRAWN.fullmatch(path) else ""
