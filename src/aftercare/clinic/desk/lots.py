"""Lots and those treated with them: the list for a recall, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.inbox_rows import MARKS
from aftercare.clinic.desk.planned import dated
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.services import lots
from aftercare.clinic.services.access import Desk
from aftercare.core.plan.days import day_number, local_date
from aftercare.core.plan.say import day, exactly, moment

if TYPE_CHECKING:
    from aftercare.clinic.services.lots import Lot, Treated


@desk_page
def listed(request: Request, desk: Desk) -> HttpResponse:
    """Show the lots used, the latest first, or those that fit the words."""
    words = request.GET.get("q", "")[:100]
    rows = [_lot(desk, each) for each in lots.lots(desk, words)]
    return render(request, "desk/lots.html", {"place": "lots", "rows": rows, "words": words})


def _lot(desk: Desk, each: Lot) -> dict[str, Any]:
    return {
        "lot": each,
        "href": _href("desk:lot", each.lot, each.gtin),
        "last": day(each.last, desk.zone),
        "expiry": dated(each.expiry) if each.expiry else "",
        "over": each.expiry is not None and each.expiry < local_date(desk.at, desk.zone),
    }


def _href(name: str, lot: str, gtin: str) -> str:
    return f"{reverse(name, args=[lot])}?{urlencode({'gtin': gtin})}"


@desk_page
def lot(request: Request, desk: Desk, lot: str) -> HttpResponse:
    """Show everybody treated with a lot; of one product, if one is named."""
    return render(request, "desk/lot.html", _shown(request, desk, lot))


@desk_page
def lot_print(request: Request, desk: Desk, lot: str) -> HttpResponse:
    """Show the same for paper, with how each patient is reached."""
    context = _shown(request, desk, lot)
    context["printed"] = exactly(desk.at, desk.zone)
    return render(request, "desk/lot_print.html", context)


def _shown(request: Request, desk: Desk, lot: str) -> dict[str, Any]:
    found = lots.treated_with(desk, lot, request.GET.get("gtin"))
    products = [
        {
            "gtin": gtin,
            "rows": [_treated(desk, each) for each in rows],
            "patients": len({each.treatment.course.patient_id for each in rows}),
            "flagged": len({e.treatment.course_id for e in rows if e.concerns}),
            "expiry": _expiry(rows),
            "print_href": _href("desk:lot_print", lot, gtin),
        }
        for gtin, rows in found.items()
    ]
    return {"place": "lots", "lot": lot, "products": products}


def _expiry(rows: list[Treated]) -> str:
    days = sorted({each.treatment.expiry for each in rows if each.treatment.expiry})
    return ", ".join(map(dated, days))


def _treated(desk: Desk, each: Treated) -> dict[str, Any]:
    row = each.treatment
    zone = ZoneInfo(row.course.zone)
    treated = row.treated_at or 0
    return {
        "treatment": row,
        "course": row.course,
        "patient": row.course.patient,
        "when": moment(treated, zone),
        "day": day_number(treated, desk.at, zone),
        "concerns": [(MARKS[concern.rank], concern) for concern in each.concerns],
    }


urls: list[URLPattern] = [
    path("lots/", listed, name="lots"),
    path("lots/<path:lot>/", lot, name="lot"),
    path("recall/<path:lot>/", lot_print, name="lot_print"),
]
