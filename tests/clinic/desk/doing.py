"""Doing an act of a treatment's page as a person does: open the page, fill its form, send it."""

from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Treatment
from tests.clinic.desk.sending import form, page, said


def url(treatment: Treatment, name: str = "treatment") -> str:
    return reverse(f"desk:{name}", args=[treatment.pk])


def words(client: Client, treatment: Treatment) -> str:
    return said(page(client, url(treatment)))


def do(
    client: Client, treatment: Treatment, verb: str, **values: str | list[str]
) -> tuple[int, str]:
    """Send one form of the page; give the status and the words of what comes back."""
    found = form(page(client, url(treatment)), f"/{verb}/")
    response = client.post(found.action, found.filled(**values))
    return response.status_code, said(response.content.decode())
