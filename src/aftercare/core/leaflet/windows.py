"""A length's end -> the two bounds of a draft's window, in hours from the treatment.

A window says when something ends: not before ``min_hours``, not after ``max_hours``. The five
ends of the language map to it one way, with loss: `about` becomes the bare figure, and days
become 24 hours each. Nothing else may do this arithmetic, and nothing is turned back: what
dates a patient's plan is the length as written.
"""

from __future__ import annotations

import math

from msgspec import Struct

from aftercare.core.protocol.length import Length

HOURS = {
    "minute": 1 / 60,
    "hour": 1.0,
    "day": 24.0,
    "week": 168.0,
    "fortnight": 336.0,
    "month": 720.0,
    "year": 8760.0,
}


class Window(Struct, frozen=True):
    """Bounds, in hours after the treatment, of when something ends; ``None`` is no bound.

    ``unit`` is the source's: `hour`, `day`, `week`, `month` or `year`.
    """

    min_hours: float | None
    max_hours: float | None
    start_hours: float | None = None
    unit: str = "day"

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Both bounds, without the start."""
        return self.min_hours, self.max_hours


def fixed(hours: float, start: float | None = None) -> Window:
    """`7 days`, `about 7 days`: ends then."""
    return Window(hours, hours, start)


def between(least: float, most: float) -> Window:
    """`2 to 5 days`: ends somewhere between the two."""
    return Window(min(least, most), max(least, most))


def at_least(hours: float) -> Window:
    """`at least 3 days`: no end is promised."""
    return Window(hours, None)


def up_to(hours: float) -> Window:
    """`up to 2 weeks`, `the rest of the day`: ends at the latest then."""
    return Window(None, hours)


def starting(hours: float) -> Window:
    """`from day 6`, `after 24 hours`: begins then, without an end."""
    return Window(hours, None, hours)


def numbered_days(first: int, last: int, unit: float = 24.0) -> Window:
    """`Days 2–7`: the first day begins at hour 0 and ends at hour 24."""
    ends = max(last, 1) * unit
    begins = max(first - 1, 0) * unit
    return Window(ends, ends, begins or None)


def later(a: Window | None, b: Window | None) -> Window | None:
    """Join two windows so that neither is cut short: an open end stays open."""
    if a is None or b is None:
        return a or b
    leasts = [each for each in (a.min_hours, b.min_hours) if each is not None]
    most = None
    if a.max_hours is not None and b.max_hours is not None:
        most = max(a.max_hours, b.max_hours)
    unit = a.unit if a.unit == b.unit else "hour"
    return Window(max(leasts, default=None), most, a.start_hours or b.start_hours, unit)


def as_length(window: Window) -> str | None:
    """Write a window as a protocol's length, in the source's unit; ``None`` where it has none.

    A month is written as 31 days and a year as 366: an end is never earlier than the words.
    """
    least, most = (_counted(hours, window.unit) for hours in window.bounds)
    if least is None and most is None:
        return None
    if window.max_hours is None:
        return f"at least {least}" if least else None
    if window.min_hours is None:
        return f"up to {most}" if most else None
    if not least or not most:
        return None
    return most if least == most else _range(least, most)


def _range(least: str, most: str) -> str:
    """Say a unit once: `1 to 3 days`."""
    (low, unit), (_, other) = least.split(), most.split()
    return f"{low if unit.rstrip('s') == other.rstrip('s') else least} to {most}"


def as_start(window: Window) -> str | None:
    """Write when a window begins as a protocol's length."""
    return _counted(window.start_hours, window.unit) if window.start_hours else None


def is_exact(window: Window) -> bool:
    """Tell whether a length can be written without counting months or years in days."""
    return window.unit not in {"month", "year"}


def _counted(hours: float | None, unit: str) -> str | None:
    if hours is None or hours < 1:
        return None
    whole = {
        "minute": ("hour", HOURS["hour"]),  # rounded up: an end is never earlier
        "month": ("day", HOURS["month"] / 31),
        "year": ("day", HOURS["year"] / 366),
    }
    name, each = whole.get(unit, (unit, HOURS.get(unit, 24.0)))
    if unit not in {"month", "year"} and hours % each:
        name, each = ("day", 24.0) if hours % 24 == 0 else ("hour", 1.0)
    count = math.ceil(hours / each - 1e-6)
    return f"{count} {name}{'s' if count != 1 else ''}"


def of_length(length: Length) -> Window:
    """Give the window of a protocol's length."""
    least = float(length.least.hours)
    if length.most is None:
        return at_least(least)
    if length.end == "up to":
        return up_to(least)
    return between(least, float(length.most.hours))
