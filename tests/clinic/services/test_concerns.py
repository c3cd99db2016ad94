"""What a person writes reaches the patient, the record, and a consent's history."""

from dataclasses import replace

import pytest

from aftercare.clinic.records.models import Concern, Consent, Message, Told, Treatment
from aftercare.clinic.services import concerns, consents
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import NotYours, Refused
from tests.clinic import story
from tests.clinic.story import NOW


def asked(desk: Desk, treatment: Treatment) -> tuple[Consent, Concern]:
    """Let the patient ask inside a consent, as the patient's pages do."""
    consent = consents.prepare_consent(desk, treatment)
    consents.add_event(consent, "asked", NOW, "Priya Nair", question="q1", words="Will it hurt?")
    concern = concerns.raise_concern(
        treatment.course,
        NOW,
        Concern.Kind.QUESTION,
        title="“Will it hurt?”",
        consent=consent,
        once="asked q1",
    )
    return consent, concern


def answers(consent: Consent) -> list[tuple[str, str]]:
    events = consents.events_of(consent)
    return [(e.data["question"], e.data["words"]) for e in events if e.kind == "answered"]


def test_a_reply_to_a_question_of_a_consent_answers_it_there(
    desk: Desk, treatment: Treatment
) -> None:
    consent, concern = asked(desk, treatment)
    assert consents.stands(consent, NOW).unanswered == ("q1",)
    concerns.reply(desk, concern, "A little, like sand.", concern.version)
    assert answers(consent) == [("q1", "A little, like sand.")]
    assert consents.stands(consent, NOW).unanswered == ()


def test_a_call_that_is_noted_answers_no_question_of_a_consent(
    desk: Desk, treatment: Treatment
) -> None:
    consent, concern = asked(desk, treatment)
    concerns.note_call(desk, concern, "Nobody answered.", concern.version)
    assert consents.stands(consent, NOW).unanswered == ("q1",)


def test_an_answer_at_the_consent_clears_its_entry(desk: Desk, treatment: Treatment) -> None:
    consent, concern = asked(desk, treatment)
    concerns.answer_question(desk, consent, "q1", "A little.")
    concern.refresh_from_db()
    assert (concern.state, answers(consent)) == ("done", [("q1", "A little.")])


def test_a_question_of_another_consent_is_not_answered(desk: Desk, treatment: Treatment) -> None:
    consent, _ = asked(desk, treatment)
    with pytest.raises(NotYours):
        concerns.answer_question(desk, consent, "q2", "A little.")


def test_a_message_without_a_concern_is_kept_as_told(desk: Desk, treatment: Treatment) -> None:
    concerns.write(desk, treatment.course, " Please bring your glasses. ")
    kept = [(m.words, m.concern, m.by) for m in Message.objects.all()]
    assert kept == [("Please bring your glasses.", None, desk.person)]
    assert [(t.kind, t.words) for t in Told.objects.all()] == [
        ("message", "Please bring your glasses.")
    ]


def test_an_addendum_before_the_signature_is_refused(desk: Desk, treatment: Treatment) -> None:
    consent = consents.prepare_consent(desk, treatment)
    with pytest.raises(Refused) as refusal:
        consents.add_addendum(desk, consent, "Hands too.")
    assert refusal.value.fields["words"].code == "S107"


def test_what_was_never_allowed_cannot_be_taken_back(desk: Desk, treatment: Treatment) -> None:
    consent = story.signed(desk, treatment)
    with pytest.raises(Refused) as refusal:
        consents.record_withdrawal(desk, consent, "photographs", "By phone.")
    assert list(refusal.value.fields) == ["scope"]


def test_a_talk_in_the_future_is_refused(desk: Desk, treatment: Treatment) -> None:
    consent = consents.prepare_consent(desk, treatment)
    talk = {"mattered": "Scars.", "alternatives": "Waiting.", "when": "2026-11-28T09:00"}
    with pytest.raises(Refused) as refusal:
        consents.explain(replace(desk, at=NOW), consent, talk)
    assert refusal.value.fields["when"].code == "S117"


def test_an_outdated_text_shows_the_one_that_is_published_now(
    desk: Desk, treatment: Treatment
) -> None:
    consent = consents.prepare_consent(desk, treatment)
    assert consents.text_now(consent) is None
    story.republished(desk)
    newer = consents.text_now(consent)
    assert newer is not None
    assert newer.sections[-1] != consents.text_of(consent).sections[-1]
