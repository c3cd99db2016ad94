"""Agreeing, from the patient's side: which consent waits, a question while reading, a no."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from aftercare.clinic.records.models import Concern, Consent
from aftercare.clinic.services import concerns, consents, courses
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.refusals import refuse
from aftercare.core.consent.events import TREATMENT


def own_consent(phone: Phone) -> Consent | None:
    """Give the consent that matters now: that of the next treatment, else the last one there is."""
    for treatment in courses.planned(phone.course):
        found = consents.latest_consent(treatment)
        if found:
            return found
    every = [c for c in consents.consents_of(phone.course) if not _replaced(c)]
    return every[-1] if every else None


def _replaced(consent: Consent) -> bool:
    return any(event.kind == "replaced" for event in consent.events.all())


def signed_before(phone: Phone, consent: Consent) -> Consent | None:
    """Give the last consent of this course that was signed before this one was prepared."""
    earlier = [c for c in consents.consents_of(phone.course) if c.at < consent.at]
    signed = [c for c in earlier if any(event.kind == "signed" for event in c.events.all())]
    return signed[-1] if signed else None


@transaction.atomic
def ask_in_consent(phone: Phone, consent: Consent, section: str, words: str) -> str:
    """Ask something while reading: an event of the consent, and a question in the inbox."""
    if consents.stands(consent, phone.at).state not in consents.BEFORE:
        raise refuse("This consent is not open any more.", "Ask under Messages.", code="S107")
    question = uuid4().hex
    concern = concerns.ask_clinic(phone, words, consent=consent)
    concern.once = f"{concerns.ASKED}{question}"
    concern.save(update_fields=["once"])
    consents.open_consent(phone, consent)
    consents.add_event(
        consent,
        "asked",
        phone.at,
        phone.patient.name,
        question=question,
        section=section,
        words=words.strip()[:2000],
    )
    return question


@transaction.atomic
def take_back(phone: Phone, consent: Consent, scope: str) -> None:
    """Withdraw, at once and without a reason; that the treatment is off reaches a person."""
    consents.withdraw(phone, consent, scope)
    if scope != TREATMENT:
        return
    concerns.raise_concern(
        phone.course,
        phone.at,
        Concern.Kind.WITHDRAWN,
        level="contact",
        title="The consent is withdrawn",
        reason="The treatment must not take place on this consent. Call the patient.",
        consent=consent,
    )
