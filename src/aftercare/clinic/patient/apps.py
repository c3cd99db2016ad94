"""The app's name for Django."""

from __future__ import annotations

from django.apps import AppConfig


class PatientRoom(AppConfig):
    """The patient's phone."""

    name = "aftercare.clinic.patient"
    label = "patient"
