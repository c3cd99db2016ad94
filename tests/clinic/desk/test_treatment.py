from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Clinic, Person, StopDecision, Treatment
from aftercare.clinic.services import consents, screening
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.conftest import Clock
from tests.clinic.desk.doing import do, url, words
from tests.clinic.desk.sending import form, page, said
from tests.clinic.pages import forms, links
from tests.clinic.story import DAY, HOUR, NOW


def stopped_by(desk: Desk, treatment: Treatment, answer: str = "yes") -> str:
    """Screen with one stop answered so; give its name."""
    asked = screening.stops(screening.protocol_of(treatment))
    answers = {str(stop.id): "no" for stop in asked} | {str(asked[0].id): answer}
    screening.record_screening(desk, treatment, story.FACTS, answers)
    return str(asked[0].id)


def state(treatment: Treatment) -> str:
    return Treatment.objects.get(pk=treatment.pk).state


# ---------------------------------------------------------------- the gate


def test_each_reason_at_the_gate_stands_with_its_remedy(
    staff: Client, treatment: Treatment
) -> None:
    html = page(staff, url(treatment))
    assert "The screening is not done." in said(html)
    assert "There is no consent for this treatment." in said(html)
    assert "It can start once everything here is settled." in said(html)
    assert url(treatment, "screening") in links(html)
    assert form(html, "/consent/prepare/").method == "post"
    assert [each.action for each in forms(html) if each.action.endswith("/start/")] == []


def test_an_unsigned_consent_is_handed_over(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    consent = consents.prepare_consent(desk, treatment)
    html = page(staff, url(treatment))
    assert "The consent is not signed. Prepared, not sent. Hand it to the patient" in said(html)
    assert reverse("desk:consent", args=[consent.pk]) in links(html)


def test_a_withdrawn_consent_is_prepared_anew(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    consent = story.signed(desk, treatment)
    consents.withdraw(story.phone(treatment), consent, "treatment")
    assert "The patient has withdrawn this consent. Ask for a new consent." in words(
        staff, treatment
    )
    assert "Prepare a new consent Look at the old one" in words(staff, treatment)


def test_a_fresh_signature_may_be_sooner_with_a_reason_and_a_name(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.signed(desk, treatment, NOW - HOUR)
    assert "The time for reflection is over tomorrow, 2:30pm." in words(staff, treatment)
    status, refused = do(staff, treatment, "sooner", reason="because")
    assert (status, "Error: There is no reason." in refused) == (422, True)
    assert do(staff, treatment, "sooner", reason="She flies home tomorrow")[0] == 303
    assert "It may come sooner, says Ruth Osei: “She flies home tomorrow”" in words(
        staff, treatment
    )


def test_a_consent_is_confirmed_on_the_day_and_the_treatment_starts(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.screened(desk, treatment)
    story.signed(desk, treatment)
    assert do(staff, treatment, "confirm", words="Yes, as we said")[0] == 303
    assert "Nothing is missing." in words(staff, treatment)
    assert do(staff, treatment, "start")[0] == 303
    assert state(treatment) == "started"


def test_yesterdays_confirmation_is_not_todays(
    staff: Client, desk: Desk, treatment: Treatment, stopped: Clock
) -> None:
    consents.confirm_consent(desk, story.signed(desk, treatment))
    stopped.at = NOW + DAY
    assert "The consent is not confirmed today." in words(staff, treatment)


def test_a_start_that_was_open_in_a_tab_passes_the_gate_again(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.screened(desk, treatment)
    consent = story.signed(desk, treatment)
    consents.confirm_consent(desk, consent)
    start = form(page(staff, url(treatment)), "/start/")
    consents.withdraw(story.phone(treatment), consent, "treatment")
    response = staff.post(start.action, start.filled())
    assert (response.status_code, state(treatment)) == (422, "planned")
    assert "The patient has withdrawn this consent." in said(response.content.decode())


def test_a_start_sent_twice_starts_once(staff: Client, desk: Desk, treatment: Treatment) -> None:
    story.screened(desk, treatment)
    consents.confirm_consent(desk, story.signed(desk, treatment))
    start = form(page(staff, url(treatment)), "/start/")
    data = start.filled()
    assert [staff.post(start.action, data).status_code for _ in range(2)] == [303, 303]
    assert Treatment.objects.get().version == treatment.version + 1


def test_a_stale_tab_is_told_and_keeps_its_words(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.signed(desk, treatment, NOW - HOUR)
    found = form(page(staff, url(treatment)), "/sooner/")
    Treatment.objects.update(version=treatment.version + 1)
    response = staff.post(found.action, found.filled(reason="She flies home tomorrow"))
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody changed this while you were writing." in said(html)
    again = form(html, "/sooner/")
    assert again.filled()["reason"] == "She flies home tomorrow"
    assert staff.post(again.action, again.filled()).status_code == 303


# ---------------------------------------------------------------- stops


@pytest.mark.parametrize(("answer", "said_"), [("yes", "Yes."), ("unknown", "I do not know.")])
def test_a_stop_blocks_until_a_named_person_decides(
    staff: Client, desk: Desk, treatment: Treatment, answer: str, said_: str
) -> None:
    stopped_by(desk, treatment, answer)
    consents.confirm_consent(desk, story.signed(desk, treatment))
    assert f"{said_} This stops the treatment until somebody decides." in words(staff, treatment)
    assert do(staff, treatment, "decide", treat="yes", reason="She is 40 years old")[0] == 303
    assert "Treat in spite of it , says Ruth Osei, Friday 27 November, 3:30pm" in words(
        staff, treatment
    )
    assert "Nothing is missing." in words(staff, treatment)


def test_a_decision_not_to_treat_keeps_it_closed(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    stopped_by(desk, treatment)
    consents.confirm_consent(desk, story.signed(desk, treatment))
    do(staff, treatment, "decide", treat="no", reason="Too young for it")
    assert "Do not treat , says Ruth Osei" in words(staff, treatment)
    assert "It can start once everything here is settled." in words(staff, treatment)


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"treat": "yes", "reason": "because"}, "There is no reason."),
        ({"treat": "yes"}, "This is empty."),
        ({"reason": "She is 40 years old"}, "Choose whether to treat."),
    ],
)
def test_a_decision_needs_a_choice_and_a_reason(
    staff: Client, desk: Desk, treatment: Treatment, values: dict[str, str], problem: str
) -> None:
    stopped_by(desk, treatment)
    status, refused = do(staff, treatment, "decide", **values)
    assert (status, StopDecision.objects.count()) == (422, 0)
    assert f"Error: {problem}" in refused


def test_a_nurse_is_told_who_may_decide_and_cannot(
    client: Client, desk: Desk, treatment: Treatment, nurse: Person, stopped: Clock
) -> None:
    del stopped
    stop = stopped_by(desk, treatment)
    client.force_login(nurse)
    html = page(client, url(treatment))
    assert "You may not decide this. Ruth Osei can." in said(html)
    assert [each.action for each in forms(html) if "decide" in each.action] == []
    data = {"stop": stop, "treat": "yes", "reason": "I say so myself", "once": "0123456789abcdef"}
    response = client.post(reverse("desk:treatment_act", args=[treatment.pk, "decide"]), data)
    assert (response.status_code, StopDecision.objects.count()) == (403, 0)


# ---------------------------------------------------------------- who may come


VERBS = (
    "start",
    "sooner",
    "confirm",
    "decide",
    "record",
    "label",
    "time",
    "details",
    "noted",
    "cancel",
)


def test_a_treatment_of_another_clinic_is_not_there(staff: Client, treatment: Treatment) -> None:
    Treatment.objects.update(clinic=Clinic.objects.create(slug="other", name="Other"))
    found = [staff.get(url(treatment, name)).status_code for name in ("treatment", "screening")]
    found += [staff.post(f"{url(treatment)}{verb}/").status_code for verb in VERBS]
    assert found == [404] * 12


def test_looking_changes_nothing(staff: Client, desk: Desk, treatment: Treatment) -> None:
    story.treated(replace(desk), treatment)
    before = Treatment.objects.values().get()
    page(staff, url(treatment))
    led = [staff.get(f"{url(treatment)}{verb}/").status_code for verb in VERBS]
    assert (led, Treatment.objects.values().get()) == ([303] * 10, before)


def test_who_is_not_signed_in_does_nothing(client: Client, treatment: Treatment) -> None:
    found = [client.post(f"{url(treatment)}{verb}/").status_code for verb in VERBS]
    assert (found, state(treatment)) == ([302] * 10, "planned")


def test_an_act_that_nobody_knows_is_not_there(staff: Client, treatment: Treatment) -> None:
    assert staff.post(f"{url(treatment)}bless/").status_code == 404


def test_reception_sees_that_nothing_is_missing_and_starts_nothing(
    client: Client, stopped: Clock, desk: Desk, treatment: Treatment
) -> None:
    del stopped
    story.screened(desk, treatment)
    consents.confirm_consent(desk, story.signed(desk, treatment))
    person = Person.objects.create_user(
        "r@rowan.example", clinic=desk.clinic, name="Rae Lin", role="reception"
    )
    client.force_login(person)
    assert "A nurse or a clinician starts it." in said(page(client, url(treatment)))
    assert "/start/" not in page(client, url(treatment))
    sent = {"once": "k" * 32, "version": str(treatment.version)}
    start = reverse("desk:treatment_act", args=[treatment.pk, "start"])
    assert client.post(start, sent).status_code == 403
    assert state(treatment) == "planned"
