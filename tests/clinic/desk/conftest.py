"""A person of the clinic in a browser, at an instant that the test chooses."""

import pytest
from django.test import Client

from aftercare.clinic.records.models import Concern, OwnProtocol, Person, Treatment
from aftercare.clinic.services import checkins, clock, concerns
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.editing import drafted
from tests.clinic.story import DAY, HOUR, NOW

LATE = NOW + 6 * DAY


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


@pytest.fixture
def late(desk: Desk, treatment: Treatment, stopped: Clock) -> Concern:
    """Redness that is severe on day 6, an hour ago."""
    story.treated(desk, treatment)
    for day, severity in ((1, "moderate"), (2, "mild")):
        symptoms = {"redness": severity, "swelling": "mild" if day == 1 else "none"}
        checkins.record_checkin(story.phone(treatment, NOW + day * DAY), symptoms, {})
    phone = story.phone(treatment, LATE)
    checkins.record_checkin(
        phone,
        {"redness": "severe", "tightness": "mild"},
        {},
        areas=["cheeks_left"],
        words="It feels hot.",
    )
    stopped.at = LATE + HOUR
    return Concern.objects.get(kind="check-in")


@pytest.fixture
def question(desk: Desk, treatment: Treatment, late: Concern) -> Concern:
    del desk, late
    return concerns.ask_clinic(story.phone(treatment, LATE - HOUR), "Can I fly on Sunday?")


@pytest.fixture
def own(staff: Client) -> OwnProtocol:
    """The leaflet, drafted by the owner."""
    return drafted(staff)
