"""Turns of the language: each case stands for many leaflets that say it in other words."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import Bounds, bounds, items


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Contact sports are best avoided for a month.", (720, 720)),
        ("Make-up waits two days at least.", (48, None)),
        ("Give spin class and the hot tub a miss for three days.", (72, 72)),
        ("We would rather you didn't swim for a week.", (168, 168)),
        ("Set your usual serums aside for five days.", (120, 120)),
        ("You cannot donate blood for four months.", (2880, 2880)),
        ("Glass of wine? Give it 24 hours.", (24, 24)),
        ("Braids and ponytails: give them a week.", (168, 168)),
        ("Leave two weeks between waxing and laser.", (336, 336)),
        ("Scrubs are off the menu for at least a week.", (168, None)),
        ("Give the gym four days.", (96, 96)),
        ("Acids are not to be used for 5 days, and in no event for less than 3.", (120, 120)),
        ("Nothing but our cream may go on it for the rest of the day.", (None, 24)),
        ("Between visits stop waxing.", None),
        ("Ibuprofen may not be taken.", None),
        ("Take no pain medicine other than ours.", None),
        ("Retinol stays in the drawer for 6 days.", (144, 144)),
        ("We recommend no sunscreen for the first 72 hours.", (72, 72)),
        ("Nothing topical at all for at least 90 minutes.", (1.5, None)),
        ("The same applies to alcohol.", None),
    ],
)
def test_a_ban_in_other_words(text: str, hours: Bounds) -> None:
    before = "No sauna today. " if text.startswith("The same") else ""
    found = [each for each in items(before + text) if each.quote in text]
    assert [each.kind for each in found] == ["avoid"]
    assert before or bounds(found[0]) == hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Sore? Take paracetamol.", None),
        ("Tenderness: cold compress, only as needed.", None),
        ("Rinse with nothing but lukewarm water.", None),
        ("You may take a mild painkiller.", None),
        ("For the best results wear sunscreen.", None),
        ("A hat is a good idea.", None),
        ("From the end of day 3 you can use retinol again.", (72, None)),
        ("Retinol: restart in 72 hours.", (72, None)),
        ("Your serum may come back after 5 days.", (120, None)),
        ("From tomorrow wash twice a day with a mild cleanser.", (24, None)),
        ("Twice a day apply the balm.", None),
        ("SPF 50 goes on last.", None),
        ("Sleep on your back the first night.", (None, 24)),
        ("After showering pat it dry.", None),
        ("If you are sore take paracetamol.", None),
    ],
)
def test_care_in_other_words(text: str, hours: Bounds) -> None:
    [found] = items(text)
    assert (found.kind, bounds(found)) == ("do", hours)


@pytest.mark.parametrize(
    "text",
    [
        "It may look shiny for a while.",
        "Fine lines have softened and the redness has gone.",
        "They may last a few days.",
        "You should see a difference in three weeks.",
        "For a short time I may have pain and bruises, which pass.",
        "The brows go on changing colour for about 4 weeks.",
        "Dissolving stitches drop out within 2 weeks.",
        "Your scar will be pink and firm for a while.",
        "Redness may come back after a hot shower.",
        "Some people flake on day 4 and some never do.",
        "It should go within a few hours.",
        "In time the heat goes and your skin feels normal.",
    ],
)
def test_a_course_in_other_words(text: str) -> None:
    assert {each.kind for each in items(text)} == {"expect"}


@pytest.mark.parametrize(
    "text",
    [
        "Cold sores can come back.",
        "If you don't, your result may suffer.",
        "Be aware that hot showers irritate new skin.",
        "Your tattoo is an open wound, so infection is possible if it is not kept clean.",
        "Too much can irritate the skin and bring you out in spots.",
        "Towels leave fluff behind and can let infection in.",
        "Picking means marks.",
    ],
)
def test_a_harm_in_other_words(text: str) -> None:
    assert "risk" in {each.kind for each in items(text)}
    assert {each.kind for each in items(text)} <= {"risk", "expect"}


def test_a_condition_at_the_head_of_a_sentence_ends_each_of_its_bans() -> None:
    [pools, sponges] = items("Until the redness has gone stay out of pools, and lay off sponges.")
    assert {pools.until, sponges.until} == {"redness subsides"}
    told = items("The redness goes in two days; until it has, I am to use no soap and no scrubs.")
    assert told[-1].until == "redness subsides"


@pytest.mark.parametrize(
    ("heading", "hours", "until"),
    [
        ("FIRST 72 HOURS\n\nDON'T", (72, 72), None),
        ("UNTIL 48 HOURS ARE UP", (48, 48), None),
        ("Until the peeling is finished", None, "peeling stopped"),
        ("While you are peeling:", None, "peeling stopped"),
    ],
)
def test_a_heading_lends_its_end(heading: str, hours: Bounds, until: str | None) -> None:
    found = items(f"PEEL\n\n{heading}\n- no sauna\n- no scrubs\n")
    assert [(each.kind, bounds(each), each.until) for each in found] == [
        ("avoid", hours, until),
        ("avoid", hours, until),
    ]


def test_under_do_and_dont_the_length_above_both_holds() -> None:
    text = "FIRST 3 DAYS\n\nDO\n- Use the balm\n\nDON'T\n- Touch it\n\nLATER ON\n- Wear sunscreen\n"
    assert [(each.kind, bounds(each)) for each in items(text)] == [
        ("do", (72, 72)),
        ("avoid", (72, 72)),
        ("do", None),
    ]


def test_what_holds_from_then_on_begins_when_the_heading_before_ends() -> None:
    [no, yes] = items("FIRST 48 HOURS\n✗ No swimming\n\nFROM THEN ON\n✓ Wash as you normally do\n")
    assert (bounds(no), bounds(yes)) == ((48, 48), (48, None))


def test_bare_numbers_have_the_unit_of_their_column() -> None:
    text = "Day  | What to expect\n0-1  | red and tight\n2-3  | flaking\n7+   | smoother\n"
    assert [bounds(each) for each in items(text)] == [(24, 24), (72, 72), (144, None)]
    other = "How many | What\n3 | No sauna\n5 | No gym\n"
    assert [bounds(each) for each in items(other)] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "When do I call you?\n- Blisters\n- Yellow fluid\n",
        "NOT NORMAL, SO MESSAGE US\n- Blisters\n- Fever\n",
        "What is not normal: blisters or fever.",
        "Feverish as well? Urgent care, at once.",
    ],
)
def test_signs_are_reasons_to_call_however_it_is_asked(text: str) -> None:
    assert {each.kind for each in items(text)} == {"seek-help"}


def test_rather_than_forbids() -> None:
    assert [each.kind for each in items("Pat with a towel rather than rub.")] == ["do", "avoid"]


def test_a_consent_is_parted_where_it_says_that_again() -> None:
    found = items("I understand that my skin will be red, and that scars can form in rare cases.")
    assert [each.kind for each in found] == ["expect", "risk"]


def test_bare_words_under_a_length_are_what_has_to_wait() -> None:
    text = "FOR 48 HOURS\n- Make-up of any kind\n- No sauna\n\n"
    text += "WHAT HAS TO WAIT\nMake-up    7 days\nBotox      2 weeks\n"
    found = items(text)
    assert [each.kind for each in found] == ["avoid"] * 4
    assert [bounds(each) for each in found] == [(48, 48), (48, 48), (168, 168), (336, 336)]


def test_until_then_is_until_what_was_said_before() -> None:
    found = items("Make-up can be worn once the skin has healed. Do not shave it before then.")
    assert [each.until for each in found] == ["skin healed", "skin healed"]


def test_no_strong_product_beside_care_is_a_ban_of_its_own() -> None:
    found = items("Keep it moisturised with something light, no acids.")
    assert [(each.kind, each.activities[-1]) for each in found] == [
        ("do", "acids"),
        ("avoid", "acids"),
    ]


def test_bare_words_under_a_beginning_are_left_to_a_person() -> None:
    assert items("AFTER 24 HOURS\n\n- Make-up\n- Swimming\n") == []


def test_a_permission_after_the_treatment_begins_at_its_later_bound() -> None:
    [found] = items("You may use make-up 3 to 4 days after the procedure.")
    assert (found.kind, bounds(found)) == ("do", (96, None))
    [found] = items("Tomorrow you may wear make-up.")
    assert (found.kind, bounds(found)) == ("do", (24, None))


def test_two_bans_with_a_length_each_are_two() -> None:
    first, second = items(
        "Avoid the pool for two weeks, and the gym and saunas for at least 5 days."
    )
    assert (first.kind, bounds(first)) == ("avoid", (336, 336))
    assert (second.kind, bounds(second)) == ("avoid", (120, None))


def test_the_rest_of_the_day_is_no_rest() -> None:
    [found] = items("Put nothing on your skin for the rest of today.")
    assert found.activities == ()
