"""A new clinic and its first owner: everything else they do themselves, at the desk."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import slugify

from aftercare.clinic.records.models import Clinic, Person
from aftercare.clinic.services import people
from aftercare.clinic.services.refusals import refuse


@transaction.atomic
def found_clinic(name: str, zone: str, owner: str, email: str, at: int) -> str:
    """Add a clinic and its owner; give the one-time address at which the owner comes in."""
    slug = slugify(name)[:40]
    if not slug or Clinic.objects.filter(slug=slug).exists():
        raise refuse("There is a clinic of this name.", "Give another name.", code="S150")
    if Person.objects.filter(email__iexact=email).exists():
        raise refuse("This address is in use.", "Give another one.", code="S140")
    clinic = Clinic.objects.create(slug=slug, name=name, zone=zone)
    person = Person.objects.create_user(email, clinic=clinic, name=owner, role=Person.Role.OWNER)
    return people.invitation(person, at)


def clinics(slug: str | None = None) -> list[Clinic]:
    """Give the clinics of this house; with a name in addresses, that one alone."""
    rows = Clinic.objects.order_by("slug")
    return list(rows.filter(slug=slug) if slug else rows)
