"""A consent as it is shown: its text, where it stands, its talk, questions and signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString, mark_safe

from aftercare.clinic.desk.consent_words import shortened, timeline
from aftercare.clinic.desk.inbox_shown import STANDS
from aftercare.clinic.services import consents, links
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.evidence import proofs
from aftercare.core.consent.changes import changes
from aftercare.core.consent.events import Event, Standing
from aftercare.core.consent.signature import drawn
from aftercare.core.consent.text import ConsentText
from aftercare.core.plan.say import exactly, moment
from aftercare.core.plan.times import read_time

if TYPE_CHECKING:
    from aftercare.clinic.services.history import Consent

ENDED = {"withdrawn", "replaced", "expired"}


def shown(desk: Desk, consent: Consent) -> dict[str, Any]:
    """Give what the page of a consent shows."""
    zone = ZoneInfo(consent.treatment.course.zone)
    events, text = consents.events_of(consent), consents.text_of(consent)
    lines = timeline(consent)
    now, newer = consents.stands(consent, desk.at), consents.text_now(consent)
    return {
        "place": "patients",
        "consent": consent,
        "treatment": consent.treatment,
        "course": consent.treatment.course,
        "patient": consent.treatment.course.patient,
        "text": text,
        "now": now,
        "stands": STANDS[now.state],
        "reasons": consents.gate_problems(consent.treatment, consent, desk.at),
        "lines": lines,
        "short_lines": shortened(lines),
        "talks": [_talk(each, zone) for each in events if each.kind == "explained"],
        "questions": _questions(events, zone),
        "answers": _answers(text, now),
        "signature": _signature(events, zone),
        "sealed": now.signed_at is not None,
        "failing": proofs.failing(consent) if now.signed_at is not None else [],
        "outdated": newer is not None,
        "changes": changes(text, newer) if newer else [],
        "masked": links.masked(consent.treatment.course),
        "open_to_sign": now.state in consents.BEFORE,
        "over": now.state in ENDED,
        "planned": consent.treatment.state in {"planned", "started"},
        "hash": consent.sha256,
        "made": exactly(consent.at, zone),
        "printed": exactly(desk.at, zone),
    }


def permissions(text: ConsentText, now: Standing) -> list[tuple[str, str]]:
    """Give the permissions that stand, with their words."""
    words = {each.clause: each.text for each in text.permissions}
    return [(name, words.get(name, name)) for name, given in now.permissions.items() if given]


def _talk(event: Event, zone: ZoneInfo) -> dict[str, Any]:
    instant, problem = read_time(event.data.get("when", ""), zone)
    when = "" if problem else moment(instant, zone)
    return {**event.data, "by": event.by, "at": moment(event.at, zone), "when": when}


def _questions(events: list[Event], zone: ZoneInfo) -> list[dict[str, Any]]:
    """Give each question with all its answers, oldest first."""
    found: dict[str, dict[str, Any]] = {}
    for event in events:
        data = event.data
        if event.kind == "asked":
            asked: dict[str, Any] = {"id": data["question"], "words": data.get("words", "")}
            asked |= {"by": event.by, "at": moment(event.at, zone), "answers": []}
            found[data["question"]] = asked
        elif event.kind == "answered" and data["question"] in found:
            answer = {"words": data.get("words", ""), "by": event.by, "at": moment(event.at, zone)}
            found[data["question"]]["answers"].append(answer)
    return list(found.values())


def _answers(text: ConsentText, now: Standing) -> list[tuple[str, str]]:
    """Give what the patient answered to each agreement, and how each permission stands now."""
    agreed = [(each.text, now.agreed.get(each.clause, "")) for each in text.agreements]
    said = [(each.text, _permission(each.clause, now)) for each in text.permissions]
    return agreed + said


def _permission(clause: str, now: Standing) -> str:
    answer = now.agreed.get(clause, "")
    return (
        "yes, and taken back"
        if answer == "yes" and now.permissions.get(clause) is False
        else answer
    )


def _signature(events: list[Event], zone: ZoneInfo) -> dict[str, Any] | None:
    event = next((each for each in reversed(events) if each.kind == "signed"), None)
    if event is None:
        return None
    data = event.data
    return {
        "name": data.get("name", ""),
        "how": data.get("how", ""),
        "witness": data.get("witness", ""),
        "device": data.get("device", ""),
        "sha256": data.get("sha256", ""),
        "language": data.get("language", ""),
        "at": exactly(event.at, zone),
        "picture": _picture(data.get("path", "")),
    }


def _picture(path: str) -> SafeString:
    """Draw a signature from numbers only; anything else is not drawn."""
    line = drawn(path)
    if not line:
        return SafeString("")
    return mark_safe(  # noqa: S308 - the path holds M, L, numbers and spaces
        '<svg viewBox="0 0 600 200" role="img" aria-label="The drawn signature">'
        f'<path d="{line}" fill="none" stroke="#1D2B2C" stroke-width="3" '
        'stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
