"""What is not allowed yet, by the date at which it ends: the date is the heading, soonest first."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aftercare.core.plan import say as words
from aftercare.core.plan.overview import Shown
from aftercare.core.protocol.model import say


class Line(Struct, frozen=True):
    """One restriction under its date, and what is said of its end beside the date."""

    shown: Shown
    more: str


class Group(Struct, frozen=True):
    """Restrictions that end at one instant (seconds, UTC), under one heading."""

    ends: int
    title: str
    away: str
    lines: tuple[Line, ...]


def groups(shown: Sequence[Shown]) -> list[Group]:
    """Group restrictions that have a date by their latest end, soonest first."""
    by_end: dict[int, list[Shown]] = {}
    for each in shown:
        if each.dated.earliest is not None:
            by_end.setdefault(each.dated.latest or each.dated.earliest, []).append(each)
    return [_group(ends, by_end[ends]) for ends in sorted(by_end)]


def _group(ends: int, shown: Sequence[Shown]) -> Group:
    plan = shown[0].entry.plan
    at, zone = plan.at, plan.treatment.zone
    about = all(_end(each) == "about" for each in shown)
    title = f"about {words.day(ends, zone)}" if about else words.near(ends, at, zone)
    lines = tuple(Line(each, _more(each, about=about)) for each in shown)
    return Group(ends, f"Until {title}", words.away(ends, at, zone), lines)


def _more(shown: Shown, *, about: bool) -> str:
    """Say how firm the date is, and what to do if the advice cannot be kept."""
    lang = str(shown.entry.plan.schedule.protocol.language)
    starts = shown.said if shown.dated.state == "upcoming" else ""
    said = (starts, _firm(shown, about=about), say(shown.clause.exception, lang))
    return " ".join(filter(None, said))


def _firm(shown: Shown, *, about: bool) -> str:
    length = shown.clause.length
    if length is None:
        return ""
    if length.end == "between":
        return f"{length.written[:1].upper()}{length.written[1:]}; this is the latest."
    said = {"at least": "At least until then.", "up to": "At the latest until then."}
    return said.get(length.end, "About until then." if length.end == "about" and not about else "")


def _end(shown: Shown) -> str:
    return shown.clause.length.end if shown.clause.length else ""
