"""Advice: what a patient would read on any day, what the check noticed, whom a version concerns."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Publication, Treatment
from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import Refused
from tests.clinic import story
from tests.clinic.conftest import NEEDLING
from tests.clinic.desk.sending import page, said

PAGE = "/desk/advice/micro-needling/"
PREVIEW = f"{PAGE}preview/"


def day(staff: Client, **given: str | list[str]) -> str:
    """What the phone shows, in words."""
    html = staff.get(PREVIEW, given).content.decode()
    return said(re.sub(r'(?s)<form class="asked".*?</form>', "", html))


@pytest.mark.usefixtures("publication")
def test_a_day_shows_what_is_not_allowed_then_and_until_when(staff: Client) -> None:
    words = day(staff, day="2", treated="14:30", now="21:00")
    assert "Day 2 of 14" in words
    assert "Until tomorrow, 2:30pm No strong heat" in words


@pytest.mark.usefixtures("publication")
def test_on_day_eleven_the_heat_is_no_longer_named(staff: Client) -> None:
    assert "No strong heat" not in day(staff, day="11")


@pytest.mark.usefixtures("publication")
def test_what_the_patient_has_reported_closes_the_condition(staff: Client) -> None:
    soap = "No soap on the treated skin"
    assert soap in day(staff, day="2")
    assert soap not in day(staff, day="2", gone=["redness_gone"])


@pytest.mark.usefixtures("publication")
def test_a_clause_for_dark_skin_stands_only_for_who_may_have_it(staff: Client) -> None:
    words = "If your skin type is 4 to 6"
    found = {
        skin: words in day(staff, **{"fact-skin_type": skin}) for skin in ("2", "5", "unknown")
    }
    assert found == {"2": False, "5": True, "unknown": True}


@pytest.mark.usefixtures("publication")
def test_a_question_is_answered_as_the_patient_would_be(staff: Client) -> None:
    assert "Not yet" in day(staff, day="2", can="go to the sauna").partition("Can I")[2][:60]


@pytest.mark.usefixtures("publication")
def test_a_look_before_the_treatment_is_refused_at_its_field(staff: Client) -> None:
    answer = staff.get(PREVIEW, {"day": "0", "treated": "14:30", "now": "09:00"})
    assert answer.status_code == 422
    assert 'href="#id_now"' in answer.content.decode()


@pytest.mark.usefixtures("publication")
@pytest.mark.parametrize("given", [{"day": "x"}, {"day": "-1"}, {"now": "noon"}, {"of": "mine"}])
def test_nonsense_is_refused_and_shows_no_day(staff: Client, given: dict[str, str]) -> None:
    answer = staff.get(PREVIEW, given)
    assert (answer.status_code, "Mend what is marked" in answer.content.decode()) == (422, True)


@pytest.mark.usefixtures("stopped")
def test_before_anything_is_published_the_text_can_be_looked_at(staff: Client) -> None:
    Publication.objects.all().delete()
    assert "Day 2 of 14" in day(staff)


@pytest.mark.usefixtures("publication")
def test_nothing_new_is_not_published_twice(staff: Client, desk: Desk) -> None:
    assert "Nothing has changed since version 1" in said(page(staff, PAGE))
    with pytest.raises(Refused, match="Version 1 says the same"):
        protocols.publish(desk, NEEDLING)


@pytest.mark.usefixtures("publication")
def test_the_check_s_notes_stand_beside_what_is_published(staff: Client) -> None:
    assert re.search(r"What the check noticed: \d+ notes", said(page(staff, PAGE)))


def test_a_change_names_who_has_signed_and_who_is_under_aftercare(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.signed(desk, treatment)
    desk.clinic.hours = "Every day, 8am to 8pm"
    desk.clinic.save()
    before = said(page(staff, PAGE))
    assert "1 patient signed the text as it is now and is not treated yet" in before
    story.republished(desk, "Every day, 7am to 8pm")
    after = said(page(staff, PAGE))
    assert "1 patient signed an earlier text and is not treated yet" in after


def test_who_is_under_aftercare_keeps_the_version_and_is_named(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    assert "Who is concerned" not in said(page(staff, PAGE))
    story.republished(desk)
    words = said(page(staff, PAGE))
    assert (
        "1 patient is in their two weeks by an earlier version, and keeps it: Priya Nair" in words
    )


def test_who_is_not_signed_in_is_led_to_the_sign_in(
    client: Client, publication: Publication
) -> None:
    del publication
    assert client.get(reverse("desk:advice_preview", args=[NEEDLING])).status_code == 302


def test_each_shipped_treatment_stands_on_the_page_with_what_is_published_of_it(
    staff: Client, publication: Publication
) -> None:
    del publication
    shown = page(staff, "/desk/advice/")
    rows = re.findall(r'<li><span><a href="/desk/advice/([a-z-]+)/">.*?</li>', shown)
    assert rows == ["chemical-peel", "micro-needling", "tattoo"]
    words = said(shown)
    for line in ("Light chemical peel Not published yet", "Micro-needling Version 1 is published"):
        assert line in words
    assert "Tattoo Not published yet" in words
