"""Dates and states in words: "Until at least Sunday 22 November, 2:30pm"."""

from __future__ import annotations

from datetime import datetime, tzinfo

from aftercare.core.plan.calendar import calendar
from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.dated import Dated, Plan
from aftercare.core.plan.days import day_number
from aftercare.core.protocol.length import Length
from aftercare.core.protocol.model import say

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_OVER = {
    "avoid": "Fine again.",
    "careful": "Fine again.",
    "do": "Over.",
    "reaction": "Its time is over. Tell us if you still have it.",
    "risk": "",
}
GENTLY = "You may, gently, if your skin is calm."


def day(instant: int, zone: tzinfo) -> str:
    """Say a date: ``Sunday 22 November``."""
    local = datetime.fromtimestamp(instant, zone)
    return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"


def moment(instant: int, zone: tzinfo) -> str:
    """Say a date and a time: ``Sunday 22 November, 2:30pm``."""
    return f"{day(instant, zone)}, {clock(instant, zone)}"


def clock(instant: int, zone: tzinfo) -> str:
    """Say a time of day: ``2:30pm``, ``9am``, ``noon``."""
    local = datetime.fromtimestamp(instant, zone)
    if local.minute == 0 and local.hour in {0, 12}:
        return "noon" if local.hour else "midnight"
    minutes = f":{local.minute:02d}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def recent(instant: int, zone: tzinfo, now: int) -> str:
    """Say an instant as it is said now: ``2:30pm`` today, with its date on another day."""
    same = day(instant, zone) == day(now, zone) and abs(now - instant) < 2 * 24 * 3600
    return clock(instant, zone) if same else moment(instant, zone)


def exactly(instant: int, zone: tzinfo) -> str:
    """Say an instant for the record: ``Sunday 22 November 2026, 14:30:05 GMT (UTC+0000)``."""
    local = datetime.fromtimestamp(instant, zone)
    return f"{day(instant, zone)} {local:%Y, %H:%M:%S %Z} (UTC{local:%z})"


def lasting(seconds: int) -> str:
    """Say how long something has waited, in its largest whole unit: ``42 minutes``."""
    for size, word in ((24 * 3600, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = seconds // size
            return f"{count} {word}{'s' if count > 1 else ''}"
    return "less than a minute"


def near(instant: int, at: int, zone: tzinfo) -> str:
    """Say a moment as it is said at ``at``: ``tomorrow, 2:30pm``; a date from two days away.

    Midnight is never "today" or "tomorrow": nobody knows which of the two it belongs to.
    """
    word = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(day_number(at, instant, zone))
    time = clock(instant, zone)
    return moment(instant, zone) if word is None or time == "midnight" else f"{word}, {time}"


def away(instant: int, at: int, zone: tzinfo) -> str:
    """Say how many days of the calendar a moment is away; empty where it is near."""
    days = day_number(at, instant, zone)
    return f"{days} days" if days > 1 else ""


def until(clause: Clause, dated: Dated, plan: Plan, *, relative: bool = False) -> str:
    """Say when a clause ends, or what ends it; empty where no end is given.

    ``relative`` counts from the treatment, for questions without a date.
    """
    if dated.until is not None:
        return _when_ready(clause, dated, plan, relative=relative)
    if dated.earliest is None or clause.length is None:
        return ""
    if relative:
        return f"Until {clause.length.written} after your treatment."
    if clause.kind == "reaction":
        return _lasts(dated, plan.treatment.zone)
    if clause.kind == "avoid" and dated.state == "easing" and dated.tail:
        return f"Take care until {moment(dated.tail, plan.treatment.zone)}."
    return _dated(clause.length.end, dated, plan.treatment.zone)


def _lasts(dated: Dated, zone: tzinfo) -> str:
    """Say how long a reaction usually lasts."""
    earliest = day(dated.earliest or dated.starts, zone)
    if dated.latest is None:
        return f"Usually until at least {earliest}."
    if dated.latest == dated.earliest:
        return f"Usually until {moment(dated.latest, zone)}."
    return f"Usually until {earliest}, for some until {day(dated.latest, zone)}."


def _dated(end: str, dated: Dated, zone: tzinfo) -> str:
    earliest = dated.earliest or dated.starts
    if end == "at least" and dated.state == "easing":
        return f"The shortest time, until {moment(earliest, zone)}, is over."
    if end == "at least":
        return f"Until at least {moment(earliest, zone)}."
    if end == "about":
        return f"Until about {day(earliest, zone)}."
    if end == "between" and dated.latest:
        last = moment(dated.latest, zone)
        return f"Until {moment(earliest, zone)}, or {last} at the latest."
    at_latest = " at the latest" if end == "up to" else ""
    return f"Until {moment(earliest, zone)}{at_latest}."


def _when_ready(clause: Clause, dated: Dated, plan: Plan, *, relative: bool) -> str:
    lang = str(plan.schedule.protocol.language)
    condition = say(dated.until.text, lang) if dated.until else ""
    usual = f" (usually {_usual(clause.length, plan, relative=relative)})" if clause.length else ""
    return f"When {condition}{usual}."


def _usual(length: Length, plan: Plan, *, relative: bool) -> str:
    """Say by when a condition usually holds."""
    if relative or length.most is None:
        return f"after {length.written}"
    treatment = plan.treatment
    latest = calendar(treatment.zone).after((length.most,), treatment.at)[0]
    return f"by {day(latest, treatment.zone)}"


def state(clause: Clause, dated: Dated, plan: Plan) -> str:
    """Say a clause's state in a few words, for a list or a picture."""
    if dated.state == "upcoming":
        return f"From {moment(dated.starts, plan.treatment.zone)}."
    if dated.state == "ended":
        return _OVER[clause.kind]
    if dated.state == "standing":
        return "" if clause.kind == "risk" else "No end is given."
    return until(clause, dated, plan)


def easing(clause: Clause, lang: str) -> str:
    """Say what may be done while a clause eases: its own words, or the careful ones."""
    return say(clause.easing, lang) or GENTLY
