"""A treatment: the nurse's working page, from the gate to the record and its corrections."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import URLPattern, path

from aftercare.clinic.desk import label, planning
from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.planning import here
from aftercare.clinic.desk.treatment_acts import ACTS, form_of
from aftercare.clinic.desk.treatment_forms import LabelForm
from aftercare.clinic.desk.treatment_page import CONFLICT, OK, UNPROCESSABLE, id_of, show_treatment
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, answered
from aftercare.clinic.services.access import Desk, access_treatment
from aftercare.clinic.services.refusals import NotYours, Stale


@desk_page
def treatment(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show a treatment with all that can be done with it."""
    return show_treatment(request, desk, access_treatment(desk, id_))


@desk_page
def act(request: Request, desk: Desk, id_: UUID, verb: str) -> HttpResponse:
    """Do one thing with a treatment; what is refused is said at its form."""
    if verb not in ACTS:
        raise NotYours
    row = access_treatment(desk, id_)
    if request.method != "POST":
        return SeeOther(here(row.pk))
    form = form_of(verb, row, request.POST, auto_id=id_of(verb, request.POST))

    def do() -> str:
        ACTS[verb](desk, row, form)
        return here(row.pk)

    try:
        done = answered(request, desk, form, do)
    except Stale:
        return _stale(request, desk, id_, verb)
    now = access_treatment(desk, id_)
    return done or show_treatment(request, desk, now, {verb: form}, UNPROCESSABLE)


def _stale(request: Request, desk: Desk, id_: UUID, verb: str) -> HttpResponse:
    """Show what stands now, with what was typed; sending it again is then a choice."""
    row = access_treatment(desk, id_)
    typed = request.POST.copy()
    typed["version"] = str(row.version)
    form = form_of(verb, row, typed, auto_id=id_of(verb, typed))
    return show_treatment(request, desk, row, {verb: form}, CONFLICT)


@desk_page
def read_label(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Fill the record's fields from a label; what was typed stays, nothing is kept."""
    row = access_treatment(desk, id_)
    if request.method != "POST":
        return SeeOther(here(row.pk))
    form = LabelForm(request.POST, request.FILES, auto_id="record_%s")
    found = label.read(form)
    record = form_of("record", row, auto_id="record_%s")
    record.initial = {name: _typed(request, name) for name in record.fields} | (found or {})
    if found is None:
        sent = {"record": record, "label": form}
        return show_treatment(request, desk, row, sent, UNPROCESSABLE)
    sent = {"record": record, "label": LabelForm(auto_id="record_%s")}
    return show_treatment(request, desk, row, sent, OK, label_read=True)


def _typed(request: Request, name: str) -> Any:
    return request.POST.getlist(name) if name == "areas" else request.POST.get(name, "")


urls: list[URLPattern] = [
    *planning.urls,
    path("treatments/<uuid:id_>/", treatment, name="treatment"),
    path("treatments/<uuid:id_>/label/", read_label, name="treatment_label"),
    path("treatments/<uuid:id_>/<slug:verb>/", act, name="treatment_act"),
]
