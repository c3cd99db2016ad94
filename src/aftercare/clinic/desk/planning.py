"""A treatment is planned, or moved to another day, time or practitioner."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import URLPattern, path, reverse

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.patient_forms import PlanForm, VisitForm
from aftercare.clinic.desk.planned import planned
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import answered, show
from aftercare.clinic.services import patients
from aftercare.clinic.services.access import Desk, access_patient, access_treatment


def here(treatment_id: UUID) -> str:
    """Give a treatment's address."""
    return reverse("desk:treatment", args=[treatment_id])


@desk_page
def plan(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Plan a treatment; an open course of the same kind is suggested."""
    patient = access_patient(desk, id_)
    form = PlanForm(desk, patient, request.POST or None)

    def act() -> str:
        return here(patients.plan_treatment(desk, patient, form.given(), form.course).pk)

    context = {"place": "patients", "patient": patient, "nothing": not form.published}
    return answered(request, desk, form, act) or show(request, "desk/plan.html", context, form)


@desk_page
def replan(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Move a treatment to another day, time or practitioner."""
    row = access_treatment(desk, id_)
    now = {
        "planned_on": row.planned_on,
        "planned_time": row.planned_time,
        "practitioner": str(row.practitioner_id),
        "version": row.version,
    }
    form = VisitForm(desk, request.POST or None, initial=now)

    def act() -> str:
        patients.replan_treatment(row, form.given(), form.seen)
        return here(row.pk)

    context = {"place": "patients", "treatment": row, "planned": planned(row)}
    return answered(request, desk, form, act) or show(request, "desk/replan.html", context, form)


urls: list[URLPattern] = [
    path("patients/<uuid:id_>/plan/", plan, name="treatment_new"),
    path("treatments/<uuid:id_>/plan/", replan, name="treatment_plan"),
]
