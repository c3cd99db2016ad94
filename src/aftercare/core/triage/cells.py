"""Every cell of a decision table: symptom, severity, time, trend and facts, with its level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct

from aftercare.core.problems import listed
from aftercare.core.protocol.length import Span
from aftercare.core.protocol.model import LEVELS
from aftercare.core.protocol.scalars import SEVERITIES
from aftercare.core.triage.table import CONTACT, Known, Line, Table, decide

SHIFTS = (0, -1800, 1800, -3600, 3600, -7200, 7200)
"""Seconds by which days can differ from 24 hours each, in any zone that changes its clocks."""


class Cell(Struct, frozen=True):
    """One case: ``at`` in seconds since the treatment, facts as one value each.

    ``beside`` is another symptom reported with it, where a row over pairs looks for one.
    """

    symptom: str
    severity: int
    at: int
    worse: bool
    facts: tuple[tuple[str, str], ...]
    shift: int
    beside: str
    line: Line | None

    @property
    def level(self) -> int:
        """The level's number; what no row covers is `contact`."""
        return self.line.level if self.line else CONTACT

    @property
    def row(self) -> str:
        """The row's name, for a sentence."""
        return f"row `{self.line.row}`" if self.line else "no row"

    def __str__(self) -> str:
        """Say the case as a clinician would."""
        facts = listed(f"{name.replace('_', ' ')} {value}" for name, value in self.facts)
        beside = f" beside {self.beside}" if self.beside else ""
        said = f"{SEVERITIES[self.severity].capitalize()} {self.symptom}{beside}, {when(self.at)}"
        said += ", worse than last time" if self.worse else ""
        return said + (f", with {facts}" if self.facts else "") + f", is `{LEVELS[self.level]}`"


def when(seconds: int) -> str:
    """Say a time since the treatment in whole hours or days, with minutes where they count."""
    if seconds == 0:
        return "right after the treatment"
    hours, rest = divmod(seconds, 3600)
    if rest:
        return f"{seconds / 3600:.2f} hours after the treatment"
    days, over = divmod(hours, 24)
    counted = f"{days} days" if days > 2 and not over else f"{hours} hours"
    return f"{counted} after the treatment"


def case_of(cell: Cell, left_out: str) -> tuple[object, ...]:
    """Give a cell's dimensions without one of them: a field's name, or ``fact:`` and a fact's."""
    fields = ("symptom", "shift", "severity", "at", "worse", "beside")
    kept = tuple(getattr(cell, name) for name in fields if name != left_out)
    return (*kept, tuple(pair for pair in cell.facts if f"fact:{pair[0]}" != left_out))


def instants(table: Table, symptom: str, shift: int) -> list[int]:
    """Give one instant for each band of time in which nothing can change for a symptom."""
    ends = ends_of(table, shift)
    lines = table.lines[symptom] + table.pairs[symptom]
    told = table.told[symptom]
    times = {ends[line.after] for line in lines} | {0}
    for span in (told.usual, told.inside, told.longest):
        if span:
            times.add(seconds(span, shift))
    return sorted(times)


def ends_of(table: Table, shift: int) -> list[int]:
    """Resolve the table's spans for a clock that changes by ``shift`` seconds."""
    return [seconds(span, shift) for span in table.spans]


def seconds(span: Span, shift: int) -> int:
    """Give a span in seconds; days feel a change of clocks, hours do not."""
    return span.hours * 3600 + (shift if span.unit == "days" else 0)


def cells(table: Table, options: dict[str, tuple[str, ...]]) -> Iterator[Cell]:
    """Give every cell; ``options`` are the values of each fact, riskier last.

    Several symptoms take the highest of their levels by construction, so that only a row over
    pairs can see a second one; its cells are given for each symptom it names.
    """
    for shift, symptom in product(SHIFTS, table.lines):
        ends = ends_of(table, shift)
        dimensions = product(
            (1, 2, 3),
            instants(table, symptom, shift),
            (False, True),
            fact_cases(table, options),
            _others(table, symptom),
        )
        for severity, at, worse, facts, beside in dimensions:
            known: Known = {name: frozenset({value}) for name, value in facts}
            reported = frozenset({symptom, beside} - {""})
            line = decide(table, symptom, severity, at, ends, worse, reported, known)
            yield Cell(symptom, severity, at, worse, facts, shift, beside, line)


def _others(table: Table, symptom: str) -> tuple[str, ...]:
    """Give the symptoms that a row over pairs looks for beside this one; none comes first."""
    named = {name for line in table.pairs[symptom] for name in line.together_with}
    return ("", *sorted(named - {symptom}))


def fact_cases(
    table: Table, options: dict[str, tuple[str, ...]]
) -> Iterator[tuple[tuple[str, str], ...]]:
    """Give every combination of the facts that the table uses; one empty case if none."""
    for values in product(*(options[name] for name in table.facts)):
        yield tuple(zip(table.facts, values, strict=True))
