"""Days of aftercare: day 0 is the treatment's own, counted on the calendar where it was done."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo


def local_date(instant: int, zone: tzinfo) -> date:
    """Give the calendar day of an instant (seconds, UTC) in a zone."""
    return datetime.fromtimestamp(instant, zone).date()


def day_number(treated: int, at: int, zone: tzinfo) -> int:
    """Give the day of aftercare: 0 on the treatment's day, 1 on the next; negative before it."""
    return (local_date(at, zone) - local_date(treated, zone)).days


def begins(treated: int, day: int, zone: tzinfo) -> int:
    """Give the instant at which a day of aftercare begins: midnight, moved out of a gap."""
    date_ = local_date(treated, zone) + timedelta(days=day)
    return int(datetime.combine(date_, time(), zone).timestamp())
