"""A clinic with its people, a patient and a published protocol; each part real."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from aftercare.clinic.delivery import post
from aftercare.clinic.records.models import Clinic, Patient, Person, Publication, Treatment
from aftercare.clinic.services import patients, protocols
from aftercare.clinic.services.access import Desk
from aftercare.core.protocol.adopt import additions
from tests.clinic.story import NOW

NEEDLING = "micro-needling"


@pytest.fixture
def clinic(db: None) -> Clinic:
    del db
    return Clinic.objects.create(
        slug="rowan",
        name="Rowan Skin Clinic",
        phone="020 7946 0000",
        hours="Monday to Friday, 9am to 6pm",
        out_of_hours="Call 111.",
        emergency="If you cannot breathe, call 999 at once.",
    )


@pytest.fixture
def owner(clinic: Clinic) -> Person:
    return Person.objects.create_user(
        "ruth@rowan.example", clinic=clinic, name="Ruth Osei", role="owner"
    )


@pytest.fixture
def nurse(clinic: Clinic) -> Person:
    return Person.objects.create_user(
        "elena@rowan.example", clinic=clinic, name="Elena Rossi", role="nurse"
    )


@pytest.fixture
def desk(clinic: Clinic, owner: Person) -> Desk:
    return Desk(clinic, owner, NOW)


@pytest.fixture
def publication(desk: Desk) -> Publication:
    """Publish with every cited addition adopted, and the table approved and on."""
    for each in additions(protocols.offered()[NEEDLING].protocol):
        protocols.decide(desk, NEEDLING, str(each.id), adopted=True)
    found = protocols.publish(desk, NEEDLING)
    protocols.approve(desk, found, given=True)
    desk.clinic.triage_on = True
    desk.clinic.save()
    return found


@pytest.fixture
def patient(desk: Desk) -> Patient:
    given = {"name": "Priya Nair", "born": date(1991, 5, 2), "email": "priya@example.com"}
    return patients.add_patient(desk, given)


@pytest.fixture
def treatment(desk: Desk, publication: Publication, patient: Patient, nurse: Person) -> Treatment:
    del publication
    today = datetime.fromtimestamp(NOW, ZoneInfo("Europe/London")).date()
    given = {"protocol": NEEDLING, "planned_on": today, "planned_time": None, "practitioner": nurse}
    return patients.plan_treatment(desk, patient, given)


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder into which letters are written during this test."""
    monkeypatch.setattr(settings, "DATA", tmp_path)
    post.sender.cache_clear()
    return tmp_path / "sent"
