"""The demo's clock, turned from a page; the address exists in the demo only."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from aftercare.clinic.forms.sent import SeeOther
from aftercare.clinic.services import clock, sweep
from aftercare.core.plan.times import read_time

_STEPS = {"hour": 3600, "day": 24 * 3600}
_LONDON = ZoneInfo("Europe/London")


@require_POST
def turn_clock(request: HttpRequest) -> HttpResponse:
    """Turn the clock by a step or to a time, let it bring what it brings, and go back."""
    ahead, now = clock.ahead(), clock.now()
    step = _STEPS.get(request.POST.get("step", ""), 0)
    instant, problem = read_time(request.POST.get("to", ""), _LONDON)
    if not step and problem is None:
        step = instant - now
    clock.turn(ahead + step)
    sweep.sweep_all(now + step)
    return SeeOther(_back(request))


def _back(request: HttpRequest) -> str:
    """Give the page that the form stood on, if it is one of ours."""
    page = request.POST.get("back", "")
    safe = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if safe else "/"
