"""Lots and those treated with them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path


def page(request: HttpRequest, **_: object) -> HttpResponse:
    """Hold the place."""
    return HttpResponse(request.path)


urls: list[URLPattern] = [
    path("lots/", page, name="lots"),
]
