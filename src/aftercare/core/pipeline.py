"""The whole story on one screen: bytes -> protocol -> checked -> compiled -> plan, answer, triage.

A protocol is loaded, checked and compiled once. What a ``Compiled`` says never changes afterwards
(it only remembers what was asked of it), so any number of threads may use it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aftercare.core.check import check
from aftercare.core.checkin.reports import Report
from aftercare.core.plan.ask.answer import ask
from aftercare.core.plan.ask.lexicon import Lexicon, compile_lexicon
from aftercare.core.plan.compiled import Schedule, compile_schedule
from aftercare.core.plan.dated import Plan, Treatment, make_plan
from aftercare.core.plan.overview import overview
from aftercare.core.problems import Problem, errors
from aftercare.core.protocol.load import Loaded, load
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.vocabulary import Vocabulary
from aftercare.core.triage.table import Table, compile_table, triage


class Compiled(Struct, frozen=True):
    """A protocol ready for use: its schedule, its words and its decision table."""

    protocol: Protocol
    sha256: str
    schedule: Schedule
    lexicon: Lexicon
    table: Table


def read(data: bytes, file: str, vocabulary: Vocabulary) -> tuple[Loaded | None, list[Problem]]:
    """Load and check a protocol; everything that is wrong comes back at once."""
    loaded, problems = load(data, file)
    return loaded, problems + (check(loaded, vocabulary) if loaded else [])


def compile_protocol(loaded: Loaded, vocabulary: Vocabulary) -> Compiled:
    """Compile a protocol in which no errors were found."""
    return Compiled(
        loaded.protocol,
        loaded.sha256,
        compile_schedule(loaded.protocol, loaded.sha256),
        compile_lexicon(vocabulary, loaded.protocol),
        compile_table(loaded.protocol),
    )


def open_protocol(
    data: bytes, file: str, vocabulary: Vocabulary
) -> tuple[Compiled | None, list[Problem]]:
    """From bytes to a compiled protocol, or nothing where there are errors."""
    loaded, problems = read(data, file, vocabulary)
    if loaded is None or errors(problems):
        return None, problems
    return compile_protocol(loaded, vocabulary), problems


def plan(
    schedule: Schedule, treatments: Sequence[Treatment], at: int, reports: Sequence[Report] = ()
) -> list[Plan]:
    """Date a course: one plan a treatment; ``overview`` and ``ask`` take the strictest."""
    return [make_plan(schedule, treatment, at, reports) for treatment in treatments]


__all__ = [
    "Compiled",
    "ask",
    "compile_protocol",
    "open_protocol",
    "overview",
    "plan",
    "read",
    "triage",
]
