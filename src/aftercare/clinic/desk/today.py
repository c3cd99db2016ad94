"""The desk's day: who is treated, who is on which day of aftercare, what waits."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.today_shown import shown
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.services.access import Desk


@desk_page
def today(request: Request, desk: Desk) -> HttpResponse:
    """Show the day; ``from`` is where the list of those under aftercare begins."""
    given = request.GET.get("from", "0")
    start = int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 0
    return render(request, "desk/today.html", shown(desk, start))


urls: list[URLPattern] = [
    path("", today, name="today"),
]
