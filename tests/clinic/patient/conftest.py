"""A patient's phone: a browser that holds the course's cookie, and a clock to turn."""

import time
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Treatment
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.story import DEVICE, NOW

Clock = Callable[[int], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Let it be so many seconds after the story's now."""

    def turn(seconds: int) -> None:
        monkeypatch.setattr(time, "time", lambda: float(NOW + seconds))

    turn(0)
    return turn


class Handset:
    """A browser at one course's pages."""

    def __init__(self, treatment: Treatment) -> None:
        self.client = Client()
        self.client.cookies[settings.DEVICE_COOKIE_NAME] = DEVICE
        self.address = treatment.course.address

    def at(self, name: str, *more: object) -> str:
        return reverse(f"patient:{name}", args=[self.address, *more])


@pytest.fixture
def handset(treatment: Treatment, clock: Clock) -> Handset:
    """The phone of a patient who is not treated yet."""
    del clock
    story.phone(treatment)
    return Handset(treatment)


@pytest.fixture
def cared(desk: Desk, treatment: Treatment, handset: Handset) -> Handset:
    """The phone of a patient who was treated an hour ago."""
    story.treated(desk, treatment)
    return handset
