from dataclasses import replace

import pytest

from aftercare.clinic.records.models import Concern, Course, Message, Treatment
from aftercare.clinic.services import concerns
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.patient.conftest import Clock, Handset
from tests.clinic.patient.reading import errors, main, sent, title
from tests.clinic.story import DAY, HOUR, NOW


@pytest.fixture
def worry(cared: Handset, treatment: Treatment) -> Concern:
    del cared
    return concerns.tell_worry(story.phone(treatment), "My cheek is swollen.")


def steps(handset: Handset, concern: Concern) -> list[tuple[str, str]]:
    found = handset.client.get(handset.at("conversation", concern.pk)).context["status"]
    return [(each["said"], each["when"]) for each in found]


SENT = ("Sent", "today, 3:30pm")
DELIVERED = ("Delivered to your clinic’s inbox", "")


def test_a_worry_leads_to_where_one_sees_who_has_read_it(cared: Handset) -> None:
    response = cared.client.post(cared.at("worried"), sent(words="My cheek is swollen."))
    concern = Concern.objects.get()
    assert response["Location"] == cared.at("conversation", concern.pk)
    assert (concern.level, concern.title) == ("contact", "“My cheek is swollen.”")
    assert steps(cared, concern) == [SENT, DELIVERED, ("Not read yet", "")]


def test_a_sign_that_the_clinic_adopted_makes_it_urgent_even_without_words(cared: Handset) -> None:
    response = cared.client.post(cared.at("worried"), sent(words="", signs=["2"]))
    concern = Concern.objects.get()
    assert (concern.level, concern.rank) == ("urgent", concerns.NOW)
    assert Message.objects.get().words == (
        "I have this sign: Your skin is painful, hot and swollen, above all around the eye."
    )
    shown = main(cared.client.get(response["Location"]))
    assert shown.startswith(
        "All messages Your worry Do not wait for an answer If you cannot breathe, call 999 at once."
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Write what worries you, or tick a sign."),
        ({"words": "  "}, "Write what worries you, or tick a sign."),
        ({"words": "x" * 1501}, "Write at most 1,500 letters."),
    ],
)
def test_a_worry_without_words_is_refused_at_its_field(
    cared: Handset, fields: dict[str, str], said: str
) -> None:
    response = cared.client.post(cared.at("worried"), sent(**fields))
    assert (response.status_code, errors(response)) == (422, [said])
    assert (title(response)[:6], Concern.objects.count()) == ("Error:", 0)


def test_a_worry_can_be_told_before_the_treatment_too(handset: Handset) -> None:
    response = handset.client.post(handset.at("worried"), sent(words="I have a cold sore."))
    assert response.status_code == 303


def test_a_worry_sent_twice_is_one(cared: Handset) -> None:
    form = sent(words="My cheek is swollen.")
    for _ in range(2):
        cared.client.post(cared.at("worried"), form)
    assert (Concern.objects.count(), Message.objects.count()) == (1, 1)


def test_the_number_and_the_signs_stand_on_every_page(cared: Handset) -> None:
    names = ("today", "weeks", "checkin", "worried", "messages", "about", "ask")
    pages = {name: main(cared.client.get(cared.at(name))) for name in names}
    wanted = (
        "Call 020 7946 0000",
        "If you cannot breathe, call 999 at once.",
        "Sudden swelling of your lips, mouth, throat or tongue, or trouble breathing.",
    )
    assert [(n, w) for n, page in pages.items() for w in wanted if w not in page] == []


def test_the_patient_sees_who_read_it_and_when_and_who_answered(
    cared: Handset, worry: Concern, desk: Desk, clock: Clock
) -> None:
    concerns.see(replace(desk, at=NOW + HOUR), worry)
    clock(2 * HOUR)
    read = ("Read by Ruth Osei", "today, 4:30pm")
    assert steps(cared, worry) == [SENT, DELIVERED, read]
    concerns.reply(replace(desk, at=NOW + 2 * HOUR), worry, "Come in tomorrow.", worry.version)
    assert steps(cared, worry)[-1] == ("Answered by Ruth Osei", "today, 5:30pm")


def test_what_was_done_without_words_is_said_to_be_done(
    cared: Handset, worry: Concern, desk: Desk, clock: Clock
) -> None:
    concerns.finish(replace(desk, at=NOW + HOUR), worry, worry.version)
    clock(DAY)
    assert steps(cared, worry)[-1] == ("Marked as done by your clinic", "yesterday, 4:30pm")


def test_words_back_wait_for_a_person_again_and_are_not_called_read(
    cared: Handset, worry: Concern, desk: Desk, clock: Clock
) -> None:
    concerns.reply(replace(desk, at=NOW + HOUR), worry, "Is it hot?", worry.version)
    worry.refresh_from_db()
    concerns.finish(replace(desk, at=NOW + HOUR), worry, worry.version)
    clock(2 * HOUR)
    cared.client.post(cared.at("conversation", worry.pk), sent(words="Yes, and it throbs."))
    worry.refresh_from_db()
    assert (worry.state, worry.done_at) == ("open", None)
    assert steps(cared, worry) == [
        ("Sent", "today, 5:30pm"),
        DELIVERED,
        ("Not read yet", ""),
    ]
    concerns.see(replace(desk, at=NOW + 3 * HOUR), worry)
    clock(3 * HOUR)
    assert steps(cared, worry)[-1] == ("Read by Ruth Osei", "today, 6:30pm")


def test_a_page_that_is_fetched_is_not_read_a_button_says_so(
    cared: Handset, worry: Concern, desk: Desk, clock: Clock
) -> None:
    concerns.reply(replace(desk, at=NOW + HOUR), worry, "Come in tomorrow.", worry.version)
    clock(2 * HOUR)
    assert [cared.client.get(cared.at("messages")).context["unread"] for _ in range(2)] == [1, 1]
    assert cared.client.get(cared.at("read")).status_code == 405
    cared.client.post(cared.at("read"), {"until": NOW + 2 * HOUR})
    assert cared.client.get(cared.at("today")).context["unread"] == 0
    assert Course.objects.get().last_seen_at == NOW + 2 * HOUR


@pytest.mark.parametrize("until", ["", "x", str(NOW), "²"])
def test_what_came_after_the_page_was_made_stays_new(
    cared: Handset, worry: Concern, desk: Desk, clock: Clock, until: str
) -> None:
    concerns.reply(replace(desk, at=NOW + HOUR), worry, "Come in tomorrow.", worry.version)
    clock(2 * HOUR)
    cared.client.post(cared.at("read"), {"until": until})
    assert cared.client.get(cared.at("today")).context["unread"] == 1


def test_a_question_is_no_worry(cared: Handset) -> None:
    cared.client.post(cared.at("ask"), sent(words="Can I go to the gym?"))
    assert (Concern.objects.get().kind, Concern.objects.get().rank) == (
        "question",
        concerns.QUESTION,
    )


def test_a_question_without_words_is_refused(cared: Handset) -> None:
    response = cared.client.post(cared.at("ask"), sent(words=""))
    assert (response.status_code, errors(response)) == (422, ["Write what you want to tell us."])


def test_the_list_shows_the_newest_first_with_every_message(
    cared: Handset, worry: Concern, desk: Desk, treatment: Treatment, clock: Clock
) -> None:
    concerns.ask_clinic(story.phone(treatment, NOW + 60), "May I run?")
    concerns.reply(replace(desk, at=NOW + HOUR), worry, "Come in tomorrow.", worry.version)
    clock(2 * HOUR)
    rows = cared.client.get(cared.at("messages")).context["rows"]
    assert [
        (each["title"], each["new"], [one["text"] for one in each["talk"]]) for each in rows
    ] == [
        ("Your worry", True, ["My cheek is swollen.", "Come in tomorrow."]),
        ("Your question", False, ["May I run?"]),
    ]


def test_another_courses_conversation_is_not_found(cared: Handset, treatment: Treatment) -> None:
    assert cared.client.get(cared.at("conversation", treatment.pk)).status_code == 404
