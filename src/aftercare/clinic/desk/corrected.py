"""A correction in words: what it was, what it is now, who says so and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from aftercare.clinic.forms.screened import told
from aftercare.clinic.services import screening
from aftercare.clinic.ui.face import area_name
from aftercare.core.plan.say import moment

if TYPE_CHECKING:
    from aftercare.clinic.services.corrections import Correction
    from aftercare.clinic.services.entry import Treatment

_WHAT = {
    "treated_at": "The time of the treatment",
    "facts": "The patient’s details",
    "device": "The device",
    "needle_mm": "The needle length, in mm",
    "lot": "The cartridge lot",
    "gtin": "The product number",
    "expiry": "The cartridge’s last day",
    "areas": "The treated areas",
    "passes": "The passes",
    "note": "The note",
}


def corrected(each: Correction, treatment: Treatment) -> dict[str, str]:
    """Say a correction; of details only those that changed."""
    zone = ZoneInfo(treatment.course.zone)
    if each.field == "treated_at":
        before, after = moment(each.before, zone), moment(each.after, zone)
    elif each.field == "facts":
        before, after = _changed(treatment, each.before, each.after)
    else:
        before, after = _noted(each.before), _noted(each.after)
    return {
        "what": _WHAT[each.field],
        "before": before,
        "after": after,
        "reason": each.reason,
        "by": each.by.name,
        "when": moment(each.at, zone),
    }


def _changed(
    treatment: Treatment, before: dict[str, Any], after: dict[str, Any]
) -> tuple[str, str]:
    protocol = screening.protocol_of(treatment)
    lang = str(protocol.language)
    rows = zip(told(protocol, before, lang), told(protocol, after, lang), strict=True)
    pairs = [(was, now) for was, now in rows if was != now]
    return _said([was for was, _ in pairs]), _said([now for _, now in pairs])


def _noted(value: Any) -> str:
    words = ", ".join(map(area_name, value)) if isinstance(value, list) else str(value)
    return words or "nothing"


def _said(pairs: list[tuple[str, str]]) -> str:
    return "; ".join(f"{ask} {answer or 'nothing'}" for ask, answer in pairs) or "the same"
