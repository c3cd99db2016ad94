"""Titles, labels, rows of times and lead-ins: what each says of that below it."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import bounds, items


def test_a_title_with_its_days_holds_for_the_points_below_it() -> None:
    found = items("Clean - Days 1-5\n\n• Each night rinse it gently.\n• NEVER use acids.\n")
    assert [(each.kind, bounds(each)) for each in found] == [
        ("do", (120, 120)),
        ("avoid", (120, 120)),
    ]


def test_a_title_that_its_points_say_again_is_no_second_ban() -> None:
    text = (
        "General advice\n\nDrink water.\n\nNo Scratching and No Rubbing\n\n"
        "• Do not scratch it.\n\n• Never rub it - it heals more slowly.\n"
    )
    assert [each.quote for each in items(text) if each.kind == "avoid"] == [
        "Do not scratch it.",
        "Never rub it - it heals more slowly.",
    ]


def test_a_ban_that_nothing_below_says_again_is_kept() -> None:
    text = "General advice\n\nDrink water.\n\nNo Saunas\n\n• Do not scratch it.\n"
    assert [each.activities for each in items(text) if each.kind == "avoid"] == [
        ("sauna",),
        ("scratching",),
    ]


def test_a_point_that_leads_in_others_says_its_own_ban_too() -> None:
    text = (
        "For 2 days leave out\n\n- Tanning beds\n"
        "- For up to 6 days leave out acids and any of these ingredients.\n"
        "- Retinol\n- Peroxide\n"
    )
    assert [(bounds(each), each.activities[0]) for each in items(text)] == [
        ((48, 48), "tanning-bed"),
        ((None, 144), "acids"),
        ((None, 144), "retinoid"),
        ((None, 144), "benzoyl-peroxide"),
    ]


def test_a_ban_in_capitals_is_no_name_of_the_paper() -> None:
    [item] = items("NO LIPSTICK 24 HOURS\n")
    assert (item.kind, bounds(item)) == ("avoid", (24, 24))


def test_a_range_of_hours_in_a_row_of_times_is_from_the_one_to_the_other() -> None:
    text = (
        "| Phase | Usual changes | Aims | Actions |\n|---|---|---|---|\n"
        "| 0-24 h | Redness | Calm it | Cool packs |\n"
        "| 24-36 h | Tightness | Soothe it | Mild cleanser, avoid make-up |\n"
    )
    found = {each.quote: (each.kind, bounds(each)) for each in items(text)}
    assert found["Redness"] == ("expect", (24, 24))
    assert found["Tightness"] == ("expect", (36, 36))
    assert found["avoid make-up"] == ("avoid", (36, 36))


def test_headings_that_follow_each_other_in_time_end_with_the_later() -> None:
    text = "First 24 hours\n\n- No sun\n\nNext 24 - 36 hours\n\n- No gym\n"
    assert [bounds(each) for each in items(text)] == [(24, 24), (36, 36)]


def test_a_dated_title_that_ends_in_a_dash_holds_for_the_lists_below_it() -> None:
    text = (
        "Aftercare day by day:\nFirst 36 Hours: The Part That Counts-\nDo:\n-\nRinse your face.\n"
        "-\nStay off lipstick.\nAvoid:\n-\nSun\n-\nSaunas\n"
    )
    assert [(each.kind, bounds(each)) for each in items(text)] == [
        ("do", (36, 36)),
        ("avoid", (36, 36)),
        ("avoid", (36, 36)),
        ("avoid", (36, 36)),
    ]


def test_a_marked_line_over_points_is_their_title() -> None:
    text = (
        "✅ What You Do\n- Drink water\n\n"
        "❌ What You Don't\n- Running for 36 hours\n- Sun for a week\n"
    )
    assert [(each.kind, bounds(each)) for each in items(text)] == [
        ("do", None),
        ("avoid", (36, 36)),
        ("avoid", (168, 168)),
    ]


def test_a_title_and_its_sentence_are_one_ban() -> None:
    [item] = items("1. Keep off hot water: In the first 36 hours keep hot water off your face.\n")
    assert (item.kind, bounds(item)) == ("avoid", (36, 36))


def test_a_label_may_forbid_for_a_time() -> None:
    [item] = items("During the 36 hours, avoid: sports (sweat and germs), sun (bed) and sauna.\n")
    assert (item.kind, bounds(item)) == ("avoid", (36, 36))


def test_a_day_that_begins_after_24_hours_ends_after_48() -> None:
    text = (
        "Day 1: The day after (once 24 hours are over), you may rinse it. Keep away from acids.\n"
    )
    assert bounds(items(text)[-1]) == (48, 48)


def test_days_ahead_in_a_title_are_before_the_treatment() -> None:
    found = items("4-6 days ahead\n- No retinol\n\nAfter your treatment\n- No sun\n")
    assert [each.phase for each in found] == ["before", "after"]


def test_the_next_days_begin_where_the_heading_before_ended() -> None:
    text = "First 24 hours:\n\n- No sun\n\nNext 3-4 days:\n\n- No gym\n- You may shower\n"
    assert [bounds(each) for each in items(text)] == [(24, 24), (96, 120), (24, None)]


def test_to_do_and_to_avoid_are_both_for_the_day_above_them() -> None:
    text = (
        "Day 1: Your First 24 Hours\nYou may be red.\nTo Do:\n- Drink water\nTo Avoid:\n- Saunas\n"
    )
    assert [bounds(each) for each in items(text)] == [(24, 24)] * 3


_TIMES = [
    "First 36 hours",
    "FIRST 36 HOURS:",
    "## First 36 hours",
    "1. First 36 hours",
    "1) First 36 Hours – Calm Down",
    "▶ First 36 hours",
    "🕐 First 36 hours",
    "*First 36 hours*",
    "[First 36 hours]",
    "--- First 36 hours ---",
    "Phase 1: First 36 Hours",
    "In the first 36 hours, please:",
    "Care for the first 36 hours",
]


@pytest.mark.parametrize("title", _TIMES)
@pytest.mark.parametrize(
    "below",
    [
        "\n- No gym\n- Avoid saunas\n",
        "\n\n- No gym\n\n- Avoid saunas\n",
        "\nNo gym.\nAvoid saunas.\n",
        "\n\nNo gym. Avoid saunas.\n",
        "\nYou will be red.\n- No gym\n- Avoid saunas\n",
        "\n\nDo\n\n- Drink water\n\nDon't\n\n- Gym\n- Saunas\n",
    ],
)
def test_a_time_however_it_is_written_holds_for_the_bans_below_it(title: str, below: str) -> None:
    found = items(f"Aftercare\n\nThank you for coming.\n\n{title}{below}\nLater\n\n- Rest\n")
    bans = [each for each in found if each.kind == "avoid"]
    assert [bounds(each) for each in bans] == [(36, 36), (36, 36)]


@pytest.mark.parametrize(
    "text",
    [
        "Avoid for 24 hours:\n  - Lipstick\n  - Gym\nAvoid for 9 days:\n  - Sun\n  - Saunas\n",
        "- Avoid for 24 hours:\n- Lipstick\n- Gym\n- Avoid for 9 days:\n- Sun\n- Saunas\n",
        "1. Avoid for 24 hours\na) Lipstick\nb) Gym\n2. Avoid for 9 days\na) Sun\nb) Saunas\n",
        "Lipstick: 24 hours\nGym: 24 hours\nSun: 9 days\nSaunas: 9 days\n",
        "24 hours – lipstick, gym\n9 days – sun, saunas\n",
        "Lipstick?\nNot for 24 hours.\nGym?\nNot for 24 hours.\nSun and saunas?\nNot for 9 days.\n",
        (
            "| Time | Do | Don't |\n|---|---|---|\n| First 24 hours | Rest | Lipstick, gym |\n"
            "| First 9 days | Wear SPF | Sun, saunas |\n"
        ),
        "Avoid lipstick and gym for 24 hours and sun and saunas for 9 days.\n",
        "no lipstick or gym for 24hrs no sun or saunas for 9 days\n",
    ],
)
def test_each_thing_has_the_length_it_is_listed_with(text: str) -> None:
    ends = {
        name: bounds(each) for each in items(f"Aftercare\n\n{text}") for name in each.activities
    }
    assert {name: ends.get(name) for name in ("makeup", "exercise")} == dict.fromkeys(
        ("makeup", "exercise"), (24, 24)
    )
    assert {name: ends.get(name) for name in ("sun", "sauna")} == dict.fromkeys(
        ("sun", "sauna"), (216, 216)
    )


def test_a_day_with_its_title_heads_titles_and_lists_without_gaps() -> None:
    text = (
        "In short\n- Rest\nDay 1: Straight after treatment\nWhat you will see\n- Warm skin\n"
        "What to avoid\n- Saunas\nDay 2: flaking\nDay 3: itching\n"
    )
    found = {each.quote: (each.kind, bounds(each)) for each in items(text)}
    assert found["Warm skin"] == ("expect", (24, 24))
    assert found["Saunas"] == ("avoid", (24, 24))
    assert found["flaking"] == ("expect", (48, 48))
    assert found["itching"] == ("expect", (72, 72))


def test_until_in_a_title_holds_for_the_bans_below_it() -> None:
    [item] = items("After your treatment\n\nRest.\n\nDAY 2 Until Healed\n\nNo rubbing.\n")[1:]
    assert (bounds(item), item.until) == ((48, 48), "skin healed")


@pytest.mark.parametrize(
    ("title", "until"),
    [
        ("With the scabs in place (3-7 days):", "scabs gone"),
        ("While the scabs are there:", "scabs gone"),
        ("During scabbing (3-7 days)", "scabs gone"),
        ("While it is peeling (3-5 days)", "peeling stopped"),
        ("Peeling stage: 3-5 days", "peeling stopped"),
        ("Until the redness has gone (1-3 days)", "redness subsides"),
        ("Red phase (days 1-3)", "redness subsides"),
        ("Before the scabs fall off (5-7 days)", "scabs gone"),
        ("During the healing process (5-7 days):", "skin healed"),
    ],
)
def test_a_title_that_is_a_state_holds_until_it_is_over(title: str, until: str) -> None:
    bans = [
        each for each in items(f"{title}\n\n- No make-up.\n- No gym.\n") if each.kind == "avoid"
    ]
    assert [each.until for each in bans] == [until, until]


def test_a_title_of_what_is_later_ends_nothing() -> None:
    (ban,) = items("Once the scabs have gone:\n\n- No sunbathing.\n")
    assert ban.until is None
