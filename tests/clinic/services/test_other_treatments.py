"""A peel and a tattoo in the house: published, agreed to, done with its lot, checked in on."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from aftercare.clinic.records.models import Patient, Person, Treatment
from aftercare.clinic.services import checkins, consents, patients, protocols, screening, treatments
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import Refused
from aftercare.core.protocol.adopt import additions
from tests.clinic import story
from tests.clinic.story import DAY, NOW

WHEN = "2026-11-27T14:30"
FACTS = {
    "chemical-peel": {"skin_type": "5", "cold_sores": "unknown"},
    "tattoo": {"bleeding_agents": "no", "thick_scars": "no", "red_ink": "yes"},
}
RECORDS: dict[str, dict[str, Any]] = {
    "chemical-peel": {"areas": ["face"], "passes": 2},
    "tattoo": {"areas": ["arms"], "device": "Coil 3"},
}
LOT = {"lot": "B7731", "expiry": date(2027, 6, 30)}
SKIN = {"chemical-peel": {"open_sore": "mild"}, "tattoo": {"infection": "mild"}}
NAMES = sorted(FACTS)


@pytest.fixture(params=NAMES)
def planned(
    request: pytest.FixtureRequest, desk: Desk, patient: Patient, nurse: Person
) -> Treatment:
    """Publish one of them with all its additions adopted, and plan it for today."""
    name = request.param
    for each in additions(protocols.offered()[name].protocol):
        protocols.decide(desk, name, str(each.id), adopted=True)
    protocols.approve(desk, protocols.publish(desk, name), given=True)
    desk.clinic.triage_on = True
    desk.clinic.save()
    today = datetime.fromtimestamp(NOW, ZoneInfo("Europe/London")).date()
    given = {"protocol": name, "planned_on": today, "planned_time": None, "practitioner": nurse}
    return patients.plan_treatment(desk, patient, given)


@pytest.fixture
def begun(desk: Desk, planned: Treatment) -> Treatment:
    protocol = screening.protocol_of(planned)
    answers = {str(stop.id): "no" for stop in screening.stops(protocol)}
    screening.record_screening(desk, planned, FACTS[str(protocol.id)], answers)
    consents.confirm_consent(desk, story.signed(desk, planned))
    planned.refresh_from_db()
    return treatments.start_treatment(desk, planned, planned.version)


def of(treatment: Treatment) -> str:
    return str(screening.protocol_of(treatment).id)


def test_a_record_without_its_lot_is_refused(desk: Desk, begun: Treatment) -> None:
    with pytest.raises(Refused) as refused:
        treatments.finish_treatment(desk, begun, RECORDS[of(begun)], WHEN, begun.version)
    assert sorted(refused.value.fields) == ["expiry", "lot"]


def test_no_needle_is_asked_for(begun: Treatment) -> None:
    assert treatments.needed(begun) == {"lot", "expiry", *RECORDS[of(begun)]}


def test_what_the_leaflet_wants_called_about_is_urgent_on_the_second_day(
    desk: Desk, begun: Treatment
) -> None:
    given = RECORDS[of(begun)] | LOT
    done = treatments.finish_treatment(desk, begun, given, WHEN, begun.version)
    row = checkins.record_checkin(story.phone(done, NOW + 2 * DAY), SKIN[of(done)], {})
    concern = checkins.raised_by(row)
    assert concern is not None
    assert concern.level == "urgent"


def test_the_signed_text_says_what_can_go_wrong(planned: Treatment, desk: Desk) -> None:
    text = consents.text_of(story.signed(desk, planned))
    said = {paragraph.clause for section in text.sections for paragraph in section.paragraphs}
    risks = {str(risk.id) for risk in screening.protocol_of(planned).risks}
    assert risks <= said
