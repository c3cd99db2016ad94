"""A patient's course on one page, and what is sent from there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from aftercare.clinic.desk.course_shown import shown
from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.handing import qr_page
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, SentForm, answered, sent, show
from aftercare.clinic.services import concerns, links
from aftercare.clinic.services.access import Desk, access_course
from aftercare.clinic.services.history import history
from aftercare.exchange.picture import picture


class WriteForm(SentForm):
    """Words for a patient who has asked nothing."""

    words = forms.CharField(
        label="Write to the patient",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write your message first."},
    )


@desk_page
def course_page(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show everything that happened in a course."""
    return _show(request, desk, id_, WriteForm())


def _show(request: Request, desk: Desk, id_: UUID, form: WriteForm) -> HttpResponse:
    found = history(desk, id_)
    drawn = picture(found.care.plans) if found.care else ""
    context: dict[str, Any] = {
        **shown(desk, found),
        "picture": mark_safe(drawn),  # noqa: S308 - every word is escaped in exchange/picture
        "masked": links.masked(found.course),
        "link_sent": request.GET.get("sent") == "link",
    }
    return show(request, "desk/course.html", context, form)


@require_POST
@desk_page
def write(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Write to the patient."""
    form = WriteForm(request.POST)

    def act() -> str:
        concerns.write(desk, access_course(desk, id_), form.cleaned_data["words"])
        return f"{reverse('desk:course', args=[id_])}#messages"

    done = answered(request, desk, form, act)
    return done or _show(request, desk, id_, form)


@require_POST
@desk_page
def send_link(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Send the patient the address of their course again."""

    def act() -> str:
        links.send_link(desk, access_course(desk, id_))
        return f"{reverse('desk:course', args=[id_])}?sent=link"

    return SeeOther(sent(request, desk, act))


@require_POST
@desk_page
def show_code(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show a QR code that opens the course on the patient's phone, once."""
    course = access_course(desk, id_)
    return qr_page(request, desk, course, None, reverse("desk:course", args=[id_]))


urls: list[URLPattern] = [
    path("courses/<uuid:id_>/", course_page, name="course"),
    path("courses/<uuid:id_>/write/", write, name="course_write"),
    path("courses/<uuid:id_>/link/", send_link, name="course_link"),
    path("courses/<uuid:id_>/qr/", show_code, name="course_qr"),
]
