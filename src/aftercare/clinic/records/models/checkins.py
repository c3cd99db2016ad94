"""What a patient reported, and what a patient was told, each with its time."""

from __future__ import annotations

from django.db import models

from aftercare.clinic.records.models.rows import FactRow


class CheckIn(FactRow):
    """A patient's answers of one moment, and how the table judged them."""

    course = models.ForeignKey("records.Course", models.PROTECT, related_name="checkins")
    day = models.SmallIntegerField()
    symptoms = models.JSONField(default=dict)
    conditions = models.JSONField(default=dict)
    areas = models.JSONField(default=list)
    words = models.CharField(max_length=1000, blank=True)
    level = models.CharField(max_length=10)
    row = models.CharField(max_length=60)
    symptom = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = (models.Index(fields=["clinic", "course", "at"], name="checkin_course"),)


class Told(FactRow):
    """What the patient was told: the very words, and the clauses of which version they quote."""

    course = models.ForeignKey("records.Course", models.PROTECT, related_name="told")
    kind = models.CharField(max_length=12)
    asked = models.CharField(max_length=300, blank=True)
    words = models.TextField()
    clauses = models.JSONField(default=list)
    protocol_sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=["clinic", "course", "at"], name="told_course"),)
