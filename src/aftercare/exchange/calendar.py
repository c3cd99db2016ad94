"""The dates of a course as an iCalendar file (RFC 5545), for a phone's own calendar.

A convenience, never the channel for a change: some calendars look once a day. It holds no
alarms. Times are in UTC, which every calendar shows in its own zone; identifiers stay the same
from file to file, so that a later file moves an event instead of doubling it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from icalendar import Calendar, Event
from icalendar.enums import TRANSP

from aftercare.core.plan import say as words
from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.dated import Dated, Plan
from aftercare.core.protocol.model import say

_MADE_BY = "-//Aftercare//Plan//EN"
# Control characters have no place in iCalendar text; surrogates none in UTF-8.
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SUMMARY = {
    "at least": "The least time is over; take care: ",
    "about": "Fine again from about now. This ends: ",
}
_FINE = "Fine again from now. This ends: "
_NOT_ALL = "This ends, other advice goes on: "


def calendar(plans: Sequence[Plan]) -> bytes:
    """Write a course as an .ics file: each treatment, and each end that a patient waits for."""
    file = Calendar()
    file.add("prodid", _MADE_BY)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    events = {(at, name): event for at, name, event in _events(plans)}  # two versions: the last
    for key in sorted(events):
        file.add_component(events[key])
    return bytes(file.to_ical())


def _events(plans: Sequence[Plan]) -> Iterator[tuple[int, str, Event]]:
    for plan in plans:
        yield plan.treatment.at, "", _treatment(plan)
        for clause in plan.selection.clauses:
            ends = _end(clause, plan.of(clause))
            if ends is not None and not _covered(clause, ends, plan, plans):
                yield ends, clause.id, _ending(clause, ends, plan, plans)


def _end(clause: Clause, dated: Dated) -> int | None:
    """Give the instant (seconds, UTC) from which a patient may again; the latest of several."""
    if clause.kind != "avoid" or clause.length is None or dated.earliest is None:
        return None
    return dated.latest or dated.earliest


def _covered(clause: Clause, ends: int, plan: Plan, plans: Sequence[Plan]) -> bool:
    """Tell whether the same clause still holds then by another treatment or version."""
    others = [other for other in plans if other is not plan]
    alike = [(each, o) for o in others for each in o.selection.clauses if each.id == clause.id]
    return any(_holds(each, other.of(each), ends) for each, other in alike)


def _forbidden(clause: Clause, ends: int, plans: Sequence[Plan]) -> bool:
    """Tell whether another clause still forbids one of the same activities then."""
    return any(
        other.id != clause.id
        and not set(other.activities).isdisjoint(clause.activities)
        and _holds(other, plan.of(other), ends)
        for plan in plans
        for other in plan.selection.clauses
    )


def _holds(clause: Clause, dated: Dated, at: int) -> bool:
    """Tell whether a clause forbids at an instant; without a date for its end it may."""
    if clause.kind != "avoid" or at < dated.starts:
        return False
    ends = _end(clause, dated)
    return ends is None or at < ends


def _treatment(plan: Plan) -> Event:
    protocol = plan.schedule.protocol
    title = say(protocol.title, str(protocol.language))
    when = words.moment(plan.treatment.at, plan.treatment.zone)
    return _event("treatment", plan.treatment.at, plan, title, [f"Your treatment: {when}."])


def _ending(clause: Clause, ends: int, plan: Plan, plans: Sequence[Plan]) -> Event:
    lang = str(plan.schedule.protocol.language)
    text, dated, zone = say(clause.text, lang), plan.of(clause), plan.treatment.zone
    kind = clause.length.end if clause.length else ""
    lines = [f"“{text}”", _until(kind, dated, ends, plan)]
    if kind in {"between", "at least"} and dated.earliest is not None:
        first = words.moment(dated.earliest, zone)
        lines.append(f"From {first}: {words.easing(clause, lang)}")
    summary = _SUMMARY.get(kind, _FINE)
    if _forbidden(clause, ends, plans):
        summary = _NOT_ALL
        lines.append("Other advice about this still holds.")
    return _event(clause.id, ends, plan, f"{summary}{text}", lines)


def _until(kind: str, dated: Dated, ends: int, plan: Plan) -> str:
    """Say the end apart from the plan's instant: a calendar is read on other days too."""
    zone = plan.treatment.zone
    if kind == "at least":
        return f"Until at least {words.moment(ends, zone)}."
    if kind == "about":
        return f"Until about {words.day(ends, zone)}."
    if kind == "between" and dated.earliest is not None:
        first = words.moment(dated.earliest, zone)
        return f"Until {first}, or {words.moment(ends, zone)} at the latest."
    return f"Until {words.moment(ends, zone)}{' at the latest' if kind == 'up to' else ''}."


def _event(name: str, at: int, plan: Plan, summary: str, lines: Sequence[str]) -> Event:
    """Make an event of one instant; it blocks nobody's time."""
    protocol = plan.schedule.protocol
    version = f"From your clinic's advice, version {protocol.version}."
    return Event.new(
        uid=f"{protocol.id}.{protocol.version}.{name}.{plan.treatment.at}@aftercare",
        stamp=datetime.fromtimestamp(plan.at, UTC),
        start=datetime.fromtimestamp(at, UTC),
        summary=_NO_TEXT.sub("\ufffd", summary),
        description=_NO_TEXT.sub("\ufffd", "\n".join([*lines, version])),
        transparency=TRANSP.TRANSPARENT,
    )
