"""What is known of a person: unknown is every possible value, and a wrong value is refused."""

import pytest

from aftercare.core.protocol.facts import (
    compile_when,
    fitting,
    may_apply,
    options,
    read_facts,
)
from aftercare.core.protocol.model import Fact, When
from aftercare.core.protocol.scalars import FactValue, Name

DECLARED = {
    Name("skin_type"): Fact(kind="fitzpatrick", ask={}),
    Name("thinners"): Fact(kind="yes-no-unknown", ask={}),
    Name("areas"): Fact(kind="areas", ask={}, options=(Name("arm"), Name("ankle"))),
    Name("ink"): Fact(kind="choice", ask={}, options=(Name("black"), Name("red"))),
}
TYPES = frozenset("123456")
UNKNOWN = {
    "skin_type": TYPES,
    "thinners": frozenset({"yes", "no"}),
    "areas": frozenset({"arm", "ankle"}),
    "ink": frozenset({"black", "red"}),
}


def known(**given: object) -> dict[str, frozenset[str]]:
    facts, problems = read_facts(DECLARED, given)
    assert problems == []
    return dict(facts)


def refused(**given: object) -> list[tuple[str, str, str]]:
    _, problems = read_facts(DECLARED, given)
    return [(problem.code, problem.message, problem.help) for problem in problems]


def test_what_is_left_out_may_be_anything() -> None:
    assert known() == UNKNOWN


@pytest.mark.parametrize("word", ["unknown", "Unknown", "I do not know", "", None])
@pytest.mark.parametrize("name", sorted(UNKNOWN))
def test_i_do_not_know_may_be_anything(name: str, word: str | None) -> None:
    assert known(**{name: word}) == UNKNOWN


@pytest.mark.parametrize(
    ("name", "given", "values"),
    [
        ("skin_type", 5, {"5"}),
        ("skin_type", "5", {"5"}),
        ("skin_type", " 5 ", {"5"}),
        ("thinners", True, {"yes"}),
        ("thinners", False, {"no"}),
        ("thinners", "true", {"yes"}),
        ("thinners", "FALSE", {"no"}),
        ("thinners", "yes", {"yes"}),
        ("thinners", "No", {"no"}),
        ("areas", "ankle", {"ankle"}),
        ("areas", ["arm", "ankle"], {"arm", "ankle"}),
        ("areas", ("arm",), {"arm"}),
        ("areas", [], {"arm", "ankle"}),  # nothing was said: it may be any
        ("areas", ["unknown"], {"arm", "ankle"}),
        ("ink", "Red", {"red"}),
    ],
)
def test_a_value_is_read_as_people_and_json_write_it(
    name: str, given: object, values: set[str]
) -> None:
    assert known(**{name: given}) == {**UNKNOWN, name: frozenset(values)}


@pytest.mark.parametrize(
    ("name", "given", "said", "can_be"),
    [
        ("skin_type", 7, "7", "1, 2, 3, 4, 5, 6 and unknown"),
        ("skin_type", 0, "0", "1, 2, 3, 4, 5, 6 and unknown"),
        ("skin_type", 5.0, "5.0", "1, 2, 3, 4, 5, 6 and unknown"),
        ("skin_type", True, "yes", "1, 2, 3, 4, 5, 6 and unknown"),
        ("skin_type", "4 to 6", "4 to 6", "1, 2, 3, 4, 5, 6 and unknown"),
        ("skin_type", [5], "a list", "1, 2, 3, 4, 5, 6 and unknown"),
        ("thinners", "maybe", "maybe", "no, yes and unknown"),
        ("thinners", 1, "1", "no, yes and unknown"),
        ("thinners", {"a": 1}, "{'a': 1}", "no, yes and unknown"),
        ("areas", ["arm", "leg"], "leg", "arm, ankle and unknown"),
        ("areas", ["arm", "unknown"], "unknown beside others", "arm, ankle and unknown"),
        ("ink", "x" * 99, "x" * 60, "black, red and unknown"),
    ],
)
def test_a_value_that_the_fact_cannot_have_is_refused(
    name: str, given: object, said: str, can_be: str
) -> None:
    sentence = f"The fact `{name}` cannot be `{said}`."
    assert refused(**{name: given}) == [("F102", sentence, f"It can be {can_be}.")]


def test_an_undeclared_fact_is_refused_with_the_declared_ones() -> None:
    assert refused(skin_tipe=5) == [
        (
            "F101",
            "There is no fact `skin_tipe` in this protocol.",
            "It declares skin_type, thinners, areas and ink.",
        )
    ]


def test_all_wrong_facts_are_said_at_once() -> None:
    assert [code for code, _, _ in refused(ink="blue", eyes="blue", thinners="no")] == [
        "F101",
        "F102",
    ]


def test_options_go_from_the_lowest_to_the_highest_risk() -> None:
    assert [options(fact) for fact in DECLARED.values()] == [
        tuple("123456"),
        ("no", "yes"),
        ("arm", "ankle"),
        ("black", "red"),
    ]


@pytest.mark.parametrize(
    ("name", "written", "values", "strange"),
    [
        ("skin_type", ("4 to 6",), {"4", "5", "6"}, []),
        ("skin_type", ("1 to 2", "6"), {"1", "2", "6"}, []),
        ("skin_type", ("6 to 4",), set(), ["6 to 4"]),
        ("skin_type", ("4 to 4",), set(), ["4 to 4"]),
        ("skin_type", ("4 to 7",), set(), ["4 to 7"]),
        ("skin_type", ("4 to",), set(), ["4 to"]),
        ("skin_type", ("3", "9"), {"3"}, ["9"]),
        ("thinners", ("no to yes",), set(), ["no to yes"]),
        ("areas", ("ankle to arm",), set(), ["ankle to arm"]),
        ("areas", ("ankle",), {"ankle"}, []),
    ],
)
def test_a_range_of_skin_types_fits_each_of_them(
    name: str, written: tuple[str, ...], values: set[str], strange: list[str]
) -> None:
    assert fitting(DECLARED[Name(name)], written) == (frozenset(values), strange)


@pytest.mark.parametrize(
    ("given", "applies"),
    [
        ({"skin_type": 5, "thinners": "yes"}, True),
        ({"skin_type": 3, "thinners": "yes"}, False),
        ({"skin_type": 5, "thinners": "no"}, False),
        ({"skin_type": 5}, True),
        ({"thinners": "no"}, False),
        ({}, True),
    ],
)
def test_a_when_over_two_facts_may_apply_where_neither_rules_it_out(
    given: dict[str, object], applies: bool
) -> None:
    when: When = {Name("skin_type"): (FactValue("4 to 6"),), Name("thinners"): (FactValue("yes"),)}
    assert may_apply(compile_when(when, DECLARED), known(**given)) is applies


def test_a_when_over_an_undeclared_fact_fits_nobody() -> None:
    when: When = {Name("eyes"): (FactValue("blue"),)}
    assert compile_when(when, DECLARED) == (("eyes", frozenset()),)


def test_a_problem_with_a_fact_is_an_error_without_a_place() -> None:
    _, (problem,) = read_facts(DECLARED, {"ink": "blue"})
    assert (problem.place, problem.weight) == (None, "error")
