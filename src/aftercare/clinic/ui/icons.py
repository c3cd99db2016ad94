"""An icon of lucide beside a clause, by its first activity; the words beside it say the same."""

from __future__ import annotations

from aftercare.core.plan.compiled import Clause

ICONS = {
    "heat": "thermometer",
    "electrolysis": "scissors",
    "fragrance": "spray-can",
    "scrub": "brush",
    "sun": "sun",
    "chlorinated-water": "waves-horizontal",
    "rubbing": "hand",
    "massage": "hand",
    "touching": "pointer",
    "picking": "hand",
    "soap": "droplet",
    "make-up": "sparkles",
    "dirty-make-up-tools": "sparkles",
    "clean-make-up-tools": "sparkles",
    "self-tan": "sun-dim",
    "washing": "droplets",
    "cleansing": "droplets",
    "lukewarm-water": "thermometer",
    "moisturiser": "hand-heart",
    "sunscreen": "shield",
    "weak-sunscreen": "shield",
    "hat": "sun",
    "shade": "umbrella",
}
_PLAIN = {"avoid": "circle-minus", "careful": "circle-alert", "do": "circle-check"}


def icon_of(clause: Clause) -> str:
    """Name the icon of a clause; what has none of its own is drawn by what it asks."""
    found = (ICONS[name] for name in clause.activities if name in ICONS)
    return next(found, _PLAIN.get(clause.kind, "eye"))
