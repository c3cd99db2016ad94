"""Protocol + person + treatment -> dated clauses, each in exactly one state at any instant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, tzinfo
from typing import Literal, NamedTuple

from msgspec import Struct

from aftercare.core.checkin.reports import Report
from aftercare.core.plan.calendar import calendar
from aftercare.core.plan.compiled import NEVER, Clause, Ending, Schedule, Selection
from aftercare.core.protocol.facts import Facts

State = Literal["upcoming", "active", "waiting", "easing", "ended", "standing"]
STRICTNESS: dict[State, int] = {
    "standing": 5,
    "active": 4,
    "waiting": 3,
    "easing": 2,
    "upcoming": 1,
    "ended": 0,
}


_CLOSING = {"none", "yes"}


class Treatment(Struct, frozen=True):
    """When it was done (seconds since 1970, UTC), in which zone, to whom."""

    at: int
    facts: Facts
    zone: tzinfo = UTC


class Dated(NamedTuple):
    """A window with its instants (seconds, UTC) and its state.

    ``earliest`` and ``latest`` are nothing where only a condition ends it or no end is given;
    ``latest`` is nothing where no end is promised. ``tail`` is when easing is over.
    """

    starts: int
    earliest: int | None
    latest: int | None
    tail: int | None
    until: Ending | None
    state: State


class Plan(Struct, frozen=True):
    """One person's plan for one treatment, as it stands at an instant."""

    schedule: Schedule
    treatment: Treatment
    at: int
    selection: Selection
    dated: tuple[Dated, ...]

    def of(self, clause: Clause) -> Dated:
        """Give a clause's dates."""
        return self.dated[clause.window]


def make_plan(
    schedule: Schedule, treatment: Treatment, at: int, reports: Sequence[Report] = ()
) -> Plan:
    """Date every clause for one treatment and give its state at the instant ``at``.

    ``reports`` may hold those of the whole course, in any order: what came before the treatment
    or after ``at`` does not count.
    """
    ends = calendar(treatment.zone).after(schedule.spans, treatment.at)
    closed = closed_endings(schedule.endings, ends, treatment.at, at, reports)
    dated = []
    for window in schedule.windows:
        starts, until = ends[window.start], window.until
        if until != NEVER:
            state: State = "upcoming" if at < starts else "ended" if closed[until] else "waiting"
            dated.append(Dated(starts, None, None, None, schedule.endings[until], state))
            continue
        if window.least == NEVER:
            state = "upcoming" if at < starts else "standing"
            dated.append(Dated(starts, None, None, None, None, state))
            continue
        earliest, tail = ends[window.least], ends[window.tail]
        latest = ends[window.most] if window.most != NEVER else None
        state = state_at(at, starts, earliest, tail)
        dated.append(Dated(starts, earliest, latest, tail, None, state))
    return Plan(schedule, treatment, at, schedule.select(treatment.facts), tuple(dated))


def state_at(at: int, starts: int, earliest: int, tail: int) -> State:
    """Give the state that the clock alone decides."""
    if at < starts:
        return "upcoming"
    if at < earliest:
        return "active"
    return "easing" if at < tail else "ended"


def closed_endings(
    endings: Sequence[Ending], ends: Sequence[int], treated: int, at: int, reports: Sequence[Report]
) -> list[bool]:
    """Tell of each condition whether the reports have closed it.

    A later report re-opens it, but only inside the longest time that was told.
    """
    if not reports:
        return [False] * len(endings)
    counted = sorted((r for r in reports if treated <= r.at <= at), key=_order)
    return [_closed(ending, ends, counted) for ending in endings]


def _order(report: Report) -> tuple[int, bool]:
    """By time; of two reports of the same second the one that keeps it open comes last."""
    return report.at, report.value not in _CLOSING


def _closed(ending: Ending, ends: Sequence[int], reports: Iterable[Report]) -> bool:
    closed = False
    for report in reports:
        if report.name not in (ending.id, ending.symptom):
            continue
        if report.value in _CLOSING:
            closed = True
        elif ending.longest == NEVER or report.at < ends[ending.longest]:
            closed = False
    return closed
