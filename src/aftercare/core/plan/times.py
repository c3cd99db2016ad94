"""Times as people type them -> instants; what a change of clocks makes unclear is refused."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo

from aftercare.core.problems import Problem

_WRITTEN = re.compile(
    r"(\d{4})-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?"
)
_YEARS = range(1970, 2200)
_HELP = "Write it as 2026-11-19T14:30, or with an offset as 2026-11-19T14:30+00:00."
MOST_HOURS = 10 * 366 * 24


def read_time(text: str, zone: tzinfo) -> tuple[int, Problem | None]:
    """Read ISO 8601 as an instant (seconds, UTC); without an offset it is local in the zone.

    A local time that falls into a gap of the clocks, or comes twice, is refused: an offset
    resolves it.
    """
    match = _WRITTEN.fullmatch(text.strip())
    try:
        moment = datetime.fromisoformat(text.strip()) if match else None
    except ValueError:
        moment = None
    if moment is None:
        return 0, Problem("T101", f"`{text[:60]}` is not a time.", _HELP)
    if moment.year not in _YEARS:
        message = f"`{text[:60]}` is not between the years {_YEARS[0]} and {_YEARS[-1]}."
        return 0, Problem("T106", message, _HELP)
    if moment.tzinfo is not None:
        return int(moment.timestamp()), None
    unclear = _unclear(moment, zone)
    return (0, unclear) if unclear else (int(moment.replace(tzinfo=zone).timestamp()), None)


def _unclear(moment: datetime, zone: tzinfo) -> Problem | None:
    first = moment.replace(tzinfo=zone, fold=0)
    second = moment.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return None
    there = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    said = f"{moment:%H:%M} on {moment.day} {moment:%B %Y}"
    examples = " or ".join(f"{at.isoformat(timespec='minutes')}" for at in (first, second))
    if there != moment:
        message = f"{said} does not exist in {zone}: the clocks go forward over it."
        return Problem(
            "T102", message, "Look at the clock again, or write the time with its offset."
        )
    message = f"{said} comes twice in {zone}: the clocks go back over it."
    return Problem("T103", message, f"Write which one: {examples}.")


def read_hours(hours: object) -> tuple[int, Problem | None]:
    """Read hours since the treatment as whole seconds; a day counts 24 of them."""
    if isinstance(hours, bool) or not isinstance(hours, int | float):
        return 0, Problem("T105", "`after_h` is not a number.", "Write hours such as 30 or 1.5.")
    if not hours >= 0:  # also true of "not a number"
        message = f"`after_h` is {hours}; it counts forward from the treatment."
        return 0, Problem("T105", message, "Write 0 or more hours.")
    if hours > MOST_HOURS:
        message = "`after_h` is more than ten years; that is no aftercare."
        return 0, Problem("T105", message, f"Write at most {MOST_HOURS} hours.")
    return int(hours * 3600), None
