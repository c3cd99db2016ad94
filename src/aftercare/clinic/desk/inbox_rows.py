"""The inbox's list as it is shown: groups of rows, each with its day, its wait and its address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from aftercare.clinic.services import inbox
from aftercare.clinic.services.access import Desk
from aftercare.core.plan.days import day_number
from aftercare.core.plan.say import lasting

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Concern

GROUPS = ("Answer now", "Answer today", "Question")
MARKS = ("urgent", "soon", "question")
ICONS = {
    "check-in": "clipboard-check",
    "worry": "message-circle-warning",
    "question": "message-circle-question-mark",
    "missed": "bell-off",
    "withdrawn": "file-x",
}


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    concern: Concern
    href: str
    day: str
    wait: str
    icon: str
    mark: str


def tab_of(given: str | None) -> str:
    """Give the tab that was asked for; an unknown one is "open"."""
    return given if given in inbox.TABS else "open"


def href(concern: Concern, tab: str) -> str:
    """Give an entry's address, on its tab."""
    return f"{_inbox()}{concern.pk}/{_query(tab)}"


def list_href(tab: str) -> str:
    """Give the inbox's address on a tab."""
    return _inbox() + _query(tab)


@cache
def _inbox() -> str:
    """Find the inbox's address once: a list has a hundred entries below it."""
    return reverse("desk:inbox")


def _query(tab: str) -> str:
    return "" if tab == "open" else f"?tab={tab}"


def listed(desk: Desk, tab: str) -> dict[str, Any]:
    """Give what the list shows: tabs with their counts, the longest wait, groups of rows."""
    counts = inbox.counts(desk)
    rows = [_row(desk, each, tab) for each in inbox.entries(desk, tab)]
    waits = {"open": counts.open, "mine": counts.mine, "snoozed": counts.snoozed}
    tabs = [(list_href(name), name, name.capitalize(), waits.get(name)) for name in inbox.TABS]
    longest = lasting(desk.at - counts.oldest) if counts.oldest is not None else ""
    groups = [("Done", rows)] if tab == "done" else list(_grouped(rows))
    return {
        "place": "inbox",
        "tab": tab,
        "tabs": tabs,
        "counts": counts,
        "waiting": counts.open,
        "longest": longest,
        "groups": [(title, found) for title, found in groups if found],
        "keys_off": not desk.person.keys_on,
    }


def _grouped(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    return [
        (title, [row for row in rows if row.concern.rank == i]) for i, title in enumerate(GROUPS)
    ]


def _row(desk: Desk, concern: Concern, tab: str) -> Row:
    return Row(
        concern,
        href(concern, tab),
        day_words(concern, desk.at),
        lasting((concern.done_at or desk.at) - concern.opened_at),
        ICONS[concern.kind],
        MARKS[concern.rank],
    )


def day_words(concern: Concern, at: int) -> str:
    """Say on which day of aftercare the patient is (was, when it was done)."""
    course = concern.course
    if course.last_treated_at is None:
        return "Not treated yet"
    then = concern.done_at or at
    return f"Day {day_number(course.last_treated_at, then, ZoneInfo(course.zone))}"
