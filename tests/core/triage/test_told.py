"""What the patient was told about a symptom's time."""

from __future__ import annotations

from aftercare.core.protocol.length import Span
from aftercare.core.triage.told import Told, told
from tests.core.triage.tables import micro_needling, small


def redness(reactions: str) -> Told:
    return told(small(reactions), "redness")


def test_told_of_a_symptom_that_no_clause_names_is_nothing() -> None:
    assert redness("reactions: []") == Told(named=False)


def test_told_of_a_risk_is_its_name_without_a_time() -> None:
    blocks = "risks: [{id: flush, symptom: redness, text: {en: It may flush.}, source: 1}]"
    assert told(small(blocks), "redness") == Told(named=True)
    assert told(small(blocks), "swelling") == Told(named=False)


def test_told_of_a_reaction_without_a_time_is_its_name() -> None:
    assert redness("reactions: [{id: a, symptom: redness, text: {en: Red.}, source: 1}]") == Told(
        named=True
    )


def test_told_fixed_length_is_usual_inside_and_longest_at_once() -> None:
    found = redness(
        "reactions: [{id: a, symptom: redness, text: {en: R.}, usually: 36 hours, source: 1}]"
    )
    end = Span("hours", 36)
    assert found == Told(named=True, usual=end, inside=end, longest=end)


def test_told_narrow_word_with_a_longer_time_governs_over_a_wider_one() -> None:
    found = redness("""
reactions:
  - {id: wide, symptom: [redness, itching], text: {en: W.}, usually: 3 to 5 days, source: 1}
  - id: narrow
    symptom: redness
    text: {en: N.}
    usually: 24 to 36 hours
    longer-for-some: 2 to 4 days
    source: 1
""")
    assert found == Told(
        named=True, usual=Span("hours", 24), inside=Span("hours", 36), longest=Span("days", 5)
    )


def test_told_of_two_wide_words_the_one_that_ends_last_is_usual() -> None:
    found = redness("""
reactions:
  - {id: one, symptom: redness, text: {en: O.}, usually: 1 to 2 days, source: 1}
  - {id: two, symptom: redness, text: {en: T.}, usually: 30 to 72 hours, source: 1}
""")
    assert found == Told(
        named=True, usual=Span("hours", 30), inside=Span("hours", 72), longest=Span("hours", 72)
    )


def test_told_to_some_people_only_makes_nothing_longer() -> None:
    found = redness("""
reactions:
  - {id: all, symptom: redness, text: {en: A.}, usually: 2 days, source: 1}
  - {id: some, symptom: redness, text: {en: S.}, usually: 9 days, when: {skin_type: 5}, source: 1}
""")
    assert found == Told(True, Span("days", 2), Span("days", 2), Span("days", 2))


def test_told_open_end_promises_no_longest_time() -> None:
    found = redness("""
reactions:
  - {id: open, symptom: redness, text: {en: O.}, usually: at least 3 days, source: 1}
""")
    assert found == Told(True, Span("days", 3), Span("days", 3), None)


def test_told_open_end_beside_a_closed_one_leaves_the_longest_open() -> None:
    found = redness("""
reactions:
  - {id: closed, symptom: redness, text: {en: C.}, usually: 3 to 4 days, source: 1}
  - {id: open, symptom: redness, text: {en: O.}, usually: at least 1 week, source: 1}
""")
    assert found == Told(True, Span("days", 7), Span("days", 7), None)


def test_told_of_the_shipped_protocol_is_what_its_leaflet_says() -> None:
    protocol = micro_needling()
    days_3, days_4, week = Span("days", 3), Span("days", 4), Span("days", 7)
    seven = Told(True, days_3, days_4, days_4)
    first_days = Told(True, Span("hours", 72), Span("hours", 72), Span("hours", 72))
    assert {str(name): told(protocol, name) for name in protocol.symptoms} == {
        "redness": Told(True, Span("hours", 24), Span("hours", 36), days_4),
        **dict.fromkeys(("itching", "tenderness", "stinging", "swelling", "bleeding"), seven),
        **dict.fromkeys(("tightness", "dryness"), Told(True, week, week, None)),
        **dict.fromkeys(("windburn", "tingling"), first_days),
        **dict.fromkeys(("bruising", "petechiae", "blistering", "peeling"), Told(named=True)),
        **dict.fromkeys(("scabbing", "darkening", "infection", "ulceration"), Told(named=True)),
    }
