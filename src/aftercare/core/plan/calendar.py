"""Spans of time in the patient's zone: hours elapse, days keep the wall-clock time.

Instants are whole seconds since 1970 in UTC, as storage has them. The zone of the treatment
decides calendar days. The trap: an aware datetime plus 24 hours is wall-clock arithmetic in
Python, and one day in UTC drifts over a change of clocks; so each kind has its own sum here.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from aftercare.core.protocol.length import Span

_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()


class Calendar:
    """The days of one zone. Safe to share between threads: it only remembers offsets."""

    __slots__ = ("_offsets", "zone")

    def __init__(self, zone: tzinfo) -> None:
        """Take a zone, such as ``ZoneInfo("Europe/London")``."""
        self.zone = zone
        self._offsets: dict[int, int | None] = {}

    def after(self, spans: tuple[Span, ...], start: int) -> list[int]:
        """Give the instants that lie each span after ``start``.

        A time that falls into a gap of the clocks shifts forward by the gap; of a time that
        comes twice the first is taken.
        """
        offset = datetime.fromtimestamp(start, self.zone).utcoffset()
        day, second = divmod(start + (offset.days * _DAY + offset.seconds if offset else 0), _DAY)
        offsets = self._offsets
        ends = []
        for span in spans:
            if span.unit == "hours":
                ends.append(start + span.count * 3600)
                continue
            then = day + span.count
            shift = offsets[then] if then in offsets else self._remember(then)
            ends.append(self._wall(then, second) if shift is None else then * _DAY + second - shift)
        return ends

    def _remember(self, day: int) -> int | None:
        """Give the offset of a whole day in seconds, or nothing if it changes that day."""
        date_ = date.fromordinal(day + _EPOCH)
        times = (time(0), time(12), time(23, 59, 59, fold=1))
        found = {_seconds(datetime.combine(date_, at, self.zone)) for at in times}
        self._offsets[day] = found.pop() if len(found) == 1 else None
        return self._offsets[day]

    def _wall(self, day: int, second: int) -> int:
        local = datetime.combine(date.fromordinal(day + _EPOCH), time(0)) + timedelta(0, second)
        return int(local.replace(tzinfo=self.zone, fold=0).timestamp())


def _seconds(moment: datetime) -> int:
    offset = moment.utcoffset()
    return offset.days * _DAY + offset.seconds if offset else 0


@lru_cache(maxsize=1024)
def calendar(zone: tzinfo) -> Calendar:
    """Give the calendar of a zone, the same one each time."""
    return Calendar(zone)
