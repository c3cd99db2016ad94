"""A consent: the exact text, its hash, and the events of agreeing to it."""

from __future__ import annotations

from django.db import models

from aftercare.clinic.records.models.rows import FactRow


class Consent(FactRow):
    """The text of one treatment's consent, kept as it was shown."""

    treatment = models.ForeignKey("records.Treatment", models.PROTECT, related_name="consents")
    publication = models.ForeignKey("records.Publication", models.PROTECT, related_name="+")
    language = models.CharField(max_length=5)
    text = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=["clinic", "treatment"], name="consent_treatment"),)


class ConsentEvent(FactRow):
    """One event of a consent; ``number`` is its place, so that no two can be the next."""

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    by = models.CharField(max_length=120)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["clinic", "consent", "number"], name="one_next_event"),
        )
