"""Words -> lengths: the ends that leaflets write, and the numbers that end nothing."""

from __future__ import annotations

import pytest

from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.windows import as_length

Bounds = tuple[float | None, float | None]


def ends(text: str) -> list[Bounds]:
    return [t.window.bounds for t in lengths(text) if t.role == "end" and t.window]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("for 24-48 hours", (24, 48)),
        ("a day or two", (24, 48)),
        ("two or three weeks", (336, 504)),
        ("the first 24 hours", (24, 24)),
        ("for the first week", (168, 168)),
        ("for a fortnight", (336, 336)),
        ("approximately 2 weeks", (336, 336)),
        ("for at least 3 days", (72, None)),
        ("14 days or longer", (336, None)),
        ("for 2 or more hours", (2, None)),
        ("next month at the earliest", (720, None)),
        ("for 2 weeks after your treatment at the very least", (336, None)),
        ("usually 7 days, but it may be longer", (168, None)),
        ("for 14 days; longer if it was deep", (336, None)),
        ("up to 2 weeks", (None, 336)),
        ("no longer than 5 days", (None, 120)),
        ("for the rest of the day", (None, 24)),
        ("up to 24-48 h", (24, 48)),
        ("10 days to 2 weeks", (240, 336)),
        ("days 2–7", (168, 168)),
        ("by day ten", (None, 240)),
        ("until the fifth day", (120, 120)),
        ("no gym x 72 hrs", (72, 72)),
        ("on the day, and preferably not the day after", (48, 48)),
        ("for ~3 days", (72, 72)),
        ("for 48hrs", (48, 48)),
        ("72 hours", (72, 72)),
    ],
)
def test_an_end_is_read(text: str, bounds: Bounds) -> None:
    assert ends(text) == [bounds]


@pytest.mark.parametrize(
    "text",
    [
        "every 2 hours",
        "three times a day",
        "drink two litres of water a day",
        "every ~2 hours",
        "for 10 minutes",
        "4 to 6 weeks apart",
        "you must be over 18 years old",
        "in the last 6 months",
        "2 weeks before your treatment",
        "for a few days",
        "several hours",
        "a couple of weeks",
    ],
)
def test_a_number_that_ends_nothing_is_no_end(text: str) -> None:
    assert ends(text) == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("after 24 hours", 24),
        ("from day 6", 120),
        ("day 5 onwards", 96),
        ("from the second day", 24),
        ("once 48 hours have passed", 48),
        ("the next day", 24),
    ],
)
def test_a_beginning_is_read(text: str, hours: float) -> None:
    [told] = lengths(text)
    assert told.begins is not None
    assert told.begins.start_hours == hours


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("for 72 hours", "72 hours"),
        ("for 3 days", "3 days"),
        ("for at least two weeks", "at least 2 weeks"),
        ("up to 2 days", "up to 2 days"),
        ("24 to 36 hours", "24 to 36 hours"),
        ("three months", "93 days"),
    ],
)
def test_the_unit_of_the_source_is_kept_and_a_month_is_never_short(text: str, written: str) -> None:
    [told] = lengths(text)
    assert told.window is not None
    assert as_length(told.window) == written
