"""The people of a clinic: invited, given a role, let go."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from aftercare.clinic.delivery import post
from aftercare.clinic.delivery.letters import Letter
from aftercare.clinic.records.models import Clinic, Invitation, Person
from aftercare.clinic.services.access import Desk, hashed, only
from aftercare.clinic.services.locking import claim
from aftercare.clinic.services.refusals import NotYours, refuse

INVITATION_SECONDS = 3 * 24 * 3600


def people(clinic: Clinic) -> list[Person]:
    """Give everybody who works for a clinic, those who left last."""
    return list(Person.objects.filter(clinic=clinic).order_by("-is_active", "name"))


@transaction.atomic
def invite(desk: Desk, given: Mapping[str, Any]) -> Person:
    """Add a person and send them a one-time way in."""
    only(desk.person.may_manage)
    email = str(given["email"]).lower()
    if Person.objects.filter(email__iexact=email).exists():
        raise refuse("This address is in use.", "Enter another one.", "email", "S140")
    person = Person.objects.create_user(
        email, clinic=desk.clinic, name=given["name"], role=given["role"]
    )
    address = invitation(person, desk.at)
    letter = Letter(
        to=person.email,
        subject=f"{desk.clinic.name} invites you to Aftercare",
        body=f"Open this within 3 days to sign in for the first time:\n{address}",
    )
    transaction.on_commit(lambda: post.send(letter))
    return person


def invitation(person: Person, at: int) -> str:
    """Make a one-time way in for a person; give its address."""
    secret = secrets.token_urlsafe(24)
    Invitation.objects.create(
        clinic=person.clinic,
        person=person,
        secret_sha256=hashed(secret),
        expires_at=at + INVITATION_SECONDS,
    )
    return settings.ADDRESS + reverse("desk:invitation", args=[secret])


def waiting_invitation(secret: str, at: int) -> Invitation:
    """Look at an invitation without using it."""
    rows = Invitation.objects.select_related("person__clinic")
    found = rows.filter(
        secret_sha256=hashed(secret), used_at=None, expires_at__gt=at, person__is_active=True
    ).first()
    if found is None:
        raise NotYours
    return found


@transaction.atomic
def accept_invitation(secret: str, at: int) -> Person:
    """Use an invitation up; the caller signs the person in."""
    found = waiting_invitation(secret, at)
    rows = Invitation.objects.filter(pk=found.pk, used_at=None)
    if not rows.update(used_at=at):
        raise NotYours
    return found.person


def access_person(desk: Desk, id_: Any) -> Person:
    """Fetch a person of this clinic."""
    person = Person.objects.filter(clinic=desk.clinic, pk=id_).first()
    if person is None:
        raise NotYours
    return person


@transaction.atomic
def change_person(desk: Desk, id_: Any, given: Mapping[str, Any], seen: int) -> Person:
    """Change a person's name or role, or let them go; one owner must stay."""
    only(desk.person.may_manage)
    person = access_person(desk, id_)
    claim(person, seen)
    person.name, person.role = given["name"], given["role"]
    person.is_active = bool(given.get("is_active", True))
    person.save()
    owners = Person.objects.filter(clinic=desk.clinic, role=Person.Role.OWNER, is_active=True)
    if not owners.exists():
        raise refuse("The clinic would have no owner.", "Make somebody else owner first.", "role")
    return person


@transaction.atomic
def set_keys(desk: Desk, *, on: bool) -> None:
    """Switch the inbox's keyboard keys on or off for oneself."""
    Person.objects.filter(pk=desk.person.pk).update(keys_on=on)
