"""Where a rule begins and ends, and where one rule ends and the next begins."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import Bounds, bounds, items


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Nothing else goes on the face as long as the peeling lasts.", "peeling stopped"),
        ("I will use no acids until 5 days have passed and my skin is not irritated.", "skin calm"),
        ("Perfume is off limits while the channels are open.", "pores closed"),
        ("No sauna to the end of the peeling.", "peeling stopped"),
        ("You may shave once it no longer stings.", "skin calm"),
        ("No gym for 5-7 days after, or until you no longer peel.", "peeling stopped"),
        ("Don't pick for as long as there are flakes.", "peeling stopped"),
        ("No sauna for 3 days and until your skin no longer feels hot.", "skin calm"),
        ("Avoid saunas for 3 days, or until all marks have gone.", "all marks have gone"),
        ("No sun while any colour is left.", "it is no longer so that any colour is left"),
        ("No swimming until at least 48 hours have passed.", None),
        ("No swimming till tomorrow.", None),
        ("During your peel series, stop all lasers.", "course finished"),
        ("No sun so long as the redness persists.", "redness subsides"),
    ],
)
def test_a_condition_is_not_lost(text: str, until: str | None) -> None:
    assert [each.until for each in items(text)] == [until]


def test_a_permission_with_an_open_end_never_begins_at_once() -> None:
    [found] = items("You may swim at least 3 days after the treatment.")
    assert found.window is not None
    assert found.window.start_hours == 72


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Your routine may return the next day minus acids, which wait a week.", [24, 168]),
        ("Make-up is banned for 24 hours and so is the gym.", [24, 24]),
        ("Exercise should wait 48 hours, swimming a full week.", [48, 168]),
        ("No retinol for 5 days or exfoliating for 7.", [120, 168]),
        ("Sunscreen from day 2, but make-up not before day 3.", [24, 72]),
        ("SPF 50 for 4 weeks and stay out of the sun.", [672, 672]),
        ("We advise no make-up for 12 hours, and that you leave acids off for 5 days.", [12, 120]),
        ("Leave the dressing on for 2 days & don't get it wet for 3 days.", [48, 72]),
    ],
)
def test_two_rules_in_one_sentence_stay_two(text: str, hours: list[int]) -> None:
    found = items(text)
    assert [each.window and each.window.min_hours for each in found] == hours
    assert found[-1].kind == "avoid"


def test_what_is_better_still_does_not_hide_what_must_be() -> None:
    found = items("Stay out of the sun for 48 hours (a week is best).")
    assert [(bounds(each), each.strength) for each in found] == [
        ((48, 48), "must"),
        ((168, 168), "should"),
    ]
    assert found[0].activities == found[1].activities


def test_a_time_before_an_order_is_when_it_begins() -> None:
    [found] = items("8 hours after treatment, wash with a mild cleanser.")
    assert found.window is not None
    assert found.window.start_hours == 8


@pytest.mark.parametrize(
    "text",
    [
        "Do not swim for 2 days before and after treatment.",
        "No aspirin for a week before and 2 days after.",
        "No tattoos for 2 days before a session of needling or after it.",
        "Avoid wax for 48 hours before your visit as well as after it.",
        "Stop fake tan for 2 days before, throughout and after.",
        "Stop retinol 3 days pre-treatment and 2 days post-treatment.",
    ],
)
def test_before_and_after_are_both_forbidden(text: str) -> None:
    assert [(each.kind, each.phase) for each in items(text)] == [
        ("avoid", "after"),
        ("avoid", "before"),
    ]
    assert bounds(items(text)[0]) == (48, 48)


def test_a_length_behind_a_reason_is_the_bans() -> None:
    ban, reason = items("No aspirin, which may make bruises worse, for 24 hours.")
    assert (bounds(ban), bounds(reason)) == ((24, 24), None)


def test_a_ban_with_its_own_condition_takes_no_length_from_another() -> None:
    _, ban = items("Skip the gym today, and avoid pools until the redness has gone.")
    assert (bounds(ban), ban.until) == (None, "redness subsides")


def test_not_before_is_a_second_end_of_the_same_ban() -> None:
    [ban] = items("No acids for a week, and not before it has healed.")
    assert (bounds(ban), ban.until) == ((168, 168), "skin healed")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("If you are still dry after 3 days, carry on leaving acids out.", (72, None)),
        ("If it is still red, wait another 24-48 hours.", (48, None)),
        ("If you bruise within 24 hours, avoid aspirin.", None),
        ("If it is tender, hold off for another week.", (168, None)),
        ("Do not go into the sun while peeling, even for five minutes.", None),
    ],
)
def test_a_length_in_an_occasion_does_not_end_the_ban(text: str, hours: Bounds) -> None:
    assert [bounds(each) for each in items(text) if each.kind == "avoid"] == [hours]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("SPF 45 every day, starting on day 2.", 24),
        ("From the 2nd day on always wear sunscreen.", 24),
        ("Begin to use the sunscreen 2 days after your laser treatment.", 48),
    ],
)
def test_care_that_begins_later(text: str, start: float) -> None:
    [found] = items(text)
    assert found.window is not None
    assert found.window.start_hours == start


def test_it_is_best_points_at_nothing_before() -> None:
    *_, ban = items("Keep the pad in place for 2 hours. It is best not to swim.")
    assert (ban.kind, bounds(ban)) == ("avoid", None)


def test_days_after_a_condition_wait_for_both() -> None:
    [found] = items("Bring acids back 5 days after the peeling stops.")
    assert found.window is not None
    assert (found.window.start_hours, found.until) == (120, "peeling stopped")


def test_a_list_of_the_same_thing_ends_with_the_ban_before_it() -> None:
    text = "No swimming until it is healed (about 2 weeks). No pools, no baths, no sea."
    first, second = items(text)
    assert (bounds(second), second.until) == (bounds(first), "skin healed")
    assert bounds(items("No swimming for 2 weeks. No picking, no scratching.")[1]) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Make-up is best avoided the next day.", (24, None)),
        ("No make-up until the next day.", (24, 24)),
        ("No wine on the day and the following day.", (48, 48)),
        ("No perfume on the day or the next day.", (48, 48)),
        ("No perfume until the day after tomorrow.", (48, 48)),
        ("Mascara: tomorrow.", (24, 24)),
        ("No mascara next week.", (168, 168)),
        ("Leave powder off for what is left of the day after your peel.", (None, 24)),
        ("No cologne for what remains of the evening.", (None, 24)),
        ("After 24 hours wash with a mild cleanser for the next 72 hours.", (96, 96)),
        ("Sleep on two pillows on the night of your treatment.", (None, 24)),
    ],
)
def test_what_is_counted_from_the_next_day(text: str, hours: Bounds) -> None:
    assert [bounds(each) for each in items(text)] == [hours]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Wait until the 7 days are over before you wax.", (168, 168)),
        ("No acids for three full days (72 hours).", (72, 72)),
        ("No rowing for 5 days in the gym and 10 in the open air.", (240, 240)),
        ("No facials for 3 weeks; peels, 5.", (840, 840)),
        ("After a week you may use acids. If it is sore, wait one more week.", (336, None)),
        ("Stay out of the sun for 24 hours, and above all use no sunbed.", (24, 24)),
        ("Avoid pressure, especially in the first 24 hours.", (24, None)),
        ("Exercise before it, or skip it for the day.", (None, 24)),
        ("Short flights wait 24 hours; long ones should wait 96.", (96, 96)),
        ("Weights: nothing over 3 kg for two weeks, nothing over 8 for five.", (840, 840)),
        ("No acids for the first four days (six if you sting easily).", (144, 144)),
        ("Gym – 24 hours; pool – three times that, so longer.", None),
        ("No plaster after the first 12 hours.", (12, None)),
        ("No pool for twenty-four hours.", (24, 24)),
        ("Leave 3 weeks before any cosmetic injections.", (504, 504)),
        ("No pool for thirty-six to forty-eight hours.", (36, 48)),
        ("Stay out of the sun until the heat and redness have gone.", None),
        ("Scabs may show after 1-3 days. They should not be touched.", None),
        ("If you must use make-up within 4 hours, be gentle and do not rub.", (4, 4)),
    ],
)
def test_a_ban_is_never_shorter_than_its_words(text: str, hours: Bounds) -> None:
    assert bounds(items(text)[-1]) == hours


def test_the_whole_time_is_a_condition() -> None:
    [ban] = items("Keep it out of the sun the whole time that it heals.")
    assert ban.until == "skin healed"


def test_a_ban_takes_the_length_of_the_care_that_goes_with_it() -> None:
    ban, care = items("Keep out of the sun and use a sunscreen for one month afterwards.")
    assert (ban.kind, bounds(ban)) == ("avoid", (720, 720))
    assert (care.kind, bounds(care)) == ("do", (720, 720))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Start your usual creams again in 48 hours.", 48),
        ("Begin active skincare on day 6.", 120),
        ("You should begin sunscreen on the day after your peel.", 24),
        ("Start the night cream the following day.", 24),
        ("Eye cream may be worn the following morning.", 24),
        ("You may use mascara again tomorrow.", 24),
        ("You can cycle the day after tomorrow.", 48),
        ("You can swim again next week.", 168),
        ("Swimming is fine next month.", 720),
        ("You may swim the week after.", 168),
    ],
)
def test_what_is_begun_begins_then(text: str, start: float) -> None:
    [found] = items(text)
    assert found.window is not None
    assert found.window.start_hours == start


def test_waiting_on_is_a_condition_of_the_ban_before() -> None:
    [ban] = items("No shaving for 3 days; if your skin is irritated, go on waiting.")
    assert (bounds(ban), ban.until) == ((72, 72), "skin calm")


def test_times_alone_before_an_order_are_its_own() -> None:
    [care] = items("For at least one month, starting 72 hours after treatment, use sunscreen.")
    assert care.window is not None
    assert (care.window.bounds, care.window.start_hours) == ((720, None), 72)


def test_a_condition_said_behind_a_ban_is_its_end_too() -> None:
    [ban] = items("No sunbeds for 12 days; let your skin heal before you go back to them.")
    assert (bounds(ban), ban.until) == ((288, 288), "skin healed")


def test_a_time_behind_a_label_is_when_the_care_begins() -> None:
    [care] = items("Soft cleansing: after 36 hours, wash the skin with a mild gel.")
    assert care.window is not None
    assert care.window.start_hours == 36


def test_a_bare_time_answers_from_when() -> None:
    text = "When can I run? After 36 hours. How long before I can dive? Two weeks."
    run, dive = items(text)
    assert [each.window and each.window.start_hours for each in (run, dive)] == [36, 336]
    assert (run.activities, dive.activities) == (("exercise",), ("swimming",))


def test_what_is_for_ever_takes_no_length_of_its_neighbours() -> None:
    bans = items("No lipstick (12h), no run (36h), no pool (9 days) and no sunbeds (ever).")
    assert [bounds(ban) for ban in bans] == [(12, 12), (36, 36), (216, 216), None]


def test_care_that_begins_after_a_day_ends_as_long_after_it() -> None:
    [care] = items("After 12 hours, wash it with a mild gel for the following 36 hours.")
    assert care.window is not None
    assert (care.window.bounds, care.window.start_hours) == ((48, 48), 12)


def test_a_range_afterwards_is_when_a_permission_begins() -> None:
    [allowed] = items("12-48 hours afterwards powder make-up can be worn.")
    assert allowed.window is not None
    assert allowed.window.start_hours == 48


def test_what_is_forbidden_as_well_ends_with_the_ban_before_it() -> None:
    ban, too = items("No sunbathing for 5 weeks. Keep out of reflected sun as well.")
    assert bounds(ban) == bounds(too) == (840, 840)


def test_make_up_of_one_kind_only_is_forbidden_until_then() -> None:
    allowed, ban = items("After 36 hours use mineral make-up only.")
    assert (allowed.kind, ban.kind, bounds(ban)) == ("do", "avoid", (36, 36))


def test_what_one_steers_clear_of_was_named_before() -> None:
    _harm, ban = items("Aspirin can make you bruise, so steer clear.")
    assert ban.kind == "avoid"
    assert "blood-thinner" in ban.activities


def test_before_during_and_after_is_after_too() -> None:
    after, before = items("No sunbeds for 3 weeks before, during and after a peel.")
    assert [bounds(after), bounds(before)] == [(504, 504), (504, 504)]
    assert (after.phase, before.phase) == ("after", "before")


@pytest.mark.parametrize(
    ("text", "ends", "until"),
    [
        ("No botox for at least 3 weeks before the peel and 3 weeks after it.", (504, None), None),
        ("Use no self-tan for the whole course of treatments.", None, "course finished"),
        ("Do not pick it through the flaking stage.", None, "peeling stopped"),
        ("No sauna before two weeks are up.", (336, 336), None),
        (
            "It is important that it is allowed to heal before make-up comes back.",
            None,
            "skin healed",
        ),
        ("Do not climb or hike as it heals.", None, "skin healed"),
        (
            "No acids for a week, and be certain that it has healed before you do.",
            (168, 168),
            "skin healed",
        ),
        (
            "If after 4 days it is still red then you should leave acids out until it is calm.",
            (96, None),
            "skin calm",
        ),
        (
            "So that it has room to heal, for at least 3 days after treatment, do not use acids.",
            (72, None),
            None,
        ),
    ],
)
def test_no_end_is_earlier_than_its_words(text: str, ends: Bounds, until: str | None) -> None:
    found = [each for each in items(text) if each.phase == "after"]
    assert [(each.kind, bounds(each), each.until) for each in found] == [("avoid", ends, until)]


def test_more_hours_are_more_than_those_of_the_heading() -> None:
    text = "The first 72 hours\n- If it flakes, do not shave for 24-36 hours more.\n"
    [item] = items(text)
    assert item.window is not None
    assert (item.window.min_hours or 0) >= 36
    assert item.window.max_hours is None


def test_minutes_are_when_a_permission_begins() -> None:
    [item] = items("Mineral make-up may be worn once 80 minutes have passed.")
    assert item.window is not None
    assert item.window.start_hours == pytest.approx(80 / 60)


def test_a_longer_end_behind_a_reason_is_the_bans() -> None:
    text = "No sauna for 24 hours, as your pores are open, or for up to 36 hours if it is swollen."
    assert bounds(items(text)[0]) == (24, 36)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Gym: in 2 days", (48, 48)),
        ("Your usual routine: back in 6 days.", (144, 144)),
        ("Regular skincare: 4 days", (96, 96)),
    ],
)
def test_what_waits_by_its_label_is_a_ban_until_then(text: str, ends: Bounds) -> None:
    [ban] = items(text)
    assert (ban.kind, bounds(ban)) == ("avoid", ends)


@pytest.mark.parametrize("text", ["After 2 days: the gym, saunas", "From day 3: gym"])
def test_bare_words_behind_a_beginning_are_allowed_then(text: str) -> None:
    [found] = items(text)
    assert found.window is not None
    assert (found.kind, found.strength, found.window.start_hours) == ("do", "may", 48)


def test_an_order_behind_a_beginning_stays_one() -> None:
    [found] = items("After 2 days: wash it with a plain soap")
    assert (found.kind, found.strength) == ("do", "must")


def test_until_then_is_until_the_course_before_it_is_over() -> None:
    assert bounds(items("It may be red for 1-3 days; avoid make-up until then.")[-1]) == (24, 72)


def test_what_is_asked_of_those_who_arrive_is_for_before() -> None:
    [found] = items("Please arrive without make-up.")
    assert (found.kind, found.phase) == ("avoid", "before")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Wear sun cream for 2 weeks before and after the session.", {"before": 336, "after": 336}),
        ("Wear sun cream 4 weeks after and 2 weeks before.", {"before": 336, "after": 672}),
        ("No acids 3 days after and 5 days before.", {"before": 120, "after": 72}),
        ("Please book fillers 2 weeks before or after it.", {"before": 336, "after": 336}),
    ],
)
def test_both_sides_of_the_treatment_are_two_rules(text: str, hours: dict[str, float]) -> None:
    assert {i.phase: i.window and i.window.max_hours for i in items(text)} == hours
