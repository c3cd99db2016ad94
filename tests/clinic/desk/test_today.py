from dataclasses import replace
from datetime import date, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from aftercare.clinic.records.models import Clinic, Person, Publication, Treatment
from aftercare.clinic.services import checkins, concerns, consents, patients, screening, today
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.conftest import NEEDLING
from tests.clinic.desk.conftest import Clock
from tests.clinic.desk.sending import page, said
from tests.clinic.story import DAY, HOUR, NOW

URL = "/desk/"
TODAY = date(2026, 11, 27)


def planned(desk: Desk, name: str, day: date = TODAY, clock: time | None = None) -> Treatment:
    patient = patients.add_patient(desk, {"name": name, "email": "p@example.com"})
    given = {"planned_on": day, "planned_time": clock, "practitioner": desk.person}
    return patients.plan_treatment(desk, patient, {"protocol": NEEDLING, **given})


def consent_word(staff: Client) -> str:
    """What the page says of the only treatment's consent."""
    return said(page(staff, URL)).partition("Consent ")[2].partition(" Screening")[0]


def test_who_is_treated_today_stands_in_the_order_of_the_clock(
    staff: Client, desk: Desk, publication: Publication
) -> None:
    del publication
    planned(desk, "Late Lee", clock=time(16, 0))
    planned(desk, "Early Eve", clock=time(9, 30))
    planned(desk, "No Time")
    planned(desk, "Tomorrow Tim", date(2026, 11, 28))
    words = said(page(staff, URL))
    assert "9:30am Early Eve Ruth Osei" in words
    assert words.index("Early Eve") < words.index("Late Lee") < words.index("No Time")
    assert "Tomorrow Tim" not in words


def test_a_consent_is_said_in_the_word_that_matters_most(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    found = [consent_word(staff)]
    consent = consents.prepare_consent(replace(desk, at=NOW - HOUR), treatment)
    found.append(consent_word(staff))
    consents.add_event(consent, "sent", NOW - HOUR, "Ruth Osei", how="link")
    found.append(consent_word(staff))
    story.signed(desk, treatment, NOW - HOUR)
    found.append(consent_word(staff))
    assert found == [
        "No consent",
        "Prepared, not sent",
        "Sent, not opened",
        "Too fresh until tomorrow, 2:30pm",
    ]


def test_a_signed_consent_is_confirmed_and_may_be_withdrawn(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    consent = story.signed(desk, treatment)
    found = [consent_word(staff)]
    consents.confirm_consent(desk, consent)
    found.append(consent_word(staff))
    consents.withdraw(story.phone(treatment), consent, "treatment")
    found.append(consent_word(staff))
    assert found == ["Not confirmed today", "Signed and confirmed", "Withdrawn"]


def test_screening_and_its_open_stops_are_said(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    assert "Screening Not done" in said(page(staff, URL))
    asked = screening.stops(screening.protocol_of(treatment))
    answers = {str(stop.id): "no" for stop in asked} | {str(asked[0].id): "unknown"}
    screening.record_screening(desk, treatment, story.FACTS, answers)
    assert "Screening 1 stop is open" in said(page(staff, URL))
    screening.decide_stop(desk, treatment, asked[0].id, treat=True, reason="She is 40")
    assert "Screening Done" in said(page(staff, URL))


def test_what_was_left_over_is_not_forgotten(
    staff: Client, desk: Desk, publication: Publication
) -> None:
    del publication
    row = planned(desk, "Forgotten Fay", TODAY)
    Treatment.objects.filter(pk=row.pk).update(planned_on=date(2026, 11, 24))
    assert "Left over 1" in said(page(staff, URL))
    patients.cancel_treatment(row, row.version)
    assert "Left over" not in said(page(staff, URL))


def test_who_is_under_aftercare_stands_with_day_level_and_silence(
    staff: Client, desk: Desk, treatment: Treatment, stopped: Clock
) -> None:
    story.treated(desk, treatment)
    checkins.record_checkin(story.phone(treatment, NOW + DAY), {"redness": "mild"}, {})
    stopped.at = NOW + 4 * DAY
    words = said(page(staff, URL))
    assert "Priya Nair 4 Friday 27 November, 2:30pm Day 1: to watch Missed on days 2, 3" in words


def test_no_check_in_yet_is_no_silence(staff: Client, desk: Desk, treatment: Treatment) -> None:
    story.treated(desk, treatment)
    assert "Priya Nair 0 Friday 27 November, 2:30pm None yet" in said(page(staff, URL))


def test_after_two_weeks_nobody_is_under_aftercare(
    staff: Client, desk: Desk, treatment: Treatment, stopped: Clock
) -> None:
    story.treated(desk, treatment)
    stopped.at = NOW + 15 * DAY
    assert "Nobody was treated in the last two weeks." in said(page(staff, URL))


def test_the_inbox_says_how_many_wait_how_long_and_what_is_first(
    staff: Client, desk: Desk, treatment: Treatment, stopped: Clock
) -> None:
    story.treated(desk, treatment)
    concerns.tell_worry(story.phone(treatment, NOW + HOUR), "It burns.")
    stopped.at = NOW + 3 * HOUR
    assert "1 waiting. Longest wait 2 hours. Priya Nair waiting 2 hours “It burns.”" in said(
        page(staff, URL)
    )


def test_an_empty_day_says_so(staff: Client) -> None:
    words = said(page(staff, URL))
    assert "Nobody is planned for today." in words
    assert "Nobody is waiting." in words


def test_another_clinics_day_is_not_shown(staff: Client, treatment: Treatment) -> None:
    del treatment
    other = Clinic.objects.create(slug="other", name="Other")
    Treatment.objects.update(clinic=other)
    assert "Priya Nair" not in page(staff, URL)


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as found:
        page(client, URL)
    return len(found)


def test_the_day_takes_as_many_queries_for_twelve_as_for_two(
    staff: Client, desk: Desk, publication: Publication, nurse: Person
) -> None:
    del publication
    page(staff, URL)  # what is compiled once a process is compiled now

    def some(count: int, name: str) -> None:
        for n in range(count):
            row = planned(replace(desk, person=nurse), f"{name} {n}")
            if n % 2:
                story.treated(desk, row)
            else:
                story.screened(desk, row)
                story.signed(desk, row)

    some(2, "Few")
    few = queries(staff)
    some(10, "Many")
    assert queries(staff) == few


def test_a_long_list_of_aftercare_is_shown_in_parts(
    staff: Client, desk: Desk, treatment: Treatment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "PAGE", 1)
    story.treated(desk, treatment)
    story.treated(desk, planned(desk, "Second Sam"))
    first = said(page(staff, URL))
    second = said(page(staff, f"{URL}?from=1"))
    assert ("1 to 1 of 2. Show the next" in first, "2 to 2 of 2. Back to the first" in second) == (
        True,
        True,
    )
    assert page(staff, f"{URL}?from=x") != ""


def test_the_day_asks_who_you_are(client: Client, db: None) -> None:
    del db
    assert client.get(URL).status_code == 302
