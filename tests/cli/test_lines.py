"""JSON Lines: the order is kept, and a bad line answers a sentence and stops nothing."""

from __future__ import annotations

import pytest

from aftercare.cli.lines import LONGEST_LINE
from tests.cli.running import MICRO, answered, run

KEYS = "The keys are after_h, facts, q, reports."
GOOD = {"q": "sauna", "after_h": 1}
HOURS = "Write hours such as 30 or 1.5."


def test_lines_keep_their_order_and_skip_blank_ones() -> None:
    hours = list(range(0, 300, 40))
    lines = [b"\n", b"   \n"]
    for each in hours:
        lines += [b'{"q": "sauna", "after_h": %d}\n' % each, b"\r\n"]
    status, found = answered("ask", *lines)
    verdicts = ["not-yet"] * 2 + ["with-care"] * 4 + ["yes"] * 2
    assert (status, [one["verdict"] for one in found]) == (0, verdicts)


def test_lines_need_no_newline_at_the_end() -> None:
    status, found = answered("ask", b'{"q": "sauna", "after_h": 1}')
    assert (status, len(found)) == (0, 1)


def test_no_lines_give_no_answers() -> None:
    assert answered("ask") == (0, [])


def test_bad_line_answers_an_error_and_the_rest_goes_on() -> None:
    status, found = answered("ask", GOOD, b"{\n", GOOD)
    assert status == 1
    assert [next(iter(one)) for one in found] == ["verdict", "error", "verdict"]
    assert list(found[1]) == ["error"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"[]\n", 'The line is not an object. Write {"after_h": 30, …}.'),
        (b"null\n", 'The line is not an object. Write {"after_h": 30, …}.'),
        (b"\xff{}\n", "The line is not UTF-8. Write it as UTF-8."),
        (
            b"{'q': 1}\n",
            (
                "The line is not JSON: expecting property name enclosed in double quotes "
                "at column 2. Write one JSON object a line."
            ),
        ),
        (b"[" * 90_000 + b"\n", "The line is nested too deeply. Write a flat object."),
        (
            b'{"q": "' + b"a" * LONGEST_LINE + b'"}\n',
            "The line has 100,010 bytes. Write one question a line.",
        ),
        ({**GOOD, "hours": 1}, f"There is no key `hours`. {KEYS}"),
        ({**GOOD, "symptoms": {}}, f"There is no key `symptoms`. {KEYS}"),
        ({"after_h": 1}, '`q` is missing or is not a text. Write "q": "words".'),
        ({"q": 7, "after_h": 1}, '`q` is missing or is not a text. Write "q": "words".'),
        ({"q": "sauna"}, "`after_h` is missing. Write the hours since the treatment."),
        ({"q": "sauna", "after_h": "1"}, f"`after_h` is not a number. {HOURS}"),
        ({"q": "sauna", "after_h": True}, f"`after_h` is not a number. {HOURS}"),
        (
            {"q": "sauna", "after_h": -0.5},
            "`after_h` is -0.5; it counts forward from the treatment. Write 0 or more hours.",
        ),
        (
            {"q": "sauna", "after_h": float("nan")},
            "`after_h` is nan; it counts forward from the treatment. Write 0 or more hours.",
        ),
        (
            {"q": "sauna", "after_h": float("inf")},
            "`after_h` is more than ten years; that is no aftercare. Write at most 87840 hours.",
        ),
        (
            b'{"q": "sauna", "after_h": 1, "after_h": 300}\n',
            "The key `after_h` stands twice. Keep one of the two.",
        ),
        (
            b'{"q": "sauna", "after_h": 1, "reports": {"redness": "none", "redness": "mild"}}\n',
            "The key `redness` stands twice. Keep one of the two.",
        ),
        (
            b'{"q": "sauna", "after_h": 1' + b"0" * 5_000 + b"}\n",
            "A number is too long. Write fewer digits.",
        ),
        (
            {**GOOD, "facts": []},
            '`facts` is not an object. Write "facts": {"name": "value"}.',
        ),
        (
            {**GOOD, "reports": None},
            '`reports` is not an object. Write "reports": {"name": "value"}.',
        ),
        (
            {**GOOD, "facts": {"skin": 5}},
            (
                "There is no fact `skin` in this protocol. "
                "It declares skin_type, bleeding_agents and areas."
            ),
        ),
        (
            {**GOOD, "facts": {"skin_type": 7}},
            "The fact `skin_type` cannot be `7`. It can be 1, 2, 3, 4, 5, 6 and unknown.",
        ),
        (
            {**GOOD, "facts": {"bleeding_agents": [True]}},
            "The fact `bleeding_agents` cannot be `a list`. It can be no, yes and unknown.",
        ),
        (
            {**GOOD, "reports": {"redness": "some"}},
            (
                "The severity of `redness` cannot be `some`. "
                "It can be none, mild, moderate and severe."
            ),
        ),
        (
            {**GOOD, "reports": {"redness_gone": "maybe"}},
            "The condition `redness_gone` cannot be `maybe`. Report it as yes or no.",
        ),
    ],
)
def test_bad_line_says_what_is_wrong_and_what_to_write(line: object, sentence: str) -> None:
    assert answered("ask", line) == (1, [{"error": sentence}])


@pytest.mark.parametrize("line", [{"after_h": 1}, {"after_h": 1, "symptoms": ["redness"]}])
def test_line_without_symptoms_is_never_expected(line: object) -> None:
    said = '`symptoms` is missing or is not an object. Write "symptoms": {"name": "value"}.'
    assert answered("triage", line) == (1, [{"error": said}])


def test_bad_line_lists_the_symptoms_that_are_declared() -> None:
    status, found = answered("triage", {"after_h": 1, "symptoms": {"pain": "mild"}})
    assert (status, found) == (
        1,
        [
            {
                "error": "There is no symptom `pain` in this protocol. It declares tightness, "
                "itching, tenderness, stinging, windburn, tingling, dryness, swelling, redness, "
                "bleeding, bruising, petechiae, peeling, blistering, scabbing, darkening, "
                "infection and ulceration."
            }
        ],
    )


def test_bad_line_says_all_that_is_wrong_in_a_block_at_once() -> None:
    line = {"after_h": 1, "symptoms": {"redness": "very", "itching": 3}}
    assert answered("triage", line) == (
        1,
        [
            {
                "error": "The severity of `redness` cannot be `very`. It can be none, mild, "
                "moderate and severe. The severity of `itching` cannot be `3`. It can be none, "
                "mild, moderate and severe."
            }
        ],
    )


def test_lines_keep_letters_that_are_not_ascii() -> None:
    ran = run("ask", MICRO, "-", stdin='{"q": "Soap?", "after_h": "é"}\n'.encode())
    assert (ran.status, ran.err) == (1, "")
    words = run("triage", MICRO, "-", stdin=b'{"after_h": 1, "symptoms": {"redness": "mild"}}\n')
    assert words.out.count("“Your skin will look red and flushed.”") == 1


@pytest.mark.parametrize("value", [[], {}, None, 0, 1.5])
def test_condition_that_is_neither_yes_nor_no_is_an_error(value: object) -> None:
    line = {**GOOD, "reports": {"redness_gone": value}}
    said = f"The condition `redness_gone` cannot be `{value}`. Report it as yes or no."
    assert answered("ask", line) == (1, [{"error": said}])


def test_hours_beyond_any_float_are_an_error() -> None:
    line = b'{"q": "sauna", "after_h": 1' + b"0" * 400 + b"}\n"
    said = "`after_h` is more than ten years; that is no aftercare. Write at most 87840 hours."
    assert answered("ask", line) == (1, [{"error": said}])
