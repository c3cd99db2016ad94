"""Pages for what goes wrong: what happened, what it means, what to do; never a traceback.

They read no database and no session, so they work when those are away.
"""

from __future__ import annotations

import sys
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from psycopg_pool import PoolTimeout

from aftercare.clinic.services.refusals import (
    NotAllowed,
    NotYours,
    OtherBody,
    Refused,
    Stale,
)
from aftercare.core.problems import Problem

AWAY = (InterfaceError, OperationalError, PoolTimeout)

_NOT_FOUND = Problem(
    "404", "There is no such page.", "Check the address, or go back to where you were."
)
_NOT_ALLOWED = Problem("403", "Your role does not allow this.", "Ask an owner of your clinic.")
_STALE = Problem(
    "409",
    "Somebody changed this while you were writing. Nothing of theirs was overwritten.",
    "What you wrote stands below: copy it, open the page again, and send it once more.",
)
_OTHER_BODY = Problem(
    "422",
    "This form was already sent with other content.",
    "The first one was kept. Open the page again to see it.",
)
_AWAY = Problem(
    "503",
    "We cannot reach our records at this moment. Nothing was saved.",
    "Wait a minute and try again. If you are worried, call your clinic.",
)
_FULL = Problem("507", "There is no room left to save. Nothing was saved.", "Tell your clinic.")
_TOO_MANY = Problem(
    "429",
    "There were too many tries.",
    "Wait five minutes, then try again. If you are worried, call your clinic.",
)
_BUG = Problem(
    "500", "Something went wrong on our side.", "Try again. If you are worried, call your clinic."
)

_SAID: dict[type[BaseException], Problem] = {
    NotYours: _NOT_FOUND,
    NotAllowed: _NOT_ALLOWED,
    Stale: _STALE,
    OtherBody: _OTHER_BODY,
}


def page_for(request: HttpRequest, fault: BaseException) -> HttpResponse | None:
    """Give the page for a fault that is no bug; nothing for one that is."""
    if isinstance(fault, Refused):
        return _page(fault.problems, 422)
    if isinstance(fault, AWAY):
        return _away(fault)
    problem = next((said for kind, said in _SAID.items() if isinstance(fault, kind)), None)
    if problem is None:
        return None
    return _page([problem], int(problem.code), kept=_typed(request))


def _away(fault: BaseException) -> HttpResponse:
    """Say that the records cannot be reached, or that the disk is full."""
    if "full" in str(fault):
        return _page([_FULL], 507)
    response = _page([_AWAY], 503)
    response.headers["Retry-After"] = "5"
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Give back what was typed, so that it can be copied."""
    left_out = {"csrfmiddlewaretoken", "once", "version"}
    pairs = ((name, ", ".join(values)) for name, values in request.POST.lists())
    return [(name.replace("_", " "), value) for name, value in pairs if name not in left_out]


def _page(problems: list[Problem], status: int, kept: Any = ()) -> HttpResponse:
    context = {"problems": problems, "kept": kept, "status": status}
    return HttpResponse(render_to_string("ui/problem.html", context), status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page."""
    del request, exception
    return _page([_NOT_FOUND], 404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that it is not allowed."""
    del request, exception
    return _page([_NOT_ALLOWED], 403)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read."""
    del request, exception
    return _page([Problem("400", "This request cannot be read.", "Go back and try again.")], 400)


def too_many(request: HttpRequest) -> HttpResponse:
    """Say that somebody tried too often; the right password is not tried either."""
    del request
    return _page([_TOO_MANY], 429)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that something broke; a database that is away is 503 wherever it was asked."""
    fault = sys.exc_info()[1]
    found = page_for(request, fault) if isinstance(fault, AWAY) else None
    return found or _page([_BUG], 500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form's secret is too old or missing."""
    del reason
    problem = Problem(
        "403",
        "This page was open for too long, or cookies are switched off.",
        "Open the page again and send it once more. What you wrote stands below.",
    )
    return _page([problem], 403, kept=_typed(request))
