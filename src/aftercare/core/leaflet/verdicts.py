"""What a clause can be, and how it is said which rule made it so."""

from __future__ import annotations

from typing import Literal, NamedTuple

from aftercare.core.leaflet.rules import Rule

Kind = Literal["do", "avoid", "expect", "risk", "seek-help", "info"]


class Verdict(NamedTuple):
    """What a clause is, the rule that says so, and how sure it is."""

    kind: Kind
    rule: str
    sure: float
    permission: bool = False


# Names of treatments that a leaflet may be about: as subject of a course they are no advice.
TREATMENTS = frozenset({"injectables", "laser", "peel", "facial-treatments", "tattooing"})
# Names too vague to make a clause a harm by themselves.
VAGUE = frozenset({"concerns", "damage", "adverse-reaction", "product-migration"})


def first_rule(table: tuple[Rule, ...], text: str) -> Rule | None:
    """Give the first rule of a table that holds for a text."""
    return next((rule for rule in table if rule.pattern.search(text)), None)
