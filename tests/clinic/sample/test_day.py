from datetime import datetime

import pytest

from aftercare.clinic.records.models import Course, Person
from aftercare.clinic.sample.day import ZONE, fill
from aftercare.clinic.services import courses, inbox
from aftercare.clinic.services.access import Desk

MORNING = int(datetime(2026, 11, 26, 10, 40, tzinfo=ZONE).timestamp())


@pytest.mark.django_db
def test_the_sample_clinic_has_a_believable_day() -> None:
    made = fill(MORNING)
    desk = Desk(made.clinic, Person.objects.get(name="Elena Rossi"), MORNING)
    assert [(each.level or each.kind) for each in inbox.entries(desk, "open")] == [
        "urgent",
        "missed",
        "contact",
        "question",
    ]
    running = [courses.aftercare(course, MORNING) for course in Course.objects.all()]
    assert sorted(care.day for care in running if care) == [0, 1, 2, 5, 9, 13]
    assert (len(made.staff), len(made.patients)) == (2, 3)
