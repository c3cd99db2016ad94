"""A course as the core sees it: treatments dated, reports counted, windows merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from aftercare.clinic.records.models import CheckIn, Course, Publication, Treatment
from aftercare.clinic.services import protocols
from aftercare.core.checkin.days import Rhythm, rhythm
from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import Compiled
from aftercare.core.plan.ask.chips import fine_again
from aftercare.core.plan.dated import Plan, make_plan
from aftercare.core.plan.dated import Treatment as Treated
from aftercare.core.plan.days import day_number
from aftercare.core.plan.overview import FREE, overview
from aftercare.core.protocol.facts import read_facts

LENGTH_DAYS = 14


@dataclass(frozen=True)
class Aftercare:
    """A course that is running: its plans at an instant, and what they rest on.

    ``latest`` is the last treatment done, whose protocol asks the questions; ``day`` counts
    from it. Day 0 is the treatment's own.
    """

    course: Course
    at: int
    treatments: tuple[Treatment, ...]
    latest: Treatment
    plans: tuple[Plan, ...]
    compiled: Compiled
    publication: Publication
    checkins: tuple[CheckIn, ...]

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the treatment."""
        return ZoneInfo(self.course.zone)

    @property
    def day(self) -> int:
        """The day of aftercare."""
        return day_number(self.plans[-1].treatment.at, self.at, self.zone)

    @property
    def rhythm(self) -> Rhythm:
        """The days on which a check-in is asked, and those answered since the last treatment."""
        since = self.plans[-1].treatment.at
        return rhythm(
            self.compiled.protocol, [each.day for each in self.checkins if each.at >= since]
        )


def aftercare(course: Course, at: int) -> Aftercare | None:
    """Date a course at an instant; nothing before its first treatment is done."""
    done = Treatment.objects.filter(
        clinic=course.clinic_id, course=course, state=Treatment.State.DONE, treated_at__lte=at
    )
    rows = done.select_related("publication", "practitioner").defer("publication__source")
    treatments = tuple(rows.order_by("treated_at"))
    checkins = CheckIn.objects.filter(clinic=course.clinic_id, course=course, at__lte=at)
    return make_aftercare(course, treatments, tuple(checkins.order_by("at")), at)


def make_aftercare(
    course: Course, treatments: Sequence[Treatment], checkins: Sequence[CheckIn], at: int
) -> Aftercare | None:
    """Date a course from rows that are already fetched."""
    if not treatments:
        return None
    reports = list(_reports(checkins))
    plans = tuple(_plan(treatment, course, at, reports) for treatment in treatments)
    latest = treatments[-1]
    compiled = protocols.compiled(latest.publication)
    return Aftercare(
        course,
        at,
        tuple(treatments),
        latest,
        plans,
        compiled,
        latest.publication,
        tuple(checkins),
    )


def fine(care: Aftercare) -> list[str]:
    """Name the activities that were not allowed and are now, by all of the course's advice."""
    free = overview(care.plans).get(FREE, [])
    names = [name for row in free if row.clause.kind == "avoid" for name in row.clause.activities]
    return fine_again(care.compiled.lexicon, care.plans, names)


def planned(course: Course) -> list[Treatment]:
    """Give the treatments to come, soonest first."""
    coming = [Treatment.State.PLANNED, Treatment.State.STARTED]
    rows = Treatment.objects.filter(clinic=course.clinic_id, course=course, state__in=coming)
    return list(rows.order_by("planned_on", "planned_time"))


def treated(treatment: Treatment, course: Course) -> Treated:
    """Give a done treatment as the core wants it: instant, facts and zone."""
    declared = protocols.compiled(treatment.publication).protocol.facts
    facts, problems = read_facts(declared, treatment.facts)
    if problems or treatment.treated_at is None:
        raise RuntimeError(f"Treatment {treatment.pk} was recorded wrongly: {problems}")
    return Treated(treatment.treated_at, facts, ZoneInfo(course.zone))


def _plan(treatment: Treatment, course: Course, at: int, reports: list[Report]) -> Plan:
    schedule = protocols.compiled(treatment.publication).schedule
    return make_plan(schedule, treated(treatment, course), at, reports)


def _reports(checkins: Iterable[CheckIn]) -> Iterable[Report]:
    for checkin in checkins:
        for name, value in {**checkin.symptoms, **checkin.conditions}.items():
            yield Report(name, value, checkin.at)
