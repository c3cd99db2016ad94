"""Each way to forbid or to allow, with each way to say for how long: none ends too early."""

from __future__ import annotations

import itertools

import pytest

from aftercare.core.leaflet.asks import asks
from aftercare.core.leaflet.items import Item
from tests.core.leaflet.drafted import Bounds, bounds, items

THINGS = (
    ("make-up", "makeup"),
    ("the gym", "exercise"),
    ("saunas", "sauna"),
    ("swimming", "swimming"),
    ("retinol", "retinoid"),
    ("direct sun", "sun"),
    ("alcohol", "alcohol"),
)
BANS = """Avoid {a} {t}.|Please avoid {a} {t}.|You must avoid {a} {t}.|Try to avoid {a} {t}.
It is best to avoid {a} {t}.|We advise you to avoid {a} {t}.|We recommend avoiding {a} {t}.
No {a} {t}.|Absolutely no {a} {t}.|Stay away from {a} {t}.|Steer clear of {a} {t}.
Refrain from {a} {t}.|{a} should be avoided {t}.|{a} is off limits {t}.|{a} is best avoided {t}.
{a} is not recommended {t}.|{a} is to be avoided {t}.|{a} must wait {t}.|Leave out {a} {t}.
Give {a} a miss {t}.|Skip {a} {t}.|Say no to {a} {t}.|Do without {a} {t}.|I will avoid {a} {t}.
Clients should avoid {a} {t}.|Hold off on {a} {t}.|You'll need to avoid {a} {t}.
Make sure you avoid {a} {t}.|{a}: avoid {t}.|{a}: no, {t}.|{a} is a no-no {t}.|{a} is out {t}.
Don't go near {a} {t}.|It is essential to avoid {a} {t}.|Remember to avoid {a} {t}.
{t}, avoid {a}.|{t} you should avoid {a}.|{t}: no {a}.|{t} - no {a}.|{t} {a} must be avoided.
{t} stay away from {a}.|{t}, it is best to avoid {a}.|{t}, we recommend that you avoid {a}."""
LENGTHS: tuple[tuple[str, Bounds], ...] = (
    ("for 24 hours", (24, 24)),
    ("for at least 24 hours", (24, None)),
    ("for a minimum of 48 hours", (48, None)),
    ("for 24 to 48 hours", (24, 48)),
    ("for up to 72 hours", (None, 72)),
    ("for two weeks", (336, 336)),
    ("for 7 days after treatment", (168, 168)),
    ("for the next 3 days", (72, 72)),
    ("during the first week", (168, 168)),
    ("in the first 48 hours", (48, 48)),
    ("for a week or two", (168, 336)),
    ("for 3-5 days following your treatment", (72, 120)),
    ("until the redness has gone", None),
    ("for the rest of the day", (None, 24)),
    ("for 24 hours or until the redness has gone", (24, 24)),
    ("for the first few days", None),
    ("for three (3) days", (72, 72)),
    ("for 48 hours minimum", (48, None)),
    ("for a minimum period of 4 weeks", (672, None)),
)


@pytest.mark.parametrize("ban", [each for line in BANS.splitlines() for each in line.split("|")])
def test_each_ban_with_each_length(ban: str) -> None:
    things = itertools.cycle(THINGS)
    for said, ends in LENGTHS:
        words, name = next(things)
        text = ban.format(a=words, t=said)
        found = [each for each in items(text[0].upper() + text[1:]) if name in each.activities]
        assert [(each.kind, bounds(each)) for each in found] == [("avoid", ends)], text
        if "redness" in said:
            assert found[0].until == "redness subsides", text


FURTHER = """{t}, or longer if your skin is sensitive|{t} and ideally for 7 days
{t} (ideally a week)|{t} unless we tell you otherwise|{t} and until the redness has gone
{t} or until the redness has gone|{t} and while you are still red
{t} after the session and 24 hours before|24 hours before and {t} after the session
{t} before and after the session|{t}. After that you may resume|{t} if possible
{t} because it stays open for 12 hours|{t} at the very least
{t}, even if it looks fine after 24 hours|{t}, not even for an hour|{t} minimum, 5 days is better
{t} after each of your 6 sessions|{t} (5 days after a deep one)|{t}; 5 days after a deep one
{t} if it was light, 7 days if it was deep|{t}, especially in the first 24 hours
{t} to let the skin heal, which takes 24 hours|{t} or it may be sore for 24 hours
{t} – the first 24 hours are the most important|{t}, and drink a lot of water for 24 hours
{t}, but you may shower after 6 hours|{t}, however a cool shower is fine after 6 hours"""


TIMED_LAST = [x for y in BANS.splitlines() for x in y.split("|") if x[:3] != "{t}"]


@pytest.mark.parametrize("ban", TIMED_LAST)
def test_no_word_more_ends_a_ban_earlier(ban: str) -> None:
    things = itertools.cycle(THINGS)
    for further in [x for line in FURTHER.splitlines() for x in line.split("|")]:
        words, name = next(things)
        text = ban.format(a=words, t=further.format(t="for 3 days")).replace("..", ".")
        found = [i for i in items(text[0].upper() + text[1:]) if name in i.activities]
        bans = [i for i in found if i.kind == "avoid" and i.phase == "after"]
        assert bans, text
        assert all((_least(i) or 0) >= 72 for i in found if i.phase == "after"), text
        if "redness" in further or "still red" in further:
            assert "redness subsides" in {i.until for i in bans}, text


STATES = {
    "redness": """until the redness has gone|until your skin is no longer red|while your skin is red
while there is any redness|as long as it is red|until all redness has subsided""",
    "healed": """until healed|until the skin has healed|until your skin has completely recovered
while your skin is healing|during the healing process|throughout the healing period
until the skin is back to normal|before the skin has healed""",
    "scabs": "until the scabs fall off|until all scabs have come away|while you have scabs",
    "peeling": """until the peeling stops|until you have stopped peeling|while you are peeling
until all flaking has finished""",
    "calm": """until your skin has calmed down|until your skin has settled
until it feels comfortable|until there is no more irritation""",
    "": """until you have seen us|until your next appointment|until we tell you otherwise
until advised by your practitioner|until told it is safe|until the dressing comes off
until your stitches are out|until you have finished the cream|until the tattoo has settled
until everything looks normal|until you feel well|until the numbness wears off""",
}
UNTIL = [
    (x, name) for name, said in STATES.items() for y in said.splitlines() for x in y.split("|")
]


@pytest.mark.parametrize("ban", TIMED_LAST)
def test_each_ban_ends_with_the_state_that_it_names(ban: str) -> None:
    things = itertools.cycle(THINGS)
    for said, state in UNTIL:
        words, name = next(things)
        text = ban.format(a=words, t=said)
        found = [i for i in items(text[0].upper() + text[1:]) if name in i.activities]
        assert [i.kind for i in found] == ["avoid"], text
        assert found[0].until, text
        assert state in found[0].until, text


LED = """Remember|Aim|You agree|I agree|It is a good idea|It is crucial|You are required
It is safest|It is better|You have been told|We advise patients|We ask clients|Be careful|Take care
It helps|Make an effort|The main thing is|You would do well|You ought|You will need|It pays"""


@pytest.mark.parametrize("led", [each for line in LED.splitlines() for each in line.split("|")])
def test_to_avoid_what_people_do_is_the_rule_and_no_aim(led: str) -> None:
    for rest in (", or longer if your skin is sensitive.", ", as your skin is dry.", "."):
        [ban, *_] = items(f"{led} to avoid saunas for 3 days{rest}")
        assert ban.kind == "avoid", rest
        assert "sauna" in ban.activities, rest


ALLOWED = """You may resume {a} {t}.|You can return to {a} {t}.|You can start {a} again {t}.
{a} may be resumed {t}.|{a} can be used {t}.|{a} is fine {t}.|{a} is allowed {t}.
{t} you may resume {a}.|{t}, {a} may be resumed.|{t}, feel free to resume {a}.|{t} {a} is fine.
It is safe to resume {a} {t}.|Resume {a} {t}.|{a} can come back {t}.
You are able to use {a} {t}.|You will be able to resume {a} {t}."""
BEGINNINGS = (
    ("after 24 hours", 24),
    ("after 3 days", 72),
    ("from day 3", 48),
    ("48 hours after treatment", 48),
    ("after one week", 168),
    ("the next day", 24),
    ("once 72 hours have passed", 72),
    ("on day 5", 96),
    ("after the first 24 hours", 24),
    ("from tomorrow", 24),
    ("after approx. 48 hours", 48),
    ("after ~24 hours", 24),
    ("around day 3-4", 72),
)


@pytest.mark.parametrize("may", [x for line in ALLOWED.splitlines() for x in line.split("|")])
def test_each_permission_with_each_beginning(may: str) -> None:
    things = itertools.cycle(THINGS)
    for said, hour in BEGINNINGS:
        words, name = next(things)
        text = may.format(a=words, t=said)
        found = [each for each in items(text[0].upper() + text[1:]) if name in each.activities]
        assert [_not_before(each) for each in found] == [hour], text


def _not_before(item: Item) -> float | None:
    """Until when nothing is allowed: from a permission's beginning, or a ban's end."""
    if item.window is None:
        return None
    return item.window.start_hours if item.kind == "do" else item.window.max_hours


TWO = """No {a} for {t} and no {b} for {u}.|Avoid {a} for {t} and {b} for {u}.
Avoid {a} for {t}, {b} for {u}.|No {a} for {t}, no {b} for {u}.
{a} should be avoided for {t} and {b} for {u}.|For {t} avoid {a} and for {u} avoid {b}.
Do not use {a} for {t} or {b} for {u}.|Avoid {a} ({t}) and {b} ({u}).|Avoid {a} ({t}), {b} ({u}).
{a}: {t}. {b}: {u}.|{a} {t}, {b} {u}.|{a} – {t}; {b} – {u}.|Wait {t} before {a} and {u} before {b}.
Leave {a} out for {t} and {b} for {u}.|Stay away from {a} for {t} and from {b} for {u}.
{a} can be resumed after {t}, but {b} not until {u}.|{a} is out for {t}, {b} for {u}.
{a} may be resumed after {t} but no {b} for {u}.
You may resume {a} after {t}; {b} must wait {u}.|You must not have {a} for {t}, nor {b} for {u}.
Avoid {a} for at least {t} and {b} for at least {u}.
You can have {a} after {t} and {b} after {u}.|I will avoid {a} for {t} and {b} for {u}."""
SPANS = {"24 hours": 24, "two weeks": 336, "3 days": 72, "a week": 168, "one month": 720}
PAIR = (("exercise", "exercise"), *THINGS[2:], ("make-up", "makeup"))


@pytest.mark.parametrize("both", [each for line in TWO.splitlines() for each in line.split("|")])
def test_of_two_things_neither_ends_before_its_own_length(both: str) -> None:
    for i, (first, second) in enumerate(itertools.permutations(SPANS, 2)):
        (a, one), (b, two) = PAIR[i % 7], PAIR[(i + 3) % 7]
        text = both.format(a=a, b=b, t=first, u=second)
        found = items(text[0].upper() + text[1:])
        for name, span in ((one, first), (two, second)):
            ends = [_least(each) for each in found if name in each.activities]
            assert ends, text
            assert all(end is not None and end >= SPANS[span] for end in ends), text


DEEDS = (
    ("swim", "swimming"),
    ("exercise", "exercise"),
    ("shave", "shaving"),
    ("sunbathe", "sun"),
    ("drink alcohol", "alcohol"),
    ("wear make-up", "makeup"),
    ("use retinol", "retinoid"),
    ("have a sauna", "sauna"),
    ("wax", "hair-removal"),
)
NEITHER = """Do not {v} for {t} or {w} for {u}.|Do not {v} for {t}, {w} for {u}.
Do not {v} for {t} and do not {w} for {u}.|Don't {v} for {t}, don't {w} for {u}.
You must not {v} for {t}, nor {w} for {u}.|You should not {v} for {t} or {w} for {u}.
You cannot {v} for {t} or {w} for {u}.|Try not to {v} for {t} or {w} for {u}.
You may not {v} for {t} or {w} for {u}.|It is best not to {v} for {t} or {w} for {u}.
We advise you not to {v} for {t} or {w} for {u}.|I will not {v} for {t} or {w} for {u}.
Wait {t} before you {v} and {u} before you {w}.|Do not {v} (for {t}) or {w} (for {u}).
Clients must not {v} for {t} or {w} for {u}.|It is important you don't {v} for {t} or {w} for {u}.
You won't be able to {v} for {t} or {w} for {u}.|You may {v} in {t} and {w} in {u}.
You can {v} after {t}, but do not {w} for {u}.|For {t} do not {v} and for {u} do not {w}."""


@pytest.mark.parametrize(
    "both", [each for line in NEITHER.splitlines() for each in line.split("|")]
)
def test_of_two_deeds_neither_is_ordered_or_ends_early(both: str) -> None:
    for i, (first, second) in enumerate(itertools.permutations(SPANS, 2)):
        (v, one), (w, two) = DEEDS[i % 9], DEEDS[(i + 4) % 9]
        found = items(both.format(v=v, w=w, t=first, u=second))
        for name, span in ((one, first), (two, second)):
            ends = [_least(each) for each in found if name in each.activities]
            assert ends, (both, v, w)
            assert all(end is not None and end >= SPANS[span] for end in ends), (both, v, w)


TOGETHER = """Do not {v} or {w}.|Don't {v}, {w} or {x}.|Never {v} or {w}.|Do not {v} nor {w}.
Please do not {v}, {w}, or {x} for 3 days.|Do not {v} or {w} until healed.|Do NOT {v}, {w}, {x}.
You must not {v}, {w} or {x}.|Do not {v} and do not {w}.|Try not to {v}, {w} or {x}.
You should not {v}, {w} or {x} for a week.|For 3 days do not {v}, {w} or {x}.
It is important not to {v}, {w} or {x} for 3 days.|In the first 24 hours, do not {v}, {w} or {x}.
I agree not to {v}, {w} or {x} for a week.|You cannot {v}, {w} or {x} for 3 days.
Until healed, do not {v}, {w} or {x}.|Make sure you do not {v}, {w} or {x}.|DO NOT: {v}, {w}, {x}.
Avoid: {v}, {w}, {x}|It is best if you don't {v} or {w}.|We ask that you do not {v}, {w} or {x}.
You are advised not to {v}, {w} or {x} for 2 days.|You do not want to {v} or {w}.
You will not be able to {v} or {w} for 2 days.|Clients are asked not to {v} or {w}."""


@pytest.mark.parametrize(
    "ban", [each for line in TOGETHER.splitlines() for each in line.split("|")]
)
def test_of_deeds_refused_together_none_is_ordered(ban: str) -> None:
    for i in range(9):
        (v, one), (w, two), (x, three) = DEEDS[i], DEEDS[(i + 2) % 9], DEEDS[(i + 5) % 9]
        text = ban.format(v=v, w=w, x=x)
        found = [each for each in items(text) if each.kind in {"do", "avoid"}]
        assert {each.kind for each in found} == {"avoid"}, text
        wanted = {one, two, three} if "{x}" in ban else {one, two}
        assert wanted <= {name for each in found for name in each.activities}, text


@pytest.mark.parametrize(
    "then", ["After 3 days you may", "From day 4 you can", "Once healed you may"]
)
def test_of_deeds_allowed_together_none_is_ordered_or_allowed_at_once(then: str) -> None:
    for i in range(9):
        (v, one), (w, two), (x, three) = DEEDS[i], DEEDS[(i + 2) % 9], DEEDS[(i + 5) % 9]
        text = f"{then} {v}, {w} and {x}."
        found = items(text)
        assert {one, two, three} <= {name for each in found for name in each.activities}, text
        for each in found:
            begins = each.until or (each.window and each.window.start_hours)
            assert (each.kind, each.strength) == ("do", "may"), text
            assert begins or "from when" in asks(each), text


def _least(item: Item) -> float | None:
    """The earliest hour at which what an item names may be done again; a plain order is 0."""
    if item.window is None or (item.kind == "do" and item.strength != "may"):
        return 0
    return item.window.start_hours if item.kind == "do" else item.window.min_hours
