"""The first time: an invitation that is looked at as often as one likes, and accepted once."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, show
from aftercare.clinic.services import people
from aftercare.clinic.services.refusals import NotYours


def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Show who is expected; the button signs them in and asks for a password."""
    here = cast("Request", request)
    try:
        if request.method != "POST":
            person = people.waiting_invitation(secret, here.at).person
            context = {"invited": person, "clinic": person.clinic}
            return show(here, "desk/invitation.html", context)
        person = people.accept_invitation(secret, here.at)
    except NotYours:
        response = show(here, "desk/invitation_over.html", {})
        response.status_code = 404
        return response
    login(request, person, settings.AUTHENTICATION_BACKENDS[0])
    return SeeOther(reverse("desk:today" if settings.DEMO else "account_set_password"))


urls: list[URLPattern] = [
    path("invitation/<str:secret>/", invitation, name="invitation"),
]
