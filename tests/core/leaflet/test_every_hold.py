"""Each way to allow, with each way to hold it back: nothing is permitted too early."""

from __future__ import annotations

import itertools

import pytest

from aftercare.core.leaflet.asks import asks
from aftercare.core.leaflet.items import Item
from tests.core.leaflet.drafted import items
from tests.core.leaflet.test_every_way import THINGS

ALLOWED = """You may resume {a} {h}.|You can return to {a} {h}.|You can start {a} again {h}.
{a} may be resumed {h}.|{a} can be used {h}.|{a} is fine {h}.|{a} is OK {h}.|{a}: OK {h}.
{h} you may resume {a}.|{h}, {a} may be resumed.|{h}, feel free to resume {a}.|{h} {a} is fine.
It is safe to resume {a} {h}.|{a} can come back {h}.|You are able to use {a} {h}.
You will be able to resume {a} {h}.|You should be able to return to {a} {h}.
We are happy for you to resume {a} {h}.|{a} is no problem {h}.|I can resume {a} {h}.
You can gradually reintroduce {a} {h}.|By all means resume {a} {h}.|Feel free to have {a} {h}.
Patients can usually return to {a} {h}.|Can I have {a}? Yes, {h}."""
NO_CLOCK = """a little later|as your skin allows|depending on your skin|at some point|with care
at your follow-up|next Monday|on Friday|between sessions|as tolerated|sooner or later|in time
in some cases|on our say-so|with your doctor's approval|but not straight away|but not yet
after a few days|in due course|later on|at the weekend|this winter|in moderation|if advised
when your practitioner says so|once we give you the all-clear|within 3 days|when ready
if there is no infection|unless you had a peel|by day 5|overnight|this evening
after finishing the antibiotics|on dry skin only|with our permission|after your next session
depending on how you heal|after we have seen you|after your first wash"""
STATES = {
    "upon complete healing": "skin healed",
    "following full recovery": "skin healed",
    "on healed skin": "skin healed",
    "post healing": "skin healed",
    "unless your skin is still red": "redness subsides",
    "as soon as the redness has gone": "redness subsides",
    "provided the peeling has stopped": "peeling stopped",
    "once the scabs have fallen off": "scabs gone",
    "if there are no scabs": "scabs gone",
    "when there is no more swelling": "swelling subsides",
    "provided there is no redness": "redness subsides",
}
TIMES = ("after 3 days", "from day 4", "72 hours later", "on the fourth day")
AND_IF = """if your doctor agrees|if we agree|with our permission|subject to our approval
if advised|and after your check-up|if you feel well|when we have seen you|as tolerated
and when your nurse is happy|except if you had a peel|but check with us first
or a week after a deep treatment"""
AND_STATE = {
    "and once the redness has gone": "redness subsides",
    "and only once the redness has gone": "redness subsides",
    "and only on healed skin": "skin healed",
    "unless you are still peeling": "peeling stopped",
    "provided that no scabs are left": "scabs gone",
    "if there is no redness": "redness subsides",
    "if you have no scabs": "scabs gone",
}


def _each(ways: str) -> list[str]:
    return [way for line in ways.splitlines() for way in line.split("|")]


def _said(may: str, holds: list[str]) -> list[tuple[str, str, list[Item]]]:
    """Give each text that one way to allow makes, how it is held back, and what it says of it."""
    things = itertools.cycle(THINGS)
    found = []
    for held in holds:
        words, name = next(things)
        text = may.format(a=words, h=held)
        text = text[0].upper() + text[1:]
        said = [i for i in items(text) if name in i.activities and i.kind in {"do", "avoid"}]
        found.append((text, held, said))
    return found


def _waits(item: Item) -> bool:
    """Tell whether an item permits nothing before its state, or before somebody says when."""
    if item.kind == "avoid":
        return item.window is None or bool(item.until or asks(item))
    return item.strength == "may" and bool(item.until or "from when" in asks(item))


CLOCKLESS = _each(NO_CLOCK)
TIMED = [f"{time} {also}" for time in TIMES for also in _each(AND_IF)]
TIMED_STATES = {f"{time} {also}": state for time in TIMES for also, state in AND_STATE.items()}


@pytest.mark.parametrize("may", _each(ALLOWED))
def test_no_permission_without_a_clock_is_one_at_once(may: str) -> None:
    for text, _, said in _said(may, CLOCKLESS):
        assert all(map(_waits, said)), text


@pytest.mark.parametrize("may", _each(ALLOWED))
def test_an_hour_alone_allows_nothing_that_also_needs_a_word(may: str) -> None:
    for text, _, said in _said(may, TIMED):
        assert all(map(_waits, said)), text


@pytest.mark.parametrize("states", [STATES, TIMED_STATES])
@pytest.mark.parametrize("may", _each(ALLOWED))
def test_a_permission_waits_for_the_state_that_it_names(may: str, states: dict[str, str]) -> None:
    for text, held, said in _said(may, list(states)):
        assert [i.until for i in said] == [states[held]] * len(said), text


@pytest.mark.parametrize(
    ("holds", "share"),
    [(CLOCKLESS, 0.8), (TIMED, 0.8), (list(STATES), 0.9), (list(TIMED_STATES), 0.85)],
)
def test_what_is_held_back_is_read_and_not_only_shown(holds: list[str], share: float) -> None:
    read = [bool(said) for may in _each(ALLOWED) for _, _, said in _said(may, holds)]
    assert sum(read) >= share * len(read)
