"""Problems on the terminal, as a good compiler shows them: the place, the line, the remedy."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from aftercare.core.problems import Problem

_COLOURS = {"error": "31", "warning": "33", "note": "36"}


def show(problems: Iterable[Problem], stream: TextIO | None = None) -> None:
    """Print problems to stderr, one below the other."""
    out = stream or sys.stderr
    for problem in problems:
        print(_written(problem, colour=coloured(out)), file=out)


def coloured(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal that wants colour (``NO_COLOR`` says it does not)."""
    return stream.isatty() and "NO_COLOR" not in os.environ


def _written(problem: Problem, *, colour: bool) -> str:
    head = f"{problem.weight}[{problem.code}]"
    if colour:
        head = f"\x1b[1;{_COLOURS[problem.weight]}m{head}\x1b[0m"
    place = problem.place
    if place is None:
        return f"{head} {problem.message}\n  help: {problem.help}"
    lines = [f"{head} {place.file}:{place.line}:{place.column}: {problem.message}"]
    if place.excerpt.strip():
        number = str(place.line)
        margin = " " * len(number)
        shown = place.excerpt.replace("\t", " ")
        carets = "^" * max(1, min(place.width, len(shown) - place.column + 1))
        lines += [f"  {number} | {shown}", f"  {margin} | {' ' * (place.column - 1)}{carets}"]
    lines.append(f"  help: {problem.help}")
    return "\n".join(lines)
