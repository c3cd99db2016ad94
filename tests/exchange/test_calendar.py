"""The calendar file: what stands in it, and that other programs can read it."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event

from aftercare.core.plan.dated import Plan
from aftercare.exchange.calendar import calendar
from tests.exchange.courses import TREATED, course, instant

SAUNA = "No strong heat, such as a sauna or steam room."
ONE = course(at="2026-11-21T14:30")
TWO = course(TREATED, "2026-11-26T14:30", at="2026-11-21T14:30")


def events(plans: list[Plan]) -> list[Event]:
    return list(Calendar.from_ical(calendar(plans)).events)


def names(plans: list[Plan]) -> list[tuple[str, date]]:
    return [(str(event.uid).split(".")[2], event.start) for event in events(plans)]


def at(text: str) -> datetime:
    return datetime.fromtimestamp(instant(text), UTC)


def found(plans: list[Plan], name: str) -> Event:
    return next(event for event in events(plans) if f".{name}." in str(event.uid))


def test_it_holds_the_treatment_and_each_end_that_a_patient_waits_for() -> None:
    assert names(ONE) == [
        ("treatment", at(TREATED)),
        ("no-hair-removal", at("2026-11-22T14:30")),
        ("no-heat", at("2026-11-22T14:30")),
        ("no-fragrance", at("2026-11-24T14:30")),
        ("no-scrubs", at("2026-11-26T14:30")),
        ("no-chlorine", at("2026-12-03T14:30")),
        ("no-rubbing", at("2026-12-03T14:30")),
        ("no-sun", at("2026-12-03T14:30")),
    ]


def test_a_later_treatment_takes_the_place_of_an_end_that_it_outlasts() -> None:
    ends = [start for name, start in names(TWO) if name == "no-sun"]
    assert ends == [at("2026-12-10T14:30")]
    assert [name for name, _ in names(TWO)].count("no-heat") == 2


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("no-heat", f"The least time is over; take care: {SAUNA}"),
        ("no-scrubs", "Fine again from now. This ends: No scrubs, peels or harsh brushes."),
        ("treatment", "Micro-needling"),
    ],
)
def test_the_summary_says_what_kind_of_end_it_is(name: str, summary: str) -> None:
    assert str(found(ONE, name).summary) == summary


def test_an_approximate_end_is_said_as_one() -> None:
    assert str(found(ONE, "no-chlorine").summary).startswith("Fine again from about now.")


def test_the_description_quotes_the_clause_its_end_and_the_version() -> None:
    assert str(found(ONE, "no-heat").description).splitlines() == [
        f"“{SAUNA}”",
        "Until at least Sunday 22 November, 2:30pm.",
        "From Sunday 22 November, 2:30pm: You may, gently, if your skin is calm.",
        "From your clinic's advice, version 1.",
    ]


def test_identifiers_do_not_change_with_the_day_the_file_is_made() -> None:
    later = course(at="2026-11-25T09:00")
    assert names(later) == names(ONE)
    assert [event.uid for event in events(later)] == [event.uid for event in events(ONE)]
    assert {event.stamp for event in events(ONE)} == {at("2026-11-21T14:30")}


def test_a_treatment_planned_by_two_versions_is_one() -> None:
    assert names([*ONE, *ONE]) == names(ONE)


def test_times_are_in_utc_and_nothing_rings() -> None:
    text = calendar(course("2026-10-20T14:30", at="2026-10-21T14:30")).decode()
    assert "DTSTART:20261020T133000Z" in text
    assert "DTSTART:20261103T143000Z" in text
    assert "VALARM" not in text
    assert "TZID" not in text


def test_the_same_plans_give_the_same_file() -> None:
    assert calendar(TWO) == calendar(TWO)
    assert Calendar.from_ical(calendar(TWO)).to_ical() == calendar(TWO)


def test_lines_are_no_longer_than_the_format_allows() -> None:
    lines = calendar(TWO).split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)


def test_hostile_words_stay_words() -> None:
    words = r"No peels; a,b\\n c: BEGIN:VALARM לא \U0001f600 " + "long" * 50
    plans = course(at="2026-11-21T14:30", scrubs=words)
    assert len(events(plans)) == len(events(ONE))
    assert str(found(plans, "no-scrubs").summary).startswith("Fine again from now. This ends: No")
    assert "\r\nBEGIN:VALARM" not in calendar(plans).decode()
