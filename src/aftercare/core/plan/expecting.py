"""What to expect now: each symptom once, by the narrowest clause that tells its time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from aftercare.core.plan.overview import Shown
from aftercare.core.problems import listed
from aftercare.core.protocol.model import say
from aftercare.core.protocol.scalars import Name


class Expected(Struct, frozen=True):
    """Symptoms that share their time: "Tightness and itching", and how long it usually is."""

    names: str
    said: str


def expecting(shown: Sequence[Shown]) -> list[Expected]:
    """Join the reactions to expect by what is said of their end, in the order they are shown.

    A clause over many symptoms at once adds only those that no clause of their own has told.
    """
    told: dict[str, list[str]] = {}
    for said, name in _symptoms(shown):
        told.setdefault(said, []).append(name)
    return [Expected(_capital(listed(names)), said) for said, names in told.items()]


def apart(shown: Sequence[Shown]) -> tuple[list[Shown], list[Shown]]:
    """Part the clauses that tell a symptom's time from those that only sum up others."""
    telling = {each.clause.id for each in _narrowest(shown).values()}
    own = [each for each in shown if each.clause.id in telling]
    return own, [each for each in shown if each.clause.id not in telling]


def _narrowest(shown: Sequence[Shown]) -> dict[str, Shown]:
    """Give for each symptom the clause about the fewest symptoms that tells it."""
    found: dict[str, Shown] = {}
    for each in sorted(shown, key=lambda each: len(each.clause.symptoms)):
        for symptom in each.clause.symptoms:
            found.setdefault(symptom, each)
    return found


def _symptoms(shown: Sequence[Shown]) -> Iterator[tuple[str, str]]:
    """Give each symptom once, with what is said of it."""
    narrowest = _narrowest(shown)
    for each in shown:
        protocol = each.entry.plan.schedule.protocol
        for symptom in each.clause.symptoms:
            if narrowest[symptom] is each:
                words = protocol.symptoms[Name(symptom)].text
                yield _said(each), say(words, str(protocol.language))


def _said(shown: Shown) -> str:
    """Say how long; once the least time is over and no latest was told, ask for a word."""
    open_ended = shown.dated.state == "easing" and shown.dated.latest is None
    return f"{shown.said} Tell us if you still have it." if open_ended else shown.said


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
