"""Questions before the treatment, answered on the phone."""

from typing import Any

from aftercare.clinic.records.models import Screening, Treatment
from aftercare.clinic.services import screening
from tests.clinic.pages import forms
from tests.clinic.patient.conftest import Handset


def answers(treatment: Treatment, **other: str) -> dict[str, str]:
    asked = screening.stops(screening.protocol_of(treatment))
    found = {f"stop-{stop.id}": "no" for stop in asked}
    return found | {"fact-skin_type": "4", "fact-bleeding_agents": "unknown"} | other


def send(handset: Handset, go: str, given: dict[str, str]) -> Any:
    page = handset.client.get(handset.at("before")).content.decode()
    return handset.client.post(handset.at("before"), forms(page)[0].filled(**given, go=go))


def test_answers_are_checked_before_they_are_sent(handset: Handset, treatment: Treatment) -> None:
    shown = send(handset, "check", answers(treatment)).content.decode()
    assert ("Check your answers" in shown, Screening.objects.count()) == (True, 0)
    body = forms(shown)[0].filled(go="send")
    answer = handset.client.post(handset.at("before"), body)
    assert answer["Location"] == handset.at("before_done")
    row = Screening.objects.get()
    assert (row.by, row.facts["skin_type"], row.facts["areas"]) == (None, "4", "unknown")


def test_a_stop_is_answered_without_alarm(handset: Handset, treatment: Treatment) -> None:
    send(handset, "send", answers(treatment, **{"stop-stop-cold-sore": "yes"}))
    shown = handset.client.get(handset.at("before_done")).content.decode()
    assert "will talk with you about one of your answers" in shown


def test_a_blank_is_not_a_no(handset: Handset, treatment: Treatment) -> None:
    given = answers(treatment)
    del given["stop-stop-keloid"]
    answer = send(handset, "send", given)
    assert (answer.status_code, Screening.objects.count()) == (422, 0)
    assert "Choose an answer: Do you get raised, thick scars" in answer.content.decode()


def test_answers_sent_twice_are_kept_once(handset: Handset, treatment: Treatment) -> None:
    page = handset.client.get(handset.at("before")).content.decode()
    body = forms(page)[0].filled(**answers(treatment), go="send")
    for _ in range(2):
        assert handset.client.post(handset.at("before"), body).status_code == 303
    assert Screening.objects.count() == 1


def test_the_last_answers_stand_there_again(handset: Handset, treatment: Treatment) -> None:
    send(handset, "send", answers(treatment))
    form = forms(handset.client.get(handset.at("before")).content.decode())[0]
    assert ("fact-skin_type", "4") in form.sent
