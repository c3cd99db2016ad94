"""A course of treatments: their windows merge, and the strictest state wins.

A safer new version of a protocol can tighten a running course: plan the treatment once more by
the new version, and merge. As the strictest wins, it can never loosen what was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.dated import STRICTNESS, Dated, Plan


class Entry(NamedTuple):
    """A clause of the course, with the dates that count and the plan they are from."""

    clause: Clause
    dated: Dated
    plan: Plan


def merge(plans: Sequence[Plan]) -> list[Entry]:
    """Give each clause once, as the strictest of the plans has it; then the later end."""
    entries: dict[str, Entry] = {}
    for plan in plans:
        for clause in plan.selection.clauses:
            entry = Entry(clause, plan.of(clause), plan)
            known = entries.get(clause.id)
            if known is None or strictness(entry.dated) > strictness(known.dated):
                entries[clause.id] = entry
    return list(entries.values())


def strictness(dated: Dated) -> tuple[int, int]:
    """Order two dates of one clause: by state, then by when it ends, or else when it begins."""
    return STRICTNESS[dated.state], dated.tail or dated.starts
