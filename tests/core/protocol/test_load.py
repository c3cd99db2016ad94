"""Bytes to a protocol: its hash is that of its bytes, and all faults come at once, each placed."""

import hashlib

import pytest

from aftercare.core.problems import Problem
from aftercare.core.protocol.load import load
from tests.core.samples import FILE, SAMPLE, loaded, places, sample

ADVICE = (
    "id, do, avoid, careful, text, for, until, usually, from, when, because, exception, easing, "
    "afterwards, source, accepted"
)
LINES = SAMPLE.split("\n")


def faults(*changes: tuple[str, str]) -> list[Problem]:
    found, problems = load(sample(*changes).encode(), FILE)
    assert found is None
    return problems


def line_of(words: str) -> int:
    (number,) = [i for i, line in enumerate(LINES, 1) if words in line]
    return number


def said(problem: Problem) -> tuple[str, str, str]:
    return (problem.code, problem.message, problem.help)


def test_the_sample_is_read_with_the_hash_of_its_bytes() -> None:
    found, problems = load(SAMPLE.encode(), FILE)
    assert problems == []
    assert found is not None
    assert found.sha256 == hashlib.sha256(SAMPLE.encode()).hexdigest()


def test_a_comment_changes_the_hash_and_nothing_else() -> None:
    commented = loaded(SAMPLE + "# the end\n")
    assert commented.protocol == loaded().protocol
    assert commented.sha256 == hashlib.sha256((SAMPLE + "# the end\n").encode()).hexdigest()


def test_windows_line_ends_change_the_hash_and_nothing_else() -> None:
    data = SAMPLE.replace("\n", "\r\n").encode()
    found, problems = load(data, FILE)
    assert problems == []
    assert found is not None
    assert found.protocol == loaded().protocol
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_all_faults_come_at_once_each_with_its_place() -> None:
    changes = [
        ("version: 1", "version: one"),
        ("kind: fitzpatrick", "kind: fitzpatric"),
        ("usually: 2 to 3 days", "usually: 2-3 days"),
        ("  - id: no-swimming\n    avoid: swimming", "  - id: no-swimming\n    avoids: swimming"),
        ("for: 4 weeks", "for: 4 weeks\n    until: scabs_gone"),
        ("days: [1, 3, 7, 14]", "days: [1, -3, 7, 400]"),
        ("level: urgent, symptom: infection}", "level: urgen, symptom: infection}"),
        ("  phone: 555 0100", "  phone: {en: 555 0100}"),
    ]
    problems = faults(*changes)
    swimming, sun = line_of("id: no-swimming"), line_of("id: no-sun")
    days, row = line_of("days: ["), line_of("id: infected, level")
    assert places(problems) == [
        ("P102", 3, 10),
        ("P104", line_of("kind: fitzpatrick"), 21),
        ("P103", line_of("usually: 2 to 3 days"), 14),
        ("P107", swimming, 5),
        ("P105", swimming + 1, 5),
        ("P107", sun, 5),
        ("P102", days + 1, 13),
        ("P102", days + 1, 20),
        ("P104", row + 1, 27),
        ("P101", line_of("phone:") + 1, 10),
    ]
    assert [problem.place.path for problem in problems if problem.place] == [
        "version",
        "facts.skin_type.kind",
        "reactions[0].usually",
        "advice[1]",
        "advice[1]",
        "advice[3]",
        "questions.days[1]",
        "questions.days[3]",
        "triage[0].level",
        "contact.phone",
    ]


def test_a_place_shows_the_line_and_how_much_of_it_to_underline() -> None:
    (problem,) = faults(("for: 3 hours", "for: 3 hrs"))
    assert problem.place is not None
    assert (problem.place.excerpt, problem.place.width) == ("    for: 3 hrs", len("3 hrs"))
    assert (problem.place.file, problem.place.path) == (FILE, "advice[5].for")


def test_a_clause_with_a_fault_hides_no_fault_of_another() -> None:
    problems = faults(("for: 2 weeks\n    source: 5", "for: soon"), ("source: 7", "source: seven"))
    assert places(problems) == [
        ("P106", line_of("id: wash"), 5),
        ("P103", line_of("id: wash") + 3, 10),
        ("P102", line_of("source: 7") - 1, 13),
    ]


@pytest.mark.parametrize(
    ("written", "message", "remedy"),
    [
        ("avoids", "There is no field `avoids` here.", "Did you mean `avoid`?"),
        ("Avoid", "There is no field `Avoid` here.", "Did you mean `avoid`?"),
        (
            "xyz",
            "There is no field `xyz` here.",
            f"Write one of: {ADVICE}.",
        ),
    ],
)
def test_an_unknown_field_is_named_with_the_nearest_or_all(
    written: str, message: str, remedy: str
) -> None:
    problems = faults(("avoid: sun", f"avoid: sun\n    {written}: sun"))
    assert [said(problem) for problem in problems] == [("P105", message, remedy)]


def test_missing_fields_are_named_together() -> None:
    problems = faults(
        ("    text: {en: Do not swim.}\n    for: at least 2 weeks\n    source: 6\n", "")
    )
    assert [said(problem) for problem in problems] == [
        ("P106", "Missing here: `text` and `source`.", "Add it; see the reference.")
    ]


@pytest.mark.parametrize(
    "change", [("do: washing\n    ", ""), ("do: washing", "do: washing\n    avoid: picking")]
)
def test_a_piece_of_advice_says_exactly_one_of_do_avoid_and_careful(
    change: tuple[str, str],
) -> None:
    message = "Exactly one of `do`, `avoid` and `careful` must stand here."
    assert [said(problem) for problem in faults(change)] == [("P107", message, "Keep one.")]


BESIDE_UNTIL = (
    "`for` and `until` cannot stand together.",
    "Beside `until`, write what is usual as `usually`.",
)
BESIDE_USUALLY = (
    "`for` and `usually` cannot stand together.",
    "`usually` belongs to `until`; keep `for` alone.",
)
ALONE = (
    "`usually` stands without `until`.",
    "`usually` says when a condition usually holds; name it in `until`.",
)


@pytest.mark.parametrize(
    ("added", "found"),
    [
        ("until: scabs_gone", [BESIDE_UNTIL]),
        ("usually: 2 weeks", [BESIDE_USUALLY]),
        ("until: scabs_gone\n    usually: 2 weeks", [BESIDE_UNTIL, BESIDE_USUALLY]),
    ],
)
def test_a_length_does_not_stand_beside_a_condition(
    added: str, found: list[tuple[str, str]]
) -> None:
    problems = faults(("for: 4 weeks", f"for: 4 weeks\n    {added}"))
    assert [said(problem) for problem in problems] == [("P107", *words) for words in found]


def test_what_is_usual_belongs_to_a_condition() -> None:
    problems = faults(("for: 4 weeks", "usually: 2 weeks"))
    assert [said(problem) for problem in problems] == [("P107", *ALONE)]
    assert places(problems) == [("P107", line_of("id: no-sun"), 5)]


WORDLESS = ("There are no words.", "Write `en: words` for a text, one line a language.")
NOTHING = ("The list is empty.", "Name one, or more.")


@pytest.mark.parametrize(
    ("old", "new", "path", "words"),
    [
        ("text: {en: Do not swim.}", "text: {}", "advice[1].text", WORDLESS),
        ("title: {en: Tattoo}", "title: {}", "title", WORDLESS),
        ("ask: {en: Is your skin red?}", "ask: {}", "symptoms.redness.ask", WORDLESS),
        ("avoid: sun", "avoid: []", "advice[3].avoid", NOTHING),
        ("source: 10\n", "source: []\n", "advice[5].source", NOTHING),
        ("days: [1, 3, 7, 14]", "days: []", "questions.days", NOTHING),
        ("raised-by: {place: ankle}", "raised-by: {place: []}", "risks[0].raised-by.place",
         NOTHING),
    ],
)  # fmt: skip
def test_an_empty_list_or_text_does_not_count_as_left_out(
    old: str, new: str, path: str, words: tuple[str, str]
) -> None:
    (problem,) = faults((old, new))
    assert problem.place is not None
    assert (*said(problem), problem.place.path) == ("P108", *words, path)


def test_a_list_of_clauses_may_be_empty() -> None:
    start, end = SAMPLE.index("red-flags:"), SAMPLE.index("contact:\n")
    text = f"{SAMPLE[:start]}red-flags: []\n{SAMPLE[end:]}"
    assert loaded(text).protocol == loaded(SAMPLE[:start] + SAMPLE[end:]).protocol


def test_faults_come_in_the_order_of_the_file() -> None:
    assert places(faults(("advice:", "advise:"))) == [
        ("P106", 1, 1),
        ("P105", line_of("advice:"), 1),
    ]


@pytest.mark.parametrize(
    ("digits", "known"),
    [("0af9" * 16, True), ("0af9" * 15 + "0af", False), ("0AF9" * 16, False), ("0afg" * 16, False)],
)
def test_a_leaflet_s_fingerprint_has_64_hexadecimal_digits(digits: str, known: bool) -> None:
    text = sample(("leaflet:\n", f"leaflet:\n  sha256: {digits}\n"))
    found, _ = load(text.encode(), FILE)
    assert (found.protocol.leaflet.sha256 if found else None) == (digits if known else None)


def test_one_value_stands_for_a_list_of_one() -> None:
    assert loaded(sample(("avoid: sun", "avoid: [sun]"))).protocol == loaded().protocol
    assert loaded(sample(("source: 8", "source: [8]"))).protocol == loaded().protocol


LONE = "Here stands a list or a block, where one word or sentence belongs."
BLOCK = "where a block of `name: value` lines belongs."


@pytest.mark.parametrize(
    ("old", "new", "code", "wrong", "message"),
    [
        ("days: [1, 3, 7, 14]", "days: {1: 3}", "P101", "{1: 3}", LONE),
        ("title: {en: Tattoo}", "title: Words", "P101", "Words", f"Here stands `Words`, {BLOCK}"),
        ("contact:\n", "contact: []\nold:\n", "P101", "[]", f"Here stands a list, {BLOCK}"),
        ("- {id: purpose", "  {id: purpose", "P101", "{id: purpose", "A list belongs here."),
        ("id: tattoo", "id: My Tattoo", "P102", "My Tattoo", "`My Tattoo` is not a name."),
        ("title: {en:", "title: {english:", "P102", "english", "`english` is not a language."),
        ("title: {en: Tattoo}", "title: {en: ' '}", "P102", "' '", "There are no words here."),
        ("leaflet:\n", "leaflet:\n  sha256: abc\n", "P102", "abc", "`abc` is not a SHA-256."),
        ("optional: yes", "optional: maybe", "P102", "maybe", "`maybe` is neither yes nor no."),
        ("moderate or less", "worst", "P102", "worst", "`worst` is not a severity."),
        ("trend: worse", "trend: better", "P104", "better", "`better` cannot stand in `trend`."),
        ("source: 9", "source: page 9", "P102", "page 9",
         "`page 9` is neither a sentence's number nor a citation."),
        ("when: {place: ankle}\n", "when: {place: Leg!}\n", "P102", "Leg!",
         "`Leg!` is not a value of a fact."),
        ("words: take film off, remove film", "words: film,,off", "P102", "film,,off",
         "A phrase between two commas is empty."),
        ("    12: The booking", "    0: The booking", "P102", "0: The booking",
         "`0` is not a whole number from 1."),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_is_said_where_it_stands(
    old: str, new: str, code: str, wrong: str, message: str
) -> None:
    before, after = sample((old, new)).split(wrong)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    problem = faults((old, new))[0]
    assert (places([problem]), problem.message) == ([(code, line, column)], message)
    assert problem.help
    assert after


def test_a_part_that_is_not_there_is_placed_at_its_parent() -> None:
    place = loaded().place(("advice", 0, "until"))
    assert (place.line, place.column, place.path) == (line_of("id: wash"), 5, "advice[0]")
