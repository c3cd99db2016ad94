"""The steps of one patient's story, as services; tests and pages start from any of them."""

from dataclasses import replace
from datetime import date

from aftercare.clinic.records.models import Consent, Device, Publication, Treatment
from aftercare.clinic.services import consents, protocols, screening, treatments
from aftercare.clinic.services.access import Desk, Phone, access_phone, hashed
from aftercare.core.consent.text import PERMISSIONS

NOW = 1_795_793_400  # Friday 27 November 2026, 3:30pm in London
HOUR, DAY = 3600, 24 * 3600
DEVICE = "a device of Priya's, known by its secret"
FACTS = {"skin_type": "4", "bleeding_agents": "no", "areas": ["face"]}
RECORD = {
    "device": "Pen 2",
    "needle_mm": "1.5",
    "lot": "CN24817",
    "gtin": "05012345678900",
    "expiry": date(2027, 6, 30),
    "areas": ["cheeks", "forehead"],
    "passes": 3,
}


def later(desk: Desk, seconds: int) -> Desk:
    return replace(desk, at=desk.at + seconds)


def phone(treatment: Treatment, at: int = NOW, secret: str = DEVICE) -> Phone:
    """Give the patient's phone, known for the course."""
    Device.objects.get_or_create(
        clinic=treatment.clinic,
        course=treatment.course,
        secret_sha256=hashed(secret),
        defaults={"known_at": NOW, "expires_at": NOW + 400 * DAY},
    )
    return access_phone(treatment.course.address, secret, at)


def screened(desk: Desk, treatment: Treatment) -> None:
    protocol = screening.protocol_of(treatment)
    answers = {str(stop.id): "no" for stop in screening.stops(protocol)}
    screening.record_screening(desk, treatment, FACTS, answers)


def signed(desk: Desk, treatment: Treatment, at: int | None = None) -> Consent:
    """Prepare a consent and let the patient read, agree and sign it, two days ago by default."""
    when = NOW - 2 * DAY if at is None else at
    consent = consents.prepare_consent(replace(desk, at=when), treatment)
    return read_and_signed(treatment, consent, when)


def read_and_signed(treatment: Treatment, consent: Consent, when: int) -> Consent:
    """Let the patient read, agree and sign what was prepared."""
    own = phone(treatment, when)
    text = consents.text_of(consent)
    for section in text.sections:
        consents.read_section(own, consent, section.id)
    agreed = {paragraph.clause: "yes" for paragraph in text.agreements}
    consents.agree(own, consent, agreed | dict.fromkeys(PERMISSIONS, "no"))
    consents.sign_consent(own, consent, {"how": "typed", "name": "Priya Nair"})
    return consent


def treated(desk: Desk, treatment: Treatment, when: str = "2026-11-27T14:30") -> Treatment:
    """Take a planned treatment through consent, screening and the gate to done."""
    screened(desk, treatment)
    consent = signed(desk, treatment)
    consents.confirm_consent(desk, consent)
    treatment.refresh_from_db()
    treatments.start_treatment(desk, treatment, treatment.version)
    return treatments.finish_treatment(desk, treatment, RECORD, when, treatment.version)


def republished(desk: Desk, hours: str = "Every day, 8am to 8pm") -> Publication:
    """Change the clinic's hours and publish again: the consent's text is another one now."""
    desk.clinic.hours = hours
    desk.clinic.save()
    return protocols.publish(desk, "micro-needling")
