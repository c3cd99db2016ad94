"""A day of aftercare as a page shows it; every word comes from the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from aftercare.clinic.ui.icons import icon_of
from aftercare.core.plan.ask.answer import Answer
from aftercare.core.plan.dated import Plan
from aftercare.core.plan.days import begins, day_number
from aftercare.core.plan.expecting import apart, expecting
from aftercare.core.plan.groups import groups
from aftercare.core.plan.overview import (
    CARE,
    DO_NOT,
    EXPECT,
    KEEP,
    NOT_YET,
    READY,
    RISKS,
    Shown,
    overview,
)
from aftercare.core.plan.say import day, easing
from aftercare.core.protocol.model import say

Row = dict[str, str]
_LOOK = {"with-care": "care", "depends": "ready"}


def strip(at: int, treated: int, zone: tzinfo, days: int) -> dict[str, Any]:
    """Give "Day 2 of 14" with its dates; ``at`` and ``treated`` are instants (seconds, UTC)."""
    number = day_number(treated, at, zone)
    return {
        "day": number,
        "days": days,
        "over": number > days,
        "date": day(at, zone).replace(" ", "\n", 1),
        "starts": f"Treatment, {_short(treated, zone)}",
        "ends": _short(begins(treated, days, zone), zone),
    }


def _short(instant: int, zone: tzinfo) -> str:
    """Say a date as it fits below the strip: ``19 Nov``."""
    _, number, month = day(instant, zone).split()
    return f"{number} {month[:3]}"


def spoken(answer: Answer) -> dict[str, str]:
    """Take an answer apart: its look, its word and its text."""
    said, _, text = answer.text.partition(". ")
    look = _LOOK.get(answer.verdict, answer.verdict)
    return {"verdict": look, "said": said.rstrip("."), "text": text}


def sections(plans: Sequence[Plan]) -> dict[str, Any]:
    """Give each part of the page its rows, soonest first."""
    found = overview(plans)
    return {
        "expected": expecting(found.get(EXPECT, [])),
        "summaries": [each.label for each in apart(found.get(EXPECT, []))[1]],
        "not_yet": [_group(each) for each in groups(found.get(NOT_YET, []))],
        "parts": [
            (title, tone, [_row(each) for each in found[title]])
            for title, tone in ((READY, "ready"), (DO_NOT, ""), (CARE, "ready"), (KEEP, "do"))
            if title in found
        ],
        "risks": [_row(each) for each in found.get(RISKS, [])],
    }


def _group(group: Any) -> dict[str, Any]:
    rows = [_row(line.shown, line.more) for line in group.lines]
    return {"title": group.title, "away": group.away, "rows": rows}


def _row(shown: Shown, more: str | None = None) -> Row:
    said = _said(shown) if more is None else more
    return {"text": shown.label, "more": said, "icon": icon_of(shown.clause)}


def _said(shown: Shown) -> str:
    """Say the end, where there is one; while it eases, what may be done with care."""
    clause, dated = shown.clause, shown.dated
    if dated.state == "standing":
        return ""
    lang = str(shown.entry.plan.schedule.protocol.language)
    eased = easing(clause, lang) if clause.kind == "avoid" and dated.state == "easing" else ""
    because = say(clause.because, lang) if clause.kind == "careful" else ""
    return " ".join(filter(None, (eased, shown.said, because)))
