"""Consent on a phone: read, ask, agree, check, sign; a copy; and a no."""

from dataclasses import replace
from typing import Any

import pytest

from aftercare.clinic.records.models import Concern, Consent, ConsentEvent, Treatment
from aftercare.clinic.services import concerns, consents, protocols
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.pages import forms
from tests.clinic.patient.conftest import Handset
from tests.clinic.story import DAY, NOW

DRAWN = "M 10 10 L 80 60 L 150 20"


@pytest.fixture
def consent(desk: Desk, treatment: Treatment, handset: Handset) -> Consent:
    del handset
    return consents.prepare_consent(replace(desk, at=NOW - DAY), treatment)


def send(handset: Handset, where: str, values: dict[str, str] | None = None, form: int = 0) -> Any:
    """Fill in a page's form as it stands, and send it."""
    shown = handset.client.get(where)
    found = forms(shown.content.decode())[form]
    return handset.client.post(found.action or where, found.filled(**(values or {})))


def page(handset: Handset, consent: Consent, name: str) -> str:
    return handset.at("consent_page", consent.pk, name)


def read(handset: Handset, consent: Consent) -> None:
    """Read every topic and answer every agreement."""
    text = consents.text_of(consent)
    for section in text.sections:
        assert send(handset, page(handset, consent, section.id)).status_code == 303
    for name, offered in (("agree", text.agreements), ("permit", text.permissions)):
        answers = {f"agreement-{each.clause}": "yes" for each in offered}
        assert send(handset, page(handset, consent, name), answers).status_code == 303


def state(consent: Consent) -> str:
    return consents.stands(Consent.objects.get(pk=consent.pk), NOW).state


def test_a_consent_is_read_agreed_to_and_signed_page_by_page(
    handset: Handset, consent: Consent
) -> None:
    read(handset, consent)
    answer = send(handset, page(handset, consent, "sign"), {"name": "Priya Nair", "path": DRAWN})
    assert (answer.status_code, answer["Location"]) == (303, handset.at("consent"))
    assert state(consent) == "signed"
    assert "You have signed" in handset.client.get(handset.at("consent")).content.decode()


def test_a_signature_sent_twice_is_one_signature(handset: Handset, consent: Consent) -> None:
    read(handset, consent)
    path = page(handset, consent, "sign")
    body = forms(handset.client.get(path).content.decode())[0].filled(name="Priya Nair")
    answers = [handset.client.post(path, body) for _ in range(2)]
    assert answers[0].status_code == 303
    assert [answer["Location"] for answer in answers] == [handset.at("consent")] * 2
    assert ConsentEvent.objects.filter(kind="signed").count() == 1


def test_after_the_signature_every_page_leads_to_where_it_stands(
    handset: Handset, consent: Consent
) -> None:
    read(handset, consent)
    send(handset, page(handset, consent, "sign"), {"name": "Priya Nair"})
    for name in ("treatment", "agree", "sign"):
        assert handset.client.get(page(handset, consent, name))["Location"] == handset.at("consent")


def test_looking_at_pages_keeps_nothing(handset: Handset, consent: Consent) -> None:
    for name in ("treatment", "risks", "agree", "permit", "check", "sign"):
        assert handset.client.get(page(handset, consent, name)).status_code == 200
    assert [event.kind for event in ConsentEvent.objects.all()] == ["prepared"]


@pytest.mark.parametrize(
    ("signature", "words"),
    [
        ({"name": ""}, "Type your full name."),
        ({"name": "Priya Nair", "path": "M 5 5 L 6 6"}, "The drawing is too small"),
    ],
)
def test_an_empty_or_dotted_signature_is_refused_with_words(
    handset: Handset, consent: Consent, signature: dict[str, str], words: str
) -> None:
    read(handset, consent)
    answer = send(handset, page(handset, consent, "sign"), signature)
    assert answer.status_code == 422
    assert "<title>Error: Sign" in answer.content.decode()
    assert words in answer.content.decode()
    assert state(consent) == "opened"


def test_an_unread_consent_is_not_signed(handset: Handset, consent: Consent) -> None:
    answer = send(handset, page(handset, consent, "sign"), {"name": "Priya Nair"})
    assert answer.status_code == 422
    assert "“What the treatment is” is not read yet." in answer.content.decode()


def test_an_agreement_without_an_answer_is_asked_again(handset: Handset, consent: Consent) -> None:
    answer = send(handset, page(handset, consent, "permit"), {"agreement-messages": "yes"})
    assert answer.status_code == 422
    assert not ConsentEvent.objects.filter(kind="agreed").exists()


def test_a_question_waits_in_the_inbox_and_keeps_the_signature_back(
    desk: Desk, handset: Handset, consent: Consent
) -> None:
    send(handset, page(handset, consent, "risks"), {"words": "Will it scar?"}, form=1)
    read(handset, consent)
    refused = send(handset, page(handset, consent, "sign"), {"name": "Priya Nair"})
    assert refused.status_code == 422
    concern = Concern.objects.get(kind="question")
    concerns.reply(desk, concern, "No scars are expected.", concern.version)
    shown = handset.client.get(page(handset, consent, "risks")).content.decode()
    assert ("Will it scar?" in shown, "No scars are expected." in shown) == (True, True)
    assert send(handset, page(handset, consent, "sign"), {"name": "Priya Nair"}).status_code == 303


def test_an_empty_question_is_refused_and_the_page_stays(
    handset: Handset, consent: Consent
) -> None:
    answer = send(handset, page(handset, consent, "risks"), {"words": " "}, form=1)
    assert answer.status_code == 422
    assert "Write your question." in answer.content.decode()


def test_a_withdrawn_consent_reaches_a_person_at_once(handset: Handset, consent: Consent) -> None:
    read(handset, consent)
    send(handset, page(handset, consent, "sign"), {"name": "Priya Nair"})
    answer = send(handset, handset.at("consent_withdraw", consent.pk), {"scope": "treatment"})
    assert (answer.status_code, state(consent)) == (303, "withdrawn")
    assert [(c.kind, c.level) for c in Concern.objects.all()] == [("withdrawn", "contact")]


def test_one_permission_is_taken_back_alone(handset: Handset, consent: Consent) -> None:
    read(handset, consent)
    send(handset, page(handset, consent, "sign"), {"name": "Priya Nair"})
    send(handset, handset.at("consent_withdraw", consent.pk), {"scope": "photographs"})
    now = consents.stands(Consent.objects.get(), NOW)
    assert (now.state, now.permissions["photographs"], now.permissions["messages"]) == (
        "signed",
        False,
        True,
    )
    copy = handset.client.get(handset.at("consent_copy")).content.decode()
    assert "Yes, taken back since" in copy


def test_the_copy_holds_what_was_signed(handset: Handset, consent: Consent) -> None:
    read(handset, consent)
    send(handset, page(handset, consent, "sign"), {"name": "Priya Nair", "path": DRAWN})
    copy = handset.client.get(handset.at("consent_copy")).content.decode()
    for words in ("small risk that your skin turns very red", DRAWN, consent.sha256, "Priya Nair"):
        assert words in copy


def test_another_patients_consent_is_no_such_page(
    desk: Desk, handset: Handset, consent: Consent
) -> None:
    del desk
    stranger = page(handset, consent, "risks").replace(str(consent.pk), str(consent.treatment.pk))
    assert handset.client.get(stranger).status_code == 404


def test_what_is_new_since_a_signature_is_shown(
    desk: Desk, handset: Handset, consent: Consent, treatment: Treatment
) -> None:
    read(handset, consent)
    send(handset, page(handset, consent, "sign"), {"name": "Priya Nair"})
    desk.clinic.phone = "020 7946 0999"
    desk.clinic.save()
    protocols.publish(desk, "micro-needling")
    consents.prepare_consent(replace(desk, at=NOW - 60), treatment)
    shown = handset.client.get(handset.at("consent")).content.decode()
    assert "What is new since you signed" in shown
    assert "Call us: 020 7946 0999." in shown


def test_without_a_consent_the_page_says_so(handset: Handset) -> None:
    assert "There is nothing to sign" in handset.client.get(handset.at("consent")).content.decode()


def test_a_witness_is_offered_on_the_clinics_own_device_alone(
    handset: Handset, consent: Consent
) -> None:
    path = page(handset, consent, "sign")
    assert "Witness" not in handset.client.get(path).content.decode()
    story.phone(consent.treatment).course.devices.update(here=True)
    assert "Witness" in handset.client.get(path).content.decode()
