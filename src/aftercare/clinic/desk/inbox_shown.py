"""An entry as it is shown: its facts in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aftercare.clinic.desk.inbox_rows import MARKS, day_words
from aftercare.clinic.services import curves
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.entry import Entry
from aftercare.clinic.services.snoozes import snoozes
from aftercare.clinic.ui.face import said
from aftercare.core.plan.say import moment, recent
from aftercare.core.protocol.model import say

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Message, Treatment

NOW = 0
STANDS = {
    "prepared": "Prepared, not sent",
    "sent": "Sent, not opened",
    "opened": "Opened, not signed",
    "signed": "Signed",
    "expired": "Too old to be used",
    "withdrawn": "Withdrawn",
    "replaced": "Replaced by a newer one",
}


@dataclass(frozen=True)
class Said:
    """Words of one person, as they stand in the conversation; ``mine`` are the clinic's."""

    words: str
    who: str
    when: str
    mine: bool


def shown(desk: Desk, found: Entry) -> dict[str, Any]:
    """Give what the page of an entry shows."""
    concern, patient = found.concern, found.concern.course.patient
    drawn = found.curves
    quote, messages = _quoted(desk, found)
    return {
        "entry": found,
        "concern": concern,
        "patient": patient,
        "dial": "".join(letter for letter in patient.phone if letter.isdigit() or letter == "+"),
        "mark": MARKS[concern.rank],
        "about": " ".join(_about(desk, found)),
        "curve": drawn[0] if drawn else None,
        "more_curves": drawn[1:],
        "also": curves.others(found.care, drawn) if found.care else "",
        "marks": found.marks,
        "where": said(found.marks),
        "skin_type": _skin_type(found),
        "rule_words": found.row.replace("-", " "),
        "quote": quote,
        "messages": messages,
        "read": [_read(desk, seen.person.name, seen.at) for seen in found.seen],
        "read_by_me": _read_by(desk, found),
        "stands": STANDS[found.standing.state] if found.standing else "",
        "snoozes": [] if concern.rank == NOW else snoozes(desk),
        "opened": recent(concern.opened_at, desk.zone, desk.at),
        "ended": _ended(desk, found),
    }


def _about(desk: Desk, found: Entry) -> Iterator[str]:
    """Say where the patient is: "Day 5 after micro-needling, Monday 16 November, 11am. …"."""
    treatment = found.treatment
    if treatment is None:
        return
    name = _title(found, treatment)
    if found.care is None:
        planned = f"{treatment.planned_on:%A} {treatment.planned_on.day} {treatment.planned_on:%B}"
        yield f"{name}, planned for {planned}, with {treatment.practitioner.name}."
        return
    done = moment(treatment.treated_at or 0, found.care.zone)
    yield f"{day_words(found.concern, desk.at)} after {name}, {done}."
    yield f"Treated by {treatment.practitioner.name}."


def _title(found: Entry, treatment: Treatment) -> str:
    if found.care is None:
        return treatment.course.protocol.replace("-", " ").capitalize()
    protocol = found.care.compiled.protocol
    return say(protocol.title, str(protocol.language)).lower()


def _quoted(desk: Desk, found: Entry) -> tuple[Said | None, list[Said]]:
    """Take the patient's first words out of the conversation: they stand above it."""
    messages = [_message(desk, found, each) for each in found.messages]
    checkin = found.concern.checkin
    if checkin and checkin.words:
        when = recent(checkin.at, desk.zone, desk.at)
        return Said(checkin.words, "Check-in", when, mine=False), messages
    if messages and not messages[0].mine:
        return messages[0], messages[1:]
    return None, messages


def _message(desk: Desk, found: Entry, row: Message) -> Said:
    who = row.by.name if row.by else found.concern.course.patient.name
    return Said(row.words, who, recent(row.at, desk.zone, desk.at), mine=row.by is not None)


def _skin_type(found: Entry) -> str:
    given = found.treatment.facts.get("skin_type") if found.treatment else None
    return "Not known" if given in {None, "", "unknown"} else f"Fitzpatrick {given}"


def _read(desk: Desk, name: str, at: int) -> str:
    return f"Read by {name}, {recent(at, desk.zone, desk.at)}"


def _read_by(desk: Desk, found: Entry) -> bool:
    """Tell whether this person has read everything that the patient wrote."""
    last = max((each.at for each in found.messages if each.by is None), default=0)
    return any(seen.person_id == desk.person.pk and seen.at >= last for seen in found.seen)


def _ended(desk: Desk, found: Entry) -> str:
    concern = found.concern
    if concern.state == "done" and concern.done_at:
        by = f" by {concern.done_by.name}" if concern.done_by else ", as the patient checked in"
        return f"Done{by}, {recent(concern.done_at, desk.zone, desk.at)}."
    if concern.state == "snoozed" and concern.snoozed_until:
        return f"Snoozed until {moment(concern.snoozed_until, desk.zone)}."
    return ""
