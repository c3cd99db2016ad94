"""Patients: found, added, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.patient_forms import PatientForm
from aftercare.clinic.desk.planned import dated, when
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import answered, show
from aftercare.clinic.services import patients
from aftercare.clinic.services.access import Desk, access_patient
from aftercare.clinic.services.refusals import Stale

if TYPE_CHECKING:
    from aftercare.clinic.services.patients import Patient

STATES = {"planned": "Planned", "started": "Begun", "done": "Done", "cancelled": "Cancelled"}
CONFLICT = 409


@desk_page
def found(request: Request, desk: Desk) -> HttpResponse:
    """Show the patients that fit the words, or those added last."""
    words = request.GET.get("q", "")[:100]
    rows = [(each, _born(each)) for each in patients.find_patients(desk, words)]
    return render(
        request, "desk/patients.html", {"place": "patients", "rows": rows, "words": words}
    )


def _born(patient: Patient) -> str:
    return dated(patient.born) if patient.born else ""


@desk_page
def patient(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show a patient with every course and its treatments."""
    row = access_patient(desk, id_)
    courses = [
        (course, [(each, when(each), STATES[each.state]) for each in course.treatments.all()])
        for course in patients.courses_of(desk, row)
    ]
    context = {"place": "patients", "patient": row, "born": _born(row), "courses": courses}
    return render(request, "desk/patient.html", context)


@desk_page
def new(request: Request, desk: Desk) -> HttpResponse:
    """Add a patient; one who may be known already is asked about first."""
    form = PatientForm(desk, request.POST or None)

    def act() -> str:
        another = form.cleaned_data["another"]
        row = patients.add_patient(desk, form.given(), another=another)
        return reverse("desk:patient", args=[row.pk])

    done = answered(request, desk, form, act)
    if done:
        return done
    same = _same(desk, form) if form.is_bound else []
    context = {"place": "patients", "same": same}
    return show(request, "desk/patient_new.html", context, form)


def _same(desk: Desk, form: PatientForm) -> list[tuple[Patient, str]]:
    given = form.cleaned_data
    rows = patients.same_patients(desk, given.get("name", ""), given.get("born"))
    return [(each, _born(each)) for each in rows]


@desk_page
def change(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Change a patient's details; a stale tab is told, and keeps what was typed."""
    row = access_patient(desk, id_)
    here = reverse("desk:patient", args=[row.pk])
    names = ("name", "born", "email", "phone", "note", "version")
    now = {name: getattr(row, name) for name in names}
    form = PatientForm(desk, request.POST or None, initial=now)
    context = {"place": "patients", "patient": row}

    def act() -> str:
        patients.change_patient(desk, row, form.given(), form.seen)
        return here

    try:
        done = answered(request, desk, form, act)
    except Stale:
        return _stale(request, desk, row)
    return done or show(request, "desk/patient_change.html", context, form)


def _stale(request: Request, desk: Desk, row: Patient) -> HttpResponse:
    """Show what was typed beside what stands now; sending it again is then a choice."""
    typed = request.POST.copy()
    now = access_patient(desk, row.pk)
    typed["version"] = str(now.version)
    form = PatientForm(desk, typed)
    context = {"place": "patients", "patient": now, "now": now, "born": _born(now), "form": form}
    return render(
        request, "desk/patient_change.html", {**context, "form_errors": True}, status=CONFLICT
    )


urls: list[URLPattern] = [
    path("patients/", found, name="patients"),
    path("patients/new/", new, name="patient_new"),
    path("patients/<uuid:id_>/", patient, name="patient"),
    path("patients/<uuid:id_>/change/", change, name="patient_change"),
]
