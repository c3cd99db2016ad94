"""How wide a text will be, guessed from above: a reader's fallback font may be a wide one.

The widths are those of Verdana and its like, the widest of the fonts that are asked for.
"""

from __future__ import annotations

import unicodedata

_WIDTHS = (
    ("ijl'’|", 0.30),
    (" .,f", 0.37),
    ("t/", 0.40),
    ('r:;!()[]-I"“”', 0.46),
    ("csJz", 0.56),
    ("aekovxy", 0.62),
    ("bdghnpqu0123456789", 0.64),
    ("ABCDEFGHKLNOPQRSTUVXYZ&", 0.79),
    ("mwMW", 0.99),
)
_WIDTH = {letter: width for letters, width in _WIDTHS for letter in letters}
_WIDEST = 1.4  # emoji
BOLD = 1.15


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Guess a text's width in pixels, rather too wide than too narrow."""
    ems = sum(map(_letter, text))
    return ems * size * (BOLD if bold else 1)


def _letter(letter: str) -> float:
    known = _WIDTH.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    return 0.9 if letter.isalpha() and ord(letter) < 0x1100 else _WIDEST


def wrap(text: str, size: float, room: float) -> list[str]:
    """Break a text into lines that fit; a word that is too long by itself is broken too."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size) <= room:
            line = longer
            continue
        *whole, line = [*([line] if line else []), *_broken(word, size, room)]
        lines += whole
    return [*lines, line]


def balance(text: str, size: float, room: float) -> list[str]:
    """Break a text into as few lines as fit, of about the same length."""
    lines = wrap(text, size, room)
    for part in range(10, 20):
        narrower = wrap(text, size, room * part / 20)
        if len(narrower) == len(lines):
            return narrower
    return lines


def _broken(word: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
