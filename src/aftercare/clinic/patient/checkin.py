"""The check-in in under a minute: feel before colour, short pages, check answers, send.

Every page but the last is a POST that keeps nothing: sent again, after Back, it does no harm.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import answered, show
from aftercare.clinic.patient.checkin_forms import (
    CHECK,
    FELT,
    HOW,
    OPEN,
    SEEN,
    CheckInForm,
    filled_as,
)
from aftercare.clinic.patient.checkin_words import as_before, rows_of
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.patient.frame import frame
from aftercare.clinic.services import checkins, courses
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.courses import Aftercare
from aftercare.core.plan.say import near
from aftercare.core.problems import listed

_TEMPLATES = {FELT: "felt", SEEN: "seen", HOW: "how", OPEN: "open", CHECK: "check"}


@phone_page
def checkin(request: Request, phone: Phone) -> HttpResponse:
    """Lead through the pages; only the last button keeps something."""
    care = courses.aftercare(phone.course, phone.at)
    if care is None:
        return redirect("patient:today", address=phone.course.address)
    if request.method != "POST":
        return _show(request, phone, CheckInForm(care, initial={"page": FELT}), FELT)
    last = checkins.last_checkin(care)
    if request.POST.get("go") == "same" and last:
        filled = filled_as(care, last.symptoms, last.conditions)
        return _show(request, phone, CheckInForm(care, initial=filled), CHECK)
    return _turned(request, phone, CheckInForm(care, request.POST))


def _turned(request: Request, phone: Phone, form: CheckInForm) -> HttpResponse:
    """Go where the pressed button leads: on, back to a page, or to the end."""
    go = request.POST.get("go", "")
    if go in {str(page) for page in form.pages()}:
        return _show(request, phone, _carried(form), int(go))
    if go == "send":
        done = answered(request, phone, form, lambda: _send(phone, form))
        return done or _show(request, phone, form, _wrong(form))
    if not form.is_valid():
        return _show(request, phone, form, _wrong(form))
    return _show(request, phone, _carried(form), _after(form))


def _after(form: CheckInForm) -> int:
    page = int(form.cleaned_data["page"])
    return next((each for each in form.pages() if each > page), CHECK)


def _wrong(form: CheckInForm) -> int:
    """Give the first page that has an error on it; else the one that was sent."""
    for page in form.pages():
        if any(field.errors for field in form.shown(page)):
            return page
    sent = str(form.value("page"))
    return int(sent) if sent in {str(each) for each in form.pages()} else FELT


def _carried(form: CheckInForm) -> CheckInForm:
    """Carry the answers to another page, on which nobody has got anything wrong yet."""
    return CheckInForm(form.care, initial={name: form.value(name) for name in form.fields})


def _send(phone: Phone, form: CheckInForm) -> str:
    row = checkins.record_checkin(
        phone,
        form.symptoms,
        form.conditions,
        areas=form.cleaned_data["areas"],
        words=form.cleaned_data["words"],
    )
    return reverse("patient:checkin_done", args=[phone.course.address, row.pk])


def _show(request: Request, phone: Phone, form: CheckInForm, page: int) -> HttpResponse:
    pages = form.pages()
    before = [each for each in pages if each < page]
    context: dict[str, Any] = {
        **frame(phone, form.care, "checkin"),
        "page": page,
        "step": pages.index(page) + 1,
        "steps": len(pages),
        "back": before[-1] if before else 0,
        "shown": form.shown(page),
        "hidden": form.hidden(page),
        "last": page == CHECK,
    }
    return show(
        request, f"patient/checkin_{_TEMPLATES[page]}.html", context | _own(form, page), form
    )


def _own(form: CheckInForm, page: int) -> dict[str, Any]:
    """Give what one page alone shows."""
    unsaid = listed(form.unsaid) if form.unsaid else ""
    if page == FELT:
        return as_before(form)
    if page == CHECK:
        return rows_of(form) | {"unsaid": "" if form.answers.others else unsaid}
    return {"unsaid": unsaid}


@phone_page
def done(request: Request, phone: Phone, id_: UUID) -> HttpResponse:
    """Say what a check-in was judged to be, whom to tell, and what it changed."""
    row = checkins.access_checkin(phone, id_)
    care: Aftercare | None = courses.aftercare(phone.course, row.at)
    told = checkins.told_of(row)
    context = {
        **frame(phone, courses.aftercare(phone.course, phone.at), "checkin"),
        "row": row,
        "when": near(row.at, phone.at, phone.zone),
        "told": told.words if told else "",
        "fine": checkins.freed_by(care, row) if care else [],
        "concern": checkins.raised_by(row),
    }
    return show(request, "patient/checkin_done.html", context)


urls: list[URLPattern] = [
    path("c/<str:address>/check-in/", checkin, name="checkin"),
    path("c/<str:address>/check-in/<uuid:id_>/", done, name="checkin_done"),
]
