"""Patients: found, added, changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path


def page(request: HttpRequest, **_: object) -> HttpResponse:
    """Hold the place."""
    return HttpResponse(request.path)


urls: list[URLPattern] = [
    path("patients/", page, name="patients"),
    path("patients/new/", page, name="patient_new"),
    path("patients/<uuid:id_>/", page, name="patient"),
    path("patients/<uuid:id_>/change/", page, name="patient_change"),
]
