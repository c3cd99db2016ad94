"""The two-week picture: plans -> SVG, the same text for the same plans.

It holds no script, no style sheet and no font, so that the strictest page may show it. A reader
who cannot see it finds the same rows as a text table in its ``desc``.
"""

from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.plan.dated import Plan
from aftercare.exchange.picture import header
from aftercare.exchange.picture.colours import INK, LEGEND, LINE, PAPER, SOFT, TONES
from aftercare.exchange.picture.lanes import Row, concern, heading, sections, source, table
from aftercare.exchange.picture.legend import legend
from aftercare.exchange.picture.letters import width, wrap
from aftercare.exchange.picture.marks import patterns
from aftercare.exchange.picture.rows import sections as drawn_sections
from aftercare.exchange.picture.scale import EDGE, MARGIN, WIDE, Scale, scale
from aftercare.exchange.picture.svg import SANS, box, clean, element, number, stroke, words

_DAYS_TALL = 88.0


def picture(plans: Sequence[Plan]) -> str:
    """Draw a course of one treatment or more as it stands at the plans' instant."""
    shown, days = sections(plans), scale(plans)
    title, top = header.title(plans)
    rows = drawn_sections(shown, days, top + 16 + _DAYS_TALL)
    foot, end = _foot(shown, days, plans, rows.bottom + 14)
    behind = header.weekends(days, top + 26, rows.bottom)
    behind += header.upright(days, plans, rows, top + 97)
    head = header.days(days, plans, top + 12) + header.today(days, rows, top + 78)
    return _document(plans, end, f"{title}{behind}{rows.shapes}{head}{foot}")


def _foot(
    shown: dict[str, list[Row]], days: Scale, plans: Sequence[Plan], top: float
) -> tuple[str, float]:
    """Draw the legend, the clinic's words for a worry, and the version."""
    rule = stroke(f"M{number(MARGIN)} {number(top)}H{number(EDGE)}", LINE, 1, opacity=0.5)
    rows = [row for each in shown.values() for row in each]
    meanings, y = legend(rows, days, plans, top + 8)
    said, version = concern(plans), source(plans)
    room = EDGE - MARGIN - width(version, 14) - 40
    lines = [
        words(line, MARGIN, y + 22 + 20 * index, 15, INK, font_family=SANS)
        for index, line in enumerate(wrap(said, 15, room))
    ]
    right = words(version, EDGE, y + 22, 14, SOFT, font_family=SANS, text_anchor="end")
    return rule + meanings + "".join(lines) + right, y + 28 + 20 * len(lines)


def _document(plans: Sequence[Plan], height: float, drawn: str) -> str:
    tall = round(height)
    tones = dict.fromkeys([*TONES.values(), LEGEND])
    attributes: dict[str, str | float] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {number(WIDE)} {tall}",
        "width": WIDE,
        "height": tall,
        "role": "img",
        "aria-labelledby": "two-weeks-title two-weeks-table",
    }
    title = clean(f"{header.TITLE}: {heading(plans)}")
    return element(
        "svg",
        attributes,
        element("title", {"id": "two-weeks-title"}, title),
        element("desc", {"id": "two-weeks-table"}, clean(table(plans))),
        element("defs", {}, *map(patterns, tones)),
        box(0, 0, WIDE, tall, fill=PAPER),
        drawn,
    )
