"""What bars are made of and ended with: ground, patterns, tick, arrow, check, diamond."""

from __future__ import annotations

from typing import NamedTuple

from aftercare.exchange.picture.colours import PETROL, Tone
from aftercare.exchange.picture.scale import LAST
from aftercare.exchange.picture.svg import box, element, number, stroke

HEIGHT = 22.0


class Ground(NamedTuple):
    """Where a bar is drawn: its middle line, its colour, and where the past ends."""

    y: float
    tone: Tone
    past: float

    @property
    def top(self) -> float:
        """The upper edge of a bar."""
        return self.y - HEIGHT / 2


def tick(x: float, ground: Ground) -> str:
    """Draw the stroke that says: it ends here."""
    return box(x - 2, ground.top - 5, 4, HEIGHT + 10, rx=2, fill=ground.tone.deep)


def arrow(ground: Ground) -> str:
    """Draw the head of a bar that runs on after the days shown."""
    x, y = number(LAST - 0.5), number(ground.y)
    path = f"M{x} {number(ground.top - 2)}L{number(LAST + 17)} {y}L{x} {number(ground.y + 13)}Z"
    return element("path", {"class": "goes-on", "d": path, "fill": ground.tone.deep})


def check(x: float, y: float) -> str:
    """Draw the mark of what is fine again, 16 pixels wide."""
    path = f"M{number(x)} {number(y)}l5 5.5l9 -11"
    return stroke(path, PETROL, 2.8, stroke_linejoin="round")


def patterns(tone: Tone) -> str:
    """Define the hatching, the dots and the fading of one colour."""
    square: dict[str, str | float] = {"width": 7, "height": 7, "patternUnits": "userSpaceOnUse"}
    hatch = {"id": f"hatch-{tone.name}", **square, "patternTransform": "rotate(45)"}
    dots = {"id": f"dots-{tone.name}", **square}
    ground = box(0, 0, 7, 7, fill=tone.pale)
    spots = [
        element("circle", {"cx": at, "cy": at, "r": 1.3, "fill": tone.deep}) for at in (1.75, 5.25)
    ]
    stops = [(0, 1.0), (1, 0.0)]
    fade = [
        element("stop", {"offset": at, "stop-color": tone.deep, "stop-opacity": opacity})
        for at, opacity in stops
    ]
    return (
        element("pattern", hatch, ground, box(0, 0, 2.6, 7, fill=tone.deep))
        + element("pattern", dots, ground, *spots)
        + element("linearGradient", {"id": f"fade-{tone.name}"}, *fade)
    )


def diamond(x: float, y: float, colour: str) -> str:
    """Draw the mark of a treatment."""
    path = f"M{number(x)} {number(y - 6)}l6 6l-6 6l-6 -6Z"
    return element("path", {"class": "treatment", "d": path, "fill": colour})
