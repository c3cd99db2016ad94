"""Clauses that govern one activity are compared, unless the author accepted that they meet."""

import pytest

from tests.core.samples import read_text, sample

END = "questions:\n"


def found(clause: str, *changes: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Add one clause of advice to the sample and give what is found."""
    text = sample((END, f"  - {{{clause}, text: {{en: Words.}}, source: 6}}\n{END}"), *changes)
    loaded, problems = read_text(text)
    assert loaded is not None, problems
    return [(problem.code, problem.weight, problem.message) for problem in problems]


def test_what_one_forbids_and_another_asks_for_is_found() -> None:
    sentence = "`wash` and `x` both govern washing. One forbids what the other asks for."
    assert found("id: x, avoid: washing") == [("P301", "warning", sentence)]


def test_what_one_forbids_and_another_allows_with_care_is_found() -> None:
    sentence = "`no-picking` and `x` both govern picking. One forbids what the other asks for."
    assert found("id: x, careful: picking") == [("P301", "warning", sentence)]


def test_an_activity_is_governed_by_what_it_is_a_kind_of() -> None:
    (problem,) = found("id: x, avoid: sunbed, for: 5 weeks")
    assert problem[:2] == ("P302", "warning")


def test_two_clauses_that_only_meet_in_a_third_activity_get_a_note() -> None:
    # Swimming and exercise meet in aqua aerobics alone.
    sentence = "`no-swimming` and `x` both govern aqua aerobics. They end at different times."
    assert found("id: x, avoid: exercise, for: 3 days") == [("P302", "note", sentence)]


@pytest.mark.parametrize(
    "clause",
    [
        "id: x, do: hat, when: {thinners: true}",  # YAML's words for yes and no
        "id: x, do: hat, when: {thinners: [false]}",
        "id: x, avoid: sun, for: 28 days",  # the same end, written otherwise
        "id: x, avoid: sun, for: about 4 weeks",  # as is told, not another end
        "id: x, do: hat, for: 1 day",  # another activity
        "id: x, careful: washing, for: 2 weeks",  # neither forbids
        "id: x, avoid: clothes, when: {place: arm}",  # nobody is in both
        "id: x, do: sun, from: 4 weeks",  # begins when the other ends
        "id: x, do: sun, from: 672 hours",  # the same, in hours
        "id: x, avoid: sun, from: 5 weeks, for: 6 weeks",
        "id: x, avoid: clothes, from: 14 days",  # `up to 14 days` ends then at the latest
    ],
)
def test_clauses_that_agree_are_left_alone(clause: str) -> None:
    assert found(clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "id: x, do: sun",  # from the start
        "id: x, do: sun, from: 27 days",
        "id: x, do: sun, from: 671 hours",  # an hour before the other ends
        "id: x, do: swimming, from: 2 weeks",  # `at least 2 weeks` promises no end
        "id: x, do: swimming, from: 9 weeks",
        "id: x, do: picking, from: 2 weeks",  # a condition may be reported late
    ],
)
def test_a_clause_that_begins_before_the_other_has_ended_meets_it(clause: str) -> None:
    assert [(code, weight) for code, weight, _ in found(clause)] == [("P301", "warning")]


def test_a_clause_that_ends_where_an_earlier_one_of_the_protocol_begins_is_left_alone() -> None:
    later = ("for: 4 weeks\n", "from: 2 days\n    for: 4 weeks\n")
    assert found("id: x, do: sun, for: 2 days", later) == []
    assert found("id: x, do: sun, for: 49 hours", later) == [
        (
            "P301",
            "warning",
            "`no-sun` and `x` both govern sun. One forbids what the other asks for.",
        )
    ]


def test_of_several_activities_the_shared_one_is_named() -> None:
    sentence = "`wash` and `x` both govern washing. One forbids what the other asks for."
    clause = "id: x, avoid: [hat, sun, washing], for: 4 weeks"
    assert found(clause) == [("P301", "warning", sentence)]


@pytest.mark.parametrize("when", ["{place: ankle}", "{skin_type: 4 to 6}", "{place: [arm, ankle]}"])
def test_clauses_that_can_hold_for_one_person_are_compared(when: str) -> None:
    assert [code for code, _, _ in found(f"id: x, avoid: clothes, when: {when}")] == ["P301"]


def test_an_accepted_overlap_is_silent_from_either_side() -> None:
    accepted = "accepted: {no-sun: The sunbed is worse.}"
    assert found(f"id: x, avoid: sunbed, for: 5 weeks, {accepted}") == []
    there = ("source: 8\n", "source: 8\n    accepted: {x: The sunbed is worse.}\n")
    assert found("id: x, avoid: sunbed, for: 5 weeks", there) == []


def test_accepting_one_overlap_accepts_no_other() -> None:
    accepted = "accepted: {wash: It is another matter.}"
    assert [code for code, _, _ in found(f"id: x, avoid: sun, {accepted}")] == ["P302"]


def test_each_pair_of_clauses_is_named_once() -> None:
    # Both govern swimming and all its kinds: pools, water parks, aqua aerobics.
    sentence = "`no-swimming` and `x` both govern swimming. They end at different times."
    assert found("id: x, avoid: swimming, for: 3 days") == [("P302", "warning", sentence)]


REACTION = "  - {id: x, symptom: [itching, redness], text: {en: Words.}, source: 2"


@pytest.mark.parametrize(
    ("times", "names"),
    [
        ("usually: 2 to 3 days", ["itch"]),
        ("usually: 14 days", ["red"]),
        ("usually: 5 days", ["red", "itch"]),
        ("usually: 5 days, accepted: {red: The narrower holds.}", ["itch"]),
        ("usually: 5 days, accepted: {red: Narrow., itch: Narrow.}", []),
        ("when: {place: ankle}", None),
    ],
)
def test_two_times_for_one_symptom_are_found_unless_accepted(
    times: str, names: list[str] | None
) -> None:
    _, problems = read_text(sample(("risks:\n", f"{REACTION}, {times}}}\nrisks:\n")))
    told = [problem.message.split("`")[1] for problem in problems if problem.code == "P303"]
    assert told == (names or [])
    assert ("P402" in [problem.code for problem in problems]) is (names is None)
