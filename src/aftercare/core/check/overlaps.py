"""Contradictions and overlaps: clauses that govern one activity, or tell one symptom's time.

The strictest always governs. The author may write `accepted: {other-clause: reason}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from aftercare.core.problems import Problem, Weight
from aftercare.core.protocol.facts import compile_when
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Activity, Advice, Protocol, Reaction
from aftercare.core.protocol.scalars import Name
from aftercare.core.protocol.vocabulary import Vocabulary, ancestors

Numbered = tuple[int, Advice]


def check(loaded: Loaded, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find clauses that contradict or overlap each other and are not accepted."""
    activities = {**vocabulary.activities, **loaded.protocol.vocabulary}
    seen: set[tuple[str, str]] = set()
    for name in activities:
        kinds = ancestors(activities, name)
        governing = [
            (i, advice)
            for i, advice in enumerate(loaded.protocol.advice)
            if set(kinds) & set(advice.activities)
        ]
        for one, other in combinations(governing, 2):
            key = (str(one[1].id), str(other[1].id))
            if key not in seen and _meet(loaded.protocol, one[1], other[1]):
                seen.add(key)
                shared = _shared(activities, one[1], other[1])
                named = min(shared) if shared else str(name)
                yield from _overlap(loaded, named, one, other, nested=bool(shared))
    yield from _reactions(loaded)
    yield from _never(loaded)


def _never(loaded: Loaded) -> Iterator[Problem]:
    """A clause whose end comes before its start holds at no time."""
    for i, advice in enumerate(loaded.protocol.advice):
        begins, length = advice.begins, advice.length
        if begins and length and length.least.hours <= begins.least.hours:
            message = f"`{advice.id}` ends ({length.written}) before it begins ({begins.written})."
            remedy = "Both count from the treatment: write when it ends, not how long it holds."
            yield loaded.problem("P211", ("advice", i, "for"), message, remedy)


def _shared(activities: dict[Name, Activity], one: Advice, other: Advice) -> set[str]:
    """Give the activities of either clause that are, or are a kind of, one of the other's.

    Without any, the two only meet in a third activity, as heat and chlorine do in a hot tub.
    """
    return {
        str(name)
        for first, second in ((one, other), (other, one))
        for name in first.activities
        if set(ancestors(activities, name)).intersection(second.activities)
    }


def _overlap(
    loaded: Loaded, name: str, one: Numbered, other: Numbered, *, nested: bool
) -> Iterator[Problem]:
    (_, first), (i, second) = one, other
    if second.id in first.accepted or first.id in second.accepted:
        return
    if "avoid" in (first.verb, second.verb) and first.verb != second.verb:
        code, what = "P301", "One forbids what the other asks for"
    elif _ends(first) != _ends(second):
        code, what = "P302", "They end at different times"
    else:
        return
    weight: Weight = "warning" if nested else "note"
    message = f"`{first.id}` and `{second.id}` both govern {name.replace('-', ' ')}. {what}."
    remedy = "The strictest governs; write `accepted:` with the reason, or change one."
    yield loaded.problem(code, ("advice", i), message, remedy, weight)


def _ends(advice: Advice) -> object:
    """What decides when a clause ends; words like `about` do not."""
    if advice.length is None:
        return advice.until
    return advice.length.least, advice.length.most


def _meet(protocol: Protocol, one: Advice, other: Advice) -> bool:
    """Tell whether two clauses can hold for the same person at the same time."""
    if _before(one, other) or _before(other, one):
        return False
    first = dict(compile_when(one.when, protocol.facts))
    second = dict(compile_when(other.when, protocol.facts))
    return all(first[name] & second[name] for name in first.keys() & second.keys())


def _before(one: Advice, other: Advice) -> bool:
    """Tell whether one clause is over when the other begins."""
    ends = one.length.most if one.length else None
    return bool(ends and other.begins and ends.hours <= other.begins.least.hours)


def _reactions(loaded: Loaded) -> Iterator[Problem]:
    for one, (i, other) in combinations(enumerate(loaded.protocol.reactions), 2):
        first = one[1]
        both = set(first.symptom) & set(other.symptom)
        if not both or other.id in first.accepted or first.id in other.accepted:
            continue
        if first.usually and other.usually and _times(first) != _times(other):
            message = f"`{first.id}` and `{other.id}` tell different times for {min(both)}."
            remedy = "Triage takes the narrower words; write `accepted:` with the reason."
            yield loaded.problem("P303", ("reactions", i), message, remedy, "warning")


def _times(reaction: Reaction) -> object:
    usual = reaction.usually
    return (usual.least, usual.most) if usual else None
