from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.plan.calendar import Calendar, calendar
from aftercare.core.protocol.length import Span
from tests.core.plan.cases import HOUR, instant

ZONES = sorted(available_timezones() - {"localtime"})
FIRST, LAST = instant("1971-01-01T00:00+00:00"), instant("2037-11-01T00:00+00:00")


def days(count: int) -> Span:
    return Span("days", count)


def hours(count: int) -> Span:
    return Span("hours", count)


def end(zone: str, start: str, span: Span) -> str:
    """The end as the clock on the wall shows it there, with its offset."""
    known = ZoneInfo(zone)
    (found,) = Calendar(known).after((span,), instant(start))
    return datetime.fromtimestamp(found, known).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("zone", "start", "count", "expected"),
    [
        # the clocks go forward between: the same time on the wall, another offset
        ("Europe/London", "2026-03-28T14:30+00:00", 1, "2026-03-29T14:30+01:00"),
        ("Europe/London", "2026-03-22T14:30+00:00", 7, "2026-03-29T14:30+01:00"),
        ("America/New_York", "2026-03-07T09:00-05:00", 3, "2026-03-10T09:00-04:00"),
        ("Australia/Lord_Howe", "2026-10-03T12:00+10:30", 1, "2026-10-04T12:00+11:00"),
        ("Africa/Casablanca", "2026-03-20T10:00+00:00", 5, "2026-03-25T10:00+01:00"),
        ("America/St_Johns", "2026-03-07T23:30-03:30", 2, "2026-03-09T23:30-02:30"),
        ("Antarctica/Troll", "2026-03-28T18:00+00:00", 1, "2026-03-29T18:00+02:00"),
        ("America/Nuuk", "2022-03-25T23:30-03:00", 1, "2022-03-26T23:30-02:00"),
        # and back
        ("Europe/London", "2026-10-24T14:30+01:00", 1, "2026-10-25T14:30+00:00"),
        ("America/New_York", "2026-10-31T09:00-04:00", 14, "2026-11-14T09:00-05:00"),
        ("Australia/Lord_Howe", "2026-04-04T12:00+11:00", 2, "2026-04-06T12:00+10:30"),
        ("Africa/Casablanca", "2026-02-13T10:00+01:00", 3, "2026-02-16T10:00+00:00"),
        ("America/St_Johns", "2026-10-30T08:15-02:30", 3, "2026-11-02T08:15-03:30"),
        ("Antarctica/Troll", "2026-10-24T18:00+02:00", 1, "2026-10-25T18:00+00:00"),
        # in a gap: forward by the gap
        ("Europe/London", "2026-03-28T01:30+00:00", 1, "2026-03-29T02:30+01:00"),
        ("America/New_York", "2026-03-01T02:00-05:00", 7, "2026-03-08T03:00-04:00"),
        ("Australia/Lord_Howe", "2026-10-03T02:10+10:30", 1, "2026-10-04T02:40+11:00"),
        ("Antarctica/Troll", "2026-03-28T01:15+00:00", 1, "2026-03-29T03:15+02:00"),
        ("Africa/Cairo", "2026-04-23T00:20+02:00", 1, "2026-04-24T01:20+03:00"),
        # a day that never was: 30 December 2011 in Apia
        ("Pacific/Apia", "2011-12-29T10:00-10:00", 1, "2011-12-31T10:00+14:00"),
        ("Pacific/Apia", "2011-12-29T10:00-10:00", 2, "2011-12-31T10:00+14:00"),
        ("Pacific/Apia", "2011-12-29T10:00-10:00", 3, "2012-01-01T10:00+14:00"),
        # twice: the first
        ("Europe/London", "2026-10-24T01:30+01:00", 1, "2026-10-25T01:30+01:00"),
        ("America/New_York", "2026-10-25T01:00-04:00", 7, "2026-11-01T01:00-04:00"),
        ("Australia/Lord_Howe", "2026-04-04T01:45+11:00", 1, "2026-04-05T01:45+11:00"),
        ("Antarctica/Troll", "2026-10-24T02:30+02:00", 1, "2026-10-25T02:30+02:00"),
        # the second of two is a start like any other
        ("Europe/London", "2026-10-25T01:30+00:00", 1, "2026-10-26T01:30+00:00"),
        # no clock changes in Nepal, and its quarter of an hour stays
        ("Asia/Kathmandu", "2026-03-27T06:45+05:45", 14, "2026-04-10T06:45+05:45"),
    ],
)
def test_days_keep_the_time_on_the_wall(zone: str, start: str, count: int, expected: str) -> None:
    assert end(zone, start, days(count)) == expected


@pytest.mark.parametrize(
    ("zone", "start", "count", "expected"),
    [
        ("Europe/London", "2026-03-28T14:30+00:00", 24, "2026-03-29T15:30+01:00"),
        ("Europe/London", "2026-10-24T14:30+01:00", 36, "2026-10-26T01:30+00:00"),
        ("America/New_York", "2026-03-06T14:30-05:00", 72, "2026-03-09T15:30-04:00"),
        ("Australia/Lord_Howe", "2026-04-04T12:00+11:00", 24, "2026-04-05T11:30+10:30"),
        ("Antarctica/Troll", "2026-03-28T18:00+00:00", 24, "2026-03-29T20:00+02:00"),
        ("Pacific/Apia", "2011-12-29T10:00-10:00", 24, "2011-12-31T10:00+14:00"),
        ("Asia/Kathmandu", "2026-03-27T06:45+05:45", 72, "2026-03-30T06:45+05:45"),
    ],
)
def test_hours_elapse(zone: str, start: str, count: int, expected: str) -> None:
    assert end(zone, start, hours(count)) == expected


def shown(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at, zone).replace(tzinfo=None)


def slow(zone: ZoneInfo, start: int, count: int) -> int:
    """Search the clock itself: the first instant that shows the time wanted, or past a gap."""
    wanted = shown(start, zone) + timedelta(days=count)
    around = int(wanted.replace(tzinfo=UTC).timestamp())
    scan = range(around - 30 * HOUR, around + 30 * HOUR, HOUR // 4)
    offsets = [int((shown(at, zone) - shown_in_utc(at)).total_seconds()) for at in scan]
    fits = [around - off for off in offsets if shown(around - off, zone) == wanted]
    before = [off for at, off in zip(scan, offsets, strict=True) if shown(at, zone) < wanted]
    return min(fits) if fits else around - before[-1]


def shown_in_utc(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC).replace(tzinfo=None)


@given(st.sampled_from(ZONES), st.integers(FIRST, LAST), st.integers(1, 40))
def test_any_day_in_any_zone_is_the_one_a_search_finds(zone: str, start: int, count: int) -> None:
    known = ZoneInfo(zone)
    assert calendar(known).after((days(count),), start) == [slow(known, start, count)]


CHANGES = [
    ("Europe/London", "2026-03-29T01:00+00:00"),
    ("America/New_York", "2026-11-01T06:00+00:00"),
    ("Australia/Lord_Howe", "2026-04-04T15:00+00:00"),
    ("Antarctica/Troll", "2026-03-29T01:00+00:00"),
    ("Pacific/Apia", "2011-12-30T10:00+00:00"),
    ("America/St_Johns", "1988-04-03T03:31+00:00"),
    ("Africa/Monrovia", "1972-01-07T00:44:30+00:00"),
    ("Africa/Cairo", "2026-04-23T22:00+00:00"),
]


@given(st.sampled_from(CHANGES), st.integers(-26 * HOUR, 26 * HOUR), st.integers(1, 40))
def test_near_a_change_of_clocks_it_is_the_one_a_search_finds(
    change: tuple[str, str], beside: int, count: int
) -> None:
    known = ZoneInfo(change[0])
    (start,) = Calendar(known).after((days(1),), instant(change[1]) + beside - (count + 1) * 86_400)
    assert Calendar(known).after((days(count),), start) == [slow(known, start, count)]


@given(st.sampled_from(ZONES), st.integers(FIRST, LAST), st.integers(0, 40 * 24))
def test_hours_are_3600_seconds_everywhere(zone: str, start: int, count: int) -> None:
    assert calendar(ZoneInfo(zone)).after((hours(count),), start) == [start + count * 3600]


def test_spans_are_given_in_their_order() -> None:
    spans = (days(2), hours(1), days(1))
    assert calendar(UTC).after(spans, 10) == [2 * 86_400 + 10, 3610, 86_410]


def test_a_zone_has_one_calendar() -> None:
    assert calendar(ZoneInfo("Europe/London")) is calendar(ZoneInfo("Europe/London"))


def test_eight_threads_on_one_calendar_give_what_one_gives() -> None:
    zone = ZoneInfo("Australia/Lord_Howe")
    spans = tuple(days(count) for count in range(1, 40))
    starts = range(instant("2026-03-01T00:00+00:00"), instant("2026-11-01T00:00+00:00"), 70_000)
    alone = [Calendar(zone).after(spans, start) for start in starts]
    shared = Calendar(zone)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda start: shared.after(spans, start), starts))
    assert together == alone
