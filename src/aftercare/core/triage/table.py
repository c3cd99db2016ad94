"""The decision table: symptoms, severity, elapsed time, trend and facts -> a level and its row.

The first row that fits a symptom gives its level; what no row covers is `contact`. Several
symptoms take the highest of their levels, and rows over pairs (`together-with`) only raise it.
A fact that is unknown takes the highest level of its possible values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from msgspec import Struct

from aftercare.core.plan.calendar import calendar
from aftercare.core.plan.dated import Treatment
from aftercare.core.protocol.facts import Condition, compile_when, may_apply
from aftercare.core.protocol.length import Span
from aftercare.core.protocol.model import LEVELS, Level, Protocol, Row
from aftercare.core.protocol.scalars import SEVERITIES
from aftercare.core.triage.told import Told, told

CONTACT = LEVELS.index("contact")
NOT_COVERED = "not-covered"
NOTHING_REPORTED = "nothing-reported"

Known = Mapping[str, frozenset[str]]


class Line(Struct, frozen=True):
    """A row as it holds for one symptom: its ``after`` is the number of a span."""

    row: str
    level: int
    least: int
    most: int
    after: int
    worse: bool
    together_with: frozenset[str]
    when: Condition
    clauses: tuple[str, ...]


class Table(Struct, frozen=True):
    """The compiled table. Never changed, so any number of threads may use it."""

    lines: dict[str, tuple[Line, ...]]
    pairs: dict[str, tuple[Line, ...]]
    about: dict[str, tuple[str, ...]]
    told: dict[str, Told]
    spans: tuple[Span, ...]
    facts: tuple[str, ...]


class Judged(Struct, frozen=True):
    """A level with the symptom and the row that gave it, and the clauses to quote."""

    level: Level
    row: str
    symptom: str | None
    clauses: tuple[str, ...]


def compile_table(protocol: Protocol) -> Table:
    """Compile the triage rows of a checked protocol."""
    known = {str(symptom): told(protocol, symptom) for symptom in protocol.symptoms}
    about = {symptom: _about(protocol, symptom) for symptom in known}
    spans: dict[Span, int] = {Span("hours", 0): 0}
    lines: dict[str, list[Line]] = {symptom: [] for symptom in known}
    for row in protocol.triage:
        for symptom in row.symptom:
            if symptom in lines and (after := _after(row, known[symptom])):
                number = spans.setdefault(after, len(spans))
                lines[symptom].append(_line(row, number, protocol, about[symptom]))
    single = {s: tuple(line for line in lines[s] if not line.together_with) for s in lines}
    pairs = {s: tuple(line for line in lines[s] if line.together_with) for s in lines}
    used = sorted({name for found in lines.values() for line in found for name, _ in line.when})
    return Table(single, pairs, about, known, tuple(spans), tuple(used))


def _after(row: Row, known: Told) -> Span | None:
    """From when a row holds; nothing where it names a time that was never told."""
    if row.after is None:
        return Span("hours", 0)
    if isinstance(row.after, str):
        return known.usual if row.after == "usually" else known.longest
    return row.after.least


def _line(row: Row, after: int, protocol: Protocol, about: tuple[str, ...]) -> Line:
    return Line(
        str(row.id),
        LEVELS.index(row.level),
        row.severity.least,
        row.severity.most,
        after,
        row.trend == "worse",
        frozenset(map(str, row.together_with)),
        compile_when(row.when, protocol.facts),
        tuple(map(str, row.quote)) or about,
    )


def _about(protocol: Protocol, symptom: str) -> tuple[str, ...]:
    """The clauses to quote about a symptom: reactions, the one that governs first; or the risks."""
    usual = told(protocol, symptom).usual
    reactions = [r for r in protocol.reactions if symptom in r.symptom]
    reactions.sort(key=lambda r: not (r.usually and r.usually.least == usual))
    if reactions:
        return tuple(str(reaction.id) for reaction in reactions)
    return tuple(str(risk.id) for risk in protocol.risks if symptom in risk.symptom)


def triage(
    table: Table,
    treatment: Treatment,
    at: int,
    symptoms: Mapping[str, str],
    before: Mapping[str, str] | None = None,
) -> Judged:
    """Judge a check-in's symptoms (name -> severity) at the instant ``at``.

    Of symptoms of one level the most severe is named, then the first of the protocol.
    ``before`` holds the severities of the last check-in, from which the trend follows. Names and
    severities must be declared ones; see ``read_symptoms``.
    """
    ends = calendar(treatment.zone).after(table.spans, treatment.at)
    known = dict(treatment.facts)
    present = [(name, SEVERITIES.index(symptoms[name])) for name in table.lines if name in symptoms]
    reported = frozenset(name for name, severity in present if severity)
    best, found = (-1, 0), None
    for name, severity in present:
        if severity:
            worse = before is not None and severity > SEVERITIES.index(before.get(name, "none"))
            line = decide(table, name, severity, at, ends, worse, reported, known)
            level = line.level if line else CONTACT
            if (level, severity) > best:
                best, found = (level, severity), _judged(table, name, level, line)
    return found or Judged("expected", NOTHING_REPORTED, None, ())


def _judged(table: Table, symptom: str, level: int, line: Line | None) -> Judged:
    if line is None:
        return Judged(LEVELS[level], NOT_COVERED, symptom, table.about.get(symptom, ()))
    return Judged(LEVELS[level], line.row, symptom, line.clauses)


def decide(  # noqa: PLR0913, PLR0917 - these are the table's dimensions
    table: Table,
    symptom: str,
    severity: int,
    at: int,
    ends: list[int],
    worse: bool,
    reported: frozenset[str],
    known: Known,
) -> Line | None:
    """Give the line that decides one symptom, or nothing where no row covers it."""
    lines = table.lines[symptom]
    fits = [x for x in lines if x.least <= severity <= x.most and at >= ends[x.after]]
    if not worse:
        fits = [line for line in fits if not line.worse]
    line = _first(fits, known) if any(x.when for x in fits) else fits[0] if fits else None
    for pair in table.pairs[symptom]:
        if (
            pair.level > (line.level if line else CONTACT)
            and pair.least <= severity <= pair.most
            and at >= ends[pair.after]
            and (worse or not pair.worse)
            and pair.together_with & (reported - {symptom})
            and may_apply(pair.when, known)
        ):
            line = pair
    return line


def _first(lines: list[Line], known: Known) -> Line | None:
    """The first line that fits, the highest over all that unknown facts may be."""
    firsts = [_fitting(lines, case) for case in cases(lines, known)]
    best = max((line for line in firsts if line), key=lambda line: line.level, default=None)
    if best and (best.level >= CONTACT or None not in firsts):
        return best
    return None  # for some value no row fits, and that is `contact`


def _fitting(lines: list[Line], case: Known) -> Line | None:
    return next((line for line in lines if may_apply(line.when, case)), None)


def cases(lines: list[Line], known: Known) -> Iterator[Known]:
    """Give every case that the facts used by these lines may be, one value each."""
    names = sorted({name for line in lines for name, _ in line.when})
    for values in product(*(sorted(known[name]) for name in names)):
        yield {name: frozenset({value}) for name, value in zip(names, values, strict=True)}
