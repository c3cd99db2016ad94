"""Each event of a consent in a sentence for the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from aftercare.clinic.services import consents
from aftercare.core.consent.events import TREATMENT, Event
from aftercare.core.plan.say import exactly, moment

if TYPE_CHECKING:
    from aftercare.clinic.services.history import Consent

_HOW = {
    "link": "as a link",
    "QR code": "by QR code, in the clinic",
    "this device": "on the clinic’s device",
}
_READ = "Read "
_SIGNED = {"drawn": "drawn", "typed": "typed", "witnessed": "ticked before a witness"}


@dataclass(frozen=True)
class Line:
    """One event: what, by whom, when, the words that belong to it; ``ends`` marks what ended it."""

    said: str
    by: str
    when: str
    exactly: str
    words: tuple[str, ...]
    ends: bool


def timeline(consent: Consent) -> list[Line]:
    """Give a consent's events in words, each with its own time."""
    zone = ZoneInfo(consent.treatment.course.zone)
    titles = {section.id: section.title for section in consents.text_of(consent).sections}
    return [_line(event, zone, titles) for event in consents.events_of(consent)]


def shortened(lines: list[Line]) -> list[Line]:
    """Put topics that were read one after the other into one line, for the eye."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last and line.said.startswith(_READ) and last.said.startswith(_READ):
            topics = f"{last.said}, {line.said.removeprefix(_READ)}"
            found[-1] = replace(line, said=topics)
        else:
            found.append(line)
    return found


def _line(event: Event, zone: ZoneInfo, titles: Mapping[str, str]) -> Line:
    return Line(
        said(event, titles),
        event.by,
        moment(event.at, zone),
        exactly(event.at, zone),
        tuple(_words(event)),
        event.kind in {"withdrawn", "replaced"},
    )


def said(event: Event, titles: Mapping[str, str]) -> str:
    """Say an event: "Sent as a link", "Read “What can go wrong”"."""
    data = event.data
    section, agreement = data.get("section", ""), data.get("agreement", "").replace("-", " ")
    sentences = {
        "prepared": "Prepared",
        "sent": f"Sent {_HOW.get(data.get('how', ''), '')}".strip(),
        "opened": f"Opened on {data.get('device', 'a device')}",
        "read": f"{_READ}“{titles.get(section, section)}”",
        "asked": "Asked a question",
        "answered": "Answered the question",
        "explained": "Talked with the patient",
        "agreed": f"Answered {data.get('answer', '')} to “{agreement}”",
        "signed": f"Signed as {data.get('name', '')}, {_SIGNED.get(data.get('how', ''), '')}",
        "confirmed": "Confirmed on the day",
        "withdrawn": _withdrawn(data.get("scope", TREATMENT)),
        "replaced": "Replaced by a newer consent",
        "addendum": "Addendum",
    }
    return sentences[event.kind]


def _withdrawn(scope: str) -> str:
    return "Withdrawn" if scope == TREATMENT else f"Withdrawn: {scope.replace('-', ' ')}"


def _words(event: Event) -> list[str]:
    """Give the words that belong to an event, each with what it is."""
    data = event.data
    labelled = {
        "words": "",
        "mattered": "What mattered: ",
        "alternatives": "Alternatives: ",
        "nothing": "Doing nothing: ",
        "witness": "Witness: ",
        "device": "On ",
    }
    if event.kind == "opened":
        return []
    return [f"{label}{data[name]}" for name, label in labelled.items() if data.get(name)]
