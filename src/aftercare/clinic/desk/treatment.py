"""A treatment: planned, started, recorded, corrected."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path


def page(request: HttpRequest, **_: object) -> HttpResponse:
    """Hold the place."""
    return HttpResponse(request.path)


urls: list[URLPattern] = [
    path("patients/<uuid:id_>/plan/", page, name="treatment_new"),
    path("treatments/<uuid:id_>/", page, name="treatment"),
]
