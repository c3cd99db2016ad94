"""Numbers and units as a leaflet writes them: `two`, `a full`, `forty-eight`, `hrs`."""

from __future__ import annotations

from aftercare.core.leaflet.windows import HOURS

_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBERS = {word: float(i) for i, word in enumerate(_WORDS)} | {
    "a": 1.0,
    "an": 1.0,
    "a full": 1.0,
    "a whole": 1.0,
    "another": 1.0,
    "one full": 1.0,
    "a good": 1.0,
    "half a": 0.5,
    "half an": 0.5,
    "a single": 1.0,
    "thirty": 30.0,
    "sixty": 60.0,
    "twenty-four": 24.0,
    "twenty four": 24.0,
    "forty-eight": 48.0,
    "forty eight": 48.0,
    "seventy-two": 72.0,
    "seventy two": 72.0,
    "thirty-six": 36.0,
    "ninety": 90.0,
    "forty": 40.0,
    "fifty": 50.0,
    "a further": 1.0,
    "one whole": 1.0,
    "twenty-one": 21.0,
    "twenty-eight": 28.0,
}
_NAMED = "|".join(sorted(_NUMBERS, key=len, reverse=True))
NUM = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|(?:{_NAMED})(?![a-z]))"
COUNTED = "|".join(_WORDS[1:15])


def number(word: str) -> float:
    """Read a number, in figures or as a word."""
    return _NUMBERS[word] if word in _NUMBERS else float(word)


def hours(unit: str) -> float:
    """Give how many hours a unit has; 0 where it is none."""
    unit = unit.rstrip("'’s")
    short = {
        "hr": "hour",
        "h": "hour",
        "d": "day",
        "wk": "week",
        "w": "week",
        "mth": "month",
        "mo": "month",
        "yr": "year",
    }
    name = short.get(unit, unit.replace("night", "day") if unit == "night" else unit)
    return HOURS.get(name, 0.0)
