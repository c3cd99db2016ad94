"""How well drafts of the project's own labelled leaflets agree with their labels."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from aftercare.core.leaflet.draft import draft
from aftercare.core.leaflet.items import Item

LEAFLETS = Path(__file__).parent / "leaflets"
SCORED = ("avoid", "do", "expect", "risk", "seek-help")
Label = dict[str, Any]


class Score(NamedTuple):
    """Shares from 0 to 1 (found, right: F1), and counts of what must not happen."""

    found: float
    right: float
    unsafe: list[str]
    lost: list[str]
    bans: int


def score(half: str) -> Score:
    """Draft each leaflet of one half, pair its items with the labels, and count."""
    counted: Counter[str] = Counter()
    unsafe: list[str] = []
    lost: list[str] = []
    for file in sorted((LEAFLETS / half).glob("*.json")):
        text = file.with_suffix(".txt").read_text(encoding="utf-8")
        labels = [x for x in json.loads(file.read_text(encoding="utf-8")) if _counts(x)]
        items = [
            item for item in draft(text).items if item.kind in SCORED and item.phase == "after"
        ]
        pairs = _pairs(text, labels, items)
        counted.update(labels=len(labels), items=len(items), pairs=len(pairs))
        counted["right"] += sum(_right(label, item) for label, item in pairs)
        counted["bans"] += sum(label["kind"] == "avoid" for label in labels)
        unsafe += [label["quote"] for label, item in pairs if _too_early(label, item)]
        lost += _lost(labels, pairs)
    whole = counted["labels"] + counted["items"]
    return Score(
        2 * counted["pairs"] / whole, 2 * counted["right"] / whole, unsafe, lost, counted["bans"]
    )


def _counts(label: Label) -> bool:
    return label["kind"] in SCORED and label.get("phase") != "before"


def _pairs(text: str, labels: list[Label], items: list[Item]) -> list[tuple[Label, Item]]:
    """Pair each label with the item that shares most of its words, the likest first."""
    likes = []
    for i, label in enumerate(labels):
        start = text.index(label["quote"])
        end = start + len(label["quote"])
        for j, item in enumerate(items):
            shared = min(end, item.end) - max(start, item.start)
            if shared >= 0.6 * min(end - start, item.end - item.start):
                same = (item.kind == label["kind"]) + 0.5 * (_bounds(item) == _window(label))
                likes.append((shared / max(end - start, item.end - item.start) + same, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(likes, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(labels[i], items[j]) for i, j in pairs.items()]


def _window(label: Label) -> tuple[float | None, float | None] | None:
    window = label["window"]
    return (window["min_hours"], window["max_hours"]) if window else None


def _bounds(item: Item) -> tuple[float | None, float | None] | None:
    return item.window.bounds if item.window else None


def _right(label: Label, item: Item) -> bool:
    return item.kind == label["kind"] and _bounds(item) == _window(label)


def _too_early(label: Label, item: Item) -> bool:
    """Tell whether a patient would do too early what the leaflet forbids."""
    if label["kind"] != "avoid":
        return False
    if item.kind == "do":
        return item.strength == "may" and bool(set(label["activities"]) & set(item.activities))
    window, bounds = _window(label), _bounds(item)
    if label["until"] and not item.until:
        return True
    return window is not None and (bounds is None or _reach(bounds) < _reach(window))


def _reach(bounds: tuple[float | None, float | None]) -> tuple[float, float]:
    least, most = bounds
    return (least or 0.0, float("inf") if most is None else most)


def _lost(labels: list[Label], pairs: list[tuple[Label, Item]]) -> list[str]:
    kept = {label["quote"] for label, item in pairs if item.kind in {"avoid", "do", "seek-help"}}
    return [x["quote"] for x in labels if x["kind"] == "avoid" and x["quote"] not in kept]
