"""`aftercare triage`: a check-in judged, with a course or one a line."""

from __future__ import annotations

from aftercare.core.protocol.scalars import Lang
from tests.cli.running import COURSE, LONDON, MICRO, answered, run, said
from tests.core.triage.tables import micro_needling

CONCERN = micro_needling().contact.concern.text[Lang("en")]
AS_TOLD = (
    f"You were told to expect this: itching. “Your skin may itch.” Usually 3 to 4 days. {CONCERN}"
)


def test_triage_as_json_has_the_documented_keys_in_order() -> None:
    found = said("triage", MICRO, *COURSE, "--symptom", "itching=mild", "--json")
    assert list(found) == ["level", "row", "clauses", "text"]
    assert found == {
        "level": "expected",
        "row": "as-told",
        "clauses": ["itching", "settling"],
        "text": AS_TOLD,
    }


def test_triage_as_text_says_the_level_the_row_and_the_clauses() -> None:
    ran = run("triage", MICRO, *COURSE, "--symptom", "itching=mild")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"expected: {AS_TOLD}\nRow: as-told. Clauses: itching, settling.\n"


def test_triage_of_several_symptoms_takes_the_highest() -> None:
    symptoms = ("--symptom", "itching=mild", "--symptom", "infection=mild")
    assert said("triage", MICRO, *COURSE, *symptoms, "--json")["level"] == "urgent"


def test_triage_counts_from_the_last_treatment_that_has_taken_place() -> None:
    itching = ("--symptom", "itching=mild", "--json")
    second = ("--treated-at", "2026-11-26T14:30")
    levels = [
        said("triage", MICRO, *LONDON, *second, "--at", at, *itching)["level"]
        for at in ("2026-11-26T14:29", "2026-11-26T14:30")
    ]
    assert levels == ["contact", "expected"]


def test_triage_before_any_treatment_is_refused() -> None:
    itching = ("--symptom", "itching=mild")
    ran = run("triage", MICRO, *LONDON, "--at", "2026-11-19T14:29", *itching)
    assert ran == (
        2,
        "",
        (
            "error[T109] No treatment has taken place at that time.\n"
            "  help: Correct `--treated-at` or `--at`.\n"
        ),
    )


def test_triage_of_a_symptom_given_twice_is_refused() -> None:
    twice = ("--symptom", "redness=mild", "--symptom", "redness=severe")
    assert run("triage", MICRO, *COURSE, *twice) == (
        2,
        "",
        (
            "error[C105] `redness` is given twice.\n"
            "  help: Give each once; with two it is not clear which counts.\n"
        ),
    )


def test_triage_without_a_symptom_is_refused() -> None:
    assert run("triage", MICRO, *COURSE) == (
        2,
        "",
        (
            "error[C106] There is no symptom to judge.\n"
            "  help: Add `--symptom redness=mild`, once for each.\n"
        ),
    )


def test_triage_of_lines_and_a_symptom_beside_them_is_refused() -> None:
    assert run("triage", MICRO, "-", "--symptom", "redness=mild") == (
        2,
        "",
        (
            "error[C107] `--symptom` does not go with `-`.\n"
            "  help: Put the symptoms into the lines.\n"
        ),
    )


def test_triage_line_without_hours_is_judged_by_the_options_course() -> None:
    lines = (
        {"symptoms": {"itching": "mild"}},
        {"symptoms": {"itching": "mild"}, "reports": {"itching": "none"}},
    )
    for at, level in (("2026-11-21T10:00", "expected"), ("2026-11-24T10:00", "contact")):
        status, found = answered("triage", *lines, options=(*LONDON, "--at", at))
        assert (status, [one["level"] for one in found]) == (0, [level, level])


def test_triage_line_with_hours_beside_the_options_course_is_refused() -> None:
    line = {"symptoms": {"itching": "mild"}, "after_h": 100}
    said = "`after_h` stands beside `--treated-at`. Give one of the two."
    assert answered("triage", line, options=COURSE) == (1, [{"error": said}])


def test_triage_line_before_any_treatment_is_an_error() -> None:
    course = (*LONDON, "--at", "2026-11-19T14:29")
    line = {"symptoms": {"itching": "mild"}}
    said = "No treatment has taken place at that time. Correct `--treated-at` or `--at`."
    assert answered("triage", line, options=course) == (1, [{"error": said}])


def test_triage_line_answers_in_the_documented_shape() -> None:
    line = {"after_h": 2, "symptoms": {"itching": "mild"}, "facts": {"skin_type": 2}}
    found = {
        "level": "expected",
        "row": "as-told",
        "clauses": ["itching", "settling"],
        "text": AS_TOLD,
    }
    assert answered("triage", line) == (0, [found])


def test_triage_line_judges_each_level() -> None:
    cases = (("itching", 2), ("itching", 72), ("itching", 96), ("infection", 2))
    lines = [{"after_h": hours, "symptoms": {name: "mild"}} for name, hours in cases]
    status, found = answered("triage", *lines)
    levels = [one["level"] for one in found]
    assert (status, levels) == (0, ["expected", "watch", "contact", "urgent"])


def test_triage_line_with_nothing_to_report_is_expected() -> None:
    line = {"after_h": 2, "symptoms": {"redness": "none"}}
    status, found = answered("triage", line)
    assert (status, found[0]["level"], found[0]["row"]) == (0, "expected", "nothing-reported")
