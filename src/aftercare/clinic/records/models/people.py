"""The people of a clinic: who they are, what they may do, and how they first come in."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from aftercare.clinic.records.models.rows import ClinicRow, InstantField


class People(BaseUserManager["Person"]):
    """How people are made: by their clinic, at a known address. Nobody comes without it."""

    def get_queryset(self) -> models.QuerySet[Person]:
        """Fetch the clinic along with each: every page of the desk names it."""
        return super().get_queryset().select_related("clinic")

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """Add a person; without a password they come in by invitation only."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        """Find a person by their address, whatever its capitals."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who works for a clinic."""

    class Role(models.TextChoices):
        """What somebody does; an owner may change settings, a clinician may decide."""

        OWNER = "owner", "Owner"
        CLINICIAN = "clinician", "Clinician"
        NURSE = "nurse", "Nurse"
        RECEPTION = "reception", "Reception"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    clinic = models.ForeignKey("records.Clinic", models.PROTECT, related_name="people")
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.NURSE)
    version = models.PositiveIntegerField(default=1)
    is_active = models.BooleanField(default=True)
    keys_on = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = People()

    def __str__(self) -> str:
        """Say the person's name."""
        return self.name

    @property
    def initials(self) -> str:
        """Give the first letters of the first and the last name."""
        words = self.name.split() or ["?"]
        return "".join(word[0] for word in dict.fromkeys([words[0], words[-1]])).upper()

    @property
    def may_decide(self) -> bool:
        """Tell whether they may approve a table, decide on a stop, or publish."""
        return self.role in {self.Role.OWNER, self.Role.CLINICIAN}

    @property
    def may_treat(self) -> bool:
        """Tell whether they may start and record a treatment."""
        return self.role != self.Role.RECEPTION

    @property
    def may_manage(self) -> bool:
        """Tell whether they may change settings and people."""
        return self.role == self.Role.OWNER


class Invitation(ClinicRow):
    """A one-time way in; opening it changes nothing, accepting it uses it up."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    expires_at = InstantField()
    used_at = InstantField(null=True)
