"""The app's name for Django."""

from __future__ import annotations

from django.apps import AppConfig


class DeskRoom(AppConfig):
    """The clinic's desk."""

    name = "aftercare.clinic.desk"
    label = "desk"
