"""How a patient comes in: by a code, by a QR code in the clinic; and how they leave."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from aftercare.clinic.forms.devices import remember
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, SentForm, blame, show
from aftercare.clinic.patient.doors import phone_page, secret_of
from aftercare.clinic.services import agreeing, consents, links
from aftercare.clinic.services.access import Phone, access_phone
from aftercare.clinic.services.refusals import NotYours, Refused


class CodeForm(SentForm):
    """The six digits of the message."""

    code = forms.CharField(
        label="Code",
        help_text="Six digits. They work for 10 minutes.",
        max_length=12,
        error_messages={"required": "Enter the code from the message."},
    )


def open_page(request: HttpRequest, address: str) -> HttpResponse:
    """Offer a code; whoever is known already goes straight on. A GET sends nothing."""
    here = cast("Request", request)
    try:
        return redirect(_inside(access_phone(address, secret_of(request), here.at)))
    except NotYours:
        return show(here, "patient/open.html", _frame(address))


def _inside(phone: Phone) -> str:
    """Give where somebody who has come in goes: to a consent that waits, else to Today."""
    consent = agreeing.own_consent(phone)
    waits = consent and consents.stands(consent, phone.at).state in consents.BEFORE
    return reverse("patient:consent" if waits else "patient:today", args=[phone.course.address])


def _frame(address: str) -> dict[str, Any]:
    course = links.find(address)
    return {"clinic": course.clinic, "masked": links.masked(course), "course_address": address}


@require_POST
def send_code(request: HttpRequest, address: str) -> HttpResponse:
    """Send a code, then ask for it."""
    here = cast("Request", request)
    try:
        links.send_code(address, here.at)
    except Refused as refusal:
        form = CodeForm({"code": ""})
        form.errors.clear()
        blame(form, refusal)
        return show(here, "patient/open.html", _frame(address), form)
    return SeeOther(reverse("patient:code", args=[address]))


def enter_code(request: HttpRequest, address: str) -> HttpResponse:
    """Take the code; the right one makes this browser known for the course."""
    here = cast("Request", request)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            code = form.cleaned_data["code"]
            secret = links.enter_code(address, code, secret_of(request), here.at)
        except Refused as refusal:
            blame(form, refusal)
        else:
            there = _inside(access_phone(address, secret, here.at))
            return remember(SeeOther(there), secret)
    return show(here, "patient/code.html", _frame(address), form)


def handover(request: HttpRequest, secret: str) -> HttpResponse:
    """Show who is expected; only the button uses the hand-over up."""
    here = cast("Request", request)
    try:
        if request.method != "POST":
            waiting = links.waiting_handover(secret, here.at)
            context = {"clinic": waiting.clinic, "name": waiting.course.patient.name}
            return show(here, "patient/handover.html", context)
        course, device = links.accept_handover(secret, secret_of(request), here.at)
    except NotYours:
        response = show(here, "patient/handover_over.html", {})
        response.status_code = 404
        return response
    return remember(SeeOther(_inside(access_phone(course.address, device, here.at))), device)


@require_POST
@phone_page
def leave(request: Request, phone: Phone) -> HttpResponse:
    """Forget this browser; the clinic's own device goes back to the staff's sign-in."""
    del request
    links.leave(phone)
    there = reverse("account_login") if phone.device.here else None
    response = SeeOther(there or reverse("patient:open", args=[phone.course.address]))
    response.delete_cookie(settings.DEVICE_COOKIE_NAME, samesite="Lax")
    return response


urls: list[URLPattern] = [
    path("c/<str:address>/open/", open_page, name="open"),
    path("c/<str:address>/open/send/", send_code, name="send_code"),
    path("c/<str:address>/open/code/", enter_code, name="code"),
    path("c/<str:address>/leave/", leave, name="leave"),
    path("h/<str:secret>/", handover, name="handover"),
]
