"""What a person of the clinic does with a consent, each act with its form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aftercare.clinic.desk.consent_forms import (
    AddendumForm,
    AnswerForm,
    ConfirmForm,
    PlainForm,
    TalkForm,
    WithdrawForm,
)
from aftercare.clinic.services import concerns, consents, links
from aftercare.clinic.services.access import Desk

if TYPE_CHECKING:
    from aftercare.clinic.forms.sent import SentForm
    from aftercare.clinic.services.history import Consent

FORMS: dict[str, type[SentForm]] = {
    "explain": TalkForm,
    "send": PlainForm,
    "answer": AnswerForm,
    "confirm": ConfirmForm,
    "addendum": AddendumForm,
    "withdraw": WithdrawForm,
}


def _explain(desk: Desk, consent: Consent, form: Any) -> None:
    consents.explain(desk, consent, form.talk())


def _send(desk: Desk, consent: Consent, form: Any) -> None:
    del form
    links.send_link(desk, consent.treatment.course, consent)


def _answer(desk: Desk, consent: Consent, form: Any) -> None:
    given = form.cleaned_data
    concerns.answer_question(desk, consent, given["question"], given["words"])


def _confirm(desk: Desk, consent: Consent, form: Any) -> None:
    consents.confirm_consent(desk, consent, form.cleaned_data["words"].strip())


def _addendum(desk: Desk, consent: Consent, form: Any) -> None:
    consents.add_addendum(desk, consent, form.cleaned_data["words"])


def _withdraw(desk: Desk, consent: Consent, form: Any) -> None:
    given = form.cleaned_data
    consents.record_withdrawal(desk, consent, given["scope"], given["words"])


ACTS: dict[str, Callable[[Desk, Consent, Any], None]] = {
    "explain": _explain,
    "send": _send,
    "answer": _answer,
    "confirm": _confirm,
    "addendum": _addendum,
    "withdraw": _withdraw,
}
