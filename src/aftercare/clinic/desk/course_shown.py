"""A course as it is shown: each list in words."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from aftercare.clinic.desk.consent_words import shortened, timeline
from aftercare.clinic.desk.corrected import corrected
from aftercare.clinic.desk.inbox_rows import ICONS, MARKS
from aftercare.clinic.desk.inbox_shown import STANDS
from aftercare.clinic.services import consents, curves
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.history import Concern, Consent, History, Message, Told
from aftercare.core.plan.say import moment

STATES = {"planned": "planned", "started": "begun", "done": "done", "cancelled": "cancelled"}


def shown(desk: Desk, found: History) -> dict[str, Any]:
    """Give what the page of a course shows."""
    zone = ZoneInfo(found.course.zone)
    return {
        "place": "patients",
        "course": found.course,
        "patient": found.course.patient,
        "day": found.care.day if found.care else None,
        "treatments": [(each, _when(each, zone), STATES[each.state]) for each in found.treatments],
        "curves": found.curves,
        "checkins": _checkins(found, zone),
        "concerns": [_concern(each, zone) for each in found.concerns],
        "messages": [_message(found, each, zone) for each in found.messages],
        "consents": [_consent(desk, each) for each in reversed(found.consents)],
        "corrections": _corrections(found),
        "told": [_told(each, zone) for each in found.told],
    }


def _when(treatment: Any, zone: ZoneInfo) -> str:
    if treatment.treated_at:
        return moment(treatment.treated_at, zone)
    return f"{treatment.planned_on:%A} {treatment.planned_on.day} {treatment.planned_on:%B}"


def _checkins(found: History, zone: ZoneInfo) -> list[dict[str, Any]]:
    """Give every check-in with what was felt, newest first."""
    if found.care is None:
        return []
    protocol = found.care.compiled.protocol
    return [
        {
            "day": each.day,
            "when": moment(each.at, zone),
            "felt": ", ".join(
                f"{curves.symptom_name(protocol, name).lower()} {severity}"
                for name, severity in each.symptoms.items()
                if severity != "none"
            ),
            "areas": ", ".join(each.areas).replace("_", " "),
            "words": each.words,
            "level": each.level,
            "row": each.row.replace("-", " "),
        }
        for each in reversed(found.care.checkins)
    ]


def _concern(each: Concern, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "pk": each.pk,
        "title": each.title,
        "mark": MARKS[each.rank],
        "icon": ICONS[each.kind],
        "state": each.get_state_display(),
        "when": moment(each.opened_at, zone),
        "by": each.done_by.name if each.done_by else "",
    }


def _message(found: History, each: Message, zone: ZoneInfo) -> dict[str, Any]:
    who = each.by.name if each.by else found.course.patient.name
    return {
        "mine": each.by is not None,
        "who": who,
        "words": each.words,
        "when": moment(each.at, zone),
    }


def _consent(desk: Desk, each: Consent) -> dict[str, Any]:
    return {
        "pk": each.pk,
        "version": each.publication.number,
        "stands": STANDS[consents.stands(each, desk.at).state],
        "timeline": shortened(timeline(each)),
    }


def _corrections(found: History) -> list[dict[str, str]]:
    treatments = {each.pk: each for each in found.treatments}
    for each in treatments.values():
        each.course = found.course
    return [corrected(each, treatments[each.treatment_id]) for each in found.corrections]


def _told(each: Told, zone: ZoneInfo) -> dict[str, Any]:
    kinds = {"check-in": "After a check-in", "answer": "“Can I …?”", "reply": "Reply"}
    return {
        "kind": kinds.get(each.kind, each.kind.capitalize()),
        "when": moment(each.at, zone),
        "asked": each.asked,
        "words": each.words,
        "clauses": ", ".join(each.clauses),
        "sha": each.protocol_sha256[:8],
    }
