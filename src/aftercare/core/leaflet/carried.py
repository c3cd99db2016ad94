"""What looks like an order behind a refusal or a permission, and only goes on with it."""

from __future__ import annotations

import re

from aftercare.core.leaflet.cuts import VERBS
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.verdicts import Verdict


def nor(verdict: Verdict | None, said: Facts, facts: Facts) -> bool:
    """`Do not touch it for 4 hours, wash it for 12 or swim for 48`: none of it is an order."""
    ban = verdict is not None and verdict.kind == "avoid"
    refused = ban and (_DO_NOT.search(said.low) or said.low.startswith("avoid:"))
    if not refused or facts.has("+") or not facts.has("-0"):
        return False
    listed = facts.joined == "comma" and facts.has("-") and not facts.has("0")
    listed = listed and not _KINDLY.search(facts.low)
    timed = said.told and _FOR_A_TIME.match(facts.low)
    return listed or facts.joined in {"or", "nor"} or bool(timed)


def allowed_too(verdict: Verdict | None, facts: Facts) -> bool:
    """`After 3 days you may shave, wear make-up and go to the gym` orders nobody to the gym."""
    allowed = verdict is not None and verdict.permission
    joined = facts.joined in {"and", "comma", "or", "then"}
    return allowed and joined and facts.has("-") and not facts.has("+0") and not facts.told


_KINDLY = re.compile(
    r"\b(?:gently|lightly|carefully|slowly|instead|only|with (?:care|a|an|your)|after)\b"
)
_DO_NOT = re.compile(r"\b(?:not|never|cannot)\b|n't\b")
_FOR_A_TIME = re.compile(
    rf"\W*(?:(?:or|nor|and) )?(?:{VERBS}|smoke|sunbathe|tan|wax|sweat|fly|drink) (?:[\w'-]+ ){{0,4}}?\(?for (?:at least |about )?[\w-]+ ?(?:hours?|hrs?|days?|weeks?|months?)\b"
)
