"""How a patient comes in. The address in a message names a course and opens nothing by itself.

It leads to a page that sends a short-lived code; a browser that has typed the code is known for
the course from then on. In the clinic a QR code on the desk's screen hands over directly. What
a mail scanner's GET or HEAD does changes nothing: only a POST uses anything up.
"""

from __future__ import annotations

import hmac
import secrets

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from aftercare.clinic.delivery import post
from aftercare.clinic.delivery.letters import Letter
from aftercare.clinic.records.models import Code, Consent, Course, Device, Handover
from aftercare.clinic.services import consents
from aftercare.clinic.services.access import Desk, Phone, hashed
from aftercare.clinic.services.refusals import NotYours, Refused, refuse

CODE_SECONDS = 10 * 60
HANDOVER_SECONDS = 10 * 60
DEVICE_SECONDS = 200 * 24 * 3600
HERE_SECONDS = 2 * 3600
MOST_TRIES = 5
MOST_CODES_AN_HOUR = 5


def link(course: Course) -> str:
    """Give the course's address as it stands in a message."""
    return settings.ADDRESS + reverse("patient:open", args=[course.address])


def masked(course: Course) -> str:
    """Give where letters go so that it is recognised and not read: "p…a@example.com"."""
    name, at, domain = course.patient.email.partition("@")
    if at:
        return f"{name[:1]}…{name[-1:] if len(name) > 2 else ''}@{domain}"
    return f"…{course.patient.phone[-3:]}" if course.patient.phone else ""


@transaction.atomic
def send_link(desk: Desk, course: Course, consent: Consent | None = None) -> None:
    """Send the patient the address of their course; with a consent, note that it was sent."""
    patient, clinic = course.patient, desk.clinic
    why = "Please read and sign your consent" if consent else "Your aftercare is here"
    if consent:
        consents.add_event(consent, "sent", desk.at, desk.person.name, how="link")
    letter = Letter(
        to=patient.email or patient.phone,
        subject=f"{clinic.name}: {why.lower()}",
        body=f"{why}:\n{link(course)}\n\nWe will send you a code when you open it.\n{clinic.name}",
    )
    transaction.on_commit(lambda: post.send(letter))


@transaction.atomic
def send_code(address: str, at: int) -> Course:
    """Send a code of six digits to the patient of a course; it lives ten minutes."""
    course = find(address)
    recent = course.codes.filter(sent_at__gt=at - 3600).count()
    if recent >= MOST_CODES_AN_HOUR:
        raise refuse("Too many codes were sent.", "Wait an hour, or call us.", code="S130")
    code = f"{secrets.randbelow(1_000_000):06d}"
    Code.objects.create(
        clinic=course.clinic,
        course=course,
        secret_sha256=_code_hash(course, code),
        sent_at=at,
        expires_at=at + CODE_SECONDS,
    )
    letter = Letter(
        to=course.patient.email or course.patient.phone,
        subject=f"{course.clinic.name}: your code is {code}",
        body=f"Your code is {code}. It works for 10 minutes.\nWe never ask you for it by phone.",
    )
    transaction.on_commit(lambda: post.send(letter))
    return course


def find(address: str) -> Course:
    """Find a course by its address."""
    rows = Course.objects.select_related("clinic", "patient").filter(address=address)
    course = rows.first()
    if course is None:
        raise NotYours
    return course


def _code_hash(course: Course, code: str) -> str:
    """A code has few digits, so its hash is keyed: the table alone gives nothing away."""
    text = f"{course.pk} {code}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, "sha256").hexdigest()


def enter_code(address: str, code: str, secret: str, at: int) -> str:
    """Take a code and give the device's secret: its own if it has one, else a new one."""
    problem = _try(address, "".join(code.split()), at)
    if problem:
        raise problem
    with transaction.atomic():
        return _know(find(address), secret, at, here=False)


@transaction.atomic
def _try(address: str, code: str, at: int) -> Refused | None:
    """Use up a try even when it fails, so the refusal is given back and raised after the commit."""
    course = find(address)
    rows = course.codes.select_for_update().filter(used_at=None, expires_at__gt=at)
    last = rows.order_by("-sent_at").first()
    if last is None or last.tries >= MOST_TRIES:
        return refuse("This code does not work any more.", "Ask for a new one.", "code", "S131")
    last.tries += 1
    right = hmac.compare_digest(last.secret_sha256, _code_hash(course, code))
    last.used_at = at if right else None
    last.save(update_fields=["tries", "used_at"])
    remedy = "Look at the message again, or ask for a new code."
    return None if right else refuse("This is not the code.", remedy, "code", "S132")


def _know(course: Course, secret: str, at: int, *, here: bool) -> str:
    """Know this browser for the course from now on; the clinic's own device for two hours."""
    if here or not 32 <= len(secret) <= 64:
        secret = secrets.token_urlsafe(32)
    Device.objects.update_or_create(
        clinic=course.clinic,
        course=course,
        secret_sha256=hashed(secret),
        defaults={
            "here": here,
            "known_at": at,
            "expires_at": at + (HERE_SECONDS if here else DEVICE_SECONDS),
            "ended_at": None,
        },
    )
    return secret


@transaction.atomic
def hand_over(
    desk: Desk, course: Course, consent: Consent | None = None, *, here: bool = False
) -> str:
    """Make a one-time way in for a patient who is in the clinic; give its secret."""
    secret = secrets.token_urlsafe(24)
    Handover.objects.create(
        clinic=desk.clinic,
        course=course,
        secret_sha256=hashed(secret),
        expires_at=desk.at + HANDOVER_SECONDS,
        here=here,
    )
    if consent:
        how = "this device" if here else "QR code"
        consents.add_event(consent, "sent", desk.at, desk.person.name, how=how)
    return secret


def waiting_handover(secret: str, at: int) -> Handover:
    """Look at a hand-over without using it."""
    rows = Handover.objects.select_related("course__clinic", "course__patient")
    found = rows.filter(secret_sha256=hashed(secret), used_at=None, expires_at__gt=at).first()
    if found is None:
        raise NotYours
    return found


@transaction.atomic
def accept_handover(secret: str, device_secret: str, at: int) -> tuple[Course, str]:
    """Use a hand-over up: the course, and the secret of the device that is now known for it."""
    used = Handover.objects.filter(
        secret_sha256=hashed(secret), used_at=None, expires_at__gt=at
    ).update(used_at=at)
    if not used:
        raise NotYours
    row = Handover.objects.select_related("course__clinic").get(secret_sha256=hashed(secret))
    return row.course, _know(row.course, device_secret, at, here=row.here)


@transaction.atomic
def leave(phone: Phone) -> None:
    """Forget this device: the patient signs out, or hands the clinic's tablet back."""
    Device.objects.filter(pk=phone.device.pk).update(ended_at=phone.at)
