"""The inbox: what waits for a person, what was written, and who has read it."""

from __future__ import annotations

from django.db import models

from aftercare.clinic.records.models.rows import ClinicRow, FactRow, InstantField, VersionedRow


class Concern(VersionedRow):
    """Something that waits for a person of the clinic; its title is the reason."""

    class Kind(models.TextChoices):
        """Where it came from."""

        CHECKIN = "check-in", "Check-in"
        WORRY = "worry", "Worry"
        QUESTION = "question", "Question"
        MISSED = "missed", "Missed check-in"
        WITHDRAWN = "withdrawn", "Consent withdrawn"

    class State(models.TextChoices):
        """Whether it still waits."""

        OPEN = "open", "Open"
        SNOOZED = "snoozed", "Snoozed"
        DONE = "done", "Done"

    course = models.ForeignKey("records.Course", models.PROTECT, related_name="concerns")
    checkin = models.ForeignKey("records.CheckIn", models.PROTECT, null=True, related_name="+")
    consent = models.ForeignKey("records.Consent", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    rank = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=200)
    reason = models.CharField(max_length=600, blank=True)
    rule = models.CharField(max_length=60, blank=True)
    opened_at = InstantField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    snoozed_until = InstantField(null=True)
    owner = models.ForeignKey("records.Person", models.PROTECT, null=True, related_name="+")
    done_by = models.ForeignKey("records.Person", models.PROTECT, null=True, related_name="+")
    done_at = InstantField(null=True)
    once = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["clinic", "state", "rank", "opened_at"], name="inbox_order"),
            models.Index(fields=["clinic", "state", "-done_at"], name="inbox_done"),
            models.Index(fields=["clinic", "course"], name="concern_course"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["clinic", "course", "once"],
                condition=~models.Q(once=""),
                name="one_concern_once",
            ),
        )


class Message(FactRow):
    """Words of the patient (``by`` is nobody) or of a person of the clinic."""

    course = models.ForeignKey("records.Course", models.PROTECT, related_name="messages")
    concern = models.ForeignKey(Concern, models.PROTECT, null=True, related_name="messages")
    by = models.ForeignKey("records.Person", models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=2000)

    class Meta:
        indexes = (models.Index(fields=["clinic", "course", "at"], name="message_course"),)


class Seen(ClinicRow):
    """Who has read a concern, and when first; the patient is shown it."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="seen")
    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    at = InstantField()

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(fields=["clinic", "concern", "person"], name="seen_once"),
        )
