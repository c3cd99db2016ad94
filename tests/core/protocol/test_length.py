"""How long: five ends, each read as a person writes it; what could be read in two ways is not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.problems import Unreadable
from aftercare.core.protocol.length import LONGEST_DAYS, End, Length, Span

HELP = (
    "Write a length such as `72 hours`, `7 days`, `2 to 5 days`, `at least 3 days`, "
    "`about 14 days` or `up to 2 days`."
)


def hours(count: int) -> Span:
    return Span("hours", count)


def days(count: int) -> Span:
    return Span("days", count)


@pytest.mark.parametrize(
    ("written", "end", "least", "most"),
    [
        ("7 days", "fixed", days(7), days(7)),
        ("1 day", "fixed", days(1), days(1)),
        ("72 hours", "fixed", hours(72), hours(72)),
        ("1 hour", "fixed", hours(1), hours(1)),
        ("2 weeks", "fixed", days(14), days(14)),
        ("1 week", "fixed", days(7), days(7)),
        ("2 to 5 days", "between", days(2), days(5)),
        ("24 to 36 hours", "between", hours(24), hours(36)),
        ("1 to 2 weeks", "between", days(7), days(14)),
        ("36 hours to 4 days", "between", hours(36), days(4)),
        ("2 days to 1 week", "between", days(2), days(7)),
        ("about 2 to 3 days", "between", days(2), days(3)),
        ("at least 3 days", "at least", days(3), None),
        ("at least 72 hours", "at least", hours(72), None),
        ("at least 1 week", "at least", days(7), None),
        ("about 14 days", "about", days(14), days(14)),
        ("up to 2 days", "up to", days(2), days(2)),
        ("within 4 days", "up to", days(4), days(4)),
        ("within 36 hours", "up to", hours(36), hours(36)),
        ("3660 days", "fixed", days(3660), days(3660)),
    ],
)
def test_a_length_is_read_as_it_is_written(
    written: str, end: str, least: Span, most: Span | None
) -> None:
    found = Length.read(written)
    assert (found.end, found.least, found.most, found.written) == (end, least, most, written)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("-3 days", "`-3 days` is negative; a length counts forward from the treatment."),
        ("-1 to 3 days", "`-1 to 3 days` is negative; a length counts forward from the treatment."),
        ("2-5 days", "`2-5 days` has a dash; a range is written with `to`."),
        ("2 \u2013 5 days", "`2 \u2013 5 days` has a dash; a range is written with `to`."),
        ("5 to 2 days", "`5 to 2 days` ends before it begins."),
        ("3 to 3 days", "`3 to 3 days` ends before it begins."),
        ("2 days to 48 hours", "`2 days to 48 hours` ends before it begins."),
        ("at least 2 to 5 days", "`at least 2 to 5 days` says two kinds of end at once."),
        ("up to 2 to 5 days", "`up to 2 to 5 days` says two kinds of end at once."),
        ("0 days", "`0 days` is not a length between 1 hour and ten years."),
        ("99999 days", "`99999 days` is not a length between 1 hour and ten years."),
        ("99999 weeks", "`99999 weeks` is not a length between 1 hour and ten years."),
        ("7", "`7` is not a length."),
        ("7 dayz", "`7 dayz` is not a length."),
        ("7 Days", "`7 Days` is not a length."),
        ("2 months", "`2 months` counts months, which are not all as long; write days."),
        ("1.5 days", "`1.5 days` is not a length."),
        ("seven days", "`seven days` is not a length."),
        ("", "No length stands here."),
        (" \t", "No length stands here."),
        ("7 days or so", "`7 days or so` is not a length."),
        ("100000 days", "`100000 days` is not a length."),
    ],
)  # fmt: skip
def test_what_is_no_length_is_refused_in_a_sentence(written: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        Length.read(written)
    assert (refusal.value.code, refusal.value.message) == ("P103", sentence)


def test_the_help_shows_each_way_to_write_a_length() -> None:
    with pytest.raises(Unreadable) as refusal:
        Length.read("soon")
    assert refusal.value.remedy == HELP
    examples = re.findall("`([^`]+)`", HELP)
    assert [Length.read(each).end for each in examples] == [
        "fixed", "fixed", "between", "at least", "about", "up to",
    ]  # fmt: skip


COUNTS = st.integers(1, LONGEST_DAYS // 7)
UNITS = st.sampled_from(["hour", "hours", "day", "days", "week", "weeks"])
WORDS: dict[End, str] = {"fixed": "", "at least": "at least ", "about": "about ", "up to": "up to "}


def in_unit(count: int, unit: str) -> Span:
    number = count * 7 if unit.startswith("week") else count
    return hours(number) if unit.startswith("hour") else days(number)


@given(st.sampled_from(sorted(WORDS)), COUNTS, UNITS)
def test_each_single_length_comes_back_as_it_was_written(end: End, count: int, unit: str) -> None:
    span = in_unit(count, unit)
    most = None if end == "at least" else span
    text = f"{WORDS[end]}{count} {unit}"
    assert Length.read(text) == Length(end, span, most, text)


@given(COUNTS, COUNTS, UNITS)
def test_a_range_is_read_exactly_when_it_ends_after_it_begins(
    first: int, second: int, unit: str
) -> None:
    text = f"{first} to {second} {unit}"
    if first < second:
        read = Length.read(text)
        assert read == Length("between", in_unit(first, unit), in_unit(second, unit), text)
    else:
        with pytest.raises(Unreadable, match="ends before it begins"):
            Length.read(text)


@given(st.text(st.sampled_from("0123456789 -–atleswihnupodyrk"), max_size=24))
def test_any_text_is_a_length_or_refused_with_a_remedy(text: str) -> None:
    try:
        found = Length.read(text)
    except Unreadable as refusal:
        said = (refusal.code, bool(refusal.message), bool(refusal.remedy))
        assert said == ("P103", True, True)
    else:
        assert found.least.count > 0
        assert found.most is None or found.least.hours <= found.most.hours
        assert re.search(Length.SCHEMA["pattern"], text)  # an editor must not underline it


@pytest.mark.parametrize(
    ("span", "said", "later"),
    [
        (days(1), "1 day", days(8)),
        (hours(72), "72 hours", hours(240)),
        (days(14), "14 days", days(21)),
    ],
)
def test_a_span_is_said_in_its_own_unit_and_a_week_keeps_it(
    span: Span, said: str, later: Span
) -> None:
    assert (str(span), span.plus_week()) == (said, later)
