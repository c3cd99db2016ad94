from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from aftercare.clinic.records.models import (
    CheckIn,
    Clinic,
    Concern,
    Patient,
    Person,
    Seen,
    Treatment,
)
from aftercare.clinic.services import agreeing, concerns, patients, sweep
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.conftest import LATE, Clock
from tests.clinic.desk.entries import act, url
from tests.clinic.desk.sending import form, page, said
from tests.clinic.story import DAY, HOUR, NOW

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
    assert (
        f'href="{reverse("desk:advice_table", args=["micro-needling"])}#row-very-red-or-swollen"'
        in page(staff, url(late))
    )


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


def test_a_withdrawal_before_the_treatment_says_what_must_not_happen(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    consent = story.signed(desk, treatment)
    agreeing.take_back(story.phone(treatment), consent, "treatment")
    words = said(page(staff, url(Concern.objects.get())))
    assert "Micro needling, planned for Friday 27 November, with Elena Rossi." in words
    assert "told: “The treatment must not" not in words
    assert "Consent Withdrawn, version 1" in words


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


def test_what_the_patient_writes_back_is_to_be_read_again(
    staff: Client, treatment: Treatment, late: Concern, stopped: Clock
) -> None:
    staff.post(reverse("desk:concern_seen", args=[late.pk]))
    concerns.write_back(story.phone(treatment, LATE + 2 * HOUR), late, "Now it itches.")
    stopped.at = LATE + 3 * HOUR
    found = form(page(staff, url(late)), "/seen/")
    staff.post(found.action, found.filled())
    assert [seen.at for seen in Seen.objects.all()] == [LATE + 3 * HOUR]


def test_htmx_is_answered_with_the_line_alone(staff: Client, late: Concern) -> None:
    response = staff.post(
        reverse("desk:concern_seen", args=[late.pk]), headers={"HX-Request": "true"}
    )
    words = said(response.content.decode())
    assert (response.status_code, words) == (
        200,
        "Waiting since 3:30pm. Read by Ruth Osei, 4:30pm",
    )


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
        with django_assert_num_queries(4):
            page(staff, reverse("desk:inbox"))


def test_an_entry_takes_as_many_queries_however_long_its_course_is(
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
        with django_assert_num_queries(14):
            page(staff, url(late))
