"""What a clinic has published, decided and approved."""

from __future__ import annotations

from django.db import models

from aftercare.clinic.records.models.rows import FactRow, InstantField, VersionedRow


class Publication(FactRow):
    """A protocol as this clinic published it: exact bytes, known by their hash."""

    name = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    source = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    table_sha256 = models.CharField(max_length=64)
    by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    reviewed_by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["clinic", "name", "number"], name="one_version"),
        )


class Decision(FactRow):
    """A cited stop or red flag, adopted or declined by a named person; the last one counts."""

    name = models.CharField(max_length=60)
    clause = models.CharField(max_length=60)
    adopted = models.BooleanField()
    by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["clinic", "name", "clause"], name="decision_clause"),)


class Approval(FactRow):
    """A named clinician has approved this very triage table, or taken the approval back."""

    table_sha256 = models.CharField(max_length=64)
    given = models.BooleanField()
    by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["clinic", "table_sha256"], name="approval_table"),)


class OwnProtocol(VersionedRow):
    """A clinic's own text: its leaflet, and the protocol that is being made of it."""

    name = models.SlugField(max_length=60)
    leaflet = models.TextField(blank=True)
    source = models.TextField()
    by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    changed_at = InstantField()
    checked = models.JSONField(default=dict)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["clinic", "name"], name="own_name"),)


class Review(FactRow):
    """Somebody has read this very text and asks another person to publish it."""

    name = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["clinic", "name", "sha256"], name="review_text"),)
