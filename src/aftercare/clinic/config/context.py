"""What every page's frame needs: whose clinic, who is there, what waits, whom to call."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.records.models import Clinic
from aftercare.clinic.services import clock, contact, inbox
from aftercare.clinic.services.access import Desk, Phone


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Give the frame of a page by the door that the request came through."""
    here = cast("Request", request)
    found: dict[str, Any] = {"demo": settings.DEMO, "at": getattr(here, "at", 0)}
    if settings.DEMO:
        found["ahead"] = clock.ahead()
    match getattr(here, "door", None):
        case Desk() as desk:
            # Counted where the page has not counted by itself.
            found |= {
                "person": desk.person,
                "waiting": partial(inbox.waiting, desk),
                "zone": desk.zone,
            }
            found |= _clinic(desk.clinic)
        case Phone() as phone:
            found |= {"patient": phone.patient, "address": phone.course.address, "phone": phone}
            found |= {"contact": contact.contact(phone.course), "zone": phone.zone}
            found |= _clinic(phone.clinic)
    return found


def _clinic(clinic: Clinic) -> dict[str, Any]:
    look = [clinic.slug, clinic.version]
    return {
        "clinic": clinic,
        "colour_href": reverse("ui-colour", args=look) if clinic.colour else "",
        "logo_href": reverse("ui-logo", args=look) if clinic.logo else "",
    }
