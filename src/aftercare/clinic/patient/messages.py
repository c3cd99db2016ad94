"""What the patient told the clinic, who has read it, and what the clinic answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, SentForm, answered, show
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.patient.frame import framed
from aftercare.clinic.patient.status import row, status, talk
from aftercare.clinic.patient.worried import asked_before
from aftercare.clinic.services import concerns, conversations
from aftercare.clinic.services.access import Phone


class WordsForm(SentForm):
    """A question, or words back."""

    words = forms.CharField(
        label="Your message",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Write what you want to tell us.",
            "max_length": "Write at most 1,500 letters.",
        },
    )


@phone_page
def messages(request: Request, phone: Phone) -> HttpResponse:
    """List the conversations, newest first. To look is no act: a button says "read"."""
    found = conversations.conversations(phone)
    context: dict[str, Any] = framed(phone, "messages")
    context["rows"] = [row(each, phone) for each in found]
    context["letters"] = conversations.letters(phone)
    context["corrections"] = conversations.corrections(phone)
    context["seen_at"] = phone.course.last_seen_at or 0
    return show(request, "patient/messages.html", context)


@phone_page
def conversation(request: Request, phone: Phone, id_: UUID) -> HttpResponse:
    """Show one conversation; a POST writes back."""
    found = conversations.access_conversation(phone, id_)
    form = WordsForm(request.POST if request.method == "POST" else None)
    done = answered(request, phone, form, lambda: _write(phone, found, form))
    if done:
        return done
    context = framed(phone, "messages") | {
        "status": status(found, phone),
        "talk": talk(found, phone),
        "concern": found.concern,
        "title": row(found, phone)["title"],
        "urgent": found.concern.level == "urgent",
    }
    return show(request, "patient/conversation.html", context, form)


@phone_page
def ask(request: Request, phone: Phone) -> HttpResponse:
    """Ask the clinic something that is no worry; what was asked before stands in the field."""
    sent = request.method == "POST"
    form = WordsForm(request.POST) if sent else WordsForm(initial=asked_before(request, phone))
    done = answered(request, phone, form, lambda: _ask(phone, form))
    return done or show(request, "patient/ask.html", framed(phone, "messages"), form)


@require_POST
@phone_page
def read(request: Request, phone: Phone) -> HttpResponse:
    """Note that the patient has read what their page showed; sent twice it says the same."""
    until = request.POST.get("until", "")
    conversations.note_read(phone, int(until) if until.isdecimal() else 0)
    return SeeOther(reverse("patient:messages", args=[phone.course.address]))


def _write(phone: Phone, found: conversations.Conversation, form: WordsForm) -> str:
    concerns.write_back(phone, found.concern, form.cleaned_data["words"])
    return _there(phone, found.concern.pk)


def _ask(phone: Phone, form: WordsForm) -> str:
    return _there(phone, concerns.ask_clinic(phone, form.cleaned_data["words"]).pk)


def _there(phone: Phone, id_: UUID) -> str:
    return reverse("patient:conversation", args=[phone.course.address, id_])


urls: list[URLPattern] = [
    path("c/<str:address>/messages/", messages, name="messages"),
    path("c/<str:address>/messages/read/", read, name="read"),
    path("c/<str:address>/messages/ask/", ask, name="ask"),
    path("c/<str:address>/messages/<uuid:id_>/", conversation, name="conversation"),
]
