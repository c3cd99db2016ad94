"""The face map: areas and how they are -> SVG, the same text for the same areas.

Left and right are the patient's own. Staff look at a patient, so the right cheek is drawn on the
left; patients look into a mirror, so for them it is drawn on the right. L and R are printed.
"""

from __future__ import annotations

from collections.abc import Mapping

from aftercare.clinic.ui.face_regions import BEHIND, FACE, FEATURES, OUTLINE, REGIONS
from aftercare.exchange.picture.svg import clean, element, stroke, words

_SKIN, _HAIR, _GAP, _PEN = "#EFE3D3", "#DCCBB5", "#FFFDF9", "#5B4A3E"
# What is drawn in which pattern: ground, dots and the pattern's size.
_DOTS = {
    "mild": ("#F2C9B6", "#A23E22", 9),
    "moderate": ("#DD8E6F", "#6B2210", 6),
    "severe": ("#A23E22", "#FFFFFF", 4),
}
WORDS = ("severe", "moderate", "mild", "treated")


def face(
    marks: Mapping[str, str], *, mirrored: bool, key: str = "face", title: str = "Face map"
) -> str:
    """Draw areas as none, mild, moderate, severe or treated; ``key`` is unique on its page.

    An area is one of the protocol's ("cheeks": both sides) or one side of it ("cheeks_left").
    What the drawing does not show ("back") is left to the list beside it.
    """
    shown = _spread(marks)
    front = "".join(_region(area, path, shown, mirrored, key) for area, path in REGIONS.items())
    behind = "".join(_region(area, path, shown, mirrored, key) for area, path in BEHIND.items())
    attributes: dict[str, str | float] = {"viewBox": "20 2 260 372", "role": "img"}
    attributes["aria-labelledby"] = f"{key}-title {key}-said"
    return element(
        "svg",
        attributes,
        element("title", {"id": f"{key}-title"}, clean(title)),
        element("desc", {"id": f"{key}-said"}, clean(said(marks))),
        element("defs", {}, _patterns(key)),
        behind,
        element("g", {"clip-path": f"url(#{key}-outline)"}, front),
        stroke(OUTLINE, _PEN, 2.4, pointer_events="none"),
        stroke(FEATURES, _PEN, 2.6, stroke_linejoin="round", pointer_events="none"),
        _letters(mirrored),
    )


def said(marks: Mapping[str, str]) -> str:
    """Say the map in words: "Severe: left cheek, nose. Mild: chin."."""
    lines = []
    for word in WORDS:
        areas = [area_name(area) for area, mark in marks.items() if mark == word]
        if areas:
            lines.append(f"{word.capitalize()}: {', '.join(areas)}.")
    return " ".join(lines) or "No area is marked."


def area_name(area: str) -> str:
    """Say an area: "cheeks_left" is "left cheek", "upper_lip" is "upper lip"."""
    for side in ("left", "right"):
        if area.endswith(f"_{side}"):
            one = area.removesuffix(f"_{side}").replace("_", " ")
            return f"{side} {one.removesuffix('s')}"
    return area.replace("_", " ")


def _spread(marks: Mapping[str, str]) -> dict[str, str]:
    """Give each region of the drawing its mark; what is said of one side counts most."""
    wide = dict.fromkeys(FACE, marks["face"]) if "face" in marks else {}
    by_area = {**wide, **marks}
    found = {}
    for region in (*BEHIND, *REGIONS):
        both = region.removesuffix("_left").removesuffix("_right")
        found[region] = by_area.get(region) or by_area.get(both, "none")
    return found


def _region(area: str, path: str, shown: Mapping[str, str], mirrored: bool, key: str) -> str:
    drawn = _other_side(area) if mirrored else area
    mark = shown[drawn]
    plain = _HAIR if area == "scalp" else _SKIN
    fill = plain if mark == "none" else f"url(#{key}-{mark})"
    attributes: dict[str, str | float] = {"data-area": drawn, "data-mark": mark}
    attributes |= {"data-plain": plain, "d": path}
    attributes |= {"fill": fill, "stroke": _GAP, "stroke-width": 3.2, "stroke-linejoin": "round"}
    if area.startswith("ears"):
        attributes |= {"stroke": _PEN, "stroke-width": 2.2}
    return element("path", attributes)


def _other_side(area: str) -> str:
    if area.endswith("_left"):
        return area.removesuffix("left") + "right"
    return area.removesuffix("right") + "left" if area.endswith("_right") else area


def _letters(mirrored: bool) -> str:
    left, right = ("L", "R") if mirrored else ("R", "L")
    look: dict[str, str | float] = {"font_weight": 650, "text_anchor": "middle"}
    return words(left, 34, 250, 19, _PEN, **look) + words(right, 266, 250, 19, _PEN, **look)


def _patterns(key: str) -> str:
    outline = element("clipPath", {"id": f"{key}-outline"}, element("path", {"d": OUTLINE}))
    dotted = [_dotted(f"{key}-{mark}", *look) for mark, look in _DOTS.items()]
    return outline + "".join(dotted) + _hatched(f"{key}-treated")


def _dotted(name: str, ground: str, dot: str, size: float) -> str:
    square: dict[str, str | float] = {"width": size, "height": size}
    middle: dict[str, str | float] = {"cx": size / 2, "cy": size / 2, "r": 1.2, "fill": dot}
    return element(
        "pattern",
        {"id": name, **square, "patternUnits": "userSpaceOnUse"},
        element("rect", {**square, "fill": ground}),
        element("circle", {**middle, "opacity": 0.7}),
    )


def _hatched(name: str) -> str:
    square: dict[str, str | float] = {"width": 9, "height": 9}
    turned = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return element(
        "pattern",
        {"id": name, **square, **turned},
        element("rect", {**square, "fill": "#D5E4E1"}),
        element("rect", {"width": 2.4, "height": 9, "fill": "#0F4C4F"}),
    )
