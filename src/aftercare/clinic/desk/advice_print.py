"""A protocol on paper, whole: what an inspector reads, and can compare with its fingerprint."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from aftercare.clinic.desk import protocol_shown as shown
from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import NotYours
from aftercare.core.plan.say import exactly
from aftercare.core.protocol.model import Protocol, say
from aftercare.core.triage.proof import prove


@desk_page
def advice_print(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Show the published text on paper, or the text as it stands where none is published."""
    current = protocols.current(desk.clinic, name)
    offered = protocols.offered(desk.clinic)
    if current is None and name not in offered:
        raise NotYours
    text = protocols.compiled(current) if current else offered[name]
    context = _document(text.protocol) | _published(desk, name)
    context |= {"name": name, "sha256": text.sha256, "printed": exactly(desk.at, desk.zone)}
    return render(request, "desk/advice_print.html", context)


def _document(protocol: Protocol) -> dict[str, Any]:
    """Give all that the text itself says, the same for everybody who has it."""
    lang, contact = str(protocol.language), protocol.contact
    return {
        "protocol": protocol,
        "title": say(protocol.title, lang),
        "blocks": shown.blocks_shown(protocol),
        "additions": shown.additions_shown(protocol),
        "asked": shown.asked_shown(protocol),
        "days": ", ".join(str(int(day)) for day in protocol.questions.days),
        "rows": [shown.row_shown(row, protocol) for row in protocol.triage],
        "proof": prove(protocol),
        "leaflet": shown.leaflet_shown(protocol),
        "contact": [
            ("Telephone", str(contact.phone)),
            ("Hours", say(contact.hours, lang)),
            ("Out of hours", say(contact.out_of_hours, lang)),
            ("In an emergency", say(contact.emergency, lang)),
        ],
    }


def _published(desk: Desk, name: str) -> dict[str, Any]:
    """Give who published it and who approved its table, each with the time."""
    current = protocols.current(desk.clinic, name)
    if current is None:
        return {"current": None, "approval": None}
    approval = protocols.approval(desk.clinic, current)
    return {
        "current": current,
        "when": exactly(current.at, desk.zone),
        "approval": approval,
        "approved": exactly(approval.at, desk.zone) if approval else "",
        "sorted": protocols.triages(desk.clinic, current),
    }


urls: list[URLPattern] = [path("advice/<slug:name>/print/", advice_print, name="advice_print")]
