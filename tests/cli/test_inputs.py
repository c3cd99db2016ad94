"""Bad input: a sentence with its remedy, exit status 2, nothing on stdout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import COURSE, LONDON, MICRO, Ran, run

AT = ("--at", "2026-11-21T10:00")
ZONE = ("--zone", "Europe/London")


def refused(*problems: tuple[str, str, str]) -> Ran:
    said = "".join(
        f"error[{code}] {message}\n  help: {help_}\n" for code, message, help_ in problems
    )
    return Ran(2, "", said)


@pytest.mark.parametrize(
    "command", [("plan",), ("ask", "sauna"), ("triage", "--symptom", "redness=mild")]
)
def test_course_without_zone_or_treatment_is_refused(command: tuple[str, ...]) -> None:
    name, *words = command
    zone = ("T107", "The zone is missing.", "Add `--zone Europe/London`.")
    time = ("T108", "The treatment's time is missing.", "Add `--treated-at 2026-11-19T14:30`.")
    assert run(name, MICRO, *words) == refused(zone, time)
    assert run(name, MICRO, *words, *ZONE) == refused(time)


@pytest.mark.parametrize("zone", ["Europe", "Nowhere/Town", "", "../../etc/passwd", "/etc/passwd"])
def test_unknown_zone_is_refused(zone: str) -> None:
    assert run("plan", MICRO, "--treated-at", "2026-11-19T14:30", "--zone", zone) == refused(
        ("T104", f"There is no time zone `{zone}`.", "Write a name such as Europe/London.")
    )


@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "2026-11-19",
        "2026-13-01T10:00",
        "2026-11-19T25:00",
        "19/11/2026 14:30",
        "٢٠٢٦-11-19T14:30",
    ],
)
def test_malformed_time_is_refused(written: str) -> None:
    help_ = "Write it as 2026-11-19T14:30, or with an offset as 2026-11-19T14:30+00:00."
    assert run("plan", MICRO, "--treated-at", written, *ZONE, *AT) == refused(
        ("T101", f"`{written}` is not a time.", help_)
    )


@pytest.mark.parametrize("command", [("plan",), ("ask", "sauna"), ("ask", "-")])
def test_time_of_the_question_that_is_empty_is_refused_not_now(command: tuple[str, ...]) -> None:
    name, *words = command
    help_ = "Write it as 2026-11-19T14:30, or with an offset as 2026-11-19T14:30+00:00."
    assert run(name, MICRO, *words, *LONDON, "--at", "") == refused(
        ("T101", "`` is not a time.", help_)
    )


def test_time_in_a_gap_is_refused_and_an_offset_resolves_it() -> None:
    assert run("plan", MICRO, "--treated-at", "2026-03-29T01:30", *ZONE) == refused(
        (
            "T102",
            (
                "01:30 on 29 March 2026 does not exist in Europe/London: "
                "the clocks go forward over it."
            ),
            "Look at the clock again, or write the time with its offset.",
        )
    )
    assert run("plan", MICRO, "--treated-at", "2026-03-29T01:30Z", *ZONE).status == 0


def test_time_in_a_fold_is_refused_and_an_offset_resolves_it() -> None:
    assert run("plan", MICRO, "--treated-at", "2026-10-25T01:30", *ZONE) == refused(
        (
            "T103",
            "01:30 on 25 October 2026 comes twice in Europe/London: the clocks go back over it.",
            "Write which one: 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00.",
        )
    )
    assert run("plan", MICRO, "--treated-at", "2026-10-25T01:30+01:00", *ZONE).status == 0


@pytest.mark.parametrize(
    ("option", "problem"),
    [
        (
            ("--fact", "skin=5"),
            (
                "F101",
                "There is no fact `skin` in this protocol.",
                "It declares skin_type, bleeding_agents and areas.",
            ),
        ),
        (
            ("--fact", "skin_type=7"),
            (
                "F102",
                "The fact `skin_type` cannot be `7`.",
                "It can be 1, 2, 3, 4, 5, 6 and unknown.",
            ),
        ),
        (
            ("--fact", "skin_type"),
            (
                "C103",
                "`skin_type` is not of the form name=value.",
                "Write it as `--fact skin_type=5`.",
            ),
        ),
        (
            ("--report", "redness"),
            (
                "C103",
                "`redness` is not of the form name=value.",
                "Write it as `--report redness=none@2026-11-20T09:00`.",
            ),
        ),
        (
            ("--report", "redness=pink@2026-11-20T09:00"),
            (
                "R104",
                "The severity of `redness` cannot be `pink`.",
                "It can be none, mild, moderate and severe.",
            ),
        ),
        (
            ("--report", "redness_gone=perhaps"),
            (
                "R102",
                "The condition `redness_gone` cannot be `perhaps`.",
                "Report it as yes or no.",
            ),
        ),
        (
            ("--report", "redness=none@noon"),
            (
                "T101",
                "`noon` is not a time.",
                "Write it as 2026-11-19T14:30, or with an offset as 2026-11-19T14:30+00:00.",
            ),
        ),
    ],
)
def test_option_that_says_nothing_known_is_refused(
    option: tuple[str, str], problem: tuple[str, str, str]
) -> None:
    assert run("plan", MICRO, *COURSE, *option) == refused(problem)


@pytest.mark.parametrize(
    "twice",
    [
        ("--fact", "skin_type=5", "--fact", "skin_type=2"),
        ("--report", "redness=none", "--report", "redness=mild"),
        (
            "--report",
            "redness=none@2026-11-20T09:00",
            "--report",
            "redness=mild@2026-11-20T09:00",
        ),
    ],
)
def test_name_given_twice_is_refused(twice: tuple[str, ...]) -> None:
    name = twice[1].partition("=")[0]
    help_ = "Give each once; with two it is not clear which counts."
    assert run("plan", MICRO, *COURSE, *twice) == refused(
        ("C105", f"`{name}` is given twice.", help_)
    )


def test_reports_of_different_times_may_repeat_a_name() -> None:
    course = (*LONDON, "--at", "2026-11-21T10:00")
    reports = ("redness=mild@2026-11-20T09:00", "redness=none@2026-11-21T09:00")
    options = [word for report in reports for word in ("--report", report)]
    assert run("plan", MICRO, *course, *options).status == 0


def test_undeclared_report_lists_symptoms_and_conditions() -> None:
    ran = run("plan", MICRO, *COURSE, "--report", "pain=mild")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == (
        "error[R101] There is no symptom or condition `pain` in this protocol."
    )
    assert ran.err.splitlines()[1].endswith(", redness_gone, pores_closed and skin_settled.")


@pytest.mark.parametrize("symptom", ["redness=pink", "pain=mild", "redness", "=mild", "redness="])
def test_symptom_that_is_none_is_refused(symptom: str) -> None:
    ran = run("triage", MICRO, *COURSE, "--symptom", symptom)
    assert (ran.status, ran.out) == (2, "")


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = ("--treated-at", "noon", "--at", "night", "--fact", "skin=1", "--report", "x=y@z")
    ran = run("plan", MICRO, *ZONE, *wrong)
    codes = [line[6:10] for line in ran.err.splitlines() if line.startswith("error[")]
    assert (ran.status, sorted(codes)) == (2, ["F101", "R101", "T101", "T101", "T101"])


def test_unknown_protocol_lists_the_shipped_ones() -> None:
    remedy = "Shipped: chemical-peel, micro-needling and tattoo; or give a file's path."
    assert run("plan", "laser", *LONDON) == refused(
        ("C101", "There is no protocol `laser`.", remedy)
    )


def test_file_that_is_missing_or_a_directory_is_refused(tmp_path: Path) -> None:
    missing = tmp_path / "mine.yaml"
    assert run("protocol", "show", str(missing)) == refused(
        ("C102", f"`{missing}` cannot be read: no such file or directory.", "Check the path.")
    )
    assert run("protocol", "check", str(tmp_path)) == refused(
        ("C102", f"`{tmp_path}` cannot be read: is a directory.", "Check the path.")
    )


def test_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fake in place of the mode bits, which do not bind an administrator."""
    locked = tmp_path / "mine.yaml"

    def opening(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", opening)
    assert run("protocol", "show", str(locked)) == refused(
        ("C102", f"`{locked}` cannot be read: permission denied.", "Check the path.")
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a: [\n",
        b"\xff\xfe\x00",
        b"- a\n",
        b"a: &x [*x]\n",
        b"a: 1\na: 2\n",
        b"[" * 5_000,
        b"a: b\n" * 1_000_000,
        b"\x00",
        b"--- 1\n--- 2\n",
    ],
    ids=["empty", "open", "not-utf-8", "list", "alias", "twice", "deep", "large", "null", "two"],
)
def test_broken_protocol_is_refused_with_its_place(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.yaml"
    path.write_bytes(data)
    for command in (("protocol", "show", str(path)), ("plan", str(path), *COURSE)):
        ran = run(*command)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("error[P")
        assert ran.err.split(" ")[1].startswith(f"{path}:")
