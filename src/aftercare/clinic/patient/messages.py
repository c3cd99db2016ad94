"""What the clinic answered."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path


def page(request: HttpRequest, **_: object) -> HttpResponse:
    """Hold the place."""
    return HttpResponse(request.path)


urls: list[URLPattern] = [
    path("c/<str:address>/messages/", page, name="messages"),
]
