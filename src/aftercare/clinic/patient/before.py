"""What comes before a treatment: the day, a consent to sign, questions to answer."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from aftercare.clinic.services import consents, courses, screening
from aftercare.clinic.services.access import Phone
from aftercare.core.plan.say import day, near

_TO_SIGN = {"prepared", "sent", "opened"}
_SAID = {
    "signed": "You have signed your consent.",
    "withdrawn": "You have withdrawn your consent.",
    "expired": "Your consent is too old. Your clinic will send you a new one.",
}


def ahead(phone: Phone) -> dict[str, Any]:
    """Give the next treatment of the course, with what the patient can do before it."""
    coming = courses.planned(phone.course)
    return {"coming": _visit(phone, coming[0]) if coming else None}


def _visit(phone: Phone, treatment: Any) -> dict[str, Any]:
    consent = consents.latest_consent(treatment)
    state = consents.stands(consent, phone.at).state if consent else ""
    return {
        "when": _when(phone, treatment),
        "who": treatment.practitioner.name,
        "to_sign": state in _TO_SIGN,
        "consent": _SAID.get(state, "Your clinic has not sent you the consent yet."),
        "asked": screening.last_screening(treatment) is not None,
    }


def _when(phone: Phone, treatment: Any) -> str:
    """Say the day that is planned, and the time if one is."""
    start = datetime.combine(treatment.planned_on, treatment.planned_time or time(12), phone.zone)
    instant = int(start.timestamp())
    timed = treatment.planned_time is not None
    return near(instant, phone.at, phone.zone) if timed else day(instant, phone.zone)
