"""The whole story through the services, and what each step refuses."""

from dataclasses import replace

import pytest

from aftercare.clinic.records.models import Concern, Told, Treatment
from aftercare.clinic.services import (
    checkins,
    concerns,
    consents,
    courses,
    inbox,
    questions,
    sweep,
    treatments,
)
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import Refused, Stale
from tests.clinic import story
from tests.clinic.story import DAY, HOUR, NOW


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_a_treatment_does_not_start_without_consent_and_screening(
    desk: Desk, treatment: Treatment
) -> None:
    with pytest.raises(Refused) as refusal:
        treatments.start_treatment(desk, treatment, treatment.version)
    assert codes(refusal) == ["K101", "S115"]


def test_a_treatment_starts_on_a_consent_that_holds(desk: Desk, treatment: Treatment) -> None:
    done = story.treated(desk, treatment)
    assert (done.state, done.treated_at) == ("done", NOW - HOUR)


def test_soap_is_fine_again_once_the_redness_is_reported_gone(
    desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    phone = story.phone(treatment, NOW + 2 * DAY)
    before, _ = questions.answer_question(phone, "Can I use soap?")
    checkins.record_checkin(phone, {"redness": "none"}, {})
    after, _ = questions.answer_question(replace(phone, at=phone.at + 60), "Can I use soap?")
    assert (before.verdict, after.verdict) == ("depends", "yes")


def test_what_a_patient_is_told_is_kept_with_its_clauses(desk: Desk, treatment: Treatment) -> None:
    story.treated(desk, treatment)
    questions.answer_question(story.phone(treatment), "Can I swim?")
    told = Told.objects.get(kind="answer")
    assert (told.asked, told.clauses, told.protocol_sha256) == (
        "Can I swim?",
        ["no-chlorine"],
        treatment.publication.sha256,
    )


def test_a_late_redness_waits_in_the_inbox_until_a_person_is_done(
    desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    phone = story.phone(treatment, NOW + 6 * DAY)
    checkins.record_checkin(phone, {"redness": "severe"}, {})
    here = replace(desk, at=NOW + 6 * DAY + HOUR)
    (entry,) = inbox.entries(here, "open")
    assert (entry.title, entry.level) == ("Redness or flushing: severe on day 6", "contact")
    concerns.reply(here, entry, "Please call us today.", entry.version)
    assert [seen.person.name for seen in entry.seen.all()] == ["Ruth Osei"]
    concerns.finish(here, entry, entry.version)
    assert inbox.entries(here, "open") == []


def test_an_infection_stands_above_what_waits_longer(desk: Desk, treatment: Treatment) -> None:
    story.treated(desk, treatment)
    concerns.tell_worry(story.phone(treatment, NOW + DAY), "I used a scrub by mistake.")
    phone = story.phone(treatment, NOW + 2 * DAY)
    checkins.record_checkin(phone, {"infection": "mild"}, {})
    assert [entry.level for entry in inbox.entries(desk, "open")] == ["urgent", "contact"]


def test_own_words_are_at_least_contact(desk: Desk, treatment: Treatment) -> None:
    story.treated(desk, treatment)
    phone = story.phone(treatment, NOW + DAY)
    row = checkins.record_checkin(phone, {"redness": "mild"}, {}, words="My eye feels odd.")
    assert row.level == "contact"


def test_nothing_is_sorted_before_a_clinician_has_approved(
    desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    desk.clinic.triage_on = False
    desk.clinic.save()
    row = checkins.record_checkin(story.phone(treatment, NOW + DAY), {"redness": "none"}, {})
    assert (row.level, Concern.objects.get().level) == ("unsorted", "unsorted")


def test_silence_becomes_one_entry_however_often_the_clock_looks(
    desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    late = NOW + 3 * DAY
    made = [sweep.sweep(desk.clinic, at) for at in (NOW, late, late, late + DAY)]
    assert made == [0, 1, 0, 0]
    assert [entry.title for entry in inbox.entries(desk, "open")] == ["No check-in for 3 days"]


def test_a_check_in_ends_the_silence(desk: Desk, treatment: Treatment) -> None:
    story.treated(desk, treatment)
    sweep.sweep(desk.clinic, NOW + 2 * DAY)
    checkins.record_checkin(story.phone(treatment, NOW + 2 * DAY), {"redness": "none"}, {})
    assert inbox.entries(desk, "open") == []


def test_a_corrected_time_moves_what_is_open_and_leaves_what_was_told(
    desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    phone = story.phone(treatment)
    before = questions.answer_question(phone, "sauna?")[0].until
    treatment.refresh_from_db()
    treatments.correct_time(
        desk, treatment, "2026-11-27T11:30", "Typed wrongly before", treatment.version
    )
    after = questions.answer_question(phone, "sauna?")[0].until
    assert before is not None
    assert after == before - 3 * HOUR
    assert [row.kind for row in Told.objects.order_by("at", "kind")] == [
        "answer",
        "answer",
        "correction",
    ]


def test_a_stale_desk_overwrites_nothing(desk: Desk, treatment: Treatment) -> None:
    seen = treatment.version
    treatments.allow_sooner(desk, treatment, "She flies home tomorrow", seen)
    with pytest.raises(Stale):
        treatments.allow_sooner(desk, treatment, "Another reason entirely", seen)
    treatment.refresh_from_db()
    assert treatment.sooner_because == "She flies home tomorrow"


def test_a_withdrawn_consent_stops_the_treatment(desk: Desk, treatment: Treatment) -> None:
    story.screened(desk, treatment)
    consent = story.signed(desk, treatment)
    consents.confirm_consent(desk, consent)
    consents.withdraw(story.phone(treatment), consent, "treatment")
    with pytest.raises(Refused) as refusal:
        treatments.start_treatment(desk, treatment, treatment.version)
    assert codes(refusal) == ["K103"]


def test_a_consent_with_unread_pages_cannot_be_signed(desk: Desk, treatment: Treatment) -> None:
    consent = consents.prepare_consent(desk, treatment)
    with pytest.raises(Refused) as refusal:
        consents.sign_consent(
            story.phone(treatment), consent, {"how": "typed", "name": "Priya Nair"}
        )
    assert codes(refusal) == ["S108", "S110"]


def test_a_course_has_no_aftercare_before_its_treatment(treatment: Treatment) -> None:
    assert courses.aftercare(treatment.course, NOW) is None


def test_after_the_signature_nothing_is_answered_any_more(desk: Desk, treatment: Treatment) -> None:
    consent = story.signed(desk, treatment)
    with pytest.raises(Refused) as refusal:
        consents.agree(story.phone(treatment), consent, {"advice-received": "no"})
    assert codes(refusal) == ["S107"]


def test_facts_of_another_version_are_asked_again(desk: Desk, treatment: Treatment) -> None:
    story.screened(desk, treatment)
    consents.confirm_consent(desk, story.signed(desk, treatment))
    treatment.refresh_from_db()
    treatments.start_treatment(desk, treatment, treatment.version)
    treatment.facts = {"hair": "long"}
    with pytest.raises(Refused) as refusal:
        treatments.finish_treatment(
            desk, treatment, story.RECORD, "2026-11-27T14:30", treatment.version
        )
    assert codes(refusal) == ["S115"]
