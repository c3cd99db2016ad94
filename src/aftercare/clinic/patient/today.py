"""The patient's day: what to expect, what to avoid and until when, and "Can I …?"."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered, show
from aftercare.clinic.patient.before import ahead
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.patient.frame import frame
from aftercare.clinic.services import courses, questions
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.courses import LENGTH_DAYS, Aftercare
from aftercare.clinic.ui.advice import sections, spoken, strip
from aftercare.core.plan.ask.answer import Answer
from aftercare.core.plan.ask.chips import chips
from aftercare.exchange.calendar import calendar
from aftercare.exchange.picture.lanes import source


class CanForm(SentForm):
    """One question, as it is typed; or as a chip says it."""

    can = forms.CharField(
        max_length=questions.LONGEST,
        error_messages={"required": "Write what you want to do, such as “swim”."},
    )


@phone_page
def today(request: Request, phone: Phone) -> HttpResponse:
    """Show the day. A GET changes nothing: an answer shown again was told before."""
    care = courses.aftercare(phone.course, phone.at)
    if care is None:
        context = frame(phone, None, "today") | ahead(phone)
        return show(request, "patient/before.html", context)
    return show(request, "patient/today.html", _page(phone, care) | _answer(request, phone, care))


@require_POST
@phone_page
def can(request: Request, phone: Phone) -> HttpResponse:
    """Answer a question, keep what was told, and lead back to Today with it."""
    care = courses.aftercare(phone.course, phone.at)
    if care is None:
        return redirect("patient:today", address=phone.course.address)
    form = CanForm(request.POST)
    asked = request.POST.get("can", "")  # after "back", another question is another one
    done = answered(request, phone, form, lambda: _told(phone, asked), apart=asked)
    return done or show(request, "patient/today.html", _page(phone, care), form)


@phone_page
def dates(request: Request, phone: Phone) -> HttpResponse:
    """Give the dates for the phone's own calendar: a convenience, it is not updated."""
    del request
    care = courses.aftercare(phone.course, phone.at)
    if care is None:
        return redirect("patient:today", address=phone.course.address)
    kept = {"Content-Disposition": 'attachment; filename="aftercare.ics"'}
    return HttpResponse(calendar(care.plans), "text/calendar; charset=utf-8", headers=kept)


def _told(phone: Phone, question: str) -> str:
    _, told = questions.answer_question(phone, question)
    return f"{reverse('patient:today', args=[phone.course.address])}?answer={told.pk}#answer"


def _page(phone: Phone, care: Aftercare) -> dict[str, Any]:
    treated = care.plans[-1].treatment.at
    return {
        **frame(phone, care, "today"),
        **sections(care.plans),
        **strip(phone.at, treated, care.zone, LENGTH_DAYS),
        "fine": courses.fine(care),
        "chips": chips(care.compiled.lexicon, care.plans),
        "checkin_next": care.rhythm.next(care.day),
        "source": source(care.plans) + ".",
        "coming": ahead(phone)["coming"],
    }


def _answer(request: Request, phone: Phone, care: Aftercare) -> dict[str, Any]:
    """Show what was told on a question, if it would still be told; else only the question."""
    id_ = request.GET.get("answer")
    if not id_:
        return {}
    told = questions.access_answer(phone, id_)
    answer = questions.still_true(care, told)
    if answer is None:
        return {"asked": told.asked, "outdated": True}
    return {"asked": told.asked, **_said(phone, answer, str(told.pk))}


def _said(phone: Phone, answer: Answer, told: str) -> dict[str, Any]:
    room = "patient:worried" if answer.worried else "patient:ask"
    asks = answer.worried or answer.verdict == "ask"
    href = f"{reverse(room, args=[phone.course.address])}?answer={told}" if asks else ""
    return {**spoken(answer), "ask_href": href}


urls: list[URLPattern] = [
    path("c/<str:address>/", today, name="today"),
    path("c/<str:address>/can/", can, name="can"),
    path("c/<str:address>/calendar.ics", dates, name="calendar"),
]
