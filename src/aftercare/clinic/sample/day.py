"""Fill an empty house with the sample clinic, as it stands at one instant."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from aftercare.clinic.records.models import (
    Clinic,
    Consent,
    Course,
    Device,
    Handover,
    Patient,
    Person,
    Treatment,
)
from aftercare.clinic.sample import leaflet
from aftercare.clinic.sample.cases import CASES, PLANNED, Case, Planned
from aftercare.clinic.services import (
    checkins,
    concerns,
    consents,
    drafting,
    patients,
    people,
    protocols,
    screening,
    sweep,
    treatments,
)
from aftercare.clinic.services.access import Desk, Phone, access_phone, hashed
from aftercare.core.consent.text import PERMISSIONS
from aftercare.core.protocol.adopt import additions

ZONE = ZoneInfo("Europe/London")
NEEDLING = "micro-needling"
_HOUR, _DAY, _YEAR = 3600, 24 * 3600, 366 * 24 * 3600


@dataclass(frozen=True)
class Made:
    """What was made: the clinic, and one-time addresses by the name of who may use them."""

    clinic: Clinic
    staff: dict[str, str]
    patients: dict[str, str]


@transaction.atomic
def fill(at: int) -> Made:
    """Make the sample clinic as it stands at an instant (seconds, UTC)."""
    clinic, owner, nurse = _clinic()
    long_ago = Desk(clinic, owner, at - 60 * _DAY)
    _publish(long_ago)
    drafting.start(long_ago, leaflet.TITLE, leaflet.LEAFLET.encode())
    clinic.refresh_from_db()
    courses = {case.name: _course(Desk(clinic, nurse, at), case) for case in CASES}
    courses |= {each.name: _planned(Desk(clinic, nurse, at), each) for each in PLANNED}
    sweep.sweep(clinic, at)
    staff = {person.name: people.invitation(person, at + _YEAR) for person in (nurse, owner)}
    shown = ("Priya Nair", "Leo Fischer", "Amira Haddad")
    return Made(clinic, staff, {name: _way_in(courses[name], at) for name in shown})


def _clinic() -> tuple[Clinic, Person, Person]:
    clinic = Clinic.objects.create(
        slug="rowan",
        name="Rowan Skin Clinic",
        zone=str(ZONE),
        phone="020 7946 0000",
        hours="Monday to Friday, 9am to 6pm. Saturday, 10am to 2pm.",
        out_of_hours="Call 111, at any hour.",
        emergency="If you cannot breathe, or your face swells suddenly, call 999 at once.",
        reflection_hours=24,
        triage_on=True,
    )
    owner = Person.objects.create_user(
        "ruth@rowan.example", clinic=clinic, name="Ruth Osei", role=Person.Role.OWNER
    )
    nurse = Person.objects.create_user(
        "elena@rowan.example", clinic=clinic, name="Elena Rossi", role=Person.Role.NURSE
    )
    return clinic, owner, nurse


def _publish(desk: Desk) -> None:
    """Decide on each cited addition, publish, and approve the table: as a clinician would."""
    for each in additions(protocols.offered()[NEEDLING].protocol):
        protocols.decide(desk, NEEDLING, str(each.id), adopted=each.id != "stop-diabetes")
    protocols.approve(desk, protocols.publish(desk, NEEDLING), given=True)


def _way_in(course: Course, at: int) -> str:
    """Make a one-time address for a patient that lives as long as the demo."""
    secret = secrets.token_urlsafe(24)
    Handover.objects.create(
        clinic=course.clinic,
        course=course,
        secret_sha256=hashed(secret),
        expires_at=at + _YEAR,
    )
    return str(settings.ADDRESS) + reverse("patient:handover", args=[secret])


def _instant(day: date, clock: Any) -> int:
    return int(datetime.combine(day, clock, ZONE).timestamp())


def _today(at: int) -> date:
    return datetime.fromtimestamp(at, ZONE).date()


def _patient(desk: Desk, name: str, born: date, email: str) -> Patient:
    number = f"07700 900{sum(map(ord, name)) % 900 + 100}"
    given = {"name": name, "born": born, "email": email, "phone": number}
    return patients.add_patient(desk, given)


def _plan(desk: Desk, patient: Patient, day: date, clock: Any) -> Treatment:
    given = {
        "protocol": NEEDLING,
        "planned_on": day,
        "planned_time": clock,
        "practitioner": desk.person,
    }
    return patients.plan_treatment(desk, patient, given)


# ---------------------------------------------------------------- those under aftercare


def _course(now: Desk, case: Case) -> Course:
    """Take one patient from their first visit to the present."""
    day = _today(now.at) - timedelta(days=case.days)
    treated = _instant(day, case.hour)
    before = replace(now, at=treated - 5 * _DAY)
    patient = _patient(before, case.name, case.born, case.email)
    treatment = _plan(before, patient, day, case.hour)
    facts = {"skin_type": case.skin_type, "bleeding_agents": "no", "areas": list(case.areas)}
    _screen(before, treatment, facts)
    sign(replace(before, at=treated - 3 * _DAY), treatment)
    _treat(replace(now, at=treated - 30 * 60), treatment, case, treated)
    _report(treatment, case, now.at)
    treatment.course.refresh_from_db()
    return treatment.course


def _screen(desk: Desk, treatment: Treatment, facts: dict[str, Any], stop: str = "") -> None:
    asked = screening.stops(screening.protocol_of(treatment))
    answers = {str(each.id): "yes" if each.id == stop else "no" for each in asked}
    screening.record_screening(desk, treatment, facts, answers)


def sign(desk: Desk, treatment: Treatment) -> Consent:
    """Prepare a consent, talk, and let the patient read and sign it an hour later."""
    consent = consents.prepare_consent(replace(desk, at=desk.at - _HOUR), treatment)
    talk = {
        "mattered": "Even skin for a wedding in spring, and no time off work.",
        "alternatives": "A course of peels; topical care alone; doing nothing.",
    }
    consents.explain(replace(desk, at=desk.at - _HOUR), consent, talk)
    phone = _phone(treatment, desk.at)
    text = consents.text_of(consent)
    for i, section in enumerate(text.sections):
        consents.read_section(replace(phone, at=desk.at - 600 + 60 * i), consent, section.id)
    given = dict.fromkeys(PERMISSIONS, "no") | {"messages": "yes", "photographs": "yes"}
    agreed = {each.clause: "yes" for each in text.agreements}
    consents.agree(replace(phone, at=desk.at - 60), consent, agreed | given)
    name = treatment.course.patient.name
    consents.sign_consent(phone, consent, {"how": "typed", "name": name})
    return consent


def _phone(treatment: Treatment, at: int) -> Phone:
    """Give a patient's phone for the sample's own past; nobody holds its secret afterwards."""
    secret = secrets.token_urlsafe(32)
    course = treatment.course
    Device.objects.create(
        clinic=course.clinic,
        course=course,
        secret_sha256=hashed(secret),
        known_at=at,
        expires_at=at + _HOUR,
    )
    return access_phone(course.address, secret, at)


def _treat(desk: Desk, treatment: Treatment, case: Case, treated: int) -> None:
    consent = consents.latest_consent(treatment)
    if consent is not None:
        consents.confirm_consent(desk, consent)
    treatment.refresh_from_db()
    treatments.start_treatment(desk, treatment, treatment.version)
    given = {
        "device": "Pen 2",
        "needle_mm": "1.5",
        "lot": case.lot,
        "gtin": "05012345678900",
        "expiry": date(_today(treated).year + 1, 9 if case.lot == "CN24817" else 11, 30),
        "areas": list(case.areas),
        "passes": 3,
    }
    when = datetime.fromtimestamp(treated, ZONE).strftime("%Y-%m-%dT%H:%M")
    treatments.finish_treatment(
        replace(desk, at=treated), treatment, given, when, treatment.version
    )


def _report(treatment: Treatment, case: Case, now: int) -> None:
    """Let the patient check in on each day, at a quarter past nine, as far as now."""
    first = datetime.fromtimestamp(treatment.treated_at or now, ZONE).date()
    for day, symptoms in case.checkins.items():
        at = _instant(first + timedelta(days=day), time(9, 15))
        if at > now:
            continue
        last = day == max(case.checkins)
        settled = "yes" if case.settled and day > 3 else "no"
        checkins.record_checkin(
            _phone(treatment, at),
            symptoms,
            {"pores_closed": "yes" if day > 1 else "no", "skin_settled": settled},
            areas=case.red_areas if last else (),
            words=case.words if last else "",
        )
    if case.worry:
        concerns.tell_worry(_phone(treatment, now - 42 * 60), case.worry)
    if case.question:
        concerns.ask_clinic(_phone(treatment, now - 12 * 60), case.question)


# ---------------------------------------------------------------- those treated today


def _planned(now: Desk, each: Planned) -> Course:
    before = replace(now, at=now.at - 4 * _DAY)
    patient = _patient(before, each.name, each.born, each.email)
    treatment = _plan(before, patient, _today(now.at), each.hour)
    if each.signed is not None:
        facts = {"skin_type": "3", "bleeding_agents": "no", "areas": ["face"]}
        _screen(before, treatment, facts, each.stop)
        sign(replace(now, at=now.at - each.signed * _HOUR), treatment)
    elif each.prepared:
        consents.prepare_consent(before, treatment)
    return treatment.course
