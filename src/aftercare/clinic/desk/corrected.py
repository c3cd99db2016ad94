"""A correction in words: what it was, what it is now, who says so and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from aftercare.clinic.forms.screened import told
from aftercare.clinic.services import screening
from aftercare.core.plan.say import moment

if TYPE_CHECKING:
    from aftercare.clinic.services.corrections import Correction
    from aftercare.clinic.services.entry import Treatment


def corrected(each: Correction, treatment: Treatment) -> dict[str, str]:
    """Say a correction; of details only those that changed."""
    zone = ZoneInfo(treatment.course.zone)
    if each.field == "treated_at":
        before, after = moment(each.before, zone), moment(each.after, zone)
        what = "The time of the treatment"
    else:
        before, after = _changed(treatment, each.before, each.after)
        what = "The patient’s details"
    return {
        "what": what,
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


def _said(pairs: list[tuple[str, str]]) -> str:
    return "; ".join(f"{ask} {answer or 'nothing'}" for ask, answer in pairs) or "the same"
