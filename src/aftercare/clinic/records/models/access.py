"""How a patient comes in: a code that lives minutes, a hand-over in the clinic, a known device."""

from __future__ import annotations

from django.db import models

from aftercare.clinic.records.models.rows import ClinicRow, InstantField


class Code(ClinicRow):
    """A short code sent to the patient; only its hash is kept."""

    course = models.ForeignKey("records.Course", models.CASCADE, related_name="codes")
    secret_sha256 = models.CharField(max_length=64)
    sent_at = InstantField()
    expires_at = InstantField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = InstantField(null=True)

    class Meta:
        indexes = (models.Index(fields=["clinic", "course", "sent_at"], name="code_course"),)


class Handover(ClinicRow):
    """A QR code on the desk's screen: short-lived, for one use, accepted by a button."""

    course = models.ForeignKey("records.Course", models.CASCADE, related_name="handovers")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    expires_at = InstantField()
    used_at = InstantField(null=True)
    here = models.BooleanField(default=False)


class Device(ClinicRow):
    """A browser that has proved itself for one course; ``here`` is the clinic's own tablet."""

    course = models.ForeignKey("records.Course", models.CASCADE, related_name="devices")
    secret_sha256 = models.CharField(max_length=64)
    here = models.BooleanField(default=False)
    known_at = InstantField()
    expires_at = InstantField()
    ended_at = InstantField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["clinic", "course", "secret_sha256"], name="one_device_a_course"
            ),
        )
