"""The events of one consent, and where it stands: consent is a history, not a flag.

Events are only ever added. Where a consent stands at an instant follows from the events up to
then, so the same rows give the same answer years later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from msgspec import Struct

Kind = Literal[
    "prepared",
    "sent",
    "opened",
    "read",
    "asked",
    "answered",
    "explained",
    "agreed",
    "signed",
    "confirmed",
    "withdrawn",
    "replaced",
    "addendum",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
State = Literal["prepared", "sent", "opened", "signed", "expired", "withdrawn", "replaced"]

TREATMENT = "treatment"
DAY = 24 * 3600


class Event(Struct, frozen=True):
    """One thing that happened: what, when (seconds, UTC), who, and what was said."""

    kind: Kind
    at: int
    by: str
    data: Mapping[str, str] = {}


class Standing(Struct, frozen=True, kw_only=True):
    """Where a consent stands; instants are seconds, UTC, and nothing where it never happened.

    ``unanswered`` are the questions still open, ``permissions`` the separate agreements as they
    stand now: each can be withdrawn alone.
    """

    state: State
    signed_at: int | None = None
    expires_at: int | None = None
    confirmed_at: int | None = None
    explained_at: int | None = None
    read: frozenset[str] = frozenset()
    agreed: Mapping[str, str] = {}
    permissions: Mapping[str, bool] = {}
    unanswered: tuple[str, ...] = ()


def standing(events: Iterable[Event], at: int, valid_days: int) -> Standing:
    """Fold the events up to ``at``; a signature holds for ``valid_days``."""
    past = sorted((e for e in events if e.at <= at), key=lambda event: event.at)
    signed = _last(past, "signed")
    expires = signed.at + valid_days * DAY if signed else None
    explained, confirmed = _last(past, "explained"), _last(past, "confirmed")
    return Standing(
        state=_state(past, signed is not None and expires is not None and at >= expires),
        signed_at=signed.at if signed else None,
        expires_at=expires,
        confirmed_at=confirmed.at if confirmed else None,
        explained_at=explained.at if explained else None,
        read=frozenset(e.data["section"] for e in past if e.kind == "read"),
        agreed={e.data["agreement"]: e.data["answer"] for e in past if e.kind == "agreed"},
        permissions=_permissions(past),
        unanswered=_unanswered(past),
    )


def _last(events: list[Event], kind: Kind) -> Event | None:
    return next((event for event in reversed(events) if event.kind == kind), None)


def _state(events: list[Event], expired: bool) -> State:
    """The furthest a consent has come; what ended it stands above what made it."""
    kinds = {event.kind for event in events}
    if "replaced" in kinds:
        return "replaced"
    if any(e.kind == "withdrawn" and e.data["scope"] == TREATMENT for e in events):
        return "withdrawn"
    if "signed" in kinds:
        return "expired" if expired else "signed"
    if kinds & {"opened", "read", "agreed"}:
        return "opened"
    return "sent" if "sent" in kinds else "prepared"


def _permissions(events: list[Event]) -> dict[str, bool]:
    """Read the separate agreements: given at signing, or later, and withdrawn one by one."""
    found: dict[str, bool] = {}
    for event in events:
        if event.kind == "signed":
            given = event.data.get("permissions", "").split()
            found |= {name: name in given for name in event.data.get("offered", "").split()}
        elif event.kind == "withdrawn" and event.data["scope"] in found:
            found[event.data["scope"]] = False
    return found


def _unanswered(events: list[Event]) -> tuple[str, ...]:
    answered = {event.data["question"] for event in events if event.kind == "answered"}
    asked = (event.data["question"] for event in events if event.kind == "asked")
    return tuple(question for question in asked if question not in answered)
