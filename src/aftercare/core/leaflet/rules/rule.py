"""A rule: a named pattern, and how sure it is."""

from __future__ import annotations

import re
from typing import NamedTuple

_W = r"[\w'-]+ "  # one word and its space; a make-up is one word
TIME = r"(?:hours?|hrs?|days?|weeks?|wks?|months?|nights?|fortnights?|evening|time)"


class Rule(NamedTuple):
    """A named pattern and how sure it is, from 0 to 1."""

    name: str
    pattern: re.Pattern[str]
    sure: float


def made(*rows: tuple[str, float, str]) -> tuple[Rule, ...]:
    """Make a table of rules, from names, sureness and patterns, in the order they are tried."""
    return tuple(
        Rule(name, re.compile(pattern.replace(r"\w+ ", _W)), sure) for name, sure, pattern in rows
    )
