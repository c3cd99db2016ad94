"""A checked protocol made ready for plans: spans, windows and clauses by number.

Compiled once and never changed, so any number of threads may use it. Clauses that begin and
end alike share one window, which is then dated once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from aftercare.core.protocol.facts import Condition, Facts, compile_when, may_apply
from aftercare.core.protocol.length import Length, Span
from aftercare.core.protocol.model import Advice, Protocol, Reaction, Risk, Text

Kind = Literal["avoid", "do", "careful", "reaction", "risk"]
_TREATMENT = Span("hours", 0)
NEVER = -1


class Window(Struct, frozen=True):
    """When clauses begin and end: numbers of spans; ``NEVER`` where there is none.

    ``tail`` is where easing is over: the latest end, or a week past an `at least`.
    """

    start: int
    least: int
    most: int
    tail: int
    until: int


class Clause(Struct, frozen=True):
    """One clause as the plan needs it, with the number of its window."""

    id: str
    kind: Kind
    activities: tuple[str, ...]
    text: Text
    source: tuple[str, ...]
    window: int
    when: Condition
    length: Length | None = None
    exception: Text = {}
    easing: Text = {}
    afterwards: Text = {}
    because: Text = {}
    symptoms: tuple[str, ...] = ()


class Ending(Struct, frozen=True):
    """A condition: what closes it, and the span after which it cannot re-open."""

    id: str
    text: Text
    symptom: str | None
    longest: int


class Selection(Struct, frozen=True):
    """The clauses that hold for one person, and where each activity stands in them."""

    clauses: tuple[Clause, ...]
    by_activity: dict[str, tuple[Clause, ...]]


class Schedule(Struct, frozen=True):
    """All that a plan is computed from; only ``chosen`` grows, remembering people alike."""

    protocol: Protocol
    sha256: str
    clauses: tuple[Clause, ...]
    spans: tuple[Span, ...]
    windows: tuple[Window, ...]
    endings: tuple[Ending, ...]
    chosen: dict[Facts, Selection]

    def select(self, facts: Facts) -> Selection:
        """Give the clauses that may apply to a person; remembered, as people are alike."""
        found = self.chosen.get(facts)
        if found is None:
            known = dict(facts)
            found = _selection(c for c in self.clauses if may_apply(c.when, known))
            if len(self.chosen) < 10_000:  # a bound, so that hostile facts cannot fill memory
                self.chosen[facts] = found
        return found


def compile_schedule(protocol: Protocol, sha256: str) -> Schedule:
    """Compile a protocol without errors; one with errors must not come here."""
    numbers = _Numbers()
    order = {str(name): index for index, name in enumerate(protocol.conditions)}
    clauses = tuple(_clauses(protocol, numbers, order))
    endings = tuple(_endings(protocol, numbers))
    return Schedule(
        protocol, sha256, clauses, tuple(numbers.spans), tuple(numbers.windows), endings, {}
    )


class _Numbers:
    """Gives each span and each window one number."""

    def __init__(self) -> None:
        self.spans: dict[Span, int] = {_TREATMENT: 0}
        self.windows: dict[Window, int] = {}

    def span(self, span: Span | None) -> int:
        return NEVER if span is None else self.spans.setdefault(span, len(self.spans))

    def window(self, begins: Length | None, length: Length | None, until: int = NEVER) -> int:
        start = self.span(begins.least if begins else _TREATMENT)
        if length is None:
            window = Window(start, NEVER, NEVER, NEVER, until)
        else:
            tail = length.most or length.least.plus_week()
            ends = (self.span(length.least), self.span(length.most), self.span(tail))
            window = Window(start, *ends, until)
        return self.windows.setdefault(window, len(self.windows))


def _clauses(protocol: Protocol, numbers: _Numbers, order: dict[str, int]) -> Iterable[Clause]:
    for advice in protocol.advice:
        yield _advice(advice, protocol, numbers, order)
    for reaction in protocol.reactions:
        yield _reaction(reaction, protocol, numbers)
    for risk in protocol.risks:
        yield _risk(risk, protocol, numbers)


def _advice(advice: Advice, protocol: Protocol, numbers: _Numbers, order: dict[str, int]) -> Clause:
    until = order[advice.until] if advice.until else NEVER
    length = advice.length
    return Clause(
        id=str(advice.id),
        kind=advice.verb,
        activities=tuple(map(str, advice.activities)),
        text=advice.text,
        source=tuple(map(str, advice.source)),
        window=numbers.window(advice.begins, length, until),
        when=compile_when(advice.when, protocol.facts),
        length=length or advice.usually,
        exception=advice.exception,
        easing=advice.easing,
        afterwards=advice.afterwards,
        because=advice.because,
    )


def _reaction(reaction: Reaction, protocol: Protocol, numbers: _Numbers) -> Clause:
    return Clause(
        id=str(reaction.id),
        kind="reaction",
        activities=(),
        text=reaction.text,
        source=tuple(map(str, reaction.source)),
        window=numbers.window(None, told(reaction)),
        when=compile_when(reaction.when, protocol.facts),
        length=reaction.usually,
        symptoms=tuple(map(str, reaction.symptom)),
    )


def _risk(risk: Risk, protocol: Protocol, numbers: _Numbers) -> Clause:
    return Clause(
        id=str(risk.id),
        kind="risk",
        activities=(),
        text=risk.text,
        source=tuple(map(str, risk.source)),
        window=numbers.window(None, None),
        when=compile_when(risk.when, protocol.facts),
        symptoms=tuple(map(str, risk.symptom)),
    )


def told(reaction: Reaction) -> Length | None:
    """Give a reaction's whole length: from the earliest usual end to the longest told."""
    usual, longer = reaction.usually, reaction.longer_for_some
    if usual is None or longer is None:
        return usual or longer
    return Length("between", usual.least, longer.most, f"{usual.written}, or {longer.written}")


def _endings(protocol: Protocol, numbers: _Numbers) -> Iterable[Ending]:
    for name, condition in protocol.conditions.items():
        closing = condition.closed_by
        symptom = None if isinstance(closing, str) else str(next(iter(closing), "")) or None
        longest = _longest(protocol, str(name), symptom)
        yield Ending(str(name), condition.text, symptom, numbers.span(longest))


def _longest(protocol: Protocol, condition: str, symptom: str | None) -> Span | None:
    """The longest time that was told for a condition or for the symptom that closes it."""
    lengths = [a.usually for a in protocol.advice if a.until == condition]
    lengths += [told(r) for r in protocol.reactions if symptom in r.symptom]
    ends = [length.most for length in lengths if length]
    if None in ends:
        return None  # one of them promises no end
    return max((end for end in ends if end), key=lambda span: span.hours, default=None)


def _selection(clauses: Iterable[Clause]) -> Selection:
    chosen = tuple(clauses)
    names = {name for clause in chosen for name in clause.activities}
    by_activity = {n: tuple(c for c in chosen if n in c.activities) for n in sorted(names)}
    return Selection(chosen, by_activity)
