"""A draft as data and as a report: each item with its words, its rule and its confidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aftercare.core.leaflet.items import Draft, Item
from aftercare.core.leaflet.windows import Window

FORMAT = "aftercare-leaflet-draft/1"
_KINDS = (
    ("do", "To do"),
    ("avoid", "To avoid"),
    ("expect", "To expect"),
    ("risk", "What can go wrong"),
    ("seek-help", "When to ask for help"),
    ("info", "About"),
)


def as_data(draft: Draft) -> dict[str, Any]:
    """Give the draft as JSON has it; ``start`` and ``end`` count characters of the text read."""
    return {
        "format": FORMAT,
        "items": [_item(item) for item in draft.items],
        "not_understood": [
            {"quote": each.quote, "start": each.start, "end": each.end}
            for each in draft.not_understood
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    window = item.window
    return {
        "quote": item.quote,
        "start": item.start,
        "end": item.end,
        "kind": item.kind,
        "activities": list(item.activities),
        "window": None if window is None else _bounds(window),
        "start_hours": None if window is None else window.start_hours,
        "until": item.until,
        "strength": item.strength,
        "rule": item.rule,
        "confidence": item.confidence,
        "phase": item.phase,
        "who": item.who,
        "section": item.section,
    }


def _bounds(window: Window) -> dict[str, float | None] | None:
    if window.bounds == (None, None):
        return None
    return {"min_hours": window.min_hours, "max_hours": window.max_hours}


def report(draft: Draft) -> Iterator[str]:
    """Write the draft for a practitioner: what was understood, and what was not."""
    for kind, title in _KINDS:
        items = [item for item in draft.items if item.kind == kind]
        if items:
            yield title
            yield from (line for item in items for line in _lines(item))
            yield ""
    if draft.not_understood:
        yield "Not understood"
        yield from (f"  ? {_one_line(each.quote)}" for each in draft.not_understood)
        yield ""
    clauses, passages = len(draft.items), len(draft.not_understood)
    said = f"{passages} passage{'' if passages == 1 else 's'} not understood"
    yield f"{clauses} clause{'' if clauses == 1 else 's'} drafted, {said}."


def _lines(item: Item) -> Iterator[str]:
    yield f"  “{_one_line(item.quote)}”"
    said = [", ".join(item.activities) or "no activity named", item.strength]
    said += [written(item.window)] if item.window else []
    said += [f"until: {item.until}"] if item.until else []
    said += [f"for: {item.who}"] if item.who else []
    said += ["before the treatment"] if item.phase == "before" else []
    yield f"      {'; '.join(said)}  [{item.rule}, {item.confidence:.2f}]"


def _one_line(quote: str) -> str:
    return " ".join(quote.split())


def written(window: Window) -> str:
    """Say a window in words: `24 to 48 hours`, `at least 3 days`, `from 24 hours on`."""
    least, most, start = window.min_hours, window.max_hours, window.start_hours
    if start and most is None:
        return f"from {_span(start, window)} on"
    if least is None:
        said = f"up to {_span(most or 0, window)}"
    elif most is None:
        said = f"at least {_span(least, window)}"
    else:
        said = (
            _span(least, window)
            if least == most
            else f"{_span(least, window)} to {_span(most, window)}"
        )
    return f"{said}, from {_span(start, window)} on" if start else said


def _span(hours: float, window: Window) -> str:
    if hours < 1:
        return f"{hours * 60:g} minutes"
    in_days = hours % 24 == 0 and (window.unit != "hour" or hours > 96)
    count, unit = (hours / 24, "day") if in_days else (hours, "hour")
    return f"{count:g} {unit}{'' if count == 1 else 's'}"
