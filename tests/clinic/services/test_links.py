import re
from dataclasses import replace
from pathlib import Path

import pytest

from aftercare.clinic.records.models import Handover, Patient, Treatment
from aftercare.clinic.services import links
from aftercare.clinic.services.access import Desk, access_phone
from aftercare.clinic.services.patients import plan_treatment
from aftercare.clinic.services.refusals import NotYours, Refused
from tests.clinic.story import HOUR, NOW

pytestmark = pytest.mark.django_db


def code_in(folder: Path) -> str:
    """Read the newest letter's code."""
    newest = max(folder.glob("*.txt"), key=lambda file: file.stat().st_mtime_ns)
    found = re.search(r"Your code is (\d{6})", newest.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def refused(address: str, code: str, at: int = NOW) -> list[str]:
    with pytest.raises(Refused) as refusal:
        links.enter_code(address, code, "", at)
    return [problem.code for problem in refusal.value.problems]


@pytest.fixture
def address(treatment: Treatment) -> str:
    return treatment.course.address


@pytest.fixture
def code(address: str, sent: Path, django_capture_on_commit_callbacks: object) -> str:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # pytest-django gives a function
        links.send_code(address, NOW)
    return code_in(sent)


def wrong(code: str) -> str:
    return "000000" if code != "000000" else "111111"


def test_a_code_lets_a_browser_in_and_it_is_known_from_then_on(address: str, code: str) -> None:
    secret = links.enter_code(address, code, "", NOW + 60)
    assert access_phone(address, secret, NOW + 100 * 24 * HOUR).patient.name == "Priya Nair"


def test_the_address_alone_opens_nothing(address: str) -> None:
    for secret in ("", "guessed"):
        with pytest.raises(NotYours):
            access_phone(address, secret, NOW)


def test_a_code_works_once(address: str, code: str) -> None:
    links.enter_code(address, code, "", NOW)
    assert refused(address, code) == ["S131"]


def test_a_code_lives_ten_minutes_to_the_second(address: str, code: str) -> None:
    assert refused(address, code, NOW + 600) == ["S131"]
    links.enter_code(address, code, "", NOW + 599)


def test_five_wrong_tries_are_the_end_of_a_code(address: str, code: str) -> None:
    assert [refused(address, wrong(code)) for _ in range(5)] == [["S132"]] * 5
    assert refused(address, code) == ["S131"]


def test_a_code_with_spaces_is_the_code(address: str, code: str) -> None:
    links.enter_code(address, f" {code[:3]} {code[3:]} ", "", NOW)


@pytest.mark.usefixtures("sent")
def test_only_five_codes_are_sent_in_an_hour(address: str) -> None:
    for _ in range(5):
        links.send_code(address, NOW)
    with pytest.raises(Refused):
        links.send_code(address, NOW + HOUR - 1)
    links.send_code(address, NOW + HOUR)


def test_a_code_of_one_course_opens_no_other(
    desk: Desk, treatment: Treatment, patient: Patient, code: str
) -> None:
    given = {
        "protocol": "micro-needling",
        "planned_on": treatment.planned_on,
        "practitioner": treatment.practitioner,
    }
    other = plan_treatment(desk, patient, given)
    assert refused(other.course.address, code) == ["S131"]


def test_a_handover_is_used_once(desk: Desk, treatment: Treatment) -> None:
    secret = links.hand_over(desk, treatment.course)
    course, device = links.accept_handover(secret, "", NOW)
    assert access_phone(course.address, device, NOW).course == treatment.course
    with pytest.raises(NotYours):
        links.accept_handover(secret, "", NOW)


def test_looking_at_a_handover_uses_nothing_up(desk: Desk, treatment: Treatment) -> None:
    secret = links.hand_over(desk, treatment.course)
    for _ in range(3):
        links.waiting_handover(secret, NOW)
    assert Handover.objects.get().used_at is None


def test_a_handover_lives_ten_minutes(desk: Desk, treatment: Treatment) -> None:
    secret = links.hand_over(desk, treatment.course)
    with pytest.raises(NotYours):
        links.accept_handover(secret, "", NOW + 600)


def test_the_clinics_own_device_is_known_for_two_hours(desk: Desk, treatment: Treatment) -> None:
    secret = links.hand_over(desk, treatment.course, here=True)
    course, device = links.accept_handover(secret, "", NOW)
    assert access_phone(course.address, device, NOW + 2 * HOUR - 1).device.here
    with pytest.raises(NotYours):
        access_phone(course.address, device, NOW + 2 * HOUR)


def test_a_device_that_left_is_unknown(desk: Desk, treatment: Treatment) -> None:
    course, device = links.accept_handover(links.hand_over(desk, treatment.course), "", NOW)
    links.leave(access_phone(course.address, device, NOW))
    with pytest.raises(NotYours):
        access_phone(course.address, device, NOW)


def test_a_later_desk_makes_a_later_end(desk: Desk, treatment: Treatment) -> None:
    links.hand_over(replace(desk, at=NOW + 60), treatment.course)
    assert Handover.objects.get().expires_at == NOW + 660
