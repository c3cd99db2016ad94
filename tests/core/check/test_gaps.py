"""What a clinic decided, and times and days that can be meant: where each begins to be refused."""

import pytest

from aftercare.core.problems import Problem
from tests.core.samples import codes, read_text, sample

DECLINED = "decision: declined\n    decided: Ann Lee, 2026-03-02\n"
ADOPTED = "decision: adopted\n    decided: Ann Lee, 2026-03-02\n"


def found(*changes: tuple[str, str]) -> list[Problem]:
    loaded, problems = read_text(sample(*changes))
    assert loaded is not None, problems
    return problems


@pytest.mark.parametrize(
    ("decided", "refused"),
    [
        ("Ann Lee, 2026-03-02", []),
        ("the team of the studio (2026-03-02)", []),
        ("Ann Lee", ["P802"]),
        ("Ann Lee, 2 March 2026", ["P802"]),  # one way to write a date
        ("Ann Lee, 2026-3-2", ["P802"]),
    ],
)
def test_a_decision_has_a_name_and_a_date(decided: str, refused: list[str]) -> None:
    problems = found((DECLINED, DECLINED.replace("Ann Lee, 2026-03-02", decided)))
    assert codes(problems) == refused


def test_a_decision_without_a_date_is_said_with_an_example() -> None:
    (problem,) = found((ADOPTED, "decision: adopted\n"))
    assert (problem.message, problem.help) == (
        "It is not written who adopted this, and when.",
        "Add `decided:` with a name and a date: `Dr Rossi, 2026-11-23`.",
    )
    assert problem.place is not None
    assert problem.place.path == "stops[0].decision"


@pytest.mark.parametrize(
    ("length", "begins", "refused"),
    [
        ("3 hours", "2 hours", []),
        ("3 hours", "3 hours", ["P211"]),  # over as it begins
        ("2 days", "47 hours", []),
        ("2 days", "48 hours", ["P211"]),
        ("2 to 5 days", "1 day", []),
        ("2 to 5 days", "6 days", ["P211"]),
    ],
)
def test_a_clause_ends_after_it_begins(length: str, begins: str, refused: list[str]) -> None:
    edit = ("for: 3 hours", f"for: {length}\n    from: {begins}")
    assert codes(found(edit)) == refused


def test_an_end_before_the_start_is_said_with_both() -> None:
    (problem,) = found(("for: 3 hours", "for: 3 hours\n    from: 2 days"))
    assert (problem.message, problem.help) == (
        "`keep-film` ends (3 hours) before it begins (2 days).",
        "Both count from the treatment: write when it ends, not how long it holds.",
    )
    assert problem.place is not None
    assert problem.place.path == "advice[5].for"


@pytest.mark.parametrize(
    ("some", "refused"),
    [
        ("3 days", []),  # as long as `2 to 3 days` at the latest
        ("72 hours", []),
        ("71 hours", ["P212"]),
        ("2 to 4 days", []),
        ("2 days", ["P212"]),
    ],
)
def test_a_reaction_is_not_shorter_for_some_than_it_usually_is(
    some: str, refused: list[str]
) -> None:
    problems = found(("longer-for-some: 5 days", f"longer-for-some: {some}"))
    assert codes(problems) == refused


@pytest.mark.parametrize(
    ("days", "remedies"),
    [
        ("3", []),
        ("[0, 366]", []),
        ("[3, 1]", ["Write 1, 3."]),
        ("[1, 3, 3]", ["Write 1, 3."]),
    ],
)
def test_days_of_the_check_in_stand_once_and_in_order(days: str, remedies: list[str]) -> None:
    problems = found(("days: [1, 3, 7, 14]", f"days: {days}"))
    assert [(problem.code, problem.help) for problem in problems] == [
        ("P406", remedy) for remedy in remedies
    ]
