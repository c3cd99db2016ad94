"""SVG elements as text: every word escaped, looks only as presentation attributes.

A strict Content-Security-Policy forbids `style` attributes and elements, so none are made here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

SERIF = "Literata, Georgia, serif"
SANS = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, sans-serif"
# What XML 1.0 cannot hold, not even escaped: control characters, surrogates, two last points.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Value = str | float


def clean(text: str) -> str:
    """Escape a text for XML; a character that XML cannot hold becomes the replacement sign."""
    return escape(_NO_XML.sub("\ufffd", text), quote=True)


def element(name: str, attributes: Mapping[str, Value], *inside: str) -> str:
    """Write an element; ``inside`` is SVG that is already written."""
    written = "".join(f' {key}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def _value(value: Value) -> str:
    return clean(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """Write a number with a tenth of a pixel and no more."""
    return f"{value:.1f}".removesuffix(".0")


def words(said: str, x: float, y: float, size: float, fill: str, **more: Value) -> str:
    """Write a line of text with its baseline at ``y``."""
    attributes: dict[str, Value] = {"x": x, "y": y, "font-size": size, "fill": fill}
    attributes.update({_name(name): value for name, value in more.items()})
    return element("text", attributes, clean(said))


def box(x: float, y: float, width: float, height: float, **more: Value) -> str:
    """Write a rectangle."""
    attributes: dict[str, Value] = {"x": x, "y": y, "width": width, "height": height}
    attributes.update({_name(name): value for name, value in more.items()})
    return element("rect", attributes)


def stroke(path: str, colour: str, width: float, **more: Value) -> str:
    """Write an open line along a path."""
    attributes: dict[str, Value] = {"d": path, "fill": "none", "stroke": colour}
    attributes.update({"stroke-width": width, "stroke-linecap": "round"})
    attributes.update({_name(name): value for name, value in more.items()})
    return element("path", attributes)


def _name(written: str) -> str:
    """Turn ``font_size`` into ``font-size`` and ``class_`` into ``class``."""
    return written.rstrip("_").replace("_", "-")
