"""What a patient would read, on any day and whatever is known of them; nobody is treated for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import refuse
from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import Compiled
from aftercare.core.plan.ask.answer import Answer, ask
from aftercare.core.plan.dated import Plan, Treatment, make_plan
from aftercare.core.plan.days import local_date
from aftercare.core.protocol.facts import read_facts

LAST_DAY = 30
# A gap marked TODO; details and decisions of the clinic that are missing.
_OPEN = {"P503", "P801", "P802", "P803", "P804", "P805"}


@dataclass(frozen=True)
class Case:
    """A patient who might be: treated some days ago at a time, looking at the page at another.

    ``gone`` are the conditions and symptoms that they have reported as over.
    """

    day: int
    treated: time
    now: time
    facts: dict[str, Any]
    gone: tuple[str, ...] = ()
    question: str = ""


@dataclass(frozen=True)
class Preview:
    """Their plan at that instant, and the answer to their question, if they ask one."""

    plan: Plan
    answer: Answer | None


def texts(desk: Desk, name: str) -> dict[str, Compiled]:
    """Give the texts that can be looked at: the published one, and the next as far as it goes.

    What is still marked TODO, or not decided, keeps a text from being published, not from being
    looked at.
    """
    data, problems = protocols.draft(desk, name)
    current, found = protocols.current(desk.clinic, name), {}
    if current:
        found["published"] = protocols.compiled(current)
    if all(each.code in _OPEN for each in problems):
        found["next"] = protocols.compiled_source(data)
    return found


def preview(desk: Desk, compiled: Compiled, case: Case) -> Preview:
    """Date the text for a case; today is its day."""
    today = local_date(desk.at, desk.zone)
    done = _instant(desk, today - timedelta(days=case.day), case.treated)
    at = _instant(desk, today, case.now)
    if at < done:
        words = "The patient looks at the page before the treatment."
        raise refuse(words, "Choose a later time, or day 1.", "now", "S133")
    facts, problems = read_facts(compiled.protocol.facts, case.facts)
    if problems:
        raise RuntimeError(f"The form offered what the protocol does not know: {problems}")
    reports = [report for name in case.gone for report in _closing(compiled, name, at)]
    plan = make_plan(compiled.schedule, Treatment(done, facts, desk.zone), at, reports)
    return Preview(plan, ask(compiled.lexicon, [plan], case.question) if case.question else None)


def _instant(desk: Desk, day: Any, clock: time) -> int:
    return int(datetime.combine(day, clock, desk.zone).timestamp())


def _closing(compiled: Compiled, name: str, at: int) -> list[Report]:
    """Give the reports that close a condition: its own, and those of its symptoms."""
    condition = compiled.protocol.conditions.get(name)  # type: ignore[call-overload]  # a plain word
    if condition is None or isinstance(condition.closed_by, str):
        return [Report(name, "yes", at)]
    return [Report(str(symptom), "none", at) for symptom in condition.closed_by]
