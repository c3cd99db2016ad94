from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from aftercare.clinic.records.models import (
    CheckIn,
    Clinic,
    Concern,
    Message,
    Once,
    Patient,
    Person,
    Seen,
    Treatment,
)
from aftercare.clinic.services import checkins, concerns, patients, sweep
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.conftest import Clock
from tests.clinic.desk.sending import form, page, said
from tests.clinic.pages import forms
from tests.clinic.story import DAY, HOUR, NOW

LATE = NOW + 6 * DAY


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


def url(concern: Concern, act: str = "") -> str:
    if act:
        return reverse("desk:concern_act", args=[concern.pk, act])
    return reverse("desk:concern", args=[concern.pk])


def act(staff: Client, concern: Concern, verb: str, **values: str) -> object:
    """Send one form of the entry's page."""
    found = form(page(staff, url(concern)), f"/{verb}/")
    return staff.post(found.action, found.filled(**values))


# ---------------------------------------------------------------- the list


def test_the_inbox_says_how_many_wait_and_the_longest_wait(
    staff: Client, question: Concern
) -> None:
    del question
    words = said(page(staff, reverse("desk:inbox")))
    assert "2 waiting. Longest wait 2 hours." in words


def test_an_empty_inbox_says_that_nobody_waits(staff: Client) -> None:
    assert "Nobody is waiting for an answer." in page(staff, reverse("desk:inbox"))


def test_an_urgent_entry_stands_before_one_that_waits_longer(
    staff: Client, treatment: Treatment, question: Concern, late: Concern
) -> None:
    phone = story.phone(treatment, LATE + 60)
    urgent = concerns.tell_worry(phone, "My lips are swollen.", urgent=True)
    html = page(staff, reverse("desk:inbox"))
    places = [html.index(url(each)) for each in (urgent, late, question)]
    assert places == sorted(places)


def test_each_tab_has_its_entries_and_an_unknown_one_is_open(
    staff: Client, late: Concern, question: Concern
) -> None:
    act(staff, late, "take")
    act(staff, question, "snooze", until="hour")
    shown = {
        tab: [
            each for each in (late, question) if url(each) in page(staff, f"/desk/inbox/?tab={tab}")
        ]
        for tab in ("open", "mine", "snoozed", "done", "other")
    }
    assert shown == {
        "open": [late],
        "mine": [late],
        "snoozed": [question],
        "done": [],
        "other": [late],
    }


def test_a_missed_check_in_says_since_when_there_was_no_answer(
    staff: Client, desk: Desk, late: Concern, stopped: Clock, patient: Patient
) -> None:
    del late
    Patient.objects.filter(pk=patient.pk).update(phone="07700 900123")
    stopped.at = NOW + 9 * DAY
    sweep.sweep(desk.clinic, stopped.at)
    missed = Concern.objects.get(kind="missed")
    html = page(staff, url(missed))
    assert "No answer since day 6." in html
    assert 'href="tel:07700900123"' in html


# ---------------------------------------------------------------- one entry


def test_an_entry_shows_what_a_person_needs_to_decide(staff: Client, late: Concern) -> None:
    words = said(page(staff, url(late)))
    for line in (
        "Redness or flushing: severe on day 6",
        "The clinic’s advice: usually 24 to 36 hours, for some 3 to 4 days.",
        "Rule: very red or swollen",
        "Pen 2, 1.5mm",
        "CN24817 no other patient",
        "Fitzpatrick 4",
        "Signed, version 1",
        "Also: Tightness mild today. Swelling gone since day 2.",
        "Severe: left cheek.",
        "“It feels hot.”",
        "Treated by Elena Rossi.",
    ):
        assert line in words, line


def test_the_rule_leads_to_its_row_of_the_table(staff: Client, late: Concern) -> None:
    assert f'href="{reverse("desk:advice")}#row-very-red-or-swollen"' in page(staff, url(late))


def test_others_with_the_lot_are_counted_and_those_with_an_open_concern(
    staff: Client, desk: Desk, late: Concern, nurse: Person
) -> None:
    for name in ("Al", "Bo"):
        other = patients.add_patient(desk, {"name": name, "email": f"{name}@example.com"})
        given = {"protocol": "micro-needling", "planned_on": "2026-11-27", "planned_time": None}
        treatment = patients.plan_treatment(desk, other, {**given, "practitioner": nurse})
        story.treated(desk, treatment)
        if name == "Bo":
            concerns.tell_worry(story.phone(treatment, LATE), "It burns.")
    assert "CN24817 2 others, 1 flagged" in said(page(staff, url(late)))


def test_an_entry_of_another_clinic_is_not_there(staff: Client, late: Concern) -> None:
    other = Clinic.objects.create(slug="other", name="Other")
    Concern.objects.filter(pk=late.pk).update(clinic=other)
    assert staff.get(url(late)).status_code == 404


def test_who_is_not_signed_in_is_led_to_the_sign_in(client: Client, late: Concern) -> None:
    found = [client.get(each) for each in (reverse("desk:inbox"), url(late))]
    assert [response.status_code for response in found] == [302, 302]


# ---------------------------------------------------------------- who has read it


def test_opening_an_entry_is_not_yet_reading_it(staff: Client, late: Concern) -> None:
    page(staff, url(late))
    assert not Seen.objects.exists()


def test_reading_is_noted_once_and_shown(staff: Client, late: Concern, owner: Person) -> None:
    found = form(page(staff, url(late)), "/seen/")
    for _ in range(2):
        assert staff.post(found.action, found.filled()).status_code == 303
    assert [seen.person for seen in Seen.objects.all()] == [owner]
    assert "Read by Ruth Osei, 4:30pm" in said(page(staff, url(late)))


def test_htmx_is_answered_with_the_line_alone(staff: Client, late: Concern) -> None:
    response = staff.post(
        reverse("desk:concern_seen", args=[late.pk]), headers={"HX-Request": "true"}
    )
    words = said(response.content.decode())
    assert (response.status_code, words) == (
        200,
        "Waiting since 3:30pm. Read by Ruth Osei, 4:30pm",
    )


# ---------------------------------------------------------------- what is done with it


def test_a_reply_is_in_the_conversation_and_the_entry_is_taken(
    staff: Client, late: Concern, owner: Person
) -> None:
    response = act(staff, late, "reply", words="Please call us.", then="reply")
    assert (response.status_code, response.url) == (303, url(late))  # type: ignore[attr-defined]  # a redirect has one
    late.refresh_from_db()
    assert (late.state, late.owner) == ("open", owner)
    assert "Please call us. Ruth Osei, 4:30pm" in said(page(staff, url(late)))


def test_a_reply_that_clears_the_entry_leads_to_the_next(
    staff: Client, late: Concern, question: Concern
) -> None:
    response = act(staff, late, "reply", words="Please call us.", then="both")
    late.refresh_from_db()
    assert (late.state, response.url) == ("done", url(question))  # type: ignore[attr-defined]  # a redirect has one


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
    html = response.content.decode()  # type: ignore[attr-defined]  # a response has content
    assert (response.status_code, "<title>Error: " in html) == (422, True)  # type: ignore[attr-defined]  # and a status
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


# ---------------------------------------------------------------- the keys


def test_the_keys_are_switched_off_and_on_by_each_person(
    staff: Client, owner: Person, nurse: Person
) -> None:
    inbox = reverse("desk:inbox")
    found = form(page(staff, inbox), "/keys/")
    response = staff.post(found.action, found.filled(on="no"))
    owner.refresh_from_db()
    nurse.refresh_from_db()
    assert (response.headers["Location"], owner.keys_on, nurse.keys_on) == (inbox, False, True)
    assert "Keys are off" in page(staff, inbox)


def test_the_switch_of_the_keys_leads_to_no_other_site(staff: Client) -> None:
    response = staff.post(reverse("desk:inbox_keys"), {"on": "no", "back": "//evil.example"})
    assert response.headers["Location"] == reverse("desk:inbox")


# ---------------------------------------------------------------- what it costs


def test_the_list_takes_as_many_queries_with_twelve_rows_as_with_two(
    staff: Client, treatment: Treatment, late: Concern,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    del late
    phone = story.phone(treatment, LATE)
    for n in (1, 11):
        for i in range(n):
            concerns.tell_worry(phone, f"Worry {n} {i}.")
        with django_assert_num_queries(6):
            page(staff, reverse("desk:inbox"))


def test_an_entry_takes_twenty_queries_or_fewer_however_long_its_course_is(
    staff: Client, late: Concern, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    row = CheckIn.objects.latest("at")
    for n in (1, 11):
        for i in range(n):
            fresh = {f.attname: getattr(row, f.attname) for f in CheckIn._meta.fields}  # noqa: SLF001 - Django's public name for it
            CheckIn.objects.create(**fresh | {"id": None, "at": row.at + 60 * (n + i)})
            concerns.reply(
                Desk(late.clinic, Person.objects.get(name="Ruth Osei"), LATE + i),
                late,
                "Hi.",
                late.version,
            )
        with django_assert_num_queries(15):
            page(staff, url(late))
