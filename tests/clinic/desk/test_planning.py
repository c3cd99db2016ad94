from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Course, Patient, Person, Publication, Treatment
from aftercare.clinic.services import courses
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.conftest import Clock
from tests.clinic.desk.doing import do, url, words
from tests.clinic.desk.sending import form, page, said
from tests.clinic.pages import Form
from tests.clinic.story import DAY, NOW


def plan_url(patient: Patient) -> str:
    return reverse("desk:treatment_new", args=[patient.pk])


def planning(staff: Client, patient: Patient) -> Form:
    return form(page(staff, plan_url(patient)), "")


def test_a_treatment_is_planned_in_a_new_course(
    staff: Client, patient: Patient, publication: Publication, nurse: Person
) -> None:
    data = planning(staff, patient).filled(
        planned_on="2026-12-01", planned_time="14:30", practitioner=str(nurse.pk)
    )
    led = [staff.post(plan_url(patient), data).headers["Location"] for _ in range(2)]
    row = Treatment.objects.get()
    assert led == [url(row)] * 2
    assert (row.planned_on, row.planned_time, row.practitioner, row.publication) == (
        date(2026, 12, 1),
        time(14, 30),
        nurse,
        publication,
    )


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"planned_on": ""}, "Choose a day."),
        ({"planned_on": "2026-11-26"}, "This day is over."),
        ({"planned_on": "2026-12-01", "planned_time": "half two"}, "This is no time."),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(
    staff: Client,
    patient: Patient,
    publication: Publication,
    values: dict[str, str],
    problem: str,
) -> None:
    del publication
    response = staff.post(plan_url(patient), planning(staff, patient).filled(**values))
    assert (response.status_code, Treatment.objects.count()) == (422, 0)
    assert f"Error: {problem}" in said(response.content.decode())


def test_within_two_weeks_the_open_course_is_suggested_and_both_treatments_count(
    staff: Client, desk: Desk, treatment: Treatment, stopped: Clock
) -> None:
    story.treated(desk, treatment)
    stopped.at = NOW + 14 * DAY
    found = planning(staff, treatment.course.patient)
    assert found.filled()["what"] == str(treatment.course_id)
    staff.post(plan_url(treatment.course.patient), found.filled(planned_on="2026-12-12"))
    assert [row.course_id for row in Treatment.objects.all()] == [treatment.course_id] * 2
    second = Treatment.objects.get(state="planned")
    later = NOW + 14 * DAY
    story.screened(Desk(desk.clinic, desk.person, later), second)
    Treatment.objects.filter(pk=second.pk).update(state="done", treated_at=later)
    care = courses.aftercare(Course.objects.get(), later)
    assert care is not None
    assert (len(care.plans), care.day) == (2, 0)


def test_after_two_weeks_a_new_course_is_suggested(
    staff: Client, desk: Desk, treatment: Treatment, stopped: Clock
) -> None:
    story.treated(desk, treatment)
    stopped.at = NOW + 16 * DAY
    assert planning(staff, treatment.course.patient).filled()["what"] == "new micro-needling"


def test_nothing_is_planned_before_advice_is_published(staff: Client, patient: Patient) -> None:
    assert "No advice is published yet." in said(page(staff, plan_url(patient)))


def test_a_treatment_is_moved(staff: Client, treatment: Treatment) -> None:
    where = url(treatment, "treatment_plan")
    data = form(page(staff, where), "").filled(planned_on="2026-12-02", planned_time="09:00")
    assert staff.post(where, data).status_code == 303
    assert "Planned for Wednesday 2 December, 9am" in words(staff, treatment)


def test_a_treatment_that_has_begun_is_not_moved(staff: Client, treatment: Treatment) -> None:
    where = url(treatment, "treatment_plan")
    data = form(page(staff, where), "").filled(planned_on="2026-12-02")
    Treatment.objects.update(state="started")
    response = staff.post(where, data)
    assert response.status_code == 422
    assert "This treatment has begun." in said(response.content.decode())


def test_a_treatment_is_cancelled_once(staff: Client, treatment: Treatment) -> None:
    assert do(staff, treatment, "cancel")[0] == 303
    assert "This treatment was cancelled." in words(staff, treatment)
