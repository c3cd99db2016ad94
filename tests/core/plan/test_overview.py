from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import overview, plan
from aftercare.core.plan.overview import SECTIONS
from tests.core.plan.cases import DAY, HOUR, planned, protocol, treated

ADVICE = """
- {id: no-sun, avoid: sun, text: {en: No sun.}, for: 2 weeks, source: 1}
- {id: no-heat, avoid: heat, text: {en: No heat.}, for: at least 3 days, source: 1}
- {id: no-scent, avoid: fragrance, text: {en: No scent.}, for: 2 to 5 days, source: 1}
- {id: no-soap, avoid: soap, text: {en: No soap.}, until: calm, source: 1}
- {id: no-picking, avoid: picking, text: {en: No picking.}, source: 1}
- {id: little-tan, careful: self-tan, text: {en: Little tan.}, source: 1}
- {id: gentle-wash, careful: washing, text: {en: Wash gently.}, for: 1 day, source: 1}
- {id: hat, do: hat, text: {en: Wear a hat.}, for: 2 weeks, source: 1}
- {id: cream, do: moisturiser, text: {en: Use cream.}, for: 1 week, source: 1}
- {id: later, avoid: make-up, text: {en: No make-up.}, from: 5 days, for: 6 days, source: 1}
"""


def sections(days: float, *reports: Report) -> dict[str, list[str]]:
    shown = overview([planned(protocol(ADVICE), int(days * DAY), reports)])
    return {title: [row.clause.id for row in rows] for title, rows in shown.items()}


def test_sections_stand_in_a_fixed_order() -> None:
    assert SECTIONS == (
        "What to expect",
        "Not yet",
        "When your skin is ready",
        "Do not",
        "Take care",
        "Keep doing",
        "Fine again",
        "Tell us if you notice",
    )


def test_on_the_first_day_the_soonest_end_stands_first() -> None:
    found = sections(0)
    assert list(found) == [title for title in SECTIONS if title != "Fine again"]
    assert found == {
        "What to expect": ["glowing", "aching", "peeling"],
        "Not yet": ["no-scent", "no-heat", "later", "no-sun"],
        "When your skin is ready": ["no-soap"],
        "Do not": ["no-picking"],
        "Take care": ["gentle-wash", "little-tan"],
        "Keep doing": ["cream", "hat"],
        "Tell us if you notice": ["dimming"],
    }


def test_what_is_over_moves_and_a_reaction_past_its_time_is_a_concern() -> None:
    assert sections(20, Report("calm", "yes", DAY)) == {
        "Do not": ["no-picking"],
        "Take care": ["little-tan"],
        "Fine again": [
            "gentle-wash", "no-scent", "no-heat", "later", "cream", "no-sun", "hat", "no-soap",
        ],
        "Tell us if you notice": ["glowing", "aching", "peeling", "dimming"],
    }  # fmt: skip


UPCOMING = """
- {id: dated, avoid: make-up, text: {en: A.}, from: 5 days, for: 6 days, source: 1}
- {id: endless, avoid: soap, text: {en: B.}, from: 5 days, source: 1}
- {id: until-calm, avoid: sun, text: {en: C.}, from: 5 days, until: calm, source: 1}
- {id: later-do, do: hat, text: {en: D.}, from: 5 days, for: 6 days, source: 1}
- {id: later-care, careful: self-tan, text: {en: E.}, from: 5 days, source: 1}
"""


def test_what_begins_later_stands_by_its_kind_of_end() -> None:
    rows = overview([planned(protocol(UPCOMING), DAY)])
    advised = ("Not yet", "When your skin is ready", "Do not", "Take care", "Keep doing")
    assert [[row.clause.id for row in rows[title]] for title in advised] == [
        ["dated"],
        ["until-calm"],
        ["endless"],
        ["later-care"],
        ["later-do"],
    ]
    assert {row.said for title in advised for row in rows[title]} == {
        "From Tuesday 6 January, midnight."
    }


def test_what_eases_asks_for_care() -> None:
    assert sections(3)["Not yet"] == ["later", "no-sun"]
    assert sections(3)["Take care"][:2] == ["no-scent", "no-heat"]


def test_a_row_has_the_words_of_its_clause_and_of_its_end() -> None:
    compiled = protocol(ADVICE)
    rows = overview(plan(compiled.schedule, [treated(compiled, 15 * HOUR)], DAY))
    first = rows["Not yet"][1]
    assert (first.label, first.said) == ("No heat.", "Until at least Sunday 4 January, 3pm.")
    assert (first.clause.id, first.dated.state) == ("no-heat", "active")


def test_a_row_of_a_course_speaks_of_the_treatment_that_counts() -> None:
    compiled = protocol(ADVICE)
    both = [treated(compiled, 15 * HOUR), treated(compiled, 3 * DAY + 15 * HOUR)]
    rows = overview(plan(compiled.schedule, both, 4 * DAY))
    assert [(row.clause.id, row.said) for row in rows["Not yet"]] == [
        ("no-scent", "Until Tuesday 6 January, 3pm, or Friday 9 January, 3pm at the latest."),
        ("no-heat", "Until at least Wednesday 7 January, 3pm."),
        ("later", "From Friday 9 January, 3pm."),
        ("no-sun", "Until Sunday 18 January, 3pm."),
    ]


def test_nothing_planned_shows_nothing() -> None:
    assert overview([]) == {}


def test_a_shortest_time_that_is_over_is_not_said_as_if_it_were_to_come() -> None:
    advice = "- {id: cream, do: moisturiser, text: {en: Cream.}, for: at least 3 days, source: 1}"
    said = []
    for days in (1, 5):
        shown = overview([planned(protocol(advice), days * DAY)])
        said.append(next(row.said for row in shown["Keep doing"] if row.clause.id == "cream"))
    assert (said[0][:15], said[1][:19]) == ("Until at least ", "The shortest time, ")
    assert said[1].endswith(" is over.")
