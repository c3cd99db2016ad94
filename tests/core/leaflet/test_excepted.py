"""What a permission leaves out is never permitted by it."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import items


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("You may use your usual creams again (except acids) after 4 days.", "acids"),
        ("You can go back to everything apart from saunas after two weeks.", "sauna"),
        ("You can use cold packs on the first day but not heat.", "heat"),
        ("You're welcome to drink tea after an hour but saunas need five days.", "sauna"),
        ("A beer is fine tomorrow, not tonight.", "alcohol"),
        ("You may go back to your routine in 4 days (not retinol).", "retinoid"),
        ("After a day you can exercise (but no swimming).", "swimming"),
    ],
)
def test_what_is_left_out_is_not_permitted(text: str, thing: str) -> None:
    assert all(thing not in item.activities for item in items(text) if item.kind == "do")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Eat as normal, apart from spicy food for 36 hours.", 36),
        ("You may use your usual creams again (except acids) after 4 days.", None),
        ("You may use make-up after a day (no brushes).", None),
        ("A week later you may go back to gentle creams (but no scrubs).", None),
    ],
)
def test_what_is_left_out_is_a_ban_with_its_own_end(text: str, hours: int | None) -> None:
    [ban] = [item for item in items(text) if item.kind == "avoid"]
    assert (ban.window.max_hours if ban.window else None) == hours


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("You may use powder from tomorrow, and your own make-up from day 6.", 120),
        ("You can have a facial after 3 weeks, a peel after 5, laser after 8.", 8 * 168),
    ],
)
def test_a_permission_of_several_begins_with_the_last(text: str, start: int) -> None:
    [allowed] = items(text)
    assert allowed.window is not None
    assert allowed.window.start_hours == start


def test_a_state_without_a_name_is_still_when_a_permission_begins() -> None:
    [allowed] = items("You may sunbathe again when your tan lines have faded.")
    assert (allowed.strength, allowed.until) == ("may", "your tan lines have faded")
    [ice] = items("You can use ice when it is sore.")
    assert ice.until is None


def test_who_would_rather_you_waited_permits_nothing() -> None:
    assert items("You are allowed to swim, but we'd prefer you waited a week.") == []
    assert items("Some clinics allow sport after a day.") == []


def test_the_state_in_which_a_permission_begins_ends_no_ban_beside_it() -> None:
    allowed, ban = items("You may use your usual creams (except acids) once it has healed.")
    assert allowed.until == "skin healed"
    assert (ban.kind, ban.until, ban.window) == ("avoid", None, None)
