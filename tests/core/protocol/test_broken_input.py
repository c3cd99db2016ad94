"""Whatever stands in a file, reading it ends in a protocol or in problems with place and help."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftercare.core.explanations import EXPLANATIONS
from aftercare.core.pipeline import read
from aftercare.core.problems import Problem, errors
from aftercare.protocols import shipped
from tests.core.samples import FILE, SAMPLE, shared_vocabulary

SHIPPED = shipped()["micro-needling"].read_text(encoding="utf-8")
LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
CAMPAIGN = settings(max_examples=100_000)


def faulty(problem: Problem, lines: int) -> list[str]:
    """Give what a problem lacks of a place inside the file, a sentence, a remedy and a code."""
    place = problem.place
    inside = place is not None and 1 <= place.line <= lines and place.column >= 1
    return [
        what
        for what, there in (
            ("place", inside),
            ("file", place is not None and place.file == FILE),
            ("sentence", problem.message.endswith((".", "?"))),
            ("remedy", problem.help.endswith((".", "?"))),
            ("code", problem.code in EXPLANATIONS),
        )
        if not there
    ]


def examine(data: bytes) -> list[Problem]:
    """Read a file's bytes; nothing is raised, and a refusal says why and where."""
    found, problems = read(data, FILE, shared_vocabulary())
    lines = len(LINE_END.split(data.decode("utf-8", errors="replace"))) + 1
    assert [(problem, lacks) for problem in problems if (lacks := faulty(problem, lines))] == []
    assert found is not None or errors(problems) != []
    return problems


# Text that is almost a protocol: pieces of the language, in any order.
MARKS = [*"-:{}[]#&*!|>'\"%@`?,~ \t\n", "\n  ", "\n- ", ": ", "...", "---\n", "<<: ", "!!int "]
ODD = ["\r", "\r\n", "\x85", "\u2028", "\ufeff", "\x00", "\u00e9", "\U0001f600", "0123", "9:30"]
FIELDS = [*re.findall(r"[a-z-]+: ?", SAMPLE), "for: 2 days", "en: words"]
PIECES = st.sampled_from([*MARKS, *ODD, *FIELDS])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))

# A protocol with a few accidents: lines lost, doubled, swapped, moved in or out, words changed.
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "swap", "indent", "cut", "insert", "value"]),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        TEXTS,
    ),
    min_size=1,
    max_size=4,
)
Edit = tuple[str, int, int, str]


def edited(lines: list[str], edit: Edit) -> list[str]:
    """Give lines with one accident in them."""
    kind, first, second, text = edit
    at, other = first % len(lines), second % len(lines)
    line, there = lines[at], second % (len(lines[at]) + 1)
    changed = {
        "drop": [],
        "double": [line, line],
        "swap": [lines[other]],
        "indent": [" " * (second % 5) + line.lstrip() if second % 2 else f"  {line}"],
        "cut": [line[:there]],
        "insert": [line[:there] + text + line[there:]],
        "value": [line.split(":")[0] + ": " + text],
    }[kind]
    return [*lines[:at], *changed, *lines[at + 1 :]] or [""]


def accident(text: str, edits: list[Edit]) -> bytes:
    """Give a protocol's text after some accidents."""
    lines = text.split("\n")
    for edit in edits:
        lines = edited(lines, edit)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


@given(st.binary())
def test_any_bytes_are_refused_with_place_and_remedy(data: bytes) -> None:
    examine(data)


@given(TEXTS)
def test_any_text_is_refused_with_place_and_remedy(text: str) -> None:
    examine(text.encode("utf-8", "surrogatepass"))


@given(EDITS)
def test_an_accident_in_the_sample_is_found_or_harmless(edits: list[Edit]) -> None:
    examine(accident(SAMPLE, edits))


@settings(max_examples=100)
@given(EDITS)
def test_an_accident_in_the_shipped_protocol_is_found_or_harmless(edits: list[Edit]) -> None:
    examine(accident(SHIPPED, edits))


# One line more, as deep as the line before which it comes: the sample has no place for any.
MALFORMED = st.sampled_from(
    [
        "usualy: 2 days",
        "\tid: x",
        "x: *y",
        "x: &y z",
        "x: !y z",
        'x: "y',
        "x: [",
        "- - x",
        "x: y: z",
    ]
)


@given(st.integers(0, SAMPLE.count("\n") - 1), MALFORMED)
def test_a_malformed_protocol_is_always_refused(line: int, malformed: str) -> None:
    lines = SAMPLE.split("\n")
    indent = len(lines[line]) - len(lines[line].lstrip())
    lines.insert(line, " " * indent + malformed)
    assert errors(examine("\n".join(lines).encode())) != []


@pytest.mark.campaign
@CAMPAIGN
@given(st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_a_hundred_thousand_files_crash_nothing(data: bytes) -> None:
    examine(data)


@pytest.mark.campaign
@CAMPAIGN
@given(EDITS)
def test_a_hundred_thousand_accidents_crash_nothing(edits: list[Edit]) -> None:
    examine(accident(SAMPLE, edits))


@pytest.mark.campaign
@settings(max_examples=20_000)
@given(EDITS)
def test_twenty_thousand_accidents_in_the_shipped_protocol_crash_nothing(edits: list[Edit]) -> None:
    examine(accident(SHIPPED, edits))
