"""Screening by staff: what must be known of the patient, and what may stop the treatment."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import URLPattern, path, reverse

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.planned import planned
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.screened import ScreeningForm, as_said
from aftercare.clinic.forms.sent import answered, show
from aftercare.clinic.services import screening
from aftercare.clinic.services.access import Desk, access_treatment


@desk_page
def screen(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Ask everything on one page; the last answers are chosen beforehand."""
    row = access_treatment(desk, id_)
    protocol, last = screening.protocol_of(row), screening.last_screening(row)
    lang = str(protocol.language)
    form = ScreeningForm(protocol, lang, request.POST or None, initial=as_said(last), staff=True)

    def act() -> str:
        screening.record_screening(desk, row, form.facts(row.facts), form.answers())
        return reverse("desk:treatment", args=[row.pk])

    done = answered(request, desk, form, act)
    if done:
        return done
    fields = list(form.visible_fields())
    context = {
        "place": "patients",
        "treatment": row,
        "patient": row.course.patient,
        "planned": planned(row),
        "last": last,
        "facts": [each for each in fields if each.name.startswith("fact-")],
        "stops": [each for each in fields if each.name.startswith("stop-")],
    }
    return show(request, "desk/screening.html", context, form)


urls: list[URLPattern] = [
    path("treatments/<uuid:id_>/screening/", screen, name="screening"),
]
