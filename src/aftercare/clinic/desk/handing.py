"""A way in for a patient who is in the clinic: a QR code on this screen, for one use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aftercare.clinic.desk.qr import drawn
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, sent
from aftercare.clinic.services import links
from aftercare.clinic.services.access import Desk
from aftercare.core.plan.say import clock

if TYPE_CHECKING:
    from aftercare.clinic.services.history import Consent, Course


def qr_page(
    request: Request, desk: Desk, course: Course, consent: Consent | None, back: str
) -> HttpResponse:
    """Make a code and show it at once.

    Its secret is shown and never kept, so there is no page to be led to; a form that was sent
    twice leads ``back``, and makes no second code.
    """
    made: list[str] = []

    def act() -> str:
        made.append(links.hand_over(desk, course, consent))
        return back

    where = sent(request, desk, act)
    if not made:
        return SeeOther(where)
    address = settings.ADDRESS + reverse("patient:handover", args=made)
    until = clock(desk.at + links.HANDOVER_SECONDS, desk.zone)
    context = {"qr": drawn(address), "text": address, "until": until, "back_href": back}
    return render(request, "desk/handing.html", {**context, "course": course, "place": "patients"})
