"""An entry's addresses, and sending one of its forms as a person does."""

from typing import cast

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Concern
from tests.clinic.desk.sending import form, page


def url(concern: Concern, act: str = "") -> str:
    if act:
        return reverse("desk:concern_act", args=[concern.pk, act])
    return reverse("desk:concern", args=[concern.pk])


def act(staff: Client, concern: Concern, verb: str, **values: str) -> HttpResponse:
    """Send one form of the entry's page."""
    found = form(page(staff, url(concern)), f"/{verb}/")
    return cast("HttpResponse", staff.post(found.action, found.filled(**values)))
