"""A house with many courses, made by fixed strides, so that each run is alike."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import models

from aftercare.clinic.records.models import (
    CheckIn,
    Clinic,
    Concern,
    Consent,
    ConsentEvent,
    Course,
    Device,
    Message,
    Patient,
    Person,
    Treatment,
)
from aftercare.clinic.services.access import hashed

DAY, HOUR = 24 * 3600, 3600
BATCH = 2_000
CHECKINS = 10  # a course
EVENTS = ("prepared", "sent", "opened", "signed", "confirmed")
SEVERITIES = ("moderate", "moderate", "mild", "mild", "none")


def fill(at: int, courses: int) -> tuple[list[tuple[str, str]], str]:
    """Add courses to the sample clinic, one in twenty of them inside its two weeks.

    Give addresses and device secrets of running courses, and a staff session's key.
    """
    clinic, nurse = Clinic.objects.get(), Person.objects.get(name="Elena Rossi")
    like = Treatment.objects.filter(state="done").select_related("course").first()
    consent = Consent.objects.first()
    if like is None or consent is None:
        raise RuntimeError("Fill the sample clinic first.")
    numbers = range(courses)
    patients = [_patient(clinic, n, at) for n in numbers]
    made = [_course(patient, n, at) for n, patient in enumerate(patients)]
    treatments = [_treatment(like, course, n) for n, course in enumerate(made)]
    consents = [_consent(consent, treatment) for treatment in treatments]
    checkins = [row for course in made for row in _checkins(course, at)]
    phones = [(course, secrets.token_urlsafe(32)) for course in made[::20]]
    concerns = list(_concerns(checkins, at))
    for rows in (patients, made, treatments, consents, checkins, concerns):
        _keep(rows)
    _keep(_messages(concerns))
    _keep(event for each in consents for event in _events(each))
    _keep(_device(course, secret, at) for course, secret in phones)
    return [(course.address, secret) for course, secret in phones], _session(nurse)


def _keep(rows: Iterable[models.Model]) -> None:
    """Add rows in batches."""
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        type(batch[0])._default_manager.bulk_create(batch)  # noqa: SLF001 - Django's name for it


def _patient(clinic: Clinic, n: int, at: int) -> Patient:
    name = f"{('Ana', 'Ben', 'Cleo', 'Dan', 'Eva')[n % 5]} {('Li', 'Roy', 'Sen')[n % 3]} {n}"
    return Patient(clinic=clinic, name=name, email=f"p{n}@example.com", added_at=at - n * 60)


def _course(patient: Patient, n: int, at: int) -> Course:
    """One in twenty is inside its two weeks, the others are spread over two years."""
    days = (n // 20) % 14 if n % 20 == 0 else 20 + n % 700
    treated = at - days * DAY - (n % 7) * HOUR - 600
    return Course(
        clinic=patient.clinic,
        patient=patient,
        protocol="micro-needling",
        zone="Europe/London",
        opened_at=treated - 5 * DAY,
        last_treated_at=treated,
    )


def _treatment(like: Treatment, course: Course, n: int) -> Treatment:
    """A box of cartridges lasts for fifty treatments."""
    copied = {
        field.attname: getattr(like, field.attname)
        for field in Treatment._meta.concrete_fields  # noqa: SLF001 - Django's public name for it
        if field.attname not in {"id", "course_id"}
    }
    treated = course.last_treated_at or 0
    planned = datetime.fromtimestamp(treated, UTC).date()
    then = {"treated_at": treated, "started_at": treated, "planned_on": planned}
    then["lot"] = f"CN{n // 50}"
    return Treatment(**{**copied, **then}, course=course)


def _consent(like: Consent, treatment: Treatment) -> Consent:
    return Consent(
        clinic=treatment.clinic,
        at=(treatment.treated_at or 0) - 3 * DAY,
        treatment=treatment,
        publication_id=like.publication_id,
        language="en",
        text=like.text,
        sha256=like.sha256,
    )


def _events(consent: Consent) -> Iterator[ConsentEvent]:
    data: dict[str, Any] = {"offered": "photographs", "permissions": "photographs"}
    for number, kind in enumerate(EVENTS, 1):
        at = consent.at + number * HOUR
        yield ConsentEvent(
            clinic=consent.clinic,
            consent=consent,
            number=number,
            at=at,
            kind=kind,
            by="P",
            data=data,
        )


def _checkins(course: Course, at: int) -> Iterator[CheckIn]:
    treated = course.last_treated_at or 0
    for day in range(1, CHECKINS + 1):
        when = treated + day * DAY
        if when > at:
            when = treated + day * 60  # as many rows for each course, whatever its age
        redness = SEVERITIES[min(day // 2, 4)]
        yield CheckIn(
            clinic=course.clinic,
            at=when,
            course=course,
            day=day,
            symptoms={"redness": redness, "tightness": "none", "itching": "none"},
            level="expected",
            row="as-told",
            symptom="redness",
        )


def _concerns(checkins: list[CheckIn], at: int) -> Iterator[Concern]:
    """One in twenty check-ins was a concern and is done; sixty are open."""
    for n, checkin in enumerate(checkins[::20]):
        is_open = n < 60
        yield Concern(
            clinic=checkin.clinic,
            course=checkin.course,
            checkin=checkin,
            kind="check-in",
            rank=1 if n % 9 else 0,
            level="contact" if n % 9 else "urgent",
            title="Redness or flushing: mild on day 5",
            rule="past-the-longest",
            opened_at=at - n * 600 - 60 if is_open else checkin.at,
            state="open" if is_open else "done",
            done_at=None if is_open else checkin.at + HOUR,
        )


def _messages(concerns: list[Concern]) -> Iterator[Message]:
    for concern in concerns:
        yield Message(
            clinic=concern.clinic,
            at=concern.opened_at,
            course=concern.course,
            concern=concern,
            words="Is this normal?",
        )


def _device(course: Course, secret: str, at: int) -> Device:
    return Device(
        clinic=course.clinic,
        course=course,
        secret_sha256=hashed(secret),
        known_at=at,
        expires_at=at + 365 * DAY,
    )


def _session(person: Person) -> str:
    """Sign a person in without a page; give the session's key."""
    session = SessionStore()
    session[SESSION_KEY] = str(UUID(str(person.pk)))
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)
