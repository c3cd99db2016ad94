"""Questions before the treatment: what the protocol must know, and what may stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.screened import ScreeningForm, as_said
from aftercare.clinic.forms.sent import answered, show
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.services import courses, screening
from aftercare.clinic.services.access import Phone

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Treatment


@phone_page
def before(request: Request, phone: Phone) -> HttpResponse:
    """Ask everything, show the answers to be checked, and keep them."""
    planned = courses.planned(phone.course)
    if not planned:
        return redirect("patient:today", address=phone.course.address)
    return _ask(request, phone, planned[0])


def _ask(request: Request, phone: Phone, treatment: Treatment) -> HttpResponse:
    protocol, lang = screening.protocol_of(treatment), phone.patient.language
    posted = request.POST if request.method == "POST" else None
    form = ScreeningForm(
        protocol, lang, posted, initial=as_said(screening.last_screening(treatment))
    )
    context = {"back_href": reverse("patient:today", args=[phone.course.address])}
    if request.POST.get("go") == "check" and form.is_valid():
        rows = [(field, _label(field)) for field in form.visible_fields()]
        return show(request, "patient/screening_check.html", context | {"rows": rows}, form)
    if request.POST.get("go") == "send":
        done = answered(request, phone, form, lambda: _keep(phone, treatment, form))
        if done:
            return done
    return show(request, "patient/screening.html", context, form)


def _label(field: forms.BoundField) -> str:
    choices = dict(field.field.choices)  # type: ignore[attr-defined]  # each is a ChoiceField
    return str(choices.get(field.value(), ""))


def _keep(phone: Phone, treatment: Treatment, form: ScreeningForm) -> str:
    screening.record_screening(phone, treatment, form.facts(treatment.facts), form.answers())
    return reverse("patient:before_done", args=[phone.course.address])


@phone_page
def before_done(request: Request, phone: Phone) -> HttpResponse:
    """Thank for the answers; a stop is for the clinic to talk about, not to alarm."""
    planned = courses.planned(phone.course)
    last = screening.last_screening(planned[0]) if planned else None
    if last is None:
        return redirect("patient:today", address=phone.course.address)
    talk = bool(screening.blocked(planned[0], last))
    return show(request, "patient/screening_done.html", {"talk": talk})


urls: list[URLPattern] = [
    path("c/<str:address>/before/", before, name="before"),
    path("c/<str:address>/before/done/", before_done, name="before_done"),
]
