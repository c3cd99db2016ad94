"""A draft -> YAML: it loads, its gaps are findings, and nothing in it is more permissive."""

from __future__ import annotations

import re

import pytest

from aftercare.core.check import check
from aftercare.core.leaflet.draft import draft
from aftercare.core.leaflet.protocol import as_protocol
from aftercare.core.problems import errors
from aftercare.core.protocol.load import Loaded, load
from aftercare.core.protocol.model import Protocol, say
from aftercare.core.protocol.vocabulary import read_vocabulary
from aftercare.protocols import vocabulary

LEAFLET = """Your peel
You will be red for 2 days.
No sauna for at least 3 days.
No make-up until the redness has gone, usually 24 hours.
You may swim after 2 weeks.
Keep the area dry for 24 hours.
Stay upright for 4 hours.
No sunbathing for 3 months.
Frobnicate daily with a spoon.
Call us if you are worried.
"""


def loaded(text: str = LEAFLET) -> Loaded:
    found, problems = load(as_protocol(draft(text), text).encode(), "draft.yaml")
    assert problems == []
    assert found is not None
    return found


def protocol() -> Protocol:
    return loaded().protocol


def advice(number: int) -> tuple[str, list[str], str]:
    clause = protocol().advice[number]
    length = clause.length or clause.usually
    return clause.verb, [str(name) for name in clause.activities], length.written if length else ""


def test_a_ban_keeps_its_open_end_and_its_sentence() -> None:
    assert advice(0) == ("avoid", ["sauna", "steam"], "at least 3 days")
    assert protocol().advice[0].source == ("3",)


def test_a_condition_is_declared_and_asked() -> None:
    assert str(protocol().advice[1].until) == "redness_gone"
    assert "redness_gone" in protocol().conditions


def test_a_permission_for_later_forbids_until_then() -> None:
    assert advice(2) == ("avoid", ["swimming", "open-water"], "2 weeks")


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("No sauna for 3 days, or until all marks have gone.", ["3 days", "all_marks_have_gone"]),
        ("No sauna until all marks have gone (about 3 days).", ["all_marks_have_gone"]),
        ("No sauna until healed, at least 3 days.", ["at least 3 days", "skin_healed"]),
        ("You may have a sauna after 3 days once it has healed.", ["3 days", "skin_healed"]),
    ],
)
def test_no_condition_ends_a_ban_before_its_own_length(said: str, ends: list[str]) -> None:
    clauses = loaded(f"{LEAFLET}{said}\n").protocol.advice[6:]
    found = [str(each.until or (each.length and each.length.written)) for each in clauses]
    assert found == ends
    assert all(each.verb == "avoid" for each in clauses)


def test_a_ban_worded_as_care_is_no_permission() -> None:
    assert advice(3)[0] == "avoid"
    assert advice(4)[1] == ["todo-which-activity"]


def test_months_are_days_that_a_person_must_check() -> None:
    clause = protocol().advice[5]
    assert clause.length is not None
    assert clause.length.written == "93 days"
    assert "TODO" in next(iter(clause.text.values()))


def test_its_gaps_are_errors_so_that_nobody_publishes_it() -> None:
    path = vocabulary()
    words, _ = read_vocabulary(path.read_bytes(), path.name)
    assert words is not None
    codes = {problem.code for problem in errors(check(loaded(), words))}
    assert {"P503", "P701"} <= codes


def test_a_sentence_that_was_not_understood_is_not_covered() -> None:
    path = vocabulary()
    words, _ = read_vocabulary(path.read_bytes(), path.name)
    assert words is not None
    lost = [p.message for p in check(loaded(), words) if p.code == "P701"]
    assert len(lost) == 1
    assert "9" in lost[0]


def test_a_ban_that_is_only_implied_asks_for_its_end() -> None:
    clauses = loaded(f"{LEAFLET}You may use your creams again, except acids.\n").protocol.advice
    said = next(iter(clauses[-1].text.values()))
    assert (clauses[-1].verb, "until when" in said) == ("avoid", True)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("You may swim a few days later.", "from when"),
        ("You may run after a day, swim after some weeks.", "from when"),
        ("You can have a beer at the weekend.", "from when"),
        ("Do not swim for a few days.", "until when"),
        ("Do not swim from day 3.", "until when"),
        ("You may swim after 3 days if your doctor agrees.", "from when"),
        ("Do not swim for 5 days after the scabs have gone.", "until when"),
        ("Do not swim for 5 days after your tan has faded.", "until when"),
        ("You may swim 5 days after the scabs have gone.", "from when"),
        ("Do not swim for 5 days, and until the scabs have gone.", None),
        ("For 3 days after your last wax do not have a sauna.", None),
        ("Leave it bare for 2 hours after it before a sunscreen goes on.", None),
        ("You can swim with our permission.", "from when"),
        ("You may swim and run again within 3 days.", "from when"),
        ("You can start on the sauna at the 72-hour mark.", "from when"),
        ("Saunas are fine on dry skin.", "from when"),
        ("You may swim as soon as you like.", None),
        ("You can have a sauna if you like.", "from when"),
        ("You can take paracetamol when it hurts.", None),
        ("You may swim after a day.", None),
        ("Do not swim for a day, or a few days if it is sore.", None),
    ],
)
def test_a_vague_time_is_asked_for(said: str, asked: str | None) -> None:
    clause = loaded(f"{LEAFLET}{said}\n").protocol.advice[-1]
    words = next(iter(clause.text.values()))
    assert re.findall(r"(?:from|until) when", words) == ([asked] if asked else [])
    if asked:  # to accept it as it is permits nothing
        assert (clause.verb, clause.length, clause.until) == ("avoid", None, None)


@pytest.mark.parametrize(
    "said",
    [
        "Do not swim tomorrow.",
        "From day 3 on avoid swimming.",
        "No swimming after the first 24 hours.",
        "4-6 hours after it:\n- Do not swim.",
    ],
)
def test_a_ban_never_ends_where_it_begins(said: str) -> None:
    clause = loaded(f"{LEAFLET}{said}\n").protocol.advice[-1]
    assert (clause.verb, clause.length, clause.begins) == ("avoid", None, None)
    assert "it begins later: until when" in next(iter(clause.text.values()))


def test_a_ban_that_begins_later_ends_on_its_condition_only() -> None:
    clauses = loaded(f"{LEAFLET}If it is red after 3 days, avoid acids.\n").protocol.advice
    [clause] = [each for each in clauses if "acids" in next(iter(each.text.values()))]
    assert (clause.until, clause.length, clause.usually) == ("redness_gone", None, None)


def test_whom_to_ask_is_no_activity_of_a_ban() -> None:
    clause = loaded(f"{LEAFLET}You may swim after 3 days if your doctor agrees.\n").protocol.advice
    assert clause[-1].activities == ("swimming", "open-water")


def test_an_answer_is_read_with_its_question_and_a_rule_with_its_title() -> None:
    text = (
        "Can I swim? After 3 days.\n\nRetinol\nNot for a week.\n\nThe end\nNo sauna for 2 days.\n"
    )
    advice = loaded(text).protocol.advice
    said = [next(iter(each.text.values())) for each in advice]
    assert said == ["Can I swim? After 3 days.", "Retinol: Not for a week.", "No sauna for 2 days."]
    assert [each.source for each in advice] == [("1", "2"), ("3", "4"), ("6",)]


def test_a_clause_reads_as_a_sentence_by_itself() -> None:
    text = (
        "Darker patches may appear, which fade over some months.\n"
        "I understand that redness varies and that I may need 3 sessions.\n"
        "\nWhat to expect\n\nWhen | What you may see\nDay 1 | redness and heat\n"
    )
    found = loaded(text).protocol
    said = [say(each.text, "en") for each in found.risks]
    said += [say(each.text, "en") for each in found.reactions]
    said += [say(each.text, "en") for each in found.treatment.about]
    assert "Darker patches may appear, which fade over some months." in said
    assert "I may need 3 sessions." in said
    assert "Day 1: redness and heat" in said


def test_a_cool_compress_without_ice_does_not_answer_for_ice() -> None:
    text = "Apply a cool compress (no ice).\nUse a cold pack.\n"
    told = [[str(name) for name in each.activities] for each in loaded(text).protocol.advice]
    assert told == [["todo-which-activity"], ["ice"]]


@pytest.mark.parametrize(
    ("care", "activities"),
    [
        ("Wash with water only, no cleanser.", ["todo-which-activity"]),
        ("Take showers instead of baths.", ["shower"]),
        ("Use a gentle cleanser rather than a face wipe.", ["cleansing"]),
    ],
)
def test_care_says_nothing_of_what_it_leaves_out(care: str, activities: list[str]) -> None:
    (told,) = loaded(f"{care}\n").protocol.advice
    assert [str(name) for name in told.activities] == activities
