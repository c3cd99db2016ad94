"""Days and times of a treatment in words."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from aftercare.core.plan import say

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Treatment


def planned(treatment: Treatment) -> str:
    """Say for when it is planned: "Friday 27 November, 2:30pm"."""
    zone = ZoneInfo(treatment.course.zone)
    clock = clock_of(treatment)
    return f"{on(treatment.planned_on, zone)}{', ' if clock else ''}{clock}"


def clock_of(treatment: Treatment) -> str:
    """Say the time that is planned; "" where there is none."""
    if treatment.planned_time is None:
        return ""
    zone = ZoneInfo(treatment.course.zone)
    local = datetime.combine(treatment.planned_on, treatment.planned_time, zone)
    return say.clock(int(local.timestamp()), zone)


def when(treatment: Treatment) -> str:
    """Say when it was done, else for when it is planned."""
    if treatment.treated_at is None:
        return planned(treatment)
    return say.moment(treatment.treated_at, ZoneInfo(treatment.course.zone))


def on(day: date, zone: ZoneInfo) -> str:
    """Say a day of the calendar: "Friday 27 November"."""
    return say.day(int(datetime.combine(day, time(12), zone).timestamp()), zone)


def dated(day: date) -> str:
    """Say a day with its year, for births and for expiry: "2 May 1991"."""
    return f"{day.day} {day:%B %Y}"
