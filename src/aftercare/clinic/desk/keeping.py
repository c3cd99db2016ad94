"""A patient's records: until when they are kept, what holds them, and their erasure."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered, show
from aftercare.clinic.services import keeping
from aftercare.clinic.services.access import Desk, access_patient
from aftercare.core.plan.say import day


class HoldForm(SentForm):
    """Why the records are kept longer; empty ends the hold."""

    reason = forms.CharField(
        label="Why they are held",
        help_text="A claim or an inquiry, say. Empty it to end the hold.",
        required=False,
        max_length=300,
    )


class EraseForm(SentForm):
    """The patient's name, typed again."""

    name = forms.CharField(
        label="The patient’s full name",
        help_text="Erasing cannot be undone.",
        error_messages={"required": "Type the patient’s name."},
    )


@desk_page
def page(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show until when the records are kept; keep the hold that is sent."""
    patient = access_patient(desk, id_)
    first = {"version": patient.version, "reason": patient.held_because}
    sent = request.POST if request.method == "POST" else None
    form = HoldForm(sent, initial=first)

    def act() -> str:
        keeping.hold(desk, patient, form.cleaned_data["reason"], form.seen)
        return reverse("desk:keeping", args=[patient.pk])

    done = answered(request, desk, form, act)
    return done or _show(request, desk, id_, hold=form)


@desk_page
def erase(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Erase a patient; their page says so from then on."""
    patient = access_patient(desk, id_)
    form = EraseForm(request.POST if request.method == "POST" else None, auto_id="erase_%s")

    def act() -> str:
        keeping.erase(desk, patient, form.cleaned_data["name"], form.seen)
        return reverse("desk:patients")

    done = answered(request, desk, form, act)
    return done or _show(request, desk, id_, erasing=form)


def _show(
    request: Request,
    desk: Desk,
    id_: UUID,
    hold: HoldForm | None = None,
    erasing: EraseForm | None = None,
) -> HttpResponse:
    patient = access_patient(desk, id_)
    kept = keeping.kept(desk, patient)
    seen = {"version": patient.version}
    context = {
        "place": "patients",
        "patient": patient,
        "kept": kept,
        "until": f"{day(kept.until, desk.zone)} {_year(kept.until)}",
        "hold_form": hold or HoldForm(initial={**seen, "reason": patient.held_because}),
        "erase_form": erasing or EraseForm(initial=seen, auto_id="erase_%s"),
    }
    return show(request, "desk/keeping.html", context, erasing or hold)


def _year(instant: int) -> int:
    return datetime.fromtimestamp(instant, UTC).year


urls: list[URLPattern] = [
    path("patients/<uuid:id_>/keeping/", page, name="keeping"),
    path("patients/<uuid:id_>/keeping/erase/", erase, name="keeping_erase"),
]
