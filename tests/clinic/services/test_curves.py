"""The curve of each symptom against what was told, and the words beside it."""

import pytest

from aftercare.clinic.records.models import Treatment
from aftercare.clinic.services import checkins, courses, curves
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.courses import Aftercare
from tests.clinic import story
from tests.clinic.story import DAY, NOW


@pytest.fixture
def care(desk: Desk, treatment: Treatment) -> Aftercare:
    story.treated(desk, treatment)
    for day, redness, tightness in ((1, "severe", "mild"), (2, "mild", "moderate")):
        phone = story.phone(treatment, NOW + day * DAY)
        checkins.record_checkin(phone, {"redness": redness, "tightness": tightness}, {})
    found = courses.aftercare(treatment.course, NOW + 3 * DAY)
    assert found is not None
    return found


def test_a_promise_is_drawn_in_days_and_an_open_end_is_none(care: Aftercare) -> None:
    drawn = [(each.name, each.usual, each.longest) for each in curves.curves(care, "redness")]
    assert drawn == [("Redness or flushing", 1.0, 4.0), ("Tightness", None, None)]


def test_without_a_symptom_of_its_own_the_worst_stands_first(care: Aftercare) -> None:
    assert [each.name for each in curves.curves(care)] == ["Tightness", "Redness or flushing"]


def test_what_is_not_drawn_first_is_said(care: Aftercare) -> None:
    drawn = curves.curves(care, "redness")
    assert curves.others(care, drawn) == "Tightness moderate on day 2."


@pytest.mark.parametrize(
    ("symptom", "said"),
    [
        ("redness", "usually 24 to 36 hours, for some 3 to 4 days."),
        ("itching", "usually 3 to 4 days."),
        ("infection", "told as a risk, not as something to expect."),
    ],
)
def test_the_clinics_advice_on_a_symptom_is_its_governing_clause(
    care: Aftercare, symptom: str, said: str
) -> None:
    assert curves.advised(care.compiled.protocol, care.compiled.table, symptom) == said
