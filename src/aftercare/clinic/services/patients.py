"""Patients and their courses: added, changed, found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet

from aftercare.clinic.records.models import Course, Patient, Treatment
from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.courses import LENGTH_DAYS
from aftercare.clinic.services.locking import claim
from aftercare.clinic.services.refusals import refuse

__all__ = [
    "Course",
    "Patient",
    "Treatment",
    "add_patient",
    "cancel_treatment",
    "change_patient",
    "courses_of",
    "find_patients",
    "open_courses",
    "plan_treatment",
    "replan_treatment",
    "same_patients",
]

FIELDS = ("name", "born", "email", "phone", "language", "note")


def find_patients(desk: Desk, words: str = "", most: int = 50) -> list[Patient]:
    """Find patients by parts of their name, address or number; newest first without words."""
    rows: QuerySet[Patient] = Patient.objects.filter(clinic=desk.clinic)
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word) | Q(email__icontains=word) | Q(phone__icontains=word)
        )
    return list(rows.order_by("name" if words.strip() else "-added_at", "pk")[:most])


def same_patients(desk: Desk, name: str, born: date | None) -> list[Patient]:
    """Give the patients with this very name and birth date; none where no date is known."""
    if born is None:
        return []
    rows = Patient.objects.filter(clinic=desk.clinic, name__iexact=name.strip(), born=born)
    return list(rows.order_by("added_at"))


@transaction.atomic
def add_patient(desk: Desk, given: Mapping[str, Any], *, another: bool = False) -> Patient:
    """Add a patient; there must be a way to reach them.

    One with the name and birth date of a known patient is added only if ``another`` is said.
    """
    _reachable(given)
    if not another and same_patients(desk, given["name"], given.get("born")):
        message = "There is a patient with this name and birth date."
        raise refuse(message, "Open that one, or say that this is another.", "another", "S121")
    fields = {name: given[name] for name in FIELDS if name in given}
    return Patient.objects.create(clinic=desk.clinic, added_at=desk.at, **fields)


@transaction.atomic
def change_patient(desk: Desk, patient: Patient, given: Mapping[str, Any], seen: int) -> Patient:
    """Change a patient's details, if nobody else has meanwhile."""
    if patient.clinic_id != desk.clinic.pk:
        raise RuntimeError("A row of another clinic came through a door.")
    _reachable(given)
    claim(patient, seen)
    for name in FIELDS:
        if name in given:
            setattr(patient, name, given[name])
    patient.save()
    return patient


def _reachable(given: Mapping[str, Any]) -> None:
    if not given.get("email") and not given.get("phone"):
        message = "There is no way to reach this patient."
        raise refuse(message, "Enter an email address or a phone number.", "email", "S102")


def courses_of(desk: Desk, patient: Patient) -> list[Course]:
    """Give a patient's courses with their treatments, the newest first."""
    treatments = Treatment.objects.select_related("practitioner").order_by("planned_on", "pk")
    rows = Course.objects.filter(clinic=desk.clinic, patient=patient)
    found = rows.prefetch_related(Prefetch("treatments", treatments))
    return list(found.order_by("-opened_at", "pk"))


def open_courses(desk: Desk, patient: Patient) -> list[Course]:
    """Give the courses that one more treatment joins: not begun, or begun in the last 15 days."""
    since = desk.at - (LENGTH_DAYS + 1) * 24 * 3600
    return [each for each in courses_of(desk, patient) if (each.last_treated_at or desk.at) > since]


@transaction.atomic
def plan_treatment(
    desk: Desk, patient: Patient, given: Mapping[str, Any], course: Course | None = None
) -> Treatment:
    """Plan a treatment for a day, in a course that is open or in a new one.

    ``given`` has ``protocol``, ``planned_on``, ``planned_time`` and ``practitioner``.
    """
    name = course.protocol if course else str(given["protocol"])
    publication = protocols.current(desk.clinic, name)
    if publication is None:
        message = "This treatment's advice is not published yet."
        raise refuse(message, "A clinician publishes it under Advice.", "protocol", "S103")
    if course is None:
        course = Course.objects.create(
            clinic=desk.clinic,
            patient=patient,
            protocol=name,
            zone=desk.clinic.zone,
            opened_at=desk.at,
        )
    return Treatment.objects.create(
        clinic=desk.clinic,
        course=course,
        publication=publication,
        planned_on=given["planned_on"],
        planned_time=given.get("planned_time"),
        practitioner=given["practitioner"],
    )


@transaction.atomic
def replan_treatment(treatment: Treatment, given: Mapping[str, Any], seen: int) -> Treatment:
    """Move a planned treatment to another day, time or practitioner."""
    if treatment.state != Treatment.State.PLANNED:
        raise refuse("This treatment has begun.", "Correct its time instead.", code="S104")
    claim(treatment, seen)
    for name in ("planned_on", "planned_time", "practitioner"):
        setattr(treatment, name, given[name])
    treatment.save()
    return treatment


@transaction.atomic
def cancel_treatment(treatment: Treatment, seen: int) -> Treatment:
    """Cancel a treatment that was not done."""
    if treatment.state == Treatment.State.DONE:
        raise refuse("This treatment is done.", "It cannot be cancelled any more.", code="S104")
    claim(treatment, seen)
    treatment.state = Treatment.State.CANCELLED
    treatment.save()
    return treatment
