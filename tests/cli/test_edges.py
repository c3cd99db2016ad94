"""The command line's edges: what is left out, too long, cut short, closed or full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aftercare.protocols import shipped
from tests.cli.running import COURSE, LONDON, MICRO, Ran, answered, run

PROGRAM = [
    sys.executable,
    "-c",
    "import sys; from aftercare.cli.main import main; sys.exit(main())",
]
FULL = Path("/dev/full")
SAUNA = b'{"q": "sauna", "after_h": 1}\n'

needs_full = pytest.mark.skipif(not FULL.exists(), reason="This system has no /dev/full.")


def refused(code: str, message: str, remedy: str) -> Ran:
    """What a refusal of one problem looks like: status 2, and a sentence with its remedy."""
    return Ran(2, "", f"error[{code}] {message}\n  help: {remedy}\n")


NO_TREATMENT = refused(
    "T108", "The treatment's time is missing.", "Add `--treated-at 2026-11-19T14:30`."
)


# --- left out ---------------------------------------------------------------------------------


def test_triage_without_a_symptom_is_refused_not_expected() -> None:
    remedy = "Add `--symptom redness=mild`, once for each."
    assert run("triage", MICRO, *COURSE) == refused("C106", "There is no symptom to judge.", remedy)


def test_triage_of_symptoms_beside_lines_is_refused() -> None:
    said = refused("C107", "`--symptom` does not go with `-`.", "Put the symptoms into the lines.")
    assert run("triage", MICRO, "-", "--symptom", "x=y") == said
    assert run("triage", MICRO, "-", *COURSE, "--symptom", "infection=mild") == said


@pytest.mark.parametrize("line", [{}, {"symptoms": None}, {"symptoms": []}, {"symptoms": "mild"}])
def test_triage_line_without_symptoms_is_an_error_not_expected(line: dict[str, object]) -> None:
    error = '`symptoms` is missing or is not an object. Write "symptoms": {"name": "value"}.'
    assert answered("triage", {"after_h": 3, **line}) == (1, [{"error": error}])


@pytest.mark.parametrize("command", ["ask", "triage"])
@pytest.mark.parametrize(
    "option",
    [("--at", "2026-11-19T14:30"), ("--fact", "skin_type=5"), ("--report", "redness=none"), ()],
)
def test_course_beside_lines_without_a_treatment_is_refused(
    command: str, option: tuple[str, ...]
) -> None:
    ran = run(command, MICRO, "-", "--zone", "UTC", *option, stdin=SAUNA)
    assert ran == NO_TREATMENT


def test_areas_that_are_none_are_unknown_not_nowhere(tmp_path: Path) -> None:
    """A clinic's row about the eyes must not be passed over for a form that was left empty."""
    rows = "triage:\n  - {id: eyes, level: urgent, symptom: swelling, when: {areas: eye_contour}}\n"
    text = shipped()[MICRO].read_text(encoding="utf-8")
    assert text.count("\ntriage:\n") == 1
    path = tmp_path / "eyes.yaml"
    path.write_text(text.replace("\ntriage:\n", f"\n{rows}"), "utf-8")
    levels = []
    for facts in ('{"areas": []}', "{}", '{"areas": ["eye_contour"]}', '{"areas": ["face"]}'):
        line = f'{{"after_h": 3, "symptoms": {{"swelling": "mild"}}, "facts": {facts}}}\n'
        ran = run("triage", str(path), "-", stdin=line.encode())
        assert (ran.status, ran.err) == (0, "")
        levels.append(ran.out[: ran.out.index(",")])
    assert levels == ['{"level": "urgent"'] * 3 + ['{"level": "expected"']


# --- too long, cut short ----------------------------------------------------------------------


def test_name_of_300_letters_is_refused_with_its_beginning() -> None:
    ran = run("plan", "a" * 300, *COURSE)
    message = f"There is no protocol `{'a' * 60}`."
    remedy = "Shipped: chemical-peel, micro-needling and tattoo; or give a file's path."
    assert ran == refused("C101", message, remedy)


@pytest.mark.parametrize(
    ("command", "digits", "error"),
    [
        ("ask", 5_000, "A number is too long. Write fewer digits."),
        ("triage", 5_000, "A number is too long. Write fewer digits."),
        (
            "ask",
            400,  # more than a float can hold
            "`after_h` is more than ten years; that is no aftercare. Write at most 87840 hours.",
        ),
    ],
)
def test_hours_of_many_digits_are_an_error_of_that_line_only(
    command: str, digits: int, error: str
) -> None:
    key = {"ask": b'"q": "sauna"', "triage": b'"symptoms": {}'}[command]
    long, short = (b'{"after_h": ' + b"1" * n + b", " + key + b"}\n" for n in (digits, 1))
    status, found = answered(command, long, short)
    assert (status, found[0]) == (1, {"error": error})
    assert [*found[1]][:1] == [{"ask": "verdict", "triage": "level"}[command]]


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("plan", ("--treat", "2026-11-19T14:30")),
        ("plan", ("--js",)),
        ("ask", ("--rep", "redness=none")),
        ("triage", ("--symp", "redness=mild")),
    ],
)
def test_abbreviation_of_an_option_is_refused(command: str, option: tuple[str, ...]) -> None:
    """A later version may have two options that begin so."""
    question = ("sauna",) if command == "ask" else ()
    ran = run(command, MICRO, *question, *LONDON, *option)
    complaint = f"aftercare: error: unrecognized arguments: {' '.join(option)}"
    assert (ran.status, ran.out, ran.err.splitlines()[-1]) == (2, "", complaint)


def test_report_whose_time_is_left_out_after_the_at_is_refused() -> None:
    remedy = "Write it as 2026-11-19T14:30, or with an offset as 2026-11-19T14:30+00:00."
    assert run("plan", MICRO, *COURSE, "--report", "redness=none@") == refused(
        "T101", "`` is not a time.", remedy
    )


# --- closed and full streams: real ones, so in a process of their own -----------------------


@pytest.mark.parametrize("arguments", [("ask", MICRO, "-"), ("triage", MICRO, "-")])
def test_standard_input_that_is_closed_has_no_lines(arguments: tuple[str, ...]) -> None:
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *PROGRAM, *arguments]
    ran = subprocess.run(closed, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


@needs_full
@pytest.mark.parametrize(
    "arguments",
    [("protocol", "list"), ("protocol", "schema"), ("plan", MICRO, *COURSE), ("ask", MICRO, "-")],
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_full_disk_is_a_sentence(arguments: tuple[str, ...], unbuffered: str) -> None:
    with FULL.open("wb") as full:
        ran = subprocess.run(
            [*PROGRAM, *arguments],
            input=SAUNA,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
    sentence = b"The answer cannot be written: No space left on device.\n"
    assert (ran.returncode, ran.stderr) == (1, sentence)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "arguments", [("protocol", "list"), ("plan", MICRO, *COURSE), ("protocol", "explain", "P103")]
)
def test_reader_that_left_before_a_short_answer_hears_no_complaint(
    arguments: tuple[str, ...], unbuffered: str
) -> None:
    """A short answer waits in a buffer until the end, where Python itself would complain."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = subprocess.run(
            [*PROGRAM, *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, b"")
