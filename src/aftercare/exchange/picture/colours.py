"""Linen and petrol: the colours of the picture, and what each section is drawn in.

Colour is the last sign of a state, after its word and its shape.
"""

from __future__ import annotations

from typing import NamedTuple

from aftercare.core.plan import overview

PAPER, SURFACE, SHADE = "#F7F2EA", "#FFFDF9", "#EFE7DA"
INK, SOFT, LINE = "#1D2B2C", "#47544F", "#8C8273"
PETROL, CLAY, OCHRE, PLUM = "#0F4C4F", "#A23E22", "#7A4F00", "#6E1747"


class Tone(NamedTuple):
    """A section's colour, its light ground, and the name its patterns go by."""

    name: str
    deep: str
    pale: str


TONES = {
    overview.EXPECT: Tone("plum", PLUM, "#F1DCE5"),
    overview.NOT_YET: Tone("clay", CLAY, "#F5DFD4"),
    overview.READY: Tone("ochre", OCHRE, "#FAECCB"),
    overview.DO_NOT: Tone("clay", CLAY, "#F5DFD4"),
    overview.CARE: Tone("ochre", OCHRE, "#FAECCB"),
    overview.KEEP: Tone("petrol", PETROL, "#D5E4E1"),
    overview.FREE: Tone("grey", "#A39A8C", "#E6DED1"),
}
LEGEND = Tone("ink", SOFT, "#E3E0D8")
