"""The tags of the look; they stand in every template without being loaded.

``{% field form.name %}``, ``{% error_summary form %}``, ``{% once_key %}``, ``{% icon "house" %}``,
``{% sprout %}``, ``{% priority "urgent" %}``, ``{% face marks %}``, ``{% face_pick form.areas %}``,
``{% symptom_curve … %}``, ``{% bar row %}``; filters ``moment`` and ``day_strip``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, tzinfo
from functools import lru_cache
from typing import Any
from uuid import uuid4

from django import forms, template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from aftercare.clinic.ui import bars, curve, face, fields
from aftercare.clinic.ui.marks import PRIORITIES, SPROUT
from aftercare.core.plan import say

register = template.Library()


@register.simple_tag
def once_key() -> SafeString:
    """Give a form the key under which it is done once, however often it is sent."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid4().hex)


@register.simple_tag
def icon(name: str, size: int = 24, **more: object) -> str:
    """Draw an icon of lucide for the eye only: the word beside it says the same."""
    return _drawn(name, size, tuple(more.items()))


@lru_cache(maxsize=512)
def _drawn(name: str, size: int, more: tuple[tuple[str, object], ...]) -> str:
    """Draw an icon once a process: it takes lucide a third of a millisecond."""
    attributes: dict[str, object] = {"aria_hidden": "true", "focusable": "false"}
    return lucide(name, size=size, **{**attributes, "stroke_width": "1.75", **dict(more)})


@register.simple_tag
def sprout(size: int = 26) -> SafeString:
    """Draw our own mark, for the eye only."""
    return mark_safe(SPROUT.format(size=int(size)))  # noqa: S308 - our own drawing, a whole number


@register.simple_tag
def priority(level: str, size: int = 20) -> SafeString:
    """Draw how urgent it is: "urgent" a triangle, "soon" a diamond, "question" a circle."""
    drawing = PRIORITIES[level].format(size=int(size))
    return mark_safe(drawing)  # noqa: S308 - our own drawing, a whole number


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, **more: Any) -> dict[str, Any]:
    """Show a field with its label, hint and error.

    ``more``: label, hint, kind ("scale" for none to severe), asks (the label is the page's
    heading), columns, and attributes of the input such as autocomplete or inputmode.
    """
    return fields.shown(bound, **more)


@register.inclusion_tag("ui/field.html")
def severity(bound: BoundField, **more: Any) -> dict[str, Any]:
    """Show a choice of none, mild, moderate, severe as one row."""
    return fields.shown(bound, kind="scale", **more)


@register.inclusion_tag("ui/face_pick.html")
def face_pick(bound: BoundField, *, mirrored: bool = False, **more: Any) -> dict[str, Any]:
    """Show a list of areas with a drawing that ticks it; ``mirrored`` for the patient's eyes."""
    chosen = {str(value): "treated" for value in bound.value() or ()}
    key = f"{bound.html_name}-face"
    drawing = face.face(chosen, mirrored=mirrored, key=key, title="Choose areas on the drawing")
    return {**fields.shown(bound, **more), "drawing": mark_safe(drawing)}  # noqa: S308 - escaped in face.py


@register.inclusion_tag("ui/error_summary.html")
def error_summary(*shown: forms.BaseForm | None) -> dict[str, Any]:
    """Show all errors of the forms, each as a link to its field."""
    return {"errors": [pair for form in shown if form for pair in fields.errors(form)]}


@register.simple_tag(name="face")
def face_picture(
    marks: Mapping[str, str], *, mirrored: bool = False, key: str = "face", title: str = "Face map"
) -> SafeString:
    """Draw where it is: area -> none, mild, moderate, severe or treated."""
    drawing = face.face(marks, mirrored=mirrored, key=key, title=title)
    return mark_safe(drawing)  # noqa: S308 - every word is escaped in face.py


@register.inclusion_tag("ui/curve.html")
def symptom_curve(  # noqa: PLR0913, PLR0917 - the numbers of one curve, all named where they are given
    name: str,
    points: Sequence[tuple[float, int]],
    usual_day: float | None = None,
    longest_day: float | None = None,
    last_day: int = 14,
    key: str = "",
) -> dict[str, Any]:
    """Draw a symptom day by day against what was promised, and give the same as a table."""
    drawing = curve.curve(name, points, usual_day, longest_day, last_day, key=key)
    rows = [(curve.day(at), curve.LEVELS[level].capitalize()) for at, level in points]
    promised = curve.promise(usual_day, longest_day)
    safe = mark_safe(drawing)  # noqa: S308 - every word is escaped in curve.py
    return {"drawing": safe, "name": name, "rows": rows, "promised": promised}


@register.simple_tag
def bar(row: Mapping[str, Any]) -> SafeString:
    """Draw a lane of the two weeks; ``row`` holds what ``bars.bar`` takes."""
    return mark_safe(bars.bar(**row))  # noqa: S308 - every word is escaped in bars.py


@register.filter
def moment(instant: int, zone: tzinfo | str = "") -> str:
    """Say an instant (seconds, UTC) as patients read it: "Thursday 26 November, 2:30pm"."""
    return say.moment(instant, UTC if isinstance(zone, str) else zone)


@register.filter
def day_strip(days: int, day: int) -> list[str]:
    """Give the days 0 to ``days`` as "done", "now" or "", for the strip."""
    return ["done" if each < day else "now" if each == day else "" for each in range(days + 1)]
