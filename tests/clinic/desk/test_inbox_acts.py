from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import (
    Concern,
    Message,
    Once,
    Patient,
    Person,
    Treatment,
)
from aftercare.clinic.services import concerns
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.conftest import LATE, Clock
from tests.clinic.desk.entries import act, url
from tests.clinic.desk.sending import form, page, said
from tests.clinic.pages import forms
from tests.clinic.story import HOUR

# ---------------------------------------------------------------- what is done with it


def test_a_reply_is_in_the_conversation_and_the_entry_is_taken(
    staff: Client, late: Concern, owner: Person
) -> None:
    response = act(staff, late, "reply", words="Please call us.", then="reply")
    assert (response.status_code, response.headers["Location"]) == (303, url(late))
    late.refresh_from_db()
    assert (late.state, late.owner) == ("open", owner)
    assert "Please call us. Ruth Osei, 4:30pm" in said(page(staff, url(late)))


def test_a_reply_that_clears_the_entry_leads_to_the_next(
    staff: Client, late: Concern, question: Concern
) -> None:
    response = act(staff, late, "reply", words="Please call us.", then="both")
    late.refresh_from_db()
    assert (late.state, response.headers["Location"]) == ("done", url(question))


@pytest.mark.parametrize("verb", ["done", "reply"])
def test_the_last_entry_that_is_done_leads_to_the_list(
    staff: Client, late: Concern, verb: str
) -> None:
    found = form(page(staff, url(late)), "/reply/")
    response = staff.post(url(late, verb), found.filled(then="done"))
    late.refresh_from_db()
    assert (late.state, response.status_code, response.headers["Location"]) == (
        "done",
        303,
        reverse("desk:inbox"),
    )


@pytest.mark.parametrize(
    ("verb", "values", "problem"),
    [
        ("reply", {"words": " ", "then": "reply"}, "This is empty."),
        ("call", {"words": ""}, "This is empty."),
        ("reply", {"words": "Please", "then": "done"}, "These words were not sent."),
        ("reply", {"words": "x" * 1901, "then": "reply"}, "This is too long."),
    ],
)
def test_what_is_refused_is_said_at_the_form_and_nothing_is_lost(
    staff: Client, late: Concern, verb: str, values: dict[str, str], problem: str
) -> None:
    Patient.objects.update(phone="07700 900123")
    response = act(staff, late, verb, **values)
    html = response.content.decode()
    assert "<title>Error: " in html
    assert response.status_code == 422
    assert problem in html
    assert values["words"].strip() in html
    assert not Message.objects.exists()


def test_a_reply_that_is_sent_twice_is_written_once(staff: Client, late: Concern) -> None:
    found = form(page(staff, url(late)), "/reply/")
    data = found.filled(words="Please call us.", then="reply")
    answers = [staff.post(found.action, data).status_code for _ in range(2)]
    assert (answers, Message.objects.count()) == ([303, 303], 1)


def test_the_second_of_two_who_answer_is_told_and_keeps_the_words(
    staff: Client, desk: Desk, nurse: Person, late: Concern
) -> None:
    found = form(page(staff, url(late)), "/reply/")
    other = replace(desk, person=nurse, at=LATE + HOUR)
    concerns.reply(other, late, "Come in today.", late.version)
    response = staff.post(found.action, found.filled(words="Wait and see.", then="reply"))
    html = response.content.decode()
    assert (response.status_code, Message.objects.count()) == (409, 1)
    for line in ("Somebody changed this", "Come in today.", "Wait and see."):
        assert line in html
    again = form(html, "/reply/")
    assert staff.post(again.action, again.filled(then="reply")).status_code == 303


def test_an_entry_to_be_answered_now_offers_no_snooze_and_takes_none(
    staff: Client, treatment: Treatment, late: Concern
) -> None:
    del late
    worry = concerns.tell_worry(story.phone(treatment, LATE), "My lips swell.", urgent=True)
    found = form(page(staff, url(worry)), "/reply/")
    assert not [each for each in forms(page(staff, url(worry))) if "/snooze/" in each.action]
    response = staff.post(url(worry, "snooze"), found.filled(until="hour"))
    worry.refresh_from_db()
    assert (response.status_code, worry.state) == (422, "open")


@pytest.mark.parametrize(
    ("until", "instant"), [("hour", LATE + 2 * HOUR), ("morning", LATE + 17 * HOUR + 1800)]
)
def test_a_snoozed_entry_comes_back_when_it_was_said(
    staff: Client, late: Concern, until: str, instant: int
) -> None:
    act(staff, late, "snooze", until=until)
    late.refresh_from_db()
    assert (late.state, late.snoozed_until) == ("snoozed", instant)


def test_an_evening_that_has_come_is_not_offered(
    staff: Client, late: Concern, stopped: Clock
) -> None:
    offered = [form(page(staff, url(late)), "/snooze/").buttons]
    stopped.at = LATE + 4 * HOUR
    offered.append(form(page(staff, url(late)), "/snooze/").buttons)
    assert [[value for _, value in each] for each in offered] == [
        ["hour", "evening", "morning"],
        ["hour", "morning"],
    ]


def test_a_done_entry_says_by_whom_and_can_be_reopened(staff: Client, late: Concern) -> None:
    act(staff, late, "reply", then="done")
    assert "Done by Ruth Osei, 4:30pm." in page(staff, url(late))
    act(staff, late, "reopen")
    late.refresh_from_db()
    assert (late.state, late.done_by) == ("open", None)


def test_a_call_is_noted_where_the_patient_can_read_it(
    staff: Client, late: Concern, patient: Patient
) -> None:
    Patient.objects.filter(pk=patient.pk).update(phone="07700 900123")
    act(staff, late, "call", words="You come in at 6pm.")
    assert [m.words for m in Message.objects.all()] == ["We called you. You come in at 6pm."]


def test_a_start_fills_the_box_and_sends_nothing(staff: Client, late: Concern) -> None:
    found = form(page(staff, url(late)), "/reply/")
    response = staff.post(found.action, found.filled(words="Hello.", start="call"))
    box = form(response.content.decode(), "/reply/").filled()["words"]
    assert (response.status_code, box) == (200, "Hello. Please call us today on 020 7946 0000.")
    assert (Message.objects.count(), Once.objects.count()) == (0, 0)


def test_an_act_that_does_not_exist_is_not_there(staff: Client, late: Concern) -> None:
    assert staff.post(url(late, "delete")).status_code == 404


def test_the_address_of_an_act_leads_back_to_the_entry(staff: Client, late: Concern) -> None:
    response = staff.get(url(late, "done"))
    late.refresh_from_db()
    assert (response.headers["Location"], late.state) == (url(late), "open")
