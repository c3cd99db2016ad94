"""Where a time stands beside what it is of: above, below, in brackets, in a label, in an answer."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import items

THREE = {"makeup": 24, "exercise": 48, "swimming": 168}
LAYOUTS = [
    "NO MAKE-UP\n24 hours\n\nNO GYM\n48 hours\n\nNO SWIMMING\n1 week\n",
    "24 HOURS\nNo make-up\n\n48 HOURS\nNo gym\n\n1 WEEK\nNo swimming\n",
    "Make-up\nNot for 24 hours.\n\nExercise\nAvoid for 48 hours.\n\nSwimming\nNot for a week.\n",
    "Avoid:\nMake-up\n(24 hours)\nGym\n(48 hours)\nSwimming\n(1 week)\n",
    "No make-up (24 hours)\nNo gym (48 hours)\nNo swimming (1 week)\n",
    "AVOID FOR 24 HOURS: make-up\nAVOID FOR 48 HOURS: gym\nAVOID FOR 1 WEEK: swimming\n",
    "24h: no make-up\n48h: no gym\n1 wk: no swimming\n",
    "Make-up – 24 hours\nGym – 48 hours\nSwimming – 1 week\n",
    "For 24 hours\nno make-up\nFor 48 hours\nno gym\nFor 1 week\nno swimming\n",
    "Do not:\n- wear make-up (24h)\n- exercise (48h)\n- swim (7 days)\n",
    "Not for the time shown.\n• Make-up – 24 hours\n• Gym – 48 hours\n• Swimming – 7 days\n",
    "Activity | Wait\nMake-up | 24 hours\nGym | 48 hours\nSwimming | 1 week\n",
    "Make-up\t24 hours\nGym\t48 hours\nSwimming\t1 week\n",
    "NOT FOR 24 HOURS: make-up\nNOT FOR 48 HOURS: gym\nNOT FOR 1 WEEK: swimming\n",
    "Please wait:\n24 hours before make-up\n48 hours before the gym\n1 week before swimming\n",
    "MAKE UP: Avoid for 24 hours GYM: Avoid for 48 hours SWIMMING: Not for 1 week\n",
    "24 hours:\nNo make-up\n48 hours:\nNo gym\n1 week:\nNo swimming\n",
    "24 hours\n\nNo make-up\n\n48 hours\n\nNo gym\n\n1 week\n\nNo swimming\n",
    "# 24 hours\nNo make-up\n# 48 hours\nNo gym\n# 1 week\nNo swimming\n",
    "**24 hours:**\nNo make-up\n**48 hours:**\nNo gym\n**1 week:**\nNo swimming\n",
    "Avoid for 24 hours:\nMake-up\nFor 48 hours:\nGym\nFor 1 week:\nSwimming\n",
    "1. No make-up\n   for 24 hours.\n2. No gym\n   for 48 hours.\n3. Never swim\n   for a week.\n",
    "No make-up\nfor 24 hours\n\nNo gym\nfor 48 hours\n\nNo swimming\nfor 1 week\n",
]
ANSWERS = [
    "Q: When can I wear make-up?\nA: After 24 hours.\nQ: When can I swim?\nA: After 1 week.\n",
    "When can I wear make-up?\nAfter 24 hours.\n\nWhen can I swim?\nAfter 1 week.\n",
    "Back to make-up: 24 hours\nSwimming again: after 1 week\n",
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_each_ban_has_its_own_time_and_no_other(text: str) -> None:
    found = [each for each in items(text) if each.activities]
    assert {each.kind for each in found} == {"avoid"}
    told = {each.activities[0]: each.window.max_hours for each in found if each.window}
    assert told == THREE


@pytest.mark.parametrize("text", ANSWERS)
def test_what_is_permitted_later_begins_at_its_own_time(text: str) -> None:
    found = {each.activities[0]: each for each in items(text)}
    for name, hour in (("makeup", 24), ("swimming", 168)):
        window = found[name].window
        assert window is not None
        begins = window.start_hours if found[name].kind == "do" else window.max_hours
        assert begins == hour


def test_a_label_with_what_is_forbidden_is_not_taken_for_a_title() -> None:
    found = items("AVOID FOR 24 HOURS: make-up, gym\nAVOID FOR 1 WEEK: swimming\n")
    assert [each.activities for each in found] == [("makeup", "exercise"), ("swimming",)]


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("Gym: when the redness has gone.", "redness subsides"),
        ("Make-up: once your skin has healed.", "skin healed"),
        ("Swimming: only when the scabs have gone.", "scabs gone"),
    ],
)
def test_a_thing_with_a_state_behind_it_waits_for_that(said: str, until: str) -> None:
    (found,) = items(said)
    assert (found.kind, found.until) == ("avoid", until)


def test_days_in_one_paragraph_are_each_of_their_own_sentences() -> None:
    text = "Day 1: redness. No make-up. Day 2: make-up is fine. No gym. Day 3: no swimming.\n"
    found = {each.activities[0]: each for each in items(text) if each.kind == "avoid"}
    told = {name: each.window.max_hours for name, each in found.items() if each.window}
    assert told == {"makeup": 24, "exercise": 48, "swimming": 72}


@pytest.mark.parametrize("label", ["What not to do", "Things to avoid", "What to avoid", "Don't"])
def test_a_label_that_forbids_forbids_all_behind_it(label: str) -> None:
    found = items(f"{label}: swim, use saunas or exercise for 48 hours.")
    assert {each.kind for each in found} == {"avoid"}
    assert {"swimming", "sauna", "exercise"} <= {n for each in found for n in each.activities}


def test_a_word_before_its_advice_is_no_order() -> None:
    found = items("Exercise. Avoid strenuous exercise for 48 hours.")
    assert [(each.kind, each.activities) for each in found] == [("avoid", ("exercise",))]
