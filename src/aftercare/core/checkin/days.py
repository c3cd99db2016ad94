"""When a check-in is asked, and when its silence counts: a day that has passed without one."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from aftercare.core.protocol.model import Protocol


class Rhythm(Struct, frozen=True):
    """Which days of aftercare are asked about, and what was answered on which day."""

    asked: tuple[int, ...]
    answered: frozenset[int]

    def due(self, today: int) -> bool:
        """Tell whether today's check-in is asked for and not yet made."""
        return today in self.asked and today not in self.answered

    def missed(self, today: int) -> tuple[int, ...]:
        """Give the days that passed in silence since the last answer; silence is never "fine"."""
        last = max((day for day in self.answered if day <= today), default=-1)
        return tuple(day for day in self.asked if last < day < today)

    def next(self, today: int) -> int | None:
        """Give the next day that is asked about, today's included."""
        waiting = (day for day in self.asked if day >= today and day not in self.answered)
        return next(waiting, None)


def rhythm(protocol: Protocol, answered: Iterable[int]) -> Rhythm:
    """Read from a protocol the days it asks about."""
    return Rhythm(tuple(map(int, protocol.questions.days)), frozenset(answered))
