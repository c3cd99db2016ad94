"""What only makes sense with what stands before it: bare numbers, fragments, periods, pronouns."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import Bounds, bounds, items


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Wait 12 hours before lipstick and 36 before the gym.", 36),
        ("No running for 24 hours, 48 if you had the deep version.", 48),
        ("One day without lipstick, four without running.", 96),
        ("No sauna for 2 weeks (3 for darker skin).", 504),
        ("Keep acids off for 4 days; 6 if you are prone to eczema.", 144),
    ],
)
def test_a_bare_number_is_as_long_as_its_unit(text: str, hours: float) -> None:
    assert next(bounds(each) for each in items(text)) == (hours, hours)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Lipstick is possible after 6 hours, though 12 is better.", 12),
        ("Running is fine after 36 hours or 72 if you had the deep version.", 72),
        ("Retinol can be brought back on day 4, acids on day 9.", 192),
    ],
)
def test_a_permission_with_two_beginnings_begins_at_the_later(text: str, hour: float) -> None:
    [item] = items(text)
    assert item.window is not None
    assert (item.strength, item.window.start_hours) == ("may", hour)


@pytest.mark.parametrize(
    "fragment",
    [
        "Saunas too.",
        "And the sauna.",
        "So is the sauna.",
        "Saunas as well.",
        "Ditto for saunas.",
        "That takes in saunas.",
        "(No saunas either.)",
        "No other saunas.",
    ],
)
def test_a_fragment_goes_on_with_the_ban_before_it(fragment: str) -> None:
    [_, item] = items(f"Swimming is out for ten days. {fragment}")
    assert (item.kind, item.activities, bounds(item)) == ("avoid", ("sauna",), (240, 240))


@pytest.mark.parametrize(
    "text",
    [
        "Swimming is out for ten days. Drink lots of water as well.",
        "You can swim again after ten days. Saunas too.",
        "Take it easy. Saunas too.",
    ],
)
def test_what_goes_on_with_no_ban_is_none(text: str) -> None:
    assert [each for each in items(text)[1:] if each.kind == "avoid"] == []


def test_a_ban_without_an_end_gives_its_fragment_none() -> None:
    [_, _, item] = items("No pool for 2 days. Never scratch it. Sunbeds too.")
    assert (item.kind, bounds(item)) == ("avoid", None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Steam and alcohol bring up the heat, so leave them for three days.",
            {"sauna", "alcohol"},
        ),
        ("Swimming can bring in germs, so leave it for three days.", {"swimming"}),
    ],
)
def test_to_leave_a_thing_for_a_time_forbids_it(text: str, names: set[str]) -> None:
    item = items(text)[-1]
    assert (item.kind, bounds(item)) == ("avoid", (72, 72))
    assert names <= set(item.activities)


def test_otherwise_is_a_ban_beside_the_permission() -> None:
    [may, otherwise] = items("Lenses may be worn if they are soft, otherwise wait 4 days.")
    assert (may.strength, bounds(may)) == ("may", None)
    assert (otherwise.kind, bounds(otherwise)) == ("avoid", (96, 96))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("No sun for 3 weeks, and sunbeds for good.", [(504, 504), None]),
        ("Sunbeds are out forever and sun for 3 weeks.", [None, (504, 504)]),
        ("No sunbeds, ever, and no sun for 3 weeks.", [None, (504, 504)]),
        ("For 3 days avoid:\n- sun\n- sunbeds, for good\n", [(72, 72), None]),
    ],
)
def test_what_is_for_good_takes_no_length_of_its_neighbour(text: str, ends: list[Bounds]) -> None:
    assert [bounds(each) for each in items(text) if each.kind == "avoid"] == ends


def test_a_period_that_a_paragraph_begins_with_holds_for_what_follows() -> None:
    text = "In the first 36 hours the skin is open to germs. No lipstick. Always wash your hands."
    [_, ban, care] = items(text)
    assert (bounds(ban), bounds(care)) == ((36, 36), None)
    assert ban.confidence < 0.7  # it is asked: nothing but its place says so


def test_a_period_that_begins_with_advice_holds_for_bans_only() -> None:
    text = "For the first 36 hours rinse it. No lipstick. Use a clean towel. You can run."
    assert [bounds(each) for each in items(text)] == [(36, 36), (36, 36), None, None]


def test_a_period_ends_with_the_next_length() -> None:
    text = "For the first 2 days stay indoors. No gym for 4 days. No dyes on the skin."
    assert [bounds(each) for each in items(text)] == [(48, 48), (96, 96), None]


def test_the_day_of_treatment_and_the_next_are_two_days() -> None:
    text = "No sun on the day of treatment and for the 24 hours that follow."
    assert [bounds(each) for each in items(text)] == [(48, 48)]


def test_after_a_bare_number_a_sentence_begins_then() -> None:
    found = items("After 12 hours: lipstick OK. After 36: gym OK.")
    assert [each.window and each.window.start_hours for each in found] == [12, 36]


def test_what_an_exception_says_for_itself_is_its_end() -> None:
    [may, ban] = items("You can return to your creams in 3 days except acids, which wait 9 days.")
    assert (may.window and may.window.start_hours, bounds(ban)) == (72, (216, 216))


def test_each_thing_with_brackets_of_its_own_keeps_them() -> None:
    found = items("Avoid: lipstick (12h), gym (36h), sun.")
    assert [bounds(each) for each in found] == [(12, 12), (36, 36), None]


def test_before_and_after_may_be_of_different_length() -> None:
    after, before = items("Have no other peel for 2 weeks before and 5 after.")
    assert (bounds(before), bounds(after)) == ((336, 336), (840, 840))


@pytest.mark.parametrize(
    "text",
    [
        "No running for 36 hours. Saunas and steam rooms are also to be avoided.",
        "No running for 36 hours. You should also keep away from saunas.",
        "No running for 36 hours. Saunas are out as well.",
    ],
)
def test_also_has_the_length_of_the_ban_before_it(text: str) -> None:
    assert [bounds(each) for each in items(text)] == [(36, 36), (36, 36)]


@pytest.mark.parametrize(
    "text",
    [
        "No running for 36 hours. Drink water. Also leave off fake tan.",
        "No running for 36 hours. Never go on a sunbed either.",
        "You may be red for 36 hours. Sunbeds are out as well.",
        "No running for 36 hours. Keep your fingers off your face too.",
    ],
)
def test_also_has_no_length_of_what_is_further_away(text: str) -> None:
    assert bounds(items(text)[-1]) is None


@pytest.mark.parametrize(
    ("text", "kind", "ends"),
    [
        ("How long should I avoid the sun? At least 3 weeks.", "avoid", (504, None)),
        ("How long must I stay out of the pool?\nA week.\n", "avoid", (168, 168)),
        ("Q: Can I run? A: Not for 36 hours.", "avoid", (36, 36)),
        ("Can I wear lipstick?\nYes, after 12 hours.\n", "do", (12, None)),
        ("Do I need to avoid the sun? Yes, for 3 weeks.", "avoid", (504, 504)),
        ("Must I stay out of the pool?\nYes, for 3 weeks.\n", "avoid", (504, 504)),
        ("What can't I do? Swim for 9 days.", "avoid", (216, 216)),
        ("How soon can I go back to the gym? We advise 36 hours.", "do", (36, None)),
    ],
)
def test_an_answer_is_read_with_its_question(text: str, kind: str, ends: Bounds) -> None:
    [item] = items(text)
    assert (item.kind, bounds(item)) == (kind, ends)
    assert item.activities


def test_what_you_may_do_from_a_day_is_permitted_only() -> None:
    found = items("From day 4 you may:\n- run\n- use lipstick\n")
    assert {(each.kind, each.strength, bounds(each)) for each in found} == {
        ("do", "may", (72, None))
    }


def test_a_permission_at_two_hours_begins_at_the_later() -> None:
    text = "Lipstick can be worn 3 hours later if mineral, 12 hours otherwise."
    assert [bounds(each) for each in items(text)] == [(12, None)]


def test_a_bare_number_behind_a_permission_is_its_beginning() -> None:
    found = items("Retinol: resume after 6 days. Running: resume after 4.")
    assert [each.window and each.window.start_hours for each in found] == [144, 96]


def test_a_list_behind_two_ends_has_both() -> None:
    [item] = items("Avoid for 36 hours or until the redness has gone: lipstick, sun, steam.")
    assert (bounds(item), item.until) == ((36, 36), "redness subsides")
    assert {"makeup", "sun", "sauna"} <= set(item.activities)


@pytest.mark.parametrize("answer", ["No.", "No, carry on.", "No. You can go to work."])
def test_no_to_a_ban_forbids_nothing_and_allows_nothing(answer: str) -> None:
    assert items(f"Do I have to avoid the office? {answer}") == []


def test_the_only_things_to_use_forbid_all_others_and_list_what_may_be_used() -> None:
    [ban, cream] = items("The only ones we recommend you use are:\n- The healing cream\n")
    assert (ban.kind, ban.activities) == ("avoid", ("products",))
    assert cream.kind == "do"


def test_also_ends_on_the_condition_of_the_ban_before_it() -> None:
    found = items("No running until your brows have healed. Also no saunas or pools.")
    assert [each.until for each in found] == ["skin healed", "skin healed"]


def test_a_stop_in_the_middle_of_a_list_ends_no_sentence() -> None:
    found = items("Avoid threading, waxing. and every other way to lose hair for 9 days.")
    assert {bounds(each) for each in found} == {(216, 216)}


def test_a_ban_behind_a_reason_goes_on_with_the_ban_before_it() -> None:
    text = "Use no acids while it heals, as they can irritate. (No waxing either.)"
    assert items(text)[-1].until == "skin healed"


def test_to_leave_them_out_is_for_as_long_and_of_the_same() -> None:
    item = items("For 6 days take no garlic pills. Leave them out even if you feel well.")[-1]
    assert (item.kind, item.activities, bounds(item)) == ("avoid", ("supplements",), (144, 144))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Can I swim? After 3 days.", ("do", (72, None))),
        ("Can I swim? 3 days.", ("do", (72, None))),
        ("Can I swim? Not for 3 days.", ("avoid", (72, 72))),
        ("When can I …\nWear make-up? 24 hours\n", ("avoid", (24, 24))),
        ("Is bleeding normal? Yes, for an hour.", ("expect", (1, 1))),
        ("How long will I be red?\n1-3 days.\n", ("expect", (24, 72))),
        ("48 hours: you may wear lipstick.", ("do", (48, None))),
    ],
)
def test_an_answer_says_what_its_question_asks(text: str, read: tuple[str, Bounds]) -> None:
    [found] = items(text)
    assert (found.kind, bounds(found)) == read
