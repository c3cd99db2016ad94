"""Each check finds the one thing that is wrong, where it is, and nothing else."""

import pytest

from aftercare.core.problems import Problem
from tests.core.samples import SAMPLE, codes, places, read_text, sample

ADVICE = "questions:\n"
ROWS = "triage:\n"
LAST_ROW = "  - {id: both, level: urgent, symptom: itching, together-with: infection}\n"
RISKS = "risks:\n"
DRY = "{text: {en: dry}, closed-by: patient, ask: {en: Dry?}}"
DECIDED = "    decided: Ann Lee, 2026-03-02\n"
UNTOLD = "id: x, level: contact, symptom: [redness, infection], after: usually, severity: severe"


def found(*changes: tuple[str, str]) -> list[Problem]:
    text = sample(*changes)
    loaded, problems = read_text(text)
    assert loaded is not None, problems
    return problems


def after(line: str, *more: str) -> tuple[str, str]:
    return (line, line + "".join(more))


def more(before: str, fields: str) -> tuple[str, str]:
    """Add a clause at the end of a block, before the next one's name."""
    return (before, f"  - {{id: x, {fields}}}\n{before}")


def test_nothing_is_found_in_the_sample() -> None:
    assert read_text(SAMPLE)[1] == []


CASES = {
    "P201": [("when: {place: ankle}\n    source", "when: {plaice: ankle}\n    source")],
    "P202": [("when: {place: ankle}\n    source", "when: {place: wrist}\n    source")],
    "P203": [("for: 4 weeks", "until: tan_faded")],
    "P204": [("symptoms: [itching, redness,", "symptoms: [itching, fever, redness,")],
    "P205": [("after: usually}", "after: usually, quote: reddish}")],
    "P206": [("id: photos", "id: told")],
    "P207": [after("    says: taking the film off\n", "    is: peel-off\n")],
    "P208": [("kind: yes-no-unknown,", "kind: yes-no-unknown, options: [yes],")],
    "P209": [after(ROWS, f"  - {{{UNTOLD}}}\n")],
    "P210": [("symptoms:\n  redness", f"  dry: {DRY}\nsymptoms:\n  redness")],
    "P211": [("for: 3 hours", "for: 3 hours\n    from: 2 days")],
    "P212": [("longer-for-some: 5 days", "longer-for-some: 1 day")],
    "P301": [more(ADVICE, "avoid: washing, text: {en: No washing.}, source: 5")],
    "P302": [more(ADVICE, "avoid: swimming, text: {en: No swims.}, for: 9 days, source: 6")],
    "P303": [more(RISKS, "symptom: redness, text: {en: It is red.}, usually: 1 day, source: 2")],
    "P401": [("avoid: film-removal", "avoid: film-tearing")],
    "P402": [more(RISKS, "symptom: infection, text: {en: Pus.}, source: 4")],
    "P403": [more("agreements:\n", "text: {en: It may fade.}, source: 8")],
    "P405": [("symptoms: [itching, redness, infection]", "symptoms: [itching, infection]")],
    "P406": [("days: [1, 3, 7, 14]", "days: [1, 7, 3, 7]")],
    "P501": [("{en: Do not swim.}", "{en: Do not swim" + " or swim" * 9 + ".}")],
    "P502": [("{en: Your skin will be red.}", "{en: You will see erythema.}")],
    "P701": [("  not-needed:\n", "    13: no pets\n  not-needed:\n")],
    "P702": [("source: 8", "source: [8, 80]")],
    "P703": [after("  not-needed:\n", "    1: It is well known.\n")],
    "P801": [(f"decision: adopted\n{DECIDED}", "decision: offered\n")],
    "P802": [(f"decision: declined\n{DECIDED}", "decision: declined\n")],
    "P803": [("  phone: 555 0100\n", "")],
    "P901": [after(ROWS, "  - {id: x, level: contact, symptom: infection, severity: severe}\n")],
    "P902": [("symptom: [redness, itching], after: longest", "symptom: itching, after: longest")],
    "P903": [after(LAST_ROW, "  - {id: x, level: watch, symptom: itching}\n")],
    "P904": [("level: urgent, symptom: infection}",
              "level: urgent, symptom: infection, severity: moderate or worse}")],
}  # fmt: skip


@pytest.mark.parametrize(("code", "changes"), CASES.items())
def test_one_mistake_is_found_as_the_one_problem_it_is(
    code: str, changes: list[tuple[str, str]]
) -> None:
    problems = found(*changes)
    assert codes(problems) == [code]
    (problem,) = problems
    assert problem.place is not None
    assert problem.place.excerpt
    assert problem.message.endswith(".")
    assert problem.help.endswith((".", "?"))


WEIGHTS = {
    "note": {"P801", "P803", "P904"},
    "warning": {
        "P210", "P301", "P302", "P303", "P402", "P403", "P405", "P406", "P501", "P502", "P703",
    },
}  # fmt: skip


@pytest.mark.parametrize(("code", "changes"), CASES.items())
def test_a_problem_stops_the_work_unless_it_asks_or_informs(
    code: str, changes: list[tuple[str, str]]
) -> None:
    (problem,) = found(*changes)
    weight = next((word for word, among in WEIGHTS.items() if code in among), "error")
    assert problem.weight == weight


def test_a_symptom_that_no_row_names_is_always_contact() -> None:
    problems = found(
        (
            "symptoms:\n  redness",
            "symptoms:\n  heat: {text: {en: heat}, ask: {en: Hot?}}\n  redness",
        ),
        ("symptoms: [itching, redness,", "symptoms: [itching, heat, redness,"),
    )
    assert codes(problems) == ["P404", "P904"]
    assert problems[0].message == (
        "No triage row names the symptom `heat`; it will always be `contact`."
    )


def test_a_row_after_the_longest_time_needs_a_symptom_for_which_one_was_told() -> None:
    problems = found(
        ("usually: about 2 weeks", "usually: at least 2 weeks"),
        ("level: watch, symptom: redness,", "level: watch, symptom: [redness, itching],"),
    )
    assert [(problem.code, problem.message) for problem in problems] == [
        ("P209", "The patient was told no longest time for itching.")
    ]


def test_a_text_in_another_language_asks_for_all_others_in_it() -> None:
    problems = found(("title: {en: Tattoo}", "title: {en: Tattoo, nl: Tatoeage}"))
    assert set(codes(problems)) == {"P602"}
    assert len(problems) == SAMPLE.count("{en: ") - 1
    assert problems[0].message == "This text is missing in nl."


def test_a_text_that_is_missing_in_the_own_language_stops_the_work() -> None:
    problems = found(("text: {en: Do not swim.}", "text: {nl: Zwem niet.}"))
    (missing,) = [problem for problem in problems if problem.code == "P601"]
    assert missing.place is not None
    assert (missing.place.path, missing.weight) == ("advice[1].text", "error")
    assert missing.message == "This text is missing in `en`, the protocol's own language."


def test_a_language_that_no_text_has_stops_the_work() -> None:
    problems = found(("version: 1", "version: 1\nlanguage: nl"))
    sentence = "This text is missing in `nl`, the protocol's own language."
    assert {(each.code, each.weight, each.message) for each in problems} == {
        ("P601", "error", sentence)
    }
    assert len(problems) == SAMPLE.count("{en: ")


def test_problems_come_in_the_order_of_the_file() -> None:
    problems = found(
        ("level: urgent, symptom: infection}",
         "level: urgent, symptom: infection, severity: moderate or worse}"),
        ("source: 8", "source: 80"),
        ("{en: Your skin will be red.}", "{en: You will see erythema.}"),
        ("  phone: 555 0100\n", ""),
        more("agreements:\n", "text: {en: It may fade.}, source: 8"),
    )  # fmt: skip
    assert codes(problems) == ["P502", "P403", "P702", "P904", "P803"]
    assert places(problems) == sorted(places(problems), key=lambda place: place[1:])
