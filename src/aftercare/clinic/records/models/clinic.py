"""A clinic: its name, how it is reached, and what it has decided for all its patients."""

from __future__ import annotations

import uuid

from django.db import models


class Clinic(models.Model):
    """One clinic. Its words for an emergency and its hours come before anything is published."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(unique=True)
    version = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=120)
    zone = models.CharField(max_length=60, default="Europe/London")
    language = models.CharField(max_length=5, default="en")
    phone = models.CharField(max_length=40, blank=True)
    hours = models.CharField(max_length=300, blank=True)
    out_of_hours = models.CharField(max_length=300, blank=True)
    emergency = models.CharField(max_length=600, blank=True)
    colour = models.CharField(max_length=7, blank=True)
    logo = models.BinaryField(blank=True, default=bytes)
    reflection_hours = models.PositiveSmallIntegerField(default=24)
    consent_days = models.PositiveSmallIntegerField(default=180)
    retention_years = models.PositiveSmallIntegerField(default=10)
    two_persons = models.BooleanField(default=False)
    triage_on = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Say the clinic's name."""
        return self.name
