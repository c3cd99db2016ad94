"""Before the treatment or after it: what is for afterwards is never taken out of the plan."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import bounds, items

TITLES = """After your treatment|Aftercare|Post-treatment|Once home|On the day
When you leave the clinic|What to expect|Side effects|Risks|Recovery
The first 24 hours|For 3 days avoid:|Day 1|Do's|Don'ts|Avoid
Please avoid the following|Home-care advice|Caring for your skin|Exercise|Make-up|Sun
FAQ|Things to avoid|Call us if|Your treatment|During treatment|Care instructions
Important|Please note|24 hours post|General advice|Downtime|Results|Dos and don'ts
Night of treatment|Next day|Questions"""
BANS = """Do not swim for 3 days|No swimming for 3 days|You should not swim for 3 days
Stay out of the pool for 3 days"""
LATER = """ after your treatment| before your next appointment| before your second session
 before your follow-up| before bed| before it has healed| before we have seen you
 between sessions| before the redness has gone| before and after your treatment
 either side of your treatment| before or after your session| before/after treatment"""
EARLIER = """ before your treatment| prior to your appointment| before you come in
 ahead of your session| before the procedure"""
UNDER_BEFORE = """Your skin will look red after your treatment.|Leave it alone for the next 3 days.
No swimming after the procedure.|If your skin becomes swollen, call us.|It may flake for a week.
Do not book a holiday for the first 3 days.|There is a small risk of infection."""


def _each(ways: str) -> list[str]:
    return [way for line in ways.splitlines() for way in line.split("|")]


@pytest.mark.parametrize("title", _each(TITLES))
def test_no_title_takes_over_that_the_part_above_was_for_before(title: str) -> None:
    text = f"Before your treatment\n- No retinol.\n\n{title}\n- No swimming.\n- Keep it clean.\n"
    sides = {each.quote: each.phase for each in items(text)}
    assert (sides["No retinol."], sides["No swimming."]) == ("before", "after"), sides
    assert sides["Keep it clean."] == "after"


@pytest.mark.parametrize("ban", _each(BANS))
@pytest.mark.parametrize("later", _each(LATER))
def test_a_ban_that_holds_afterwards_is_in_the_plan(ban: str, later: str) -> None:
    assert "after" in {each.phase for each in items(f"{ban}{later}.")}


@pytest.mark.parametrize("ban", _each(BANS))
@pytest.mark.parametrize("earlier", _each(EARLIER))
def test_a_ban_for_before_stays_there(ban: str, earlier: str) -> None:
    assert {each.phase for each in items(f"{ban}{earlier}.")} == {"before"}


@pytest.mark.parametrize("said", _each(UNDER_BEFORE))
def test_words_of_afterwards_are_for_afterwards_under_any_title(said: str) -> None:
    found = items(f"Before your appointment\n\n- No retinol.\n- {said}\n")
    assert [each.phase for each in found] == ["before", "after"]


def test_a_title_of_both_sides_is_of_neither() -> None:
    found = items("Pre-care and post-care:\n- No saunas.\n- No retinol for 5 days before it.\n")
    assert [each.phase for each in found] == ["after", "before"]


def test_a_lead_in_right_under_a_title_stays_on_its_side() -> None:
    text = "Before your peel\nFor the best results:\n- No retinol.\n"
    assert [each.phase for each in items(text)] == ["before"]


@pytest.mark.parametrize(
    "said",
    [
        "and resume 5 days after.",
        "and restart it 5 days after.",
        "and start it again after 5 days.",
    ],
)
def test_what_is_stopped_before_is_forbidden_until_it_may_be_used_again(said: str) -> None:
    stopped, again = items(f"Stop retinol 5 days before your treatment {said}")
    assert (stopped.phase, stopped.activities) == ("before", ("retinoid",))
    assert (again.activities, again.strength, bounds(again)) == (("retinoid",), "may", (120, None))


def test_using_it_gently_gives_back_nothing_that_was_forbidden() -> None:
    assert items("No retinol for 3 days. Use it gently.")[-1].activities == ()


def test_arriving_without_make_up_is_for_before() -> None:
    assert [each.phase for each in items("Please arrive without make-up.")] == ["before"]


def test_a_side_that_is_a_line_of_its_own_is_a_title_without_a_gap() -> None:
    text = (
        "Before your appointment\nNo retinol for 5 days.\nArrive early.\n"
        "After your treatment\nNo swimming for 2 days.\nWash with cool water.\n"
    )
    assert [each.phase for each in items(text)] == ["before", "before", "after", "after"]


def test_a_table_of_two_sides_is_read_column_by_column() -> None:
    text = (
        "Before your treatment | After your treatment\n"
        "No retinol for 5 days | No make-up for 24 hours\n"
        "Drink plenty of water | Wear SPF 50 for 2 weeks\n"
    )
    found = {each.quote: (each.phase, bounds(each)) for each in items(text)}
    assert found == {
        "No retinol for 5 days": ("before", (120, 120)),
        "No make-up for 24 hours": ("after", (24, 24)),
        "Drink plenty of water": ("before", None),
        "Wear SPF 50 for 2 weeks": ("after", (336, 336)),
    }


def test_a_row_with_a_time_for_each_side_keeps_the_later_one_in_the_plan() -> None:
    head = "Activity | Before | After\n"
    text = f"{head}Sunbathing | 2 weeks | 4 weeks\nRetinol | stop 5 days | 7 days\n"
    later = [(each.activities, bounds(each)) for each in items(text) if each.phase == "after"]
    assert later == [(("sun",), (672, 672)), (("retinoid",), (168, 168))]


def test_before_alone_is_a_title() -> None:
    text = "Before\n- No retinol.\n\nAfter\n- No make-up.\n"
    assert [each.phase for each in items(text)] == ["before", "after"]
