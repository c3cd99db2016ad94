"""The desk's day in words: each state as a word, then a shape, then a colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from aftercare.clinic.desk.inbox_rows import MARKS
from aftercare.clinic.desk.planned import clock_of, on
from aftercare.clinic.services import inbox, today
from aftercare.clinic.services.access import Desk
from aftercare.core.plan import say

if TYPE_CHECKING:
    from aftercare.clinic.services.today import Cared, Visit

# The consent in a word, by what the gate misses; the first that fits is said.
_CONSENT = {
    "K109": ("urgent", "Does not prove"),
    "K103": ("urgent", "Withdrawn"),
    "K105": ("urgent", "Outdated text"),
    "K104": ("urgent", "Too old"),
    "K101": ("urgent", "No consent"),
    "K102": ("urgent", "Not signed"),
    "K107": ("soon", "A question is open"),
    "K106": ("soon", "Too fresh"),
    "K108": ("soon", "Not confirmed today"),
}
_UNSIGNED = {"prepared": "Prepared, not sent", "sent": "Sent, not opened", "opened": "Being read"}
_LEVELS = {
    "expected": ("", "as expected"),
    "watch": ("", "to watch"),
    "contact": ("soon", "contact"),
    "urgent": ("urgent", "urgent"),
    "unsorted": ("soon", "not sorted"),
}
FIRST = 3


@dataclass(frozen=True)
class Said:
    """A state: its word, more about it, and its mark ("" is all right)."""

    word: str
    mark: str = ""
    more: str = ""


def shown(desk: Desk, start: int) -> dict[str, Any]:
    """Give what the page shows."""
    visits = [_visit(desk, each) for each in today.visits(desk)]
    page, counts = today.aftercare(desk, start), inbox.counts(desk)
    return {
        "place": "today",
        "day": say.day(desk.at, desk.zone),
        "visits": [row for row in visits if row["visit"].today],
        "left": [row for row in visits if not row["visit"].today],
        "cared": [_cared(desk, each) for each in page.rows],
        "page": page,
        "first": start + 1,
        "last": start + len(page.rows),
        "counts": counts,
        "waiting": counts.open,
        "longest": say.lasting(desk.at - counts.oldest) if counts.oldest is not None else "",
        "waiting_first": [_waiting(desk, each) for each in inbox.entries(desk, "open", FIRST)],
    }


def _visit(desk: Desk, visit: Visit) -> dict[str, Any]:
    row = visit.treatment
    zone = ZoneInfo(row.course.zone)
    begun = {"done": say.recent(row.treated_at or 0, zone, desk.at), "started": "begun"}
    return {
        "visit": visit,
        "treatment": row,
        "patient": row.course.patient,
        "clock": clock_of(row) or "No time",
        "day": on(row.planned_on, zone),
        "state": begun.get(row.state, ""),
        "consent": consent_said(desk, visit),
        "screening": _screening(visit),
    }


def consent_said(desk: Desk, visit: Visit) -> Said:
    """Say how the consent stands for this treatment now."""
    signed = visit.standing.signed_at if visit.standing else None
    if visit.treatment.state != "planned":
        return Said("Signed" if signed else "No consent", "" if signed else "urgent")
    codes = {problem.code for problem in visit.missing}
    code = next((each for each in _CONSENT if each in codes), "")
    if not code:
        return Said("Signed and confirmed")
    mark, word = _CONSENT[code]
    if code == "K102" and visit.standing:
        word = _UNSIGNED.get(visit.standing.state, word)
    more = ""
    if code == "K106" and signed is not None:
        free = signed + desk.clinic.reflection_hours * 3600
        more = f"until {say.near(free, desk.at, ZoneInfo(visit.treatment.course.zone))}"
    return Said(word, mark, more)


def _screening(visit: Visit) -> Said:
    if visit.stops:
        word = "1 stop is open" if visit.stops == 1 else f"{visit.stops} stops are open"
        return Said(word, "urgent")
    return Said("Done") if visit.screened else Said("Not done", "soon")


def _cared(desk: Desk, row: Cared) -> dict[str, Any]:
    mark, word = _LEVELS.get(row.level, ("", row.level))
    course = row.course
    return {
        "row": row,
        "course": course,
        "patient": course.patient,
        "treated": say.moment(course.last_treated_at or 0, ZoneInfo(course.zone)),
        "last": Said(f"Day {row.said_on}: {word}", mark) if row.said_on is not None else None,
        "missed": _missed(row.missed),
        "waits": MARKS[row.rank] if row.rank is not None else "",
        "now": desk.at,
    }


def _missed(days: tuple[int, ...]) -> str:
    if not days:
        return ""
    named = ", ".join(map(str, days))
    return f"Missed on day {named}" if len(days) == 1 else f"Missed on days {named}"


def _waiting(desk: Desk, concern: Any) -> dict[str, Any]:
    return {
        "concern": concern,
        "href": reverse("desk:concern", args=[concern.pk]),
        "wait": say.lasting(desk.at - concern.opened_at),
        "mark": MARKS[concern.rank],
    }
