"""What a patient says: a symptom with its severity, or a condition with yes or no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from aftercare.core.problems import Problem, listed
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.scalars import SEVERITIES


class Report(Struct, frozen=True):
    """A symptom's severity or a condition's yes or no, and when it was said (seconds, UTC)."""

    name: str
    value: str
    at: int


def read_reports(
    protocol: Protocol, given: Mapping[str, Any], at: int
) -> tuple[list[Report], list[Problem]]:
    """Read reports made at one instant; undeclared names and values are problems."""
    reports, problems = [], []
    for name, value in given.items():
        word = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        problem = _fault(protocol, name, word)
        if problem:
            problems.append(problem)
        else:
            reports.append(Report(name, str(word), at))
    return reports, problems


def read_symptoms(
    protocol: Protocol, given: Mapping[str, Any]
) -> tuple[dict[str, str], list[Problem]]:
    """Read a check-in's symptoms; undeclared names and severities are problems."""
    problems = [_symptom_fault(protocol, name, value) for name, value in given.items()]
    found = [problem for problem in problems if problem]
    return ({} if found else {name: str(value) for name, value in given.items()}), found


def _fault(protocol: Protocol, name: str, value: Any) -> Problem | None:
    if name in protocol.symptoms:
        return _symptom_fault(protocol, name, value)
    if name not in protocol.conditions:
        declared = listed([*protocol.symptoms, *protocol.conditions])
        message = f"There is no symptom or condition `{str(name)[:60]}` in this protocol."
        return Problem("R101", message, f"It declares {declared}.")
    if value not in {"yes", "no"}:
        message = f"The condition `{name}` cannot be `{str(value)[:60]}`."
        return Problem("R102", message, "Report it as yes or no.")
    return None


def _symptom_fault(protocol: Protocol, name: str, value: Any) -> Problem | None:
    if name not in protocol.symptoms:
        message = f"There is no symptom `{str(name)[:60]}` in this protocol."
        return Problem("R103", message, f"It declares {listed(protocol.symptoms)}.")
    if str(value) not in SEVERITIES:
        message = f"The severity of `{name}` cannot be `{str(value)[:60]}`."
        return Problem("R104", message, f"It can be {listed(SEVERITIES)}.")
    return None
