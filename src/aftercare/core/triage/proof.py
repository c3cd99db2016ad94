"""The proof of a decision table: total, monotone, honest and reachable, by looking at each cell.

A violation is a sentence that a clinician can read, with the case that shows it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from msgspec import Struct

from aftercare.core.protocol.facts import options
from aftercare.core.protocol.model import LEVELS, Protocol
from aftercare.core.triage.cells import Cell, case_of, cells, seconds
from aftercare.core.triage.table import CONTACT, Table, compile_table

_WATCH = LEVELS.index("watch")
_SEVERE = 3

Options = Mapping[str, tuple[str, ...]]


class Violation(Struct, frozen=True):
    """What is broken (`monotone`, `honest`, `reachable`), in a sentence, and by which row."""

    rule: str
    sentence: str
    row: str | None = None


class Proof(Struct, frozen=True):
    """How many cells were looked at, how many no row covers, and what was found."""

    cells: int
    uncovered: int
    violations: tuple[Violation, ...]


def prove(protocol: Protocol) -> Proof:
    """Prove a protocol's triage table, over every cell of it."""
    table = compile_table(protocol)
    known = {str(name): options(fact) for name, fact in protocol.facts.items()}
    found = list(cells(table, known))
    violations = [*_monotone(found, known), *_honest(found, table), *_unreached(protocol, found)]
    uncovered = sum(cell.line is None for cell in found)
    return Proof(len(found), uncovered, tuple(_first_of_each(violations)))


def _first_of_each(violations: Iterable[Violation]) -> Iterator[Violation]:
    """One counter-example a rule and row is enough to mend it."""
    seen = set()
    for violation in violations:
        if (violation.rule, violation.row) not in seen:
            seen.add((violation.rule, violation.row))
            yield violation


# --- monotone ---------------------------------------------------------------------------------


def _monotone(found: list[Cell], known: Options) -> Iterator[Violation]:
    """More severe, later, worse or a riskier fact must never lower the level."""
    for word, lower, upper in _steps(found, known):
        if upper.level < lower.level:
            sentence = f"{lower} ({lower.row}). {upper} ({upper.row}). {word} must never be lower."
            yield Violation("monotone", sentence, upper.line.row if upper.line else None)


def _steps(found: list[Cell], known: Options) -> Iterator[tuple[str, Cell, Cell]]:
    """Give each pair of neighbouring cells, the one that must not be higher first."""
    yield from _along(found, "More severe", lambda c: c.severity, "severity")
    yield from _along(found, "Later", lambda c: c.at, "at")
    yield from _along(found, "Worse than last time", lambda c: c.worse, "worse")
    yield from _beside(found)
    for name in {name for cell in found for name, _ in cell.facts}:
        yield from _along(found, "A riskier fact", _risk(name, known[name]), f"fact:{name}")


def _beside(found: list[Cell]) -> Iterator[tuple[str, Cell, Cell]]:
    """Each pair of symptoms against the one alone; no pair is below another."""
    alone = {case_of(cell, "beside"): cell for cell in found if not cell.beside}
    for cell in found:
        if cell.beside:
            yield "One more symptom", alone[case_of(cell, "beside")], cell


def _risk(name: str, values: tuple[str, ...]) -> Callable[[Cell], int]:
    return lambda cell: values.index(dict(cell.facts)[name])


def _along(
    found: list[Cell], word: str, rank: Callable[[Cell], Any], left_out: str
) -> Iterator[tuple[str, Cell, Cell]]:
    groups: dict[object, list[Cell]] = defaultdict(list)
    for cell in found:
        groups[case_of(cell, left_out)].append(cell)
    for group in groups.values():
        for lower, upper in pairwise(sorted(group, key=rank)):
            yield word, lower, upper


# --- honest -----------------------------------------------------------------------------------


def _honest(found: list[Cell], table: Table) -> Iterator[Violation]:
    """Never calmer than what the patient was told about that symptom and its time."""
    for cell in found:
        least, reason = _least(cell, table)
        if cell.level < least:
            sentence = f"{cell} ({cell.row}), but {reason}: it must be at least `{LEVELS[least]}`."
            yield Violation("honest", sentence, cell.line.row if cell.line else None)


def _least(cell: Cell, table: Table) -> tuple[int, str]:
    """Give the lowest honest level of a cell, and why."""
    told = table.told[cell.symptom]
    if not told.named:
        return CONTACT, "the patient was told nothing about this symptom"
    if told.longest and cell.at >= seconds(told.longest, cell.shift):
        return CONTACT, f"the longest time that was told is {told.longest}"
    if told.inside is None:
        return _WATCH, "the patient was told no time for this symptom"
    if cell.at >= seconds(told.inside, cell.shift):
        return _WATCH, f"what is usual is over after {told.inside}"
    if cell.severity == _SEVERE:
        return _WATCH, "it is severe"
    return 0, ""


# --- reachable --------------------------------------------------------------------------------


def _unreached(protocol: Protocol, found: list[Cell]) -> Iterator[Violation]:
    """A row that decides no cell is dead: its author meant something that does not happen."""
    reached = {cell.line.row for cell in found if cell.line}
    for row in protocol.triage:
        if row.id not in reached:
            sentence = f"Row `{row.id}` decides nothing: earlier rows take each of its cases."
            yield Violation("reachable", sentence, str(row.id))
