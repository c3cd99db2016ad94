"""What was already answered: a second send of the same form is not a second record."""

from __future__ import annotations

from django.db import models

from aftercare.clinic.records.models.rows import ClinicRow, InstantField


class Once(ClinicRow):
    """One form's key, what was sent with it, and where its sender was led."""

    sender = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    body_sha256 = models.CharField(max_length=64)
    led_to = models.CharField(max_length=300, blank=True)
    at = InstantField()

    class Meta:
        indexes = (models.Index(fields=["clinic", "at"], name="once_old"),)
        constraints = (
            models.UniqueConstraint(fields=["clinic", "sender", "key"], name="once_a_key"),
        )


class DemoClock(models.Model):
    """How far the demo's clock was turned, in seconds; there is at most one row."""

    ahead = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        """Say how far it is ahead."""
        return f"{self.ahead} seconds ahead"
