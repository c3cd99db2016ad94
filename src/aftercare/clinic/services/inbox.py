"""The inbox as it is read: open, mine, snoozed, done; most urgent, then longest waiting."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from aftercare.clinic.records.models import Concern
from aftercare.clinic.services.access import Desk

TABS = ("open", "mine", "snoozed", "done")
MOST = 100
# What a line of the list shows; a list has a hundred lines.
_SHOWN = (
    *("kind", "rank", "level", "title", "opened_at", "state", "done_at", "snoozed_until"),
    *("course__last_treated_at", "course__zone", "course__patient__name"),
    "owner__name",
)


@dataclass(frozen=True)
class Counts:
    """How many wait, and since when the longest."""

    open: int
    mine: int
    snoozed: int
    oldest: int | None


def entries(desk: Desk, tab: str, most: int = MOST) -> list[Concern]:
    """Give a tab's entries in the order in which they are to be answered."""
    return list(_ordered(desk, tab)[:most])


def following(desk: Desk, concern: Concern, tab: str) -> Concern | None:
    """Give the entry to go to once this one is cleared: the most urgent of those that are left."""
    return _ordered(desk, tab).exclude(pk=concern.pk).first()


def _ordered(desk: Desk, tab: str) -> QuerySet[Concern]:
    rows = _tab(desk, tab).select_related("course__patient", "owner").only(*_SHOWN)
    order = ("-done_at",) if tab == "done" else ("rank", "opened_at")
    return rows.order_by(*order, "pk")


def _tab(desk: Desk, tab: str) -> QuerySet[Concern]:
    rows = Concern.objects.filter(clinic=desk.clinic)
    match tab:
        case "mine":
            return rows.filter(state=Concern.State.OPEN, owner=desk.person)
        case "snoozed":
            return rows.filter(state=Concern.State.SNOOZED)
        case "done":
            return rows.filter(state=Concern.State.DONE)
        case _:
            return rows.filter(state=Concern.State.OPEN)


def waiting(desk: Desk) -> int:
    """Count what is open."""
    return _tab(desk, "open").count()


def counts(desk: Desk) -> Counts:
    """Count the tabs, and find the longest wait."""
    waits = (Concern.State.OPEN, Concern.State.SNOOZED)
    open_ = Q(state=Concern.State.OPEN)
    found = Concern.objects.filter(clinic=desk.clinic, state__in=waits).aggregate(
        open=Count("pk", open_),
        mine=Count("pk", open_ & Q(owner=desk.person)),
        snoozed=Count("pk", Q(state=Concern.State.SNOOZED)),
        oldest=Min("opened_at", filter=open_),
    )
    return Counts(**found)
