import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from aftercare.clinic.records.models import Publication, Told, Treatment
from aftercare.clinic.services import checkins, concerns, patients, treatments
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.patient.conftest import Clock, Handset
from tests.clinic.patient.reading import main, sent, title
from tests.clinic.story import DAY, HOUR, NOW


def rows(handset: Handset) -> dict[str, list[str]]:
    """Give what Today restricts: each date with its clauses."""
    found = handset.client.get(handset.at("today")).context["not_yet"]
    return {group["title"]: [row["text"] for row in group["rows"]] for group in found}


def test_today_groups_what_is_not_allowed_by_its_date_soonest_first(
    cared: Handset, clock: Clock
) -> None:
    clock(2 * DAY)
    assert rows(cared) == {
        "Until tomorrow, 2:30pm": [
            "No strong heat, such as a sauna or steam room.",
            "No electrolysis, waxing, facial bleaching, hair-removal cream or laser hair removal.",
        ],
        "Until Friday 4 December, 2:30pm": ["No scrubs, peels or harsh brushes."],
        "Until Friday 11 December, 2:30pm": [
            "Do not rub or massage your face.",
            "Keep out of the sun. No sunbeds.",
            "No strongly chlorinated water, to swim in or to clean with.",
        ],
    }


def test_today_says_its_day(cared: Handset, clock: Clock) -> None:
    clock(2 * DAY)
    response = cared.client.get(cared.at("today"))
    assert title(response) == "Day 2 of 14 – Rowan Skin Clinic"


def test_soap_is_not_fine_by_the_clock_and_is_by_a_report(
    cared: Handset, treatment: Treatment, clock: Clock
) -> None:
    clock(3 * DAY)
    before = cared.client.get(cared.at("today")).context["fine"]
    checkins.record_checkin(story.phone(treatment, NOW + 3 * DAY), {"redness": "none"}, {})
    after = cared.client.get(cared.at("today")).context["fine"]
    assert (before, after) == ([], ["using soap on your skin"])


def test_a_question_is_answered_under_its_field_and_kept(cared: Handset) -> None:
    response = cared.client.post(cared.at("can"), sent(can="swim"))
    told = Told.objects.get(kind="answer")
    assert response.status_code == 303
    assert response["Location"] == f"{cared.at('today')}?answer={told.pk}#answer"
    shown = cared.client.get(response["Location"].partition("#")[0]).context
    assert [shown[name] for name in ("asked", "verdict", "said", "source", "ask_href")] == [
        "swim",
        "not-yet",
        "Not yet",
        "From your clinic's advice, version 1.",
        "",
    ]
    assert f"{shown['said']}. {shown['text']}" == told.words


def test_an_answer_that_no_longer_holds_is_not_shown_again(cared: Handset, clock: Clock) -> None:
    there = cared.client.post(cared.at("can"), sent(can="go to the sauna"))["Location"]
    clock(4 * DAY)
    shown = cared.client.get(there.partition("#")[0]).context
    assert (shown["outdated"], shown["asked"]) == (True, "go to the sauna")
    assert "verdict" not in shown


@pytest.mark.parametrize(
    ("question", "room"), [("go to the gym", "ask"), ("is this blister normal", "worried")]
)
def test_what_the_advice_does_not_know_leads_to_the_clinic_with_the_question(
    cared: Handset, question: str, room: str
) -> None:
    there = cared.client.post(cared.at("can"), sent(can=question))["Location"]
    told = Told.objects.get(kind="answer")
    href = cared.client.get(there.partition("#")[0]).context["ask_href"]
    assert href == f"{cared.at(room)}?answer={told.pk}"
    assert cared.client.get(href).context["form"].initial == {"words": question}


def test_a_question_sent_twice_is_one_record_and_another_one_after_back_is_two(
    cared: Handset,
) -> None:
    form = sent(can="swim")
    first, second = (cared.client.post(cared.at("can"), form) for _ in range(2))
    cared.client.post(cared.at("can"), form | {"can": "use soap"})
    assert first["Location"] == second["Location"]
    assert sorted(Told.objects.filter(kind="answer").values_list("asked", flat=True)) == [
        "swim",
        "use soap",
    ]


@pytest.mark.parametrize("typed", ["", "   ", "x" * 301])
def test_a_question_that_is_none_is_refused_at_its_field(cared: Handset, typed: str) -> None:
    response = cared.client.post(cared.at("can"), sent(can=typed))
    assert (response.status_code, Told.objects.filter(kind="answer").count()) == (422, 0)
    assert title(response) == "Error: Day 0 of 14 – Rowan Skin Clinic"


def test_only_what_is_restricted_is_offered_as_a_question(
    cared: Handset, treatment: Treatment, clock: Clock
) -> None:
    first = cared.client.get(cared.at("today")).context["chips"]
    checkins.record_checkin(story.phone(treatment), {"redness": "none"}, {"skin_settled": "yes"})
    assert (first, cared.client.get(cared.at("today")).context["chips"]) == (
        ["wear make-up", "swim", "use soap"],
        ["swim", "go to the sauna", "sit in the sun"],
    )
    clock(30 * DAY)
    assert cared.client.get(cared.at("today")).context["chips"] == ["go to the gym"]


def test_before_the_treatment_the_page_says_what_comes(handset: Handset) -> None:
    response = handset.client.get(handset.at("today"))
    assert response.context["coming"] == {
        "when": "Friday 27 November",
        "who": "Elena Rossi",
        "to_sign": False,
        "consent": "Your clinic has not sent you the consent yet.",
        "asked": False,
    }


def test_before_the_treatment_there_is_nothing_to_ask_about(handset: Handset) -> None:
    responses = [
        handset.client.post(handset.at("can"), sent(can="swim")),
        handset.client.get(handset.at("calendar")),
        handset.client.get(handset.at("weeks")),
        handset.client.get(handset.at("checkin")),
    ]
    assert [each["Location"] for each in responses] == [handset.at("today")] * 4


def test_past_the_end_it_says_so_and_keeps_answering(cared: Handset, clock: Clock) -> None:
    clock(20 * DAY)
    response = cared.client.get(cared.at("today"))
    assert main(response).startswith("Your two weeks are over Today is day 20")
    there = cared.client.post(cared.at("can"), sent(can="swim"))["Location"]
    assert cared.client.get(there.partition("#")[0]).context["verdict"] == "yes"


def test_two_treatments_are_merged_and_the_days_count_from_the_last(
    desk: Desk, cared: Handset, treatment: Treatment, clock: Clock
) -> None:
    given = {
        "protocol": "micro-needling",
        "planned_on": treatment.planned_on,
        "planned_time": None,
        "practitioner": treatment.practitioner,
    }
    course = treatment.course
    second = patients.plan_treatment(desk, course.patient, given, course)
    assert cared.client.get(cared.at("today")).context["coming"]["who"] == "Elena Rossi"
    story.treated(story.later(desk, 3 * DAY), second, "2026-11-30T10:00")
    clock(3 * DAY)
    response = cared.client.get(cared.at("today"))
    assert response.context["day"] == 0
    assert next(iter(rows(cared))) == "Until Thursday 3 December, 10am"


def test_the_calendar_is_a_file_with_the_treatment_and_each_end(cared: Handset) -> None:
    response = cared.client.get(cared.at("calendar"))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.content.count(b"BEGIN:VEVENT") == 8


def test_a_page_has_the_same_few_queries_however_much_was_reported(
    cared: Handset,
    treatment: Treatment,
    clock: Clock,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    clock(DAY)
    with django_assert_num_queries(7):
        cared.client.get(cared.at("today"))
    for hour in range(12):
        phone = story.phone(treatment, NOW + hour * HOUR)
        checkins.record_checkin(phone, {"redness": "severe"}, {})
        concerns.tell_worry(phone, "It burns.")
    with django_assert_num_queries(7):
        cared.client.get(cared.at("today"))


def test_looking_changes_nothing(cared: Handset) -> None:
    before = Told.objects.count()
    for name in ("today", "weeks", "weeks_sheet", "checkin", "worried", "messages", "about", "ask"):
        assert cared.client.get(cared.at(name)).status_code == 200
    assert Told.objects.count() == before


def test_a_correction_of_the_time_is_told_on_the_page(
    cared: Handset, desk: Desk, treatment: Treatment
) -> None:
    treatment.refresh_from_db()
    treatments.correct_time(desk, treatment, "2026-11-27T11:30", "Typed wrongly", treatment.version)
    assert cared.client.get(cared.at("today")).context["unread"] == 1
    told = main(cared.client.get(cared.at("messages")))
    assert told.startswith("Messages A correction from your clinic New Your clinic corrected the")


def test_an_unknown_device_sees_no_page(cared: Handset) -> None:
    names = ("today", "weeks", "checkin", "worried", "messages", "about", "ask", "calendar")
    found = {Client().get(cared.at(name))["Location"] for name in names}
    assert found == {cared.at("open")}


def test_another_patients_answer_is_not_found(cared: Handset) -> None:
    response = cared.client.get(cared.at("today"), {"answer": "not a number"})
    assert response.status_code == 404


def test_the_first_visit_weighs_at_most_120_kib(cared: Handset) -> None:
    page = cared.client.get(cared.at("today")).content
    linked = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode()))
    files = {name: Path(str(finders.find(name))).read_bytes() for name in linked}
    css = b" ".join(data for name, data in files.items() if name.endswith(".css")).decode()
    fonts = {f"ui/{name}" for name in re.findall(r"\.\./(fonts/[\w-]+\.woff2)", css)}
    files |= {name: Path(str(finders.find(name))).read_bytes() for name in fonts}
    weights = [
        len(data) if name.endswith("woff2") else len(gzip.compress(data))
        for name, data in files.items()
    ]
    assert len([name for name in files if name.endswith("woff2")]) == 4
    assert sum(weights) + len(gzip.compress(page)) <= 120 * 1024


def test_publication_is_the_one_quoted(cared: Handset, publication: Publication) -> None:
    page = cared.client.get(cared.at("today"))
    assert page.context["source"] == f"From your clinic's advice, version {publication.number}."
