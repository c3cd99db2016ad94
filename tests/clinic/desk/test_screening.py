from django.test import Client

from aftercare.clinic.records.models import Screening, Treatment
from aftercare.clinic.services import screening
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.doing import url, words
from tests.clinic.desk.sending import form, page, said
from tests.clinic.pages import Form


def asking(staff: Client, treatment: Treatment) -> Form:
    return form(page(staff, url(treatment, "screening")), "")


def answered(found: Form, **values: str) -> dict[str, str | list[str]]:
    """Answer every question with no, but those given."""
    names = {name for name, _ in found.choices}
    return found.filled(**{**dict.fromkeys(names, "no"), "fact-skin_type": "4", **values})


def test_the_answers_are_kept_once_with_who_asked(staff: Client, treatment: Treatment) -> None:
    data = answered(asking(staff, treatment))
    led = [staff.post(url(treatment, "screening"), data).status_code for _ in range(2)]
    assert (led, Screening.objects.count()) == ([303, 303], 1)
    assert Treatment.objects.get().facts == {
        "skin_type": "4",
        "bleeding_agents": "no",
        "areas": "unknown",
    }
    assert "Done Friday 27 November, 3:30pm, with Ruth Osei." in words(staff, treatment)


def test_a_stop_that_is_not_a_plain_no_blocks_on_the_treatments_page(
    staff: Client, treatment: Treatment
) -> None:
    stop = screening.stops(screening.protocol_of(treatment))[0]
    data = answered(asking(staff, treatment), **{f"stop-{stop.id}": "unknown"})
    staff.post(url(treatment, "screening"), data)
    assert "I do not know. This stops the treatment until somebody decides." in words(
        staff, treatment
    )


def test_a_question_that_is_not_answered_is_said_at_it(staff: Client, treatment: Treatment) -> None:
    found = asking(staff, treatment)
    data = answered(found) | {"fact-skin_type": ""}
    response = staff.post(url(treatment, "screening"), data)
    assert (response.status_code, Screening.objects.count()) == (422, 0)
    told = said(response.content.decode())
    assert told.count("Choose an answer:") == 2  # above the form, and at the question
    assert told.startswith("Error: Screening of Priya Nair")


def test_the_answers_of_last_time_are_chosen(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.screened(desk, treatment)
    filled = asking(staff, treatment).filled()
    assert (filled["fact-skin_type"], filled["fact-bleeding_agents"]) == ("4", "no")


def test_a_treatment_that_is_done_is_not_screened(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    data = answered(asking(staff, treatment))
    story.treated(desk, treatment)
    response = staff.post(url(treatment, "screening"), data)
    assert (response.status_code, Screening.objects.count()) == (422, 1)
    assert "This treatment is done." in said(response.content.decode())
