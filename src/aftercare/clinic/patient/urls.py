"""The addresses of this room; each page brings its own."""

from __future__ import annotations

from django.urls import URLPattern

from aftercare.clinic.patient import (
    about,
    checkin,
    consent,
    consent_after,
    entrance,
    messages,
    screening,
    today,
    verify,
    weeks,
    worried,
)

app_name = "patient"
urlpatterns: list[URLPattern] = [
    *entrance.urls,
    *consent_after.urls,
    *consent.urls,
    *screening.urls,
    *today.urls,
    *weeks.urls,
    *checkin.urls,
    *worried.urls,
    *messages.urls,
    *about.urls,
    *verify.urls,
]
