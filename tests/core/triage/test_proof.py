"""The proof: for each rule a small table that breaks it, with the sentence a clinician reads."""

from __future__ import annotations

import pytest

from aftercare.core.triage.proof import Violation, prove
from tests.core.triage.tables import small

TOLD = """
reactions:
  - id: red
    symptom: redness
    text: {en: It is red.}
    usually: 24 to 36 hours
    longer-for-some: 3 to 4 days
    source: 1
  - {id: itch, symptom: itching, text: {en: It itches.}, source: 1}
risks: [{id: swells, symptom: swelling, text: {en: It may swell.}, source: 1}]
"""


def violations(blocks: str) -> tuple[Violation, ...]:
    return prove(small(TOLD + blocks)).violations


def test_total_counts_what_no_row_covers_as_the_default() -> None:
    proof = prove(small("triage: [{id: red, level: contact, symptom: redness}]"))
    # 3 symptoms, 3 severities, 7 shifts of the clocks, 2 trends, one band of time each
    assert (proof.cells, proof.uncovered, proof.violations) == (126, 84, ())


def test_total_counts_a_second_symptom_only_where_a_row_looks_for_one() -> None:
    proof = prove(
        small("""
triage:
  - {id: any, level: contact, symptom: [redness, swelling, itching]}
  - {id: both, level: urgent, symptom: redness, together-with: [redness, swelling, itching]}
""")
    )
    # redness alone, beside swelling and beside itching; each of the others alone
    assert (proof.cells, proof.uncovered, proof.violations) == (42 * (3 + 1 + 1), 0, ())


def test_monotone_refuses_more_severe_but_lower() -> None:
    assert violations("""
triage:
  - {id: mild-red, level: urgent, symptom: redness, severity: mild}
  - {id: red, level: contact, symptom: redness}
""") == (
        Violation(
            "monotone",
            "Mild redness, right after the treatment, is `urgent` (row `mild-red`). "
            "Moderate redness, right after the treatment, is `contact` (row `red`). "
            "More severe must never be lower.",
            "red",
        ),
    )


def test_monotone_refuses_later_but_lower() -> None:
    assert violations("""
triage:
  - {id: late, level: contact, symptom: redness, after: 5 days}
  - {id: red, level: urgent, symptom: redness}
""") == (
        Violation(
            "monotone",
            "Mild redness, 4 days after the treatment, is `urgent` (row `red`). "
            "Mild redness, 5 days after the treatment, is `contact` (row `late`). "
            "Later must never be lower.",
            "late",
        ),
    )


def test_monotone_refuses_worse_but_lower() -> None:
    assert violations("""
triage:
  - {id: rising, level: contact, symptom: swelling, trend: worse}
  - {id: swollen, level: urgent, symptom: swelling}
""") == (
        Violation(
            "monotone",
            "Mild swelling, right after the treatment, is `urgent` (row `swollen`). "
            "Mild swelling, right after the treatment, worse than last time, is `contact` "
            "(row `rising`). Worse than last time must never be lower.",
            "rising",
        ),
    )


def test_monotone_refuses_a_riskier_fact_but_lower() -> None:
    assert violations("""
triage:
  - {id: light, level: urgent, symptom: swelling, when: {skin_type: 1 to 3}}
  - {id: dark, level: contact, symptom: swelling}
""") == (
        Violation(
            "monotone",
            "Mild swelling, right after the treatment, with skin type 3, is `urgent` "
            "(row `light`). Mild swelling, right after the treatment, with skin type 4, "
            "is `contact` (row `dark`). A riskier fact must never be lower.",
            "dark",
        ),
    )


def test_monotone_names_no_row_where_the_default_is_the_lower() -> None:
    assert violations("triage: [{id: a, level: urgent, symptom: redness, severity: mild}]") == (
        Violation(
            "monotone",
            "Mild redness, right after the treatment, is `urgent` (row `a`). Moderate redness, "
            "right after the treatment, is `contact` (no row). More severe must never be lower.",
            None,
        ),
    )


def test_monotone_holds_hours_against_days_when_the_clocks_change() -> None:
    """The order of 72 hours and 3 days depends on the night: half an hour less is too few."""
    found = violations("""
triage:
  - {id: by-hours, level: watch, symptom: swelling, after: 72 hours}
  - {id: by-days, level: contact, symptom: [swelling, itching], after: 3 days}
  - {id: rest, level: watch, symptom: [swelling, itching]}
""")
    assert found == (
        Violation(
            "monotone",
            "Mild swelling, 71.50 hours after the treatment, is `contact` (row `by-days`). "
            "Mild swelling, 3 days after the treatment, is `watch` (row `by-hours`). "
            "Later must never be lower.",
            "by-hours",
        ),
    )


def test_monotone_holds_hours_against_days_where_clocks_go_forward_by_two_hours() -> None:
    """So they do at Troll, in Antarctica; 71 hours are less than any other zone's 3 days."""
    found = violations("""
triage:
  - {id: by-hours, level: watch, symptom: swelling, after: 71 hours}
  - {id: by-days, level: contact, symptom: [swelling, itching], after: 3 days}
  - {id: rest, level: watch, symptom: [swelling, itching]}
""")
    assert found == (
        Violation(
            "monotone",
            "Mild swelling, 70 hours after the treatment, is `contact` (row `by-days`). "
            "Mild swelling, 71 hours after the treatment, is `watch` (row `by-hours`). "
            "Later must never be lower.",
            "by-hours",
        ),
    )


def test_monotone_holds_hours_against_days_where_clocks_go_back_by_two_hours() -> None:
    found = violations("""
triage:
  - {id: days, level: contact, symptom: swelling, after: 9 days}
  - {id: watch-days, level: watch, symptom: swelling, after: 3 days}
  - {id: contact-hours, level: contact, symptom: [swelling, itching], after: 73 hours}
  - {id: rest, level: watch, symptom: [swelling, itching]}
""")
    assert found == (
        Violation(
            "monotone",
            "Mild swelling, 73 hours after the treatment, is `contact` (row `contact-hours`). "
            "Mild swelling, 74 hours after the treatment, is `watch` (row `watch-days`). "
            "Later must never be lower.",
            "watch-days",
        ),
    )


def test_monotone_takes_hours_that_no_change_of_clocks_brings_after_the_days() -> None:
    blocks = """
triage:
  - {id: by-hours, level: watch, symptom: swelling, after: 70 hours}
  - {id: by-days, level: contact, symptom: [swelling, itching], after: 3 days}
  - {id: rest, level: watch, symptom: [swelling, itching]}
"""
    assert violations(blocks) == ()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            "{id: row, level: expected, symptom: redness, severity: moderate or less}",
            (
                "Mild redness, 36 hours after the treatment, is `expected` (row `row`), "
                "but what is usual is over after 36 hours: it must be at least `watch`."
            ),
        ),
        (
            "{id: row, level: watch, symptom: redness}",
            (
                "Mild redness, 4 days after the treatment, is `watch` (row `row`), "
                "but the longest time that was told is 4 days: it must be at least `contact`."
            ),
        ),
        (
            "{id: row, level: expected, symptom: redness, severity: severe}",
            (
                "Severe redness, right after the treatment, is `expected` (row `row`), "
                "but it is severe: it must be at least `watch`."
            ),
        ),
        (
            "{id: row, level: expected, symptom: itching}",
            (
                "Mild itching, right after the treatment, is `expected` (row `row`), "
                "but the patient was told no time for this symptom: it must be at least `watch`."
            ),
        ),
        (
            "{id: row, level: expected, symptom: swelling}",
            (
                "Mild swelling, right after the treatment, is `expected` (row `row`), "
                "but the patient was told no time for this symptom: it must be at least `watch`."
            ),
        ),
    ],
)
def test_honest_refuses_what_is_calmer_than_what_was_told(row: str, sentence: str) -> None:
    found = [one for one in violations(f"triage: [{row}]") if one.rule == "honest"]
    assert found == [Violation("honest", sentence, "row")]


def test_honest_refuses_calm_about_a_symptom_that_no_clause_names() -> None:
    proof = prove(small("triage: [{id: row, level: watch, symptom: itching}]"))
    assert proof.violations == (
        Violation(
            "honest",
            "Mild itching, right after the treatment, is `watch` (row `row`), "
            "but the patient was told nothing about this symptom: it must be at least `contact`.",
            "row",
        ),
    )


def test_honest_holds_long_after_the_longest_time_that_was_told() -> None:
    found = violations("""
triage:
  - {id: forgotten, level: watch, symptom: redness, after: 9 days}
  - {id: red, level: contact, symptom: redness}
""")
    assert [one for one in found if one.rule == "honest"] == [
        Violation(
            "honest",
            "Mild redness, 9 days after the treatment, is `watch` (row `forgotten`), "
            "but the longest time that was told is 4 days: it must be at least `contact`.",
            "forgotten",
        )
    ]


def test_honest_table_says_watch_and_contact_in_time() -> None:
    assert (
        violations("""
triage:
  - {id: too-long, level: contact, symptom: redness, after: longest}
  - {id: long, level: watch, symptom: redness, after: 36 hours}
  - {id: severe, level: watch, symptom: redness, severity: severe}
  - {id: red, level: expected, symptom: redness}
  - {id: told, level: watch, symptom: [itching, swelling]}
""")
        == ()
    )


def test_reachable_refuses_a_row_whose_cases_are_taken() -> None:
    assert violations("""
triage:
  - {id: all, level: contact, symptom: redness}
  - {id: dead, level: urgent, symptom: redness, severity: severe}
""") == (
        Violation(
            "reachable",
            "Row `dead` decides nothing: earlier rows take each of its cases.",
            "dead",
        ),
    )


def test_reachable_refuses_a_pair_that_raises_nothing() -> None:
    assert violations("""
triage:
  - {id: all, level: contact, symptom: redness}
  - {id: both, level: contact, symptom: redness, together-with: [swelling]}
""") == (
        Violation(
            "reachable",
            "Row `both` decides nothing: earlier rows take each of its cases.",
            "both",
        ),
    )


def test_reachable_takes_a_pair_that_raises_something() -> None:
    blocks = """
triage:
  - {id: all, level: contact, symptom: redness}
  - {id: both, level: urgent, symptom: redness, together-with: [swelling]}
"""
    assert violations(blocks) == ()


@pytest.mark.parametrize("limit", ["severity: severe", "after: longest", "severity: moderate"])
def test_reachable_takes_a_pair_that_raises_in_one_case_only(limit: str) -> None:
    blocks = f"""
triage:
  - {{id: all, level: contact, symptom: redness}}
  - {{id: both, level: urgent, symptom: redness, together-with: [swelling], {limit}}}
"""
    assert [one for one in violations(blocks) if one.rule == "reachable"] == []


def test_each_rule_and_row_gives_one_counter_example() -> None:
    found = violations("""
triage:
  - {id: a, level: expected, symptom: [itching, swelling]}
  - {id: b, level: expected, symptom: [itching, swelling], severity: severe}
""")
    assert [(one.rule, one.row) for one in found] == [("honest", "a"), ("reachable", "b")]
