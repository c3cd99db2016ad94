"""How long: the five ends a length can have, written as people write them.

``7 days`` is fixed, ``2 to 5 days`` lies between two bounds, ``at least 3 days`` promises no
end, ``about 14 days`` is fixed but said as approximate, ``up to 2 days`` ends then at the
latest. The unit of the source is kept: hours are elapsed hours, days end at the same wall-clock
time in the patient's zone.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar, Literal

from msgspec import Struct

from aftercare.core.problems import Unreadable

Unit = Literal["hours", "days"]
End = Literal["fixed", "between", "at least", "about", "up to"]

LONGEST_DAYS = 3_660
WEEK = 7

_SPAN = r"(?P<{0}>\d{{1,5}})(?: (?P<{0}_unit>hours?|days?|weeks?))?"
_WRITTEN = re.compile(
    r"(?P<how>at least |about |up to |within )?"
    + _SPAN.format("least")
    + r"(?: to "
    + _SPAN.format("most")
    + r")?"
)
_SHAPE = (
    r"^((at least|about|up to|within) )?[0-9]+( (hours?|days?|weeks?))?"
    r"( to [0-9]+)? (hours?|days?|weeks?)$"
)
_HELP = (
    "Write a length such as `72 hours`, `7 days`, `2 to 5 days`, `at least 3 days`, "
    "`about 14 days` or `up to 2 days`."
)


class Span(Struct, frozen=True, order=True):
    """A whole number of elapsed hours or of calendar days."""

    unit: Unit
    count: int

    @property
    def hours(self) -> int:
        """The span in hours where no clock changes; for ordering, never for dates."""
        return self.count if self.unit == "hours" else self.count * 24

    def plus_week(self) -> Span:
        """The same span and a week, in its own unit."""
        return Span(self.unit, self.count + (WEEK * 24 if self.unit == "hours" else WEEK))

    def __str__(self) -> str:
        """Write the span as a person would."""
        unit = self.unit if self.count != 1 else self.unit[:-1]
        return f"{self.count} {unit}"


class Length(Struct, frozen=True):
    """When something ends: ``least`` is the earliest end, ``most`` the latest (or no promise)."""

    end: End
    least: Span
    most: Span | None
    written: str

    SCHEMA: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": _SHAPE,
        "examples": ["72 hours", "2 to 5 days", "at least 3 days", "about 14 days", "up to 2 days"],
    }

    @classmethod
    def read(cls, text: str) -> Length:
        """Read a written length, or say in a sentence why it is none."""
        match = _WRITTEN.fullmatch(text)
        if not match or not (match["most_unit"] or match["least_unit"]):
            raise Unreadable(_why_not(text), _HELP, "P103")
        how = (match["how"] or "").strip().replace("within", "up to")
        if match["most"] is None:
            return cls._single(how, _span(match["least"], match["least_unit"]), text)
        if how not in {"", "about"} or not match["most_unit"]:
            raise Unreadable(f"`{text}` says two kinds of end at once.", _HELP, "P103")
        most = _span(match["most"], match["most_unit"])
        least = _span(match["least"], match["least_unit"] or match["most_unit"])
        if least.hours >= most.hours:
            raise Unreadable(f"`{text}` ends before it begins.", "Write the shorter first.", "P103")
        return cls("between", least, most, text)

    @classmethod
    def _single(cls, how: str, span: Span, text: str) -> Length:
        if how == "at least":
            return cls("at least", span, None, text)
        if how == "about":
            return cls("about", span, span, text)
        return cls("up to" if how == "up to" else "fixed", span, span, text)


def _span(count: str, unit: str) -> Span:
    number = int(count)
    span = Span("hours", number) if unit.startswith("hour") else Span("days", number)
    if unit.startswith("week"):
        span = Span("days", number * WEEK)
    if number == 0 or span.hours > LONGEST_DAYS * 24:
        message = f"`{count} {unit}` is not a length between 1 hour and ten years."
        raise Unreadable(message, _HELP, "P103")
    return span


def _why_not(text: str) -> str:
    if not text.strip():
        return "No length stands here."
    if "month" in text:
        return f"`{text}` counts months, which are not all as long; write days."
    if re.search(r"(^|\s)-\s?\d", text):
        return f"`{text}` is negative; a length counts forward from the treatment."
    if re.search(r"\d\s?[-\u2013]\s?\d", text):
        return f"`{text}` has a dash; a range is written with `to`."
    return f"`{text}` is not a length."
