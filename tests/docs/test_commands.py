"""Every shell example is a command that exists, and every output shown is the real one."""

import io
import re
import shlex
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from aftercare.cli.main import build_parser, main
from docs.generate import commands
from tests.architecture.sources import ROOT
from tests.docs.pages import FILE, TUTORIAL, Block, blocks, every, finished, pages, states

OTHER_PROGRAMS = frozenset({".", "export", "git", "make", "sha256sum"})
NO_WORDS = "{en: Use only a little brow oil.}\n    source: 8\n"  # how the tutorial's step 3 ends
FILES = frozenset({"jsonl", "text"})
SHELL = every("console") + every("sh")


class Said(NamedTuple):
    """A command as a page shows it, with the output below it."""

    command: str
    output: str


def shown(block: Block) -> list[Said]:
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    return [Said(*part.partition("\n")[::2]) for part in parts]


def lines(block: Block) -> list[str]:
    if block.language == "console":
        return [said.command for said in shown(block)]
    return block.text.splitlines()


def arguments(command: str) -> tuple[list[str], str | None]:
    """Part a command line into words and the file that it reads."""
    words = shlex.split(command, comments=True)
    if "<" in words:
        at = words.index("<")
        return words[:at], words[at + 1]
    return words, None


def commands_in_docs() -> Iterator[tuple[str, str]]:
    for block in SHELL:
        yield from ((block.name, line) for line in lines(block))


def run(
    command: str, status: int, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> tuple[int, str]:
    """Run a command as the shell would, with both streams in one."""
    if command == "echo $?":
        return status, f"{status}\n"
    words, reads = arguments(command)
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    data = (folder / reads).read_bytes() if reads else b""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", out)
    done = main(words[1:])
    out.seek(0)
    return done, out.read()


def matches(output: str, expected: str) -> bool:
    """Compare an output with the one shown, where a line `…` stands for any lines."""
    parts = [
        r"(?:.*\n)*?" if line == "…\n" else re.escape(line)
        for line in expected.splitlines(keepends=True)
    ]
    return re.fullmatch("".join(parts), output) is not None


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_the_commands_of_a_page_say_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / FILE).write_text(finished(), encoding="utf-8")
    saved = {state.block: state for state in states(page)}
    status = 0
    for block in blocks(page):
        if state := saved.get(block):
            (tmp_path / state.file).write_text(state.text, encoding="utf-8")
        elif block.words and block.language in FILES:
            (tmp_path / block.words[0]).write_text(block.text, encoding="utf-8")
        for said in shown(block) if block.language == "console" else []:
            status, output = run(said.command, status, monkeypatch, tmp_path)
            assert matches(output, said.output), f"{block.name}: {said.command}\n{output}"


@pytest.mark.parametrize(("place", "command"), list(commands_in_docs()))
def test_a_shown_command_exists(place: str, command: str) -> None:
    words, _ = arguments(command)
    if words[0] in OTHER_PROGRAMS or command == "echo $?":
        return
    assert words[0] == "aftercare", place
    assert parses(words[1:]), f"{place}: {command}"


def parses(words: list[str]) -> bool:
    try:
        build_parser().parse_args(words)
    except SystemExit as refused:
        return refused.code == 0
    return True


def test_each_command_is_used_in_a_page_that_a_person_wrote() -> None:
    used = " ".join(command for _, command in commands_in_docs())
    named = [name for name, _ in commands(build_parser()) if f"aftercare {name}" not in used]
    assert named == []


def test_each_option_is_used_in_a_page_that_a_person_wrote() -> None:
    used = {word for _, command in commands_in_docs() for word in arguments(command)[0]}
    known = {
        option
        for _, parser in commands(build_parser())
        for option in options(parser)
        if option.startswith("--") and option != "--help"
    }
    assert known - used == set()


def options(parser: ArgumentParser) -> list[str]:
    actions = parser._actions  # noqa: SLF001 - argparse has no public way to ask a parser
    return [option for action in actions for option in action.option_strings]


def test_a_protocol_with_errors_answers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [unfinished] = [state.text for state in states(TUTORIAL) if state.block.text.endswith(NO_WORDS)]
    (tmp_path / FILE).write_text(unfinished, encoding="utf-8")
    course = "--treated-at 2026-11-19T14:30 --zone Europe/London --at 2026-11-20T09:00"
    for command in ("plan brow-wax.yaml", "ask brow-wax.yaml sauna", "triage brow-wax.yaml"):
        monkeypatch.chdir(tmp_path)
        status, said = run(f"aftercare {command} {course}", 0, monkeypatch, tmp_path)
        assert (status, said.split()[0]) == (2, "error[P401]")


def test_a_command_that_does_not_exist_is_found() -> None:
    assert not parses(["protocol", "publish", "brow-wax"])
    assert not parses(["plan", "brow-wax", "--colour"])


def test_an_output_that_differs_is_found() -> None:
    assert matches("a\nb\nc\n", "a\n…\n")
    assert matches("a\nb\nc\n", "a\n…\nc\n")
    assert not matches("a\nb\nc\n", "a\nc\n")
    assert not matches("a\nb\nc\n", "a\n…\nd\n")


def test_the_two_commands_of_the_readme_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = [line.split()[1] for _, line in commands_in_docs() if line.startswith("make ")]
    assert {"demo", "test"} <= set(named)
    assert [name for name in named if f"\n{name}:" not in makefile] == []
