"""A protocol file that cannot be trusted: a name nobody declared, a control character."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import COURSE, run
from tests.core.samples import SAMPLE

COMMANDS = ["show", "prove"]


def written(folder: Path, old: str, new: str) -> Path:
    """Write the sample with one change."""
    assert SAMPLE.count(old) == 1
    path = folder / "suspect.yaml"
    path.write_text(SAMPLE.replace(old, new), "utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_sample_without_a_change_is_not_refused(tmp_path: Path, command: str) -> None:
    ran = run("protocol", command, str(written(tmp_path, "id: tattoo", "id: tattoo")))
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "severe, when: {place: ankle}",
            "severe, when: {plaice: ankle}",
            "P201 110:75 There is no fact `plaice` in this protocol.",
        ),
        (
            "severe, when: {place: ankle}",
            "severe, when: {place: knee}",
            "P202 110:83 The fact `place` can never be `knee`, so this holds for nobody.",
        ),
        (
            "until: scabs_gone",
            "until: scabs_lost",
            "P203 84:12 There is no condition `scabs_lost` in this protocol.",
        ),
        (
            "level: urgent, symptom: infection}",
            "level: urgent, symptom: fever}",
            "P204 108:44 There is no symptom `fever` in this protocol.",
        ),
        (
            "together-with: infection",
            "together-with: fever",
            "P204 115:64 There is no symptom `fever` in this protocol.",
        ),
        (
            "after: longest}",
            "after: longest, quote: reddish}",
            "P205 109:84 There is no reaction or risk `reddish` in this protocol.",
        ),
    ],
)
def test_undeclared_name_is_refused(
    tmp_path: Path, command: str, old: str, new: str, sentence: str
) -> None:
    path = written(tmp_path, old, new)
    ran = run("protocol", command, str(path))
    code, place, words = sentence.split(" ", 2)
    lines = ran.err.splitlines()
    assert (ran.status, ran.out, lines[0]) == (2, "", f"error[{code}] {path}:{place}: {words}")
    assert (len(lines), lines[3][:7]) == (4, "  help:")  # and no traceback


@pytest.mark.parametrize("command", [*(("protocol", each) for each in COMMANDS), ("plan",)])
@pytest.mark.parametrize("escape", [r"\e", r"\0", r"\x7f", r"\u009b"])
def test_control_character_from_an_escape_is_refused(
    tmp_path: Path, command: tuple[str, ...], escape: str
) -> None:
    """The file holds plain letters only; a terminal would obey what they stand for."""
    title = f'"Tat{escape}too"'
    path = written(tmp_path, "title: {en: Tattoo}", f"title: {{en: {title}}}")
    ran = run(*command, str(path), *(COURSE if command == ("plan",) else ()))
    said = (
        f"error[P102] {path}:4:13: A control character stands here.\n"
        f"  4 | title: {{en: {title}}}\n"
        f"    |             {'^' * len(title)}\n"
        "  help: Write plain words.\n"
    )
    assert ran == (2, "", said)
