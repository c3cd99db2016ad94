import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from aftercare.clinic.records.models import (
    Clinic,
    ConsentEvent,
    Course,
    Handover,
    Message,
    Once,
    Told,
    Treatment,
)
from aftercare.clinic.services import checkins, concerns, links, questions, treatments
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.sending import form, page, said
from tests.clinic.story import DAY, NOW


@pytest.fixture
def running(desk: Desk, treatment: Treatment) -> Course:
    """A course a day ago begun, with a check-in, a question, a concern and a correction."""
    story.treated(desk, treatment)
    phone = story.phone(treatment, NOW)
    checkins.record_checkin(phone, {"redness": "moderate"}, {}, areas=["cheeks"])
    questions.answer_question(phone, "Can I swim?")
    concerns.tell_worry(phone, "It stings a lot.")
    treatment.refresh_from_db()
    treatments.correct_time(
        desk, treatment, "2026-11-27T14:00", "Noted an hour late.", treatment.version
    )
    return treatment.course


def url(course: Course, name: str = "course") -> str:
    return reverse(f"desk:{name}", args=[course.pk])


def test_a_course_shows_everything_that_happened(staff: Client, running: Course) -> None:
    words = said(page(staff, url(running)))
    for line in (
        "Day 0",
        "redness or flushing moderate",
        "“It stings a lot.”",
        "Signed as Priya Nair, typed",
        "Confirmed on the day",
        "Friday 27 November, 2:30pm → Friday 27 November, 2pm",
        "Can I swim?",
        "no-chlorine",
    ):
        assert line in words, line


def test_what_was_told_names_the_version_by_its_hash(staff: Client, running: Course) -> None:
    told = Told.objects.filter(kind="answer").get()
    assert f"<code>{told.protocol_sha256[:8]}</code>" in page(staff, url(running))


def test_the_two_weeks_are_drawn_without_styles_or_scripts(staff: Client, running: Course) -> None:
    html = page(staff, url(running))
    assert 'id="two-weeks-title"' in html
    assert not re.findall(r"\sstyle=|<style|\son\w+=|<script(?![^>]*src)", html)


def test_a_course_before_its_treatment_says_what_is_still_to_come(
    staff: Client, treatment: Treatment
) -> None:
    html = page(staff, url(treatment.course))
    assert "The two weeks begin with the treatment." in html
    assert "None was prepared." in html


def test_a_message_is_written_once_however_often_it_is_sent(staff: Client, running: Course) -> None:
    found = form(page(staff, url(running)), "/write/")
    data = found.filled(words="Please bring your glasses.")
    before = Message.objects.count()
    answers = [staff.post(found.action, data).status_code for _ in range(2)]
    assert (answers, Message.objects.count() - before) == ([303, 303], 1)
    assert "Please bring your glasses. Ruth Osei" in said(page(staff, url(running)))


def test_a_message_reaches_the_patient_s_own_pages(
    staff: Client, client: Client, running: Course, treatment: Treatment
) -> None:
    found = form(page(staff, url(running)), "/write/")
    staff.post(found.action, found.filled(words="Please bring your glasses."))
    story.phone(treatment)
    client.cookies[settings.DEVICE_COOKIE_NAME] = story.DEVICE
    words = said(page(client, reverse("patient:messages", args=[running.address])))
    assert "A message from your clinic New Please bring your glasses. Ruth Osei" in words


def test_an_empty_message_is_refused(staff: Client, running: Course) -> None:
    found = form(page(staff, url(running)), "/write/")
    response = staff.post(found.action, found.filled(words=" "))
    assert response.status_code == 422
    assert "Write your message first." in response.content.decode()


def test_the_link_is_sent_again_to_an_address_that_is_only_recognised(
    staff: Client, running: Course, sent: Path,
    django_capture_on_commit_callbacks: object,
) -> None:  # fmt: skip
    html = page(staff, url(running))
    found = form(html, "/link/")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture of pytest-django
        response = staff.post(found.action, found.filled())
    assert "The link was sent." in page(staff, response.headers["Location"])
    assert "priya@example.com" not in html
    assert "p…a@example.com" in html
    assert len(list(sent.iterdir())) == 1


def test_a_code_is_shown_once_and_opens_once(staff: Client, running: Course) -> None:
    found = form(page(staff, url(running)), "/qr/")
    data = found.filled()
    first, second = (staff.post(found.action, data) for _ in range(2))
    html = first.content.decode()
    (secret,) = re.findall(r"/h/([\w-]+)/", said(html))
    assert "Valid for 10 minutes, until 3:40pm. It opens once." in html
    assert (second.status_code, second.headers["Location"]) == (303, url(running))
    assert Handover.objects.count() == 1
    assert links.waiting_handover(secret, NOW).course == running


def test_the_secret_of_a_code_is_kept_nowhere(staff: Client, running: Course) -> None:
    found = form(page(staff, url(running)), "/qr/")
    html = staff.post(found.action, found.filled()).content.decode()
    (secret,) = re.findall(r"/h/([\w-]+)/", said(html))
    assert not Once.objects.filter(led_to__contains=secret).exists()


def test_a_course_of_another_clinic_is_not_there(staff: Client, running: Course) -> None:
    Course.objects.filter(pk=running.pk).update(
        clinic=Clinic.objects.create(slug="other", name="Other")
    )
    found = [staff.get(url(running)).status_code]
    found += [staff.post(url(running, f"course_{act}")).status_code for act in ("write", "qr")]
    assert found == [404, 404, 404]


def test_a_course_that_is_only_looked_at_stays_as_it_is(staff: Client, running: Course) -> None:
    before = (ConsentEvent.objects.count(), Told.objects.count(), Handover.objects.count())
    page(staff, url(running))
    assert (ConsentEvent.objects.count(), Told.objects.count(), Handover.objects.count()) == before


def test_a_course_takes_as_many_queries_with_more_in_it(
    staff: Client, desk: Desk, running: Course, treatment: Treatment,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    del running
    phone = story.phone(treatment, NOW + DAY)
    for n in (1, 6):
        for i in range(n):
            concerns.tell_worry(phone, f"Worry {i}.")
            concerns.write(desk, treatment.course, f"Hello {i}.")
            questions.answer_question(phone, "sauna?")
        with django_assert_num_queries(15):
            page(staff, url(treatment.course))
