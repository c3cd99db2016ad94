"""Every address of the house, by audience."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from aftercare.clinic.config import demo, look
from aftercare.clinic.desk import accounts

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="desk:today"), name="front"),
    path("desk/account/", include(accounts.urls)),
    path("desk/", include("aftercare.clinic.desk.urls")),
    path("", include("aftercare.clinic.patient.urls")),
    path("colour/<slug:slug>/<int:version>.css", look.colour, name="ui-colour"),
    path("logo/<slug:slug>/<int:version>.png", look.logo, name="ui-logo"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/clock/", demo.turn_clock, name="demo-clock"))

handler400 = "aftercare.clinic.config.errors.unreadable"
handler403 = "aftercare.clinic.config.errors.refused"
handler404 = "aftercare.clinic.config.errors.not_found"
handler429 = "aftercare.clinic.config.errors.too_many"  # allauth's limits ask for it
handler500 = "aftercare.clinic.config.errors.broken"
