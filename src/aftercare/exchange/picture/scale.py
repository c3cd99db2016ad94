"""Days -> x: fifteen columns, from the day of a treatment to the same day two weeks later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from aftercare.core.plan.dated import Plan

WIDE, MARGIN, FIRST, LAST = 1200.0, 40.0, 448.0, 1124.0
EDGE = WIDE - MARGIN
DAYS = 15
COLUMN = (LAST - FIRST) / DAYS
TWO_WEEKS = 14


class Scale(NamedTuple):
    """The days shown, in one zone, and where the line of today stands (or nothing)."""

    first: date
    zone: tzinfo
    at: int

    def x(self, instant: int) -> float:
        """Give an instant's place by the wall clock; it may lie outside the days shown."""
        local = datetime.fromtimestamp(instant, self.zone)
        seconds = (local.hour * 60 + local.minute) * 60 + local.second
        days = (local.date() - self.first).days + seconds / 86_400
        return FIRST + days * COLUMN

    def within(self, instant: int) -> float:
        """Give an instant's place, held inside the days shown."""
        return min(max(self.x(instant), FIRST), LAST)

    def shows(self, instant: int) -> bool:
        """Tell whether an instant lies in the days shown."""
        return FIRST <= self.x(instant) < LAST

    @property
    def today(self) -> float | None:
        """Where today's line stands, if today is one of the days."""
        return self.x(self.at) if self.shows(self.at) else None

    def days(self) -> list[date]:
        """List the days shown."""
        return [self.first + timedelta(days=number) for number in range(DAYS)]


def scale(plans: Sequence[Plan]) -> Scale:
    """Begin with the first treatment whose two weeks are not over yet, or else with the last."""
    zone, at = plans[0].treatment.zone, plans[0].at
    starts = sorted(datetime.fromtimestamp(plan.treatment.at, zone).date() for plan in plans)
    today = datetime.fromtimestamp(at, zone).date()
    running = [day for day in starts if (today - day).days <= TWO_WEEKS]
    return Scale((running or starts[-1:])[0], zone, at)
