"""The decision table: the first row that fits decides, the highest symptom counts."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from aftercare.core.plan.dated import Treatment
from aftercare.core.protocol.model import Protocol
from aftercare.core.triage.table import Judged, compile_table, triage
from tests.core.triage.tables import DAY, HOUR, facts, small

TIMED = """
reactions:
  - id: red
    symptom: redness
    text: {en: It is red.}
    usually: 24 to 36 hours
    longer-for-some: 3 to 4 days
    source: 1
"""


def judged(
    protocol: Protocol,
    symptoms: dict[str, str],
    at: int = HOUR,
    before: dict[str, str] | None = None,
    **known: object,
) -> Judged:
    treatment = Treatment(0, facts(protocol, **known))
    return triage(compile_table(protocol), treatment, at, symptoms, before)


def levels(
    protocol: Protocol, cases: list[tuple[str, int]], before: dict[str, str] | None = None
) -> list[str]:
    return [judged(protocol, {"redness": said}, at, before).level for said, at in cases]


def test_first_row_that_fits_decides() -> None:
    protocol = small("""
triage:
  - {id: one, level: watch, symptom: redness}
  - {id: two, level: urgent, symptom: [redness, swelling]}
""")
    assert judged(protocol, {"redness": "mild"}) == Judged("watch", "one", "redness", ())
    assert judged(protocol, {"swelling": "mild"}) == Judged("urgent", "two", "swelling", ())


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("mild", ["row", "not-covered", "not-covered"]),
        ("moderate", ["not-covered", "row", "not-covered"]),
        ("severe", ["not-covered", "not-covered", "row"]),
        ("moderate or less", ["row", "row", "not-covered"]),
        ("moderate or worse", ["not-covered", "row", "row"]),
        ("mild or worse", ["row", "row", "row"]),
    ],
)
def test_severity_range_takes_both_its_ends_and_nothing_beyond(
    written: str, rows: list[str]
) -> None:
    protocol = small(
        f"triage: [{{id: row, level: expected, symptom: redness, severity: {written}}}]"
    )
    said = [judged(protocol, {"redness": word}).row for word in ("mild", "moderate", "severe")]
    assert said == rows


@pytest.mark.parametrize(
    ("after", "boundary"),
    [
        ("usually", 24 * HOUR),
        ("longest", 4 * DAY),
        ("71 hours", 71 * HOUR),
        ("2 to 5 days", 2 * DAY),
        ("at least 1 week", 7 * DAY),
    ],
)
def test_after_begins_at_its_very_second(after: str, boundary: int) -> None:
    protocol = small(
        TIMED
        + f"""
triage:
  - {{id: late, level: contact, symptom: redness, after: {after}}}
  - {{id: soon, level: expected, symptom: redness}}
"""
    )
    cases = [("mild", boundary - 1), ("mild", boundary), ("mild", boundary + 1)]
    assert levels(protocol, cases) == ["expected", "contact", "contact"]


def test_after_a_time_that_was_never_told_holds_for_no_symptom() -> None:
    protocol = small("""
triage:
  - {id: late, level: urgent, symptom: redness, after: longest}
  - {id: soon, level: watch, symptom: redness}
""")
    assert judged(protocol, {"redness": "mild"}, 99 * DAY).row == "soon"


def test_day_feels_a_change_of_clocks_and_an_hour_does_not() -> None:
    protocol = small("""
triage:
  - {id: day, level: contact, symptom: redness, after: 1 day}
  - {id: hours, level: contact, symptom: swelling, after: 24 hours}
""")
    zone = ZoneInfo("Europe/London")
    treated = 1_774_708_200  # 2026-03-28 14:30 UTC; the clocks go forward in that night
    table, known = compile_table(protocol), facts(protocol)
    rows = [
        [
            triage(table, Treatment(treated, known, zone), treated + after, {name: "mild"}).row
            for after in (23 * HOUR - 1, 23 * HOUR, 24 * HOUR - 1, 24 * HOUR)
        ]
        for name in ("redness", "swelling")
    ]
    assert rows == [
        ["not-covered", "day", "day", "day"],
        ["not-covered", "not-covered", "not-covered", "hours"],
    ]


def test_worse_trend_holds_only_where_the_last_check_in_was_calmer() -> None:
    protocol = small("""
triage:
  - {id: rising, level: contact, symptom: redness, trend: worse}
  - {id: steady, level: watch, symptom: redness}
""")
    before: list[dict[str, str] | None] = [None, {"redness": "severe"}, {"redness": "moderate"}]
    before += [{"redness": "mild"}, {"redness": "none"}, {}, {"swelling": "severe"}]
    rows = [judged(protocol, {"redness": "moderate"}, before=each).row for each in before]
    assert rows == ["steady", "steady", "steady", "rising", "rising", "rising", "rising"]


def test_together_with_raises_only_beside_its_symptom() -> None:
    protocol = small("""
triage:
  - {id: alone, level: watch, symptom: [redness, swelling, itching]}
  - {id: both, level: urgent, symptom: redness, together-with: [swelling]}
""")
    said = [
        judged(protocol, dict.fromkeys(names, "mild"))
        for names in (["redness"], ["redness", "itching"], ["redness", "swelling"])
    ]
    assert [(one.level, one.row) for one in said] == [
        ("watch", "alone"),
        ("watch", "alone"),
        ("urgent", "both"),
    ]
    assert judged(protocol, {"redness": "mild", "swelling": "none"}).row == "alone"


def test_together_with_of_a_list_with_itself_needs_two_of_them() -> None:
    protocol = small("""
triage:
  - {id: alone, level: watch, symptom: [redness, swelling]}
  - {id: two, level: urgent, symptom: [redness, swelling], together-with: [redness, swelling]}
""")
    said = [{"redness": "mild"}, {"swelling": "mild"}, {"swelling": "mild", "redness": "mild"}]
    assert [judged(protocol, each).row for each in said] == ["alone", "alone", "two"]


def test_together_with_never_lowers_whatever_its_place() -> None:
    protocol = small("""
triage:
  - {id: both, level: expected, symptom: redness, together-with: [swelling]}
  - {id: red, level: contact, symptom: redness}
  - {id: swollen, level: watch, symptom: swelling}
""")
    assert judged(protocol, {"redness": "mild", "swelling": "mild"}).row == "red"


def test_together_with_does_not_lower_a_symptom_in_no_row() -> None:
    protocol = small("""
triage:
  - {id: both, level: watch, symptom: redness, together-with: [swelling]}
""")
    said = judged(protocol, {"redness": "mild", "swelling": "mild"})
    assert said == Judged("contact", "not-covered", "redness", ())


@pytest.mark.parametrize(
    "limit", ["severity: severe", "after: 2 days", "trend: worse", "when: {skin_type: 6}"]
)
def test_together_with_keeps_its_own_limits(limit: str) -> None:
    protocol = small(f"""
triage:
  - {{id: alone, level: watch, symptom: [redness, swelling]}}
  - {{id: both, level: urgent, symptom: redness, together-with: [swelling], {limit}}}
""")
    pair = {"redness": "mild", "swelling": "mild"}
    assert judged(protocol, pair, skin_type=1).row == "alone"
    severe = {"redness": "severe", "swelling": "mild"}
    raised = judged(protocol, severe, 2 * DAY, {"redness": "mild"}, skin_type=6)
    assert (raised.level, raised.row) == ("urgent", "both")


def test_unknown_fact_takes_the_highest_of_its_values() -> None:
    protocol = small("""
triage:
  - {id: light, level: watch, symptom: redness, when: {skin_type: 1 to 3}}
  - {id: dark, level: urgent, symptom: redness, when: {skin_type: 5 to 6}}
  - {id: swollen-light, level: watch, symptom: swelling, when: {skin_type: 1 to 3}}
  - {id: itching-light, level: urgent, symptom: itching, when: {skin_type: 1 to 3}}
""")
    rows = {
        name: [judged(protocol, {name: "mild"}, skin_type=kind).row for kind in (2, 4, 6, None)]
        for name in ("redness", "swelling", "itching")
    }
    assert rows == {
        "redness": ["light", "not-covered", "dark", "dark"],
        "swelling": ["swollen-light", "not-covered", "not-covered", "not-covered"],
        "itching": ["itching-light", "not-covered", "not-covered", "itching-light"],
    }


@pytest.mark.parametrize(
    ("level", "row"),
    [("watch", "not-covered"), ("contact", "light"), ("urgent", "light")],
)
def test_unknown_fact_that_may_have_no_row_names_the_row_unless_it_is_below_contact(
    level: str, row: str
) -> None:
    protocol = small(f"""
triage:
  - {{id: light, level: {level}, symptom: redness, when: {{skin_type: 1 to 3}}}}
""")
    said = judged(protocol, {"redness": "mild"})
    assert (said.level, said.row) == ("urgent" if level == "urgent" else "contact", row)


def test_unknown_fact_does_not_choose_two_values_at_once() -> None:
    protocol = small("""
triage:
  - {id: low, level: watch, symptom: redness, when: {skin_type: 1 to 3}}
  - {id: high, level: watch, symptom: redness, when: {skin_type: 4 to 6}}
  - {id: never, level: urgent, symptom: redness}
""")
    assert judged(protocol, {"redness": "mild"}).level == "watch"


def test_several_areas_take_the_highest_of_theirs() -> None:
    protocol = small("""
facts: {areas: {kind: areas, ask: {en: Where?}, options: [cheeks, eyes]}}
triage:
  - {id: eyes, level: contact, symptom: redness, when: {areas: eyes}}
  - {id: rest, level: watch, symptom: redness}
""")
    areas: list[list[str] | None] = [["cheeks"], ["eyes"], ["cheeks", "eyes"], None]
    rows = [judged(protocol, {"redness": "mild"}, areas=each).row for each in areas]
    assert rows == ["rest", "eyes", "eyes", "eyes"]


def test_nothing_reported_is_expected() -> None:
    protocol = small("triage: [{id: red, level: urgent, symptom: redness}]")
    nothing = Judged("expected", "nothing-reported", None, ())
    assert judged(protocol, {}) == nothing
    assert judged(protocol, {"redness": "none", "swelling": "none"}) == nothing


def test_set_of_symptoms_takes_the_highest_level_and_its_row() -> None:
    protocol = small("""
triage:
  - {id: red, level: expected, symptom: redness}
  - {id: swollen, level: urgent, symptom: swelling}
  - {id: itchy, level: watch, symptom: itching}
""")
    everything = dict.fromkeys(("redness", "swelling", "itching"), "mild")
    assert judged(protocol, everything) == Judged("urgent", "swollen", "swelling", ())


def test_of_two_symptoms_at_one_level_the_first_in_the_protocol_is_named() -> None:
    protocol = small("triage: [{id: row, level: watch, symptom: [redness, swelling]}]")
    orders = (("redness", "swelling"), ("swelling", "redness"))
    named = [judged(protocol, dict.fromkeys(order, "mild")).symptom for order in orders]
    assert named == ["redness", "redness"]


def test_of_two_symptoms_at_one_level_the_most_severe_is_named() -> None:
    protocol = small("triage: [{id: row, level: watch, symptom: [redness, swelling]}]")
    assert judged(protocol, {"redness": "mild", "swelling": "severe"}).symptom == "swelling"


def test_quote_is_the_rows_own_else_the_clauses_about_the_symptom() -> None:
    protocol = small("""
reactions:
  - {id: wide, symptom: redness, text: {en: W.}, usually: 3 days, source: 1}
  - id: narrow
    symptom: redness
    text: {en: N.}
    usually: 24 hours
    longer-for-some: 2 days
    source: 1
risks:
  - {id: risk, symptom: [redness, swelling], text: {en: R.}, source: 1}
triage:
  - {id: severe, level: contact, symptom: redness, severity: severe, quote: risk}
  - {id: red, level: watch, symptom: redness}
""")
    quoted = [
        judged(protocol, said).clauses
        for said in ({"redness": "severe"}, {"redness": "mild"}, {"swelling": "mild"})
    ]
    assert quoted == [("risk",), ("narrow", "wide"), ("risk",)]
