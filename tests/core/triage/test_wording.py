"""A level in words: what to do, what was told, whom to tell."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from aftercare.core.plan.dated import Treatment
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.scalars import Lang, Phrase
from aftercare.core.triage.table import compile_table, triage
from aftercare.core.triage.wording import wording
from tests.core.triage.tables import DAY, HOUR, facts, micro_needling, small

REACTIONS = """
reactions:
  - id: red
    symptom: redness
    text: {en: Your skin may be red.}
    usually: 24 to 36 hours
    longer-for-some: 3 to 4 days
    source: 1
  - {id: itch, symptom: itching, text: {en: It may itch.}, usually: 2 days, source: 1}
risks: [{id: swells, symptom: swelling, text: {en: It rarely swells.}, source: 1}]
"""


def said(protocol: Protocol, symptom: str, severity: str = "mild", at: int = HOUR) -> str:
    treatment = Treatment(0, facts(protocol))
    judged = triage(compile_table(protocol), treatment, at, {symptom: severity})
    return wording(protocol, judged)


def one_row(level: str, symptom: str = "redness") -> Protocol:
    return small(REACTIONS + f"triage: [{{id: row, level: {level}, symptom: {symptom}}}]")


def with_emergency(protocol: Protocol, words: str) -> Protocol:
    contact = replace(protocol.contact, emergency={Lang("en"): Phrase(words)})
    return replace(protocol, contact=contact)


def test_wording_of_expected_quotes_what_was_told_and_its_time() -> None:
    assert said(one_row("expected"), "redness") == (
        "You were told to expect this: redness. “Your skin may be red.” "
        "Usually 24 to 36 hours, for some 3 to 4 days. Tell us."
    )


@pytest.mark.parametrize(
    ("level", "lead", "concern"),
    [
        ("watch", "Keep an eye on this", " Tell us."),
        ("contact", "Contact your specialist about this", ""),
    ],
)
def test_wording_above_expected_says_the_time_and_quotes_nothing_that_calms(
    level: str, lead: str, concern: str
) -> None:
    assert said(one_row(level), "redness") == (
        f"{lead}: redness. You were told: usually 24 to 36 hours, for some 3 to 4 days.{concern}"
    )


def test_wording_of_a_single_length_has_no_longer_one() -> None:
    assert said(one_row("watch", "itching"), "itching") == (
        "Keep an eye on this: itching. You were told: usually 2 days. Tell us."
    )


def test_wording_of_a_reaction_without_a_time_says_only_what_to_do() -> None:
    blocks = "reactions: [{id: red, symptom: redness, text: {en: Red.}, source: 1}]\n"
    protocol = small(blocks + "triage: [{id: row, level: watch, symptom: redness}]")
    assert said(protocol, "redness") == "Keep an eye on this: redness. Tell us."


def test_wording_of_a_risk_to_watch_quotes_it_without_a_time() -> None:
    assert said(one_row("watch", "swelling"), "swelling") == (
        "Keep an eye on this: swelling. “It rarely swells.” Tell us."
    )


@pytest.mark.parametrize(
    ("level", "lead"),
    [
        ("contact", "Contact your specialist about this"),
        ("urgent", "Contact your specialist today about this"),
    ],
)
def test_wording_of_a_risk_to_act_on_does_not_call_it_rare(level: str, lead: str) -> None:
    assert said(one_row(level, "swelling"), "swelling") == f"{lead}: swelling."


def test_wording_of_several_clauses_quotes_the_one_that_governs() -> None:
    wide = "  - {id: wide, symptom: redness, text: {en: W.}, usually: 48 hours, source: 1}"
    blocks = REACTIONS.replace("reactions:", f"reactions:\n{wide}")
    protocol = small(blocks + "triage: [{id: row, level: expected, symptom: redness}]")
    assert said(protocol, "redness") == said(one_row("expected"), "redness")


def test_wording_of_urgent_quotes_nothing_that_calms() -> None:
    assert (
        said(one_row("urgent"), "redness") == "Contact your specialist today about this: redness."
    )


def test_wording_of_urgent_says_the_clinics_emergency_words() -> None:
    protocol = with_emergency(one_row("urgent"), "Call 999 if you cannot breathe.")
    assert said(protocol, "redness") == (
        "Contact your specialist today about this: redness. Call 999 if you cannot breathe."
    )


def test_wording_below_urgent_leaves_the_emergency_words_out() -> None:
    protocol = with_emergency(one_row("contact", "swelling"), "Call 999 if you cannot breathe.")
    assert said(protocol, "swelling") == "Contact your specialist about this: swelling."


def test_wording_of_what_no_row_covers_does_not_quote() -> None:
    assert said(one_row("watch", "itching"), "redness") == (
        "Contact your specialist about this: redness. Your clinic has not said what it means."
    )


def test_wording_of_nothing_reported_still_has_somewhere_to_go() -> None:
    assert said(one_row("watch"), "redness", "none") == "You reported nothing. Tell us."


@pytest.mark.parametrize(
    ("symptom", "words"), [("infection", "signs of infection"), ("ulceration", "open sores")]
)
def test_wording_of_the_shipped_urgent_rows_quotes_no_clause(symptom: str, words: str) -> None:
    found = said(micro_needling(), symptom, "mild", 5 * DAY)
    assert found == f"Contact your specialist today about this: {words}."
