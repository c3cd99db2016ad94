"""A question -> the activities and symptoms in it, what is denied, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from aftercare.core.plan.ask.lexicon import Lexicon, Meaning, tokens

LONGEST_QUESTION = 1_000  # letters; the rest is not read, and so the answer is at least "ask"
_STOPS = frozenset(",.;:?!()\u2013\u2014\n/")

_NOTS = [["not"], ["no"], ["never"], ["without"], ["no longer"], ["no more"]]
"""What denies the symptom behind it; "will not stop burning" and "sick of bleeding" do not."""
_BETWEEN = frozenset({"so", "as", "too", "be", "feel", "look", "get"})


class Item(NamedTuple):
    """A phrase of the question with its meaning; ``unknown`` where it was not understood."""

    words: str
    sort: str
    name: str


class Recognised(NamedTuple):
    """What a question is about.

    ``activities`` are names with whether the question is about *not* doing them. ``lost`` says
    that a part could not be placed at all, ``strange`` that a word beside an activity could not.
    """

    activities: tuple[tuple[str, bool], ...]
    symptoms: tuple[str, ...]
    lost: bool
    strange: bool
    timed: bool
    duty: bool


def recognise(lexicon: Lexicon, question: str) -> Recognised:
    """Find what a question is about; the order of the answers is that of the words."""
    items = list(_items(lexicon, tokens(question[:LONGEST_QUESTION])))
    segments = _split(items, {"break"})
    acts = [act for segment in segments for act in _split(segment, {"join"})]
    parts = [part for act in acts for part in _split(act, {"means"})]
    aside = {name for act in acts for name in _aside(lexicon, act)}
    activities = _activities(segments, aside)
    lost = len(question) > LONGEST_QUESTION or any(_lost(part) for part in parts)
    return Recognised(
        activities,
        tuple(dict.fromkeys(name for part in parts for name in _symptoms(part))),
        lost,
        any(_strange(lexicon, part) for part in parts),
        any(item.sort == "time" for item in items),
        any(item.sort == "duty" for item in items),
    )


def _items(lexicon: Lexicon, words: list[str]) -> Iterator[Item]:
    """Take the longest phrase at each place."""
    kept = [word for word in words if word not in lexicon.drops]
    at = 0
    while at < len(kept):
        if kept[at] in _STOPS:
            yield Item(kept[at], "break", "")
            at += 1
            continue
        length, _, meaning = _longest(lexicon, lexicon.tree, kept, at)
        if meaning is None:
            yield Item(kept[at], "unknown", "")
            at += 1
            continue
        phrase = kept[at] if length == 1 else " ".join(kept[at : at + length])
        yield Item(phrase, meaning.sort, meaning.name)
        at += length


def _longest(
    lexicon: Lexicon, node: dict[str, Any], words: list[str], at: int
) -> tuple[int, int, Meaning | None]:
    """Give the longest phrase from here: its length, how literal it is, and its meaning."""
    best: tuple[int, int, Meaning | None] = (0, 0, None)
    if at >= len(words) or words[at] in _STOPS:
        return best
    for rank, base in enumerate(lexicon.bases(words[at])):
        below = node.get(base)
        if below is None:
            continue
        meaning = below.get("")
        here = (1, -rank, meaning) if meaning else (0, 0, None)
        if len(below) > (meaning is not None):  # longer phrases begin so
            length, literal, further = _longest(lexicon, below, words, at + 1)
            if further:
                here = (length + 1, literal - rank, further)
        if here[:2] > best[:2]:
            best = here
    return best


def _split(items: list[Item], sorts: set[str]) -> list[list[Item]]:
    """Part items where one of these sorts stands."""
    parts: list[list[Item]] = [[]]
    for item in items:
        if item.sort in sorts:
            parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part]


def _aside(lexicon: Lexicon, act: list[Item]) -> set[str]:
    """Give what an act only names on the way.

    Make-up *at work* asks about make-up; *swim in the sea* asks about the sea, not the pool. In
    "swim and go to the sea" both are asked about.
    """
    names = {item.name for item in act if item.sort == "activity"}
    settings = names & lexicon.settings
    replaced = {other for name in names for other in lexicon.instead_of[name]} & names
    return replaced | (settings if names - settings else set())


def _activities(segments: list[list[Item]], aside: set[str]) -> tuple[tuple[str, bool], ...]:
    found: dict[str, bool] = {}
    last: list[str] = []
    for segment in segments:
        here = _denied(segment, found, last)
        for name, denied in here:
            found[name] = found.get(name, False) or denied
        last = [name for name, _ in here] or last
    return tuple((name, denied) for name, denied in found.items() if name not in aside)


def _denied(
    segment: list[Item], before: dict[str, bool], last: list[str]
) -> list[tuple[str, bool]]:
    """Give a segment's activities, each with whether it is denied.

    A negation ("without") or a duty ("do I have to") reaches forward; where nothing follows it,
    back: "sunscreen, can I skip it?"
    """
    named: list[tuple[str, bool]] = []
    denied, reached = False, True
    for at, item in enumerate(segment):
        if item.sort in {"negation", "duty"} and not _of_a_symptom(segment[at + 1 :]):
            denied, reached = True, False
        elif item.sort == "activity":
            named.append((item.name, denied))
            reached = True
    if reached:
        return named
    if named:
        return [(name, True) for name, _ in named]
    before.update(dict.fromkeys(last, True))
    return []


def _of_a_symptom(rest: list[Item]) -> bool:
    """Tell whether a negation is about how the skin is: "it will not stop burning"."""
    after = (item.sort for item in rest if item.sort in {"activity", "symptom", "gone"})
    return next(after, "activity") != "activity"


def _symptoms(part: list[Item]) -> list[str]:
    """Give a part's symptoms, unless it says that they are gone: "no redness", "it has faded"."""
    if not any(item.sort == "symptom" for item in part):
        return []
    denied = any(item.sort in {"negation", "duty"} for item in part)
    if not denied and any(item.sort == "gone" for item in part):
        return []
    found = []
    for at, item in enumerate(part):
        before = [each.words for each in part[:at] if each.words not in _BETWEEN]
        if item.sort == "symptom" and before[-1:] not in _NOTS:
            found.append(item.name)
    return found


def _lost(part: list[Item]) -> bool:
    """Tell whether a part has words that were not understood and nothing that was."""
    placed = any(item.sort in {"activity", "symptom"} for item in part)
    return not placed and any(_unknowns(part))


def _strange(lexicon: Lexicon, part: list[Item]) -> bool:
    """Tell whether a word beside an activity, or the activity's own, is not sure."""
    named = (word for item in part if item.sort == "activity" for word in item.words.split())
    return any(_unknowns(part)) or any(lexicon.doubtful(word) for word in named)


def _unknowns(part: list[Item]) -> Iterator[Item]:
    """Give the words not understood, but for those behind `for`, `at`, `before` and the like.

    Before an activity they count all the same: "for zephyr moisturiser" asks about it.
    """
    aside: list[Item] | None = None
    for item in part:
        if item.sort == "about":
            aside = []
        elif item.sort == "activity":
            yield from aside or ()
            aside = None
        elif item.sort == "unknown":
            if aside is None:
                yield item
            else:
                aside.append(item)
