"""Words -> lengths: what ends when, in a clause, a heading or the first cell of a row.

A length that says how often, how long an act lasts, how far apart sessions are or how old
somebody is ends nothing; it is told apart by the words beside it.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from msgspec import structs

from aftercare.core.leaflet import windows
from aftercare.core.leaflet.numbers import COUNTED, NUM, number
from aftercare.core.leaflet.numbers import hours as hours_of
from aftercare.core.leaflet.windows import Window

Role = Literal["end", "start", "before", "interval", "none"]


class Told(NamedTuple):
    """One length: what it is for, its window as an end, where its words stand; when it begins."""

    role: Role
    window: Window | None
    start: int
    end: int
    begins: Window | None = None


_UNIT = (
    r"(?:hours?|hrs?|h|d|days?|nights?|weeks?|wks?|w|months?|mths?|mos?|years?|yrs?|minutes?|mins?"
    r"|seconds?|secs?|fortnights?)(?![a-z])(?:['’]s?)?"
)
_TO = r"\s{0,2}(?:-|–|—|/|to|or|and)\s{0,2}(?:about |even |up to |as (?:many|long) as |maybe )?"
_FULL = (
    r"(?: (?:full|whole|clear|solid|complete|more|further|consecutive|good|working|calendar|long))?"
)
_SPAN = re.compile(
    rf"(?<![a-z0-9.])(?P<a>{NUM})(?!(?<=ty)[ -](?:{COUNTED})\b)(?:[\s-]{{0,2}}(?P<ua>{_UNIT}))?"
    rf"{_TO}(?P<b>{NUM}){_FULL}[\s-]{{0,2}}(?P<ub>{_UNIT})"
    rf"|(?<![a-z0-9.])(?P<c>{NUM})(?:\s?\((?:\d{{1,3}}"
    rf"|[a-z-]{{3,12}})\))?(?:\s?\+)?(?: plus| or more"
    rf"| or so)?{_FULL}[\s-]{{0,2}}(?P<uc>{_UNIT})"
    rf"(?:\s(?:or|to)\s(?P<d>two|three|2|3)\b(?!\s?{_UNIT}|\s?(?:-|to)\s?\d))?"
)
_PLAIN = re.compile(
    r"(?P<first>\bfirst (?P<fu>hour|day|night|week|fortnight|month|year)(?P<two> or two)?\b)"
    r"|(?P<after>\bthe (?P<au>week|month) after\b(?! (?:next|that\b)))"
    r"|(?P<next>\b(?:next|the following|that first) (?P<nu>hour|week|fortnight|month|year)\b)"
    r"|(?P<whole>(?:\bfor the|\bthe(?= \w+ after\s?[:–—-])) (?P<wu>week|fortnight|month) (?:after|following|that follows)\b)"
    r"|(?P<tomorrow>\b(?:on|by|from) the (?:next|following) (?:day|morning)\b"
    r"|\b(?:(?:from|as of|starting|the day after) )?tomorrow\b"
    r"|\bthe (?:day|morning) after\b(?! (?:tomorrow\b|your|the) (?!(?:\w+ )?(?:treatment|peel|procedure|session)\b))|\b(?:next|following) (?:day|morning)\b)"
    r"|(?P<span>\b(?:a|one|the|this|per|next) fortnight\b|\bfortnight\b)"
    r"|(?P<today>\b(?:rest|remainder|whole|left|remains) of (?:the|that|this|your treatment) (?:day|evening|night)\b"
    r"|\b(?:that|this|the same|same) (?:day or the (?:next|following)(?: day)?|evening|night|day)\b"
    r"|\b(?:on )?(?:treatment|procedure) day\b|\bthe day itself\b|\bon the day\b(?! after)|\bday of treatment\b|\btoday\b|\btonight\b|\bthe (?:day|night|evening) of (?:your |the )?(?:\w+ )?(?:treatment|procedure|facial|peel|session|appointment)\b"
    r"|\bovernight\b|\bfor the day\b(?! (?:or|and))|\b(?:until|till) (?:bedtime|tonight|the evening|you go to bed"
    r"|tomorrow|(?:the )?(?:next|following) (?:day|morning)|morning|the (?:morning|day) after(?! tomorrow))\b"
    r"|\bfor the evening\b|\bthe first evening\b)"
)
_TWO_DAYS = re.compile(  # `on the day of treatment and the next day`
    r"\b(?:until|till) the day after tomorrow\b|\b(?:today|tonight) (?:and|n?or) tomorrow\b|\b(?:the day of (?:your |the )?(?:\w+ )?(?:treatment"
    r"|procedure|session)|treatment day|the day(?: itself)?|today),? (?:and|n?or|plus),? (?:preferably |ideally |also )?(?:not )?(?:on |for |during )?"
    r"(?:the )?(?:(?:next|following) (?:day|24 hours)|(?:day|24 hours) (?:after|that follows?|following|thereafter))"
)
_NUMBERED = re.compile(
    r"\b(?P<u>day|days|week|weeks|wk|wks|night|nights|hour|hours|month|months)\s?"
    rf"(?P<a>\d{{1,3}}|(?:{COUNTED})\b)(?!\d|\.\d|\s?(?:hours?|hrs?|x|times)\b)"
    r"(?:\s{0,2}(?:-|–|—|to|or|and|through|until|till|/|&)\s{0,2}(?:days?"
    r"|weeks?)?\s?(?P<b>\d{1,3}|(?:" + COUNTED + r"))\b)?"
    r"(?P<on>\s?\+|\s?(?:or (?:later|after)|onwards?|on\b(?! the)|and (?:after|beyond|on)|plus\b))?"
)
_OPEN_L = re.compile(
    r"(?:(?:in no (?:event|case)|never|under no circumstances) (?:for )?(?:less|fewer|under) than"
    r"|at least|at the (?:very )?least|minimum(?: (?:period|time|wait|of))?(?: of)?"
    r"|min\.?|(?:no|not) (?:less|fewer|shorter|sooner|"
    r"earlier) than|(?<!no )(?<!not )more than|(?:for|well|just|lasts?|takes?|least) over"
    r"|(?<!no )(?<!not )longer than|not before|upwards of|a good|beyond|"
    r"at the (?:earliest|soonest))(?: the)?(?: (?:first|next|following|initial))?(?: a)?\s*$"
)
_OPEN_R = re.compile(
    r"(?:\s(?:post|after|following|from)[- ](?:(?:the|your) )?(?:treatment|procedure|session|appointment|needling))?,?\s?(?:\+|\(?(?:or|and) (?:more|longer|over|beyond|upwards?|above(?! all)|so much more)\b"
    r"|at (?:the |the very )?"
    r"(?:least|(?:earliest|soonest)|minimum)|\(?(?:as a |is the |is a |the |bare )?minimum"
    r"|\(?min\b|plus\b|upwards?\b"
    r"|if not (?:longer|more)|but (?:it )?(?:may|can|could|might) (?:be|take) (?:longer|more)|;\s(?:or )?longer (?:if|for|in)\b|(?:as|at) (?:a|an absolute|the) (?:very )?(?:minimum|least)"
    r"|from treatment at least)"
)
_CAP_L = re.compile(
    r"(?:up to|upto|within|at most|no(?:t)? (?:more|longer|later) than"
    r"|(?:a )?max(?:imum)?\.?(?: of)?"
    r"|as long as|inside|under|less than|anything up to|until|till|as (?:late|much) as|before)"
    r"(?: (?:the|a|about|around|roughly))?(?: (?:first|next|following))?[\s-]*$"
)
_ABOVE_ALL = re.compile(
    r"\b(?:especially|particularly|mainly|above all|most of all|chiefly)(?: (?:for|in|during|over|the"
    r"|first|next|these|those))*\s*$"
)
_NOT_MORE = re.compile(r"(?:n't|not) (?:\w+ ){0,4}(?:more|longer) than\s*$")
_UNTIL = re.compile(
    r"\b(?:until|till)(?: (?:the|those|these|all|a full|after|about|your|first))*\s*$"
)
_CAP_R = re.compile(
    r"\s?(?:at (?:the )?most|at the (?:latest|outside)|or (?:less|sooner|so at most)"
    r"|max(?:imum)?\b|tops\b|or under)"
)
_START_L = re.compile(
    r"(?:\bafter|\bfrom|\bonce|\bstarting|\bbeginning|\bas of|\bpast|(?<!for the )(?<!in the )(?<!over the )(?<!during the )\bfollowing|\bsince"
    r"|\bonly after"
    r")(?: (?:the|about|around|roughly|approximately|approx\.?|circa|c\.|at least|a minimum of|your|another))*"
    r"(?: (?:first|initial))?\s*$"
)
_START_R = re.compile(
    r"\s?(?:later\b|onwards?\b|on\b(?! (?:your|the|it|a))"
    r"|(?:have|has) (?:passed|gone|elapsed)|(?:are|is) (?:up\b|behind you)"
    r"|is up|is over|are over|in,|after (?:that|which))"
)
_AFTER_R = re.compile(r"\s?(?:after|post|following|from|of)\b")
_EVERY_L = re.compile(
    r"(?:\bevery|\beach|\bper|\btimes|\btwice|\bonce(?= an? *$)|\bthrice|\btimes in|\dx|\d x|\d"
    r"|\blitres?|\bglasses"
    r"|\bhours|\bwater|\bfluids?|\bsunscreen|\bcream|\bbalm|\blayers?|\bpills?|\bnights"
    r"|\bminutes|\bmins?|\bcups|\bdrops|\bpints|\bgrams?|\bmg"
    r"|\btablets)(?: (?:a|in|of))?\s*$"
)
_LAST_L = re.compile(r"\b(?:the|in|within|over|during) (?:last|past|previous|preceding|prior)\s*$")
_FIRST_L = re.compile(r"\b(?:first|next|following|initial|for|these|those)\s*$")
_BEFORE_R = re.compile(
    r"\s?(?:beforehand|in advance|pre[- ]?(?:treatment|op)|earlier\b(?! than)"
    r"|(?:before|prior to|ahead of|leading up to) (?!any (?!(?:of (?:your|our) )?(?:treatments?|sessions?|appointments?)\b))"
    r"(?:(?:your|the|this|a|each|every|any|our|it|my|having"
    r"|coming)\s?(?:\w+ ){0,2})?(?:treatments?|appointments?|sessions?|procedures?|visits?"
    r"|injections?|consultation|"
    r"in\b|you come|peels?|laser|it\b)|prior\b(?! to)|before\b(?=[.,;)]|$| (?:and|or|&) ))"
)
_INTERVAL_R = re.compile(
    r"\s?(?:apart(?! from\b)|between|intervals?|in between|separate|gaps?\b|from one)"
)
_INTERVAL_L = re.compile(
    r"\b(?:leaving|gaps? of|spaced|intervals? of|space them|spacing of"
    r"|every)(?: (?:about|around|roughly))?\s*$"
)
_AGE = re.compile(r"\s?(?:old\b|of age)|[\s-]?year[\s-]old|\s(?:younger|older) than")
_SMALL = ("min", "sec")


def lengths(text: str) -> list[Told]:
    """Find every length of a lower-case text, in order."""
    told = [Told("end", windows.fixed(48.0), *m.span()) for m in _TWO_DAYS.finditer(text)]
    told += [_numbered(match) for match in _NUMBERED.finditer(text) if not _covers(told, match)]
    told += [_half(text, m) for m in _HALF.finditer(text) if not _covers(told, m)]
    told += [t for m in _SPAN.finditer(text) if not _covers(told, m) and (t := _span(text, m))]
    told += [_ordinal(m) for m in _ORDINAL.finditer(text) if not _covers(told, m)]
    told += [_plain(match) for match in _PLAIN.finditer(text) if not _covers(told, match)]
    found = sorted((_in_its_unit(t, text) for t in told), key=lambda t: t.start)
    return [t for i, t in enumerate(found) if not i or not _again(text, found[i - 1], t)]


def _again(text: str, before: Told, told: Told) -> bool:
    """`Three full days (72 hours)` is one length, said twice."""
    beside = re.fullmatch(r"\s?\(", text[before.end : told.start])
    same = before.window and told.window and before.window.min_hours == told.window.min_hours
    return beside is not None and bool(same)


def _in_its_unit(told: Told, text: str) -> Told:
    """Keep the source's unit: 72 hours and 3 days are not the same."""
    words = text[told.start : told.end]
    unit = next((name for name, pattern in _UNITS if re.search(pattern, words)), "day")
    window = told.window and structs.replace(told.window, unit=unit)
    begins = told.begins and structs.replace(told.begins, unit=unit)
    return told._replace(window=window, begins=begins)


_UNITS = (
    ("minute", r"\bmin(?:ute)?s?\b"),
    ("hour", r"\d\s?h(?:rs?)?\b|hour|\bhrs?\b"),
    ("week", r"week|wk|fortnight|\dw\b"),
    ("month", r"month|mth|mo\b"),
    ("year", r"year|yr"),
)


def _covers(told: list[Told], match: re.Match[str]) -> bool:
    return any(t.start < match.end() and match.start() < t.end for t in told)


def _numbered(match: re.Match[str]) -> Told:
    unit = hours_of(match["u"])
    first, last = int(number(match["a"])), int(number(match["b"] or match["a"]))
    before = match.string[max(0, match.start() - 60) : match.start()]
    where = match.start(), match.end()
    if not match["b"] and re.search(r"\bend of\s*$", before):
        return _ended(before, first * unit, *where)
    till = re.search(r"\b(?:until|till)\s*(?P<open>at least |(?:the )?earliest )?$", before)
    if till and (match["on"] or till["open"]):
        return Told("end", windows.at_least(first * unit), *where)  # `until day 30+`
    if match["on"] or (
        not match["b"]
        and re.search(
            r"\b(?:from|after|starting|as of|since|once)\s*(?:on |the |about |around )*$", before
        )
    ):
        day = first if re.search(r"\bafter\s*$", before) else first - 1
        hour = max(day, 0) * unit
        return Told("start", windows.fixed(hour), *where, windows.starting(hour))
    if not match["b"] and re.search(r"\bby\s*(?:about )?$", before):
        return Told("end", windows.up_to(first * unit), *where)
    if not match["b"] and re.search(r"\b(?:until|till|to|for)\s*(?:about )?$", before):
        return Told("end", windows.fixed(first * unit), *where)
    if match["b"] and re.search(r"\bbetween\s*$", before):
        return Told("end", windows.between(first * unit, last * unit), *where)
    first_hour = windows.starting(max(first - 1, 0) * unit)
    begins = None if match["b"] else first_hour
    return Told("end", windows.numbered_days(first, max(first, last), unit), *where, begins)


def _ended(before: str, hour: float, start: int, end: int) -> Told:
    """`From the end of day 3` begins when that day is over, and `until the end of` ends then."""
    if re.search(r"\b(?:from|after|at|as of|since|by)\s+(?:the )?end of\s*$", before):
        return Told("start", windows.fixed(hour), start, end, windows.starting(hour))
    return Told("end", windows.fixed(hour), start, end)


_ORDINALS = {
    word: i
    for i, word in enumerate(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 2
    )
}
_ORDINALS |= {f"{n}{'nd' if n == 2 else 'rd' if n == 3 else 'th'}": n for n in range(2, 31)}
_ORDINAL = re.compile(rf"\b(?P<a>{'|'.join(_ORDINALS)}) (?P<u>day|week|night|month)\b")


def _ordinal(match: re.Match[str]) -> Told:
    """`From the second day`, `until the fifth day`."""
    unit, number = hours_of(match["u"]), _ORDINALS[match["a"]]
    before = match.string[max(0, match.start() - 30) : match.start()]
    where = match.start(), match.end()
    if re.search(r"\b(?:from|after|starting|as of|since|once)\s*(?:the |about )*$", before):
        hour = (number if re.search(r"\bafter\s*(?:the )?$", before) else number - 1) * unit
        return Told("start", windows.fixed(hour), *where, windows.starting(hour))
    if re.search(r"\bby\s*(?:about |the )*$", before):
        return Told("end", windows.up_to(number * unit), *where)
    if re.search(r"\b(?:until|till|to)\s*(?:about |the )*$", before):
        return Told("end", windows.fixed(number * unit), *where)
    begins = windows.starting((number - 1) * unit)
    return Told("end", windows.numbered_days(number, number, unit), *where, begins)


def _near(match: re.Match[str]) -> Told | None:
    """Read what is near: today, tonight, the first night, until tomorrow, from tomorrow."""
    where = match.start(), match.end()
    if match["today"] and match["today"].startswith(("until", "till")):
        return Told("end", windows.fixed(24.0), *where)
    if match["today"] or (match["fu"] == "night" and not match["two"]):
        return Told("end", windows.up_to(24.0), *where)
    if match["tomorrow"] and match["tomorrow"].startswith("by"):
        return Told("end", windows.up_to(24.0), *where)
    if match["tomorrow"] and match["tomorrow"].startswith("the day after t"):
        return Told("start", windows.fixed(48.0), *where, windows.starting(48.0))
    if match["tomorrow"]:
        return Told("start", windows.fixed(24.0), *where, windows.starting(24.0))
    return None


def _plain(match: re.Match[str]) -> Told:
    where = match.start(), match.end()
    if near := _near(match):
        return near
    unit = hours_of(match["fu"] or match["nu"] or match["wu"] or match["au"] or "fortnight")
    before = match.string[max(0, match.start() - 60) : match.start()]
    if match["two"]:
        return Told("end", windows.between(unit, 2 * unit), *where)
    if re.search(r"\b(?:every|each|once a|twice a|per|times a)\s*$", before):
        return Told("none", None, *where)
    after = match.string[match.end() : match.end() + 60]
    if _START_L.search(before):
        return Told("start", windows.fixed(unit), *where, windows.starting(unit))
    if _OPEN_L.search(before) or _OPEN_R.match(after):
        return Told("end", windows.at_least(unit), *where)
    if _CAP_L.search(before) and not _UNTIL.search(before):
        return Told("end", windows.up_to(unit), *where)
    then = (match["next"] or match["after"]) and not _LASTS_L.search(before)
    return Told("end", windows.fixed(unit), *where, windows.starting(unit) if then else None)


_LASTS_L = re.compile(r"\b(?:for|over|during|in|within|throughout)(?: the)? $")
_HALF = re.compile(
    rf"(?<![a-z0-9.])(?P<a>{NUM})[\s-]{{0,2}}(?P<u>{_UNIT}) and a half\b"
    rf"|(?<![a-z0-9.])(?P<b>{NUM}) and a half (?P<v>{_UNIT})"
)


def _half(text: str, match: re.Match[str]) -> Told:
    """`A day and a half`, `two and a half weeks`."""
    unit = hours_of(match["u"] or match["v"])
    hours = (number(match["a"] or match["b"]) + 0.5) * unit
    before = text[max(0, match.start() - 60) : match.start()]
    where = match.start(), match.end()
    if _OPEN_L.search(before) or _OPEN_R.match(text[match.end() : match.end() + 60]):
        return Told("end", windows.at_least(hours), *where)
    if _CAP_L.search(before) and not _UNTIL.search(before):
        return Told("end", windows.up_to(hours), *where)
    return Told("end", windows.fixed(hours), *where)


def _span(text: str, match: re.Match[str]) -> Told | None:
    least, most = _bounds(match)
    least = most if least == 0 else least  # `0-24 hours` is the first 24
    where = match.start(), match.end()
    left, right = text[max(0, match.start() - 40) : match.start()], text[match.end() :][:40]
    left = left.rstrip("~≈ ") + " " if left.rstrip().endswith(("~", "≈")) else left
    unit = match["ub"] or match["uc"]
    if unit.startswith(_SMALL) and re.search(r"\beven (?:for )?$", left):
        return Told("none", None, *where)
    if unit.startswith(_SMALL):
        minutes = _window(least, most, left, right, match.group())
        return Told("none", minutes if unit.startswith("min") else None, *where)
    role = _role(match, left, right)
    if role in {"none", "before", "interval"}:
        return Told(role, _window(least, most, left, right, match.group()), *where)
    if role == "start":
        return Told(
            "start",
            _window(least, most, left, right, match.group()),
            *where,
            windows.starting(least),
        )
    return Told("end", _window(least, most, left, right, match.group()), *where)


def _role(match: re.Match[str], left: str, right: str) -> Role:
    if _AGE.match(right) or (
        re.search(r"\b(?:under|over|aged|age)\s*$", left) and "year" in match.group()
    ):
        return "none"
    if re.search(r"\beven (?:for )?$", left):
        return "none"  # `not even for five minutes`
    if match.group() == "a day" and re.match(r"\s(?:at the|in the|out(?:doors)?\b)", right):
        return "none"  # `as after a day at the beach`
    if _INTERVAL_R.match(right) or (_INTERVAL_L.search(left) and "every" not in left[-8:]):
        return "interval"
    dated = re.match(r"\s(?:after|post|following)\b", right)
    if _LAST_L.search(left) or _BEFORE_R.match(right):
        return "before"
    if _EVERY_L.search(left) and not _FIRST_L.search(left) and not dated:
        return "none"
    if _UNTIL.search(left):
        return "end"
    if _START_L.search(left) or _START_R.match(right):
        return "start"
    return "end"


def _window(least: float, most: float, left: str, right: str, said: str = "") -> Window:
    if least != most:
        return windows.between(least, most)
    if _ABOVE_ALL.search(left):
        return windows.at_least(least)  # `no pressure, especially in the first 24 hours`
    if _NOT_MORE.search(left):
        return windows.up_to(least)
    if _OPEN_L.search(left) or _OPEN_R.match(right) or re.search(r"\+|or more|plus", said):
        return windows.at_least(least)
    if (_CAP_L.search(left) and not _UNTIL.search(left)) or _CAP_R.match(right):
        return windows.up_to(least)
    return windows.fixed(least)


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    if match["c"]:
        unit = hours_of(match["uc"])
        least = number(match["c"]) * unit
        if "+" in match.group() or " plus" in match.group():
            return least, least
        return least, number(match["d"]) * unit if match["d"] else least
    unit = hours_of(match["ub"])
    least = number(match["a"]) * (hours_of(match["ua"]) if match["ua"] else unit)
    return least, number(match["b"]) * unit
