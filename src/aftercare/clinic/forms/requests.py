"""A request as the house sees it: it carries the time, and the door it came through."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from aftercare.clinic.services.access import Desk, Phone


class Request(HttpRequest):
    """A request that was told the time; ``door`` is set once somebody is let in."""

    at: int
    door: Desk | Phone | None
    htmx: HtmxDetails
