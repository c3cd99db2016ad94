"""A treatment: the nurse's working page, from the gate to the record and its corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from aftercare.clinic.desk import label, planning
from aftercare.clinic.desk.corrected import corrected
from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.planning import here
from aftercare.clinic.desk.treatment_acts import ACTS, form_of
from aftercare.clinic.desk.treatment_shown import done_local, now_local, shown
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered
from aftercare.clinic.services.access import Desk, access_treatment
from aftercare.clinic.services.refusals import NotYours, Stale

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Treatment

OK, CONFLICT, UNPROCESSABLE = 200, 409, 422


@desk_page
def treatment(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show a treatment with all that can be done with it."""
    return _show(request, desk, access_treatment(desk, id_))


@require_POST
@desk_page
def act(request: Request, desk: Desk, id_: UUID, verb: str) -> HttpResponse:
    """Do one thing with a treatment; what is refused is said at its form."""
    if verb not in ACTS:
        raise NotYours
    row = access_treatment(desk, id_)
    form = form_of(verb, row, request.POST, auto_id=_id(verb, request.POST.get("stop", "")))

    def do() -> str:
        ACTS[verb](desk, row, form)
        return here(row.pk)

    try:
        done = answered(request, desk, form, do)
    except Stale:
        return _stale(request, desk, id_, verb)
    return done or _show(request, desk, access_treatment(desk, id_), verb, form, UNPROCESSABLE)


def _stale(request: Request, desk: Desk, id_: UUID, verb: str) -> HttpResponse:
    """Show what stands now, with what was typed; sending it again is then a choice."""
    row = access_treatment(desk, id_)
    typed = request.POST.copy()
    typed["version"] = str(row.version)
    form = form_of(verb, row, typed, auto_id=_id(verb, typed.get("stop", "")))
    return _show(request, desk, row, verb, form, CONFLICT)


@require_POST
@desk_page
def read_label(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Fill the record's fields from a label; what was typed stays, nothing is kept."""
    row = access_treatment(desk, id_)
    typed, wrong = label.read(request)
    form = form_of("record", row, initial={}, auto_id=_id("record"))
    form.initial = {name: _typed(typed, name) for name in form.fields}
    context = {"label_problem": wrong, "label_read": not wrong}
    status = UNPROCESSABLE if wrong else OK
    return _show(request, desk, row, "record", form, status, context)


def _typed(typed: Any, name: str) -> Any:
    return typed.getlist(name) if name == "areas" else typed.get(name, "")


def _id(verb: str, stop: str = "") -> str:
    return f"{verb}{stop}_%s"


def _show(  # noqa: PLR0913, PLR0917 - a page is who, what, the form, how it went and more of it
    request: Request,
    desk: Desk,
    row: Treatment,
    verb: str = "",
    form: SentForm | None = None,
    status: int = OK,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show the page, with one form on its way; the others are as new."""
    found = shown(desk, row)
    forms = _forms(desk, row)
    if form is not None:
        forms[verb] = form
    for stop in found["stops"]:
        sent = form is not None and verb == "decide" and form["stop"].value() == stop["id"]
        blank = form_of(
            "decide", row, initial={"stop": stop["id"]}, auto_id=_id("decide", stop["id"])
        )
        stop["form"] = form if sent else blank
    if "details" in forms:
        details = forms["details"].visible_fields()
        found["detail_fields"] = [each for each in details if each.name != "reason"]
    found["corrections"] = [corrected(each, row) for each in found["corrections"]]
    context = {**found, "forms": forms, "form": form, "stale": status == CONFLICT}
    context["form_errors"] = status != OK
    return render(request, "desk/treatment.html", {**context, **(more or {})}, status=status)


def _forms(desk: Desk, row: Treatment) -> dict[str, SentForm]:
    """Give the forms that this state has."""
    version = {"version": row.version}
    facts = {f"fact-{name}": value for name, value in row.facts.items()}
    first: dict[str, dict[str, dict[str, Any]]] = {
        "planned": {"start": {}, "cancel": {}, "sooner": {}, "confirm": {}},
        "started": {"record": {"when": now_local(desk, row)}, "cancel": {}},
        "done": {"time": {"when": done_local(row)}, "details": facts},
        "cancelled": {},
    }
    return {
        verb: form_of(verb, row, initial={**initial, **version}, auto_id=_id(verb))
        for verb, initial in first[row.state].items()
    }


urls: list[URLPattern] = [
    *planning.urls,
    path("treatments/<uuid:id_>/", treatment, name="treatment"),
    path("treatments/<uuid:id_>/label/", read_label, name="treatment_label"),
    path("treatments/<uuid:id_>/<slug:verb>/", act, name="treatment_act"),
]
