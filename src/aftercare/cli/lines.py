"""JSON Lines in, JSON Lines out: one answer a line, in order; a bad line does not stop the rest."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from aftercare.cli.inputs import Case
from aftercare.core.checkin.reports import read_reports
from aftercare.core.plan.dated import Treatment
from aftercare.core.plan.times import read_hours
from aftercare.core.problems import Problem
from aftercare.core.protocol.facts import read_facts
from aftercare.core.protocol.model import Protocol

LONGEST_LINE = 100_000

T = TypeVar("T")
Answered = dict[str, Any]


class BadLine(Exception):  # noqa: N818 - the line is bad, the program is not
    """A line that cannot be answered, with the sentences that say why."""

    def __init__(self, problems: list[Problem]) -> None:
        """Join the problems into one text."""
        super().__init__(" ".join(map(str, problems)))


def answer_lines(keys: set[str], answer: Callable[[dict[str, Any]], Answered]) -> int:
    """Answer every line of standard input; 1 if one of them was bad."""
    status = 0
    for raw in sys.stdin.buffer if sys.stdin else ():
        if not raw.strip():
            continue
        try:
            said = answer(_parsed(raw, keys))
        except BadLine as fault:
            said, status = {"error": str(fault)}, 1
        sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return status


def _parsed(raw: bytes, keys: set[str]) -> dict[str, Any]:
    if len(raw) > LONGEST_LINE:
        raise _bad("J101", f"The line has {len(raw):,} bytes.", "Write one question a line.")
    try:
        found = json.loads(raw, object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise _bad("J102", "The line is not UTF-8.", "Write it as UTF-8.") from None
    except json.JSONDecodeError as fault:
        message = f"The line is not JSON: {fault.msg.lower()} at column {fault.colno}."
        raise _bad("J102", message, "Write one JSON object a line.") from None
    except ValueError:
        raise _bad("J102", "A number is too long.", "Write fewer digits.") from None
    except RecursionError:
        raise _bad("J102", "The line is nested too deeply.", "Write a flat object.") from None
    if not isinstance(found, dict):
        raise _bad("J103", "The line is not an object.", 'Write {"after_h": 30, …}.')
    if unknown := sorted(found.keys() - keys):
        message = f"There is no key `{unknown[0][:60]}`."
        raise _bad("J104", message, f"The keys are {', '.join(sorted(keys))}.")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice; of two values only one would count."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _bad("J107", f"The key `{twice[:60]}` stands twice.", "Keep one of the two.")
    return found


def _bad(code: str, message: str, remedy: str) -> BadLine:
    return BadLine([Problem(code, message, remedy)])


def block(given: dict[str, Any], key: str, *, required: bool = False) -> dict[str, Any]:
    """Give a block of names and values; one that may be left out is then empty."""
    found = given.get(key, None if required else {})
    if not isinstance(found, dict):
        raise _bad(
            "J105",
            f"`{key}` is missing or is not an object."
            if required
            else f"`{key}` is not an object.",
            f'Write "{key}": {{"name": "value"}}.',
        )
    return found


def text(given: dict[str, Any], key: str) -> str:
    """Give a text that must be there."""
    found = given.get(key)
    if not isinstance(found, str):
        raise _bad("J106", f"`{key}` is missing or is not a text.", f'Write "{key}": "words".')
    return found


def each(result: tuple[T, Problem | list[Problem] | None]) -> T:
    """Give the value of a (value, problems) result, or refuse the line with its problems."""
    value, problems = result
    if problems:
        raise BadLine(problems if isinstance(problems, list) else [problems])
    return value


def case(protocol: Protocol, given: dict[str, Any], course: Case | None) -> Case:
    """Give a line's course: hours since a treatment, or the course of the command's options.

    Facts of the line take the place of the options'; reports of the line are made now.
    """
    if "after_h" not in given and course is None:
        raise _bad("J108", "`after_h` is missing.", "Write the hours since the treatment.")
    if "after_h" in given and course is not None:
        raise _bad("J109", "`after_h` stands beside `--treated-at`.", "Give one of the two.")
    at = each(read_hours(given["after_h"])) if "after_h" in given else course.at if course else 0
    facts = each(read_facts(protocol.facts, block(given, "facts")))
    reports = each(read_reports(protocol, block(given, "reports"), at))
    if course is None:
        return Case([Treatment(0, facts)], at, reports)
    treatments = course.treatments
    if "facts" in given:
        treatments = [Treatment(treatment.at, facts, treatment.zone) for treatment in treatments]
    return Case(treatments, at, course.reports + reports)
