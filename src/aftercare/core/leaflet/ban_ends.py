"""A ban and its lengths -> where it ends: as late as any of them says."""

from __future__ import annotations

import re

from aftercare.core.leaflet import windows
from aftercare.core.leaflet.cuts import VERBS
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.lengths import Told
from aftercare.core.leaflet.numbers import COUNTED
from aftercare.core.leaflet.windows import Window

FOREVER = r"\b(?:ever|for ?ever|for (?:good|life)|never again|permanently)\b"
_FOREVER = re.compile(FOREVER)
WITHIN = re.compile(  # what is forbidden within 2 days is so until then
    r"\b(?:within|inside)\b|\bbefore (?:about )?"
    r"(?:\d|(?:an?|one|two|three|four|five|six|seven|ten) (?:\w+ )?(?:hours?|days?|weeks?|months?)\b)"
)

_EARLIEST = re.compile(
    r"\bat the (?:very )?(?:earliest|soonest)\b|\b(?:no|not) (?:sooner|earlier|before)\b"
    r"(?! (?:it|they|you|your|the|all)\b(?! (?:first|next)))"
)


def ban_window(facts: Facts, told: list[Told]) -> Window | None:
    """A ban ends as late as any of its lengths; one that begins later says so first."""
    text = facts.low.strip()
    if _FOREVER.search(text):
        return None  # `sunbeds are out for good, and the sun for 4 weeks`
    if (
        told[0].role == "start"
        and len(told) == 1
        and (
            in_the_occasion(facts, told[0])
            or _FORBIDS_FROM.search(facts.low[: told[0].start])
            or (_NEXT_DAY.search(text) and not _held_back(text) and not _FROM.match(text))
            or (re.match(r"(?:from|after|starting|once)\b", text) and not _held_back(text))
        )
    ):
        return told[0].begins
    window: Window | None = None
    for each in told:
        window = windows.later(window, each.window)
    early = [t.window for t in facts.told if t.role == "before" and t.window]
    if window and window.max_hours and any(each.max_hours is None for each in early):
        return windows.at_least(window.max_hours)  # `at least 2 weeks before and 2 after`
    if window and MORE.search(facts.low):
        return windows.at_least(window.max_hours or window.min_hours or 0.0)  # longer than so far
    if window and _EARLIEST.search(facts.low):
        return Window(window.min_hours, None, None, window.unit)  # it may be later
    within = window and window.min_hours is None and WITHIN.search(facts.low)
    return windows.fixed(window.max_hours or 0.0) if window and within else window


_FORBIDS_FROM = re.compile(  # `no film after the first 24 hours`, `no sauna from day 3`: it begins
    r"(?:\b(?:no|not|never|avoid)|n't) (?:(?!until|till|before|only)[\w-]+ ){1,6}"
    r"(?:after|from|starting|beginning)(?: (?:the first|about|the))?\s*$"
)


_FROM = re.compile(  # `Make-up: tomorrow`: until then it is forbidden
    r"\W*[\w' /-]{2,40}:\s*(?:(?:from |on )?(?:tomorrow|the (?:next|following|day)))\b"
)


def in_the_occasion(facts: Facts, told: Told) -> bool:
    """`If it is still red after 3 days, leave acids off`: the ban begins then."""
    text = facts.low
    if not re.match(r"\W*(?:but |and )?(?:if|when|should)\b", text):
        return False
    if re.match(r"\W*(?:but |and )?if you (?:must|have to|need to|want to|do)\b", text):
        return False  # `if you must wear make-up within 4 hours, …` is about those hours
    return _ORDERS.match(text[told.end :]) is not None


_ORDERS = re.compile(
    rf"[^,.;]{{0,30}},\s*(?:please |then |and )?(?:{VERBS})\b|[^.;]{{0,80}}\bthen (?:you )?(?:please |should |must |need to )?(?:{VERBS})\b"
)


_NEXT_DAY = re.compile(r"\b(?:the )?(?:next|following) day\b|\bthe day after\b|\btomorrow\b")
MORE = re.compile(
    rf"\b(?:another|a further) (?:{COUNTED}|\d|hours?|days?|weeks?|months?|fortnight)|\b(?:more|further|extra) (?:hours?|days?|weeks?|months?)\b"
    r"|\b(?:hours?|days?|weeks?|months?) (?:more|further|on top)\b"
)


def _held_back(text: str) -> bool:
    """Tell whether `only`, `until` or `before` makes a beginning an end."""
    return bool(
        re.search(
            r"\b(?:only|until|before|earliest|soonest|(?<!do )(?<!should )(?<!must )(?<!may )not)\b",
            text,
        )
    )
