from aftercare.core.consent.events import DAY, Event, Standing, standing

NOON = 1_795_608_000


def signed(at: int, **data: str) -> Event:
    return Event("signed", at, "Priya Nair", data)


def test_a_consent_that_was_only_prepared_is_prepared() -> None:
    assert standing([Event("prepared", NOON, "Elena")], NOON, 180) == Standing(state="prepared")


def test_a_signed_consent_says_when_and_until_when() -> None:
    events = [Event("prepared", NOON, "Elena"), signed(NOON + 60)]
    found = standing(events, NOON + 60, 180)
    assert (found.state, found.signed_at, found.expires_at) == (
        "signed",
        NOON + 60,
        NOON + 60 + 180 * DAY,
    )


def test_a_signature_expires_to_the_second() -> None:
    events = [signed(NOON)]
    states = [standing(events, NOON + 30 * DAY + late, 30).state for late in (-1, 0)]
    assert states == ["signed", "expired"]


def test_what_happens_later_does_not_count_yet() -> None:
    events = [signed(NOON), Event("withdrawn", NOON + 60, "Priya", {"scope": "treatment"})]
    states = [standing(events, NOON + late, 180).state for late in (59, 60)]
    assert states == ["signed", "withdrawn"]


def test_a_withdrawn_permission_leaves_the_others_and_the_treatment() -> None:
    events = [
        signed(NOON, offered="photographs messages marketing", permissions="photographs messages"),
        Event("withdrawn", NOON + 60, "Priya", {"scope": "photographs"}),
    ]
    found = standing(events, NOON + 60, 180)
    assert found.state == "signed"
    assert found.permissions == {"photographs": False, "messages": True, "marketing": False}


def test_a_question_is_open_until_it_is_answered() -> None:
    asked = [
        Event("asked", NOON, "Priya", {"question": "a", "words": "Will it hurt?"}),
        Event("asked", NOON + 1, "Priya", {"question": "b", "words": "How long?"}),
    ]
    answered = Event("answered", NOON + 2, "Elena", {"question": "a", "words": "A little."})
    assert standing([*asked, answered], NOON + 1, 180).unanswered == ("a", "b")
    assert standing([*asked, answered], NOON + 2, 180).unanswered == ("b",)


def test_the_last_answer_to_an_agreement_counts() -> None:
    events = [
        Event("agreed", NOON, "Priya", {"agreement": "advice-received", "answer": "no"}),
        Event("agreed", NOON + 1, "Priya", {"agreement": "advice-received", "answer": "yes"}),
    ]
    assert standing(events, NOON + 1, 180).agreed == {"advice-received": "yes"}


def test_a_replaced_consent_stays_replaced_whatever_came_before() -> None:
    events = [signed(NOON), Event("replaced", NOON + 9, "Elena", {"by": "2"})]
    assert standing(events, NOON + 9, 180).state == "replaced"


def test_each_step_towards_a_signature_has_its_state() -> None:
    steps = [
        Event("prepared", NOON, "Elena"),
        Event("sent", NOON + 1, "Elena", {"how": "link"}),
        Event("opened", NOON + 2, "Priya"),
        Event("read", NOON + 3, "Priya", {"section": "risks"}),
        signed(NOON + 4),
    ]
    states = [standing(steps, NOON + late, 180).state for late in range(5)]
    assert states == ["prepared", "sent", "opened", "opened", "signed"]
    assert standing(steps, NOON + 3, 180).read == frozenset({"risks"})
