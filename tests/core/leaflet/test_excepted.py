"""What a permission leaves out is never permitted by it."""

from __future__ import annotations

import itertools

import pytest

from tests.core.leaflet.drafted import items
from tests.core.leaflet.test_every_way import THINGS


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


ALLOWED = """You may resume {a} {t}{x}.|{a} is fine {t}{x}.|{t} you may resume {a}{x}.
{a} can be used {t}{x}.|You can go back to {a}{x} {t}.|{t}, {a} is allowed{x}.
Feel free to have {a} {t}{x}.|Your usual routine may be resumed {t}{x}.|Resume {a} {t}{x}.
You can carry on as normal {t}{x}.|Go back to your normal activities {t}{x}."""
LEFT_OUT = """ (no {b})| (but no {b})| (not {b})| (except {b})| (without {b})| (excluding {b})
, but not {b}|, but no {b}| except {b}| but avoid {b}| apart from {b}|, not {b}| – not {b}
, just not {b}| (avoid {b})| but {b} has to wait a week|, {b} excepted| without {b}
 other than {b}|, with the exception of {b}| except for {b}|, except {b} which must wait 2 weeks
 but hold off on {b}|, {b} excluded| (skip {b})| (leave out {b})|, minus {b}|, avoiding {b}
, but stay away from {b}|, but continue to avoid {b}|, but keep off {b}|; no {b}
, but {b} should be avoided|; {b} is still off limits| provided you avoid {b}
 as long as you avoid {b}"""


@pytest.mark.parametrize("may", [x for y in ALLOWED.splitlines() for x in y.split("|")])
def test_each_way_to_leave_something_out_never_permits_it(may: str) -> None:
    pairs = itertools.cycle(zip(THINGS, THINGS[3:] + THINGS[:3], strict=True))
    for said in [x for y in LEFT_OUT.splitlines() for x in y.split("|")]:
        (a, _), (b, out) = next(pairs)
        text = may.format(a=a, t="after 2 days", x=said.format(b=b))
        found = [i for i in items(text[0].upper() + text[1:]) if out in i.activities]
        assert [i.kind for i in found] == ["avoid"], text
