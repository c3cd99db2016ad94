"""The app's name for Django."""

from __future__ import annotations

from django.apps import AppConfig


class Records(AppConfig):
    """The tables of the house."""

    name = "aftercare.clinic.records"
    label = "records"
