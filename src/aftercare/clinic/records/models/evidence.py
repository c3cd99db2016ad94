"""The evidence: a log that only grows, the heads that were given away, the files that were sealed.

Triggers of the database refuse to change or delete what the log is made of (migration 0002).
What could lead to a person is kept beside it, and can be erased.
"""

from __future__ import annotations

from django.db import models

from aftercare.clinic.records.models.rows import ClinicRow, FactRow, InstantField


class EvidenceKeys(ClinicRow):
    """A clinic's two keys, the private ones encrypted: one seals its files, one signs its log."""

    log = models.CharField(max_length=64)
    at = InstantField()
    stored = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["clinic"], name="one_pair_of_keys"),)


class LogEntry(FactRow):
    """One entry: its place, and the exact bytes that were hashed."""

    index = models.BigIntegerField()
    kind = models.CharField(max_length=24)
    entry = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["clinic", "index"], name="one_entry"),)


class LogNode(ClinicRow):
    """The hash of a perfect subtree; level 0 holds the entries."""

    level = models.SmallIntegerField()
    index = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["clinic", "level", "index"], name="one_node"),
        )


class LogHead(FactRow):
    """What the log promised, as it was given to somebody; ``published`` to everybody."""

    size = models.BigIntegerField()
    head = models.BinaryField()
    published = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=["clinic", "size"], name="head_size"),)


class LogSalt(ClinicRow):
    """What ties an entry to a row and a person; erased with them, and the entry stays."""

    index = models.BigIntegerField()
    salt = models.BinaryField(max_length=32)
    row = models.UUIDField()
    patient = models.ForeignKey("records.Patient", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["clinic", "patient"], name="salt_patient"),)
        constraints = (
            models.UniqueConstraint(fields=["clinic", "index"], name="one_salt"),
            models.UniqueConstraint(fields=["clinic", "row"], name="a_row_once"),
        )


class SealedFile(FactRow):
    """A signed consent as it was sealed, with its entry's place and the head of that moment."""

    consent = models.OneToOneField("records.Consent", models.PROTECT, related_name="sealed")
    index = models.BigIntegerField()
    pdf = models.BinaryField()
    record = models.BinaryField()
    certificate = models.TextField()
    head = models.ForeignKey(LogHead, models.PROTECT, related_name="+")
