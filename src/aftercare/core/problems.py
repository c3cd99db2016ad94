"""What a stage returns instead of raising: a problem, where it is, and what to do about it.

A stage is a function ``input -> (value, problems)``. A problem is a value, so that all of
them can be shown at once. Exceptions are left to bugs and to the outside world.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Weight = Literal["error", "warning", "note"]


class Place(Struct, frozen=True):
    """Where in a file: line and column count from 1, ``width`` is what to underline."""

    file: str
    line: int
    column: int
    width: int = 1
    excerpt: str = ""
    path: str = ""


class Problem(Struct, frozen=True):
    """One fault in a sentence, with its code, its place and its remedy.

    ``code`` can be looked up with ``aftercare protocol explain CODE``. An ``error`` stops the
    work, a ``warning`` asks for a decision, a ``note`` informs.
    """

    code: str
    message: str
    help: str
    place: Place | None = None
    weight: Weight = "error"

    def __str__(self) -> str:
        """Say the problem in one line, for logs and for JSON answers."""
        return f"{self.message} {self.help}"


class Unreadable(Exception):  # noqa: N818 - it says what the text is, not that we erred
    """Raised by a scalar's ``read`` and caught by the reader, which adds the place."""

    def __init__(self, message: str, remedy: str, code: str = "P102") -> None:
        """Keep the sentence, the remedy and the code of the problem to be."""
        super().__init__(message)
        self.message, self.remedy, self.code = message, remedy, code


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Give those problems that stop the work."""
    return [problem for problem in problems if problem.weight == "error"]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems as a reader of the file meets them."""
    return sorted(problems, key=lambda p: (p.place.line, p.place.column) if p.place else (0, 0))


def listed(names: Iterable[str]) -> str:
    """Join names for a sentence: ``a, b and c``."""
    *most, last = list(names) or ["nothing"]
    return f"{', '.join(most)} and {last}" if most else last
