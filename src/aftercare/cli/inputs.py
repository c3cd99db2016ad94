"""What the command line is given -> what the core wants, or a problem in a sentence."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import UTC
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from aftercare.cli import faults
from aftercare.core.checkin.reports import Report, read_reports, read_symptoms
from aftercare.core.plan.dated import Treatment
from aftercare.core.plan.times import read_time
from aftercare.core.problems import Problem, errors, listed
from aftercare.core.protocol.facts import Facts, read_facts
from aftercare.core.protocol.load import Loaded, load
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.scalars import Name
from aftercare.core.protocol.vocabulary import Vocabulary, read_vocabulary
from aftercare.protocols import released, shipped, vocabulary

LARGEST_READ = 4_000_000


class Unusable(Exception):  # noqa: N818 - it is the input that is unusable; exit status 2
    """The input cannot be used; its problems are shown, and the exit status is 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems for the one place that shows them."""
        super().__init__()
        self.problems = list(problems)


class Case(NamedTuple):
    """A course as the options describe it: treatments, the instant, reports so far."""

    treatments: list[Treatment]
    at: int
    reports: list[Report]


def refuse(code: str, message: str, remedy: str) -> Unusable:
    """Make an ``Unusable`` of one problem."""
    return Unusable([Problem(code, message, remedy)])


def words() -> Vocabulary:
    """Read the shared vocabulary."""
    path = vocabulary()
    found, problems = read_vocabulary(path.read_bytes(), path.name)
    if found is None:
        raise Unusable(problems)
    return found


def find(name: str) -> Path:
    """Find a shipped protocol by its name, or a file by its path."""
    known = shipped()
    if name in known:
        return known[name]
    path = Path(name)
    if path.suffix in {".yaml", ".yml"} or "/" in name or _exists(path):
        return path
    message = f"There is no protocol `{name[:60]}`."
    raise refuse("C101", message, f"Shipped: {listed(known)}; or give a file's path.")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long to be one
        return False


def read_file(path: Path, most: int = LARGEST_READ) -> bytes:
    """Read a file that a person named; what cannot be read is said in a sentence."""
    try:
        with path.open("rb") as stream:
            return stream.read(most)
    except OSError as fault:
        message = (
            f"`{str(path)[:200]}` cannot be read: {(fault.strerror or 'no such file').lower()}."
        )
        raise refuse("C102", message, "Check the path.") from None


def opened(name: str) -> Loaded:
    """Load a protocol for use; one with errors is refused with all of them.

    A released protocol, known by its hash, was checked before its release.
    """
    path = find(name)
    loaded, problems = load(read_file(path), str(path))
    if loaded and loaded.sha256 in released():
        return loaded
    if loaded:
        from aftercare.core.check import check

        problems = errors(check(loaded, words()))
    if loaded is None or problems:
        raise Unusable(problems)
    return loaded


def zone(name: str) -> ZoneInfo:
    """Find a time zone by its name in the tz database."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # what ZoneInfo raises for names it does not know
        message = f"There is no time zone `{name[:60]}`."
        raise refuse("T104", message, "Write a name such as Europe/London.") from None


def course(options: Namespace, protocol: Protocol) -> Case | None:
    """Read the course that lines may lean on; nothing where no option speaks of one."""
    given = (options.treated_at, options.zone, options.at, options.fact, options.report)
    return case(options, protocol) if any(each is not None for each in given) else None


def case(options: Namespace, protocol: Protocol) -> Case:
    """Read treatments, facts, the instant and reports; all that is wrong is said at once."""
    problems: list[Problem] = []
    where = UTC if options.zone is None else zone(options.zone)
    if options.zone is None:
        problems.append(Problem("T107", "The zone is missing.", "Add `--zone Europe/London`."))

    def moment(text: str) -> int:
        instant, problem = read_time(text, where)
        problems.extend([problem] if problem else [])
        return instant

    facts = _facts(options, protocol, problems)
    at = int(time.time()) if options.at is None else moment(options.at)
    times = [moment(text) for text in options.treated_at or []]
    reports = _reports(options, protocol, at, moment, problems)
    if not times:
        missing = "Add `--treated-at 2026-11-19T14:30`."
        problems.append(Problem("T108", "The treatment's time is missing.", missing))
    if problems:
        raise Unusable(problems)
    return Case([Treatment(each, facts, where) for each in sorted(set(times))], at, reports)


def _facts(options: Namespace, protocol: Protocol, problems: list[Problem]) -> Facts:
    given: dict[str, Any] = {}
    for name, value in pairs(options.fact, "--fact skin_type=5", problems):
        several = name in protocol.facts and protocol.facts[Name(name)].kind == "areas"
        given[name] = value.split(",") if several else value
    facts, found = read_facts(protocol.facts, given)
    problems.extend(found)
    return facts


def _reports(
    options: Namespace,
    protocol: Protocol,
    at: int,
    moment: Callable[[str], int],
    problems: list[Problem],
) -> list[Report]:
    reports = []
    for name, value in pairs(options.report, "--report redness=none@2026-11-20T09:00", problems):
        word, dated, when = value.partition("@")
        said, found = read_reports(protocol, {name: word}, moment(when) if dated else at)
        problems.extend(found)
        reports += said
    return reports


def symptoms(options: Namespace, protocol: Protocol) -> dict[str, str]:
    """Read ``--symptom redness=moderate`` options."""
    problems: list[Problem] = []
    if not options.symptom:
        remedy = "Add `--symptom redness=mild`, once for each."
        problems.append(Problem("C106", "There is no symptom to judge.", remedy))
    given = dict(pairs(options.symptom, "--symptom redness=moderate", problems))
    found, wrong = read_symptoms(protocol, given)
    if problems + wrong:
        raise Unusable(problems + wrong)
    return found


def pairs(
    given: list[str] | None, example: str, problems: list[Problem]
) -> Iterable[tuple[str, str]]:
    """Part ``name=value`` options; one without ``=`` is a problem."""
    seen: set[str] = set()
    for text in given or []:
        name, equals, value = text.partition("=")
        key = f"{name}@{value.partition('@')[2]}"
        if key in seen:
            message = f"`{name[:60]}` is given twice."
            remedy = "Give each once; with two it is not clear which counts."
            problems.append(Problem("C105", message, remedy))
        elif equals and name and value:
            seen.add(key)
            yield name, value
        else:
            message = f"`{text[:60]}` is not of the form name=value."
            problems.append(Problem("C103", message, f"Write it as `{example}`."))


def fail(unusable: Unusable) -> int:
    """Show what made the input unusable; give the exit status."""
    faults.show(unusable.problems)
    return 2
