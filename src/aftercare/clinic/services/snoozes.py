"""Until when an entry may wait: an hour, this evening, tomorrow morning, on the clinic's clock."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from aftercare.clinic.services.access import Desk

_EVENING, _MORNING = time(18), time(9)


def snoozes(desk: Desk) -> dict[str, tuple[str, int]]:
    """Give each choice with its words and its instant; an evening that has come is left out."""
    here = datetime.fromtimestamp(desk.at, desk.zone)
    evening = datetime.combine(here.date(), _EVENING, desk.zone)
    morning = datetime.combine(here.date() + timedelta(days=1), _MORNING, desk.zone)
    found = {"hour": ("1 hour", desk.at + 3600)}
    if here < evening:
        found["evening"] = ("Until this evening, 6pm", int(evening.timestamp()))
    found["morning"] = ("Until tomorrow, 9am", int(morning.timestamp()))
    return found
