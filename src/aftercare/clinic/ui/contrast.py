"""How well one colour is read on another, as WCAG 2 measures it."""

from __future__ import annotations


def ratio(a: str, b: str) -> float:
    """Give the contrast of two colours written ``#RRGGBB``: from 1 to 21, either way round."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    """Undo the screen's gamma: sRGB, 0 to 1."""
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
