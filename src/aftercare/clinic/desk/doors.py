"""The desk's door: only a signed-in person of a clinic comes in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.services.access import Desk, access_desk

P = ParamSpec("P")


def desk_page(
    view: Callable[Concatenate[Request, Desk, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a page its desk; who is not signed in is led to the sign-in, and back."""

    @wraps(view)
    def enter(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        here = cast("Request", request)
        desk = access_desk(request.user, here.at)
        here.door = desk
        return view(here, desk, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", login_required(enter))
