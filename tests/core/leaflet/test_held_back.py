"""A permission that other words hold back, and a ban that begins later."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import bounds, items


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("You can dye your hair again but only once it has healed.", "skin healed"),
        ("Peels are fine, though only when the skin has healed.", "skin healed"),
    ],
)
def test_but_only_then_is_no_permission_at_once(text: str, until: str) -> None:
    assert [(each.kind, each.until) for each in items(text)] == [("avoid", until)]


def test_each_thing_of_a_permission_has_begun_at_the_last() -> None:
    [found] = items("Go back to your creams in 24 hours and to acids in 4 days.")
    assert found.window is not None
    assert found.window.start_hours == 96


def test_only_one_kind_of_a_thing_forbids_all_others_as_long() -> None:
    allowed, ban = items("From 8-24 hours after treatment only mineral make-up can go on.")
    assert allowed.window is not None
    assert (allowed.kind, allowed.window.start_hours) == ("do", 8)
    assert (ban.kind, bounds(ban)) == ("avoid", (24, 24))


def test_what_is_done_some_hours_after_it_ends_at_no_hour() -> None:
    _, ban = items("4-6 hours after your peel:\n- Rinse it once.\n- Put no oil on it.\n")
    assert (ban.kind, bounds(ban)) == ("avoid", (4, None))


@pytest.mark.parametrize(
    "text",
    [
        "You can swim again. Give it 4 days first.",
        "Swimming is allowed. It has to wait for 4 days.",
        "You can swim again; wait 4 days first.",
        "You may swim. But only after 4 days.",
        "Swimming is fine. Not for 4 days, though.",
    ],
)
def test_a_permission_that_the_next_words_hold_back_is_none_at_once(text: str) -> None:
    allowed = [each for each in items(text) if each.kind == "do"]
    at_once = [each for each in allowed if each.window is None or not each.window.start_hours]
    [ban] = [each for each in items(text) if each.kind == "avoid"]
    assert (ban.activities, bounds(ban), at_once) == (("swimming",), (96, 96), [])


def test_a_ban_of_its_own_holds_no_permission_back() -> None:
    allowed, _ = items("You can have a bath. Wait 5 days for the gym.")
    assert (allowed.activities, allowed.window) == (("washing",), None)
