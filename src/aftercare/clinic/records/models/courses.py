"""A patient, a course of treatments, and each treatment with what was recorded of it."""

from __future__ import annotations

import secrets

from django.db import models

from aftercare.clinic.records.models.rows import FactRow, InstantField, VersionedRow


def new_address() -> str:
    """Make a course's address: it names the course and opens nothing by itself."""
    return secrets.token_urlsafe(9)


class Patient(VersionedRow):
    """Somebody who is treated."""

    name = models.CharField(max_length=120)
    born = models.DateField(null=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=5, default="en")
    note = models.CharField(max_length=600, blank=True)
    added_at = InstantField()
    held_because = models.CharField(max_length=300, blank=True)
    held_by = models.ForeignKey("records.Person", models.PROTECT, null=True, related_name="+")
    erased_at = InstantField(null=True)

    class Meta:
        indexes = (models.Index(fields=["clinic", "name"], name="patient_name"),)

    def __str__(self) -> str:
        """Say the patient's name."""
        return self.name


class Course(VersionedRow):
    """One or more treatments of one kind, and everything that follows from them."""

    patient = models.ForeignKey(Patient, models.PROTECT, related_name="courses")
    protocol = models.CharField(max_length=60)
    zone = models.CharField(max_length=60)
    address = models.CharField(max_length=16, unique=True, default=new_address)
    opened_at = InstantField()
    last_treated_at = InstantField(null=True)
    last_seen_at = InstantField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["clinic", "patient"], name="course_patient"),
            models.Index(fields=["clinic", "last_treated_at"], name="course_treated"),
        )


class Treatment(VersionedRow):
    """One treatment: planned for a day, started through the gate, done with a lot.

    ``planned_on`` and ``planned_time`` are local, in the course's zone; ``treated_at`` is the
    instant from which the aftercare counts. ``gtin`` is the product's number on the label: a GTIN
    of 14 digits, or that of an HIBC.
    """

    class State(models.TextChoices):
        """How far it has come."""

        PLANNED = "planned", "Planned"
        STARTED = "started", "Started"
        DONE = "done", "Done"
        CANCELLED = "cancelled", "Cancelled"

    course = models.ForeignKey(Course, models.PROTECT, related_name="treatments")
    publication = models.ForeignKey("records.Publication", models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    planned_on = models.DateField()
    planned_time = models.TimeField(null=True)
    practitioner = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    sooner_because = models.CharField(max_length=300, blank=True)
    sooner_by = models.ForeignKey("records.Person", models.PROTECT, null=True, related_name="+")
    started_at = InstantField(null=True)
    treated_at = InstantField(null=True)
    facts = models.JSONField(default=dict)
    device = models.CharField(max_length=120, blank=True)
    needle_mm = models.DecimalField(max_digits=3, decimal_places=2, null=True)
    lot = models.CharField(max_length=60, blank=True)
    gtin = models.CharField(max_length=24, blank=True)
    expiry = models.DateField(null=True)
    areas = models.JSONField(default=list)
    passes = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=600, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["clinic", "planned_on"], name="treatment_planned"),
            models.Index(
                fields=["clinic", "course", "planned_on", "planned_time"], name="treatment_course"
            ),
            models.Index(fields=["clinic", "lot", "gtin"], name="treatment_lot"),
        )


class Correction(FactRow):
    """A treatment's time or facts were corrected: what is open is recomputed, nothing untold."""

    treatment = models.ForeignKey(Treatment, models.PROTECT, related_name="corrections")
    by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    field = models.CharField(max_length=20)
    before = models.JSONField()
    after = models.JSONField()
    reason = models.CharField(max_length=300)
