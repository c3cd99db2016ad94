"""The doors. Every patient's row is fetched here, for a clinic and a person, or not at all.

A row of another clinic and a row that does not exist are answered alike: ``NotYours``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import Model, QuerySet

from aftercare.clinic.records.models import (
    Clinic,
    Concern,
    Consent,
    Course,
    Device,
    Patient,
    Person,
    Treatment,
)
from aftercare.clinic.services.refusals import NotAllowed, NotYours

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Desk:
    """A person of a clinic at work, and the instant at which they ask."""

    clinic: Clinic
    person: Person
    at: int

    @property
    def sender(self) -> str:
        """Who sends a form from here."""
        return f"person {self.person.pk}"

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's zone: its day decides what "today" is."""
        return ZoneInfo(self.clinic.zone)


@dataclass(frozen=True)
class Phone:
    """A patient on a device that has proved itself for one course."""

    clinic: Clinic
    course: Course
    patient: Patient
    device: Device
    at: int

    @property
    def sender(self) -> str:
        """Who sends a form from here: the device, whichever tab."""
        return f"course {self.course.pk}"

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the treatment; travel does not move an end."""
        return ZoneInfo(self.course.zone)


def access_desk(user: Any, at: int) -> Desk:
    """Let a signed-in person of a clinic in."""
    if not isinstance(user, Person) or not user.is_active:
        raise NotYours
    return Desk(user.clinic, user, at)


def access_phone(address: str, secret: str, at: int) -> Phone:
    """Let a known device in; the address alone opens nothing."""
    rows = Device.objects.select_related("course__patient", "clinic")
    device = rows.filter(
        course__address=address,
        secret_sha256=hashed(secret),
        ended_at=None,
        expires_at__gt=at,
    ).first()
    if device is None or not secret:
        raise NotYours
    device.course.clinic = device.clinic  # fetched already: no page asks for it again
    return Phone(device.clinic, device.course, device.course.patient, device, at)


def hashed(secret: str) -> str:
    """Give the SHA-256 of a secret: what is kept of it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def access_patient(desk: Desk, id_: UUID | str) -> Patient:
    """Fetch a patient of this clinic."""
    return _one(Patient.objects.filter(clinic=desk.clinic), id_)


def access_course(desk: Desk, id_: UUID | str) -> Course:
    """Fetch a course of this clinic with its patient."""
    return _one(Course.objects.select_related("patient").filter(clinic=desk.clinic), id_)


def access_treatment(desk: Desk, id_: UUID | str) -> Treatment:
    """Fetch a treatment of this clinic with its course, patient and protocol version."""
    rows = Treatment.objects.select_related(
        "clinic", "course__patient", "publication", "practitioner"
    )
    return _one(rows.filter(clinic=desk.clinic), id_)


def access_consent(desk: Desk, id_: UUID | str) -> Consent:
    """Fetch a consent of this clinic."""
    rows = Consent.objects.select_related("clinic", "treatment__course__patient", "publication")
    return _one(rows.filter(clinic=desk.clinic), id_)


def access_own_consent(phone: Phone, id_: UUID | str) -> Consent:
    """Fetch a consent of this patient's own course."""
    rows = Consent.objects.select_related("clinic", "treatment__course__patient", "publication")
    return _one(rows.filter(clinic=phone.clinic, treatment__course=phone.course), id_)


def access_concern(desk: Desk, id_: UUID | str) -> Concern:
    """Fetch a concern of this clinic."""
    rows = Concern.objects.select_related(
        "course__patient", "checkin", "owner", "done_by", "consent"
    )
    return _one(rows.filter(clinic=desk.clinic), id_)


def only(allowed: bool) -> None:
    """Go on only if the person's role allows it."""
    if not allowed:
        raise NotAllowed


def _one(rows: QuerySet[M], id_: UUID | str) -> M:
    try:
        return rows.get(pk=id_)
    except (ObjectDoesNotExist, ValidationError):
        raise NotYours from None
