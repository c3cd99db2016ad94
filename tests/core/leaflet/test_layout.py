"""Headings, lead-ins, lists, tables and wrapped lines: what they say of what stands under them."""

from __future__ import annotations

import pytest

from aftercare.core.leaflet.draft import draft
from tests.core.leaflet.drafted import bounds, items


def test_a_headings_length_is_each_items() -> None:
    drafted = items("First 48 hours\n- No make-up.\n- No sauna.\n\nLater\n- Wear sunscreen.\n")
    assert [bounds(item) for item in drafted] == [(48, 48), (48, 48), None]


def test_days_in_a_heading_end_and_begin() -> None:
    [item] = items("Days 2–7\n- Don't pick.\n")
    assert item.window is not None
    assert (item.window.bounds, item.window.start_hours) == ((168, 168), 24)


def test_a_lead_in_says_what_its_list_is() -> None:
    drafted = items("For the next 24 hours avoid:\n• Sun\n• Alcohol\n\nUse sunscreen daily.\n")
    assert [item.kind for item in drafted] == ["avoid", "avoid", "do"]
    assert [bounds(item) for item in drafted] == [(24, 24), (24, 24), None]


def test_columns_of_do_and_do_not_keep_apart() -> None:
    text = "DO | DON'T\nUse a cool compress | Use a sauna\nWear sunscreen | Touch your face\n"
    assert [item.kind for item in items(text)] == ["do", "avoid", "do", "avoid"]


def test_a_row_of_a_table_is_read_with_its_length() -> None:
    drafted = items(
        "ACTIVITY   HOW LONG TO WAIT\nSauna      3 days\nGym        at least 48 hours\n"
    )
    assert [(item.kind, bounds(item)) for item in drafted] == [
        ("avoid", (72, 72)),
        ("avoid", (48, None)),
    ]


def test_a_cross_before_an_item_forbids() -> None:
    assert [item.kind for item in items("✗ Perfumed lotions\n✓ Loose cotton clothes\n")] == [
        "avoid",
        "do",
    ]


def test_a_wrapped_line_is_one_sentence() -> None:
    [item] = items("Do not use make-up on the treated area for\nthe first two days.\n")
    assert bounds(item) == (48, 48)


def test_signs_under_see_your_doctor_are_reasons_to() -> None:
    text = "See a doctor if it is infected. The signs:\n  • Swollen.\n  • Hot to the touch.\n"
    assert [item.kind for item in items(text)] == ["seek-help"] * 3


def test_one_run_on_paragraph_is_parted() -> None:
    text = "So no gym for two days, please wear sunscreen, and call us if it blisters."
    assert [item.kind for item in items(text)] == ["avoid", "do", "seek-help"]


def test_a_question_is_the_heading_of_its_answer() -> None:
    drafted = items("May I wear make-up? Not for 12 hours.\nMay I fly? Better not for one week.\n")
    assert [(item.kind, item.activities, bounds(item)) for item in drafted] == [
        ("avoid", ("makeup",), (12, 12)),
        ("avoid", ("flying",), (168, 168)),
    ]


def test_a_label_with_days_is_a_row() -> None:
    [item] = items("Day 2: darker, and tighter still\n")
    assert item.quote == "darker, and tighter still"
    assert bounds(item) == (48, 48)


def test_lines_without_bullets_under_do_not_are_bans() -> None:
    drafted = items("DON'Ts\nSweaty sports (24 hours)\nTweezing, waxing, epilating\n")
    assert [(item.kind, bounds(item)) for item in drafted] == [("avoid", (24, 24)), ("avoid", None)]


def test_a_headings_length_does_not_outlive_its_list() -> None:
    drafted = items("For the first 48 hours\n- No sauna.\n\nWear sunscreen.\n\nDrink water.\n")
    assert [bounds(item) for item in drafted] == [(48, 48), None, None]


def test_a_headings_length_does_not_shorten_what_a_sentence_says_for_longer() -> None:
    text = "First 48 hours\n- Keep out of the sun for at least 2 weeks and wear SPF 50 daily.\n"
    assert [bounds(item) for item in items(text)] == [(336, None), None]


def ends(text: str) -> list[tuple[str, tuple[float | None, float | None] | None]]:
    return [(item.kind, bounds(item)) for item in items(text)]


def test_bullets_within_a_line_are_items() -> None:
    text = "After care • No gym for 2 days • No scrubs for 5 days\n"
    assert ends(text) == [("avoid", (48, 48)), ("avoid", (120, 120))]


def test_a_mark_alone_on_its_line_begins_the_next() -> None:
    text = "Stay away from the following for 3 days\n\n-\nHot baths and saunas\n-\nThe gym\n"
    assert ends(text) == [("avoid", (72, 72))] * 2


def test_a_rule_laid_out_as_a_card_keeps_its_length() -> None:
    text = "No spicy food\n\nfor the first 24 hours\n\nNo swimming\n\nfor 14 days\n"
    assert ends(text) == [("avoid", (24, 24)), ("avoid", (336, 336))]


def test_points_under_a_point_are_for_as_long() -> None:
    text = "Don't:\n- No actives for 5 days\n  - Avoid acids and retinol.\n- No picking.\n"
    assert ends(text) == [("avoid", (120, 120)), ("avoid", (120, 120)), ("avoid", None)]


def test_a_point_that_ends_open_leads_the_points_beside_it() -> None:
    text = "- For 2 days stay away from:\n- Gym sessions\n- Very hot baths\n- Drink water.\n"
    assert ends(text) == [("avoid", (48, 48)), ("avoid", (48, 48)), ("do", None)]


def test_a_date_holds_for_its_whole_point() -> None:
    text = "• Days 2-7, use a mild cleanser. Leave out acids.\n• Wear sunscreen.\n"
    assert ends(text) == [("do", (168, 168)), ("avoid", (168, 168)), ("do", None)]


def test_a_date_of_a_course_does_not_end_a_ban() -> None:
    text = "Days 1-3 your skin will look red. Do not pick at flakes.\n"
    assert ends(text) == [("expect", (72, 72)), ("avoid", None)]


def test_a_heading_right_under_dated_days_is_dated_too() -> None:
    text = "Days 1-6\nYour skin care\n\nNo brushes on the treated skin.\n"
    assert ends(text) == [("avoid", (144, 144))]


def test_a_statement_between_rules_is_no_heading() -> None:
    text = (
        "What to avoid for 5 days\n\nNo laser light\n\nThe pigment can look patchy\n\nNo saunas\n"
    )
    assert [end for kind, end in ends(text) if kind == "avoid"] == [(120, 120), (120, 120)]


def test_a_lead_in_about_the_body_gives_its_list_no_length() -> None:
    text = (
        "Hair follicles stay open for up to 12 hours and the skin holds on to heat, so"
        " keep to all of the advice below:\n• No perfume on the area\n"
    )
    assert ends(text)[-1] == ("avoid", None)


def test_tonight_under_a_later_night_is_that_night() -> None:
    assert ends("Night 2:\nNo moisturiser tonight.\n") == [("avoid", (48, 48))]


def test_so_many_hours_after_as_a_heading_is_when_it_begins() -> None:
    text = "48 hours after your surgery\nTake off the dressing. Do not soak the wound.\n"
    assert ends(text) == [("do", (48, None)), ("avoid", (48, None))]


def test_rows_of_days_with_several_sentences_end_with_their_day() -> None:
    text = (
        "Day | What you notice\nDay 2 | Still pink. Swelling may show. No make-up for 12 hours.\n"
    )
    assert ends(text) == [("expect", (48, 48)), ("expect", (48, 48)), ("avoid", (12, 12))]


def test_signs_under_a_lead_in_of_a_course_last_as_long() -> None:
    text = "Side effects usually go within 48 hours, but can include:\n\n- Stinging\n- Itching\n"
    assert ends(text)[-2:] == [("expect", (None, 48))] * 2


@pytest.mark.parametrize(
    "lead",
    [
        "Side effects usually go within 48 hours, but they can include;\n\n",
        "Most side effects settle within 48 hours. These may include:\n",
    ],
)
def test_a_course_said_of_all_side_effects_is_each_ones(lead: str) -> None:
    assert ends(f"{lead}- Stinging\n- Itching\n")[-2:] == [("expect", (None, 48))] * 2


def test_points_beside_a_lead_in_end_where_one_forbids_for_longer() -> None:
    text = (
        "-\nFor up to 2 days avoid these activities\n-\nHard exercise.\n-\nSaunas.\n"
        "-\nDo not use acids for up to\n-\n7 days after your session.\n-\nLong walks.\n"
    )
    bans = [("avoid", (None, 48)), ("avoid", (None, 48)), ("avoid", (None, 168))]
    assert [each for each in ends(text) if each[0] == "avoid"] == bans


def test_a_numbered_title_is_a_heading() -> None:
    text = (
        "1. Activity Restrictions\n\n- No gym for 2 days.\n\n2. Skincare Routine\n\n- No acids.\n"
    )
    assert ends(text) == [("avoid", (48, 48)), ("avoid", None)]


def test_a_bare_line_under_what_to_avoid_is_a_ban() -> None:
    assert ends("What to avoid\n- Any cream we have not approved, for the first 4 days.\n") == [
        ("avoid", (96, 96))
    ]


def test_a_heading_about_the_course_ends_the_length_before() -> None:
    text = "For 72 hours\nNo retinol.\n\nThroughout your course of peels\nNo sunbeds.\n"
    assert ends(text) == [("avoid", (72, 72)), ("avoid", None)]


def test_a_lead_in_that_only_confirms_leaves_its_bans_alone() -> None:
    text = "I was given this advice for afterwards:\nNo scrubs or peels for 7 days.\nDo not pick.\n"
    assert ends(text) == [("avoid", (168, 168)), ("avoid", None)]


def test_what_you_should_not_lists_orders_that_are_bans() -> None:
    text = "For 24 hours, or until the redness has gone, you should NOT:\n- go swimming\n- rub it\n"
    assert ends(text) == [("avoid", (24, 24))] * 2
    assert {item.until for item in items(text)} == {"redness subsides"}


def test_a_deeper_small_line_goes_on_with_its_point() -> None:
    assert ends("- no alcohol for 3 weeks as it\n  can cause swelling\n")[0] == (
        "avoid",
        (504, 504),
    )


def test_a_day_with_a_dash_is_a_row() -> None:
    text = "Day 1 – Your face will look flushed. Keep out of the sun.\n"
    assert ends(text) == [("expect", (24, 24)), ("avoid", (24, 24))]


def test_a_lead_in_within_a_list_keeps_the_lists_length() -> None:
    text = "In week 1:\n- Be gentle. We recommend:\n  - A mild cleanser\n  - Do not rub.\n"
    assert ends(text)[-1] == ("avoid", (168, 168))


def test_a_title_of_both_dos_and_donts_says_neither() -> None:
    assert ends("THE DO'S AND THE DON'TS\nWear sunscreen.\nIt is fun.\n") == [("do", None)]


def test_a_sentence_with_two_times_dates_nothing_else() -> None:
    text = "On treatment day wash with water, and from the next day with a cleanser. No acids.\n"
    assert ends(text)[-1] == ("avoid", None)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("On the day: no wine. The rest of the month: no sunbeds.", None),
        ("Day 1: no washing. The rest of the summer: no sunbeds.", None),
        ("Tonight: no wine. The month after: no sunbeds.", (720, 720)),
        ("Days 2 to 6\n\n- No wine.\n- The rest of the month: no sunbeds.", None),
    ],
)
def test_a_time_that_is_not_understood_takes_no_other_day(text: str, hours: object) -> None:
    ban = next(item for item in draft(text).items if "tanning-bed" in item.activities)
    assert (ban.window.bounds if ban.window else None) == hours


DAYS = """HOW IT HEALS

Day 1: Straight after

What you will see
- A warm, tight feel

What to avoid
- Make-up

Days 2 to 6: The swollen days
This is when it looks worst.

What to avoid
- Saunas
"""


def test_a_titled_day_holds_for_each_heading_below_it() -> None:
    found = {names: bounds(item) for item in items(DAYS) for names in item.activities}
    assert found["makeup"] == (24, 24)
    assert found["sauna"] == (144, 144)
    assert any(item.kind == "expect" and bounds(item) == (24, 24) for item in items(DAYS))


def test_a_ban_above_a_list_is_not_swallowed_as_its_lead_in() -> None:
    text = "No harsh acids on the skin (toners, peels)\n* Use a plain balm.\n* Drink water.\n"
    assert next(item.kind for item in items(text)) == "avoid"


def test_steps_hold_for_as_long_as_their_lead_in_says() -> None:
    text = "For the first 5 days, follow these steps:\n\nBe gentle\n\n1. Stay out of the sun.\n"
    [ban] = [item for item in items(text) if item.kind == "avoid"]
    assert bounds(ban) == (120, 120)


def test_a_cell_of_several_sentences_is_read_sentence_by_sentence() -> None:
    text = "WASH | Use a mild gel. Never scrub it.\nCOVER | No make-up for 2 days. Wear a hat.\n"
    kinds = [item.kind for item in items(text)]
    assert kinds == ["do", "avoid", "avoid", "do"]


def test_a_headings_length_is_not_cut_short_by_the_care_beside_a_ban() -> None:
    text = "For the first 24 hours\n- Stay upright for 4 hours; no lying face-down.\n"
    ban = items(text)[-1]
    assert (ban.kind, bounds(ban)) == ("avoid", (24, 24))


def test_bare_points_below_a_ban_are_forbidden_as_long() -> None:
    text = "Have no treatments there for 5 weeks.\n  - Laser toning\n  - Botox\n"
    assert [(item.kind, bounds(item)) for item in items(text)] == [("avoid", (840, 840))] * 3


def test_a_range_of_days_after_begins_and_ends() -> None:
    text = "0-24 hours\n- No make-up.\n\n2-6 days after\n- Do not scrub.\n"
    assert [bounds(item) for item in items(text)] == [(24, 24), (144, 144)]


def test_signs_below_a_call_are_signs_without_bullets_too() -> None:
    text = "- Please ring the clinic if you have:\n    pain that grows\n    a fever\n"
    assert {item.kind for item in items(text)} == {"seek-help"}


def test_an_abbreviation_in_a_list_is_a_point_not_a_heading() -> None:
    text = "Avoid for 6 weeks:\n- Fillers\n- IPL\n- Dermaplaning\n"
    assert [(item.kind, bounds(item)) for item in items(text)] == [("avoid", (1008, 1008))] * 3


def test_a_title_that_its_paragraph_says_again_is_no_second_ban() -> None:
    text = """AFTERCARE

No make-up for 2 days
Let your skin breathe and do not put make-up on at once.

No scrubs
Leave out every scrub, please.
"""
    bans = [item for item in items(text) if item.kind == "avoid"]
    assert [bounds(ban) for ban in bans] == [(48, 48), None]
    assert bans[0].quote.endswith("at once.")


def test_sentences_with_wide_spaces_are_no_table() -> None:
    text = (
        "A really mild face wash such as baby soap will be perfect for the first days! "
        "After a week you can return to your creams. "
        "If you use retinol –  that one has acids, hold off.\n"
    )
    assert [each.kind for each in items(text)][-2:] == ["do", "avoid"]


def test_a_ban_under_a_title_of_facts_is_a_ban() -> None:
    found = items("Who cannot be treated\n- Pregnant clients\n- No alcohol toners for 9 days\n")
    assert (found[-1].kind, bounds(found[-1])) == ("avoid", (216, 216))


def test_a_permission_after_its_own_day_moves_no_day() -> None:
    text = "Day 3: The swelling goes down. You can use retinol again after day 3."
    assert ends(text) == [("expect", (72, 72)), ("do", (72, None))]


def test_an_order_that_begins_with_do_is_no_title() -> None:
    text = "Do's and Don'ts\nDo wash gently\nDo wear sun cream\nDon't pick it\n"
    assert [kind for kind, _ in ends(text)] == ["do", "do", "avoid"]


def test_a_time_on_a_line_of_its_own_is_of_the_line_above_it() -> None:
    text = (
        "No alcohol or spicy food\nfor the first 24 hours\n\n"
        "No hot tubs or swimming pools\nfor 14 days\n\n"
        "No kissing\non or near your lips for 5 days\n\nNo laser\n"
    )
    found = [bounds(each) for each in items(text) if each.kind == "avoid"]
    assert found == [(24, 24), (336, 336), (120, 120), None]


@pytest.mark.parametrize("said", ["until day 30+", "until at least day 30"])
def test_a_day_with_a_plus_is_an_open_end(said: str) -> None:
    (found,) = items(f"No sun {said}.")
    assert bounds(found) == (720, None)


def test_which_treatments_are_meant_may_be_listed_below_the_ban() -> None:
    listed = "  • Laser hair removal\n  • Fillers\n"
    text = f"No cosmetic treatments for 6 weeks.\n\n{listed}\nDrink water.\n"
    found = [(each.kind, bounds(each)) for each in items(text)]
    assert found == [("avoid", (1008, 1008))] * 3 + [("do", None)]
