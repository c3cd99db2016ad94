"""The page of a treatment with its forms: some on their way, the others as new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render

from aftercare.clinic.desk.corrected import corrected
from aftercare.clinic.desk.treatment_acts import form_of
from aftercare.clinic.desk.treatment_forms import LabelForm
from aftercare.clinic.desk.treatment_shown import done_local, now_local, shown
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services import treatments
from aftercare.clinic.services.access import Desk

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Treatment

OK, CONFLICT, UNPROCESSABLE = 200, 409, 422


def id_of(verb: str, typed: Mapping[str, Any]) -> str:
    """Give the ids of a form's fields: each form of the page has its own."""
    return f"{verb}{typed.get('stop', '')}_%s"


def show_treatment(  # noqa: PLR0913 - a page is who, what, the forms and how it went
    request: Request,
    desk: Desk,
    row: Treatment,
    sent: Mapping[str, SentForm] | None = None,
    status: int = OK,
    *,
    label_read: bool = False,
) -> HttpResponse:
    """Show the page; ``sent`` are the forms on their way, by act."""
    found = shown(desk, row)
    forms = {**_new(desk, row, request.POST.get("code", "")), **(sent or {})}
    for stop in found["stops"]:
        stop["form"] = _deciding(row, stop["id"], forms.get("decide"))
    context = {
        **found,
        "corrections": [corrected(each, row) for each in found["corrections"]],
        "forms": forms,
        "form": next((each for each in forms.values() if each.is_bound), None),
        "detail_fields": _details(forms.get("details")),
        "label_read": label_read,
        "stale": status == CONFLICT,
        "form_errors": status != OK,
    }
    return render(request, "desk/treatment.html", context, status=status)


def _new(desk: Desk, row: Treatment, code: str) -> dict[str, SentForm]:
    """Give the forms that this state has; a code that was typed and not read yet stays."""
    facts = {f"fact-{name}": value for name, value in row.facts.items()}
    noted = {name: getattr(row, name) for name in treatments.DETAILS}
    first: dict[str, dict[str, dict[str, Any]]] = {
        "planned": {"start": {}, "cancel": {}, "sooner": {}, "confirm": {}},
        "started": {"record": {"when": now_local(desk, row)}, "cancel": {}},
        "done": {"time": {"when": done_local(row)}, "details": facts, "noted": noted},
        "cancelled": {},
    }
    forms = {
        verb: form_of(verb, row, initial={**initial, "version": row.version}, auto_id=f"{verb}_%s")
        for verb, initial in first[row.state].items()
    }
    return {**forms, "label": LabelForm(initial={"code": code}, auto_id="record_%s")}


def _deciding(row: Treatment, stop: str, sent: SentForm | None) -> SentForm:
    """Give a stop's form: the one on its way if it is about this stop."""
    if sent is not None and sent["stop"].value() == stop:
        return sent
    return form_of("decide", row, initial={"stop": stop}, auto_id=f"decide{stop}_%s")


def _details(form: SentForm | None) -> list[Any]:
    return [each for each in form.visible_fields() if each.name != "reason"] if form else []
