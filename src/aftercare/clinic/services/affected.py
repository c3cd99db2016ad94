"""Whom a publication concerns: who has signed another text, and who lives by another version."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from aftercare.clinic.records.models import Consent, Course, Publication, Treatment
from aftercare.clinic.services import consents
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.courses import LENGTH_DAYS

_DAY = 24 * 3600

__all__ = ["Affected", "Course", "Treatment", "affected"]


@dataclass(frozen=True)
class Affected:
    """Treatments to come whose patients must sign again, and courses in their two weeks."""

    signed: tuple[Treatment, ...]
    running: tuple[Course, ...]


def affected(desk: Desk, name: str, newest: Publication | None = None) -> Affected:
    """Give those on any version but ``newest``; on every version where none is given.

    A running course keeps the version by which its patient was treated.
    """
    return Affected(tuple(_signed(desk, name, newest)), tuple(_running(desk, name, newest)))


def _signed(desk: Desk, name: str, newest: Publication | None) -> list[Treatment]:
    waiting = (Treatment.State.PLANNED, Treatment.State.STARTED)
    rows = Treatment.objects.filter(clinic=desk.clinic, course__protocol=name, state__in=waiting)
    made = Consent.objects.defer("text").select_related("clinic").prefetch_related("events")
    joined = rows.select_related("course__patient").prefetch_related(Prefetch("consents", made))
    return [row for row in joined.order_by("planned_on") if _holds(desk, row, newest)]


def _holds(desk: Desk, row: Treatment, newest: Publication | None) -> bool:
    """Tell whether a signature stands that the newest text would ask for again."""
    consent = consents.holding(row.consents.all())
    if consent is None or (newest and consent.publication_id == newest.pk):
        return False
    return consents.stands(consent, desk.at).state == "signed"


def _running(desk: Desk, name: str, newest: Publication | None) -> list[Course]:
    since = desk.at - (LENGTH_DAYS + 1) * _DAY
    rows = Course.objects.filter(clinic=desk.clinic, protocol=name, last_treated_at__gt=since)
    done = Treatment.objects.filter(clinic=desk.clinic, state=Treatment.State.DONE)
    latest = done.order_by("treated_at").only("course_id", "publication_id")
    joined = rows.select_related("patient").prefetch_related(Prefetch("treatments", latest))
    return [
        row
        for row in joined.order_by("-last_treated_at")
        if not newest or list(row.treatments.all())[-1].publication_id != newest.pk
    ]
