from zoneinfo import ZoneInfo

import pytest

from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import Compiled, plan
from aftercare.core.plan import say
from aftercare.core.plan.dated import Plan
from tests.core.plan.cases import DAY, HOUR, LONDON, clause, dates, instant, protocol, treated

AT = instant("2026-11-19T14:30+00:00")  # a Thursday


@pytest.mark.parametrize(
    ("written", "zone", "expected"),
    [
        ("2026-11-22T14:30+00:00", "Europe/London", "Sunday 22 November, 2:30pm"),
        ("2026-11-22T09:05+00:00", "Europe/London", "Sunday 22 November, 9:05am"),
        ("2026-11-22T15:00+00:00", "Europe/London", "Sunday 22 November, 3pm"),
        ("2026-11-22T11:59:59+00:00", "Europe/London", "Sunday 22 November, 11:59am"),
        ("2026-11-22T00:00+00:00", "Europe/London", "Sunday 22 November, midnight"),
        ("2026-11-22T00:00:59+00:00", "Europe/London", "Sunday 22 November, midnight"),
        ("2026-11-22T12:00+00:00", "Europe/London", "Sunday 22 November, noon"),
        ("2026-06-01T11:00+00:00", "Europe/London", "Monday 1 June, noon"),
        ("2026-11-22T12:01+00:00", "Europe/London", "Sunday 22 November, 12:01pm"),
        ("2026-11-22T00:10+00:00", "Europe/London", "Sunday 22 November, 12:10am"),
        ("2026-06-01T23:30+00:00", "Europe/London", "Tuesday 2 June, 12:30am"),
        ("2026-11-22T20:00+00:00", "Asia/Kathmandu", "Monday 23 November, 1:45am"),
        ("2024-02-29T13:00+00:00", "Europe/London", "Thursday 29 February, 1pm"),
    ],
)
def test_a_moment_in_words(written: str, zone: str, expected: str) -> None:
    assert say.moment(instant(written), ZoneInfo(zone)) == expected


@pytest.mark.parametrize(
    ("written", "near", "away"),
    [
        ("2026-11-18T14:30+00:00", "yesterday, 2:30pm", ""),
        ("2026-11-19T23:59+00:00", "today, 11:59pm", ""),
        ("2026-11-20T00:00+00:00", "Friday 20 November, midnight", ""),
        ("2026-11-20T12:00+00:00", "tomorrow, noon", ""),
        ("2026-11-21T09:00+00:00", "Saturday 21 November, 9am", "2 days"),
        ("2026-11-17T09:00+00:00", "Tuesday 17 November, 9am", ""),
    ],
)
def test_what_is_near_is_said_by_its_day(written: str, near: str, away: str) -> None:
    then = instant(written)
    assert (say.near(then, AT, LONDON), say.away(then, AT, LONDON)) == (near, away)


def test_tomorrow_is_that_of_the_treatments_zone() -> None:
    late = instant("2026-11-19T16:00+00:00")
    assert say.near(late + HOUR, late, ZoneInfo("Asia/Tokyo")) == "today, 2am"
    assert say.near(late, late - 2 * HOUR, ZoneInfo("Asia/Tokyo")) == "tomorrow, 1am"


def test_every_month_and_weekday_has_its_name() -> None:
    first = [instant(f"2026-{month:02d}-01T12:00+00:00") for month in range(1, 13)]
    assert [say.day(at, LONDON) for at in first] == [
        "Thursday 1 January", "Sunday 1 February", "Sunday 1 March", "Wednesday 1 April",
        "Friday 1 May", "Monday 1 June", "Wednesday 1 July", "Saturday 1 August",
        "Tuesday 1 September", "Thursday 1 October", "Sunday 1 November", "Tuesday 1 December",
    ]  # fmt: skip


def at_day(compiled: Compiled, days: float, *reports: Report) -> Plan:
    patient = treated(compiled, AT, "Europe/London")
    return plan(compiled.schedule, [patient], AT + int(days * DAY), reports)[0]


def said(advice: str, days: float, *reports: Report) -> str:
    one = at_day(protocol(advice), days, *reports)
    return say.state(clause(one, "it"), dates(one, "it"), one)


def lasting(rest: str, verb: str = "avoid") -> str:
    return f"- {{id: it, {verb}: soap, text: {{en: No.}}, source: 1{rest}}}"


@pytest.mark.parametrize(
    ("rest", "days", "expected"),
    [
        (", for: 3 days", 0, "Until Sunday 22 November, 2:30pm."),
        (", for: 3 days", -1, "From Thursday 19 November, 2:30pm."),
        (", for: 3 days", 3, "Fine again."),
        (", for: 3 days, from: 1 day", 0, "From Friday 20 November, 2:30pm."),
        (", for: 36 hours", 0, "Until Saturday 21 November, 2:30am."),
        (", for: at least 3 days", 0, "Until at least Sunday 22 November, 2:30pm."),
        (", for: at least 3 days", 3, "Take care until Sunday 29 November, 2:30pm."),
        (", for: at least 3 days", 10, "Fine again."),
        (", for: about 14 days", 0, "Until about Thursday 3 December."),
        (", for: up to 2 days", 0, "Until Saturday 21 November, 2:30pm at the latest."),
        (", for: within 2 days", 0, "Until Saturday 21 November, 2:30pm at the latest."),
        (
            ", for: 2 to 5 days",
            0,
            "Until Saturday 21 November, 2:30pm, or Tuesday 24 November, 2:30pm at the latest.",
        ),
        (", for: 2 to 5 days", 2, "Take care until Tuesday 24 November, 2:30pm."),
        ("", 0, "No end is given."),
        ("", -1, "From Thursday 19 November, 2:30pm."),
        (", until: healed", 0, "When you have healed."),
        (
            ", until: calm, usually: 2 days",
            0,
            "When your skin is calm (usually by Saturday 21 November).",
        ),
        (
            ", until: calm, usually: at least 2 days",
            0,
            "When your skin is calm (usually after at least 2 days).",
        ),
        ("", 900, "No end is given."),
        (
            ", until: calm, usually: 24 to 36 hours",
            0,
            "When your skin is calm (usually by Saturday 21 November).",
        ),
        (
            ", until: calm, usually: 24 to 36 hours",
            90,
            "When your skin is calm (usually by Saturday 21 November).",
        ),
    ],
)
def test_an_avoid_in_words(rest: str, days: float, expected: str) -> None:
    assert said(lasting(rest), days) == expected


@pytest.mark.parametrize(
    ("verb", "expected"), [("avoid", "Fine again."), ("careful", "Fine again."), ("do", "Over.")]
)
def test_what_has_ended_in_words(verb: str, expected: str) -> None:
    assert said(lasting(", for: 3 days", verb), 3) == expected
    healed = Report("healed", "yes", AT)
    assert said(lasting(", until: healed", verb), 1, healed) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (", for: 3 days", "Until 3 days after your treatment."),
        (", for: at least 72 hours", "Until at least 72 hours after your treatment."),
        (", for: 2 to 5 days", "Until 2 to 5 days after your treatment."),
        (", for: about 14 days", "Until about 14 days after your treatment."),
        (", until: healed", "When you have healed."),
        (", until: calm, usually: 2 days", "When your skin is calm (usually after 2 days)."),
        ("", ""),
    ],
)
def test_an_end_without_a_date(rest: str, expected: str) -> None:
    one = at_day(protocol(lasting(rest)), 0)
    assert say.until(clause(one, "it"), dates(one, "it"), one, relative=True) == expected


@pytest.mark.parametrize(
    ("name", "days", "expected"),
    [
        ("glowing", -1, "From Thursday 19 November, 2:30pm."),
        ("glowing", 0, "Usually until Friday 20 November, 2:30am."),
        ("glowing", 1, "Its time is over. Tell us if you still have it."),
        ("aching", 0, "Usually until Friday 20 November, for some until Saturday 21 November."),
        ("aching", 1.5, "Usually until Friday 20 November, for some until Saturday 21 November."),
        ("aching", 2, "Its time is over. Tell us if you still have it."),
        ("peeling", 0, "Usually until at least Thursday 26 November."),
        ("peeling", 14, "Its time is over. Tell us if you still have it."),
        ("dimming", 0, ""),
        ("dimming", 900, ""),
    ],
)
def test_a_reaction_or_a_risk_in_words(name: str, days: float, expected: str) -> None:
    one = at_day(protocol(lasting("")), days)
    assert say.state(clause(one, name), dates(one, name), one) == expected


def test_a_text_falls_back_to_the_careful_words_while_it_eases() -> None:
    plain = at_day(protocol(lasting(", for: at least 3 days")), 4)
    own = at_day(protocol(lasting(", for: at least 3 days, easing: {en: Little.}")), 4)
    assert say.easing(clause(plain, "it"), "en") == "You may, gently, if your skin is calm."
    assert say.easing(clause(own, "it"), "en") == "Little."
    assert say.easing(clause(own, "it"), "fr") == "Little."


NOON = 1_795_780_800  # Friday 27 November 2026, noon in London


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "less than a minute"),
        (59, "less than a minute"),
        (60, "1 minute"),
        (42 * 60, "42 minutes"),
        (3600, "1 hour"),
        (26 * 3600, "1 day"),
        (49 * 3600, "2 days"),
    ],
)
def test_a_wait_is_said_in_its_largest_whole_unit(seconds: int, said: str) -> None:
    assert say.lasting(seconds) == said


def test_an_instant_of_today_is_said_by_its_clock_and_another_with_its_date() -> None:
    said = [
        say.recent(NOON + 120, LONDON, NOON + later) for later in (3600, 24 * 3600, 7 * 24 * 3600)
    ]
    assert said == ["12:02pm", "Friday 27 November, 12:02pm", "Friday 27 November, 12:02pm"]


def test_an_instant_for_the_record_has_its_year_seconds_and_offset() -> None:
    assert say.exactly(NOON + 5, LONDON) == "Friday 27 November 2026, 12:00:05 GMT (UTC+0000)"
