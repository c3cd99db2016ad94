from typing import Any

import pytest

from aftercare.clinic.records.models import CheckIn, Concern, Treatment
from aftercare.clinic.services import checkins, sweep
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.patient.conftest import Clock, Handset
from tests.clinic.patient.reading import errors, main, sent, title
from tests.clinic.story import DAY, NOW

NONE = "none-of-these"


def turn(handset: Handset, page: int, go: str = "next", **fields: Any) -> Any:
    return handset.client.post(handset.at("checkin"), sent(page=page, go=go, **fields))


def carried(response: Any) -> dict[str, Any]:
    """Give what the next page would send along, as a browser does."""
    form = response.context["form"]
    values = {name: form.value(name) for name in form.fields if name not in {"page", "version"}}
    return {name: value for name, value in values.items() if value}


def test_what_is_felt_is_asked_before_what_is_seen(cared: Handset) -> None:
    first = cared.client.get(cared.at("checkin")).context["form"]
    assert [name for name, _ in first.fields["felt"].choices] == [
        "tightness",
        "itching",
        "tenderness",
        "stinging",
        "windburn",
        "tingling",
        "dryness",
        NONE,
    ]
    second = turn(cared, 1, felt=["tightness"])
    assert [field.name for field in second.context["shown"]] == ["noticed"]


def test_a_page_left_empty_says_so_at_its_field(cared: Handset) -> None:
    response = turn(cared, 1)
    assert (response.status_code, title(response)[:6]) == (422, "Error:")
    assert errors(response) == ["Tick what you feel, or “None of these”."]


def test_none_and_something_else_is_refused(cared: Handset) -> None:
    response = turn(cared, 2, felt=[NONE], noticed=["redness", NONE])
    assert response.status_code == 422
    assert response.context["page"] == 2
    assert errors(response) == ["You ticked “None of these” and something else. Choose one."]


def test_each_ticked_symptom_needs_its_severity(cared: Handset) -> None:
    response = turn(cared, 3, felt=["itching"], noticed=["redness"], how_itching="mild")
    assert response.status_code == 422
    assert errors(response) == ["Choose how bad it is: Redness or flushing."]


def test_nothing_is_kept_before_the_last_button(cared: Handset) -> None:
    turn(cared, 1, felt=["itching"])
    turn(cared, 3, felt=["itching"], noticed=[NONE], how_itching="severe")
    assert CheckIn.objects.count() == 0


def test_back_keeps_what_was_answered(cared: Handset) -> None:
    there = turn(cared, 3, felt=["itching"], noticed=["redness"], how_itching="mild", go="1")
    assert there.context["page"] == 1
    assert carried(there) == {"felt": ["itching"], "noticed": ["redness"], "how_itching": "mild"}


def test_what_nobody_spoke_of_is_not_recorded_as_none(cared: Handset) -> None:
    turn(
        cared,
        5,
        "send",
        felt=["itching"],
        noticed=["redness"],
        how_itching="mild",
        how_redness="mild",
    )
    assert CheckIn.objects.get().symptoms == {"itching": "mild", "redness": "mild"}


def test_the_others_are_none_once_the_patient_says_so(cared: Handset) -> None:
    turn(cared, 5, "send", felt=["itching"], noticed=[NONE], how_itching="mild", others="on")
    symptoms = CheckIn.objects.get().symptoms
    assert {name for name, how in symptoms.items() if how != "none"} == {"itching"}
    assert len(symptoms) == 18


def test_a_severity_of_what_is_no_longer_ticked_does_not_count(cared: Handset) -> None:
    turn(
        cared, 5, "send", felt=[NONE], noticed=["redness"], how_itching="severe", how_redness="mild"
    )
    assert CheckIn.objects.get().symptoms["itching"] == "none"


def test_the_redness_is_gone_and_soap_is_fine_again(cared: Handset, clock: Clock) -> None:
    clock(2 * DAY)
    response = turn(cared, 5, "send", felt=[NONE], noticed=[NONE])
    shown = cared.client.get(response["Location"])
    assert shown.context["fine"] == ["using soap on your skin"]
    assert main(shown).startswith("Thank you Your check-in, today, 3:30pm.")


def test_a_condition_that_a_symptom_answers_is_not_asked_twice(cared: Handset) -> None:
    asked = [turn(cared, 2, felt=["itching"], noticed=[each]) for each in ("redness", "bruising")]
    found = [[field.name for field in turn(cared, 3, how_itching="mild", how_redness="mild",
        how_bruising="mild", **{k: v for k, v in carried(each).items() if k in {"felt", "noticed"}},
    ).context["shown"]] for each in asked]  # fmt: skip
    assert found == [
        ["is_pores_closed", "is_skin_settled", "areas", "words"],
        ["is_redness_gone", "is_pores_closed", "is_skin_settled", "areas", "words"],
    ]


def test_i_am_not_sure_is_no_report(cared: Handset) -> None:
    turn(cared, 5, "send", felt=[NONE], noticed=[NONE], is_pores_closed="yes", is_skin_settled="")
    assert CheckIn.objects.get().conditions == {"pores_closed": "yes"}


def test_same_as_yesterday_is_two_taps_and_judged_anew(
    cared: Handset, treatment: Treatment, clock: Clock
) -> None:
    checkins.record_checkin(
        story.phone(treatment, NOW), {"redness": "moderate", "itching": "none"}, {}
    )
    clock(5 * DAY)
    first = cared.client.get(cared.at("checkin"))
    assert (first.context["same"], first.context["was"]) == (
        "Same as on Friday 27 November",
        "Redness or flushing: moderate.",
    )
    check = turn(cared, 1, "same")
    assert check.context["page"] == 5
    turn(cared, 5, "send", **carried(check))
    row = CheckIn.objects.latest("at")
    assert (row.symptoms, row.level) == ({"itching": "none", "redness": "moderate"}, "contact")


def test_without_an_earlier_one_there_is_nothing_to_repeat(cared: Handset) -> None:
    assert "same" not in cared.client.get(cared.at("checkin")).context
    assert turn(cared, 1, "same").status_code == 422


def test_an_empty_check_in_cannot_be_sent(cared: Handset) -> None:
    response = turn(cared, 5, "send")
    assert (response.status_code, CheckIn.objects.count()) == (422, 0)
    assert errors(response) == ["You have not answered yet. Go back, and tick what you feel."]


def test_sent_twice_it_is_one_check_in(cared: Handset) -> None:
    form = sent(page=5, go="send", felt=[NONE], noticed=[NONE])
    answers = [cared.client.post(cared.at("checkin"), form) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert CheckIn.objects.count() == 1


def test_two_tabs_are_two_check_ins_and_do_not_mix(cared: Handset) -> None:
    one = turn(cared, 1, felt=["itching"])
    two = turn(cared, 1, felt=["dryness"])
    assert (carried(one)["felt"], carried(two)["felt"]) == (["itching"], ["dryness"])


def test_signs_of_infection_lead_to_the_emergency_words(cared: Handset) -> None:
    there = turn(cared, 5, "send", felt=[NONE], noticed=["infection"], how_infection="mild")
    shown = cared.client.get(there["Location"])
    assert (shown.context["row"].level, shown.context["concern"].level) == ("urgent", "urgent")
    assert shown.context["told"] == (
        "Contact your specialist today about this: signs of infection."
        " If you cannot breathe, call 999 at once."
    )


def test_where_nothing_is_sorted_the_clinic_looks_at_it(cared: Handset, desk: Desk) -> None:
    desk.clinic.triage_on = False
    desk.clinic.save()
    there = turn(cared, 5, "send", felt=["itching"], noticed=[NONE], how_itching="mild")
    assert cared.client.get(there["Location"]).context["told"] == "Your clinic will look at this."


def test_a_check_in_after_the_two_weeks_is_taken_too(cared: Handset, clock: Clock) -> None:
    clock(30 * DAY)
    assert turn(cared, 5, "send", felt=[NONE], noticed=[NONE]).status_code == 303


def test_silence_is_marked_on_the_tab_and_a_check_in_ends_it(
    cared: Handset, desk: Desk, clock: Clock
) -> None:
    clock(2 * DAY)
    sweep.sweep(desk.clinic, NOW + 2 * DAY)
    assert cared.client.get(cared.at("today")).context["due"] is True
    turn(cared, 5, "send", felt=[NONE], noticed=[NONE])
    assert cared.client.get(cared.at("today")).context["due"] is False
    assert [each.state for each in Concern.objects.filter(kind="missed")] == ["done"]


@pytest.mark.parametrize(
    "fields", [{"page": "9"}, {"page": "x"}, {"felt": ["fever"]}, {"go": "77"}]
)
def test_what_no_page_sends_is_refused_and_breaks_nothing(
    cared: Handset, fields: dict[str, Any]
) -> None:
    response = cared.client.post(cared.at("checkin"), sent(**{"page": 1, "go": "next"} | fields))
    assert (response.status_code, CheckIn.objects.count()) == (422, 0)


def test_another_courses_check_in_is_not_found(cared: Handset, treatment: Treatment) -> None:
    there = cared.at("checkin_done", treatment.pk)
    assert cared.client.get(there).status_code == 404
