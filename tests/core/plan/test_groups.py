from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import overview, plan
from aftercare.core.plan.groups import Group, groups
from aftercare.core.plan.overview import NOT_YET
from tests.core.plan.cases import DAY, HOUR, LONDON, instant, protocol, treated

AT = instant("2026-11-19T14:30+00:00")  # a Thursday
ADVICE = """
- {id: no-sun, avoid: sun, text: {en: No sun.}, for: 2 weeks, exception: {en: Or a hat.}, source: 1}
- {id: no-pool, avoid: chlorinated-water, text: {en: No pool.}, for: about 14 days, source: 1}
- {id: no-heat, avoid: heat, text: {en: No heat.}, for: at least 3 days, source: 1}
- {id: no-wax, avoid: waxing, text: {en: No wax.}, for: 72 hours, source: 1}
- {id: no-scent, avoid: fragrance, text: {en: No scent.}, for: 2 to 5 days, source: 1}
- {id: no-tan, avoid: self-tan, text: {en: No tan.}, for: up to 6 days, source: 1}
- {id: later, avoid: make-up, text: {en: No make-up.}, from: 5 days, for: 6 days, source: 1}
- {id: no-picking, avoid: picking, text: {en: No picking.}, source: 1}
"""


def grouped(advice: str, days: float, *reports: Report) -> list[Group]:
    compiled = protocol(advice)
    patient = treated(compiled, AT, "Europe/London")
    shown = overview(plan(compiled.schedule, [patient], AT + int(days * DAY), reports))
    return groups(shown.get(NOT_YET, []))


def read(found: list[Group]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (each.title, each.away, [(line.shown.clause.id, line.more) for line in each.lines])
        for each in found
    ]


def test_the_date_is_the_heading_and_the_soonest_stands_first() -> None:
    assert read(grouped(ADVICE, 0)) == [
        (
            "Until Sunday 22 November, 2:30pm",
            "3 days",
            [("no-heat", "At least until then."), ("no-wax", "")],
        ),
        (
            "Until Tuesday 24 November, 2:30pm",
            "5 days",
            [("no-scent", "2 to 5 days; this is the latest.")],
        ),
        (
            "Until Wednesday 25 November, 2:30pm",
            "6 days",
            [
                ("no-tan", "At the latest until then."),
                ("later", "From Tuesday 24 November, 2:30pm."),
            ],
        ),
        (
            "Until Thursday 3 December, 2:30pm",
            "14 days",
            [("no-sun", "Or a hat."), ("no-pool", "About until then.")],
        ),
    ]


def test_the_day_before_it_is_tomorrow_and_on_its_day_today() -> None:
    titles = [grouped(ADVICE, days)[0].title for days in (1.9, 2.5)]
    assert titles == ["Until tomorrow, 2:30pm", "Until today, 2:30pm"]


def test_an_end_that_is_only_about_a_day_is_not_told_to_the_minute() -> None:
    (one,) = grouped(ADVICE.splitlines()[2], 1)
    assert read([one]) == [("Until about Thursday 3 December", "13 days", [("no-pool", "")])]
    assert one.ends == instant("2026-12-03T14:30+00:00")


def test_hours_and_days_that_part_over_a_change_of_clocks_part_here_too() -> None:
    compiled = protocol("\n".join(ADVICE.splitlines()[3:5]))
    patient = treated(compiled, instant("2026-10-23T14:30+01:00"), "Europe/London")
    shown = overview(plan(compiled.schedule, [patient], patient.at))[NOT_YET]
    assert [each.title for each in groups(shown)] == [
        "Until Monday 26 October, 1:30pm",
        "Until Monday 26 October, 2:30pm",
    ]


def test_of_two_treatments_the_later_end_is_the_heading() -> None:
    compiled = protocol(ADVICE.splitlines()[4])
    both = [treated(compiled, at, "Europe/London") for at in (AT, AT + DAY)]
    shown = overview(plan(compiled.schedule, both, AT + DAY + HOUR))[NOT_YET]
    assert [each.title for each in groups(shown)] == ["Until Monday 23 November, 2:30pm"]
    assert both[0].zone == LONDON
