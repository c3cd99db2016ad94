"""After the signature: a copy at once, and a no at any time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered, show
from aftercare.clinic.patient.consent import Reading, questions, reading
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.services import agreeing, consents
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.evidence import proofs
from aftercare.clinic.services.evidence.proofs import SealedFile
from aftercare.clinic.services.refusals import NotYours
from aftercare.core.consent.events import TREATMENT
from aftercare.core.consent.signature import drawn
from aftercare.core.plan.say import exactly


class WithdrawForm(SentForm):
    """What is taken back: the treatment, or one permission alone."""

    scope = forms.ChoiceField(
        label="What do you take back?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you take back."},
    )

    def __init__(self, offered: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        """Offer what stands now."""
        super().__init__(*args, **kwargs)
        field = self.fields["scope"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = offered


@phone_page
def copy(request: Request, phone: Phone) -> HttpResponse:
    """Show everything that was signed, on one page that can be printed."""
    consent = agreeing.own_consent(phone)
    if consent is None or consents.stands(consent, phone.at).signed_at is None:
        return redirect("patient:consent", address=phone.course.address)
    own = reading(phone, consent.pk)
    signed = next(e for e in reversed(consents.events_of(consent)) if e.kind == "signed")
    context = {
        "consent": consent,
        "text": own.text,
        "now": own.now,
        "signed": signed,
        "when": exactly(signed.at, phone.zone),
        "drawn": drawn(signed.data.get("path", "")),
        "answers": _answers(own),
        "asked": questions(phone, consent),
        "talk": next((e for e in consents.events_of(consent) if e.kind == "explained"), None),
        "back_href": reverse("patient:consent", args=[phone.course.address]),
    }
    return show(request, "patient/consent_copy.html", context)


def _answers(own: Reading) -> list[tuple[str, str]]:
    """Give what was answered, and what of it was taken back since."""
    offered = (*own.text.agreements, *own.text.permissions)
    back = {name for name, given in own.now.permissions.items() if not given}
    said = {each.clause: own.now.agreed.get(each.clause, "") for each in offered}
    taken = {name for name in back if said.get(name) == "yes"}
    return [
        (each.text, "yes, taken back since" if each.clause in taken else said[each.clause])
        for each in offered
    ]


@phone_page
def withdraw(request: Request, phone: Phone, id_: UUID) -> HttpResponse:
    """Take back the consent, or one permission alone; it counts at once."""
    own = reading(phone, id_)
    form = WithdrawForm(_offered(own), request.POST if request.method == "POST" else None)

    def act() -> str:
        agreeing.take_back(phone, own.consent, form.cleaned_data["scope"])
        return reverse("patient:consent", args=[phone.course.address])

    done = answered(request, phone, form, act)
    context = {"back_href": reverse("patient:consent", args=[phone.course.address])}
    treated = own.consent.treatment.state == "done"
    return done or show(
        request, "patient/consent_withdraw.html", context | {"treated": treated}, form
    )


def _offered(own: Reading) -> list[tuple[str, str]]:
    words = {each.clause: each.text for each in own.text.permissions}
    single = [(name, words[name]) for name, given in own.now.permissions.items() if given]
    return [(TREATMENT, "My consent to this treatment"), *single]


def _file(phone: Phone) -> SealedFile:
    """Give the sealed file of the consent that counts."""
    consent = agreeing.own_consent(phone)
    if consent is None:
        raise NotYours
    return proofs.sealed_of(consent)


@phone_page
def bundle(request: Request, phone: Phone) -> HttpResponse:
    """Hand over the bundle, which proves the consent anywhere."""
    del request
    return _download(proofs.bundle(_file(phone)), "application/zip", "consent.zip")


@phone_page
def pdf(request: Request, phone: Phone) -> HttpResponse:
    """Hand over the sealed file, to be read and printed."""
    del request
    return _download(bytes(_file(phone).pdf), "application/pdf", "consent.pdf")


def _download(data: bytes, kind: str, name: str) -> HttpResponse:
    kept = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, kind, headers=kept)


urls: list[URLPattern] = [
    path("c/<str:address>/consent/consent.zip", bundle, name="consent_bundle"),
    path("c/<str:address>/consent/consent.pdf", pdf, name="consent_pdf"),
    path("c/<str:address>/consent/copy/", copy, name="consent_copy"),
    path("c/<str:address>/consent/<uuid:id_>/withdraw/", withdraw, name="consent_withdraw"),
]
