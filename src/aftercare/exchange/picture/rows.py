"""Sections and rows, drawn one below the other: the clause's words left, its bars right."""

from __future__ import annotations

from typing import NamedTuple

from aftercare.exchange.picture.colours import INK, SOFT, TONES, Tone
from aftercare.exchange.picture.lanes import Row
from aftercare.exchange.picture.letters import balance
from aftercare.exchange.picture.scale import EDGE, FIRST, MARGIN, Scale
from aftercare.exchange.picture.svg import SANS, SERIF, element, number, stroke, words
from aftercare.exchange.picture.tracks import Box, draw, track

_SIZE, _STEP = 15.0, 19.5
_ROOM = FIRST - MARGIN - 34
_PADDING, _BETWEEN, _LANES = 9.0, 5.0, 12.0


class Drawn(NamedTuple):
    """Shapes, the y below them, and where words stand among the bars."""

    shapes: str
    bottom: float
    boxes: list[Box]


def sections(shown: dict[str, list[Row]], scale: Scale, top: float) -> Drawn:
    """Draw all sections, one below the other."""
    shapes: list[str] = []
    boxes: list[Box] = []
    for title, rows in shown.items():
        drawn = section(title, rows, scale, top)
        shapes.append(drawn.shapes)
        boxes += drawn.boxes
        top = drawn.bottom
    return Drawn("".join(shapes), top, boxes)


def section(title: str, rows: list[Row], scale: Scale, top: float) -> Drawn:
    """Draw a section: its heading, a rule, its rows."""
    tone = TONES[title]
    deep = SOFT if tone.name == "grey" else tone.deep
    name = words(title, MARGIN, top + 30, 22, deep, font_family=SERIF, font_weight=600)
    shapes, y = [name, _rule(top + 41, deep, 1.2, 0.5)], top + 46
    boxes: list[Box] = []
    for index, row in enumerate(rows):
        if index:
            shapes.append(_rule(y, deep, 0.6, 0.18))
        drawn = draw_row(row, scale, tone, y)
        shapes.append(drawn.shapes)
        boxes += drawn.boxes
        y = drawn.bottom
    return Drawn(element("g", {"class": "section"}, *shapes), y + 14, boxes)


def _rule(y: float, colour: str, thick: float, opacity: float) -> str:
    path = f"M{number(MARGIN)} {number(y)}H{number(EDGE)}"
    return stroke(path, colour, thick, opacity=opacity)


def draw_row(row: Row, scale: Scale, tone: Tone, top: float) -> Drawn:
    """Draw a row; the taller of its words and its bars decides its height."""
    labels = [balance(label, _SIZE, _ROOM) for label in row.labels]
    tracks = [track(lane, scale, tone) for lane in row.lanes]
    left = sum(map(len, labels)) * _STEP + (len(labels) - 1) * _BETWEEN
    right = sum(each.height for each in tracks) + (len(tracks) - 1) * _LANES
    height, top = max(left, right), top + _PADDING
    shapes = [_labels(labels, top + (height - left) / 2, SOFT if row.ended else INK)]
    if len(labels) > 1:
        shapes.append(_bracket(top, height, tone))
    boxes, y = [], top + (height - right) / 2
    for each in tracks:
        shapes.append(draw(each, scale, tone, y))
        boxes.append(each.box(y))
        y += each.height + _LANES
    data = {"class": "row", "data-clauses": " ".join(row.ids)}
    return Drawn(element("g", data, *shapes), top + height + _PADDING, boxes)


def _labels(labels: list[list[str]], y: float, fill: str) -> str:
    drawn = []
    for lines in labels:
        for line in lines:
            drawn.append(words(line, MARGIN, y + 14.5, _SIZE, fill, class_="clause"))
            y += _STEP
        y += _BETWEEN
    return element("g", {"font-family": SANS}, *drawn)


def _bracket(y: float, height: float, tone: Tone) -> str:
    """Hold the clauses of one bar together."""
    path = f"M{number(FIRST - 22)} {number(y)}h5v{number(height)}h-5"
    return stroke(path, tone.deep, 1.4, opacity=0.55)
