from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import Compiled, plan
from aftercare.core.plan.course import merge, strictness
from aftercare.core.plan.dated import STRICTNESS, Plan, make_plan
from tests.core.plan.cases import DAY, HOUR, protocol, shipped, treated

ADVICE = """
- {id: no-soap, avoid: soap, text: {en: No soap.}, until: calm, usually: 24 to 36 hours, source: 1}
- {id: no-heat, avoid: heat, text: {en: No heat.}, for: at least 3 days, source: 1}
- {id: no-sun, avoid: sun, text: {en: No sun.}, for: 14 days, source: 1}
- {id: no-scent, avoid: fragrance, text: {en: No scent.}, for: 2 to 5 days, source: 1}
- {id: late, do: hat, text: {en: A hat.}, from: 2 days, for: 9 days, source: 1}
- {id: dark, do: sunscreen, text: {en: Cream.}, when: {skin_type: 4 to 6}, source: 1}
"""
STATES = sorted(STRICTNESS, key=lambda state: -STRICTNESS[state])


def course(at: int, *starts: int, reports: Sequence[Report] = ()) -> list[Plan]:
    compiled = protocol(ADVICE)
    return plan(compiled.schedule, [treated(compiled, start) for start in starts], at, reports)


def merged(plans: list[Plan]) -> dict[str, tuple[str, int | None]]:
    return {one.clause.id: (one.dated.state, one.dated.tail) for one in merge(plans)}


def test_states_from_the_strictest() -> None:
    assert STATES == ["standing", "active", "waiting", "easing", "upcoming", "ended"]


def test_a_second_treatment_makes_active_again_what_was_over() -> None:
    found = merged(course(16 * DAY, 0, 15 * DAY))
    assert found["no-sun"] == ("active", 29 * DAY)
    assert found["no-heat"] == ("active", 25 * DAY)
    assert found["no-scent"] == ("active", 20 * DAY)


def test_what_is_left_of_the_first_stays() -> None:
    found = merged(course(4 * DAY, 0, 30 * DAY))
    assert found["no-sun"] == ("active", 14 * DAY)
    assert found["no-heat"] == ("easing", 10 * DAY)
    assert found["no-scent"] == ("easing", 5 * DAY)


def test_of_two_that_are_active_the_later_end_counts() -> None:
    for starts in ((0, 2 * DAY), (2 * DAY, 0)):
        assert merged(course(2 * DAY + 1, *starts))["no-sun"] == ("active", 16 * DAY)


def test_of_two_upcoming_the_later_start_counts_and_its_order_does_not() -> None:
    one, other = course(0, 3 * DAY, 5 * DAY), course(0, 5 * DAY, 3 * DAY)
    assert merged(one) == merged(other)


def test_a_course_gives_each_clause_once_in_the_order_of_the_protocol() -> None:
    ids = [entry.clause.id for entry in merge(course(DAY, 0, HOUR, 2 * HOUR))]
    named = ["no-soap", "no-heat", "no-sun", "no-scent", "late", "dark"]
    assert ids == [*named, "glowing", "aching", "peeling", "dimming"]


def test_a_clause_for_one_treatment_only_is_in_the_course() -> None:
    compiled = protocol(ADVICE)
    pale, dark = (
        treated(compiled, facts={"skin_type": 1}),
        treated(compiled, facts={"skin_type": 5}),
    )
    plans = plan(compiled.schedule, [pale, dark], DAY)
    owner = {entry.clause.id: entry.plan.treatment for entry in merge(plans)}
    assert owner["dark"] == dark
    assert owner["no-sun"] == pale


def test_a_report_closes_only_what_belongs_to_treatments_before_it() -> None:
    calm = [Report("redness", "none", 2 * DAY)]
    first, second = course(4 * DAY, 0, 3 * DAY, reports=calm)
    assert [one.of(one.selection.clauses[0]).state for one in (first, second)] == [
        "ended",
        "waiting",
    ]
    assert merged([first, second])["no-soap"] == ("waiting", None)


def test_a_report_after_both_treatments_closes_both() -> None:
    calm = [Report("redness", "none", 4 * DAY)]
    assert merged(course(4 * DAY, 0, 3 * DAY, reports=calm))["no-soap"] == ("ended", None)


def test_each_treatment_keeps_its_zone() -> None:
    compiled = protocol(ADVICE)
    spring = 1_774_656_000  # 28 March 2026, 00:00 UTC; the clocks change on the 29th in London
    there, here = (treated(compiled, spring, zone) for zone in ("Europe/London", "Asia/Kathmandu"))
    plans = plan(compiled.schedule, [there, here], spring)
    sun = [one.of(one.selection.clauses[2]).earliest for one in plans]
    assert sun == [spring + 14 * DAY - HOUR, spring + 14 * DAY]


starts = st.lists(st.integers(-20 * DAY, 20 * DAY), min_size=1, max_size=4)
reported = st.lists(
    st.builds(
        Report,
        st.sampled_from(["redness_gone", "redness", "pores_closed", "skin_settled"]),
        st.sampled_from(["none", "yes", "no", "mild"]),
        st.integers(-20 * DAY, 20 * DAY),
    ),
    max_size=6,
)


@given(starts, reported, st.integers(-25 * DAY, 45 * DAY))
def test_a_course_is_as_strict_as_each_of_its_treatments(
    begun: list[int], reports: list[Report], at: int
) -> None:
    schedule = shipped().schedule
    plans = plan(schedule, [treated(shipped(), start) for start in begun], at, reports)
    found = {entry.clause.id: entry.dated for entry in merge(plans)}
    for one in plans:
        for clause in one.selection.clauses:
            assert strictness(found[clause.id]) >= strictness(one.of(clause))
    assert set(found) == {x.id for one in plans for x in one.selection.clauses}


def version(days: int, hours: int) -> Compiled:
    return protocol(
        f"- {{id: no-sun, avoid: sun, text: {{en: No sun.}}, for: {days} days, source: 1}}\n"
        f"- {{id: no-heat, avoid: heat, text: {{en: No heat.}}, for: at least {hours} hours,"
        " source: 1}"
    )


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 20 * DAY))
def test_a_new_version_tightens_and_never_loosens(old: int, new: int, at: int) -> None:
    plans = [
        make_plan(one.schedule, treated(one), at)
        for one in (version(old, 10 * new), version(new, 10 * old))
    ]
    found = {entry.clause.id: entry.dated for entry in merge(plans)}
    for one in plans:
        for clause in one.selection.clauses:
            assert STRICTNESS[found[clause.id].state] >= STRICTNESS[one.of(clause).state]
    assert (found["no-sun"].state == "active") == (at < max(old, new) * DAY)
    if found["no-sun"].state == "active":
        assert found["no-sun"].tail == max(old, new) * DAY
    assert (found["no-heat"].state == "active") == (at < 10 * max(old, new) * HOUR)
