"""The top of the picture and what lies behind the rows: title, days, weekends, today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from aftercare.core.plan.dated import Plan
from aftercare.exchange.picture.colours import INK, PETROL, SHADE, SOFT
from aftercare.exchange.picture.lanes import heading
from aftercare.exchange.picture.letters import wrap
from aftercare.exchange.picture.marks import diamond
from aftercare.exchange.picture.rows import Drawn
from aftercare.exchange.picture.scale import COLUMN, EDGE, FIRST, MARGIN, Scale
from aftercare.exchange.picture.svg import SANS, SERIF, box, element, number, stroke, words

_CLEAR = 4.0
TITLE = "Your next two weeks"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def title(plans: Sequence[Plan]) -> tuple[str, float]:
    """Draw the title and the treatments; give the y below them."""
    shapes = [words(TITLE, MARGIN, 68, 40, INK, font_family=SERIF, font_weight=600)]
    y = 100.0
    for line in wrap(heading(plans), 17.5, EDGE - MARGIN):
        shapes.append(words(line, MARGIN, y, 17.5, SOFT, font_family=SANS))
        y += 24
    return "".join(shapes), y


def days(scale: Scale, plans: Sequence[Plan], top: float) -> str:
    """Draw the months, the days, today's plate and a mark on each treatment's day."""
    shapes = []
    for column, day in enumerate(scale.days()):
        centre = FIRST + (column + 0.5) * COLUMN
        if column == 0 or day.day == 1:
            shapes.append(_month(day, column, top))
        shapes.append(_day(day, centre, top + 18, today=_holds_today(scale, column)))
    marks = [diamond(scale.x(at), top + 75, PETROL) for at in treated(scale, plans)]
    return element("g", {"class": "days", "font-family": SANS}, *shapes, *marks)


def treated(scale: Scale, plans: Sequence[Plan]) -> list[int]:
    """Give the treatments that lie in the days shown."""
    times = sorted({plan.treatment.at for plan in plans})
    return [at for at in times if scale.shows(at)]


def _holds_today(scale: Scale, column: int) -> bool:
    return scale.today is not None and int((scale.today - FIRST) / COLUMN) == column


def _month(day: date, column: int, top: float) -> str:
    last = (day + timedelta(days=2)).month != day.month  # the next month's name comes soon
    name = _MONTHS[day.month - 1][: 3 if last else None]
    return words(name, FIRST + column * COLUMN + 6, top + 4, 15, SOFT)


def _day(day: date, centre: float, top: float, *, today: bool) -> str:
    plate = box(centre - 22, top, 44, 48, rx=11, fill=INK) if today else ""
    name = "Today" if today else _DAYS[day.weekday()]
    light, strong = ("#FFFFFF", "#FFFFFF") if today else (SOFT, INK)
    return (
        plate
        + words(name, centre, top + 18, 13, light, text_anchor="middle")
        + words(str(day.day), centre, top + 39, 18, strong, text_anchor="middle", font_weight=700)
    )


def weekends(scale: Scale, top: float, bottom: float) -> str:
    """Shade Saturdays and Sundays."""
    return "".join(
        box(FIRST + column * COLUMN, top, COLUMN, bottom - top, fill=SHADE)
        for column, day in enumerate(scale.days())
        if day.weekday() > 4
    )


def upright(scale: Scale, plans: Sequence[Plan], rows: Drawn, top: float) -> str:
    """Draw a fine line down from each treatment, with gaps where words stand."""
    lines = [
        stroke(_down(scale.x(at), top, rows), PETROL, 1.2, opacity=0.5, stroke_dasharray="1 5")
        for at in treated(scale, plans)
    ]
    return "".join(lines)


def today(scale: Scale, rows: Drawn, top: float) -> str:
    """Draw the line of this instant, if it lies in the days shown."""
    if scale.today is None:
        return ""
    return stroke(_down(scale.today, top, rows), INK, 1.8, class_="today")


def _down(x: float, top: float, rows: Drawn) -> str:
    """Give the path down to the last row that leaves out all words in its way."""
    path = f"M{number(x)} {number(top)}"
    for box_ in sorted(rows.boxes, key=lambda box_: box_.top):
        if box_.left - _CLEAR < x < box_.right + _CLEAR:
            path += f"V{number(box_.top)}M{number(x)} {number(box_.bottom)}"
    return f"{path}V{number(rows.bottom)}"
