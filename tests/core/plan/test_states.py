import pytest

from aftercare.core.checkin.reports import Report
from aftercare.core.plan.dated import Dated, State
from tests.core.plan.cases import DAY, HOUR, dates, planned, protocol, treated

WEEK = 7 * DAY
UNTIL = """
- {id: no-soap, avoid: soap, text: {en: No soap.}, until: calm, usually: 24 to 36 hours, source: 1}
- {id: no-sauna, avoid: sauna, text: {en: No sauna.}, until: healed, source: 1}
"""


def lasting(length: str, begins: str = "") -> str:
    start = f"from: {begins}, " if begins else ""
    return f"- {{id: it, avoid: soap, text: {{en: No.}}, {start}for: {length}, source: 1}}"


def states(advice: str, *at: int) -> list[State]:
    compiled = protocol(advice)
    return [dates(planned(compiled, moment), "it").state for moment in at]


@pytest.mark.parametrize(
    ("length", "earliest", "tail"),
    [
        ("7 days", 7 * DAY, 7 * DAY),
        ("72 hours", 72 * HOUR, 72 * HOUR),
        ("2 weeks", 2 * WEEK, 2 * WEEK),
        ("2 to 5 days", 2 * DAY, 5 * DAY),
        ("24 to 36 hours", 24 * HOUR, 36 * HOUR),
        ("36 hours to 3 days", 36 * HOUR, 3 * DAY),
        ("at least 3 days", 3 * DAY, 3 * DAY + WEEK),
        ("at least 72 hours", 72 * HOUR, 72 * HOUR + WEEK),
        ("about 14 days", 14 * DAY, 14 * DAY),
        ("up to 2 days", 2 * DAY, 2 * DAY),
        ("within 4 days", 4 * DAY, 4 * DAY),
    ],
)
def test_a_length_changes_state_to_the_second(length: str, earliest: int, tail: int) -> None:
    eases: State = "easing" if tail > earliest else "ended"
    instants = (-1, 0, earliest - 1, earliest, tail - 1, tail, tail + 400 * DAY)
    before_tail: State = "easing" if tail > earliest else "active"
    assert states(lasting(length), *instants) == [
        "upcoming",
        "active",
        "active",
        eases,
        before_tail,
        "ended",
        "ended",
    ]


def test_no_end_given_stands_from_the_treatment() -> None:
    advice = "- {id: it, avoid: soap, text: {en: No.}, source: 1}"
    assert states(advice, -1, 0, 1000 * DAY) == ["upcoming", "standing", "standing"]


def test_a_later_start_is_upcoming_until_then() -> None:
    advice = lasting("5 days", "2 days")
    found = states(advice, 0, 2 * DAY - 1, 2 * DAY, 5 * DAY - 1, 5 * DAY)
    assert found == ["upcoming", "upcoming", "active", "active", "ended"]


def test_a_later_start_of_what_has_no_end() -> None:
    advice = "- {id: it, do: soap, text: {en: Soap.}, from: 24 hours, source: 1}"
    assert states(advice, DAY - 1, DAY) == ["upcoming", "standing"]


def test_a_later_start_of_what_waits() -> None:
    advice = "- {id: it, do: soap, text: {en: Soap.}, from: 24 hours, until: healed, source: 1}"
    compiled = protocol(advice)
    healed = [Report("healed", "yes", HOUR)]
    found = [dates(planned(compiled, at, healed), "it").state for at in (DAY - 1, DAY)]
    assert found == ["upcoming", "ended"]
    assert states(advice, DAY - 1, DAY) == ["upcoming", "waiting"]


def test_dates_of_a_length_between() -> None:
    one = planned(protocol(lasting("2 to 5 days", "1 day")), 0)
    assert dates(one, "it") == Dated(DAY, 2 * DAY, 5 * DAY, 5 * DAY, None, "upcoming")


def test_an_at_least_promises_no_latest_end() -> None:
    one = planned(protocol(lasting("at least 3 days")), 0)
    assert dates(one, "it") == Dated(0, 3 * DAY, None, 10 * DAY, None, "active")


def test_a_condition_has_no_dates() -> None:
    one = planned(protocol(UNTIL), 0)
    assert dates(one, "no-soap") == Dated(0, None, None, None, one.schedule.endings[0], "waiting")


def soap(at: int, *reports: tuple[str, str, int]) -> State:
    return dates(planned(protocol(UNTIL), at, [Report(*one) for one in reports]), "no-soap").state


def test_a_condition_waits_however_long() -> None:
    assert [soap(at) for at in (-1, 0, 36 * HOUR, 5000 * DAY)] == [
        "upcoming",
        "waiting",
        "waiting",
        "waiting",
    ]


@pytest.mark.parametrize(
    ("reports", "state"),
    [
        ([("redness", "none", 9)], "ended"),
        ([("redness", "none", 10)], "ended"),
        ([("redness", "none", 0)], "ended"),
        ([("calm", "yes", 9)], "ended"),
        ([("redness", "mild", 9)], "waiting"),
        ([("redness", "severe", 9)], "waiting"),
        ([("calm", "no", 9)], "waiting"),
        ([("healed", "yes", 9)], "waiting"),
        ([("redness", "none", 11)], "waiting"),
        ([("redness", "none", -1)], "waiting"),
        ([("redness", "none", 3), ("redness", "mild", 4)], "waiting"),
        ([("redness", "none", 3), ("calm", "no", 4)], "waiting"),
        ([("redness", "none", 3), ("redness", "mild", 4), ("calm", "yes", 5)], "ended"),
        ([("redness", "mild", 4), ("redness", "none", 3)], "waiting"),
        ([("redness", "none", 4), ("redness", "mild", 3)], "ended"),
        ([("redness", "none", 3), ("redness", "mild", -1)], "ended"),
        ([("redness", "none", 3), ("redness", "mild", 11)], "ended"),
    ],
)
def test_reports_close_and_open_a_condition(
    reports: list[tuple[str, str, int]], state: State
) -> None:
    assert soap(10, *reports) == state


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("redness", "none"), ("redness", "mild")),
        (("redness", "none"), ("calm", "no")),
        (("calm", "yes"), ("redness", "severe")),
        (("calm", "yes"), ("calm", "no")),
    ],
)
def test_of_two_reports_of_one_second_the_one_that_keeps_it_open_wins(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    closing, opening = (*one, 9), (*other, 9)
    assert [soap(10, closing, opening), soap(10, opening, closing)] == ["waiting", "waiting"]
    assert soap(10, opening, closing, (*one, 10)) == "ended"


@pytest.mark.parametrize(
    ("back", "state"), [(36 * HOUR - 1, "waiting"), (36 * HOUR, "ended"), (36 * HOUR + 1, "ended")]
)
def test_what_comes_back_opens_it_only_inside_the_longest_time_told(
    back: int, state: State
) -> None:
    assert soap(9 * DAY, ("redness", "none", HOUR), ("redness", "mild", back)) == state


def test_past_the_longest_time_told_it_can_still_close() -> None:
    assert soap(9 * DAY, ("redness", "mild", 8 * DAY)) == "waiting"
    assert soap(9 * DAY, ("redness", "none", 8 * DAY)) == "ended"


def test_the_longest_time_told_may_be_that_of_the_reaction() -> None:
    text = "- {id: no-soap, avoid: soap, text: {en: No soap.}, until: calm, source: 1}"
    compiled = protocol(text)  # the reaction is usual for 12 hours
    for back, state in ((12 * HOUR - 1, "waiting"), (12 * HOUR, "ended")):
        reports = [Report("redness", "none", HOUR), Report("redness", "mild", back)]
        assert dates(planned(compiled, DAY, reports), "no-soap").state == state


def test_a_condition_told_without_a_time_opens_whenever_it_is_taken_back() -> None:
    reports = [Report("healed", "yes", DAY), Report("healed", "no", 300 * DAY)]
    one = planned(protocol(UNTIL), 301 * DAY, reports)
    assert dates(one, "no-sauna").state == "waiting"


def test_one_report_closes_only_what_it_is_about() -> None:
    one = planned(protocol(UNTIL), DAY, [Report("healed", "yes", HOUR)])
    assert (dates(one, "no-soap").state, dates(one, "no-sauna").state) == ("waiting", "ended")


WHEN = """
- {id: dark, do: soap, text: {en: A.}, when: {skin_type: 4 to 6}, source: 1}
- {id: thin, do: soap, text: {en: B.}, when: {thinners: "yes"}, source: 1}
- {id: both, do: soap, text: {en: C.}, when: {skin_type: 1, thinners: "no"}, source: 1}
- {id: hands, do: soap, text: {en: D.}, when: {areas: hands}, source: 1}
- {id: all, do: soap, text: {en: E.}, source: 1}
"""


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ["dark", "thin", "both", "hands", "all"]),
        ({"skin_type": "unknown", "thinners": "unknown"}, ["dark", "thin", "both", "hands", "all"]),
        ({"skin_type": 3, "thinners": False, "areas": ["face"]}, ["all"]),
        ({"skin_type": 4, "thinners": True, "areas": ["face"]}, ["dark", "thin", "all"]),
        ({"skin_type": 6, "thinners": False, "areas": ["face", "hands"]}, ["dark", "hands", "all"]),
        ({"skin_type": 1, "thinners": False, "areas": ["face"]}, ["both", "all"]),
        ({"skin_type": 1, "areas": ["face"]}, ["thin", "both", "all"]),
    ],
)
def test_a_person_gets_every_clause_that_may_be_theirs(
    facts: dict[str, object], expected: list[str]
) -> None:
    selection = planned(protocol(WHEN), 0, facts=facts).selection
    advised = [one.id for one in selection.clauses if one.kind == "do"]
    assert advised == expected
    assert [one.id for one in selection.by_activity["soap"]] == expected


def test_people_alike_share_one_selection() -> None:
    compiled = protocol(WHEN)
    facts = treated(compiled, facts={"skin_type": 2}).facts
    assert compiled.schedule.select(facts) is compiled.schedule.select(facts)


def test_clauses_that_begin_and_end_alike_share_a_window() -> None:
    alike = [
        {"id": "a", "for": "72 hours"},
        {"id": "b", "for": "72 hours"},
        {"id": "c", "for": "3 days"},
        {"id": "d", "for": "at least 72 hours"},
    ]
    line = "- {{id: {id}, avoid: soap, text: {{en: No.}}, for: {for}, source: 1}}"
    schedule = protocol("\n".join(line.format_map(one) for one in alike)).schedule
    first, second, third, fourth = (clause.window for clause in schedule.clauses[:4])
    assert first == second
    assert len({first, third, fourth}) == 3
