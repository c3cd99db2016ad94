from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.plan.times import MOST_HOURS, read_hours, read_time
from aftercare.core.problems import Problem
from tests.core.plan.cases import LONDON, instant

HELP = "Write it as 2026-11-19T14:30, or with an offset as 2026-11-19T14:30+00:00."
LOOK = "Look at the clock again, or write the time with its offset."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-19T14:30", "2026-11-19T14:30+00:00"),
        ("2026-07-19T14:30", "2026-07-19T14:30+01:00"),
        ("2026-07-19 14:30", "2026-07-19T14:30+01:00"),
        ("  2026-07-19T14:30\n", "2026-07-19T14:30+01:00"),
        ("2026-07-19T14:30:59", "2026-07-19T14:30:59+01:00"),
        ("2026-07-19T14:30:59.999", "2026-07-19T14:30:59+01:00"),
        ("2026-07-19T14:30Z", "2026-07-19T14:30+00:00"),
        ("2026-07-19T14:30+05:45", "2026-07-19T14:30+05:45"),
        ("2026-07-19T14:30-0330", "2026-07-19T14:30-03:30"),
        ("2024-02-29T00:00", "2024-02-29T00:00+00:00"),
        ("1970-01-02T00:00Z", "1970-01-02T00:00+00:00"),
        ("2199-12-31T23:59", "2199-12-31T23:59+00:00"),
        # beside a gap and a fold
        ("2026-03-29T00:59:59", "2026-03-29T00:59:59+00:00"),
        ("2026-03-29T02:00", "2026-03-29T02:00+01:00"),
        ("2026-10-25T00:59:59", "2026-10-25T00:59:59+01:00"),
        ("2026-10-25T02:00", "2026-10-25T02:00+00:00"),
        # an offset resolves what would be refused
        ("2026-10-25T01:30+01:00", "2026-10-25T01:30+01:00"),
        ("2026-10-25T01:30+00:00", "2026-10-25T01:30+00:00"),
        ("2026-03-29T01:30+00:00", "2026-03-29T01:30+00:00"),
    ],
)
def test_a_time_is_read_as_local_unless_it_has_an_offset(text: str, expected: str) -> None:
    assert read_time(text, LONDON) == (instant(expected), None)


@pytest.mark.parametrize(
    "text",
    [
        "", "now", "today", "19/11/2026", "2026-11-19", "14:30", "2026-11-19T14", "2026-11-19T1430",
        "2026-13-01T10:00", "2026-02-30T10:00", "2026-11-19T24:30", "2026-11-19T14:60",
        "2026-11-19T14:30 GMT", "2026-11-19T14:30+25:00", "2026-11-19T14:30[Europe/London]",
        "2026-W47-4T14:30", "0000-01-01T00:00", "+2026-11-19T14:30", "2026-11-19t14:30",
        "２０２６-11-19T14:30", "2026-11-19T14:30:60", "1.79e9",
    ],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    assert read_time(text, LONDON) == (0, Problem("T101", f"`{text}` is not a time.", HELP))


def test_a_long_text_is_cut_in_the_sentence() -> None:
    problem = read_time("9" * 1_000_000, LONDON)[1]
    assert problem == Problem("T101", f"`{'9' * 60}` is not a time.", HELP)


@pytest.mark.parametrize(
    "text", ["1969-12-31T23:59", "2200-01-01T00:00", "0001-01-01T00:00Z", "9999-12-31T23:59-23:59"]
)
def test_a_year_out_of_range_is_refused(text: str) -> None:
    problem = Problem("T106", f"`{text}` is not between the years 1970 and 2199.", HELP)
    assert read_time(text, LONDON) == (0, problem)


@pytest.mark.parametrize(
    ("zone", "text", "said"),
    [
        ("Europe/London", "2026-03-29T01:00", "01:00 on 29 March 2026"),
        ("Europe/London", "2026-03-29T01:59:59", "01:59 on 29 March 2026"),
        ("America/New_York", "2026-03-08T02:30", "02:30 on 8 March 2026"),
        ("Australia/Lord_Howe", "2026-10-04T02:29", "02:29 on 4 October 2026"),
        ("Antarctica/Troll", "2026-03-29T02:59", "02:59 on 29 March 2026"),
        ("Pacific/Apia", "2011-12-30T12:00", "12:00 on 30 December 2011"),
    ],
)
def test_a_time_in_a_gap_is_refused(zone: str, text: str, said: str) -> None:
    message = f"{said} does not exist in {zone}: the clocks go forward over it."
    assert read_time(text, ZoneInfo(zone)) == (0, Problem("T102", message, LOOK))


@pytest.mark.parametrize(
    ("zone", "text", "said", "first", "second"),
    [
        ("Europe/London", "2026-10-25T01:30", "01:30 on 25 October 2026", "+01:00", "+00:00"),
        ("Europe/London", "2026-10-25T01:00", "01:00 on 25 October 2026", "+01:00", "+00:00"),
        ("America/New_York", "2026-11-01T01:59", "01:59 on 1 November 2026", "-04:00", "-05:00"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "01:45 on 5 April 2026", "+11:00", "+10:30"),
        ("Africa/Casablanca", "2026-02-15T02:15", "02:15 on 15 February 2026", "+01:00", "+00:00"),
    ],
)
def test_a_time_that_comes_twice_is_refused_with_both(
    zone: str, text: str, said: str, first: str, second: str
) -> None:
    message = f"{said} comes twice in {zone}: the clocks go back over it."
    remedy = f"Write which one: {text}{first} or {text}{second}."
    assert read_time(text, ZoneInfo(zone)) == (0, Problem("T103", message, remedy))


@given(st.text())
def test_any_text_is_a_time_or_a_problem(text: str) -> None:
    at, problem = read_time(text, LONDON)
    assert problem is None or at == 0


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2199, 12, 31)))  # noqa: DTZ001 - a local time has no zone
def test_every_time_in_utc_is_read_to_the_second(moment: datetime) -> None:
    known = int(moment.replace(tzinfo=UTC).timestamp())
    assert read_time(moment.isoformat(), UTC) == (known, None)


@pytest.mark.parametrize(
    ("hours", "seconds"),
    [(0, 0), (30, 108_000), (1.5, 5400), (0.0001, 0), (72, 259_200), (MOST_HOURS, 316_224_000)],
)
def test_hours_are_read_as_whole_seconds(hours: float, seconds: int) -> None:
    assert read_hours(hours) == (seconds, None)


@pytest.mark.parametrize("hours", [True, False, None, "30", [], {}, b"3", 1j])
def test_what_is_no_number_is_no_hours(hours: object) -> None:
    problem = Problem("T105", "`after_h` is not a number.", "Write hours such as 30 or 1.5.")
    assert read_hours(hours) == (0, problem)


@pytest.mark.parametrize(
    ("hours", "said"),
    [(-1, "-1"), (-0.5, "-0.5"), (float("nan"), "nan"), (float("-inf"), "-inf")],
)
def test_hours_count_forward(hours: float, said: str) -> None:
    message = f"`after_h` is {said}; it counts forward from the treatment."
    assert read_hours(hours) == (0, Problem("T105", message, "Write 0 or more hours."))


@pytest.mark.parametrize("hours", [87_841, MOST_HOURS + 0.5, float("inf"), 1e300, 10**400], ids=str)
def test_more_than_ten_years_is_no_aftercare(hours: float) -> None:
    message = "`after_h` is more than ten years; that is no aftercare."
    assert read_hours(hours) == (0, Problem("T105", message, "Write at most 87840 hours."))


@given(st.floats() | st.integers() | st.text() | st.none())
def test_any_hours_are_seconds_or_a_problem(hours: object) -> None:
    seconds, problem = read_hours(hours)
    assert 0 <= seconds <= MOST_HOURS * 3600
    assert problem is None or seconds == 0
