"""Where a concern stands, in words: sent, delivered, read by whom, answered; never less certain."""

from __future__ import annotations

from typing import Any

from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.conversations import Conversation
from aftercare.core.plan.say import near

_TITLES = {"check-in": "Your check-in", "worry": "Your worry", "question": "Your question"}


def status(found: Conversation, phone: Phone) -> list[dict[str, str]]:
    """Give the steps that are done, in order, and last the one that is awaited."""
    steps = [
        _step("Sent", found.sent, phone),
        {"said": "Delivered to your clinic’s inbox", "when": ""},
    ]
    if found.read:
        steps.append(_step(f"Read by {found.read.person.name}", found.read.at, phone))
    if found.answer and found.answer.by:
        steps.append(_step(f"Answered by {found.answer.by.name}", found.answer.at, phone))
    elif found.concern.done_at:
        steps.append(_step("Marked as done by your clinic", found.concern.done_at, phone))
    elif not found.read:
        steps.append({"said": "Not read yet", "when": ""})
    return steps


def row(found: Conversation, phone: Phone) -> dict[str, Any]:
    """Give one conversation of the list: what it is about, where it stands, what was written."""
    last = status(found, phone)[-1]
    return {
        "id": found.concern.pk,
        "title": _TITLES.get(found.concern.kind, "From your clinic"),
        "when": near(found.last, phone.at, phone.zone),
        "talk": talk(found, phone),
        "status": ", ".join(filter(None, (last["said"], last["when"]))),
        "new": found.new,
    }


def talk(found: Conversation, phone: Phone) -> list[dict[str, Any]]:
    """Give the messages, each with who wrote it and when."""
    said = []
    for each in found.messages:
        who = each.by.name if each.by else "You"
        when = near(each.at, phone.at, phone.zone)
        said.append({"mine": each.by is None, "text": each.words, "who": who, "when": when})
    return said


def _step(said: str, at: int, phone: Phone) -> dict[str, str]:
    return {"said": said, "when": near(at, phone.at, phone.zone)}
