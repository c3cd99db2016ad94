"""The patient's door: a device that has proved itself for this course, or the way to do so."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from aftercare.clinic.forms.devices import remember
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.services.access import Phone, access_phone
from aftercare.clinic.services.refusals import NotYours

__all__ = ["phone_page", "remember", "secret_of"]

P = ParamSpec("P")


def secret_of(request: HttpRequest) -> str:
    """Give the secret that this browser holds; empty where it holds none."""
    return str(request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""))


def phone_page(
    view: Callable[Concatenate[Request, Phone, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, str, P], HttpResponse]:
    """Give a page its patient; an unknown device is led to where a code is sent."""

    @wraps(view)
    def enter(
        request: HttpRequest, address: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        here = cast("Request", request)
        try:
            phone = access_phone(address, secret_of(request), here.at)
        except NotYours:
            return redirect("patient:open", address=address)
        here.door = phone
        return view(here, phone, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, str, P], HttpResponse]", enter)
