"""A person of the clinic in a browser, at an instant that the test chooses."""

import pytest
from django.test import Client

from aftercare.clinic.records.models import Person
from aftercare.clinic.services import clock
from tests.clinic.story import NOW


class Clock:
    """The house's clock, stopped."""

    at = NOW


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(clock, "now", lambda: found.at)
    return found


@pytest.fixture
def staff(client: Client, owner: Person, stopped: Clock) -> Client:
    del stopped
    client.force_login(owner)
    return client
