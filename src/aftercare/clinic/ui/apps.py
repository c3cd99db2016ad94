"""Django's entry for the look: no tables, no pages of its own."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, static files and tags that every page stands on."""

    name = "aftercare.clinic.ui"
    label = "ui"
