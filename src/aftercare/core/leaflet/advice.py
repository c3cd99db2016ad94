"""A clause -> advice: what is allowed, and what is to be done."""

from __future__ import annotations

import re

from aftercare.core.leaflet import rules
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.verdicts import Kind, Verdict, first_rule

_NORMAL = next(rule for rule in rules.COURSE if rule.name == "normal-course")
_TO_GO = re.compile(
    r"\bfor (?:this|it|that|them|these) to\b|\bto (?:settle|heal|go down|fade|pass)\b"
)
_STEM_DO = frozenset(["be", "have", "expect", "see", "look", "get", "go", "do", "say", "please"])
_CAREFUL = re.compile(r"\b(?:be|take) (?:\w+ )?(?:care|careful|gentle|mindful)\b")


def permitted(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find what is allowed, at once, later or on a condition."""
    if facts.joined == "reason":
        return None
    rule = first_rule(rules.PERMIT, facts.low)
    if re.match(r"^\W*(?:most|many|some|plenty|people|clients|patients|the majority)\b", facts.low):
        return None
    if rule is None or (facts.has("~!") and not facts.has("-+0") and rule.name != "you-may"):
        return None
    if rule.name == "no-need" or not re.search(r"\b(?:must|need to|should)\b", facts.main):
        return Verdict("do", rule.name, rule.sure, permission=True)
    return None


def told_to(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find what is to be done: an order, or advice in other words."""
    if facts.joined == "reason":
        return None
    if facts.verb == "expect":
        return Verdict("expect", "expect", 0.9)
    if facts.verb in {"allow", "give"} and _TO_GO.search(facts.low):
        return Verdict("expect", "time-to-go", 0.7)
    if facts.verb and _is_order(facts):
        return _ordered(facts, frame)
    if facts.has("~!") and not facts.has("+-0"):
        return None
    return _advised(facts, frame)


def _is_order(facts: Facts) -> bool:
    if re.match(
        r"(?:please )?(?:do (?:this|it|so|these)|look (?:at|out|for|after)"
        r"|have (?:someone|somebody|a friend))\b",
        facts.main,
    ):
        return True
    return facts.verb not in _STEM_DO or facts.has("+0-") or bool(_CAREFUL.search(facts.low))


def _ordered(facts: Facts, frame: Kind | None) -> Verdict | None:
    if facts.verb == "leave" and facts.has("-") and not facts.has("+"):
        return Verdict("avoid", "leave", 0.8)
    if frame == "avoid" and not facts.has("+"):
        return Verdict("avoid", "listed-to-avoid", 0.85)
    if frame in {"risk", "expect"} and not facts.has("+0-"):
        return None
    return Verdict("do", "imperative", 0.85)


def _advised(facts: Facts, frame: Kind | None) -> Verdict | None:
    if frame == "do" and facts.has("+0") and not re.search(r"\b(?:will|may|might)\b", facts.low):
        return Verdict("do", "listed-to-do", 0.8)
    rule = first_rule(rules.DO, facts.low)
    if rule is None or (frame == "avoid" and not facts.has("+")):
        return None
    if not facts.has("+-0") and first_rule((_NORMAL,), facts.low):
        return None
    if rule.name == "must" and not facts.has("+-0"):
        return None
    if rules.RESULT.search(facts.low) and not facts.has("+-"):
        return None
    return Verdict("do", rule.name, rule.sure)
