"""A course on one page: everything that was reported, written, agreed to, corrected and told."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from aftercare.clinic.records.models import (
    Concern,
    Consent,
    Correction,
    Course,
    Message,
    Told,
    Treatment,
)
from aftercare.clinic.services import consents, courses, curves
from aftercare.clinic.services.access import Desk, access_course
from aftercare.clinic.services.courses import Aftercare
from aftercare.clinic.services.curves import Curve

__all__ = ["Concern", "Consent", "Correction", "Course", "History", "Message", "Told", "history"]


@dataclass(frozen=True)
class History:
    """What happened in a course, each list oldest first but the concerns and what was told."""

    course: Course
    care: Aftercare | None
    treatments: tuple[Treatment, ...]
    concerns: tuple[Concern, ...]
    messages: tuple[Message, ...]
    consents: tuple[Consent, ...]
    corrections: tuple[Correction, ...]
    told: tuple[Told, ...]

    @property
    def curves(self) -> list[Curve]:
        """The curve of each symptom that was felt since the last treatment."""
        return curves.curves(self.care) if self.care else []


def history(desk: Desk, id_: UUID) -> History:
    """Fetch a course of this clinic with everything that belongs to it."""
    course = access_course(desk, id_)
    course.clinic = desk.clinic
    mine = {"clinic": desk.clinic, "course": course}
    rows = Treatment.objects.select_related("publication", "practitioner").filter(**mine)
    treatments = tuple(rows.order_by("planned_on", "pk"))
    concerns = Concern.objects.select_related("owner", "done_by").filter(**mine)
    corrections = Correction.objects.select_related("by", "treatment")
    return History(
        course,
        courses.aftercare(course, desk.at),
        treatments,
        tuple(concerns.order_by("-opened_at", "pk")),
        tuple(Message.objects.select_related("by").filter(**mine).order_by("at", "pk")),
        tuple(consents.consents_of(course)),
        tuple(corrections.filter(treatment__in=[t.pk for t in treatments]).order_by("at")),
        tuple(Told.objects.filter(**mine).order_by("-at", "pk")),
    )
