"""About this service: what it is meant for, who sees what, and how to forget this device."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import show
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.patient.frame import framed
from aftercare.clinic.services.access import Phone

PURPOSE = (
    "The software records consent, repeats to the patient the advice that their own clinic has"
    " approved, at the time it applies, and brings what the patient reports to the clinic's"
    " attention. It does not diagnose, does not choose treatment, and is never more reassuring"
    " than the leaflet."
)


@phone_page
def about(request: Request, phone: Phone) -> HttpResponse:
    """Say it in plain words; the intended purpose is the README's own sentence."""
    return show(request, "patient/about.html", framed(phone) | {"purpose": PURPOSE})


urls: list[URLPattern] = [
    path("c/<str:address>/about/", about, name="about"),
]
