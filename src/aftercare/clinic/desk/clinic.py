"""The clinic's settings: a short page each, read by all, changed by an owner."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered, show
from aftercare.clinic.services import clinics, protocols
from aftercare.clinic.services.access import Desk, only
from aftercare.clinic.services.refusals import NotYours


class _PartForm(SentForm):
    """Some of the clinic's settings."""

    title = ""


def _words(label: str, hint: str, most: int, *, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"Write this: {label.lower()}."},
    )


class ContactForm(_PartForm):
    """Whom to call, and what to do in an emergency: nothing is published without them."""

    title = "Contact and emergency words"
    phone = forms.CharField(
        label="Phone number", max_length=40, error_messages={"required": "Enter the phone number."}
    )
    hours = _words("When somebody answers", "Monday to Friday, 9am to 6pm.", 300)
    out_of_hours = _words("At other times", "Whom a patient calls then.", 300)
    emergency = _words(
        "Your own words for an emergency",
        "What a patient does who cannot wait. Every page with “Worried?” shows it.",
        600,
        rows=3,
    )


class LookForm(_PartForm):
    """The clinic's name and colour."""

    title = "Name and colour"
    name = forms.CharField(
        label="Name", max_length=120, error_messages={"required": "Enter the clinic's name."}
    )
    colour = forms.CharField(
        label="Colour",
        help_text="Like #0F4C4F. White words must be readable on it. Leave it empty for ours.",
        max_length=7,
        required=False,
    )


class ConsentForm(_PartForm):
    """What the clinic asks of a consent."""

    title = "Consent"
    reflection_hours = forms.IntegerField(
        label="Time for reflection, in hours",
        help_text="From the signature to the treatment. Sooner needs a reason each time.",
        min_value=0,
        max_value=720,
        error_messages={"required": "Enter a number of hours; 0 for none."},
    )
    consent_days = forms.IntegerField(
        label="A signature holds for, in days",
        min_value=1,
        max_value=3650,
        error_messages={"required": "Enter a number of days."},
    )


class PublishForm(_PartForm):
    """Who publishes."""

    title = "Publishing"
    two_persons = forms.BooleanField(
        label="Two persons publish",
        help_text="On: one reads the text and says so, another publishes it.",
        required=False,
    )


class KeepingForm(_PartForm):
    """How long records are kept."""

    title = "Records"
    retention_years = forms.IntegerField(
        label="Records are kept for, in years",
        help_text="After the last treatment. Then an owner may erase them, unless they are held.",
        min_value=1,
        max_value=100,
        error_messages={"required": "Enter a number of years."},
    )


class TriageForm(_PartForm):
    """Whether check-ins are sorted."""

    title = "Triage"
    triage_on = forms.BooleanField(
        label="Sort check-ins by the triage table",
        help_text="Off: every check-in goes to the inbox, unsorted.",
        required=False,
    )


class LogoForm(SentForm):
    """A picture, or nothing to take it away."""

    logo = forms.FileField(
        label="Logo", help_text="PNG, JPEG or WebP, at most 2 MB.", required=False
    )


PARTS: dict[str, type[_PartForm]] = {
    "contact": ContactForm,
    "look": LookForm,
    "consent": ConsentForm,
    "publishing": PublishForm,
    "records": KeepingForm,
    "triage": TriageForm,
}


@desk_page
def settings_page(request: Request, desk: Desk) -> HttpResponse:
    """Show everything as it stands."""
    parts = [(name, form.title, _rows(desk, form)) for name, form in PARTS.items()]
    return show(request, "desk/settings.html", _frame(desk) | {"parts": parts})


def _frame(desk: Desk) -> dict[str, Any]:
    names = ("phone", "hours", "out_of_hours", "emergency")
    missing = [name.replace("_", " ") for name in names if not getattr(desk.clinic, name)]
    unapproved = [p for p in protocols.published(desk.clinic) if not _approved(desk, p)]
    return {"place": "settings", "missing": missing, "unapproved": unapproved}


def _approved(desk: Desk, publication: Any) -> bool:
    return protocols.approval(desk.clinic, publication) is not None


def _rows(desk: Desk, form: type[_PartForm]) -> list[tuple[str, Any]]:
    fields = form.base_fields.items()
    return [
        (str(field.label), _said(getattr(desk.clinic, name)))
        for name, field in fields
        if name != "version"
    ]


def _said(value: Any) -> Any:
    return {True: "Yes", False: "No", "": "Not written yet"}.get(value, value)


@desk_page
def part_page(request: Request, desk: Desk, part: str) -> HttpResponse:
    """Change one part; a tab that was open too long is told."""
    only(desk.person.may_manage)
    if part not in PARTS:
        raise NotYours
    kind = PARTS[part]
    now = {name: getattr(desk.clinic, name) for name in kind.base_fields}
    form = kind(request.POST if request.method == "POST" else None, initial=now)

    def act() -> str:
        given = {n: v for n, v in form.cleaned_data.items() if n != "version"}
        clinics.change_clinic(desk, given, form.seen)
        return reverse("desk:settings")

    done = answered(request, desk, form, act)
    context = _frame(desk) | {
        "part": part,
        "title": kind.title,
        "logo_form": LogoForm(initial={"version": desk.clinic.version}),
    }
    return done or show(request, "desk/settings_part.html", context, form)


@desk_page
def logo(request: Request, desk: Desk) -> HttpResponse:
    """Take a logo, or take it away."""
    if request.method != "POST":
        return redirect("desk:settings_part", part="look")
    form = LogoForm(request.POST, request.FILES)

    def act() -> str:
        sent = form.cleaned_data["logo"]
        clinics.set_logo(desk, sent.read() if sent else b"", form.seen)
        return reverse("desk:settings")

    done = answered(request, desk, form, act)
    return done or show(request, "desk/settings_logo.html", _frame(desk), form)


urls: list[URLPattern] = [
    path("settings/", settings_page, name="settings"),
    path("settings/logo/", logo, name="settings_logo"),
    path("settings/<slug:part>/", part_page, name="settings_part"),
]
