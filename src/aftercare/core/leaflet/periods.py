"""What the time that a line or a sentence begins with says of what follows it."""

from __future__ import annotations

import re

from msgspec import structs

from aftercare.core.leaflet import windows
from aftercare.core.leaflet.facts import facts_of, lowered
from aftercare.core.leaflet.frames import Frame
from aftercare.core.leaflet.kinds import judge
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.windows import Window


def counted_from(words: str, own: Frame) -> Window | None:
    """`Day 1: once 24 hours are over …` counts the day of the treatment as none: a day later."""
    window = own.window
    if window is None or window.max_hours is None:
        return window
    begun = [t.begins for t in facts_of(words).told if t.begins]
    told = [each.start_hours for each in begun if each.unit == "hour"]
    if window.unit != "day" or not any(hour and hour >= window.max_hours for hour in told):
        return window
    return windows.fixed(window.max_hours + windows.HOURS["day"], window.max_hours)


_DATE = re.compile(
    r"\W*(?:on |for |in )?(?:the )?(?:days? \d|nights? \d|(?:procedure|treatment) (?:day|night)"
    r"|day of (?:the |your )?(?:treatment|procedure)|day itself|that (?:day|evening|night)|tonight)"
    r"[\d\s–—-]*(?:to \d+ ?)?[,:]?\s"
)


OTHER_TIME = re.compile(  # `On the day: no gym. The rest of the month: no sun.`
    r"\W*(?:(?:for|in|during|after|from|until|the|that|then|all) )*[^:.]{0,24}"
    r"\b(?:day|night|morning|evening|week|weekend|fortnight|month|summer|winter|hours?)s?\b[^:.]{0,12}:\s"
    r"|\W*(?:after|from|for|until)\s\d{1,3}:\s"
)
_DAY_LABEL = re.compile(
    r"\W*(?:days?|nights?|weeks?) \d{1,2}(?:\s?[-–]\s?\d{1,2}| to \d{1,2})?(?:\s?\([^()]{0,40}\))?\s*[:–—-]\s(?!\s*\d)"
)


EVER = re.compile(r"\b(?:always|(?:every|each|any) time|at all times|whenever|ever)\b")


def takes(words: str, frame: Frame) -> bool:
    """Tell whether a sentence is for the period that one before it began with.

    A ban is, and care only where that sentence told of the body; never what is `always` so.
    """
    if EVER.search(words):
        return False
    verdict = judge(facts_of(words), None) if frame.period else None
    if verdict is None or verdict.kind == "avoid":
        return True
    return not verdict.permission and (frame.period == "scene" or verdict.kind != "do")


_PERIOD = re.compile(  # `In the first 24 hours it is open to germs. No make-up.`
    r"\W*(?:in|for|during|over|within|throughout) the (?:first|next|following|initial) "
    r"[\w -]{0,24}?\b(?:hours?|days?|weeks?|night)\b"
)


def dated(words: str, frame: Frame) -> Frame:
    """`Days 2-7: use a mild cleanser. No acids.` dates all that its block says."""
    if _PERIOD.match(words):
        period = next((t.window for t in lengths(words) if t.role == "end"), None)
        longest, verdict = windows.later(frame.window, period), judge(facts_of(words), None)
        advice = verdict is not None and verdict.kind in {"do", "avoid"}
        return structs.replace(frame, window=longest, period="advice" if advice else "scene")
    if not _DATE.match(words):
        return frame
    facts = facts_of(words)
    if _DAY_LABEL.match(words) and facts.told and facts.told[0].role == "end":
        return structs.replace(frame, window=facts.told[0].window)
    verdict, told = judge(facts, frame.kind), facts.told
    advice = verdict is not None and verdict.kind in {"do", "avoid"}
    once = advice and len(told) == 1 and told[0].start < 12 and told[0].role == "end"
    return structs.replace(frame, window=told[0].window) if once else frame


_MATTERS = re.compile(
    r"\W*(?:the|your|these|those) (?:first|next|following) [^.:;,]{3,60}\b(?:is|are) (?:[\w-]+ ){0,3}"
    r"(?:important|crucial|critical|key|vital|essential|sensitive|delicate)\W*"
)


def scene_of(words: str) -> Window | None:
    """`The first 24 hours are crucial.` on a line of its own: what follows is for that long."""
    low = lowered(words)
    if len(low) > 120 or not _MATTERS.fullmatch(low):
        return None
    told = [t.window for t in lengths(low) if t.role == "end"]
    return told[0] if told else None
