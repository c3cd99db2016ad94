"""A ban and something else in one sentence: the ban keeps its end, and nothing is permitted."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.core.leaflet.drafted import items

BANS = """do not swim for 2 weeks|avoid swimming for 2 weeks|no swimming for 2 weeks
stay out of the pool for 2 weeks|swimming should be avoided for 2 weeks
wait 2 weeks before swimming|please don't swim for 2 weeks"""
OTHERS = """wear SPF 50 every day|wash gently with a mild cleanser|drink plenty of water
you can wear make-up after 24 hours|make-up is fine after 24 hours|avoid retinol for 5 days
retinol should not be used for 5 days|your skin will be red for 3 days
redness usually lasts 3 days|if you see blisters, ring us"""
JOINS = (
    " and ",
    ", and ",
    "; ",
    " - ",
    ". ",
    ", but ",
    " but ",
    ", so ",
    ", then ",
    ", also ",
    " – ",
)


def _each(ways: str) -> list[str]:
    return [way for line in ways.splitlines() for way in line.split("|")]


def _joined(first: str, join: str, second: str) -> str:
    behind = second[0].upper() + second[1:] if join == ". " else second
    return f"{first[0].upper()}{first[1:]}{join}{behind}."


@pytest.mark.parametrize("other", _each(OTHERS))
@pytest.mark.parametrize("ban", _each(BANS))
def test_a_ban_beside_something_else_is_whole(ban: str, other: str) -> None:
    for first, second in permutations((ban, other)):
        for join in JOINS:
            said = _joined(first, join, second)
            found = [each for each in items(said) if "swimming" in each.activities]
            ends = [e.window.max_hours for e in found if e.kind == "avoid" and e.window]
            assert ends == [336], said
            assert not [each for each in found if each.kind == "do"], said


@pytest.mark.parametrize("call", ["call us if you see pus", "contact us if you have a fever"])
@pytest.mark.parametrize("advice", ["wear SPF 50 every day", "you can wear make-up after 24 hours"])
def test_whom_to_tell_takes_no_advice_with_it(advice: str, call: str) -> None:
    for first, second in permutations((advice, call)):
        for join in (" and ", ", and ", "; ", ". "):
            kinds = {each.kind for each in items(_joined(first, join, second))}
            assert kinds == {"do", "seek-help"}, (first, join, second)


def test_a_permission_that_needs_a_word_is_not_parted_from_it() -> None:
    (found,) = items("You can swim after 3 days, but ask us first.")
    assert found.quote == "You can swim after 3 days, but ask us first."
    assert found.kind == "seek-help"
