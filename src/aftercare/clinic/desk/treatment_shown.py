"""A treatment as it is shown: what is missing at the gate with its remedy, what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from aftercare.clinic.desk.inbox_shown import STANDS
from aftercare.clinic.desk.planned import dated, planned, when
from aftercare.clinic.forms.screened import ANSWERS, told
from aftercare.clinic.services import consents, corrections, screening, treatments
from aftercare.clinic.services.access import Desk
from aftercare.clinic.ui.face import said
from aftercare.core.plan.say import moment, near
from aftercare.core.protocol.model import say

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Treatment
    from aftercare.clinic.services.screening import Blocked

STATES = {"planned": "Planned", "started": "Begun", "done": "Done", "cancelled": "Cancelled"}
# What mends a reason of the gate: the part of the page that is shown with it.
_REMEDIES = {
    "K101": "prepare",
    "K102": "hand",
    "K103": "again",
    "K104": "again",
    "K105": "again",
    "K106": "sooner",
    "K107": "answer",
    "K108": "confirm",
    "K109": "again",
    "S115": "screen",
}


@dataclass(frozen=True)
class Reason:
    """Why it may not start, what to do, and which part of the page does it."""

    message: str
    help: str
    remedy: str


def shown(desk: Desk, row: Treatment) -> dict[str, Any]:
    """Give what the page shows in any state."""
    protocol = screening.protocol_of(row)
    lang, zone = str(protocol.language), ZoneInfo(row.course.zone)
    consent = consents.latest_consent(row)
    standing = consents.stands(consent, desk.at) if consent else None
    asked = screening.last_screening(row)
    marks = dict.fromkeys(row.areas, "treated")
    return {
        "place": "patients",
        "treatment": row,
        "course": row.course,
        "patient": row.course.patient,
        "zone": zone,
        "title": say(protocol.title, lang),
        "state": STATES[row.state],
        "when": when(row),
        "planned": planned(row),
        "consent": consent,
        "standing": standing,
        "stands": STANDS[standing.state] if standing else "",
        "free": _free(desk, standing, zone),
        **_gate(desk, row),
        "asks": screening.asks(row),
        "asked": asked,
        "stops": [_stop(each, zone, lang) for each in screening.blocked(row, asked)],
        "may_decide": desk.person.may_decide,
        "deciders": screening.deciders(desk),
        "facts": told(protocol, row.facts, lang),
        "corrections": corrections.of(row),
        "expiry": dated(row.expiry) if row.expiry else "",
        "marks": marks,
        "areas": said(marks),
    }


def _free(desk: Desk, standing: Any, zone: ZoneInfo) -> str:
    """Say from when the time for reflection is over."""
    if standing is None or standing.signed_at is None:
        return ""
    return near(standing.signed_at + desk.clinic.reflection_hours * 3600, desk.at, zone)


def _gate(desk: Desk, row: Treatment) -> dict[str, Any]:
    """Give whether it may start, and every reason; the stops stand with their questions."""
    if row.state != "planned":
        return {"may_start": False, "reasons": []}
    problems = treatments.gate(row, desk.at)
    found = [Reason(p.message, p.help, _REMEDIES.get(p.code, "stop")) for p in problems]
    return {"may_start": not found, "reasons": [each for each in found if each.remedy != "stop"]}


def _stop(each: Blocked, zone: ZoneInfo, lang: str) -> dict[str, Any]:
    decision = each.decision
    return {
        "id": str(each.stop.id),
        "ask": say(each.stop.ask, lang),
        "answer": dict(ANSWERS)[each.answer],
        "blocks": each.blocks,
        "decision": decision,
        "when": moment(decision.at, zone) if decision else "",
    }


def now_local(desk: Desk, row: Treatment) -> str:
    """Give this minute as the field of a day and a time takes it."""
    return f"{datetime.fromtimestamp(desk.at, ZoneInfo(row.course.zone)):%Y-%m-%dT%H:%M}"


def done_local(row: Treatment) -> str:
    """Give when it was done, as the field of a day and a time takes it."""
    local = datetime.fromtimestamp(row.treated_at or 0, ZoneInfo(row.course.zone))
    return f"{local:%Y-%m-%dT%H:%M}"
