"""A course in sections, as a patient's page, the terminal and the picture show it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aftercare.core.plan import say as words
from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.course import Entry, merge
from aftercare.core.plan.dated import Dated, Plan
from aftercare.core.protocol.model import say

EXPECT, NOT_YET, READY = "What to expect", "Not yet", "When your skin is ready"
DO_NOT, CARE, KEEP = "Do not", "Take care", "Keep doing"
FREE, RISKS = "Fine again", "Tell us if you notice"
SECTIONS = (EXPECT, NOT_YET, READY, DO_NOT, CARE, KEEP, FREE, RISKS)


class Shown(Struct, frozen=True):
    """One row: the clause's words, what is said of its end, and its dates."""

    label: str
    said: str
    entry: Entry

    @property
    def clause(self) -> Clause:
        """The clause that is shown."""
        return self.entry.clause

    @property
    def dated(self) -> Dated:
        """Its dates and state."""
        return self.entry.dated


def overview(plans: Sequence[Plan]) -> dict[str, list[Shown]]:
    """Sort a course into sections, soonest end first; empty sections are left out."""
    sections: dict[str, list[Shown]] = {title: [] for title in SECTIONS}
    for entry in merge(plans):
        sections[_section(entry.clause, entry.dated)].append(_shown(entry))
    for shown in sections.values():
        shown.sort(key=_soonest)
    return {title: shown for title, shown in sections.items() if shown}


def _section(clause: Clause, dated: Dated) -> str:
    if clause.kind == "risk" or (clause.kind == "reaction" and dated.state == "ended"):
        return RISKS  # what lasts longer than it was told is a concern, not "fine again"
    if dated.state == "ended":
        return FREE
    if clause.kind == "avoid":
        return _avoided(dated)
    return {"reaction": EXPECT, "do": KEEP, "careful": CARE}[clause.kind]


def _avoided(dated: Dated) -> str:
    if dated.until is not None:
        return READY
    if dated.state == "easing":
        return CARE
    return DO_NOT if dated.earliest is None else NOT_YET


def _shown(entry: Entry) -> Shown:
    clause, dated, plan = entry
    label = say(clause.text, str(plan.schedule.protocol.language))
    return Shown(label, words.state(clause, dated, plan), entry)


def _soonest(shown: Shown) -> float:
    earliest = shown.dated.earliest
    return float("inf") if earliest is None else earliest
