"""Between the server and the pages: the time is told, refusals become pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from aftercare.clinic.config.errors import page_for
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.services import clock

Next = Callable[[HttpRequest], HttpResponse]


def told_the_time(get_response: Next) -> Next:
    """Tell each request the instant it came, once; the pages ask no clock."""

    def tell(request: HttpRequest) -> HttpResponse:
        here = cast("Request", request)
        here.at, here.door = clock.now(), None
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return tell


def readable(get_response: Next) -> Next:
    """Refuse an address with a NUL in it: it names no row, and PostgreSQL cannot look for it."""

    def look(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest
        return get_response(request)

    return look


class Refusals:
    """Turn what a service refused, or a database that is away, into a page that says so."""

    def __init__(self, get_response: Next) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Give the page for a fault that is no bug."""
        return page_for(request, fault)
