"""The check-in in under a minute: feel before colour, short pages, check answers, send."""

from __future__ import annotations

from collections.abc import Mapping
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
    as_last_time,
)
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.patient.frame import frame
from aftercare.clinic.services import checkins, courses
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.courses import Aftercare
from aftercare.core.plan.days import day_number
from aftercare.core.plan.say import day, near
from aftercare.core.protocol.model import say
from aftercare.core.protocol.scalars import Name

_NOT_SURE = "Not sure"


@phone_page
def checkin(request: Request, phone: Phone) -> HttpResponse:
    """Lead through the pages; only the last button keeps something."""
    care = courses.aftercare(phone.course, phone.at)
    if care is None:
        return redirect("patient:today", address=phone.course.address)
    if request.method != "POST":
        return _show(request, phone, CheckInForm(care, initial={"page": FELT}), FELT)
    return _turned(request, phone, care)


def _turned(request: Request, phone: Phone, care: Aftercare) -> HttpResponse:
    """Go where the pressed button leads: on, back, to one page, or to the end."""
    go = request.POST.get("go", "")
    last = checkins.last_checkin(care)
    if go == "same" and last:
        initial = as_last_time(care, last.symptoms, last.conditions)
        return _show(request, phone, CheckInForm(care, initial={**initial, "page": CHECK}), CHECK)
    form = CheckInForm(care, request.POST)
    if go.isdecimal() and int(go) in form.pages():
        return _show(request, phone, _unchecked(care, form), int(go))
    if go == "send":
        done = answered(request, phone, form, lambda: _send(phone, form))
        return done or _show(request, phone, form, _wrong(form))
    if not form.is_valid():
        return _show(request, phone, form, _wrong(form))
    return _show(request, phone, _unchecked(care, form), _after(form))


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


def _unchecked(care: Aftercare, form: CheckInForm) -> CheckInForm:
    """Carry the answers to another page, whose fields nobody has got wrong yet."""
    return CheckInForm(care, initial={name: form.value(name) for name in form.fields})


def _send(phone: Phone, form: CheckInForm) -> str:
    row = checkins.record_checkin(
        phone,
        form.symptoms(),
        form.conditions(),
        areas=form.cleaned_data["areas"],
        words=form.cleaned_data["words"],
    )
    return reverse("patient:checkin_done", args=[phone.course.address, row.pk])


# ---------------------------------------------------------------- pages


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
    }
    context |= {FELT: _first, HOW: _how, CHECK: _check}.get(page, _nothing)(form)
    return show(request, f"patient/checkin_{_NAMES[page]}.html", context, form)


_NAMES = {FELT: "felt", SEEN: "seen", HOW: "how", OPEN: "open", CHECK: "check"}


def _nothing(form: CheckInForm) -> dict[str, Any]:
    del form
    return {}


def _first(form: CheckInForm) -> dict[str, Any]:
    """Offer the last check-in's answers as the first choice, and say what they were."""
    last = checkins.last_checkin(form.care)
    if last is None:
        return {}
    days = day_number(last.at, form.care.at, form.care.zone)
    word = {0: "earlier today", 1: "yesterday"}.get(days, f"on {day(last.at, form.care.zone)}")
    return {"same": f"Same as {word}", "was": _said(form, last.symptoms)}


def _said(form: CheckInForm, symptoms: Mapping[str, str]) -> str:
    """Say what was reported, the bad before the none."""
    bad = [
        f"{form.name(n)}: {how}"
        for n, how in symptoms.items()
        if how != "none"
        if n in form.protocol.symptoms
    ]
    return ". ".join(bad) + "." if bad else "You reported nothing."


def _how(form: CheckInForm) -> dict[str, Any]:
    return {"unconfirmed": form.unconfirmed()}


def _check(form: CheckInForm) -> dict[str, Any]:
    """List the answers, each with the page on which it can be changed."""
    told = form.symptoms()
    rows = [
        {
            "ask": form.name(name),
            "answer": how.capitalize(),
            "page": HOW if name in form.ticked else FELT,
        }
        for name, how in told.items()
        if how != "none" or name in form.ticked
    ]
    none = [
        form.name(name).lower()
        for name, how in told.items()
        if how == "none" and name not in form.ticked
    ]
    for name in form.open:
        ask = say(form.protocol.conditions[Name(name)].ask, form.lang)
        answer = (form.value(f"is_{name}") or _NOT_SURE).capitalize()
        rows.append({"ask": ask, "answer": answer, "page": OPEN})
    chosen = dict(form.fields["areas"].choices)  # type: ignore[attr-defined]  # it is one of choices
    where = ", ".join(chosen[each] for each in form.value("areas") or () if each in chosen)
    rows += [{"ask": "Where", "answer": where, "page": OPEN}] if where else []
    words = form.value("words")
    rows += [{"ask": "Your words", "answer": words, "page": OPEN}] if words else []
    return {
        "rows": rows,
        "none": none,
        "unsaid": form.unconfirmed() if not form.value("others") else "",
    }


@phone_page
def done(request: Request, phone: Phone, id_: UUID) -> HttpResponse:
    """Say what a check-in was judged to be, whom to tell, and what it changed."""
    row = checkins.access_checkin(phone, id_)
    care = courses.aftercare(phone.course, row.at)
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
