"""The two weeks: a lane for each advice, with its words; and the same picture on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import show
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.patient.frame import frame
from aftercare.clinic.services import courses
from aftercare.clinic.services.access import Phone
from aftercare.core.plan.dated import Plan
from aftercare.core.plan.days import local_date
from aftercare.core.plan.expecting import apart
from aftercare.core.plan.overview import CARE, EXPECT, FREE, KEEP, READY, RISKS, overview
from aftercare.exchange.picture import picture
from aftercare.exchange.picture.lanes import Lane, Row, heading, rows, source
from aftercare.exchange.picture.scale import COLUMN, DAYS, FIRST, Scale, scale

_TONES = {EXPECT: "plum", READY: "ochre", CARE: "ochre", KEEP: "petrol", FREE: "petrol"}
_KINDS = {"depends": "until"}


@phone_page
def weeks(request: Request, phone: Phone) -> HttpResponse:
    """Show the two weeks."""
    care = courses.aftercare(phone.course, phone.at)
    if care is None:
        return redirect("patient:today", address=phone.course.address)
    days = scale(care.plans)
    context = {
        "heading": heading(care.plans),
        "months": _months(days),
        "dates": _dates(days, phone.at),
        "sections": _sections(care.plans, days),
        "source": source(care.plans) + ".",
    }
    return show(request, "patient/weeks.html", frame(phone, care, "weeks") | context)


@phone_page
def sheet(request: Request, phone: Phone) -> HttpResponse:
    """Give the wide picture, for a large screen or for paper."""
    del request
    care = courses.aftercare(phone.course, phone.at)
    if care is None:
        return redirect("patient:today", address=phone.course.address)
    return HttpResponse(picture(care.plans), "image/svg+xml")


def _dates(days: Scale, at: int) -> list[dict[str, Any]]:
    today = local_date(at, days.zone)
    return [
        {"letter": f"{each:%A}"[0], "number": each.day, "today": each == today}
        for each in days.days()
    ]


def _sections(plans: Sequence[Plan], days: Scale) -> list[dict[str, Any]]:
    """Give each section its rows; a clause that only sums up others is left to Today's words."""
    found = overview(plans)
    found[EXPECT] = apart(found.get(EXPECT, []))[0]
    shown = {title: each for title, each in found.items() if each and title != RISKS}
    return [
        {
            "title": title,
            "tone": tone,
            "rows": [_row(each, days, tone) for each in rows(own, plans)],
        }
        for title, own in shown.items()
        for tone in [_TONES.get(title, "clay")]
    ]


def _row(row: Row, days: Scale, tone: str) -> dict[str, Any]:
    """Give a row its words and its lanes; what has no end is said by its heading."""
    lanes = [{"said": lane.said, "bar": _bar(lane, days, tone)} for lane in row.lanes]
    return {"labels": row.labels, "lanes": lanes}


def _bar(lane: Lane, days: Scale, tone: str) -> dict[str, Any]:
    """Give what ``bars.bar`` takes: days after midnight of the first day shown."""
    end = lane.end
    kind = "expected" if end.dotted else _KINDS.get(end.kind, end.kind)
    return {
        "kind": kind,
        "start": _day(end.starts, days),
        "earliest": _day(end.firm, days),
        "latest": _day(end.last, days),
        "tail": _day(end.last, days) if end.kind == "at-least" else None,
        "now": _day(days.at, days) if days.today is not None else None,
        "days": DAYS,
        "tone": tone,
    }


def _day(instant: int, days: Scale) -> float:
    return max(round((days.x(instant) - FIRST) / COLUMN, 2), 0)


def _months(days: Scale) -> tuple[str, str]:
    """Name the months at both ends of the days shown; the second only where it is another."""
    first, last = (f"{each:%B}" for each in (days.days()[0], days.days()[-1]))
    return first, last if last != first else ""


urls: list[URLPattern] = [
    path("c/<str:address>/weeks/", weeks, name="weeks"),
    path("c/<str:address>/weeks/sheet.svg", sheet, name="weeks_sheet"),
]
