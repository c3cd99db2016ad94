"""The proof walks each symptom beside another, wherever a row over pairs looks for one."""

from __future__ import annotations

import pytest

from aftercare.core.triage.proof import Violation, prove
from tests.core.triage.tables import small

TOLD = """
reactions:
  - {id: red, symptom: redness, text: {en: R.}, usually: 3 days, source: 1}
  - {id: swollen, symptom: swelling, text: {en: S.}, usually: 3 days, source: 1}
"""
ANY = "  - {id: any, level: contact, symptom: [redness, swelling]}"


def violations(both: str, rest: str = ANY) -> tuple[Violation, ...]:
    pair = f"id: both, level: urgent, symptom: redness, together-with: [swelling], {both}"
    return prove(small(f"{TOLD}\ntriage:\n  - {{{pair}}}\n{rest}")).violations


def test_pair_for_the_mild_falls_when_more_severe() -> None:
    assert violations("severity: mild") == (
        Violation(
            "monotone",
            "Mild redness beside swelling, right after the treatment, is `urgent` (row `both`). "
            "Moderate redness beside swelling, right after the treatment, is `contact` "
            "(row `any`). More severe must never be lower.",
            "any",
        ),
    )


def test_pair_for_a_safer_fact_falls_when_riskier() -> None:
    assert violations("when: {skin_type: 1}") == (
        Violation(
            "monotone",
            "Mild redness beside swelling, right after the treatment, with skin type 1, "
            "is `urgent` (row `both`). Mild redness beside swelling, right after the treatment, "
            "with skin type 2, is `contact` (row `any`). A riskier fact must never be lower.",
            "any",
        ),
    )


def test_pair_that_only_lifts_the_milder_above_a_row_for_the_severe_falls() -> None:
    rest = f"  - {{id: severe, level: contact, symptom: redness, severity: severe}}\n{ANY}"
    assert violations("severity: moderate or less", rest) == (
        Violation(
            "monotone",
            "Moderate redness beside swelling, right after the treatment, is `urgent` "
            "(row `both`). Severe redness beside swelling, right after the treatment, "
            "is `contact` (row `severe`). More severe must never be lower.",
            "severe",
        ),
    )


@pytest.mark.parametrize(
    "both",
    [
        "severity: moderate or worse",
        "when: {skin_type: 4 to 6}",
        "when: {skin_type: 6}",
        "after: longest",
        "trend: worse",
    ],
)
def test_pair_for_the_riskier_cases_is_taken(both: str) -> None:
    assert violations(both) == ()


def test_pair_held_by_a_row_that_is_as_high_for_the_rest_is_taken() -> None:
    more = "symptom: redness, severity: moderate or worse"
    assert violations("severity: mild", f"  - {{id: more, level: urgent, {more}}}\n{ANY}") == ()


def test_pair_that_begins_after_some_days_falls_at_no_change_of_clocks() -> None:
    rest = f"  - {{id: late, level: urgent, symptom: redness, after: 73 hours}}\n{ANY}"
    assert violations("after: 3 days", rest) == ()
