"""Judged clauses -> their windows: a clause's own, its sentence's, its heading's."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import NamedTuple

from msgspec import structs

from aftercare.core.leaflet import conditions, windows
from aftercare.core.leaflet.ban_ends import (
    FOREVER,
    MORE,
    WITHIN,
    ban_window,
    in_the_occasion,
)
from aftercare.core.leaflet.care_times import do_window
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.joining import Judged
from aftercare.core.leaflet.lengths import Told, lengths
from aftercare.core.leaflet.sides import BOTH_SIDES
from aftercare.core.leaflet.windows import Window


class Last(NamedTuple):
    """The window told last: of advice or a course, of a ban, of what; told just before or earlier."""

    window: Window | None = None
    advised: bool = False
    things: frozenset[str] = frozenset()
    banned: bool = False
    near: bool = False


def give_windows(judged: list[Judged], last: Last) -> Last:
    """Give each clause its window: its own, its sentence's, its heading's.

    ``last`` is what the sentence before told; what is given back is this sentence's.
    """
    told = last
    for i, each in enumerate(judged):
        if each.verdict is not None:
            own = None if _that_day(each) else _own(each)
            each.window = own or _bare_number(each, judged[:i], told) or _pointed(each, told)
            each.window = _further(each, told.window)
            told = _told_by(each) if each.window else told
    _trailing(judged)
    _share(judged)
    own = _longest(judged)
    for each in judged:
        if each.window is None and _inherits(each):
            each.window = _beside(each, own)
    said = [j for j in judged if j.verdict is None or j.verdict.rule != "better-longer"]
    earlier = last._replace(near=False)
    return next((_told_by(each) for each in reversed(said) if each.window), earlier)


def _told_by(each: Judged) -> Last:
    advised = each.verdict is not None and each.verdict.kind in {"do", "avoid"}
    things = frozenset(n.name for n in each.facts.core if n.kind == "-")
    banned = each.verdict is not None and each.verdict.kind == "avoid"
    return Last(each.window, advised, things, banned, near=True)


_FOR_GOOD = re.compile(FOREVER)
_SAME_TIME = re.compile(
    r"\b(?:in|during|for|within|over|throughout) (?:that|this|the same|these"
    r"|those) (?:time|period|days|hours|weeks)\b"
    r"|\b(?:just )?as long(?=[.,;!]|$)"
    r"|\bin the meantime\b|\bmeanwhile\b|^\W*nor\b|\bsame (?:goes|applies) (?:for|to)\b"
)
_UNTIL_THEN = re.compile(r"\b(?:until|till|before) then\b")
_NO_EITHER = re.compile(r"^\W*(?:and |or )?no\b.*\beither\b")
_IT = re.compile(
    r"^\W*(?:it|they|this|these|both) (?:must|should|can|may|is|are|needs?)\b"
    r"(?! (?:\w+ )?(?:be )?(?:best|important|advis\w+|recommend\w+|better|wise|essential|vital"
    r"|sensible|crucial|necessary|imperative)\b)"
)
_THEM = re.compile(  # `leave them out` behind a ban of what they are
    r"^\W*(?:please |so )?(?:leave|avoid|skip|shun|keep off|stay off|give)(?: up)? (?:them|these|those|both)\b"
)
_EVER = r"(?!.*\b(?:always|never|at all times|until|till|while)\b)"
_TOO = re.compile(rf"{_EVER}.*\b(?:too|as well(?: as)?|either)\b")
ALSO = re.compile(
    rf"{_EVER}(?:.*\b(?:as well|either|likewise)(?=[.,;!)]|$)|\W*also\b|\W*(?:and )?no other\b|\W*the only (?:thing|one|product|exception)s?\b|.*\balso (?:to be|be|avoid"
    r"|stay|keep|leave|skip|refrain|out|off|forbidden|banned)\b)"
)
_FROM_THEN = re.compile(r"\b(?:from then on|after that|thereafter|after this|after which)\b")
_THEN = re.compile(r"^\W*(?:and )?(?:then|afterwards)\b")


def _pointed(each: Judged, before: Last) -> Window | None:
    """`Put nothing else on in that time`, `from then on`: the sentence before says when."""
    last = before.window
    if last is None or (each.verdict and each.verdict.kind == "risk"):
        return None
    either = before.near and _NO_EITHER.match(each.facts.low)
    if either or _SAME_TIME.search(each.facts.low):
        return windows.later(last, each.frame.window)
    ban = each.verdict is not None and each.verdict.kind == "avoid"
    goes_on = bool(
        _IT.match(each.facts.low)
        or (_TOO.match(each.facts.low) and before.things & set(each.facts.activities))
        or (
            before.banned
            and before.near
            and (ALSO.match(each.facts.low) or _THEM.match(each.facts.low))
        )
    )
    if ban and before.near and _UNTIL_THEN.search(each.facts.low):
        return last  # `it may be red for 2 days; avoid make-up until then`
    if ban and before.advised and goes_on and each.frame.window is None:
        return last
    ended = last.max_hours or last.min_hours
    then = _FROM_THEN.search(each.facts.low) or (
        _THEN.search(each.facts.low) and each.frame.window is None
    )
    follows = then and ended and each.verdict is not None and each.verdict.kind == "do"
    return windows.starting(ended or 0.0) if follows else None


_BARE = re.compile(
    r"\b(?:in|inside|within|up to|to|for|after|about|at least|until|waits?|give it)\s(?:about |up to "
    r"|as (?:many|long) as )?"
    r"(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?|two|three|four|five|six|seven|eight|ten"
    r"|twelve)(?=\s*(?:[.,;!?)]|$|if\b|when\b))"
)


def _further(each: Judged, last: Window | None) -> Window | None:
    """`After a week you may …; if it is sore, wait one more week`: two weeks, or longer."""
    ban = each.verdict is not None and each.verdict.kind == "avoid" and each.window is not None
    if not ban or each.window is None or last is None or not MORE.search(each.facts.low):
        return each.window
    until_now = last.start_hours or last.max_hours or last.min_hours or 0.0
    return windows.at_least(until_now + (each.window.min_hours or 0.0))


def _that_day(each: Judged) -> bool:
    """Under `Night 2`, `tonight` is that night: it ends with its heading."""
    day = each.frame.window
    later = day is not None and bool(day.start_hours)
    return (
        later
        and re.search(r"\b(?:today|tonight|this (?:evening|day)|that day)\b", each.facts.low)
        is not None
    )


def _bare_number(each: Judged, before: list[Judged], last: Last) -> Window | None:
    """`Up to 14 days, though many see it in 3–5`: the unit is that of the length before."""
    units = [t.window.unit for j in before for t in j.facts.told if t.window]
    match = _BARE.search(each.facts.low) or _OPENS.match(each.facts.low)
    units = units or ([last.window.unit] if last.window and last.near and last.advised else [])
    if match is None or not units or each.facts.told:
        return None
    told = lengths(f"{match.group()} {units[-1]}s")
    if not told:
        return None
    allowed = each.verdict is not None and each.verdict.kind == "do"
    return (told[0].begins if allowed else None) or told[0].window


_OPENS = re.compile(  # `After 48: the gym`, `peels, 6`
    r"\W*(?:after|from|for|until)\s\d{1,3}(?=\s*[:,])|\W*(?!spf|factor)[a-z][a-z' /-]{2,40}[,:–—-]\s*\d{1,3}(?=\W*$)"
)


def _inherits(each: Judged) -> bool:
    if each.verdict is None or each.facts.joined == "reason":
        return False
    if each.verdict.permission and conditions.until(each.facts.low, permission=True, kind="do"):
        return bool(each.frame.window and each.frame.window.start_hours)
    if each.verdict.kind == "avoid" and _FOR_GOOD.search(each.facts.low):
        return False
    bare = each.verdict.rule.startswith(("listed", "named"))
    return each.verdict.kind in {"avoid", "do", "expect"} and (bare or not each.frame.loose)


def _longest(judged: list[Judged]) -> Window | None:
    """Give the longest end that the sentence itself says of what to do and to avoid."""
    longest: Window | None = None
    for each in judged:
        if each.verdict and each.verdict.kind in {"do", "avoid"}:
            longest = windows.later(longest, each.window)
    return longest


def _beside(each: Judged, own: Window | None) -> Window | None:
    """A heading's length never shortens what the same sentence says for longer."""
    inherited = _from_heading(each)
    longer = windows.later(inherited, own)
    if own is None or inherited is None or longer is None or longer.bounds == inherited.bounds:
        return inherited
    return longer if each.verdict and each.verdict.kind == "avoid" else None


def _from_heading(each: Judged) -> Window | None:
    """Under `Days 2–4` a permission begins then; all else ends then."""
    window = each.frame.window
    permitted = each.verdict is not None and each.verdict.permission
    if window and permitted and each.frame.moment and window.max_hours:
        return structs.replace(windows.starting(window.max_hours), unit=window.unit)
    if window and window.start_hours and permitted:
        return structs.replace(windows.starting(window.start_hours), unit=window.unit)
    return window


_SHORT = re.compile(r"\b(?:short|brief|down to|limit\w*|no (?:more|longer) than)\b")


def _told(facts: Facts, kind: str) -> list[Told]:
    """Give the lengths of a clause that say when what it says ends or begins."""
    if kind == "info":
        return [t for t in facts.told if t.window and t.role != "none"]
    told = [t for t in facts.told if t.role in {"end", "start"} and t.window]
    if kind in {"do", "avoid"}:
        told = [t for t in told if t.role == "start" or not in_the_occasion(facts, t)]
    if not told and BOTH_SIDES.search(facts.low):
        told = [t for t in facts.told if t.role == "before" and t.window]
    if kind == "avoid" and not told:  # `leave two weeks between peels`
        told = [t for t in facts.told if t.role == "interval" and t.window]
        short = _SHORT.search(facts.low)
        told = told or [t for t in facts.told if _is_minutes(t) and not short]
    return told


def _own(each: Judged) -> Window | None:
    verdict = each.verdict
    assert verdict is not None  # noqa: S101 - only judged clauses are asked
    told = _told(each.facts, verdict.kind)
    if not told and verdict.permission:
        return _after_minutes(each.facts)
    if not told or verdict.kind == "seek-help":
        return None  # help is for any time; `worse after 48 hours` is no end
    starts, ends = [t for t in told if t.role == "start"], [t for t in told if t.role != "start"]
    readings: dict[str, Callable[[], Window | None]] = {
        "risk": lambda: _risk_window(told),
        "avoid": lambda: ban_window(each.facts, told),
        "info": lambda: told[0].window,
        "do": lambda: do_window(each.facts, verdict, starts, ends),
    }
    return readings.get(verdict.kind, lambda: _course_window(each.facts, starts, ends))()


_AFTER = re.compile(r"\b(?:after|once|when|from) (?:the first |about )?$")


def _after_minutes(facts: Facts) -> Window | None:
    """`Make-up may be worn once 90 minutes have passed`: what is permitted begins then."""
    for told in facts.told:
        later = _AFTER.search(facts.low[: told.start]) or _LATER.match(facts.low[told.end :])
        if _is_minutes(told) and told.window and later:
            return windows.starting(told.window.max_hours or 0.0)
    return None


_LATER = re.compile(r" (?:after|later|post|following|have passed)\b")


def _is_minutes(told: Told) -> bool:
    """`Nothing on it for 90 minutes`: only for a ban are minutes an end."""
    return told.role == "none" and told.window is not None and told.window.unit == "minute"


def _course_window(facts: Facts, starts: list[Told], ends: list[Told]) -> Window | None:
    """What is expected ends at its length, but for what begins then."""
    if ends:
        if ends[0].begins and len(ends) == 1 and _STARTS_TO.search(facts.low):
            return ends[0].begins
        opens = _BEGINS.search(facts.low[: ends[0].start])
        return ends[-1].window if opens else ends[0].window
    first = starts[0].window
    between = first is not None and first.min_hours != first.max_hours
    if _MAY_COME.match(facts.low) and not between:
        return starts[0].begins
    begins = _BEGINS.search(facts.low)
    if "results" in facts.activities or between or not begins or "show" in begins.group():
        return first
    return starts[0].begins


def _risk_window(told: list[Told]) -> Window | None:
    """A risk's length counts; `the same day` in it is no length."""
    counted = [t.window for t in told if t.window and t.window.min_hours is not None]
    return counted[0] if counted else None


_MAY_COME = re.compile(  # `after 24 hours you may see some redness`
    r"\W*(?:after|past|beyond|from) (?=.*\b(?:may|might|can)\b)"
    r"(?!.*\b(?:gone|go(?:es)?|left|(?:fad|eas|settl|subsid|disappear|heal|calm|clear|resolv|improv)\w*)\b)"
)
_STARTS_TO = re.compile(r"\b(?:starts?|begins?) (?:to|\w+ing)\b")
_BEGINS = re.compile(
    r"\b(?:from|begins?|starts?|turn up|appears?|shows?|develops?|come up|comes? out"
    r"|sets? in|peaks?|at its (?:worst|peak)|later|still|onwards?"
    r"|on the (?:next|following)|worse)\b"
)


_OR_FOR = re.compile(r",\s+or (?:for|until|till|up to) [^,]{3,60}$")
_TRAILS = re.compile(r",\s+(?:for|until|till) [^,]{3,30}$")


def _trailing(judged: list[Judged]) -> None:
    """`No aspirin, which may cause bruises, for a day`: the length is the ban's."""
    for before, each in itertools.pairwise(judged):
        ban = before.verdict is not None and before.verdict.kind == "avoid"
        if not ban or each.facts.joined != "reason":
            continue
        low, ends = each.facts.low.rstrip(". "), [t for t in each.facts.told if t.role == "end"]
        if ends and _OR_FOR.search(low):
            before.window, each.window = windows.later(before.window, ends[-1].window), None
        elif each.window and before.window is None and _TRAILS.search(low):
            before.window, each.window = each.window, None
        elif each.window and before.window is None and _SAME_TIME.search(low):
            before.window = each.window  # `no scrubs, as it is sensitive over this time`


def _share(judged: list[Judged]) -> None:
    """Clauses of one kind in one sentence share its length: forward, and back between bans."""
    for i, each in enumerate(judged[1:], 1):
        before = judged[i - 1]
        if each.window is None and before.window and _same(before, each):
            each.window = _for_a_ban(each, before.window, before.facts)
            if each.verdict and each.verdict.kind == "avoid" and not each.frame.loose:
                each.window = windows.later(each.window, _from_heading(each))
    for i in range(len(judged) - 2, -1, -1):
        each, after = judged[i], judged[i + 1]
        bans = each.verdict and after.verdict and each.verdict.kind == after.verdict.kind == "avoid"
        care = after.verdict and after.verdict.kind == "do" and not after.verdict.permission
        ended = care and any(t.role == "end" for t in after.facts.told)
        ban = each.verdict is not None and each.verdict.kind == "avoid"
        if _OWN_END.search(each.facts.low):
            continue
        if ban and ended and each.window is None and after.facts.joined == "and":
            each.window = after.window  # `stay out of the sun and wear SPF for a month`
        if (
            bans
            and each.window is None
            and after.window
            and after.facts.joined in {"and", "or", "comma"}
        ):
            each.window = after.window


def _for_a_ban(each: Judged, window: Window, said: Facts) -> Window:
    """What care says of `within 4 hours` a ban beside it keeps for all of them."""
    capped = window.min_hours is None and WITHIN.search(said.low) is not None
    ban = each.verdict is not None and each.verdict.kind == "avoid"
    return windows.fixed(window.max_hours or 0.0) if ban and capped else window


_OWN_END = re.compile(rf"\b(?:until|till|while|whilst|as long as|double|twice|longer)\b|{FOREVER}")


_TIMED_ASIDE = re.compile(r"\([^()]*\d[^()]*\)\s*$")


def _same(before: Judged, each: Judged) -> bool:
    """Tell whether a clause without a length takes that of the clause before it."""
    if before.verdict is None or each.verdict is None:
        return False
    told = any(t.role == "end" for t in before.facts.told)
    told = told or _SAME_TIME.search(before.facts.low) is not None
    if _TIMED_ASIDE.search(before.facts.low) and each.facts.joined == "comma" and told:
        return False  # `make-up (24 h), gym (48 h), sun`: each has its own
    if _OWN_END.search(each.facts.low):
        return False  # `no gym today, and no pool until it has healed`
    if each.verdict.kind == "avoid":
        return before.verdict.kind == "avoid" or (before.verdict.kind == "do" and told)
    both = before.verdict.kind == each.verdict.kind == "do"
    return both and told and each.facts.joined in {"and", "comma", "and then"}
