"""What is done with a treatment, each act with its form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aftercare.clinic.desk.treatment_forms import (
    ConfirmForm,
    DecideForm,
    DetailsForm,
    NotedForm,
    RecordForm,
    SoonerForm,
    TimeForm,
)
from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services import consents, patients, screening, treatments
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import NotYours

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Treatment


def form_of(verb: str, treatment: Treatment, *given: Any, **more: Any) -> SentForm:
    """Make the form of an act."""
    match verb:
        case "record":
            return RecordForm(treatment, *given, **more)
        case "noted":
            return NotedForm(treatment, *given, **more)
        case "details":
            return DetailsForm(treatment, *given, **more)
        case _:
            return _PLAIN.get(verb, SentForm)(*given, **more)


_PLAIN: dict[str, type[SentForm]] = {
    "sooner": SoonerForm,
    "confirm": ConfirmForm,
    "decide": DecideForm,
    "time": TimeForm,
}


def _start(desk: Desk, row: Treatment, form: Any) -> None:
    treatments.start_treatment(desk, row, form.seen)


def _cancel(desk: Desk, row: Treatment, form: Any) -> None:
    del desk
    patients.cancel_treatment(row, form.seen)


def _sooner(desk: Desk, row: Treatment, form: Any) -> None:
    treatments.allow_sooner(desk, row, form.cleaned_data["reason"], form.seen)


def _confirm(desk: Desk, row: Treatment, form: Any) -> None:
    consent = consents.latest_consent(row)
    if consent is None:
        raise NotYours
    consents.confirm_consent(desk, consent, form.cleaned_data["words"].strip())


def _decide(desk: Desk, row: Treatment, form: Any) -> None:
    given = form.cleaned_data
    treat = given["treat"] == "yes"
    screening.decide_stop(desk, row, given["stop"], treat=treat, reason=given["reason"])


def _record(desk: Desk, row: Treatment, form: Any) -> None:
    treatments.finish_treatment(desk, row, form.given(), form.cleaned_data["when"], form.seen)


def _time(desk: Desk, row: Treatment, form: Any) -> None:
    given = form.cleaned_data
    treatments.correct_time(desk, row, given["when"], given["reason"], form.seen)


def _details(desk: Desk, row: Treatment, form: Any) -> None:
    reason = form.cleaned_data["reason"]
    treatments.correct_facts(desk, row, form.facts(row.facts), reason, form.seen)


def _noted(desk: Desk, row: Treatment, form: Any) -> None:
    reason = form.cleaned_data["reason"]
    treatments.correct_record(desk, row, form.given(), reason, form.seen)


ACTS: dict[str, Callable[[Desk, Treatment, Any], None]] = {
    "start": _start,
    "cancel": _cancel,
    "sooner": _sooner,
    "confirm": _confirm,
    "decide": _decide,
    "record": _record,
    "time": _time,
    "details": _details,
    "noted": _noted,
}
