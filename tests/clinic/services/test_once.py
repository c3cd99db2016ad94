from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from aftercare.clinic.records.models import Once, Patient, Treatment
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.once import once
from aftercare.clinic.services.patients import add_patient
from aftercare.clinic.services.refusals import OtherBody, Refused
from aftercare.clinic.services.sweep import sweep
from tests.clinic import story

KEY = "a-key-of-a-form-1"
BODY = {"name": ["Priya Nair"]}


def adding(desk: Desk, name: str = "Priya Nair") -> Callable[[], str]:
    return lambda: f"/{add_patient(desk, {'name': name, 'email': 'p@example.com'}).name}"


def test_a_form_sent_twice_is_done_once_and_leads_to_the_same_place(desk: Desk) -> None:
    led = [once(desk, KEY, BODY, adding(desk)) for _ in range(2)]
    assert (led, Patient.objects.count()) == (["/Priya Nair"] * 2, 1)


def test_the_same_key_with_another_body_is_refused(desk: Desk) -> None:
    once(desk, KEY, BODY, adding(desk))
    with pytest.raises(OtherBody):
        once(desk, KEY, {"name": ["Tom Okafor"]}, adding(desk, "Tom Okafor"))
    assert [patient.name for patient in Patient.objects.all()] == ["Priya Nair"]


def test_a_key_is_forgotten_after_thirty_days_and_not_before(desk: Desk) -> None:
    once(desk, KEY, BODY, adding(desk))
    kept = []
    for days in (29, 31):
        sweep(desk.clinic, desk.at + days * story.DAY)
        kept.append(Once.objects.count())
    assert kept == [1, 0]


def test_the_secret_of_the_form_is_no_part_of_its_body(desk: Desk) -> None:
    once(desk, KEY, {**BODY, "csrfmiddlewaretoken": ["a"], "once": [KEY]}, adding(desk))
    once(desk, KEY, {**BODY, "csrfmiddlewaretoken": ["b"], "once": [KEY]}, adding(desk))
    assert Patient.objects.count() == 1


def test_a_refused_form_may_be_mended_and_sent_with_its_key(desk: Desk) -> None:
    def refused() -> str:
        add_patient(desk, {"name": "Priya Nair"})
        return "/"

    with pytest.raises(Refused):
        once(desk, KEY, BODY, refused)
    once(desk, KEY, {"name": ["Priya Nair"], "email": ["p@example.com"]}, adding(desk))
    assert (Once.objects.count(), Patient.objects.count()) == (1, 1)


@pytest.mark.parametrize("key", ["", "short", "x" * 65])
def test_a_form_without_a_proper_key_is_refused(desk: Desk, key: str) -> None:
    with pytest.raises(Refused):
        once(desk, key, BODY, adding(desk))


def test_two_senders_may_hold_the_same_key(desk: Desk, treatment: Treatment) -> None:
    once(desk, KEY, BODY, lambda: "/desk")
    assert once(story.phone(treatment), KEY, BODY, lambda: "/phone") == "/phone"


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_one_record_and_one_answer(desk: Desk) -> None:
    led, ready = [], Barrier(12)

    def send() -> None:
        ready.wait()
        try:
            led.append(once(desk, KEY, BODY, adding(desk)))
        finally:
            connection.close()

    threads = [Thread(target=send) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (led, Patient.objects.count()) == (["/Priya Nair"] * 12, 1)
