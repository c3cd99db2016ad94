"""The whole program: help, statuses, streams, and no traceback whatever is typed."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare import __version__
from aftercare.cli import faults, inputs
from aftercare.core.problems import Place, Problem
from tests.cli.running import COURSE, MICRO, run

_START = "import sys; from aftercare.cli.main import main; sys.exit(main())"
PROGRAM = [sys.executable, "-c", _START]
# A shell may start its background jobs deaf to an interrupt; the terminal's is what counts here.
HEARING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
COMMANDS = [
    "protocol", "leaflet", "plan", "ask", "triage", "verify", "tour", "demo", "serve", "clinic",
]  # fmt: skip
VERBS = ["list", "show", "check", "coverage", "prove", "schema", "diff", "explain"]


def test_help_names_every_command() -> None:
    ran = run("--help")
    named = [line.split()[0] for line in ran.out.splitlines() if line[:4] == "    "]
    assert (ran.status, ran.err, named) == (0, "", COMMANDS)


def test_help_of_protocol_names_every_verb() -> None:
    ran = run("protocol", "--help")
    named = [line.split()[0] for line in ran.out.splitlines() if line[:4] == "    "]
    assert (ran.status, ran.err, named) == (0, "", VERBS)


@pytest.mark.parametrize("command", [*COMMANDS, *(f"protocol {verb}" for verb in VERBS)])
def test_help_of_each_command_fits_a_terminal(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run(*command.split(), "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: aftercare {command} ")
    assert max(map(len, ran.out.splitlines())) <= 80


def test_version_is_the_packages() -> None:
    assert run("--version") == (0, f"aftercare {__version__}\n", "")


@pytest.mark.parametrize("command", [(), ("protocol",)])
def test_no_command_shows_the_help_on_stderr(command: tuple[str, ...]) -> None:
    assert run(*command) == (2, "", run(*command, "--help").out)


@pytest.mark.parametrize(
    "command", [("bake",), ("plan",), ("plan", MICRO, "--hot"), ("triage", MICRO, "x")]
)
def test_usage_that_is_wrong_is_2(command: tuple[str, ...]) -> None:
    ran = run(*command)
    assert (ran.status, ran.out, ran.err[:17]) == (2, "", "usage: aftercare ")


def test_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(inputs, "opened", interrupted)
    assert run("plan", MICRO, *COURSE) == (130, "", "")


def test_interrupt_while_waiting_for_a_line_is_130() -> None:
    waiting = subprocess.Popen(
        [sys.executable, "-c", HEARING + _START, "ask", MICRO, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with waiting:
        assert waiting.stdin is not None
        assert waiting.stdout is not None
        waiting.stdin.write(b'{"q": "sauna", "after_h": 1}\n')
        waiting.stdin.flush()
        waiting.stdout.readline()  # it answers while the input is still open
        waiting.send_signal(signal.SIGINT)
        _, err = waiting.communicate()
    assert (waiting.returncode, err) == (130, b"")


def test_reader_that_goes_away_leaves_no_talk() -> None:
    """More than a pipe holds, so that the program meets the closed end while it prints."""
    lines = b'{"q": "sauna", "after_h": 1}\n' * 2_000
    asking = subprocess.Popen(
        [*PROGRAM, "ask", MICRO, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with asking:
        assert asking.stdin is not None
        assert asking.stdout is not None
        asking.stdout.close()
        _, err = asking.communicate(lines)
    assert (asking.returncode, err) == (1, b"")


def test_program_writes_utf8_in_a_plain_c_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    command = [*PROGRAM, "triage", MICRO, *COURSE, "--symptom", "itching=mild"]
    ran = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert ran.stdout.decode("utf-8").count("“Your skin may itch.”") == 1


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colour_only_on_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert faults.coloured(Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not faults.coloured(Terminal())
    monkeypatch.delenv("NO_COLOR")
    assert not faults.coloured(io.StringIO())


def test_colour_is_the_weights_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    place = Place("a.yaml", 12, 3, width=4, excerpt="a\tbcdefgh")
    problem = Problem("P101", "It is so.", "Write it so.", place, "warning")
    screen = Terminal()
    faults.show([problem], screen)
    assert screen.getvalue().splitlines() == [
        "\x1b[1;33mwarning[P101]\x1b[0m a.yaml:12:3: It is so.",
        "  12 | a bcdefgh",
        "     |   ^^^^",
        "  help: Write it so.",
    ]


WORDS = [
    *COMMANDS,
    *VERBS,
    MICRO,
    "./none.yaml",
    "/",
    "",
    "-",
    "--",
    "sauna",
    "P103",
    "--json",
    "--svg",
    "--notes",
    "--help",
    "--version",
    "--leaflet",
    "--treated-at",
    "2026-11-19T14:30",
    "2026-03-29T01:30",
    "2026-10-25T01:30Z",
    "--zone",
    "Europe/London",
    "Mars/Base",
    "--at",
    "now",
    "--fact",
    "skin_type=5",
    "areas=face,eye_contour",
    "a=b",
    "--report",
    "redness=none@2026-11-20T09:00",
    "pores_closed=yes",
    "redness_gone=@",
    "--symptom",
    "redness=severe",
    "infection=none",
    "\ud800",
    "é=ü@😀",
]
GIVEN = st.lists(
    st.sampled_from(WORDS) | st.text(st.characters(exclude_characters="\0"), max_size=8)
)
COURSES = st.builds(
    lambda command, more: [
        command,
        MICRO,
        *(["sauna"] if command == "ask" else []),
        *COURSE,
        *more,
    ],
    st.sampled_from(["plan", "ask", "triage"]),
    st.lists(st.sampled_from(WORDS), max_size=4),
)


@given(arguments=GIVEN | COURSES)
def test_nothing_that_is_typed_gives_a_traceback(arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.status in {0, 1, 2}
    assert "Traceback" not in ran.err


@given(data=st.binary(max_size=200))
def test_nothing_on_standard_input_gives_a_traceback(data: bytes) -> None:
    ran = run("triage", MICRO, "-", stdin=data)
    lines = [line for line in data.split(b"\n") if line.strip()]
    assert (ran.status, ran.err) == (int(bool(lines)), "")
    assert ran.out.count('{"error": ') == len(lines)
