"""A check-in read back to its patient: what was said last time, and the answers to check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aftercare.clinic.patient.checkin_forms import FELT, HOW, OPEN, CheckInForm
from aftercare.clinic.services.checkins import last_checkin
from aftercare.core.plan.days import day_number
from aftercare.core.plan.say import day

Row = dict[str, Any]


def as_before(form: CheckInForm) -> dict[str, Any]:
    """Offer the last check-in's answers as the first choice, and say what they were."""
    last = last_checkin(form.care)
    if last is None:
        return {}
    days = day_number(last.at, form.care.at, form.care.zone)
    word = {0: "earlier today", 1: "yesterday"}.get(days, f"on {day(last.at, form.care.zone)}")
    known = ((n, how) for n, how in last.symptoms.items() if n in form.protocol.symptoms)
    bad = [f"{form.name(name)}: {how}." for name, how in known if how != "none"]
    return {"same": f"Same as {word}", "was": " ".join(bad) or "You reported nothing."}


def rows_of(form: CheckInForm) -> dict[str, Any]:
    """List the answers, each with the page on which it can be changed."""
    denied = [name for name in form.symptoms if name not in form.ticked]
    return {
        "rows": [*_symptoms(form), *_conditions(form), *_rest(form)],
        "denied": [form.name(name).lower() for name in denied],
    }


def _symptoms(form: CheckInForm) -> Iterator[Row]:
    for name in form.ticked:
        yield _row(form.name(name), form.symptoms[name].capitalize() or "Not answered", HOW)
    if not form.symptoms:
        yield _row("What you feel and see", "Not answered", FELT)


def _conditions(form: CheckInForm) -> Iterator[Row]:
    for name in form.open:
        answer = form.value(f"is_{name}") or "Not sure"
        yield _row(form.condition(name), answer.capitalize(), OPEN)


def _rest(form: CheckInForm) -> Iterator[Row]:
    where = [area.replace("_", " ") for area in form.value("areas") or ()]
    if where:
        yield _row("Where", ", ".join(where).capitalize(), OPEN)
    if form.value("words"):
        yield _row("Your words", form.value("words"), OPEN)


def _row(ask: str, answer: str, page: int) -> Row:
    return {"ask": ask, "answer": answer, "page": page}
