"""What the clock brings: silence becomes an entry, what was snoozed comes back.

It may run as often as one likes, in any number of processes; each entry is made once.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Prefetch

from aftercare.clinic.records.models import CheckIn, Clinic, Concern, Course, Once, Treatment
from aftercare.clinic.services import concerns, courses
from aftercare.clinic.services.courses import LENGTH_DAYS, Aftercare
from aftercare.core.plan.days import begins

_DAY = 24 * 3600
_KEYS_KEPT = 30 * _DAY  # no form lies open for longer


def sweep_all(at: int) -> int:
    """Sweep every clinic; give how many entries were made."""
    return sum(sweep(clinic, at) for clinic in Clinic.objects.all())


def sweep(clinic: Clinic, at: int) -> int:
    """Wake what was snoozed, and make an entry of each silence of a course."""
    _wake(clinic, at)
    Once.objects.filter(clinic=clinic, at__lt=at - _KEYS_KEPT).delete()
    made = 0
    for course in _running(clinic, at):
        care = courses.make_aftercare(
            course, list(course.treatments.all()), list(course.checkins.all()), at
        )
        made += care is not None and _note_silence(clinic, care)
    return made


def _wake(clinic: Clinic, at: int) -> None:
    rows = Concern.objects.filter(clinic=clinic, state=Concern.State.SNOOZED, snoozed_until__lte=at)
    rows.update(state=Concern.State.OPEN, snoozed_until=None)


def _running(clinic: Clinic, at: int) -> list[Course]:
    """Give the courses inside their two weeks, with what their aftercare is made of."""
    done = Treatment.objects.filter(state=Treatment.State.DONE, treated_at__lte=at)
    rows = Course.objects.filter(
        clinic=clinic, last_treated_at__gt=at - (LENGTH_DAYS + 1) * _DAY, last_treated_at__lte=at
    )
    return list(
        rows.select_related("patient").prefetch_related(
            Prefetch("treatments", done.select_related("publication").order_by("treated_at")),
            Prefetch("checkins", CheckIn.objects.filter(at__lte=at).order_by("at")),
        )
    )


@transaction.atomic
def _note_silence(clinic: Clinic, care: Aftercare) -> bool:
    missed = care.rhythm.missed(care.day)
    if not missed:
        return False
    since = care.plans[-1].treatment.at
    days = len(missed)
    title = f"No check-in for {days} days" if days > 1 else "A check-in was missed"
    row, new = Concern.objects.get_or_create(
        clinic=clinic,
        course=care.course,
        once=f"missed {since} {missed[0]}",
        defaults={
            "kind": Concern.Kind.MISSED,
            "rank": concerns.TODAY,
            "title": title,
            "opened_at": begins(since, missed[0] + 1, care.zone),
        },
    )
    if not new and row.title != title and row.state != Concern.State.DONE:
        row.title = title
        row.save(update_fields=["title"])
    return new
