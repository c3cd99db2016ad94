"""Help for staff: how a day runs, the keys, and whom to ask."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path

from aftercare import __version__
from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import show
from aftercare.clinic.services import people
from aftercare.clinic.services.access import Desk


@desk_page
def help_page(request: Request, desk: Desk) -> HttpResponse:
    """Say it on one page."""
    owners = [person for person in people.people(desk.clinic) if person.may_manage]
    context = {"place": "help", "version": __version__, "owners": owners}
    return show(request, "desk/help.html", context)


urls: list[URLPattern] = [
    path("help/", help_page, name="help"),
]
