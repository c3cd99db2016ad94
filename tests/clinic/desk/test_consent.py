import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Clinic, Concern, Consent, Device, Treatment
from aftercare.clinic.services import concerns, consents, treatments
from aftercare.clinic.services.access import Desk, access_phone
from tests.clinic import story
from tests.clinic.desk.sending import form, page, said
from tests.clinic.pages import forms
from tests.clinic.story import NOW

TALK = {"mattered": "Her scars.", "alternatives": "Waiting a year.", "nothing": "on"}


@pytest.fixture
def prepared(desk: Desk, treatment: Treatment) -> Consent:
    return consents.prepare_consent(desk, treatment)


@pytest.fixture
def signed(desk: Desk, treatment: Treatment) -> Consent:
    return story.signed(desk, treatment)


def url(consent: Consent, name: str = "consent") -> str:
    return reverse(f"desk:{name}", args=[consent.pk])


def kinds(consent: Consent) -> list[str]:
    """The events of a consent, each kind once where it repeats."""
    found = [event.kind for event in Consent.objects.get(pk=consent.pk).events.all()]
    return [kind for i, kind in enumerate(found) if i == 0 or kind != found[i - 1]]


def send(staff: Client, consent: Consent, act: str, **values: str) -> tuple[int, str]:
    """Send one form of the page; give the status and the words of what comes back."""
    found = form(page(staff, url(consent)), f"/{act}/")
    response = staff.post(found.action, found.filled(**values))
    return response.status_code, said(response.content.decode())


# ---------------------------------------------------------------- preparing and showing


def test_a_consent_is_prepared_once_however_often_it_is_sent(
    staff: Client, treatment: Treatment
) -> None:
    address = reverse("desk:consent_prepare", args=[treatment.pk])
    data = {"once": "0123456789abcdef"}
    led = [staff.post(address, data).headers["Location"] for _ in range(2)]
    assert (led, Consent.objects.count()) == ([url(Consent.objects.get())] * 2, 1)


def test_the_text_is_shown_as_it_was_kept(staff: Client, prepared: Consent) -> None:
    words = said(page(staff, url(prepared)))
    text = consents.text_of(prepared)
    assert [s.title for s in text.sections if s.title not in words] == []
    assert "The treatment cannot start on this consent yet" in words


def test_a_signed_consent_that_is_not_confirmed_says_what_is_missing(
    staff: Client, signed: Consent
) -> None:
    assert "The consent is not confirmed today." in page(staff, url(signed))


def test_a_consent_that_is_only_looked_at_has_no_new_event(
    staff: Client, prepared: Consent
) -> None:
    page(staff, url(prepared))
    page(staff, url(prepared, "consent_print"))
    assert kinds(prepared) == ["prepared"]


def test_a_consent_of_another_clinic_is_not_there(staff: Client, prepared: Consent) -> None:
    other = Clinic.objects.create(slug="other", name="Other")
    Consent.objects.filter(pk=prepared.pk).update(clinic=other)
    found = [staff.get(url(prepared, name)).status_code for name in ("consent", "consent_print")]
    acts = ("explain", "send", "answer", "confirm", "addendum", "withdraw", "qr", "here")
    found += [staff.post(f"{url(prepared)}{act}/").status_code for act in acts]
    assert found == [404] * 10


def test_who_is_not_signed_in_is_led_to_the_sign_in(client: Client, prepared: Consent) -> None:
    found = [client.get(url(prepared)), client.post(url(prepared, "consent_here"))]
    assert [response.status_code for response in found] == [302, 302]
    assert kinds(prepared) == ["prepared"]


# ---------------------------------------------------------------- the talk


def test_a_talk_is_kept_with_who_explained_and_doing_nothing(
    staff: Client, prepared: Consent
) -> None:
    status, _ = send(staff, prepared, "explain", **TALK, when="2026-11-27T10:00")
    words = said(page(staff, url(prepared)))
    assert status == 303
    assert "Waiting a year. Doing nothing Spoken about Explained by Ruth Osei" in words
    assert "Friday 27 November, 10am (noted Friday 27 November, 3:30pm)" in words


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"mattered": ""}, "Write what mattered to this patient."),
        ({"alternatives": ""}, "Write which alternatives you spoke about."),
        ({"nothing": ""}, "Doing nothing is a choice, too. Speak about it first."),
        ({"when": "2026-11-27T18:00"}, "This time has not come yet."),
        ({"when": "at ten"}, "is not a time."),
    ],
)
def test_a_talk_that_is_not_complete_is_refused_at_its_field(
    staff: Client, prepared: Consent, values: dict[str, str], problem: str
) -> None:
    given = {name: words for name, words in {**TALK, **values}.items() if words}
    status, words = send(staff, prepared, "explain", **given)
    assert (status, problem in words, kinds(prepared)) == (422, True, ["prepared"])


# ---------------------------------------------------------------- handing over


def test_a_link_is_sent_and_noted(
    staff: Client, prepared: Consent, sent: Path, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture of pytest-django
        status, _ = send(staff, prepared, "send")
    assert (status, kinds(prepared)) == (303, ["prepared", "sent"])
    assert len(list(sent.iterdir())) == 1


def test_a_code_is_drawn_and_noted(staff: Client, prepared: Consent) -> None:
    status, words = send(staff, prepared, "qr")
    assert (status, kinds(prepared)) == (200, ["prepared", "sent"])
    assert "Valid for 10 minutes, until 3:40pm. It opens once." in words


def test_this_device_becomes_the_patients_and_staff_are_signed_out(
    staff: Client, prepared: Consent
) -> None:
    found = form(page(staff, url(prepared)), "/here/")
    response = staff.post(found.action, found.filled())
    course = prepared.treatment.course
    assert response.headers["Location"] == reverse("patient:consent", args=[course.address])
    assert staff.get(url(prepared)).status_code == 302
    phone = access_phone(course.address, response.cookies[settings.DEVICE_COOKIE_NAME].value, NOW)
    assert (phone.device.here, phone.course) == (True, course)


def test_a_device_that_was_handed_over_twice_is_one_device(
    staff: Client, prepared: Consent, desk: Desk
) -> None:
    found = form(page(staff, url(prepared)), "/here/")
    data = found.filled()
    staff.post(found.action, data)
    staff.force_login(desk.person)
    again = staff.post(found.action, data)
    assert (again.status_code, Device.objects.filter(here=True).count()) == (303, 1)
    assert staff.get(url(prepared)).status_code == 302


# ---------------------------------------------------------------- questions


def test_a_question_is_answered_here_and_its_entry_is_done(
    staff: Client, prepared: Consent
) -> None:
    consents.add_event(prepared, "asked", NOW, "Priya Nair", question="q1", words="Will it hurt?")
    concern = concerns.raise_concern(
        prepared.treatment.course, NOW, Concern.Kind.QUESTION, title="“Will it hurt?”",
        consent=prepared, once="asked q1",
    )  # fmt: skip
    status, words = send(staff, prepared, "answer", words="")
    assert (status, "Write your answer." in words) == (422, True)
    assert send(staff, prepared, "answer", words="A little.")[0] == 303
    concern.refresh_from_db()
    assert (concern.state, "A little. Ruth Osei" in said(page(staff, url(prepared)))) == (
        "done",
        True,
    )


# ---------------------------------------------------------------- after the signature


def test_a_confirmation_on_the_day_opens_the_gate(staff: Client, signed: Consent) -> None:
    send(staff, signed, "confirm", words="Still wants it.")
    assert consents.gate_problems(signed.treatment, Consent.objects.get(), NOW) == []


def test_a_consent_that_is_not_signed_offers_nothing_to_confirm(
    staff: Client, prepared: Consent
) -> None:
    actions = [each.action for each in forms(page(staff, url(prepared)))]
    assert [action for action in actions if "/confirm/" in action or "/addendum/" in action] == []
    response = staff.post(f"{url(prepared)}confirm/", {"once": "0123456789abcdef"})
    assert (response.status_code, kinds(prepared)) == (422, ["prepared"])


def test_an_addendum_leaves_the_signed_text(staff: Client, signed: Consent) -> None:
    assert send(staff, signed, "addendum", words="")[0] == 422
    send(staff, signed, "addendum", words="The neck, too.")
    assert "The neck, too." in page(staff, url(signed))
    assert Consent.objects.get().sha256 == signed.sha256


def test_a_withdrawal_by_phone_closes_the_gate_and_offers_a_new_consent(
    staff: Client, treatment: Treatment, signed: Consent
) -> None:
    status, words = send(staff, signed, "withdraw", words="She rang.")
    assert (status, "Choose what the patient takes back." in words) == (422, True)
    send(staff, signed, "withdraw", scope="treatment", words="She rang.")
    problems = [p.code for p in treatments.gate(treatment, NOW)]
    assert "K103" in problems
    found = form(page(staff, url(signed)), "/consent/prepare/")
    response = staff.post(found.action, found.filled())
    newest = Consent.objects.exclude(pk=signed.pk).get()
    assert response.headers["Location"] == url(newest)


def test_only_a_permission_that_stands_can_be_withdrawn(staff: Client, signed: Consent) -> None:
    offered = form(page(staff, url(signed)), "/withdraw/").choices
    assert offered == [("scope", "treatment")]
    status, _ = send(staff, signed, "withdraw", scope="photographs", words="She rang.")
    assert (status, "withdrawn" in kinds(signed)) == (422, False)


def test_an_outdated_text_shows_what_changed_and_offers_a_new_consent(
    staff: Client, desk: Desk, signed: Consent
) -> None:
    story.republished(desk)
    html = page(staff, url(signed))
    assert "When we answer: Every day, 8am to 8pm." in re.findall(
        r"<ins>.*?</span>(.*?)</ins>", html
    )
    found = form(html, "/consent/prepare/")
    staff.post(found.action, found.filled())
    assert kinds(signed)[-1] == "replaced"


def test_an_act_that_does_not_exist_is_not_there(staff: Client, prepared: Consent) -> None:
    assert staff.post(f"{url(prepared)}delete/").status_code == 404


# ---------------------------------------------------------------- on paper


def test_the_paper_has_the_text_the_answers_the_hash_and_each_time_with_its_zone(
    staff: Client, signed: Consent
) -> None:
    words = said(page(staff, url(signed, "consent_print")))
    for line in (
        signed.sha256,
        "Name Priya Nair",
        "Wednesday 25 November 2026, 15:30:00 GMT (UTC+0000)",
        "Read “What can go wrong”",
        "No talk was noted.",
    ):
        assert line in words, line


@pytest.mark.parametrize(
    ("path", "pictures"),
    [("M 10 20 L 300 90", 1), ('M 10 20 L 300 90"/><script>alert(1)</script>', 0)],
)
def test_a_drawn_signature_is_drawn_from_numbers_only(
    staff: Client, prepared: Consent, path: str, pictures: int
) -> None:
    consents.add_event(
        prepared, "signed", NOW, "Priya Nair", how="drawn", name="Priya Nair", path=path
    )
    html = page(staff, url(prepared, "consent_print"))
    assert html.count('aria-label="The drawn signature"') == pictures
    assert "alert(1)" not in html
