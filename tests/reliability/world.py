"""Two clinics in one house: the sample one, and another whose owner wants in."""

import time
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.test import Client

from aftercare.clinic.records.models import Clinic, Course, Device, Person
from aftercare.clinic.sample.day import fill
from aftercare.clinic.services.access import hashed

_BROWSER = "the secret of a browser of course {}"


@dataclass(frozen=True)
class World:
    """The sample clinic with its people, and the owner of another."""

    clinic: Clinic
    owner: Person
    nurse: Person
    stranger: Person
    courses: list[Course]


def made() -> World:
    """Fill the house as it stands now."""
    clinic = fill(int(time.time())).clinic
    other = Clinic.objects.create(slug="elm", name="Elm Skin", phone="020 7946 0999")
    stranger = Person.objects.create_user(
        "sam@elm.example", clinic=other, name="Sam Elm", role=Person.Role.OWNER
    )
    people = {each.role: each for each in Person.objects.filter(clinic=clinic)}
    courses = list(Course.objects.exclude(last_treated_at=None).order_by("pk"))
    return World(clinic, people["owner"], people["nurse"], stranger, courses)


def staff(person: Person) -> Client:
    """Give the browser of somebody who is signed in."""
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return client


def phone(course: Course) -> Client:
    """Give the browser of a patient, known for the course."""
    secret = _BROWSER.format(course.pk)[:64]
    now = int(time.time())
    Device.objects.update_or_create(
        clinic=course.clinic,
        course=course,
        secret_sha256=hashed(secret),
        defaults={"known_at": now, "expires_at": now + 36_000, "ended_at": None},
    )
    client = Client(raise_request_exception=False)
    client.cookies[settings.DEVICE_COOKIE_NAME] = secret
    return client


def kept(clinic: Clinic) -> dict[str, list[Any]]:
    """Give every row of a clinic, by its table: what nobody else may change."""
    rows = (model for model in apps.get_app_config("records").get_models())
    owned = (each for each in rows if any(f.name == "clinic" for f in each._meta.fields))  # noqa: SLF001 - Django's public name for it
    return {
        each.__name__: list(each._default_manager.filter(clinic=clinic).order_by("pk").values())  # noqa: SLF001 - Django's public name for it
        for each in owned
    }
