"""The desk's day: who is treated, who is on which day of aftercare. A constant number of queries.

Only today's treatments and the last two weeks' courses are fetched, the latter a page at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from aftercare.clinic.records.models import (
    CheckIn,
    Concern,
    Consent,
    Course,
    Publication,
    Screening,
    Treatment,
)
from aftercare.clinic.services import consents, protocols, screening
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.courses import LENGTH_DAYS
from aftercare.clinic.services.evidence import proofs
from aftercare.core.checkin.days import rhythm
from aftercare.core.consent.events import Standing
from aftercare.core.plan.days import day_number, local_date
from aftercare.core.problems import Problem

__all__ = ["Cared", "Page", "Treatment", "Visit", "aftercare", "visits"]

PAGE = 25
# What a line of the day shows, and what the gate reads.
_SHOWN = (
    *("clinic", "state", "planned_on", "planned_time", "treated_at", "started_at"),
    *("publication", "sooner_because", "practitioner__name"),
    *("course__protocol", "course__zone", "course__patient__name"),
)
_DAY = 24 * 3600


@dataclass(frozen=True)
class Visit:
    """A treatment of today, or one that was left over, with what it still needs."""

    treatment: Treatment
    today: bool
    standing: Standing | None = None
    missing: tuple[Problem, ...] = ()
    screened: bool = True
    stops: int = 0


@dataclass(frozen=True)
class Cared:
    """A course inside its two weeks: its day, the last check-in, the days passed in silence."""

    course: Course
    day: int
    said_on: int | None
    level: str
    missed: tuple[int, ...]
    rank: int | None


@dataclass(frozen=True)
class Page:
    """A part of those under aftercare; ``total`` are all, ``after`` is where the next begins."""

    rows: tuple[Cared, ...]
    total: int
    after: int | None


def visits(desk: Desk) -> list[Visit]:
    """Give who is treated today, then what the last two weeks left neither done nor cancelled."""
    today = local_date(desk.at, desk.zone)
    open_ = (Treatment.State.PLANNED, Treatment.State.STARTED)
    rows = Treatment.objects.filter(
        Q(planned_on=today) | Q(state__in=open_),
        clinic=desk.clinic,
        planned_on__range=(today - timedelta(days=LENGTH_DAYS), today),
    ).exclude(state=Treatment.State.CANCELLED)
    found = list(rows.select_related("course__patient", "practitioner").only(*_SHOWN))
    waiting = [each for each in found if each.state in open_]
    _fetch_all(waiting)
    published = list(_known(desk).order_by("number"))
    newest = {each.name: each.pk for each in published}
    versions = {each.pk: each for each in published}
    for each in waiting:
        each.clinic, each.publication = desk.clinic, versions[each.publication_id]
    broken = _broken(desk, waiting)
    made = [
        _visit(desk, each, each.planned_on == today, newest, broken)
        if each.state in open_
        else Visit(each, True)
        for each in found
    ]
    return sorted(made, key=_by_time)


def _by_time(visit: Visit) -> tuple[bool, Any, str]:
    row = visit.treatment
    clock = str(row.planned_time or "24")
    return not visit.today, (row.planned_on, clock), row.course.patient.name


def _fetch_all(rows: list[Treatment]) -> None:
    """Fetch what the gate reads of each; of a treatment that is done nothing is missing."""
    signed = Consent.objects.defer("text").prefetch_related("events")
    asked = Screening.objects.prefetch_related("decisions")
    prefetch_related_objects(rows, Prefetch("consents", signed), Prefetch("screenings", asked))


def _known(desk: Desk) -> QuerySet[Publication]:
    """Give the clinic's versions without their sources, which this process has read already."""
    return Publication.objects.filter(clinic=desk.clinic).defer("source")


def _broken(desk: Desk, rows: Iterable[Treatment]) -> set[UUID]:
    """Name the signed consents among them that do not prove any more."""
    held = [consents.holding(row.consents.all()) for row in rows]
    signed = [c.pk for c in held if c and any(e.kind == "signed" for e in c.events.all())]
    return proofs.broken(desk.clinic.pk, signed) if signed else set()


def _visit(
    desk: Desk, row: Treatment, today: bool, newest: dict[str, UUID], broken: set[UUID]
) -> Visit:
    consent = consents.holding(row.consents.all())
    if consent:
        consent.clinic = desk.clinic
    asked = max(row.screenings.all(), key=lambda each: (each.at, each.pk), default=None)
    stops = screening.blocked(row, asked)
    proves = consent is None or consent.pk not in broken
    current = newest.get(row.course.protocol)
    missing = consents.reasons(row, consent, current, desk.at, proves=proves)
    return Visit(
        row,
        today,
        consents.stands(consent, desk.at) if consent else None,
        tuple(missing),
        asked is not None or not screening.asks(row),
        sum(each.blocks for each in stops),
    )


def aftercare(desk: Desk, start: int = 0) -> Page:
    """Give those under aftercare, the latest treated first, a page at a time."""
    rows = Course.objects.filter(
        clinic=desk.clinic,
        last_treated_at__gt=desk.at - (LENGTH_DAYS + 1) * _DAY,
        last_treated_at__lte=desk.at,
    )
    total = rows.count()
    ordered = rows.select_related("patient").order_by("-last_treated_at", "pk")
    brief = ordered.only("clinic", "zone", "last_treated_at", "patient__name")
    shown = list(brief[start : start + PAGE])
    after = start + PAGE if start + PAGE < total else None
    return Page(tuple(_cared(desk, shown)), total, after)


def _cared(desk: Desk, courses: list[Course]) -> Iterable[Cared]:
    said, versions, ranks = _said(courses, desk.at), _asking(desk, courses), _ranks(desk, courses)
    for course in courses:
        since = course.last_treated_at or desk.at
        made = [(day, level) for at, day, level in said[course.pk] if at >= since]
        day = day_number(since, desk.at, ZoneInfo(course.zone))
        if day > LENGTH_DAYS:
            continue
        asked = rhythm(protocols.compiled(versions[course.pk]).protocol, [d for d, _ in made])
        last, level = made[-1] if made else (None, "")
        yield Cared(course, day, last, level, asked.missed(day), ranks.get(course.pk))


def _said(courses: list[Course], at: int) -> dict[UUID, list[tuple[int, int, str]]]:
    """Give each course's check-ins as instant, day and level, oldest first."""
    found: dict[UUID, list[tuple[int, int, str]]] = defaultdict(list)
    if not courses:
        return found
    since = min(each.last_treated_at or at for each in courses)
    rows = CheckIn.objects.filter(
        clinic=courses[0].clinic_id, course__in=courses, at__gte=since, at__lte=at
    )
    for course, when, day, level in rows.order_by("at").values_list("course", "at", "day", "level"):
        found[course].append((when, day, level))
    return found


def _asking(desk: Desk, courses: list[Course]) -> dict[UUID, Publication]:
    """Give the version that asks each course's questions: that of its last treatment."""
    done = Treatment.objects.filter(
        clinic=desk.clinic, course__in=courses, state=Treatment.State.DONE, treated_at__lte=desk.at
    )
    by_course = dict(done.order_by("treated_at").values_list("course", "publication"))
    ids = set(by_course.values())
    versions = _known(desk).in_bulk(ids)
    return {course: versions[id_] for course, id_ in by_course.items()}


def _ranks(desk: Desk, courses: list[Course]) -> dict[UUID, int]:
    """Give the most urgent that waits in the inbox, by course."""
    rows = Concern.objects.filter(clinic=desk.clinic, course__in=courses, state=Concern.State.OPEN)
    return dict(rows.order_by("-rank").values_list("course", "rank"))
