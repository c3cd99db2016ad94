"""What a clause leaves out -> a ban beside it: `your usual creams, except acids`."""

from __future__ import annotations

import re

from msgspec import structs

from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.items import Item
from aftercare.core.leaflet.windows import Window

_EXCEPT = re.compile(
    r"\b(?:except(?:ing)?(?: for| from)?|apart from|aside from|other than|excluding|minus|bar"
    r"|with the exception of|without|avoiding|(?:provided|(?:as|so) long as)(?: that)? you (?:avoid|stay (?:away|off|out)|keep (?:away|off|out)))\b"
    r"|(?:,|\s[–—-]) ?(?:but |though |just |only )?not\b(?! (?:before|until|till|more|longer|less|later|too|only|for|yet)\b)"
    r"|\((?:but |though |please )?(?:no|not|never|avoid(?:ing)?|skip|leave (?:out|off)|nothing)\b(?! (?:before|until|more|longer|less|later|too|only)\b)"
)
_LEFT_OUT = re.compile(r",\s*(?=[\w' /-]{3,40} (?:excepted|excluded|aside)\b)")
_NOT_THAT = re.compile(
    r"(?:,|\band|\bbut)? (?:rather than|instead of|never|not|don't|do not) (?:an? |the |your |any |use |with )?"
)
_NO_ACTIVES = re.compile(r"(?:[,(]\s?no|,\s?nothing) (?:other |strong )?")
_ACTIVES = frozenset({"active-skincare", "acids", "retinoid", "exfoliation", "vitamin-c", "makeup"})


def parted(item: Item, facts: Facts) -> list[Item]:
    """Give a clause, and beside it as bans what it says not to do; a permission loses that.

    A permission's length or state is when it begins, so it ends no ban; care's is the ban's too.
    """
    if item.kind != "do" or item.rule in {"double-negative", "disclose"}:
        return [item]
    allowed = item.strength == "may"
    bans = []
    if out := _not_that(facts, allowed=allowed):
        bans.append(_ban(item, "not-that", out, None if allowed else item.window))
    if allowed:
        item, excepted = _excepted(item, facts)
        bans += [ban for ban in excepted if not set(ban.activities) <= set(out)]
        said = {name for ban in bans for name in ban.activities}
        item = structs.replace(item, activities=tuple(n for n in item.activities if n not in said))
    return [item, *bans]


def _not_that(facts: Facts, *, allowed: bool) -> tuple[str, ...]:
    """`Drink from a cup, not a straw`, `pat, never rub`: name what is not to be done."""
    for match in _NOT_THAT.finditer(facts.masked):
        found = [n for n in facts.found if n.kind == "-" and 0 <= n.start - match.end() < 3]
        if found and match.start() > 2 and (not allowed or "not" in match.group()):
            listed = [n for n in facts.found if n.kind == "-" and n.start >= found[0].start]
            return tuple(dict.fromkeys(n.name for n in listed))
    for match in _NO_ACTIVES.finditer(facts.masked):
        found = [n for n in facts.found if 0 <= n.start - match.end() < 3]
        if found and found[0].name in _ACTIVES:
            return (found[0].name,)
    return ()


def _excepted(item: Item, facts: Facts) -> tuple[Item, list[Item]]:
    """A ban of what is excepted ends only where the exception says so."""
    match = _EXCEPT.search(facts.low) or _LEFT_OUT.search(facts.low)
    if match is None:
        return item, []
    opened = facts.low[: match.start() + 1].endswith("(") or facts.low[: match.start()].endswith(
        "("
    )
    closed = facts.low.find(")", match.end()) if opened else -1
    end = closed if closed > 0 else len(facts.low)
    out = [n.name for n in facts.found if match.end() <= n.start < end and n.kind == "-"]
    if not out:
        return item, []
    told = [t for t in facts.told if match.end() <= t.start < end and t.role == "end"]
    own = None if told and len(facts.told) == len(told) else item.window
    ban = _ban(item, "excepted", tuple(dict.fromkeys(out)), told[0].window if told else None)
    return structs.replace(item, window=own), [ban]


def _ban(item: Item, rule: str, names: tuple[str, ...], window: Window | None) -> Item:
    allowed = item.strength == "may"
    return structs.replace(
        item,
        kind="avoid",
        activities=names,
        window=window,
        until=None if allowed else item.until,
        strength="must" if allowed else item.strength,
        rule=rule,
        confidence=0.7,
    )
