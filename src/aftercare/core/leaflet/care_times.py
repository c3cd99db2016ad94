"""Care or a permission, and its lengths -> when it begins and when it ends."""

from __future__ import annotations

import re

from aftercare.core.leaflet import windows
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.lengths import Told
from aftercare.core.leaflet.verdicts import Verdict
from aftercare.core.leaflet.windows import Window

_LATER = re.compile(
    r"[ -](?:after|post|following)[ -](?:your |the |this )?(?:\w+ )?(?:treatment|session|procedure"
    r"|appointment|(?:micro-?)?needling)\b| (?:after|post)(?=[.,;)]|$)| later\b| afterwards?\b"
)
_LASTING = re.compile(r"\b(?:for|for the|up to|within|first|next)\s+$")
_BEGUN = frozenset({"begin", "start", "restart", "bring", "resume"})
_IN = re.compile(r"\bin (?:about |around )?$")

_BACK_TO = re.compile(  # `Back to the gym: 48 hours`
    r"\W*(?:back|return(?:ing)?|resum\w+|restart\w*|reintroduc\w+)\b[^:]{2,40}:\s*(?:after |in )?"
)


def _begins(facts: Facts, verdict: Verdict, told: Told) -> bool:
    """`2 days after the treatment`, `restart in 72 hours`: the length says when it begins."""
    left, right = facts.low[: told.start], facts.low[told.end :]
    later = _LATER.match(right) and not _LASTING.search(left)
    if verdict.permission and right.startswith(" after "):
        return True  # `bring acids back 5 days after the peeling stops`
    if verdict.rule == "care-named" and _IN.search(left):
        return True  # `sun cream: in 2 days`
    if not verdict.permission and verdict.rule != "resume":  # `8 hours after treatment, wash it`
        begun = facts.verb in _BEGUN
        if begun and _IN.search(left):
            return True
        return bool((later and not left.strip()) or (begun and (later or right[:7] == " after ")))
    return bool(later or _IN.search(left))


def do_window(
    facts: Facts, verdict: Verdict, starts: list[Told], ends: list[Told]
) -> Window | None:
    """Give when care ends, or when what is permitted begins: at the latest of its beginnings."""
    if verdict.rule == "asked-when":
        return _answered((starts or ends)[0].window)
    if not ends:
        return _latest(starts) if verdict.permission else starts[0].begins
    if verdict.permission and _BACK_TO.fullmatch(facts.low[: ends[0].start]):
        return windows.starting(_hour(ends[0].window, verdict))
    if verdict.permission and ends[0].begins is not None:
        return _latest([*starts, *ends])
    if day := _on_a_day(facts, verdict, ends[0]):
        return day
    others = [each for each in ends[1:] if verdict.permission and _begins(facts, verdict, each)]
    hour = max(_hour(each.window, verdict) for each in [ends[0], *others])
    if starts:
        return _from_then(facts, verdict, starts, ends[0])
    if hour and _begins(facts, verdict, ends[0]):
        return windows.starting(hour)
    window = ends[0].window
    if window and window.max_hours is not None and window.max_hours < 1:
        return None  # `frown for half an hour` says how long the act takes
    return window


def _on_a_day(facts: Facts, verdict: Verdict, told: Told) -> Window | None:
    """`Bring it back on day 4`, `it is fine around day 4-5`: permitted on the later of the days."""
    begun, window = facts.verb in _BEGUN, told.window
    if begun and told.begins is not None:
        return told.begins
    if window is None or not window.start_hours or not window.max_hours:
        return None
    if verdict.permission:
        return windows.starting(window.max_hours - windows.HOURS[window.unit])
    return windows.starting(window.start_hours) if begun else None


def _hour(window: Window | None, verdict: Verdict) -> float:
    """A permission of a range is not before the later of its hours, care of one after the first."""
    bounds = (window.min_hours, window.max_hours) if window else ()
    told = [hour for hour in bounds if hour]
    return (max(told) if verdict.permission else min(told)) if told else 0.0


def _from_then(facts: Facts, verdict: Verdict, starts: list[Told], end: Told) -> Window | None:
    """`From day 2 for 3 days` begins and ends; `2 hours later, 24 otherwise` begins at the later."""
    before, window = facts.low[: end.start], end.window
    hour = _hour(window, verdict)
    if verdict.permission and hour and not _LASTING.search(before):
        return max((_latest(starts), windows.starting(hour)), key=_start)
    if window is None or starts[0].begins is None:
        return window
    start = starts[0].begins.start_hours or 0.0
    later = _NEXT.search(before) or facts.low[end.end :].startswith(" that follow")
    if later and window.max_hours:
        return windows.fixed(start + window.max_hours, start)
    return Window(window.min_hours, window.max_hours, start)


_NEXT = re.compile(r"\bfor the (?:next|following) $")


def _answered(answer: Window | None) -> Window | None:
    return windows.starting(answer.max_hours or answer.min_hours or 0.0) if answer else None


def _start(window: Window | None) -> float:
    return (window and window.start_hours) or 0.0


def _latest(starts: list[Told]) -> Window | None:
    """A permission of several things begins when the last of them may be done."""
    begun = [told.begins for told in starts if told.begins]
    return max(begun, key=_start, default=None)
