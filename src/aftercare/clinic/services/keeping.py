"""How long records are kept, a hold that keeps them longer, and their erasure.

The log keeps its entries: they hold salted hashes only, and the salts are erased with the rest.
Every proof about others still holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection, transaction
from django.db.models import Max

from aftercare.clinic.records.models import (
    CheckIn,
    Code,
    Concern,
    Consent,
    ConsentEvent,
    Correction,
    Course,
    Device,
    Handover,
    LogSalt,
    Message,
    Once,
    Patient,
    Screening,
    SealedFile,
    StopDecision,
    Told,
    Treatment,
)
from aftercare.clinic.records.models.courses import new_address
from aftercare.clinic.services.access import Desk, only
from aftercare.clinic.services.evidence import ledger
from aftercare.clinic.services.evidence.facts import Fact
from aftercare.clinic.services.locking import claim
from aftercare.clinic.services.refusals import refuse

ERASED = "Erased"


@dataclass(frozen=True)
class Kept:
    """Until when a patient's records are kept: the instant (seconds, UTC), and what holds them."""

    until: int
    held_because: str
    over: bool


def kept(desk: Desk, patient: Patient) -> Kept:
    """Give the end of the clinic's time for keeping: so many years after the last treatment."""
    courses = Course.objects.filter(clinic=desk.clinic, patient=patient)
    last = courses.aggregate(treated=Max("last_treated_at"), opened=Max("opened_at"))
    begins = max(last["treated"] or 0, last["opened"] or 0, patient.added_at)
    until = _years_later(begins, desk.clinic.retention_years)
    return Kept(until, patient.held_because, not patient.held_because and desk.at >= until)


def _years_later(instant: int, years: int) -> int:
    then = datetime.fromtimestamp(instant, UTC)
    day = min(then.day, 28) if then.month == 2 else then.day
    return int(then.replace(year=then.year + years, day=day).timestamp())


@transaction.atomic
def hold(desk: Desk, patient: Patient, reason: str, seen: int) -> Patient:
    """Keep a patient's records whatever their age: a claim, an inquiry. Empty ends the hold."""
    only(desk.person.may_manage)
    if reason and len(reason.split()) < 2:
        raise refuse("There is no reason.", "Say in a few words why.", "reason", "S106")
    claim(patient, seen)
    patient.held_because, patient.held_by = reason.strip(), desk.person if reason else None
    patient.save()
    return patient


@transaction.atomic
def erase(desk: Desk, patient: Patient, name: str, seen: int) -> Patient:
    """Erase everything that leads to a patient, once their time is over and nothing holds them.

    ``name`` is the patient's, typed by whoever erases: it cannot be undone.
    """
    only(desk.person.may_manage)
    _may_erase(desk, patient, name)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
    claim(patient, seen)
    _erase_courses(desk, patient)
    LogSalt.objects.filter(clinic=desk.clinic, patient=patient).delete()
    patient.name, patient.born, patient.erased_at = ERASED, None, desk.at
    patient.email = patient.phone = patient.note = ""
    patient.save()
    ledger.append_fact(desk.clinic.pk, Fact("erased", desk.at, patient.pk, {}, {}))
    transaction.on_commit(_forget)
    return patient


def _may_erase(desk: Desk, patient: Patient, name: str) -> None:
    if patient.erased_at:
        raise refuse("This patient is erased already.", "There is nothing left.", "name", "S104")
    if patient.held_because:
        message = f"These records are held: {patient.held_because}"
        raise refuse(message, "End the hold first.", "name", "S151")
    if not kept(desk, patient).over:
        remedy = "Wait, or change how long your clinic keeps records, under Settings."
        raise refuse("The time for keeping is not over.", remedy, "name", "S151")
    if name.strip() != patient.name:
        raise refuse("This is not the patient's name.", "Type it as it stands.", "name", "S106")


def _erase_courses(desk: Desk, patient: Patient) -> None:
    """Empty what is personal; days, levels and lots stay, and lead to nobody."""
    courses = list(Course.objects.filter(clinic=desk.clinic, patient=patient))
    mine = {"clinic": desk.clinic, "course__in": courses}
    treatments = list(Treatment.objects.filter(**mine))
    done = {"clinic": desk.clinic, "treatment__in": treatments}
    consents = Consent.objects.filter(**done)
    for rows in (Code, Handover, Device):
        rows.objects.filter(**mine).delete()
    SealedFile.objects.filter(consent__in=consents).delete()
    ConsentEvent.objects.filter(consent__in=consents).update(by="", data={})
    Message.objects.filter(**mine).update(words="")
    Told.objects.filter(**mine).update(asked="", words="")
    CheckIn.objects.filter(**mine).update(words="", areas=[])
    Concern.objects.filter(**mine).update(title=ERASED, reason="")
    Screening.objects.filter(**done).update(facts={}, stops={})
    StopDecision.objects.filter(screening__treatment__in=treatments).update(reason="")
    Correction.objects.filter(**done).update(before=None, after=None, reason="")
    Treatment.objects.filter(**mine).update(note="", facts={}, sooner_because="", areas=[])
    _erase_addresses(desk, courses)


def _erase_addresses(desk: Desk, courses: list[Course]) -> None:
    """Give each course an address that nobody knows, and forget what was sent from the old one."""
    for course in courses:
        Once.objects.filter(clinic=desk.clinic, sender=f"course {course.pk}").delete()
        course.address = new_address()
        course.save(update_fields=["address"])


def _forget() -> None:
    """Empty the write-ahead file: it still has the pages as they were."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
